"""Who did what, for every sort of strand: a sentence, and what a row has room for. Decides nothing.

Of moves it reads those that it is given; of the world what stands in it, blanked as it is.
"""

from collections.abc import Callable
from typing import Final

from tabletop.model.moves import Adjust, MakeFreeMove, Rule
from tabletop.words import names
from tabletop.words.departures import departure, departure_shortly
from tabletop.words.forces import agreed
from tabletop.words.names import capital, told_of
from tabletop.words.pulls import pull, pull_shortly
from tabletop.words.ruled import item_words
from tabletop.words.said import after_colon, deed_words, quoted
from tabletop.words.strands import DEPARTURE, PULL, WEARS_OFF, Strand
from tabletop.words.told import Told


def sentence(strand: Strand, told: Told) -> str:
    """Who did what, without a full stop."""
    return capital(_SAYS.get(strand.sort, _plainly)(strand, told))


def label(strand: Strand, told: Told) -> str:
    """The same in few words."""
    shortly = _SHORTLY.get(strand.sort)
    return capital(shortly(strand, told)) if shortly else sentence(strand, told)


def _plainly(strand: Strand, told: Told) -> str:
    return strand.largest.words


def _arrival(strand: Strand, told: Told) -> str:
    name = names.force_name(told.world.scenario, strand.about)
    return f"{name} {agreed(name, 'arrives')}"


def _inject(strand: Strand, told: Told) -> str:
    """ "The storm: Lyre and Vega chose "go ashore", Orion "stay at sea""; its title alone where it has but come."""
    title = names.inject_name(told.world.scenario, strand.about)
    chosen: dict[str, list[str]] = {}
    for each in strand.causes:
        if each.cause.kind != "inject":
            chosen.setdefault(each.cause.about[1], []).append(each.cause.who)
    if not chosen:
        return f'"{title}" comes'
    parts = []
    for option, seats in chosen.items():
        who = f"{told.seats(seats)} chose" if any(seats) else "nobody answered:"
        parts.append(f"{who} {quoted(names.option_text(told.world.scenario, strand.about, option))}")
    return told_of(title, ", ".join(parts))


def _inject_shortly(strand: Strand, told: Told) -> str:
    title = names.inject_name(told.world.scenario, strand.about)
    return f'"{title}" comes' if strand.kinds == {"inject"} else title


def _text_shortly(strand: Strand, told: Told) -> str:
    kinds, title = strand.kinds, names.text_name(told.world.scenario, strand.about, told.world.seats)
    fell = kinds & {"text-fell", "text-fell-in-public", "silence-broken"}
    return f"{title} {'falls' if fell else 'agreed' if 'text-agreed' in kinds else 'stands'}"


def _text(strand: Strand, told: Told) -> str:
    """ "The council agrees on a joint declaration"; "A league table falls, silence broken by Paris"."""
    world, kinds = told.world, strand.kinds
    name = names.text_name(world.scenario, strand.about, world.seats)
    if kinds & {"text-fell", "text-fell-in-public", "silence-broken"}:
        text = world.texts.get(strand.about)
        who = told.seats(list(text.broken)) if text else ""
        return f"{name} falls{f', silence broken by {who}' if who else ''}"
    return f"the council agrees on {name}" if "text-agreed" in kinds else f"{name} stands and goes on working"


def _promise(strand: Strand, told: Told) -> str:
    cause, world = strand.largest.cause, told.world
    word = "keeps" if cause.kind == "promise-kept" else "breaks"
    promise = next((p for p in world.promises if p.ref == strand.ref and p.seat == cause.who), None)
    if promise is None:
        return f"{told.seats([cause.who])} {word} a promise"
    deed = f": {deed_words(promise.deed, world.scenario, world.seats)}" if promise.deed else ""
    return f"{told.seats([cause.who])} {word} its promise to {told.seats([promise.to])}{deed}"


def _promise_shortly(strand: Strand, told: Told) -> str:
    cause = strand.largest.cause
    return f"promise of {told.seats([cause.who])} {'kept' if cause.kind == 'promise-kept' else 'broken'}"


def _probe(strand: Strand, told: Told) -> str:
    scenario = told.world.scenario
    came = "succeeds" if strand.largest.cause.kind == "probe-hit" else "is repelled"
    return f"a probe by {scenario.names.adversary} in {names.theatre_name(scenario, strand.about, the=True)} {came}"


