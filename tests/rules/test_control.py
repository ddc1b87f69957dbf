"""What control does: phases, ends, free moves, rulings, adjustments, Red."""

from typing import Any

import pytest
from attrs import evolve

from tabletop.model.cause import Cause
from tabletop.model.moves import (
    Adjust,
    Advance,
    Argue,
    End,
    Estimate,
    MakeFreeMove,
    Move,
    Note,
    Odds,
    Pause,
    Red,
    Resume,
    Roll,
    Rule,
    SetReadiness,
    SetSpending,
    Start,
)
from tabletop.model.world import Phase, State, World
from tabletop.rules.acts.check import check
from tabletop.rules.acts.free_moves import grade
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.scores.objectives import mark, total
from tabletop.rules.scores.paths import number_at
from tabletop.rules.world.digest import digest
from tests.play import advance, fresh, make, nato, orders, review, two_keys
from tests.rules.quiet import adjudicated, at_orders


def code(world: World, move: Move) -> str:
    refused = check(world, move)
    return refused.code if refused else ""


@pytest.mark.parametrize("turns", [3, 4, 8])
def test_an_exercise_ends_after_its_last_review_and_only_notes_follow(turns: int) -> None:
    world = fresh(turns=turns)
    for _ in range(turns):
        world = review(world)
    world = make(world, Advance(seat="control"))

    assert (world.state, world.turn, len(world.history)) == (State.ENDED, turns, turns + 1)
    assert code(world, Advance(seat="control")) == "exercise/ended"
    assert code(world, Note(seat="control", text="fine")) == ""
    assert all(0 <= total(world, seat) <= 100 for seat in world.seats)


def test_an_exercise_ended_in_the_middle_is_scored_on_what_was() -> None:
    world = orders(review(review(fresh())))
    ended = make(world, SetSpending(seat="berlin", member="de", share=3.4), End(seat="control"), ref=1)

    assert len(ended.history) == 3
    assert [m.points for m in mark(ended, "berlin")] == [m.points for m in mark(world, "berlin")]


def test_the_first_advance_starts_what_nobody_started() -> None:
    assert make(fresh(), Advance(seat="control")).state is State.RUNNING
    assert make(fresh(), Start(seat="control")).state is State.RUNNING
    assert code(orders(fresh()), Start(seat="control")) == "exercise/started"


def test_a_pause_stops_everything_but_notes() -> None:
    world = make(orders(fresh()), Pause(seat="control"))

    assert code(world, SetReadiness(seat="berlin", level=0.5)) == "exercise/paused"
    assert code(world, Note(seat="control", text="x")) == ""
    assert digest(make(world, Resume(seat="control"))) == digest(orders(fresh()))


def test_what_control_changes_in_review_belongs_to_that_turn_and_its_objectives() -> None:
    world = fresh(turns=3)
    for _ in range(3):
        world = review(world)
    told = make(world, Adjust(seat="control", what="trust", value=80.0), Advance(seat="control"))

    assert told.state is State.ENDED
    assert told.history[3]["trust"] == 80
    assert len(told.history) == 4
    marks = [{m.objective.id: m.points for m in mark(w, "berlin")}["no-surprises"] for w in (world, told)]
    assert marks[1] == 100 > marks[0]


@pytest.mark.parametrize("fold, seats, joined", [(8, 8, ""), (7, 8, ""), (6, 7, "london")])
def test_seats_fold(fold: int, seats: int, joined: str) -> None:
    world = fresh(fold=fold)

    assert len(world.seats) == seats
    assert sorted(m for s in world.seats.values() for m in s.members) == sorted(nato().members)
    if joined:
        assert "gb" in world.seats["nordic-baltic"].members
        told = review(orders(world))
        assert sum(m.weight for m in mark(told, "nordic-baltic")) == pytest.approx(100)
        assert not [figure for figure in told.figures if figure.endswith(f"/{joined}")]


