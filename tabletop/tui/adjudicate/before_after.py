"""What a result or a ruling moves by itself: from where a figure stands to where it would. Knows no dialog."""

from collections.abc import Iterable, Mapping
from typing import Final

from textual.content import Content

from tabletop.model.figures.glossary import figure_at
from tabletop.table.moment import Moment
from tabletop.tui.kit.effects import digits_of, effect_arrow, effect_text
from tabletop.tui.look import palette
from tabletop.words.names import score_name

_POINTS: Final = (0.0, 100.0)
_SIDE: Final = 5
"""Columns of a figure on either side of the arrow."""


def ends(figure: str, amount: float, moment: Moment) -> tuple[str, str] | None:
    """Where a figure stands, and where it would; None where it is no number that may be seen."""
    now = moment.figure(figure)
    if isinstance(now, str | None):
        return None
    row, digits = figure_at(figure), digits_of(figure)
    low, high = row.range if row else _POINTS
    after = min(max(now + amount, min(low, now)), max(high, now))
    return f"{now:.{digits}f}", f"{after:.{digits}f}"


def effect_content(figure: str, amount: float, moment: Moment) -> Content:
    """Arrow and amount, from what to what, so that figures stand below each other; then the name."""
    scenario, seats = moment.world.scenario, moment.world.seats
    text = effect_text(figure, amount, scenario, seats)
    cut = max(text.rfind(" +"), text.rfind(" -"))
    arrow, colour = effect_arrow(figure, amount, scenario)
    here = ends(figure, amount, moment)
    was, will = here or ("", "")
    return Content.assemble(
        (f"{arrow} {text[cut + 1 :]:>5}", colour),
        (f" {was:>{_SIDE}} {'→' if here else ' '} ", palette.LABEL),
        (f"{will:<{_SIDE}}", f"bold {palette.BRIGHT}"),
        (f"  {text[:cut]}", palette.TEXT),
    )


def moved_to(effects: Iterable[Mapping[str, object]], moment: Moment) -> Content:
    """Effects as a move carries them, one after another: "Trust 58.2 → 56.2"; what has no figure is left out."""
    scenario, seats = moment.world.scenario, moment.world.seats
    parts = []
    for each in effects:
        figure, add = str(each["on"]), each.get("add")
        if isinstance(add, float | int) and add and (here := ends(figure, add, moment)):
            name = score_name(scenario, figure, seats, short=True)
            ink = effect_arrow(figure, add, scenario)[1]
            parts.append(Content.assemble((f"{name} {here[0]} → ", palette.LABEL), (here[1], f"bold {ink}")))
    return Content("   ").join(parts)
