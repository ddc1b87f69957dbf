"""The order line's grammar: beginnings, parts and names of ids; errors that say what would be right."""

from pathlib import Path
from random import Random
from typing import Any

import pytest

from tabletop.model.moves import (
    Advance,
    Answer,
    Argue,
    Assign,
    Backfill,
    Consent,
    Declare,
    Estimate,
    Fund,
    Invest,
    MakeFreeMove,
    MakePromise,
    Message,
    Move,
    Odds,
    ProposeHandover,
    Roll,
    Seal,
    SetPace,
    SetReadiness,
    SetSpending,
    TableText,
    TakeBack,
    Withdraw,
)
from tabletop.model.moves.table import from_table, to_table
from tabletop.model.world import World
from tabletop.rules.acts.check import check
from tabletop.rules.acts.step import step
from tabletop.rules.turn.opening import opening
from tabletop.scenario.load import load_scenario
from tabletop.words.acts.saying import SAYINGS
from tabletop.words.acts.verb import VerbSlot
from tabletop.words.orders.line import completed, read_line
from tabletop.words.orders.match import match
from tests.long import some, sweep
from tests.offered import options


def begun(folder: str) -> World:
    world = opening(load_scenario(Path(folder)), "7")
    return step(world, Advance(seat="control"), 1)[0]


@pytest.fixture(scope="module")
def world() -> World:
    """Paris has made a free move, the record's number 12."""
    return step(begun("scenarios/nato-3-0"), MakeFreeMove(seat="paris", aim="A parade"), 12)[0]


B: dict[str, Any] = {"seat": "berlin"}
W: dict[str, Any] = {"seat": "washington"}
READS: list[tuple[str, str, Move]] = [
    ("washington", "withdraw us-abct-pl 3", Withdraw(**W, force="us-abct-pl", turn=3)),
    ("washington", "w abct-pl +2", Withdraw(**W, force="us-abct-pl", turn=3)),
    ("washington", "w 173 now", Withdraw(**W, force="us-173", turn=1)),
    ("washington", "assign 2cr baltic", Assign(**W, force="us-2cr", theatre="baltic")),
    ("washington", "assign us-2cr to baltic +2", Assign(**W, force="us-2cr", theatre="baltic", turn=3)),
    ("washington", "a green b", Answer(**W, inject="greenland-1", option="wider-rights")),
    ("washington", "answer greenland-1 walk", Answer(**W, inject="greenland-1", option="walk-out")),
    ("berlin", "fund c-de-lith", Fund(**B, programme="c-de-lith")),
    ("berlin", "f sky 50 standing", Fund(**B, programme="c-essi", pays=50, standing=True)),
    ("berlin", "fund c-essi 50 st", Fund(**B, programme="c-essi", pays=50, standing=True)),
    ("berlin", "spend de 3.1", SetSpending(**B, member="de", share=3.1)),
    ("berlin", "s germany 3,1", SetSpending(**B, member="de", share=3.1)),
    ("berlin", "set-spending de to 3.1 %", SetSpending(**B, member="de", share=3.1)),
    ("berlin", "pace .1", SetPace(**B, pace=0.1)),
    ("berlin", "pace 0,1 de nl", SetPace(**B, pace=0.1, members=("de", "nl"))),
    ("berlin", "ready .5", SetReadiness(**B, level=0.5)),
    ("berlin", "r 50%", SetReadiness(**B, level=0.5)),
    ("berlin", "declare solidarity", Declare(**B, stance="solidarity")),
    ("berlin", "hand jfc-brunssum pl", ProposeHandover(**B, post="jfc-brunssum", to="pl")),
    ("berlin", "h brun to poland", ProposeHandover(**B, post="jfc-brunssum", to="pl")),
    ("berlin", "table no-surprise", TableText(**B, kind="no-surprise")),
    ("berlin", "t open-h brun", TableText(**B, kind="open-handover", about="jfc-brunssum")),
    ("berlin", "backfill c-de-heavy us-2cr", Backfill(**B, replacement="c-de-heavy", replaces="us-2cr")),
    ("berlin", "invest eu 4", Invest(**B, way="european", amount=4.0)),
    ("berlin", "promise paris 4 we pay half", MakePromise(**B, to="paris", due=4, text="we pay half")),
    ("berlin", "promise paris 4 we pay; fund sky",
     MakePromise(**B, to="paris", due=4, text="we pay", deed="fund c-essi")),
    ("berlin", "promise paris +2;f c-essi;trust>=60,5",
     MakePromise(**B, to="paris", due=3, deed="fund c-essi", if_="trust >= 60.5")),
    ("berlin", "pr par 4 we stand; cohesion >= 55; if margin/baltic > 0",
     MakePromise(**B, to="paris", due=4, text="we stand", deed="cohesion >= 55", if_="margin/baltic > 0")),
    ("berlin", "promise paris 4 more; spend germany",
     MakePromise(**B, to="paris", due=4, text="more", deed="set-spending de")),
    ("berlin", "promise paris 4 more; set-readiness",
     MakePromise(**B, to="paris", due=4, text="more", deed="set-readiness")),
    ("berlin", "promise paris 4 we agree; if trust > 40",
     MakePromise(**B, to="paris", due=4, text="we agree", if_="trust > 40")),
    ("berlin", "promise paris 4 he stays; post/saceur/holder = us",
     MakePromise(**B, to="paris", due=4, text="he stays", deed="post/saceur/holder = us")),
    ("washington", "promise berlin 2 it goes; withdraw abct-pl",
     MakePromise(**W, to="berlin", due=2, text="it goes", deed="withdraw us-abct-pl")),
    ("berlin", "argue paris against too dear", Argue(**B, move=12, side="against", text="too dear")),
    ("berlin", "argue 12 for it is time", Argue(**B, move=12, side="for", text="it is time")),
    ("berlin", "g par f", Argue(**B, move=12, side="for")),
    ("berlin", "estimate paris highly likely", Estimate(**B, move=12, word="highly likely")),
    ("berlin", "e par unlikely", Estimate(**B, move=12, word="unlikely")),
    ("berlin", "e 12 remote", Estimate(**B, move=12, word="remote chance")),
    ("berlin", "msg par come to lunch", Message(**B, to="paris", text="come to lunch")),
    ("berlin", "free A parade; drums; cheap; loud",
     MakeFreeMove(**B, aim="A parade", means="drums", reasons=("cheap", "loud"))),
    ("berlin", "seal as agreed", Seal(**B, why="as agreed")),
]  # fmt: skip


