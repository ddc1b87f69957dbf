"""A pilot session: what six teams did in three turns is in review, report, read-aloud, stage and paper, true and in
words."""

import pytest

from tabletop.journal.session import Session
from tabletop.model.world import State
from tabletop.words.names import capital, option_text
from tests.tui.six_teams import AIM, IN_WORDS, LATE, REPORT, RULED, STAYS, SixTeams, told
from tests.tui.test_no_ids import ids, named_in


@pytest.fixture(scope="module")
def pilot(tmp_path_factory: pytest.TempPathFactory) -> SixTeams:
    return SixTeams(tmp_path_factory.mktemp("pilot"))


def test_the_free_move_is_told_with_odds_roll_grade_sentence_and_effect_everywhere(pilot: SixTeams) -> None:
    for each in pilot.first.all:
        assert f'Warsaw & the East argues "{AIM}" and gets "yes, but" (65 %, rolled 60): "{RULED}"' in each
        assert "Cohesion +2.0" in each


def test_the_amended_withdrawal_is_told_as_control_had_it(pilot: SixTeams) -> None:
    for each in pilot.first.all:
        assert f'leaving in turn 1 (changed by control): "{STAYS}"' in each
        assert "by surprise" not in each


def test_split_answers_are_told_in_the_options_words_and_by_whom(pilot: SixTeams) -> None:
    world = pilot.session.world
    options = [option.id for option in world.scenario.injects["romania-gap"].options]
    for each in pilot.first.all:
        for n, seat in enumerate(("Paris & the South", "Warsaw & the East", "Washington")):
            assert option_text(world.scenario, "romania-gap", options[n % len(options)]) in each
            assert seat in each


def test_an_answer_in_words_is_read_aloud_and_the_room_sees_that_there_was_one(pilot: SixTeams) -> None:
    for each in (pilot.first.review, pilot.first.report, pilot.first.aloud):
        assert f'The Northern group, who said "{IN_WORDS}"' in each
    for each in (pilot.first.stage, pilot.first.paper):
        assert "The Northern group, who answered in words" in each and IN_WORDS not in each


def test_a_broken_promise_and_a_handover_are_told_everywhere(pilot: SixTeams) -> None:
    for each in pilot.first.all:
        assert "Joint Force Command Brunssum begins its handover to Poland" in each
    for each in (*pilot.second.all, *pilot.third.all):
        assert ("Washington breaks a promise" in each) is (each in pilot.second.all)
    passed = [surfaces for surfaces in (pilot.second, pilot.third) if "Brunssum passes to Poland" in surfaces.report]
    assert len(passed) == 1 and all("Brunssum passes to Poland" in each for each in passed[0].all)


def test_the_edited_report_is_what_everybody_gets_and_a_late_correction_stands_below_it(pilot: SixTeams) -> None:
    for each in (pilot.edited.report, pilot.edited.aloud):
        assert each.split("\n") == [*REPORT, f'Control changes Industry by -1: "{LATE}".']
    assert pilot.edited.scenes["story"]["sentences"] == [*REPORT, "Control changes Industry by -1."]
    assert "\n".join([*REPORT, "Control changes Industry by -1."]) in pilot.edited.paper
    assert pilot.edited.review.startswith("\n\n".join(f"{n}  {each}" for n, each in enumerate(REPORT, 1)))


def test_nothing_that_is_told_holds_an_id(pilot: SixTeams) -> None:
    hidden = ids(pilot.session.world.scenario)
    for surfaces in pilot.every:
        for each in surfaces.all:
            assert named_in(hidden, each) == set()


def test_its_sentences_begin_with_a_capital_and_end(pilot: SixTeams) -> None:
    for line in (*pilot.first.report.split("\n"), *pilot.second.report.split("\n"), *pilot.third.report.split("\n")):
        assert line == capital(line) and line.endswith((".", '."', '!"', '?"'))


def test_it_replays_to_the_same_digest(pilot: SixTeams) -> None:
    assert pilot.session.world.state is State.ENDED and pilot.session.world.turn == 3
    with Session.open(pilot.session.path, read_only=True) as again:
        assert again.digest == pilot.session.digest
        assert told(again) == pilot.otherwise
