"""Posts of the command structure and their handovers."""

from attrs import field, frozen


@frozen(kw_only=True)
class PostSpec:
    """`weight` is its part of command, 0..1. `transition` in turns. Three amounts fall due when a handover completes.

    `to` and `left` describe a handover under way at the opening; `agreed` one that is agreed but not begun.

    `the`: sentences name it with the article.
    """

    id: str
    name: str
    location: str
    level: str
    weight: float
    holder: str
    may_hold: tuple[str, ...]
    transition: int = 1
    to: str = ""
    left: int = 0
    agreed: str = ""
    commitment: float = 0.0  # points of commitment, at once
    anchor: float = 0.0  # points its anchor moves, for good
    cohesion: float = 0.0
    protected: bool = False  # law bars the anchor from giving it up
    the: bool = False
    basis: str = "judgement"


@frozen(kw_only=True)
class Post:
    """State: `status` held, proposed or transition; `left` turns of transition; `to` the member it goes to."""

    holder: str
    status: str = "held"
    to: str = ""
    left: int = 0
    consents: tuple[str, ...] = ()  # seats
    prepared: bool = True  # its handover was agreed at the opening, or opened by the council
    settled: int = 0  # turns held since the last handover ended
    ref: int = field(default=0, eq=False)
