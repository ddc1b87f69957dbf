"""The world as plain values, as other programs are promised it; numbers are those of the scenario's files."""

import json
from typing import Any

import pytest

from tabletop.analysis.world_json import Standpoint, causes_of, terms_of, world_json
from tabletop.model.cause import Cause
from tabletop.model.moves import (
    Adjust,
    Answer,
    Assign,
    Deploy,
    Fund,
    MakeFreeMove,
    MakePromise,
    Move,
    SetSpending,
    TableText,
    Withdraw,
)
from tabletop.model.world import World
from tabletop.rules.scores.deterrence import scores
from tests.play import fresh, make, nato, orders, review, two_keys


def by_kind(cause: Cause, _: World) -> str:
    """Sentences are no matter of this layer."""
    return str(cause.kind)


PLACE = Standpoint(9, "a digest", by_kind, "a head")
KEYS = [
    "scenario", "title", "turn", "turns", "phase", "period", "state", "practice", "revealed", "without", "moves",
    "digest", "head", "scores", "theatres", "members", "forces", "programmes", "posts", "tracks", "track_basis",
    "seats", "open_injects", "injects", "texts", "promises", "free_moves", "personnel", "ledger", "departures", "edges",
    "causes_of_turn", "causes",
]  # fmt: skip
FORCE_KEYS = [
    "name", "owner", "theatre", "status", "turn", "announced", "to", "claim", "matched", "lent", "arrives", "programme",
    "personnel", "basis",
]  # fmt: skip
LEAVES = Withdraw(seat="harrow", force="harrow-galleys", turn=1)


def at_orders(*moves: Move) -> World:
    """The orders of turn 1 of the small scenario; moves are numbered from 5."""
    return make(orders(fresh(scenario=two_keys())), *moves, ref=5)


def plain(world: World, place: Standpoint = PLACE) -> Any:
    """As another program reads it."""
    document = world_json(world, place)
    read = json.loads(json.dumps(document, allow_nan=False))
    assert read == document  # no tuple, no key that is no text
    return read


def test_its_keys_are_a_contract() -> None:
    assert list(plain(at_orders())) == KEYS


def test_where_it_stands() -> None:
    read = plain(at_orders())

    assert (read["scenario"], read["turn"], read["turns"], read["phase"]) == ("two-keys", 1, 3, "orders")
    assert (read["moves"], read["digest"], read["head"]) == (9, "a digest", "a head")
    assert read["personnel"] == {"harrow-watch": 380, "floor": 300}  # 260 galleys, 120 pikes


def test_numbers_of_the_files_are_those_of_the_opening() -> None:
    read = plain(at_orders())

    assert read["members"]["ly"] == {"name": "Lyre", "seat": "lyre", "spending": 2.4, "pledge": 2.4, "pace": 0.07,
                                     "by_hand": False, "gdp": 30.0, "worth": 1.0, "basis": "judgement"}  # fmt: skip
    assert read["forces"]["harrow-pikes"]["status"] == "leaving" and read["forces"]["harrow-pikes"]["turn"] == 1
    assert read["posts"]["harbour-master"]["to"] == "ly" and read["posts"]["harbour-master"]["must_agree"] == []
    assert read["tracks"] == {"faith": 56.0, "concord": 60.0, "trust": 58.0, "hands-freed": 0.0, "workshops": 40.0,
                              "feud": 20.0}  # fmt: skip


def test_every_item_says_its_basis_once_and_a_need_its_unit_and_range() -> None:
    world = orders(fresh())
    read, scenario = plain(world), world.scenario

    for table in ("members", "programmes", "posts"):
        specs = getattr(scenario, table)
        assert {name: item["basis"] for name, item in read[table].items()} == {n: s.basis for n, s in specs.items()}
    tranches = {name for name, spec in scenario.forces.items() if spec.programme}
    assert {name for name, item in read["forces"].items() if "basis" not in item} == tranches  # their programme's
    assert read["track_basis"] == {name: spec.basis for name, spec in scenario.tracks.items()}
    for name, theatre in read["theatres"].items():
        spec = scenario.theatres[name]
        for area, row in theatre["areas"].items():
            i = scenario.area_index[area]
            assert row["basis"] == dict(spec.grounds)[area] and row["unit"] == scenario.areas[area].unit
            assert row["range"] == [spec.low[i], spec.high[i]]


