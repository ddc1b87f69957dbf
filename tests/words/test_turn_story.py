"""A turn's story leaves nothing out, rests on the record, adds up, and tells a place nothing that it may not know."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random

import pytest

from tabletop.analysis.explain import explanation
from tabletop.journal.session import Session
from tabletop.model import moves as m
from tabletop.model.seats import PUBLIC
from tabletop.model.world import Phase, State
from tabletop.table.eyes import Eyes
from tabletop.table.port import View
from tabletop.table.turn_story import story, turn_story
from tabletop.words.story import TurnStory
from tabletop.words.story.acts import in_the_open
from tabletop.words.story.turn import weight
from tests.journal.sessions import at_random, begun
from tests.tui.review_app import ADVANCE, RED, keys_session, nato_arguments, nato_session, nato_turn, play

CONTROL = "control"


def at_review(session: Session) -> None:
    while session.world.phase is not Phase.REVIEW:
        play(session, *([RED] if session.world.phase is Phase.RED and not session.world.red else []), ADVANCE)


def whole(view: View) -> TurnStory:
    told = turn_story(view)
    assert told is not None
    return told


@pytest.fixture(params=[4, 5, 6])
def reviews(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Session]:
    """A session of random moves that hasn't come to its end, in the review of one of its turns."""
    for n in count(100 * request.param):
        with begun(tmp_path / f"{n}.toml") as session:
            at_random(session, Random(n), 120)
            if session.world.state is State.RUNNING:
                at_review(session)
                yield session
                return


@pytest.fixture
def full(tmp_path: Path) -> Session:
    """Turn 1 of the large scenario in review, with something of every kind."""
    session = nato_session(tmp_path)
    play(session, *nato_turn())
    play(session, *nato_arguments(session))
    at_review(session)
    return session


def views(session: Session) -> Iterator[View]:
    for who in (CONTROL, PUBLIC, *session.world.seats):
        yield Eyes(session, who).view_now()


def test_every_entry_rests_on_lines_that_this_place_may_read(reviews: Session) -> None:
    for view in views(reviews):
        for entry in whole(view).entries:
            assert entry.refs, entry
            assert all(1 <= ref <= view.n for ref in entry.refs)


def test_whatever_was_ordered_ruled_answered_argued_or_done_in_the_open_is_in_it(reviews: Session) -> None:
    for view in views(reviews):
        told = {ref for entry in whole(view).entries for ref in entry.refs}
        world = view.world
        refs = {order.ref for seat in world.seats.values() for order in seat.orders}
        refs |= {free.ref for free in world.free_moves if free.turn == world.turn}
        refs |= {ruling.ref for item, ruling in world.rulings.items()
                 if ruling.outcome != "accept" and not item.startswith("silence")}  # fmt: skip
        refs |= {line.n for line in view.lines if line.live and line.turn == world.turn and in_the_open(line.move)}
        live = [line for line in view.lines if line.live and line.turn == world.turn]
        refs |= {line.n for line in live if isinstance(line.move, m.MakePromise | m.Adjust)}
        answers = {ref for state in world.injects.values() if state.turn == world.turn for ref in state.refs}

        assert refs | answers <= told


def test_what_moved_is_told_once_so_that_it_adds_up(reviews: Session) -> None:
    for view in views(reviews):
        told = whole(view)
        for score in told.scores:
            was = explanation(view.world, score)
            parts = [dict(entry.moved).get(score, 0.0) for entry in told.entries]
            assert sum(parts) == pytest.approx(was.after - was.before, abs=1e-9)


def test_what_moved_most_stands_first(reviews: Session) -> None:
    ranked = whole(Eyes(reviews).view_now()).ranked()
    weights = [round(weight(entry), 6) for entry in ranked]
    assert weights == sorted(weights, reverse=True)


def test_a_free_move_has_its_reasons_and_those_of_others(full: Session) -> None:
    (argued,) = whole(Eyes(full).view_now()).of("argued")
    reasons = "\n".join(argued.detail)

    assert 'by "a treaty between four parliaments' in reasons
    assert 'because "The staff exists and has exercised together" and "All four parliaments' in reasons
    assert 'against, Paris & the South: "Parliaments do not hurry"' in reasons
    assert argued.who == ("warsaw",)


def test_a_promise_is_told_whole_to_those_it_binds_and_to_nobody_else(full: Session) -> None:
    for view in views(full):
        promises = whole(view).of("promised")
        assert len(promises) == (view.who in (CONTROL, "berlin", "warsaw"))
        assert not any("lend" in sentence for sentence in story(view))


def test_a_broken_promise_is_told_to_all_without_its_words(tmp_path: Path) -> None:
    session = keys_session(tmp_path)
    play(session, ADVANCE, m.MakePromise(seat="lyre", to="harrow", due=1, text="quietly"))
    play(session, m.Verdict(seat=CONTROL, promise=session.world.promises[0].ref, state="broken"))
    at_review(session)

    for view in views(session):
        (broken,) = whole(view).of("promise")
        assert broken.told == "Lyre and Mossgate breaks a promise"
        assert ("to the Council of Harrow" in broken.text) is (view.who in (CONTROL, "lyre", "harrow"))
        assert any(sentence.startswith("Lyre and Mossgate breaks a promise: ") for sentence in story(view))


def test_control_s_sentence_on_an_order_let_stand_is_told_with_what_came_of_it(tmp_path: Path) -> None:
    session = keys_session(tmp_path)
    play(session, ADVANCE, m.Withdraw(seat="harrow", force="harrow-galleys", turn=1), ADVANCE, RED, ADVANCE)
    order = session.world.seats["harrow"].orders[0].ref
    play(session, m.Rule(seat=CONTROL, item=order, outcome="accept", public="They row at night"), ADVANCE)

    told = [sentence for sentence in story(Eyes(session).view_now()) if "They row at night" in sentence]
    assert len(told) == 1
    assert told[0].startswith('Harrow galleys leave Outer harbour, by surprise: "They row at night"; Hands freed +')


def test_a_second_edit_takes_in_what_was_added_to_the_first(full: Session) -> None:
    late = m.Adjust(seat=CONTROL, what="cohesion", amount=1.0, reason="late")
    play(full, m.Sitrep(seat=CONTROL, text="Mine."), late)
    draft = story(Eyes(full).view_now())
    play(full, m.Sitrep(seat=CONTROL, text="\n\n".join(draft)))

    assert draft == ["Mine.", 'Control changes Cohesion by +1: "late".'] == story(Eyes(full).view_now())
