"""`simulate`: many seeded campaigns with bots in all seats, and how much hangs on each coefficient."""

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tabletop.cli.say import aligned, document, line, progress_bar, remark
from tabletop.cli.terms import NAMED, Whole, option_of_without
from tabletop.errors import did_you_mean

if TYPE_CHECKING:
    from tabletop.analysis.sensitivity import Balance
    from tabletop.model.world import World

INTERRUPTED = 130


@click.command()
@click.argument("scenario", type=NAMED, required=False)
@click.option(
    "--from", "save", type=NAMED, metavar="SAVE", help="Start from the present of a save instead of the opening."
)
@click.option("--to", type=Whole(1), metavar="N", help="With --from: from the world after move N.")
@click.option("--policy", default="status-quo", show_default=True, help="Who plays all seats.")
@option_of_without
@click.option("--runs", type=Whole(1), help="Campaigns (default 1000; with --sensitivity 20 for each case).")
@click.option("--seed", default="1", show_default=True, help="Any text; the same seed gives the same numbers.")
@click.option("--workers", type=Whole(1, 256), help="Processes (default: one for each core).")
@click.option("--sensitivity", is_flag=True, help="Double and halve each coefficient; look for what is out of balance.")
@click.option("--csv", "table", type=NAMED, metavar="FILE", help="Write scores as a table too.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON; amounts are not rounded.")
def simulate(
    scenario: str | None,
    save: str | None,
    to: int | None,
    policy: str,
    without: tuple[str, ...],
    runs: int | None,
    seed: str,
    workers: int | None,
    sensitivity: bool,
    table: str | None,
    as_json: bool,
) -> int:
    """Play many campaigns of SCENARIO with bots. Figures are frequencies of the model with bots, not of the world."""
    from tabletop.analysis.export.written import csv_lines
    from tabletop.analysis.policies import POLICIES
    from tabletop.files.disk import look, put, real, writing

    if policy not in POLICIES:
        hint = did_you_mean(policy, tuple(POLICIES)) or f"known: {', '.join(POLICIES)}"
        raise click.BadParameter(f"there is no policy '{policy}'; {hint}", param_hint="--policy")
    start = _start(scenario, save, to, without)
    if table:
        with writing(Path(table)):  # looks before a thousand campaigns are played
            look(real(Path(table)))
    workers = workers or os.cpu_count() or 1
    run = _balance if sensitivity else _study
    result, text, rows, whole = run(start, policy, runs, seed, workers)
    if table:
        with writing(Path(table)):
            put(real(Path(table)), csv_lines(rows).encode())
    if as_json:
        document(result)
    else:
        line(text)
    return 0 if whole else INTERRUPTED


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


#: A document, the same for people, rows of a table, and whether all of it was played.
StudyReport = tuple[dict[str, Any], str, list[list[Any]], bool]


def _study(start: "World", policy: str, runs: int | None, seed: str, workers: int) -> StudyReport:
    from tabletop.analysis.simulate import run_study, study_document

    runs = runs or 1000
    workers = min(workers, runs)
    began = time.perf_counter()
    with progress_bar(runs, "campaigns") as bar:
        study = run_study(start, policy, runs, seed, workers, bar.update, remark)
    result = study_document(study, workers, time.perf_counter() - began) | {"without": list(start.without)}
    rows: list[list[Any]] = [["score", "turn", "mean", "p10", "p50", "p90"]]
    for name, turns in result["scores"].items():
        rows += [[name, t["turn"], t["mean"], t["p10"], t["p50"], t["p90"]] for t in turns]
    return result, _study_text(result, start), rows, study.whole


