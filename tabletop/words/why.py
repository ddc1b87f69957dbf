"""Why a score moved, in sentences: who did what, through what, how much; luck called luck; what would have avoided it.

Pure: causes as values go in, lines come out. Of moves it reads those that it is given, which are those that the place
may read; of the world what stands in it, blanked as it is.
"""

from collections.abc import Callable, Mapping
from typing import Final

from attrs import frozen

from tabletop.model.account import Account, Worded
from tabletop.model.moves import Adjust, MakeFreeMove, Move, Rule
from tabletop.model.world import World
from tabletop.rules.world.arithmetic import sum_of
from tabletop.words import names
from tabletop.words.avoiding import avoided
from tabletop.words.names import capital, listed
from tabletop.words.ruled import item_words
from tabletop.words.said import after_colon, deed_words, quoted
from tabletop.words.strands import DEPARTURE, PULL, WEARS_OFF, Strand, strands

Moves = Mapping[int, Move]
"""Moves that may be read, by the number of their entry."""

MOST: Final = 3
"""Lines that are told first."""
_FELT: Final = 0.05
"""Points under which a strand is told by no sentence of its own."""
_MAINLY: Final = 2 / 3
"""The part of a strand from which one term is named alone."""


@frozen
class Why:
    """`words`: who did what, without a full stop; `label`: the same shorter, for a row. `luck`, `avoided`: sentences or
    "". `through`: "through credibility", "" where there is but one way."""

    label: str
    words: str
    amount: float
    through: str
    luck: str
    avoided: str
    strand: Strand

    def sentence(self) -> str:
        """All of it but the amount, on one line."""
        through = full(capital(self.through)) if self.through else ""
        return " ".join(filter(None, (full(self.words), through, self.luck, self.avoided)))


def why(change: Account, world: World, moves: Moves) -> list[Why]:
    """A sentence for every strand of a change, the largest first; they add up as the causes do."""
    ground = _Ground(world, moves)
    several = len({each.through for each in change.causes}) > 1
    better = names.better(world.scenario, change.score)
    return [_why(strand, ground, several, better) for strand in strands(change.causes)]


def lines(told: list[Why], amounts: list[str] | None = None, most: int = MOST) -> list[str]:
    """The largest as lines of text with their amounts, as they stand in `amounts` or in tenths."""
    shown = amounts or [f"{each.amount:+.1f}" for each in told]
    return [
        f"{amount}  {each.sentence()}"
        for each, amount in list(zip(told, shown, strict=True))[:most]
        if abs(each.amount) >= _FELT
    ]


def full(text: str) -> str:
    """With a full stop, unless what it quotes ends in a mark of its own."""
    return text if text.endswith(("…", ".", '."', '!"', '?"')) else f"{text}."


@frozen
class _Ground:
    """What sentences are made from."""

    world: World
    moves: Moves

    def seats(self, ids: list[str]) -> str:
        scenario, states = self.world.scenario, self.world.seats
        return listed([_inside(names.seat_name(scenario, seat, states)) for seat in dict.fromkeys(ids)])


def _inside(name: str) -> str:
    """A name as it stands inside a sentence."""
    return f"the {name[4:]}" if name.startswith("The ") else name


def _why(strand: Strand, ground: _Ground, several: bool, better: str) -> Why:
    words = _SAYS.get(strand.sort, _plainly)(strand, ground)
    shortly = _SHORTLY.get(strand.sort)
    return Why(
        label=capital(shortly(strand, ground) if shortly else words),
        words=capital(words),
        amount=strand.amount,
        through=_through(strand, ground.world) if several else "",
        luck=_luck(strand),
        avoided=avoided(strand, ground.world, better),
        strand=strand,
    )


def _through(strand: Strand, world: World) -> str:
    """The terms that bear most of a strand, by name."""
    named: list[str] = []
    terms, borne = strand.through, 0.0
    whole = sum_of(abs(amount) for amount in terms.values())
    for term, amount in terms.items():
        if named and borne >= _MAINLY * whole:
            break
        named.append(names.score_name(world.scenario, term, world.seats).lower())
        borne += abs(amount)
    mainly = "mainly through" if len(named) < len(terms) else "through"
    return f"{mainly} {listed(named)}"


# ---------------------------------------------------------------------- luck

#: What a draw of chance decided, by kind of cause.
_DRAWN: Final = {
    "mood": "That is luck alone.",
    "election-closer": "The vote is luck.",
    "election-away": "The vote is luck.",
    "probe-hit": "That it came through is luck.",
    "probe-repelled": "That it was repelled is luck.",
    "rebuilds-faster": "How fast is luck.",
    "rebuilds-slower": "How fast is luck.",
    "needs-grow-faster": "How fast is luck.",
    "needs-grow-slower": "How fast is luck.",
    "slips": "That it is late is luck.",
    "waits-behind": "That it is late is luck.",
    "inject": "That it came now is luck.",
    "argument": "The roll is luck.",
}


