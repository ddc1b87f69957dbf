"""Law 4 of what a table gives: the record, its counts and its numbers say nothing of what is kept from a place."""

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import attrs
import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from tabletop.journal.session import Session
from tabletop.model.moves import (
    REGISTRY,
    Answer,
    Argue,
    Estimate,
    Fund,
    MakeFreeMove,
    MakePromise,
    Message,
    Move,
    Note,
    Odds,
    Ordered,
    Red,
    ReleaseInject,
    Roll,
    Rule,
    Seal,
    SetSpending,
    Show,
    TakeBack,
    Talk,
    Undo,
    Unseal,
    Verdict,
    Withdraw,
    WriteInject,
)
from tabletop.model.record import Line
from tabletop.model.seats import CONTROL, PUBLIC
from tabletop.table.local import LocalTable
from tests.journal.sessions import at_random, begun
from tests.long import sweep
from tests.play import nato
from tests.table.pairs import ADVANCE, SECRET, Pair, given, on, play

VIEWERS = (*nato().seats, PUBLIC)


@settings(max_examples=sweep(14, 5), deadline=None)
@for_all(seed=st.integers(0, 10**6), viewer=st.sampled_from(VIEWERS))
def test_secrets_of_every_kind_change_nothing_that_a_place_is_given_while_they_are_secret(
    seed: int, viewer: str
) -> None:
    rng = Random(seed)
    with TemporaryDirectory() as folder:
        pair = Pair(Path(folder), viewer)
        for _ in range(rng.randint(1, 4)):  # into brief, orders, red or adjudication of the first turn
            play(pair, rng, 12, SECRET, back=False)
            assert given(pair.bare, viewer) == given(pair.full, viewer)
            on(pair, rng)
        pair.close()


@settings(max_examples=sweep(8, 4), deadline=None)
@for_all(seed=st.integers(0, 10**6), viewer=st.sampled_from(VIEWERS))
def test_orders_that_were_taken_back_are_never_told_whatever_comes_after(seed: int, viewer: str) -> None:
    rng = Random(seed)
    with TemporaryDirectory() as folder:
        pair = Pair(Path(folder), viewer)
        for _ in range(7):  # through the review into the next turn
            play(pair, rng, 6, SECRET - {"rule", "red"}, back=True)
            on(pair, rng)
        assert len(pair.full.entries) > len(pair.bare.entries)
        assert given(pair.bare, viewer) == given(pair.full, viewer)
        pair.close()


@settings(max_examples=sweep(20, 7), deadline=None)
@for_all(seed=st.integers(0, 10**6))
def test_what_is_on_record_as_seen_is_what_the_table_had_shown(seed: int) -> None:
    with TemporaryDirectory() as folder, begun(Path(folder) / "s.toml") as session:
        at_random(session, Random(seed), 60)
        gate = session.play.gate
        for entry in session.entries:
            shown = [gate.since(n, entry.seat) for n in gate.numbers(entry.seat, entry.n - 1)]
            assert entry.saw == (None if entry.seat == CONTROL else max(shown, default=0))


@settings(max_examples=sweep(10, 4), deadline=None)
@for_all(seed=st.integers(0, 10**6), cut=st.integers(0, 40))
def test_what_a_place_was_told_stays_as_it_was_told(seed: int, cut: int) -> None:
    with TemporaryDirectory() as folder, begun(Path(folder) / "s.toml") as session:
        at_random(session, Random(seed), 30)
        before = {who: list(session.play.gate.numbers(who)) for who in (*session.world.seats, PUBLIC)}
        at_random(session, Random(seed + 1), 20)
        for who, told in before.items():
            assert list(session.play.gate.numbers(who))[: len(told)] == told

        kept = min(cut, len(session.entries))
        as_told = {who: list(session.play.gate.numbers(who, kept)) for who in before}
        session.play.drop_to(kept)
        assert {who: list(session.play.gate.numbers(who)) for who in before} == as_told


@pytest.mark.parametrize("kind", REGISTRY.values(), ids=list(REGISTRY))
def test_what_a_kind_keeps_or_refers_to_are_fields_of_it_that_can_be_left_empty(kind: type[Any]) -> None:
    fields = {a.name: a for a in attrs.fields(kind)}

    assert all(fields[name].default is not attrs.NOTHING for name in (*kind.later, *kind.kept))
    assert not kind.refers or fields[kind.refers].type is int


# ---------------------------------------------------------------------- the right values, one by one


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return begun(tmp_path / "s.toml", nato())


