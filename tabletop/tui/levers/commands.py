"""Commands: who holds which post, what is in transition. h proposes a handover or shows what one would do; + accepts
and - refuses."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tabletop.model.moves import AcceptHandover, ProposeHandover, RefuseHandover, TakeBack
from tabletop.model.world import World
from tabletop.table.levers import Levers
from tabletop.table.port import View
from tabletop.tui.kit.fit import Column
from tabletop.tui.kit.grid import Row
from tabletop.tui.levers.handover import HandoverDialog
from tabletop.tui.levers.handovers import called, status_words, what_it_does, who_agrees, who_waits
from tabletop.tui.levers.purse import purse_line
from tabletop.tui.levers.table import LeverTable
from tabletop.tui.look import palette
from tabletop.words.names import member_name, post_name

COLUMNS = (
    Column("Post", flex=True, keep=9, least=40),
    Column("Holder", keep=8),
    Column("Status", keep=8),
    Column("Weight", right=True, keep=3),
    Column("Where", keep=1),
)

_NARROW = 90
"""Columns under which members go by their codes."""


class Commands(LeverTable):
    """For a seat: h, + and - act. For nobody ("") h shows what a handover would ask and do. The cursor begins on the
    first post that can be handed over."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h", "propose", "propose a handover, or see what it would do", show=False)
    ]
    _posts_line = Content("")
    _begun = False

    def show(self, view: View, seat: str) -> None:
        """`seat`: for whom h, + and - act; "" to look only."""
        levers = self.hold(view.levers(seat))
        running = levers.handovers.running
        word = f"{running} post{'s' if running != 1 else ''} in transition"
        ink = palette.LOW if running > 1 else palette.LABEL
        summary = Content.styled(word + (", more than one at a time blurs command" if running > 1 else ""), ink)
        if seat:
            summary = Content.assemble(purse_line(levers.purse), (" · ", palette.DIM), (word, ink))
        self._posts_line = summary
        self._lay()

    def on_resize(self) -> None:
        self._lay()

    def below(self, row: Row) -> Content:
        levers, post = self.levers, row.key[1]
        world = levers.world
        state = world.posts[post]
        if state.status == "proposed":
            said = who_agrees(levers, post, state.to) + who_waits(levers, post)
            asks = Content.styled(f"{said[:1].upper()}{said[1:]}. ", palette.TEXT)
            mine = levers.handovers.asks(post)
            keys = Content.styled("+ accepts  - refuses. " if mine else "", f"bold {palette.ACCENT}")
            return Content.assemble(keys, asks, what_it_does(levers, post, state.to))
        if state.status == "transition":
            return what_it_does(levers, post, state.to)
        spec = world.scenario.posts[post]
        who = ", ".join(member_name(world.scenario, m) for m in spec.may_hold)
        keys = Content.styled(
            "h proposes a handover. " if self.seat else "h shows what a handover does. ", palette.ACCENT
        )
        law = Content.styled(" Law bars giving it up.", palette.LOW) if spec.protected else Content("")
        return Content.assemble(keys, (f"May be held by {who}.", palette.LABEL), law)

    def action_propose(self) -> None:
        row = self.selected
        if not row:
            return
        levers, world = self.levers, self.levers.world
        dialog = HandoverDialog(levers, row.key[1])
        if dialog.possible:
            self.app.push_screen(dialog, self.ask)
            return
        if not self.seat:
            self.notify(
                f"{post_name(world.scenario, row.key[1])}: {status_words(levers, row.key[1]).plain.strip('▸ ')}."
            )
            return
        spec = world.scenario.posts[row.key[1]]
        other = next((m for m in spec.may_hold if m != world.posts[row.key[1]].holder), spec.holder)
        refusal = levers.refusal(ProposeHandover(seat=self.seat, post=row.key[1], to=other))
        self.notify(refusal.message if refusal else "There is nobody to propose.", severity="warning", timeout=6)

    def opened(self, row: Row) -> None:
        self.action_propose()

    def more(self, row: Row) -> None:
        if self.seat:
            if self.levers.world.posts[row.key[1]].status == "proposed":
                self.ask(AcceptHandover(seat=self.seat, post=row.key[1]))
            else:
                self.action_propose()

    def less(self, row: Row) -> None:
        if not self.seat:
            return
        state = self.levers.world.posts[row.key[1]]
        placed = self.levers.placed(ProposeHandover(seat=self.seat, post=row.key[1], to=state.to))
        if placed:
            self.ask(TakeBack(seat=self.seat, entry=placed.ref))
        elif state.status == "proposed":
            self.ask(RefuseHandover(seat=self.seat, post=row.key[1]))

    def _lay(self) -> None:
        if self.held:
            codes = self.size.width < _NARROW
            self.show_rows(COLUMNS, command_rows(self.levers, codes), self._posts_line, "No posts in this exercise.")
            if not self._begun:
                self._begun = True
                self.select(("post", first_free(self.levers.world)))


def command_rows(levers: Levers, codes: bool = False) -> list[Row]:
    """Every post, those that something happens to first. `codes`: members by their id."""
    world = levers.world
    busy = {"proposed": 0, "transition": 1}
    names = sorted(world.posts, key=lambda post: busy.get(world.posts[post].status, 2))
    return [_row(levers, post, codes) for post in names]


def first_free(world: World) -> str:
    """The first post that somebody else could be given, one that no law keeps if there is one; "" without any."""
    specs = world.scenario.posts
    free = [post for post, state in world.posts.items() if state.status == "held" and len(specs[post].may_hold) > 1]
    return next((post for post in free if not specs[post].protected), free[0] if free else "")


def _row(levers: Levers, post: str, codes: bool) -> Row:
    world = levers.world
    spec, state = world.scenario.posts[post], world.posts[post]
    anchor = state.holder == world.scenario.names.anchor
    holder = Content.styled(called(world, state.holder, codes), palette.TEXT if anchor else palette.HIGH_TEXT)
    return Row(
        ("post", post),
        (
            Content(spec.name),
            holder,
            status_words(levers, post, codes),
            Content.styled(f"{spec.weight:.0%}", palette.TEXT),
            Content.styled(spec.location, palette.DIM),
        ),
    )
