"""Behaviours on the opening without chance: differences to the same course without the move. Judges nothing."""

from collections.abc import Iterator, Mapping, Sequence

from tabletop.model.moves import (
    AcceptHandover,
    Answer,
    Assign,
    Backfill,
    FireInject,
    Fund,
    Move,
    ProposeHandover,
    SetReadiness,
    TableText,
    Withdraw,
)
from tabletop.rules.scores.deterrence import scores
from tests.filling import filled_by
from tests.page.marks import Table
from tests.play import fresh, nato
from tests.rules.quiet import Course, at_orders, course

Plan = Mapping[int, Sequence[Move]]
ARMOUR = "us-abct-pl"
HEAVY = (ARMOUR, "us-abct-de", "us-2cr", "us-48fw", "us-5-7ada")
SHOWN = (("alliance", "deterrence"), ("trust", "trust"), ("cohesion", "cohesion"), ("commitment", "us-commitment"))


def leave(force: str, turn: int) -> Withdraw:
    return Withdraw(seat="washington", force=force, turn=turn)


def hand(post: str, to: str, seat: str) -> tuple[Move, Move]:
    return ProposeHandover(seat="washington", post=post, to=to), AcceptHandover(seat=seat, post=post)


def greenland() -> list[Move]:
    return [
        FireInject(seat="control", inject="greenland-3"),
        Answer(seat="washington", inject="greenland-3", option="act"),
    ]


def plans() -> Iterator[tuple[str, str, Plan, tuple[int, ...]]]:
    """Number, what is done, orders by turn, and the turns at whose ends it is read."""
    lith = Fund(seat="warsaw", programme="c-pl-heavy")
    for turn in (1, 4, 7):
        told = f"the armoured brigade in Poland by surprise in turn {turn}"
        yield "3", told, {turn: [leave(ARMOUR, turn)]}, (turn, turn + 1)
    yield (
        "3",
        "told in turn 6 for turn 8, a heavy Polish brigade there by then",
        {5: [lith], 6: [leave(ARMOUR, 8)]},
        (8,),
    )
    yield "3", "told in turn 1 for turn 3, nothing there", {1: [leave(ARMOUR, 3)]}, (3, 6)
    ready = [SetReadiness(seat=seat, level=1.0) for seat in ("berlin", "paris", "london", "warsaw")]
    idle = [SetReadiness(seat=seat, level=0.0) for seat in ("berlin", "paris", "london", "warsaw")]
    bridge: Plan = {1: [leave(ARMOUR, 3), *ready], 2: ready, 3: ready, 4: idle}
    yield "3", "the same, four seats ready until turn 3 and then no more", bridge, (3, 4, 6)
    yield "3", "five heavy packages by surprise in turn 3", {3: [leave(force, 3) for force in HEAVY]}, (3, 8)
    sent: list[Move] = [Assign(seat="washington", force=force, theatre="mediterranean") for force in HEAVY]
    yield "3", "the same five moved to the Mediterranean without notice", {3: sent}, (3, 8)
    yield "4", "force against an ally over Greenland in turn 2", {2: greenland()}, (2, 5)
    yield "5", "land command to a German, hurried", {3: hand("landcom", "de", "berlin")}, (3, 5)
    ask: list[Move] = [TableText(seat="secretary-general", kind="open-handover", about="landcom")]
    yield "5", "the same, prepared by the council", {2: ask, 3: hand("landcom", "de", "berlin")}, (3, 5)
    three = [*hand("landcom", "de", "berlin"), *hand("aircom", "fr", "paris"), *hand("marcom", "gb", "london")]
    yield "5", "three component commands at once, hurried", {3: three}, (3, 5)
    yield "5", "the supreme command to a German, agreed", {3: hand("saceur", "de", "berlin")}, (4, 8)
    ask = [TableText(seat="secretary-general", kind="open-handover", about="saceur")]
    taken = [
        ProposeHandover(seat="berlin", post="saceur", to="de"),
        AcceptHandover(seat="berlin", post="saceur"),
    ]
    yield "5", "the same taken by a text against Washington's will", {2: ask, 3: taken}, (4, 8)
    claim = Backfill(seat="warsaw", replacement="c-pl-heavy", replaces=ARMOUR)
    yield "9", "told in turn 1 for turn 3, a match claimed that is not there", {1: [leave(ARMOUR, 3), claim]}, (3, 6)


def table() -> Table:
    plain = course(at_orders(), {}, 8)
    rows = []
    for number, told, plan, turns in plans():
        done = course(at_orders(), plan, 8)
        cells = [_apart(done, plain, score, turns) for _, score in SHOWN]
        where = _apart(done, plain, "deterrence/central", turns)
        rows.append((number, told, ", ".join(map(str, turns)), where, *cells))
    return (("n", "what is done", "turns", "Central", *(name for name, _ in SHOWN)), *rows)


def _apart(done: Course, plain: Course, score: str, turns: Sequence[int]) -> str:
    return ", ".join(f"{done.score(score, turn) - plain.score(score, turn):+.1f}" for turn in turns)


def opening_table() -> Table:
    """Behaviour 2: what the exercise opens with, and who fills the need."""
    world = fresh()
    told = scores(world)
    rows = []
    for name, spec in (*((t, nato().theatres[t]) for t in nato().theatres), ("", None)):
        filled = " / ".join(f"{part:.0f}" for part in filled_by(world, [name] if name else ()))
        if spec is None:
            rows.append(("**alliance**", f"{told['deterrence']:.1f}", "", "", filled))
        else:
            d, pressure = told[f"deterrence/{name}"], told[f"pressure/{name}"]
            rows.append((spec.name, f"{d:.1f}", f"{pressure:.0f}", f"{d - pressure:+.1f}", filled))
    return (("theatre", "deterrence", "pressure", "margin", "Europe / United States here / from home / nobody"), *rows)
