"""A new order needs two places, its act and its words: an order of a toy is played through all that orders go through.

Neither the turn, the journal, files of moves, export, explanations nor the order line are told of it.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tabletop.analysis.explain import explanation
from tabletop.analysis.export.pack import pack
from tabletop.analysis.export.source import source_of
from tabletop.analysis.export.written import files_of
from tabletop.journal.session import Session
from tabletop.model.moves import REGISTRY, Move, Red, Rule
from tabletop.model.moves.table import from_table, to_table
from tabletop.model.refusal import Refusal
from tabletop.rules.acts.check import check
from tabletop.rules.acts.orders import attention, committed, cost
from tabletop.rules.acts.proposals import proposals
from tabletop.rules.ahead.project import difference, expected
from tabletop.table.batch import apply_at_table
from tabletop.table.local import LocalTable
from tabletop.table.undoing import undo_preview
from tabletop.words.cause_words import wording
from tabletop.words.orders.line import completed, read_line
from tabletop.words.sentences import deed_line, move_line
from tests.builders import clock, salts
from tests.journal.sessions import ADVANCE, begun
from tests.offered import options
from tests.toys import playing

WALLET, CONCORD = "wallet/lyre", "concord"


@pytest.fixture(scope="module", autouse=True)
def toy() -> Iterator[None]:
    with playing("parade"):
        yield


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """The orders of turn 1."""
    with begun(tmp_path / "toy.toml") as session:
        session.make(ADVANCE)
        yield session


def parade(**fields: Any) -> Move:
    return REGISTRY["hold-parade"](**({"seat": "lyre", "theatre": "outer-harbour"} | fields))


def to_review(session: Session) -> None:
    for move in (ADVANCE, Red(seat="control", levers=({"lever": "rest"},)), ADVANCE, ADVANCE):
        made = session.make(move)
        assert not isinstance(made, Refusal), made


def test_it_is_typed_and_said(session: Session) -> None:
    world = session.world

    assert read_line(world, "lyre", "march outer 3").move == parade(bands=3.0)
    assert read_line(world, "lyre", "hold-parade mule-pass").move == parade(theatre="mule-pass")
    assert read_line(world, "lyre", "march ").needs == "theatre"
    assert completed("mar", read_line(world, "lyre", "mar")) == "march "
    said = deed_line(parade(bands=3.0), world.scenario, world.seats)
    assert said == f"lets 3 bands march in {world.scenario.theatres['outer-harbour'].name}"


def test_it_is_checked_offered_and_priced(session: Session) -> None:
    world = session.world

    refused = check(world, parade(bands=0.0))
    assert refused is not None and refused.code == "parade/silent"
    assert parade() in list(options(world, "lyre"))
    march = parade(bands=4.0)
    assert cost(world, march) == pytest.approx(0.004)
    assert difference(expected(world), expected(world, march))[CONCORD] > 0


def test_it_lies_on_the_sheet_and_takes_the_place_of_its_like(session: Session) -> None:
    for bands in (2.0, 3.0):
        session.make(parade(bands=bands))
    session.make(parade(theatre="mule-pass"))

    assert [order.move for order in session.world.seats["lyre"].orders] == [
        parade(bands=3.0),
        parade(theatre="mule-pass"),
    ]
    assert attention(session.world, "lyre") == 2
    assert committed(session.world, "lyre") == pytest.approx(0.004)
    preview = undo_preview(session)
    assert preview is not None and preview.to == 3


def test_it_is_carried_out_ruled_on_explained_and_told(session: Session) -> None:
    session.make(parade(bands=5.0))
    (proposal,) = (item for item in proposals(session.world) if item.title == "hold-parade")
    assert (proposal.domain, {change.figure for change in proposal.changes}) == ("crisis", {WALLET, CONCORD})
    before = LocalTable(session, "harrow").view_now()
    to_review(session)

    causes = [cause for cause in explanation(session.world, CONCORD).causes if cause.ref == 2]
    after = LocalTable(session, "harrow").view_now()

    assert [cause.amount for cause in causes] == pytest.approx([5.0])
    assert not any(line.move.do == "hold-parade" for line in before.lines)
    (told,) = (line for line in after.lines if line.move.do == "hold-parade")
    assert "march in" in move_line(told.move, after.world.scenario, after.world.seats)


def test_an_order_that_control_sets_aside_is_not_carried_out(session: Session) -> None:
    session.make(parade(bands=5.0))
    for move in (ADVANCE, Red(seat="control", levers=({"lever": "rest"},)), ADVANCE):
        session.make(move)
    session.make(Rule(seat="control", item=2, outcome="set-aside"))
    session.make(ADVANCE)

    assert not [change for change in session.world.changes if change.ref == 2]


def test_it_is_saved_and_opens_again(session: Session) -> None:
    session.make(parade(bands=2.0))
    to_review(session)

    with Session.open(session.path, read_only=True, now=clock(), salt=salts()) as again:
        assert again.digest == session.digest
        assert again.entries[1].move == parade(bands=2.0)


def test_it_comes_in_a_file_of_moves_and_goes_out_again(session: Session) -> None:
    table = {"do": "hold-parade", "seat": "lyre", "theatre": "mule-pass", "bands": 2.0}

    applied = apply_at_table(session, [table, {"do": "advance", "seat": "control"}])

    assert applied.applied == 2, applied.refused
    assert from_table(table) == parade(theatre="mule-pass", bands=2.0)
    assert from_table(to_table(parade())) == parade()
    malformed = apply_at_table(session, [table | {"bands": 11.0}])
    assert [refused.code for refused in malformed.refused] == ["move/malformed"]


def test_it_has_a_row_in_the_export(session: Session) -> None:
    session.make(parade(bands=2.0))
    to_review(session)

    files = files_of(pack(source_of("toy", session.header, session.play, wording)))

    heads, row = files["orders.csv"].splitlines()
    cells = dict(zip(heads.split(","), row.split(","), strict=False))
    assert (cells["do"], cells["what"], cells["amount"], cells["unit"]) == (
        "hold-parade", "outer-harbour", "2.0", "bands",
    )  # fmt: skip
    assert cells["counted"] == "true"
    assert any("a parade of" in line for line in files["causes.csv"].splitlines())
