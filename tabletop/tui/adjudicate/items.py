"""An item of the adjudicator's queue in words: what was asked, why it needs a person, what the model makes of it."""

from collections.abc import Iterator, Mapping, Sequence
from statistics import median

from textual.content import Content

from tabletop.model.council import FreeMove
from tabletop.model.figures.glossary import figure_at
from tabletop.model.likelihood import SCALE, find_word
from tabletop.model.moves import Answer, Argue, BreakSilence, Fact, Footnote, MakeFreeMove, Seal
from tabletop.model.proposals import Proposal
from tabletop.model.record import Line
from tabletop.model.world import World
from tabletop.table.moment import Moment
from tabletop.tui.adjudicate.before_after import effect_content
from tabletop.tui.kit.effects import figures_moved, is_told
from tabletop.tui.kit.wrapped import Section
from tabletop.tui.look import palette
from tabletop.words import names
from tabletop.words.cause_words import wording
from tabletop.words.names import listed, seat_name
from tabletop.words.ruled import GRADES
from tabletop.words.said import quoted
from tabletop.words.sentences import move_line

ByMove = Mapping[int, Mapping[str, float]]
"""What each move does to deterrence, by theatre."""
ByNumber = Mapping[int, Line]

LETTERS = {"rigid": "R", "semi-rigid": "S", "free": "F", "consensual": "C", "matrix": "M", "minimal": "N"}
_RULED = {
    "accept": "✓ accepted",
    "amend": "~ amended",
    "set-aside": "× set aside",
    **{grade: f"{'✓' if grade.startswith('yes') else '×'} {words}" for grade, words in GRADES.items()},
}


def ruled_words(outcome: str) -> str:
    """A ruling's outcome with its mark: "✓ accepted"."""
    return _RULED.get(outcome, outcome)


def item_sentence(item: Proposal, world: World, by_number: ByNumber) -> str:
    """What was asked or said, as a sentence that begins with the seat."""
    scenario, seats = world.scenario, world.seats
    kind = item.item.partition("/")[0]
    if item.move is not None:
        return move_line(item.move, scenario, seats)
    who = seat_name(scenario, item.seat, seats)
    if kind == "text":
        return f"{who} has tabled {quoted(names.text_name(scenario, item.item.partition('/')[2], seats))}"
    if kind == "free":
        line = by_number.get(item.ref)
        aim = line.move.aim if line and isinstance(line.move, MakeFreeMove) else ""
        return f"{who} argues: {quoted(aim) or 'a free move'}"
    inject = item.item.partition("/")[2]
    repliers = listed([seat_name(scenario, seat, seats, the=True) for seat, _ in world.injects[inject].answers])
    return f"{names.capital(repliers)} answered {quoted(names.inject_name(scenario, inject))}"


def item_effects(item: Proposal, by_move: ByMove) -> dict[str, float]:
    """Points by figure and by theatre's deterrence, the largest first; money and other figures behind points."""
    points = {**by_move.get(item.ref, {}), **figures_moved(item.changes)}
    return dict(sorted(points.items(), key=lambda each: (_behind(each[0]), -abs(each[1]))))


def _behind(path: str) -> bool:
    figure = figure_at(path)
    return figure is not None and figure.behind


def no_effect(item: Proposal, moment: Moment) -> str:
    """Why an item moves nothing this turn, in a few words."""
    move = item.move
    due = getattr(move, "turn", 0)
    if due > moment.world.turn:
        return f"felt in turn {due}, when it leaves"
    if any(need.startswith("not ordered") for need in item.needs):
        return "nothing happens"
    if item.item.startswith("free/"):
        return "no effect without a ruling"
    if item.item.startswith("text/") and moment.waits(item.item.removeprefix("text/")):
        return "decided next turn"
    return "moves no score this turn"


def sections(item: Proposal, moment: Moment, lines: Sequence[Line], by_move: ByMove) -> list[Section]:
    """All that an adjudicator wants to know of an item before ruling."""
    world = moment.world
    hidden = item.mode == "free" and not item.ruled
    return [
        Section(
            "Needs you", tuple(Content.styled(f"{need[:1].upper()}{need[1:]}", palette.LOW) for need in item.needs)
        ),
        Section("Why, in their own words", tuple(_intent(item, world, lines))),
        Section("Voices", tuple(_voices(item, world, lines))),
        *_free_sections(item, world, lines),
        Section("The model proposes", tuple(_hidden() if hidden else _proposal(item, moment, by_move))),
        Section("Because", () if hidden else tuple(_causes(item, world))),
    ]


def _intent(item: Proposal, world: World, lines: Sequence[Line]) -> Iterator[Content]:
    """The line that each seat it comes from gave at its seal, with whose it is."""
    head, _, name = item.item.partition("/")
    seats = [seat for seat, _ in world.injects[name].answers] if head == "inject" else [item.seat]
    said = {
        line.move.seat: line.move.why
        for line in lines
        if line.live and line.turn == world.turn and isinstance(line.move, Seal)
    }
    for seat in seats:
        if words := said.get(seat, ""):
            yield whose(world, seat, quoted(words))


