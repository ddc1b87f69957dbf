"""A session: undo, redo, branches, doubled and stale moves, rolls that stay, redaction, practice."""

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tabletop.errors import PlaceError, SaveError
from tabletop.journal.fork import fork_point, fork_save
from tabletop.journal.record.entry import REDACTED, Entry
from tabletop.journal.replay import fold
from tabletop.journal.session import Session
from tabletop.journal.store.save_toml import load
from tabletop.model.moves import (
    Advance,
    MakeFreeMove,
    Message,
    Move,
    Note,
    Practice,
    Redact,
    Redo,
    Roll,
    SetSpending,
    Undo,
)
from tabletop.model.refusal import Refusal
from tabletop.model.world import Phase
from tests.builders import new_session, open_session, played, toy_rules
from tests.long import sweep


def spend(share: float) -> SetSpending:
    return SetSpending(seat="berlin", member="de", share=share)


def undo(to: int) -> Undo:
    return Undo(seat="control", to=to)


REDO = Redo(seat="control")
ADVANCE = Advance(seat="control")
NOTE = Note(seat="control", text="hm")


def code(made: Entry | Refusal) -> str:
    assert isinstance(made, Refusal), made
    return made.code


def number(made: Entry | Refusal) -> int:
    assert isinstance(made, Entry), made
    return made.n


def test_undo_and_redo_are_entries_and_what_was_undone_stays(tmp_path: Path) -> None:
    with new_session(tmp_path / "s") as session:
        for share in (1.0, 2.0, 3.0):
            session.make(spend(share))
        after_one, after_three = session.play.rules.digest(session.world_at(1)), session.digest

        session.make(undo(1))
        assert (session.line, session.digest) == ([1], after_one)
        session.make(NOTE)
        session.make(REDO)

        assert (session.line, session.digest) == ([1, 2, 3, 5], after_three)
        assert [entry.n for entry in session.entries] == [1, 2, 3, 4, 5, 6]


def test_redo_takes_back_undo_after_undo_until_something_is_done(tmp_path: Path) -> None:
    with new_session(tmp_path / "s") as session:
        for share in (1.0, 2.0, 3.0):
            session.make(spend(share))
        session.make(undo(2))
        session.make(undo(0))

        session.make(REDO)
        assert session.line == [1, 2]
        session.make(REDO)
        assert session.line == [1, 2, 3]
        assert code(session.make(REDO)) == "redo/nothing"
        session.make(undo(1))
        session.make(spend(4.0))
        assert code(session.make(REDO)) == "redo/nothing"
        assert session.line == [1, 9]


def test_an_undo_that_goes_nowhere_is_refused(tmp_path: Path) -> None:
    with new_session(tmp_path / "s") as session:
        assert code(session.make(undo(0))) == "undo/nothing"
        session.make(spend(1.0))
        session.make(spend(2.0))
        assert code(session.make(undo(2))) == "undo/nothing"
        assert code(session.make(undo(7))) == "undo/elsewhere"
        session.make(undo(1))
        assert code(session.make(undo(2))) == "undo/elsewhere"
        assert code(session.make(Undo(seat="berlin", to=0))) == "seat/control-only"
        assert len(session.entries) == 3


def test_a_refused_a_doubled_and_a_stale_move_change_nothing(tmp_path: Path) -> None:
    with new_session(tmp_path / "s") as session:
        session.make(spend(1.0), id="a1")
        before = session.path.read_bytes(), session.digest, session.head

        assert code(session.make(spend(9.0))) == "spending/too-fast"
        assert code(session.make(spend(2.0), id="a1")) == "move/doubled"
        assert code(session.make(spend(2.0), meant_for=(1, Phase.ORDERS))) == "move/stale"
        assert (session.path.read_bytes(), session.digest, session.head) == before
        assert number(session.make(spend(2.0), id="a2", meant_for=(1, Phase.BRIEF))) == 2

    with open_session(tmp_path / "s") as session:
        assert code(session.make(spend(2.0), id="a1")) == "move/doubled"


def test_what_a_seat_could_see_is_on_record(tmp_path: Path) -> None:
    with new_session(tmp_path / "s") as session:
        session.make(ADVANCE)
        session.make(spend(1.0))
        session.make(Message(seat="berlin", to="paris", text="psst"))

        assert number(session.make(SetSpending(seat="paris", member="fr", share=2.0))) == 4
        session.make(SetSpending(seat="warsaw", member="pl", share=2.0))

        assert [entry.saw for entry in session.entries] == [None, 1, 2, 3, 1]


