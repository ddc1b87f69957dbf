"""A save of the first edition opens as a record: what stands in it is shown to the digit, and nothing is played on."""

import shutil
from pathlib import Path

import pytest

from tabletop.errors import SaveError
from tabletop.journal.session import Session
from tabletop.model.moves import Advance, Note, Undo
from tabletop.model.refusal import Refusal
from tabletop.model.seats import CONTROL
from tabletop.rules import EARLIER, RULES
from tabletop.rules.scores.deterrence import scores
from tabletop.table.eyes import Eyes
from tabletop.table.runs_of import runs_of_saves
from tests.journal.earlier import SAVES, SAYS, SMALL, TOLD, WHOLE, by_turn, entries

each_save = pytest.mark.parametrize("path", SAVES, ids=lambda path: path.stem)


def test_our_rules_are_of_no_earlier_edition() -> None:
    assert RULES not in EARLIER
    assert set(EARLIER.values()) == {"0.1"}


@each_save
def test_it_opens_read_only_and_says_which_version_plays_it(path: Path, tmp_path: Path) -> None:
    copy = shutil.copy(path, tmp_path / "s.toml")

    with Session.open(copy) as session:
        assert session.notices == (SAYS[path],)
        assert session.closed == SAYS[path]
        assert session.read_only
    assert Path(copy).read_bytes() == path.read_bytes()
    assert [found.name for found in tmp_path.iterdir() if found.name != ".s.toml.lock"] == ["s.toml"]


@each_save
def test_every_entry_was_made_in_the_turn_and_phase_that_the_record_has_come_to(path: Path) -> None:
    with Session.open(path, read_only=True) as session:
        play = session.play
        for entry in session.entries:
            world = play.worlds.at(play.tree.base[entry.n])
            assert (world.turn, world.phase.value) == (entry.turn, entry.phase), entry.n
        assert play.differs is None


@each_save
def test_every_recorded_number_is_shown_to_the_digit(path: Path) -> None:
    with Session.open(path, read_only=True) as session:
        for told in (each for each in entries(path) if "scores" in each):
            world = session.world_at(told["n"])
            assert world.history[-1] == told["scores"]
            assert {score: told["scores"][score] for score in scores(world)} == scores(world)
        assert list(session.world.history[1:]) == [*by_turn(path).values()]


@each_save
def test_what_nobody_recorded_is_not_there(path: Path) -> None:
    with Session.open(path, read_only=True) as session:
        for n in (0, len(session.entries) // 2, len(session.entries)):
            world = session.world_at(n)
            assert world.played_under == session.header.rules
            assert not (world.figures or world.forces or world.members or world.posts or world.programmes)
            assert not (world.supply or world.changes or world.texts or world.departures)
        assert scores(session.world_at(0)) == {}


@pytest.mark.parametrize("path", TOLD, ids=lambda path: path.stem)
def test_each_place_reads_the_lines_that_it_could_read_then(path: Path) -> None:
    with Session.open(path, read_only=True) as session:
        assert {who: Eyes(session, who).view_now().n for who in (CONTROL, "public", *session.world.seats)} == TOLD[path]


def test_an_inject_that_came_and_one_written_in_play_have_their_names() -> None:
    with Session.open(SMALL, read_only=True) as session:
        seen = Eyes(session, "lyre").view_now().world

    assert set(seen.injects) == {"toll-dispute", "smoke-on-the-water", "a-fire"}
    assert seen.scenario.injects["a-fire"].title == "A fire on the quay"


def test_nothing_is_entered_in_it_but_that_words_were_taken_out(tmp_path: Path) -> None:
    copy = shutil.copy(SMALL, tmp_path / "s.toml")

    with Session.open(copy, for_words=True) as session:
        for move in (Advance(seat=CONTROL), Undo(seat=CONTROL, to=20), Note(seat=CONTROL, text="late")):
            refused = session.make(move)
            assert isinstance(refused, Refusal)
            assert refused.message == SAYS[SMALL]
        assert isinstance(session.redact(entry=10), list)
    assert "The galleys are wanted at home." not in Path(copy).read_text(encoding="utf-8")
    with Session.open(copy) as session:
        assert session.notices == (SAYS[SMALL],)
        assert list(session.world.history[1:]) == [*by_turn(SMALL).values()]


def test_a_note_is_not_left_beside_it(tmp_path: Path) -> None:
    copy = shutil.copy(SMALL, tmp_path / "s.toml")

    with Session.open(copy) as session, pytest.raises(SaveError, match="here it is a record"):
        session.leave_note(Note(seat=CONTROL, text="for whom?"))


def test_the_screens_compare_no_records() -> None:
    with pytest.raises(SaveError, match="here it is a record; compare without --screen"):
        runs_of_saves([SMALL, SMALL])


def test_a_world_made_again_after_many_is_the_same() -> None:
    with Session.open(WHOLE, read_only=True) as session:
        for n in (7, 60, 200, 371):
            world = session.world_at(n)
            ended = [turn for turn, told in enumerate(world.history) if told]
            assert ended == [*range(1, len(world.history))]
            assert (world.turn, len(world.seats)) == (session.entries[n - 1].turn, 7)
