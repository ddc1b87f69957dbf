"""The comparisons hold, all of them: on three seeds and some campaigns, under TABLETOP_LONG on twelve and all.

In one process: where tests run on all cores, a second one would only take another test's place.
"""

from tests.experts.checks import chosen, evidence_for, judged
from tests.long import sweep
from tests.play import nato


def test_what_an_expert_tries_first_holds() -> None:
    checks = chosen()
    evidence = evidence_for(nato(), checks, seeds=sweep(12, 3), part=sweep(100, 60))

    short = [line for holds, line in judged(checks, evidence).values() if not holds]

    assert not short, "\n".join(short)
