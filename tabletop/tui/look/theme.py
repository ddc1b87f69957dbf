"""The theme that gives Textual's own widgets the colours of `palette`."""

from typing import Final

from textual.theme import Theme

from tabletop.tui.look import palette

LOOK: Final = Theme(
    name="tabletop",
    primary=palette.ACCENT,
    secondary=palette.LABEL,
    accent=palette.ACCENT,
    foreground=palette.TEXT,
    background=palette.BACKGROUND,
    surface=palette.SURFACE,
    panel=palette.SURFACE,
    boost=palette.TRACK,
    warning=palette.LOW,
    error=palette.LOW,
    success=palette.HIGH_TEXT,
    dark=True,
    variables={
        "rule": palette.RULE,
        "track": palette.TRACK,
        "label": palette.LABEL,
        "dim": palette.DIM,
        "bright": palette.BRIGHT,
        "cursor": palette.CURSOR,
        "cursor-quiet": palette.CURSOR_QUIET,
        "crisis": palette.CRISIS,
        "crisis-text": palette.CRISIS_TEXT,
        "block-cursor-background": palette.CURSOR,
        "block-cursor-foreground": palette.BRIGHT,
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": palette.TRACK,
        "block-cursor-blurred-foreground": palette.TEXT,
        "input-selection-background": palette.CURSOR,
        "scrollbar": palette.TRACK,
        "scrollbar-hover": palette.RULE,
        "scrollbar-active": palette.ACCENT,
        "scrollbar-background": palette.BACKGROUND,
        "scrollbar-background-hover": palette.BACKGROUND,
        "scrollbar-background-active": palette.BACKGROUND,
        "scrollbar-corner-color": palette.BACKGROUND,
    },
)
