"""Control sets a figure by hand, with a reason that the explanation names."""

from textual.content import Content

from tabletop.model.moves import Adjust
from tabletop.model.refusal import Refusal
from tabletop.table.port import View
from tabletop.tui.kit.field import Field
from tabletop.tui.kit.form import Form
from tabletop.tui.look import palette
from tabletop.words.names import score_name

_MISSING = "Name a figure, and by how much."


def adjust(view: View, what: str = "") -> Form[Adjust]:
    """What, by how much or to what, and why. `what`: a figure's path to begin with, where it can be adjusted."""
    paths = view.adjustable()
    what = what if what in paths else ""
    names = "what: a track, pressure/THEATRE, support/SEAT, spending/MEMBER ..."
    why, reason = "why: it stands in the record, and the explanation names it", "what the rules do not know"
    return Form(
        "AdjustDialog",
        "Adjust a figure",
        (
            Field("what", names, what, _MISSING, paths[0], paths),
            Field("amount", "by how much (+2, -1.5), or to what (=60)", "", _MISSING, "-2"),
            Field("reason", why, "", "Give a reason: the room will ask.", reason),
        ),
        lambda values: read_adjust(values["what"], values["amount"], values["reason"]),
        view.refusal,
        about=what,
        keys="Enter next field · → completes · Esc back",
        begin="amount" if what else "what",
        below=lambda values: _now(view, values["what"]),
    )


def _now(view: View, what: str) -> Content:
    """What a figure is before it is set."""
    if not what:
        return Content("")
    now = view.figure(what)
    if now is None:
        return Content.styled("Nothing has that name yet.", palette.LABEL)
    figure = f"{now:.2f}".rstrip("0").rstrip(".") if isinstance(now, float | int) else str(now)
    name = score_name(view.world.scenario, what, view.world.seats)
    return Content.assemble((f"{name} is ", palette.LABEL), (figure, f"bold {palette.BRIGHT}"))


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
