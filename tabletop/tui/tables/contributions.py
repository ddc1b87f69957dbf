"""Contributions: what members spend, how ready forces are, what is bought. + and - order; the price stands below."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tabletop.model.moves import Fund, Invest, Move, SetReadiness, SetSpending, TakeBack
from tabletop.model.world import World
from tabletop.table.port import View
from tabletop.tui import palette
from tabletop.tui.messages import Ordered
from tabletop.tui.present.names import force_name
from tabletop.tui.tables.asked import brings, invested, level, offered, order_about, planned
from tabletop.tui.tables.contribution_rows import COLUMNS, all_rows, seat_rows
from tabletop.tui.tables.grid import Grid, Row
from tabletop.tui.tables.pricing import effects_line, joined, money, price
from tabletop.tui.tables.purse import purse_line

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
    _opened: frozenset[str] = frozenset()

    def show(self, view: View, seat: str) -> None:
        """`seat`: for whom + and - order; "" to look only."""
        self.world, self.seat = view.world, seat
        if not seat:
            self.show_rows(COLUMNS, all_rows(view.world, self._opened), Content(""))
            return
        name = view.world.seats[seat].name
        empty = f"{name} has no budget: its levers are texts (5), promises and words."
        self.show_rows(COLUMNS, seat_rows(view.world, seat, self._every), purse_line(view.world, seat), empty)

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
            self.post_message(Ordered(move))

    def opened(self, row: Row) -> None:
        if self.world is None:
            return
        match row.key:
            case ("more",):
                self._every = not self._every
            case ("seat", seat):
                self._opened = self._opened ^ {seat}
            case _:
                self._ask(row, 1, STEP)
                return
        rows = seat_rows(self.world, self.seat, self._every) if self.seat else all_rows(self.world, self._opened)
        self.show_rows(COLUMNS, rows, self._summary)

    def below(self, row: Row) -> Content:
        """What the row's order does, or what one + would."""
        world = self.world
        if world is None or not self.seat:
            return Content.styled("Enter shows the members of a seat.", palette.LABEL)
        asked = dial(world, self.seat, row, 1, STEP)
        if asked is None:
            return _told(world, row)
        placed = order_about(world, asked)
        move = placed.move if placed else asked
        found = price(world, move)
        if found.refusal:
            return Content.styled(found.refusal.message, palette.LOW)
        head = "on the sheet" if placed else "one + would"
        parts = [
            Content.styled(f"{head}:", f"bold {palette.BRIGHT}"),
            effects_line(world.scenario, found.effects, 4, self.seat),
        ]
        if found.money:
            parts.insert(1, Content.assemble((money(found.money), f"bold {palette.BRIGHT}"), (" bn", palette.LABEL)))
        if isinstance(move, SetSpending):
            more = brings(world, self.seat, move.member, move.share)
            parts.insert(1, Content.styled(f"{more:+.1f} bn next turn", palette.TEXT))
        later = _told(world, row)
        return Content.assemble(parts[0], " ", joined(parts[1:]), "\n" if later.plain else "", later)

    def _ask(self, row: Row, way: int, step: float) -> None:
        if self.world is None or not self.seat:
            return
        move = dial(self.world, self.seat, row, way, step)
        if move is not None:
            self.post_message(Ordered(move))


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
    return TakeBack(seat=move.seat, entry=placed.ref) if placed else None


def _told(world: World, row: Row) -> Content:
    """What else there is to say about a row."""
    match row.key:
        case ("programme", programme):
            spec, state = world.scenario.programmes[programme], world.programmes[programme]
            arrives = world.turn + spec.first_lead
            when = f"turn {arrives}" if arrives <= world.turns else f"turn {arrives}, after the end"
            replaces = ", ".join(force_name(world.scenario, force) for force in spec.replaces)
            told = (
                f"{spec.name}: tranche {state.ordered + 1} of {max(spec.tranches, state.ordered + 1)} arrives {when}, "
                f"running {money(spec.running)} bn a year"
            )
            told += f", {spec.soldiers:g} thousand soldiers" if spec.soldiers else ""
            told += f"; in place of {replaces}" if replaces else ""
            return Content.styled(told, palette.LABEL)
        case ("more",):
            return Content.styled("Enter shows all programmes this seat may pay for.", palette.LABEL)
        case ("member", member) if world.scenario.members[member].outside_path:
            name = world.scenario.members[member].name
            return Content.styled(f"{name} stands outside the pledge path.", palette.LABEL)
    return Content("")