def _luck(strand: Strand) -> str:
    """What of a strand a draw decided."""
    drawn = dict.fromkeys(_DRAWN.get(each.cause.kind, "A draw decided.") for each in strand.causes if each.cause.luck)
    return " ".join(drawn)


# ---------------------------------------------------------------------- who did what, by sort of strand


def _plainly(strand: Strand, ground: _Ground) -> str:
    return strand.largest.words


def _departure(strand: Strand, ground: _Ground) -> str:
    """ "Washington withdraws the Third Watch by surprise"."""
    world, scenario = ground.world, ground.world.scenario
    spec = scenario.forces.get(strand.about)
    if spec is None or spec.owner != scenario.names.anchor:
        return strand.largest.words
    move = ground.moves.get(strand.ref)
    who = ground.seats([move.seat if move and move.seat in world.seats else scenario.names.anchor_seat])
    return f"{who} withdraws {names.force_name(scenario, strand.about)}{_how(strand, world)}"


def _how(strand: Strand, world: World) -> str:
    kinds = strand.kinds
    if any(kind.endswith("by-surprise") or kind == "leaves-gap" for kind in kinds):
        return " by surprise"
    gone = next((d for d in reversed(world.departures) if d.force == strand.about and d.turn == world.turn), None)
    if gone is not None and 0 < gone.covered < 1:
        return f", {gone.covered:.0%} of it matched"
    bare = bool(kinds & {"left", "counted", "leaves-unmatched", "nobody-stands-in"})
    covered = bool(kinds & {"left-matched", "counted-matched", "leaves-matched", "stands-in"})
    return (", matched in part" if covered else ", unmatched") if bare else ", matched" if covered else ""


def _departure_shortly(strand: Strand, ground: _Ground) -> str:
    force = names.force_name(ground.world.scenario, strand.about)
    how = _how(strand, ground.world).replace(" of it", "")
    return f"{force} withdrawn{how}"


def _arrival(strand: Strand, ground: _Ground) -> str:
    return f"{names.force_name(ground.world.scenario, strand.about)} arrives"


def _inject(strand: Strand, ground: _Ground) -> str:
    """ "The storm: Lyre and Vega chose "go ashore", Orion "stay at sea""; its title alone where it has but come."""
    title = names.inject_name(ground.world.scenario, strand.about)
    chosen: dict[str, list[str]] = {}
    for each in strand.causes:
        if each.cause.kind != "inject":
            chosen.setdefault(each.cause.about[1], []).append(each.cause.who)
    if not chosen:
        return f'"{title}" comes'
    parts = []
    for option, seats in chosen.items():
        who = f"{ground.seats(seats)} chose" if any(seats) else "nobody answered:"
        parts.append(f"{who} {quoted(names.option_text(ground.world.scenario, strand.about, option))}")
    return f"{title}: {', '.join(parts)}"


def _inject_shortly(strand: Strand, ground: _Ground) -> str:
    title = names.inject_name(ground.world.scenario, strand.about)
    return f'"{title}" comes' if strand.kinds == {"inject"} else title


def _text_shortly(strand: Strand, ground: _Ground) -> str:
    kinds, title = strand.kinds, names.text_name(ground.world.scenario, strand.about, ground.world.seats)
    fell = kinds & {"text-fell", "text-fell-in-public", "silence-broken"}
    return f"{title} {'falls' if fell else 'agreed' if 'text-agreed' in kinds else 'stands'}"


def _text(strand: Strand, ground: _Ground) -> str:
    """ "The council agrees on a joint declaration"; "A league table falls, silence broken by Paris"."""
    world, kinds = ground.world, strand.kinds
    name = names.text_name(world.scenario, strand.about, world.seats)
    if kinds & {"text-fell", "text-fell-in-public", "silence-broken"}:
        text = world.texts.get(strand.about)
        who = ground.seats(list(text.broken)) if text else ""
        return f"{name} falls{f', silence broken by {who}' if who else ''}"
    return f"the council agrees on {name}" if "text-agreed" in kinds else f"{name} stands and goes on working"


def _promise(strand: Strand, ground: _Ground) -> str:
    cause, world = strand.largest.cause, ground.world
    word = "keeps" if cause.kind == "promise-kept" else "breaks"
    promise = next((p for p in world.promises if p.ref == strand.ref and p.seat == cause.who), None)
    if promise is None:
        return f"{ground.seats([cause.who])} {word} a promise"
    deed = f": {deed_words(promise.deed, world.scenario, world.seats)}" if promise.deed else ""
    return f"{ground.seats([cause.who])} {word} its promise to {ground.seats([promise.to])}{deed}"


def _probe(strand: Strand, ground: _Ground) -> str:
    scenario = ground.world.scenario
    came = "succeeds" if strand.largest.cause.kind == "probe-hit" else "is repelled"
    return f"a probe by {scenario.names.adversary} in {names.theatre_name(scenario, strand.about)} {came}"