def whose(world: World, seat: str, words: str) -> Content:
    """Words with the seat that they are of."""
    return Content.assemble((f"{seat_name(world.scenario, seat, world.seats)}: ", palette.LABEL), words)


def _voices(item: Proposal, world: World, lines: Sequence[Line]) -> Iterator[Content]:
    """Who said what to a text, and how each seat answered an inject."""
    scenario, seats = world.scenario, world.seats
    head, _, name = item.item.partition("/")
    here = [line for line in lines if line.live and line.turn == world.turn]
    if head == "text":
        for line in here:
            if isinstance(line.move, BreakSilence | Footnote) and line.move.proposal == name:
                yield Content(move_line(line.move, scenario, seats))
        agreed = [seat_name(scenario, s, seats) for s in world.texts[name].consents if s != item.seat]
        if agreed:
            yield Content(f"agreed to by {listed(agreed)}")
    if head == "inject":
        last = {
            line.move.seat: line.move for line in here if isinstance(line.move, Answer) and line.move.inject == name
        }
        for seat, move in last.items():
            answer = names.option_text(scenario, name, move.option) if move.option else quoted(move.text)
            yield whose(world, seat, answer)


def _hidden() -> Iterator[Content]:
    """In free mode the expert rules first and sees the model's view after."""
    yield Content.styled("hidden in free mode until you have ruled", palette.LABEL)


def _proposal(item: Proposal, moment: Moment, by_move: ByMove) -> Iterator[Content]:
    effects = item_effects(item, by_move)
    for figure, amount in effects.items():
        yield effect_content(figure, amount, moment)
    if not effects:
        yield Content.styled(no_effect(item, moment), palette.LABEL)


def _causes(item: Proposal, world: World) -> Iterator[Content]:
    """What the model names as the causes of what it does."""
    sentences: dict[str, None] = {}
    for change in item.changes:
        if is_told(change.figure):
            sentences.setdefault(wording(change.cause, world))
    for cause in sentences:
        yield Content(cause[:1].upper() + cause[1:])


def free_move_of(item: Proposal, world: World) -> FreeMove | None:
    """The state of the free move that an item is about."""
    if not item.item.startswith("free/"):
        return None
    return next((free for free in world.free_moves if free.ref == item.ref), None)


def _free_sections(item: Proposal, world: World, lines: Sequence[Line]) -> Iterator[Section]:
    free = free_move_of(item, world)
    if free is None:
        return
    scenario, seats = world.scenario, world.seats
    argument = next((line.move for line in lines if line.n == item.ref and isinstance(line.move, MakeFreeMove)), None)
    if argument is not None:
        yield Section("By means of", (Content(argument.means),) if argument.means.strip() else ())
    voices = [line.move for line in lines if line.live and isinstance(line.move, Argue) and line.move.move == item.ref]
    speaks = {
        side: [
            Content.assemble(
                f"{sign} {move.text or 'no words'}", (f" ({seat_name(scenario, move.seat, seats)})", palette.LABEL)
            )
            for move in voices
            if move.side == side
        ]
        for side, sign in (("for", "+"), ("against", "-"))
    }
    reasons = [Content(f"+ {reason}") for reason in argument.reasons] if argument is not None else []
    yield Section("For", (*reasons, *speaks["for"]), ("Against", tuple(speaks["against"])))
    yield Section("Blind estimates", tuple(estimates_told(free, world)))
    if free.odds is not None:
        roll = (
            f", rolled {free.rolled} ({'on the table' if free.source == 'table' else 'keyed'})" if free.rolled else ""
        )
        yield Section("Odds", (Content(f"{free.odds:.0f} % locked{roll}"),))
    facts = [line.move.text for line in lines if line.live and isinstance(line.move, Fact)]
    yield Section("Facts that stand", tuple(Content(quoted(fact)) for fact in facts))


def estimates_told(free: FreeMove, world: World) -> Iterator[Content]:
    """Each seat's word on the scale, then spread and median."""
    words = [(seat, word) for seat, word in ((s, find_word(w)) for s, w in free.estimates) if word]
    if not words:
        return
    for word in SCALE:
        who = [seat_name(world.scenario, seat, world.seats) for seat, own in words if own is word]
        if who:
            yield Content.assemble(
                f"{word.word} ", (f"{word.low:.0f}-{word.high:.0f} %  ", palette.DIM), (listed(who), palette.LABEL)
            )
    middles = [word.middle for _, word in words]
    yield Content.assemble(
        ("median ", palette.LABEL), (f"{median(middles):.0f} %", f"bold {palette.BRIGHT}"),
        (f", spread {min(middles):.0f} to {max(middles):.0f} %", palette.LABEL),
    )  # fmt: skip


def median_estimate(free: FreeMove) -> float | None:
    """Per cent in the middle of the blind estimates; None without any."""
    middles = [word.middle for word in (find_word(estimate) for _, estimate in free.estimates) if word]
    return median(middles) if middles else None
