"""All injects before control: text, control's own lines, the answers and their costs; fire, hold, release, cancel."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from tabletop.model.grammar import effect_line
from tabletop.model.injects import InjectSpec
from tabletop.model.moves import CancelInject, FireInject, HoldInject, Move, ReleaseInject, WriteInject
from tabletop.model.world import World
from tabletop.rules.injects import answering
from tabletop.table.local import LocalTable
from tabletop.tui import palette
from tabletop.tui.panels.injects import OPEN, inject_row, ordered
from tabletop.tui.panels.rows import Rows
from tabletop.tui.present.names import listed, seat_name, theatre_name
from tabletop.tui.present.sentences import effect_words
from tabletop.tui.widgets.keyline import Key, Keyline


class InjectDialog(ModalScreen[None]):
    """The list at the left, one inject at the right; it stays open for the next."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "back", show=False),
        Binding("f", "fire", "fire it now", show=False),
        Binding("h", "hold", "hold it back", show=False),
        Binding("r", "release", "release it", show=False),
        Binding("x", "cancel", "take it out", show=False),
        Binding("w", "write", "write a new one", show=False),
        Binding("a", "answer", "answer for a seat", show=False),
    ]
    DEFAULT_CSS = f"""
    InjectDialog {{ background: {palette.BACKGROUND}; }}
    InjectDialog #mark {{ height: 1; padding: 0 1; color: {palette.LABEL}; }}
    InjectDialog Horizontal {{ height: 1fr; }}
    InjectDialog #list {{ width: 40; height: 1fr; }}
    InjectDialog VerticalScroll {{
        width: 1fr; border: round {palette.RULE}; padding: 0 1; border-title-color: {palette.BRIGHT};
        scrollbar-size-vertical: 1;
    }}
    InjectDialog.-narrow #list {{ width: 30; }}
    """

    def __init__(self, table: LocalTable, inject: str) -> None:
        super().__init__()
        self.table = table
        self._first = inject
        self.view = table.view_now()

    def compose(self) -> ComposeResult:
        yield Static(self.view.marking, id="mark", markup=False)
        with Horizontal():
            yield Rows(id="list")
            with VerticalScroll(can_focus=False):
                yield Static(id="text")
        yield Keyline()

    def on_mount(self) -> None:
        self.set_class(self.app.size.width < 100, "-narrow")
        self.query_one(Rows).border_title = "Injects"
        self.query_one(Rows).focus()
        self.call_after_refresh(self._draw, self._first)

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    # ------------------------------------------------------------------ acts

    async def action_fire(self) -> None:
        await self._give(FireInject(seat="control", inject=self.here))

    async def action_hold(self) -> None:
        await self._give(HoldInject(seat="control", inject=self.here))

    async def action_release(self) -> None:
        await self._give(ReleaseInject(seat="control", inject=self.here))

    async def action_cancel(self) -> None:
        await self._give(CancelInject(seat="control", inject=self.here))

    def action_write(self) -> None:
        from tabletop.tui.dialogs.write_inject import WriteInjectDialog

        self.app.push_screen(WriteInjectDialog(self.view.world), self._written)

    async def _written(self, move: WriteInject | None) -> None:
        if move is not None:
            await self._give(move, move.inject)

    def action_answer(self) -> None:
        world = self.table.session.world
        waiting = [
            seat for seat in answering(world, self.here) if seat not in dict(world.injects[self.here].answers)
        ] or list(answering(world, self.here))
        if not waiting or world.injects[self.here].state not in OPEN:
            self.notify("Nobody is asked now.")
            return
        from tabletop.tui.dialogs.answer import AnswerDialog

        seat = waiting[0]
        self.app.push_screen(AnswerDialog(self.table.at(seat).view_now().world, seat, self.here), self._answered)

    async def _answered(self, move: Move | None) -> None:
        if move is not None:
            await self._give(move, entered_by="control")

    async def _give(self, move: Move, then: str = "", entered_by: str = "") -> None:
        refusal = await self.table.make(move, entered_by)
        if refusal:
            self.notify(refusal.message, severity="warning")
        self._draw(then)

    # ------------------------------------------------------------------ drawing

    @property
    def here(self) -> str:
        """The inject under the cursor."""
        return self.query_one(Rows).row

    def _draw(self, then: str = "") -> None:
        self.view = self.table.view_now()
        world = self.view.world
        rows = self.query_one(Rows)
        names = ordered(world)
        rows.show_rows([(name, inject_row(world, name, rows.inner)) for name in names], "No injects. w writes one.")
        if then in names:
            rows.highlighted = names.index(then)
        self._about()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._about()

    def _about(self) -> None:
        world, name = self.view.world, self.here
        keys = [Key("f", "fire", "fire"), Key("h", "hold", "hold"), Key("r", "release", "release")]
        keys += [Key("x", "cancel", "cancel"), Key("a", "answer", "answer"), Key("w", "write", "write")]
        self.query_one(Keyline).show([*keys, Key("Esc", "back")], self.view.caveat, tail=False)
        if not name:
            return
        frame = self.query_one(VerticalScroll)
        spec = world.scenario.injects.get(name)
        frame.border_title = spec.title if spec else name
        self.query_one("#text", Static).update(inject_text(world, name, spec, self._written_text(name)))
        frame.scroll_home(animate=False)

    def _written_text(self, name: str) -> str:
        """The words of an inject that control wrote: they stand in the record alone."""
        for line in reversed(self.view.lines):
            if isinstance(line.move, WriteInject) and line.move.inject == name:
                return f"{line.move.title}\n\n{line.move.text}".strip()
        return ""


