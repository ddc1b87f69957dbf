"""Bots at the table: their orders, as moves that anybody could have made."""

from collections.abc import Iterator

from tabletop.analysis.policies import POLICIES, awaited, late, write_back
from tabletop.model.moves import MakePromise, Message, Move, ProposeHandover, Seal, Silence, TableText
from tabletop.model.seats import CONTROL, Seat
from tabletop.model.world import World
from tabletop.rules.acts.check import check
from tabletop.rules.acts.step import step
from tabletop.rules.sight import view
from tabletop.rules.turn.council import silent, unheard

_BOT = "bot:"


def orders_of_bots(world: World) -> Iterator[Move]:
    """Orders of every bot seat that has not sealed, each chosen from what the bot may see, then its seal.

    At the end every bot, sealed or not, answers what others have proposed, tabled or asked since.
    """
    bots = _bots(world)
    for seat, policy in bots.items():
        if world.seats[seat].sealed:
            continue
        for move in POLICIES[policy](view(world, seat), seat, world.seed):
            if check(world, move) is None:
                world = step(world, move)[0]
                yield move
        yield Seal(seat=seat)
        world = step(world, Seal(seat=seat))[0]
    yield from _late(world, awaited(world), bots)


def replies_of_bots(world: World, move: Move) -> Iterator[Move]:
    """What bots answer at once to what a person has just written, promised, proposed or tabled. `world`: after it."""
    bots = _bots(world)
    if move.seat in bots or not isinstance(move, Message | MakePromise | ProposeHandover | TableText):
        return
    if isinstance(move, Message) and move.to in bots and not move.asks:
        for back in write_back(POLICIES[bots[move.to]], view(world, move.to), move.to, move.seat, world.seed):
            if check(world, back) is None:
                yield back
        return
    seats = [*awaited(world), *([move.to] if isinstance(move, MakePromise) else ())]
    yield from _late(world, list(dict.fromkeys(seats)), bots)


def _late(world: World, seats: list[str], bots: dict[str, str]) -> Iterator[Move]:
    for seat in [seat for seat in seats if seat in bots]:
        for move in late(POLICIES[bots[seat]], view(world, seat), seat, world.seed):
            if check(world, move) is None:
                world = step(world, move)[0]
                yield move


def _bots(world: World) -> dict[str, str]:
    """Seats that bots play, each with its policy."""
    return {seat: state.player.removeprefix(_BOT) for seat, state in world.seats.items() if _plays(state)}


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
