"""A session with a word planted in everything that is secret, and who may ever read each word."""

from pathlib import Path
from typing import Any, Final

import tomli
import tomli_w

from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.model.moves import (
    Adjust,
    Advance,
    Answer,
    Declare,
    Message,
    Move,
    Note,
    Red,
    Seal,
    Start,
    Talk,
    Withdraw,
    WriteInject,
)
from tabletop.scenario.load import parse_scenario
from tabletop.table.local import LocalTable
from tests.hostile import KEYS

_OF_A_BRIEF: Final = ("situation", "interests", "red_lines", "levers", "dilemmas", "arc")


class Planted:
    """`may`: by planted word the places that may read it; control may read all."""

    def __init__(self) -> None:
        self.may: dict[str, set[str]] = {}

    def word(self, name: str, *who: str) -> str:
        """A word that stands nowhere else."""
        word = f"QX{name}QX"
        self.may[word] = {*who, "control"}
        return word

    def leaks(self, text: str, who: str) -> list[str]:
        """Words in a text that a place may not read."""
        return [word for word, may in self.may.items() if who not in may and word in text]


def session_with_secrets(path: Path, planted: Planted) -> Session:
    """Two Keys in the orders of its second turn."""
    sources = []
    for file in sorted(KEYS.glob("*.toml")):
        table = tomli.loads(file.read_text(encoding="utf-8"))
        _plant(file.stem, table, planted)
        sources.append((file.name, tomli_w.dumps(table)))
    session = Session.create(path, parse_scenario(tuple(sources), "two-keys"), Terms(seed="7"))
    table_ = LocalTable(session)
    for move in _moves(planted):
        refusal = table_.make_now(move)
        assert refusal is None, (move, refusal)
    return session


def _plant(stem: str, table: dict[str, Any], planted: Planted) -> None:
    match stem:
        case "seats":
            for seat, spec in table.items():
                brief = spec.get("brief", {})
                for key in set(brief) & set(_OF_A_BRIEF):
                    word = planted.word(f"{key}{seat}", seat)
                    brief[key] = [word] if isinstance(brief[key], list) else word
                for objective in spec.get("objectives", []):
                    if objective.get("secret"):
                        objective["title"] = planted.word(f"title{seat}{objective['id']}", seat)
                        objective["text"] = planted.word(f"text{seat}{objective['id']}", seat)
        case "injects":
            for name, inject in table.items():
                inject["control"] = planted.word(f"note{name}")
                for option in inject.get("options", []):
                    option["reason"] = planted.word(f"reason{name}{option['id']}")
        case "red":
            table["brief"] = planted.word("red")
        case "scenario":
            table["notes"] = planted.word("notes")


def _moves(planted: Planted) -> list[Move]:
    c, word = "control", planted.word
    return [
        Start(seat=c),
        Note(seat=c, text=word("observed")),
        Advance(seat=c),
        Message(seat="harrow", to="herald", text=word("message", "harrow", "herald")),
        Talk(seat=c, seats=("harrow", "herald"), text=word("talk", "harrow", "herald")),
        Answer(seat="lyre", inject="toll-dispute", option="share", text=word("said", "lyre")),
        Advance(seat=c),
        Red(seat=c, source="model", why=word("redwhy")),
        Advance(seat=c),
        Adjust(seat=c, what="trust", amount=1.0, reason=word("adjusted")),
        *[Advance(seat=c)] * 3,
        WriteInject(
            seat=c, inject="held", title=word("heldtitle"), text=word("heldtext"), answers=("lyre",), held=True
        ),
        Withdraw(seat="harrow", force="harrow-galleys", turn=3),
        Declare(seat="harrow", stance="price"),
        Seal(seat="harrow", why=word("why", "harrow"), expect={"trust": "down"}),
    ]