def enter(session: Session, *moves: Move, by: str = "") -> None:
    for move in moves:
        made = session.make(move, by)
        assert not hasattr(made, "code"), made


def read(session: Session, who: str) -> list[Line]:
    return list(LocalTable(session, who).view_now().lines)


def words(session: Session, who: str) -> str:
    return repr(read(session, who))


RED = Red(seat="control", levers=({"lever": "rest"},), why="REDWHY")
TO_REVIEW = (ADVANCE, RED, ADVANCE, ADVANCE)


def test_what_a_seat_gave_at_the_seal_is_read_by_others_in_the_review_and_not_before(session: Session) -> None:
    enter(session, ADVANCE, Seal(seat="berlin", why="EARLIER", expect={"trust": "up"}), Unseal(seat="berlin"))
    enter(session, Seal(seat="berlin", why="WHY", expect={"cohesion": "down"}))

    for move in TO_REVIEW:
        for who in ("paris", "washington", PUBLIC):
            seals = [line.move for line in read(session, who) if isinstance(line.move, Seal)]
            assert [(seal.seat, seal.why, seal.expect) for seal in seals] == [("berlin", "", {})] * 2
        assert "WHY" in words(session, "berlin")
        enter(session, move)

    for who in ("paris", PUBLIC, CONTROL):
        assert "WHY" in words(session, who) and "'cohesion'" in words(session, who)
        assert ("EARLIER" in words(session, who)) == (who == CONTROL)
    assert "REDWHY" not in words(session, "paris")


def test_control_reads_that_a_seat_has_ordered_and_nothing_else_until_red_has_sealed(session: Session) -> None:
    enter(session, ADVANCE, SetSpending(seat="paris", member="fr", share=2.4), by="control")
    enter(session, Seal(seat="paris", why="WHY", expect={"trust": "up"}), ADVANCE)

    told = [line.move for line in read(session, CONTROL)]
    assert told[1] == Ordered(seat="paris") and told[2] == Seal(seat="paris")
    assert isinstance(read(session, "paris")[1].move, SetSpending)

    enter(session, RED)
    assert isinstance(read(session, CONTROL)[1].move, SetSpending)
    assert "WHY" in words(session, CONTROL)


def test_orders_are_told_in_the_review_unless_they_were_replaced_taken_back_or_undone(session: Session) -> None:
    enter(session, ADVANCE)
    enter(session, SetSpending(seat="paris", member="fr", share=2.3), SetSpending(seat="paris", member="fr", share=2.4))
    enter(session, Withdraw(seat="washington", force="us-abct-pl", turn=3), TakeBack(seat="washington", entry=4))
    enter(session, Fund(seat="berlin", programme="c-essi", pays=50), Undo(seat="control", to=5))
    enter(session, *TO_REVIEW)

    told = [line.move for line in read(session, "london") if line.move.order]
    assert told == [SetSpending(seat="paris", member="fr", share=2.4)]
    assert not any(isinstance(line.move, Undo | TakeBack) for line in read(session, "london"))
    assert any(isinstance(line.move, TakeBack) for line in read(session, "washington"))


def test_an_undo_is_told_to_those_from_whom_it_takes_something(session: Session) -> None:
    enter(session, ADVANCE, Message(seat="berlin", to="paris", text="Psst."), Undo(seat="control", to=1), ADVANCE)
    enter(session, Undo(seat="control", to=1))

    undone = {who: sum(isinstance(line.move, Undo) for line in read(session, who)) for who in ("paris", "london")}
    assert undone == {"paris": 2, "london": 1}


def test_words_between_seats_are_for_those_they_name(session: Session) -> None:
    enter(session, ADVANCE)
    enter(session, Message(seat="berlin", to="paris", text="MESSAGE"))
    enter(session, MakePromise(seat="berlin", to="paris", due=2, text="PROMISE"))
    enter(session, Talk(seat="control", seats=("berlin", "paris"), minutes=5, text="TALK"))
    enter(session, Show(seat="control", what="SHOWN", to="paris"), Verdict(seat="control", promise=3, state="kept"))

    assert [line.move.do for line in read(session, "paris")] == [
        *("advance", "message", "promise", "talk", "show", "verdict"),
    ]
    assert [line.move.do for line in read(session, "london")] == ["advance"]
    enter(session, Show(seat="control", what="SHOWN", to="room"))
    assert [line.move.do for line in read(session, PUBLIC)] == ["advance", "show"]


