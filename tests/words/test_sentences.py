"""Sentences: every kind of move has one, in the scenario's words, whatever the scenario."""

from pathlib import Path
from typing import Any

import pytest

from tabletop.model import moves as m
from tabletop.model.moves import REGISTRY, Move
from tabletop.model.moves.values import effects
from tabletop.model.scenario import Scenario
from tabletop.scenario.load import load_scenario
from tabletop.words.acts.rulings import effect_words
from tabletop.words.sentences import deed_line, move_line

KEYS = Path("tests/scenarios/two-keys")
SAID: list[tuple[Move, str]] = []


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return load_scenario(KEYS)


def one_of_each(scenario: Scenario) -> list[Move]:
    """A move of every kind, with things that exist."""
    force, programme = next(iter(scenario.forces)), next(iter(scenario.programmes))
    theatre, post, text = next(iter(scenario.theatres)), next(iter(scenario.posts)), next(iter(scenario.texts))
    inject, way, stance = next(iter(scenario.injects)), next(iter(scenario.ways)), next(iter(scenario.stances))
    seat, other = list(scenario.seats)[:2]
    member = next(iter(scenario.members))
    told = effects("effects", ["pressure/all +2 for 2"])
    s: dict[str, Any] = {"seat": seat}
    c: dict[str, Any] = {"seat": "control"}
    return [
        m.SetSpending(**s, member=member, share=2.25),
        m.SetPace(**s, pace=0.2),
        m.SetPace(**s, pace=-0.2, members=(member,)),
        m.Fund(**s, programme=programme, pays=50, standing=True),
        m.Fund(**s, programme=programme, pays=0),
        m.Invest(**s, way=way, amount=0.5),
        m.Assign(**s, force=force, theatre=theatre),
        m.SetReadiness(**s, level=0.4),
        m.Withdraw(**s, force=force, turn=2),
        m.CancelWithdrawal(**s, force=force),
        m.Deploy(**s, force=force, theatre=theatre),
        m.RefuseHosting(**s, force=force),
        m.Backfill(**s, replacement=programme, replaces=force),
        m.Declare(**s, stance=stance),
        m.ProposeHandover(**s, post=post, to=member),
        m.AcceptHandover(**s, post=post),
        m.RefuseHandover(**s, post=post),
        m.Seal(**s, why="to be safe", expect={f"deterrence/{theatre}": "up", scenario.names.trust: "same"}),
        m.Unseal(**s),
        m.TakeBack(**s, entry=4),
        m.TableText(**s, kind=text),
        m.WithdrawText(**s, proposal=text),
        m.Consent(**s, proposal=text),
        m.Footnote(**s, proposal=f"{text}/{post}", words="we note"),
        m.BreakSilence(**s, proposal=text, words="never"),
        m.Answer(**s, inject=inject, text="in our words"),
        m.MakeFreeMove(**s, aim="a parade", means="drums", reasons=("cheap", "loud")),
        m.Argue(**s, move=7, side="against", text="it rains"),
        m.Estimate(**s, move=7, word="likely"),
        m.Message(**s, to=other, text="meet me"),
        m.MakePromise(**s, to=other, due=2, text="soon", deed=f"withdraw {force}", if_=f"{scenario.names.trust} >= 60"),
        m.HandIn(**s, when="after", turn=2, ticks={"pace": "4"}, asked=("mattered",), words=("the parade",)),
        m.Reveal(**c),
        m.Start(**c),
        m.Pause(**c),
        m.Resume(**c),
        m.End(**c),
        m.Advance(**c),
        m.Red(**c, levers=({"lever": "probe", "theatre": theatre, "kind": "x"},), why="because"),
        m.FireInject(**c, inject=inject),
        m.HoldInject(**c, inject=inject),
        m.ReleaseInject(**c, inject=inject),
        m.CancelInject(**c, inject=inject),
        m.WriteInject(**c, inject="new", title="A letter", text="..."),
        m.Rule(**c, item=7, outcome="amend", effects=told, public="half of it"),
        m.Silence(**c, proposal=text, act="wait", seats=(seat,)),
        m.Odds(**c, move=7, chance=60),
        m.Roll(**c, move=7, dice=12),
        m.Fact(**c, text="the bridge is down"),
        m.Talk(**c, seats=(seat, other), minutes=5),
        m.Clock(**c, act="extend", seconds=120),
        m.Bookmark(**c, text="here"),
        m.Show(**c, what="look ahead", to="room"),
        m.PlaySeat(**c, name=seat, player="bot:status-quo"),
        m.Verdict(**c, promise=7, state="kept"),
        m.Mode(**c, domain="crisis", mode="free", reason="new"),
        m.Practice(**c, act="begin"),
        m.Sitrep(**c, text="all quiet"),
        m.Display(**c, act="blank"),
        m.Redact(**c, entry=7),
        m.Adjust(**c, what=scenario.names.trust, amount=-2, reason="typo"),
        m.Undo(**c, to=7),
        m.Redo(**c),
        m.Note(**c, text="well said", kind="quote", about=seat),
    ]


@pytest.mark.parametrize("folder", [KEYS, Path("scenarios/nato-3-0")], ids=str)
def test_every_kind_of_move_has_a_sentence_of_its_own(folder: Path) -> None:
    scenario = load_scenario(folder)
    moves = one_of_each(scenario)

    said = {move.do: move_line(move, scenario) for move in moves}

    assert set(said) == set(REGISTRY)
    for do, sentence in said.items():
        assert not sentence.endswith((f" {do.replace('-', ' ')}", ".", ": ", " ")), sentence
        assert "  " not in sentence and "\n" not in sentence


def test_sentences_use_the_scenarios_names_and_no_ids(scenario: Scenario) -> None:
    for move in one_of_each(scenario):
        said = move_line(move, scenario)
        for known in (scenario.forces, scenario.programmes, scenario.posts, scenario.theatres, scenario.injects):
            assert not any(thing in said.split() for thing in known if "-" in thing), said


def test_seats_are_called_as_in_the_session(scenario: Scenario) -> None:
    from tabletop.model.seats import Seat

    move = m.Seal(seat="lyre")

    assert move_line(move, scenario, {"lyre": Seat(name="The Lyrians")}) == "The Lyrians seals its orders"
    assert deed_line(move, scenario) == "seals its orders"


def test_an_advance_says_what_it_led_to(scenario: Scenario) -> None:
    assert move_line(m.Advance(seat="control"), scenario, phase="brief") == "Control opens orders"


def test_an_effect_is_told_in_words_and_a_broken_one_as_it_stands(scenario: Scenario) -> None:
    assert effect_words("trust +1 for 2", scenario) == "Trust +1 for 2 turns"
    assert effect_words("nonsense", scenario) == "nonsense"


def test_one_minute_is_one_minute(scenario: Scenario) -> None:
    told = [
        move_line(m.Clock(seat="control", act=act, seconds=seconds), scenario)
        for act, seconds in (("extend", 60), ("extend", 120), ("set", 60), ("extend", 90))
    ]

    assert [line.removeprefix("Control ") for line in told] == [
        "gives 1 minute more",
        "gives 2 minutes more",
        "sets the clock to 1 minute",
        "gives 1.5 minutes more",
    ]
