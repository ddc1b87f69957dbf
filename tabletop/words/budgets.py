"""Budgets in words: what voters bear, what forces are worth under a budget, how readiness rises."""

from tabletop.model.coefficients import Coefficients
from tabletop.words.bands import alarm_word, support_word

_LEAST = 0.005
"""Points of GDP below which nothing is said."""


def support_words(k: Coefficients, support: float) -> str:
    """ "57, firm"."""
    return f"{support:.0f}, {support_word(k, support)}"


def voters_words(k: Coefficients, support: float, alarm: float, bear: float, want: float) -> str:
    """Support and mood, the rise above the path that voters bear this turn and the one they ask for, points of GDP."""
    asks = f", want {want:+.2f}" if want >= _LEAST else ""
    words = f"Voters: support {support_words(k, support)}; {alarm_word(alarm)}; bear {bear:+.2f} above the path{asks}"
    return words.replace("bear +0.00 above the path", "bear nothing above the path")


def worth_words(worth: float, gains: float, holds: float) -> str:
    """What a member's forces are worth against the opening, which way that goes, and the share that would hold them."""
    way = "rising" if gains > 0 else "falling"
    now = f"{100 * worth:.0f}"
    stand = "as at the opening" if now == "100" else f"at {now} (100 at the opening)"
    words = f"Forces {stand}, {way} by {abs(100 * gains):.1f} a turn"
    return words + (f"; {holds:.1f} % of GDP would hold them" if holds else "; no budget would hold them")


def capital_words(points: float) -> str:
    """What a share takes of political capital, "" for nothing."""
    return f"Takes {points:.1f} of capital" if points >= 0.05 else ""


def pull_words(pull: float) -> str:
    """What draws a plan beside its path, "" for nothing."""
    if abs(pull) < _LEAST:
        return ""
    return f"{'Alarm' if pull > 0 else 'Calm'} draws the plan {pull:+.2f}"


def readiness_words(asked: float, planned: float, step: float) -> str:
    """How readiness rises: "rises by 34 points a turn, 60 % asked"."""
    more = f", {asked:.0%} asked" if asked > planned + 1e-9 else ""
    rises = f"rises by {100 * step:.0f} points a turn at most" if step < 1 else ""
    return ", ".join(filter(None, [f"{rises}{more}".removeprefix(", ").replace("%", " %"), "paid each turn"]))
