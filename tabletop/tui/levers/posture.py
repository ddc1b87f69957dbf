"""Posture: what stands where, what leaves when, what covers it. - and + open what can be ordered about a row."""

from textual.content import Content

from tabletop.model.forces import Status
from tabletop.model.moves import Assign, Backfill, CancelWithdrawal, Deploy, Move, TakeBack, Withdraw
from tabletop.model.world import World
from tabletop.rules.acts.check import check
from tabletop.rules.acts.options import replacements
from tabletop.rules.ahead.asked import order_about
from tabletop.rules.ahead.exits import cover, standing_in
from tabletop.table.port import View
from tabletop.tui.kit.choose import Choice, Choose
from tabletop.tui.kit.grid import Grid, Row
from tabletop.tui.kit.messages import Ordered
from tabletop.tui.levers.posture_rows import COLUMNS, gives, people_line, posture_rows
from tabletop.tui.levers.pricing import effects_line, price
from tabletop.tui.levers.purse import purse_line
from tabletop.tui.levers.withdraw import WithdrawDialog
from tabletop.tui.look import palette
from tabletop.words.names import force_name, seat_short, theatre_name


class Posture(Grid):
    """The anchor's seat withdraws with - and cancels or deploys with +; the others assign with + and match with -."""

    world: World | None = None
    seat = ""

    def show(self, view: View, seat: str) -> None:
        """`seat`: for whom + and - order; "" to look only."""
        self.world, self.seat = view.world, seat
        people = Content.styled(people_line(view.world), palette.LABEL)
        summary = people
        if seat and seat != view.world.scenario.names.anchor_seat:
            summary = purse_line(view.world, seat)
        elif seat:
            summary = Content.assemble(purse_line(view.world, seat), (" · ", palette.DIM), people)
        self.show_rows(COLUMNS, posture_rows(view.world, seat), summary, "No forces in this exercise.")

    def below(self, row: Row) -> Content:
        world = self.world
        if world is None:
            return Content("")
        force = row.key[1]
        spec = world.scenario.forces[force]
        parts = [force_name(world.scenario, force), gives(world, force)]
        if spec.host:
            parts.append(f"in {world.scenario.members[spec.host].name}" if spec.host in world.scenario.members else "")
        if world.forces[force].claim:
            parts.append(f"match promised: {force_name(world.scenario, world.forces[force].claim)}")
        if world.forces[force].status is Status.LEAVING:
            parts.append(_standing_in(world, force))
        told = Content.styled(" · ".join(part for part in parts if part), palette.LABEL)
        return Content.assemble(told, "\n", (self._keys(row), palette.LABEL)) if self.seat else told

    def more(self, row: Row) -> None:
        world, seat, force = self.world, self.seat, row.key[1]
        if world is None or not seat:
            return
        placed = order_about(world, Withdraw(seat=seat, force=force, turn=world.turn))
        anchor = seat == world.scenario.names.anchor_seat
        if placed and isinstance(placed.move, Withdraw):
            self.post_message(Ordered(TakeBack(seat=seat, entry=placed.ref)))
        elif anchor and world.forces[force].status is Status.LEAVING:
            self.post_message(Ordered(CancelWithdrawal(seat=seat, force=force)))
        elif anchor:
            self._choose(f"Deploy {force_name(world.scenario, force)}", deployments(world, seat, force))
        elif row.key[0] == "own":
            self._choose(f"Assign {force_name(world.scenario, force)}", assignments(world, seat, force))

    def less(self, row: Row) -> None:
        world, seat, force = self.world, self.seat, row.key[1]
        if world is None or not seat:
            return
        if seat == world.scenario.names.anchor_seat:
            refusal = check(world, Withdraw(seat=seat, force=force, turn=world.turns))
            if refusal and not refusal.code.startswith("attention/"):
                self.notify(refusal.message, severity="warning", timeout=6)
                return
            self.app.push_screen(WithdrawDialog(world, seat, force), self._give)
        elif row.key[0] == "anchor":
            told = f"What would match {force_name(world.scenario, force)}?"
            self._choose(told, matches(world, seat, force))
        else:
            placed = order_about(world, Assign(seat=seat, force=force, theatre=""))
            if placed:
                self.post_message(Ordered(TakeBack(seat=seat, entry=placed.ref)))

    def opened(self, row: Row) -> None:
        if row.key[0] == "own" or not self.world or self.seat != self.world.scenario.names.anchor_seat:
            (self.more if row.key[0] == "own" else self.less)(row)
        else:
            self.less(row)

    def _keys(self, row: Row) -> str:
        if self.world and self.seat == self.world.scenario.names.anchor_seat:
            return "- withdraw: four prices side by side   + cancel or deploy"
        return "+ assign to a theatre   - undo" if row.key[0] == "own" else "- promise what matches it"

    def _choose(self, told: str, choices: list[Choice]) -> None:
        """Asks which, unless none can be had now, whichever it is: then the reason is said and no list is shown."""
        refusal = check(self.world, choices[0].move) if self.world and choices else None
        if refusal and refusal.code.startswith(("phase/", "exercise/", "seat/")):
            self.notify(refusal.message, severity="warning", timeout=6)
        elif choices:
            self.app.push_screen(Choose(told, choices), self._give)
        else:
            self.notify("Nothing of this seat fits here.", timeout=4)

    def _give(self, move: Move | None) -> None:
        if move is not None:
            self.post_message(Ordered(move))


