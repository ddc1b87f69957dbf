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
    BreakSilence,
    Declare,
    Footnote,
    HandIn,
    Message,
    Move,
    Note,
    ProposeHandover,
    Red,
    RefuseHandover,
    Seal,
    Show,
    Start,
    TableText,
    Talk,
    Withdraw,
    WriteInject,
)
from tabletop.scenario.load import parse_scenario
from tabletop.table.local import LocalTable
from tests.hostile import KEYS

_OF_A_BRIEF: Final = ("situation", "interests", "red_lines", "levers", "dilemmas", "arc", "short_arc")


class Planted:
    """`may`: by planted word the places that may read it; control may read all."""

    def __init__(self) -> None:
        self.may: dict[str, set[str]] = {}

    def word(self, name: str, *who: str) -> str:
        """A word that stands nowhere else."""
        return self.text(f"QX{name}QX", *who)

    def text(self, text: str, *who: str) -> str:
        """The same of a text that can be no free word, as it is: a deed, a figure, a reason by its id."""
        self.may[text] = {*who, "control"}
        return text

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
                if "arc" in brief:
                    brief["short_arc"] = brief["arc"]
                for key in set(brief) & set(_OF_A_BRIEF):
                    word = planted.word(f"{key}{seat}", seat)
                    brief[key] = [word] if isinstance(brief[key], list) else word
                for objective in spec.get("objectives", []):
                    if objective.get("secret"):
                        if "-" in objective["id"]:  # no other thing's name
                            planted.text(objective["id"], seat)
                        objective["title"] = planted.word(f"title{seat}{objective['id']}", seat)
                        objective["text"] = planted.word(f"text{seat}{objective['id']}", seat)
                        objective["short"] = [_cut(seat, objective, planted)]
        case "injects":
            for name, inject in table.items():
                inject["control"] = planted.word(f"note{name}")
                asked = (
                    inject["answers"] if inject.get("armed", True) else ()
                )  # what nothing has opened asks nobody yet
                for option in inject.get("options", []):
                    for key in ("reason", "hint"):
                        option[key] = planted.word(f"{key}{name}{option['id']}", *asked)
        case "red":
            table["brief"] = planted.word("red")
        case "scenario":
            table["notes"] = planted.word("notes")


def _cut(seat: str, objective: dict[str, Any], planted: Planted) -> dict[str, Any]:
    """As it would stand in a session of two turns."""
    title, text = (planted.word(f"short{key}{seat}{objective['id']}", seat) for key in ("title", "text"))
    parts = [{"path": "concord", "floor": 42, "target": 60}]
    return {"turns": 2, "title": title, "text": text, "parts": parts}


def _moves(planted: Planted) -> list[Move]:
    c, word, text = "control", planted.word, planted.text
    fan = ({"turn": 1, "low": 1.0, "middle": float(text("57.13", "herald")), "high": 99.0},)
    return [
        Start(seat=c),
        Note(seat=c, text=word("observed")),
        Advance(seat=c),
        HandIn(seat="lyre", when="before", asked=("whose",), words=(word("whose", "lyre"),)),
        Message(seat="harrow", to="herald", text=word("message", "harrow", "herald")),
        Talk(seat=c, seats=("harrow", "herald"), text=word("talk", "harrow", "herald")),
        Show(seat=c, what=word("shown", "herald"), to="herald", score="trust", fan=fan),
        TableText(seat="herald", kind="no-surprises"),
        Footnote(seat="lyre", proposal="no-surprises", words="Not all.", why="objective/quiet-streets"),
        BreakSilence(seat="harrow", proposal="no-surprises", words="No.", why=text("red-line/1", "harrow")),
        ProposeHandover(seat="lyre", post="key-warden", to="ly"),
        RefuseHandover(seat="harrow", post="key-warden", words="No.", why="objective/hands-home"),
        Answer(seat="lyre", inject="toll-dispute", option="share", text=word("said", "lyre")),
        Advance(seat=c),
        Red(seat=c, source="model", why=word("redwhy")),
        Advance(seat=c),
        Adjust(seat=c, what="trust", amount=1.0, reason=word("adjusted")),
        *[Advance(seat=c)] * 3,
        WriteInject(
            seat=c, inject="held", title=word("heldtitle"), text=word("heldtext"), answers=("lyre",), held=True
        ),
        HandIn(seat="harrow", when="after", turn=1, asked=("mattered",), words=(word("mattered", "harrow"),)),
        Message(
            seat="herald",
            to="lyre",
            text=word("letter", "herald", "lyre"),
            asks=f"spending/mo >= {text('8.46', 'herald', 'lyre')}",
        ),
        Withdraw(seat="harrow", force="harrow-galleys", turn=3),
        Declare(seat="harrow", stance="price"),
        Seal(seat="harrow", why=word("why", "harrow"), expect={"trust": "down"}),
    ]
