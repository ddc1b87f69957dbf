"""Themes in the command palette: ours at once, Textual's as one types."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from rich.text import Text
from textual.command import DiscoveryHit, Hit, Hits, Provider

from tabletop.tui.kit.program import program_of
from tabletop.tui.look.schemes import OURS
from tabletop.tui.look.themes import NAMES

_OURS: Final = {"dark": "dark", "light": "light, for a lit room", "contrast": "high contrast"}


class ThemeChoices(Provider):
    """Every theme with what it is called in the palette."""

    def _choices(self) -> Iterator[tuple[str, str]]:
        here = program_of(self.app).theme
        for name in NAMES:
            yield name, f"theme: {_OURS.get(name, name)}{' (in use)' if name == here else ''}"

    async def discover(self) -> Hits:
        for name, words in list(self._choices())[: len(OURS)]:
            yield DiscoveryHit(Text(words), partial(program_of(self.app).choose_theme, name), words)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for name, words in self._choices():
            score = matcher.match(words)
            if score > 0:
                yield Hit(score, Text(words), partial(program_of(self.app).choose_theme, name), text=words)
