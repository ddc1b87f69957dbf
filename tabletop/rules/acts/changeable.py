"""What control and effects may change in this world: paths, and the words they can be set to. Decides no amounts."""

from collections.abc import Collection, Iterator

from tabletop.model.figures.figure import NUMBER, Figure
from tabletop.model.figures.glossary import changeable, figure_at
from tabletop.model.figures.path import ALL, path_of
from tabletop.model.world import World


def ids_of(world: World, kind: str) -> Collection[str]:
    """Ids that may stand in a path for a kind; seats that have joined another are still named."""
    scenario = world.scenario
    ids: dict[str, Collection[str]] = {
        "TRACK": scenario.tracks,
        "THEATRE": scenario.theatres,
        "SEAT": scenario.seats,
        "MEMBER": scenario.members,
        "FORCE": world.forces,
        "POST": world.posts,
        "INJECT": world.injects,
    }
    return ids[kind]


def paths(world: World, *, adjusting: bool = False) -> Iterator[tuple[str, Figure]]:
    """Every path that an effect may name, the likeliest first; `adjusting`: that control may, also by hand."""
    for figure in changeable():
        if figure.changed == "adjustment" and not adjusting:
            continue
        if not figure.kinds:
            yield figure.form, figure
            continue
        kind = figure.kinds[0]
        for name in world.seats if kind == "SEAT" else ids_of(world, kind):
            path = path_of(figure.form, name)
            if not figure.kept or path in world.figures:
                yield path, figure
        if figure.everywhere:
            yield path_of(figure.form, ALL), figure


def words_of(world: World, path: str) -> tuple[str, ...]:
    """The words that a path can be set to; none where it gives a number or names nothing."""
    figure = figure_at(path)
    if figure is None or figure.gives == NUMBER or figure.changed != "effect":
        return ()
    words = figure.sets or figure.gives
    return words if isinstance(words, tuple) else tuple(ids_of(world, words.upper()))
