"""Behaviours of the model that players may rely on (model.md, "Behaviours that must hold")."""

from collections.abc import Callable
from itertools import pairwise
from random import Random

import pytest
from attrs import evolve

from tabletop.model.forces import Force, Status
from tabletop.model.inner import GROWTH, HURRIED
from tabletop.model.moves import (
    AcceptHandover,
    Answer,
    Backfill,
    CancelWithdrawal,
    Declare,
    FireInject,
    Fund,
    Move,
    ProposeHandover,
    TableText,
    Withdraw,
)
from tabletop.model.scenario import Scenario
from tabletop.model.world import World
from tabletop.rules.scores.deterrence import assess, majority, scores
from tabletop.rules.turn.opening import count_supply
from tabletop.rules.world.frame import frame_of
from tests.filling import filled_by
from tests.long import some, sweep
from tests.play import fresh, make, nato, orders, two_keys
from tests.rules.quiet import Course, at_orders, course

ARMOUR = "us-abct-pl"
HEAVY = (ARMOUR, "us-abct-de", "us-2cr", "us-48fw", "us-5-7ada")
WHERE = "deterrence/central"  # where it stands


def random_world(rng: Random, scenario: Scenario | None = None) -> World:
    """Forces there or not and anywhere, gauges, readiness, posts and gaps at any value."""
    world = fresh(scenario=scenario)
    s = world.scenario
    there = rng.random()
    forces = {
        name: evolve(placed(rng, world, name), status=Status.AVAILABLE if rng.random() < there else Status.ELSEWHERE)
        for name in world.forces
    }
    figures = world.figures | {track: rng.uniform(0, 100) for track in s.tracks}
    figures |= {f"readiness/{seat}": rng.choice((0.0, rng.random(), 1.0)) for seat in world.own_supply}
    figures |= {f"gap/{theatre}": rng.choice((0.0, rng.uniform(0, 0.45))) for theatre in s.theatres}
    figures |= {"/agreement": rng.random(), "/shortfall": rng.uniform(0, 0.3), "/overload": float(rng.randint(0, 5))}
    figures |= {"/command": rng.uniform(0.3, 1), "/resolve": rng.uniform(0, 5)}
    figures |= {f"worth/{member}": rng.uniform(0.5, 1.4) for member in s.members if member != s.names.anchor}
    figures |= {GROWTH: rng.choice((0.0, rng.uniform(0, 0.4))), HURRIED: rng.choice((0.0, rng.uniform(0, 0.3)))}
    return with_forces(evolve(world, figures=figures), forces)


def placed(rng: Random, world: World, force: str) -> Force:
    """A force at home, or, a time in five, moved or lent to any theatre, settled in or on its way."""
    state = world.forces[force]
    if rng.random() < 0.8:
        return state
    theatre, arrives = rng.choice(list(world.scenario.theatres)), rng.choice((0, 1))
    if frame_of(world.scenario).moves_whole(force):
        return evolve(state, theatre=theatre, arrives=arrives)
    return evolve(state, lent=theatre, arrives=arrives)


def with_forces(world: World, forces: dict[str, Force]) -> World:
    here, home, own, new = count_supply(frame_of(world.scenario), forces)
    return evolve(world, forces=forces, supply=here, home_supply=home, own_supply=own, new_supply=new)


#: Exponents stay: capability's must not be below credibility's.
DOUBTED = [name for name in nato().basis if not name.endswith("_exponent")]


def doubted(rng: Random, scenario: Scenario) -> Scenario:
    """A scenario, every other time with four coefficients doubled or halved."""
    k = scenario.coefficients
    if rng.random() < 0.5:
        return scenario
    changed = {name: getattr(k, name) * rng.choice((0.5, 2.0)) for name in rng.sample(DOUBTED, 4)}
    return evolve(scenario, coefficients=evolve(k, **changed))


def deterrences(world: World) -> list[float]:
    return [theatre.deterrence for theatre in assess(world, frame_of(world.scenario))]


@pytest.mark.parametrize("scenario", [nato, two_keys])
def test_1_adding_a_force_never_lowers_deterrence_and_losing_one_never_raises_it(
    scenario: Callable[[], Scenario],
) -> None:
    rng = Random(1)
    for _ in range(sweep(200, 40)):
        world = random_world(rng, doubted(rng, scenario()))
        before = deterrences(world)
        for name in rng.sample(list(world.forces), min(8, len(world.forces))):
            state = world.forces[name]
            was_there = state.status is Status.AVAILABLE
            flipped = evolve(state, status=Status.ELSEWHERE if was_there else Status.AVAILABLE)
            after = deterrences(with_forces(world, world.forces | {name: flipped}))
            low, high = (after, before) if was_there else (before, after)
            assert all(x <= y + 1e-9 for x, y in zip(low, high, strict=True)), name


