"""A slip is taken at its time and until the objectives are told, says what is asked, and changes no world."""

from typing import Any

import attrs
import pytest

from tabletop.model.moves import Advance, End, HandIn, Reveal
from tabletop.model.survey import SURVEY, SlipWhen
from tabletop.model.world import Phase, World
from tabletop.rules.acts.check import check
from tabletop.rules.acts.step import step
from tabletop.rules.world.digest import digest
from tests.play import advance, fresh, make, review, two_keys


def slip(**fields: Any) -> HandIn:
    """Of the seat lyre."""
    return HandIn(**{"seat": "lyre", **fields})


OF_THE_END: dict[str, Any] = {
    "when": "end", "ticks": {"pace": "4"}, "asked": ("keep", "change"), "words": ("this", "that"),
}  # fmt: skip
BEFORE = HandIn(seat="lyre", when="before", ticks={"majority": "likely"})
AFTER = HandIn(seat="lyre", when="after", turn=1, asked=("mattered",), words=("the toll",))
LAST = slip(**OF_THE_END)
END, REVEAL = End(seat="control"), Reveal(seat="control")


def code(world: World, move: HandIn | Reveal) -> str:
    """Why a move may not be made, "" where it may."""
    refusal = check(world, move)
    return refusal.code if refusal else ""


def begun() -> World:
    return fresh(scenario=two_keys())


def test_each_slip_is_taken_from_its_time_on_and_no_sooner() -> None:
    first = begun()
    over = review(first)
    ended = make(over, END)

    assert [code(first, slip) for slip in (BEFORE, AFTER, LAST)] == ["", "survey/turn", "survey/early"]
    assert [code(over, slip) for slip in (BEFORE, AFTER, LAST)] == ["", "", "survey/early"]
    assert [code(ended, slip) for slip in (BEFORE, AFTER, LAST)] == ["", "", ""]
    assert code(ended, slip(when="after", turn=2, asked=("mattered",), words=("x",))) == "survey/turn"


def test_a_slip_of_paper_may_be_typed_in_turns_later() -> None:
    later = advance(review(begun()), Phase.ORDERS)

    assert later.turn == 2
    assert code(later, AFTER) == ""


def test_once_the_objectives_are_told_no_slip_is_taken_and_the_sentence_says_so() -> None:
    told = make(begun(), END, REVEAL)

    refusal = check(told, LAST)

    assert refusal and refusal.code == "survey/closed"
    assert refusal.message.startswith("the survey is closed: what the seats had wanted has been told")
    assert code(told, REVEAL) == "reveal/told"


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"when": "lunch"}, "time/unknown"),
        ({"turn": 1}, "survey/turn"),
        ({"ticks": {"pace": "6"}}, "choice/unknown"),
        ({"ticks": {"keep": "1"}}, "question/unknown"),
        ({"asked": ("pace", "change")}, "question/unknown"),
        ({"asked": ("mattered", "change")}, "question/unknown"),
        ({"asked": ("keep",)}, "survey/words"),
        ({"asked": ("keep", "keep")}, "survey/words"),
        ({"ticks": {}, "words": ("", " ")}, "survey/empty"),
        ({"seat": "control"}, "seat/not-control"),
    ],
)
def test_what_is_no_answer_is_refused(changes: dict[str, object], why: str) -> None:
    assert code(make(begun(), END), slip(**{**OF_THE_END, **changes})) == why


def test_a_slip_changes_no_world_and_an_open_survey_no_digest() -> None:
    world = review(begun())

    after, events = step(world, AFTER, 9)

    assert (digest(after), events) == (digest(world), ())
    assert digest(make(world, REVEAL)) != digest(world)


def test_a_slip_has_no_field_for_a_name() -> None:
    kind: Any = HandIn

    assert {field.name for field in attrs.fields(kind)} == {"seat", "when", "turn", "ticks", "asked", "words"}


def test_every_time_is_asked_at_and_no_question_stands_twice() -> None:
    assert {each.when for each in SURVEY} == set(SlipWhen)
    assert len({each.id for each in SURVEY}) == len(SURVEY)


def test_the_reveal_lasts_over_the_turns_that_follow() -> None:
    world = advance(make(review(begun()), REVEAL, Advance(seat="control")), Phase.REVIEW)

    assert world.revealed and code(world, AFTER) == "survey/closed"
