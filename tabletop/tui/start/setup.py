"""Setting an exercise up: who plays which seat, how long, by which rules, on which luck, under which name."""

from datetime import date
from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from tabletop.errors import TabletopError
from tabletop.model.optional import OPTIONAL
from tabletop.model.scenario import Scenario
from tabletop.model.seats import POLICIES
from tabletop.table.begin import fresh_seed, new_exercise, save_name
from tabletop.table.saves import saves_folder
from tabletop.tui.board.player import player_words
from tabletop.tui.kit.action import Action
from tabletop.tui.kit.keyline import Key, Keyline, fitted
from tabletop.tui.kit.line import LineInput
from tabletop.tui.kit.rows import Rows
from tabletop.tui.levers.choose_seat import speaks_for
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title
from tabletop.tui.start.beside import plan_words, team_words
from tabletop.tui.start.presets import presets, whole_words
from tabletop.tui.start.setup_rows import Term, TermGroup, term_said
from tabletop.tui.start.terms import OF_TERMS, TermList, TermsScreen, next_of
from tabletop.words.aloud import opening_brief

_MINUTES: Final = 1.0


class SetupScreen(TermsScreen):
    """Rows change with left and right; name and seed are typed."""

    ACTIONS = (
        *OF_TERMS,
        Action("ctrl+s", "start", "start the exercise", lambda screen: screen.start()),
    )
    NAME, BEGINS, TYPED = "set up", "start", "name and seed"
    HELP = (
        "Up and down go to a row, left and right change it: how long it takes, ready made or turn by turn and phase by "
        "phase, how many teams came, who plays a seat, which optional rules are on. Tab goes to name and seed. Enter "
        "starts. Who plays a seat can be changed later on the board with {t}, and the clock with {c} and {C}; length, "
        "rules and seed can't."
    )

    def __init__(self, scenario: Scenario) -> None:
        super().__init__(scenario)
        self.fold = 0
        self.counted = False
        """Whether somebody has said how many teams came, so that no preset says it again."""
        self.turns = scenario.turns
        self.minutes = dict(scenario.minutes)
        self.players = dict.fromkeys(scenario.seats, "team")
        self.without: frozenset[str] = frozenset()

    def compose(self) -> ComposeResult:
        yield Static(id="head")
        with Horizontal(id="body"):
            with Vertical(id="terms"):
                yield TermList(id="rows")
                yield Static(id="said")
                with Vertical(id="typed"):
                    with Horizontal():
                        yield Static("save as", classes="label")
                        yield LineInput(save_name(self.scenario.id, date.today()), id="name")  # noqa: DTZ011  the room's own day
                    with Horizontal():
                        yield Static("seed", classes="label")
                        yield LineInput(fresh_seed(), id="seed", max_length=40)
            with VerticalScroll(id="about", can_focus=False):
                yield Static(id="brief")
        yield Static(id="where")
        yield Keyline(id="keyline")

    def on_mount(self) -> None:
        self.query_one("#rows", Rows).border_title = "Terms"

    # ------------------------------------------------------------------ drawing

    def draw(self) -> None:
        super().draw()
        self.query_one("#where", Static).update(
            Content.styled(fitted(f"Saved in {saves_folder()}", self.app.size.width - 2), palette.LABEL)
        )

    def keys(self) -> list[Key]:
        start = Key("Enter", "start", self.actions["start"].call)
        if self.on_rows:
            return [start, Key("← →", "change"), Key("Tab", "name, seed"), self.key("back")]
        return [start, Key("Tab", "next"), self.key("back", "to the terms")]

    def tell(self) -> None:
        """Says what the row under the cursor is about, and shows beside it what comes of it."""
        self._show_beside(self.query_one("#rows", Rows).row.partition("/")[0])
        self.query_one("#said", Static).update(term_said(self.query_one("#rows", Rows).row, self.without))

    def _show_beside(self, kind: str) -> None:
        """The plan of times, who plays what, or what is read aloud."""
        match kind:
            case "preset" | "turns" | "minutes" if sum(self.minutes.values()):
                title, words = "Plan of times", plan_words(self.scenario, self.turns, self.minutes)
                if kind == "preset":
                    teams = team_words(self.scenario, self.fold, self.players)
                    title, words = "Plan of times, seats and teams", Content("\n\n").join([words, teams])
            case "fold" | "seat":
                title, words = "Seats and teams", team_words(self.scenario, self.fold, self.players)
            case _:
                brief = opening_brief(self.scenario, self.turns)
                title, words = "Read aloud at the start", Content.styled(brief, palette.TEXT)
        self.query_one("#about").border_title = frame_title(title)
        self.query_one("#brief", Static).update(words)

    def groups(self) -> list[TermGroup]:
        scenario = self.scenario
        minutes = [
            Term(f"minutes/{p}", p.capitalize(), f"{m:g} min" if m else "no limit") for p, m in self.minutes.items()
        ]
        length = [Term("preset", "In all", self._preset()), Term("turns", "Turns", str(self.turns)), *minutes]
        seats = [
            Term(f"seat/{seat}", spec.name, self._player_words(seat), speaks_for(scenario, seat))
            for seat, spec in scenario.seats.items()
        ]
        teams = [Term("fold", "Teams", self._fold_words())] if scenario.folds else []
        here = len(self._played())
        rules = [Term(f"rule/{name}", rule.name.capitalize(), self._on(name)) for name, rule in OPTIONAL.items()]
        off = len(self.without)
        return [
            TermGroup("How long", length, whole_words(self.scenario, self.turns, self.minutes)),
            TermGroup("Seats", [*teams, *seats], f"{here} of {len(seats)} played here"),
            TermGroup("Optional rules", rules, f"{off} off" if off else "all on"),
        ]

    def _on(self, rule: str) -> str:
        return "off" if rule in self.without else "on"

    def _preset(self) -> str:
        made = (
            each.name for each in presets(self.scenario) if (each.turns, each.minutes) == (self.turns, self.minutes)
        )
        return next(made, "your own")

    def _played(self) -> list[str]:
        joined = dict(self._joins())
        return [seat for seat, player in self.players.items() if player == "team" and seat not in joined]

    def _fold_words(self) -> str:
        return f"{self.fold} teams" if self.fold else "one team a seat"

    def _player_words(self, seat: str) -> str:
        host = dict(self._joins()).get(seat)
        if host:
            return f"joins {self.scenario.seats[host].short or self.scenario.seats[host].name}"
        return player_words(self.players[seat])

    def _joins(self) -> tuple[tuple[str, str], ...]:
        return self.scenario.folds[self.fold].join if self.fold else ()

    # ------------------------------------------------------------------ changing

    def turn(self, row: str, step: int) -> None:
        kind, _, which = row.partition("/")
        match kind:
            case "preset":
                made = {each.name: each for each in presets(self.scenario)}
                chosen = made[next_of([*made], self._preset(), step)]
                self.turns, self.minutes = chosen.turns, dict(chosen.minutes)
                self.without = chosen.without
                if not self.counted:
                    self.fold = chosen.fold
                    self._folded()
            case "turns":
                self.turns = next_of(self.lengths, self.turns, step)
            case "fold":
                self.fold = next_of([0, *sorted(self.scenario.folds)], self.fold, step)
                self.counted = True
                self._folded()
            case "seat":
                self.counted = True
                players = ["team", *(f"bot:{policy}" for policy in POLICIES)]
                self.players[which] = next_of(players, self.players[which], step)
            case "minutes":
                self.minutes[which] = max(0.0, self.minutes[which] + step * _MINUTES)
            case "rule":
                self.without ^= {which}
        self.draw()

    def _folded(self) -> None:
        bots = self.scenario.folds[self.fold].bots if self.fold else ()
        self.players = dict.fromkeys(self.scenario.seats, "team")
        for seat, policy in bots:
            self.players[seat] = f"bot:{policy}"

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self.tell()

    # ------------------------------------------------------------------ starting

    def start(self) -> None:
        name, seed = (self.query_one(f"#{field}", Input).value.strip() for field in ("name", "seed"))
        if not name:
            self.notify("Give the save a name.", severity="warning")
            return
        joins = dict(self._joins())
        try:
            exercise = new_exercise(
                self.scenario,
                name,
                seed=seed,
                turns=self.turns,
                players={seat: who for seat, who in self.players.items() if who != "team" and seat not in joins},
                fold=self.fold,
                without=tuple(self.without),
                minutes={phase: m for phase, m in self.minutes.items() if m != self.scenario.minutes.get(phase)},
            )
        except (TabletopError, ValueError, OSError) as wrong:
            self.notify(str(wrong), severity="error", timeout=10)
            return
        self.app.pop_screen()
        self.program.exercises.open(exercise)
