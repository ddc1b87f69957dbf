"""Pages as one self-contained HTML file that prints: it asks for nothing from anywhere, and no text in it is markup."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template

from tabletop.paper.blocks import VOICES
from tabletop.paper.page_style import PageStyle
from tabletop.paper.sheaf import Sheaf, told


def html_of(sheaf: Sheaf, style: PageStyle) -> bytes:
    """The file."""
    return _template().render(told(sheaf), paper=style.paper, large=style.large, voices=VOICES).encode()


@cache
def _template() -> Template:
    text = files("tabletop.paper").joinpath("templates", "sheaf.html").read_text("utf-8")
    surroundings = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return surroundings.from_string(text)
