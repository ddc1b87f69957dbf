"""A note in two keystrokes: n, the words, Enter. What was typed is kept when one goes back. While a tag is typed, what
it may name stands below."""

import re
from collections.abc import Iterable
from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from tabletop.model.moves import Note
from tabletop.model.moves.control import KINDS_OF_NOTE
from tabletop.model.scenario import Scenario
from tabletop.model.world import World
from tabletop.table.port import View
from tabletop.tui.kit.card import Card
from tabletop.tui.kit.keys import bound
from tabletop.tui.kit.line import LineInput
from tabletop.tui.kit.program import program_of
from tabletop.tui.look import palette

_TAG = re.compile(r"(?<!\S)([@#])([\w-]+)")
_TURN = re.compile(r"t(\d+)$")
_BEGUN = re.compile(r"(?<!\S)([@#])([\w-]*)$")
_FEW = 4
"""Objectives that stand below with their words; more stand with their tags alone."""


class NoteDialog(Card[Note]):
    """One line at the bottom of the screen; ctrl+t takes the next kind. `to`: where it goes, if not on record here."""

    DRAFTS = True
    BINDINGS: ClassVar = bound(("ctrl+t", "kind", "the next kind"), priority=True)

    def __init__(self, view: View, to: str = "") -> None:
        super().__init__(foot="Enter keeps it · ^t kind · @seat @t2 #objective tag it · Esc back", look="bar")
        self.view = view
        self._to = to
        self._words = ""
        self.kind = KINDS_OF_NOTE[0]

    def body(self) -> ComposeResult:
        yield LineInput(placeholder="what was said, seen, or learned", select_on_focus=False, id="text")
        yield Static(id="tags")

    def on_mount(self) -> None:
        self._draw()

    def on_input_changed(self) -> None:
        self._draw()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        note = tagged(self.view.world, event.value, self.kind)
        if note.text:
            self._words = event.value
            self.dismiss(note)

    def action_kind(self) -> None:
        self.kind = KINDS_OF_NOTE[(KINDS_OF_NOTE.index(self.kind) + 1) % len(KINDS_OF_NOTE)]
        self._draw()

    def draft(self, app: App[Any]) -> None:
        """Puts the words back where the next note finds them: they could not be kept."""
        program_of(app).drafts.keep(self._key, {"text": self._words})

    def _draw(self) -> None:
        world = self.view.world
        where = f", goes to {self._to}" if self._to else ""
        self.entitle(f"Note: {self.kind}{where}")
        note = tagged(world, self.query_one(Input).value, self.kind)
        parts = [world.seats[note.about].name or note.about] if note.about else []
        parts += [f"turn {note.at}"] if note.at else []
        parts += [f"objective {note.objective}"] if note.objective else []
        lines = [Content.styled(" · ".join(parts), palette.LABEL)] if parts else []
        lines += may_name(world, self.query_one(Input).value)
        tags = self.query_one("#tags", Static)
        tags.display = bool(lines)
        tags.update(Content("\n").join(lines))


def tagged(world: World, words: str, kind: str) -> Note:
    """Reads @seat, @tN and #objective where they name something; all else stays in the words."""
    objectives = objectives_by_tag(world.scenario)
    tags = {"about": "", "objective": "", "at": ""}

    def take(match: re.Match[str]) -> str:
        sign, name = match[1], match[2].lower()
        if sign == "#" and (objective := _one(name, objectives)):
            tags["objective"] = objective
        elif sign == "@" and (turn := _TURN.match(name)) and 1 <= int(turn[1]) <= world.turns:
            tags["at"] = turn[1]
        elif sign == "@" and (seat := next((s for s in world.seats if s.startswith(name)), "")):
            tags["about"] = seat
        else:
            return match[0]
        return ""

    text = " ".join(_TAG.sub(take, words).split())
    about, objective, turn = tags.values()
    return Note(seat="control", text=text, kind=kind, about=about, objective=objective, at=int(turn or 0))


def may_name(world: World, words: str) -> list[Content]:
    """While a tag is begun at the end of the words: what would complete it, few objectives with their words."""
    begun = _BEGUN.search(words)
    if begun is None:
        return []
    sign, name = begun[1], begun[2].lower()
    if sign == "@":
        names = [*world.seats, *(f"t{turn}" for turn in range(1, world.turns + 1))]
        return [_tags(sign, [each for each in names if each.startswith(name)])]
    known = {tag: words for tag, words in objectives_by_tag(world.scenario).items() if tag.startswith(name)}
    if len(known) > _FEW:
        return [_tags(sign, known)]
    return [
        Content.assemble((f"#{tag}  ", palette.BRIGHT), (" ".join(words.split()), palette.LABEL))
        for tag, words in known.items()
    ]


def _tags(sign: str, names: Iterable[str]) -> Content:
    return Content.styled("  ".join(f"{sign}{name}" for name in names), palette.LABEL)


def _one(name: str, known: Iterable[str]) -> str:
    """What a word names: that, or the only one that begins so; "" for none."""
    fitting = [each for each in known if each.startswith(name)]
    return name if name in fitting else fitting[0] if len(fitting) == 1 else ""


def objectives_by_tag(scenario: Scenario) -> dict[str, str]:
    """What a note may be tagged with, each with its words: the exercise's objectives, then the seats'."""
    own = {objective.id: objective.text for objective in scenario.exercise.objectives}
    return own | {objective.id: objective.title for seat in scenario.seats.values() for objective in seat.objectives}
