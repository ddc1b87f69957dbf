"""Control's rulings on what was done, and its corrections of figures."""

from collections.abc import Collection
from math import isfinite

from tabletop.errors import TabletopError
from tabletop.model.effects import Effect
from tabletop.model.events import ModeSet, Ruling
from tabletop.model.forces import Status
from tabletop.model.grammar import effect
from tabletop.model.injects import InjectState
from tabletop.model.inner import MOVABLE, key_of
from tabletop.model.moves import Adjust, Mode, Rule
from tabletop.model.moves.control import MODES, OUTCOMES
from tabletop.model.refusal import Refusal
from tabletop.model.world import Phase, Ruled, World
from tabletop.rules.acts.act import Maker, act
from tabletop.rules.acts.items import find_item
from tabletop.rules.acts.known import unknown
from tabletop.rules.turn.effects import BY_SEAT, affect, targets
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.evolving import evolve
from tabletop.rules.world.figures import limits, settle

#: Turns that an effect of control's may last at most.
LONGEST = 99
#: What of a thing can be set to a word.
_SETTABLE = {"inject": ("", "state"), "force": ("", "status", "theatre"), "post": ("", "status", "holder")}


def _may_rule(world: World, move: Rule) -> Refusal | None:
    if world.phase is not Phase.ADJUDICATE:
        return Refusal("phase/not-adjudicate", f"rulings are made in adjudication; this is {world.phase.value}")
    refused = unknown("outcome", move.outcome, OUTCOMES) or (unknown("mode", move.mode, MODES) if move.mode else None)
    if refused:
        return refused
    try:
        find_item(world, move.item)
    except KeyError:
        return Refusal("rule/unknown", f"nothing of this turn that can be ruled on is numbered {move.item}")
    return effects_refusal(world, move.effects)


def effects_refusal(world: World, told: tuple[object, ...]) -> Refusal | None:
    """A refusal when an effect can't be read or reaches for something that isn't there."""
    for line in told:
        try:
            read = effect(line)  # type: ignore[arg-type]
        except (TabletopError, TypeError, ValueError, OverflowError) as error:
            return Refusal("effect/unreadable", f"an effect can't be read: {error}")
        if not 0 <= read.turns <= LONGEST:
            return Refusal("effect/turns", f"an effect lasts 0 to {LONGEST} turns; {read.turns} given")
        refused = target_refusal(world, read)
        if refused:
            return refused
    return None


def target_refusal(world: World, told: Effect) -> Refusal | None:
    """A refusal when an effect's path names nothing that effects may change."""
    head, _, rest = told.on.partition("/")
    name, _, what = rest.partition("/")
    if not isfinite(told.add):
        return Refusal("effect/amount", "an effect's amount must be a finite number")
    if told.set:
        words: dict[str, Collection[str]] = {"inject": world.injects, "force": world.forces, "post": world.posts}
        if head not in words or what not in _SETTABLE[head]:
            return Refusal("effect/path", f"'{told.on}' can't be set to a word")
        return unknown(head, name, words[head]) or _word(world, head, name, what, told.set)
    if told.on in world.scenario.tracks or told.on in MOVABLE:
        return None
    if head in ("pressure", "gap"):
        return None if rest == "all" else unknown("theatre", rest, world.scenario.theatres)
    if head in BY_SEAT:
        return None if rest == "all" else unknown("seat", rest, world.scenario.seats)
    known = [*world.scenario.tracks, "pressure/THEATRE", "gap/THEATRE", "support/SEAT", "capital/SEAT", "wallet/SEAT"]
    return unknown("figure", told.on, known)


def _word(world: World, head: str, name: str, what: str, word: str) -> Refusal | None:
    if head == "inject":
        return unknown("state", word, [s.value for s in InjectState])
    if head == "force":
        spec, state = world.scenario.forces[name], world.forces[name]
        if spec.programme and state.status is Status.BUILDING and not state.turn:
            return Refusal("force/not-ordered", f"{spec.name} has not been ordered yet")
        if what == "theatre":
            return unknown("theatre", word, world.scenario.theatres)
        return unknown("status", word, [s.value for s in Status if s is not Status.BUILDING or spec.programme])
    if what == "holder":
        return unknown("member", word, world.scenario.members)
    return unknown("status", word, ("held", "transition"))


def _may_adjust(world: World, move: Adjust) -> Refusal | None:
    if (move.amount is None) == (move.value is None):
        return Refusal("adjust/amount", "give either an amount to add or a value to set")
    head, _, rest = move.what.partition("/")
    given = move.amount if move.amount is not None else move.value
    if isinstance(given, str):
        if not given:
            return Refusal("adjust/amount", "say which word to set")
        return target_refusal(world, Effect(move.what, set=given))
    if given is None or not isfinite(given):
        return Refusal("adjust/amount", "an adjustment must be a finite number")
    if head in ("spending", "pledge"):
        refused = unknown("member", rest, world.scenario.members)
        now = world.members[rest].spending if not refused else 0.0
        new = given if move.value is not None else now + given
        return refused or (None if 0 <= new <= 20 else Refusal("adjust/range", "a share of GDP is 0 to 20 per cent"))
    refused = target_refusal(world, Effect(move.what, float(given)))
    if refused or move.value is None:
        return refused
    low, high = _range(world, move.what)
    if not low <= given <= high:
        return Refusal("adjust/range", f"{move.what} lies between {low:g} and {high:g}; {given:g} given")
    return None


def _range(world: World, figure: str) -> tuple[float, float]:
    return limits(Draft(world), key_of(figure, world.scenario.tracks))


def _changes_something(world: World, move: Adjust) -> Refusal | None:
    return Refusal("adjust/nothing", f"an adjustment of 0 leaves {move.what} as it is") if move.amount == 0 else None


def _rule(draft: Draft, move: Rule, ref: int) -> None:
    item = find_item(draft.as_world(), move.item)
    draft.emit(Ruling(item, Ruled(move.outcome, tuple(effect(told) for told in move.effects), move.mode, ref)))


def _adjust(draft: Draft, move: Adjust, ref: int) -> None:
    cause = "control's adjustment"
    head, _, rest = move.what.partition("/")
    if head in ("spending", "pledge"):
        state = draft.members[rest]
        old = state.spending if head == "spending" else state.pledge
        new = float(move.value) if move.value is not None else old + (move.amount or 0.0)
        changed = evolve(state, spending=new, by_hand=True) if head == "spending" else evolve(state, pledge=new)
        draft.set_member(rest, evolve(changed, ref=ref))
    elif isinstance(move.value, str):
        affect(draft, Effect(move.what, set=move.value), cause, ref)
    elif move.value is not None:
        for figure in targets(draft, move.what):
            settle(draft, figure, float(move.value), cause, ref)
    else:
        affect(draft, Effect(move.what, move.amount or 0.0), cause, ref)


def _set_mode(draft: Draft, move: Mode, ref: int) -> None:
    draft.emit(ModeSet(move.domain, move.mode))


act(Rule, maker=Maker.CONTROL, check=_may_rule, resolve=_rule)
act(
    Adjust,
    maker=Maker.CONTROL,
    check=_may_adjust,
    sense=_changes_something,
    about=lambda move: ("adjustment", move.what),
    resolve=_adjust,
)
act(
    Mode,
    maker=Maker.CONTROL,
    check=lambda world, move: unknown("mode", move.mode, MODES),
    resolve=_set_mode,
)
