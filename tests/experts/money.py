"""Lines E and F: money that makes forces, threat that drives money."""

from statistics import fmean

from tabletop.model.world import World
from tests.experts.check import EUROPEANS, EVERY_TURN, SEATS, Checks, Verdict, spend
from tests.experts.evidence import Exhibit
from tests.experts.play import TURNS, Course, Order, Run

CHECKS = Checks()

# ------------------------------------------------------------------ E: money makes forces

BELOW = {
    "berlin": ("de", "nl", "be", "lu"),
    "paris": ("fr", "it", "es", "pt"),
    "london": ("gb", "ca"),
    "ankara": ("tr", "gr"),
}
"""Members under 3.5 per cent, by seat."""


def rise(world: World) -> list[Order]:
    """As fast as the rules allow."""
    now = {member: world.members[member].spending for members in BELOW.values() for member in members}
    return [
        spend(seat, member, round(min(3.5, now[member] + 0.5), 2))
        for seat, members in BELOW.items()
        for member in members
        if now[member] < 3.5
    ]


@CHECKS.line(
    "E1",
    "all of Europe at 3.5 % as fast as the rules allow ends stronger than the standing paths, and pays for it at home",
    ref=Course(bots=SEATS),
    fast=Course(orders=dict.fromkeys((1, 2, 3, 4), rise), bots=SEATS),
)
def fast_to_the_goal(seen: Exhibit) -> Verdict:
    d, s = (seen.delta("fast", score, TURNS) for score in ("deterrence", "european-share"))
    home = sorted(min(seen.delta("fast", f"support/{seat}", turn) for turn in (2, 3, 4)) for seat in BELOW)
    worst, refused = [round(h, 1) for h in home], len(seen.run("fast").refused)
    return (
        d >= 1 and s >= 1.5 and home[1] <= -2,
        f"deterrence {d:+.1f}, share {s:+.1f} at the end; support of the four seats at the worst {worst}; "
        f"refused {refused}",
    )


@CHECKS.line(
    "E2",
    "Italy and Spain cutting to 1.3 % are missed by the end: in the share and in the Mediterranean",
    ref=Course(bots=SEATS),
    cut=Course(
        orders={t: [spend("paris", m, round(2.1 - 0.1 * t, 2)) for m in ("it", "es")] for t in EVERY_TURN}, bots=SEATS
    ),
)
def two_members_cut(seen: Exhibit) -> Verdict:
    s, d = (seen.delta("cut", score, TURNS) for score in ("european-share", "deterrence/mediterranean"))
    return s <= -0.3 and d <= -1.5, f"share {s:+.1f}, Mediterranean {d:+.1f}"


@CHECKS.line(
    "E3",
    "Germany raising by 0.3 points at once is noticed in Washington and survives at home",
    ref=Course(bots=SEATS, until=3),
    raised=Course(orders={2: [spend("berlin", "de", 3.2)]}, bots=SEATS, until=3),
)
def germany_raises(seen: Exhibit) -> Verdict:
    c, s = seen.delta("raised", "us-commitment", 3), seen.delta("raised", "support/berlin", 2)
    return c >= 0.4 and s >= -5, f"commitment {c:+.2f} a turn later, support {s:+.1f}"


BUYERS = ("berlin", "paris", "london", "nordic-baltic", "warsaw")
INDUSTRY: list[Order] = [{"seat": seat, "do": "invest", "way": "european", "amount": 1.0} for seat in BUYERS]


@CHECKS.line(
    "E4",
    "a steady billion a turn into industry by each seat pays within the exercise",
    ref=Course(bots=SEATS),
    invested=Course(orders=dict.fromkeys(range(1, 5), INDUSTRY), bots=SEATS),
)
def industry_pays(seen: Exhibit) -> Verdict:
    d = seen.delta("invested", "deterrence", TURNS)
    return d >= 0.3, f"deterrence {d:+.2f} at the end"


# ------------------------------------------------------------------ F: threat drives

PRESSURE = {"lever": "pressure", "theatre": "baltic", "step": 4}
PROBE = {"lever": "probe", "theatre": "baltic", "kind": "drones"}
STORY = {"lever": "story"}
NEARER = ("de", "nl", "fr", "gb", "ee", "lv", "lt", "pl", "se", "fi", "no", "dk")


def press(turn: int) -> Order:
    return {"seat": "control", "do": "red", "levers": [PRESSURE, PROBE, STORY]}


def press_without_probes(turn: int) -> Order:
    return {"seat": "control", "do": "red", "levers": [PRESSURE, STORY]}


def rest(turn: int) -> Order:
    return {"seat": "control", "do": "red", "levers": [{"lever": "rest"}]}


@CHECKS.line(
    "F1",
    "an adversary that presses every turn alarms Europe and opens purses; one that rests does not",
    pressed=Course(red=press, bots=SEATS),
    unprobed=Course(red=press_without_probes, bots=SEATS),
    rested=Course(red=rest, bots=SEATS),
)
def pressure_opens_purses(seen: Exhibit) -> Verdict:
    def purse(run: Run) -> float:
        return fmean(share for member, share in run.spending.items() if member in NEARER)

    pressing = "pressed" if seen.played("pressed") else "unprobed"
    pressed, rested = (fmean(map(purse, seen.runs(name))) for name in (pressing, "rested"))
    return pressed >= rested + 0.05, f"mean share of twelve members: pressed {pressed:.2f}, rested {rested:.2f}"


CONDITIONALITY: list[Order] = [{"seat": "washington", "do": "declare", "stance": "conditionality"}]


@CHECKS.line(
    "F2",
    "American conditionality, kept up, makes somebody below the path spend more, and costs trust",
    ref=Course(bots=EUROPEANS),
    asked=Course(orders=dict.fromkeys(EVERY_TURN, CONDITIONALITY), bots=EUROPEANS),
)
def conditionality_works(seen: Exhibit) -> Verdict:
    def mean(course: str, member: str) -> float:
        return fmean(run.spending[member] for run in seen.runs(course))

    up = max(mean("asked", m) - mean("ref", m) for m in ("de", "fr", "it", "es", "be", "ca", "nl", "cz", "pt"))
    t = seen.delta("asked", "trust", TURNS)
    return up >= 0.05 and t <= -1, f"largest rise {up:+.2f} points of GDP, trust {t:+.1f}"
