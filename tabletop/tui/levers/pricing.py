"""What an order costs and moves, as one line for people: before it is given and once it is on the sheet."""

from collections.abc import Mapping

from textual.content import Content

from tabletop.model.figures.forms import DETERRENCE
from tabletop.model.figures.glossary import figure_of
from tabletop.model.figures.path import path_of
from tabletop.model.moves import Move
from tabletop.model.scenario import Scenario
from tabletop.model.world import World
from tabletop.table.levers import Levers
from tabletop.table.prices import Quote
from tabletop.tui.kit.cells import CellText, dotted
from tabletop.tui.kit.effects import effect_arrow
from tabletop.tui.look import palette
from tabletop.words.money import money, signed
from tabletop.words.names import figure_words, score_name
from tabletop.words.said import quoted


def price_line(levers: Levers, move: Move, most: int = 3, *, brief: bool = False) -> Content:
    """What an order costs and does in one line: money, the seat's objectives (`brief`: none by name), then scores by
    the next review or by the turn that counts."""
    quote, world = levers.quote(move), levers.world
    if quote.waits:
        return Content.styled(quote.waits, palette.LABEL)
    if quote.refusal and quote.refusal.code.startswith("phase/"):
        return Content.styled(f"Orders are made in the orders phase; this is {world.phase.value}.", palette.LABEL)
    if quote.refusal:
        return Content.styled(quote.refusal.message, palette.LOW)
    if quote.arrives:
        return _purchase(levers, quote)
    line = effects_line(world, quote.effects, most, move.seat)
    if aims := aims_part(levers, quote.aims, brief=brief):
        line = dotted([aims, line])
    if quote.by:
        return Content.assemble((f"by turn {quote.by}: ", palette.LABEL), line)
    if quote.brings is not None:
        return dotted([(f"{signed(quote.brings)} bn next turn", palette.TEXT), line])
    return dotted([(f"{money(quote.money)} bn", palette.TEXT), line]) if quote.money else line


def aims_part(levers: Levers, aims: Mapping[str, float], *, brief: bool = False) -> Content | None:
    """ "your objectives ▲+2.1, most Hold the house ▲+1.8"; None where none moves."""
    whole = sum(aims.values())
    arrow, points, ink = palette.change_mark(whole)
    most = max(aims, key=lambda each: abs(aims[each]), default="")
    if not most or not palette.change_mark(aims[most])[1]:
        return None
    parts = [
        ("objectives " if brief else "your objectives ", palette.LABEL),
        (f"{arrow}{points}" if points else "· 0", ink),
    ]
    if not brief and (len(aims) > 1 or not points):
        sign, size, colour = palette.change_mark(aims[most])
        title = next(each.objective.title for each in levers.objectives if each.objective.id == most)
        parts += [(f", most {title} ", palette.LABEL), (f"{sign}{size}", colour)]
    return Content.assemble(*parts)


def _purchase(levers: Levers, quote: Quote) -> Content:
    """Money now, deterrence when the tranche stands, where most, and which objectives name it."""
    turns = levers.world.turns
    parts: list[CellText] = [(f"{money(quote.money)} bn", palette.TEXT)]
    arrow, points, colour = palette.change_mark(quote.gain)
    if points:
        when = f"T{quote.arrives}" if quote.arrives <= turns else f"T{quote.arrives}, too late"
        parts.append(Content.assemble((f"deterrence {when} ", palette.LABEL), (f"{arrow}{points}", colour)))
    else:
        parts.append((f"stands in turn {quote.arrives}", palette.LABEL))
    where = max(quote.places, key=lambda each: quote.places[each], default="")
    if where and palette.change_mark(quote.places[where])[1]:
        parts.append(effect_part(levers.world, path_of(DETERRENCE, where), quote.places[where]))
    if own := aims_part(levers, quote.aims):
        parts.insert(1, own)
    unsaid = set(quote.serves) - set(quote.aims)
    titles = [each.objective.title for each in levers.objectives if each.objective.id in unsaid]
    parts += [Content.assemble(("serves ", palette.LABEL), (quoted(title), palette.BRIGHT)) for title in titles]
    if quote.short:
        parts.append(("ordered when offers reach 100 %", palette.LABEL))
    return dotted(parts)


def effects_line(world: World, effects: Mapping[str, float], most: int = 4, seat: str = "") -> Content:
    """The largest effects as name, arrow and signed points; a sentence when there are none. `seat`: whose own figures
    need no name."""
    largest = sorted(
        ((name, amount) for name, amount in effects.items() if _priced(world.scenario, name) and abs(amount) >= 0.05),
        key=lambda item: -abs(item[1]),
    )
    if not largest:
        return Content.styled("no score moves by the next review", palette.LABEL)
    return dotted(effect_part(world, name, amount, seat) for name, amount in largest[:most])


def _priced(scenario: Scenario, name: str) -> bool:
    """Whether a price names this score; margins and pressure say nothing beside deterrence."""
    figure = figure_of(name, scenario.tracks)
    return figure is None or figure.notice == "price"


def effect_part(world: World, name: str, amount: float, seat: str = "") -> Content:
    """ "Baltic ▼-5.9"."""
    scenario = world.scenario
    arrow, points, _ = palette.change_mark(amount)
    colour = effect_arrow(name, amount, scenario)[1] if points else palette.DIM
    figure = figure_of(name, scenario.tracks)
    words, _, whose = name.partition("/")
    mine = bool(seat) and whose == seat
    size = "" if figure and figure.band and not mine else points  # of others players see a band
    if name.startswith("deterrence"):
        words = score_name(scenario, name, world.seats, short=True)
    elif not seat or whose != seat:
        words = figure_words(scenario, name, world.seats)
    return Content.assemble((f"{words} ", palette.LABEL), (arrow + size, colour))
