"""Which scheme a theme's name stands for in this terminal: our own, or made of one of Textual's."""

from typing import Final

from attrs import evolve
from textual.theme import BUILTIN_THEMES, Theme

from tabletop.tui.look.derived import derived
from tabletop.tui.look.few_colours import in_few
from tabletop.tui.look.scheme import Scheme
from tabletop.tui.look.schemes import OURS
from tabletop.tui.look.theme import theme_of

NAMES: Final = (
    *(scheme.name for scheme in OURS),
    *sorted(name for name, one in BUILTIN_THEMES.items() if not one.ansi),
)
"""Every theme that may be chosen, our own first. Those that leave the terminal its colours have none to reckon with."""

_COLOURS: Final = {"256": 256, "standard": 16, "windows": 16}


class Themes:
    """`system`: how the terminal is given colours, as Rich calls it. `hatched`: it shows none, so that hatch must."""

    def __init__(self, system: str | None, *, hatched: bool = False) -> None:
        self._colours = _COLOURS.get(system or "", 0)
        self._hatched = hatched or system is None
        self._schemes = {scheme.name: self._here(scheme) for scheme in OURS}

    def scheme(self, name: str) -> Scheme:
        """Of one of `NAMES`."""
        if name not in self._schemes:
            self._schemes[name] = self._here(derived(BUILTIN_THEMES[name]))
        return self._schemes[name]

    def theme(self, name: str) -> Theme:
        """The same for Textual; one of its own in our variables as well."""
        return theme_of(self.scheme(name))

    def _here(self, scheme: Scheme) -> Scheme:
        return evolve(in_few(scheme, self._colours), hatched=self._hatched)
