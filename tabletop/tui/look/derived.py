"""A scheme made of one of Textual's themes: its grounds and inks, moved until each can be read on each."""

from typing import Any, Final

from attrs import evolve
from textual.color import Color
from textual.theme import Theme

from tabletop.tui.look.contrast import GROUNDS, INKS, LETTERS, SIGNS, contrast
from tabletop.tui.look.scheme import Scheme
from tabletop.tui.look.schemes import DARK, LIGHT

_STEP: Final = 0.04
"""How far an ink goes at a time to black or white."""
_APART: Final = 0.15
"""Of the colour circle, which low and high must be apart; else they are ours."""
_EASE: Final = 0.05
"""More than is asked, as colours are rounded."""


def derived(theme: Theme) -> Scheme:
    """Low is the theme's warning, high its primary colour, the accent its own; alarms stay yellow."""
    told = theme.to_color_system().generate()
    ours = DARK if theme.dark else LIGHT

    def named(name: str) -> Color:
        return Color.parse(told[name])

    ground, ink = named("background"), named("foreground")
    accent = named("accent")
    low, high = named("warning"), named("primary")
    if not _far(low, high):
        low, high = Color.parse(ours.low), Color.parse(ours.high)
    raw = evolve(
        ours,
        name=theme.name,
        background=_hex(ground),
        surface=_hex(ground.blend(named("surface"), 0.6)),
        plate=_hex(ground.darken(0.03) if theme.dark else ground.lighten(0.03)),
        track=(track := _hex(ground.blend(ink, 0.13))),
        resting=track,
        empty=track,
        cursor=_hex(ground.blend(accent, 0.2)),
        cursor_quiet=_hex(ground.blend(accent, 0.15)),
        rule=_hex(ground.blend(ink, 0.25)),
        thumb=_hex(ground.blend(ink, 0.5)),
        land=_hex(ground.blend(ink, 0.22)),
        bright=ours.bright,
        text=_hex(ink),
        label=_hex(ink.blend(ground, 0.25)),
        dim=_hex(ink.blend(ground, 0.35)),
        accent=_hex(accent),
        low=_hex(low),
        middle=_hex(ink.blend(ground, 0.35)),
        high=_hex(high),
        high_text=_hex(high),
    )
    return _legible(raw)


def _legible(raw: Scheme) -> Scheme:
    """Inks that are too near to a ground go to black or white."""
    grounds = [getattr(raw, ground) for ground in GROUNDS]
    moved: dict[str, Any] = {ink: _moved(getattr(raw, ink), grounds, LETTERS, raw.bright) for ink in INKS}
    moved |= {name: _moved(getattr(raw, name), grounds[:2], SIGNS, raw.bright) for name in ("thumb", "high")}
    return evolve(raw, **moved)


def _moved(ink: str, grounds: list[str], least: float, to: str) -> str:
    colour, end = Color.parse(ink), Color.parse(to)
    while any(contrast(_hex(colour), ground) < least + _EASE for ground in grounds) and _hex(colour) != to:
        moved = colour.blend(end, _STEP)
        colour = moved if _hex(moved) != _hex(colour) else end
    return _hex(colour)


def _far(one: Color, other: Color) -> bool:
    """Whether two colours are of different hues, and have any."""
    (hue, _, much), (hue_of_other, _, much_of_other) = one.hsl, other.hsl
    apart = abs(hue - hue_of_other)
    return min(apart, 1 - apart) >= _APART and min(much, much_of_other) > 0.2


def _hex(colour: Color) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour.rgb)
