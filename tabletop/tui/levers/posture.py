"""Posture: what stands where, what leaves when, what covers it. - and + open what can be ordered about a row."""

from collections.abc import Sequence

from textual.content import Content

from tabletop.model.forces import Status
from tabletop.model.moves import Assign, CancelWithdrawal, Deploy, Move, TakeBack, Withdraw
from tabletop.table.levers import Levers
from tabletop.tui.kit.cells import dotted
from tabletop.tui.kit.gridlines import GridRow
from tabletop.tui.kit.pick import Choice, priced
from tabletop.tui.levers.posture_rows import COLUMNS, posture_rows
from tabletop.tui.levers.pricing import effects_line
from tabletop.tui.levers.purse import purse_line
from tabletop.tui.levers.table import Deed, LeverTable
from tabletop.tui.levers.withdraw import WithdrawDialog
from tabletop.tui.look import palette
from tabletop.words.forces import based, gives, people_line
from tabletop.words.names import force_name, seat_short, theatre_name


class Posture(LeverTable):
    """The anchor's seat withdraws with - and cancels or deploys with +; the others assign with + and match with -."""

    def lay(self) -> None:
        levers, seat = self.levers, self.seat
        people = Content.styled(people_line(levers.world.scenario, levers.packages.personnel), palette.LABEL)
        parts = [purse_line(levers.purse)] if seat else []
        if seat in ("", levers.world.scenario.names.anchor_seat):
            parts.append(people)
        self.show_rows(COLUMNS, posture_rows(levers), dotted(parts), "No forces in this exercise.")

    def below(self, row: GridRow) -> Content:
        world, force = self.levers.world, row.key[1]
        parts = [force_name(world.scenario, force), gives(world.scenario, force), based(world.scenario, force)]
        if world.forces[force].claim:
            parts.append(f"match promised: {force_name(world.scenario, world.forces[force].claim)}")
        if world.forces[force].status is Status.LEAVING:
            parts.append(_standing_in(self.levers, force))
        line = Content.styled(" · ".join(part for part in parts if part), palette.LABEL)
        return Content.assemble(line, "\n", (self._keys(row), palette.LABEL)) if self.seat else line

    def does(self, key: str, row: GridRow) -> Deed:
        if not self.seat:
            return None
        kind, force = row.key
        return (_plus if key == "+" or (key == "enter" and kind == "own") else _minus)(self.levers, kind, force)

    def _keys(self, row: GridRow) -> str:
        if self.seat == self.levers.world.scenario.names.anchor_seat:
            return "- withdraw: four prices side by side   + cancel or deploy"
        return "+ assign to a theatre   - undo" if row.key[0] == "own" else "- promise what matches it"


def _plus(levers: Levers, kind: str, force: str) -> Deed:
    world, seat = levers.world, levers.seat
    order = levers.placed(Withdraw(seat=seat, force=force, turn=world.turn))
    anchor, name = seat == world.scenario.names.anchor_seat, force_name(world.scenario, force)
    if order and isinstance(order.move, Withdraw):
        return TakeBack(seat=seat, entry=order.ref)
    if anchor and world.forces[force].status is Status.LEAVING:
        return CancelWithdrawal(seat=seat, force=force)
    if anchor:
        return _choice(levers, f"Deploy {name}", destinations(levers, levers.packages.deployments(force)))
    if kind == "own":
        return _choice(levers, f"Assign {name}", destinations(levers, levers.packages.assignments(force)))
    return None


def _minus(levers: Levers, kind: str, force: str) -> Deed:
    world, seat = levers.world, levers.seat
    if seat == world.scenario.names.anchor_seat:
        refusal = levers.refusal(Withdraw(seat=seat, force=force, turn=world.turns))
        return refusal if refusal and not refusal.code.startswith("attention/") else WithdrawDialog(levers, force)
    if kind == "anchor":
        return _choice(levers, f"What would match {force_name(world.scenario, force)}?", matches(levers, force))
    return levers.take_back(Assign(seat=seat, force=force, theatre=""))


def _choice(levers: Levers, title: str, choices: list[Choice[Move]]) -> Deed:
    """Asks which, unless none can be had now, whichever it is: then the reason is said and no list is shown."""
    refusal = levers.refusal(choices[0].value) if choices else None
    if refusal and refusal.code.startswith(("phase/", "exercise/", "seat/")):
        return refusal
    return priced(title, choices) if choices else "Nothing of this seat fits here."


def _standing_in(levers: Levers, force: str) -> str:
    """Who stands in for a package that leaves, as things stand."""
    shares = levers.packages.standing_in(force)
    if not shares:
        return "nobody stands in yet"
    scenario, seats = levers.world.scenario, levers.world.seats
    who = ", ".join(f"{seat_short(scenario, seat, seats)} {share:.0%}" for seat, share in shares if share >= 0.005)
    return f"{levers.packages.cover(force):.0%} covered, of that {who}".replace("%", " %")


def destinations(levers: Levers, moves: Sequence[Assign | Deploy]) -> list[Choice[Move]]:
    """Theatres a force may go to, each with what that does."""
    choices: list[Choice[Move]] = []
    for move in moves:
        quote, scenario = levers.quote(move), levers.world.scenario
        does = effects_line(scenario, quote.effects, 3, move.seat)
        if quote.refusal:
            does = Content.styled(quote.refusal.message, palette.LOW)
        choices.append(Choice(move, theatre_name(scenario, move.theatre), does))
    return choices


def matches(levers: Levers, force: str) -> list[Choice[Move]]:
    """What a seat could promise in place of one of the anchor's packages."""
    world = levers.world
    choices: list[Choice[Move]] = []
    for move in levers.packages.promises(force):
        name = move.replacement
        if name in world.scenario.programmes:
            spec, state = world.scenario.programmes[name], world.programmes[name]
            does = f"programme: {state.delivered} delivered, {state.ordered} of {spec.tranches} tranches ordered"
        else:
            does = f"own force: {gives(world.scenario, name)}"
        below = Content.styled(
            "A promise, not the deed: what leaves is covered only by what stands in the ledger when it goes. A promise "
            "that does not hold makes the departure cost more.",
            palette.LABEL,
        )
        choices.append(Choice(move, force_name(world.scenario, name), Content.styled(does, palette.LABEL), below))
    return choices
