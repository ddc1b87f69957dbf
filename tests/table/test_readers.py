"""Who may read a kind is asked by all alike: by the table, by what is on record as seen, and by the export."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from tabletop.analysis.export.pack import pack
from tabletop.analysis.export.source import source_of
from tabletop.analysis.export.written import files_of
from tabletop.journal.session import Session
from tabletop.model.moves import (
    Declare,
    MakePromise,
    Message,
    Move,
    Note,
    Readers,
    Red,
    Seal,
    Undo,
    Verdict,
)
from tabletop.model.refusal import Refusal
from tabletop.model.seats import PUBLIC
from tabletop.table.local import LocalTable
from tabletop.words.cause_words import wording
from tests.journal.sessions import ADVANCE, begun

ALL = {"harrow", "lyre", "herald", PUBLIC}
PROMISE = MakePromise(seat="lyre", to="harrow", due=1, text="a boat")
STANCE = "friendship"

#: By rule: what was made before, a move under it, which places read it at once, and to whom it was told in the end.
RULES: dict[Readers, tuple[tuple[Move, ...], Move, set[str], str]] = {
    Readers.ALL: ((), Seal(seat="lyre"), ALL, "all"),
    Readers.NAMED: ((), Message(seat="lyre", to="harrow", text="a word"), {"lyre", "harrow"}, "seats"),
    Readers.REFERRED: (
        (PROMISE,), Verdict(seat="control", promise=2, state="kept"), {"lyre", "harrow"}, "seats",
    ),
    Readers.TAKEN: ((PROMISE,), Undo(seat="control", to=1), {"lyre", "harrow"}, "seats"),
    Readers.OPENED: ((), Declare(seat="lyre", stance=STANCE), {"lyre"}, "all"),
    Readers.CONTROL: ((), Note(seat="control", text="so it goes"), set(), "control"),
}  # fmt: skip


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with begun(tmp_path / "readers.toml") as session:
        session.make(ADVANCE)
        yield session


def make(session: Session, move: Move) -> None:
    made = session.make(move)
    assert not isinstance(made, Refusal), (move, made)


def lines(session: Session) -> dict[str, int]:
    """How many lines every place reads."""
    return {who: len(LocalTable(session, who).view_now().lines) for who in ALL}


def test_no_rule_is_left_out() -> None:
    assert RULES.keys() == set(Readers)
    assert all(move.readers is rule for rule, (_, move, _, _) in RULES.items())


@pytest.mark.parametrize("rule", Readers, ids=lambda rule: rule.name.lower())
def test_a_rule_is_kept_by_the_table_by_what_was_seen_and_by_the_export(rule: Readers, session: Session) -> None:
    before, move, at_once, in_the_end = RULES[rule]
    for each in before:
        make(session, each)
    count = lines(session)

    make(session, move)
    n, after = len(session.entries), lines(session)
    assert {who for who in ALL if after[who] > count[who]} == at_once

    for seat in session.world.seats:
        make(session, Message(seat=seat, to="control", text="what now?"))
        saw = session.entries[-1].saw
        assert saw is not None and (saw >= n) == (seat in at_once)

    for each in (ADVANCE, Red(seat="control", levers=({"lever": "rest"},)), ADVANCE, ADVANCE):
        make(session, each)
    files = files_of(pack(source_of("readers", session.header, session.play, wording)))
    rows = {int(row["entry"]): row for row in csv.DictReader(io.StringIO(files["entries.csv"]))}
    assert rows[n]["told"] == in_the_end
