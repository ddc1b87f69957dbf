"""What an item of the turn does, in points: on figures as changes add them, on scores as the explanation shares."""

from collections.abc import Iterable, Mapping

from textual.content import Content

from tabletop.model.effects import Effect
from tabletop.model.inner import word_of
from tabletop.model.scenario import Scenario
from tabletop.model.world import Change
from tabletop.tui.look import palette
from tabletop.words.names import Seats, better, figure_words, score_name, thing_name

_LEAST = 0.05
"""Points below which an effect is not worth a word."""
_FINE = {"agreement": 0.005, "gap": 0.005, "alarm": 0.005, "readiness": 0.005, "wallet": 0.005}
BANDS = ("alarm", "support/")
"""Figures shown to players as a band: the direction, no amount."""
QUIET = ("supply", "invested", "ledger", "wear", "soldiers", "anchor", "command", "overload", "resolve", "withdrawn",
          "uncertified")  # fmt: skip
"""Figures that say nothing to a reader beside the scores they move."""


def figures_moved(changes: Iterable[Change]) -> dict[str, float]:
    """Points added to each figure that a reader knows."""
    sums: dict[str, float] = {}
    for change in changes:
        figure = word_of(change.figure)
        if figure.partition("/")[0] not in QUIET:
            sums[figure] = sums.get(figure, 0.0) + change.amount
    return {figure: amount for figure, amount in sums.items() if abs(amount) >= _worth(figure)}


def _worth(figure: str) -> float:
    """The least amount that shows in the digits a figure is told with."""
    return _FINE.get(figure.partition("/")[0], _LEAST)


def effect_text(figure: str, amount: float, scenario: Scenario, seats: Seats | None = None) -> str:
    """One effect: "Trust -2.1", "Money, Lyre -0.4 bn"."""
    unit = " bn" if figure.startswith("wallet/") else ""
    digits = 2 if figure.partition("/")[0] in _FINE or unit else 1
    return f"{score_name(scenario, figure, seats, short=True)} {amount:+.{digits}f}{unit}"


def mark(figure: str, amount: float, scenario: Scenario) -> tuple[str, str]:
    """The arrow of a change, and the colour that says whether it is good."""
    good = palette.change_mark(1 if amount > 0 else -1, better=better(scenario, figure))
    return good[0], good[2]


def written(effects: Iterable[Effect], scenario: Scenario, seats: Seats | None = None) -> Content:
    """Effects as a scenario writes them, side by side: name, arrow and sign, in the colour of good or bad.

    What players see as a band (alarm, public support) has a direction and no figure.
    """
    parts = []
    for each in effects:
        name = figure_words(scenario, each.on, seats)
        if each.set:
            parts.append(Content.styled(f"{name} becomes {thing_name(scenario, each.set, seats)}", palette.TEXT))
            continue
        arrow, colour = mark(each.on, each.add, scenario)
        banded = each.on.startswith(BANDS)
        figure = ("up" if each.add > 0 else "down") if banded else f"{each.add:+g}"
        turns = f" for {each.turns} turn{'s' if each.turns > 1 else ''}" if each.turns else ""
        figure += " bn" if each.on.startswith("wallet/") else ""
        moved = f"{arrow} {figure}" if banded else f"{arrow}{figure}"
        parts.append(Content.assemble((f"{name} ", palette.LABEL), (moved, colour), (turns, palette.LABEL)))
    return Content.styled(" · ", palette.DIM).join(parts)


def effects_text(
    effects: Mapping[str, float], scenario: Scenario, seats: Seats | None = None, room: int = 70
) -> Content:
    """Effects in one row of `room` columns in the order given, with arrow, sign and colour; the rest is counted."""
    named = [(figure, amount) for figure, amount in effects.items() if abs(amount) >= _worth(figure)]
    shown: list[Content] = []
    used = 0
    for n, (figure, amount) in enumerate(named):
        arrow, colour = mark(figure, amount, scenario)
        text = effect_text(figure, amount, scenario, seats)
        cut = max(text.rfind(" +"), text.rfind(" -"))
        part = Content.assemble((text[:cut], palette.LABEL), (f" {arrow}{text[cut + 1 :]}", colour))
        rest = len(f"  {len(named) - n - 1} more") if n < len(named) - 1 else 0
        if shown and used + part.cell_length + 2 + rest > room:
            shown.append(Content.styled(f"{len(named) - n} more", palette.DIM))
            break
        shown.append(part)
        used += part.cell_length + 2
    return Content("  ").join(shown)
