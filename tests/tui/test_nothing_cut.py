"""At 80 columns and 24 rows nothing that a player reads is cut: it wraps, has a short name, or stands whole below.

A table may end a name with an ellipsis, where all of it stands under the table as soon as the cursor is on its row.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

import pytest
from textual.content import Content
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.model.moves import Fund, Move
from tabletop.model.world import Phase
from tabletop.rules.acts.check import check
from tabletop.rules.ahead.plans import order_about
from tabletop.table.exercise import Exercise
from tabletop.table.local import LocalTable
from tabletop.tui.app import TabletopApp
from tabletop.tui.kit.grid import Grid
from tabletop.tui.kit.gridlines import MARK
from tabletop.tui.kit.preferences import USUAL, Preferences
from tabletop.tui.levers.answer import AnswerDialog
from tabletop.tui.levers.pricing import price_line
from tabletop.tui.levers.seal import SealDialog
from tabletop.tui.levers.sheet import Sheet
from tabletop.tui.review.endex import EndexScreen
from tabletop.tui.review.review import ReviewScreen
from tabletop.tui.review.why import WhyScreen
from tabletop.words.sentences import deed_line
from tests.play import nato
from tests.tui import states
from tests.tui.everywhere import PLACES, Place
from tests.tui.room import still, text_of, until

SIZE: Final = 80, 24
OF_A_SEAT: Final = {
    "brief", "order line at a seat", "answer", "seal", "send", "text", "message", "promise", "free move", "survey",
    "sealed", "unseal", "your job", "play alone", "take a seat", "pass the keyboard",
}  # fmt: skip
PANELS: Final = tuple("12345678")


def full(folder: Path) -> Session:
    """Orders of turn 1, where the second seat has ordered what takes the most words to say."""
    session = states.orders(folder)
    while longest := max(_orders(session), key=lambda move: len(deed_line(move, session.world.scenario)), default=None):
        session.make(longest)
    return session


def _orders(session: Session) -> Iterator[Move]:
    """Orders that the seat may still give, about what it has not ordered yet."""
    levers = LocalTable(session, "berlin").view_now().levers("berlin")
    packages, texts = levers.packages, levers.texts
    moves: list[Move] = [move for force in packages.own for move in packages.assignments(force)]
    moves += [move for force in packages.anchor for move in packages.promises(force)]
    moves += [move for kind in session.world.scenario.texts for move in texts.tabled(kind)]
    moves += [Fund(seat="berlin", programme=each.programme) for each in levers.budget.purchases]
    for move in moves:
        if order_about(session.world, move) is None and check(session.world, move) is None:
            yield move


def _at(made: Callable[[Path], Session], *keys: str) -> Place:
    return Place(f"{made.__name__}, second seat", ("k", "down", "enter", *keys), "SeatScreen", partial(_board, made))


def _board(made: Callable[[Path], Session], folder: Path, likes: Preferences) -> TabletopApp:
    return TabletopApp(exercise=Exercise(made(folder)), now=lambda: 0.0, likes=likes)


READ: Final = [place for place in PLACES if place.name in OF_A_SEAT]
PANELLED: Final = [*map(_at, (states.orders, full, states.review)),
                   *(place for place in PLACES if place.name == "player's board")]  # fmt: skip
CUT: Final = re.compile(r"(?<=\S)…|(?<=\S) …(?=\s*[│▁▂▃▄▅▆▇█]|\s*$)")


@pytest.mark.parametrize("place", READ, ids=lambda place: place.name)
async def test_a_player_reads_all_of_every_text(place: Place, tmp_path: Path) -> None:
    app = place.app(tmp_path, USUAL)
    async with app.run_test(size=SIZE) as pilot:
        await _reach(place, app, pilot)

        assert [*_painted(app), *_clipped(app.screen), *_unread(app.screen)] == []


@pytest.mark.parametrize("place", PANELLED, ids=lambda place: place.name)
async def test_a_player_reads_all_of_every_panel(place: Place, tmp_path: Path) -> None:
    app, cut = place.app(tmp_path, USUAL), dict[str, list[str]]()
    async with app.run_test(size=SIZE) as pilot:
        await _reach(place, app, pilot)
        for key in PANELS:
            await pilot.press(key)
            await still(pilot, lambda: text_of(app))
            cut[key] = [*_painted(app), *_clipped(app.screen), *_unread(app.screen)]

    assert [f"{key} {line}" for key, lines in cut.items() for line in lines] == []


async def test_a_player_alone_reads_all_of_its_review_of_why_and_of_the_close(tmp_path: Path) -> None:
    """Each as it is told, sentence by sentence and part by part; why of every score."""
    players = dict.fromkeys(nato().seats, "bot:mixed") | {states.SEAT: "team"}
    session = Session.create(tmp_path / "alone.toml", nato(), Terms(seed="7", turns=1, players=players))
    app, cut, met = TabletopApp(), dict[str, list[str]](), set[str]()

    def look() -> None:
        name = type(app.screen).__name__
        met.add(name)
        lines = [*_painted(app), *_clipped(app.screen), *_unread(app.screen)]
        cut.setdefault(name, []).extend(line for line in lines if line not in cut[name])

    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.exercises.open_seat(Exercise(session), states.SEAT)
        await pilot.pause()
        for _ in range(60):
            here = app.screen
            look()
            if isinstance(here, EndexScreen):
                break
            if isinstance(here, ReviewScreen) and here.step == len(here.steps):
                await pilot.press("w")
                await until(pilot, lambda: isinstance(app.screen, WhyScreen))
                for panel in "21":
                    await pilot.press(panel)
                    await _down(app, pilot, look)
                await pilot.press("escape")
                await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
            if isinstance(here, AnswerDialog):
                await pilot.press("down")
            await pilot.press("enter" if isinstance(here, AnswerDialog | SealDialog) else "space")
            await still(pilot, lambda: text_of(app))
        await _down(app, pilot, look, "pagedown")

    assert {"ReviewScreen", "EndexScreen", "WhyScreen"} <= met
    assert {name: lines for name, lines in cut.items() if lines} == {}


async def _down(app: TabletopApp, pilot: Pilot[Any], look: Callable[[], None], key: str = "down") -> None:
    """Looks at a screen as its list goes on, until it goes no further or begins anew."""
    seen = set[str]()
    while (told := text_of(app)) not in seen:
        seen.add(told)
        look()
        await pilot.press(key)
        await still(pilot, lambda: text_of(app))


async def _reach(place: Place, app: TabletopApp, pilot: Pilot[Any]) -> None:
    await pilot.pause()
    for key in place.keys:
        await pilot.press(key)
        await pilot.pause()
    await until(pilot, lambda: type(app.screen).__name__ == place.screen)
    await app.workers.wait_for_complete()


def _painted(app: TabletopApp) -> Iterator[str]:
    """Lines with an ellipsis where no table has its rows."""
    for y, line in enumerate(text_of(app).split("\n")):
        for found in CUT.finditer(line):
            at, _ = app.screen.get_widget_at(found.start(), y)
            if not isinstance(at, Grid):
                yield line


def _clipped(screen: Screen[Any]) -> Iterator[str]:
    """Words that have less room than they take, where nothing scrolls."""
    for part in screen.query(Static):
        if part.is_on_screen and part.content_size.width:
            size = part.content_size
            needs = part.get_content_height(part.container_size, screen.size, size.width)
            if needs > size.height and not _scrolls(part):
                yield f"{type(part).__name__} {part.id}: {needs} lines in {size.height}"


def _scrolls(part: Widget) -> bool:
    return any(isinstance(each, Widget) and each.max_scroll_y for each in part.ancestors_with_self)


def _unread(screen: Screen[Any]) -> Iterator[str]:
    """What of a table stands nowhere whole, wherever the cursor is."""
    for table in screen.query(Grid):
        page, (width, height) = table.page, table.content_size
        if not (table.is_on_screen and height):
            continue
        sizes = page._sizes(width)
        yield from _short([page.summary], [width])
        for row in (row for row in page.rows if row.heading):
            yield from _short(row.cells, [width] if len(row.cells) == 1 else [sizes[0] + MARK, *sizes[1:]])
        for n in range(len(table.stops)) if table.has_focus else ():
            table.go(table.stops[n])
            yield from _unread_row(table, width, height)


def _unread_row(table: Grid, width: int, height: int) -> Iterator[str]:
    """What of the row under the cursor stands neither in it nor below it."""
    page, row = table.page, table.rows[table.cursor]
    if isinstance(table, Sheet):
        world = table.levers.world
        order = next(each for each in world.seats[table.seat].orders if str(each.ref) == row.key[1])
        told = deed_line(order.move, world.scenario)
        if world.phase is Phase.ORDERS:
            told += f" {price_line(table.levers, order.move, brief=True)}"
        below = table._laid_out()
    else:
        told, below = table.below(row).plain, table._below(width, height - page.head_height)
    shown = _flat("\n".join(line.plain for line in below))
    if _flat(told).lower() not in shown.lower():
        yield f"{table.id}, {row.cells[0]}: {told!r}"
    yield from (cell for cell in _short(row.cells, page._sizes(width)) if _flat(cell) not in shown)


def _short(cells: Sequence[Content], sizes: Sequence[int]) -> Iterator[str]:
    """Cells that have less room than they take; a column that is not there at all cuts no word."""
    return (cell.plain for cell, size in zip(cells, sizes, strict=False) if 0 < size < cell.cell_length)


def _flat(text: str) -> str:
    return " ".join(text.split())
