"""`check` names the line of every character that a terminal may obey, and of every one that nobody sees."""

import json
import shutil
from pathlib import Path

import pytest

from tabletop.cli.check_save import save_problems
from tabletop.errors import ScenarioError
from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.model.moves import Note
from tabletop.scenario.load import load_scenario, parse_scenario, scenario_problems
from tabletop.table.local import LocalTable
from tests.cli.said import TWO_KEYS, run

ESC = "\\u001b]0;x\\u0007"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TWO_KEYS, tmp_path / "keys"))


def planted(folder: Path, file: str, before: str, after: str) -> int:
    """Writes something into a file; its line."""
    text = (folder / file).read_text(encoding="utf-8")
    assert text.count(before) >= 1, before
    (folder / file).write_text(text.replace(before, after, 1), encoding="utf-8")
    return text[: text.index(before)].count("\n") + 1


@pytest.mark.parametrize(
    "file", ["scenario.toml", "seats.toml", "injects.toml", "members.toml", "posts.toml", "forces.toml"]
)
@pytest.mark.parametrize(("char", "severity"), [(ESC, "error"), ("\\u009b", "error"), ("\x9b", "error"),
                                                ("\\u202e", "warning"), ("\u200b", "warning")])  # fmt: skip
def test_a_planted_character_is_told_with_its_line(folder: Path, file: str, char: str, severity: str) -> None:
    key = "title" if file in ("scenario.toml", "injects.toml") else "name"
    line = planted(folder, file, f'\n{key} = "', f'\n{key} = "{char}') + 1

    found = scenario_problems(folder)

    assert [(each.file, each.line, each.severity) for each in found] == [(f"keys/{file}", line, severity)]


def test_a_folder_with_a_control_character_is_not_begun(folder: Path) -> None:
    planted(folder, "scenario.toml", '\ntitle = "', f'\ntitle = "{ESC}')

    with pytest.raises(ScenarioError, match=r"U\+001B U\+0007"):
        load_scenario(folder)


def test_a_save_that_holds_them_opens_and_check_names_the_lines(folder: Path, tmp_path: Path) -> None:
    planted(folder, "injects.toml", '\ntitle = "', f'\ntitle = "{ESC}')
    texts = tuple((path.name, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.toml")))
    save = tmp_path / "evil.toml"
    with Session.create(save, parse_scenario(texts, "keys"), Terms(seed="7")) as session:
        LocalTable(session).make_now(Note(seat="control", text="one"))
        LocalTable(session).make_now(Note(seat="control", text="two \x1b[2J\u202e"))

    found = list(save_problems(str(save)))

    lines = save.read_text(encoding="utf-8").split("\n")
    assert [(each.where, each.severity) for each in found] == [
        ("injects.toml", "error"), ("entry 2", "error"), ("entry 2", "warning"),
    ]  # fmt: skip
    assert "title = " in lines[found[0].line - 1]
    assert lines[found[1].line - 1].startswith("text = ")
    assert lines[found[2].line - 1].startswith("text = ")


def test_check_exits_with_1_and_prints_none_of_them(folder: Path) -> None:
    planted(folder, "scenario.toml", '\ntitle = "', f'\ntitle = "{ESC}\\u202e')

    said, told = run("check", folder), run("check", folder, "--json")

    assert (said.code, told.code) == (1, 1)
    assert len(json.loads(told.out)["problems"]) == 2
    assert not {"\x1b", "\x07", "\u202e"} & set(said.out + said.err + told.out + told.err)
