"""A departure before it is ordered: four prices side by side, and which of them the ledger would make it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tabletop.model.moves import Move, Withdraw
from tabletop.table.levers import Levers
from tabletop.table.packages import NOTHING, Exit, Match
from tabletop.tui.kit.effects import effect_arrow
from tabletop.tui.kit.figure_card import FigureCard
from tabletop.tui.kit.fit import laid
from tabletop.tui.kit.keys import bound
from tabletop.tui.kit.row_figures import row_figure
from tabletop.tui.look import palette
from tabletop.words.cover import covered_words, percent
from tabletop.words.names import force_name, score_name

_NAME, _ROOMY = 24, 16


class WithdrawDialog(FigureCard[Move]):
    """Left and right choose notice or surprise, up and down the turn; Enter orders."""

    BINDINGS: ClassVar = bound(
        ("left,right", "side", "notice or surprise"),
        ("up,plus", "ahead(1)", "a turn later"),
        ("down,minus", "ahead(-1)", "a turn earlier"),
        ("enter", "order", "order it"),
    )

    def __init__(self, levers: Levers, force: str) -> None:
        world = levers.world
        super().__init__(f"Withdraw {force_name(world.scenario, force, the=True)}",
                         "← → choose · ↑ ↓ turn · Enter orders · y origin · Esc back")  # fmt: skip
        self.levers, self.world, self.force = levers, world, force
        self.cover: tuple[Match, Match] = (NOTHING, NOTHING)
        self.ahead = levers.packages.notice
        self.surprise = world.turn + self.ahead > world.turns
        self.exits: tuple[Exit, ...] = ()

    def body(self) -> ComposeResult:
        yield Static(id="prices")

    def on_mount(self) -> None:
        self._price()

    def on_resize(self) -> None:
        self._draw()

    def action_side(self) -> None:
        if self.surprise and self.world.turn + self.ahead > self.world.turns:
            self.notify(f"{self.ahead} turns' notice would end after the exercise.", timeout=4)
            return
        self.surprise = not self.surprise
        self._draw()

    def action_ahead(self, step: int) -> None:
        most = self.world.turns - self.world.turn
        self.ahead = max(self.levers.packages.notice, min(most, self.ahead + step))
        self._price()

    def action_order(self) -> None:
        turn = self.world.turn + (0 if self.surprise else self.ahead)
        self.dismiss(Withdraw(seat=self.levers.seat, force=self.force, turn=turn))

    @property
    def points_at(self) -> str:
        """The force that would leave."""
        return row_figure(("force", self.force))

    @property
    def wide(self) -> int:
        """Cells of a price's column."""
        return _ROOMY if self.app.size.width >= 100 else 13

    def _price(self) -> None:
        turn, packages = self.world.turn, self.levers.packages
        then = packages.cover_then(self.force, turn + self.ahead) if turn + self.ahead <= self.world.turns else NOTHING
        self.cover = packages.cover_then(self.force, turn), then
        self.exits = packages.exits(self.force, self.ahead)
        self._draw()

    def _draw(self) -> None:
        scenario, turn = self.world.scenario, self.world.turn + (0 if self.surprise else self.ahead)
        head, below = Content(" " * _NAME), palette.LABEL
        lines = [
            head + Content("").join(self._cell(way, self._head(way), bold=True) for way in self.exits),
            head + Content("").join(self._cell(way, "matched" if way.matched else "not matched") for way in self.exits),
        ]
        lines.append(Content.assemble((f"{'Your objectives':<{_NAME}}", palette.TEXT), *map(self._own, self.exits)))
        for name in self._scores():
            title = laid(Content(score_name(scenario, name, short=True)), _NAME - 1, False)
            lines.append(Content.assemble(title.stylize(below), " ", *(self._figure(way, name) for way in self.exits)))
        lines += [
            Content(""),
            Content.styled(self._ledger(turn), palette.TEXT),
            Content.assemble(
                ("Enter orders: ", below),
                (f"leaves in turn {turn}", f"bold {palette.BRIGHT}"),
                (", by surprise" if self.surprise else ", with notice", palette.TEXT),
            ),
        ]
        self.query_one("#prices", Static).update(Content("\n").join(lines))

    def _ledger(self, turn: int) -> str:
        """How much would be matched at the departure, by what and for how long."""
        today, then = self.cover
        match, until = today if self.surprise else then, self.levers.packages.bridged_until(turn)
        when = "this turn, with the sheets as they are" if self.surprise else f"in turn {turn}"
        now = percent(self.levers.packages.cover(self.force).full)
        return f"{covered_words(f'The ledger {when}:', match, until)}; now {now}."

    def _scores(self) -> list[str]:
        """Rows worth showing: the alliance's gauges first, then the theatres that feel it most."""
        names = self.world.scenario.names
        sizes: dict[str, float] = {}
        for each in self.exits:
            for name, amount in each.effects.items():
                if name.startswith("deterrence/") and abs(amount) >= 0.05:
                    sizes[name] = max(sizes.get(name, 0.0), abs(amount))
        worst = sorted(sizes, key=lambda name: -sizes[name])[:4]
        return [names.trust, names.cohesion, names.commitment, "deterrence", *worst, names.freed]

    def _head(self, way: Exit) -> str:
        return ("▸ " if self._is_now(way) else "") + ("surprise" if way.surprise else f"notice, T{way.turn}")

    def _is_now(self, way: Exit) -> bool:
        """Whether it is what Enter would order."""
        return way.surprise == self.surprise and way.matched == (self.cover[not self.surprise].full >= 1)

    def _figure(self, way: Exit, name: str) -> Content:
        if not way.possible:
            return Content.styled(f" {self._right('past the end')}", palette.DIM)
        amount = way.effects.get(name, 0.0)
        arrow, signed, _ = palette.change_mark(amount)
        colour = effect_arrow(name, amount, self.world.scenario)[1] if signed else palette.DIM
        return self._cell(way, arrow + signed, colour)

    def _own(self, way: Exit) -> Content:
        """What it does for the objectives of whoever orders."""
        if not way.possible:
            return Content.styled(f" {self._right('past the end')}", palette.DIM)
        arrow, points, ink = palette.change_mark(way.own)
        return self._cell(way, arrow + points, ink if points else palette.DIM)

    def _cell(self, way: Exit, text: str, colour: str = "", bold: bool = False) -> Content:
        here = self._is_now(way)
        ink = colour or (palette.BRIGHT if here else palette.LABEL)
        ground = f" on {palette.CURSOR}" if here else ""
        return Content.assemble(" ", (self._right(text), f"{'bold ' if bold else ''}{ink}{ground}"))

    def _right(self, text: str) -> str:
        """At the right of a price's column, with a blank at its end where there is room for it."""
        gap = " " * (self.wide >= _ROOMY)
        return f"{text:>{self.wide - 1 - len(gap)}}{gap}"
