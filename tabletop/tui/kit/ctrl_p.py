"""The command palette: every action of the screen one is on, with its key."""

from rich.text import Text
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider

from tabletop.tui.kit.keys import shown, tells
from tabletop.tui.kit.standing import Standing


class Actions(Provider):
    """Lists the bindings that say what they do."""

    def _actions(self) -> list[tuple[str, str, str]]:
        """Words, key, action; each once."""
        found: dict[str, tuple[str, str]] = {}
        for key, active in self.screen.active_bindings.items():
            binding = active.binding
            if tells(binding) and active.node is not self.app:
                prefix = "" if ":" in binding.action or "." in binding.action else "screen."
                found.setdefault(binding.description, (shown(key), f"{prefix}{binding.action}"))
        return [(words, key, action) for words, (key, action) in found.items()]

    async def discover(self) -> Hits:
        for words, key, action in self._actions():
            yield DiscoveryHit(Text(f"{words}  ({key})"), self._run(action), words)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for words, key, action in self._actions():
            score = matcher.match(words)
            if score > 0:
                yield Hit(score, Text(f"{words}  ({key})"), self._run(action), text=words)

    def _run(self, action: str):  # type: ignore[no-untyped-def]
        screen, focused = self.screen, self.focused

        async def run() -> None:
            bare = action.removeprefix("screen.")
            name = bare.split("(", 1)[0]
            for node in (focused, screen):
                if node is not None and hasattr(node, f"action_{name}"):
                    await screen.app.run_action(bare, node)
                    return

        return run


class Palette(Standing, CommandPalette):
    """Its search may still find something when it has been put away."""

    def _watch__list_visible(self) -> None:
        if not self.gone and self.query(CommandList):
            super()._watch__list_visible()
