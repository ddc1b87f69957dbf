"""Warnings: what can be played, but hardly is what its author meant. Decides nothing."""

from collections.abc import Iterator, Mapping
from itertools import permutations
from typing import Any

from tabletop.model.figures.glossary import figure_of, read_path
from tabletop.model.figures.path import ALL, path_of
from tabletop.model.injects import InjectSpec, OptionSpec
from tabletop.model.seats import SeatSpec
from tabletop.model.tracks import TrackSpec
from tabletop.rules.world.arithmetic import sum_of
from tabletop.scenario.proof import Contents, Proof


def check_balance(parts: Contents, proof: Proof) -> None:
    """Warns of options that cost nothing, or one of those asked nothing, and of what nobody serves, arms or plays."""
    injects: dict[str, InjectSpec] = parts["injects"]
    seats: dict[str, SeatSpec] = parts["seats"]
    paths = set(_paths_asked(injects, seats))
    for inject in injects.values():
        _free_options(inject, paths, parts.get("tracks", {}), proof)
        _free_rides(inject, seats, parts.get("tracks", {}), proof)
    _unarmed(parts, proof)
    if "exercise" in parts:
        served = {inject.objective for inject in injects.values()}
        for n, objective in enumerate(parts["exercise"].objectives):
            if objective.id not in served:
                proof.warn(("scenario.toml", "exercise", "objectives", n), "no inject serves it")
    members = {member for seat in seats.values() for member in seat.members}
    for member in parts["members"]:
        if member not in members:
            proof.warn(("members.toml", member), "no seat plays it", "add it to the members of a seat")
    for seat in seats.values():
        _unreachable(seat, proof)
    for fold in parts.get("folds", {}).values():
        rest = len(seats) - len(fold.join) - len(fold.bots)
        if rest != fold.seats:
            proof.warn(("scenario.toml", "folds", str(fold.seats)), f"it leaves {rest} seats, not {fold.seats}")


def _free_options(inject: InjectSpec, paths: set[str], tracks: Mapping[str, TrackSpec], proof: Proof) -> None:
    """An option at least as good on every count as a neighbour costs nothing."""
    matters = bool({f"inject/{inject.id}/outcome", f"inject/{inject.chain}/outcome"} & paths)
    for free, other in permutations(inject.options, 2):
        if _consequences(free, matters) != _consequences(other, matters):
            continue
        if _as_good(_counts(free, tracks), _counts(other, tracks)):
            at = ("injects.toml", inject.id, "options", inject.options.index(free))
            proof.warn(at, f"it is at least as good on every count as option '{other.id}'", "give it a cost")
            return


def _free_rides(
    inject: InjectSpec, seats: Mapping[str, SeatSpec], tracks: Mapping[str, TrackSpec], proof: Proof
) -> None:
    """An option that is best for a seat on every count it answers for is no question to it: only others pay."""
    for seat in (seat for seat in inject.answers if seat in seats):
        felt = [_felt(option, seat, tracks) for option in inject.options]
        for n, best in enumerate(felt):
            if len(felt) > 1 and all(_as_good(best, other) for other in felt):
                problem = f"it is the best for '{seat}' on every count that it answers for"
                proof.warn(("injects.toml", inject.id, "options", n), problem, "let it cost that seat")
                return


def _felt(option: OptionSpec, seat: str, tracks: Mapping[str, TrackSpec]) -> dict[tuple[str, int], float]:
    """What an option moves that a seat answers for: what all share, what is its own, and its part of "all"."""
    felt: dict[tuple[str, int], float] = {}
    for (path, turns), points in _counts(option, tracks).items():
        figure, whose = read_path(path)
        if figure is not None and figure.kinds == ("SEAT",):
            if whose[0] not in (seat, ALL):
                continue
            path = path_of(figure.form, seat)
        felt[path, turns] = felt.get((path, turns), 0.0) + points
    return felt


def _consequences(option: OptionSpec, outcome_matters: bool) -> tuple[Any, ...]:
    """What can't be weighed against points."""
    words = frozenset((change.on, change.set) for change in option.effects if change.set)
    outcome = (option.outcome or option.id) if outcome_matters else ""
    return frozenset(option.opens), frozenset(option.closes), words, outcome


def _as_good(mine: Mapping[tuple[str, int], float], theirs: Mapping[tuple[str, int], float]) -> bool:
    return all(mine.get(count, 0.0) >= theirs.get(count, 0.0) for count in mine.keys() | theirs.keys())


def _counts(option: OptionSpec, tracks: Mapping[str, TrackSpec]) -> dict[tuple[str, int], float]:
    """Points by what they are added to and for how long; more is better. A track that is neither counts as a cost."""
    counts: dict[tuple[str, int], float] = {}
    for change in option.effects:
        if change.set:
            continue
        figure = figure_of(change.on, ())
        better = tracks[change.on].better if change.on in tracks else figure.better if figure else ""
        key = (change.on, change.turns)
        counts[key] = counts.get(key, 0.0) + (-change.add if better == "low" else change.add)
    return counts


def _paths_asked(injects: Mapping[str, InjectSpec], seats: Mapping[str, SeatSpec]) -> Iterator[str]:
    """Every path that a condition or a measure reads."""
    for inject in injects.values():
        yield from (condition.path for condition in (*inject.when, *(condition for condition, _ in inject.chance_if)))
    for seat in seats.values():
        yield from seat.reads


def _unarmed(parts: Contents, proof: Proof) -> None:
    injects: dict[str, InjectSpec] = parts["injects"]
    effects = [change for inject in injects.values() for change in inject.effects]
    arming = set()
    for option in (option for inject in injects.values() for option in inject.options):
        arming |= set(option.opens)
        effects += option.effects
    for text in parts["texts"].values():
        effects += [*text.effects, *text.each_turn, *text.fallen]
    if "red" in parts:
        effects += [change for lever in parts["red"].levers for change in lever.effects]
    arming |= {
        change.on.split("/")[1] for change in effects if change.set == "armed" and change.on.startswith("inject/")
    }
    for inject in injects.values():
        if not (inject.armed or inject.by_hand or inject.id in arming):
            hint = "open it from an option, or write by_hand = true"
            proof.warn(("injects.toml", inject.id, "armed"), "it is not armed and nothing arms it", hint)


def _unreachable(seat: SeatSpec, proof: Proof) -> None:
    for n, objective in enumerate(seat.objectives):
        total = sum_of(part.share for part in objective.parts)
        if objective.parts and total < 100 - 1e-6:
            at = ("seats.toml", seat.id, "objectives", n)
            proof.warn(at, f"the shares of its parts sum to {total:g}, so 100 points are out of reach")
