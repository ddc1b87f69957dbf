"""What if: a decision is chosen, what comes in its place typed or left empty, and both lines stand side by side."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from textual.content import Content

from tabletop.model.refusal import Refusal
from tabletop.table.port import Control
from tabletop.table.turning_points import TurningPoint, turning_points
from tabletop.table.what_if import TURNS, Otherwise
from tabletop.tui.kit.action import Action
from tabletop.tui.kit.ask import ask
from tabletop.tui.kit.field import Field
from tabletop.tui.kit.form import Form, Values
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.pick import Choice, Pick
from tabletop.tui.kit.screen import TableScreen
from tabletop.tui.look import palette
from tabletop.words.said import full

_MOST: Final = 30
"""Decisions offered: those that moved most."""


def ask_what_if(screen: TableScreen) -> None:
    """Asks for a decision of turns that are over."""
    control = screen.table.control
    if control is None:
        screen.notify("Only control plays a decision otherwise.", severity="warning")
        return
    points = turning_points(screen.view)[:_MOST]
    if not points:
        screen.notify("No turn is over yet: there is nothing to play otherwise.")
        return
    ask(screen, _pick(points), partial(_instead, screen, control))


def _pick(points: Sequence[TurningPoint]) -> Pick[TurningPoint]:
    rows = [
        Choice(
            point,
            Content.assemble(
                (f"turn {point.turn}  ", palette.DIM), point.sentence, (f"   {point.effect}", palette.LABEL)
            ),
        )
        for point in points
    ]
    note = Content.styled("What if this had not been so? What moved most stands first.", palette.LABEL)
    return Pick("what-if", "What if", rows, note, keys="Enter chooses it · Esc back")


def _instead(screen: TableScreen, control: Control, point: TurningPoint) -> None:
    words = (
        f"Turn {point.turn}: {full(point.sentence)} {TURNS} turns are played again without it, on the same luck; "
        "everything else is entered as it was. Type what happens in its place, as an order line, or leave it empty."
    )

    def make(values: Values) -> Otherwise | Refusal:
        return control.otherwise(point.n, values["name"])

    keys = (Key("Enter", "play it"), Key("Esc", "back"))
    form = Form("NameDialog", "Instead", (Field("name"),), make, about=f"what if {point.n}", note=words, question=keys)
    ask(screen, form, lambda otherwise: screen.program.rooms.branches_compared(screen.table, otherwise.told))


WHAT_IF: Final = Action("b", "what_if", "play one decision otherwise, on the same luck", ask_what_if, enters=True)
