"""The last turn in some sentences, as a place may know it: control's report where one is written, else the record's."""

from tabletop.model.moves import Sitrep
from tabletop.model.world import Phase
from tabletop.table.moment import Moment
from tabletop.table.port import View
from tabletop.words.story import TurnStory, headlines, told_turn
from tabletop.words.story.headlines import caused
from tabletop.words.turns import paragraphs, report_line


def last_turn(view: View) -> tuple[Moment, Moment] | None:
    """The last turn that was adjudicated, as it opened and as it ended or stands; None before there is one."""
    world = view.world
    over = world.phase is Phase.REVIEW
    turn = world.turn if over else world.turn - 1
    if turn < 1 or turn not in view.starts or not (over or turn in view.ends):
        return None
    return view.starts[turn], view if over else view.ends[turn]


def turn_story(view: View) -> TurnStory | None:
    """All of it as values; None before there is a turn to tell of."""
    turn = last_turn(view)
    return told_turn(turn[0].world, turn[1].world, view.lines) if turn else None


def all_turns(view: View) -> list[TurnStory]:
    """The stories of all turns that were adjudicated."""
    ended = [told_turn(view.starts[turn].world, view.ends[turn].world, view.lines)
             for turn in view.ends if turn in view.starts]  # fmt: skip
    last = turn_story(view)
    return ended if last is None or any(each.turn == last.turn for each in ended) else [*ended, last]


def story(view: View) -> list[str]:
    """What the last adjudicated turn brought; the exercise's question before there is one."""
    turn = last_turn(view)
    if turn is None:
        return [view.world.scenario.exercise.question]
    before, after = (moment.world for moment in turn)
    told = told_turn(before, after, view.lines)
    report = report_line(view.lines, after.turn)
    if report is None or not isinstance(report.move, Sitrep):
        return headlines(told, before, after)
    return [*paragraphs(report.move.text), *added(told, report.n, view)]


def added(told: TurnStory, report: int, view: View) -> list[str]:
    """What people did in the turn after control's report on it was written, in the record's words; the report's own
    stay. `report`: its line."""
    later = told.of("argued", "ruled", "adjusted", "said", "fact", "promise", "act")
    return [caused(each, view.world.scenario) for each in later if each.refs[-1:] > (report,)]
