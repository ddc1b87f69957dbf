"""All that stands on the screens in other colours, at once: text keeps the colours that it was drawn in."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from textual.content import Content
from textual.widgets import OptionList, Static

from tabletop.tui.kit.grid import Grid
from tabletop.tui.look.scheme import COLOURS, Scheme

if TYPE_CHECKING:
    from textual.app import App
    from textual.widget import Widget

_HEX: Final = re.compile("#[0-9a-f]{6}")


def repaint(app: "App[Any]", before: Scheme, now: Scheme) -> None:
    """Screens that draw themselves do so again; in all others a colour of one scheme gives way to that of the other."""
    inks = {getattr(before, name): getattr(now, name) for name in COLOURS}
    for screen in app.screen_stack:
        for widget in screen.query("*"):
            _recolour(widget, inks)
        draw_anew = getattr(screen, "repaint", None)
        if draw_anew is not None:
            draw_anew()


def _recolour(widget: "Widget", inks: Mapping[str, str]) -> None:
    match widget:
        case Static():
            if isinstance(widget.content, Content):
                widget.update(recoloured(widget.content, inks), layout=False)
        case OptionList():
            for at, option in enumerate(widget.options):
                if isinstance(option.prompt, Content):
                    widget.replace_option_prompt_at_index(at, recoloured(option.prompt, inks))
        case Grid():
            widget.recolour(lambda text: recoloured(text, inks))
    titles = widget._border_title, widget._border_subtitle  # what Textual gives of a title is its text alone
    for name, title in zip(("border_title", "border_subtitle"), titles, strict=True):
        if title is not None and title.spans:
            setattr(widget, name, recoloured(title, inks))
    widget.refresh()


def recoloured(text: Content, inks: Mapping[str, str]) -> Content:
    """The same text, each colour of `inks` replaced by what it is there."""

    def other(style: object) -> Any:
        return _HEX.sub(lambda ink: inks.get(ink[0], ink[0]), style) if isinstance(style, str) else style

    return Content(text.plain, spans=[span._replace(style=other(span.style)) for span in text.spans])
