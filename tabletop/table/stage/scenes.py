"""The scenes of the room's stage in one table: how each is made, and what it may be about. `SCENES` of the model names
them, `feed_file` knows what they look like on disk, and how they are drawn is the screens'."""

from collections.abc import Callable, Mapping
from typing import Final

from attrs import frozen

from tabletop.model.world import Phase, State
from tabletop.table.feed_file import Feed
from tabletop.table.port import View
from tabletop.table.stage import argued, carried, lines, theatres, told
from tabletop.table.stage.scene import RoomView, Scene, once, once_played


@frozen
class _Kind:
    """`name` in the list of scenes; `make` gives the scene's own fields; `abouts` what it may be about by name, nothing
    where there is nothing to show. `now`: of a scene that is live, its fields by now; None where they can't be had."""

    name: str
    make: Callable[[RoomView, str], Feed]
    abouts: Callable[[RoomView], Mapping[str, str]]
    now: Callable[[RoomView, Feed], Feed | None] | None = None


KINDS: Final = {
    "welcome": _Kind("Welcome", told.welcome, once),
    "map": _Kind("Map and margins", theatres.map_scene, once),
    "inject": _Kind("Inject", told.inject, told.injects),
    "argument": _Kind("Argument and dice", argued.argument, argued.arguments, argued.argument_now),
    "story": _Kind("Story", told.story, told.sentences),
    "moved": _Kind("What moved", theatres.moved_scene, once_played),
    "why": _Kind("Why", lines.why, lines.explained),
    "ribbon": _Kind("Who carries it", carried.ribbon, once),
    "replay": _Kind("Turn by turn", theatres.replay_scene, once_played),
    "compare": _Kind("Two lines", lines.compare, lines.compared),
    "ahead": _Kind("Look ahead", lines.ahead, lines.shown),
    "reveal": _Kind("What the seats wanted", told.reveal, told.revealed),
}


@frozen
class SceneRow:
    """A scene that can be pushed now, in words."""

    scene: Scene
    name: str
    about: str = ""


def made(room: RoomView, scene: Scene) -> Feed:
    """A scene as the feed carries it. Raises KeyError for one that can't be shown now."""
    kind = KINDS[scene.kind]
    if scene.about not in kind.abouts(room):
        raise KeyError(scene.about)
    world = room.view.world
    return {"kind": scene.kind, "turn": world.turn, "period": world.period} | kind.make(room, scene.about)


def is_live(pushed: Feed | None) -> bool:
    """Whether a scene goes on by itself on the room's screen once it was pushed: what is said aloud while it is
    entered. All others stay as they were seen before the push, so that nothing is told ahead of whoever tells it."""
    return pushed is not None and KINDS[pushed["kind"]].now is not None


def gone_on(room: RoomView, pushed: Feed) -> Feed:
    """A live scene as it is by now; as it was pushed where the matter was taken back."""
    now = KINDS[pushed["kind"]].now
    fields = now(room, pushed) if now else None
    return pushed | fields if fields else pushed


def offers(room: RoomView) -> list[SceneRow]:
    """All that can be pushed now."""
    return [
        SceneRow(Scene(name, about), kind.name, words)
        for name, kind in KINDS.items()
        for about, words in kind.abouts(room).items()
    ]


def due(view: View) -> Scene:
    """What the room would most likely be shown now."""
    world = view.world
    match world.state, world.phase:
        case State.READY, _:
            return Scene("welcome")
        case State.ENDED, _:
            return Scene("ribbon")
        case _, Phase.BRIEF | Phase.ORDERS:
            new = told.next_inject(view)
            return Scene("inject", new) if new else Scene("map")
        case _, Phase.ADJUDICATE:
            count = len(argued.of_turn(world))
            return Scene("argument", str(count)) if count else Scene("map")
        case _, Phase.REVIEW:
            return Scene("story")
    return Scene("map")
