"""The schemes of our own. Low, middle and high are orange, grey and blue in all: apart for colour-blind readers.

In `LIGHT` the ground is white: in a lit room a projector's black is the wall's grey.
"""

from typing import Final

from tabletop.tui.look.scheme import Scheme

DARK: Final = Scheme(
    name="dark",
    background="#0f1318",
    surface="#161b22",
    plate="#0a0d11",
    track="#28303a",
    resting="#28303a",
    empty="#28303a",
    cursor="#12382f",
    cursor_quiet="#10322a",
    rule="#39424d",
    thumb="#6a7683",
    land="#343b44",
    bright="#ffffff",
    text="#d5dbe2",
    label="#a3adb8",
    dim="#96a1ac",
    accent="#4fd1b0",
    low="#ffa94d",
    middle="#9aa4af",
    high="#4d94e0",
    high_text="#6aaef5",
    crisis="#ffd43b",
    crisis_text="#17130a",
    crisis_ink="#ffd53c",
    violet="#c9a0ff",
)

LIGHT: Final = Scheme(
    name="light",
    dark=False,
    background="#ffffff",
    surface="#f3f6f8",
    plate="#fdfefe",
    track="#e1e7ec",
    resting="#e1e7ec",
    empty="#e1e7ec",
    cursor="#c3e8de",
    cursor_quiet="#d3eee7",
    rule="#b5bfc9",
    thumb="#76818c",
    land="#cdd4db",
    bright="#000000",
    text="#1d252d",
    label="#46515c",
    dim="#525d68",
    accent="#006455",
    low="#973c00",
    middle="#58636e",
    high="#2468bd",
    high_text="#1c559e",
    crisis="#ffd43b",
    crisis_text="#17130a",
    crisis_ink="#6f5200",
    violet="#6b35b0",
)

CONTRAST: Final = Scheme(
    name="contrast",
    background="#000000",
    surface="#080808",
    plate="#020202",
    track="#303030",
    resting="#303030",
    empty="#303030",
    cursor="#004a3a",
    cursor_quiet="#00483a",
    rule="#9a9a9a",
    thumb="#cfcfcf",
    land="#565656",
    bright="#ffffff",
    text="#f4f4f4",
    label="#dadada",
    dim="#c8c8c8",
    accent="#5fffd7",
    low="#ffb45f",
    middle="#bcbcbc",
    high="#5fafff",
    high_text="#87cfff",
    crisis="#ffff5f",
    crisis_text="#000001",
    crisis_ink="#fffe5e",
    violet="#d7afff",
)

OURS: Final = (DARK, LIGHT, CONTRAST)
