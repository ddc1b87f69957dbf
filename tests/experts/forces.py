"""Lines A to D: sizes of departures, leaving a place, a force that counts once, a match that lasts."""

from tests.experts.check import EUROPE, EUROPEANS, Checks, Verdict, assign, withdraw, without
from tests.experts.evidence import Exhibit
from tests.experts.play import TURNS, Course, Order

CHECKS = Checks()

HEAVY = ("us-abct-pl", "us-abct-de", "us-2cr", "us-48fw", "us-5-7ada")


def surprise(force: str) -> Course:
    """One package leaves in the turn in which it is told."""
    return Course(orders={3: [withdraw(force, 3)]}, bots=EUROPEANS, until=3)


# ------------------------------------------------------------------ A: sizes

DEPARTURES = ("us-abct-pl", "us-rota-ddg", "us-alex")
FORCE: list[Order] = [
    {"seat": "control", "do": "inject", "inject": "greenland-3"},
    {"seat": "washington", "do": "answer", "inject": "greenland-3", "option": "act"},
]


@CHECKS.line(
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


@CHECKS.line(
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


@CHECKS.line(
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


@CHECKS.line(
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


@CHECKS.line(
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


@CHECKS.line(
    "C2",
    "bases, depots, headquarters and garrisons stay where they are: moving one is refused with a reason",
    moved=Course(orders={1: FIXED}, until=1, seed=101),
)
def bases_stay(seen: Exhibit) -> Verdict:
    refused = len(seen.run("moved").refused)
    return refused == len(FIXED), f"{refused} of {len(FIXED)} refused"


@CHECKS.line(
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


@CHECKS.line(
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
