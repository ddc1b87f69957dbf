"""`simulate`: many seeded campaigns with bots in all seats, how much hangs on each coefficient, which moves pay."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tabletop.cli.say import document, line, remark
from tabletop.cli.terms import NAMED, Whole, option_of_without
from tabletop.errors import TabletopError, did_you_mean

if TYPE_CHECKING:
    from tabletop.analysis.kept import Kept
    from tabletop.cli.simulated.report import Report
    from tabletop.model.world import World

INTERRUPTED = 130
LOST = 1


@click.command()
@click.argument("scenario", type=NAMED, required=False)
@click.option(
    "--from", "save", type=NAMED, metavar="SAVE", help="Start from the present of a save instead of the opening."
)
@click.option("--to", type=Whole(1), metavar="N", help="With --from: from the world after move N.")
@click.option("--policy", help="Who plays all seats (default status-quo; with --search own-objectives).")
@option_of_without
@click.option("--runs", type=Whole(1), help="Campaigns (default 1000; with --sensitivity 20 for each case).")
@click.option("--seed", default="1", show_default=True, help="Any text; the same seed gives the same numbers.")
@click.option("--workers", type=Whole(1, 256), help="Processes (default: one for each core).")
@click.option(
    "--dask", type=NAMED, metavar="ADDRESS", help="Play on a Dask cluster: its scheduler, say tcp://10.0.0.1:8786."
)
@click.option("--sensitivity", is_flag=True, help="Double and halve each coefficient; look for what is out of balance.")
@click.option("--search", "seat", metavar="SEAT", help="Look for single moves that pay a seat, beside its own line.")
@click.option("--tries", type=Whole(1, 100_000), help="With --search: moves tried (default 150).")
@click.option("--csv", "table", type=NAMED, metavar="FILE", help="Write the figures as a table too.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON; amounts are not rounded.")
def simulate(
    scenario: str | None,
    save: str | None,
    to: int | None,
    policy: str | None,
    without: tuple[str, ...],
    runs: int | None,
    seed: str,
    workers: int | None,
    dask: str | None,
    sensitivity: bool,
    seat: str | None,
    tries: int | None,
    table: str | None,
    as_json: bool,
) -> int:
    """Play many campaigns of SCENARIO with bots. Figures are frequencies of the model with bots, not of the world.

    What --sensitivity and --search have finished is kept: stopped, the same command goes on from there.
    """
    from tabletop.analysis.export.written import csv_lines
    from tabletop.analysis.hands import Hands
    from tabletop.files.disk import look, put, real, writing

    _one_of(sensitivity, seat, runs, tries, workers, dask)
    _known(policy)
    start = _start(scenario, save, to, without)
    if seat is not None and seat not in start.seats:
        raise TabletopError(f"there is no seat '{seat}'", place="--search", hint=did_you_mean(seat, tuple(start.seats)))
    if table:
        with writing(Path(table)):  # looks before a thousand campaigns are played
            look(real(Path(table)))
    hands = Hands(workers or os.cpu_count() or 1, dask or "", remark)
    if seat is not None:
        from tabletop.cli.simulated.search import TRIES, searched

        tries = tries or TRIES
        kept = _unfinished(start, "search", seat, policy, seed, tries)
        report = searched(start, seat, policy, tries, seed, hands, kept)
    elif sensitivity:
        from tabletop.cli.simulated.balance import RUNS, balanced

        kept = _unfinished(start, "sensitivity", runs or RUNS, seed)
        report = balanced(start, runs or RUNS, seed, hands, kept)
    else:
        from tabletop.cli.simulated.study import studied

        report = studied(start, policy, runs, seed, hands)
    if table:
        with writing(Path(table)):
            put(real(Path(table)), csv_lines(report.rows).encode())
    if as_json:
        document(report.document)
    else:
        line(report.text)
    return _ended(report)


def _one_of(
    sensitivity: bool, seat: str | None, runs: int | None, tries: int | None, workers: int | None, dask: str | None
) -> None:
    """Raises UsageError for options that don't go together."""
    if sensitivity and seat is not None:
        raise click.UsageError("--sensitivity and --search are two runs.")
    if tries and seat is None:
        raise click.UsageError("--tries needs --search.")
    if runs and seat is not None:
        raise click.UsageError("--search takes --tries, not --runs.")
    if workers and dask:
        raise click.UsageError("--workers are processes here; with --dask start workers beside the scheduler.")


def _known(policy: str | None) -> None:
    from tabletop.analysis.policies import POLICIES

    if policy is not None and policy not in POLICIES:
        hint = did_you_mean(policy, tuple(POLICIES)) or f"known: {', '.join(POLICIES)}"
        raise click.BadParameter(f"there is no policy '{policy}'; {hint}", param_hint="--policy")


def _start(scenario: str | None, save: str | None, to: int | None, without: tuple[str, ...]) -> "World":
    """The world that campaigns start from. Raises what reading a save or scenario raises, UsageError for neither."""
    if save:
        if without:
            raise click.UsageError("A save says itself what it is played without; --without is for a scenario.")
        from tabletop.cli.read import replay_of

        return replay_of(save, to, played=True).play.world
    if not scenario or to:
        raise click.UsageError("Name a scenario, or a save with --from." if not scenario else "--to needs --from.")
    from tabletop.analysis.campaign import start_of
    from tabletop.journal.store.places import find_scenario
    from tabletop.model.optional import left_out
    from tabletop.scenario.load import load_scenario

    return start_of(load_scenario(find_scenario(scenario)), without=left_out(without, "--without"))


def _unfinished(start: "World", *work: object) -> "Kept":
    """What was finished of the same work before it was stopped."""
    from hashlib import blake2b

    from tabletop import __version__
    from tabletop.analysis.kept import Kept
    from tabletop.journal.store.places import user_folder
    from tabletop.rules import RULES
    from tabletop.rules.world.digest import digest

    name = blake2b(repr((__version__, RULES, digest(start), *work)).encode(), digest_size=16).hexdigest()
    kept = Kept(user_folder() / "unfinished" / f"{name}.jsonl")
    if kept:
        remark(f"going on from where this was stopped: {len(kept)} pieces of it are done")
    return kept


def _ended(report: "Report") -> int:
    """The exit code, and on stderr why it ended early."""
    if report.lost:
        remark(report.lost)
    if not report.whole and report.kept:
        remark("what is finished is kept: the same command goes on from there")
    return 0 if report.whole else LOST if report.lost else INTERRUPTED
