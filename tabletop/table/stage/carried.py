"""Who carries what the theatres need, turn by turn against one half: the takeover in one ribbon."""

from tabletop.table.feed_file import Feed
from tabletop.table.moment import Moment
from tabletop.table.stage.scene import RoomView
from tabletop.words.need import anchor_short, bearer_names, whole

_HALF = 50.0


def carried(moment: Moment) -> Feed:
    """Whole per cents that add up to a hundred, now; and who is meant."""
    scenario = moment.world.scenario
    own, _, _, nobody = bearer_names(scenario)
    return {"names": [own, anchor_short(scenario), nobody], "half": _HALF, "parts": _parts(moment)}


def ribbon(room: RoomView, about: str) -> Feed:
    """The same at the opening and at the end of every turn that was played, out of all that are planned."""
    view = room.view
    world = view.world
    ends: list[Moment] = [view if turn == world.turn else view.ends[turn] for turn in range(view.played + 1)]
    rows = [
        {"turn": turn, "period": world.scenario.period(turn) if turn else "", "parts": _parts(end)}
        for turn, end in enumerate(ends)
    ]
    periods = [world.scenario.period(turn) for turn in range(1, world.turns + 1)]
    return carried(view) | {"rows": rows, "periods": periods}


def _parts(moment: Moment) -> list[int]:
    bearers = moment.bearers()
    return whole((bearers.others, bearers.here + bearers.home, bearers.nobody))
