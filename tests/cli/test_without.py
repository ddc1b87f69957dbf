"""Optional rules left out from the command line: kept in the save, told, and an unknown one is one clear line."""

from pathlib import Path

import pytest

from tests.cli.said import TWO_KEYS, new, run


def test_rules_left_out_stand_in_the_save_and_are_told(save: Path) -> None:
    said = run("new", TWO_KEYS, "--save", save, "--seed", "7", "--without", "slips", "--without", "probes")

    assert said.out.strip().endswith("seed 7, without probes, slips")
    assert 'without = ["probes", "slips"]\n' in save.read_text(encoding="utf-8")
    assert run("replay", save, "--json").json["without"] == ["probes", "slips"]
    assert run("check", save).code == 0


def test_a_fork_is_played_without_them_too(save: Path) -> None:
    new(save, "--without", "probes")
    other = save.with_name("other.toml")

    assert run("fork", save, "--at", "0", "--save", other).code == 0

    assert run("replay", other, "--json").json["without"] == ["probes"]


@pytest.mark.parametrize("command", [["new", TWO_KEYS, "--save", "x.toml"], ["simulate", TWO_KEYS, "--runs", "1"]])
def test_an_unknown_rule_is_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]) -> None:
    monkeypatch.chdir(tmp_path)

    said = run(*command, "--without", "elektions")

    assert (said.code, said.out) == (1, "")
    assert said.err == "tabletop: --without: there is no optional rule 'elektions'; did you mean 'elections'?\n"
    assert not list(tmp_path.iterdir())


def test_a_simulation_says_what_it_was_played_without(save: Path) -> None:
    told = run("simulate", TWO_KEYS, "--runs", "2", "--workers", "1", "--without", "probes", "--json").json

    assert (told["without"], told["probes"]) == (["probes"], 0)
    assert "Played without probes." in run("simulate", TWO_KEYS, "--runs", "1", "--without", "probes").out
    new(save)
    assert run("simulate", "--from", save, "--without", "probes").code == 2