def inject_text(world: World, name: str, spec: InjectSpec | None, written: str = "") -> Content:
    """Everything control may know of an inject."""
    state = world.injects[name]
    asked = [seat_name(world.scenario, seat, world.seats) for seat in answering(world, name)]
    given = dict(state.answers)
    lines: list[Content | str] = [_fact("state", _state(world, name, spec))]
    if spec is None:
        return Content("\n").join([*lines, "", written])
    if spec.theatre:
        lines.append(_fact("theatre", theatre_name(world.scenario, spec.theatre)))
    lines.append(_fact("arrives by", ", ".join(part for part in (spec.channel, spec.sender) if part)))
    lines.append(_fact("asked", listed(asked) if asked else "nobody: it is news"))
    lines += ["", Content.styled(spec.text.strip(), palette.BRIGHT)]
    if spec.control:
        lines += ["", Content.styled("for control", palette.LABEL), Content.styled(spec.control.strip(), palette.TEXT)]
    if spec.effects:
        told = "; ".join(effect_words(effect_line(e), world.scenario, world.seats) for e in spec.effects)
        lines += ["", _fact("at once", told)]
    for option in spec.options:
        costs = "; ".join(effect_words(effect_line(e), world.scenario, world.seats) for e in option.effects)
        who = [seat_name(world.scenario, seat, world.seats) for seat, said in given.items() if said == option.id]
        mark = ("▸ ", palette.LABEL) if option.id == spec.default else ("  ", palette.LABEL)
        lines += ["", Content.assemble(mark, (option.text.strip(), f"bold {palette.TEXT}"))]
        lines.append(Content.styled(f"  {costs or 'no effect of its own'}", palette.LABEL))
        if option.reason:
            lines.append(Content.styled(f"  why: {option.reason.strip()}", palette.DIM))
        if who:
            lines.append(Content.styled(f"  chosen by {listed(who)}", palette.HIGH_TEXT))
    if spec.options:
        lines += ["", Content.styled("▸ stands when nobody answers", palette.LABEL)]
    return Content("\n").join(lines)


def _fact(name: str, told: str) -> Content:
    return Content.assemble((f"{name:<11}", palette.LABEL), (told, palette.TEXT))


def _state(world: World, name: str, spec: InjectSpec | None) -> str:
    state = world.injects[name]
    told = state.state.value
    if state.turn:
        told += f" in turn {state.turn}"
    elif spec:
        first, last = spec.window
        told += f", turns {first} to {min(last, world.turns)}"
        if spec.by_hand:
            told += ", by control's hand only"
        elif spec.chance < 100:
            told += f", {spec.chance:g} % a turn"
    return f"{told}, outcome {state.outcome.replace('-', ' ')}" if state.outcome else told
