"""What hung on one move: its turn played again without it, everything else as it was entered, on the same luck.

Only the place that reads every move can ask; nothing is written, and no later turn is played, where people would have
answered otherwise.
"""

from collections.abc import Mapping

from tabletop.model.moves import Advance, Practice
from tabletop.model.record import Line
from tabletop.model.world import Phase, World
from tabletop.rules.acts.check import check
from tabletop.rules.acts.step import step
from tabletop.rules.scores.deterrence import scores
from tabletop.table.moment import Moment
from tabletop.table.port import View


def hung_on(view: View, n: int) -> Mapping[str, float]:
    """By score how much higher it stands at the end of its turn than it does without line n; empty for a turn that is
    not over."""
    turn = next(line.turn for line in view.lines if line.n == n)
    end = _end(view, turn)
    if end is None:
        return {}
    without = scores(played_again(view, turn, leave=n))
    return {score: value - without[score] for score, value in end.scores.items()}


def played_again(view: View, turn: int, leave: int = 0) -> World:
    """A turn from its opening to its end, without line `leave`. What no longer passes is left out too."""
    world = before = view.starts[turn].world
    for line in view.lines:
        if not line.live or line.turn != turn or line.n == leave or _goes_on(line):
            continue
        if isinstance(line.move, Practice) and line.move.act == "end":
            world = before
            continue
        if isinstance(line.move, Practice):
            before = world
        if check(world, line.move) is None:
            world, _ = step(world, line.move, line.n)
    return world


def _end(view: View, turn: int) -> Moment | None:
    """As a turn ended; one in review as it stands."""
    if view.world.turn == turn and view.world.phase is Phase.REVIEW:
        return view
    return view.ends.get(turn)


def _goes_on(line: Line) -> bool:
    """Whether it opens the next turn, or ends the exercise with the last."""
    return isinstance(line.move, Advance) and line.phase == Phase.REVIEW.value
