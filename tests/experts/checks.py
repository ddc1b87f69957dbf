"""The table of comparisons: a line each with its id, sentence, courses and what judges it; and how they come out.

Every comparison plays the same seeds on both sides; figures are means over the seeds. Ids of forces, seats and injects
are the contract with the scenario.
"""

from collections.abc import Iterable, Mapping

from tabletop.model.scenario import Scenario
from tests.experts import forces, money, world
from tests.experts.check import Check
from tests.experts.evidence import Courses, Evidence, gather

CHECKS: Mapping[str, Check] = {**forces.CHECKS, **money.CHECKS, **world.CHECKS}


def courses_of(checks: Iterable[Check]) -> Courses:
    return {(each.id, name): course for each in checks for name, course in each.courses.items()}


def chosen(only: str = "") -> list[Check]:
    """Checks whose ids begin with one of some words between commas; all without any."""
    words = tuple(word for word in only.split(",") if word)
    return [check for id, check in CHECKS.items() if not words or id.startswith(words)]


def evidence_for(
    scenario: Scenario, checks: Iterable[Check], seeds: int, part: int, workers: int = 1, policies: Iterable[str] = ()
) -> Evidence:
    """`part`: campaigns of a policy; `policies`: those to play besides."""
    checks = list(checks)
    campaigns = dict.fromkeys(policies, 1)
    for check in checks:
        for policy, parts in check.campaigns.items():
            campaigns[policy] = max(parts, campaigns.get(policy, 0))
    return gather(scenario, courses_of(checks), campaigns, seeds, part, workers)


def judged(checks: Iterable[Check], evidence: Evidence) -> Mapping[str, tuple[bool, str]]:
    """By id whether a check holds, and its lines."""
    return {check.id: _judged(check, evidence) for check in checks}


def _judged(check: Check, evidence: Evidence) -> tuple[bool, str]:
    try:
        holds, told = check.judge(evidence.of(check.id))
    except Exception as why:  # a figure that isn't there falls short as one that is wrong does
        holds, told = False, f"{type(why).__name__}: {str(why)[:200]}"
    return holds, f"{check.id:3} {'holds' if holds else 'FAILS'}  {check.sentence}\n            {told}"
