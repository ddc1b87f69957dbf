"""What a comparison is, and what those of all kinds say: seats, who plays them, orders. Names no band."""

from collections.abc import Callable, Mapping

from attrs import frozen

from tests.experts.evidence import Exhibit
from tests.experts.play import TURNS, Course, Order

Verdict = tuple[bool, str]
"""Whether it holds, and the figures."""
Judge = Callable[[Exhibit], Verdict]


@frozen(eq=False)
class Check:
    """`campaigns`: by policy how many parts of the campaigns that are played for one."""

    id: str
    sentence: str
    courses: Mapping[str, Course]
    campaigns: Mapping[str, int]
    judge: Judge


class Checks(dict[str, Check]):
    """A table of comparisons by id, filled by decorating what judges them."""

    def line(
        self, id: str, sentence: str, campaigns: Mapping[str, int] | None = None, /, **courses: Course
    ) -> Callable[[Judge], Judge]:
        def enter(judge: Judge) -> Judge:
            self[id] = Check(id, sentence, courses, campaigns or {}, judge)
            return judge

        return enter


SEATS = ("washington", "berlin", "paris", "london", "nordic-baltic", "warsaw", "ankara", "secretary-general")
EUROPE = SEATS[1:7]
EUROPEANS = (*EUROPE, "secretary-general")
"""Bots everywhere but in Washington."""
EVERY_TURN = range(1, TURNS + 1)


def without(*seats: str) -> tuple[str, ...]:
    """Bots everywhere but in these seats."""
    return tuple(seat for seat in SEATS if seat not in seats)


def withdraw(force: str, turn: int) -> Order:
    return {"seat": "washington", "do": "withdraw", "force": force, "turn": turn}


def assign(seat: str, force: str, theatre: str) -> Order:
    return {"seat": seat, "do": "assign", "force": force, "theatre": theatre}


def spend(seat: str, member: str, share: float) -> Order:
    return {"seat": seat, "do": "set-spending", "member": member, "share": share}
