"""The comparisons: a line each with its id, its sentence, the courses it compares, and what must come out.

Every comparison plays the same seeds on both sides; figures are means over the seeds. Ids of forces, seats and injects
are the contract with the scenario.
"""

from collections.abc import Callable, Iterable, Mapping
from statistics import fmean

from attrs import frozen

from tabletop.analysis.distributions import spread
from tabletop.model.world import World
from tests.experts.evidence import Courses, Exhibit
from tests.experts.play import TURNS, Course, Order, Run

Verdict = tuple[bool, str]
"""Whether it holds, and the figures."""
Judge = Callable[[Exhibit], Verdict]


@frozen(eq=False)
class Check:
    """`campaigns`: by policy how many parts of the campaigns that are played for one."""

    id: str
    sentence: str
    courses: Mapping[str, Course]
    campaigns: Mapping[str, int]
    judge: Judge


CHECKS: dict[str, Check] = {}


def check(
    id: str, sentence: str, campaigns: Mapping[str, int] | None = None, /, **courses: Course
) -> Callable[[Judge], Judge]:
    """Enters a comparison in the table."""

    def enter(judge: Judge) -> Judge:
        CHECKS[id] = Check(id, sentence, courses, campaigns or {}, judge)
        return judge

    return enter


def courses_of(checks: Iterable[Check]) -> Courses:
    return {(each.id, name): course for each in checks for name, course in each.courses.items()}


SEATS = ("washington", "berlin", "paris", "london", "nordic-baltic", "warsaw", "ankara", "secretary-general")
EUROPE = SEATS[1:7]
EUROPEANS = (*EUROPE, "secretary-general")
"""Bots everywhere but in Washington."""
HEAVY = ("us-abct-pl", "us-abct-de", "us-2cr", "us-48fw", "us-5-7ada")
EVERY_TURN = range(1, TURNS + 1)


def without(*seats: str) -> tuple[str, ...]:
    """Bots everywhere but in these seats."""
    return tuple(seat for seat in SEATS if seat not in seats)


def withdraw(force: str, turn: int) -> Order:
    return {"seat": "washington", "do": "withdraw", "force": force, "turn": turn}


def assign(seat: str, force: str, theatre: str) -> Order:
    return {"seat": seat, "do": "assign", "force": force, "theatre": theatre}


def spend(seat: str, member: str, share: float) -> Order:
    return {"seat": seat, "do": "set-spending", "member": member, "share": share}


def surprise(force: str) -> Course:
    """One package leaves in the turn in which it is told."""
    return Course(orders={3: [withdraw(force, 3)]}, bots=EUROPEANS, until=3)


# ------------------------------------------------------------------ A: sizes

DEPARTURES = ("us-abct-pl", "us-rota-ddg", "us-alex")
FORCE: list[Order] = [
    {"seat": "control", "do": "inject", "inject": "greenland-3"},
    {"seat": "washington", "do": "answer", "inject": "greenland-3", "option": "act"},
]


@check(
    "A1",
    "force against an ally costs more trust and more commitment than any single unannounced departure",
    ref=Course(bots=EUROPEANS, until=3),
    act=Course(orders={3: FORCE}, bots=EUROPEANS, until=3),
    **{force: surprise(force) for force in DEPARTURES},
)
def force_against_an_ally(seen: Exhibit) -> Verdict:
    if refused := seen.refused("act"):
        return False, f"refused: {refused}"
    act, *left = ([seen.delta(name, s, 3) for s in ("trust", "us-commitment")] for name in ("act", *DEPARTURES))
    told = {force: [round(x, 1) for x in worst] for force, worst in zip(DEPARTURES, left, strict=True)}
    holds = all(act[i] < min(worst[i] for worst in left) for i in (0, 1))
    return holds, f"force {act[0]:.1f}/{act[1]:.1f}; departures {told}"


@check(
    "A2",
    "a surprise departure of an armoured brigade costs more deterrence and trust than that of a port of 250 people",
    ref=Course(bots=EUROPEANS, until=3),
    brigade=surprise("us-abct-pl"),
    port=surprise("us-alex"),
)
def a_brigade_against_a_port(seen: Exhibit) -> Verdict:
    (d, e), (t, u) = ([seen.delta(name, s, 3) for name in ("brigade", "port")] for s in ("deterrence", "trust"))
    return d < e - 0.3 and t < u - 0.3, f"deterrence {d:.1f} against {e:.1f}, trust {t:.1f} against {u:.1f}"


# ------------------------------------------------------------------ B: leaving a place


