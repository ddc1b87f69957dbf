"""Fields for effects and words of chance, "Cohesion -2, Trust +1 for 2": completed as one types, and told back."""

from textual.content import Content
from textual.suggester import Suggester

from tabletop.model.world import World
from tabletop.tui.look import palette
from tabletop.words.effect_line import known_paths, named_figures, understood, words_at


def told_back(world: World, line: str) -> tuple[Content, bool]:
    """What was understood, in words, or what is wrong with it; and whether it can be used."""
    reading = understood(world, line)
    return Content.styled(
        reading.wrong or reading.words, palette.LOW if reading.wrong else palette.TEXT
    ), not reading.wrong


class EffectSuggester(Suggester):
    """Completes the name or the path, then the word, of the last effect in the line."""

    def __init__(self, world: World) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._world, self._paths = world, [*named_figures(world), *known_paths(world)]

    async def get_suggestion(self, value: str) -> str | None:
        cut = max(value.rfind(","), value.rfind(";")) + 1
        last = value[cut:].lstrip()
        before = value[:cut] + " " * (len(value) - cut - len(last))
        if not last:
            return None
        path, equals, start = last.partition("= ")
        if equals:
            words = words_at(self._world, path)
            return next((f"{before}{path}= {w}" for w in words if w.startswith(start) and w != start), None)
        return next((before + path for path in self._paths if path.startswith(last) and path != last), None)
