"""Rows of the contributions table: members, readiness, purchases, industry. Pure: levers in, rows out."""

from textual.content import Content

from tabletop.model.figures.forms import CAPITAL, READINESS, SUPPORT, WALLET
from tabletop.model.figures.path import path_of
from tabletop.model.inner import ALARM
from tabletop.model.world import World
from tabletop.table.budget import Purchase
from tabletop.table.levers import Levers
from tabletop.tui.kit.fit import Column
from tabletop.tui.kit.gridlines import Row, titles
from tabletop.tui.levers.anchor_rows import anchor_rows
from tabletop.tui.look import palette
from tabletop.words.bands import alarm_word, support_word, want_words
from tabletop.words.money import money
from tabletop.words.names import force_name

COLUMNS = (
    Column("", flex=True, keep=9, least=30),
    Column("", right=True, keep=8),
    Column("", right=True, keep=9),
    Column("", right=True, keep=7),
    Column("", right=True, keep=5),
    Column("", right=True, keep=6),
    Column("", flex=True, keep=3, least=20),
)
FIRST = 6
"""Purchases shown before the others are asked for."""


def seat_rows(levers: Levers, every: bool, opened: frozenset[str] = frozenset()) -> list[Row]:
    """A seat's own table; `every`: all programmes and not only the best. `opened`: as in `all_rows`, for the anchor."""
    world, seat = levers.world, levers.seat
    if seat == world.scenario.names.anchor_seat:
        others = [row for row in all_rows(levers, opened) if row.key != ("seat", seat)]
        return [*anchor_rows(levers), *others]
    if not world.seats[seat].members:
        return []
    return [
        *_members(levers),
        *_readiness(levers),
        *_programmes(levers, every),
        *_ways(levers),
    ]


def all_rows(levers: Levers, opened: frozenset[str]) -> list[Row]:
    """Every seat in a line, its members under it where `opened` names it. To look at."""
    made = [titles("Seats", "share", "path", "ready", "bn", "capital", "voters")]
    for seat, state in levers.world.seats.items():
        if state.members:
            made.append(_seat(levers.of(seat), "▾" if seat in opened else "▹"))
        if seat in opened:
            made += [_look(levers.world, member) for member in state.members]
    return made


def _seat(levers: Levers, mark: str) -> Row:
    world, seat, total = levers.world, levers.seat, levers.budget.total
    figures = world.figures
    ready = figures.get(path_of(READINESS, seat), 0.0)
    return _row(
        ("seat", seat),
        f"{mark} {world.seats[seat].name or seat}",
        f"{total.share:.2f}",
        "-" if total.free else _short(total.pledge, total.share),
        f"{ready:.0%}" if ready else "-",
        money(figures.get(path_of(WALLET, seat), 0.0)),
        f"{figures[path_of(CAPITAL, seat)]:.0f}",
        support_word(world.scenario.coefficients, figures[path_of(SUPPORT, seat)]),
    )


def _look(world: World, member: str) -> Row:
    now, spec = world.members[member], world.scenario.members[member]
    path = "-" if spec.outside_path else _short(now.pledge, now.spending)
    return _row(("look", member), f"    {spec.name}", f"{now.spending:.2f}", path, "", "", "", "")


def _members(levers: Levers) -> list[Row]:
    made = [titles("Spending, % of GDP", "now", "planned", "pledge", "capital", "brings", "")]
    for spends in levers.budget.spending:
        key, name = ("member", spends.member), levers.world.scenario.members[spends.member].name
        if spends.free:
            made.append(_row(key, name, f"{spends.now:.2f}", "", "", "", "", "off the path"))
            continue
        capital = f"-{spends.capital:.1f}" if spends.capital >= 0.05 else "-"
        made.append(
            _row(
                key, name, f"{spends.now:.2f}", _change(spends.now, spends.planned), f"{spends.pledge:.2f}", capital,
                f"{spends.brings:+.2f}", "",
            )
        )  # fmt: skip
    return made


