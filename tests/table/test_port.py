"""The port: what each place is given, and what control can ask beside it."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.errors import TabletopError
from tabletop.journal.session import Session
from tabletop.model.moves import Adjust, Advance, Declare, Note, Red, Seal, Undo
from tabletop.model.seats import CONTROL, PUBLIC
from tabletop.model.world import Phase, State
from tabletop.rules.world.digest import digest
from tabletop.table.countdown import Countdown
from tabletop.table.exercise import Exercise
from tabletop.table.local import LocalTable
from tabletop.table.port import Control, Record, Table, View
from tests.long import sweep
from tests.play import some_move
from tests.table.remote import RemoteTable, sent
from tests.tui.review_app import keys_orders, keys_session, play

ADVANCE, RED = Advance(seat="control"), Red(seat="control", source="model")


def over(folder: Path, turns: int = 2) -> LocalTable:
    """Two Keys at the review of its second turn."""
    table = play(keys_session(folder), *keys_orders())
    for n in range(turns):
        more = [] if n else [Seal(seat="lyre", why="the lamps", expect={"trust": "up"})]
        play(table.session, *more, ADVANCE, RED, ADVANCE, ADVANCE)
        if n < turns - 1:
            play(table.session, ADVANCE, ADVANCE)
    return table


def asked(table: LocalTable) -> Control:
    assert table.control is not None
    return table.control


def test_every_place_is_a_table_here_and_on_another_machine(tmp_path: Path) -> None:
    here = play(keys_session(tmp_path), ADVANCE)

    tables: list[Table] = [here, here.at("lyre"), here.at(PUBLIC), RemoteTable(sent(here.at("lyre").view_now()))]
    records: list[Record | None] = [table.record for table in tables]

    assert [table.who for table in tables] == [CONTROL, "lyre", PUBLIC, "lyre"]
    assert [table.control is not None for table in tables] == [True, False, False, False]
    assert [record is not None for record in records] == [True, True, True, False]


def test_a_view_that_was_sent_answers_as_the_one_at_home_does(tmp_path: Path) -> None:
    view = over(tmp_path).at("lyre").view_now()

    away = sent(view)

    assert away.scores == view.scores and away.marked("lyre") == view.marked("lyre")
    assert all(away.explained(score) == view.explained(score) for score in view.scores)
    assert away.ends == dict(view.ends) and list(away.ends) == [0, 1]
    assert away.refusal(Declare(seat="lyre", stance="friendship")) is not None


def test_everybody_sees_that_an_edge_is_passed_also_by_a_figure_that_is_no_score(tmp_path: Path) -> None:
    table = play(keys_session(tmp_path), Adjust(seat=CONTROL, what="support/lyre", amount=-58.0, reason="a bad winter"))
    before = table.at("harrow").view_now()
    play(table.session, *keys_orders(), ADVANCE, RED, ADVANCE, ADVANCE)

    assert before.edges == {}
    assert [table.at(who).view_now().edges for who in (CONTROL, "harrow", PUBLIC)] == [{"slack": 1}] * 3


def test_the_end_of_a_turn_is_what_the_place_saw_then(tmp_path: Path) -> None:
    table = play(keys_session(tmp_path), *keys_orders(), ADVANCE, RED, ADVANCE, ADVANCE)
    then = {who: table.at(who).view_now() for who in (CONTROL, "lyre", PUBLIC)}
    play(table.session, ADVANCE, ADVANCE)

    for who, view in then.items():
        now = table.at(who).view_now()
        assert now.ends[1].scores == view.scores, who
        assert now.ends[1].world.history == view.world.history, who
        assert now.starts[2].world.phase is Phase.BRIEF, who


def test_whether_anything_was_entered_in_the_turn_that_is_played_is_not_told(tmp_path: Path) -> None:
    session = keys_session(tmp_path)
    nothing = LocalTable(session, "lyre").view_now()
    assert LocalTable(session).make_now(Note(seat="control", text="secret")) is None

    something = LocalTable(session, "lyre").view_now()

    assert list(nothing.ends) == list(something.ends) == [0]


def test_the_preview_of_an_undo_ends_in_one_stop_whatever_it_quotes(tmp_path: Path) -> None:
    session = keys_session(tmp_path)
    for reason, end in (("It rained.", 'It rained." It'), ("it rained", 'it rained". It')):
        session.make(Adjust(seat=CONTROL, what="support/lyre", amount=-1.0, reason=reason))
        preview = asked(LocalTable(session)).undo_preview(None)
        assert preview is not None and end in preview.words


@settings(max_examples=sweep(12, 4), deadline=None)
@given(seed=st.integers(0, 10**6), back=st.integers(0, 30))
def test_the_preview_of_an_undo_says_what_the_undo_then_does(
    tmp_path_factory: pytest.TempPathFactory, seed: int, back: int
) -> None:
    session, rng = keys_session(tmp_path_factory.mktemp("undo")), Random(seed)
    for _ in range(25):
        session.make(some_move(session.world, rng))
    to = back if back in session.line else None

    preview = asked(LocalTable(session)).undo_preview(to)
    if preview is None:
        return
    expected = digest(session.world_at(preview.to))
    gone = [n for n in session.line if n > preview.to]
    refused = LocalTable(session).make_now(Undo(seat="control", to=preview.to))

    assert refused is None and gone
    assert digest(session.world) == expected
    assert not set(gone) & set(session.line) and all(n <= preview.to for n in session.line)
    assert (
        (f"Move {gone[0]}:" in preview.words) if to is None else (f"{len(gone)} moves after move {to}" in preview.words)
    )
    session.close()


def test_a_seats_own_undo_goes_to_before_its_last_move(tmp_path: Path) -> None:
    table = play(keys_session(tmp_path), *keys_orders())
    last = max(n for n in table.session.line if table.session.entries[n - 1].move.seat == "lyre")

    preview = asked(table).undo_of("lyre")

    assert preview is not None and preview.to == last - 1 and preview.words.startswith("Your last move (")
    assert asked(play(keys_session(tmp_path / "other"), ADVANCE)).undo_of("lyre") is None


def test_what_control_enters_for_a_seat_is_marked_so_at_every_seat(tmp_path: Path) -> None:
    table = play(keys_session(tmp_path), ADVANCE)

    for_lyre = asked(table).for_seat("lyre")
    for_harrow = for_lyre.at("harrow")

    assert for_lyre.by_control and for_harrow.by_control and not for_lyre.at(CONTROL).by_control
    assert for_harrow.make_now(Declare(seat="harrow", stance="price")) is None  # type: ignore[attr-defined]
    assert table.session.entries[-1].entered_by == "control"


def test_a_fork_here_goes_on_from_there_and_one_into_a_file_holds_no_more(tmp_path: Path) -> None:
    table = over(tmp_path)
    control, at = asked(table), 4
    name = control.free_name()

    path = control.fork_into(name, at)
    control.fork_here(at)

    assert path.stem == name == "keys-fork-1" and control.free_name() == "keys-fork-2"
    with Session.open(path) as fresh:
        assert len(fresh.entries) == at and digest(fresh.world) == digest(table.session.world)
    with pytest.raises(TabletopError):
        control.fork_into(name, at)


def test_branches_are_runs_and_rows(tmp_path: Path) -> None:
    table = over(tmp_path)
    whole = asked(table).runs()
    asked(table).fork_here(5)
    play(table.session, Declare(seat="harrow", stance="price"), ADVANCE, RED, ADVANCE, ADVANCE)
    record = table.record

    rows = record.lanes()

    assert len(whole) == 1 and len(asked(table).runs()) == 2
    assert record.branched and len(rows) == 2
    assert rows[0].live and not rows[1].live and rows[1].leaves == 5 and rows[1].parent == 0
    assert rows[0].start == 1.0 < rows[1].start <= rows[1].end
    assert {place.kind for place in record.branch_places()} == {"branch"}
    assert not table.at("lyre").record.branch_places()


def test_nobody_looks_through_eyes_that_are_not_its_own(tmp_path: Path) -> None:
    table = over(tmp_path)
    control, lyre = table.record, table.at("lyre").record

    assert control.eyes == [CONTROL, PUBLIC, *table.session.world.seats] and lyre.eyes == ["lyre", PUBLIC]
    with pytest.raises(LookupError):
        lyre.look_as("harrow")
    lyre.look_as(PUBLIC)
    assert lyre.view(lyre.last).who == PUBLIC and not lyre.view(lyre.last).head


def test_a_record_shows_the_moment_in_the_frame_of_now(tmp_path: Path) -> None:
    table = over(tmp_path)
    record = table.record

    for who in record.eyes:
        record.look_as(who)
        shown: View = record.view(record.last)
        now = table.at(who).view_now()
        assert (shown.saved, shown.n, shown.read_only) == (now.saved, now.n, now.read_only)
        assert shown.scores == now.scores
        assert record.moment(0) == 0 and record.world(0).turn == 1


def test_futures_are_counted_from_what_control_may_see_until_it_looks_under_the_seals(tmp_path: Path) -> None:
    control = asked(play(keys_session(tmp_path), *keys_orders()))

    seen, under = control.futures(), control.futures(under_seals=True)
    counted = [list(each.play(3, lambda: False)) for each in (seen, under)]

    assert counted == [[1, 2, 3]] * 2 and len(seen) == 3
    assert seen.fan("deterrence") != under.fan("deterrence")
    assert list(control.futures().play(3, lambda: True)) == []


def test_what_is_pushed_is_what_was_prepared(tmp_path: Path) -> None:
    from tabletop.table.feed_file import feed_path, read_feed

    table = over(tmp_path)
    control = asked(table)

    trouble = control.push(control.due(), Countdown(90.0, running=False))
    feed = read_feed(feed_path(table.session.path))

    assert trouble == "" and feed is not None
    assert feed["scene"] == control.prepare(control.due()) and feed["now"] == control.stands(
        Countdown(90.0, running=False)
    )


# ---------------------------------------------------------------------- the exercise in hand


def test_an_exercise_follows_what_its_holder_writes(tmp_path: Path) -> None:
    held = play(keys_session(tmp_path), ADVANCE)
    looker = Exercise.open(held.session.path, read_only=True)
    assert looker.read_only and not looker.written_on()

    play(held.session, Declare(seat="lyre", stance="friendship"))

    assert looker.written_on() and looker.read_on()() == 1
    assert looker.moves == len(held.session.entries) and not looker.written_on()
    looker.close()


def test_a_note_left_beside_a_save_is_taken_over_by_who_has_it(tmp_path: Path) -> None:
    held = Exercise(play(keys_session(tmp_path), ADVANCE).session)
    looker = Exercise.open(held.path, read_only=True)

    wrong = asked(looker.table()).leave_note(Note(seat="control", text="hm"))  # type: ignore[arg-type]

    assert wrong == "" and held.alive() == 1 and held.alive() == 0
    assert held.session.entries[-1].entered_by == "recorder" and looker.alive() == 0
    looker.close()


def test_what_was_half_typed_is_taken_once_and_never_by_who_only_looks(tmp_path: Path) -> None:
    held = Exercise(keys_session(tmp_path))
    held.put_drafts({"NoteDialog/": {"text": "hm"}})
    looker = Exercise.open(held.path, read_only=True)

    assert looker.take_drafts() == {}
    assert held.take_drafts() == {"NoteDialog/": {"text": "hm"}} and held.take_drafts() == {}
    looker.close()


def test_an_exercise_knows_its_own_tables(tmp_path: Path) -> None:
    one, other = Exercise(keys_session(tmp_path / "a")), Exercise(keys_session(tmp_path / "b"))

    assert one.has(one.table()) and one.has(one.table("lyre")) and not one.has(other.table())
    assert not one.has(RemoteTable(sent(one.table("lyre").view_now())))


def test_its_clock_runs_by_the_record_and_stands_where_nobody_plays(tmp_path: Path) -> None:
    from tabletop.model.moves import Clock as ClockMove

    ticks = [0.0]
    held = Exercise(play(keys_session(tmp_path), ADVANCE).session)
    assert held.clock() == Countdown() and not held.timed
    held.begin_time(lambda: ticks[0])
    assert held.enter(ClockMove(seat="control", act="start", seconds=90.0)) is None

    held.clock()
    ticks[0] += 30

    assert held.clock().seconds == pytest.approx(60.0) and held.clock().running
    held.stand_still()
    assert not held.clock().running
    assert held.world.state is State.RUNNING
