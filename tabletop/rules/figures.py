"""How a figure may move: softened near the ends of a gauge, clamped to its range. One place for all effects."""

from tabletop.model.effects import Effect
from tabletop.model.events import EffectSet, ForceChanged, InjectChanged, Moved, PostChanged
from tabletop.model.forces import Status
from tabletop.model.injects import InjectState
from tabletop.rules.draft import Draft
from tabletop.rules.hosts import host_of

_HUNDRED = ("pressure", "support", "capital")


def nudge(draft: Draft, figure: str, amount: float, cause: str, ref: int = 0) -> float:
    """Adds to a gauge with a change that shrinks near the ends; returns what it really moved."""
    if figure in draft.scenario.tracks:
        value = draft.figures[figure]
        edge = draft.scenario.coefficients.soft_edge
        room = value if amount < 0 else 100 - value
        amount *= max(0.0, min(1.0, room / edge))
    return move(draft, figure, amount, cause, ref)


def move(draft: Draft, figure: str, amount: float, cause: str, ref: int = 0) -> float:
    """Adds to a figure within its range; returns what it really moved."""
    value = draft.figures.get(figure, 0.0)
    low, high = limits(draft, figure)
    amount = max(low, min(high, value + amount)) - value
    if amount:
        draft.emit(Moved(figure, amount, cause, ref))
    return amount


def settle(draft: Draft, figure: str, value: float, cause: str, ref: int = 0) -> None:
    """Brings a figure to a value."""
    amount = value - draft.figures.get(figure, 0.0)
    if amount:
        draft.emit(Moved(figure, amount, cause, ref))


def limits(draft: Draft, figure: str) -> tuple[float, float]:
    """The range of a figure."""
    head = figure.partition("/")[0]
    if figure in draft.scenario.tracks or head in _HUNDRED:
        return 0.0, 100.0
    if head in ("agreement", "gap", "readiness"):
        return 0.0, 1.0
    if figure == "alarm":
        return 0.0, draft.scenario.coefficients.alarm_most
    if head == "wallet":
        return 0.0, 1e9
    return -1e9, 1e9


def affect(draft: Draft, effect: Effect, cause: str, ref: int = 0, share: float = 1.0) -> None:
    """Applies a structured effect, `share` of it."""
    for on in _targets(draft, effect.on):
        if effect.set:
            _set(draft, on, effect.set, cause, ref)
            continue
        moved = nudge(draft, on, effect.add * share, cause, ref)
        if effect.turns and moved:
            back = Effect(on, -moved)
            draft.emit(EffectSet(draft.turn + effect.turns, back, f"{cause} (wears off)", ref))


def _targets(draft: Draft, on: str) -> list[str]:
    """The figures an effect reaches: "pressure/all" is every theatre, a joined seat stands for its host."""
    head, _, rest = on.partition("/")
    if rest == "all":
        names = draft.seats if head in ("support", "capital", "wallet") else draft.scenario.theatres
        return [f"{head}/{name}" for name in names]
    if head in ("support", "capital", "wallet") and rest not in draft.seats:
        host = host_of(draft, rest)
        return [f"{head}/{host}"] if host else []
    return [on]


def _set(draft: Draft, on: str, word: str, cause: str, ref: int) -> None:
    from attrs import evolve

    head, _, rest = on.partition("/")
    name, _, what = rest.partition("/")
    if head == "inject":
        state = InjectState(word)
        draft.emit(InjectChanged(name, evolve(draft.injects[name], state=state, ref=ref)))
    elif head == "force":
        state_now = draft.forces[name]
        if what == "theatre":
            draft.emit(ForceChanged(name, evolve(state_now, theatre=word, ref=ref), cause, ref))
        else:
            draft.emit(ForceChanged(name, evolve(state_now, status=Status(word), ref=ref), cause, ref))
    elif head == "post":
        change = {"holder": word, "status": "held", "to": "", "left": 0} if what == "holder" else {"status": word}
        draft.emit(PostChanged(name, evolve(draft.posts[name], ref=ref, **change), cause, ref))
