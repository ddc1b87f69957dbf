"""Answers for any figure where it comes from. The one place that knows how all of them are asked for.

A world answers for what stands in it: of one that is blanked for a seat, what the seat may not see isn't there, and is
refused in the words for what was never there.
"""

from attrs import evolve

from tabletop.analysis.origins.figures import figure
from tabletop.analysis.origins.names import name_of
from tabletop.analysis.origins.things import KINDS, thing
from tabletop.errors import TabletopError, did_you_mean
from tabletop.model.figures.glossary import figure_of
from tabletop.model.origin import Origin
from tabletop.model.seats import CONTROL
from tabletop.model.world import World
from tabletop.rules.scores.deterrence import scores


def origin_of(world: World, of: str) -> Origin:
    """Where a figure comes from: a score or figure by its path, "deterrence/ID", a thing by its kind, "force/ID", or
    one of a thing's figures, "member/ID/gdp". Raises TabletopError for what isn't there, with what may be meant."""
    made = thing(world.scenario, of) or figure(world, of) or _part(world, of)
    if made is None:
        raise TabletopError(f"there is no figure '{of}'", hint=_meant(world, of))
    return made


def seen_origin(world: World, of: str, who: str) -> Origin:
    """The same for a place: who may not see a figure may not ask for it. `world` is blanked for `who`: a seat,
    "control" or "public". Raises TabletopError, for what is hidden as for what isn't there."""
    if not _may_ask(world, of, who):
        raise TabletopError(f"there is no figure '{of}'", hint=_meant(world, of, who))
    return origin_of(world, of)


def _may_ask(world: World, of: str, who: str) -> bool:
    if who == CONTROL:
        return True
    kind = KINDS.get(of.partition("/")[0])
    if kind is not None and kind.control:
        return False
    row = figure_of(of, world.scenario.tracks)
    if row is None or row.who == "all" or thing(world.scenario, of):
        return True
    return row.who == "seat" and of.rpartition("/")[2] == who


def _part(world: World, of: str) -> Origin | None:
    """A figure of a thing, or a term of a score."""
    words = of.split("/")
    for n in range(len(words) - 1, 0, -1):
        whole = "/".join(words[:n])
        made = thing(world.scenario, whole) or figure(world, whole)
        if made is not None:
            part = made.part(of)
            return part and evolve(part, name=f"{part.name}, {name_of(world.scenario, words[1])}")
    return None


def _meant(world: World, of: str, who: str = CONTROL) -> str:
    """What may have been meant: an id of that kind, a score, or how things are asked for."""
    word, _, id = of.partition("/")
    kinds = {each.word: each for each in KINDS.values() if who == CONTROL or not each.control}
    names = scores(world)
    if word in kinds:
        hint = did_you_mean(id, tuple(kinds[word].ids(world.scenario)))
        return hint.replace("did you mean '", f"did you mean '{word}/")
    hint = did_you_mean(word, tuple(kinds)) if id else ""
    if hint.startswith("did"):
        return hint.replace("'?", f"/{id}'?")
    hint = did_you_mean(of, (*names, *kinds))
    return hint if hint.startswith("did") else f"write a score or {', '.join(kind.form for kind in kinds.values())}"
