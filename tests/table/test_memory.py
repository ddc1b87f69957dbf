"""What a place remembers is what it would work out anew, whatever has happened since, and it remembers only so much."""

from random import Random

from attrs import fields
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.model.moves import Fund, Move, SetSpending
from tabletop.model.optional import MOODS
from tabletop.model.world import World
from tabletop.rules.acts.check import check
from tabletop.rules.acts.options import payable, worth
from tabletop.rules.acts.step import step
from tabletop.rules.ahead.project import difference, expected
from tabletop.rules.sight import view
from tabletop.rules.world.alike import alike
from tabletop.rules.world.evolving import evolve
from tabletop.rules.world.numbered import numbered
from tabletop.table.memory import STATES, PlaceMemory
from tests.long import sweep
from tests.play import fresh, make, orders, some_move
from tests.table.at_orders import played, seeds, some_order


def fresh_effects(world: World, move: Move) -> dict[str, float]:
    """Worked out without any memory."""
    return difference(expected(world), expected(world, move))


@settings(max_examples=sweep(20, 7), deadline=None)
@given(seeds)
def test_what_is_remembered_is_what_rules_say_after_any_move(seed: int) -> None:
    rng, memory, world = Random(seed), PlaceMemory(), orders(fresh(str(seed)))

    for _ in range(12):
        move = some_move(world, rng)
        if check(world, move) is None:
            world = step(world, move)[0]
        asked = some_order(world, rng)

        if asked is not None:
            assert memory.effects(world, asked) == fresh_effects(world, asked)
            assert memory.effects(world, asked) == fresh_effects(world, asked)
        assert memory.worth(world, payable(world, "berlin")) == worth(world, payable(world, "berlin"))


@given(st.sampled_from(["trust", "wallet/berlin"]), st.floats(0, 100))
def test_a_world_with_another_figure_is_met_anew(figure: str, value: float) -> None:
    world, memory = orders(fresh()), PlaceMemory()
    move = SetSpending(seat="berlin", member="de", share=2.6)
    other = evolve(world, figures=world.figures | {figure: value})

    memory.effects(world, move)

    assert memory.effects(other, move) == fresh_effects(other, move)


def test_every_field_of_a_world_tells_it_from_another() -> None:
    world = orders(fresh())

    for name in (a.name for a in fields(World)):
        assert not alike(world, evolve(world, **{name: object()})), name
        assert alike(world, evolve(world, **{name: object()}), but=(name,)), name


@settings(max_examples=sweep(10, 4), deadline=None)
@given(seeds)
def test_numbers_of_entries_and_who_was_late_move_no_price(seed: int) -> None:
    rng = Random(seed)
    world = played(rng)
    texts = {name: evolve(text, late=tuple(world.seats)) for name, text in world.texts.items()}
    other = evolve(numbered(world, lambda ref: ref + 100), texts=texts)

    move = some_order(world, rng)

    assert expected(other) == expected(world)
    if move is not None:
        assert fresh_effects(other, move) == fresh_effects(world, move)


def test_a_view_made_again_is_met_again() -> None:
    world = orders(fresh())

    assert alike(view(world, "berlin"), view(world, "berlin"))


def test_a_world_without_an_optional_rule_is_another() -> None:
    world, memory = orders(fresh()), PlaceMemory()
    bare = evolve(world, without=(MOODS,))
    move = Fund(seat="berlin", programme="c-essi")

    memory.effects(world, move)

    assert memory.effects(bare, move) == fresh_effects(bare, move)


def test_it_remembers_only_so_much() -> None:
    world, memory = orders(fresh()), PlaceMemory()

    for n in range(3 * STATES):
        share = round(2.5 + n / 1000, 4)
        world = make(world, SetSpending(seat="berlin", member="de", share=share))
        memory.effects(world, Fund(seat="berlin", programme="c-essi"))
        memory.worth(world, payable(world, "berlin")[: n % 20])

    assert len(memory._rehearsals) <= STATES and len(memory._worths) <= STATES
