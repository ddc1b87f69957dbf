"""What can be chosen in the palette, and how well it fits what was typed. Knows no screen."""

from collections.abc import Callable

from attrs import frozen


@frozen
class PaletteRow:
    """`key` or what it is at the right; `head` it stands under; `also` what it is found by too; `run`
    does it. `typed`: it is listed only once one types."""

    words: str
    key: str
    head: str
    run: Callable[[], object]
    also: str = ""
    typed: bool = False

    def rank(self, typed: str) -> int | None:
        """How well it fits what was typed, 0 the best; None where it does not."""
        words, also = self.words.lower(), f"{self.key} {self.also}".lower()
        parts = typed.split()
        if words.startswith(typed):
            return 0
        for place, text in enumerate((words, also)):
            if all(part in text for part in parts):
                begun = all(f" {part}" in f" {text}" for part in parts)
                return 1 + 2 * place + (not begun)
        return None if not all(part in f"{words} {also}" for part in parts) else 5