@pytest.mark.parametrize("world", [at_orders(), orders(fresh())], ids=["two keys", "nato"])
def test_a_theatre_s_deterrence_is_the_product_of_its_terms_and_its_areas_fill_it(world: World) -> None:
    read, k = plain(world), world.scenario.coefficients

    for name, theatre in read["theatres"].items():
        terms = terms_of(world, f"deterrence/{name}")
        assert terms == {term: theatre[term] for term in ("capability", "credibility", "clarity")}
        assert theatre["deterrence"] == read["scores"][f"deterrence/{name}"]
        product = (
            terms["capability"] ** k.capability_exponent
            * terms["credibility"] ** k.credibility_exponent
            * terms["clarity"] ** k.clarity_exponent
        )
        assert theatre["deterrence"] == pytest.approx(100 * product)
        for area in theatre["areas"].values():
            there = area["anchor"] + area["home"] + area["others"]
            assert area["filled"] == pytest.approx(min(1, there / area["required"]))


def test_a_stock_is_told_in_days_and_nothing_else_is() -> None:
    areas = plain(at_orders())["theatres"]["outer-harbour"]["areas"]

    assert "days" not in areas["walls"]
    assert areas["boats"]["days_full"] == 20.0
    assert areas["boats"]["days"] == pytest.approx(20 * 3.5 / 6)


def test_terms_are_a_theatre_s_alone() -> None:
    assert terms_of(at_orders(), "trust") == terms_of(at_orders(), "deterrence") == {}


def test_orders_stand_under_their_seat_with_their_numbers() -> None:
    read = plain(at_orders(LEAVES, SetSpending(seat="lyre", member="ly", share=2.5)))

    (order,) = read["seats"]["harrow"]["orders"]
    assert (order["do"], order["force"], order["turn"], order["move"]) == ("withdraw", "harrow-galleys", 1, 5)
    assert [order["move"] for order in read["seats"]["lyre"]["orders"]] == [6]
    assert read["seats"]["lyre"]["attention"] == 1


def test_who_may_not_know_numbers_is_told_none() -> None:
    world = review(at_orders(LEAVES))
    read = plain(world, Standpoint(0, "", by_kind, numbered=False))

    ordered = plain(at_orders(LEAVES), Standpoint(0, "", by_kind, numbered=False))["seats"]["harrow"]["orders"]
    assert [order["move"] for order in ordered] == [None]
    assert all(cause["move"] is None for causes in read["causes"].values() for cause in causes)


def test_an_offer_that_is_ordered_is_an_offer() -> None:
    read = plain(at_orders(Fund(seat="lyre", programme="chain-boats", pays=10)))

    assert read["programmes"]["chain-boats"]["offers"] == {"lyre": 10}
    assert read["programmes"]["chain-boats"]["standing"] == {}
    assert read["programmes"]["chain-boats"]["price"] == 0.15


def test_an_inject_says_whom_it_waits_for() -> None:
    read = plain(at_orders(Answer(seat="lyre", inject="toll-dispute", option="share")))

    assert read["open_injects"] == ["toll-dispute"]
    assert read["injects"]["toll-dispute"]["answers"] == {"lyre": "share"}
    assert read["injects"]["toll-dispute"]["waits_for"] == ["harrow"]
    assert read["injects"]["smoke-on-the-water"]["waits_for"] == []


def test_texts_promises_and_free_moves_are_listed() -> None:
    promise = MakePromise(seat="lyre", to="harrow", due=2, deed="spending/ly >= 2.6", if_="feud < 30")
    read = plain(at_orders(TableText(seat="herald", kind="no-surprises"), promise, MakeFreeMove(seat="lyre", aim="A")))

    (text,), (promised,), (free,) = read["texts"], read["promises"], read["free_moves"]
    assert (text["title"], text["sponsor"]) == ("No watch leaves unannounced", "herald")
    assert (text["state"], text["share"]) == ("open", 1.0)
    assert promised == {"seat": "lyre", "to": "harrow", "due": 2, "deed": "spending/ly >= 2.6", "if": "feud < 30",
                        "state": "open", "turn": 1}  # fmt: skip
    assert (free["seat"], free["number"], free["odds"], free["rolled"]) == ("lyre", 1, None, None)


def test_causes_of_every_score_that_moved_add_up_to_its_change() -> None:
    before, world = at_orders(LEAVES), review(at_orders(LEAVES))
    read, was = plain(world), scores(before)

    assert read["causes_of_turn"] == 1
    moved = {score for score, now in read["scores"].items() if abs(now - was[score]) > 1e-9}
    assert moved and moved <= set(read["causes"])
    for score, causes in read["causes"].items():
        assert sum(cause["amount"] for cause in causes) == pytest.approx(read["scores"][score] - was[score], abs=1e-6)
    assert any(cause["move"] == 5 and cause["amount"] < -5 for cause in read["causes"]["trust"])