def test_an_effect_on_a_joined_seat_reaches_its_host() -> None:
    world = orders(fresh(fold=6))
    told = make(world, Adjust(seat="control", what="capital/london", amount=-5.0))

    assert told.figures["capital/nordic-baltic"] == pytest.approx(world.figures["capital/nordic-baltic"] - 5)
    assert "capital/london" not in told.figures
    valued = make(world, Adjust(seat="control", what="capital/all", value=30.0))
    assert {valued.figures[f"capital/{seat}"] for seat in valued.seats} == {30.0}
    assert "capital/all" not in valued.figures
    soldiers = make(world, Adjust(seat="control", what="soldiers/all", amount=1.0))
    assert not [figure for figure in soldiers.figures if figure in ("soldiers/all", "soldiers/baltic")]


def free(world: World) -> World:
    return make(world, MakeFreeMove(seat="paris", aim="A port opens", reasons=("near", "cheap")), ref=30)


def test_odds_stand_before_the_roll_and_the_roll_gives_a_grade() -> None:
    world = free(orders(fresh()))
    world = make(world, Argue(seat="berlin", move=30, side="against"), Estimate(seat="london", move=30, word="likely"))
    assert code(world, Roll(seat="control", move=30)) == "roll/no-odds"
    assert code(world, Odds(seat="control", move=30, word="perhaps")) == "odds/word"

    world = make(world, Odds(seat="control", move=30, word="likely"), Roll(seat="control", move=30, dice=30))
    told = world.free_moves[0]
    assert (told.odds, told.rolled, told.grade, told.source) == (65, 30, "yes-and", "table")
    assert (told.reasons, told.cons, told.estimates) == (2, 1, (("london", "likely"),))
    assert code(world, Roll(seat="control", move=30)) == "roll/rolled"


@pytest.mark.parametrize("rolled, word", [(20, "yes-and"), (50, "yes-but"), (51, "no-but"), (80, "no-and")])
def test_grades_follow_the_margin(rolled: int, word: str) -> None:
    assert grade(rolled, 50, 30) == word


@pytest.mark.parametrize("outcome", ["yes-but", "accept"])
def test_a_free_move_works_only_by_its_ruling(outcome: str) -> None:
    world = advance(free(orders(fresh())), Phase.ADJUDICATE)
    ruled = Rule(seat="control", item=30, outcome=outcome, effects=({"on": "pressure/baltic", "add": -3},))

    kinds = {c.cause.kind for c in review(make(world, ruled)).changes}
    assert "argument" in kinds
    assert "argument" not in {c.cause.kind for c in review(world).changes}
    assert code(make(world, ruled), Argue(seat="berlin", move=30, side="for")) == "free-move/ruled"


def test_a_seat_makes_two_free_moves_a_turn() -> None:
    world = make(orders(fresh()), *[MakeFreeMove(seat="paris", aim=aim) for aim in ("a", "b")], ref=1)

    assert code(world, MakeFreeMove(seat="paris", aim="c")) == "free-move/used"
    assert [f.number for f in world.free_moves] == [1, 2]


@pytest.mark.parametrize(
    "effect",
    [
        {"on": "trust", "add": "much"},
        {"on": "trust"},
        {"on": "trust", "add": 1, "set": "x"},
        {"on": "trust", "add": 1, "turns": -1},
        {"on": "trust", "add": 1, "turns": 10**6},
        {"on": "nothing", "add": 1},
        {"on": "post/saceur/colour", "set": "us"},
        {"on": "post/saceur/holder", "set": "xx"},
        {"on": "support/nobody", "add": 1},
    ],
)
def test_effects_that_cannot_be_read_are_refused(effect: dict[str, Any]) -> None:
    world = advance(free(orders(fresh())), Phase.ADJUDICATE)

    assert code(world, Rule(seat="control", item=30, outcome="amend", effects=(effect,)))


@pytest.mark.parametrize(
    "what, amount, value, read",
    [
        ("cohesion", -5.0, None, 55.0),
        ("cohesion", None, 33.0, 33.0),
        ("cohesion", -500.0, None, 0.0),
        ("agreement", None, 0.5, 0.5),
        ("alarm", 9.0, None, 2.0),
        ("gap/baltic", 0.2, None, 0.2),
        ("pressure/baltic", None, 70.0, 70.0),
        ("support/berlin", 5.0, None, 60.0),
        ("wallet/berlin", -99.0, None, 0.0),
        ("anchor", -2.0, None, -2.0),
    ],
)
def test_every_kind_of_figure_can_be_adjusted_within_its_range(
    what: str, amount: float | None, value: float | None, read: float
) -> None:
    world = make(fresh(), Adjust(seat="control", what=what, amount=amount, value=value), ref=9)

    assert number_at(world, what) == pytest.approx(read)
    assert {c.cause for c in world.changes if c.ref == 9} == {Cause("adjustment")}


