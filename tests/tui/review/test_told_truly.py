"""What the review, the report and the room are told is what was decided: by whom, in which words, with what ruling."""

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from tabletop.analysis.foreseen import STILL, foreseen
from tabletop.model import moves as m
from tabletop.model.injects import InjectState
from tabletop.model.world import Phase, State, World
from tabletop.rules.acts.proposals import proposals
from tabletop.rules.scores.objectives import mark
from tabletop.rules.turn.injects import answering
from tabletop.rules.turn.opening import opening
from tabletop.scenario.load import load_scenario
from tabletop.table.local import LocalTable
from tabletop.table.moment import Moment
from tabletop.table.publishing import prepare
from tabletop.table.stage.scene import Scene
from tabletop.table.turn_story import story
from tabletop.tui.look import palette
from tabletop.tui.review.endings import seat_lines
from tabletop.words.aloud import pages
from tabletop.words.decided import decided
from tabletop.words.marks import moved
from tabletop.words.names import option_text, seat_name
from tabletop.words.story import happenings
from tests.tui.review_app import ADVANCE, KEYS, NATO, RED, keys_session, play

CONTROL: dict[str, Any] = {"seat": "control"}

STORY = Scene("story")


def settled(world: World, inject: str, answers: dict[str, str]) -> World:
    """The world with an inject closed on these answers, as the rules leave it."""
    spec = world.scenario.injects[inject]
    counts = {seat: answers.get(seat) or spec.default for seat in answering(world, inject) or ("",)}
    best = max(counts.values(), key=list(counts.values()).count)
    outcome = next(o.outcome or o.id for o in spec.options if o.id == best)
    state = evolve(
        world.injects[inject], state=InjectState.CLOSED, turn=1, answers=tuple(sorted(answers.items())), outcome=outcome
    )
    return evolve(world, injects=world.injects | {inject: state})


@pytest.mark.parametrize("folder", [KEYS, NATO])
def test_whatever_option_is_answered_is_told_in_its_own_words_and_by_whom(folder: Path) -> None:
    world = opening(load_scenario(folder), "7", 0, {}, 0)
    for name, spec in world.scenario.injects.items():
        for option in spec.options:
            seats = answering(world, name)
            told = decided(settled(world, name, dict.fromkeys(seats, option.id)), name, {})

            assert told.startswith(option_text(world.scenario, name, option.id))
            assert all(seat_name(world.scenario, seat, world.seats) in told for seat in seats)


def test_seats_that_disagree_and_seats_that_are_silent_are_told_apart() -> None:
    world = opening(load_scenario(NATO), "7", 0, {}, 0)
    name = next(n for n in world.scenario.injects if len(answering(world, n)) > 2)
    one, two, three = answering(world, name)[:3]
    first, second = [option.id for option in world.scenario.injects[name].options][:2]
    default = world.scenario.injects[name].default

    told = decided(settled(world, name, {one: first, two: second}), name, {})

    assert all(option_text(world.scenario, name, option) in told for option in {first, second, default})
    assert f"{seat_name(world.scenario, three, world.seats)} by silence" in told
    assert "(nobody answered)" in decided(settled(world, name, {}), name, {})


AIM = "The guilds pay for lamps"
SAID = ("Half the lamps burn", "We share when we are asked nicely", "The clerk misread the book", "Too dear")


def reviewed(folder: Path) -> LocalTable:
    """Turn 1 in review: a free move rolled and ruled, an answer in words, an order set aside, a correction."""
    session = keys_session(folder)
    table = play(session, ADVANCE)
    if session.world.injects["toll-dispute"].state is not InjectState.DELIVERED:
        play(session, m.FireInject(**CONTROL, inject="toll-dispute"))
    play(
        session,
        m.Answer(seat="lyre", inject="toll-dispute", text=SAID[1]),
        m.Withdraw(seat="harrow", force="harrow-galleys", turn=1),
        m.MakeFreeMove(seat="lyre", aim=AIM, means="a levy", reasons=("rich",)),
    )
    free, order = session.world.free_moves[0].ref, session.world.seats["harrow"].orders[0].ref
    play(
        session,
        m.Adjust(**CONTROL, what="concord", amount=1.5, reason=SAID[2]),
        ADVANCE, RED, ADVANCE,
        m.Odds(**CONTROL, move=free, chance=65),
        m.Roll(**CONTROL, move=free, dice=60),
        m.Rule(**CONTROL, item=free, outcome="yes-but", public=SAID[0], private="never told"),
        m.Rule(**CONTROL, item=order, outcome="set-aside", public=SAID[3], private="never told"),
        ADVANCE,
    )  # fmt: skip
    return table


def test_free_moves_rulings_words_and_corrections_are_in_the_review_the_report_and_read_aloud(tmp_path: Path) -> None:
    table = reviewed(tmp_path)
    view, session = table.view_now(), table.session
    results = [each.text for each in happenings(session.world_at(0), view.world, view.world.changes, view.lines)]
    aloud = pages(view.world, view.lines, story(table.view_now()))[-1].paragraphs

    assert results[0] == f'Lyre and Mossgate argues "{AIM}" and gets "yes, but" (65 %, rolled 60): "{SAID[0]}"'
    for told in ("\n".join(results), "\n".join(story(table.view_now())), "\n".join(aloud)):
        assert AIM in told and "never told" not in told
        assert all(said in told for said in SAID)
        assert "set aside by control" in told


