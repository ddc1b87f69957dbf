"""What control and effects may change in this world: paths, and the words and numbers they can be set to."""

from collections.abc import Collection, Iterator
from math import isfinite

from tabletop.model.effects import Effect
from tabletop.model.figures.figure import LAST, NUMBER, Figure
from tabletop.model.figures.glossary import changeable, key_of, read_path
from tabletop.model.figures.path import ALL, path_of
from tabletop.model.forces import Status
from tabletop.model.moves import Adjust
from tabletop.model.refusal import Refusal
from tabletop.model.world import World
from tabletop.rules.acts.ids import unknown
from tabletop.rules.scores.paths import number_at
from tabletop.rules.world.figures import limits


def ids_of(world: World, kind: str) -> Collection[str]:
    """Ids that may stand in a path for a kind; seats that have joined another are still named."""
    scenario = world.scenario
    ids: dict[str, Collection[str]] = {
        "TRACK": scenario.tracks,
        "THEATRE": scenario.theatres,
        "SEAT": scenario.seats,
        "MEMBER": scenario.members,
        "FORCE": world.forces,
        "POST": world.posts,
        "INJECT": world.injects,
    }
    return ids[kind]


def paths(world: World, *, adjusting: bool = False) -> Iterator[tuple[str, Figure]]:
    """Every path that an effect may name, the likeliest first; `adjusting`: that control may, also by hand."""
    for figure in changeable():
        if (figure.changed == "adjustment" and not adjusting) or (figure.offer == LAST and not figure.read):
            continue  # or a shorter way to say what is offered
        if not figure.kinds:
            yield figure.form, figure
            continue
        kind = figure.kinds[0]
        for name in world.seats if kind == "SEAT" else ids_of(world, kind):
            path = path_of(figure.form, name)
            if not figure.kept or path in world.figures:
                yield path, figure
        if figure.everywhere:
            yield path_of(figure.form, ALL), figure


def words_of(world: World, path: str) -> tuple[str, ...]:
    """The words that a path can be set to; none where it gives a number or names nothing."""
    figure, what = read_path(path)
    if figure is None or figure.gives == NUMBER or figure.changed != "effect":
        return ()
    words = figure.sets or figure.gives
    if not isinstance(words, tuple):
        return tuple(ids_of(world, words.upper()))
    spec = world.scenario.forces.get(what[0]) if figure.head == "force" else None
    return words if spec is None or spec.programme else tuple(word for word in words if word != Status.BUILDING)


def target_refusal(world: World, effect: Effect) -> Refusal | None:
    """A refusal when an effect's path names nothing that effects may change."""
    if not isfinite(effect.add):
        return Refusal("effect/amount", "an effect's amount must be a finite number")
    scenario = world.scenario
    figure, what = read_path(effect.on)
    may = figure is not None and figure.changed == "effect"
    if effect.set:
        if figure is None or not may or figure.gives == NUMBER:
            return Refusal("effect/path", f"'{effect.on}' can't be set to a word")
        return _unknown_id(world, figure, what[0]) or _word(world, figure, effect, what[0])
    if effect.on in scenario.tracks:
        return None
    if figure is None or not may or figure.gives != NUMBER:
        forms = [each.form for each in changeable() if each.head and each.changed == "effect" and each.gives == NUMBER]
        return unknown("figure", effect.on, [*scenario.tracks, *forms])
    return _unknown_id(world, figure, what[0]) if what and what != (ALL,) else None


def _unknown_id(world: World, figure: Figure, name: str) -> Refusal | None:
    """A refusal when the first id of a path is none of its kind."""
    kind = figure.kinds[0]
    return unknown(kind.lower(), name, ids_of(world, kind))


def _word(world: World, figure: Figure, effect: Effect, name: str) -> Refusal | None:
    """A refusal when a path can't be set to a word, or not yet."""
    if figure.head == "force":
        spec, state = world.scenario.forces[name], world.forces[name]
        if spec.programme and state.status is Status.BUILDING and not state.turn:
            return Refusal("force/not-ordered", f"{spec.name} has not been ordered yet")
    kind = figure.gives if isinstance(figure.gives, str) else figure.name.lower()
    return unknown(kind, effect.set, words_of(world, effect.on))


def adjustment_refusal(world: World, move: Adjust) -> Refusal | None:
    """A refusal when control may not adjust a figure, or not to that."""
    if (move.amount is None) == (move.value is None):
        return Refusal("adjust/amount", "give either an amount to add or a value to set")
    setting = move.amount if move.amount is not None else move.value
    if isinstance(setting, str):
        if not setting:
            return Refusal("adjust/amount", "say which word to set")
        return target_refusal(world, Effect(move.what, set=setting))
    if setting is None or not isfinite(setting):
        return Refusal("adjust/amount", "an adjustment must be a finite number")
    figure, what = read_path(move.what)
    if figure is not None and figure.at is not None:
        refusal = _unknown_id(world, figure, what[0])
        low, high = figure.at
        new = setting if refusal or move.value is not None else number_at(world, move.what) + setting
        fits = low <= new <= high
        return refusal or (None if fits else Refusal("adjust/range", f"a share of GDP is {low:g} to {high:g} per cent"))
    refusal = target_refusal(world, Effect(move.what, float(setting)))
    if refusal or move.value is None:
        return refusal
    low, high = limits(world, key_of(move.what, world.scenario.tracks))
    if not low <= setting <= high:
        return Refusal("adjust/range", f"{move.what} lies between {low:g} and {high:g}; {setting:g} given")
    return None
