"""Every kind of move has an act, whoever makes it and whenever it is made."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tabletop.model.moves import REGISTRY, Move, Ordered
from tabletop.model.seats import CONTROL
from tabletop.model.world import Phase, State
from tabletop.rules.acts.act import ACTS, Act, Maker, When
from tabletop.rules.acts.check import check
from tests.play import fresh
from tests.strategies import moves

MADE = [act for act in ACTS.values() if act.kind.do]
SEATS = [act for act in MADE if act.maker is Maker.SEAT]
CONTROLS = [act for act in MADE if act.maker is Maker.CONTROL]


def of(act: Act[Move]) -> str:
    return act.kind.do


def test_every_kind_has_an_act_and_every_act_a_kind() -> None:
    assert ACTS.keys() == {*REGISTRY.values(), Ordered}
    assert all(act.kind is kind for kind, act in ACTS.items())


@pytest.mark.parametrize("act", SEATS, ids=of)
def test_an_order_waits_on_the_sheet_for_a_step_of_the_turn_or_does_something_at_once(act: Act[Move]) -> None:
    assert not act.kind.order or (act.sheet and act.when is When.ORDERS and act.about and act.offers)
    assert (act.step is None) or act.kind.order
    assert act.carry_out is None or act.step is not None
    assert act.sheet or not (act.cost or act.standing or act.free or act.taken_back or act.contested)


@pytest.mark.parametrize("act", CONTROLS, ids=of)
def test_what_control_does_lies_on_no_sheet_and_is_offered_to_no_seat(act: Act[Move]) -> None:
    assert not act.kind.order
    assert not (act.sheet or act.offers or act.cost or act.step)


@pytest.mark.parametrize("act", MADE, ids=of)
def test_what_an_undo_is_never_about_changes_no_world(act: Act[Move]) -> None:
    assert act.undone or act.resolve is None


@given(moves)
def test_who_may_not_make_a_move_is_told_before_all_else(move: Move) -> None:
    world = fresh()
    maker = ACTS[type(move)].maker
    wrong, code = (CONTROL, "seat/not-control") if maker is Maker.SEAT else ("berlin", "seat/control-only")

    refused, nobody = (check(world, evolve(move, seat=seat)) for seat in (wrong, "nobody"))  # type: ignore[misc]

    assert refused is not None and refused.code == code
    assert nobody is not None and nobody.code == "seat/unknown"


@given(moves, st.sampled_from(State), st.sampled_from(Phase))
def test_a_move_out_of_its_time_is_refused_whatever_it_says(move: Move, state: State, phase: Phase) -> None:
    act = ACTS[type(move)]
    seat = CONTROL if act.maker is Maker.CONTROL else "berlin"
    world = evolve(fresh(), state=state, phase=phase)

    refused = check(world, evolve(move, seat=seat))  # type: ignore[misc]

    code = refused.code if refused is not None else ""
    ended, paused = state is State.ENDED, state is State.PAUSED
    assert (code == "exercise/ended") == (ended and act.when is not When.ALWAYS)
    assert (code == "exercise/paused") == (paused and act.when in (When.ORDERS, When.OPEN))
    early = act.when is When.ORDERS and phase is not Phase.ORDERS and not (ended or paused)
    assert (code == "phase/not-orders") == early
