"""The order line's grammar: beginnings, parts and names of ids; errors that say what would be right."""

from pathlib import Path

import pytest

from tabletop.journal.scenario_toml import load_scenario
from tabletop.model.moves import (
    Advance,
    Answer,
    Backfill,
    Consent,
    Declare,
    Fund,
    Invest,
    MakeFreeMove,
    MakePromise,
    Message,
    Move,
    ProposeHandover,
    Seal,
    SetPace,
    SetReadiness,
    SetSpending,
    TableText,
    TakeBack,
    Withdraw,
)
from tabletop.model.world import World
from tabletop.rules.check import check
from tabletop.rules.opening import opening
from tabletop.rules.options import options
from tabletop.rules.step import step
from tabletop.tui.ordermatch import match
from tabletop.tui.orderwords import completed, read_line


def begun(folder: str) -> World:
    world = opening(load_scenario(Path(folder)), "7")
    return step(world, Advance(seat="control"), 1)[0]


@pytest.fixture(scope="module")
def world() -> World:
    return begun("scenarios/nato-3-0")


B, W = {"seat": "berlin"}, {"seat": "washington"}
READS: list[tuple[str, str, Move]] = [
    ("washington", "withdraw us-abct-pl 3", Withdraw(**W, force="us-abct-pl", turn=3)),
    ("washington", "w abct-pl +2", Withdraw(**W, force="us-abct-pl", turn=3)),
    ("washington", "w 173 now", Withdraw(**W, force="us-173", turn=1)),
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


def test_whole_ids_win_over_longer_ones() -> None:
    assert match("c-eu", {"c-eu-mpcc": "", "c-eu": ""}).found == "c-eu"
    assert match("mp", {"c-eu-mpcc": "", "c-mpa": ""}).found == ""
    assert match("heavy", {"c-de-heavy": "", "c-pl-heavy": ""}).fitting == ("c-de-heavy", "c-pl-heavy")


@pytest.mark.parametrize("folder", ["scenarios/nato-3-0", "tests/scenarios/two-keys"])
def test_every_order_offered_can_be_typed_in_full(folder: str) -> None:
    world = begun(folder)
    for seat in world.seats:
        for move in list(options(world, seat))[::7]:
            line = typed(move)
            if line:
                assert read_line(world, seat, line).move == move, line


def typed(move: Move) -> str:
    """A move in the words of the line."""
    match move:
        case SetSpending():
            return f"spend {move.member} {move.share!r}"
        case SetPace():
            return f"pace {move.pace!r}"
        case Fund():
            return f"fund {move.programme} {move.pays:g}{' standing' if move.standing else ''}"
        case Withdraw():
            return f"withdraw {move.force} {move.turn}"
        case ProposeHandover():
            return f"hand {move.post} {move.to}"
        case TableText():
            return f"table {move.kind} {move.about}"
        case Backfill():
            return f"backfill {move.replacement} {move.replaces}"
        case Answer():
            return f"answer {move.inject} {move.option}"
        case _:
            return f"{move.do} {move.force} {move.theatre}" if move.do in ("assign", "deploy") else ""  # type: ignore[attr-defined]
