"""The adversary by itself: what it rebuilds, where it presses and probes, and that nobody's luck is anybody else's."""

from collections import Counter

import pytest
from attrs import evolve

from tabletop.model.moves import Red
from tabletop.model.optional import PROBES
from tabletop.model.world import Phase, World
from tabletop.rules.scores.deterrence import assess, scores
from tabletop.rules.turn.adversary import act, initiative, probe_chance
from tabletop.rules.world.draft import Draft
from tests.play import advance, fresh, make, nato, orders, review, two_keys

RED, K = nato().red, nato().coefficients


def deters(world: World) -> list[float]:
    draft = Draft(world)
    return [theatre.deterrence for theatre in assess(draft, draft.frame)]


def initiatives(seeds: int, **changes: object) -> list[tuple[tuple[str, str, str, float], ...]]:
    """What it would do in turn 1 of so many campaigns."""
    worlds = [evolve(fresh(), seed=str(seed), **changes) for seed in range(seeds)]  # type: ignore[arg-type]
    return [initiative(Draft(world), deters(world)) for world in worlds]


def test_it_acts_as_often_as_the_scenario_says_and_by_its_list() -> None:
    found = initiatives(400)

    acted = [levers for levers in found if levers]
    assert len(acted) / 400 == pytest.approx(RED.initiative_chance, abs=0.08)
    known = {tuple((pull.lever, pull.kind, pull.step) for pull in each.pulls) for each in RED.initiatives}
    assert {tuple((lever, kind, step) for lever, _, kind, step in levers) for levers in acted} == known
    often: Counter[int] = Counter(len(levers) for levers in acted)
    assert often[1] > often[2] > 0


def test_it_presses_where_the_margin_is_thinnest() -> None:
    world = fresh()
    margins = {t: scores(world)[f"margin/{t}"] for t in nato().theatres}
    thin = sorted(margins, key=margins.__getitem__)[:3]

    where = {theatre for levers in initiatives(200) for _, theatre, _, _ in levers if theatre}

    assert where == set(thin)


@pytest.mark.parametrize("changes", [{"without": (PROBES,)}, {"scenario": two_keys()}])
def test_without_chance_or_a_list_it_does_nothing_by_itself(changes: dict[str, object]) -> None:
    base = fresh(scenario=two_keys()) if "scenario" in changes else fresh()
    worlds = [evolve(base, seed=str(seed), **changes) for seed in range(30)]  # type: ignore[arg-type]

    assert not any(initiative(Draft(world), deters(world)) for world in worlds)
    assert not initiative(Draft(worlds[0], luck=False), deters(worlds[0]))


def test_control_plays_it_instead_and_then_it_does_nothing_by_itself() -> None:
    """Rest is all that control orders; with the model's hand other levers would be pulled in some campaigns."""
    for seed in range(12):
        world = advance(orders(fresh(str(seed))), Phase.RED)
        told = review(make(world, Red(seat="control", levers=({"lever": "rest"},))))
        pulled = {c.cause.about for c in told.changes if c.cause.kind == "lever"}
        assert pulled == {("rest",)}


def test_an_initiative_works_through_the_levers_that_control_has() -> None:
    seed = next(
        seed for seed in range(60) if initiatives(seed + 1)[-1] and initiatives(seed + 1)[-1][0][0] == "pressure"
    )
    draft = Draft(evolve(fresh(), seed=str(seed)))
    ((_, theatre, _, step), *_) = initiative(draft, deters(draft))

    act(draft)

    (moved,) = (
        c.amount for c in draft.freeze().changes if c.cause.kind == "lever" and c.figure == f"pressure/{theatre}"
    )
    assert moved == pytest.approx(step)


def test_needs_grow_by_what_it_rebuilds_so_that_everything_counts_less() -> None:
    draft = Draft(fresh(), luck=False)
    act(draft)
    grown = evolve(fresh(), figures=fresh().figures | {"/growth": 0.2})

    assert draft.figures["/growth"] == pytest.approx(K.rebuild)
    assert all(scores(grown)[f"deterrence/{t}"] < scores(fresh())[f"deterrence/{t}"] for t in nato().theatres)


def test_luck_moves_what_it_rebuilds_by_its_part_either_way() -> None:
    grown = []
    for seed in range(40):
        draft = Draft(evolve(fresh(), seed=str(seed)))
        act(draft)
        grown.append(draft.figures["/growth"])

    low, high = K.rebuild * (1 - K.rebuild_luck), K.rebuild * (1 + K.rebuild_luck)
    assert low <= min(grown) < K.rebuild < max(grown) <= high


def test_a_probe_is_likelier_where_pressure_stands_nearer_to_what_deters() -> None:
    draft = Draft(fresh())

    odds = [probe_chance(draft, "baltic", deterrence) for deterrence in (20.0, 40.0, 60.0, 95.0)]

    assert odds == sorted(odds, reverse=True)
    assert 0 <= odds[-1] < odds[0] <= 1
