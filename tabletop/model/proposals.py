"""One item of a turn before control: what was asked, and what the rules make of it. Decides nothing."""

from attrs import frozen

from tabletop.model.moves import Move
from tabletop.model.world import Change


@frozen
class Proposal:
    """One item: what was asked, what the model makes of it, why it may need a person (`needs`, empty: it doesn't).

    `domain`: money, forces, posts, politics or crisis, for which its `mode` is kept.
    """

    item: str
    ref: int
    seat: str
    move: Move | None
    title: str
    changes: tuple[Change, ...]
    needs: tuple[str, ...]
    domain: str
    mode: str
    ruled: str = ""  # outcome, once ruled
