"""What a seat reads: its brief with objectives and points so far, and what happened since."""

from collections.abc import Callable
from functools import partial

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tabletop.model.world import Phase
from tabletop.table.levers import Levers
from tabletop.table.owners import only_team
from tabletop.table.port import View
from tabletop.table.stood import that_stood
from tabletop.table.turn_story import last_turn, story
from tabletop.tui.kit.bars import bar
from tabletop.tui.kit.keys import shown
from tabletop.tui.kit.row_figures import row_figure
from tabletop.tui.kit.wrapped import hanging
from tabletop.tui.look import palette
from tabletop.words.acts.saying import SAYINGS
from tabletop.words.names import inject_name, seat_name
from tabletop.words.said import quoted
from tabletop.words.sentences import line_line
from tabletop.words.without import played_without

_LISTS = ("Interests", "interests"), ("Red lines", "red_lines"), ("Levers", "levers"), ("Dilemmas", "dilemmas")
"""Titles, and the keys of a brief."""
_WIDEST = 110
"""Columns of a page at most."""


class TextPage(VerticalScroll, can_focus=True):
    """A page of a seat's screen to read: what `content` makes of a view for the seat, in so many columns."""

    def __init__(self, content: Callable[[View, str, int], Content], *, id: str) -> None:
        super().__init__(Static(), id=id)
        self._content = content
        self._shown: tuple[View, str] | None = None

    def show(self, view: View, seat: str) -> None:
        """Writes it anew."""
        self._shown = view, seat
        width = min(_WIDEST, self.scrollable_content_region.width or _WIDEST) - 1
        self.query_one(Static).update(self._content(view, seat, max(24, width)))

    def on_resize(self) -> None:
        if self._shown:
            self.show(*self._shown)


def brief_content(levers: Levers, width: int = 80, *, aims_first: bool = False) -> Content:
    """Situation, objectives with points, interests, red lines, levers, dilemmas, arc: of a joined team those of all its
    seats. `aims_first`: objectives before all else, where the rest has been read."""
    world, seat = levers.world, levers.seat
    specs = [world.scenario.seats[name] for name in (seat, *levers.guests)]
    parts = [Content.styled(seat_name(world.scenario, seat, world.seats), f"bold {palette.BRIGHT}")]
    parts += [_objectives(levers)] if aims_first else []
    parts += [Content(joint.strip())] if (joint := levers.joint_brief) else []
    for spec in specs:
        if len(specs) > 1:
            parts.append(Content.styled(spec.name, _head()))
        parts += [Content(each.strip()) for each in spec.brief.situation.strip().split("\n\n") if each.strip()]
    parts += [] if aims_first else [_objectives(levers)]
    for title, key in _LISTS:
        for spec in specs:
            if items := getattr(spec.brief, key):
                whose = title if len(specs) == 1 else f"{title}, {spec.name}"
                lines = [Content.styled(whose, _head()), *(_item(Content(item), width) for item in items)]
                parts.append(Content("\n").join(lines))
    arcs = filter(None, (spec.brief.arc_within(world.turns, world.scenario.turns) for spec in specs))
    if arc := "\n".join(arcs):
        parts.append(Content.assemble((f"{world.turns} turns", _head()), "\n", arc))
    if world.without:
        parts.append(Content.assemble(("Rules left out", _head()), "\n", played_without(world)))
    return Content("\n\n").join(parts)


def since_content(view: View, width: int = 80) -> Content:
    """What came in, what came of the last turn, and the record as this seat may read it, the newest turn first. Of its
    own orders those that stood: what it still has on its sheet stands there."""
    world = view.world
    stood = that_stood(view.lines, view.who, world.turn if world.phase is Phase.ORDERS else 0)
    lines = [line for line in stood if SAYINGS[type(line.move)].news]
    came = {name: state.turn for name, state in world.injects.items()}
    if not lines and not came:
        return Content.styled("Nothing has happened yet that this seat may read.", palette.LABEL)
    parts, waits, last = [], view.levers(view.who).answers.to_give, last_turn(view)
    for turn in sorted({*(line.turn for line in lines), *came.values()}, reverse=True):
        told = [Content.styled(f"Turn {turn} · {world.scenario.period(turn)}", _head())]
        for name in [name for name, when in came.items() if when == turn]:
            sentence = f"{quoted(inject_name(world.scenario, name))} came in"
            asks = f": it asks you, {shown('7')} answers it" if name in waits else ""
            told.append(_item(Content.assemble((sentence, palette.TEXT), (asks, palette.LOW)), width))
        if last and last[1].world.turn == turn:
            told += [_item(Content.styled(each, palette.TEXT), width) for each in story(view)]
        for line in [line for line in lines if line.turn == turn]:
            mine = line.move.seat == view.who
            sentence = line_line(line, world.scenario, world.seats)
            by = f"  (entered by {line.entered_by})" if line.entered_by and mine else ""
            ink = palette.BRIGHT if mine else palette.TEXT
            told.append(_item(Content.assemble((sentence, ink), (by, palette.DIM)), width))
        parts.append(Content("\n").join(told))
    return Content("\n\n").join(parts)


def _objectives(levers: Levers) -> Content:
    lines = [Content.assemble(("Objectives", _head()), (f"   {levers.points:.0f} of 100 so far", palette.LABEL))]
    for m in levers.objectives:
        kind = ("secret", palette.LOW) if m.objective.secret else ("open", palette.LABEL)
        lines.append(
            Content.assemble(
                bar(m.points, 10, palette.MIDDLE), f" {m.points:3.0f}  ", (m.objective.title, f"bold {palette.BRIGHT}"),
                "  ", kind, (f", weighs {m.weight:.0f} %", palette.LABEL),
            )
        )  # fmt: skip
        lines.append(Content.styled(m.objective.text.strip(), palette.TEXT))
    return Content("\n").join(lines)


def _item(words: Content, width: int) -> Content:
    """A line of a list: what is too long goes on below itself."""
    return hanging(words, width, 2, Content.styled("·", palette.DIM))


def _head() -> str:
    """The style of a heading."""
    return f"bold {palette.LABEL}"


class BriefPage(TextPage):
    """Where the seat's figures come from can be asked: what it opens with, what its objectives weigh and count."""

    def __init__(self, *, id: str) -> None:
        super().__init__(self._brief, id=id)

    def _brief(self, view: View, seat: str, width: int) -> Content:
        """Who comes back to it looks for its objectives; who plays alone has read the rest before it sat down."""
        again = view.world.turn > 1 or only_team(view.world) == seat
        return brief_content(view.levers(seat), width, aims_first=again)

    @property
    def points_at(self) -> str:
        """The seat that reads it."""
        return row_figure(("seat", self._shown[1])) if self._shown else ""


SincePage = partial(TextPage, lambda view, _, width: since_content(view, width))
