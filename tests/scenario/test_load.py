"""A scenario's folder becomes one value, the same wherever and however it is read."""

import shutil
import time
from pathlib import Path

import pytest

from tabletop.errors import ScenarioError
from tabletop.model.effects import Condition, Effect
from tabletop.scenario.load import digest_of, load_scenario, parse_scenario, scenario_problems

TWO_KEYS = Path(__file__).parents[1] / "scenarios" / "two-keys"
SHIPPED = Path(__file__).parents[2] / "scenarios"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TWO_KEYS, tmp_path / "two-keys"))


def test_the_small_scenario_has_no_problem() -> None:
    assert scenario_problems(TWO_KEYS) == []


@pytest.mark.parametrize("folder", sorted(SHIPPED.glob("*/")), ids=lambda folder: folder.name)
def test_every_scenario_that_ships_has_no_problem(folder: Path) -> None:
    assert scenario_problems(folder) == []


def test_order_of_the_file_is_order_everywhere() -> None:
    scenario = load_scenario(TWO_KEYS)

    assert list(scenario.areas) == ["walls", "boats"]
    assert list(scenario.theatres) == ["outer-harbour", "mule-pass"]
    assert list(scenario.seats) == ["harrow", "lyre", "herald"]
    assert scenario.theatres["mule-pass"].requirement == (4.0, 0.0)
    assert scenario.forces["harrow-pikes"].presence == (0.4, 1.0)


def test_numbers_are_floats_where_the_model_says_so() -> None:
    scenario = load_scenario(TWO_KEYS)

    assert isinstance(scenario.members["ha"].gdp, float)
    assert isinstance(scenario.turns, int)
    assert all(isinstance(value, float) for value in scenario.figures.values())


def test_lines_of_the_grammar_become_effects_and_conditions() -> None:
    scenario = load_scenario(TWO_KEYS)
    smoke, toll = scenario.injects["smoke-on-the-water"], scenario.injects["toll-dispute"]

    assert smoke.chance_if == ((Condition("trust", "<", 45.0), 20.0),)
    assert smoke.when[1] == Condition("chain/tolls", "=", "shared")
    assert toll.options[1].effects[1] == Effect("pressure/outer-harbour", 2.0, turns=2)
    assert smoke.options[0].effects[1] == Effect("feud", 5.0)


def test_measures_take_one_path_or_several() -> None:
    seats = load_scenario(TWO_KEYS).seats

    hands, toll = seats["harrow"].objectives[1].parts

    assert hands.paths == ("hands-freed",)
    assert hands.only == Condition("post/key-warden/holder", "=", "ha")
    assert toll.steps == (("shared", 100.0), ("postponed", 40.0))
    assert seats["lyre"].objectives[1].parts[0].paths == ("support/lyre",)


def test_a_programme_makes_its_tranches_and_a_second_series() -> None:
    scenario = load_scenario(TWO_KEYS)

    made = [force for force in scenario.forces.values() if force.programme == "chain-boats"]

    assert [force.id for force in made] == ["chain-boats-1", "chain-boats-2", "chain-boats-3", "chain-boats-4"]
    assert {(force.owner, force.opens, force.combat, force.movable) for force in made} == {
        ("ly", "building", True, True)
    }
    assert made[0].capability == (0.0, 1.5)
    assert made[2].name == "Chain boats, second series 1"


def test_what_a_save_embeds_gives_the_same_scenario() -> None:
    loaded = load_scenario(TWO_KEYS)

    parsed = parse_scenario(tuple(reversed(loaded.sources)), "two-keys")

    assert parsed.sources == loaded.sources == tuple(sorted(loaded.sources))
    assert parsed.digest == loaded.digest == digest_of(loaded.sources)
    assert parsed.injects == loaded.injects
    assert len(parsed.digest) == 32


def test_the_digest_follows_every_text_and_name() -> None:
    sources = load_scenario(TWO_KEYS).sources
    digests = {digest_of(sources)}

    for n, (name, text) in enumerate(sources):
        digests.add(digest_of((*sources[:n], (name, text + "\n"), *sources[n + 1 :])))
        digests.add(digest_of((*sources[:n], (name + "x", text), *sources[n + 1 :])))

    assert len(digests) == 1 + 2 * len(sources)


def test_line_ends_and_a_byte_order_mark_never_matter(folder: Path) -> None:
    for path in folder.iterdir():
        path.write_bytes(b"\xef\xbb\xbf" + path.read_text(encoding="utf-8").replace("\n", "\r\n").encode())

    assert load_scenario(folder).digest == load_scenario(TWO_KEYS).digest


def test_injects_texts_and_the_adversary_may_be_left_out(folder: Path) -> None:
    for name in ("injects.toml", "texts.toml", "red.toml"):
        (folder / name).unlink()
    seats = (folder / "seats.toml").read_text().replace("inject/toll-dispute/outcome", "post/key-warden/holder")
    (folder / "seats.toml").write_text(seats.replace("{ shared = 100, postponed = 40 }", "{ ha = 100 }"))

    scenario = load_scenario(folder)

    assert (scenario.injects, scenario.texts) == ({}, {})
    assert scenario.red.name == "the Corsairs"


@pytest.mark.parametrize("name", ["scenario", "coefficients", "theatres", "members", "forces", "posts", "seats"])
def test_the_other_files_must_be_there(folder: Path, name: str) -> None:
    (folder / f"{name}.toml").unlink()

    with pytest.raises(ScenarioError, match=f"two-keys/{name}.toml:1: .*this file is missing"):
        load_scenario(folder)


def test_a_missing_file_makes_no_other_problem(folder: Path) -> None:
    (folder / "members.toml").unlink()

    assert [problem.file for problem in scenario_problems(folder)] == ["two-keys/members.toml"]


def test_the_error_names_the_place_and_the_mend(folder: Path) -> None:
    injects = (folder / "injects.toml").read_text()
    (folder / "injects.toml").write_text(injects.replace('theatre = "outer-harbour"', 'theatre = "outer-harbuor"'))

    with pytest.raises(ScenarioError) as raised:
        load_scenario(folder)

    assert str(raised.value) == (
        "two-keys/injects.toml:8: inject 'toll-dispute': unknown theatre 'outer-harbuor'; did you mean 'outer-harbour'?"
    )


def test_a_save_embeds_no_foreign_file() -> None:
    sources = (*load_scenario(TWO_KEYS).sources, ("event.toml", ""))

    with pytest.raises(ScenarioError, match=r"event\.toml"):
        parse_scenario(sources, "two-keys")


def test_reading_four_times_the_text_takes_no_more_than_four_times_as_long() -> None:
    """Of processor time, the best of some goes; with as much again as room for a busy machine."""

    def seconds(copies: int) -> float:
        sources = dict(load_scenario(TWO_KEYS).sources)
        inject = sources["injects.toml"].split("[smoke-on-the-water]")[0]
        inject = inject.replace('opens = ["smoke-on-the-water"]\n', "").replace('chain = "tolls"\n', "")
        sources["injects.toml"] += "\n".join(inject.replace("toll-dispute", f"toll-{n}") for n in range(copies))
        big = tuple(sources.items())
        taken = []
        for _ in range(5):
            parse_scenario.cache_clear()
            began = time.process_time()
            parse_scenario(big, "two-keys")
            taken.append(time.process_time() - began)
        return min(taken)

    assert seconds(200) < 2 * 4 * seconds(50)
