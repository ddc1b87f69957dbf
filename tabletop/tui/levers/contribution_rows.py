"""Rows of the contributions table: members, readiness, purchases, industry. Pure: levers in, rows out."""

from tabletop.model.figures.forms import CAPITAL, READINESS, SUPPORT, WALLET
from tabletop.model.figures.path import path_of
from tabletop.model.world import World
from tabletop.table.budget import Purchase
from tabletop.table.levers import Levers
from tabletop.tui.kit.fit import GridColumn
from tabletop.tui.kit.gridlines import GridRow, titles
from tabletop.tui.levers.anchor_rows import anchor_rows
from tabletop.tui.look import palette
from tabletop.words.budgets import readiness_words, support_words, voters_words
from tabletop.words.cover import percent
from tabletop.words.money import money
from tabletop.words.names import force_name
from tabletop.words.votes import next_vote

COLUMNS = (
    GridColumn("", flex=True, keep=9, least=30),
    GridColumn("", right=True, keep=8),
    GridColumn("", right=True, keep=9),
    GridColumn("", right=True, keep=7),
    GridColumn("", right=True, keep=5),
    GridColumn("", right=True, keep=6),
    GridColumn("", flex=True, keep=3, least=20),
)
FIRST = 6
"""Purchases shown before the others are asked for."""


def seat_rows(levers: Levers, every: bool, unfolded: frozenset[str] = frozenset()) -> list[GridRow]:
    """A seat's own table; `every`: all programmes, not only the best. `unfolded`: as in `all_rows`, for the anchor."""
    world, seat = levers.world, levers.seat
    if seat == world.scenario.names.anchor_seat:
        others = [row for row in all_rows(levers, unfolded) if row.key != ("seat", seat)]
        return [*anchor_rows(levers), *others]
    if not world.seats[seat].members:
        return []
    return [*_members(levers), *_readiness(levers), *_programmes(levers, every), *_ways(levers)]


def all_rows(levers: Levers, unfolded: frozenset[str]) -> list[GridRow]:
    """Every seat in a line, its members under it where `unfolded` names it. To look at."""
    rows = [titles("Seats", "share", "path", "ready", "bn", "capital", "voters")]
    for seat, state in levers.world.seats.items():
        if state.members:
            rows.append(_seat(levers.of(seat), "▾" if seat in unfolded else "▹"))
        if seat in unfolded:
            rows += [_look(levers.world, member) for member in state.members]
    return rows


def _seat(levers: Levers, mark: str) -> GridRow:
    world, seat, total = levers.world, levers.seat, levers.budget.total
    figures = world.figures
    support = figures[path_of(SUPPORT, seat)]
    ready = figures.get(path_of(READINESS, seat), 0.0)
    return _row(
        ("seat", seat),
        f"{mark} {world.seats[seat].name or seat}",
        f"{total.share:.2f}",
        "-" if total.free else _short(total.pledge, total.share),
        percent(ready) if ready else "-",
        money(figures.get(path_of(WALLET, seat), 0.0)),
        f"{figures[path_of(CAPITAL, seat)]:.0f}",
        note=support_words(world.scenario.coefficients, support),
    )


def _look(world: World, member: str) -> GridRow:
    now, spec = world.members[member], world.scenario.members[member]
    path = "-" if spec.outside_path else _short(now.pledge, now.spending)
    return _row(("look", member), f"    {spec.name}", f"{now.spending:.2f}", path, note=_votes(world, member))


def _members(levers: Levers) -> list[GridRow]:
    rows = [titles("Spending, % of GDP", "now", "expected", "pledge", "forces", "brings", "")]
    for spends in levers.budget.spending:
        key, name = ("member", spends.member), levers.world.scenario.members[spends.member].name
        if spends.free:
            rows.append(_row(key, name, f"{spends.now:.2f}", note="off the path"))
            continue
        arrow, _, _ = palette.change_mark(1000 * spends.gains)
        forces = f"{100 * spends.worth:.0f} {arrow}"
        figures = _change(spends.now, spends.planned), f"{spends.pledge:.2f}", forces, f"{spends.brings:+.2f}"
        rows.append(_row(key, name, f"{spends.now:.2f}", *figures, note=_votes(levers.world, spends.member)))
    return rows


