"""What a bot does, in a line that anybody may read before the exercise. What it knows is the same for all: what its
seat may see."""

from typing import Final

from tabletop.model.seats import POLICIES

POLICY_LINES: Final = {
    "status-quo": "keeps to standing plans, buys what its members lead, answers with the default",
    "step-by-step": "spends as far as voters bear, fills gaps together, leaves only when matched",
    "free-ride": "lets spending slip, buys nothing, keeps nothing ready: others carry",
    "abrupt-exit": "Washington takes out all it can at once; the others keep to standing plans",
    "random": "does anything it may, by lot: noise to compare sense with",
    "own-objectives": "plays for its own open and secret objectives",
    "mixed": "draws one of six sensible lines for the whole exercise; nobody is told which",
}
"""By policy."""

COMPANY: Final = (
    ("step-by-step", "easiest"),
    ("own-objectives", "easy"),
    ("mixed", "middling"),
    ("status-quo", "hard"),
    ("free-ride", "hardest"),
)
"""Who may play the others of a player alone, the easiest first: by what a seat reaches that plays for its objectives
among them (tests/analysis/test_company.py). No bot knows more or less than another."""


def policy_name(policy: str) -> str:
    """ "step by step"."""
    return policy.replace("-", " ")


def bot_line(policy: str) -> str:
    """ "step by step: spends as far as voters bear, ..."."""
    return f"{policy_name(policy)}: {POLICY_LINES[policy]}"


assert set(POLICY_LINES) == set(POLICIES)
