"""The last turn in some sentences, as a place may know it: control's report where one is written, else the record's."""

from tabletop.model.world import Phase
from tabletop.table.port import View
from tabletop.words.story import headline_story
from tabletop.words.turns import report_on


def story(view: View) -> list[str]:
    """What the last adjudicated turn brought; the exercise's question before there is one."""
    world = view.world
    over = world.phase is Phase.REVIEW
    turn = world.turn if over else world.turn - 1
    if turn < 1 or turn not in view.starts or not (over or turn in view.ends):
        return [world.scenario.exercise.question]
    report = report_on(view.lines, turn)
    if report:
        return list(report)
    after = world if over else view.ends[turn].world
    return headline_story(view.starts[turn].world, after, after.changes, view.lines)
