"""A word planted in all that is secret stands in nothing that another place is given, as values or in sentences."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tabletop.journal.session import Session
from tabletop.model.moves import (
    Advance,
    Argue,
    End,
    Estimate,
    HandIn,
    MakeFreeMove,
    Move,
    Note,
    Odds,
    Red,
    Roll,
    Rule,
    SetReadiness,
)
from tabletop.model.seats import CONTROL, PUBLIC
from tabletop.table.beside import beside_sheet
from tabletop.table.eyes import Eyes
from tabletop.table.hotwash import KIND
from tabletop.table.local import LocalTable
from tabletop.table.port import View
from tabletop.table.publishing import room_view
from tabletop.table.stage.scene import Scene
from tabletop.table.stage.scenes import gone_on, is_live, made
from tabletop.table.survey import answered, slips
from tabletop.table.things import things
from tabletop.tui.levers.outlook import outlook_lines
from tabletop.tui.levers.pages import brief_content, since_content
from tabletop.tui.levers.seal import read_back
from tabletop.tui.seat.job import job_content
from tabletop.words.council import spoken_to
from tabletop.words.sentences import line_line
from tests.paper.secrets import Planted, session_with_secrets
from tests.play import two_keys
from tests.table.pairs import given
from tests.table.scenes import every_scene

PLACES = (*two_keys().seats, PUBLIC)
ADVANCE = Advance(seat=CONTROL)


@pytest.fixture
def planted() -> Planted:
    return Planted()


@pytest.fixture
def session(tmp_path: Path, planted: Planted) -> Iterator[Session]:
    with session_with_secrets(tmp_path / "s.toml", planted) as session:
        yield session


def make(session: Session, *moves: Move) -> None:
    table = LocalTable(session)
    for move in moves:
        assert table.make_now(move) is None, move


def told(session: Session, who: str) -> str:
    """All that a place is given and what its screens make of it, without white space."""
    view = Eyes(session, who).view_now()
    return "".join(f"{given(session, who)} {_in_words(view)}".split())


def _in_words(view: View) -> dict[str, Any]:
    world, scenario = view.world, view.world.scenario
    every = {seat: view.levers(seat) for seat in world.seats}
    return {
        "lines": [line_line(line, scenario, world.seats) for line in view.lines],
        "things": things(world),
        "council": [spoken_to(view.lines, text, scenario, world.seats) for text in world.texts],
        "slips": (slips(view.lines), answered(scenario, view.lines)),
        "jobs": [job_content(levers, 100).plain for levers in every.values()],
        "briefs": [brief_content(levers, 100).plain for levers in every.values()],
        "prices": [levers.quote(SetReadiness(seat=seat, level=0.5)) for seat, levers in every.items()],
        "since": since_content(view).plain,
        "sheets": [outlook_lines(levers.by_review.objectives, None, 60).plain for levers in every.values()],
        "sealing": [read_back(view).plain, beside_sheet(view.lines, view.who, world.turn)] if view.who in every else [],
    }


@pytest.mark.parametrize("who", PLACES)
def test_no_place_is_given_a_word_that_is_for_others_and_each_is_given_its_own(
    session: Session, planted: Planted, who: str
) -> None:
    words = told(session, who)

    assert planted.leaks(words, who) == []
    assert [word for word, may in planted.may.items() if who in may and word not in words] == []


def test_the_room_is_shown_what_was_said_aloud_and_no_other_word(session: Session, planted: Planted) -> None:
    word = planted.word
    make(session, MakeFreeMove(seat="lyre", aim="A corridor", reasons=("It is cold.",)))
    free = len(session.entries)
    make(session, Estimate(seat="harrow", move=free, word="likely"))
    before = made(room_view(session), Scene("argument", "1"))
    make(session, Argue(seat="herald", move=free, side="against", text="Who pays?"), ADVANCE)
    make(session, Red(seat=CONTROL, source="model", why=word("redlater")), ADVANCE)
    make(session, Odds(seat=CONTROL, move=free, chance=60), Roll(seat=CONTROL, move=free, dice=40))
    make(session, Rule(seat=CONTROL, item=free, outcome="yes-and", public="It is done.", private=word("ruled")))
    live = gone_on(room_view(session), before)
    make(session, End(seat=CONTROL), HandIn(seat="lyre", when="end", asked=("keep",), words=(word("keep", "lyre"),)))
    make(session, Note(seat=CONTROL, kind=KIND, about="lyre", text="We were slow.", said=True))
    make(session, Note(seat=CONTROL, kind=KIND, about="lyre", text=word("unsaid")))
    at_the_end = every_scene(session, but=("reveal",))

    assert is_live(before) and live["counters"] == ["Who pays?"] and not before["counters"]
    assert {"poster", "hotwash"} <= at_the_end.keys()
    assert planted.leaks(repr((before, live, at_the_end)), PUBLIC) == []
    assert at_the_end["hotwash"]["seats"][1]["lines"] == ["We were slow."]
    assert planted.leaks(told(session, "herald"), "herald") == []
