"""The last turn in some sentences, as a place may know it: control's report where one is written, else the record's."""

from tabletop.model.world import Phase
from tabletop.table.local import LocalTable
from tabletop.words.sentences import headline_story
from tabletop.words.turns import report_on, turn_ends, turn_starts


def story(table: LocalTable) -> list[str]:
    """What the last adjudicated turn brought; the exercise's question before there is one."""
    view = table.view_now()
    world = view.world
    over = world.phase is Phase.REVIEW
    turn = world.turn if over else world.turn - 1
    lines = table.at("control").view_now().lines
    start, end = turn_starts(lines).get(turn), turn_ends(lines).get(turn)
    if turn < 1 or start is None or end is None:
        return [world.scenario.exercise.question]
    written = report_on(view.lines, turn)
    if written:
        return list(written)
    before, after = table.world_at(start), table.world_at(end)
    return headline_story(before, after, after.changes, view.lines)
