"""What is shown when the exercise has ended: the poster, what the seats say, what they had wanted."""

from collections.abc import Mapping, Sequence

from tabletop.model.figures.forms import MARGIN
from tabletop.model.figures.path import path_of
from tabletop.model.seats import Marked
from tabletop.model.world import State
from tabletop.rules.world.arithmetic import sum_of
from tabletop.table.feed_file import Feed
from tabletop.table.result import three_lines
from tabletop.table.stage.carried import carried
from tabletop.table.stage.scene import RoomView
from tabletop.words.marks import moved
from tabletop.words.names import seat_name, theatre_name


def once_ended(room: RoomView) -> Mapping[str, str]:
    """About nothing in particular, once the exercise is over."""
    return {"": ""} if room.view.world.state is State.ENDED else {}


def seats(room: RoomView) -> Mapping[str, str]:
    """Every seat, or one of them; nothing before the end."""
    world = room.view.world
    if world.state is not State.ENDED:
        return {}
    return {"": "every seat"} | {seat: seat_name(world.scenario, seat, world.seats) for seat in world.seats}


def poster(room: RoomView, about: str) -> Feed:
    """The exercise on a page: three lines, every margin with its change since the opening, who carried it then and who
    carries it now; on a second one how much each seat reached of what it wanted."""
    view = room.view
    world, start, scenario = view.world, view.ends[0], view.world.scenario
    rows = []
    for theatre in scenario.theatres:
        margin = path_of(MARGIN, theatre)
        change = moved(start.scores[margin], view.scores[margin])
        name = theatre_name(scenario, theatre, short=True)
        rows.append({"name": name, "margin": view.scores[margin], "change": change, "crisis": False})
    return {
        "title": scenario.title,
        "played": view.played,
        "planned": world.turns,
        "lines": three_lines(view),
        "theatres": rows,
        "before": carried(start)["parts"],
        "carried": carried(view),
        "told": world.revealed,
        "reached": [_reached(room, seat) for seat in world.seats],
    }


def _reached(room: RoomView, seat: str) -> Feed:
    """Of a seat's objectives, the open ones alone until all have been told, the points; and how many per cent of their
    weight could be scored: what asks for a turn that was not played counts for nothing."""
    view, world = room.view, room.view.world
    wanted = [each for each in room.revealed() if each.seat == seat] if world.revealed else view.marked(seat)
    countable = [each for each in wanted if each.due <= view.played]
    whole, counted = (sum_of(each.weight for each in some) for some in (wanted, countable))
    points = sum_of(each.points * each.weight for each in countable) / counted if counted else None
    name = seat_name(world.scenario, seat, world.seats)
    return {"name": name, "points": points, "counted": 100 * counted / whole if whole else 0.0}


def hotwash(room: RoomView, about: str) -> Feed:
    """What the seats have said aloud. Once pushed it is live: it is typed where the room can see it."""
    world = room.view.world
    return {
        "seats": [
            {"name": seat_name(world.scenario, seat, world.seats), "lines": lines}
            for seat, lines in room.said().items()
            if about in ("", seat)
        ]
    }


def hotwash_now(room: RoomView, pushed: Feed) -> Feed:
    """Of the seats that were pushed, all that they have said by now."""
    names = {seat["name"] for seat in pushed["seats"]}
    return {"seats": [seat for seat in hotwash(room, "")["seats"] if seat["name"] in names]}


def reveal(room: RoomView, about: str) -> Feed:
    """What every seat had wanted and how much of it was reached, secrets too: control's word opens them."""
    world = room.view.world
    marked: dict[str, list[Marked]] = {}
    for each in room.revealed():
        marked.setdefault(each.seat, []).append(each)
    return {
        "seats": [
            {"name": seat_name(world.scenario, seat, world.seats), "objectives": _objectives(rows)}
            for seat, rows in marked.items()
            if about in ("", seat)
        ]
    }


def _objectives(rows: Sequence[Marked]) -> list[Feed]:
    return [{"title": each.objective.title, "points": each.points, "secret": each.objective.secret} for each in rows]