@check(
    "B1",
    "packages moved out of a theatre without notice cost at least 70 % of the trust that the same packages cost when "
    "withdrawn without notice",
    ref=Course(bots=EUROPEANS, until=3),
    withdrawn=Course(orders={3: [withdraw(force, 3) for force in HEAVY]}, bots=EUROPEANS, until=3),
    moved=Course(orders={3: [assign("washington", f, "mediterranean") for f in HEAVY]}, bots=EUROPEANS, until=3),
)
def moved_without_notice(seen: Exhibit) -> Verdict:
    if refused := seen.refused("moved"):
        return False, f"moving them is refused: {refused[:90]}"
    withdrawn, moved = (seen.delta(name, "trust", 3) for name in ("withdrawn", "moved"))
    return moved <= 0.7 * withdrawn < 0, f"withdrawn {withdrawn:.1f}, moved {moved:.1f}"


BATTLE_GROUPS = [
    assign("london", "ca-latvia", "mediterranean"),
    assign("london", "gb-estonia", "mediterranean"),
    assign("berlin", "de-group-lithuania", "mediterranean"),
    assign("paris", "es-latvia", "mediterranean"),
]


@check(
    "B2",
    "allies that pull their battle groups out of the Baltic states in one turn lose cohesion and trust for it",
    ref=Course(bots=without("berlin", "paris", "london"), until=3),
    pulled=Course(orders={2: BATTLE_GROUPS}, bots=without("berlin", "paris", "london"), until=3),
)
def battle_groups_pulled(seen: Exhibit) -> Verdict:
    if refused := seen.refused("pulled"):
        return False, f"refused: {refused[:90]}"
    c, t = (seen.delta("pulled", score, 3) for score in ("cohesion", "trust"))
    return c <= -2 and t <= -1.5, f"cohesion {c:.1f}, trust {t:.1f} a turn later"


# ------------------------------------------------------------------ C: a force counts once


@check(
    "C1",
    "two divisions that swap places make the alliance no stronger",
    ref=Course(bots=without("berlin", "warsaw")),
    swapped=Course(
        orders={2: [assign("berlin", "de-1-panzer", "baltic"), assign("warsaw", "pl-16-mech", "central")]},
        bots=without("berlin", "warsaw"),
    ),
)
def divisions_swapped(seen: Exhibit) -> Verdict:
    d, s = (seen.delta("swapped", score, TURNS) for score in ("deterrence", "european-share"))
    refused = len(seen.run("swapped").refused)
    return (
        d <= 0.4 and s <= 0.3 and not refused,
        f"deterrence {d:+.2f}, share {s:+.2f} at the end; refused {refused}",
    )


FIXED = [
    assign("london", "gb-cyprus", "north-atlantic"),
    assign("washington", "us-ramstein", "high-north"),
    assign("washington", "us-souda", "high-north"),
    assign("washington", "us-alex", "high-north"),
    assign("nordic-baltic", "se-gotland", "mediterranean"),
]


@check(
    "C2",
    "bases, depots, headquarters and garrisons stay where they are: moving one is refused with a reason",
    moved=Course(orders={1: FIXED}, until=1, seed=101),
)
def bases_stay(seen: Exhibit) -> Verdict:
    refused = len(seen.run("moved").refused)
    return refused == len(FIXED), f"{refused} of {len(FIXED)} refused"


@check(
    "C3",
    "a division moved (in part, if it is at home) to a hungry theatre lifts that one within two turns and lowers the "
    "one it left",
    ref=Course(bots=without("berlin"), until=4),
    moved=Course(orders={2: [assign("berlin", "de-1-panzer", "baltic")]}, bots=without("berlin"), until=4),
)
def a_division_moved(seen: Exhibit) -> Verdict:
    b, c = (seen.delta("moved", f"deterrence/{theatre}", 4) for theatre in ("baltic", "central"))
    refused = len(seen.run("moved").refused)
    return b >= 0.05 and c <= -0.05 and not refused, f"Baltic {b:+.2f}, Central {c:+.2f}; refused {refused}"


# ------------------------------------------------------------------ D: a match lasts


def ready(level: float) -> list[Order]:
    return [{"seat": seat, "do": "set-readiness", "level": level} for seat in EUROPE]


GONE = [withdraw(force, 3) for force in ("us-abct-pl", "us-abct-de", "us-2cr")]


@check(
    "D1",
    "one half-year of readiness is no lasting match: when it lapses after the brigade has gone, trust pays for it",
    ref=Course(bots=("secretary-general",), until=6),
    lapsed=Course(orders={1: [*GONE, *ready(1.0)], 4: ready(0.0)}, bots=("secretary-general",), until=6),
)
def readiness_lapses(seen: Exhibit) -> Verdict:
    farewell, later = (seen.delta("lapsed", "trust", turn) for turn in (3, 6))
    return (
        later <= -6 and later <= farewell - 2,
        f"trust against no departure: {farewell:.1f} at the farewell, {later:.1f} three turns after readiness lapsed",
    )


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


