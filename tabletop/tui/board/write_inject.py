"""A new inject of control's own, delivered at once or held; answers are words, effects come by ruling."""

from collections.abc import Mapping
from functools import partial

from tabletop.model.injects import Inject
from tabletop.model.moves import WriteInject
from tabletop.model.world import World
from tabletop.table.moment import Moment
from tabletop.tui.kit.field import Field, TextField
from tabletop.tui.kit.form import Form, Values
from tabletop.tui.kit.keys import shown
from tabletop.words.names import seat_short


def write_inject(moment: Moment) -> Form[WriteInject]:
    """Title, text, and who is to answer; delivered, or with ctrl+o kept held."""
    world = moment.world
    seats = ", ".join(seat_short(world.scenario, seat, world.seats) for seat in world.seats)
    missing = "An inject needs a title and a text."
    fields = (
        Field("title", "title", missing=missing, placeholder="what it is called on every screen"),
        TextField("text", f"text, as it is read out; {shown('ctrl+j')} begins a new line", missing=missing),
        Field("answers", f"who answers: all, nobody, or some of {seats}", "all"),
    )

    def make(values: Values, later: bool = False) -> WriteInject:
        name, seats = free_id(world.injects), asked_seats(world, values["answers"])
        title, text = values["title"], values["text"]
        return WriteInject(seat="control", inject=name, title=title, text=text, answers=seats, held=later)

    keys = "Tab next field · ^s delivers · ^o keeps it held · Esc back"
    hold = partial(make, later=True)
    return Form("WriteInjectDialog", "Write an inject", fields, make, moment.refusal, keys=keys, hold=hold)


def asked_seats(world: World, line: str) -> tuple[str, ...]:
    """Seats named by id, name or short name, with commas between them or, for words without blanks, without."""
    line = line.strip().lower()
    if line in ("all", ""):
        return tuple(world.seats)
    if line in ("nobody", "none", "-"):
        return ()
    seat_of = {
        name.lower(): seat
        for seat, state in world.seats.items()
        for name in (seat, state.name, seat_short(world.scenario, seat, world.seats))
    }
    parts = [" ".join(part.split()) for part in line.split(",") if part.strip()]
    words = [word for part in parts for word in ([part] if part in seat_of else part.split())]
    return tuple(dict.fromkeys(seat_of.get(word, word) for word in words))


def free_id(injects: Mapping[str, Inject]) -> str:
    """The id of the next inject written in play. Its words are no part of it: they may have to be taken out."""
    n = 1 + sum(bool(state.written) for state in injects.values())
    while f"written-{n}" in injects:
        n += 1
    return f"written-{n}"
