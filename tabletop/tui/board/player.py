"""Who plays a seat from now on: a team here, or a bot."""

from textual.content import Content

from tabletop.model.moves import PlaySeat
from tabletop.model.seats import POLICIES
from tabletop.table.port import View
from tabletop.tui.kit.pick import Choice, Pick
from tabletop.tui.look import palette
from tabletop.words.policies import POLICY_LINES, policy_name


def player(view: View, seat: str) -> Pick[PlaySeat]:
    """Gives the move, none for who plays it now."""
    state = view.world.seats[seat]
    players = ["team", *(f"bot:{policy}" for policy in POLICIES)]
    choices = [
        Choice(
            PlaySeat(seat="control", name=seat, player=each) if each != state.player else None,
            player_words(each),
            Content(""),
            Content.styled(player_line(each) or "orders are entered at this table or another", palette.LABEL),
        )
        for each in players
    ]
    at = players.index(state.player) if state.player in players else 0
    return Pick("player", f"Who plays {state.name or seat}?", choices, keys="Enter chooses · Esc back", at=at)


def player_words(player: str) -> str:
    """ "a team here", or "bot, step by step"."""
    policy = player.removeprefix("bot:")
    return "a team here" if policy == player else f"bot, {policy_name(policy)}"


def player_line(player: str) -> str:
    """What a bot does, "" for a team."""
    return POLICY_LINES.get(player.removeprefix("bot:"), "")
