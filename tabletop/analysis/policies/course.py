"""A course of action: what a policy does with each lever. Policies follow courses by the same few functions."""

from attrs import evolve, frozen


@frozen(kw_only=True, cache_hash=True)
class Course:
    """One way to play any seat. Points are points of GDP a turn, money is billion dollars.

    `pace`: plan (the standing path), ride (shares fall), climb (`step` above the path), follow (as far as voters do).
    `buy`: none, led (what its members lead, in the catalogue's order), gap (all seats' money on one list),
    own (the seat's objectives first, then the gaps of its theatres). `theirs`: how far the anchor's forces count as
    filling a gap, 0 to 1. `readiness`: rest (spare money), next (after programmes that objectives name), first, none.
    `leave`: stay, matched (only where the ledger covers `cover`), announced (what the anchor most wants elsewhere),
    partial (what few people see), boots (what most people see), surprise, exit, goals.
    `posts`: component and joint posts that the anchor hands over. `answers`: default, common, own. `voice`: who is
    heard first when a question is answered, "treasury", "staff", "party", or "" for nobody. `speaks`: breaks silence,
    footnotes, refuses, asks, promises; the others let every text pass and never write.
    """

    pace: str = "plan"
    step: float = 0.0
    buy: str = "led"
    theirs: float = 1.0
    majority: float = 0.0  # weight on areas in which the others don't yet carry most
    match: float = 0.0  # weight on cells that departures leave empty, announced or not yet matched
    heed: float = 0.0  # weight on theatres that pressure stands near to or above; where it buys for itself, on its own
    early: float = 0.0  # bonus on value for each turn of lead time beyond the first
    readiness: str = "rest"
    relieve: int = 0  # own forces sent in a turn to where the anchor's packages leave
    leave: str = "stay"
    cover: float = 0.85
    packages: int = 2  # withdrawals announced a turn
    posts: int = 0
    give_anchor: bool = False
    texts: bool = False
    answers: str = "default"
    voice: str = ""
    speaks: bool = False


STATUS_QUO = Course(posts=0)
STEP_BY_STEP = Course(
    pace="follow",
    step=0.10,
    buy="gap",
    theirs=0.5,
    majority=6.0,
    match=2.0,
    heed=1.5,
    early=0.1,
    leave="matched",
    posts=2,
    texts=True,
    answers="common",
)
FREE_RIDE = Course(pace="ride", step=0.02, buy="none", readiness="none")
EXIT = Course(leave="exit", packages=5, give_anchor=True)
OWN = Course(
    pace="follow", step=0.15, buy="own", theirs=0.7, majority=1.0, match=2.0, heed=0.5, early=0.1,
    leave="goals", cover=0.5, packages=3, posts=2, relieve=1, texts=True, answers="own", speaks=True,
)  # fmt: skip

#: The standing path, own objectives and gaps bought; and the same with forces sent to where packages leave.
PLAN = Course(buy="own", theirs=0.7, majority=1.0, match=1.0, heed=0.5, early=0.1, answers="own")
STAND = evolve(PLAN, match=4.0, readiness="next", relieve=2)

#: Courses that a sensible team could take, for the anchor's seat and for any other. All of them speak.
ANCHOR_COURSES = {
    "stay": Course(speaks=True),
    "matched": evolve(STEP_BY_STEP, speaks=True),
    "announced": Course(leave="announced", posts=2, speaks=True),
    "partial": Course(leave="partial", posts=1, answers="own", speaks=True),
    "boots": Course(leave="boots", posts=1, answers="own", speaks=True),
    "goals": OWN,
}
OTHER_COURSES = {
    "plan": evolve(STATUS_QUO, speaks=True),
    "steady": Course(
        buy="gap", theirs=0.7, majority=2.0, match=1.0, heed=1.5, early=0.1, texts=True, answers="common", speaks=True
    ),
    "follow": evolve(STEP_BY_STEP, speaks=True),
    "climb": evolve(PLAN, pace="climb", step=0.12, texts=True, speaks=True),
    "stand": evolve(STAND, texts=True, speaks=True),
    "goals": OWN,
}