@pytest.mark.parametrize("scenario", [nato, two_keys])
def test_1_more_commitment_cohesion_trust_or_readiness_never_lowers_deterrence(
    scenario: Callable[[], Scenario],
) -> None:
    rng = Random(2)
    for _ in range(sweep(400, 80)):
        world = random_world(rng, doubted(rng, scenario()))
        before = deterrences(world)
        names = world.scenario.names
        for figure in (names.commitment, names.cohesion, names.trust, "/agreement", "/command", "/resolve"):
            more = world.figures[figure] + (0.1 if figure in ("/agreement", "/command") else 5)
            after = deterrences(evolve(world, figures=world.figures | {figure: min(more, 100.0)}))
            assert all(x <= y + 1e-9 for x, y in zip(before, after, strict=True)), figure
        kept = [f"worth/{member}" for member in world.own_supply]
        for figure in (*[f"readiness/{seat}" for seat in world.seats], *kept):
            more = 1.0 if figure.startswith("readiness") else world.figures.get(figure, 1.0) + 0.1
            after = deterrences(evolve(world, figures=world.figures | {figure: more}))
            assert all(x <= y + 1e-9 for x, y in zip(before, after, strict=True)), figure
        for figure in (GROWTH, HURRIED, "/shortfall", "/overload"):
            after = deterrences(evolve(world, figures=world.figures | {figure: world.figures.get(figure, 0.0) + 0.1}))
            assert all(x >= y - 1e-9 for x, y in zip(before, after, strict=True)), figure


def test_2_the_opening_is_the_one_agreed() -> None:
    world = fresh()
    told = scores(world)
    theatres = [told[f"deterrence/{t}"] for t in nato().theatres]
    agreed = dict(zip(nato().theatres, (53.6, 51.1, 60.7, 51.0, 61.5, 70.5), strict=True))

    assert all(35 <= d <= 75 for d in theatres)
    assert max(theatres) - min(theatres) >= 15
    assert sorted(t for t in nato().theatres if told[f"margin/{t}"] < 0) == ["baltic", "black-sea"]
    assert told["margin/mediterranean"] > 15
    assert not majority(world)
    assert 33 <= told["european-share"] <= 45
    own, here, home, nobody = filled_by(world)
    assert 12 <= here <= 22
    assert 4 <= home <= 12
    assert 25 <= nobody <= 45
    assert own == pytest.approx(told["european-share"], abs=0.01)
    for theatre, expected in agreed.items():
        assert told[f"deterrence/{theatre}"] == pytest.approx(expected, abs=0.06)
    assert world.posts["saceur"].holder == world.posts["landcom"].holder == world.posts["aircom"].holder == "us"
    assert (world.posts["marcom"].status, world.posts["marcom"].to) == ("transition", "us")
    assert world.forces["us-ibct-ro"].status is Status.LEAVING


def matched() -> Course:
    """Warsaw saves for a heavy brigade and orders it in turn 5, for turn 8, when the American one leaves as told."""
    fund = Fund(seat="warsaw", programme="c-pl-heavy")
    leave = Withdraw(seat="washington", force=ARMOUR, turn=8)
    return course(at_orders(), {5: [fund], 6: [leave]}, 8)


def test_3_an_announced_and_matched_withdrawal_costs_little_and_raises_the_share() -> None:
    plain, done = course(at_orders(), {}, 8), matched()

    assert done.worlds[8].departures[-1].matched
    assert done.score(WHERE, 8) - plain.score(WHERE, 8) >= -2
    assert done.score("european-share", 8) >= plain.score("european-share", 8)
    assert done.score("trust", 8) > plain.score("trust", 8)


@pytest.mark.parametrize("turn", [1, 2, 3, 4, 5, 7])
def test_3_the_same_force_by_surprise_and_unmatched_costs_five_points_trust_and_cohesion(turn: int) -> None:
    plain = course(at_orders(), {}, turn + 1)
    done = course(at_orders(), {turn: [Withdraw(seat="washington", force=ARMOUR, turn=turn)]}, turn + 1)

    lost = [done.score(WHERE, t) - plain.score(WHERE, t) for t in (turn, turn + 1)]
    assert min(lost) <= -5
    assert done.score("trust", turn) - plain.score("trust", turn) < -10
    assert done.score("cohesion", turn) - plain.score("cohesion", turn) < -5
    assert done.score("us-commitment", turn) < plain.score("us-commitment", turn)