def test_the_room_hears_what_was_argued_and_ruled_and_no_private_reason(tmp_path: Path) -> None:
    told = "\n".join(prepare(reviewed(tmp_path).session, STORY)["sentences"])

    assert AIM in told and SAID[0] in told and SAID[3] in told
    assert "never told" not in told


def test_a_free_move_without_a_ruling_is_told_as_one(tmp_path: Path) -> None:
    session = keys_session(tmp_path)
    table = play(session, ADVANCE, m.MakeFreeMove(seat="lyre", aim=AIM), ADVANCE, RED, ADVANCE, ADVANCE)

    assert f'Lyre and Mossgate argues "{AIM}" (no ruling and no effect).' in story(table.view_now())


def test_the_report_that_control_wrote_is_what_everybody_gets_and_what_comes_after_it_is_added(tmp_path: Path) -> None:
    table = reviewed(tmp_path)
    words = "One paragraph,\nits second line.\n\nAnd another."
    told = ["One paragraph, its second line.", "And another."]
    later: tuple[list[m.Move], ...] = (
        [],
        [m.Adjust(**CONTROL, what="concord", amount=1.0, reason="late")],
        [ADVANCE],
        [ADVANCE],
    )

    play(table.session, m.Sitrep(**CONTROL, text=words))
    for moves in later:
        play(table.session, *moves)
        if moves and isinstance(moves[0], m.Adjust):
            told.append('Control changes Concord by +1: "late".')
        view = table.view_now()

        assert story(view) == told
        assert prepare(table.session, STORY)["sentences"] == [each.replace(': "late"', "") for each in told]
        assert list(pages(view.world, view.lines, story(table.view_now()))[-1].paragraphs) == told


def test_a_report_written_in_the_next_turn_is_about_the_last(tmp_path: Path) -> None:
    table = reviewed(tmp_path)
    play(table.session, ADVANCE, ADVANCE, m.Sitrep(**CONTROL, text="Written late."))
    assert story(table.view_now()) == ["Written late."]

    play(table.session, ADVANCE, RED, ADVANCE, ADVANCE)
    assert "Written late." not in story(table.view_now())


def test_answers_that_differ_need_a_person_and_say_whose_they_are(tmp_path: Path) -> None:
    session = keys_session(tmp_path)
    table = play(session, ADVANCE)
    answers = [
        m.Answer(seat=s, inject="toll-dispute", option=o) for s, o in (("harrow", "share"), ("lyre", "postpone"))
    ]
    alike = [m.Answer(seat=seat, inject="toll-dispute", option="share") for seat in ("harrow", "lyre")]
    if session.world.injects["toll-dispute"].state is not InjectState.DELIVERED:
        play(session, m.FireInject(**CONTROL, inject="toll-dispute"))

    def needs() -> tuple[str, ...]:
        return next(item.needs for item in proposals(table.view_now().world) if item.item == "inject/toll-dispute")

    play(session, *alike)
    assert needs() == ()

    play(session, *answers)
    camps = 'The Council of Harrow "Share the tolls", Lyre and Mossgate "Postpone"'
    assert needs() == (f"contested 1:1: {camps}; of equals the choice of The Council of Harrow stands, asked first",)
    assert proposals(table.view_now().world)[0].item == "inject/toll-dispute"


def test_no_expectation_is_wrong_beside_an_arrow_that_agrees() -> None:
    arrows = {"▲": "up", "▼": "down", "·": "same"}
    for tenths in range(-30, 31):
        now = 50 + tenths / 10
        shown = arrows[palette.change_mark(moved(50, now))[0]]

        assert foreseen(shown, 50, now) is not False
        assert foreseen("same", 50, now) is (abs(tenths) <= 10 * STILL)
        assert all(foreseen(way, 50, now) is False for way in ("up", "down") if way != shown)


def test_an_early_end_counts_only_what_could_be_scored(tmp_path: Path) -> None:
    session = keys_session(tmp_path)
    play(session, ADVANCE, ADVANCE, RED, ADVANCE, ADVANCE, m.End(**CONTROL))
    world = session.world
    told = seat_lines(Moment("control", world), 200).plain
    assert f"The exercise ended in turn 1 of {world.turns}" in told.split("\n")[0]

    for seat in world.seats:
        for each in mark(world, seat):
            line = next(line for line in told.split("\n") if f"{each.objective.title}  " in line)
            late = f"asks for turn {each.due}, not reached: the exercise ended in turn 1 of {world.turns}"
            assert (late in line) is (each.due > 1)
            assert ("of 100" in line) is (each.due <= 1)


def test_a_full_course_is_scored_as_ever(tmp_path: Path) -> None:
    session = keys_session(tmp_path)
    while session.world.state is not State.ENDED:
        play(session, *([RED] if session.world.phase is Phase.RED else []), ADVANCE)

    assert "not reached" not in seat_lines(Moment("control", session.world), 200).plain


def test_what_was_said_before_a_turn_is_not_told_of_it(tmp_path: Path) -> None:
    table = reviewed(tmp_path)
    play(table.session, ADVANCE, ADVANCE, ADVANCE, RED, ADVANCE, ADVANCE)

    assert not any(said in sentence for said in (AIM, *SAID) for sentence in story(table.view_now()))