def _mood(strand: Strand, ground: _Ground) -> str:
    anchor = ground.seats([ground.world.scenario.names.anchor_seat])
    return f"the mood in {anchor} turns {'for' if strand.amount > 0 else 'against'} the allies"


def _pull(strand: Strand, ground: _Ground) -> str:
    """What settles by itself, in one line: whither, and of one alone what draws it."""
    told = list(dict.fromkeys(_settling(each, ground, alone=len(strand.causes) == 1) for each in strand.causes))
    return told[0] if len(told) == 1 else f"what settles by itself: {', '.join(told)}"


def _settling(each: Worded, ground: _Ground, *, alone: bool) -> str:
    """ "Trust settles towards 60"; beside others "Trust towards 60"."""
    scenario, cause = ground.world.scenario, each.cause
    if cause.kind == "settles" and cause.about == (scenario.names.trust,):
        name = each.words if alone else names.name_in(scenario.tracks, cause.about[0])
        return f"{name} towards {scenario.coefficients.trust_base:.0f}"
    if cause.kind == "settles-towards" and not alone:
        return f"{names.name_in(scenario.tracks, cause.about[0])} towards {cause.about[1]}"
    return each.words if alone else each.words.removesuffix(" settles").removesuffix(" settle")


def _pull_shortly(strand: Strand, ground: _Ground) -> str:
    tracks = {each.cause.about[0] for each in strand.causes if each.cause.about}
    return _pull(strand, ground) if len(strand.causes) == 1 and not tracks else _settlers(tracks, ground)


def _settlers(tracks: set[str], ground: _Ground) -> str:
    if len(tracks) != 1:
        return "what settles by itself"
    return f"{names.name_in(ground.world.scenario.tracks, min(tracks))} settles"


def _readiness(strand: Strand, ground: _Ground) -> str:
    who = ground.seats([strand.largest.cause.who])
    return f"{who} {'pays for more readiness' if strand.amount > 0 else 'pays for less readiness'}"


def _budgets(strand: Strand, ground: _Ground) -> str:
    who = ground.seats([each.cause.who for each in strand.causes])
    return f"budgets keep more of today's forces: {who}"


def _ageing(strand: Strand, ground: _Ground) -> str:
    who = ground.seats([each.cause.who for each in strand.causes])
    return f"forces age and budgets do not keep them up: {who}"


def _wearing(strand: Strand, ground: _Ground) -> str:
    things = dict.fromkeys(each.words.removesuffix(" (wears off)") for each in strand.causes)
    return f"what worked for a time wears off: {', '.join(things)}"


def _ruling(strand: Strand, ground: _Ground) -> str:
    move = ground.moves.get(strand.ref)
    if isinstance(move, Rule) and move.public.strip():
        return f"ruling: {' '.join(move.public.split())}"
    ruled = ground.world.rulings.get(strand.about)
    return f"ruling on {item_words(ground.world, strand.about)}" if ruled and ruled.ref == strand.ref else "ruling"


def _argument(strand: Strand, ground: _Ground) -> str:
    """ "Lyre argues "we go ashore": the boats come back"."""
    world = ground.world
    _, seat, number = (*strand.about.split("/"), "", "")[:3]
    free = next((f for f in world.free_moves if (f.seat, str(f.number), f.turn) == (seat, number, world.turn)), None)
    made = ground.moves.get(free.ref) if free else None
    aim = quoted(made.aim) if isinstance(made, MakeFreeMove) else ""
    ruled = ground.moves.get(strand.ref)
    public = after_colon(ruled.public) if isinstance(ruled, Rule) else ""
    return f"{ground.seats([seat])} argues {aim or 'a free move'}{public}"


def _adjustment(strand: Strand, ground: _Ground) -> str:
    move = ground.moves.get(strand.ref)
    reason = " ".join(move.reason.split()) if isinstance(move, Adjust) else ""
    return f"adjusted by control: {reason}" if reason else strand.largest.words


_Says = Callable[[Strand, _Ground], str]
_SAYS: Final[dict[str, _Says]] = {
    DEPARTURE: _departure,
    "arrival": _arrival,
    "inject": _inject,
    "text": _text,
    "promise": _promise,
    "probe": _probe,
    "mood": _mood,
    "readiness": _readiness,
    PULL: _pull,
    "budgets": _budgets,
    "ageing": _ageing,
    WEARS_OFF: _wearing,
    "ruling": _ruling,
    "argument": _argument,
    "adjustment": _adjustment,
}
_SHORTLY: Final[dict[str, _Says]] = {
    DEPARTURE: _departure_shortly,
    "inject": _inject_shortly,
    "text": _text_shortly,
    PULL: _pull_shortly,
    "budgets": lambda strand, ground: "budgets keep more of today's forces",
    "ageing": lambda strand, ground: "forces age",
    "needs": lambda strand, ground: f"{ground.world.scenario.names.adversary} rebuilds its army",
    "argument": lambda strand, ground: f"argument of {ground.seats([strand.about.split('/')[1]])}",
}
