"""What can be played but is hardly meant is told as a warning, with its line and what was likely meant."""

import shutil
from pathlib import Path

import pytest

from tabletop.scenario.load import load_scenario, scenario_problems
from tests.scenario.test_problems import TEXTS, TWO_KEYS, changed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TWO_KEYS, tmp_path / "two-keys"))


WARNINGS = [
    (
        "injects.toml",
        "capital/lyre -4",
        "capital/lyre +4",
        "at least as good on every count as option",
        "give it a cost",
    ),
    (
        "injects.toml",
        ', "support/harrow -1"',
        "",
        "it is the best for 'harrow' on every count",
        "let it cost that seat",
    ),
    ("injects.toml", 'objective = "speak-plainly"\n', "", "no inject serves it", ""),
    ("injects.toml", 'opens = ["smoke-on-the-water"]\n', "", "it is not armed and nothing arms it", "open it"),
    ("seats.toml", 'members = ["ly", "mo"]', 'members = ["ly"]', "no seat plays it", "add it to the members"),
    ("seats.toml", "share = 60", "share = 50", "sum to 90, so 100 points are out of reach", ""),
    ("scenario.toml", "[folds.2]", "[folds.1]", "it leaves 2 seats, not 1", ""),
    # what can do nothing
    ("injects.toml", "window = [1, 2]", "window = [4, 9]", "its window opens in turn 4, after the last of 3", ""),
    ("injects.toml", 'title = "A dispute over tolls"', 'title = ""', "'title' is empty", "what the screens show"),
    ("scenario.toml", 'title = "Two Keys"', 'title = ""', "'title' is empty", "what the screens show"),
    ("members.toml", 'name = "Lyre"', 'name = " "', "'name' is empty", "what the screens show"),
    ("scenario.toml", "lengths = [3, 2]", "lengths = [5, 2]", "a length of 5 is beyond the 3 turns", "shorter length"),
    ("programmes.toml", "price = 0.15", "price = 0", "it costs nothing", "what is free"),
    ("scenario.toml", "delay = 2", "delay = 3", "money spent in turn 1 works in turn 4, after the last of 3", ""),
    # units a thousand times off
    ("members.toml", "soldiers = 1.5", "soldiers = 15000", "'soldiers' is 15000: it counts thousands", "write 15 if"),
    ("members.toml", "gdp = 30", "gdp = 300000", "'gdp' is 300000: it counts billion dollars", "write 300 if"),
    ("programmes.toml", "price = 0.15", "price = 1500", "'price' is 1500: it counts billion dollars", "write 1.5 if"),
    ("forces.toml", "personnel = 120", "personnel = 3", "it counts people, not thousands", "write 3000 if"),
    ("scenario.toml", "floor = 300", "floor = 2", "'floor' is 2: it counts people", "write 2000 if"),
    ("scenario.toml", "per = 0.4", "per = 400", "'per' is 400: it counts billion dollars", "write 0.4 if"),
]


@pytest.mark.parametrize(("file", "old", "new", "problem", "hint"), WARNINGS)
def test_what_can_be_played_but_is_hardly_meant_is_a_warning(
    folder: Path, file: str, old: str, new: str, problem: str, hint: str
) -> None:
    if "+4" in new:  # options that part in what follows can't be weighed: make them alike
        seats = TEXTS["seats.toml"].replace('"inject/toll-dispute/outcome"', '"post/key-warden/holder"')
        (folder / "seats.toml").write_text(seats.replace("{ shared = 100, postponed = 40 }", "{ ha = 100 }"))
        old, new = (
            f'"{old}", "support/harrow -1"]\nreason = "A quarrel over coppers costs silver."\n'
            'opens = ["smoke-on-the-water"]',
            f'"{new}"]',
        )
        without = TEXTS["injects.toml"].replace(', "chain/tolls = shared"', "").replace("armed = false\n", "")
        (folder / file).write_text(without.replace(old, new, 1))
        problems = scenario_problems(folder)
    else:
        problems, _ = changed(folder, file, old, new)

    told = [p for p in problems if problem in p.problem]

    assert [p.severity for p in told] == ["warning"]
    assert hint in told[0].hint
    assert all(p.severity == "warning" for p in problems)
    load_scenario(folder)


def test_a_chance_of_nothing_is_a_warning(folder: Path) -> None:
    lines = [line for line in TEXTS["injects.toml"].split("\n") if not line.startswith("chance_if")]
    (folder / "injects.toml").write_text("\n".join(lines).replace("chance = 50", "chance = 0"), encoding="utf-8")

    assert [(p.severity, p.problem) for p in scenario_problems(folder)] == [
        ("warning", "with a chance of 0 it never fires")
    ]


def test_a_scenario_needs_neither_folds_nor_programmes(folder: Path) -> None:
    text = TEXTS["scenario.toml"]
    (folder / "scenario.toml").write_text(text[: text.index("[folds.2]")], encoding="utf-8")
    (folder / "programmes.toml").unlink()
    (folder / "seats.toml").write_text(TEXTS["seats.toml"].replace("chain-boats-1", "lyre-gunners"), encoding="utf-8")
    forces = TEXTS["forces.toml"].replace('replacement = "chain-boats"\n', "")
    (folder / "forces.toml").write_text(forces, encoding="utf-8")

    assert scenario_problems(folder) == []
    scenario = load_scenario(folder)
    assert (scenario.folds, scenario.programmes) == ({}, {})


def test_a_file_that_nobody_reads_is_a_warning(folder: Path) -> None:
    (folder / "inject.toml").write_text("")

    problems = scenario_problems(folder)

    assert [(p.severity, p.file, p.hint) for p in problems] == [
        ("warning", "two-keys/inject.toml", "did you mean 'injects.toml'?")
    ]