def test_4_greenland_escalates_and_vigilance_with_talks_recovers_most_of_it() -> None:
    world = at_orders()
    threat: list[Move] = [
        FireInject(seat="control", inject="greenland-3"),
        Answer(seat="washington", inject="greenland-3", option="act"),
    ]
    talks: list[Move] = [
        TableText(seat="secretary-general", kind="arctic-vigilance"),
        FireInject(seat="control", inject="greenland-6"),
    ]
    talks += [Answer(seat=seat, inject="greenland-6", option="quiet-channel") for seat in world.seats]
    seats = ("nordic-baltic", "washington", "secretary-general")
    signed: list[Move] = [FireInject(seat="control", inject="greenland-5")]
    signed += [Answer(seat=seat, inject="greenland-5", option="sign") for seat in seats]

    plain = course(world, {}, 6)
    hurt = course(world, {2: threat}, 6)
    mended = course(world, {2: threat, 3: talks, 4: signed}, 6)

    def lost(done: Course, score: str, turn: int) -> float:
        return done.score(score, turn) - plain.score(score, turn)

    for score in ("us-commitment", "cohesion", "deterrence/high-north", "deterrence/baltic"):
        assert lost(hurt, score, 2) < -1, score
        assert lost(mended, score, 5) > 0.5 * lost(hurt, score, 2), score
    assert lost(hurt, "pressure/high-north", 2) > 5
    assert lost(mended, "pressure/high-north", 5) < 0.5 * lost(hurt, "pressure/high-north", 2)


def handed(posts: dict[str, tuple[str, str]], turn: int = 3) -> Course:
    """Posts, each to a member by consent of that member's seat, proposed and begun in one turn."""
    asked = [ProposeHandover(seat="washington", post=post, to=to) for post, (to, _) in posts.items()]
    said = [AcceptHandover(seat=seat, post=post) for post, (_, seat) in posts.items()]
    return course(at_orders(), {turn: [*asked, *said]}, 8)


COMPONENTS = {"landcom": ("de", "berlin"), "aircom": ("fr", "paris"), "marcom": ("gb", "london")}


def test_5_a_component_command_dips_while_it_changes_hands_and_raises_resolve_after() -> None:
    plain, done = course(at_orders(), {}, 8), handed({"landcom": ("de", "berlin")})

    def command(course: Course, turn: int) -> float:
        return course.worlds[turn].figures["/command"]

    assert command(done, 3) < command(plain, 3)
    assert done.score("deterrence", 3) < plain.score("deterrence", 3)
    assert command(done, 5) > command(plain, 5)
    assert done.score("cohesion", 5) > plain.score("cohesion", 5)
    assert done.worlds[5].posts["landcom"].holder == "de"


def test_5_giving_up_the_supreme_command_costs_more_than_all_component_commands_for_good() -> None:
    plain, supreme, components = course(at_orders(), {}, 8), handed({"saceur": ("de", "berlin")}), handed(COMPONENTS)

    def lost(done: Course, turn: int) -> float:
        return plain.score("us-commitment", turn) - done.score("us-commitment", turn)

    assert lost(supreme, 4) > 10
    for turn in (5, 8):
        assert lost(supreme, turn) > 10 > 3 > lost(components, turn) > 0
    assert supreme.score("capital/washington", 6) < plain.score("capital/washington", 6)


def shocks() -> dict[str, float]:
    """Trust and commitment lost by the end of the turn, against the same course without."""
    heavy: list[Move] = [Withdraw(seat="washington", force=force, turn=3) for force in HEAVY]
    open_it = [TableText(seat="secretary-general", kind="open-handover", about="saceur")]
    take_it = [ProposeHandover(seat="berlin", post="saceur", to="de"), AcceptHandover(seat="berlin", post="saceur")]
    act = [
        FireInject(seat="control", inject="greenland-3"),
        Answer(seat="washington", inject="greenland-3", option="act"),
    ]
    plans: dict[str, tuple[dict[int, list[Move]], int]] = {
        "force against an ally": ({3: act}, 3),
        "mass exit by surprise": ({3: heavy}, 3),
        "supreme command by a text against its will": ({2: [*open_it], 3: [*take_it]}, 4),
        "heavy unit by surprise": ({3: heavy[:1]}, 3),
        "destroyers by surprise": ({3: [Withdraw(seat="washington", force="us-rota-ddg", turn=3)]}, 3),
        "small base by surprise": ({3: [Withdraw(seat="washington", force="us-alex", turn=3)]}, 3),
    }
    plain, told = course(at_orders(), {}, 8), matched()
    lost = {name: _lost(course(at_orders(), plan, turn), plain, turn) for name, (plan, turn) in plans.items()}
    return lost | {"announced and matched": _lost(told, plain, 8)}


