"""Figures on a pack, an order sheet and a turn sheet are those that `replay --json` prints for the same place at that
point."""

import re
from typing import Any

import pytest

from tabletop.cli.replay import world_document
from tabletop.paper.blocks import Bullets, Head, Pair, Prose, Tabular
from tabletop.paper.desk import Desk
from tabletop.paper.prints import PRINTS
from tabletop.paper.sheaf import Sheaf
from tests.golden.example import EXAMPLE
from tests.paper.samples import ORDERS, desks
from tests.play import nato

_OF_THE_ANCHOR = 7
"""Columns of a table of the anchor's forces."""
SEATS = ("berlin", "washington", "warsaw")
FORCES = {spec.name: id for id, spec in nato().forces.items()}
PROGRAMMES = {spec.name: id for id, spec in nato().programmes.items()}


@pytest.fixture(scope="module")
def orders() -> Desk:
    """In the orders of turn 3."""
    return desks()[0]


def printed(desk: Desk, what: str, seat: str) -> Sheaf:
    (sheaf,) = PRINTS[what].of(desk, [seat])
    return sheaf


def replayed(seat: str) -> Any:
    return world_document(str(EXAMPLE), ORDERS, seat)


def tables(sheaf: Sheaf) -> dict[str, list[tuple[str, ...]]]:
    """Rows of every table by the heading they stand under."""
    found: dict[str, list[tuple[str, ...]]] = {}
    head = ""
    halves = [h for b in sheaf.blocks for h in ((*b.left, *b.right) if isinstance(b, Pair) else (b,))]
    for block in halves:
        if isinstance(block, Head):
            head = block.text
        elif isinstance(block, Tabular):
            found.setdefault(head, []).extend(block.rows)
    return found


@pytest.mark.parametrize("seat", [seat for seat in SEATS if seat != "washington"])
def test_prices_of_programmes_are_the_records(orders: Desk, seat: str) -> None:
    now = replayed(seat)
    rows = tables(printed(orders, "seat-packs", seat))["Programmes you may pay for, best value first"]

    assert len(rows) > 3
    for _, name, price, *_ in rows:
        assert float(price.replace(",", "")) == pytest.approx(now["programmes"][PROGRAMMES[name]]["price"], abs=0.05)


@pytest.mark.parametrize("seat", SEATS)
def test_forces_stand_where_the_record_has_them(orders: Desk, seat: str) -> None:
    now, scenario = replayed(seat), nato()
    found = tables(printed(orders, "seat-packs", seat))
    rows = [row for head, rows in found.items() if head.startswith(("Your forces", "Forces of")) for row in rows]

    assert rows
    for row in rows:
        force = FORCES[row[1]]
        if len(row) == _OF_THE_ANCHOR:
            assert int(row[4].replace(",", "")) == now["forces"][force]["personnel"]
            theatre = scenario.theatres[now["forces"][force]["theatre"]]
            assert row[2] in (theatre.name, theatre.short), row
        else:
            assert row[2] == scenario.members[now["forces"][force]["owner"]].name


@pytest.mark.parametrize("seat", SEATS)
def test_means_and_spending_are_the_records(orders: Desk, seat: str) -> None:
    now, of_seat = replayed(seat), replayed(seat)["seats"][seat]
    sheet, pack = printed(orders, "order-sheets", seat), printed(orders, "seat-packs", seat)
    means = next(block.text for block in sheet.blocks if isinstance(block, Prose))

    assert f"{of_seat['capital']:.0f} points of political capital" in means
    spent = re.search(r"([\d.,]+) billion dollars", means)
    if spent:
        free = of_seat["wallet"]
        assert float(spent[1].replace(",", "")) <= max(free, 0) + 0.05
    names = {spec.name: id for id, spec in nato().members.items()}
    for head, rows in tables(pack).items():
        for row in rows if head.startswith("Your figures") else ():
            member = now["members"][names[row[0]]]
            assert (row[1], row[3]) == (f"{member['spending']:.2f}", f"{100 * member['worth']:.0f}")
            assert row[2] in (f"{member['pledge']:.2f}", "off the path")


@pytest.mark.parametrize("seat", SEATS)
def test_the_sheet_is_filled_with_the_orders_that_stand(orders: Desk, seat: str) -> None:
    now = replayed(seat)
    sheet = printed(orders, "order-sheets", seat)
    (table,) = [block for block in sheet.blocks if isinstance(block, Tabular)]
    standing = [
        each for b in sheet.blocks if isinstance(b, Bullets) for each in b.items if each.startswith("Each turn")
    ]

    assert sum(bool(row[1]) for row in table.rows) == len(now["seats"][seat]["orders"])
    shares = [p["standing"][seat] for p in now["programmes"].values() if seat in p["standing"]]
    assert [float(each.split()[2]) for each in standing] == pytest.approx(shares, abs=0.5)


def test_posts_and_scores_of_the_turn_sheet_are_the_records(orders: Desk) -> None:
    (sheet,) = PRINTS["turn-sheet"].of(orders, [])
    ended = max(n for n in range(1, ORDERS) if world_turn(n) == 2)
    now: Any = world_document(str(EXAMPLE), ended, "public")
    found, scenario = tables(sheet), nato()

    posts = {spec.name: now["posts"][id]["holder"] for id, spec in scenario.posts.items()}
    for name, holder, *_ in found["Posture and posts"]:
        assert holder == scenario.members[posts[name]].name
    tracks = {spec.name: now["tracks"][id] for id, spec in scenario.tracks.items()}
    shown = {name: after for name, _, after in found["The alliance"] if name in tracks}
    assert shown == {name: f"{value:.0f}" for name, value in tracks.items()}
    for id, spec in scenario.theatres.items():
        (row,) = [row for row in found["Deterrence against pressure"] if row[0] == spec.name]
        assert row[2:4] == (f"{now['scores'][f'deterrence/{id}']:.0f}", f"{now['scores'][f'pressure/{id}']:.0f}")


def world_turn(n: int) -> int:
    """The turn in which the record stands after an entry."""
    return _TURNS[n]


_TURNS = [0, *(line.turn for line in desks()[1].control.lines)]
