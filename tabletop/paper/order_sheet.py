"""The order sheet of a turn, one page a seat: six lines, why, what is expected, and what the seat is asked.

Made from what the seat sees; what stands on its sheet already is filled in.
"""

from collections.abc import Iterator
from typing import Final

from tabletop.model.forces import Status
from tabletop.paper.blocks import Block, Bullets, Column, Head, Prose, Rules, Tabular, Ticks
from tabletop.paper.letters import lettered
from tabletop.table.expectations import asked_scores
from tabletop.table.levers import Levers
from tabletop.table.port import View
from tabletop.words.council import asks
from tabletop.words.forces import agreed
from tabletop.words.money import money
from tabletop.words.names import capital, force_name, inject_name, post_name, seat_name, text_name, theatre_name
from tabletop.words.said import deed_words
from tabletop.words.sentences import deed_line

LINES: Final = 6
_WAYS: Final = ("up", "same", "down")
_VOICES: Final = ("consent", "footnote", "break silence")


def order_sheet(view: View, seat: str) -> tuple[Block, ...]:
    """A seat's page for this turn."""
    world, levers = view.world, view.levers(seat)
    name = seat_name(world.scenario, seat, world.seats)
    return (
        Head(f"{name}: orders for turn {world.turn}, {world.period}", 1),
        Prose(_means(levers)),
        Rules("Spokesperson this turn:"),
        _orders(view, seat),
        *_standing(levers),
        *_asked(levers),
        Rules("Why? One or two sentences, read by others after the results:", 3),
        Prose("What do you expect by the next review?", "lead"),
        *(Ticks(f"{score}:", _WAYS) for _, score in asked_scores(levers)),
        Rules("Who disagreed, and about what (no names):"),
    )


def _means(levers: Levers) -> str:
    """What the seat has to spend."""
    purse = levers.purse
    parts = [f"{purse.most} orders", f"{purse.capital:.0f} points of political capital"]
    if purse.pays:
        parts.insert(1, f"{money(purse.money)} billion dollars")
    free = levers.world.scenario.seats[levers.seat].agenda
    spare = f" {free} council texts a turn cost no order." if free else ""
    return f"You have {', '.join(parts[:-1])} and {parts[-1]}. A handover takes the yes of both sides.{spare}"


def _orders(view: View, seat: str) -> Tabular:
    world = view.world
    given = [capital(deed_line(order.move, world.scenario, world.seats)) for order in world.seats[seat].orders]
    count = max(LINES, len(given))
    rows = [(f"{n}", given[n - 1] if n <= len(given) else "", "") for n in range(1, count + 1)]
    columns = Column(""), Column("Order: what, where, how much, in which turn", 1.0), Column("Entered")
    return Tabular(columns, tuple(rows), tall=True)


def _standing(levers: Levers) -> Iterator[Block]:
    """What goes on without an order."""
    items = [*_offers(levers), *_leaving(levers), *_promises(levers)]
    if items:
        yield Head("Stands already; costs no order")
        yield Bullets(tuple(items))


def _offers(levers: Levers) -> Iterator[str]:
    world = levers.world
    for name, programme in world.programmes.items():
        part = dict(programme.standing).get(levers.seat)
        if part:
            yield f"Each turn {part:.0f} % of a tranche of {force_name(world.scenario, name, the=True)}"


def _leaving(levers: Levers) -> Iterator[str]:
    world, packages = levers.world, levers.packages
    mine = packages.anchor if levers.seat == world.scenario.names.anchor_seat else packages.own
    for force in mine:
        state = world.forces[force]
        if state.status is Status.LEAVING:
            where = theatre_name(world.scenario, state.theatre, the=True)
            name = force_name(world.scenario, force)
            yield f"{name} {agreed(name, 'leaves')} {where} in turn {state.turn}"


def _promises(levers: Levers) -> Iterator[str]:
    world, seat = levers.world, levers.seat
    for promise in world.promises:
        if promise.state == "open" and promise.seat == seat:
            deed = f": {deed_words(promise.deed, world.scenario, world.seats)}" if promise.deed else ""
            to = seat_name(world.scenario, promise.to, world.seats, the=True)
            yield f"Promised to {to} by turn {promise.due}{deed}"


def _asked(levers: Levers) -> Iterator[Block]:
    """Injects, texts and handovers that wait for this seat."""
    world, scenario, seat = levers.world, levers.world.scenario, levers.seat
    open_texts = [name for name, text in world.texts.items() if text.state == "open"]
    texts = [name for name in open_texts if seat in levers.texts.must_agree(world.texts[name].kind)]
    posts = [post for post in world.posts if levers.handovers.asks(post) and world.posts[post].status == "proposed"]
    injects = levers.answers.to_give
    if not (injects or texts or posts):
        return
    yield Head("You are asked; an answer costs no order")
    for name in injects:
        spec = scenario.injects.get(name)
        options = lettered(option.text for option in spec.options) if spec else ()
        if options:
            yield Ticks(inject_name(scenario, name), options, stacked=True)
        else:
            yield Rules(f"{inject_name(scenario, name)}: your answer in words", 2)
    for name in texts:
        kind = scenario.texts[world.texts[name].kind]
        words = asks(kind, levers.texts.must_agree(kind.id), scenario, world.seats)
        yield Ticks(f"{text_name(scenario, name, world.seats)} ({words.lower()}):", _VOICES)
    for post in posts:
        to = scenario.members[world.posts[post].to].name
        yield Ticks(f"{post_name(scenario, post)} to {to}:", ("agreed", "refused"))
