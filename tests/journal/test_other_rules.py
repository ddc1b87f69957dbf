"""A save played under other rules, or with a scenario written for them, opens, says so, and shows what was played."""

from pathlib import Path

import pytest
from attrs import evolve

from tabletop.errors import ScenarioError
from tabletop.journal.opened import Terms
from tabletop.journal.record.rulebook import our_rules
from tabletop.journal.session import Session
from tabletop.model.moves import Advance, Red
from tabletop.model.scenario import Scenario
from tabletop.scenario.load import load_scenario, parse_scenario
from tests.builders import open_session, played, toy_rules

FOLDER = Path(__file__).parents[1] / "scenarios" / "two-keys"
EXTRA = '\n[moon_pull]\nvalue = 3\nunit = "points"\nmeaning = "tides"\nbasis = "judgement"\n'


def changed(old: str, new: str) -> Scenario:
    """The tiny scenario out of a save, with its coefficients written otherwise."""
    texts = dict(load_scenario(FOLDER).sources)
    assert old in texts["coefficients.toml"]
    texts["coefficients.toml"] = texts["coefficients.toml"].replace(old, new)
    return parse_scenario(tuple(sorted(texts.items())), "two-keys")


def a_turn(session: Session) -> None:
    for move in (Advance, Advance, Red, Advance, Advance, Advance):
        session.make(Red(seat="control", source="model") if move is Red else Advance(seat="control"))


def test_a_coefficient_that_these_rules_do_not_know_is_passed_over_and_said(tmp_path: Path) -> None:
    end = "[promise_broken_trust]"
    scenario = changed(end, f"{EXTRA.lstrip()}\n{end}")
    Session.create(tmp_path / "s", scenario, Terms(seed="7")).close()

    with Session.open(tmp_path / "s") as session:
        assert session.notices == ("in its scenario, coefficients: unknown coefficient 'moon_pull' is passed over",)
        assert not session.read_only
        a_turn(session)
        assert session.world.turn == 2


def test_in_a_folder_the_same_word_is_a_mistake(tmp_path: Path) -> None:
    for name, text in load_scenario(FOLDER).sources:
        more = EXTRA if name == "coefficients.toml" else ""
        (tmp_path / name).write_text(text + more, encoding="utf-8")

    with pytest.raises(ScenarioError, match="unknown coefficient 'moon_pull'"):
        load_scenario(tmp_path)


def test_a_coefficient_that_came_later_is_what_the_rules_did_before(tmp_path: Path) -> None:
    without = changed("[stock_use]\nvalue = 0.03\n", "[bridge_most]\nvalue = 0.4\n")

    assert without.coefficients.stock_use == 0
    assert without.coefficients.free_moves == 2
    Session.create(tmp_path / "s", without, Terms(seed="7")).close()
    with Session.open(tmp_path / "s") as session:
        assert session.notices == ()


def test_turns_that_have_ended_show_the_scores_that_were_played(tmp_path: Path) -> None:
    """Other rules give other numbers from here on; what the room saw then stays what it saw."""
    with played(tmp_path / "s", 3) as session:
        then = session.world.history

    with open_session(tmp_path / "s", rules=toy_rules("toy 2", weight=2.0)) as session:
        assert session.notices[0].endswith("past turns show what was played")
        assert session.world.history == then
        assert [session.world_at(n).history for n in range(len(session.entries) + 1)] == _histories(tmp_path / "s")
        for _ in range(5):
            session.make(Advance(seat="control"))
        assert session.world.history[: len(then)] == then
        assert session.world.history[-1]["cohesion"] == 50.0 + 2.0 * (len(then))


def test_real_rules_with_another_number_keep_what_was_played(tmp_path: Path) -> None:
    with Session.create(tmp_path / "s", changed("", ""), Terms(seed="7")) as session:
        for _ in range(2):
            a_turn(session)
        then = [dict(told) for told in session.world.history]
    ours = our_rules()
    other = evolve(ours, version="other", parse=lambda sources, name: changed("value = 0.03\n", "value = 0.3\n"))

    with Session.open(tmp_path / "s", rules=other) as session:
        assert "from turn 1 on" in session.notices[0]
        assert [dict(told) for told in session.world.history] == then


def _histories(path: Path) -> list[object]:
    with open_session(path, read_only=True) as session:
        return [session.world_at(n).history for n in range(len(session.entries) + 1)]
