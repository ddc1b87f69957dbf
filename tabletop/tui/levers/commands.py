"""Commands: who holds which post, what is in transition. h proposes a handover or shows what one would do; + accepts
and - refuses."""

from typing import ClassVar

from textual.content import Content

from tabletop.model.moves import AcceptHandover, ProposeHandover, RefuseHandover
from tabletop.model.world import World
from tabletop.table.levers import Levers
from tabletop.tui.kit.cells import dotted
from tabletop.tui.kit.fit import GridColumn
from tabletop.tui.kit.gridlines import GridRow
from tabletop.tui.kit.keys import bound, said
from tabletop.tui.levers.handovers import handover, handover_effects, status_words, who_agrees, who_waits
from tabletop.tui.levers.purse import purse_line
from tabletop.tui.levers.table import Deed, LeverTable
from tabletop.tui.look import palette
from tabletop.words.cover import percent
from tabletop.words.names import capital, member_name, post_name

COLUMNS = (
    GridColumn("Post", flex=True, keep=9, least=39),
    GridColumn("Holder", keep=8),
    GridColumn("Status", keep=7, flex=True, least=17),
    GridColumn("Weight", right=True, keep=3),
    GridColumn("Where", keep=1),
)

_NARROW = 90
"""Columns under which what stands below is left out of the table."""


class Commands(LeverTable):
    """For a seat: h, + and - act. For nobody ("") h shows what a handover would ask and do. The cursor begins on the
    first post that can be handed over."""

    BINDINGS: ClassVar = bound(("h", "press('h')", "propose a handover, or see what it would do"))
    _has_begun = False

    def lay(self) -> None:
        levers, narrow = self.levers, self.size.width < _NARROW
        running = levers.handovers.running
        word = f"{running} post{'s' if running != 1 else ''} in transition"
        ink = palette.LOW if running > 1 else palette.LABEL
        summary = Content.styled(word + (", more than one at a time blurs command" if running > 1 else ""), ink)
        if self.seat:
            brief = word.replace(" posts", "").replace(" post", "") if narrow else word
            summary = dotted([purse_line(levers.purse), (brief, ink)])
        rows = command_rows(levers, brief=narrow)
        self.show_rows(COLUMNS, rows, summary, "No posts in this exercise.")
        if not self._has_begun:
            self._has_begun = True
            self.select(("post", first_free(levers.world)))

    def below(self, row: GridRow) -> Content:
        levers, post = self.levers, row.key[1]
        world = levers.world
        state = world.posts[post]
        if state.status == "proposed":
            parties = who_agrees(levers, post, state.to) + who_waits(levers, post)
            asks = Content.styled(f"{capital(parties)}. ", palette.TEXT)
            mine = levers.handovers.asks(post)
            keys = Content.styled(said("{+} accepts  {-} refuses. ") if mine else "", f"bold {palette.ACCENT}")
            return Content.assemble(keys, asks, handover_effects(levers, post, state.to))
        if state.status == "transition":
            return handover_effects(levers, post, state.to)
        spec = world.scenario.posts[post]
        who = ", ".join(member_name(world.scenario, m, the=True) for m in spec.may_hold)
        words = said("{h} proposes a handover. " if self.seat else "{h} shows what a handover does. ")
        law = " Law bars giving it up." if spec.protected else ""
        return Content.assemble((words, palette.ACCENT), (f"May be held by {who}.", palette.LABEL), (law, palette.LOW))

    def does(self, key: str, row: GridRow) -> Deed:
        levers, seat, post = self.levers, self.seat, row.key[1]
        state = levers.world.posts[post]
        match key:
            case "-" if seat:
                back = levers.take_back(ProposeHandover(seat=seat, post=post, to=state.to))
                return back or (RefuseHandover(seat=seat, post=post) if state.status == "proposed" else None)
            case "+" if seat and state.status == "proposed":
                return AcceptHandover(seat=seat, post=post)
            case "+" | "-" if not seat:
                return None
        return _propose(levers, post)


def _propose(levers: Levers, post: str) -> Deed:
    """The handovers of a post to choose from, else why there are none."""
    world, pick = levers.world, handover(levers, post)
    if pick.choices:
        return pick
    if not levers.seat:
        return f"{post_name(world.scenario, post)}: {status_words(levers, post).plain.strip('▸ ')}."
    spec = world.scenario.posts[post]
    other = next((m for m in spec.may_hold if m != world.posts[post].holder), spec.holder)
    refusal = levers.refusal(ProposeHandover(seat=levers.seat, post=post, to=other))
    return refusal or "There is nobody to propose."


def command_rows(levers: Levers, brief: bool = False) -> list[GridRow]:
    """Every post, those that something happens to first. `brief`: without what stands below."""
    world = levers.world
    busy = {"proposed": 0, "transition": 1}
    names = sorted(world.posts, key=lambda post: busy.get(world.posts[post].status, 2))
    return [_row(levers, post, brief) for post in names]


def first_free(world: World) -> str:
    """The first post that somebody else could be given, one that no law keeps if there is one; "" without any."""
    specs = world.scenario.posts
    free = [post for post, state in world.posts.items() if state.status == "held" and len(specs[post].may_hold) > 1]
    return next((post for post in free if not specs[post].protected), free[0] if free else "")


def _row(levers: Levers, post: str, brief: bool) -> GridRow:
    world = levers.world
    spec, state = world.scenario.posts[post], world.posts[post]
    anchor = state.holder == world.scenario.names.anchor
    cells = (
        spec.name,
        (member_name(world.scenario, state.holder), palette.TEXT if anchor else f"bold {palette.BRIGHT}"),
        status_words(levers, post, brief),
        (percent(spec.weight), palette.TEXT),
        (spec.location, palette.DIM),
    )
    return GridRow(("post", post), cells)
