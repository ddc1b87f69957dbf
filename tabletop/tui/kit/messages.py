"""What widgets announce. Screens answer; widgets neither decide nor fetch."""

from textual.message import Message

from tabletop.model.moves import Move


class Ordered(Message):
    """Somebody wants to make a move."""

    def __init__(self, move: Move) -> None:
        super().__init__()
        self.move = move


class WhyAsked(Message):
    """Somebody wants to know why a score moved."""

    def __init__(self, score: str) -> None:
        super().__init__()
        self.score = score
