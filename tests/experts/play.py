"""A campaign as `new` and `apply` play it, in one process: the same seeds, orders, bots, phases, checks of each move.

Keeps neither record nor causes. Knows no comparison. How bots close the orders is told anew here, on one draft, since
the table steps a frozen world for each of their moves: `test_play.py` holds the two against each other.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from attrs import field, frozen

from tabletop.analysis.policies import POLICIES, awaited, late
from tabletop.errors import MoveError
from tabletop.model.moves import Move, Seal, Silence
from tabletop.model.moves.table import read_envelope
from tabletop.model.refusal import Refusal
from tabletop.model.scenario import Scenario
from tabletop.model.seats import CONTROL
from tabletop.model.world import World
from tabletop.rules.acts.check import check, sense
from tabletop.rules.acts.step import resolve
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.turn.council import silent, unheard
from tabletop.rules.turn.opening import before
from tabletop.rules.turn.turn import open_turn
from tabletop.rules.world.draft import Draft

TURNS = 8
_BOT = "bot:"

Order = Mapping[str, Any]
"""A move as a table, as files hold it."""
Orders = Sequence[Order] | Callable[[World], Sequence[Order]]
"""What is ordered in a turn, or what makes it of the world that is ordered in."""


class CannotPlay(Exception):
    """The exercise could not go on, or an order was refused that must not be."""


@frozen(kw_only=True, eq=False)
class Course:
    """Who plays, and what is ordered in which turn.

    `bots`: seats that `policy` plays; the others give only `orders`. `red`: the adversary's order in a turn, the
    model's without. `until`: the last turn that is played, of TURNS. `seed`: the only one it is played on, 0 for all.
    """

    orders: Mapping[int, Orders] = field(factory=dict)
    bots: tuple[str, ...] = ()
    policy: str = "status-quo"
    red: Callable[[int], Order] | None = None
    until: int = TURNS
    seed: int = 0

    @property
    def way(self) -> str:
        """What tells it from other courses in this process, but for how long it is played."""
        return repr((sorted(self.orders.items()), self.bots, self.policy, self.red, self.seed))


@frozen
class Refused:
    """An order that was not taken, and the sentence that says why, with its code."""

    turn: int
    order: Order
    why: str


@frozen(kw_only=True, eq=False)
class Run:
    """A course as it went on a seed. `scores` by turn, 0 being the opening; shares of GDP in `spending` by member,
    holder and successor ("" for none) in `posts`, as they stood when it ended."""

    seed: int
    scores: Sequence[Mapping[str, float]]
    spending: Mapping[str, float]
    posts: Mapping[str, tuple[str, str]]
    refused: Sequence[Refused]


def play(scenario: Scenario, seed: int, course: Course, until: int = 0, *, keep_refused: bool = True) -> Run:
    """Plays a course, `until` another turn than its own where one is given. An order that is refused is left out and
    kept in the run.

    Raises CannotPlay where the exercise can't go on, and without `keep_refused` for the first order refused.
    """
    draft = Draft(_unopened(scenario, course.bots, course.policy), record=False)
    draft.seed = str(seed)
    open_turn(draft, 1)
    table = _Table(draft)
    refused: list[Refused] = []
    advance = {"seat": CONTROL, "do": "advance"}
    model = {"seat": CONTROL, "do": "red", "source": "model"}
    for turn in range(1, (until or course.until) + 1):
        table.must(advance)
        given = course.orders.get(turn, ())
        for order in given(draft) if callable(given) else given:
            why = table.enter(order)
            if why and not keep_refused:
                raise CannotPlay(f"turn {turn}: {order}: {why}")
            if why:
                refused.append(Refused(turn, order, why))
        table.close_orders()
        table.must(advance)
        table.must(course.red(turn) if course.red else model)
        for _ in range(2 if turn == TURNS else 3):
            table.must(advance)
    return _told(draft, seed, refused)


@lru_cache(maxsize=64)
def _unopened(scenario: Scenario, bots: tuple[str, ...], policy: str) -> World:
    return before(scenario, TURNS, dict.fromkeys(bots, f"{_BOT}{policy}"))


def _told(draft: Draft, seed: int, refused: list[Refused]) -> Run:
    names = list(scores(draft))
    return Run(
        seed=seed,
        scores=tuple({name: float(told[name]) for name in names if name in told} for told in draft.history),
        spending={name: member.spending for name, member in draft.members.items()},
        posts={name: (post.holder, post.to) for name, post in draft.posts.items()},
        refused=tuple(refused),
    )


class _Table:
    """Enters moves on a draft under the checks that a player gets."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._entries = 0

    def must(self, order: Order) -> None:
        """Raises CannotPlay when it is refused."""
        if why := self.enter(order):
            raise CannotPlay(why)

    def enter(self, order: Order) -> str:
        """Why an order is refused, "" when it is taken."""
        try:
            move, _, _ = read_envelope(order)
        except MoveError as wrong:
            return f"{wrong} (move/malformed)"
        refusal = self._make(move)
        return f"{refusal.message} ({refusal.code})" if refusal else ""

    def close_orders(self) -> None:
        """What is done before control closes them: bots order, seal and answer; texts that a team could not speak to
        wait for the next turn."""
        draft = self._draft
        there = set(draft.texts)
        bots = {
            seat: state.player.removeprefix(_BOT)
            for seat, state in draft.seats.items()
            if state.player.startswith(_BOT)
        }
        for seat, policy in bots.items():
            if not draft.seats[seat].sealed:
                self._try(POLICIES[policy](draft, seat, draft.seed))
                self._make(Seal(seat=seat))
        for seat in [seat for seat in awaited(draft) if seat in bots]:
            self._try(late(POLICIES[bots[seat]], draft, seat, draft.seed))
        for name, text in tuple(draft.texts.items()):
            quiet = unheard(draft, text) if name in there else silent(draft, text)
            teams = tuple(seat for seat in quiet if seat not in bots)
            if text.state == "open" and teams and f"silence/{name}" not in draft.rulings:
                self._make(Silence(seat=CONTROL, proposal=name, act="wait", seats=teams))

    def _try(self, moves: Iterable[Move]) -> None:
        """A bot's moves, all chosen before the first is made; what is refused is left out."""
        for move in list(moves):
            self._make(move)

    def _make(self, move: Move) -> Refusal | None:
        refusal = check(self._draft, move) or sense(self._draft, move)
        if refusal is None:
            self._entries += 1
            resolve(self._draft, move, self._entries)
        return refusal
