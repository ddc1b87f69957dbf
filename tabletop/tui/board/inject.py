"""All injects before control: text, control's own lines, the answers and their costs; fire, hold, release, cancel."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from tabletop.model.injects import InjectSpec, OptionSpec
from tabletop.model.moves import Answer, CancelInject, FireInject, HoldInject, ReleaseInject, WriteInject
from tabletop.model.record import Line
from tabletop.model.seats import CONTROL
from tabletop.model.world import World
from tabletop.table.injects import OPEN, addressees, by_hand, ordered
from tabletop.table.port import Table
from tabletop.tui.board.injects import inject_row
from tabletop.tui.control.actions import OF_CONTROL
from tabletop.tui.control.lanes import lane_of, lanes_legend, turns_head
from tabletop.tui.kit.action import Action
from tabletop.tui.kit.ask import ask
from tabletop.tui.kit.effects import written
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.keys import said
from tabletop.tui.kit.row_figures import row_figure
from tabletop.tui.kit.rows import Rows
from tabletop.tui.kit.screen import TableScreen
from tabletop.tui.kit.where_from import WHERE_FROM
from tabletop.tui.kit.wrapped import hanging
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title
from tabletop.words.decided import answer_words, decided
from tabletop.words.names import inject_name, listed, seat_name, theatre_name
from tabletop.words.sentences import moves_by_number

_TITLE: Final = 34
"""Columns that state and title want, before turns get more than one."""
_CELL: Final = 4
"""Columns of a turn, at most."""
_NAMES = 13
"""Columns that the names of facts take."""


def _act(kind: type[FireInject | HoldInject | ReleaseInject | CancelInject]) -> Callable[["InjectDialog"], object]:
    """Does it with the inject under the cursor."""
    return lambda screen: screen.give(kind(seat=CONTROL, inject=screen.here))


def _write(screen: "InjectDialog") -> None:
    from tabletop.tui.board.write_inject import write_inject

    async def give(move: WriteInject) -> None:
        screen.then = move.inject
        await screen.give(move)

    ask(screen, write_inject(screen.view), give)


def _answer(screen: "InjectDialog") -> None:
    """For the one seat that is asked, else for the one that control names, those still silent first."""
    world, answers = screen.view.world, dict(screen.view.world.injects[screen.here].answers)
    seats = sorted(addressees(world, screen.here), key=lambda seat: seat in answers)
    if not seats:
        screen.notify("Nobody is asked to answer this one.")
        return
    refusal = screen.view.refusal(Answer(seat=seats[0], inject=screen.here, text="-"))
    if refusal:
        screen.notify(refusal.message)
    elif len(seats) == 1:
        _answer_for(screen, seats[0])
    else:
        from tabletop.tui.kit.pick import by_name

        names = [(seat, seat_name(world.scenario, seat, world.seats)) for seat in seats]
        rows = [(seat, f"{name}, has answered" if seat in answers else name) for seat, name in names]
        ask(screen, by_name("Whose answer is it?", rows), lambda seat: _answer_for(screen, seat))


def _answer_for(screen: "InjectDialog", seat: str) -> None:
    from tabletop.tui.levers.answer import AnswerDialog

    levers = screen.table.at(seat).view_now().levers(seat)
    ask(screen, AnswerDialog(levers, screen.here, entered=True), lambda answer: screen.give(answer, CONTROL))


OF_INJECTS: Final = (
    *OF_CONTROL,
    WHERE_FROM,
    Action("F", "fire", "fire it now", _act(FireInject)),
    Action("minus", "hold", "hold it back", _act(HoldInject)),
    Action("plus,equals_sign", "release", "release it", _act(ReleaseInject)),
    Action("x", "cancel", "take it out", _act(CancelInject)),
    Action("W", "write", "write a new one", _write, enters=True),
    Action("enter", "answer", "answer for a seat", _answer, enters=True, first=True),
)


class InjectDialog(TableScreen):
    """The list at the left, one inject at the right; it stays open for the next."""

    ACTIONS = OF_INJECTS
    TITLE = "Injects"
    HELP = (
        "Everything control may put in front of the seats, what is open first, each with its lane of turns: a dot "
        "where it was told, a rhomb while it is on the table, a line over the turns in which it may still come, a "
        "broken one where another has to open it first. {F} fires the one under the cursor "
        "now, whatever its conditions; {-} holds it back when it is due, {+} lets it come, {x} takes it out. Enter "
        "answers for a seat that told you, {W} writes a new one. Tab goes to the text, to read on. An inject is "
        "never shown to a seat before it is fired."
    )

    def __init__(self, table: Table, inject: str) -> None:
        super().__init__(table)
        self.then = inject
        """The one to which the cursor goes when the list is drawn next."""

    def body(self) -> ComposeResult:
        with Horizontal():
            yield Rows(id="list")
            with VerticalScroll(classes="framed"):
                yield Static(id="text", markup=False)

    def on_mount(self) -> None:
        self.query_one(Rows).focus()

    def on_resize(self) -> None:
        super().on_resize()
        self.set_class(self.app.size.width < 100, "-narrow")
        self.set_class(self.app.size.width >= 160, "-wide")
        self.call_after_refresh(self.draw)

    def keys(self) -> list[Key]:
        return [*map(self.key, ("fire", "hold", "release", "cancel", "answer", "write", "back"))]

    @property
    def points_at(self) -> str:
        """The inject under the cursor: what it and its options move."""
        return row_figure(("inject", self.here))

    @property
    def here(self) -> str:
        """The inject under the cursor."""
        return self.query_one(Rows).row

    def draw(self) -> None:
        world = self.view.world
        rows = self.query_one(Rows)
        names = ordered(world)
        rows.show_rows(list(lane_rows(world, names, rows.inner)), said("No injects. {W} writes one."))
        rows.border_subtitle = frame_title(lanes_legend(rows.size.width - 6))
        still_open = sum(world.injects[name].state in OPEN for name in names)
        rows.border_title = frame_title(f"Injects {still_open} open" if still_open else "Injects")
        if self.then in names:
            rows.point_at(self.then)
            self.then = ""
        self._about()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._about()

    def _about(self) -> None:
        world, name = self.view.world, self.here
        if not name:
            return
        frame = self.query_one(VerticalScroll)
        frame.border_title = frame_title(inject_name(world.scenario, name))
        width = max(
            24,
            (frame.scrollable_content_region.width or self.app.size.width - self.query_one(Rows).outer_size.width - 6)
            - 1,
        )
        text = inject_text(world, name, moves_by_number(self.view.lines), width)
        self.query_one("#text", Static).update(text)
        frame.scroll_home(animate=False)


def lane_rows(world: World, names: Sequence[str], width: int) -> Iterator[tuple[str, Content]]:
    """The turns, then a row an inject: state, title, and its lane at the right, as wide as leaves titles room."""
    if not names:
        return
    room = (width - _TITLE) // max(1, world.turns)
    cell = max(1, min(_CELL, room))
    lane = cell * world.turns
    yield "", Content.assemble(" " * (width - lane), turns_head(world, cell))
    for name in names:
        lines = inject_row(world, name, width - lane - 1, lane=True).split("\n")
        gap = " " * (width - lane - lines[0].cell_length)
        yield name, Content("\n").join([Content.assemble(lines[0], gap, lane_of(world, name, cell)), *lines[1:]])


def inject_text(world: World, name: str, by_number: Mapping[int, Line], width: int) -> Content:
    """Everything control may know of an inject, in lines of at most `width` cells."""
    scenario = world.scenario
    spec = scenario.injects.get(name)
    answerers = [seat_name(scenario, seat, world.seats) for seat in addressees(world, name)]
    lines = [_fact("state", _state(world, name, spec), width)]
    if spec is None:
        return lines[0]
    if spec.theatre:
        lines.append(_fact("theatre", theatre_name(scenario, spec.theatre), width))
    lines.append(_fact("arrives by", ", ".join(part for part in (spec.channel, spec.sender) if part), width))
    lines.append(_fact("asked", listed(answerers) if answerers else "nobody: it is news", width))
    if world.injects[name].outcome:
        lines.append(_fact("decided", decided(world, name, by_number), width))
    lines += [Content(""), hanging(Content.styled(_flat(spec.text), palette.BRIGHT), width, 0)]
    if spec.control:
        lines += [Content(""), _fact("for control", _flat(spec.control), width)]
    if spec.effects:
        lines += [Content(""), _fact("at once", written(spec.effects, scenario, world.seats), width)]
    for seat, option in world.injects[name].answers:
        if not option:
            who, words = seat_name(scenario, seat, world.seats), answer_words(world.injects[name], seat, by_number)
            lines += [Content(""), hanging(Content.styled(f"{who} answers: {words}", palette.BRIGHT), width, 2)]
    for each in spec.options:
        lines += _option(world, name, spec, each, width)
    if spec.options:
        lines += [Content(""), Content.styled("▸ stands when nobody answers", palette.LABEL)]
    return Content("\n").join(lines)


def _option(world: World, name: str, spec: InjectSpec, option: OptionSpec, width: int) -> list[Content]:
    """An answer with its costs, why one would give it, and who has."""
    scenario, answers = world.scenario, world.injects[name].answers
    who = [seat_name(scenario, seat, world.seats) for seat, answer in answers if answer == option.id]
    mark = Content.styled("▸" if option.id == spec.default else "", palette.LABEL)
    costs = written(option.effects, scenario, world.seats)
    nothing = Content.styled("no effect of its own", palette.LABEL)
    lines = [
        Content(""),
        hanging(Content.styled(_flat(option.text), f"bold {palette.TEXT}"), width, 2, mark),
        hanging(costs if option.effects else nothing, width),
    ]
    if option.reason:
        lines.append(hanging(Content.styled(f"why: {_flat(option.reason)}", palette.DIM), width))
    if option.hint:
        lines.append(hanging(Content.styled(f"later: {_flat(option.hint)}", palette.DIM), width))
    if who:
        lines.append(hanging(Content.styled(f"chosen by {listed(who)}", palette.BRIGHT), width))
    return lines


def _flat(text: str) -> str:
    return " ".join(text.split())


def _fact(name: str, fact: str | Content, width: int) -> Content:
    text = fact if isinstance(fact, Content) else Content.styled(fact, palette.TEXT)
    return hanging(text, width, _NAMES, Content.styled(name, palette.LABEL))


def _state(world: World, name: str, spec: InjectSpec | None) -> str:
    state = world.injects[name]
    words = state.state.value
    if state.turn:
        words += f" in turn {state.turn}"
    elif state.written:
        words += " until control releases it"
    elif spec:
        first, last = spec.window
        words += f", turns {first} to {min(last, world.turns)}"
        if by_hand(world, spec):
            words += ", by control's hand only"
        elif spec.stock:
            words += ", when the director draws it"
        elif spec.chance < 100:
            words += f", {spec.chance:g} % a turn"
        if spec.contingency:
            words += "; a contingency inject, for when play needs it"
    return words
