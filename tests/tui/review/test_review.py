"""Review: story first, numbers after, and Space that opens the next turn."""

import asyncio
from pathlib import Path

from textual.widgets import Static

from tabletop.model import moves as m
from tabletop.model.world import Phase
from tabletop.table.local import LocalTable
from tabletop.tui.review.review import ReviewScreen
from tabletop.tui.review.turn_parts import story_part
from tabletop.words.story import headline_story
from tests.tui.review_app import ADVANCE, RED, OneScreen, keys_orders, keys_session, play, reviewing


def keys_reviewed(folder: Path) -> LocalTable:
    seal = m.Seal(seat="lyre", why="walls", expect={"trust": "up", "deterrence/outer-harbour": "down"})
    return play(keys_session(folder), *keys_orders(), seal, ADVANCE, RED, ADVANCE, ADVANCE)


def parts(screen: ReviewScreen) -> list[str]:
    return [
        str(part.content)
        for part in screen.query(Static)
        if part.id in ("orders", "results", "scores", "expected") and str(part.content)
    ]


def test_space_tells_sentence_by_sentence_and_part_by_part_then_opens_the_next_turn(tmp_path: Path) -> None:
    table = keys_reviewed(tmp_path)

    async def run() -> None:
        app = OneScreen(ReviewScreen(table))
        async with app.run_test(size=(120, 36)) as pilot:
            screen = app.screen
            assert isinstance(screen, ReviewScreen)
            for told in range(1, len(screen.sentences) + 1):
                await pilot.pause()
                words = str(screen.query_one("#story", Static).content).replace("\n", " ")
                assert [each in words for each in screen.sentences].count(True) == told and parts(screen) == []
                await pilot.press("space")
            for shown in (1, 2, 3, 4):
                await pilot.pause()
                assert len(parts(screen)) == shown
                if shown < 4:
                    await pilot.press("space")
            assert screen.keys()[0].word == "turn 2: brief"
            await pilot.press("space")
            await pilot.pause()
            assert app.screen is not screen

    asyncio.run(run())

    assert (table.session.world.turn, table.session.world.phase) == (2, Phase.BRIEF)


def test_all_at_once_shows_what_was_expected_beside_what_came(tmp_path: Path) -> None:
    table = keys_reviewed(tmp_path)

    async def run() -> None:
        app = OneScreen(ReviewScreen(table))
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("end")
            await pilot.pause()
            screen = app.screen
            assert isinstance(screen, ReviewScreen)
            expected = parts(screen)[3]
            assert "× Lyre and Mossgate expected Trust up; it went ▼" in expected.replace("\n  ", " ")

    asyncio.run(run())


def test_the_story_is_a_few_sentences_beside_what_was_argued_and_names_a_surprise_with_what_it_did(
    tmp_path: Path,
) -> None:
    table = keys_reviewed(tmp_path)
    session, view = table.session, table.view_now()
    told = headline_story(session.world_at(0), session.world, session.world.changes, view.lines)

    argued = [sentence for sentence in told if " argues " in sentence]
    assert len(argued) == len(session.world.free_moves)
    assert 1 <= len(told) - len(argued) <= 8
    assert told[len(argued)].startswith("Harrow galleys leave Outer harbour, by surprise: Hands freed +60.0, harbour -")
    assert all(sentence.endswith(".") for sentence in told)


def test_before_a_turn_has_been_reviewed_the_review_says_so_and_shows_nothing(tmp_path: Path) -> None:
    table = play(keys_session(tmp_path), ADVANCE)

    async def run() -> None:
        app = OneScreen(ReviewScreen(table))
        async with app.run_test(size=(120, 36)) as pilot:
            await pilot.pause()
            screen = app.screen
            assert isinstance(screen, ReviewScreen)
            assert str(screen.query_one("#story", Static).content) == "Turn 1 is not reviewed yet."
            assert parts(screen) == []
            assert not [part for part in screen.query(Static) if part.id in ("orders", "scores") and part.display]

    asyncio.run(run())


def test_what_is_not_told_yet_has_its_frame_already(tmp_path: Path) -> None:
    table = keys_reviewed(tmp_path)

    async def run() -> None:
        app = OneScreen(ReviewScreen(table))
        async with app.run_test(size=(120, 36)) as pilot:
            await pilot.pause()
            frames = {
                part.id: (part.display, str(part.border_title)) for part in app.screen.query(Static).filter(".framed")
            }
            assert frames["scores"] == (True, "③ The scores")
            assert frames["objectives"][0] is False

    asyncio.run(run())


def test_a_seats_review_shows_no_next_turn(tmp_path: Path) -> None:
    table = reviewing(tmp_path).at("berlin")

    async def run() -> None:
        app = OneScreen(ReviewScreen(table))
        async with app.run_test(size=(120, 36)) as pilot:
            await pilot.press("end")
            await pilot.pause()
            screen = app.screen
            assert isinstance(screen, ReviewScreen)
            assert screen.next_words() == ""
            assert "amended by control" in " ".join(parts(screen)[0].split())
            assert "Your objectives " in str(screen.query_one("#objectives").border_title)

    asyncio.run(run())


def test_control_writes_the_story_in_its_own_words(tmp_path: Path) -> None:
    table = keys_reviewed(tmp_path)

    async def run() -> None:
        app = OneScreen(ReviewScreen(table))
        async with app.run_test(size=(120, 36)) as pilot:
            await pilot.press("W")
            await pilot.pause()
            await pilot.press("ctrl+a", "delete", *"Harrow went home", "ctrl+s")
            await pilot.pause()
            screen = app.screen
            assert isinstance(screen, ReviewScreen)
            assert "Harrow went home" in str(screen.query_one("#story", Static).content)

    asyncio.run(run())

    assert isinstance(table.session.entries[-1].move, m.Sitrep)


def test_sentences_that_are_not_told_yet_keep_their_numbers_and_their_room() -> None:
    told = ["A first one.", "The second is so long that it goes on in another line.", "The last."]
    shown = [story_part(told, 40, n).plain.split("\n") for n in range(4)]

    assert len({len(lines) for lines in shown}) == 1
    assert [lines[0] for lines in shown] == ["1  ·", *["1  A first one."] * 3]
    assert "The last." not in "".join(shown[2]) and "3  The last." in shown[3]
