"""What is played here is what the table plays from files of moves, to the last digit."""

from pathlib import Path

import pytest

from tabletop.analysis.campaign import start_of
from tabletop.analysis.simulate import run_study
from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.table.batch import apply_at_table
from tests.experts.check import SEATS, assign, withdraw
from tests.experts.ends import end_of
from tests.experts.evidence import gather
from tests.experts.forces import HEAVY
from tests.experts.money import press, rise
from tests.experts.play import TURNS, CannotPlay, Course, Order, Orders, play
from tests.play import nato

ADVANCE: Order = {"seat": "control", "do": "advance"}
MODEL: Order = {"seat": "control", "do": "red", "source": "model"}
WRONG: Order = {"seat": "washington", "do": "withdraw", "force": "nothing", "turn": 1}
BOTS = ("berlin", "london", "secretary-general")
LEAVING: dict[int, Orders] = {1: [WRONG], 2: [withdraw(force, 2) for force in HEAVY]}

COURSES = {
    "teams and bots, with orders refused": Course(orders=LEAVING, bots=BOTS, policy="mixed", until=3),
    "orders for bots, from the world": Course(orders={1: rise, 2: rise}, bots=SEATS, until=3),
    "an adversary of control's": Course(red=press, bots=SEATS, policy="own-objectives", until=2),
    "nobody, to the end": Course(),
}


def by_files(path: Path, seed: int, course: Course) -> Session:
    """The course as `new` and `apply` play it; an order that is refused is left out."""
    players = dict.fromkeys(course.bots, f"bot:{course.policy}")
    session = Session.create(path, nato(), Terms(seed=str(seed), turns=TURNS, players=players))
    for turn in range(1, course.until + 1):
        assert not apply_at_table(session, [ADVANCE]).refused
        given = course.orders.get(turn, ())
        for order in given(session.world) if callable(given) else given:
            apply_at_table(session, [order])
        red = course.red(turn) if course.red else MODEL
        close = [ADVANCE, red, *[ADVANCE] * (2 if turn == TURNS else 3)]
        assert not apply_at_table(session, close).refused
    return session


@pytest.mark.parametrize("what", COURSES)
def test_a_course_goes_as_from_files(what: str, save: Path) -> None:
    course = COURSES[what]

    with by_files(save, 101, course) as session:
        world = session.world
    run = play(nato(), 101, course)

    assert len(run.scores) == course.until + 1
    assert [dict(told) for told in run.scores] == [
        {name: told[name] for name in run.scores[0]} for told in world.history
    ]
    assert run.spending == {name: member.spending for name, member in world.members.items()}
    assert run.posts == {name: (post.holder, post.to) for name, post in world.posts.items()}


def test_a_refused_order_is_kept_with_its_reason_or_ends_the_play() -> None:
    course = Course(orders={1: [WRONG, withdraw(HEAVY[0], 1)]}, until=1)

    run = play(nato(), 101, course)

    assert [(each.turn, each.order) for each in run.refused] == [(1, WRONG)]
    assert "force/unknown" in run.refused[0].why
    with pytest.raises(CannotPlay, match="nothing"):
        play(nato(), 101, course, keep_refused=False)


def test_courses_that_go_the_same_way_are_played_once_and_as_long_as_any_is_asked_for() -> None:
    short, long = Course(bots=("london",), until=1), Course(bots=("london",), until=2)
    moved = Course(orders={1: [assign("london", "gb-estonia", "central")]}, bots=("berlin",), until=1, seed=7)

    evidence = gather(nato(), {("X", "short"): short, ("X", "long"): long, ("Y", "moved"): moved}, {}, 2, 1)

    assert evidence.of("X").runs("short") == evidence.of("X").runs("long")
    assert [len(run.scores) for run in evidence.of("X").runs("long")] == [3, 3]
    assert [run.seed for run in evidence.of("Y").runs("moved")] == [7]


def test_a_course_that_cannot_be_played_is_told_to_who_asks_for_it() -> None:
    course = Course(red=lambda turn: {"seat": "control", "do": "red", "levers": [{"lever": "none"}]}, until=1)

    exhibit = gather(nato(), {("X", "wrong"): course}, {}, 1, 1).of("X")

    assert not exhibit.played("wrong")
    with pytest.raises(CannotPlay, match="none"):
        exhibit.runs("wrong")


def test_campaigns_are_those_of_simulate() -> None:
    study = run_study(start_of(nato()), "status-quo", 2, "7")

    told = [end_of(nato(), "status-quo", n).scores[-1]["deterrence"] for n in range(2)]

    assert study.scores["deterrence"][-1].mean == pytest.approx(sum(told) / 2, abs=1e-12)
