"""What Space does next, and how the footer names it: never past what waits for control without saying so."""

from enum import StrEnum

from attrs import frozen

from tabletop.model.world import Phase, State, World
from tabletop.rules.world.arithmetic import count_of
from tabletop.table.injects import waiting_answers
from tabletop.words.late import late_texts


class Kind(StrEnum):
    """What the next step is: an advance, a dialog, or a screen."""

    RESUME = "resume"
    ADVANCE = "advance"
    RED = "red"
    MODEL_RED = "model-red"
    ADJUDICATE = "adjudicate"
    REVIEW = "review"
    ENDEX = "endex"


@frozen
class Step:
    """`words` for the footer: "to orders", "to Red, 3 not sealed"."""

    kind: Kind
    words: str


def next_step(world: World, reviewed: bool = False, model_red: bool = False) -> Step:
    """`world`: control's view. `reviewed`: the review of this turn has been shown. `model_red`: nobody is asked for
    the adversary's order, the model gives it."""
    if world.state is State.PAUSED:
        return Step(Kind.RESUME, "resume")
    if world.state is State.ENDED:
        return Step(Kind.ENDEX, "to the close")
    match world.phase:
        case Phase.BRIEF:
            return Step(Kind.ADVANCE, "to orders")
        case Phase.ORDERS:
            return Step(Kind.ADVANCE, "to Red" + _missing(world))
        case Phase.RED:
            if world.red is not None:
                return Step(Kind.ADVANCE, "to adjudication")
            return Step(Kind.MODEL_RED, "the model plays Red") if model_red else Step(Kind.RED, "seal Red")
        case Phase.ADJUDICATE:
            return Step(Kind.ADJUDICATE, "adjudicate")
        case Phase.REVIEW:
            if not reviewed:
                return Step(Kind.REVIEW, "review")
            last = world.turn >= world.turns
            return Step(Kind.ADVANCE, "end the exercise" if last else f"to turn {world.turn + 1}")


def _missing(world: World) -> str:
    teams = [seat for seat, state in world.seats.items() if state.player == "team"]
    unsealed = count_of(not world.seats[seat].sealed for seat in teams)
    asked = count_of(waiting_answers(world, seat) > 0 for seat in teams)
    told = ""
    if unsealed:
        told += f", {unsealed} not sealed"
    if asked:
        told += f", {asked} to answer"
    late = len(late_texts(world))
    told = told or (", all sealed" if teams else "")
    return f"{told}, {late} tabled late" if late else told
