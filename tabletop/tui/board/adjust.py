"""Control sets a figure by hand, with a reason that the explanation names."""

from collections.abc import Mapping

from textual.content import Content

from tabletop.model.figures.forms import PRESSURE
from tabletop.model.figures.path import path_of
from tabletop.model.moves import Adjust
from tabletop.model.refusal import Refusal
from tabletop.table.figures import theatre_of
from tabletop.table.port import View
from tabletop.tui.kit.field import Field
from tabletop.tui.kit.form import Form, Values
from tabletop.tui.look import palette
from tabletop.words.names import score_name
from tabletop.words.said import decimal

_MISSING = "Name a figure, and by how much."


def adjust(view: View, row: str = "") -> Form[Adjust]:
    """What, by how much or to what, and why. `row`: the score under the cursor; of a theatre's deterrence, which is
    worked out, its pressure comes in its place."""
    paths = view.adjustable()
    names = {score_name(view.world.scenario, path, view.world.seats): path for path in paths}
    what = next((path for path in (row, path_of(PRESSURE, theatre_of(row))) if path in paths), "")
    called = next((name for name, path in names.items() if path == what), "")
    why = "why: it stands in the record, and the explanation names it"

    def make(values: Values) -> Adjust | Refusal:
        return read_adjust(path_in(names, values["what"]), values["amount"], values["reason"])

    return Form(
        "AdjustDialog",
        "Adjust a figure",
        (
            Field("what", "what: a name, → completes it", called, _MISSING, completes=[*names, *paths]),
            Field("amount", "by how much (+2, -1.5), or to what (=60)", "", _MISSING),
            Field("reason", why, "", "Give a reason: the room will ask."),
        ),
        make,
        view.refusal,
        about=what,
        keys="Tab next field · ^s sets it · Esc back",
        begin="amount" if what else "what",
        below=lambda values: _now(view, path_in(names, values["what"]), values["amount"]),
    )


def path_in(names: Mapping[str, str], typed: str) -> str:
    """The path of a figure by its name, however it is written; what is no name stays."""
    return next((path for name, path in names.items() if name.lower() == typed.lower()), typed)


def _now(view: View, what: str, amount: str) -> Content:
    """What a figure is before it is set, and what it would be."""
    if not what:
        return Content("")
    now = view.figure(what)
    if now is None:
        return Content.styled("Nothing has that name yet.", palette.LABEL)
    name = score_name(view.world.scenario, what, view.world.seats)
    line = Content.assemble((f"{name} is ", palette.LABEL), (_figure(now), f"bold {palette.BRIGHT}"))
    move = read_adjust(what, amount, "") if amount else None
    if not isinstance(move, Adjust) or not isinstance(now, float | int):
        return line
    then = move.value if amount.startswith("=") else now + (move.amount or 0.0)
    return Content.assemble(line, (" and would be ", palette.LABEL), (_figure(then), f"bold {palette.BRIGHT}"))


def _figure(value: object) -> str:
    return decimal(value) if isinstance(value, float | int) else str(value)


def read_adjust(what: str, amount: str, reason: str) -> Adjust | Refusal:
    """ "+2" and "-1.5" add, "=60" and "=word" set; a bare number adds. A decimal comma is read as a point."""
    sets = amount.startswith("=")
    text = amount.removeprefix("=").strip().replace(",", ".").replace("−", "-")
    try:
        number = float(text)
    except ValueError:
        if sets and text:
            return Adjust(seat="control", what=what, value=text, reason=reason)
        return Refusal("adjust/amount", f"'{amount}' is no amount: write +2, -1.5 or =60.")
    if sets:
        return Adjust(seat="control", what=what, value=number, reason=reason)
    return Adjust(seat="control", what=what, amount=number, reason=reason)
