"""Injects: what control puts in front of players, and how far each has come."""

from enum import StrEnum

from attrs import field, frozen

from tabletop.model.effects import Condition, Effect


class InjectState(StrEnum):
    """The life of an inject. `seen` is set when an answering seat has opened it."""

    PLANNED = "planned"
    ARMED = "armed"
    HELD = "held"
    DELIVERED = "delivered"
    SEEN = "seen"
    ANSWERED = "answered"
    CLOSED = "closed"
    CANCELLED = "cancelled"


@frozen(kw_only=True)
class OptionSpec:
    """One answer. Every option costs something.

    `reason`: why a reasonable capital would choose it and what speaks against; seats that are asked read it before the
    figures. `hint`: what may follow later, where it arms another inject, as a staff would guess it. `short`: what it is
    called in a cause; by default its text up to the first pause.
    """

    id: str
    text: str
    effects: tuple[Effect, ...] = ()
    reason: str = ""
    hint: str = ""
    short: str = ""
    outcome: str = ""  # word it gives the inject, or its chain
    opens: tuple[str, ...] = ()  # injects it arms
    closes: tuple[str, ...] = ()  # injects it cancels


@frozen(kw_only=True)
class InjectSpec:
    """`answers`: seats that must answer, the main one first: each answer works by its part, the option that most chose
    is the outcome, and between equals the seat named first decides.

    Trigger: it fires at the brief of a turn in `window` when armed (`armed` from the start, or opened by another), its
    conditions hold and its keyed draw is under `chance` (per cent). `by_hand` never fires by itself.
    What lies in the `stock` comes when the director draws it; `chance` and `chance_if` weigh it against the others.
    `chain` names the chain whose outcome its options give ("greenland").
    """

    id: str
    title: str
    storyline: str
    text: str
    control: str = ""  # text for control
    channel: str = "press"
    sender: str = ""
    theatre: str = ""
    window: tuple[int, int] = (1, 99)
    chance: float = 100.0
    chance_if: tuple[tuple[Condition, float], ...] = ()  # per cent added where the condition holds
    when: tuple[Condition, ...] = ()
    armed: bool = True
    by_hand: bool = False
    stock: bool = False
    repeatable: bool = False
    contingency: bool = False
    chain: str = ""
    answers: tuple[str, ...] = ()
    options: tuple[OptionSpec, ...] = ()
    default: str = ""
    effects: tuple[Effect, ...] = ()  # when it fires
    objective: str = ""  # exercise objective
    weight: float = 1.0
    real: str = ""  # "real", "chance": what of it was known when the exercise opens
    basis: str = "judgement"


@frozen(kw_only=True)
class Inject:
    """State. `answers`: (seat, option) given so far; `turn` in which it was delivered; `outcome` once settled."""

    state: InjectState = InjectState.PLANNED
    turn: int = 0
    answers: tuple[tuple[str, str], ...] = ()
    outcome: str = ""
    asked: tuple[str, ...] = ()  # seats that control asks when it wrote the inject itself
    ref: int = field(default=0, eq=False)
    written: int = field(default=0, eq=False)  # number of the entry that wrote it in play, where its words stand
    refs: tuple[int, ...] = field(default=(), eq=False)  # numbers of the answers
