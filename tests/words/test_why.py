"""Why in sentences: strands part the causes, say who did what, call luck luck, and hold no id."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.model.account import Account, Worded
from tabletop.model.cause import Cause, because
from tabletop.model.moves import Assign, BreakSilence, MakePromise, Move, Rule, TableText, Withdraw
from tabletop.model.world import World
from tabletop.rules.acts.step import step
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.sight import view
from tabletop.words.cause_words import wording
from tabletop.words.causes import account_of
from tabletop.words.strands import strands
from tabletop.words.why import Why, lines, why
from tests.play import fresh, nato, session, two_keys
from tests.rules.quiet import adjudicated, at_orders

ARMOUR = "us-abct-pl"


def told(world: World, score: str, moves: dict[int, Move] | None = None) -> list[Why]:
    return why(account_of(world, score), world, moves or {})


def of(world: World, *causes: tuple[Cause, float]) -> list[Why]:
    """Sentences for a change of trust made of these."""
    worded = tuple(Worded(wording(cause, world), cause, 0, amount, "trust") for cause, amount in causes)
    change = Account("trust", 50.0, 50.0 + sum(amount for _, amount in causes), worded)
    return why(change, world, {})


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 10**6))
def test_strands_part_the_causes_and_add_up_to_the_change_and_sentences_hold_no_id(seed: int) -> None:
    rng = Random(seed)
    scenario = two_keys() if seed % 2 else nato()
    world = fresh(str(seed), scenario=scenario)
    played = session(world, rng, tries=8, turns=2)[1]
    for number, move in played:
        world, _ = step(world, move, number)
    seen = view(world, rng.choice(list(scenario.seats)))
    dashed = [i for kind in (scenario.forces, scenario.programmes, scenario.theatres) for i in kind if "-" in i]

    for each in (world, seen):
        for score in scores(each):
            change = account_of(each, score)
            parts = strands(change.causes)
            assert sorted(map(id, (c for part in parts for c in part.causes))) == sorted(map(id, change.causes))
            assert sum(part.amount for part in parts) == pytest.approx(change.after - change.before, abs=1e-9)
            for sentence in why(change, each, dict(played)):
                text = f"{sentence.label} {sentence.sentence()}"
                assert text[0] == text[0].upper() and "  " not in text
                assert not any(f" {i} " in f" {text} " for i in dashed), text


def test_one_decision_is_one_line_with_who_and_what_and_what_would_have_avoided_it() -> None:
    order = Withdraw(seat="washington", force=ARMOUR, turn=1)
    world = adjudicated(at_orders(), order)

    (line,) = (each for each in told(world, "deterrence/central", {1: order}) if each.strand.about == ARMOUR)

    assert line.words.startswith("Washington withdraws the Rotational armoured brigade")
    assert line.words.endswith("by surprise")
    assert len(line.strand.causes) > 3
    assert line.through
    assert "otice of 2 turns" in line.avoided


def test_pulls_are_one_line_and_luck_is_called_luck() -> None:
    world = fresh("3")
    tracks = list(world.scenario.tracks)

    alone = of(world, (because("settles-towards", tracks[1], "61", "spending+ trust-"), 2.0))
    many = of(world, (because("settles-towards", tracks[1], "61", ""), 2.0), (because("settles", "trust"), -1.0))
    mood = of(world, (because("mood", who="washington", luck="mood/anchor"), -1.0))

    assert len(alone) == len(many) == 1
    assert "settles towards 61: European allies spend more, Trust is low" in alone[0].words
    assert many[0].words.startswith("What settles by itself: ") and "towards 61" in many[0].words
    assert mood[0].words == "The mood in Washington turns against the allies"
    assert mood[0].luck == "That is luck alone."


def test_answers_to_one_inject_are_one_line_with_the_options_words_and_who_chose_them() -> None:
    world = fresh("3")
    inject, spec = next((i, s) for i, s in world.scenario.injects.items() if len(s.options) > 1)
    first, second = spec.options[:2]
    seats = list(world.seats)[:3]

    (line,) = of(
        world,
        (because("inject", inject), -0.5),
        (because("answer", inject, first.id, who=seats[0]), 1.0),
        (because("answer", inject, first.id, who=seats[1]), 1.0),
        (because("answer", inject, second.id, who=seats[2]), -0.2),
    )

    names = [world.scenario.seats[seat].name for seat in seats]
    assert f"{names[0]} and {names[1]} chose" in line.words and f"{names[2]} chose" in line.words
    assert first.text.strip().rstrip(".") in line.words
    assert line.label == spec.title


def test_a_ruling_is_told_by_its_public_sentence_and_never_by_its_private_reason() -> None:
    world = fresh("3")
    cause = because("ruling", "paris/0")
    worded = (Worded(wording(cause, world), cause, 7, 1.0, "trust"),)
    rule = Rule(seat="control", item=3, outcome="accept", public="The ships stay.", private="SECRET")

    readable = why(Account("trust", 50, 51, worded), world, {7: rule})
    hidden = why(Account("trust", 50, 51, worded), world, {})

    assert readable[0].words == "Ruling: The ships stay."
    assert hidden[0].words == "Ruling"
    assert "SECRET" not in "".join(lines(readable))


def test_lines_are_three_with_their_amounts_the_largest_first() -> None:
    world = fresh("3")
    kinds = (("text-stands", "no-surprise"), ("post-handed-over", "saceur"), ("arrives", ARMOUR), ("moves", ARMOUR))
    amounts = (0.01, -3.0, 2.0, 1.0)

    shown = lines(of(world, *zip((because(kind, about) for kind, about in kinds), amounts, strict=True)))  # type: ignore[arg-type]

    assert [line.split()[0] for line in shown] == ["-3.0", "+2.0", "+1.0"]


def test_what_a_promise_was_stands_only_where_it_may_be_read() -> None:
    said = MakePromise(seat="washington", to="berlin", due=1, deed="declare ambiguity")
    world = adjudicated(at_orders(), said)
    party, other = (told(view(world, seat), "trust") for seat in ("berlin", "paris"))

    (read,) = (each for each in party if each.strand.sort == "promise")
    (unread,) = (each for each in other if each.strand.sort == "promise")
    assert "to Berlin" in read.words and "declare Ambiguity" in read.avoided
    assert unread.words == "Washington breaks a promise"
    assert not unread.avoided


def test_a_text_is_one_line_whoever_broke_its_silence() -> None:
    world = adjudicated(
        at_orders(),
        TableText(seat="secretary-general", kind="no-surprise"),
        BreakSilence(seat="paris", proposal="no-surprise"),
    )

    (line,) = (each for each in told(world, "cohesion") if each.strand.sort == "text")

    assert line.words == "No surprises falls, silence broken by Paris & the South"


def test_voters_are_told_who_stands_in_and_that_nobody_does() -> None:
    world = fresh("3")

    stands = of(world, (because("stands-in", ARMOUR, who="warsaw"), 3.0))
    nobody = of(world, (because("nobody-stands-in", ARMOUR), -3.0))

    assert stands[0].words.startswith("Warsaw & the East stands in: Washington withdraws")
    assert nobody[0].words.startswith("Washington withdraws the Rotational armoured brigade")
    assert nobody[0].words.endswith("and nobody stands in for what is missing")


def test_a_package_that_is_moved_to_another_theatre_is_not_called_withdrawn() -> None:
    order = Assign(seat="washington", force=ARMOUR, theatre="baltic")
    world = adjudicated(at_orders(), order)

    (line,) = (each for each in told(world, "trust", {1: order}) if each.strand.about == ARMOUR)

    assert line.words.startswith("Washington moves the Rotational armoured brigade")
    assert line.words.endswith("from Central Europe to the Baltic and north-east by surprise")
    assert "withdrawn" not in line.label
