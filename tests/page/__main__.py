"""`python -m tests.page`: makes the tables of docs/model.md that follow from the rules, and writes them with --write,
and the picture of the hindcast.

What follows from the opening and from courses without chance takes a second; campaigns with --runs take longer, and the
doubling and halving of every coefficient, --doubled, longest. What isn't asked for stays as it is.
"""

import argparse

from tabletop.analysis.hands import Hands
from tests.page import balance, behaviours, climb, hindcast, papers, picture, spread
from tests.page.coefficients import table
from tests.page.marks import as_table, written
from tests.play import ROOT, nato

DOC = ROOT / "docs" / "model.md"
PICTURE = ROOT / "docs" / "hindcast.svg"


def made(runs: int, answers: int, doubled: int, climbs: int, hands: Hands) -> dict[str, str]:
    """By mark what belongs there."""
    found = {
        "coefficients": as_table(table(nato())),
        "opening": as_table(behaviours.opening_table()),
        "behaviours": as_table(behaviours.table()),
        "hindcast": as_table(hindcast.table()),
        "spread": as_table(spread.table()),
    }
    workers = hands.workers
    if runs:
        ends = balance.ends(runs, workers)
        found["papers"] = as_table(papers.table(papers.papers(nato(), min(runs, 60))))
        found["balance"] = f"{runs} campaigns a policy.\n\n{as_table(balance.policies_table(ends))}"
        found["secrets"] = f"{runs} mixed campaigns.\n\n{as_table(balance.secrets_table(ends['mixed']))}"
    if answers:
        found["answers"] = f"{answers} campaigns a cell.\n\n{as_table(balance.answers_table(answers, workers))}"
    if doubled:
        told, bars = balance.coefficients_table(doubled, hands)
        found["sensitivity"] = f"{doubled} campaigns of each policy a change. {told}\n\n{as_table(bars)}"
    if climbs:
        found["climb"] = f"{climbs} moves tried for each seat.\n\n{as_table(climb.table(climbs, hands))}"
    return found


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.page", description=__doc__)
    parser.add_argument("--runs", type=int, default=0, help="campaigns of each policy (the page: 200)")
    parser.add_argument("--answers", type=int, default=0, help="campaigns of each pair of lines (the page: 12)")
    parser.add_argument("--doubled", type=int, default=0, help="campaigns for each coefficient changed (the page: 4)")
    parser.add_argument("--climbs", type=int, default=0, help="moves tried for each seat (the page: 150)")
    parser.add_argument("--workers", type=int, default=2, help="processes (default 2)")
    parser.add_argument("--dask", default="", metavar="ADDRESS", help="--doubled and --climbs on a Dask cluster")
    parser.add_argument("--write", action="store_true", help="into docs/model.md; else to the screen")
    args = parser.parse_args()
    found = made(args.runs, args.answers, args.doubled, args.climbs, Hands(args.workers, args.dask))
    if args.write:
        DOC.write_text(written(DOC.read_text(encoding="utf-8"), found), encoding="utf-8")
        PICTURE.write_text(picture.drawing(), encoding="utf-8")
    else:
        print(*(f"## {mark}\n\n{text}\n" for mark, text in found.items()), sep="\n")


if __name__ == "__main__":
    main()
