"""What the commands make of a save of the first edition: they show what stands in it, and name who plays it on."""

import csv
import shutil
from pathlib import Path

import pytest

from tabletop.rules import RULES
from tests.cli.said import ADVANCE, apply, new, run
from tests.journal.earlier import SAVES, SAYS, SMALL, WHOLE, by_turn, entries

each_save = pytest.mark.parametrize("path", SAVES, ids=lambda path: path.stem)


@each_save
def test_replay_prints_what_is_recorded(path: Path) -> None:
    said = run("replay", path, "--json")

    told = said.json
    assert (said.code, said.err) == (0, f"tabletop: {path.name}: {SAYS[path]}\n")
    assert told["record"] | {"rules": ""} == {"rules": "", "tabletop": "0.1", "says": SAYS[path]}
    assert {turn["turn"]: turn["scores"] | turn["readings"] for turn in told["history"]} == by_turn(path)
    assert told["scores"] == told["history"][-1]["scores"]
    assert [each["do"] for each in told["entries"]] == [each["do"] for each in entries(path)]
    assert [each["rolled"] for each in told["entries"] if "rolled" in each] == [
        each["rolled"] for each in entries(path) if "rolled" in each
    ]
    assert not told.keys() & {"forces", "members", "posts", "programmes", "ledger", "causes", "theatres"}


def test_replay_goes_to_a_move_and_looks_through_other_eyes() -> None:
    early = run("replay", SMALL, "--json", "--to", "12").json
    seat = run("replay", SMALL, "--json", "--as", "harrow").json

    assert (early["turn"], early["phase"], early["moves"], early["scores"]) == (1, "orders", 12, {})
    assert len(seat["entries"]) == seat["moves"] == 37
    assert seat["head"] == ""
    assert not any("rolled" in each for each in seat["entries"])
    assert "As their brief has it." not in run("replay", SMALL, "--json", "--as", "harrow").out


@pytest.mark.parametrize("path", [SMALL, WHOLE], ids=lambda path: path.stem)
def test_export_writes_tables_of_what_is_recorded(path: Path, tmp_path: Path) -> None:
    assert run("export", path, "--to", tmp_path / "t").code == 0

    tables = {found.stem for found in (tmp_path / "t").glob("*.csv")}
    assert tables >= {"entries", "turns", "orders", "scores", "rulings", "rationales", "notes", "codebook"}
    assert not tables & {"forces", "posts", "programmes", "members", "seats", "causes", "objectives", "texts"}
    with (tmp_path / "t" / "scores.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["live"] == "true"]
    assert {row["turn"] for row in rows} == {str(turn) for turn in by_turn(path)}
    assert all(float(row["value"]) == by_turn(path)[int(row["turn"])][row["path"]] for row in rows)
    assert all(row["before"] == row["after"] == "" for row in rows)


def test_export_says_what_came_of_an_expectation_from_recorded_scores(tmp_path: Path) -> None:
    run("export", WHOLE, "--to", tmp_path / "t")

    with (tmp_path / "t" / "expectations.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["score"] == "trust"]
    told = by_turn(WHOLE)
    assert {row["change"] for row in rows if row["turn"] == "1"} == {""}
    for row in (row for row in rows if row["turn"] != "1"):
        turn = int(row["turn"])
        assert float(row["change"]) == pytest.approx(told[turn]["trust"] - told[turn - 1]["trust"], abs=1e-9)


def test_compare_lays_recorded_scores_side_by_side(tmp_path: Path) -> None:
    other = tmp_path / "forked.toml"
    shutil.copy(SMALL, other)

    same, apart = run("compare", SMALL, other, "--json").json, run("compare", SMALL, WHOLE, "--json").json

    trust = [each["trust"] for each in by_turn(SMALL).values()]
    assert same["sessions"][0]["scores"]["trust"] == [None, *trust]
    assert (same["differences"], same["parted_at"], apart["parted_at"]) == ([], 43, None)
    first = next(each for each in apart["differences"] if each["score"] == "trust")
    assert first["values"] == [by_turn(SMALL)[4]["trust"], by_turn(WHOLE)[4]["trust"]]
    assert run("compare", SMALL, "--branches").code == 0
    assert run("compare", SMALL, WHOLE).code == 0


@each_save
def test_check_finds_it_whole_and_says_what_it_is(path: Path) -> None:
    told = run("check", path, "--json")

    assert (told.code, told.json["ok"]) == (0, True)
    assert [(each["severity"], each["problem"]) for each in told.json["problems"]] == [("warning", SAYS[path])]


def test_check_still_finds_a_changed_byte(tmp_path: Path) -> None:
    harmed = tmp_path / "s.toml"
    harmed.write_text(SMALL.read_text(encoding="utf-8").replace("amount = -2", "amount = -1"), encoding="utf-8")

    assert run("check", harmed, "--json").json["ok"] is False


@pytest.mark.parametrize(
    "words",
    [
        ("explain", "{save}", "trust"),
        ("fork", "{save}", "--at", "5", "--save", "{folder}/f.toml"),
        ("simulate", "--from", "{save}", "--runs", "2"),
        ("resume", "{save}"),
        ("public", "{save}"),
        ("compare", "{save}", "{save}", "--screen"),
    ],
    ids=lambda words: words[0],
)
def test_what_needs_its_rules_names_the_version_that_has_them(words: tuple[str, ...], tmp_path: Path) -> None:
    save = shutil.copy(SMALL, tmp_path / "s.toml")

    said = run(*(word.format(save=save, folder=tmp_path) for word in words))

    assert (said.code, said.out) == (1, "")
    assert said.err.count("\n") == 1
    assert SAYS[SMALL] in said.err
    assert not (tmp_path / "f.toml").exists()


def test_apply_enters_nothing(tmp_path: Path) -> None:
    save = Path(shutil.copy(SMALL, tmp_path / "s.toml"))

    said = apply(save, ADVANCE)

    assert (said.code, said.err) == (1, f"tabletop: {save}: nothing was applied: {SAYS[SMALL]}\n")
    assert save.read_bytes() == SMALL.read_bytes()


def test_its_words_can_be_taken_out(tmp_path: Path) -> None:
    save = Path(shutil.copy(SMALL, tmp_path / "s.toml"))

    assert run("redact", save, "--all-text").code == 0

    assert "Two sheds burn." not in save.read_text(encoding="utf-8")
    assert run("check", save, "--json").json["ok"]
    assert run("replay", save, "--json").json["history"] == run("replay", SMALL, "--json").json["history"]


def test_the_good_part_of_a_harmed_one_can_be_saved(tmp_path: Path) -> None:
    harmed, good = tmp_path / "s.toml", tmp_path / "good.toml"
    harmed.write_text(SMALL.read_text(encoding="utf-8").replace("amount = -2", "amount = -1"), encoding="utf-8")

    assert run("fork", harmed, "--at", "20", "--save", good).code == 0
    assert run("replay", good, "--json").json["record"]["says"] == SAYS[SMALL]


def test_a_save_of_this_edition_plays_on(tmp_path: Path) -> None:
    save = new(tmp_path / "s.toml")

    assert f'rules = "{RULES}"' in save.read_text(encoding="utf-8")
    assert apply(save, ADVANCE).json["applied"] == 1
    assert "record" not in run("replay", save, "--json").json
    assert run("fork", save, "--at", "1", "--save", tmp_path / "f.toml").code == 0