@pytest.mark.parametrize(("seat", "line", "move"), READS, ids=[line for _, line, _ in READS])
def test_a_line_reads_as_its_move(world: World, seat: str, line: str, move: Move) -> None:
    reading = read_line(world, seat, line)

    assert reading.move == move, reading


WRONG = [
    ("berlin", "xyzzy", "there is no order 'xyzzy'"),
    ("berlin", "spend de much", "share is a number"),
    ("berlin", "fund c-", "could be"),
    ("berlin", "fund qqqq", "no programme 'qqqq'"),
    ("berlin", "ready .5 now please", "one word too many"),
    ("washington", "withdraw us-abct-pl soon", "a turn is a number"),
    ("berlin", "back", "the sheet is empty"),
    ("berlin", "consent no", "no text"),
    ("berlin", "promise paris 4 we pay; half", "no figure 'half'"),
    ("berlin", "promise paris 4 ;", "say what is promised"),
    ("berlin", "promise paris 4 we pay; fund c-essi 50", "'50' is one word too many"),
    ("berlin", "promise paris 4 we pay; fund qqqq", "no programme 'qqqq'"),
    ("berlin", "promise paris 4 we pay; trust is 60", "'is' is no test"),
    ("berlin", "promise paris 4 we pay; fund; trust > 1; more", "one word too many"),
    ("berlin", "argue berlin for x", "no free move 'berlin'"),
    ("berlin", "argue paris beside x", "no side 'beside'"),
    ("berlin", "estimate paris highly", "could be highly-unlikely, highly-likely"),
    ("berlin", "estimate paris perhaps", "no chance 'perhaps'"),
]


@pytest.mark.parametrize(("seat", "line", "words"), WRONG, ids=[line for _, line, _ in WRONG])
def test_a_wrong_word_is_told_in_place(world: World, seat: str, line: str, words: str) -> None:
    reading = read_line(world, seat, line)

    assert reading.move is None
    assert words in reading.problem


def test_what_exists_but_is_not_the_seats_gets_its_proper_refusal(world: World) -> None:
    reading = read_line(world, "berlin", "spend fr 2.5")

    assert reading.move == SetSpending(seat="berlin", member="fr", share=2.5)
    assert check(world, reading.move) is not None


def test_a_relative_share_counts_from_what_is_planned(world: World) -> None:
    one = read_line(world, "berlin", "s de +.1").move
    assert isinstance(one, SetSpending)

    after = step(world, one, 2)[0]
    two = read_line(after, "berlin", "s de +.1").move

    assert isinstance(two, SetSpending)
    assert two.share == pytest.approx(one.share + 0.1)


def test_back_takes_the_last_line_or_the_one_named(world: World) -> None:
    world = step(world, Fund(seat="berlin", programme="c-essi"), 5)[0]
    world = step(world, SetReadiness(seat="berlin", level=0.1), 6)[0]

    assert read_line(world, "berlin", "back").move == TakeBack(seat="berlin", entry=6)
    assert read_line(world, "berlin", "back 1").move == TakeBack(seat="berlin", entry=5)


def test_an_open_text_is_answered_with_words(world: World) -> None:
    world = step(world, TableText(seat="paris", kind="no-surprise"), 5)[0]

    said = read_line(world, "berlin", "c no gladly").move

    assert said == Consent(seat="berlin", proposal="no-surprise", words="gladly")


