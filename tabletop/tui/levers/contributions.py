"""Contributions: what members spend, how ready forces are, what is bought. + and - order; the price stands below."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tabletop.model.moves import Fund, Invest, Move, SetReadiness, SetSpending, TakeBack
from tabletop.model.world import Phase, World
from tabletop.rules.acts.check import check
from tabletop.rules.acts.options import members_on_path
from tabletop.rules.acts.step import step as resolved
from tabletop.rules.ahead.asked import invested, level, offered, order_about, planned
from tabletop.rules.turn.programmes import slip_odds
from tabletop.table.port import View
from tabletop.tui.kit.grid import Grid, Row
from tabletop.tui.kit.messages import Ordered
from tabletop.tui.levers.anchor_rows import about
from tabletop.tui.levers.contribution_rows import COLUMNS, all_rows, seat_rows
from tabletop.tui.levers.pricing import money, told
from tabletop.tui.levers.purse import purse_line
from tabletop.tui.look import palette
from tabletop.words.names import force_name

STEP, FINE, READY, OFFER = 0.1, 0.05, 0.1, 25.0
"""What one key moves: points of GDP, the same by . and ,; a share of readiness; per cent of a tranche."""


class Contributions(Grid):
    """For a seat: + and - move its dials. For nobody ("") every seat in a line, to look at."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("full_stop", "fine(1)", "a little more", show=False),
        Binding("comma", "fine(-1)", "a little less", show=False),
        Binding("asterisk", "standing", "offer again each turn", show=False),
    ]
    world: World | None = None
    seat = ""
    _every = False
    _n = 0
    _opened: frozenset[str] = frozenset()

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._sent: list[Move] = []

    def show(self, view: View, seat: str) -> None:
        """`seat`: for whom + and - order; "" to look only."""
        self.world = self._awaited(view, seat)
        turned = seat != self.seat or not self.rows
        self.seat = seat
        if not seat:
            self.show_rows(COLUMNS, all_rows(view.world, self._opened), Content(""))
            if turned:
                self.select(("seat", _first_payer(view.world)))
            return
        name = view.world.seats[seat].name
        empty = f"{name} has no budget: its levers are texts (5), promises and words."
        self.show_rows(COLUMNS, self._rows_of(self.world, seat), purse_line(self.world, seat), empty)
        if turned:
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
        if row and self.world and self.seat and row.key[0] == "programme":
            pays, standing = offered(self.world, self.seat, row.key[1])
            move = Fund(seat=self.seat, programme=row.key[1], pays=pays or 100.0, standing=not standing)
            self._send(move)

    def opened(self, row: Row) -> None:
        if self.world is None:
            return
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
        rows = self._rows_of(self.world, self.seat) if self.seat else all_rows(self.world, self._opened)
        self.show_rows(COLUMNS, rows, self._summary)

    def _rows_of(self, world: World, seat: str) -> list[Row]:
        return seat_rows(world, seat, self._every, self._opened)

    def below(self, row: Row) -> Content:
        """What the row's order does, or what one + would."""
        world = self.world
        if world is None or not self.seat:
            return Content.styled("Enter shows the members of a seat.", palette.LABEL)
        asked = dial(world, self.seat, row, 1, STEP)
        if asked is None:
            return _about(world, row)
        placed = order_about(world, asked)
        move = placed.move if placed else asked
        head = Content.styled("on the sheet: " if placed else "one + would: ", f"bold {palette.BRIGHT}")
        if world.phase is not Phase.ORDERS:
            head = Content("")
        later = _about(world, row)
        return Content.assemble(head, told(world, move, 4), "\n" if later.plain else "", later)

    def _ask(self, row: Row, way: int, step: float) -> None:
        if self.world is None or not self.seat:
            return
        move = dial(self.world, self.seat, row, way, step)
        if move is not None:
            self._send(move)

    def _send(self, move: Move) -> None:
        """Announces an order and counts on it, so that a second key is not lost while the first is on its way."""
        if self.world is not None and check(self.world, move) is None:
            self._sent.append(move)
            self.world = resolved(self.world, move)[0]
        self.post_message(Ordered(move))

    def _awaited(self, view: View, seat: str) -> World:
        """The world with what was announced and is not in it yet; a view without news drops one, as refused."""
        answered = max(1, view.n - self._n) if seat == self.seat else len(self._sent)
        self._sent, self._n = self._sent[answered:], view.n
        world = view.world
        for move in self._sent:
            if check(world, move) is None:
                world = resolved(world, move)[0]
        return world