def _probe_shortly(strand: Strand, told: Told) -> str:
    came = "succeeds" if strand.largest.cause.kind == "probe-hit" else "repelled"
    return f"probe in {names.theatre_name(told.world.scenario, strand.about, short=True, the=True)} {came}"


def _needs(strand: Strand, told: Told) -> str:
    """How fast it went, where it was one way."""
    return strand.largest.words if len(strand.kinds) == 1 else _needs_shortly(strand, told)


def _needs_shortly(strand: Strand, told: Told) -> str:
    return f"{told.world.scenario.names.adversary} rebuilds its army"


def _mood(strand: Strand, told: Told) -> str:
    anchor = told.seats([told.world.scenario.names.anchor_seat])
    return f"the mood in {anchor} turns {'for' if strand.amount > 0 else 'against'} the allies"


def _readiness(strand: Strand, told: Told) -> str:
    who = told.seats([strand.largest.cause.who])
    return f"{who} {'pays for more readiness' if strand.amount > 0 else 'pays for less readiness'}"


def _budgets(strand: Strand, told: Told) -> str:
    who = told.seats([each.cause.who for each in strand.causes])
    return f"budgets keep more of today's forces: {who}"


def _ageing(strand: Strand, told: Told) -> str:
    who = told.seats([each.cause.who for each in strand.causes])
    return f"forces age and budgets do not keep them up: {who}"


def _wearing(strand: Strand, told: Told) -> str:
    things = dict.fromkeys(each.words.removesuffix(" (wears off)") for each in strand.causes)
    return f"what worked for a time wears off: {', '.join(things)}"


def _ruling(strand: Strand, told: Told) -> str:
    move = told.moves.get(strand.ref)
    if isinstance(move, Rule) and move.public.strip():
        return f"ruling: {' '.join(move.public.split())}"
    ruled = told.world.rulings.get(strand.about)
    return f"ruling on {item_words(told.world, strand.about)}" if ruled and ruled.ref == strand.ref else "ruling"


def _argument(strand: Strand, told: Told) -> str:
    """ "Lyre argues "we go ashore": the boats come back"."""
    world = told.world
    _, seat, number = (*strand.about.split("/"), "", "")[:3]
    free = next((f for f in world.free_moves if (f.seat, str(f.number), f.turn) == (seat, number, world.turn)), None)
    made = told.moves.get(free.ref) if free else None
    aim = quoted(made.aim) if isinstance(made, MakeFreeMove) else ""
    ruled = told.moves.get(strand.ref)
    public = after_colon(ruled.public) if isinstance(ruled, Rule) else ""
    return f"{told.seats([seat])} argues {aim or 'a free move'}{public}"


def _adjustment(strand: Strand, told: Told) -> str:
    move = told.moves.get(strand.ref)
    reason = " ".join(move.reason.split()) if isinstance(move, Adjust) else ""
    return f"adjusted by control: {reason}" if reason else strand.largest.words


_Says = Callable[[Strand, Told], str]
_SAYS: Final[dict[str, _Says]] = {
    DEPARTURE: departure,
    "arrival": _arrival,
    "inject": _inject,
    "text": _text,
    "promise": _promise,
    "probe": _probe,
    "needs": _needs,
    "mood": _mood,
    "readiness": _readiness,
    PULL: lambda strand, told: pull(strand, told.world.scenario),
    "budgets": _budgets,
    "ageing": _ageing,
    WEARS_OFF: _wearing,
    "ruling": _ruling,
    "argument": _argument,
    "adjustment": _adjustment,
}
_SHORTLY: Final[dict[str, _Says]] = {
    DEPARTURE: departure_shortly,
    "inject": _inject_shortly,
    "text": _text_shortly,
    PULL: lambda strand, told: pull_shortly(strand, told.world.scenario),
    "budgets": lambda strand, told: "budgets keep more of today's forces",
    "ageing": lambda strand, told: "forces age",
    "needs": _needs_shortly,
    "promise": _promise_shortly,
    "probe": _probe_shortly,
    "mood": lambda strand, told: f"mood in {told.seats([told.world.scenario.names.anchor_seat])}",
    "match": lambda strand, told: strand.largest.words.removeprefix("the "),
    "readiness": lambda strand, told: f"readiness, {told.seats([strand.largest.cause.who])}",
    "argument": lambda strand, told: f"argument of {told.seats([strand.about.split('/')[1]])}",
}
