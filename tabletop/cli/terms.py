"""What `new` and `play` are told about an exercise: its scenario, seed, length, and who plays what."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from tabletop.errors import TabletopError, did_you_mean
from tabletop.model.limits import ITEMS, NAME, NUMBER, TURNS

if TYPE_CHECKING:
    from tabletop.journal.opened import Terms
    from tabletop.journal.session import Session
    from tabletop.model.scenario import Scenario

F = TypeVar("F", bound=Callable[..., Any])


class Whole(click.IntRange):
    """A whole number in a range; every option that takes one is one of these."""

    def __init__(self, least: int, most: int = int(NUMBER.high)) -> None:
        super().__init__(least, most)


class Named(click.ParamType[str]):
    """A file or folder that is named at all: an empty name would be the folder one stands in."""

    name = "path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not str(value).strip():
            self.fail("it is empty; name a file or folder", param, ctx)
        return str(value)


NAMED = Named()


option_of_mirror = click.option(
    "--mirror", type=NAMED, metavar="DIR", help="Keep a copy here too, on another disk say."
)
option_of_without = click.option(
    "--without", multiple=True, metavar="NAME", help="Leave an optional rule out, say probes; repeatable."
)


def options_of_terms(command: F) -> F:
    """The options that a new exercise takes wherever it begins."""
    for option in (
        click.option("--fold", type=Whole(0, ITEMS), default=0, metavar="N", help="So many teams play."),
        click.option("--seat", "seats", multiple=True, metavar="SEAT=bot:POLICY", help="Who plays a seat; repeatable."),
        option_of_without,
        click.option("--turns", type=Whole(1, TURNS), metavar="N", help="Turns (default: the scenario's)."),
        click.option("--seed", metavar="N", help="The same seed gives the same luck (default: a fresh one)."),
    ):
        command = option(command)
    return command


def new_session(name: str, save: str | None, mirror: str | None, **options: Any) -> "Session":
    """A new save of a scenario, by its id or path, on the terms of the options; without `save` a file where saves go,
    called as the screens call theirs: the scenario, today, a number. Raises TabletopError, click.BadParameter."""
    from tabletop.journal.session import Session
    from tabletop.journal.store.places import find_scenario
    from tabletop.scenario.load import load_scenario

    scenario = load_scenario(find_scenario(name))
    terms = _agreed(scenario, **options)
    path = save or _free_path(scenario.id)
    return Session.create(path, scenario, terms, mirror=Path(mirror) if mirror else None)


def _free_path(scenario: str) -> Path:
    from tabletop.table.begin import save_name, save_path

    return save_path(save_name(scenario, datetime.now().astimezone().date()))


def _agreed(
    scenario: "Scenario", seed: str | None, turns: int | None, seats: Sequence[str], fold: int, without: Sequence[str]
) -> "Terms":
    """Raises TabletopError for what this scenario doesn't have, click.BadParameter for what can't be read."""
    from tabletop.journal.opened import Terms, fresh_seed
    from tabletop.model.optional import left_out

    if fold and fold not in scenario.folds and fold != len(scenario.seats):
        folds = ", ".join(str(n) for n in sorted(scenario.folds)) or "none"
        raise TabletopError(f"'{scenario.id}' can't be folded to {fold} teams", place="--fold", hint=f"known: {folds}")
    if fold not in scenario.folds:
        fold = 0
    if seed is not None and len(seed) > NAME:
        raise click.BadParameter(f"it is {len(seed):,} characters long; {NAME} is the most", param_hint="--seed")
    return Terms(
        seed=fresh_seed() if seed is None else seed,
        turns=turns or 0,
        players=dict(_player(scenario, option, fold) for option in seats),
        fold=fold,
        without=left_out(without, "--without"),
    )


def _player(scenario: "Scenario", option: str, fold: int) -> tuple[str, str]:
    from tabletop.analysis.policies import POLICIES

    seat, _, player = option.partition("=")
    policy = player.removeprefix("bot:")
    if player != "team" and (not policy or policy == player):
        raise click.BadParameter(f"'{option}' can't be read; write SEAT=bot:POLICY or SEAT=team", param_hint="--seat")
    hosts = dict(scenario.folds[fold].join) if fold else {}
    if seat not in scenario.seats:
        raise TabletopError(
            f"there is no seat '{seat}'", place="--seat", hint=did_you_mean(seat, tuple(scenario.seats))
        )
    if seat in hosts:
        raise TabletopError(f"'{seat}' has joined '{hosts[seat]}' at {fold} teams", place="--seat")
    if player != "team" and policy not in POLICIES:
        hint = did_you_mean(policy, tuple(POLICIES))
        raise TabletopError(f"there is no bot policy '{policy}'", place="--seat", hint=hint)
    return seat, player