def test_a_word_is_completed_to_the_first_that_fits(world: World) -> None:
    line = "fund lith"

    done = completed(line, read_line(world, "berlin", line))

    assert done == "fund c-de-lith "


def test_after_a_blank_all_that_may_follow_is_offered(world: World) -> None:
    reading = read_line(world, "berlin", "hand jfc-brunssum ")

    assert reading.needs == "member"
    assert [choice for choice, _ in reading.choices] == ["pl", "it", "nl", "us"]


COMPLETED = [
    ("promise paris 4 we pay;", ["fund", "spend"]),
    ("promise paris 4 we pay;fund lith", ["c-de-lith"]),
    ("promise paris 4 we pay; tru", ["trust"]),
    ("promise paris 4 we pay; trust ", [">=", "<="]),
    ("promise paris 4 we pay; fund c-essi; coh", ["cohesion"]),
    ("argue ", ["paris/1"]),
    ("argue paris ", ["for", "against"]),
    ("estimate paris high", ["highly-unlikely", "highly-likely"]),
    ("estimate paris real", ["realistic-possibility"]),
]


@pytest.mark.parametrize(("line", "choices"), COMPLETED, ids=[line for line, _ in COMPLETED])
def test_talk_is_completed_too(world: World, line: str, choices: list[str]) -> None:
    reading = read_line(world, "berlin", line)

    assert [choice for choice, _ in reading.choices][: len(choices)] == choices
    done = read_line(world, "berlin", completed(line, reading))
    assert not done.problem, done


def test_a_free_move_that_is_ruled_on_is_no_longer_offered_but_has_its_refusal(world: World) -> None:
    ruled = step(world, Odds(seat="control", move=12, chance=50), 13)[0]
    ruled = step(ruled, Roll(seat="control", move=12), 14)[0]

    assert read_line(ruled, "berlin", "argue ").problem == "there is no free move to name here"
    late = read_line(ruled, "berlin", "argue 12 for x").move
    assert late == Argue(seat="berlin", move=12, side="for", text="x")
    refused = check(ruled, late)
    assert refused is not None and refused.code == "free-move/ruled"


@pytest.mark.parametrize("folder", ["scenarios/nato-3-0", "tests/scenarios/two-keys"])
def test_no_line_is_too_wild_to_be_read(folder: str) -> None:
    world, rng = begun(folder), Random("7")
    seat, other = list(world.seats)[:2]
    world = step(world, MakeFreeMove(seat=other, aim="A parade"), 12)[0]
    words = ["promise", "argue", "estimate", "free", "pr", "g", "e", other, "4", "+1", ";", ";;", "if", ">=", "=", "<",
             "60", "trust", "force/x/y", "post/", "fund", "spend", "for", "against", "12", "highly", "likely", "ü",
             "a/b/c", "1e9", "nan", "/", "-", "%"]  # fmt: skip

    for _ in range(sweep(3000, 1000)):
        line = "".join(rng.choice(words) + rng.choice(("", " ", " ", " ")) for _ in range(rng.randint(1, 9)))
        reading = read_line(world, seat, line)
        assert reading.move or reading.problem or reading.needs, line
        if reading.move:
            assert from_table(to_table(reading.move)) == reading.move


def test_whole_ids_win_over_longer_ones() -> None:
    assert match("c-eu", {"c-eu-mpcc": "", "c-eu": ""}).id == "c-eu"
    assert match("mp", {"c-eu-mpcc": "", "c-mpa": ""}).id == ""
    assert match("heavy", {"c-de-heavy": "", "c-pl-heavy": ""}).fitting == ("c-de-heavy", "c-pl-heavy")


@pytest.mark.parametrize("folder", ["scenarios/nato-3-0", "tests/scenarios/two-keys"])
def test_every_order_offered_can_be_typed_in_full(folder: str) -> None:
    world = begun(folder)
    seen = set()
    for seat in world.seats:
        for move in some(list(options(world, seat)), 30):
            line = typed(move)
            if line:
                assert read_line(world, seat, line).move == move, line
                seen.add(type(move))

    assert {SetSpending, ProposeHandover} <= seen


def typed(move: Move) -> str:
    """A move in the words of the line, slot by slot; "" where a slot is no field of it."""
    verb = SAYINGS[type(move)].verb
    assert verb is not None
    fields = [slot.field or slot.name for slot in verb.slots]
    if not all(hasattr(move, field) for field in fields):
        return ""
    given = [(slot, getattr(move, field)) for slot, field in zip(verb.slots, fields, strict=True)]
    return " ".join([verb.word, *(_word(slot, value) for slot, value in given if value or slot.needed)])


def _word(slot: VerbSlot, value: Any) -> str:
    return slot.name if value is True else " ".join(value) if isinstance(value, tuple) else str(value)
