"""How panels of the reading screens look: quiet borders, the accent only where the focus is."""

from typing import Final

from tabletop.tui.look import palette

FRAMED: Final = f"""
.framed {{
    border: round {palette.RULE}; padding: 0 1; background: {palette.BACKGROUND};
    border-title-color: {palette.LABEL}; border-subtitle-color: {palette.DIM};
    scrollbar-size-vertical: 1; scrollbar-color: {palette.RULE}; scrollbar-background: {palette.BACKGROUND};
    scrollbar-background-hover: {palette.BACKGROUND}; scrollbar-background-active: {palette.BACKGROUND};
    scrollbar-color-hover: {palette.LABEL}; scrollbar-color-active: {palette.ACCENT};
}}
.framed:focus, .framed:focus-within {{
    border: round {palette.ACCENT}; border-title-color: {palette.ACCENT}; background: {palette.BACKGROUND};
    background-tint: {palette.BACKGROUND} 0%;
}}
OptionList.framed > .option-list--option {{ padding: 0; }}
OptionList.framed > .option-list--option-highlighted {{
    background: {palette.TRACK}; color: {palette.TEXT}; text-style: none;
}}
OptionList.framed:focus > .option-list--option-highlighted {{
    background: #1f5c4f; color: {palette.BRIGHT}; text-style: none;
}}
OptionList.framed > .option-list--option-disabled {{ color: {palette.LABEL}; }}
OptionList.framed > .option-list--option-hover {{ background: {palette.SURFACE}; }}
"""
