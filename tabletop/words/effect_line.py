"""Effects typed in one line, "Cohesion -2, Trust +1 for 2": read, told back in words, and what may be named in them."""

import re
from typing import NamedTuple

from tabletop.errors import TabletopError
from tabletop.model.figures.figure import NUMBER
from tabletop.model.grammar import effect
from tabletop.model.moves.values import effects
from tabletop.model.world import World
from tabletop.rules.acts import changeable
from tabletop.rules.acts.rulings import effects_refusal
from tabletop.words.acts.rulings import effect_words
from tabletop.words.names import figure_words


class Understood(NamedTuple):
    """What was read in `words`, or what is `wrong` with it; both "" while nothing is typed."""

    words: str = ""
    wrong: str = ""


def effect_lines(typed: str) -> list[str]:
    """The effects in a line, separated by commas or semicolons."""
    return [part.strip() for part in typed.replace(";", ",").split(",") if part.strip()]


def effect_tables(world: World, typed: str) -> tuple[dict[str, object], ...]:
    """The line as a move carries it. Raises MoveError."""
    return effects("effects", effects_in(world, typed))


def understood(world: World, typed: str) -> Understood:
    """A line of effects as it stands so far."""
    lines = effects_in(world, typed)
    for line in lines:
        try:
            effect(line)
        except TabletopError:
            return Understood(wrong=f"'{line}' is no effect yet; write '{example(world)}'")
    refusal = effects_refusal(world, tuple(lines))
    if refusal:
        return Understood(wrong=refusal.message)
    return Understood(" · ".join(effect_words(line, world.scenario, world.seats) for line in lines))


def known_paths(world: World) -> list[str]:
    """Every path that an effect may name, the likeliest first; one that takes a word with its equals sign."""
    return [path if figure.gives == NUMBER else f"{path} = " for path, figure in changeable.paths(world)]


def named_figures(world: World) -> dict[str, str]:
    """Paths of numbers by the names that screens give them, "Baltic pressure", the likeliest first."""
    paths = [path for path, figure in changeable.paths(world) if figure.gives == NUMBER]
    names = {figure_words(world.scenario, path, world.seats): path for path in reversed(paths)}
    return {name: path for name, path in reversed(names.items()) if not set(name) & set(",;")}


def effects_in(world: World, typed: str) -> list[str]:
    """The effects in a line, figures that are called by their names written as paths."""
    if not typed.strip():
        return []
    by_name = {name.lower(): path for name, path in named_figures(world).items()}
    longest = sorted(by_name, key=len, reverse=True)
    named = re.compile(rf"(?<![^,;]) *({'|'.join(map(re.escape, longest))})(?= *[-+=−\d])", re.IGNORECASE)
    return effect_lines(named.sub(lambda found: f" {by_name[found[1].lower()]} ", typed))


def words_at(world: World, path: str) -> list[str]:
    """What may stand behind the equals sign of a path now; nothing behind a number's."""
    path = path.strip()
    words = changeable.words_of(world, path)
    return [str(word) for word in words if not effects_refusal(world, (f"{path} = {word}",))]


def example(world: World) -> str:
    """Two effects of this scenario, to show how they are written."""
    tracks = [*(spec.name for spec in world.scenario.tracks.values()), "alarm"]
    return f"{tracks[0]} -2, {tracks[1]} +1 for 2"
