"""The adversary's order, sealed by control before any order is opened: levers, or the model plays it."""

from collections.abc import Iterable
from typing import Any, ClassVar

from attrs import evolve, frozen
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from tabletop.model.moves import Red
from tabletop.model.scenario import LeverSpec, Scenario
from tabletop.table.port import View
from tabletop.tui.kit.card import label, paragraph
from tabletop.tui.kit.figure_card import FigureCard
from tabletop.tui.kit.keys import bound, shown
from tabletop.tui.kit.line import LineInput
from tabletop.tui.kit.row_figures import row_figure
from tabletop.tui.kit.rows import Rows
from tabletop.tui.look import palette
from tabletop.words.names import theatre_name

_ROOMY = 30
"""Rows from which the brief stands above the levers."""
_AIMED = ("pressure", "probe")
"""Levers that name a theatre."""


@frozen
class Pull:
    """A lever as it is set: which theatre, kind and step, and whether it is pulled."""

    lever: str
    theatre: str = ""
    kind: str = ""
    step: float = 0.0
    on: bool = False

    def table(self) -> dict[str, Any]:
        """As a move carries it."""
        aims = {"theatre": self.theatre, "kind": self.kind, "step": self.step}
        return {"lever": self.lever, **{name: aim for name, aim in aims.items() if aim}}


class RedDialog(FigureCard[Red]):
    """Space pulls a lever, left and right choose where, K what kind, + and - how much; Enter seals."""

    DRAFTS = True

    BINDINGS: ClassVar = bound(
        ("space", "pull", "pull or let go"),
        ("left", "where(-1)", "theatre before"),
        ("right", "where(1)", "next theatre"),
        ("K", "kind", "the next kind"),
        ("plus", "much(1)", "more"),
        ("minus", "much(-1)", "less"),
        ("A", "model", "the model plays it"),
        ("W", "why", "write why"),
    )

    def __init__(self, view: View) -> None:
        name = view.world.scenario.red.name
        super().__init__(f"{name} seals first", "Enter seals · A the model plays it · Esc back")
        self.view = view
        self.about = str(view.world.turn)
        self.pulls = opening_pulls(view.world.scenario)

    def body(self) -> ComposeResult:
        spec = self.view.world.scenario.red
        first = spec.brief.strip().split("\n\n")[0]
        yield paragraph(Content.styled(first, palette.LABEL), id="brief")
        yield Rows(id="levers")
        yield Static(id="about")
        yield label(f"why, before you see any order ({shown('W')})")
        yield LineInput(id="why", placeholder="one line; may be left empty")

    def on_mount(self) -> None:
        self._draw()
        self.query_one(Rows).focus()

    def on_resize(self) -> None:
        self.query_one("#brief").display = self.app.size.height >= _ROOMY

    @property
    def points_at(self) -> str:
        """The lever under the cursor."""
        return row_figure(("lever", self._here.lever)) if self.pulls else ""

    # ------------------------------------------------------------------ keys

    def action_pull(self) -> None:
        self._change(on=not self._here.on)

    def action_where(self, by: int) -> None:
        if self._here.theatre:
            self._turn("theatre", self.view.world.scenario.theatres, by)

    def action_kind(self) -> None:
        self._turn("kind", self._spec(self._here).kinds)

    def action_much(self, by: int) -> None:
        """More or less pressure, as far as it goes: a key pressed once too often turns nothing round."""
        steps, now = sorted(self._spec(self._here).steps), self._here.step
        further = [step for step in steps if (step > now if by > 0 else step < now)]
        if further:
            self._change(step=further[0] if by > 0 else further[-1])

    def action_model(self) -> None:
        self.dismiss(Red(seat="control", source="model"))

    def action_why(self) -> None:
        self.query_one(Input).focus()

    def action_leave(self) -> None:
        if self.query_one(Input).has_focus:
            self.query_one(Rows).focus()
        else:
            self.dismiss(None)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._seal()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._about()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._seal()

    # ------------------------------------------------------------------ what is sealed

    def order(self) -> Red:
        """The order as it stands."""
        pulled = tuple(pull.table() for pull in self.pulls if pull.on)
        return Red(seat="control", levers=pulled, why=self.query_one(Input).value.strip())

    def _seal(self) -> None:
        move = self.order()
        refusal = self.view.refusal(move)
        if refusal:
            self.notify(refusal.message, severity="warning")
        elif not move.levers:
            self.notify(f"Nothing pulled: Enter again seals an idle turn, {shown('A')} lets the model play.")
            if self._idle:
                self.dismiss(move)
            self._idle = True
        else:
            self.dismiss(move)

    _idle = False

    @property
    def _at(self) -> int:
        return int(self.query_one(Rows).row or 0)

    @property
    def _here(self) -> Pull:
        return self.pulls[self._at]

    def _spec(self, pull: Pull) -> LeverSpec:
        return next(lever for lever in self.view.world.scenario.red.levers if lever.id == pull.lever)

    def _turn(self, name: str, values: Iterable[Any], by: int = 1) -> None:
        """Goes on to another value, where there are any."""
        choices, now = list(values), getattr(self._here, name)
        if choices:
            self._change(**{name: choices[(choices.index(now) + by) % len(choices)] if now in choices else choices[0]})

    def _change(self, **changes: Any) -> None:
        at = self._at
        self.pulls[at] = evolve(self.pulls[at], **changes)
        most = self.view.world.scenario.red.most
        if sum(pull.on for pull in self.pulls) > most:
            self.pulls[at] = evolve(self.pulls[at], on=False)
            self.notify(f"At most {most} levers a turn.", severity="warning")
        self._draw()

    # ------------------------------------------------------------------ drawing

    def _draw(self) -> None:
        self.query_one(Rows).show_rows([(str(n), self._row(pull)) for n, pull in enumerate(self.pulls)])
        self._about()

    def _row(self, pull: Pull) -> Content:
        spec, scenario = self._spec(pull), self.view.world.scenario
        mark = ("■ ", f"bold {palette.LOW}") if pull.on else ("□ ", palette.LABEL)
        where = f"‹ {theatre_name(scenario, pull.theatre, short=True)} ›" if pull.theatre else ""
        much = f"{pull.step:+g}" if pull.step else ""
        style = palette.BRIGHT if pull.on else palette.TEXT
        return Content.assemble(
            mark, (f"{spec.name:<24}", style), (f"{where:<22}", style), (f"{pull.kind:<10}", style), (much, style)
        )

    def _about(self) -> None:
        pull = self._here
        where, kind = "← → where" if pull.theatre else "", f"{shown('K')} what kind" if pull.kind else ""
        much = f"{shown('plus')} {shown('minus')} how much" if self._spec(pull).steps else ""
        keys = ", ".join(filter(None, (f"{shown('space')} pulls", where, kind, much, f"{shown('y')} origin")))
        text = f"\n{self._spec(pull).text.strip()}\n", palette.TEXT
        self.query_one("#about", Static).update(Content.assemble(text, (f"{keys}\n", palette.LABEL)))


def opening_pulls(scenario: Scenario) -> list[Pull]:
    """Every lever, not pulled; those that come in kinds twice, for two theatres."""
    first = next(iter(scenario.theatres), "")
    pulls: list[Pull] = []
    for lever in scenario.red.levers:
        theatre = first if lever.id in _AIMED else ""
        step = max(lever.steps, default=0.0)
        kinds = lever.kinds
        pulls += [Pull(lever.id, theatre, kinds[0] if kinds else "", step)] * (2 if kinds else 1)
    return pulls
