"""One line of the record: a move, when and by whom it was made, and what the seat could see."""

import re

from attrs import field, frozen

from tabletop.model.moves import Move

#: Who may be named as having typed something; anything else could be a person's name.
HANDS = ("control", "facilitator", "operator", "adjudicator", "recorder", "observer", "player", "bot")
#: What stands in a move for words that were taken out of the record. Never empty, so that what was said stays said.
REDACTED = "[redacted]"


@frozen(kw_only=True)
class Entry:
    """`n` counts the save's entries from 1; `turn` and `phase` are the world's when the move was made.

    `saw`: number of the entry with which the seat was last told something (None: control, who sees all). `parent`: only
    of a fork, the entry it follows instead of its predecessor. `rolled`: outcomes of chance as the rules told them.
    `digest` and `scores`: the world's, once a turn. `personal`: which of `entered_by` and `id` can be taken out as free
    text can. `hashes`: what stands for redacted texts, by field. `text`: as in the file.
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
    personal: tuple[str, ...] = ()
    salt: str = ""
    hashes: dict[str, str | tuple[str, ...]] = field(factory=dict)
    head: str = ""
    text: str = field(default="", repr=False)

    @property
    def seat(self) -> str:
        return self.move.seat


def personal(entered_by: str, id: str) -> tuple[str, ...]:
    """Which of them may hold a person's name: all but our own words for hands, and our own ids of notes."""
    names = {"entered_by": entered_by not in ("", *HANDS), "id": bool(id) and not _OUR_ID.fullmatch(id)}
    return tuple(key for key, is_one in names.items() if is_one)


_OUR_ID = re.compile("note-[0-9a-f]{12}")
