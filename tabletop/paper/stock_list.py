"""A seat's programmes and forces, each under a word that the order line takes for it."""

from collections.abc import Iterator
from typing import Final

from tabletop.model.forces import Status
from tabletop.paper.blocks import Block, Column, Head, Prose, Tabular
from tabletop.table.levers import Levers
from tabletop.words.forces import based, gives
from tabletop.words.money import money
from tabletop.words.names import force_name, member_name, theatre_name
from tabletop.words.orders.short import short_words
from tabletop.words.stations import home_words, station_words

_WRITE: Final = Column("Write", mono=True)
_THERE: Final = (Status.AVAILABLE, Status.LEAVING)


def programmes(levers: Levers) -> Iterator[Block]:
    """What the seat may pay for, best value first."""
    purchases = levers.budget.purchases
    if not purchases:
        return
    scenario = levers.world.scenario
    words = short_words(_mine(levers))
    yield Head("Programmes you may pay for, best value first")
    yield Tabular(
        (_WRITE, Column("Programme", 1.4), Column("bn $", right=True), Column("from turn", right=True),
         Column("points", right=True), Column("may take the place of", 1.0)),
        tuple((words[each.programme], force_name(scenario, each.programme), money(each.price), f"{each.arrives}",
               f"{each.points:+.1f}", ", ".join(force_name(scenario, name) for name in
                                                scenario.programmes[each.programme].replaces))
              for each in purchases),
    )  # fmt: skip
    yield Prose("Price of one tranche, the turn from which it stands when ordered now, points of overall deterrence "
                "that it brings. Several seats may share a tranche.", "note")  # fmt: skip


def forces(levers: Levers) -> Iterator[Block]:
    """Its own, and the anchor's where it lies; the anchor's seat has all of these."""
    world, scenario, packages = levers.world, levers.world.scenario, levers.packages
    anchor = scenario.names.anchor
    every = {force: force_name(scenario, force) for force in packages.anchor}
    if levers.seat == scenario.names.anchor_seat:
        yield Head("Your forces")
        yield _anchors(levers, tuple(every), every)
        return
    if packages.own:
        words = short_words(_mine(levers))
        yield Head("Your forces")
        yield Tabular(
            (_WRITE, Column("Force", 1.3), Column("Of"), Column("Where", 0.8), Column("Gives", 1.3),
             Column("May", 0.7)),
            tuple((words[force], force_name(scenario, force), member_name(scenario, scenario.forces[force].owner),
                   station_words(world, force, bound=False, named=True), gives(scenario, force),
                   _may(levers, force)) for force in packages.own),
        )  # fmt: skip
    members = set(world.seats[levers.seat].members)
    here = tuple(f for f in every if scenario.forces[f].host in members and world.forces[f].status in _THERE)
    if here:
        yield Head(f"Forces of {member_name(scenario, anchor, the=True)} that you host")
        yield _anchors(levers, here, every)


def _anchors(levers: Levers, shown: tuple[str, ...], every: dict[str, str]) -> Tabular:
    world, scenario = levers.world, levers.world.scenario
    words = short_words(every)
    rows = [
        (words[force], every[force], theatre_name(scenario, world.forces[force].theatre, short=True),
         based(scenario, force), f"{scenario.forces[force].personnel:,}", gives(scenario, force),
         "" if levers.packages.leaves(force) else "fixed")
        for force in shown
    ]  # fmt: skip
    columns = (_WRITE, Column("Force", 1.3), Column("Counts in"), Column("Lies", 0.9), Column("People", right=True),
               Column("Gives", 1.3), Column(""))  # fmt: skip
    return Tabular(columns, tuple(rows))


def _may(levers: Levers, force: str) -> str:
    bound = levers.packages.bound(force)
    return "fixed" if bound else home_words(levers.world, force, bound=False) or "move"


def _mine(levers: Levers) -> dict[str, str]:
    """Programmes and own forces: told apart from one another, since either may take another force's place."""
    names = (*(each.programme for each in levers.budget.purchases), *levers.packages.own)
    return {name: force_name(levers.world.scenario, name) for name in names}
