"""Texts that a terminal, a parser of markup or a layout may take for more than text, and a scenario full of them."""

import re
from pathlib import Path
from typing import Any

import tomli
import tomli_w

from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.model.moves import (
    Adjust,
    Advance,
    Answer,
    Argue,
    Bookmark,
    Consent,
    Fact,
    FireInject,
    HandIn,
    MakeFreeMove,
    MakePromise,
    Message,
    Move,
    Note,
    Odds,
    Red,
    Roll,
    Rule,
    Seal,
    Sitrep,
    TableText,
    Talk,
    WriteInject,
)
from tabletop.model.moves.values import effects
from tabletop.model.scenario import Scenario
from tabletop.scenario.load import parse_scenario
from tabletop.table.local import LocalTable

KEYS = Path(__file__).parent / "scenarios" / "two-keys"

ORDERS = (
    "\x1b[2J",
    "\x1b]0;x\x07",
    "\x1b]52;c;UFdO\x07",
    "\x1bP+q544e\x1b\\",
    "\x9b31m",
    "\x9d0;x\x9c",
    "\x00\x08\x7f",
    "\r",
)
BRACKETS = "[/]", "[UK]", "[red]", "[@click=app.leave]x[/]"
LETTERS = "\u202ekcab\u202c", "☎\ufe0f", "Z\u0301\u0316", "漢字", "\u2028"
EFFECTS = effects("effects", ["trust +1"])
EVIL = f" {' '.join((*BRACKETS, *ORDERS, *LETTERS))}"
"""What is put behind every name and text."""

RAW = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""What may never reach a terminal; a line end and a tab may, where lines are printed."""

FREE = 10
"""The number of the free move in the record of `hostile_session`."""

_TEXTS = {
    *("name", "short", "title", "text", "brief", "situation", "interests", "red_lines", "dilemmas", "control"),
    *("location", "meaning", "unit", "basis", "aim", "question", "assumptions", "limits", "arc", "summary", "notes"),
    *("sender", "reason", "marking", "caveat", "adversary", "channel", "storyline", "period"),
}  # fmt: skip


def hostile(folder: Path, evil: str = EVIL) -> Scenario:
    """The scenario of a folder with `evil` behind every name and text, as a save would hold it."""
    sources = []
    for path in sorted(folder.glob("*.toml")):
        planted = _planted(tomli.loads(path.read_text(encoding="utf-8")), "", evil)
        if path.name == "scenario.toml":
            planted["marking"], planted["caveat"] = f"EXERCISE{evil}", f"Invented{evil}"
        sources.append((path.name, tomli_w.dumps(planted)))
    return parse_scenario(tuple(sources), folder.name)


def hostile_session(path: Path, evil: str = EVIL) -> Session:
    """In the orders of turn 2, with `evil` behind every name and text and in every free text of every kind of move."""
    session = Session.create(path, hostile(KEYS, evil), Terms(seed="7"))
    control = LocalTable(session)
    for move in _moves(evil):
        refusal = control.make_now(move)
        assert refusal is None, (move, refusal)
    return session


def _moves(evil: str) -> list[Move]:
    c = "control"
    harrow = [
        Message(seat="harrow", to="lyre", text=f"a word{evil}"),
        MakePromise(seat="harrow", to="lyre", due=2, text=f"a promise{evil}"),
        MakeFreeMove(seat="harrow", aim=f"an aim{evil}", means=f"means{evil}", reasons=(f"one{evil}", f"two{evil}")),
        Argue(seat="lyre", move=FREE, side="against", text=f"a reason{evil}"),
        TableText(seat="harrow", kind="no-surprises"),
        Consent(seat="lyre", proposal="no-surprises", words=f"words{evil}"),
        Answer(seat="lyre", inject="call", text=f"an answer{evil}"),
    ]
    return [
        Fact(seat=c, text=f"a fact{evil}"), Sitrep(seat=c, text=f"told{evil}"), Bookmark(seat=c, text=f"here{evil}"),
        Note(seat=c, text=f"a note{evil}"), Advance(seat=c), Talk(seat=c, seats=("harrow", "lyre"), text=f"talk{evil}"),
        WriteInject(seat=c, inject="call", title=f"A call{evil}", text=f"It rings{evil}", answers=("lyre",)),
        *harrow, Seal(seat="harrow", why=f"because{evil}"), Seal(seat="lyre", why=f"because{evil}"), Advance(seat=c),
        Red(seat=c, source="model", why=f"red{evil}"), Advance(seat=c),
        Odds(seat=c, move=FREE, chance=60), Roll(seat=c, move=FREE, dice=40),
        Rule(seat=c, item=FREE + 4, outcome="amend", effects=EFFECTS, public=f"said{evil}", private=f"not{evil}"),
        Adjust(seat=c, what="trust", amount=1.0, reason=f"a reason{evil}"), Advance(seat=c), Advance(seat=c),
        FireInject(seat=c, inject="smoke-on-the-water"), Advance(seat=c),
        WriteInject(seat=c, inject="call-2", title=f"Again{evil}", text=f"It rings{evil}", answers=("harrow", "lyre")),
        MakeFreeMove(seat="lyre", aim=f"an aim{evil}", means=f"means{evil}", reasons=(f"one{evil}",)),
        HandIn(seat="lyre", when="after", turn=1, asked=("mattered", "doubted"), words=(f"a toll{evil}", f"no{evil}")),
    ]  # fmt: skip


def _planted(value: Any, key: str, evil: str) -> Any:
    if isinstance(value, dict):
        return {name: _planted(held, name, evil) for name, held in value.items()}
    if isinstance(value, list):
        return [_planted(held, key, evil) for held in value]
    return value + evil if isinstance(value, str) and key in _TEXTS else value
