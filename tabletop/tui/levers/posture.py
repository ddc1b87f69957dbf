"""Posture: what stands where, what leaves when, what covers it. - and + open what can be ordered about a row."""

from typing import Final

from textual.content import Content

from tabletop.model.forces import Status
from tabletop.model.moves import Assign, CancelWithdrawal, Deploy, Move, RefuseHosting, TakeBack, Withdraw
from tabletop.model.refusal import Refusal
from tabletop.table.levers import Levers
from tabletop.tui.kit.cells import dotted
from tabletop.tui.kit.gridlines import GridRow
from tabletop.tui.kit.keys import said
from tabletop.tui.kit.pick import Choice, priced
from tabletop.tui.levers.posture_rows import has_orders, posture_columns, posture_rows
from tabletop.tui.levers.purse import purse_line
from tabletop.tui.levers.send import SendDialog
from tabletop.tui.levers.table import Deed, LeverTable
from tabletop.tui.levers.withdraw import WithdrawDialog
from tabletop.tui.look import palette
from tabletop.words.cover import claim_words, cover_words, covered_words, percent, stand_in_words, wanted_words
from tabletop.words.forces import based, floor_breached, gives, people_line
from tabletop.words.names import force_name, score_name, seat_short, theatre_name
from tabletop.words.stations import home_words, station_line

_WIDE: Final = 90
"""Columns from which a theatre has its whole name above its forces."""


class Posture(LeverTable):
    """The anchor's seat withdraws with - and moves or cancels with +; the others assign with + and match with -."""

    def lay(self) -> None:
        levers, seat = self.levers, self.seat
        scenario, count = levers.world.scenario, levers.packages.personnel
        ink = f"bold {palette.LOW}" if floor_breached(scenario, count) else palette.LABEL
        people = Content.styled(people_line(scenario, count, short=bool(seat)), ink)
        parts = [purse_line(levers.purse)] if seat else []
        if seat in ("", levers.world.scenario.names.anchor_seat):
            parts.append(people)
        rows = posture_rows(levers, short=self.size.width < _WIDE)
        self.show_rows(posture_columns(levers), rows, dotted(parts), "No forces in this exercise.")

    def below(self, row: GridRow) -> Content:
        """What decides first: where there is little room the card goes."""
        lines = []
        if cover := _cover_line(self.levers, row):
            lines.append(Content.styled(cover, palette.TEXT))
        if self.seat and (keys := said(self._keys(row))):
            lines.append(Content.styled(keys, palette.LABEL))
        lines.append(Content.styled(self._card(row.key[1]), palette.LABEL))
        return Content("\n").join(lines)

    def does(self, key: str, row: GridRow) -> Deed:
        if not self.seat:
            return None
        kind, force = row.key
        return (_plus if key == "+" or (key == "enter" and kind == "own") else _minus)(self.levers, kind, force)

    def _card(self, force: str) -> str:
        """What a force is, where it is at home and where it stands."""
        world, packages = self.levers.world, self.levers.packages
        freed = packages.freed(force) if world.scenario.forces[force].owner == world.scenario.names.anchor else 0.0
        parts = (
            force_name(world.scenario, force),
            gives(world.scenario, force),
            based(world.scenario, force),
            station_line(world, force, world.scenario.coefficients.transit),
            home_words(world, force, bound=packages.bound(force)),
            f"{score_name(world.scenario, world.scenario.names.freed)} +{freed:.1f}" if freed >= 0.05 else "",
        )
        return " · ".join(part for part in parts if part)

    def _keys(self, row: GridRow) -> str:
        if row.key[0] == "coming":
            return "{-} refuse to host it this turn   {+} undo"
        world = self.levers.world
        if self.seat == world.scenario.names.anchor_seat:
            if world.forces[row.key[1]].status is Status.ELSEWHERE:
                return "{+} bring it back to a theatre"
            if not self.levers.packages.leaves(row.key[1]):
                return ""
            if world.forces[row.key[1]].status is Status.LEAVING:
                return "{-} another date: four prices side by side   {+} keep it after all"
            return "{-} withdraw: four prices side by side   {+} move to a theatre"
        return "{+} assign to a theatre   {-} undo" if row.key[0] == "own" else "{-} promise what matches it"


def _plus(levers: Levers, kind: str, force: str) -> Deed:
    world, seat = levers.world, levers.seat
    order = levers.placed(Withdraw(seat=seat, force=force, turn=world.turn))
    anchor, status = seat == world.scenario.names.anchor_seat, world.forces[force].status
    if kind == "coming":
        return levers.take_back(RefuseHosting(seat=seat, force=force))
    if order and isinstance(order.move, Withdraw):
        return TakeBack(seat=seat, entry=order.ref)
    if status is Status.LEAVING and (anchor or kind == "own"):
        return CancelWithdrawal(seat=seat, force=force)
    if anchor or kind == "own":
        return _send(levers, force)
    return None


