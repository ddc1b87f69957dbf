"""From a move to what follows. Every move that `check` allows has exactly one answer here."""

from tabletop.model.events import Event, ReadingsTaken
from tabletop.model.moves import Move
from tabletop.model.seats import Order
from tabletop.model.world import Phase, World
from tabletop.rules.acts.act import ACTS
from tabletop.rules.acts.orders import put_on_sheet, replaced
from tabletop.rules.turn.turn import readings
from tabletop.rules.world.draft import Draft


def step(world: World, move: Move, ref: int = 0) -> tuple[World, tuple[Event, ...]]:
    """The world after a checked move, and the events that led there, outcomes of chance included.

    `ref` is the move's number in the record.
    """
    draft = Draft(world)
    resolve(draft, move, ref)
    return draft.freeze(), tuple(draft.events)


def resolve(draft: Draft, move: Move, ref: int = 0) -> None:
    """Carries a move out on a draft. What control changes in review still belongs to the turn that is reviewed."""
    review = Phase.REVIEW
    reviewed, before = draft.phase is review, len(draft.events)
    act = ACTS[type(move)]
    if act.resolve is not None:
        act.resolve(draft, move, ref)
    elif act.sheet:
        put_on_sheet(draft, move, ref)
    if reviewed and draft.phase is review and (len(draft.events) > before or not draft.record):
        draft.emit(ReadingsTaken(readings(draft)))


def enter(draft: Draft, seat: str, orders: list[Order]) -> None:
    """Enters plain orders on a seat's sheet, all at once, where no record is kept: as resolving each would."""
    sheet = list(draft.seats[seat].orders)
    for order in orders:
        index = replaced(sheet, order.move)
        if index >= 0:
            del sheet[index]
        sheet.append(order)
    draft.put_orders(seat, tuple(sheet))
