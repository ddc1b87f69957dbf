"""What widgets announce. Screens answer; widgets neither decide nor fetch."""

from typing import TYPE_CHECKING

from textual.message import Message

from tabletop.model.moves import Move

if TYPE_CHECKING:
    from tabletop.table.port import Table


class MoveAsked(Message):
    """Somebody wants to make a move."""

    def __init__(self, move: Move) -> None:
        super().__init__()
        self.move = move


class TakenBack(Message):
    """Moves were undone or done again: what a screen is about may be gone."""


class ReviewAsked(Message):
    """Results are settled, and the turn is to be told at a table."""

    def __init__(self, table: "Table") -> None:
        super().__init__()
        self.table = table
