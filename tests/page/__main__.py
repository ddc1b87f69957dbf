"""`python -m tests.page`: makes the tables of docs/model.md that follow from the rules, and writes them with --write,
and the picture of the hindcast.

What follows from the opening and from courses without chance takes a second; campaigns with --runs take longer, and the
doubling and halving of every coefficient, --doubled, longest. What isn't asked for stays as it is. Above each table
stands the command that makes it.
"""

import argparse
from collections.abc import Sequence

from tabletop.analysis.hands import Hands
from tests.page import balance, behaviours, climb, hindcast, papers, picture, spread
from tests.page.coefficients import table
from tests.page.marks import Table, as_table, written
from tests.play import ROOT, nato

DOC = ROOT / "docs" / "model.md"
PICTURE = ROOT / "docs" / "hindcast.svg"
COMMAND = "uv run python -m tests.page"


def made(args: argparse.Namespace) -> dict[str, str]:
    """By mark what belongs there."""
    hands = Hands(args.workers, args.dask)
    found = {
        "coefficients": _beside("", table(nato())),
        "opening": _beside("", behaviours.opening_table()),
        "behaviours": _beside("", behaviours.table()),
        "hindcast": _beside("", hindcast.table()),
        "spread": _beside("", spread.table()),
    }
    if args.runs:
        runs, ends = f"--runs {args.runs}", balance.ends(args.runs, args.workers)
        found["papers"] = _beside(runs, papers.table(papers.papers(nato(), min(args.runs, 60))))
        found["balance"] = _beside(runs, balance.policies_table(ends), f"{args.runs} campaigns a policy.")
        found["secrets"] = _beside(runs, balance.secrets_table(ends["mixed"]), f"{args.runs} mixed campaigns.")
    if args.answers:
        cells = balance.answers_table(args.answers, args.workers)
        found["answers"] = _beside(f"--answers {args.answers}", cells, f"{args.answers} campaigns a cell.")
    if args.doubled:
        told, bars = balance.coefficients_table(args.doubled, hands)
        told = f"{args.doubled} campaigns of each policy a change. {told}"
        found["sensitivity"] = _beside(f"--doubled {args.doubled}", bars, told)
    if args.climbs:
        told = f"{args.climbs} moves tried for each seat."
        found["climb"] = _beside(f"--climbs {args.climbs}", climb.table(args.climbs, hands), told)
    return found


def _beside(options: str, rows: Table, told: str = "") -> str:
    """A table under the command that makes it and what is told of it."""
    return "\n\n".join(part for part in (f"`{COMMAND} {options}".rstrip() + "`", told, as_table(rows)) if part)


def asked(words: Sequence[str] | None = None) -> argparse.Namespace:
    """What a command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.page", description=__doc__)
    parser.add_argument("--runs", type=int, default=0, help="campaigns of each policy (the page: 200)")
    parser.add_argument("--answers", type=int, default=0, help="campaigns of each pair of lines (the page: 12)")
    parser.add_argument("--doubled", type=int, default=0, help="campaigns for each coefficient changed (the page: 4)")
    parser.add_argument("--climbs", type=int, default=0, help="moves tried for each seat (the page: 150)")
    parser.add_argument("--workers", type=int, default=2, help="processes (default 2)")
    parser.add_argument("--dask", default="", metavar="ADDRESS", help="--doubled and --climbs on a Dask cluster")
    parser.add_argument("--write", action="store_true", help="into docs/model.md; else to the screen")
    return parser.parse_args(words)


def main() -> None:
    args = asked()
    found = made(args)
    if args.write:
        DOC.write_text(written(DOC.read_text(encoding="utf-8"), found), encoding="utf-8")
        PICTURE.write_text(picture.drawing(), encoding="utf-8")
    else:
        print(*(f"## {mark}\n\n{text}\n" for mark, text in found.items()), sep="\n")


if __name__ == "__main__":
    main()