@check(
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


@check(
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


@check(
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


@check(
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


@check(
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


@check(
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


# ------------------------------------------------------------------ G: a world that falls, and differs


@check(
    "G1",
    "left alone the world gets worse: eight turns without an order end 4 to 10 below the opening, three theatres under "
    "pressure",
    idle=Course(),
)
def left_alone(seen: Exhibit) -> Verdict:
    d = seen.mean("idle", "deterrence", TURNS) - seen.mean("idle", "deterrence", 0)
    short = fmean(sum(scores[-1] < 0 for scores in margins(run)) for run in seen.runs("idle"))
    return -10 <= d <= -4 and short >= 3, f"deterrence {d:+.1f}, {short:.1f} theatres short of pressure"


def margins(run: Run) -> list[list[float]]:
    """Each theatre's, by turn."""
    return [[told[name] for told in run.scores] for name in run.scores[-1] if name.startswith("margin/")]


@check(
    "G2",
    "sensible bots hold the line, steady ones gain, an abrupt exit costs: opening +-5, +4 to +13, -8 to -22",
    {"status-quo": 1, "step-by-step": 1, "abrupt-exit": 1},
    idle=Course(),
)
def policies_end_apart(seen: Exhibit) -> Verdict:
    opening = seen.mean("idle", "deterrence", 0)
    v = {
        policy: spread(seen.finals(policy, 1, "deterrence")).mean - opening
        for policy in ("status-quo", "step-by-step", "abrupt-exit")
    }
    return (
        abs(v["status-quo"]) <= 5 and 4 <= v["step-by-step"] <= 13 and -22 <= v["abrupt-exit"] <= -8,
        f"{ {policy: round(gain, 1) for policy, gain in v.items()} }",
    )


@check(
    "G3",
    "sessions differ: under mixed play the eight middle tenths of final deterrence span at least 6 points, and of the "
    "Baltic margin at least 12, of which luck under one policy is at most 0.7",
    {"mixed": 2, "step-by-step": 2},
    idle=Course(),
)
def sessions_differ(seen: Exhibit) -> Verdict:
    mixed, margin, steady = (
        spread(seen.finals(policy, 2, score))
        for policy, score in (
            ("mixed", "deterrence"),
            ("mixed", "margin/baltic"),
            ("step-by-step", "margin/baltic"),
        )
    )
    d, m, o = (each.p90 - each.p10 for each in (mixed, margin, steady))
    low = mixed.p10 - seen.mean("idle", "deterrence", 0)
    return (
        d >= 6 and m >= 12 and low <= -2 and o <= 0.7 * m,
        f"deterrence spans {d:.1f}, Baltic margin {m:.1f}, under one policy {o:.1f}; p10 ends {low:+.1f} "
        "from the opening",
    )


# ------------------------------------------------------------------ H: posts and promises

LINES = ("status-quo", "step-by-step", "mixed")
SACEUR: list[Order] = [{"seat": "berlin", "do": "propose-handover", "post": "saceur", "to": "de"}]
AIRCOM: list[Order] = [{"seat": "washington", "do": "propose-handover", "post": "aircom", "to": "gb"}]


@check(
    "H1",
    "a capital played by a bot does not give away the supreme command because it was asked",
    **{line: Course(orders={1: SACEUR}, bots=("washington",), policy=line, until=3, seed=105) for line in LINES},
)
def the_supreme_command_stays(seen: Exhibit) -> Verdict:
    posts = {line: seen.run(line).posts["saceur"] for line in LINES}
    given = [line for line, (holder, to) in posts.items() if holder != "us" or to not in ("", "us")]
    return not given, f"given away by {given or 'none'}"


@check(
    "H4",
    "a capital played by a bot still takes a post that it wants nothing against",
    offered=Course(orders={1: AIRCOM}, bots=("london", "secretary-general"), policy="mixed", until=4, seed=105),
)
def a_post_is_taken(seen: Exhibit) -> Verdict:
    holder, to = seen.run("offered").posts["aircom"]
    return "gb" in (holder, to), f"Allied Air Command: {holder}, to {to or 'nobody'}"


def word(text: str, deed: str) -> list[Order]:
    return [{"seat": "berlin", "do": "promise", "to": "washington", "text": text, "due": 3, "deed": deed}]


@check(
    "H2",
    "a broken word about 3.5 % to Washington is remembered: trust and commitment fall, by more than a token",
    ref=Course(bots=without("berlin"), until=3),
    broken=Course(
        orders={1: word("Germany spends 3.5 in turn 3", "spending/de >= 3.5")}, bots=without("berlin"), until=3
    ),
)
def a_broken_word(seen: Exhibit) -> Verdict:
    if refused := seen.refused("broken"):
        return False, f"refused: {refused[:120]}"
    t, c = (seen.delta("broken", score, 3) for score in ("trust", "us-commitment"))
    return t <= -3 and c <= -0.5, f"trust {t:+.1f}, commitment {c:+.1f}"


@check(
    "H3",
    "a promise whose deed names nothing that can be checked is refused, with what would be right",
    given=Course(orders={1: word("x", "gibberish >= 3")}, until=1, seed=105),
)
def an_idle_word(seen: Exhibit) -> Verdict:
    refused = bool(seen.run("given").refused)
    return refused, "refused" if refused else "taken, and open for ever"
