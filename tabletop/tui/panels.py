"""The panels of the board and of a seat's screen, each registered once: its number, its names, what draws it. Their
keys, tabs, strips and help come from here; a panel's code is loaded when it is first looked at.
"""

from pkgutil import resolve_name
from typing import Any, Final

from attrs import field, frozen


@frozen
class Panel:
    """`title` stands in strips and tabs, `words` in the help, "" for the title's own.

    `board` and `seat` name what draws it under the board's map and on a seat's screen ("module:Class"), "" where it is
    not to be had; it has `show(view, seat)`. `fixed`: the board has it in a place of its own.
    """

    key: str
    id: str
    title: str
    words: str = field(default="", kw_only=True)
    board: str = field(default="", kw_only=True)
    seat: str = field(default="", kw_only=True)
    fixed: bool = field(default=False, kw_only=True)

    @property
    def to(self) -> str:
        """What its key does."""
        return f"to {self.words or self.title.lower()}"


def _levers(key: str, id: str, title: str, drawn_by: str) -> Panel:
    """A table of levers, which stands on both."""
    return Panel(key, id, title, board=drawn_by, seat=drawn_by)


PANELS: Final = (
    Panel("1", "scores", "Board", words="deterrence", fixed=True),
    Panel("1", "brief", "Brief", seat="tabletop.tui.levers.pages:BriefPage"),
    _levers("2", "contributions", "Contributions", "tabletop.tui.levers.contributions:Contributions"),
    _levers("3", "posture", "Posture", "tabletop.tui.levers.posture:Posture"),
    _levers("4", "commands", "Commands", "tabletop.tui.levers.commands:Commands"),
    _levers("5", "council", "Council", "tabletop.tui.levers.council:Council"),
    Panel("6", "seats", "Seats", fixed=True),
    Panel("7", "injects", "Injects", fixed=True, seat="tabletop.tui.levers.injects:SeatInjects"),
    Panel("8", "journal", "Journal", words="the journal", board="tabletop.tui.board.journal:Journal"),
    Panel("8", "since", "Since", seat="tabletop.tui.levers.pages:SincePage"),
)
"""In the order of their keys; a seat's 6 is its sheet, which always stands beside them."""

TABLES: Final = tuple(panel for panel in PANELS if panel.board)
"""Those of which one stands under the board's map."""
ON_BOARD: Final = tuple(panel for panel in PANELS if panel.board or panel.fixed)
PANES: Final = tuple(panel for panel in PANELS if panel.seat)
"""Those of which one stands on a seat's screen."""


def widget_of(name: str, id: str) -> Any:
    """The widget that "module:Class" names."""
    return resolve_name(name)(id=id)
