"""A card with figures in it: the key that says where any comes from works in it as on a screen."""

from typing import ClassVar, Generic, TypeVar

from tabletop.tui.kit.card import Card
from tabletop.tui.kit.keys import bound
from tabletop.tui.kit.where_from import show_origin

T = TypeVar("T")


class FigureCard(Card[T], Generic[T]):
    """Subclasses say what they point at (`PointsAtFigure`), or a widget in them does."""

    BINDINGS: ClassVar = bound(("y", "origin", "where its figure comes from"))

    def action_origin(self) -> None:
        """Where the figure under its cursor comes from, or the one that it is about."""
        show_origin(self)
