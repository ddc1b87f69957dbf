"""A pilot session: what six teams did in three turns is in review, report, read-aloud and room, true and in words."""

from pathlib import Path
from typing import Final

import pytest
from attrs import frozen

from tabletop.journal.session import Session
from tabletop.model import moves as m
from tabletop.model.injects import InjectState
from tabletop.model.seats import PUBLIC
from tabletop.model.world import Phase
from tabletop.rules.turn.injects import answering
from tabletop.table.eyes import Eyes
from tabletop.table.publishing import prepare
from tabletop.table.stage.scene import Scene
from tabletop.table.turn_story import last_turn, story
from tabletop.tui.review.turn_parts import orders_part, results_part, story_part
from tabletop.words.aloud import pages
from tabletop.words.names import capital, option_text
from tabletop.words.story import told_turn
from tests.tui.review_app import ADVANCE, RED, nato_session, play
from tests.tui.test_no_ids import ids, named_in

CONTROL: Final = "control"
AIM: Final = "Poland and the Baltic states announce a common border command"
RULED: Final = "The staff moves in; two parliaments ask to be heard first"
STAYS: Final = "The brigade stays until the spring, its heavy equipment goes"
IN_WORDS: Final = "We talk about bases, and about bases only"
REPORT: Final = ("A half-year of letters.", "The border command has a name and no budget.")
LATE: Final = "A clerk's mistake in the harbour dues"


@frozen
class Told:
    """What was told of a turn at its end, on every surface."""

    review: str
    report: str
    aloud: str
    room: str

    @property
    def all(self) -> tuple[str, ...]:
        return self.review, self.report, self.aloud, self.room


def told(session: Session) -> Told:
    view, room = Eyes(session).view_now(), Eyes(session, PUBLIC).view_now()
    turn = last_turn(view)
    assert turn is not None
    whole, world = told_turn(turn[0].world, turn[1].world, view.lines), view.world
    parts = (story_part(story(view), 4000), orders_part(whole, world, 4000), results_part(whole, world, 4000))
    assert prepare(session, Scene("story"))["sentences"] == story(room)
    return Told(
        "\n".join(part.plain for part in parts),
        "\n".join(story(view)),
        "\n".join(pages(world, view.lines, story(view))[-1].paragraphs),
        "\n".join(story(room)),
    )


def turn(session: Session, *moves: m.Move) -> None:
    """From a brief to adjudication; of whoever is asked and has not answered, each chooses another option."""
    play(session, ADVANCE, *moves)
    world = session.world
    for name, state in world.injects.items():
        spec = world.scenario.injects.get(name)
        if state.state is not InjectState.DELIVERED or spec is None or not spec.options:
            continue
        seats = [seat for seat in answering(world, name) if seat not in dict(state.answers)]
        play(session, *(m.Answer(seat=seat, inject=name, option=spec.options[n % len(spec.options)].id)
                        for n, seat in enumerate(seats)))  # fmt: skip
    play(session, ADVANCE, RED, ADVANCE)


class Pilot:
    """`first`, `edited`, `second`, `third`: what was told at the end of a turn; the first once more, edited."""

    def __init__(self, folder: Path) -> None:
        self.session = session = nato_session(folder)
        turn(
            session,
            m.Withdraw(seat="washington", force="us-abct-pl", turn=1),
            m.Answer(seat="nordic-baltic", inject="greenland-1", text=IN_WORDS),
            m.MakeFreeMove(seat="warsaw", aim=AIM, means="a treaty", reasons=("The staff exists",)),
            m.MakePromise(seat="washington", to="warsaw", due=2, text="No surprises this year"),
            m.ProposeHandover(seat="berlin", post="jfc-brunssum", to="pl"),
            m.AcceptHandover(seat="warsaw", post="jfc-brunssum"),
        )
        free, order = session.world.free_moves[0].ref, session.world.seats["washington"].orders[0].ref
        play(
            session,
            m.Odds(seat=CONTROL, move=free, chance=65.0),
            m.Roll(seat=CONTROL, move=free, dice=60),
            m.Rule(seat=CONTROL, item=free, outcome="yes-but", effects=({"on": "cohesion", "add": 2.0},), public=RULED),
            m.Rule(seat=CONTROL, item=order, outcome="amend", effects=({"on": "trust", "add": -3.0},), public=STAYS),
            ADVANCE,
        )
        self.first = told(session)
        play(session, m.Sitrep(seat=CONTROL, text="\n\n".join(REPORT)))
        play(session, m.Adjust(seat=CONTROL, what="industry", amount=-1.0, reason=LATE))
        self.edited = told(session)
        play(session, ADVANCE)
        turn(session, m.Verdict(seat=CONTROL, promise=session.world.promises[0].ref, state="broken"))
        play(session, ADVANCE)
        self.second = told(session)
        play(session, ADVANCE)
        turn(session)
        play(session, ADVANCE)
        self.third = told(session)


