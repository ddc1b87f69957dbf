"""The command palette: every action of the screen one is on, with its key."""

from functools import partial

from rich.text import Text
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider

from tabletop.tui.kit.keys import active_keys, called, tells
from tabletop.tui.kit.removable import Removable


class Actions(Provider):
    """Lists the bindings that say what they do."""

    def _hits(self) -> dict[str, DiscoveryHit]:
        """By their words, each once."""
        hits: dict[str, DiscoveryHit] = {}
        for key, active in active_keys(self.screen):
            binding, words = active.binding, active.binding.description
            if tells(binding) and active.node is not self.app and words not in hits:
                run = partial(self.app.run_action, binding.action, active.node)
                hits[words] = DiscoveryHit(Text(f"{words}  ({called(key)})"), run, words)
        return hits

    async def discover(self) -> Hits:
        for hit in self._hits().values():
            yield hit

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for words, hit in self._hits().items():
            score = matcher.match(words)
            if score > 0:
                yield Hit(score, hit.display, hit.command, text=words)


class Palette(Removable, CommandPalette):
    """Its search may still find something when it has been put away."""

    def _watch__list_visible(self) -> None:
        if not self.gone and self.query(CommandList):
            super()._watch__list_visible()
