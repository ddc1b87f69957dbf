"""Schemes for terminals with 256 or 16 colours, made of colours that these have: none is left to be the nearest.

The 16 are those of the Linux console, of whose dark half alone many terminals make grounds.
"""

from typing import Final

from attrs import evolve

from tabletop.tui.look.scheme import Scheme

_DARK_256: Final = Scheme(
    name="dark",
    few=True,
    background="#121212",
    surface="#1c1c1c",
    plate="#080808",
    track="#303030",
    resting="#303030",
    empty="#303030",
    cursor="#00005f",
    cursor_quiet="#00005f",
    rule="#444444",
    thumb="#767676",
    land="#444444",
    bright="#ffffff",
    text="#dadada",
    label="#b2b2b2",
    dim="#a8a8a8",
    accent="#5fd7af",
    low="#ffaf5f",
    middle="#a8a8a8",
    high="#5f87d7",
    high_text="#87afff",
    crisis="#ffd75f",
    crisis_text="#121212",
    crisis_ink="#ffd75f",
    violet="#d7afff",
    bodies={"#ffaf5f": "#875f00", "#a8a8a8": "#4e4e4e", "#5f87d7": "#005faf", "#444444": "#262626",
            "#5fd7af": "#005f5f"},
)  # fmt: skip

_LIGHT_256: Final = Scheme(
    name="light",
    dark=False,
    few=True,
    background="#ffffff",
    surface="#eeeeee",
    plate="#ffffff",
    track="#e4e4e4",
    resting="#e4e4e4",
    empty="#e4e4e4",
    cursor="#d7ffff",
    cursor_quiet="#d7ffff",
    rule="#b2b2b2",
    thumb="#767676",
    land="#bcbcbc",
    bright="#000000",
    text="#1c1c1c",
    label="#444444",
    dim="#4e4e4e",
    accent="#005f5f",
    low="#870000",
    middle="#585858",
    high="#005faf",
    high_text="#005faf",
    crisis="#ffd75f",
    crisis_text="#000000",
    crisis_ink="#5f5f00",
    violet="#5f00af",
    bodies={"#870000": "#ffaf87", "#585858": "#c6c6c6", "#005faf": "#87afff", "#bcbcbc": "#e4e4e4",
            "#005f5f": "#afd7d7"},
)  # fmt: skip

_DARK_16: Final = Scheme(
    name="dark",
    few=True,
    background="#000000",
    surface="#000000",
    plate="#000000",
    track="#0000aa",
    resting="#0000aa",
    empty="#555555",
    cursor="#0000aa",
    cursor_quiet="#0000aa",
    rule="#555555",
    thumb="#aaaaaa",
    land="#555555",
    bright="#ffffff",
    text="#ffffff",
    label="#aaaaaa",
    dim="#aaaaaa",
    accent="#55ff55",
    low="#ffff55",
    middle="#aaaaaa",
    high="#55ffff",
    high_text="#55ffff",
    crisis="#aa00aa",
    crisis_text="#ffffff",
    crisis_ink="#ff55ff",
    violet="#ff55ff",
    bodies={"#ffff55": "#aa5500", "#aaaaaa": "#000000", "#55ffff": "#00aaaa", "#555555": "#000000",
            "#55ff55": "#0000aa"},
)  # fmt: skip

_LIGHT_16: Final = Scheme(
    name="light",
    dark=False,
    few=True,
    background="#ffffff",
    surface="#ffffff",
    plate="#ffffff",
    track="#55ffff",
    resting="#55ffff",
    empty="#aaaaaa",
    cursor="#55ffff",
    cursor_quiet="#55ffff",
    rule="#aaaaaa",
    thumb="#555555",
    land="#aaaaaa",
    bright="#000000",
    text="#000000",
    label="#555555",
    dim="#555555",
    accent="#aa00aa",
    low="#aa0000",
    middle="#555555",
    high="#0000aa",
    high_text="#0000aa",
    crisis="#ffff55",
    crisis_text="#000000",
    crisis_ink="#aa0000",
    violet="#aa00aa",
    bodies={"#aa0000": "#ff5555", "#555555": "#aaaaaa", "#0000aa": "#5555ff", "#aaaaaa": "#ffffff",
            "#aa00aa": "#ff55ff"},
)  # fmt: skip

_CONTRAST_256: Final = evolve(
    _DARK_256, name="contrast", background="#000000", surface="#000000", plate="#000000", rule="#949494",
    thumb="#dadada", text="#ffffff", label="#dadada", dim="#d0d0d0", crisis_text="#000000",
)  # fmt: skip

_BY_COLOURS: Final = {
    256: {each.name: each for each in (_DARK_256, _LIGHT_256, _CONTRAST_256)},
    16: {"dark": _DARK_16, "light": _LIGHT_16, "contrast": evolve(_DARK_16, name="contrast", rule="#aaaaaa")},
}


def in_few(scheme: Scheme, colours: int) -> Scheme:
    """The scheme that stands for one in a terminal with so many colours: its own, or the one of the same ground."""
    few = _BY_COLOURS.get(colours)
    if few is None:
        return scheme
    return evolve(few.get(scheme.name) or few["dark" if scheme.dark else "light"], name=scheme.name)
