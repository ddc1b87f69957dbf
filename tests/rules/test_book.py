"""The book of matches: by kind and place, in the order of leaving; readiness bridges a part, for a while."""

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.model.cause import because
from tabletop.model.departures import Departure
from tabletop.model.forces import Status
from tabletop.model.moves import Assign
from tabletop.model.world import World
from tabletop.rules.world.book import Book, Pool, book_of, could_take, cover, enter, free_book, matches, take
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.frame import frame_of
from tests.play import fresh, nato
from tests.rules.quiet import adjudicated, at_orders, course

K, FRAME = nato().coefficients, frame_of(nato())
ARMOUR = "us-abct-pl"
CENTRAL = FRAME.standing_in(ARMOUR, "central")


def pool(kind: str, times: float, force: str = ARMOUR) -> Pool:
    """So many times what a package counts at its base, of a kind."""
    filled: Pool = {}
    enter(filled, FRAME.at_base(force), kind, times)
    return filled


def covered(solid: Pool, force: str = ARMOUR, ready: Pool | None = None, left: int = 1) -> float:
    """How fully a package that leaves its base is covered by a book with this in it, in turn 1."""
    return take(fresh(), Book(solid, ready or {}), force, nato().forces[force].base, left).full


def gone(force: str, turn: int = 1) -> Departure:
    return Departure(force=force, theatre=nato().forces[force].base, turn=turn, size=1.0)


def test_the_same_kind_where_it_stood_matches_from_the_full_match_on() -> None:
    assert covered(pool("heavy-land", K.full_match)) == pytest.approx(1)
    assert covered(pool("heavy-land", K.full_match / 2)) == pytest.approx(0.5)
    assert covered({}) == 0


@pytest.mark.parametrize(
    "kind, part",
    [("light-land", K.other_kind), ("mine-hunters", 0), ("fires", 0), ("headquarters", 0)],
)
def test_another_kind_of_the_family_matches_less_and_any_other_nothing(kind: str, part: float) -> None:
    assert covered(pool(kind, K.full_match)) == pytest.approx(part)


@pytest.mark.parametrize("kind", ["mine-hunters", "submarines", "fighters"])
def test_mine_hunters_and_submarines_do_not_stand_in_for_destroyers(kind: str) -> None:
    assert covered(pool(kind, 9, "us-rota-ddg"), "us-rota-ddg") == 0
    assert covered(pool("surface-ships", 9, "us-rota-ddg"), "us-rota-ddg") == 1


def test_what_stands_in_another_theatre_matches_nothing() -> None:
    romania = "us-ibct-ro"
    south = {(FRAME.theatres.index("mediterranean"), FRAME.areas.index("land"), "light-land"): 9e6}

    assert covered(south, romania) == 0
    assert covered(pool("light-land", 1, romania), romania) == 1


def test_what_counts_for_nothing_is_missed_by_nobody() -> None:
    assert covered({}, "us-nuc") == 1


def test_one_addition_matches_one_departure_and_the_first_to_leave_has_it() -> None:
    world = at_orders()
    solid = pool("heavy-land", K.full_match)
    book = Book(solid, {})

    first, second = (take(world, book, ARMOUR, "central", 1).full for _ in range(2))

    assert first == pytest.approx(1)
    assert second == pytest.approx(0, abs=1e-9)


def test_readiness_bridges_half_a_match_at_most_for_two_turns_at_most() -> None:
    plenty = pool("heavy-land", 9)
    later = evolve(fresh(), turn=1 + int(K.bridge_turns))

    assert covered({}, ready=dict(plenty)) == K.bridge_most == 0.5
    assert take(later, Book({}, dict(plenty)), ARMOUR, "central", 1).full == 0
    assert take(later, Book({}, dict(plenty)), ARMOUR, "central", 2).ready == K.bridge_most
    assert K.bridge_turns == 2
    part = take(fresh(), Book(pool("heavy-land", K.full_match * 0.7), dict(plenty)), ARMOUR, "central", 1)
    assert part.solid == pytest.approx(0.7)
    assert part.full == 1


def test_a_ready_alliance_covers_half_of_a_brigade_and_after_two_turns_nothing() -> None:
    figures = {f"readiness/{seat}": 1.0 for seat in fresh().seats}
    world = evolve(fresh(), figures=fresh().figures | figures)

    assert 0 < cover(world, ARMOUR).full == cover(world, ARMOUR).ready <= K.bridge_most
    assert matches(evolve(world, turn=5), (gone(ARMOUR),))[0].full == 0


