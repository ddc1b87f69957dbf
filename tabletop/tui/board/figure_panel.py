"""What a panel of figures has: one under its cursor, and which score its causes are asked of. Draws nothing."""

from textual.message import Message

from tabletop.model.figures.forms import MARGIN
from tabletop.model.figures.path import path_of
from tabletop.table.figures import theatre_of
from tabletop.tui.kit.row_figures import row_figure


class WhyAsked(Message):
    """Somebody wants to know why a score moved."""

    def __init__(self, score: str) -> None:
        super().__init__()
        self.score = score


class FigurePanel:
    """`row`: the score under the cursor, "" without one."""

    @property
    def row(self) -> str:
        raise NotImplementedError

    @property
    def points_at(self) -> str:
        """The score under the cursor, as `y` asks where it comes from."""
        return row_figure(("figure", self.row)) if self.row else ""

    @property
    def asked(self) -> str:
        """The score whose change stands under the cursor: of a theatre its margin."""
        return explained_by(self.row)


def explained_by(score: str) -> str:
    """The score whose causes are those of the change that is shown beside a score: of deterrence the margin, for
    pressure moves as well."""
    return path_of(MARGIN, theatre) if (theatre := theatre_of(score)) else score
