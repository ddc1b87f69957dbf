"""Moves that pay a seat: each in words, what it gains, and through which of the seat's objectives."""

import time
from typing import TYPE_CHECKING, Any

from tabletop.analysis.search.climb import FRESH, KNOWN, OWN, TRIES, Find, Finds, search
from tabletop.analysis.simulate import WHAT
from tabletop.cli.say import aligned, progress_bar, quantity
from tabletop.cli.simulated.report import Report, played_without
from tabletop.model.moves.table import to_table
from tabletop.rules.scores.objectives import mark
from tabletop.words.names import seat_name
from tabletop.words.sentences import deed_line

if TYPE_CHECKING:
    from tabletop.analysis.hands import Hands
    from tabletop.analysis.kept import Kept
    from tabletop.model.world import World

__all__ = ["TRIES", "searched"]


def searched(
    start: "World", seat: str, policy: str | None, tries: int, seed: str, hands: "Hands", kept: "Kept"
) -> Report:
    """Searches and tells."""
    began = time.perf_counter()
    with progress_bar(tries, "moves tried") as bar:
        found = search(start, seat, seed, tries, policy or OWN, hands, bar.update, kept)
    if found.fresh:
        kept.forget()
    return Report(
        document=_document(found, start, time.perf_counter() - began),
        text=_text(found, start),
        rows=_rows(found, start),
        whole=found.fresh,
        lost=found.lost,
        kept=True,
    )


def _told(find: Find, start: "World") -> str:
    return deed_line(find.extra.move, start.scenario, start.seats)


def _titles(found: Finds, start: "World") -> dict[str, str]:
    return {each.objective.id: each.objective.title for each in mark(start, found.seat)}


def _document(found: Finds, start: "World", seconds: float) -> dict[str, Any]:
    return {
        "what": WHAT,
        "seat": found.seat,
        "policy": found.policy,
        "seed": found.seed,
        "tries": found.tries,
        "asked": found.asked,
        "campaigns_a_try": KNOWN,
        "fresh_campaigns": FRESH if found.fresh else 0,
        "before": found.before,
        "after": found.after,
        "workers": found.workers,
        "seconds": seconds,
        "finds": [
            {
                "turn": find.extra.turn,
                "move": to_table(find.extra.move),
                "words": _told(find, start),
                "gain": find.gain,
                "error": find.error,
                "through": dict(find.through),
            }
            for find in found.finds
        ],
        "without": list(start.without),
    }


def _rows(found: Finds, start: "World") -> list[list[Any]]:
    rows: list[list[Any]] = [["seat", "turn", "move", "gain", "error", "objective", "through"]]
    for find in found.finds:
        head = [found.seat, find.extra.turn, _told(find, start), find.gain, find.error]
        rows += [[*head, name, gain] for name, gain in find.through or (("", ""),)]
    return rows


def _text(found: Finds, start: "World") -> str:
    titles, name = _titles(found, start), seat_name(start.scenario, found.seat, start.seats)
    stopped = "" if found.fresh else f" of {found.asked}, stopped early"
    seeds = f"{FRESH} fresh campaigns" if found.fresh else f"the {KNOWN} campaigns they were found on"
    head = [
        f"{start.scenario.title}: {quantity(found.tries, 'move')} tried for {name}{stopped}, "
        f"beside policy {found.policy}, seed {found.seed}.",
        f"These are {WHAT}.{played_without(start)}",
        "",
        f"Its own line gives {found.before:.1f} of 100 points, with what was kept {found.after:.1f} "
        f"({found.after - found.before:+.1f}), on {seeds}.",
        "",
    ]
    if not found.finds:
        return "\n".join([*head, "No move helps beside it."])
    rows = [("turn", name, "alone", "through")]
    for find in found.finds:
        through = ", ".join(f"{titles[objective]} {gain:+.1f}" for objective, gain in find.through[:3])
        rows.append((str(find.extra.turn), _told(find, start), f"{find.gain:+.1f} ± {find.error:.1f}", through))
    return "\n".join([*head, aligned(rows, left=(1, 3))])
