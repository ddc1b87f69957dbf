"""The panels of the board and of a seat's screen, each registered once: its number, its names, what draws it. Their
keys, tabs, strips and help come from here; a panel's code is loaded when it is first looked at.
"""

from collections.abc import Sequence
from pkgutil import resolve_name
from typing import Any, Final

from attrs import field, frozen

from tabletop.tui.kit.row_figures import row_figure


@frozen
class Panel:
    """`title` stands in strips and tabs, `words` in the help, "" for the title's own.

    `board` and `seat` name what draws it under the board's map and on a seat's screen ("module:Class"), "" where it is
    not to be had; it has `show(view, seat)`. `fixed`: the board has it in a place of its own. `holds`: the kinds of
    things that have rows there.
    """

    key: str
    id: str
    title: str
    words: str = field(default="", kw_only=True)
    board: str = field(default="", kw_only=True)
    seat: str = field(default="", kw_only=True)
    fixed: bool = field(default=False, kw_only=True)
    holds: tuple[str, ...] = field(default=(), kw_only=True)

    @property
    def to(self) -> str:
        """What its key does."""
        return f"to {self.words or self.title.lower()}"


def _levers(key: str, id: str, title: str, drawn_by: str, *holds: str) -> Panel:
    """A table of levers, which stands on both."""
    return Panel(key, id, title, board=drawn_by, seat=drawn_by, holds=holds)


PANELS: Final = (
    Panel("1", "scores", "Board", words="deterrence", fixed=True),
    Panel("1", "brief", "Brief", seat="tabletop.tui.levers.pages:BriefPage"),
    _levers(
        "2", "contributions", "Contributions", "tabletop.tui.levers.contributions:Contributions", "member", "programme"
    ),
    _levers("3", "posture", "Posture", "tabletop.tui.levers.posture:Posture", "force"),
    _levers("4", "commands", "Commands", "tabletop.tui.levers.commands:Commands", "post"),
    _levers("5", "council", "Council", "tabletop.tui.levers.council:Council", "text"),
    Panel("6", "seats", "Seats", fixed=True, holds=("seat",)),
    Panel("7", "injects", "Injects", fixed=True, seat="tabletop.tui.levers.injects:SeatInjects", holds=("inject",)),
    Panel("8", "journal", "Journal", words="the journal", board="tabletop.tui.board.journal:Journal"),
    Panel("8", "since", "Since", seat="tabletop.tui.levers.pages:SincePage"),
)
"""In the order of their keys; a seat's 6 is its sheet, which always stands beside them."""

TABLES: Final = tuple(panel for panel in PANELS if panel.board)
"""Those of which one stands under the board's map."""
ON_BOARD: Final = tuple(panel for panel in PANELS if panel.board or panel.fixed)
PANES: Final = tuple(panel for panel in PANELS if panel.seat)
"""Those of which one stands on a seat's screen."""


def panel_of(kind: str, among: Sequence[Panel]) -> Panel | None:
    """The panel in which things of a kind have rows."""
    return next((panel for panel in among if kind in panel.holds), None)


def point_at(rows: Any, figure: str) -> bool:
    """Puts the cursor on the row that is about a figure; whether there is one."""
    keys = [row.key for row in getattr(rows, "every", ()) if row_figure(row.key) == figure]
    return any(rows.select(key) for key in keys[:1])


def widget_of(name: str, id: str) -> Any:
    """The widget that "module:Class" names."""
    return resolve_name(name)(id=id)