def _first_payer(world: World) -> str:
    """The first seat whose rows move: it has members on the pledge path."""
    anchor = world.scenario.names.anchor_seat
    return next((seat for seat in world.seats if seat != anchor and members_on_path(world, seat)), "")


def dial(world: World, seat: str, row: Row, way: int, step: float) -> Move | None:
    """The order that one key makes of a row; a take-back where nothing would be left of it."""
    match row.key:
        case ("member", member) if not world.scenario.members[member].outside_path:
            share = round(max(0.0, planned(world, seat, member) + way * step), 6)
            return SetSpending(seat=seat, member=member, share=share)
        case ("readiness",):
            part = step / STEP * READY
            return SetReadiness(seat=seat, level=round(min(1.0, max(0.0, level(world, seat) + way * part)), 6))
        case ("programme", programme):
            return _offer(world, seat, programme, way)
        case ("way", name):
            amount = round(invested(world, seat, name) + way * world.scenario.ways[name].per, 6)
            move = Invest(seat=seat, way=name, amount=amount)
            return move if amount > 0 else _back(world, move)
    return None


def _offer(world: World, seat: str, programme: str, way: int) -> Move | None:
    """100 per cent at once, then a quarter less with each -."""
    pays, standing = offered(world, seat, programme)
    asked = 100.0 if way > 0 else pays - OFFER
    move = Fund(seat=seat, programme=programme, pays=max(0.0, asked), standing=standing and asked > 0)
    if asked > 0 or dict(world.programmes[programme].standing).get(seat):
        return move
    return _back(world, move)


def _back(world: World, move: Move) -> Move | None:
    placed = order_about(world, move)
    return TakeBack(seat=move.seat, entry=placed.ref) if placed and placed.ref else None


def _late(world: World, programme: str) -> str:
    """The odds of a turn's delay as commitment stands now."""
    odds = slip_odds(world, world.scenario.programmes[programme])
    return f" (a turn late in {100 * odds:.0f} of 100)" if odds else ""


def _about(world: World, row: Row) -> Content:
    """What else there is to say about a row."""
    match row.key:
        case ("programme", programme):
            spec, state = world.scenario.programmes[programme], world.programmes[programme]
            arrives = world.turn + spec.first_lead
            when = f"turn {arrives}" if arrives <= world.turns else f"turn {arrives}, after the end"
            replaces = ", ".join(force_name(world.scenario, force) for force in spec.replaces)
            told = (
                f"{spec.name}: tranche {state.ordered + 1} of {max(spec.tranches, state.ordered + 1)} arrives {when}"
                f"{_late(world, programme)}, running {money(spec.running)} bn a year"
            )
            told += f", {spec.soldiers:g} thousand soldiers" if spec.soldiers else ""
            told += f"; in place of {replaces}" if replaces else ""
            told += ". Points: overall deterrence once it stands"
            return Content.styled(told, palette.LABEL)
        case ("figure", id):
            return about(world, id)
        case ("seat", seat):
            return Content.styled(f"{world.seats[seat].name} decides on this itself.", palette.LABEL)
        case ("more",):
            return Content.styled("Enter shows all programmes this seat may pay for.", palette.LABEL)
        case ("member", member) if world.scenario.members[member].outside_path:
            name = world.scenario.members[member].name
            return Content.styled(f"{name} stands outside the pledge path.", palette.LABEL)
    return Content("")
