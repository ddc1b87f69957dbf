"""The search for moves that pay a seat: the same whoever plays it, stopped or not; what it keeps helps."""

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tabletop.analysis.campaign import play_out, start_of
from tabletop.analysis.hands import Hands
from tabletop.analysis.kept import Kept
from tabletop.analysis.policies import POLICIES
from tabletop.analysis.search.climb import OWN, Finds, search
from tabletop.analysis.search.offers import Offers
from tabletop.analysis.search.trial import Extra, beside
from tabletop.model.moves import Move, Withdraw
from tabletop.model.world import World
from tabletop.rules.acts.check import check, sense
from tests.play import two_keys


def told(finds: Finds) -> tuple[object, ...]:
    return finds.before, finds.after, tuple(finds.finds), finds.tries, finds.fresh


def stopping(after: int) -> Callable[[int], None]:
    """Interrupts once so many moves were tried."""
    heard = [0]

    def hear(more: int) -> None:
        heard[0] += more
        if heard[0] >= after:
            raise KeyboardInterrupt

    return hear


def test_the_same_is_found_by_one_process_and_by_two() -> None:
    start = start_of(two_keys())

    one, two = (search(start, "lyre", "s", 30, hands=hands) for hands in (Hands(1), Hands(2)))

    assert told(one) == told(two)
    assert one.finds
    assert (one.tries, one.fresh, two.workers) == (30, True, 2)


def test_stopped_it_tells_what_it_has_and_goes_on_from_there(tmp_path: Path) -> None:
    start, file = start_of(two_keys()), tmp_path / "kept.jsonl"
    whole = search(start, "lyre", "s", 30)

    stopped = search(start, "lyre", "s", 30, progress=stopping(10), kept=Kept(file))
    done = len(Kept(file))
    with file.open("ab") as cut_off:
        cut_off.write(b'[9999, {"a')
    gone_on = search(start, "lyre", "s", 30, kept=Kept(file))

    assert (stopped.tries, stopped.fresh) == (10, False)
    assert 10 < done < len(Kept(file))
    assert told(gone_on) == told(whole)


def test_nothing_tried_is_an_interruption_and_no_result() -> None:
    def at_once(*_: object) -> list[Move]:
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setitem(POLICIES, "at-once", at_once)
        search(start_of(two_keys()), "harrow", "s", 5, "at-once")


def test_whatever_kind_is_offered_is_drawn_and_legal_where_it_was_offered() -> None:
    start = start_of(two_keys())
    offers = Offers(start, "lyre", OWN, "s")
    drawn = {extra for n in range(300) if (extra := offers.draw(Random(n)))}

    assert len({extra.move.do for extra in drawn}) >= 5
    assert {extra.turn for extra in drawn} == set(offers.turns)

    played: set[Extra] = set()

    def watching(world: World, seat: str, seed: str) -> list[Move]:
        fresh = {extra for extra in drawn if extra.turn == world.turn and seat == "lyre"} - played
        assert all(check(world, extra.move) is None and sense(world, extra.move) is None for extra in fresh)
        played.update(fresh)
        return list(POLICIES[OWN](world, seat, seed))

    play_out(start, watching, "s")
    assert played == drawn


def test_a_move_tried_takes_the_place_of_the_lines_own_about_the_same_thing() -> None:
    start = start_of(two_keys())
    mine = Withdraw(seat="harrow", force="harrow-galleys", turn=2)

    def line(world: World, seat: str, seed: str) -> list[Move]:
        return [Withdraw(seat="harrow", force="harrow-galleys", turn=3)] if world.turn == 1 else []

    asked: list[Move] = []

    def watching(world: World, seat: str, seed: str) -> list[Move]:
        moves = list(beside((Extra(1, mine),), line)(world, seat, seed)) if seat == "harrow" else []
        asked.extend(moves)
        return moves

    play_out(start, watching, "s")

    assert asked == [mine]
