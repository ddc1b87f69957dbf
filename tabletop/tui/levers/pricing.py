"""What an order costs and moves, as one line for people: before it is given and once it is on the sheet."""

from collections.abc import Mapping

from textual.content import Content

from tabletop.model.figures.glossary import figure_of
from tabletop.model.moves import Move
from tabletop.model.scenario import Scenario
from tabletop.table.levers import Levers
from tabletop.table.prices import Quote
from tabletop.tui.kit.cells import CellText, dotted
from tabletop.tui.kit.effects import effect_arrow
from tabletop.tui.look import palette
from tabletop.words.money import money, signed
from tabletop.words.names import figure_words, score_name


def price_line(levers: Levers, move: Move, most: int = 3) -> Content:
    """What an order costs and does in one line: money, then scores by the next review or by the turn that counts."""
    quote, world = levers.quote(move), levers.world
    if quote.waits:
        return Content.styled(quote.waits, palette.LABEL)
    if quote.refusal and quote.refusal.code.startswith("phase/"):
        return Content.styled(f"Orders are made in the orders phase; this is {world.phase.value}.", palette.LABEL)
    if quote.refusal:
        return Content.styled(quote.refusal.message, palette.LOW)
    if quote.arrives:
        return _purchase(quote, world.turns)
    line = effects_line(world.scenario, quote.effects, most, move.seat)
    if quote.by:
        return Content.assemble((f"by turn {quote.by}: ", palette.LABEL), line)
    if quote.brings is not None:
        return dotted([(f"{signed(quote.brings)} bn next turn", palette.TEXT), line])
    return dotted([(f"{money(quote.money)} bn", palette.TEXT), line]) if quote.money else line


def _purchase(quote: Quote, turns: int) -> Content:
    """Money now, deterrence when the tranche stands."""
    parts: list[CellText] = [(f"{money(quote.money)} bn", palette.TEXT)]
    arrow, points, colour = palette.change_mark(quote.gain)
    if points:
        when = f"T{quote.arrives}" if quote.arrives <= turns else f"T{quote.arrives}, too late"
        parts.append(Content.assemble((f"deterrence {when} ", palette.LABEL), (f"{arrow}{points}", colour)))
    else:
        parts.append((f"stands in turn {quote.arrives}", palette.LABEL))
    if quote.short:
        parts.append(("ordered when offers reach 100 %", palette.LABEL))
    return dotted(parts)


def effects_line(scenario: Scenario, effects: Mapping[str, float], most: int = 4, seat: str = "") -> Content:
    """The largest effects as name, arrow and signed points; a sentence when there are none. `seat`: whose own figures
    need no name."""
    largest = sorted(
        ((name, amount) for name, amount in effects.items() if _priced(scenario, name) and abs(amount) >= 0.05),
        key=lambda item: -abs(item[1]),
    )
    if not largest:
        return Content.styled("no score moves by the next review", palette.LABEL)
    return dotted(effect_part(scenario, name, amount, seat) for name, amount in largest[:most])


def _priced(scenario: Scenario, name: str) -> bool:
    """Whether a price names this score; margins and pressure say nothing beside deterrence."""
    figure = figure_of(name, scenario.tracks)
    return figure is None or figure.notice == "price"


def effect_part(scenario: Scenario, name: str, amount: float, seat: str = "") -> Content:
    """ "Baltic ▼-5.9"."""
    arrow, points, _ = palette.change_mark(amount)
    colour = effect_arrow(name, amount, scenario)[1] if points else palette.DIM
    figure = figure_of(name, scenario.tracks)
    size = "" if figure and figure.band else points  # what players see as a band has no figure
    words, _, whose = name.partition("/")
    if name.startswith("deterrence"):
        words = score_name(scenario, name, short=True)
    elif not seat or whose != seat:
        words = figure_words(scenario, name)
    return Content.assemble((f"{words} ", palette.LABEL), (arrow + size, colour))