def test_a_place_counts_its_own_lines_and_names_moves_by_them(session: Session) -> None:
    enter(session, ADVANCE, Note(seat="control", text="x"), Message(seat="berlin", to="paris", text="Psst."))
    enter(session, MakeFreeMove(seat="warsaw", aim="A corridor"), Note(seat="control", text="y"))

    london, control = LocalTable(session, "london"), LocalTable(session)
    (free,) = london.view_now().world.free_moves
    assert [line.n for line in london.view_now().lines] == [1, 2] and free.ref == 2
    assert london.view_now().n == 2 and not london.view_now().head

    assert london.make_now(Argue(seat="london", move=free.ref, side="against", text="No road.")) is None
    assert london.make_now(Estimate(seat="london", move=free.ref, word="likely")) is None
    assert session.entries[-1].move == Estimate(seat="london", move=4, word="likely")
    assert [line.move.move for line in london.view_now().lines if isinstance(line.move, Argue)] == [2]
    assert [line.move.move for line in control.view_now().lines if isinstance(line.move, Argue)] == [4]


def test_estimates_are_blind_until_the_roll(session: Session) -> None:
    enter(session, ADVANCE, MakeFreeMove(seat="warsaw", aim="A corridor"))
    enter(session, Estimate(seat="paris", move=2, word="likely"), Odds(seat="control", move=2, chance=40))

    def estimates(who: str) -> list[str]:
        return [seat for free in LocalTable(session, who).view_now().world.free_moves for seat, _ in free.estimates]

    assert (estimates("paris"), estimates("london"), estimates(PUBLIC)) == (["paris"], [], [])
    enter(session, Roll(seat="control", move=2, dice=30))
    assert (estimates("london"), estimates(PUBLIC)) == (["paris"], ["paris"])
    assert not any(isinstance(line.move, Estimate) for line in read(session, "london"))


def test_a_ruling_is_told_with_the_results_and_its_private_reason_to_nobody(session: Session) -> None:
    enter(session, ADVANCE, Withdraw(seat="washington", force="us-abct-pl", turn=3), ADVANCE, RED, ADVANCE)
    enter(session, Rule(seat="control", item=2, outcome="set-aside", public="FIRST", private="BLUFF"))
    enter(session, Rule(seat="control", item=2, outcome="accept", public="SECOND", private="BLUFF"))
    assert "FIRST" not in words(session, "paris") + words(session, "washington")

    enter(session, ADVANCE)
    for who in ("paris", PUBLIC):
        assert "SECOND" in words(session, who)
        assert "FIRST" not in words(session, who) and "BLUFF" not in words(session, who)


def test_an_answer_is_told_with_the_results_and_its_words_to_control_alone(session: Session) -> None:
    asked = next(name for name, state in session.world.injects.items() if state.turn)
    seat = session.world.scenario.injects[asked].answers[0]
    option = session.world.scenario.injects[asked].options[0].id
    enter(session, Answer(seat=seat, inject=asked, text="OWNWORDS"), Answer(seat=seat, inject=asked, option=option))
    assert not any(isinstance(line.move, Answer) for line in read(session, "ankara"))

    enter(session, ADVANCE, *TO_REVIEW)
    told = [line.move for line in read(session, "ankara") if isinstance(line.move, Answer)]
    assert told == [Answer(seat=seat, inject=asked, option=option)]


def test_who_entered_a_move_is_told_to_its_seat_and_control(session: Session) -> None:
    enter(session, ADVANCE)
    enter(session, SetSpending(seat="paris", member="fr", share=2.4), by="Anna")
    enter(session, *TO_REVIEW)

    by = {who: {line.entered_by for line in read(session, who) if line.move.order} for who in ("paris", "london")}
    assert by == {"paris": {"Anna"}, "london": {""}}


def test_an_inject_written_in_play_is_told_when_it_is_delivered(session: Session) -> None:
    enter(session, ADVANCE)
    enter(
        session, WriteInject(seat="control", inject="held", title="LATER", text="WORDS", answers=("paris",), held=True)
    )
    enter(session, WriteInject(seat="control", inject="now", title="NOW", answers=("paris",)))

    for who in ("paris", "london", PUBLIC):
        assert "LATER" not in words(session, who) and "WORDS" not in repr(LocalTable(session, who).view_now())
        assert "NOW" in words(session, who)

    enter(session, ReleaseInject(seat="control", inject="held"))
    for who in ("paris", "london", PUBLIC):
        assert "LATER" in words(session, who)
