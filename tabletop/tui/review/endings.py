"""The end in words and figures: three lines of result, how exercise objectives were served, what seats reached."""

from collections.abc import Sequence

from textual.content import Content

from tabletop.model.figures.forms import MARGIN
from tabletop.model.figures.path import path_of
from tabletop.model.inner import WITHDRAWN
from tabletop.model.moves import Note
from tabletop.model.record import Line
from tabletop.model.seats import Marked
from tabletop.model.world import State, World
from tabletop.table.moment import Moment
from tabletop.tui.kit.bars import bar
from tabletop.tui.kit.wrapped import hanging
from tabletop.tui.look import palette
from tabletop.words.names import score_name, seat_name, theatre_name


def three_lines(moment: Moment) -> list[str]:
    """Deterrence, who carries it, and how they treated each other: from the opening to now."""
    world, now = moment.world, moment.scores
    scenario, names = world.scenario, world.scenario.names
    was = world.history[0] if world.history else {}

    def change_of(score: str) -> str:
        start = was.get(score)
        name = score_name(scenario, score, world.seats)
        return (
            f"{name} {start:.0f} → {now[score]:.0f}" if isinstance(start, float | int) else f"{name} {now[score]:.0f}"
        )

    weakest = min(scenario.theatres, key=lambda t: now[path_of(MARGIN, t)])
    margin = now[path_of(MARGIN, weakest)]
    stands = f"{abs(margin):.0f} points {'below' if margin < 0 else 'above'} the pressure on it"
    share = "most" if moment.carried else "not yet most"
    states = [promise.state for promise in world.promises]
    promises = f"; promises kept {states.count('kept')}, broken {states.count('broken')}" if states else ""
    surprise = int(world.figures.get("withdrawn/surprise", 0))
    forces = int(world.figures.get(WITHDRAWN, 0))
    losses = f"{forces} forces left, {surprise} by surprise" if forces != 1 else f"1 force left, {surprise} by surprise"
    return [
        f"{change_of('deterrence')}; weakest is {theatre_name(scenario, weakest)}, {stands}.",
        f"{change_of(names.share)}: the {names.own} side carries {share} of what is needed. {change_of(names.freed)}.",
        f"{change_of(names.commitment)}, {change_of(names.cohesion)}, {change_of(names.trust)}; {losses}{promises}.",
    ]


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