@pytest.fixture(scope="module")
def pilot(tmp_path_factory: pytest.TempPathFactory) -> Pilot:
    return Pilot(tmp_path_factory.mktemp("pilot"))


def test_the_free_move_is_told_with_odds_roll_grade_sentence_and_effect_everywhere(pilot: Pilot) -> None:
    for each in pilot.first.all:
        assert f'Warsaw & the East argues "{AIM}", 65 %, rolled 60: yes, but: "{RULED}"' in each
        assert "Cohesion +2.0" in each


def test_the_amended_withdrawal_is_told_as_control_had_it(pilot: Pilot) -> None:
    for each in pilot.first.all:
        assert f'leaving in turn 1: changed by control: "{STAYS}"' in each
        assert "by surprise" not in each


def test_split_answers_are_told_in_the_options_words_and_by_whom(pilot: Pilot) -> None:
    world = pilot.session.world
    options = [option.id for option in world.scenario.injects["romania-gap"].options]
    for each in pilot.first.all:
        for n, seat in enumerate(("Paris & the South", "Warsaw & the East", "Washington")):
            assert option_text(world.scenario, "romania-gap", options[n % len(options)]) in each
            assert seat in each


def test_an_answer_in_words_is_read_aloud_and_the_room_hears_that_there_was_one(pilot: Pilot) -> None:
    for each in (pilot.first.review, pilot.first.report, pilot.first.aloud):
        assert f'The Northern group, who said "{IN_WORDS}"' in each
    assert "The Northern group, who answered in words" in pilot.first.room and IN_WORDS not in pilot.first.room


def test_a_broken_promise_and_a_handover_are_told_everywhere(pilot: Pilot) -> None:
    for each in pilot.first.all:
        assert "Joint Force Command Brunssum begins its handover to Poland" in each
    for each in (*pilot.second.all, *pilot.third.all):
        assert ("Washington breaks a promise" in each) is (each in pilot.second.all)
    passed = [surfaces for surfaces in (pilot.second, pilot.third) if "Brunssum passes to Poland" in surfaces.report]
    assert len(passed) == 1 and all("Brunssum passes to Poland" in each for each in passed[0].all)


def test_the_edited_report_is_what_everybody_gets_and_a_late_correction_stands_below_it(pilot: Pilot) -> None:
    for each in (pilot.edited.report, pilot.edited.aloud):
        assert each.split("\n") == [*REPORT, f'Control changes Industry by -1: "{LATE}".']
    assert pilot.edited.room.split("\n") == [*REPORT, "Control changes Industry by -1."]
    assert pilot.edited.review.startswith("\n\n".join(REPORT))


def test_nothing_that_is_told_holds_an_id(pilot: Pilot) -> None:
    hidden = ids(pilot.session.world.scenario)
    for surfaces in (pilot.first, pilot.edited, pilot.second, pilot.third):
        for each in surfaces.all:
            assert named_in(hidden, each) == set()


def test_its_sentences_begin_with_a_capital_and_end(pilot: Pilot) -> None:
    for line in (*pilot.first.report.split("\n"), *pilot.second.report.split("\n"), *pilot.third.report.split("\n")):
        assert line == capital(line) and line.endswith((".", '."', '!"', '?"'))


def test_it_replays_to_the_same_digest(pilot: Pilot) -> None:
    assert pilot.session.world.phase is Phase.REVIEW and pilot.session.world.turn == 3
    with Session.open(pilot.session.path, read_only=True) as again:
        assert again.digest == pilot.session.digest
        assert told(again) == pilot.third