def test_what_comes_from_home_stands_beside_what_is_there() -> None:
    read = plain(orders(fresh()))

    homes = [area["home"] for theatre in read["theatres"].values() for area in theatre["areas"].values()]
    assert all(home >= 0 for home in homes) and any(homes)
    small = plain(at_orders())["theatres"].values()
    assert all(area["home"] == 0 for theatre in small for area in theatre["areas"].values())  # it has none at home


def test_what_a_home_force_lends_says_where_how_much_and_from_when() -> None:
    before = make(orders(fresh()), Assign(seat="berlin", force="de-10-panzer", theatre="high-north"))
    left = review(before)
    sent, arrived = (plain(world)["forces"]["de-10-panzer"] for world in (left, review(orders(left))))

    assert list(sent) == FORCE_KEYS
    assert (sent["theatre"], sent["status"]) == ("central", "available")  # its main body stays
    part = nato().forces["de-10-panzer"].lend
    assert sent["lent"] == arrived["lent"] == {"theatre": "high-north", "part": part, "arrives": 2}
    assert (sent["arrives"], arrived["arrives"]) == (2, 0)  # on its way, and there
    assert plain(before)["forces"]["de-10-panzer"]["lent"] is None


def test_what_moves_whole_lends_nothing_and_takes_a_turn() -> None:
    sent = plain(review(make(orders(fresh()), Deploy(seat="washington", force="us-2cr", theatre="baltic"))))

    force = sent["forces"]["us-2cr"]
    assert (force["theatre"], force["lent"], force["arrives"]) == ("baltic", None, 2)
    gone = next(each for each in sent["departures"] if each["force"] == "us-2cr")
    assert (gone["force"], gone["theatre"], gone["to"], gone["surprise"]) == ("us-2cr", "central", "baltic", True)


def test_an_announced_move_says_where_to() -> None:
    ahead = Assign(seat="washington", force="us-2cr", theatre="baltic", turn=3)
    force = plain(review(make(orders(fresh()), ahead)))["forces"]["us-2cr"]

    assert (force["status"], force["theatre"], force["to"]) == ("leaving", "central", "baltic")
    assert (force["announced"], force["turn"], force["matched"]) == (1, 3, False)


def test_a_departure_says_what_left_where_how_and_how_far_it_is_matched() -> None:
    read = plain(review(at_orders(LEAVES)))

    galleys = next(each for each in read["departures"] if each["force"] == "harrow-galleys")
    assert list(galleys) == ["force", "theatre", "turn", "to", "size", "surprise", "covered", "matched"]
    assert (galleys["theatre"], galleys["turn"], galleys["to"]) == ("outer-harbour", 1, "")
    assert (galleys["surprise"], galleys["matched"]) == (True, False)
    assert 0 < galleys["size"] <= 2 and 0 <= galleys["covered"] <= 1
    assert plain(at_orders())["departures"] == []


def test_the_worth_of_a_member_s_forces_is_what_its_budgets_have_kept() -> None:
    read = plain(review(orders(fresh())))

    worth = {name: member["worth"] for name, member in read["members"].items()}
    assert worth["pl"] > 1 > worth["es"]  # above and below what keeps forces


def test_an_edge_says_in_which_turn_it_was_passed() -> None:
    pulled = Adjust(seat="control", what="concord", amount=-45.0)

    assert plain(at_orders(pulled))["edges"] == {"slack": {"name": "The chain hangs slack", "passed": None}}
    assert plain(review(at_orders(pulled)))["edges"]["slack"]["passed"] == 1
    assert set(plain(orders(fresh()))["edges"]) == set(nato().edges)


def test_before_anything_moves_the_causes_are_those_of_the_turn_before() -> None:
    ended = review(at_orders(LEAVES))
    opened = orders(ended)

    read = plain(opened, Standpoint(20, "", by_kind, before=ended))

    assert (read["turn"], read["causes_of_turn"]) == (2, 1) if not opened.changes else (2, 2)
    assert read["causes"]


def test_control_s_reason_stands_in_the_cause() -> None:
    world = at_orders(Adjust(seat="control", what="trust", amount=2.0, reason="typed wrongly"))

    change = causes_of(world, "trust", Standpoint(9, "", by_kind, reasons={5: "typed\nwrongly"}))

    assert (change["before"], change["after"]) == (58.0, 60.0)
    (cause,) = change["causes"]
    assert cause["cause"].endswith(": typed wrongly") and (cause["amount"], cause["move"]) == (2.0, 5)
    with pytest.raises(KeyError):
        causes_of(world, "no-score", PLACE)


def test_the_large_scenario_is_plain_too() -> None:
    read = plain(orders(fresh()))

    assert list(read) == KEYS
    assert set(read["seats"]) == set(nato().seats)
    assert read["causes"] == {}
