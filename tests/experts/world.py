"""Lines G and H: a world that falls and differs, posts that are kept, promises that are meant."""

from statistics import fmean

from tabletop.analysis.distributions import spread_of
from tests.experts.check import Checks, Verdict, without
from tests.experts.evidence import Exhibit
from tests.experts.play import TURNS, Course, Order, Run

CHECKS = Checks()

# ------------------------------------------------------------------ G: a world that falls, and differs


@CHECKS.line(
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


@CHECKS.line(
    "G2",
    "sensible bots hold the line, steady ones gain, an abrupt exit costs: opening +-5, +4 to +13, -8 to -22",
    {"status-quo": 1, "step-by-step": 1, "abrupt-exit": 1},
    idle=Course(),
)
def policies_end_apart(seen: Exhibit) -> Verdict:
    opening = seen.mean("idle", "deterrence", 0)
    v = {
        policy: spread_of(seen.finals(policy, 1, "deterrence")).mean - opening
        for policy in ("status-quo", "step-by-step", "abrupt-exit")
    }
    return (
        abs(v["status-quo"]) <= 5 and 4 <= v["step-by-step"] <= 13 and -22 <= v["abrupt-exit"] <= -8,
        f"{ {policy: round(gain, 1) for policy, gain in v.items()} }",
    )


@CHECKS.line(
    "G3",
    "sessions differ: under mixed play the eight middle tenths of final deterrence span at least 6 points, and of the "
    "Baltic margin at least 12, of which luck under one policy is at most 0.7",
    {"mixed": 2, "step-by-step": 2},
    idle=Course(),
)
def sessions_differ(seen: Exhibit) -> Verdict:
    mixed, margin, steady = (
        spread_of(seen.finals(policy, 2, score))
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


@CHECKS.line(
    "H1",
    "a capital played by a bot does not give away the supreme command because it was asked",
    **{line: Course(orders={1: SACEUR}, bots=("washington",), policy=line, until=3, seed=105) for line in LINES},
)
def the_supreme_command_stays(seen: Exhibit) -> Verdict:
    posts = {line: seen.run(line).posts["saceur"] for line in LINES}
    given = [line for line, (holder, to) in posts.items() if holder != "us" or to not in ("", "us")]
    return not given, f"given away by {given or 'none'}"


@CHECKS.line(
    "H4",
    "a capital played by a bot still takes a post that it wants nothing against",
    offered=Course(orders={1: AIRCOM}, bots=("london", "secretary-general"), policy="mixed", until=4, seed=105),
)
def a_post_is_taken(seen: Exhibit) -> Verdict:
    holder, to = seen.run("offered").posts["aircom"]
    return "gb" in (holder, to), f"Allied Air Command: {holder}, to {to or 'nobody'}"


def word(text: str, deed: str) -> list[Order]:
    return [{"seat": "berlin", "do": "promise", "to": "washington", "text": text, "due": 3, "deed": deed}]


@CHECKS.line(
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


@CHECKS.line(
    "H3",
    "a promise whose deed names nothing that can be checked is refused, with what would be right",
    given=Course(orders={1: word("x", "gibberish >= 3")}, until=1, seed=105),
)
def an_idle_word(seen: Exhibit) -> Verdict:
    refused = bool(seen.run("given").refused)
    return refused, "refused" if refused else "taken, and open for ever"
