"""Survey slips of paper, typed in by control: of which time, whose, the slip itself; then the next of the pile."""

from functools import partial

from tabletop.model.moves import HandIn, Move
from tabletop.model.seats import CONTROL
from tabletop.table.owners import teams
from tabletop.table.port import View
from tabletop.table.survey import SlipTime, open_times, slip_count, slips
from tabletop.tui.control.place import control_at
from tabletop.tui.kit.ask import ask
from tabletop.tui.kit.pick import Choice, Pick
from tabletop.tui.kit.screen import TableScreen
from tabletop.tui.levers.survey import closed_words, slip_form
from tabletop.words.acts.survey import slip_time
from tabletop.words.names import seat_name


def type_in(screen: TableScreen) -> None:
    """Begins with the time that is asked for now; where there are more, asks."""
    times = open_times(screen.view.world)[::-1]
    if not times:
        screen.notify(closed_words(screen.view.world))
    elif len(times) == 1:
        _whose(screen, times[0])
    else:
        choices = [Choice(time, _time_row(screen.view, time)) for time in times]
        ask(screen, Pick("names", "Survey: slips of which time?", choices), partial(_whose, screen))


def _whose(screen: TableScreen, time: SlipTime, at: int = 0) -> None:
    world = screen.view.world
    seats = teams(world) or list(world.seats)
    choices = [Choice(seat, _seat_row(screen.view, seat, time)) for seat in seats]
    title = f"Survey {slip_time(time.when, time.turn)}: whose slip?"

    def fill_in(seat: str) -> None:
        view = control_at(screen.table).for_seat(seat).view_now()
        form = slip_form(view.levers(seat), time, slip_count(screen.view.lines, seat, time))
        ask(screen, form, partial(_keep, screen, time, seats.index(seat)))

    ask(screen, Pick("names", title, choices, at=at), fill_in)


async def _keep(screen: TableScreen, time: SlipTime, at: int, move: Move) -> None:
    """On record in the seat's name, as entered by control; then the next slip."""
    if isinstance(move, HandIn) and await screen.give(move, CONTROL) is None:
        _whose(screen, time, at)


def _time_row(view: View, time: SlipTime) -> str:
    count = sum(slip.time == time for slip in slips(view.lines))
    return f"{slip_time(time.when, time.turn).capitalize()}{_there(count)}"


def _seat_row(view: View, seat: str, time: SlipTime) -> str:
    name = seat_name(view.world.scenario, seat, view.world.seats)
    return f"{name}{_there(slip_count(view.lines, seat, time))}"


def _there(count: int) -> str:
    return f"   {count} slip{'' if count == 1 else 's'}" if count else ""
