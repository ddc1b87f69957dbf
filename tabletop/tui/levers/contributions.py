"""Contributions: what members spend, how ready forces are, what is bought. + and - order; the price stands below."""

from typing import ClassVar

from textual.content import Content

from tabletop.model.moves import Fund, Move
from tabletop.model.world import Phase
from tabletop.table.dials import FINE, STEP, standing_offer, turned
from tabletop.table.levers import Levers
from tabletop.table.port import View
from tabletop.tui.kit.gridlines import GridRow
from tabletop.tui.kit.keys import bound, shown
from tabletop.tui.levers.contribution_rows import COLUMNS, all_rows, seat_rows
from tabletop.tui.levers.pricing import price_line
from tabletop.tui.levers.purse import purse_line
from tabletop.tui.levers.table import Deed, LeverTable
from tabletop.tui.look import palette
from tabletop.words.budgets import capital_words, pull_words, readiness_words, worth_words
from tabletop.words.names import capital, listed
from tabletop.words.programmes import tranche_words
from tabletop.words.said import quoted
from tabletop.words.votes import vote_words

_TURNS = {"+": (1, STEP), "enter": (1, STEP), "-": (-1, STEP), ".": (1, FINE), ",": (-1, FINE)}
"""Way and step of each key."""


class Contributions(LeverTable):
    """For a seat: + and - move its dials. For nobody ("") every seat in a line, to look at."""

    BINDINGS: ClassVar = bound(
        ("full_stop", "press('.')", "a little more"),
        ("comma", "press(',')", "a little less"),
        ("asterisk", "press('*')", "offer again each turn"),
    )
    BELOW = 4
    _every = False
    _n = 0
    _unfolded: frozenset[str] = frozenset()

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._announced: list[Move] = []

    def show(self, view: View, seat: str) -> None:
        """The cursor begins on the first row of a seat, and on the first payer for nobody."""
        turned_to = seat != self.seat or not self.rows
        self.view, self._levers = view, self._counting_on(view, seat)
        self.lay()
        if turned_to and seat:
            self.action_first()
        elif turned_to:
            self.select(("seat", _first_payer(self.levers)))

    def lay(self) -> None:
        levers, seat = self.levers, self.seat
        if not seat:
            self.show_rows(COLUMNS, all_rows(levers, self._unfolded))
            return
        empty = f"{levers.world.seats[seat].name} has no budget: its levers are texts (5), promises and words."
        self.show_rows(
            COLUMNS,
            seat_rows(levers, self._every, self._unfolded),
            purse_line(levers.purse, then=levers.money_next),
            empty,
        )

    def does(self, key: str, row: GridRow) -> Deed:
        if not self.seat or (key == "enter" and row.key[0] not in ("programme", "way")):
            return None
        if key == "*":
            return standing_offer(self.levers, row.key[1]) if row.key[0] == "programme" else None
        return turned(self.levers, row.key, *_TURNS[key])

    def press(self, key: str, row: GridRow) -> None:
        match key, *row.key:
            case "enter", "more":
                self._every = not self._every
                self.lay()
            case "enter", "seat", seat:
                self._unfolded = self._unfolded ^ {seat}
                self.lay()
            case _:
                super().press(key, row)

    def below(self, row: GridRow) -> Content:
        """What the row's order does, or what one + would."""
        levers = self.levers
        if not levers.seat:
            return looked_at(levers, row)
        more = turned(levers, row.key, 1)
        if more is None:
            return _about(levers, row)
        order = levers.placed(more)
        move = order.move if order else more
        head = Content.styled("on the sheet: " if order else f"one {shown('plus')} would: ", f"bold {palette.BRIGHT}")
        rest = _about(levers, row)
        if levers.world.phase is not Phase.ORDERS:
            return rest if rest.plain else price_line(levers, move, 4)
        return Content.assemble(head, price_line(levers, move, 4), "\n" if rest.plain else "", rest)

    def ask(self, move: Move | None) -> None:
        """Counts on an order announced, so that a second key is not lost while the first is on its way."""
        after = self.levers.after(move) if move else None
        if move and after:
            self._announced.append(move)
            self._levers = after
        super().ask(move)

    def _counting_on(self, view: View, seat: str) -> Levers:
        """What is seen, with what was announced and is not in it yet; a view without news drops one, as refused."""
        answered = max(1, view.n - self._n) if seat == self.seat else len(self._announced)
        self._announced, self._n = self._announced[answered:], view.n
        levers = view.levers(seat)
        for move in self._announced:
            levers = levers.after(move) or levers
        return levers


