"""`python -m tests.experts`: the comparisons; with --policies how campaigns end, with --talk what bots say, with
--questions what they are asked and answer.

Exit 1 when a line falls short.
"""

import argparse
import sys

from tests.experts.checks import CHECKS, chosen, evidence_for, judged
from tests.experts.ends import SHOWN, headings, row
from tests.experts.questions import ends
from tests.experts.questions import summary as questions
from tests.experts.talk import summary, talked
from tests.play import nato


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.experts", description=__doc__)
    parser.add_argument("--only", default="", help="beginnings of ids, between commas: B1,E")
    parser.add_argument("--seeds", type=int, default=3, help="seeds of each comparison, from 100 on (default 3)")
    parser.add_argument("--runs", type=int, default=100, help="campaigns of a policy (default 100; G3 takes twice)")
    parser.add_argument("--policies", action="store_true", help="how campaigns end, policy by policy, too")
    parser.add_argument("--workers", type=int, default=2, help="processes (default 2)")
    parser.add_argument("--talk", action="store_true", help="what bots say in mixed campaigns, and nothing else")
    parser.add_argument("--questions", action="store_true", help="what mixed campaigns ask, and nothing else")
    args = parser.parse_args()

    scenario, checks = nato(), chosen(args.only)
    if args.talk:
        print(summary([talked(scenario, "mixed", n) for n in range(args.runs)]))
        return 0
    if args.questions:
        print(questions(scenario, ends(scenario, "mixed", args.runs)))
        return 0
    shown = SHOWN if args.policies else ()
    evidence = evidence_for(scenario, checks, args.seeds, args.runs, args.workers, shown)

    lines = judged(checks, evidence)
    short = sum(not holds for holds, _ in lines.values())
    print(*(line for _, line in lines.values()), f"{short} of {len(CHECKS)} fall short", sep="\n")
    if shown:
        rows = (row(scenario, policy, evidence.ends(policy)) for policy in shown)
        print("", headings(), *rows, sep="\n")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
