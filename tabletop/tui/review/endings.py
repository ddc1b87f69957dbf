"""The end in words and figures: how exercise objectives were served, what seats reached."""

from collections.abc import Sequence

from textual.content import Content

from tabletop.model.moves import Note
from tabletop.model.record import Line
from tabletop.model.seats import Marked
from tabletop.model.world import State, World
from tabletop.table.moment import Moment
from tabletop.tui.kit.bars import bar
from tabletop.tui.kit.wrapped import hanging
from tabletop.tui.look import palette
from tabletop.words.names import seat_name


def objective_lines(world: World, lines: Sequence[Line], width: int) -> Content:
    """What the exercise was run for, with the injects and notes that served it."""
    aim = world.scenario.exercise
    rows = [hanging(Content.assemble(("Question  ", palette.LABEL), aim.question), width, 0)]
    notes = [line.move.objective for line in lines if line.live and isinstance(line.move, Note)]
    for objective in aim.objectives:
        injects = [
            name
            for name, state in world.injects.items()
            if state.turn and name in world.scenario.injects and world.scenario.injects[name].objective == objective.id
        ]
        mentions = notes.count(objective.id)
        tally = f"  {_count(len(injects), 'inject')}, {_count(mentions, 'note')}"
        service = Content.styled(tally, palette.LABEL if injects or mentions else palette.LOW)
        rows.append(hanging(Content.assemble(objective.text, service), width, 2, Content.styled("·", palette.DIM)))
    return Content("\n").join(rows)


def _count(number: int, thing: str) -> str:
    return f"{number or 'no'} {thing}{'' if number == 1 else 's'}"


def seat_lines(moment: Moment, width: int) -> Content:
    """Every seat's total and each of its objectives with points and weight, secret ones named as such.

    What asks for a turn that was not played is no failure: it is told as it stood and counts for nothing.
    """
    blocks, world = [], moment.world
    if any(_open(moment, each) for seat in world.seats for each in moment.marked(seat)):
        remark = (
            f"{_where(moment)}. Objectives that ask for a later turn are not counted; their points say only how they "
            "stood. A seat's result is of what could be scored."
        )
        blocks.append(hanging(Content.styled(remark, palette.LABEL), width, 0))
    for seat in world.seats:
        marks = moment.marked(seat)
        rows = [_head(moment, seat, marks), *(hanging(_marked(moment, each), width, 2) for each in marks)]
        blocks.append(Content("\n").join(rows))
    return Content("\n\n").join(blocks)


def _open(moment: Moment, each: Marked) -> bool:
    """Whether an objective asks for a turn that has not been played."""
    return each.due > moment.played


def _where(moment: Moment) -> str:
    """How far the exercise went: "The exercise ended in turn 3 of 8"."""
    world = moment.world
    if world.state is not State.ENDED:
        return f"This is turn {world.turn} of {world.turns}"
    if moment.played >= world.turns:
        return f"The exercise had {world.turns} turns"
    return f"The exercise ended in turn {world.turn} of {world.turns}"


def _head(moment: Moment, seat: str, marks: Sequence[Marked]) -> Content:
    world = moment.world
    name = Content.styled(f"{seat_name(world.scenario, seat, world.seats)}  ", f"bold {palette.BRIGHT}")
    countable = [each for each in marks if not _open(moment, each)]
    weight = sum(each.weight for each in countable)
    if not weight:
        return Content.assemble(name, ("nothing could be scored", palette.LABEL))
    points = sum(each.points * each.weight for each in countable) / weight
    part = f"  on {weight:.0f} % of what it wanted" if len(countable) < len(marks) else ""
    return Content.assemble(
        name, bar(points, 20, palette.ACCENT), (f"  {points:.0f}", f"bold {palette.BRIGHT}"), (part, palette.LABEL)
    )


def _marked(moment: Moment, each: Marked) -> Content:
    """An objective with its points; one that asks for a later turn says so in their place."""
    head = (
        (f"{each.objective.title}", f"bold {palette.TEXT}"),
        ("  secret" if each.objective.secret else "  open", palette.LABEL),
        f": {each.objective.text.strip()}",
    )
    if _open(moment, each):
        asks = f"asks for turn {each.due}, not reached: {_where(moment)[0].lower()}{_where(moment)[1:]}"
        standing = f" (stood at {each.points:.0f}, weight {each.weight:.0f} %)"
        return Content.assemble(("  ·", palette.LABEL), " ", *head, (f"  {asks}{standing}", palette.LABEL))
    ink = palette.HIGH_TEXT if each.points >= 60 else palette.LOW if each.points < 40 else palette.TEXT
    return Content.assemble(
        (f"{each.points:3.0f}", f"bold {ink}"), (f" of 100, weight {each.weight:.0f} %  ", palette.DIM), *head
    )
