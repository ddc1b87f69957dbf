"""The first screen: watch, take a seat, run, resume, replay; the scenarios, and where saves lie."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from tabletop.errors import TabletopError
from tabletop.table.saves import SaveSummary, example_save, known_scenarios, newest_saves, read_save, saves_folder
from tabletop.tui.kit.acting import Acting
from tabletop.tui.kit.action import Action
from tabletop.tui.kit.ask import ask
from tabletop.tui.kit.keyline import Key, Keyline, fitted
from tabletop.tui.kit.keys import called, tells
from tabletop.tui.kit.rows import Rows
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title
from tabletop.tui.start.poster import ScenarioPoster
from tabletop.tui.start.start_rows import choice_row, last_words, question_rows, save_row, scenario_row
from tabletop.tui.start.start_saves import OF_SAVES

if TYPE_CHECKING:
    from tabletop.model.scenario import Scenario
    from tabletop.table.moment import Moment


def _take_seat(screen: "StartScreen") -> None:
    program, scenario = screen.program, screen.read()
    if scenario is None:
        return
    from tabletop.table.begin import begin_solo
    from tabletop.tui.levers.choose_seat import choose_seat

    def sit_down(seat: str) -> None:
        if exercise := program.attempt(lambda: begin_solo(scenario, seat)):
            program.exercises.open_seat(exercise, seat)

    ask(screen, choose_seat(scenario), sit_down)


def _alone(screen: "StartScreen") -> None:
    if scenario := screen.read():
        from tabletop.tui.start.alone import AloneScreen

        screen.app.push_screen(AloneScreen(scenario))


def _resume(screen: "StartScreen") -> None:
    if screen.saves:
        screen.query_one("#saves").focus()
    else:
        screen.notify("There is no save yet: run an exercise first.")


def _replay_example(screen: "StartScreen") -> None:
    if path := example_save():
        screen.program.exercises.open_replay(path)
    else:
        screen.notify("There is no example save here yet.", severity="warning")


ROWS: Final = (
    ("watch", "Watch", "two minutes, no set-up; you may take over", lambda start: start.program.exercises.open_demo()),
    ("seat", "Take a seat now", "three turns; brief first, bots play the rest", _take_seat),
    ("run", "Run an exercise", "for the facilitator: seats, length, rules", lambda start: start.set_up()),
    ("alone", "Play alone", "a whole campaign: seat, turns, who the bots are", _alone),
    ("resume", "Resume", "go on where a session stopped", _resume),
    ("replay", "Replay the example", "a finished session, step by step", _replay_example),
)
"""Name, title, what it is, and what it does."""


def _help(screen: "StartScreen") -> None:
    from tabletop.tui.kit.help import HelpDialog

    keys = [
        (called(key), active.binding.description)
        for key, active in screen.active_bindings.items()
        if tells(active.binding) and active.node is screen
    ]
    screen.app.push_screen(HelpDialog("start", screen.HELP, {"": [("Enter", "open what the cursor is on"), *keys]}))


class StartScreen(Acting):
    """The cursor begins on *watch*."""

    ACTIONS = (
        *OF_SAVES,
        Action("escape", "back", "back to the first list", lambda screen: screen.query_one("#rows").focus()),
        Action("question_mark", "help", "this help", _help),
        Action("q", "leave", "leave", lambda screen: screen.program.leave()),
    )
    HELP = (
        "Up and down choose, Enter opens. Tab goes from the list of what to do to scenarios and to recent saves. There "
        "{Space} marks saves and {D} lays those that are marked side by side; {R} replays one, also while it is played "
        "elsewhere."
    )

    def __init__(self) -> None:
        super().__init__()
        self.saves: list[SaveSummary] = []
        self.marks: list[str] = []
        """Paths of saves."""
        self._scenarios: dict[str, tuple[Path, Scenario | None]] = {}
        self._outsets: dict[str, Moment] = {}
        self._unreadable: set[str] = set()
        """Names of scenarios that were tried; they go by their folder's name."""

    def compose(self) -> ComposeResult:
        yield Static(id="head")
        with Horizontal(id="body"):
            with Vertical(id="about"):
                yield Rows(id="scenarios")
                yield Static(id="question")
                yield ScenarioPoster(id="poster")
            with Vertical(id="choices"):
                yield Rows(id="rows")
                yield Rows(id="saves")
        yield Static(id="where")
        yield Keyline(id="keyline")

    def on_mount(self) -> None:
        self.lay_out()
        self.query_one("#rows", Rows).border_title = "What to do"
        self.query_one("#saves", Rows).border_title = "Recent saves"
        self.query_one("#scenarios", Rows).border_title = "Scenarios"
        self._scenarios = {name: (path, None) for name, path in known_scenarios().items()}
        self.query_one("#rows", Rows).focus()

    def on_screen_resume(self) -> None:
        """Comes after mounting too."""
        self.saves = newest_saves()
        self.draw()
        self._fill()

    def on_resize(self) -> None:
        self.lay_out()
        self.call_after_refresh(self.draw)

    def lay_out(self) -> None:
        """At small sizes the poster gives way to the lists, and only the question stays."""
        width, height = self.app.size
        small = width < 100 or height < 30
        self.set_class(small, "-small")
        self.set_class(not small and width >= 160 and height >= 46, "-roomy")

    # ------------------------------------------------------------------ drawing

    def repaint(self) -> None:
        self.draw()

    def draw(self) -> None:
        rows, small, apart = self.query_one("#rows", Rows), self.has_class("-small"), self.has_class("-roomy")
        last = last_words(self.saves)
        said = {"resume": last} if last else {}
        choices = [
            (name, choice_row(title, said.get(name, words), rows.inner, small=small)) for name, title, words, _ in ROWS
        ]
        gaps = [("", Content(""))] * apart
        rows.show_rows([row for n, choice in enumerate(choices) for row in (*(gaps if n else ()), choice)])
        saves, by_path = self.query_one("#saves", Rows), {str(save.path): save for save in self.saves}
        saves.show_rows(
            [(path, save_row(save, saves.inner - 1, path in self.marks)) for path, save in by_path.items()],
            "Sessions you have begun stand here. The first comes from any row above.",
        )
        scenarios = self.query_one("#scenarios", Rows)
        scenarios.show_rows(
            [
                (name, scenario_row(name if name in self._unreadable else "", scenario, scenarios.inner))
                for name, (_, scenario) in self._scenarios.items()
            ],
            "No scenario found.",
        )
        saves.border_subtitle = frame_title(f"{len(self.marks)} marked" if self.marks else "")
        self._draw_lines()
        self._summary()

    def _draw_lines(self) -> None:
        width = self.app.size.width - 2
        self.query_one("#head", Static).update(
            Content.assemble(
                ("tabletop", f"bold {palette.ACCENT}"),
                ("   facilitated strategic exercises", palette.LABEL),
            )
        )
        where = f"Saves go to {saves_folder()}"
        self.query_one("#where", Static).update(Content.styled(fitted(where, width), palette.LABEL))
        keys = [Key("Enter", "open"), Key("↑ ↓", "choose")]
        if self.focused is self.query_one("#saves", Rows) and self.saves:
            keys = [Key("Enter", "resume"), self.key("replay"), self.key("mark"), self.key("compare")]
        self.query_one(Keyline).show([*keys, Key("Tab", "next list"), self.key("leave")])

    def on_descendant_focus(self) -> None:
        self._draw_lines()

    def _summary(self) -> None:
        scenario = self._scenarios.get(self.scenario, (None, None))[1]
        self.query_one(ScenarioPoster).show(scenario, self._outsets.get(self.scenario))
        question, room = self.query_one("#question", Static), max(20, self.app.size.width - 4)
        question.update("" if scenario is None else question_rows(scenario, room))

    # ------------------------------------------------------------------ what is read after the first paint

    @work(thread=True, exclusive=True, group="fill")
    def _fill(self) -> None:
        from tabletop.scenario.load import load_scenario

        for name, (path, scenario) in list(self._scenarios.items()):
            if scenario is None:
                try:
                    scenario = load_scenario(path)
                except TabletopError:
                    self.app.call_from_thread(self._give_up, name)
                    continue
                from tabletop.table.unbegun import outset

                self.app.call_from_thread(self._read_scenario, name, path, scenario, outset(scenario))
        known = {name: scenario for name, (_, scenario) in self._scenarios.items() if scenario is not None}
        for n, save in enumerate(self.saves):
            if not save.complete:
                self.app.call_from_thread(self._read_save, n, read_save(save, known))

    def _read_scenario(self, name: str, path: Path, scenario: "Scenario", outset: "Moment") -> None:
        self._scenarios[name], self._outsets[name] = (path, scenario), outset
        if self.is_mounted:
            self.draw()

    def _give_up(self, name: str) -> None:
        self._unreadable.add(name)
        if self.is_mounted:
            self.draw()

    def _read_save(self, n: int, save: SaveSummary) -> None:
        if n < len(self.saves) and self.saves[n].path == save.path:
            self.saves[n] = save
            if self.is_mounted:
                self.draw()

    # ------------------------------------------------------------------ choosing

    @property
    def scenario(self) -> str:
        """The scenario under the cursor, or the first."""
        return self.query_one("#scenarios", Rows).row or next(iter(self._scenarios), "")

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_list.id == "scenarios":
            self._summary()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        row = event.option_id or ""
        match event.option_list.id:
            case "rows":
                next(do for name, _, _, do in ROWS if name == row)(self)
            case "saves" if row:
                self.program.exercises.open_save(Path(row), resumed=True)
            case "scenarios" if row:
                self.set_up()

    def set_up(self) -> None:
        """Opens the terms of an exercise."""
        if terms := self.read():
            from tabletop.tui.start.setup import SetupScreen

            self.app.push_screen(SetupScreen(terms))

    def read(self) -> "Scenario | None":
        """The scenario under the cursor; says what is wrong where it can't be read."""
        from tabletop.scenario.load import load_scenario

        if not (name := self.scenario):
            return None
        path, scenario = self._scenarios[name]
        scenario = scenario or self.program.attempt(lambda: load_scenario(path))
        self._scenarios[name] = (path, scenario)
        return scenario
