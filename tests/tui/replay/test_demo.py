"""What the demo shows in its first turns, in words that lead with the cause."""

import re
from itertools import takewhile

import pytest

from tabletop.table.demo import Beat, beats, demo_session
from tests.play import nato


@pytest.fixture(scope="module")
def told() -> list[Beat]:
    session = demo_session()
    try:
        return list(takewhile(lambda _: session.world.turn < 4, beats(session)))
    finally:
        session.close()


def said(told: list[Beat], *words: str) -> int:
    """The number of the first caption with all of these words."""
    return next(n for n, beat in enumerate(told) if all(word in " ".join(beat.lines) for word in words))


def test_the_brigade_goes_and_its_theatre_falls(told: list[Beat]) -> None:
    beat = told[said(told, "101st Airborne brigade", "leaves", "unmatched")]
    was, now = beat.lines[0].rstrip(".").rpartition("south-east ")[2].split(" to ")

    assert beat.score == "deterrence/black-sea"
    assert float(now) < float(was)


def test_a_crisis_opens_posts_dip_and_what_was_bought_arrives(told: list[Beat]) -> None:
    opened = said(told, "The working group stalls", "must answer")
    dip = said(told, "Command dips")
    arrives = said(told, " arrives (+")

    assert opened < arrives
    assert dip < arrives


def test_names_keep_their_case(told: list[Beat]) -> None:
    all_of_it = " ".join(" ".join(beat.lines) for beat in told)

    names = [member.name for member in nato().members.values()]
    assert any(f": {name} " in all_of_it for name in names)
    assert not any(re.search(rf"\b{name.lower()}\b", all_of_it) for name in names)


def test_captions_follow_the_record(told: list[Beat]) -> None:
    assert [beat.n for beat in told] == sorted(beat.n for beat in told)
