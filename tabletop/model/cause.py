"""Why a figure moved, as a value: what kind of thing it was, what and whom it was about, which draw decided.

Knows no sentence: what a cause is called stands in `tabletop.words.cause_words`, a line for each kind.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Literal, TypeVar, cast, get_args

from attrs import evolve, frozen

#: About nothing but the figure that moved.
Plain = Literal[
    "rebuilds", "rebuilds-faster", "rebuilds-slower", "mood", "words-settle", "words-refresh", "calm-returns",
    "gap-closes", "spending-raised", "pledge-missed", "pledges-kept", "money-lapses", "income", "recruits",
    "readiness", "readiness-paid", "uncertified", "below-floor", "alarm-fades", "forces-leave",
    "government", "opinion-settles", "rise-too-fast", "too-little-done", "election-closer", "election-away",
    "promise-kept", "promise-broken", "adjustment", "held", "needs-grow", "needs-grow-faster", "needs-grow-slower",
    "forces-kept", "forces-age", "pressure-felt",
]  # fmt: skip
OfLever = Literal["lever"]
OfTheatre = Literal["probe-hit", "probe-repelled"]
OfText = Literal["text-stands", "text-agreed", "text-fell", "text-fell-in-public", "silence-broken"]
OfStance = Literal["declaration"]
OfTrack = Literal["settles", "orders-placed", "rise-noticed"]
#: A track, the level it is drawn to, and what draws it most: "spending+ trust-".
OfPulls = Literal["settles-towards"]
OfForce = Literal[
    "moves", "returns", "called-away", "new-date", "announced", "cancelled", "left", "left-matched",
    "left-by-surprise", "counted", "counted-matched", "counted-by-surprise", "leaves-matched", "leaves-unmatched",
    "leaves-by-surprise", "leaves-gap", "stands-in", "nobody-stands-in", "slips", "waits-behind", "waits-for-soldiers",
    "manned", "arrives", "stands", "settles-in", "match-lapses", "match-comes", "certificate-contradicted", "pulled",
    "not-hosted",
]  # fmt: skip
OfTwoForces = Literal["backfill"]
OfPost = Literal[
    "post-proposed", "post-agreed", "post-refused", "post-taken-back", "post-lapsed", "post-begins", "post-transition",
    "post-handed-over", "post-barred", "post-hurried", "post-prepared", "post-forced",
]  # fmt: skip
OfProgramme = Literal["tranche-ordered"]
OfWay = Literal["investment"]
OfInject = Literal["inject"]
OfOption = Literal["answer", "default-answer"]
OfArea = Literal["stock-used", "stock-refilled"]
OfItem = Literal["ruling", "argument"]
#: What nobody logged and an explanation finds: forces that moved while their seat stood at a level, in per cent; an
#: input that differs though no change of it is known.
OfLevel = Literal["moved-ready"]
OfFigure = Literal["unlogged"]

Kind = (
    Plain | OfLever | OfTheatre | OfText | OfStance | OfTrack | OfPulls | OfForce | OfTwoForces | OfPost
    | OfProgramme | OfWay | OfInject | OfOption | OfArea | OfItem | OfLevel | OfFigure
)  # fmt: skip

#: By kind, what the ids are of that a cause of it is about, in their order.
ABOUT: dict[str, tuple[str, ...]] = {
    kind: about
    for kinds, about in (
        (Plain, ()),
        (OfLever, ("lever",)),
        (OfTheatre, ("theatre",)),
        (OfText, ("text",)),
        (OfStance, ("stance",)),
        (OfTrack, ("track",)),
        (OfPulls, ("track", "to", "reasons")),
        (OfForce, ("force",)),
        (OfTwoForces, ("force", "replacement")),
        (OfPost, ("post",)),
        (OfProgramme, ("programme",)),
        (OfWay, ("way",)),
        (OfInject, ("inject",)),
        (OfOption, ("inject", "option")),
        (OfArea, ("area",)),
        (OfItem, ("item",)),
        (OfLevel, ("level",)),
        (OfFigure, ("figure",)),
    )
    for kind in get_args(kinds)
}


def declare_kind(name: str, *about: str) -> Kind:
    """A kind beside those above, for an order that stands in a file of its own; its sentence stands with its words."""
    ABOUT[name] = about
    return cast(Kind, name)


@frozen(cache_hash=True)
class Cause:
    """`about`: the ids that `ABOUT` names for the kind. `who`: the seat or member whose doing it is, "" for nobody's.

    `luck`: the draw that decided, by the words it is drawn with ("slip/f-wing-2"), "" for none. `wears_off`: what the
    cause once did is taken back, its time being over.
    """

    kind: Kind
    about: tuple[str, ...] = ()
    who: str = ""
    luck: str = ""
    wears_off: bool = False


F = TypeVar("F", bound=Callable[..., Any])


def _remembered(make: F) -> F:
    """Many changes share few causes; the same one is quicker to find than to make."""
    return cast(F, lru_cache(maxsize=8192)(make))


@_remembered
def because(kind: Kind, *about: str, who: str = "", luck: str = "") -> Cause:
    """The cause of a kind, about these."""
    return Cause(kind, about, who, luck)


@_remembered
def worn_off(cause: Cause) -> Cause:
    """The cause of taking back what a cause did."""
    return evolve(cause, wears_off=True)
