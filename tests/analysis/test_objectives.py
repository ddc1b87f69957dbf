"""What seats are scored by: within reach, given to nobody, and fair when an exercise ends early."""

import re
from functools import cache
from statistics import fmean

import pytest
from attrs import evolve

from tabletop.analysis.campaign import Campaign, play_out, start_of
from tabletop.model.seats import MeasureSpec, ObjectiveSpec
from tabletop.model.world import World
from tabletop.rules.scores.objectives import mark, points
from tabletop.rules.turn.opening import before
from tests.long import LONG, sweep
from tests.play import nato

#: The part of mixed campaigns in which a secret objective is reached; a sample swings more than the whole.
LEAST, MOST = (0.25, 0.75) if LONG else (0.1, 0.9)
#: Points from which an objective counts as reached.
REACHED = 50

SECRETS = [(seat, o.id) for seat, spec in nato().seats.items() for o in spec.objectives if o.secret]


@cache
def played(policy: str, runs: int) -> tuple[Campaign, ...]:
    start = start_of(nato())
    return tuple(play_out(start, policy, f"s{n}") for n in range(runs))


@pytest.mark.parametrize(("seat", "objective"), SECRETS)
def test_a_secret_objective_is_neither_given_nor_out_of_reach_in_mixed_play(seat: str, objective: str) -> None:
    marks = [campaign.marks[seat][objective] for campaign in played("mixed", sweep(200, 40))]

    assert LEAST <= fmean(mark >= REACHED for mark in marks) <= MOST
    assert len(set(marks)) > 1


def test_objectives_about_a_theatre_read_its_margin() -> None:
    paths = {
        path
        for spec in nato().seats.values()
        for objective in spec.objectives
        for part in objective.parts
        for path in part.paths
    }

    assert any(path.startswith("margin/") for path in paths)
    assert not any(path.startswith("deterrence") or path == "least-deterrence" for path in paths)


@pytest.mark.parametrize("seat", nato().seats)
def test_an_abrupt_exit_pays_nobody(seat: str) -> None:
    left, stayed = (
        fmean(campaign.objectives[seat] for campaign in played(policy, 8)) for policy in ("abrupt-exit", "status-quo")
    )

    assert left < stayed


def after(turns: int, path: str, values: list[float]) -> World:
    """A world of eight turns of which some were played, with what was read at their ends."""
    return evolve(start_of(nato()), turn=turns, history=tuple({path: value} for value in values[: turns + 1]))


def marked(world: World, part: MeasureSpec) -> float:
    return points(world, ObjectiveSpec(id="x", title="", text="", weight=100, secret=True, parts=(part,)))


def test_an_amount_that_grows_is_measured_by_the_turns_that_were_played() -> None:
    freed = [0.0, 5.0, 10.0, 15.0, 20.0, 25.0, 30.0, 35.0, 40.0]
    part = MeasureSpec(paths=("freed-for-pacific",), floor=0, target=40, grows=True)

    assert [marked(after(turns, "freed-for-pacific", freed), part) for turns in (1, 4, 8)] == [100, 100, 100]
    assert marked(after(4, "freed-for-pacific", freed), evolve(part, grows=False)) == 50


def test_before_any_turn_is_over_an_amount_that_is_to_grow_is_not_yet_reached() -> None:
    part = MeasureSpec(paths=("freed-for-pacific",), floor=0, target=40, grows=True)

    assert marked(after(0, "freed-for-pacific", [0.0]), part) == 0


def test_what_grows_starts_from_the_opening_and_may_fall() -> None:
    people = [80.0, 79.0, 78.0, 77.0, 76.0]
    part = MeasureSpec(paths=("personnel/us-europe",), when="at", at=(7, 9), floor=80, target=64, grows=True)

    assert marked(after(4, "personnel/us-europe", people), part) == pytest.approx(50)


def test_a_level_is_read_as_it_stands_when_an_exercise_ends_early() -> None:
    part = MeasureSpec(paths=("trust",), floor=40, target=60)

    assert marked(after(4, "trust", [58.0, 56.0, 54.0, 52.0, 50.0]), part) == 50


def test_an_exercise_that_ends_after_four_turns_of_eight_gives_middling_points() -> None:
    """Not nothing, and not all, for the seats whose objectives are amounts; the same bots as over the whole."""
    whole, half = start_of(nato()), start_of(nato(), 4)
    for seat in ("washington", "london", "secretary-general"):
        long, short = (
            fmean(play_out(start, "step-by-step", f"s{n}").objectives[seat] for n in range(5))
            for start in (whole, half)
        )
        assert abs(long - short) < 25, (seat, long, short)


@pytest.mark.parametrize("turns", [length for length in nato().lengths if length < nato().turns])
@pytest.mark.parametrize("seat", nato().seats)
def test_what_a_seat_reads_in_a_short_session_names_no_turn_after_its_end(seat: str, turns: int) -> None:
    spec, whole = nato().seats[seat], nato().turns
    texts = [each.within(turns).text for each in spec.objectives] + [spec.brief.arc_within(turns, whole)]
    named = [int(n) for text in texts for n in re.findall(r"\b[Tt]urns? (?:\d+ (?:and|to) )?(\d+)", text)]

    assert all(turn <= turns for turn in named)
    assert all(turn <= turns for each in spec.objectives for part in each.within(turns).parts for turn in part.at)


def test_a_short_session_is_marked_by_its_own_measures() -> None:
    shown = {each.objective.id: each.objective for each in mark(before(nato(), 3), "berlin")}
    whole = {each.id: each for each in nato().seats["berlin"].objectives}

    assert shown["the-word-to-vilnius"] == whole["the-word-to-vilnius"].within(3) != whole["the-word-to-vilnius"]
    assert shown["no-surprises"] == whole["no-surprises"]


def test_an_objective_is_whole_in_the_session_it_was_written_for() -> None:
    assert all(each.within(8) == each for spec in nato().seats.values() for each in spec.objectives)