def _standing_in(world: World, force: str) -> str:
    """Who stands in for a package that leaves, as things stand."""
    shares = standing_in(world, force)
    if not shares:
        return "nobody stands in yet"
    scenario, seats = world.scenario, world.seats
    who = ", ".join(f"{seat_short(scenario, seat, seats)} {share:.0%}" for seat, share in shares if share >= 0.005)
    return f"{cover(world, force):.0%} covered, of that {who}".replace("%", " %")


def assignments(world: World, seat: str, force: str) -> list[Choice]:
    """Theatres a seat's own force may go to, each with what it does."""
    return [
        _to(world, Assign(seat=seat, force=force, theatre=theatre), theatre) for theatre in world.scenario.theatres
        if theatre != world.forces[force].theatre
    ]  # fmt: skip


def deployments(world: World, seat: str, force: str) -> list[Choice]:
    """Theatres one of the anchor's packages may be sent to."""
    gone = world.forces[force].status is Status.ELSEWHERE
    return [
        _to(world, Deploy(seat=seat, force=force, theatre=theatre), theatre) for theatre in world.scenario.theatres
        if gone or theatre != world.forces[force].theatre
    ]  # fmt: skip


def matches(world: World, seat: str, force: str) -> list[Choice]:
    """What a seat could promise in place of one of the anchor's packages."""
    made = []
    for name in replacements(world, seat, force):
        if name in world.scenario.programmes:
            spec, state = world.scenario.programmes[name], world.programmes[name]
            does = f"programme: {state.delivered} delivered, {state.ordered} of {spec.tranches} tranches ordered"
        else:
            does = f"own force: {gives(world, name)}"
        move = Backfill(seat=seat, replacement=name, replaces=force)
        below = Content.styled(
            "A promise, not the deed: what leaves is covered only by what stands in the ledger when it goes. A promise "
            "that does not hold makes the departure cost more.",
            palette.LABEL,
        )
        made.append(Choice(move, force_name(world.scenario, name), Content.styled(does, palette.LABEL), below))
    return made


def _to(world: World, move: Assign | Deploy, theatre: str) -> Choice:
    found = price(world, move)
    does = (
        Content.styled(found.refusal.message, palette.LOW)
        if found.refusal
        else effects_line(world.scenario, found.effects, 3, move.seat)
    )
    return Choice(move, theatre_name(world.scenario, theatre), does)
