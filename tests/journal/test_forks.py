"""A fork at any entry, given the same moves again, is the original: its world, and every byte of its record."""

from pathlib import Path
from random import Random

import pytest

from tabletop.journal.fork import fork_save
from tabletop.journal.record.entry import Entry
from tabletop.journal.record.play import Submission
from tabletop.journal.record.rulebook import Rulebook, our_rules
from tabletop.journal.session import Session
from tests.golden.test_example import STALE
from tests.journal.example import Example, beginning, example, remembering
from tests.journal.sessions import ADVANCE, begun
from tests.long import some
from tests.play import nato, some_move

LENGTH = 160
NUMBERS = ("item", "move", "entry", "promise")


class Again:
    """Makes recorded moves once more, at their recorded times, with their salts."""

    def __init__(self, of: Example, path: Path, rules: Rulebook) -> None:
        self.of = of
        self.next = of.save.entries[0]
        self.session = Session.open(
            path, rules=rules, now=lambda: self.next.time, salt=lambda: self.next.salt or "none"
        )

    def make(self, after: int, to: int) -> None:
        """In memory first, then all on disk at once."""
        for entry in self.of.save.entries[after:to]:
            self.next = entry
            if self.next.parent is not None:
                self.session.fork_here(self.next.parent)
            made = self.session.hold(Submission(self.next.move, self.next.entered_by, self.next.id))
            assert made == self.next, (after, made, STALE)
        self.session.commit()


@pytest.fixture(scope="module")
def half_a_day(tmp_path_factory: pytest.TempPathFactory) -> Example:
    """The example's first entries, with what is in them of undoing, messages, free moves and rolls."""
    return beginning(LENGTH, tmp_path_factory.mktemp("forks"))


def forked(of: Example, at: int, path: Path, rules: Rulebook) -> str:
    """The digest of the world of a fork at an entry that was given the moves after it; all its bytes are compared."""
    path.unlink(missing_ok=True)
    fork_save(of.save, at, path)
    assert path.read_bytes() == of.data[: of.ends[at]]
    again = Again(of, path, rules)
    with again.session as session:
        again.make(at, len(of.save.entries))
        assert path.read_bytes() == of.data, at
        return session.digest


def test_a_fork_at_every_entry_given_the_same_moves_is_the_original(tmp_path: Path, half_a_day: Example) -> None:
    (tmp_path / "s.toml").write_bytes(half_a_day.data)
    with Session.open(tmp_path / "s.toml", rules=our_rules()) as session:
        digest = session.digest

    for at in some(range(LENGTH + 1), 30):
        assert forked(half_a_day, at, tmp_path / "fork.toml", remembering()) == digest, at


def test_a_fork_whose_worlds_are_all_made_anew_is_the_original(tmp_path: Path) -> None:
    (tmp_path / "s.toml").write_bytes(example().data)
    with Session.open(tmp_path / "s.toml") as session:
        digest = session.digest

    for at in (0, 137, len(example().save.entries) - 1):
        assert forked(example(), at, tmp_path / "fork.toml", our_rules()) == digest, at


def test_a_branch_of_the_same_save_at_every_entry_given_the_same_moves_has_the_world(tmp_path: Path) -> None:
    chance = Random(8)
    with begun(tmp_path / "s.toml", nato()) as session:
        while len(session.entries) < 50:
            move = ADVANCE if chance.random() < 0.06 else some_move(session.world, chance)
            if not any(hasattr(move, told) for told in NUMBERS):  # an entry has another number on a branch
                session.make(move)
        line, digest = [entry.move for entry in session.entries], session.digest
        for at in range(len(line)):
            session.fork_here(at)
            for move in line[at:]:
                made = session.hold(Submission(move))
                assert isinstance(made, Entry), made
            assert session.digest == digest, at
        session.commit()
        assert len(session.branches) == len(line) + 1
    with Session.open(tmp_path / "s.toml", read_only=True) as session:
        assert session.digest == digest
