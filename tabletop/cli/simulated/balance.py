"""Coefficients doubled and halved: what moves scores most, and what is out of balance."""

import time
from typing import TYPE_CHECKING, Any

from tabletop.analysis.cases import FACTORS, ORDER, tasks_of
from tabletop.analysis.sensitivity import Balance, balance_document, sensitivity, tornado
from tabletop.analysis.simulate import WHAT
from tabletop.cli.say import aligned, progress_bar
from tabletop.cli.simulated.report import Report, played_without

if TYPE_CHECKING:
    from tabletop.analysis.hands import Hands
    from tabletop.analysis.kept import Kept
    from tabletop.model.world import World

RUNS = 20


def balanced(start: "World", runs: int, seed: str, hands: "Hands", kept: "Kept") -> Report:
    """Plays and tells."""
    began = time.perf_counter()
    with progress_bar(runs * len(tasks_of(start, runs)), "campaigns") as bar:
        balance = sensitivity(start, runs, seed, hands, bar.update, kept=kept)
    if balance.whole:
        kept.forget()
    result = balance_document(balance, seed, time.perf_counter() - began) | {"without": list(start.without)}
    rows: list[list[Any]] = [["coefficient", "factor", "order_kept", "least_gap", "policy", "score", "change"]]
    for swing in balance.swings:
        head = [swing.coefficient, swing.factor, swing.kept, swing.least_gap]
        rows += [[*head, plan, *change] for plan, changes in swing.by_policy.items() for change in changes.items()]
    text = _text(balance, start)
    return Report(document=result, text=text, rows=rows, whole=balance.whole, lost=balance.lost, kept=True)


def _text(balance: Balance, start: "World") -> str:
    gaps = ", ".join(f"{gap:.1f}" for gap in balance.gaps)
    lines = [
        f"{start.scenario.title}: {balance.runs} campaigns for each case; these are {WHAT}.{played_without(start)}",
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


def _tornado(balance: Balance, score: str, rows: int = 12) -> list[str]:
    """The coefficients that move a final score most, each under the policy where it does."""
    body = [
        (bar.coefficient, *(f"{bar.changes.get(factor, 0.0):+.1f}" for factor in FACTORS), bar.policy)
        for bar in tornado(balance, score)[:rows]
    ]
    return [f"{score}, final:", aligned([("coefficient", "halved", "doubled", "under"), *body], left=(0, 3))]
