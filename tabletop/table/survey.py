"""The survey as a place may know it: which slips can be filled in now, which lie there, what they say. A slip that was
taken back is none."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from tabletop.model.moves import HandIn
from tabletop.model.record import Line
from tabletop.model.scenario import Scenario
from tabletop.model.survey import QuestionSpec, SlipWhen
from tabletop.model.world import Phase, State, World
from tabletop.rules.world.arithmetic import count_of
from tabletop.table.port import View
from tabletop.table.taken_out import taken_out


@frozen
class SlipTime:
    """A time at which slips are handed out; `turn` is the one that was over, 0 for the other times."""

    when: str
    turn: int = 0


@frozen
class Slip:
    """A slip of somebody in a seat, and the entry it stands in. `words` by question, without those that were taken out
    of the record."""

    entry: int
    seat: str
    time: SlipTime
    ticks: dict[str, str]
    words: dict[str, str]


@frozen
class SlipAnswer:
    """What one slip says to a question: the choice that was ticked, or words."""

    time: SlipTime
    entry: int
    said: str


@frozen
class Answered:
    """A question with what slips say to it, in the order of the slips."""

    question: QuestionSpec
    answers: tuple[SlipAnswer, ...]

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """By choice how often it was ticked, in the order of the choices; choices that nobody ticked are left out."""
        ticked = [each.said for each in self.answers]
        return tuple((choice, count) for choice in self.question.choices if (count := ticked.count(choice)))


def open_times(world: World) -> tuple[SlipTime, ...]:
    """For which times a slip can be handed in now, the one that is asked for now last; none once the survey is
    closed."""
    if world.revealed or world.played_under:
        return ()
    turns = tuple(SlipTime(SlipWhen.AFTER, turn) for turn in range(1, len(world.history)))
    ends = (SlipTime(SlipWhen.END),) if world.state is State.ENDED else ()
    times = (SlipTime(SlipWhen.BEFORE), *turns, *ends)
    asked = {question.when for question in world.scenario.questions}
    return tuple(time for time in times if time.when in asked)


def slips(lines: Iterable[Line]) -> list[Slip]:
    """Those that stand on the lines a place may read, in their order."""
    return [_slip(line.n, line.move) for line in lines if line.live and isinstance(line.move, HandIn)]


def slip_count(lines: Iterable[Line], seat: str, time: SlipTime) -> int:
    """How many slips of a time lie there from a seat: several people sit in one."""
    return count_of(each.seat == seat and each.time == time for each in slips(lines))


def slip_due(view: View, seat: str) -> bool:
    """Whether a slip is asked for now and none lies there from the seat: before the first orders are opened, from the
    results of a turn to the next orders, and after the end."""
    world, times = view.world, open_times(view.world)
    if not times or world.phase is Phase.RED or world.phase is Phase.ADJUDICATE:
        return False
    first_orders = world.phase is Phase.ORDERS and world.turn == 1
    asked = world.state is State.ENDED or first_orders or world.phase is not Phase.ORDERS
    return asked and not slip_count(view.lines, seat, times[-1])


def answered(scenario: Scenario, lines: Iterable[Line]) -> list[Answered]:
    """Every question that was answered, in the order in which they are asked."""
    handed_in = slips(lines)
    every = (Answered(question, tuple(_answers(question, handed_in))) for question in scenario.questions)
    return [each for each in every if each.answers]


def _slip(n: int, move: HandIn) -> Slip:
    said = {id: words for id, words in zip(move.asked, move.words, strict=False) if words.strip()}
    words = {id: text for id, text in said.items() if not taken_out(text)}
    return Slip(n, move.seat, SlipTime(move.when, move.turn), dict(move.ticks), words)


def _answers(question: QuestionSpec, handed_in: Iterable[Slip]) -> Iterator[SlipAnswer]:
    for slip in handed_in:
        said = slip.ticks.get(question.id) or slip.words.get(question.id, "")
        if said and slip.time.when == question.when:
            yield SlipAnswer(slip.time, slip.entry, said)
