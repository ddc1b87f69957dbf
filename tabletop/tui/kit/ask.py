"""What is asked and what follows the answer."""

from collections.abc import Callable
from inspect import isawaitable
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

if TYPE_CHECKING:
    from tabletop.tui.kit.form import Form
    from tabletop.tui.kit.pick import Pick

    Asked = Screen[Any] | Form[Any] | Pick[Any]


def ask(screen: Screen[Any], asked: "Asked", then: Callable[[Any], object]) -> None:
    """Opens a dialog; `then` has what it comes back with, unless that is nothing: no, or one step back. An empty line
    is an answer."""

    async def answered(answer: object) -> None:
        if answer is not None and answer is not False:
            after = then(answer)
            if isawaitable(after):
                await after

    screen.app.push_screen(dialog_of(asked), answered)


def dialog_of(asked: "Asked") -> Screen[Any]:
    """The dialog that shows a form or a pick; any other dialog shows itself."""
    from tabletop.tui.kit.form import Form
    from tabletop.tui.kit.form_dialog import FormDialog
    from tabletop.tui.kit.pick import Pick
    from tabletop.tui.kit.pick_dialog import PickDialog

    match asked:
        case Form():
            return FormDialog(asked)
        case Pick():
            return PickDialog(asked)
    return asked