def _minus(levers: Levers, kind: str, force: str) -> Deed:
    world, seat = levers.world, levers.seat
    if kind == "coming":
        move = RefuseHosting(seat=seat, force=force)
        return levers.refusal(move) or move
    if seat == world.scenario.names.anchor_seat:
        refusal = levers.refusal(Withdraw(seat=seat, force=force, turn=world.turns))
        return refusal if refusal and not refusal.code.startswith("attention/") else WithdrawDialog(levers, force)
    if kind in ("anchor", "left"):
        title = f"What would match {force_name(world.scenario, force, the=True)}?"
        wanted = wanted_words(world.scenario, force, world.forces[force].theatre)
        return _choice(levers, title, match_choices(levers, force), wanted)
    return levers.take_back(Assign(seat=seat, force=force, theatre=""))


def _send(levers: Levers, force: str) -> Deed:
    """Asks whither, unless it can go nowhere: then the reason is said and no list is shown."""
    gone = levers.world.forces[force].status is Status.ELSEWHERE
    moves: tuple[Assign | Deploy, ...]
    moves = levers.packages.deployments(force) if gone else levers.packages.assignments(force)
    refusals = [levers.refusal(move) for move in moves]
    first = refusals[0] if refusals else None
    if first and (first.code == "force/fixed" or _never(first)):
        return first
    return SendDialog(levers, force) if moves else "There is nowhere else to go."


def _never(refusal: Refusal) -> bool:
    """Whether nothing of the kind can be had now, whatever is chosen."""
    return refusal.code.startswith(("phase/", "exercise/", "seat/"))


def _choice(levers: Levers, title: str, choices: list[Choice[Move]], note: str) -> Deed:
    """Asks which, unless none can be had now, whichever it is: then the reason is said and no list is shown."""
    refusal = levers.refusal(choices[0].value) if choices else None
    if refusal and _never(refusal):
        return refusal
    return priced(title, choices, note) if choices else "Nothing of this seat fits here."


def _cover_line(levers: Levers, row: GridRow) -> str:
    """How a package is covered: one that has left a place there, any other if it left now."""
    (kind, force), world, packages = row.key, levers.world, levers.packages
    state, scenario = world.forces[force], world.scenario
    if scenario.forces[force].owner != scenario.names.anchor or kind == "coming":
        return ""
    parts = [
        f"Left {theatre_name(scenario, gone.departure.theatre, short=True, the=True)} in turn {gone.departure.turn}"
        f"{' by surprise' if gone.departure.surprise else ''}: {cover_words(gone.match, gone.until)}"
        for gone in packages.absences
        if gone.departure.force == force
    ]
    if state.status in (Status.AVAILABLE, Status.LEAVING) and packages.leaves(force):
        match = packages.cover(force)
        when = "Now" if state.status is Status.LEAVING else "If it left now"
        who = _who(levers, force) if state.status is Status.LEAVING and match.full else ""
        parts.append(covered_words(when, match, packages.bridged_until(world.turn)) + who)
        then = packages.cover_after(force).full if levers.seat and has_orders(levers) else match.full
        if percent(then) != percent(match.full):
            parts.append(f"{percent(then)} at the next review, with your sheet")
    return " · ".join(filter(None, [*parts, claim_words(scenario, state.claim)]))


def _who(levers: Levers, force: str) -> str:
    """Who stands in for a package that leaves, as things stand, each with its part of that."""
    scenario, seats = levers.world.scenario, levers.world.seats
    shares = [(seat, share) for seat, share in levers.packages.standing_in(force) if share >= 0.005]
    who = ", ".join(f"{seat_short(scenario, seat, seats)} {percent(share)}" for seat, share in shares)
    return f" ({who})" if who else ""


def match_choices(levers: Levers, force: str) -> list[Choice[Move]]:
    """What a seat could promise in place of one of the anchor's packages, what matches most first."""
    packages, scenario = levers.packages, levers.world.scenario
    moves = [(move, packages.stand_in(force, move.replacement)) for move in packages.promises(force)]
    choices: list[Choice[Move]] = []
    for move, stand_in in sorted(moves, key=lambda each: -each[1].part):
        name = move.replacement
        does = stand_in_words(scenario, levers.world.forces[force].theatre, name, *stand_in)
        ink = palette.TEXT if stand_in.part else palette.LABEL
        about = ("programme" if name in scenario.programmes else "force", name)
        said = Content.styled(does, ink)
        choices.append(Choice(move, force_name(scenario, name), said, _promise(levers, name), about=about))
    return choices


def _promise(levers: Levers, name: str) -> Content:
    """What a replacement is, and that promising it is not yet doing it."""
    world = levers.world
    if name in world.scenario.programmes:
        spec, state = world.scenario.programmes[name], world.programmes[name]
        what = f"A programme: {state.delivered} delivered, {state.ordered} of {spec.tranches} tranches ordered. "
    else:
        what = f"Own force: {gives(world.scenario, name)}; it counts once it is assigned there. "
    rest = "A promise, not the deed: what leaves is covered by what stands in the ledger. One that fails costs more."
    return Content.styled(what + rest, palette.LABEL)
