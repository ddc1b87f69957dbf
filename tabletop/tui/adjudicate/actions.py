"""What the adjudicator does: opens an item and rules on it, accepts what is left, establishes facts, changes modes."""

from functools import partial
from typing import TYPE_CHECKING, Final

from tabletop.model.moves import Advance, Mode, Move
from tabletop.model.moves.control import MODES
from tabletop.model.world import Phase
from tabletop.tui.adjudicate.items import LETTERS, item_sentence
from tabletop.tui.adjudicate.queue import left_free
from tabletop.tui.adjudicate.roll import RollDialog
from tabletop.tui.adjudicate.rule import RuleDialog
from tabletop.tui.control.actions import OF_CONTROL
from tabletop.tui.kit.action import Action
from tabletop.tui.kit.ask import ask
from tabletop.tui.kit.confirm import Confirm
from tabletop.tui.kit.form import asked_line
from tabletop.tui.kit.leads import to, why
from tabletop.tui.kit.messages import ReviewAsked
from tabletop.tui.kit.pick import by_name
from tabletop.tui.kit.screen import back, may_enter
from tabletop.tui.kit.where_from import WHERE_FROM
from tabletop.words.said import full

if TYPE_CHECKING:
    from tabletop.tui.adjudicate.adjudicate import AdjudicateScreen


def open_item(screen: "AdjudicateScreen") -> None:
    """Opens the item under the cursor in its dialog."""
    item = screen.current()
    if item is not None and may_enter(screen):
        kind = RollDialog if item.item.startswith("free/") else RuleDialog
        ask(screen, kind(screen.view, item, screen.by_move), partial(_rule, screen))


async def _rule(screen: "AdjudicateScreen", moves: list[Move]) -> None:
    """Makes what a dialog came back with; an open free move goes on to its next step."""
    for move in moves:
        if await screen.give(move):
            return
    item = screen.current()
    if item and item.item.startswith("free/") and moves[-1].do in ("odds", "roll"):
        open_item(screen)
    else:
        screen.point_at(next((item.item for item in screen.items if item.needs and not item.ruled), None))


async def _next(screen: "AdjudicateScreen") -> None:
    """Accepts what is left; asks once when a free move would stay without effect."""
    world = screen.view.world
    if world.phase is not Phase.ADJUDICATE:
        _to_review(screen) if world.phase is Phase.REVIEW else back(screen)
        return
    free = left_free(screen.items)
    if not free:
        await _accept(screen)
        return
    sentences = "; ".join(item_sentence(item, world, screen.by_number) for item in free)
    words = f"{full(sentences)} Without a ruling it has no effect."
    question = Confirm("Free moves are not ruled on", words, "accept all the same")
    ask(screen, question, lambda _: _accept(screen))


async def _accept(screen: "AdjudicateScreen") -> None:
    if await screen.give(Advance(seat="control")) is None:
        _to_review(screen)


def _to_review(screen: "AdjudicateScreen") -> None:
    """Whoever lies below opens it, and so knows that the story has been shown."""
    below = screen.app.screen_stack[-2]
    back(screen)
    below.post_message(ReviewAsked(screen.table))


def _mode(screen: "AdjudicateScreen") -> None:
    """Another way to find results of the domain under the cursor, from now on, with a reason."""
    item = screen.current()
    if item is None:
        return
    domain = item.domain

    def change(mode: str) -> None:
        question = asked_line("Mode", f"Results about {domain} are found {mode} from now on. Why?", "so be it")
        ask(screen, question, lambda why: screen.give(Mode(seat="control", domain=domain, mode=mode, reason=why)))

    choices = [(mode, f"{LETTERS[mode]}  {mode}") for mode in MODES]
    ask(screen, by_name(f"How are results about {domain} found?", choices), change)


ACTIONS: Final = (
    *OF_CONTROL,
    WHERE_FROM,
    Action("space", "next", "accept what is left and go to review", _next, enters=True),
    Action("A", "accept", "accept what is left and go to review", _next, enters=True),
    Action("enter", "open", "open the item", open_item),
    to("1", "queue"),
    to("2", "side", "detail"),
    Action("K", "mode", "how results of this domain are found", _mode, enters=True),
    why(),
)
