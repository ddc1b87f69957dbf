"""All injects before control: text, control's own lines, the answers and their costs; fire, hold, release, cancel."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from tabletop.model.injects import InjectSpec, OptionSpec
from tabletop.model.moves import Answer, CancelInject, FireInject, HoldInject, ReleaseInject, WriteInject
from tabletop.model.record import Line
from tabletop.model.world import World
from tabletop.table.injects import OPEN, addressees, by_hand, ordered
from tabletop.table.port import Table
from tabletop.tui.board.injects import inject_row
from tabletop.tui.control.actions import OF_CONTROL
from tabletop.tui.kit.ask import ask
from tabletop.tui.kit.effects import written
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.keys import bind
from tabletop.tui.kit.rows import Rows
from tabletop.tui.kit.screen import TableScreen, enters
from tabletop.tui.kit.wrapped import hanging
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title
from tabletop.words.decided import answer_words, decided
from tabletop.words.names import inject_name, listed, seat_name, theatre_name
from tabletop.words.sentences import moves_by_number

_NAMES = 13
"""Columns that the names of facts take."""


class InjectDialog(TableScreen):
    """The list at the left, one inject at the right; it stays open for the next."""

    ACTIONS = OF_CONTROL
    TITLE = "Injects"
    HELP = (
        "Everything control may put in front of the seats, what is open first. f fires the one under the cursor now, "
        "whatever its conditions; h holds it back when it is due, r lets it come, x takes it out. a answers for a seat "
        "that told you, w writes a new one. Tab goes to the text, to read on. An inject is never shown to a seat "
        "before it is fired."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("f", "fire", "fire it now"),
        bind("h", "hold", "hold it back"),
        bind("r", "release", "release it"),
        bind("x", "cancel", "take it out"),
        bind("w", "write", "write a new one"),
        bind("a", "answer", "answer for a seat"),
    ]

    def __init__(self, table: Table, inject: str) -> None:
        super().__init__(table)
        self._then = inject

    def body(self) -> ComposeResult:
        with Horizontal():
            yield Rows(id="list")
            with VerticalScroll(classes="framed"):
                yield Static(id="text", markup=False)

    def on_mount(self) -> None:
        self.set_class(self.app.size.width < 100, "-narrow")
        self.query_one(Rows).focus()
        self.call_after_refresh(self.refresh_view)

    def on_resize(self) -> None:
        super().on_resize()
        self.set_class(self.app.size.width < 100, "-narrow")
        self.call_after_refresh(self.draw)

    def keys(self) -> list[Key]:
        keys = [Key("f", "fire", "fire"), Key("h", "hold", "hold"), Key("r", "release", "release")]
        keys += [Key("x", "cancel", "cancel"), Key("a", "answer", "answer"), Key("w", "write", "write")]
        return [*keys, self.key("back")]

    # ------------------------------------------------------------------ acts

    async def action_fire(self) -> None:
        await self.give(FireInject(seat="control", inject=self.here))

    async def action_hold(self) -> None:
        await self.give(HoldInject(seat="control", inject=self.here))

    async def action_release(self) -> None:
        await self.give(ReleaseInject(seat="control", inject=self.here))

    async def action_cancel(self) -> None:
        await self.give(CancelInject(seat="control", inject=self.here))

    @enters
    def action_write(self) -> None:
        from tabletop.tui.board.write_inject import write_inject

        ask(self, write_inject(self.view), self._written)

    async def _written(self, move: WriteInject) -> None:
        self._then = move.inject
        await self.give(move)

    @enters
    def action_answer(self) -> None:
        """For the one seat that is asked, else for the one that control names, those still silent first."""
        world, given = self.view.world, dict(self.view.world.injects[self.here].answers)
        seats = sorted(addressees(world, self.here), key=lambda seat: seat in given)
        if not seats:
            self.notify("Nobody is asked to answer this one.")
            return
        refusal = self.view.refusal(Answer(seat=seats[0], inject=self.here, text="-"))
        if refusal:
            self.notify(refusal.message)
        elif len(seats) == 1:
            self._answer_for(seats[0])
        else:
            from tabletop.tui.kit.pick import by_name

            names = [(seat, seat_name(world.scenario, seat, world.seats)) for seat in seats]
            rows = [(seat, f"{name}, has answered" if seat in given else name) for seat, name in names]
            ask(self, by_name("Whose answer is it?", rows), self._answer_for)

    def _answer_for(self, seat: str) -> None:
        from tabletop.tui.levers.answer import AnswerDialog

        levers = self.table.at(seat).view_now().levers(seat)
        ask(self, AnswerDialog(levers, self.here, entered=True), lambda answer: self.give(answer, "control"))

    # ------------------------------------------------------------------ drawing

    @property
    def here(self) -> str:
        """The inject under the cursor."""
        return self.query_one(Rows).row

    def draw(self) -> None:
        world = self.view.world
        rows = self.query_one(Rows)
        names = ordered(world)
        rows.show_rows([(name, inject_row(world, name, rows.inner)) for name in names], "No injects. w writes one.")
        opened = sum(world.injects[name].state in OPEN for name in names)
        rows.border_title = frame_title(f"Injects {opened} open" if opened else "Injects")
        if self._then in names:
            rows.highlighted = names.index(self._then)
            self._then = ""
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
        width = max(24, (frame.scrollable_content_region.width or self.app.size.width - 46) - 1)
        told = inject_text(world, name, moves_by_number(self.view.lines), width)
        self.query_one("#text", Static).update(told)
        frame.scroll_home(animate=False)


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
    for seat, given in world.injects[name].answers:
        if not given:
            who, said = seat_name(scenario, seat, world.seats), answer_words(world.injects[name], seat, by_number)
            lines += [Content(""), hanging(Content.styled(f"{who} answers: {said}", palette.HIGH_TEXT), width, 2)]
    for option in spec.options:
        lines += _option(world, name, spec, option, width)
    if spec.options:
        lines += [Content(""), Content.styled("▸ stands when nobody answers", palette.LABEL)]
    return Content("\n").join(lines)


def _option(world: World, name: str, spec: InjectSpec, option: OptionSpec, width: int) -> list[Content]:
    """An answer with its costs, why one would give it, and who has."""
    scenario, given = world.scenario, dict(world.injects[name].answers)
    who = [seat_name(scenario, seat, world.seats) for seat, said in given.items() if said == option.id]
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
    if who:
        lines.append(hanging(Content.styled(f"chosen by {listed(who)}", palette.HIGH_TEXT), width))
    return lines


def _flat(text: str) -> str:
    return " ".join(text.split())


def _fact(name: str, told: str | Content, width: int) -> Content:
    said = told if isinstance(told, Content) else Content.styled(told, palette.TEXT)
    return hanging(said, width, _NAMES, Content.styled(name, palette.LABEL))


def _state(world: World, name: str, spec: InjectSpec | None) -> str:
    state = world.injects[name]
    told = state.state.value
    if state.turn:
        told += f" in turn {state.turn}"
    elif state.written:
        told += " until control releases it"
    elif spec:
        first, last = spec.window
        told += f", turns {first} to {min(last, world.turns)}"
        if by_hand(world, spec):
            told += ", by control's hand only"
        elif spec.chance < 100:
            told += f", {spec.chance:g} % a turn"
        if spec.contingency:
            told += "; a contingency inject, for when play needs it"
    return told
