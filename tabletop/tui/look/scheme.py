"""A scheme: every colour that a screen may use, by what it is for. Knows no colour of any theme."""

from collections.abc import Mapping

from attrs import Factory, field, fields, frozen


@frozen(kw_only=True)
class Scheme:
    """Hex colours, "#rrggbb". Inks stand on every ground with a contrast of 4.5 to 1 (`look/contrast.py`)."""

    name: str
    dark: bool = True

    background: str
    surface: str
    """Of boxes over a screen."""
    plate: str
    """Under names on the map."""
    track: str
    """Of a field to type in."""
    resting: str
    """Behind the row of a panel without the focus."""
    empty: str
    """The line under a bar, and what else has a place and nothing in it."""
    cursor: str
    """Behind the row the keys act on."""
    cursor_quiet: str
    """The same where the row stands in a panel of its own."""

    rule: str
    """Of borders and lines: never of a letter."""
    thumb: str
    """Of a scrollbar."""
    land: str
    """Land that belongs to no theatre: hardly more than the ground, but there."""

    bright: str
    text: str
    label: str
    dim: str
    accent: str

    low: str
    middle: str
    high: str
    """Of bars and land, never of a letter."""
    high_text: str
    """The blue of `high` for letters and arrows."""

    crisis: str
    """A plate, with `crisis_text` on it."""
    crisis_text: str
    crisis_ink: str
    """The same alarm as a letter on any ground."""

    violet: str
    """One more line of a chart."""

    few: bool = False
    """So few colours that none is blended: `bodies` says what stands for a colour sunk into the ground."""
    bodies: Mapping[str, str] = Factory(dict)
    hatched: bool = False
    """Low, middle and high are told by hatch as well."""

    series: tuple[str, ...] = field(init=False)
    """Line colours, to be used in this order and never without a name at the line's end."""

    @series.default
    def _series(self) -> tuple[str, ...]:
        return self.accent, self.bright, self.low, self.high_text, self.violet, self.label


COLOURS = tuple(row.name for row in fields(Scheme) if row.type is str and row.name != "name")
"""The names of all colours."""
