"""Members of the alliance: what a scenario says of each, and what changes in play."""

from attrs import field, frozen


@frozen(kw_only=True)
class MemberSpec:
    """GDP in bn dollars; shares in per cent of GDP; soldiers in thousands; `id` is the lower-case ISO 3166 code.

    `the`: sentences name it with the article.
    """

    id: str
    name: str
    gdp: float
    spending: float  # share at the opening
    pledge: float  # pledge path at the opening
    soldiers: float
    outside_path: bool = False  # no pledge path, counted in no shortfall
    poll: float = 50.0  # per cent of people for more defence spending
    fiscal_room: str = "mid"  # low, mid, high
    elections: tuple[int, ...] = ()  # turns in which a national vote falls
    closer: str = ""  # what those stand for who would do more for the allies: "those who would ..."
    away: str = ""  # what those stand for who would do less
    the: bool = False
    basis: str = "judgement"


@frozen(kw_only=True)
class Member:
    """State: `spending` and `pledge` in per cent of GDP; `pace` in points a turn, the path's own pace being the path.

    `by_hand`: its share was set and stays until a pace is set again. `vote`: points of GDP that those whom it has just
    elected add to its next budget.
    """

    spending: float
    pledge: float
    pace: float
    by_hand: bool = False
    vote: float = 0.0
    ref: int = field(default=0, eq=False)  # the move that last set its share or pace
