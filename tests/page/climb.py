"""What single moves of every kind gain beside a seat's own line: the search of `simulate --search`, seat after seat."""

from tabletop.analysis.hands import Hands
from tabletop.analysis.search.climb import OWN, Find, Finds, search
from tabletop.rules.scores.objectives import mark
from tabletop.words.sentences import deed_line
from tests.page.ended import opened
from tests.page.marks import Table
from tests.play import nato

SEED = "1"  # the command's own
LARGEST = 3  # finds told of a seat


def table(tries: int, hands: Hands) -> Table:
    """A row a seat: what its own line gives, what was kept adds, and the largest of it."""
    start = opened(nato())
    return (
        ("seat", "own line", "all that was kept adds", "moves", "largest single ones, and through which objective"),
        *(_row(search(start, seat, SEED, tries, OWN, hands)) for seat in start.seats),
    )


def _row(found: Finds) -> tuple[str, ...]:
    told = "; ".join(_told(found.seat, find) for find in found.finds[:LARGEST])
    gain = f"{found.after - found.before:+.1f}"
    return (nato().seats[found.seat].name, f"{found.before:.0f}", gain, str(len(found.finds)), told)


def _told(seat: str, find: Find) -> str:
    start = opened(nato())
    titles = {each.objective.id: each.objective.title for each in mark(start, seat)}
    through = f" ({titles[find.through[0][0]]} {find.through[0][1]:+.1f})" if find.through else ""
    what = deed_line(find.extra.move, start.scenario, start.seats)
    return f"turn {find.extra.turn}, {what} {find.gain:+.1f} ± {find.error:.1f}{through}"