def _study_text(study: dict[str, Any], start: "World") -> str:
    from tabletop.model.figures.forms import CAPITAL, SUPPORT
    from tabletop.model.figures.glossary import figure_at

    heads = ("score", "opening", "turn 1", "mean at the end", "10 %", "50 %", "90 %")
    body = []
    for name, turns in study["scores"].items():
        figure = figure_at(name)
        if figure and figure.form in (SUPPORT, CAPITAL):
            continue
        last, early = turns[-1], turns[min(1, len(turns) - 1)]
        figures = (turns[0]["mean"], early["mean"], last["mean"], last["p10"], last["p50"], last["p90"])
        body.append((name, *(f"{figure:.1f}" for figure in figures)))
    seats = [("seat", "mean", "10 %", "90 %", "objectives met")]
    for seat, spread in study["objectives"].items():
        met = ", ".join(f"{name} {100 * share:.0f} %" for name, share in spread["met"].items())
        seats.append((seat, *(f"{spread[key]:.0f}" for key in ("mean", "p10", "p90")), met))
    stopped = "" if study["runs"] == study["asked"] else f" of {study['asked']}, stopped early"
    return "\n".join(
        [
            f"{start.scenario.title}: {study['runs']} campaigns{stopped}, policy {study['policy']}, "
            f"seed {study['seed']}; {study['campaigns_per_second']:.0f} a second, {study['workers']} at work.",
            f"These are {study['what']}.{_played_without(start)}",
            "",
            aligned([heads, *body]),
            "",
            f"Others carry most in {100 * study['majority']:.0f} % of campaigns, "
            f"and 20 or more are freed as well in {100 * study['majority_and_freed']:.0f} %.",
            "",
            aligned(seats, left=(0, 4)),
        ]
    )


def _played_without(start: "World") -> str:
    """ " Played without probes." where rules are left out, else nothing."""
    return f" Played without {', '.join(start.without)}." if start.without else ""


def _balance(start: "World", policy: str, runs: int | None, seed: str, workers: int) -> StudyReport:
    from tabletop.analysis.sensitivity import balance_document, sensitivity, tasks_of

    runs = runs or 20
    tasks = tasks_of(start, runs)
    began = time.perf_counter()
    with progress_bar(runs * len(tasks), "campaigns") as bar:
        balance = sensitivity(start, runs, seed, workers, bar.update, warn=remark)
    result = balance_document(balance, seed, workers, time.perf_counter() - began) | {"without": list(start.without)}
    rows: list[list[Any]] = [["coefficient", "factor", "order_kept", "least_gap", "policy", "score", "change"]]
    for swing in balance.swings:
        head = [swing.coefficient, swing.factor, swing.kept, swing.least_gap]
        rows += [[*head, plan, *change] for plan, changes in swing.by_policy.items() for change in changes.items()]
    cases = sum(bool(task.coefficient) for task in tasks) // 4
    return result, _balance_text(balance, start), rows, len(balance.swings) == cases


def _balance_text(balance: "Balance", start: "World") -> str:
    from tabletop.analysis.sensitivity import ORDER
    from tabletop.analysis.simulate import WHAT

    gaps = ", ".join(f"{gap:.1f}" for gap in balance.gaps)
    lines = [
        f"{start.scenario.title}: {balance.runs} campaigns for each case; these are {WHAT}.{_played_without(start)}",
        "",
        f"Order {' > '.join(ORDER)}: gaps {gaps}; kept in {sum(swing.kept for swing in balance.swings)} "
        f"of {len(balance.swings)} changes.",
    ]
    lines += [
        f"  not with {swing.coefficient} x {swing.factor:g}: least gap {swing.least_gap:.1f}"
        for swing in balance.swings
        if not swing.kept
    ]
    names = start.scenario.names
    for score in ("deterrence", names.share, names.commitment, names.cohesion, names.trust):
        lines += ["", *_tornado(balance, score)]
    lines += ["", "Injects that hardly ever fire: " + (_list(f"{n} {100 * s:.1f} %" for n, s in balance.rare.items()))]
    lines.append("Options that are best for nobody: " + _list(f"{i}/{o}" for i, o in balance.never_best))
    lines.append("Objectives out of reach: " + _list(f"{s}/{o}" for s, o in balance.out_of_reach))
    lines.append("Objectives given away: " + _list(f"{s}/{o}" for s, o in balance.given_away))
    return "\n".join(lines)


def _list(items: Any) -> str:
    return ", ".join(items) or "none"


def _tornado(balance: "Balance", score: str, rows: int = 12) -> list[str]:
    """The coefficients that move a final score most, each under the policy where it does."""
    from tabletop.analysis.sensitivity import FACTORS, tornado

    body = [
        (bar.coefficient, *(f"{bar.changes.get(factor, 0.0):+.1f}" for factor in FACTORS), bar.policy)
        for bar in tornado(balance, score)[:rows]
    ]
    return [f"{score}, final:", aligned([("coefficient", "halved", "doubled", "under"), *body], left=(0, 3))]
