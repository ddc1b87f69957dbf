"""One line of the record: a move, when and by whom it was made, and what the seat could see."""

from attrs import field, frozen

from tabletop.model.moves import Move

#: What stands in a move for words that were taken out of the record. Never empty, so that what was said stays said.
REDACTED = "[redacted]"


@frozen(kw_only=True)
class Entry:
    """`n` counts the save's entries from 1; `turn` and `phase` are the world's when the move was made.

    `saw`: number of the last entry in the seat's view (None: control, who sees all). `parent`: only of a fork, the
    entry it follows instead of its predecessor. `rolled`: outcomes of chance as the rules told them. `digest` and
    `scores`: the world's, once a turn. `hashes`: what stands for redacted texts, by field. `text`: as in the file.
    """

    n: int
    time: str
    turn: int
    phase: str
    move: Move
    entered_by: str = ""
    id: str = ""
    saw: int | None = None
    parent: int | None = None
    rolled: tuple[str, ...] = ()
    digest: str = ""
    scores: dict[str, float] = field(factory=dict)
    salt: str = ""
    hashes: dict[str, str | tuple[str, ...]] = field(factory=dict)
    head: str = ""
    text: str = field(default="", repr=False)

    @property
    def seat(self) -> str:
        return self.move.seat
