"""What can be found by its name at a place: scores and theatres, seats and members, forces, posts, texts, injects.

Of what a place may not see its world holds nothing.
"""

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from tabletop.model.figures.forms import DETERRENCE
from tabletop.model.figures.path import path_of
from tabletop.model.world import World
from tabletop.words.names import inject_name, post_name, score_name, seat_name, text_name

SCORE: Final = "score"


@frozen
class Thing:
    """`kind` as `row_figure` calls it, or a score; `word` what it is; `also` other words it is found by."""

    kind: str
    id: str
    name: str
    word: str
    also: str = ""

    @property
    def figure(self) -> str:
        """As one asks where its figures come from."""
        return self.id if self.kind == SCORE else f"{self.kind}/{self.id}"


def things(world: World) -> list[Thing]:
    """All that has a name, the scores first."""
    return [*_scores(world), *_seats(world), *_levers(world), *_injects(world)]


def _scores(world: World) -> Iterator[Thing]:
    scenario = world.scenario
    for theatre, spec in scenario.theatres.items():
        yield Thing(SCORE, path_of(DETERRENCE, theatre), spec.name, "theatre", spec.short)
    for score in ("deterrence", scenario.names.share, *scenario.tracks):
        yield Thing(SCORE, score, score_name(scenario, score, world.seats), "score")


def _seats(world: World) -> Iterator[Thing]:
    scenario = world.scenario
    for seat, spec in scenario.seats.items():
        members = [scenario.members[member].name for member in spec.members if member in scenario.members]
        yield Thing("seat", seat, seat_name(scenario, seat, world.seats), "seat", " ".join([spec.name, *members]))
    for member, its in scenario.members.items():
        yield Thing("member", member, its.name, "member")


def _levers(world: World) -> Iterator[Thing]:
    scenario = world.scenario
    for force in world.forces:
        if force in scenario.forces:
            yield Thing("force", force, scenario.forces[force].name, "force")
    for programme, spec in scenario.programmes.items():
        yield Thing("programme", programme, spec.name, "programme")
    for post in scenario.posts:
        yield Thing("post", post, post_name(scenario, post), "post")
    for text in scenario.texts:
        yield Thing("text", text, text_name(scenario, text, world.seats), "text")


def _injects(world: World) -> Iterator[Thing]:
    for inject in world.injects:
        if inject in world.scenario.injects:
            spec = world.scenario.injects[inject]
            yield Thing("inject", inject, inject_name(world.scenario, inject), "inject", spec.text)
