"""Control's rulings on what was done, and its corrections of figures."""

from tabletop.errors import TabletopError
from tabletop.model.cause import because
from tabletop.model.effects import Effect
from tabletop.model.events import ModeSet, Ruling
from tabletop.model.figures.forms import PLEDGE, SPENDING
from tabletop.model.figures.glossary import read_path
from tabletop.model.grammar import effect
from tabletop.model.moves import Adjust, Mode, Rule
from tabletop.model.moves.control import MODES, OUTCOMES
from tabletop.model.refusal import Refusal
from tabletop.model.world import Phase, Ruled, World
from tabletop.rules.acts.act import Act, Maker
from tabletop.rules.acts.changeable import adjustment_refusal, target_refusal
from tabletop.rules.acts.ids import unknown
from tabletop.rules.acts.items import find_item
from tabletop.rules.turn.effects import affect, targets
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.evolving import evolve
from tabletop.rules.world.figures import settle

#: Turns that an effect of control's may last at most.
LONGEST = 99


def _may_rule(world: World, move: Rule) -> Refusal | None:
    if world.phase is not Phase.ADJUDICATE:
        return Refusal("phase/not-adjudicate", f"rulings are made in adjudication; this is {world.phase.value}")
    if refusal := unknown("outcome", move.outcome, OUTCOMES) or (
        unknown("mode", move.mode, MODES) if move.mode else None
    ):
        return refusal
    try:
        find_item(world, move.item)
    except KeyError:
        return Refusal("rule/unknown", f"nothing of this turn that can be ruled on is numbered {move.item}")
    return effects_refusal(world, move.effects)


def effects_refusal(world: World, lines: tuple[object, ...]) -> Refusal | None:
    """A refusal when an effect can't be read or reaches for something that isn't there."""
    for line in lines:
        try:
            change = effect(line)  # type: ignore[arg-type]
        except (TabletopError, TypeError, ValueError, OverflowError) as error:
            return Refusal("effect/unreadable", f"an effect can't be read: {error}")
        if not 0 <= change.turns <= LONGEST:
            return Refusal("effect/turns", f"an effect lasts 0 to {LONGEST} turns; {change.turns} given")
        if refusal := target_refusal(world, change):
            return refusal
    return None


def _changes_something(world: World, move: Adjust) -> Refusal | None:
    return Refusal("adjust/nothing", f"an adjustment of 0 leaves {move.what} as it is") if move.amount == 0 else None


def _rule(draft: Draft, move: Rule, ref: int) -> None:
    item = find_item(draft, move.item)
    draft.emit(Ruling(item, Ruled(move.outcome, tuple(effect(line) for line in move.effects), move.mode, ref)))


def _adjust(draft: Draft, move: Adjust, ref: int) -> None:
    cause = because("adjustment")
    figure, what = read_path(move.what)
    if figure is not None and figure.form in (SPENDING, PLEDGE):
        state, of_spending = draft.members[what[0]], figure.form == SPENDING
        old = state.spending if of_spending else state.pledge
        new = float(move.value) if move.value is not None else old + (move.amount or 0.0)
        member = evolve(state, spending=new, by_hand=True) if of_spending else evolve(state, pledge=new)
        draft.set_member(what[0], evolve(member, ref=ref))
    elif isinstance(move.value, str):
        affect(draft, Effect(move.what, set=move.value), cause, ref)
    elif move.value is not None:
        for key in targets(draft, move.what):
            settle(draft, key, float(move.value), cause, ref)
    else:
        affect(draft, Effect(move.what, move.amount or 0.0), cause, ref)


def _set_mode(draft: Draft, move: Mode, ref: int) -> None:
    draft.emit(ModeSet(move.domain, move.mode))


Act(Rule, maker=Maker.CONTROL, check=_may_rule, resolve=_rule)
Act(
    Adjust,
    maker=Maker.CONTROL,
    check=adjustment_refusal,
    sense=_changes_something,
    about=lambda move: ("adjustment", move.what),
    resolve=_adjust,
)
Act(
    Mode,
    maker=Maker.CONTROL,
    check=lambda world, move: unknown("mode", move.mode, MODES),
    resolve=_set_mode,
)
