"""Effects typed in one line, "cohesion -2, trust +1 for 2": completed, read, and told back in words."""

from textual.content import Content
from textual.suggester import Suggester

from tabletop.errors import TabletopError
from tabletop.model.figures.figure import NUMBER
from tabletop.model.grammar import effect
from tabletop.model.likelihood import SCALE
from tabletop.model.moves.values import effects
from tabletop.model.world import World
from tabletop.rules.acts import changeable
from tabletop.rules.acts.rulings import effects_refusal
from tabletop.tui.kit.line import Line
from tabletop.tui.look import palette
from tabletop.words.sentences import effect_words


def effect_lines(typed: str) -> list[str]:
    """The effects in a line, separated by commas or semicolons."""
    return [part.strip() for part in typed.replace(";", ",").split(",") if part.strip()]


def effect_tables(typed: str) -> tuple[dict[str, object], ...]:
    """The line as a move carries it. Raises MoveError."""
    return effects("effects", effect_lines(typed))


def told_back(world: World, typed: str) -> tuple[Content, bool]:
    """What was understood, in words, or what is wrong with it; and whether it can be used."""
    lines = effect_lines(typed)
    if not lines:
        return Content(""), True
    for line in lines:
        try:
            effect(line)
        except TabletopError:
            return Content.styled(f"'{line}' is no effect yet; write '{example(world)}'", palette.LOW), False
    refusal = effects_refusal(world, tuple(lines))
    if refusal:
        return Content.styled(refusal.message, palette.LOW), False
    words = [effect_words(line, world.scenario, world.seats) for line in lines]
    return Content.styled(" · ".join(words), palette.TEXT), True


def known_paths(world: World) -> list[str]:
    """Every path that an effect may name, the likeliest first; one that takes a word with its equals sign."""
    return [path if figure.gives == NUMBER else f"{path} = " for path, figure in changeable.paths(world)]


def example(world: World) -> str:
    """Two effects of this scenario, to show how they are written."""
    tracks = [*world.scenario.tracks, "alarm"]
    return f"{tracks[0]} -2, {tracks[1]} +1 for 2"


class EffectSuggester(Suggester):
    """Completes the path, then the word, of the last effect in the line."""

    def __init__(self, world: World) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._world = world
        self._paths = known_paths(world)

    async def get_suggestion(self, value: str) -> str | None:
        cut = max(value.rfind(","), value.rfind(";")) + 1
        done, last = value[:cut], value[cut:].lstrip()
        led = done + " " * (len(value) - cut - len(last))
        if not last:
            return None
        path, equals, word = last.partition("= ")
        if equals:
            words = changeable.words_of(self._world, path.strip())
            found = next((w for w in words if w.startswith(word) and w != word), None)
            return f"{led}{path}= {found}" if found else None
        return next((led + path for path in self._paths if path.startswith(last) and path != last), None)


class ChanceSuggester(Suggester):
    """Completes a word of the scale of chance."""

    def __init__(self) -> None:
        super().__init__(use_cache=True, case_sensitive=False)

    async def get_suggestion(self, value: str) -> str | None:
        return next((word.word for word in SCALE if value and word.word.startswith(value.lower())), None)


class Field(Line):
    """One line to type in, without a border of its own."""

    DEFAULT_CSS = f"""
    Field, Field:focus {{
        border: none; height: 1; padding: 0 1; width: 1fr; background: {palette.TRACK}; color: {palette.TEXT};
        background-tint: {palette.TRACK} 0%;
    }}
    Field:disabled {{ background: {palette.BACKGROUND}; }}
    Field > .input--placeholder, Field > .input--suggestion {{ color: {palette.DIM}; }}
    """