def _votes(world: World, member: str) -> str:
    """When a member votes next; who against whom stands below its row."""
    turn = next_vote(world, member)
    return f"votes in turn {turn}" if turn else ""


def _readiness(levers: Levers) -> list[GridRow]:
    world, seat, ready = levers.world, levers.seat, levers.budget.readiness
    if ready is None:
        return []
    say = levers.budget.voters
    voters = voters_words(world.scenario.coefficients, say.support, say.alarm, say.bear, say.want)
    if world.seats[seat].provisional:
        voters = f"Support is lost ({say.support:.0f} of {say.floor:.0f}): a provisional budget, no new starts"
    stays = abs(ready.planned - ready.now) < 1e-9
    share = percent(ready.planned) if stays else f"{percent(ready.now)} ▸ {percent(ready.planned)}"
    note = readiness_words(ready.asked, ready.planned, ready.step)
    cost = f"-{money(ready.money)}" if ready.planned else "-"
    return [
        GridRow(("voters",), (voters,), heading=True),
        _row(("readiness",), "Readiness of own forces", "", share, "", "", cost, note=note),
    ]


def _programmes(levers: Levers, every: bool) -> list[GridRow]:
    best = levers.budget.purchases
    if not best:
        return []
    mine = [purchase for purchase in best if purchase.offer]
    first = best if every else list(dict.fromkeys([*_in_file(levers, mine), *best[:FIRST]]))
    figures = "bn", "offer", "arrives", "others", "points", "replaces"
    serving = [each for each in first if each.serves]
    rest = [each for each in first if not each.serves]
    rows = [titles("Purchases for your objectives", *figures)] if serving else []
    rows += [_programme(levers.world, each) for each in serving]
    if rest:
        rows.append(titles("Others, best value first") if serving else titles("Purchases, best value first", *figures))
    rows += [_programme(levers.world, each) for each in rest]
    more = len(best) - len(first)
    if more or every:
        word = "▾ only the best" if every else f"▹ {more} more: Enter"
        rows.append(GridRow(("more",), ((word, palette.LABEL),)))
    return rows


def _in_file(levers: Levers, purchases: list[Purchase]) -> list[Purchase]:
    """In the scenario's order: what is offered for already keeps its place while it changes."""
    order = list(levers.world.scenario.programmes)
    return sorted(purchases, key=lambda purchase: order.index(purchase.programme))


def _programme(world: World, purchase: Purchase) -> GridRow:
    spec, offer, others = world.scenario.programmes[purchase.programme], purchase.offer, purchase.others
    offered = f"{offer:.0f} %{' each turn' if purchase.standing else ''}" if offer else "-"
    when = f"turn {purchase.arrives}" if purchase.arrives <= world.turns else "too late"
    replaces = ", ".join(force_name(world.scenario, force) for force in spec.replaces)
    return _row(
        ("programme", purchase.programme), spec.name, money(purchase.price), offered, when,
        f"{others:.0f} %" if others else "", f"{purchase.points:+.1f}", note=replaces,
    )  # fmt: skip


def _ways(levers: Levers) -> list[GridRow]:
    ways, scenario = levers.budget.investments, levers.world.scenario
    if not ways:
        return []
    rows = [titles(scenario.tracks[scenario.names.industry].name, "step", "put in", "works", "", "points", "")]
    for way in ways:
        amount = money(way.amount) if way.amount else "-"
        figures = money(way.step), amount, f"turn {way.works}", "", f"{way.points:+.1f}"
        rows.append(_row(("way", way.way), scenario.ways[way.way].name, *figures))
    return rows


def _row(key: tuple[str, ...], name: str, *figures: str, note: str = "") -> GridRow:
    cells = [(figure, _ink(n)) for n, figure in enumerate(figures)]
    blanks = [""] * (len(COLUMNS) - 2 - len(cells))
    return GridRow(key, (name, *cells, *blanks, (note, palette.LABEL)))


def _ink(n: int) -> str:
    return f"bold {palette.BRIGHT}" if n == 1 else palette.TEXT


def _change(now: float, then: float) -> str:
    arrow, _, _ = palette.change_mark(10 * (then - now))
    return f"{arrow} {then:.2f}" if arrow != "·" else f"{then:.2f}"


def _short(pledge: float, share: float) -> str:
    return f"▼ {pledge:.2f}" if share < pledge - 0.005 else f"{pledge:.2f}"
