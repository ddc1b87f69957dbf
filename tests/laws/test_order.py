"""Who sealed or ordered first never matters; chance is keyed to what it decides."""

from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tabletop.model.moves import Advance, Declare, MakeFreeMove, Move, Odds, Red, Roll, Seal
from tabletop.model.world import Phase, World
from tabletop.rules.acts.check import check
from tabletop.rules.acts.step import step
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.world.chance import die, draw
from tabletop.rules.world.digest import digest
from tests.long import sweep
from tests.play import fresh, make, orders, review, session, some_move

SHEET = {"propose-handover"}  # open to the others at once: whoever is first is answered


def sheets(world: World, rng: Random) -> list[Move]:
    """Legal orders of all seats, each made as if the others had not."""
    made: list[Move] = []
    for _ in range(400):
        move = some_move(world, rng)
        if move.order and move.do not in SHEET and check(world, move) is None:
            world = step(world, move)[0]
            made.append(move)
    return made


@settings(max_examples=sweep(20, 10), deadline=None)
@given(st.integers(0, 10**6), st.randoms(use_true_random=False))
def test_seats_ordering_and_sealing_in_another_order_give_the_same_world(seed: int, shuffled: Random) -> None:
    rng = Random(seed)
    world, _ = session(fresh(str(seed), fold=rng.choice((0, 6))), rng, tries=4, turns=2)
    assume(world.phase is not Phase.REVIEW or world.turn < world.turns)
    world = orders(world)
    assume(world.phase is Phase.ORDERS)
    given_orders = sheets(world, rng)
    assume(len({move.seat for move in given_orders}) > 2)
    seats = [seat for seat in world.seats if not world.seats[seat].sealed]
    again = list(seats)
    shuffled.shuffle(again)

    worlds = []
    for turn_of in (seats, again):
        moves = [move for seat in turn_of for move in given_orders if move.seat == seat]
        assume(all(check(world, Seal(seat=seat)) is None for seat in seats))
        worlds.append(review(make(world, *moves, *(Seal(seat=seat) for seat in turn_of), ref=1)))

    assert digest(worlds[0]) == digest(worlds[1])
    assert scores(worlds[0]) == scores(worlds[1])


def test_a_draw_depends_on_seed_turn_and_name_alone() -> None:
    assert draw("7", 3, "slip", "c-mpa-1") == draw("7", 3, "slip", "c-mpa-1")
    different = {draw("7", 3, "slip", "c-mpa-1"), draw("8", 3, "slip", "c-mpa-1"), draw("7", 4, "slip", "c-mpa-1")}
    assert len(different) == 3
    assert draw("7", 3, "ab", "c") != draw("7", 3, "a", "bc")
    rolls = [die("7", turn, "x") for turn in range(2000)]
    assert (min(rolls), max(rolls)) == (1, 100)


def test_the_same_free_move_rolls_the_same_whatever_happened_between() -> None:
    world = orders(fresh())
    asked = MakeFreeMove(seat="paris", aim="A port opens")
    told = [Odds(seat="control", move=90, chance=50), Roll(seat="control", move=90)]

    plain = make(make(world, asked, ref=90), *told)
    other = make(world, Declare(seat="berlin", stance="solidarity"), MakeFreeMove(seat="london", aim="x"), ref=1)
    busy = make(make(other, asked, ref=90), *told)

    assert plain.free_moves[-1].rolled == busy.free_moves[-1].rolled


def test_what_one_seat_does_leaves_unrelated_chance_alone() -> None:
    """Declaring in turn 1 changes no delivery, no election and no inject whose odds it does not reach."""
    plain, other = orders(fresh("21")), make(orders(fresh("21")), Declare(seat="berlin", stance="solidarity"))
    fired: list[dict[str, int]] = []
    for world in (plain, other):
        for _ in range(3):
            world = orders(world)
        fired.append({name: state.turn for name, state in world.injects.items()})

    assert fired[0] == fired[1]


def test_control_leaves_red_only_when_the_adversary_has_sealed() -> None:
    world = make(orders(fresh()), Advance(seat="control"))

    refused = check(world, Advance(seat="control"))
    assert refused is not None and refused.code == "red/not-sealed"
    assert check(make(world, Red(seat="control", source="model")), Advance(seat="control")) is None
