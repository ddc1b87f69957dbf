"""What Space does next, and how the footer names it: never past what waits for control without saying so."""

from enum import StrEnum

from attrs import frozen

from tabletop.model.world import Phase, State, World
from tabletop.rules.world.arithmetic import count_of
from tabletop.table.injects import waiting_answers
from tabletop.table.owners import teams
from tabletop.words.late import late_texts


class StepKind(StrEnum):
    """What the next step is: an advance, a dialog, or a screen."""

    RESUME = "resume"
    ADVANCE = "advance"
    RED = "red"
    MODEL_RED = "model-red"
    ADJUDICATE = "adjudicate"
    REVIEW = "review"
    ENDEX = "endex"


@frozen
class NextStep:
    """`words` for the footer: "to orders", "to Red, 3 not sealed"; `short` where there is less room."""

    kind: StepKind
    words: str
    short: str = ""


def next_step(world: World, reviewed: bool = False, model_red: bool = False) -> NextStep:
    """`world`: control's view. `reviewed`: the review of this turn has been shown. `model_red`: nobody is asked for
    the adversary's order, the model gives it."""
    if world.state is State.PAUSED:
        return NextStep(StepKind.RESUME, "resume")
    if world.state is State.ENDED:
        return NextStep(StepKind.ENDEX, "to the close")
    match world.phase:
        case Phase.BRIEF:
            return NextStep(StepKind.ADVANCE, "to orders")
        case Phase.ORDERS:
            missing = _missing(world)
            said = [f"{count} {words}" for words, count in missing.items()] or ["all sealed"] * bool(teams(world))
            left = count_of(missing.values())
            short = f"to Red, {left} open" if missing else "to Red"
            return NextStep(StepKind.ADVANCE, ", ".join(["to Red", *said]), short)
        case Phase.RED:
            if world.red is not None:
                return NextStep(StepKind.ADVANCE, "to adjudication")
            if model_red:
                return NextStep(StepKind.MODEL_RED, "the model plays Red")
            return NextStep(StepKind.RED, "seal Red")
        case Phase.ADJUDICATE:
            return NextStep(StepKind.ADJUDICATE, "adjudicate")
        case Phase.REVIEW:
            if not reviewed:
                return NextStep(StepKind.REVIEW, "review")
            last = world.turn >= world.turns
            return NextStep(StepKind.ADVANCE, "end the exercise" if last else f"to turn {world.turn + 1}")


def _missing(world: World) -> dict[str, int]:
    """How much is open, by what is said of it."""
    seats = teams(world)
    counts = {
        "not sealed": count_of(not world.seats[seat].sealed for seat in seats),
        "to answer": count_of(waiting_answers(world, seat) > 0 for seat in seats),
        "tabled late": len(late_texts(world)),
    }
    return {words: count for words, count in counts.items() if count}