def _first_payer(levers: Levers) -> str:
    """The first seat whose rows move: it has members on the pledge path."""
    seats, anchor = levers.world.seats, levers.world.scenario.names.anchor_seat
    return next((seat for seat in seats if seat != anchor and levers.of(seat).budget.on_path), "")


def looked_at(levers: Levers, row: GridRow) -> Content:
    """What stands below a row of every seat's: a seat's members with what they spend, a member's next vote."""
    world = levers.world
    if row.key[0] == "look":
        name, votes = world.scenario.members[row.key[1]].name, vote_words(world, row.key[1])
        return Content.styled(votes or f"{name} has no vote before the exercise ends.", palette.LABEL)
    members = {world.scenario.members[each].name: world.members[each] for each in world.seats[row.key[1]].members}
    spent = [
        Content.assemble((name, palette.LABEL), (f" {now.spending:.2f}", f"bold {palette.TEXT}"))
        for name, now in members.items()
    ]
    hint = Content.styled("Spending, % of GDP; Enter lists them with their votes to come", palette.LABEL)
    return Content.assemble(hint, "\n", Content.styled(" · ", palette.DIM).join(spent))


def _served(levers: Levers, programme: str) -> Content:
    """Which objectives a purchase is for, where it can't be had now and its price does not tell."""
    purchase = next((each for each in levers.budget.purchases if each.programme == programme), None)
    if purchase is None or not levers.refusal(Fund(seat=levers.seat, programme=programme)):
        return Content("")
    titles = [quoted(each.objective.title) for each in levers.objectives if each.objective.id in purchase.serves]
    return Content.styled(f"Serves {listed(titles)}. " if titles else "", palette.BRIGHT)


def _about(levers: Levers, row: GridRow) -> Content:
    """What else there is to say about a row."""
    world = levers.world
    match row.key:
        case ("programme", programme):
            words = tranche_words(world, programme, levers.budget.slip_odds(programme), levers.budget.discount)
            return Content.assemble(_served(levers, programme), Content.styled(words, palette.LABEL))
        case ("seat", seat):
            own = Content.styled(f"{world.seats[seat].name} decides on this itself.\n", palette.LABEL)
            return Content.assemble(own, looked_at(levers, row))
        case ("look", _):
            return looked_at(levers, row)
        case ("more",):
            return Content.styled("Enter shows all programmes this seat may pay for.", palette.LABEL)
        case ("member", member) if world.scenario.members[member].outside_path:
            name = world.scenario.members[member].name
            words = ". ".join(filter(None, (f"{name} stands outside the pledge path", vote_words(world, member))))
            return Content.styled(words, palette.LABEL)
        case ("member", member):
            spends = levers.budget.of(member)
            parts = (
                capital_words(spends.capital),
                worth_words(spends.worth, spends.gains, spends.holds),
                pull_words(spends.pull),
                vote_words(world, member),
            )
            return Content.styled(". ".join(filter(None, parts)), palette.LABEL)
        case ("readiness",) if (ready := levers.budget.readiness) is not None:
            words = readiness_words(ready.asked, ready.planned, ready.step)
            return Content.styled(f"{capital(words)}.", palette.LABEL)
    return row.below
