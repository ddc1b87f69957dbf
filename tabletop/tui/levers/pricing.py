"""What an order costs and moves, before it is given and once it is on the sheet; as one line for people."""

from collections.abc import Iterable

from textual.content import Content

from tabletop.model.figures.glossary import figure_of
from tabletop.model.moves import Fund, Move, SetSpending, Withdraw
from tabletop.model.scenario import Scenario
from tabletop.model.world import World
from tabletop.rules.acts.check import check
from tabletop.rules.acts.orders import cost
from tabletop.rules.ahead.asked import brings
from tabletop.rules.ahead.project import Price, later, without
from tabletop.rules.ahead.remembered import price_of, worth
from tabletop.tui.kit.effects import mark
from tabletop.tui.look import palette
from tabletop.words.acts.saying import SAYINGS
from tabletop.words.names import figure_words, score_name


def price(world: World, move: Move) -> Price:
    """The price of an order against a sheet that says nothing about the same thing."""
    return price_of(without(world, move), move)


def told(world: World, move: Move, most: int = 3) -> Content:
    """What an order costs and does in one line: money, then scores by the next review or by the turn that counts."""
    if waits := SAYINGS[type(move)].waits:
        return Content.styled(waits, palette.LABEL)
    base = without(world, move)
    refusal = check(base, move)
    if refusal and refusal.code.startswith("phase/"):
        return Content.styled(f"Orders are made in the orders phase; this is {world.phase.value}.", palette.LABEL)
    if refusal:
        return Content.styled(refusal.message, palette.LOW)
    match move:
        case Fund():
            return _purchase(base, move)
        case Withdraw() if move.turn > world.turn:
            effects = later(base, move, move.turn - world.turn + 1)
            line = effects_line(world.scenario, effects, most, move.seat)
            return Content.assemble((f"by turn {move.turn}: ", palette.LABEL), line)
        case SetSpending():
            more = brings(base, move.seat, move.member, move.share)
            first = Content.styled(f"{signed(more)} bn next turn", palette.TEXT)
            return joined([first, effects_line(world.scenario, price_of(base, move).effects, most, move.seat)])
    found = price_of(base, move)
    line = effects_line(world.scenario, found.effects, most, move.seat)
    return joined([Content.styled(f"{money(found.money)} bn", palette.TEXT), line]) if found.money else line


def _purchase(world: World, move: Fund) -> Content:
    """Money now, deterrence when the tranche stands."""
    spec = world.scenario.programmes[move.programme]
    arrives = world.turn + spec.first_lead
    bn = cost(world, move.seat, Fund(seat=move.seat, programme=move.programme))
    gain = worth(world, (move.programme,)).get(move.programme, 0.0) * bn
    parts = [Content.styled(f"{money(cost(world, move.seat, move))} bn", palette.TEXT)]
    arrow, signed, colour = palette.change_mark(gain)
    if signed:
        when = f"T{arrives}" if arrives <= world.turns else f"T{arrives}, too late"
        parts.append(Content.assemble((f"deterrence {when} ", palette.LABEL), (f"{arrow}{signed}", colour)))
    else:
        parts.append(Content.styled(f"stands in turn {arrives}", palette.LABEL))
    if move.pays < 100:
        parts.append(Content.styled("ordered when offers reach 100 %", palette.LABEL))
    return joined(parts)


def effects_line(scenario: Scenario, effects: dict[str, float], most: int = 4, seat: str = "") -> Content:
    """The largest effects as name, arrow and signed points; a sentence when there are none. `seat`: whose own figures
    need no name."""
    told = sorted(
        ((name, amount) for name, amount in effects.items() if _priced(scenario, name) and abs(amount) >= 0.05),
        key=lambda item: -abs(item[1]),
    )
    if not told:
        return Content.styled("no score moves by the next review", palette.LABEL)
    return joined(effect(scenario, name, amount, seat) for name, amount in told[:most])


def _priced(scenario: Scenario, name: str) -> bool:
    """Whether a price names this score; margins and pressure say nothing beside deterrence."""
    figure = figure_of(name, scenario.tracks)
    return figure is None or figure.notice == "price"


def effect(scenario: Scenario, name: str, amount: float, seat: str = "") -> Content:
    """ "Baltic ▼-5.9"."""
    arrow, signed, _ = palette.change_mark(amount)
    colour = mark(name, amount, scenario)[1] if signed else palette.DIM
    figure = figure_of(name, scenario.tracks)
    shown = arrow if figure and figure.band else f"{arrow}{signed}"  # what players see as a band has no figure
    head, _, whose = name.partition("/")
    said = head if seat and whose == seat else _said(scenario, name)
    return Content.assemble((f"{said} ", palette.LABEL), (shown, colour))


def _said(scenario: Scenario, name: str) -> str:
    """A theatre's deterrence by the theatre alone, other figures without a comma."""
    return score_name(scenario, name, short=True) if name.startswith("deterrence") else figure_words(scenario, name)


def joined(parts: Iterable[Content]) -> Content:
    """Parts side by side with a dot between."""
    return Content.styled(" · ", palette.DIM).join(list(parts))


def money(amount: float) -> str:
    """Billion dollars: one decimal, more where the sum is small."""
    return f"{amount:.1f}" if abs(amount) >= 1 or amount == 0 else f"{amount:.2g}"


def signed(amount: float) -> str:
    """The same with its sign."""
    return f"{'-' if amount < 0 else '+'}{money(abs(amount))}"
