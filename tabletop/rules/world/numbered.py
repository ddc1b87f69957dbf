"""The numbers of moves that stand in a world, counted otherwise: as the reader of a view counts them."""

from collections.abc import Callable
from typing import Any

from tabletop.model.world import World
from tabletop.rules.world.evolving import evolve


def numbered(world: World, number: Callable[[int], int]) -> World:
    """The same world with every `ref` put through `number`, 0 (no move) staying 0."""

    def one(value: Any) -> Any:
        return evolve(value, ref=number(value.ref)) if value.ref else value

    def each(values: dict[str, Any]) -> dict[str, Any]:
        return {name: one(value) for name, value in values.items()}

    return evolve(
        world,
        members=each(world.members),
        forces=each(world.forces),
        posts=each(world.posts),
        texts=each(world.texts),
        departures=tuple(one(departure) for departure in world.departures),
        seats={
            name: evolve(seat, orders=tuple(one(order) for order in seat.orders), seal=seat.seal and number(seat.seal))
            for name, seat in world.seats.items()
        },
        injects={
            name: evolve(
                one(inject),
                refs=tuple(ref and number(ref) for ref in inject.refs),
                written=inject.written and number(inject.written),
            )
            for name, inject in world.injects.items()
        },
        promises=tuple(one(promise) for promise in world.promises),
        letters=tuple(one(letter) for letter in world.letters),
        free_moves=tuple(one(free) for free in world.free_moves),
        rulings=each(world.rulings),
        lasting=tuple(one(due) for due in world.lasting),
        red=world.red and one(world.red),
        changes=tuple(change._replace(ref=number(change.ref)) if change.ref else change for change in world.changes),
    )
