"""Contributions: what members spend, how ready forces are, what is bought. + and - order; the price stands below."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tabletop.model.moves import Move
from tabletop.model.world import Phase
from tabletop.table.dials import FINE, STEP, standing_offer, turned
from tabletop.table.levers import Levers
from tabletop.table.port import View
from tabletop.tui.kit.grid import Row
from tabletop.tui.levers.anchor_rows import about
from tabletop.tui.levers.contribution_rows import COLUMNS, all_rows, seat_rows
from tabletop.tui.levers.pricing import price_line
from tabletop.tui.levers.purse import purse_line
from tabletop.tui.levers.table import LeverTable
from tabletop.tui.look import palette
from tabletop.words.programmes import tranche_words


class Contributions(LeverTable):
    """For a seat: + and - move its dials. For nobody ("") every seat in a line, to look at."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("full_stop", "fine(1)", "a little more", show=False),
        Binding("comma", "fine(-1)", "a little less", show=False),
        Binding("asterisk", "standing", "offer again each turn", show=False),
    ]
    _every = False
    _n = 0
    _opened: frozenset[str] = frozenset()

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._sent: list[Move] = []

    def show(self, view: View, seat: str) -> None:
        """`seat`: for whom + and - order; "" to look only."""
        turned_to = seat != self.seat or not self.rows
        levers = self.hold(self._awaited(view, seat))
        if not seat:
            self.show_rows(COLUMNS, all_rows(levers, self._opened), Content(""))
            if turned_to:
                self.select(("seat", _first_payer(levers)))
            return
        empty = f"{view.world.seats[seat].name} has no budget: its levers are texts (5), promises and words."
        self.show_rows(COLUMNS, self._rows_of(levers), purse_line(levers.purse), empty)
        if turned_to:
            self.action_first()

    def more(self, row: Row) -> None:
        self._ask(row, 1, STEP)

    def less(self, row: Row) -> None:
        self._ask(row, -1, STEP)

    def action_fine(self, way: int) -> None:
        if self.selected:
            self._ask(self.selected, way, FINE)

    def action_standing(self) -> None:
        row = self.selected
        if row and self.seat and row.key[0] == "programme":
            self._send(standing_offer(self.levers, row.key[1]))

    def opened(self, row: Row) -> None:
        match row.key:
            case ("more",):
                self._every = not self._every
            case ("seat", seat):
                self._opened = self._opened ^ {seat}
            case ("programme" | "way", _):
                self._ask(row, 1, STEP)
                return
            case _:
                return
        rows = self._rows_of(self.levers) if self.seat else all_rows(self.levers, self._opened)
        self.show_rows(COLUMNS, rows, self._summary)

    def _rows_of(self, levers: Levers) -> list[Row]:
        return seat_rows(levers, self._every, self._opened)

    def below(self, row: Row) -> Content:
        """What the row's order does, or what one + would."""
        levers = self.levers
        if not levers.seat:
            return Content.styled("Enter shows the members of a seat.", palette.LABEL)
        asked = turned(levers, row.key, 1)
        if asked is None:
            return _about(levers, row)
        placed = levers.placed(asked)
        move = placed.move if placed else asked
        head = Content.styled("on the sheet: " if placed else "one + would: ", f"bold {palette.BRIGHT}")
        if levers.world.phase is not Phase.ORDERS:
            head = Content("")
        rest = _about(levers, row)
        return Content.assemble(head, price_line(levers, move, 4), "\n" if rest.plain else "", rest)

    def _ask(self, row: Row, way: int, step: float) -> None:
        move = turned(self.levers, row.key, way, step) if self.seat else None
        if move is not None:
            self._send(move)

    def _send(self, move: Move) -> None:
        """Announces an order and counts on it, so that a second key is not lost while the first is on its way."""
        after = self.levers.after(move)
        if after:
            self._sent.append(move)
            self.hold(after)
        self.ask(move)

    def _awaited(self, view: View, seat: str) -> Levers:
        """What is seen, with what was announced and is not in it yet; a view without news drops one, as refused."""
        answered = max(1, view.n - self._n) if seat == self.seat else len(self._sent)
        self._sent, self._n = self._sent[answered:], view.n
        levers = view.levers(seat)
        for move in self._sent:
            levers = levers.after(move) or levers
        return levers


def _first_payer(levers: Levers) -> str:
    """The first seat whose rows move: it has members on the pledge path."""
    seats, anchor = levers.world.seats, levers.world.scenario.names.anchor_seat
    return next((seat for seat in seats if seat != anchor and levers.of(seat).budget.on_path), "")


def _about(levers: Levers, row: Row) -> Content:
    """What else there is to say about a row."""
    world = levers.world
    match row.key:
        case ("programme", programme):
            words = tranche_words(world, programme, levers.budget.slip_odds(programme))
            return Content.styled(words, palette.LABEL)
        case ("figure", id):
            return about(levers, id)
        case ("seat", seat):
            return Content.styled(f"{world.seats[seat].name} decides on this itself.", palette.LABEL)
        case ("more",):
            return Content.styled("Enter shows all programmes this seat may pay for.", palette.LABEL)
        case ("member", member) if world.scenario.members[member].outside_path:
            name = world.scenario.members[member].name
            return Content.styled(f"{name} stands outside the pledge path.", palette.LABEL)
    return Content("")
