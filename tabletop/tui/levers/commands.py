"""Commands: who holds which post, what is in transition. h proposes a handover or shows what one would do; + accepts
and - refuses."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tabletop.model.moves import AcceptHandover, Move, ProposeHandover, RefuseHandover, TakeBack
from tabletop.model.world import World
from tabletop.rules.acts.check import check
from tabletop.rules.ahead.asked import order_about
from tabletop.rules.turn.posts import overload, parties
from tabletop.table.port import View
from tabletop.tui.kit.fit import Column
from tabletop.tui.kit.grid import Grid, Row
from tabletop.tui.kit.messages import Ordered
from tabletop.tui.levers.handover import HandoverDialog
from tabletop.tui.levers.handovers import called, must_agree, status_words, told, waits_for
from tabletop.tui.levers.purse import purse_line
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


class Commands(Grid):
    """For a seat: h, + and - act. For nobody ("") h shows what a handover would ask and do. The cursor begins on the
    first post that can be handed over."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h", "propose", "propose a handover, or see what it would do", show=False)
    ]
    world: World | None = None
    seat = ""
    _posts_line = Content("")
    _begun = False

    def show(self, view: View, seat: str) -> None:
        """`seat`: for whom h, + and - act; "" to look only."""
        self.world, self.seat = view.world, seat
        running = overload(view.world.posts)
        word = f"{running} post{'s' if running != 1 else ''} in transition"
        ink = palette.LOW if running > 1 else palette.LABEL
        summary = Content.styled(word + (", more than one at a time blurs command" if running > 1 else ""), ink)
        if seat:
            summary = Content.assemble(purse_line(view.world, seat), (" · ", palette.DIM), (word, ink))
        self._posts_line = summary
        self._lay()

    def on_resize(self) -> None:
        self._lay()

    def below(self, row: Row) -> Content:
        world, post = self.world, row.key[1]
        if world is None:
            return Content("")
        state = world.posts[post]
        if state.status == "proposed":
            said = must_agree(world, post, state.to) + waits_for(world, post)
            asks = Content.styled(f"{said[:1].upper()}{said[1:]}. ", palette.TEXT)
            mine = self.seat in parties(world, post, state.to) and self.seat not in state.consents
            keys = Content.styled("+ accepts  - refuses. " if mine else "", f"bold {palette.ACCENT}")
            return Content.assemble(keys, asks, told(world, post, state.to))
        if state.status == "transition":
            return told(world, post, state.to)
        spec = world.scenario.posts[post]
        who = ", ".join(member_name(world.scenario, m) for m in spec.may_hold)
        keys = Content.styled(
            "h proposes a handover. " if self.seat else "h shows what a handover does. ", palette.ACCENT
        )
        law = Content.styled(" Law bars giving it up.", palette.LOW) if spec.protected else Content("")
        return Content.assemble(keys, (f"May be held by {who}.", palette.LABEL), law)

    def action_propose(self) -> None:
        row, world = self.selected, self.world
        if not row or world is None:
            return
        dialog = HandoverDialog(world, self.seat, row.key[1])
        if dialog.possible:
            self.app.push_screen(dialog, self._give)
            return
        if not self.seat:
            self.notify(
                f"{post_name(world.scenario, row.key[1])}: {status_words(world, row.key[1]).plain.strip('▸ ')}."
            )
            return
        spec = world.scenario.posts[row.key[1]]
        other = next((m for m in spec.may_hold if m != world.posts[row.key[1]].holder), spec.holder)
        refusal = check(world, ProposeHandover(seat=self.seat, post=row.key[1], to=other))
        self.notify(refusal.message if refusal else "There is nobody to propose.", severity="warning", timeout=6)

    def opened(self, row: Row) -> None:
        self.action_propose()

    def more(self, row: Row) -> None:
        if self.world and self.seat:
            if self.world.posts[row.key[1]].status == "proposed":
                self.post_message(Ordered(AcceptHandover(seat=self.seat, post=row.key[1])))
            else:
                self.action_propose()

    def less(self, row: Row) -> None:
        if self.world is None or not self.seat:
            return
        state = self.world.posts[row.key[1]]
        placed = order_about(self.world, ProposeHandover(seat=self.seat, post=row.key[1], to=state.to))
        if placed:
            self.post_message(Ordered(TakeBack(seat=self.seat, entry=placed.ref)))
        elif state.status == "proposed":
            self.post_message(Ordered(RefuseHandover(seat=self.seat, post=row.key[1])))

    def _lay(self) -> None:
        if self.world is not None:
            codes = self.size.width < _NARROW
            self.show_rows(COLUMNS, command_rows(self.world, codes), self._posts_line, "No posts in this exercise.")
            if not self._begun:
                self._begun = True
                self.select(("post", first_free(self.world)))

    def _give(self, move: Move | None) -> None:
        if move is not None:
            self.post_message(Ordered(move))


def command_rows(world: World, codes: bool = False) -> list[Row]:
    """Every post, those that something happens to first. `codes`: members by their id."""
    busy = {"proposed": 0, "transition": 1}
    names = sorted(world.posts, key=lambda post: busy.get(world.posts[post].status, 2))
    return [_row(world, post, codes) for post in names]


def first_free(world: World) -> str:
    """The first post that somebody else could be given, one that no law keeps if there is one; "" without any."""
    specs = world.scenario.posts
    free = [post for post, state in world.posts.items() if state.status == "held" and len(specs[post].may_hold) > 1]
    return next((post for post in free if not specs[post].protected), free[0] if free else "")


def _row(world: World, post: str, codes: bool) -> Row:
    spec, state = world.scenario.posts[post], world.posts[post]
    anchor = state.holder == world.scenario.names.anchor
    holder = Content.styled(called(world, state.holder, codes), palette.TEXT if anchor else palette.HIGH_TEXT)
    return Row(
        ("post", post),
        (
            Content(spec.name),
            holder,
            status_words(world, post, codes),
            Content.styled(f"{spec.weight:.0%}", palette.TEXT),
            Content.styled(spec.location, palette.DIM),
        ),
    )
