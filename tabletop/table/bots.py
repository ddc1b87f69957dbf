"""Bots at the table: their orders, as moves that anybody could have made."""

from collections.abc import Iterator

from tabletop.analysis.policies import POLICIES, awaited, late
from tabletop.model.moves import Move, Seal, Silence
from tabletop.model.seats import CONTROL, Seat
from tabletop.model.world import World
from tabletop.rules.acts.check import check
from tabletop.rules.acts.step import step
from tabletop.rules.sight import view
from tabletop.rules.turn.council import silent, unheard

_BOT = "bot:"


def orders_of_bots(world: World) -> Iterator[Move]:
    """Orders of every bot seat that has not sealed, each chosen from what the bot may see, then its seal.

    At the end every bot, sealed or not, answers what others have proposed since.
    """
    bots = {seat: state.player.removeprefix(_BOT) for seat, state in world.seats.items() if _plays(state)}
    for seat, policy in bots.items():
        if world.seats[seat].sealed:
            continue
        for move in POLICIES[policy](view(world, seat), seat, world.seed):
            if check(world, move) is None:
                world = step(world, move)[0]
                yield move
        yield Seal(seat=seat)
        world = step(world, Seal(seat=seat))[0]
    for seat in [seat for seat in awaited(world) if seat in bots]:
        for move in late(POLICIES[bots[seat]], view(world, seat), seat, world.seed):
            if check(world, move) is None:
                world = step(world, move)[0]
                yield move


def before_close(world: World) -> Iterator[Move]:
    """What is done as control closes orders: bots' orders; then every text that some seat could not speak to is left
    for the next turn, unless control has said otherwise."""
    after = world
    for move in orders_of_bots(world):
        after = step(after, move)[0]
        yield move
    for name, text in after.texts.items():
        seats = unheard(after, text) if name in world.texts else silent(after, text)
        teams = tuple(seat for seat in seats if not _plays(after.seats[seat]))
        if text.state == "open" and teams and f"silence/{name}" not in after.rulings:
            yield Silence(seat=CONTROL, proposal=name, act="wait", seats=teams)


def _plays(state: Seat) -> bool:
    return state.player.startswith(_BOT)
