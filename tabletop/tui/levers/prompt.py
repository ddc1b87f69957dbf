"""What is asked of a seat now, in one line: how many orders it has given, what waits for its answer, what is next."""

from typing import Final

from textual.content import Content
from textual.widgets import Static

from tabletop.model.world import Phase, State
from tabletop.table.levers import Levers
from tabletop.tui.kit.keys import shown
from tabletop.tui.look import palette

SEALS: Final = "seals"
"""What Space does where the seal is next, which has a key of its own."""


class Prompt(Static):
    """`ask` writes it."""

    def ask(self, levers: Levers, space: str = "", short: str = "", also: Content | None = None) -> None:
        """`space`: what Space does here, "" where it does nothing; `short`: the same where there is less room. `also`:
        said behind it."""
        room = self.content_size.width or self.app.size.width
        line = prompt_line(levers, space, also)
        self.update(prompt_line(levers, short, also) if short and line.cell_length > room else line)


def prompt_line(levers: Levers, space: str = "", also: Content | None = None) -> Content:
    """ "2 of 5 orders, 1 question open, s seals · Space answers it"."""
    told = ", ".join(standing(levers))
    parts = [Content.styled(told, palette.TEXT)] if told else []
    world = levers.world
    if world.phase is Phase.ORDERS and not world.seats[levers.seat].sealed and world.state is State.RUNNING:
        seals = Content.assemble((shown("s"), f"bold {palette.ACCENT}"), (" seals", palette.TEXT))
        parts = [Content.assemble(*parts, (", ", palette.TEXT) if parts else "", seals)]
    if space and space != SEALS:
        parts.append(Content.assemble((shown("space"), f"bold {palette.ACCENT}"), (f" {space}", palette.TEXT)))
    return Content.styled(" · ", palette.DIM).join([*parts, also] if also else parts)


def standing(levers: Levers) -> list[str]:
    """What stands on the sheet, and what waits."""
    world, seat = levers.world, levers.seat
    if world.state is State.ENDED:
        return ["the exercise is over"]
    asked, texts, purse = len(levers.answers.to_give), len(levers.texts.unheard), levers.purse
    parts = []
    if world.phase is Phase.ORDERS:
        parts.append("sealed" if world.seats[seat].sealed else f"{purse.orders} of {purse.most} orders")
    if world.phase in (Phase.BRIEF, Phase.ORDERS):
        parts += [f"{asked} question{'' if asked == 1 else 's'} open"] if asked else []
        parts += [f"{texts} text{'' if texts == 1 else 's'} tabled since"] if texts else []
    return parts
