"""The loader lets through just what the rules can read and change."""

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from tabletop.model.cause import Cause
from tabletop.model.effects import Condition, Effect
from tabletop.model.figures.figure import NUMBER
from tabletop.model.figures.glossary import word_of
from tabletop.model.world import World
from tabletop.rules.scores.paths import READERS, value_at
from tabletop.rules.scores.reader import UnknownPath
from tabletop.rules.turn.effects import affect
from tabletop.rules.turn.opening import opening
from tabletop.rules.world import draft as rules
from tabletop.scenario.ids import ids_by_kind
from tabletop.scenario.load import load_scenario
from tabletop.scenario.paths import CHANGE, READ, check_condition, check_effect, check_path
from tabletop.scenario.proof import Proof

SCENARIO = load_scenario(Path(__file__).parents[1] / "scenarios" / "two-keys")
IDS = {
    "TRACK": "trust",
    "SCORE": "towns-share",
    "THEATRE": "outer-harbour",
    "AREA": "boats",
    "SEAT": "lyre",
    "MEMBER": "ly",
    "WAY": "own-yard",
    "PEOPLE": "harrow-watch",
    "FORCE": "harrow-galleys",
    "PROGRAMME": "chain-boats",
    "POST": "key-warden",
    "INJECT": "toll-dispute",
    "CHAIN": "tolls",
    "TEXT": "new-master",
    "ABOUT": "key-warden",
}


@pytest.fixture
def world() -> World:
    return opening(SCENARIO, "seed")


@pytest.fixture
def proof() -> Proof:
    import tomllib

    tables: dict[str, dict[str, Any]] = {name: tomllib.loads(text) for name, text in SCENARIO.sources}
    return Proof(tables=tables, ids=ids_by_kind(tables, ()))


def filled(form: str) -> str:
    return "/".join(IDS.get(part, part) for part in form.split("/"))


@pytest.mark.parametrize("form", READ)
def test_the_rules_read_every_path_that_may_be_read(world: World, form: str) -> None:
    value = value_at(world, filled(form))

    assert isinstance(value, str) != (READ[form] == NUMBER)


@pytest.mark.parametrize("form", CHANGE)
def test_the_rules_change_everything_that_may_be_changed(world: World, form: str) -> None:
    words = {"theatre": "mule-pass", "member": "ly"}
    gives = CHANGE[form]
    word = words[gives] if isinstance(gives, str) and gives else gives[-1] if gives else ""
    changing = rules.Draft(world)

    affect(changing, Effect(filled(form), 0.0 if word else 0.1, word), Cause("adjustment"))

    assert changing.events


@pytest.mark.parametrize("form", READERS)
def test_every_reader_of_the_rules_may_be_named(form: str) -> None:
    assert form in READ


@pytest.mark.parametrize(
    "path", ["trsut", "deterrence/low-pass", "force/nobody/status", "post/key-warden/colour", "text/x/state"]
)
def test_what_may_not_be_read_the_rules_do_not_read(world: World, proof: Proof, path: str) -> None:
    with pytest.raises(UnknownPath):
        value_at(world, path)

    assert check_path(path, ("injects.toml",), proof) is None
    assert len(proof.findings) == 1


def test_figures_and_scores_of_the_opening_may_be_read(world: World, proof: Proof) -> None:
    for figure in world.figures:
        check_path(word_of(figure), ("seats.toml",), proof)

    assert proof.findings == []


def test_nothing_is_said_of_ids_whose_file_cannot_be_read(proof: Proof) -> None:
    proof.ids = dict.fromkeys(proof.ids)

    check_condition(Condition("post/nobody/holder", "=", "xy"), ("injects.toml",), proof)
    check_effect(Effect("force/nothing/status", set="available"), ("injects.toml",), proof)

    assert proof.findings == []


def test_a_path_is_judged_once(proof: Proof) -> None:
    checked = evolve(proof)

    for _ in range(3):
        check_path("trsut", ("seats.toml",), checked)

    assert len(checked.findings) == 3
    assert len(checked.paths) == 1