def _lost(done: Course, plain: Course, turn: int) -> float:
    return sum(plain.score(score, turn) - done.score(score, turn) for score in ("trust", "us-commitment"))


def test_shocks_stand_in_their_order() -> None:
    lost = list(shocks().values())

    assert all(worse > better for worse, better in pairwise(lost)), lost


@pytest.mark.parametrize("name", some(["", *DOUBTED], 12))
def test_3_4_5_keep_their_signs_when_a_number_is_doubted(name: str) -> None:
    """From the opening and from a world of turn 4, with one coefficient doubled and halved."""
    for factor in (0.5, 2.0) if name else (1.0,):
        k = nato().coefficients
        changed = evolve(k, **{name: _times(name, factor)}) if name else k
        start = at_orders(scenario=evolve(nato(), coefficients=changed))
        plain = course(start, {}, 7)
        for turn in (1, 4):
            gone = course(start, {turn: [Withdraw(seat="washington", force=ARMOUR, turn=turn)]}, turn)
            act = [
                FireInject(seat="control", inject="greenland-3"),
                Answer(seat="washington", inject="greenland-3", option="act"),
            ]
            hurt = course(start, {turn: act}, turn)
            for done in (gone, hurt):
                for score in (WHERE, "deterrence", "trust", "cohesion", "us-commitment"):
                    assert done.score(score, turn) < plain.score(score, turn), (factor, turn, score)
            assert _lost(hurt, plain, turn) > _lost(gone, plain, turn)
            give = [
                ProposeHandover(seat="washington", post="landcom", to="de"),
                AcceptHandover(seat="berlin", post="landcom"),
            ]
            given = course(start, {turn: give}, turn + 3)
            assert given.score("deterrence", turn) < plain.score("deterrence", turn), (factor, turn)
            assert given.worlds[turn + 3].figures["/command"] >= plain.worlds[turn + 3].figures["/command"]


def _times(name: str, factor: float) -> float:
    """A coefficient doubted, a share no more than a whole."""
    most = 1.0 if nato().basis[name].unit == "share" else float("inf")
    return min(most, factor * float(getattr(nato().coefficients, name)))


def test_9_a_match_that_is_not_there_costs_more_than_none() -> None:
    leave = Withdraw(seat="washington", force=ARMOUR, turn=3)
    claim = Backfill(seat="warsaw", replacement="c-pl-heavy", replaces=ARMOUR)

    honest, false = course(at_orders(), {1: [leave]}, 3), course(at_orders(), {1: [leave, claim]}, 3)

    assert false.score("trust", 3) < honest.score("trust", 3) - 1
    assert false.score("deterrence", 3) < honest.score("deterrence", 3)


def test_9_false_alarms_cost_trust_and_quieten_voters() -> None:
    leave = Withdraw(seat="washington", force=ARMOUR, turn=4)
    stay = CancelWithdrawal(seat="washington", force=ARMOUR)

    plain, teased = course(at_orders(), {}, 4), course(at_orders(), {1: [leave], 2: [stay]}, 4)

    assert teased.score("trust", 2) < plain.score("trust", 2)
    assert teased.worlds[2].figures["/alarm"] < plain.worlds[2].figures["/alarm"]


def test_9_talk_wears_out_and_a_word_makes_a_surprise_worse() -> None:
    seats = [seat for seat in at_orders().seats if seat != "washington"]
    all_say = [Declare(seat=seat, stance="solidarity") for seat in seats]
    plain = course(at_orders(), {}, 3)
    one, all_of_them = (course(at_orders(), {1: said}, 1) for said in (all_say[:1], all_say))
    gain = [c.score("us-commitment", 1) - plain.score("us-commitment", 1) for c in (one, all_of_them)]
    assert 0 < gain[0] < gain[1] < 2.1 * gain[0]

    word = Declare(seat="washington", stance="solidarity")
    leave = Withdraw(seat="washington", force=ARMOUR, turn=2)
    silent, bound = course(at_orders(), {2: [leave]}, 2), course(at_orders(), {1: [word], 2: [leave]}, 2)
    fell = [c.score("trust", 2) - c.score("trust", 1) for c in (silent, bound)]
    assert fell[1] < 1.25 * fell[0]  # not the half more of `breach`: a fall shrinks near the end of the gauge


def test_orders_are_reached_by_play_too() -> None:
    assert make(orders(fresh()), Withdraw(seat="washington", force=ARMOUR, turn=2)).turn == 1
