"""A scheme as a theme, which gives Textual's own widgets and the style sheets its colours."""

from textual.theme import Theme

from tabletop.tui.look.scheme import COLOURS, Scheme


def theme_of(scheme: Scheme) -> Theme:
    """Every colour of the scheme is a variable of its name, with hyphens."""
    return Theme(
        name=scheme.name,
        primary=scheme.accent,
        secondary=scheme.label,
        accent=scheme.accent,
        foreground=scheme.text,
        background=scheme.background,
        surface=scheme.surface,
        panel=scheme.surface,
        boost=scheme.track,
        warning=scheme.low,
        error=scheme.low,
        success=scheme.high_text,
        dark=scheme.dark,
        variables={name.replace("_", "-"): getattr(scheme, name) for name in COLOURS} | _of_widgets(scheme),
    )


def _of_widgets(scheme: Scheme) -> dict[str, str]:
    """What Textual would make of shares of other colours."""
    return {
        "block-cursor-background": scheme.cursor,
        "block-cursor-foreground": scheme.bright,
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": scheme.resting,
        "block-cursor-blurred-foreground": scheme.text,
        "block-hover-background": scheme.surface,
        "border": scheme.accent,
        "border-blurred": scheme.rule,
        "foreground-muted": scheme.label,
        "foreground-disabled": scheme.dim,
        "input-cursor-background": scheme.bright,
        "input-cursor-foreground": scheme.background,
        "input-selection-background": scheme.cursor,
        "input-selection-foreground": scheme.bright,
        "screen-selection-background": scheme.cursor,
        "scrollbar": scheme.thumb,
        "scrollbar-hover": scheme.label,
        "scrollbar-active": scheme.accent,
        "scrollbar-background": scheme.background,
        "scrollbar-background-hover": scheme.background,
        "scrollbar-background-active": scheme.background,
        "scrollbar-corner-color": scheme.background,
        "text": scheme.text,
        "text-muted": scheme.label,
        "text-disabled": scheme.dim,
        "text-primary": scheme.accent,
        "text-secondary": scheme.label,
        "text-accent": scheme.accent,
        "text-warning": scheme.low,
        "text-error": scheme.low,
        "text-success": scheme.high_text,
    }
