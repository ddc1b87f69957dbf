"""Who plays a seat from now on: a team here, or a bot."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList

from tabletop.model.moves import PlaySeat
from tabletop.model.seats import POLICIES
from tabletop.table.port import View
from tabletop.tui.kit.card import Card
from tabletop.tui.kit.rows import Rows
from tabletop.tui.look import palette


class PlayerDialog(Card[PlaySeat]):
    """Enter chooses."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "put away", show=False)]

    def __init__(self, view: View, seat: str) -> None:
        super().__init__(f"Who plays {view.world.seats[seat].name or seat}?", "Enter chooses · Esc back")
        self._seat = seat
        self._now = view.world.seats[seat].player

    def body(self) -> ComposeResult:
        yield Rows()

    def on_mount(self) -> None:
        players = ["team", *(f"bot:{policy}" for policy in POLICIES)]
        rows = self.query_one(Rows)
        rows.show_rows([(player, Content.styled(player_words(player), palette.TEXT)) for player in players])
        rows.highlighted = players.index(self._now) if self._now in players else 0
        rows.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        player = event.option_id or ""
        self.dismiss(PlaySeat(seat="control", name=self._seat, player=player) if player != self._now else None)


def player_words(player: str) -> str:
    """ "a team here", or "bot, step by step"."""
    policy = player.removeprefix("bot:")
    return "a team here" if policy == player else f"bot, {policy.replace('-', ' ')}"
