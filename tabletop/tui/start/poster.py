"""The scenario in hand as on the wall before anybody sits down: what is asked, who plays, the map as it begins. Knows
no save and no session."""

from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tabletop.tui.kit.lines import wrapped
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title
from tabletop.tui.start.start_rows import counted_lengths, seats_beside, seats_in_line

if TYPE_CHECKING:
    from tabletop.model.scenario import Scenario
    from tabletop.table.moment import Moment

_WIDEST: Final = 96
"""Columns beyond which lines of prose are hard to read."""
_LEAST: Final = 9
"""Rows that a map wants; with fewer what it is about stays, and the map gives way."""
_TALL: Final = 40
"""Rows from which the title is set in large type."""
_ROOMY: Final = 90
"""Columns from which seats say beside the map for whom they speak."""


class ScenarioPoster(VerticalScroll):
    """`show` a scenario with its outset. The map comes with the first scenario: nothing that is slow to load stands
    before the first paint."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id, can_focus=False)
        self._shown: tuple[Scenario, Moment] | None = None

    def compose(self) -> ComposeResult:
        yield Static(id="words")
        with Horizontal(id="ground"):
            yield Vertical(Static(id="ground-legend"), id="ground-map")
            yield Static(id="seats")

    def show(self, scenario: "Scenario | None", outset: "Moment | None") -> None:
        """Nothing while there is no scenario."""
        self._shown = None if scenario is None or outset is None else (scenario, outset)
        self.draw()

    def on_resize(self) -> None:
        self.draw()

    def draw(self) -> None:
        if self._shown is None:
            self.border_title = self.border_subtitle = ""
            self.query_one("#words", Static).update("")
            self.query_one("#ground").display = False
            return
        scenario, outset = self._shown
        width, height = self.size
        self.border_subtitle = frame_title(f"{counted_lengths(scenario)} from {scenario.period(1)}")
        words = _words(scenario, width, height, whole=True)
        seats = seats_beside(scenario, width // 2 if width >= _ROOMY else 0, apart=height >= _TALL)
        least = max(_LEAST, len(seats))
        ground = height - len(words) - 1 >= least
        if not ground:
            fewer = _words(scenario, width, height, whole=False)
            ground = height - len(fewer) - 1 >= least
            words = fewer if ground else [*words, Content(""), *seats_in_line(scenario, min(width, _WIDEST))]
        self.border_title = "" if height >= _TALL else frame_title(scenario.title)
        self.query_one("#words", Static).update(Content("\n").join(words))
        self.query_one("#ground").display = ground
        self.query_one("#seats", Static).update(Content("\n").join(seats))
        if ground:
            self._draw_map(outset, width - max(row.cell_length for row in seats) - 4)

    def _draw_map(self, outset: "Moment", width: int) -> None:
        from tabletop.tui.board.signs import band_legend
        from tabletop.tui.map.map import TheatreMap
        from tabletop.tui.map.of_moment import map_theatres

        theatres = map_theatres(outset)
        maps = self.query(TheatreMap)
        if maps:
            maps.first().set_theatres(theatres)
        else:
            self.query_one("#ground-map").mount(TheatreMap(theatres), before=0)
        lead = "margin as it begins  "
        whole = Content.styled(lead, palette.LABEL) + band_legend(width - len(lead))
        self.query_one("#ground-legend", Static).update(whole if len(whole) > len(lead) else band_legend(width))


def _words(scenario: "Scenario", width: int, height: int, *, whole: bool) -> list[Content]:
    """The question, and what it is about where `whole`; under a title in large type where there is room."""
    room = min(width, _WIDEST)
    title = large_title(scenario.title, width) if height >= _TALL else []
    question = wrapped(Content.styled(scenario.exercise.question.strip(), f"bold {palette.BRIGHT}"), room)
    about = wrapped(Content.styled(" ".join(scenario.summary.split()), palette.TEXT), room) if whole else []
    blocks = [block for block in (title, question, about) if block]
    return [row for n, block in enumerate(blocks) for row in (*([Content("")] if n else []), *block)]


def large_title(title: str, width: int) -> list[Content]:
    """In half blocks, as large as it fits; nothing where it can't be written so."""
    from tabletop.tui.look.blocks import letters, setting

    fit = setting(title, width, 8, (2, 1))
    if fit is None:
        return []
    rows = [row for line in fit.lines for row in letters(line, fit.scale)]
    return [Content.styled(row, palette.ACCENT) for row in rows]