def _readiness(levers: Levers) -> list[Row]:
    world, seat, ready = levers.world, levers.seat, levers.budget.readiness
    if ready is None:
        return []
    k, figures = world.scenario.coefficients, world.figures
    voters = (
        f"Voters: support {support_word(k, figures[path_of(SUPPORT, seat)])}, mood {alarm_word(figures[ALARM])}; "
        f"would carry {want_words(k, figures[ALARM])}"
    )
    if world.seats[seat].provisional:
        voters = "Support is lost: a provisional budget, no new starts"
    stays = abs(ready.planned - ready.now) < 1e-9
    shown = f"{ready.planned:.0%}" if stays else f"{ready.now:.0%} ▸ {ready.planned:.0%}"
    return [
        Row(("voters",), (Content(voters),), heading=True),
        _row(
            ("readiness",),
            "Readiness of own forces",
            "",
            shown,
            "",
            "",
            f"-{money(ready.money)}" if ready.planned else "-",
            "paid each turn",
        ),
    ]


def _programmes(levers: Levers, every: bool) -> list[Row]:
    best = levers.budget.purchases
    if not best:
        return []
    mine = [purchase for purchase in best if purchase.offer]
    shown = best if every else list(dict.fromkeys([*_in_file(levers, mine), *best[:FIRST]]))
    made = [titles("Purchases, best value first", "bn", "offer", "arrives", "others", "points", "replaces")]
    made += [_programme(levers.world, purchase) for purchase in shown]
    left = len(best) - len(shown)
    if left or every:
        word = "▾ only the best" if every else f"▹ {left} more: Enter"
        made.append(Row(("more",), (Content.styled(word, palette.LABEL),)))
    return made


def _in_file(levers: Levers, purchases: list[Purchase]) -> list[Purchase]:
    """In the scenario's order: what is offered for already keeps its place while it changes."""
    order = list(levers.world.scenario.programmes)
    return sorted(purchases, key=lambda purchase: order.index(purchase.programme))


def _programme(world: World, purchase: Purchase) -> Row:
    spec, offer, others = world.scenario.programmes[purchase.programme], purchase.offer, purchase.others
    offered = f"{offer:.0f} %{' each turn' if purchase.standing else ''}" if offer else "-"
    replaces = ", ".join(force_name(world.scenario, force) for force in spec.replaces)
    return _row(
        ("programme", purchase.programme), spec.name, money(purchase.price), offered, f"turn {purchase.arrives}",
        f"{others:.0f} %" if others else "", f"{purchase.points:+.1f}", replaces,
    )  # fmt: skip


def _ways(levers: Levers) -> list[Row]:
    ways, scenario = levers.budget.investments, levers.world.scenario
    if not ways:
        return []
    made = [titles(scenario.tracks[scenario.names.industry].name, "step", "put in", "works", "", "points", "")]
    for put in ways:
        amount = money(put.amount) if put.amount else "-"
        made.append(
            _row(
                ("way", put.way), scenario.ways[put.way].name, money(put.step), amount, f"turn {put.works}", "",
                f"{put.points:+.1f}", "",
            )
        )  # fmt: skip
    return made


def _row(key: tuple[str, ...], name: str, *cells: str) -> Row:
    figures = [Content.styled(cell, _ink(n)) for n, cell in enumerate(cells[:-1])]
    return Row(key, (Content(name), *figures, Content.styled(cells[-1], palette.LABEL)))


def _ink(n: int) -> str:
    return f"bold {palette.BRIGHT}" if n == 1 else palette.TEXT


def _change(now: float, then: float) -> str:
    arrow, _, _ = palette.change_mark(10 * (then - now))
    return f"{arrow} {then:.2f}" if arrow != "·" else f"{then:.2f}"


def _short(pledge: float, share: float) -> str:
    return f"▼ {pledge:.2f}" if share < pledge - 0.005 else f"{pledge:.2f}"
