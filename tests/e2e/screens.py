"""What a person at the keyboard does and sees: keys pressed one after another, and the screen as text."""

from typing import Any

from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot

from tabletop.journal.session import Session
from tabletop.model.world import Phase, State
from tabletop.tui.board.red import RedDialog
from tests.tui.room import text_of

SIZE = (120, 36)
_CHARACTERS = {"space": " ", "colon": ":"}


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Presses keys by name, each handled before the next."""
    for key in keys:
        pilot.app.post_message(Key(key, key if len(key) == 1 else _CHARACTERS.get(key)))
        await pilot.pause()


async def type_in(pilot: Pilot[Any], text: str) -> None:
    """Types text faster than anybody can: nothing waits for a key to be drawn."""
    for character in text:
        pilot.app.post_message(Key(_character_to_key(character), character))
    await pilot.pause()


async def go_on(pilot: Pilot[Any], session: Session, to: Phase) -> str:
    """Space, and m where the adversary is to seal, up to a phase or the end; all that was drawn on the way."""
    drawn = text_of(pilot.app)
    for _ in range(20):
        if session.world.phase is to or session.world.state is State.ENDED:
            return drawn
        await press(pilot, "A" if isinstance(pilot.app.screen, RedDialog) else "space")
        drawn += text_of(pilot.app)
    raise AssertionError(f"Space does not lead to {to}: {type(pilot.app.screen).__name__}\n{text_of(pilot.app)}")
