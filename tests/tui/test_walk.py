"""Any key, paste and size, in any order and at any speed: no mistake of ours. Seeded; TABLETOP_LONG=1 goes further."""

from pathlib import Path
from random import Random
from typing import Any

import pytest
from textual.events import Key, Paste, Resize
from textual.geometry import Size
from textual.pilot import Pilot

from tabletop.journal.session import Session
from tabletop.table.exercise import Exercise
from tabletop.tui.app import TabletopApp
from tabletop.tui.kit.removable import Removable
from tests.hostile import EVIL, hostile_session
from tests.long import some, sweep

pytestmark = pytest.mark.painted

STEPS = sweep(2_000, 40)
SEEDS = range(sweep(12, 2))

_NAMED = ("enter", "escape", "tab", "shift+tab", "space", "up", "down", "left", "right", "backspace", "delete", "home",
          "end", "pageup", "pagedown", "f8", "ctrl+p", "ctrl+n", "ctrl+s", "ctrl+r", "ctrl+t", "ctrl+k", "ctrl+o",
          "ctrl+f", "ctrl+a", "ctrl+b", "ctrl+g", "question_mark", "colon", "plus", "minus", "left_square_bracket",
          "right_square_bracket", "asterisk")  # fmt: skip
_OFTEN = ("enter", "escape", "escape", "space", "down", "tab", *"12345678kiwpRoran")
_PASTES = ("one\ntwo\n", EVIL, "", "\r", "fund c-it-bulg\nsecond", "60", "x" * 5_000)
_SIZES = ((80, 24), (120, 36), (200, 60), (60, 18), (61, 60), (200, 18), (44, 24), (1, 1), (100, 5))


def opened(how: int, save: Path) -> TabletopApp:
    """The program as one of its commands opens it."""
    match how % 6:
        case 0:
            return TabletopApp(demo=True)
        case 1:
            return TabletopApp()
        case 2:
            return TabletopApp(replay=save)
        case 3:
            return TabletopApp(public=save)
        case _:
            return TabletopApp(exercise=Exercise(Session.open(save)))


def key_of(chance: Random) -> Key:
    roll = chance.random()
    if roll < 0.5:
        key = chance.choice(_OFTEN)
    elif roll < 0.75:
        key = chance.choice(_NAMED)
    else:
        key = chr(chance.randrange(33, 127))
    return Key(key, key if len(key) == 1 else None)


async def step(pilot: Pilot[Any], chance: Random, trail: list[str]) -> None:
    """A size, a paste, or some keys: waited for, or all at once."""
    roll = chance.random()
    if roll < 0.08:
        size = chance.choice(_SIZES)
        trail.append(f"{size}")
        await pilot.resize_terminal(*size)
        return
    events: list[Key | Paste] = [key_of(chance) for _ in range(chance.choice((1, 1, 2, 3, 6)))]
    if roll < 0.16:
        events.insert(chance.randrange(len(events) + 1), Paste(chance.choice(_PASTES)))
    trail += [event.key if isinstance(event, Key) else f"paste {event.text[:9]!r}" for event in events]
    for event in events:
        pilot.app.post_message(event)
        if chance.random() < 0.3:
            await pilot.pause()
    if chance.random() < 0.7:
        await pilot.pause()


@pytest.mark.parametrize("seed", SEEDS)
async def test_no_walk_ends_in_a_mistake_of_ours(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "saves").mkdir()
    (tmp_path / "scenarios").symlink_to(Path(__file__).parents[2] / "scenarios")
    save = tmp_path / "saves" / "e.toml"
    hostile_session(save).close()
    chance, trail = Random(seed), list[str]()
    done, how = 0, 4 + seed

    while done < STEPS:
        app = opened(how, save)
        trail.append(f"opened {how % 6}")
        async with app.run_test(size=chance.choice(_SIZES)) as pilot:
            while done < STEPS and app._exception is None and not app._exit:
                await step(pilot, chance, trail)
                done += 1
            assert app._exception is None, f"seed {seed}: {' '.join(trail[-40:])}"
        how = chance.randrange(6)


@pytest.mark.parametrize("keys", some(["i", "w", "R", "p", "n", "r", "k", "o", "ctrl+p", "l"], 3))
async def test_what_is_taken_away_before_it_is_drawn_is_no_mistake(keys: str, tmp_path: Path) -> None:
    """A drawing that was put off comes when there is nothing left to draw in."""
    hostile_session(tmp_path / "e.toml").close()
    app = opened(4, tmp_path / "e.toml")

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys.split())
        screen = app.screen
        screen.call_after_refresh(screen.query_one, "#nothing-of-that-name") if isinstance(screen, Removable) else None
        screen.post_message(Resize(Size(90, 30), Size(90, 30)))
        app.pop_screen()
        await pilot.pause()

        assert app._exception is None
