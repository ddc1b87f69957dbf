"""What a seat takes to its table: brief and objectives on two pages, then its figures, what it can order and at what
price, its programmes and forces under the short names that the order line takes, council texts, words of chance.

Made from what the seat sees, so that no other seat's secret can stand in it.
"""

from collections.abc import Iterator, Sequence

from attrs import evolve

from tabletop.model.likelihood import SCALE
from tabletop.model.world import Phase, State, World
from tabletop.paper.blocks import Block, Break, Bullets, Column, Head, Prose, Tabular
from tabletop.paper.order_card import order_card
from tabletop.paper.stock_list import forces, programmes
from tabletop.table.levers import Levers
from tabletop.table.port import View
from tabletop.words.budgets import support_words
from tabletop.words.council import asks
from tabletop.words.money import money
from tabletop.words.names import score_name, seat_name
from tabletop.words.turns import paragraphs
from tabletop.words.votes import next_vote
from tabletop.words.without import played_without


def seat_pack(view: View, seat: str) -> tuple[Block, ...]:
    """All pages of a seat."""
    levers = _at_orders(view.levers(seat))
    return (
        *_brief(levers),
        Break(),
        *_figures(levers),
        *order_card(levers),
        Break(),
        *programmes(levers),
        *forces(levers),
        Break(),
        *_council(levers),
        *_chance(),
    )


def _at_orders(levers: Levers) -> Levers:
    """Prices are those of the orders phase, whenever a pack is printed."""
    running = State.RUNNING if levers.world.state is State.READY else levers.world.state
    return evolve(levers, world=evolve(levers.world, phase=Phase.ORDERS, state=running))


# ---------------------------------------------------------------------- two pages to read


def _brief(levers: Levers) -> Iterator[Block]:
    world, seat = levers.world, levers.seat
    scenario = world.scenario
    yield Head(f"{seat_name(scenario, seat, world.seats)}: your brief", 1)
    yield Prose(scenario.exercise.question, "lead")
    joined = levers.guests
    for paragraph in paragraphs(levers.joint_brief):
        yield Prose(paragraph)
    for name in (seat, *joined):
        if name != seat:
            yield Head(f"{scenario.seats[name].name}, which has joined you")
        for paragraph in paragraphs(scenario.seats[name].brief.situation):
            yield Prose(paragraph)
    yield from _objectives(levers)
    for name in (seat, *joined):
        brief = scenario.seats[name].brief
        yield from _listed(levers, name, (("Interests", brief.interests), ("Red lines", brief.red_lines)))
    yield Break()
    for name in (seat, *joined):
        brief = scenario.seats[name].brief
        yield from _listed(levers, name, (("What you can do", brief.levers), ("Dilemmas", brief.dilemmas)))
        if arc := brief.arc_within(world.turns, scenario.turns):
            yield Head(_whose(levers, name, f"The {world.turns} turns"))
            yield Prose(arc)
    if world.without:
        yield Prose(played_without(world), "note")


def _listed(levers: Levers, name: str, parts: Sequence[tuple[str, tuple[str, ...]]]) -> Iterator[Block]:
    for title, items in parts:
        if items:
            yield Head(_whose(levers, name, title))
            yield Bullets(items)


def _whose(levers: Levers, name: str, title: str) -> str:
    """A title, and of a seat that has joined whose it is."""
    return title if name == levers.seat else f"{title} of {levers.world.scenario.seats[name].name}"


def _objectives(levers: Levers) -> Iterator[Block]:
    marked = levers.objectives
    if not marked:
        return
    yield Head("Your objectives")
    rows = [
        (f"{each.weight:.0f} %", each.objective.title, "secret" if each.objective.secret else "open",
         " ".join(each.objective.text.split()))
        for each in marked
    ]  # fmt: skip
    columns = Column("Weight", right=True), Column("Objective", 1.0), Column(""), Column("What counts", 2.6)
    yield Tabular(columns, tuple(rows))


# ---------------------------------------------------------------------- figures


def _figures(levers: Levers) -> Iterator[Block]:
    world, purse = levers.world, levers.purse
    yield Head(f"Your figures, turn {world.turn}, {world.period}", 1)
    means = f"{purse.most} orders a turn, {purse.capital:.0f} points of political capital"
    yield Prose(f"{means}, {money(purse.money)} billion dollars this turn." if purse.pays else f"{means}.")
    spending = levers.budget.spending
    if spending:
        yield Tabular(
            (Column("Member", 1.0), Column("% of GDP", right=True), Column("pledge", right=True),
             Column("forces (opening 100)", right=True), Column("votes next", right=True)),
            tuple((world.scenario.members[each.member].name, f"{each.now:.2f}",
                   "off the path" if each.free else f"{each.pledge:.2f}", f"{100 * each.worth:.0f}",
                   _vote(world, each.member)) for each in spending),
        )  # fmt: skip
    if levers.seat in world.seats and spending:
        yield from _mood(levers)
    yield Head("Scores that all see")
    names = world.scenario.names
    shown = ("deterrence", names.share, *world.scenario.tracks)
    yield Prose(", ".join(f"{score_name(world.scenario, each)} {levers.scores[each]:.0f}" for each in shown) + ".")


def _vote(world: World, member: str) -> str:
    turn = next_vote(world, member)
    return f"turn {turn}" if turn else "-"


def _mood(levers: Levers) -> Iterator[Block]:
    world, voters, ready = levers.world, levers.budget.voters, levers.budget.readiness
    k = world.scenario.coefficients
    parts = [f"Voters: support {support_words(k, voters.support)}, lost under {voters.floor:.0f}"]
    if ready:
        parts.append(f"Readiness of own forces {100 * ready.now:.0f} %")
    yield Prose(". ".join(parts) + ".")


# ---------------------------------------------------------------------- council and chance


def _council(levers: Levers) -> Iterator[Block]:
    world, scenario = levers.world, levers.world.scenario
    yield Head("Council texts and words", 1)
    rows = []
    for kind, spec in scenario.texts.items():
        about = f"{spec.title} (about a {spec.about})" if spec.about else spec.title
        rows.append((kind, about, " ".join(spec.text.split()), _asks(world, levers, kind)))
    yield Tabular((Column("Write", mono=True), Column("Text", 1.0), Column("What it says", 2.4), Column("Asks", 1.0)),
                  tuple(rows))  # fmt: skip
    if scenario.stances:
        yield Head("What you can declare")
        stances = tuple((name, spec.name) for name, spec in scenario.stances.items())
        yield Tabular((Column("Write", mono=True), Column("Stance", 1.0)), stances)


def _asks(world: World, levers: Levers, kind: str) -> str:
    spec = world.scenario.texts[kind]
    return asks(spec, levers.texts.must_agree(kind), world.scenario, world.seats)


def _chance() -> Iterator[Block]:
    yield Head("Words of chance")
    yield Prose("When somebody says one of these in this exercise, this is what it means.", "note")
    yield Prose("; ".join(f"{word.word} {word.low:.0f} to {word.high:.0f} %" for word in SCALE) + ".")