def test_what_an_ally_sends_is_in_the_book_and_what_it_sends_away_is_missing() -> None:
    sent = Assign(seat="paris", force="fr-3-division", theatre="central")
    told = course(at_orders(), {1: [sent]}, 2).worlds

    def in_central(world: World) -> float:
        return book_of(world).solid.get((FRAME.theatres.index("central"), 0, "heavy-land"), 0.0)

    assert in_central(told[0]) == 0 < in_central(told[1]) < in_central(told[2])  # half of it is on its way
    south = (FRAME.theatres.index("mediterranean"), 0, "heavy-land")
    assert book_of(told[2]).solid[south] < 0
    assert cover(told[2], ARMOUR).full > cover(told[0], ARMOUR).full


def test_a_force_that_control_takes_away_is_missing_in_the_book() -> None:
    draft = Draft(fresh())
    name = "de-1-panzer"
    draft.put_force(name, evolve(draft.forces[name], status=Status.ELSEWHERE))

    assert book_of(draft).solid == {(t, i, "heavy-land"): -n for t, i, n in FRAME.at_base(name)}


def test_what_has_left_has_taken_its_part_before_the_next_asks() -> None:
    sent = Assign(seat="paris", force="fr-3-division", theatre="central")
    world = course(at_orders(), {1: [sent]}, 2).worlds[2]
    taken = evolve(world, departures=(gone("us-2cr"),))

    assert cover(taken, ARMOUR).full < cover(world, ARMOUR).full
    assert sum(free_book(taken).solid.values()) < sum(book_of(taken).solid.values())
    assert book_of(adjudicated(at_orders())).solid == {}


KINDS = ("heavy-land", "light-land", "mine-hunters")
POOLS = st.dictionaries(
    st.tuples(st.integers(0, 5), st.integers(0, 3), st.sampled_from(KINDS)), st.floats(-2e6, 3e6), max_size=12
)
LAND = ("us-abct-pl", "us-2cr", "us-173", "us-ibct-ro", "us-efp-pl")


@given(POOLS, st.lists(st.sampled_from(LAND), max_size=5), st.floats(0, 2e6), st.sampled_from(KINDS))
@settings(max_examples=60, deadline=None)
def test_nobody_takes_what_is_not_there_and_more_in_the_book_covers_the_first_no_less(
    solid: Pool, leaving: list[str], more: float, kind: str
) -> None:
    world = fresh()
    book = Book(dict(solid), {})

    found = [take(world, book, force, nato().forces[force].base, 1) for force in leaving]

    assert all(0 <= match.full <= 1 for match in found)
    assert all(min(0, solid[place]) - 1e-6 <= left <= solid[place] for place, left in book.solid.items())
    if leaving:
        t, i, _ = FRAME.at_base(leaving[0])[0]
        richer = solid | {(t, i, kind): solid.get((t, i, kind), 0.0) + more}
        first = take(world, Book(richer, {}), leaving[0], nato().forces[leaving[0]].base, 1)
        assert first.full >= found[0].full - 1e-9


FORCES_OF_TODAY = st.sampled_from([name for name in nato().forces if not nato().forces[name].programme])
ADDITIONS = st.lists(st.tuples(FORCES_OF_TODAY, st.sampled_from(list(nato().kinds)), st.floats(-1, 2)), max_size=8)


@given(ADDITIONS, st.sampled_from(FRAME.anchors))
def test_what_a_book_could_cover_is_what_it_would_give_and_asking_takes_nothing(
    content: list[tuple[str, str, float]], package: str
) -> None:
    book = Book({}, {})
    for force, kind, times in content:
        enter(book.solid, FRAME.at_base(force), kind, times)
    before = dict(book.solid)

    found = could_take(fresh(), book, package)

    assert book.solid == before
    assert found == pytest.approx(take(fresh(), book, package, nato().forces[package].base, 1).full)


def test_nothing_has_been_added_or_is_missing_at_the_opening() -> None:
    book = book_of(fresh())

    assert {place: amount for place, amount in book.solid.items() if amount} == {}


@pytest.mark.parametrize(
    "force", [name for name, spec in nato().forces.items() if spec.opens == Status.ELSEWHERE and name in FRAME.others]
)
def test_what_an_answer_brings_is_added_and_counts_for_its_seat(force: str) -> None:
    draft = Draft(fresh())

    draft.set_force(force, evolve(draft.forces[force], status=Status.AVAILABLE), because("arrives", force))

    expected = pool(nato().forces[force].kind, 1, force)
    assert {place: amount for place, amount in book_of(draft).solid.items() if amount} == expected
