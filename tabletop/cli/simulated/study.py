"""Many campaigns under one policy: how scores and results lie."""

import time
from typing import TYPE_CHECKING, Any

from attrs import evolve

from tabletop.analysis.simulate import run_study, study_document
from tabletop.cli.say import aligned, progress_bar
from tabletop.cli.simulated.report import Report, played_without
from tabletop.model.figures.forms import CAPITAL, SUPPORT
from tabletop.model.figures.glossary import figure_at

if TYPE_CHECKING:
    from tabletop.analysis.hands import Hands
    from tabletop.model.world import World

RUNS = 1000


def studied(start: "World", policy: str | None, runs: int | None, seed: str, hands: "Hands") -> Report:
    """Plays and tells."""
    runs = runs or RUNS
    began = time.perf_counter()
    hands = evolve(hands, workers=min(hands.workers, runs))
    with progress_bar(runs, "campaigns") as bar:
        study = run_study(start, policy or "status-quo", runs, seed, hands, bar.update)
    result = study_document(study, time.perf_counter() - began) | {"without": list(start.without)}
    rows: list[list[Any]] = [["score", "turn", "mean", "p10", "p50", "p90"]]
    for name, turns in result["scores"].items():
        rows += [[name, t["turn"], t["mean"], t["p10"], t["p50"], t["p90"]] for t in turns]
    return Report(document=result, text=_text(result, start), rows=rows, whole=study.whole, lost=study.lost)


def _text(study: dict[str, Any], start: "World") -> str:
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
            f"These are {study['what']}.{played_without(start)}",
            "",
            aligned([heads, *body]),
            "",
            f"Others carry most in {100 * study['majority']:.0f} % of campaigns, "
            f"and 20 or more are freed as well in {100 * study['majority_and_freed']:.0f} %.",
            "",
            aligned(seats, left=(0, 4)),
        ]
    )
