"""Rows of the contributions table: members, readiness, purchases, industry. Pure: a world in, rows out."""

from textual.content import Content

from tabletop.model.inner import ALARM
from tabletop.model.world import World
from tabletop.rules.acts.options import payable
from tabletop.rules.acts.spending import rise_cost
from tabletop.rules.ahead.asked import brings, invested, level, offered, planned
from tabletop.rules.ahead.remembered import worth
from tabletop.rules.turn.programmes import price
from tabletop.rules.turn.readiness import readiness_price
from tabletop.rules.world.arithmetic import sum_of
from tabletop.rules.world.draft import Draft
from tabletop.tui.kit.fit import Column
from tabletop.tui.kit.grid import Row
from tabletop.tui.levers.anchor_rows import anchor_rows
from tabletop.tui.levers.pricing import money
from tabletop.tui.look import palette
from tabletop.words.bands import alarm_word, support_word, want_words
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


def seat_rows(world: World, seat: str, every: bool, opened: frozenset[str] = frozenset()) -> list[Row]:
    """A seat's own table; `every`: all programmes and not only the best. `opened`: as in `all_rows`, for the anchor."""
    if seat == world.scenario.names.anchor_seat:
        others = [row for row in all_rows(world, opened) if row.key != ("seat", seat)]
        return [*anchor_rows(world), *others]
    if not world.seats[seat].members:
        return []
    return [
        *_members(world, seat),
        *_readiness(world, seat),
        *_programmes(world, seat, every),
        *_ways(world, seat),
    ]


def all_rows(world: World, opened: frozenset[str]) -> list[Row]:
    """Every seat in a line, its members under it where `opened` names it. To look at."""
    made = [_titles("Seats", "share", "path", "ready", "bn", "capital", "voters")]
    for seat, state in world.seats.items():
        if state.members:
            made.append(_seat(world, seat, "▾" if seat in opened else "▹"))
        if seat in opened:
            made += [_look(world, member) for member in state.members]
    return made


def _seat(world: World, seat: str, mark: str) -> Row:
    specs, members, figures = world.scenario.members, world.seats[seat].members, world.figures
    gdp = sum_of(specs[m].gdp for m in members) or 1.0
    share = sum_of(specs[m].gdp * world.members[m].spending for m in members) / gdp
    pledge = sum_of(specs[m].gdp * world.members[m].pledge for m in members) / gdp
    on_path = any(not specs[m].outside_path for m in members)
    ready = figures.get(f"readiness/{seat}", 0.0)
    return _row(
        ("seat", seat),
        f"{mark} {world.seats[seat].name or seat}",
        f"{share:.2f}",
        _short(pledge, share) if on_path else "-",
        f"{ready:.0%}" if ready else "-",
        money(figures.get(f"wallet/{seat}", 0.0)),
        f"{figures[f'capital/{seat}']:.0f}",
        support_word(world.scenario.coefficients, figures[f"support/{seat}"]),
    )


def _look(world: World, member: str) -> Row:
    now, spec = world.members[member], world.scenario.members[member]
    path = "-" if spec.outside_path else _short(now.pledge, now.spending)
    return _row(("look", member), f"    {spec.name}", f"{now.spending:.2f}", path, "", "", "", "")


def _members(world: World, seat: str) -> list[Row]:
    made = [_titles("Spending, % of GDP", "now", "planned", "pledge", "capital", "brings", "")]
    for member in world.seats[seat].members:
        spec, state = world.scenario.members[member], world.members[member]
        if spec.outside_path:
            made.append(_row(("member", member), spec.name, f"{state.spending:.2f}", "", "", "", "", "off the path"))
            continue
        share = planned(world, seat, member)
        cost = rise_cost(world, seat, {member: share})
        made.append(
            _row(
                ("member", member), spec.name, f"{state.spending:.2f}", _change(state.spending, share),
                f"{state.pledge:.2f}", f"-{cost:.1f}" if cost >= 0.05 else "-",
                f"{brings(world, seat, member, share):+.2f}", "",
            )
        )  # fmt: skip
    return made