def test_shares_and_words_can_be_adjusted_and_nonsense_cannot() -> None:
    world = fresh()
    told = make(world, Adjust(seat="control", what="spending/de", value=3.0))
    assert (told.members["de"].spending, told.members["de"].by_hand) == (3.0, True)
    assert make(world, Adjust(seat="control", what="pledge/de", amount=0.2)).members["de"].pledge == pytest.approx(3.0)
    held = make(world, Adjust(seat="control", what="inject/ankara-summit", value="held"))
    assert held.injects["ankara-summit"].state.value == "held"
    for wrong in (
        Adjust(seat="control", what="cohesion"),
        Adjust(seat="control", what="cohesion", amount=1.0, value=2.0),
        Adjust(seat="control", what="cohesion", value=101.0),
        Adjust(seat="control", what="cohesion", value="high"),
        Adjust(seat="control", what="cohesion", value=""),
        Adjust(seat="control", what="cohesion", amount=float("nan")),
        Adjust(seat="control", what="spending/de", value=21.0),
        Adjust(seat="control", what="shortfall", amount=1.0),
        Adjust(seat="control", what="seed", value="x"),
    ):
        assert code(world, wrong), wrong


def lever(**told: Any) -> Red:
    return Red(seat="control", levers=(told,))


TWICE = Red(seat="control", levers=tuple({"lever": "pressure", "theatre": t, "step": 1} for t in ("baltic", "central")))


@pytest.mark.parametrize(
    "move, refused",
    [
        (lever(lever="offer", step="x"), ""),
        (lever(lever="pressure", theatre="baltic", step="x"), "red/step"),
        (lever(lever="pressure", theatre="baltic", step=9), "red/step"),
        (lever(lever="pressure", theatre="atlantis", step=1), "theatre/unknown"),
        (lever(lever="probe", theatre="baltic", kind="tickle"), "kind/unknown"),
        (lever(lever="war"), "lever/unknown"),
        (Red(seat="control", levers=({"lever": "rest"},) * 4), "red/levers"),
        (Red(seat="control", source="model", levers=({"lever": "rest"},)), "red/model"),
        (Red(seat="control", source="dice"), "red/source"),
        (TWICE, "red/pressure"),
    ],
)
def test_reds_sheet_is_checked(move: Move, refused: str) -> None:
    world = orders(fresh())

    assert code(world, move) == refused
    if not refused:
        make(world, move)


def test_levers_pull() -> None:
    world = at_orders()
    plain = adjudicated(world)
    told = adjudicated(make(world, lever(lever="pressure", theatre="baltic", step=4)))
    assert scores(told)["pressure/baltic"] == pytest.approx(scores(plain)["pressure/baltic"] + 4)
    rested = adjudicated(make(world, lever(lever="rest")))
    assert scores(rested)["pressure/central"] < scores(plain)["pressure/central"]
    probed = adjudicated(make(world, lever(lever="probe", theatre="baltic", kind="cable")))
    assert probed.figures["/probes"] == probed.figures["probes/unanswered"] == 1


def test_readings_of_a_digest_do_not_tell_whole_numbers_from_fractions() -> None:
    world = at_orders()
    whole, fraction = (make(world, SetReadiness(seat="paris", level=level)) for level in (0, 0.0))

    assert digest(whole) == digest(fraction)
    assert digest(evolve(world, figures=world.figures | {"/alarm": -0.0})) == digest(
        evolve(world, figures=world.figures | {"/alarm": 0.0})
    )


def test_another_scenario_plays_by_the_same_rules() -> None:
    world = fresh(scenario=two_keys())
    for _ in range(3):
        world = review(world)

    assert make(world, Advance(seat="control")).state is State.ENDED
