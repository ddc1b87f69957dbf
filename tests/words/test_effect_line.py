"""Effects typed in one line: read, told back, and what may be named in them."""

import pytest

from tabletop.model.grammar import effect
from tabletop.model.world import World
from tabletop.rules.acts.rulings import effects_refusal
from tabletop.words.effect_line import (
    effect_lines,
    effect_tables,
    effects_in,
    example,
    known_paths,
    named_figures,
    understood,
    words_at,
)
from tests.play import fresh, orders, two_keys


@pytest.fixture(params=["nato", "two-keys"])
def world(request: pytest.FixtureRequest) -> World:
    return orders(fresh(scenario=two_keys() if request.param == "two-keys" else None))


def test_the_example_is_understood(world: World) -> None:
    told = understood(world, example(world))

    assert told.words.count(" · ") == 1 and not told.wrong


def test_every_known_path_may_be_named(world: World) -> None:
    for path in known_paths(world):
        if "=" not in path:
            assert effects_refusal(world, (f"{path} +1",)) is None, path


def test_every_word_that_is_offered_may_be_set(world: World) -> None:
    for path in known_paths(world):
        for word in words_at(world, path.removesuffix(" = ")) if "=" in path else ():
            assert effects_refusal(world, (f"{path}{word}",)) is None, (path, word)


def test_nothing_typed_is_neither_words_nor_wrong(world: World) -> None:
    assert understood(world, " ; , ") == ("", "")


def test_what_is_half_typed_says_how_it_is_written(world: World) -> None:
    assert example(world) in understood(world, "trus").wrong


def test_a_figure_that_is_not_there_is_wrong(world: World) -> None:
    assert understood(world, "no-such-figure +1").wrong


def test_a_line_becomes_the_tables_a_move_carries() -> None:
    assert effect_lines("cohesion -2; trust +1 for 2,") == ["cohesion -2", "trust +1 for 2"]
    assert len(effect_tables(orders(fresh()), "cohesion -2, trust +1 for 2")) == 2
    assert effect("trust +1 for 2").turns == 2


def test_every_figure_may_be_called_by_the_name_that_screens_give_it(world: World) -> None:
    names = named_figures(world)

    for name, path in names.items():
        assert effects_in(world, f"{name} +1, {name.lower()} -2 for 3") == [f"{path}  +1", f"{path}  -2 for 3"], name
        assert understood(world, f"{name} +1") == understood(world, f"{path} +1")


def test_a_path_stays_as_it_was_typed(world: World) -> None:
    for path in known_paths(world):
        assert " ".join(effects_in(world, f"{path} +1")).split() == f"{path} +1".split()