def test_a_fork_in_the_same_save_leaves_the_other_branch_alone(tmp_path: Path) -> None:
    with new_session(tmp_path / "s") as session:
        for share in (1.0, 2.0, 3.0):
            session.make(spend(share))
        other = session.digest

        session.fork_here(1)
        assert session.line == [1]
        session.make(spend(4.0))

        assert session.entries[3].parent == 1
        assert session.line == [1, 4]
        assert session.play.rules.digest(session.world_at(3)) == other
        main, branch = session.play.tree.leaves(session.entries)
        assert (main.entries, main.fork, main.live) == ((1, 2, 3), 0, False)
        assert (branch.entries, branch.fork, branch.live) == ((4,), 1, True)
        session.fork_here(3)
        assert session.digest == other
        with pytest.raises(SaveError):
            session.fork_here(9)
        digest = session.digest

    with open_session(tmp_path / "s") as session:
        session.fork_here(3)
        assert session.digest == digest


def test_a_fork_is_a_prefix_and_the_same_moves_give_the_same_world(tmp_path: Path) -> None:
    with played(tmp_path / "s", 1) as session:
        save = load(session.path)
        for at in range(len(save.entries) + 1):
            path = tmp_path / f"f{at}"
            fork_save(save, at, path)

            assert session.path.read_bytes().startswith(path.read_bytes())
            assert fork_point(save, load(path)) == at
            with open_session(path) as branch:
                for entry in save.entries[at:]:
                    branch.make(entry.move)
                assert branch.digest == session.digest
        with pytest.raises(PlaceError):
            fork_save(save, 1, tmp_path / "f2")
        with pytest.raises(SaveError):
            fork_save(save, 99, tmp_path / "g")


def test_a_roll_taken_back_stays_and_is_used_again(tmp_path: Path) -> None:
    with new_session(tmp_path / "s") as session:
        session.make(MakeFreeMove(seat="paris", aim="a"))
        session.make(Roll(seat="control", move=1, dice=17))
        session.make(undo(0))

        session.make(MakeFreeMove(seat="paris", aim="something else"))
        again = session.make(Roll(seat="control", move=4, dice=99))

        assert isinstance(again, Entry)
        assert again.move == Roll(seat="control", move=4, dice=17)
        assert session.world.free_moves[0].rolled == 17


def test_a_keyed_roll_taken_back_can_not_be_traded_for_dice(tmp_path: Path) -> None:
    with new_session(tmp_path / "s") as session:
        session.make(MakeFreeMove(seat="paris", aim="a"))
        session.make(Roll(seat="control", move=1))
        session.make(undo(1))
        made = session.make(Roll(seat="control", move=1, dice=99))

        assert isinstance(made, Entry)
        assert made.move == Roll(seat="control", move=1)


def test_the_practice_turn_is_thrown_away_but_stays_on_record(tmp_path: Path) -> None:
    with new_session(tmp_path / "s") as session:
        session.make(spend(1.0))
        before = session.digest
        session.make(Practice(seat="control", act="begin"))
        session.make(spend(2.0))
        session.make(ADVANCE)
        session.make(Practice(seat="control", act="end"))

        assert session.digest == before
        assert len(session.line) == 5
        session.make(spend(3.0))
        digest = session.digest
        session.make(undo(4))
        assert session.world.practice

    with open_session(tmp_path / "s") as session:
        session.make(REDO)
        assert session.digest == digest


@pytest.mark.parametrize("what", [{"entry": 4}, {"seat": "paris"}, {"everything": True}])
def test_redaction_takes_the_words_and_leaves_the_record(tmp_path: Path, what: dict[str, Any]) -> None:
    with played(tmp_path / "s", 1, mirror=tmp_path / "stick") as session:
        heads, digest = [entry.head for entry in session.entries], session.digest

        made = session.redact(**what)

        assert isinstance(made, list)
        assert made[0].move == Redact(seat="control", entry=4)
        assert [entry.head for entry in session.entries[:12]] == heads
        assert session.digest == digest
        text = session.path.read_text(encoding="utf-8")
        assert "Ça va?" not in text and "text_hash" in text
        assert ("stone" in text) == ("everything" not in what)
        assert session.writer.mirror and session.writer.mirror.settle(5)
        assert (tmp_path / "stick" / "s").read_bytes() == session.path.read_bytes()
        session.make(spend(1.0))
        assert code(session.make(Redact(seat="control", entry=99))) == "redact/no-entry"
        assert isinstance(session.redact(entry=1), Refusal)
        digest = session.digest

    save = load(tmp_path / "s")
    assert not save.fault
    assert save.entries[3].move == Message(seat="paris", to="berlin", text=REDACTED)
    assert fold(save, toy_rules())[1] == ""
    with open_session(tmp_path / "s") as session:
        assert session.digest == digest


