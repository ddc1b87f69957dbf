"""docs/save-format.md is true: its own program verifies saves, and finds what was changed. Real rules play the same."""

import re
from pathlib import Path
from typing import Any

import pytest

from tabletop.journal.fork import fork_save
from tabletop.journal.opened import Terms
from tabletop.journal.record.rulebook import our_rules
from tabletop.journal.replay import fold
from tabletop.journal.session import Session
from tabletop.journal.store.save_toml import load
from tabletop.model.moves import REGISTRY, Advance, Note, Red, Redo, Seal, SetSpending, Undo
from tabletop.model.moves.values import slots
from tabletop.scenario.load import load_scenario
from tests.builders import played

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def documented() -> dict[str, Any]:
    page = (ROOT / "docs" / "save-format.md").read_text(encoding="utf-8")
    program = re.search(r"```python\n(.*?)```", page, re.DOTALL)
    assert program
    names: dict[str, Any] = {}
    exec(program[1], names)
    return names


def test_the_page_s_program_verifies_and_finds_changes(tmp_path: Path, documented: dict[str, Any]) -> None:
    with played(tmp_path / "s", 2) as session:
        session.redact(seat="warsaw")
    good = (tmp_path / "s").read_bytes()

    assert documented["verify"](tmp_path / "s") is None
    (tmp_path / "t").write_bytes(good.replace(b"share = 2.5", b"share = 2.6", 1))
    assert documented["verify"](tmp_path / "t") == 2
    (tmp_path / "t").write_bytes(good.replace("Ça va".encode(), b"Oh no", 1))
    assert documented["verify"](tmp_path / "t") == 4
    (tmp_path / "t").write_bytes(good.replace(b"turns = 8", b"turns = 9"))
    assert documented["verify"](tmp_path / "t") == 0


def test_the_page_names_every_free_text(documented: dict[str, Any]) -> None:
    ours = {
        do: [key for key, part in slots(kind).parts.items() if part.field.metadata.get("free")]
        for do, kind in REGISTRY.items()
    }

    assert {do: sorted(keys) for do, keys in documented["FREE"].items()} == {
        do: sorted(keys) for do, keys in ours.items() if keys
    }


def test_a_session_under_our_rules_comes_back(tmp_path: Path, documented: dict[str, Any]) -> None:
    scenario = load_scenario(ROOT / "scenarios" / "nato-3-0")
    advance = Advance(seat="control")
    with Session.create(tmp_path / "s", scenario, Terms(seed="7", turns=2)) as session:
        for turn in range(2):
            moves = [
                advance,
                SetSpending(seat="berlin", member="de", share=2.5 + turn / 10),
                Seal(seat="berlin", why="so"),
            ]
            for move in [*moves, advance, Red(seat="control", source="model"), advance, advance, advance]:
                session.make(move)
            session.make(advance)
            session.make(Undo(seat="control", to=len(session.entries) - 1))
            session.make(Note(seat="control", text="hm"))
            session.make(Redo(seat="control"))
        save, rules = load(session.path), our_rules()

        assert save.entries == tuple(session.entries)
        assert documented["verify"](session.path) is None
        assert fold(save, rules, check=True)[1] == ""
        for n in range(len(save.entries) + 1):
            assert rules.digest(fold(save, rules, n)[0].world) == rules.digest(session.world_at(n))
        fork_save(save, 5, tmp_path / "f")
        session.redact(everything=True)
        digest = session.digest
    with Session.open(tmp_path / "s") as session:
        assert (session.digest, session.notices) == (digest, ())
    with Session.open(tmp_path / "f") as session:
        for entry in save.entries[5:]:
            session.make(entry.move)
        assert session.digest == rules.digest(fold(save, rules)[0].world)
