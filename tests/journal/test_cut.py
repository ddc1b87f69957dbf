"""A save cut anywhere: it resumes at its last whole entry, with what was lost said, or says why there is none."""

from pathlib import Path
from random import Random

import pytest

from tabletop.errors import SaveError
from tabletop.journal.session import Session
from tests.golden.example import EXAMPLE
from tests.golden.test_example import STALE
from tests.journal.example import Example, example, remembering
from tests.long import some, sweep

pytestmark = pytest.mark.harms_saves


@pytest.fixture(autouse=True)
def unsynced(monkeypatch: pytest.MonkeyPatch) -> None:
    """No power is cut here: what is in the file is asked, fifteen hundred times, not what is on the disk."""
    monkeypatch.setattr("os.fsync", lambda file: None)


@pytest.fixture(scope="module")
def digests() -> list[str]:
    """Of the world after each entry of the example."""
    with Session.open(EXAMPLE, read_only=True, rules=remembering()) as session:
        assert session.notices == (), STALE
        return [session.play.rules.digest(session.world_at(n)) for n in range(len(session.entries) + 1)]


def opened_after_a_cut(of: Example, at: int, path: Path, digests: list[str]) -> None:
    """Opens what a write that was interrupted at a byte leaves, as any command or screen opens it."""
    path.write_bytes(of.data[:at])
    whole = max((n for n, end in enumerate(of.ends) if end - 1 <= at), default=-1)  # a last end of line may be missing
    try:
        session = Session.open(path, rules=remembering())
    except SaveError as why:
        assert whole < 0, at
        assert str(why).startswith(f"{path.name}:") and "\n" not in str(why), at
        assert path.read_bytes() == of.data[:at], at
        return
    with session:
        assert whole >= 0 and len(session.entries) == whole and not session.read_only, at
        assert session.head == (of.save.entries[whole - 1].head if whole else of.save.header.head), at
        assert session.digest == digests[whole], at
        assert bool(session.notices) == (at - of.ends[whole] > 1), (at, session.notices)  # but for a blank line
        assert path.read_bytes() == of.data[: of.ends[whole]], at


def test_cut_at_every_byte_of_the_last_three_entries(tmp_path: Path, digests: list[str]) -> None:
    of = example()

    for at in some(range(of.ends[-4], len(of.data) + 1), 50):
        opened_after_a_cut(of, at, tmp_path / "cut.toml", digests)


def test_cut_at_random_places(tmp_path: Path, digests: list[str]) -> None:
    of, chance = example(), Random(5)

    for _ in range(sweep(500, 20)):
        opened_after_a_cut(of, chance.randrange(len(of.data)), tmp_path / "cut.toml", digests)
