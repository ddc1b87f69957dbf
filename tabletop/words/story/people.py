"""What people argued, ruled, adjusted and answered, as a room may hear it: the public half of every ruling."""

from collections.abc import Iterator, Mapping, Sequence

from tabletop.model.council import FreeMove
from tabletop.model.injects import Inject
from tabletop.model.moves import Adjust, Argue, Fact, MakeFreeMove, Odds, Roll, Rule
from tabletop.model.record import Line
from tabletop.model.world import Ruled, World
from tabletop.rules.turn.injects import choices
from tabletop.words import names
from tabletop.words.acts.namer import Namer
from tabletop.words.acts.saying import predicate
from tabletop.words.decided import came_of_injects
from tabletop.words.names import listed
from tabletop.words.ruled import GRADES, OUTCOMES, item_words
from tabletop.words.said import after_colon, quoted
from tabletop.words.story.happening import Happening


def argued(world: World, by_number: Mapping[int, Line]) -> Iterator[Happening]:
    """Every free move of the world's turn: aim, odds, roll, grade, and control's public sentence; then its reasons."""
    for free in world.free_moves:
        if free.turn == world.turn:
            item = f"free/{free.seat}/{free.number}"
            behind = [line for line in by_number.values() if _about_free(line, free.ref)]
            ruling = world.rulings.get(item)
            yield Happening(
                "argued", _argued(free, world, by_number), detail=tuple(_reasons(free, world, by_number, behind)),
                short=_claim(free, world, by_number), about=(f"item/{item}",), who=(free.seat,),
                refs=(free.ref, *(line.n for line in behind), *((ruling.ref,) if ruling else ())),
            )  # fmt: skip


def _about_free(line: Line, ref: int) -> bool:
    return line.live and isinstance(line.move, Argue | Odds | Roll) and line.move.move == ref


def _argued(free: FreeMove, world: World, by_number: Mapping[int, Line]) -> str:
    ruled = world.rulings.get(f"free/{free.seat}/{free.number}")
    dice = [f"{free.odds:.0f} %"] if free.odds is not None else []
    dice += [f"rolled {free.rolled}"] if free.rolled is not None else []
    outcome = (free.grade if ruled.outcome == "accept" else ruled.outcome) if ruled else "none"
    word = {**OUTCOMES, "none": "no ruling and no effect"}.get(outcome, "accepted")
    gets = f" and gets {quoted(GRADES[outcome])}" if outcome in GRADES else ""
    beside = _beside(dice if gets else [*dice, word])
    return f"{_claim(free, world, by_number)}{gets}{beside}{_public(ruled, by_number)}"


def _beside(parts: Sequence[str]) -> str:
    """Behind a sentence, in brackets; nothing for nothing."""
    return f" ({', '.join(parts)})" if parts else ""


def _claim(free: FreeMove, world: World, by_number: Mapping[int, Line]) -> str:
    line = by_number.get(free.ref)
    aim = quoted(line.move.aim) if line and isinstance(line.move, MakeFreeMove) else ""
    return f"{names.seat_name(world.scenario, free.seat, world.seats)} argues {aim or 'a free move'}"


def _reasons(free: FreeMove, world: World, by_number: Mapping[int, Line], behind: Sequence[Line]) -> Iterator[str]:
    """By what means, for which reasons of its own, and what others said for and against."""
    line = by_number.get(free.ref)
    if line and isinstance(line.move, MakeFreeMove):
        if line.move.means.strip():
            yield f"by {quoted(line.move.means)}"
        if reasons := [quoted(reason) for reason in line.move.reasons if reason.strip()]:
            yield f"because {listed(reasons)}"
    for argument in (each.move for each in behind if isinstance(each.move, Argue)):
        who = names.seat_name(world.scenario, argument.seat, world.seats)
        yield f"{argument.side}, {who}{after_colon(argument.text)}"


def ruled(world: World, by_number: Mapping[int, Line]) -> Iterator[Happening]:
    """Control's rulings of the world's turn on everything else that changed a result or were given a sentence; one that
    only has a sentence tells it once more as its detail."""
    for item, ruling in world.rulings.items():
        head, _, rest = item.partition("/")
        public = _public(ruling, by_number)
        if head in ("free", "silence") or (ruling.outcome == "accept" and not public):
            continue
        words, (who, ref) = item_words(world, item), _given(world, head, rest)
        word = OUTCOMES.get(ruling.outcome, "")
        text = f"{words} ({word} by control){public}" if word else f"{words}{public}"
        remark = () if word else (public.removeprefix(": "),)
        yield Happening(
            "ruled", text, detail=remark, short=words, about=(f"item/{item}",), who=who, refs=(ruling.ref, ref)
        )


def _given(world: World, head: str, rest: str) -> tuple[tuple[str, ...], int]:
    """Whose what is ruled on is, and its line: an order's or a text's; an inject's answers are many seats'."""
    if head == "text":
        text = world.texts.get(rest)
        return ((text.sponsor,), text.ref) if text else ((), 0)
    if head == "inject":
        return (), 0
    orders = world.seats[head].orders
    return (head,), orders[int(rest)].ref if int(rest) < len(orders) else 0


def _public(ruling: Ruled | None, by_number: Mapping[int, Line]) -> str:
    line = by_number.get(ruling.ref) if ruling else None
    return after_colon(line.move.public) if line and isinstance(line.move, Rule) else ""


def adjusted(world: World, lines: Sequence[Line]) -> Iterator[Happening]:
    """Control's corrections in the world's turn, each with its reason."""
    for line in lines:
        if line.live and line.turn == world.turn and isinstance(line.move, Adjust):
            text = f"control {predicate(Namer(world.scenario, world.seats), line.move)}"
            yield Happening("adjusted", text, refs=(line.n,))


def established(world: World, lines: Sequence[Line]) -> Iterator[Happening]:
    """What was put down as a fact in the world's turn."""
    for line in lines:
        if line.live and line.turn == world.turn and isinstance(line.move, Fact):
            yield Happening("fact", f"it is established that {quoted(line.move.text)}", refs=(line.n,))


def answered(before: World, after: World, by_number: Mapping[int, Line]) -> Iterator[Happening]:
    """Every inject that was settled: the option that stands, in its own words, and who chose it or said what."""
    for inject, text, in_words in came_of_injects(before, after, by_number):
        state = after.injects[inject]
        kind, who = "said" if in_words else _settled(after, inject), tuple(seat for seat, _ in state.answers)
        short, refs = names.inject_name(after.scenario, inject), (state.ref, *state.refs)
        yield Happening(kind, text, short=short, about=(f"inject/{inject}",), who=who, refs=refs)


def _settled(world: World, inject: str) -> str:
    spec = world.scenario.injects.get(inject)
    return "split" if spec and spec.options and len({*choices(world, inject).values()}) > 1 else "crisis"


def came_up(after: World, told: Sequence[Happening]) -> Iterator[Happening]:
    """Injects of the world's turn of which nothing else is told: news, and what is still to be answered."""
    known = {about for each in told for about in each.about}
    for inject, state in after.injects.items():
        about = f"inject/{inject}"
        if state.turn == after.turn and _delivered(state) and about not in known:
            text = f"news of {quoted(names.inject_name(after.scenario, inject))}"
            yield Happening("news", text, about=(about,), refs=(state.ref, *state.refs))


def _delivered(state: Inject) -> bool:
    return state.state not in ("planned", "held", "cancelled")
