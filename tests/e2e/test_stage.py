"""The room's stage in a process of its own, beside a save that goes on: nothing secret reaches it, and nothing late."""

import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.model.moves import (
    Adjust,
    Advance,
    Answer,
    Argue,
    Bookmark,
    End,
    MakeFreeMove,
    MakePromise,
    Message,
    Move,
    Note,
    Odds,
    Pause,
    Red,
    Resume,
    Roll,
    Rule,
    Seal,
    Show,
    Talk,
)
from tabletop.scenario.load import load_scenario
from tabletop.table.countdown import Countdown
from tabletop.table.feed_file import feed_path
from tabletop.table.local import LocalTable
from tabletop.table.publishing import RoomFeed, prepare, room_view
from tabletop.table.stage.scene import Scene
from tabletop.table.stage.scenes import KINDS, offers
from tabletop.tui.look.blocks import letters
from tests.e2e.terminal import Terminal
from tests.play import ROOT

_SECRET_LINES = re.compile(r'^((?:situation|control|brief|notes|arc) = )"(?!"").*"$', re.M)
_SECRET_LISTS = re.compile(r"^((?:interests|red_lines|dilemmas|levers) = )\[.*\]$", re.M)
_OBJECTIVE = re.compile(r"(?=^\[\[\w+\.objectives\]\]$)", re.M)


class Planted:
    """Words in all that the room may not read; `word` makes the next."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def word(self, *_: object) -> str:
        self.words.append(f"QX{len(self.words):03}ZJ")
        return self.words[-1]

    def scenario(self, folder: Path) -> Path:
        """Two keys, with a word in each secret text."""
        copy = shutil.copytree(ROOT / "tests" / "scenarios" / "two-keys", folder / "planted")
        for name in ("seats", "injects", "red", "scenario"):
            path = copy / f"{name}.toml"
            blocks = _OBJECTIVE.split(path.read_text(encoding="utf-8"))
            path.write_text("".join(map(self._block, blocks)), encoding="utf-8")
        return copy

    def _block(self, text: str) -> str:
        text = _SECRET_LINES.sub(lambda found: f'{found[1]}"{self.word()}"', text)
        text = _SECRET_LISTS.sub(lambda found: f'{found[1]}["{self.word()}"]', text)
        if "secret = true" in text:
            text = re.sub(r'^((?:title|text) = )".*"$', lambda found: f'{found[1]}"{self.word()}"', text, flags=re.M)
        return text

    def moves(self) -> Iterator[Move]:
        """A turn with a secret in every text that is not the room's, and open words beside it."""
        word = self.word
        yield Advance(seat="control")
        yield Message(seat="harrow", to="lyre", text=word())
        yield MakePromise(seat="harrow", to="lyre", text=word(), due=2)
        yield Note(seat="control", text=word())
        yield Bookmark(seat="control", text=word())
        yield Talk(seat="control", seats=("harrow", "lyre"), minutes=3, text=word())
        yield Answer(seat="harrow", inject="toll-dispute", text=word())
        yield MakeFreeMove(seat="harrow", aim="Open harbour", reasons=("Tides",))
        yield Argue(seat="lyre", move=8, side="against", text="Too dear")
        yield Seal(seat="harrow", why=word())
        yield Seal(seat="lyre", why=word())
        yield Advance(seat="control")
        yield Red(seat="control", levers=({"lever": "rest"},), why=word())
        yield Advance(seat="control")
        yield Odds(seat="control", move=8, chance=60)
        yield Roll(seat="control", move=8, dice=31)
        yield Rule(seat="control", item=8, outcome="yes-but", public="Half of it", private=word())
        yield Adjust(seat="control", what="concord", amount=-1.0, reason=word())
        yield Show(seat="control", what=word(), to="lyre")
        yield Advance(seat="control")
        yield Advance(seat="control")


@pytest.fixture
def planted(tmp_path: Path) -> Iterator[tuple[Planted, Session]]:
    secrets = Planted()
    scenario = load_scenario(secrets.scenario(tmp_path))
    with Session.create(tmp_path / "s.toml", scenario, Terms(seed=secrets.word())) as session:
        yield secrets, session


def test_no_scene_holds_a_planted_secret_at_any_move(planted: tuple[Planted, Session], tmp_path: Path) -> None:
    secrets, session = planted
    control, room, seen = LocalTable(session), RoomFeed(session), set()
    room.follow(Countdown(60.0))

    with Terminal("public", str(session.path), cwd=tmp_path) as display:
        display.wait_for("begins soon")
        for move in (*secrets.moves(), End(seat="control")):
            refusal = control.make_now(move)
            assert refusal is None, (move, refusal)
            room.follow(Countdown(60.0))
            for row in offers(room_view(session)):
                if row.scene.kind != "reveal":
                    seen.add(row.scene.kind)
                    assert room.show(row.scene, Countdown(60.0)) == ""
                    _searched(feed_path(session.path).read_text(encoding="utf-8"), secrets)
        display.wait_for("ENDEX")
        _searched(display.drawn, secrets)

    told = str(prepare(session, Scene("reveal")))
    assert any(word in told for word in secrets.words)  # they do lie there, and come out when control says so
    assert len(secrets.words) > 25 and {"inject", "argument", "story", "why", "moved", "ribbon"} <= seen <= set(KINDS)


def _searched(text: str, secrets: Planted) -> None:
    for word in secrets.words:
        assert word not in text and word.lower() not in text
        assert letters(word)[0] not in text


def test_each_committed_change_is_on_the_stage_at_once(planted: tuple[Planted, Session], tmp_path: Path) -> None:
    """Within a second where the machine is free; a busy one is given more."""
    _, session = planted
    control, room = LocalTable(session), RoomFeed(session)
    room.follow(Countdown())
    late = []

    with Terminal("public", str(session.path), cwd=tmp_path) as display:
        display.wait_for("begins soon")
        changes: list[tuple[list[Move], str]] = [
            ([Advance(seat="control")], "The exercise begins."),
            ([Pause(seat="control")], "The exercise is stopped."),
            ([Resume(seat="control"), Advance(seat="control")], "· red"),
            ([Red(seat="control", levers=({"lever": "rest"},)), Advance(seat="control")], "· adjudicate"),
            ([Advance(seat="control")], "· review"),
            ([End(seat="control")], "The exercise is over."),
        ]
        for moves, words in changes:
            for move in moves:
                assert control.make_now(move) is None
            display.press(" ")
            began = time.monotonic()
            room.follow(Countdown())
            display.wait_for(words)
            late.append(time.monotonic() - began)

    print("seconds until the stage showed it:", [f"{each:.2f}" for each in late])
    assert max(late) < 5.0
