"""The parts of a turn's review, as text: its story, what was ordered, what came of it, what seats had expected."""

from collections.abc import Iterator, Sequence
from typing import Final

from textual.content import Content

from tabletop.model.world import World
from tabletop.table.expectations import expectations
from tabletop.table.moment import Moment
from tabletop.tui.kit.wrapped import hanging
from tabletop.tui.look import palette
from tabletop.tui.review.ledgers import expectation_lines, promise_lines
from tabletop.words.foreseen import THE_RULE
from tabletop.words.names import seat_name, seat_short
from tabletop.words.sentences import deed_line
from tabletop.words.story import Happening, TurnStory
from tabletop.words.story.happening import CAME_AND_WENT, PEOPLE, SETTLED
from tabletop.words.story.headlines import effects, pulls

_WIDE: Final = 100
"""Columns from which seats have their whole names beside their orders."""
_EFFECTS: Final = 3
"""Scores told beside a result."""


def story_part(story: Sequence[str], width: int, told: int | None = None) -> Content:
    """The story's sentences, numbered, as they are read aloud; those after the first `told` keep their numbers and the
    room that they will take."""
    indent = len(str(len(story))) + 2
    rows = [hanging(Content.styled(each, f"bold {palette.BRIGHT}"), width, indent) for each in story]
    whole = len(rows) if told is None else told
    lines = []
    for n, row in enumerate(rows, 1):
        first, *more = row.split("\n")
        number = Content.styled(f"{n:>{indent - 2}}", palette.LABEL)
        if n <= whole:
            lines += [Content.assemble(number, first[indent - 2 :]), *more]
        else:
            lines += [Content.assemble(number, ("  ·", palette.DIM)), *(Content("") for _ in more)]
        lines.append(Content(""))
    return Content("\n").join(lines[:-1])


def orders_part(story: TurnStory, after: World, width: int) -> Content:
    """What each seat ordered, promised, and did in the open."""
    rows, name_of = [], seat_name if width >= _WIDE else seat_short
    names = {seat: name_of(after.scenario, seat, after.seats) for seat in after.seats}
    indent = max(map(len, names.values())) + 2
    for seat, name in names.items():
        orders = _orders(story, after, seat)
        label = Content.styled(name, f"bold {palette.LABEL}" if orders else palette.DIM)
        rows.append(hanging(orders or Content.styled("no orders", palette.DIM), width, indent, label))
    return Content("\n").join(rows)


def results_part(story: TurnStory, after: World, width: int) -> Content:
    """What people argued, ruled and said; what came of it all, what moved most first; what draws every turn."""
    came = story.ranked(story.of(*CAME_AND_WENT, *SETTLED, "news", "event"))
    rows = [
        row for each in (*story.of(*PEOPLE, "fact"), *came, *story.of("edge")) for row in _result(each, after, width)
    ]
    if not rows:
        rows = [Content.styled("Nothing came, went or was agreed this turn.", palette.LABEL)]
    rows += [hanging(Content.styled(each, palette.LABEL), width, 2, "·") for each in pulls(story, after.scenario)]
    return Content("\n").join(rows)


def _result(each: Happening, after: World, width: int) -> Iterator[Content]:
    effect = effects(each, after.scenario, _EFFECTS) if each.kind != "adjusted" else ""
    text = Content.assemble(each.text[:1].upper() + each.text[1:], (f"   {effect}" if effect else "", palette.LABEL))
    yield hanging(text, width, 2, Content.styled(*_mark(each.good)))
    if each.kind == "argued":
        for detail in each.detail:
            yield hanging(Content.styled(detail, palette.LABEL), width, 4)


def _mark(good: bool | None) -> tuple[str, str]:
    return {True: ("▲", palette.HIGH_TEXT), False: ("▼", palette.LOW), None: ("·", palette.DIM)}[good]


def foretold(before: Moment, after: Moment) -> str:
    """ "2 of 5 as expected"; "" where nobody said what it expected."""
    told = [each.foreseen for each in expectations(after, before)]
    return f"{told.count(True)} of {len(told)} as expected" if told else ""


def expected_part(before: Moment, after: Moment, width: int) -> Content:
    """What seats had expected, and promises that fell due."""
    expected = list(expectation_lines(after, before))
    rule = [Content.styled(THE_RULE, palette.LABEL)] if expected else []
    rows = [*expected, *rule, *promise_lines(before.world, after.world)]
    if not rows:
        return Content.styled("No expectation was given, and no promise fell due.", palette.LABEL)
    return Content("\n").join([hanging(row, width, 2) for row in rows])


def _orders(story: TurnStory, world: World, seat: str) -> Content:
    """A seat's orders in a row; what control changed or set aside says so. Then what else it did."""
    parts = []
    for n, order in enumerate(world.seats[seat].orders):
        sentence = deed_line(order.move, world.scenario, world.seats)
        ruling = world.rulings.get(f"{seat}/{n}")
        if ruling and ruling.outcome in ("amend", "set-aside"):
            word = "amended" if ruling.outcome == "amend" else "set aside"
            parts.append(Content.assemble((sentence, "strike"), (f" ({word} by control)", palette.LABEL)))
        else:
            parts.append(Content(sentence))
    name = f"{seat_name(world.scenario, seat, world.seats)} "
    beside = [each.text.removeprefix(name) for each in story.of("act", "promised") if each.who == (seat,)]
    return Content("; ").join([*parts, *(Content.styled(each, palette.LABEL) for each in beside)])
