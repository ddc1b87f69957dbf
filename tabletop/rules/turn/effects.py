"""Structured effects: the one way in which injects, texts, rulings and adjustments reach into the world."""

from typing import Any

from tabletop.model.cause import Cause, worn_off
from tabletop.model.effects import Effect
from tabletop.model.events import EffectSet
from tabletop.model.figures.glossary import key_of, read_path
from tabletop.model.figures.path import ALL, path_of
from tabletop.model.forces import Force, Status
from tabletop.model.injects import InjectState
from tabletop.model.posts import Post
from tabletop.rules.turn.posts import count
from tabletop.rules.turn.stations import station
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.evolving import evolve
from tabletop.rules.world.figures import nudge
from tabletop.rules.world.hosts import host_of


def affect(draft: Draft, effect: Effect, cause: Cause, ref: int = 0, share: float = 1.0) -> None:
    """Applies a structured effect, `share` of it."""
    if effect.set:
        _set(draft, effect.on, effect.set, cause, ref)
        return
    for figure in targets(draft, effect.on):
        change = nudge(draft, figure, effect.add * share, cause, ref)
        if change and effect.turns > 0:
            back = Effect(figure, -change)
            draft.emit(EffectSet(draft.turn + effect.turns, back, worn_off(cause), ref))


def gains(draft: Draft, effect: Effect) -> bool:
    """Whether an effect moves a figure the way that is better."""
    if effect.on in draft.scenario.tracks:
        better = draft.scenario.tracks[effect.on].better
    else:
        figure, _ = read_path(effect.on)
        better = figure.better if figure else "high"
    return effect.add > 0 if better == "high" else effect.add < 0


def targets(draft: Draft, on: str) -> list[str]:
    """The figures a path reaches: "pressure/all" is every theatre, a joined seat stands for its host."""
    on = key_of(on, draft.scenario.tracks)
    if on in draft.figures:
        return [on]
    figure, what = read_path(on)
    if figure is None or len(figure.kinds) != 1:
        return [on]
    by_seat = figure.kinds == ("SEAT",)
    if what == (ALL,):
        every = [path_of(figure.form, name) for name in (draft.seats if by_seat else draft.scenario.theatres)]
        return [key for key in every if key in draft.figures]
    if by_seat and what[0] not in draft.seats:
        host = host_of(draft, what[0])
        return [path_of(figure.form, host)] if host else []
    return [on]


def _set(draft: Draft, on: str, word: str, cause: Cause, ref: int) -> None:
    figure, what = read_path(on)
    match figure.form if figure else "":
        case "inject/INJECT" | "inject/INJECT/state":
            _set_inject(draft, what[0], InjectState(word), ref)
        case "force/FORCE/theatre":
            station(
                draft, what[0], evolve(draft.forces[what[0]], theatre=word, lent="", arrives=0, ref=ref), cause, ref
            )
        case "force/FORCE" | "force/FORCE/status":
            station(draft, what[0], _with_status(draft, draft.forces[what[0]], word, ref), cause, ref)
        case "post/POST" | "post/POST/holder" | "post/POST/status" as form:
            _set_post(draft, what[0], word, cause, ref, holder=form.endswith("holder"))


def _set_inject(draft: Draft, name: str, state: InjectState, ref: int) -> None:
    changes: dict[str, Any] = {"state": state, "ref": ref}
    if state is InjectState.DELIVERED:
        changes |= {"turn": draft.turn, "answers": (), "refs": ()}
    draft.set_inject(name, evolve(draft.injects[name], **changes))


def _with_status(draft: Draft, state: Force, word: str, ref: int) -> Force:
    """A force made to leave goes at the next adjudication, unannounced; one made to build arrives at the next."""
    match Status(word):
        case Status.LEAVING:
            return evolve(state, status=Status.LEAVING, turn=draft.turn, announced=draft.turn, to="", ref=ref)
        case Status.BUILDING:
            return Force(status=Status.BUILDING, theatre=state.theatre, turn=draft.turn + 1, ref=ref)
        case status:
            return Force(status=status, theatre=state.theatre, turn=draft.turn, ref=ref)


def _set_post(draft: Draft, name: str, word: str, cause: Cause, ref: int, *, holder: bool) -> None:
    old: Post = draft.posts[name]
    if holder:
        turns = int(word != draft.scenario.names.anchor)
        new = Post(holder=word, settled=old.settled if word == old.holder else turns, ref=ref)
    elif word == "transition":
        to, remaining = old.to or old.holder, max(1, old.left, draft.scenario.posts[name].transition)
        new = Post(holder=old.holder, status="transition", to=to, left=remaining, settled=old.settled, ref=ref)
    else:
        new = Post(holder=old.holder, settled=old.settled, ref=ref)
    draft.set_post(name, new, cause, ref)
    count(draft, name, old)