def test_a_save_under_other_rules_says_from_which_turn_numbers_differ(tmp_path: Path) -> None:
    played(tmp_path / "s", 3).close()

    with open_session(tmp_path / "s", rules=toy_rules("toy 2")) as session:
        assert session.notices == ("played under rules toy 1, these are toy 2: no recorded number differs",)
    with open_session(tmp_path / "s", rules=toy_rules("toy 2", weight=2.0)) as session:
        assert "from turn 1 on (entry 12) the numbers differ: played under rules toy 1" in session.notices[0]
        assert session.entries[11].scores == {"cohesion": 51.0}


def test_replay_stops_where_asked(tmp_path: Path) -> None:
    with played(tmp_path / "s", 2) as session:
        save, rules = load(session.path), toy_rules()

        for n in range(len(save.entries) + 1):
            play, ended = fold(save, rules, n)
            assert (rules.digest(play.world), ended) == (rules.digest(session.world_at(n)), "")


def test_replay_plays_the_good_prefix(tmp_path: Path) -> None:
    played(tmp_path / "s").close()
    data = (tmp_path / "s").read_bytes().replace(b"share = 2.5", b"share = 2.6")
    (tmp_path / "t").write_bytes(data)

    save = load(tmp_path / "t")
    play, ended = fold(save, toy_rules())

    assert play.world.phase is Phase.ORDERS and ended == ""
    assert "entry 2 is bad" in save.fault


def test_a_move_that_rules_refuse_ends_a_checked_fold(tmp_path: Path) -> None:
    with new_session(tmp_path / "s") as session:
        session.make(spend(1.0))
        session.make(spend(4.0))
        save = load(session.path)
    strict = evolve(
        toy_rules(), check=lambda _, move: Refusal("x/y", "No.") if getattr(move, "share", 0) == 4.0 else None
    )

    play, ended = fold(save, strict, check=True)

    assert len(play.entries) == 1
    assert ended == "entry 2 (set-spending) can't be played: No."


def test_a_read_only_session_follows_its_holder(tmp_path: Path) -> None:
    with played(tmp_path / "s") as session, open_session(tmp_path / "s", read_only=True) as reader:
        assert reader.refresh() == 0
        session.make(spend(1.0))
        session.redact(everything=True)

        assert reader.refresh() == len(session.entries) - 12
        assert reader.entries == session.entries
        assert reader.digest == session.digest
        assert code(reader.make(spend(1.0))) == "save/read-only"


acts = st.one_of(
    st.integers(0, 40).map(lambda n: spend(n / 10)),
    st.just(NOTE),
    st.just(REDO),
    st.just(ADVANCE),
    st.integers(0, 12).map(undo),
    st.integers(0, 12).map(lambda n: ("fork", n)),
    st.sampled_from(["begin", "end"]).map(lambda act: Practice(seat="control", act=act)),
)


def plain_fold(session: Session) -> str:
    """The digest of the world by the line alone: no kept world, no shortcut."""
    rules = session.play.rules
    world: Any = rules.opening(None, session.header.seed, 8, {}, 0, ())  # type: ignore[arg-type]
    kept: list[Any] = []
    for n in session.line:
        move = session.entries[n - 1].move
        if isinstance(move, Practice) and move.act == "end" and kept:
            world, kept = kept[-1], []
        elif not isinstance(move, Note):
            if isinstance(move, Practice) and move.act == "begin" and not kept:
                kept = [world]
            world = rules.step(world, move, n)[0]
    return rules.digest(world)


@given(st.lists(acts, max_size=30))
@settings(max_examples=sweep(120, 40), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_session_comes_back_from_its_file(tmp_path_factory: pytest.TempPathFactory, todo: list[Any]) -> None:
    path = tmp_path_factory.mktemp("any") / "s"
    with new_session(path) as session:
        digests = [session.digest]
        for act in todo:
            if isinstance(act, Move):
                session.make(act)
            elif act[1] <= len(session.entries):
                session.fork_here(act[1])
                continue
            if len(session.entries) == len(digests):
                digests.append(session.digest)
            assert session.digest == plain_fold(session)
        session.fork_here(len(session.entries))
        with open_session(path, read_only=True) as again:
            assert again.entries == session.entries
            assert (again.line, again.digest, again.head) == (session.line, session.digest, session.head)
            assert again.play.tree.leaves(again.entries) == session.play.tree.leaves(session.entries)
            assert [again.play.rules.digest(again.world_at(n)) for n in range(len(digests))] == digests