def _readiness(world: World, seat: str) -> list[Row]:
    if seat not in world.own_supply or seat == world.scenario.names.anchor_seat:
        return []
    k, figures = world.scenario.coefficients, world.figures
    voters = (
        f"Voters: support {support_word(k, figures[f'support/{seat}'])}, mood {alarm_word(figures[ALARM])}; "
        f"would carry {want_words(k, figures[ALARM])}"
    )
    if world.seats[seat].provisional:
        voters = "Support is lost: a provisional budget, no new starts"
    now, then = figures.get(f"readiness/{seat}", 0.0), level(world, seat)
    full = readiness_price(Draft(world), seat)
    shown = f"{then:.0%}" if abs(then - now) < 1e-9 else f"{now:.0%} ▸ {then:.0%}"
    return [
        Row(("voters",), (Content(voters),), heading=True),
        _row(
            ("readiness",),
            "Readiness of own forces",
            "",
            shown,
            "",
            "",
            f"-{money(then * full)}" if then else "-",
            "paid each turn",
        ),
    ]


def _programmes(world: World, seat: str, every: bool) -> list[Row]:
    found = payable(world, seat)
    if not found:
        return []
    value = worth(world, found)
    mine = [name for name in found if offered(world, seat, name)[0]]
    best = sorted(found, key=lambda name: -value.get(name, 0.0))
    shown = best if every else list(dict.fromkeys([*mine, *best[:FIRST]]))
    made = [_titles("Purchases, best value first", "bn", "offer", "arrives", "others", "points", "replaces")]
    made += [_programme(world, seat, name, value.get(name, 0.0)) for name in shown]
    left = len(found) - len(shown)
    if left or every:
        word = "▾ only the best" if every else f"▹ {left} more: Enter"
        made.append(Row(("more",), (Content.styled(word, palette.LABEL),)))
    return made


def _programme(world: World, seat: str, name: str, value: float) -> Row:
    spec, state = world.scenario.programmes[name], world.programmes[name]
    bn = price(world.scenario.coefficients.second_series, spec, state.ordered)
    pays, standing = offered(world, seat, name)
    others = sum_of(part for who, part in state.standing if who != seat)
    told = f"{pays:.0f} %{' each turn' if standing else ''}" if pays else "-"
    replaces = ", ".join(force_name(world.scenario, force) for force in spec.replaces)
    return _row(
        ("programme", name), spec.name, money(bn), told, f"turn {world.turn + spec.first_lead}",
        f"{others:.0f} %" if others else "", f"{value * bn:+.1f}", replaces,
    )  # fmt: skip


def _ways(world: World, seat: str) -> list[Row]:
    if not world.figures.get(f"wallet/{seat}", 0.0):
        return []
    industry = world.scenario.tracks[world.scenario.names.industry].name
    made = [_titles(industry, "step", "put in", "works", "", "points", "")]
    for name, spec in world.scenario.ways.items():
        amount = invested(world, seat, name)
        points = spec.industry * (amount / spec.per if amount else 1.0)
        made.append(
            _row(
                ("way", name), spec.name, money(spec.per), money(amount) if amount else "-",
                f"turn {world.turn + spec.delay}", "", f"{points:+.1f}", "",
            )
        )  # fmt: skip
    return made


def _row(key: tuple[str, ...], name: str, *cells: str) -> Row:
    figures = [Content.styled(cell, _ink(n)) for n, cell in enumerate(cells[:-1])]
    return Row(key, (Content(name), *figures, Content.styled(cells[-1], palette.LABEL)))


def _ink(n: int) -> str:
    return f"bold {palette.BRIGHT}" if n == 1 else palette.TEXT


def _titles(*cells: str) -> Row:
    return Row(("heading", cells[0]), tuple(Content(cell) for cell in cells), heading=True)


def _change(now: float, then: float) -> str:
    arrow, _, _ = palette.change_mark(10 * (then - now))
    return f"{arrow} {then:.2f}" if arrow != "·" else f"{then:.2f}"


def _short(pledge: float, share: float) -> str:
    return f"▼ {pledge:.2f}" if share < pledge - 0.005 else f"{pledge:.2f}"
