"""The survey's slips, which change no world, and the reveal, which ends them: memory is rewritten by the outcome.

A slip says which time it is of, so that slips of paper may be typed in later; when it was, its entry says.
"""

from collections.abc import Iterable

from tabletop.model.events import ObjectivesTold
from tabletop.model.moves import HandIn, Reveal
from tabletop.model.refusal import Refusal
from tabletop.model.survey import QuestionSpec, SlipWhen, questions_at
from tabletop.model.world import State, World
from tabletop.rules.acts.act import Act, Maker, When
from tabletop.rules.acts.ids import unknown
from tabletop.rules.world.draft import Draft


def _may_hand_in(world: World, move: HandIn) -> Refusal | None:
    if world.revealed:
        return Refusal(
            "survey/closed",
            "the survey is closed: what the seats had wanted has been told; control may undo the reveal",
        )
    questions = questions_at(world.scenario.questions, move.when)
    return unknown("time", move.when, tuple(SlipWhen)) or _too_early(world, move) or _misfit(questions, move)


def _too_early(world: World, move: HandIn) -> Refusal | None:
    over = len(world.history) - 1
    match move.when:
        case SlipWhen.AFTER if not 1 <= move.turn <= over:
            told = f"turn {over} is the last that is over" if over > 0 else "no turn is over yet"
            return Refusal("survey/turn", f"a slip after a turn names one that is over; {told}, {move.turn} given")
        case SlipWhen.END if world.state is not State.ENDED:
            return Refusal("survey/early", "the last slip is filled in once the exercise has ended")
        case SlipWhen.BEFORE | SlipWhen.END if move.turn:
            return Refusal("survey/turn", f"only a slip after a turn names one; {move.turn} given")
    return None


def _misfit(questions: tuple[QuestionSpec, ...], move: HandIn) -> Refusal | None:
    """Why the answers are none to what is asked."""
    to_tick = {each.id: each.choices for each in questions if each.choices}
    to_write = [each.id for each in questions if not each.choices]
    if len(move.asked) != len(move.words) or len(set(move.asked)) < len(move.asked):
        return Refusal("survey/words", "'asked' names each question that has words once, in the order of 'words'")
    wrong = (
        *(unknown("question", id, to_tick) or unknown("choice", tick, to_tick[id]) for id, tick in move.ticks.items()),
        *_unknown(move.asked, to_write),
    )
    if refusal := next(filter(None, wrong), None):
        return refusal
    if not move.ticks and not any(words.strip() for words in move.words):
        return Refusal("survey/empty", "the slip is empty; tick or write something")
    return None


def _unknown(ids: Iterable[str], known: list[str]) -> Iterable[Refusal | None]:
    return (unknown("question", id, known) for id in ids)


def _may_reveal(world: World, move: Reveal) -> Refusal | None:
    return Refusal("reveal/told", "what the seats had wanted has been told already") if world.revealed else None


def _reveal(draft: Draft, move: Reveal, ref: int) -> None:
    draft.emit(ObjectivesTold())


Act(HandIn, when=When.ALWAYS, check=_may_hand_in)
Act(Reveal, maker=Maker.CONTROL, when=When.ALWAYS, check=_may_reveal, resolve=_reveal)
