"""What is asked and what follows the answer."""

from collections.abc import Callable
from inspect import isawaitable
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

if TYPE_CHECKING:
    from tabletop.tui.kit.form import Form
    from tabletop.tui.kit.pick import Pick

    Question = Screen[Any] | Form[Any] | Pick[Any]


def ask(screen: Screen[Any], question: "Question", then: Callable[[Any], object]) -> None:
    """Opens a dialog; `then` has what it comes back with, unless that is nothing: no, or one step back. An empty line
    is an answer."""

    async def follow(answer: object) -> None:
        if answer is not None and answer is not False:
            after = then(answer)
            if isawaitable(after):
                await after

    screen.app.push_screen(dialog_of(question), follow)


def dialog_of(question: "Question") -> Screen[Any]:
    """The dialog that shows a form or a pick; any other dialog shows itself."""
    from tabletop.tui.kit.form import Form
    from tabletop.tui.kit.form_dialog import FormDialog
    from tabletop.tui.kit.pick import Pick
    from tabletop.tui.kit.pick_dialog import PickDialog

    match question:
        case Form():
            return FormDialog(question)
        case Pick():
            return PickDialog(question)
    return question
