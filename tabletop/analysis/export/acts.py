"""Tables of what was done: orders, expectations, injects and answers, rulings, adjustments, the adversary's levers."""

import json
from collections.abc import Iterator
from typing import Any

import attrs

from tabletop.analysis.explain import explain
from tabletop.analysis.export.common import by_entry
from tabletop.analysis.export.source import Source
from tabletop.analysis.export.table import Cell, Row, Table, number, text, whole, word, yes_no
from tabletop.analysis.foreseen import STILL, direction, foreseen
from tabletop.journal.record.entry import Entry
from tabletop.journal.record.written import with_written
from tabletop.model.injects import Inject
from tabletop.model.moves import Adjust, Answer, Mode, Move, Red, Rule, Seal, free_fields, units
from tabletop.model.moves.table import to_table
from tabletop.model.world import World
from tabletop.rules.acts.act import ACTS
from tabletop.rules.scores.deterrence import recorded_scores


def acts(source: Source) -> Iterator[Table]:
    yield _orders(source)
    yield _expectations(source)
    yield _injects(source)
    yield _answers(source)
    yield _rulings(source)
    yield _adjustments(source)
    yield _red(source)


def _orders(source: Source) -> Table:
    counted: dict[int, str] = {}
    for end in source.ends:
        for seat, state in end.closing.seats.items() if end.entry else ():
            for index, order in enumerate(state.orders):
                ruled = end.closing.rulings.get(f"{seat}/{index}")
                if order.ref not in counted or end.entry in source.live:
                    counted[order.ref] = ruled.outcome if ruled else "accept"

    def rows(entry: Entry) -> Iterator[Row]:
        fields = {key: value for key, value in to_table(entry.move).items() if key not in ("seat", "do")}
        due = getattr(entry.move, "turn", None)
        yield (
            *(entry.seat, entry.move.do, *_named(entry.move), *_amount(entry.move), due, entry.n in counted),
            *(counted.get(entry.n, ""), source.hand(entry), json.dumps(fields, ensure_ascii=False)),
        )

    return by_entry(
        source,
        "orders",
        "an order, replaced and taken back ones too",
        (
            word("seat", "Seat that ordered", who="all"),
            word("do", "Kind of order", who="all"),
            word("what", "What it is about: member, force, programme, post, way, stance", who="all"),
            word("where", "Theatre, member or force it is turned to", who="all"),
            number("amount", "How much", "as the column unit", who="all"),
            word("unit", "Unit of the amount", ", ".join(units()), who="all"),
            whole("due", "Turn it names", "from 1", who="all"),
            yes_no("counted", "Whether it stood when its turn was adjudicated", who="all"),
            word("outcome", "Control's ruling, empty when it didn't count", "accept, amend, set-aside", who="all"),
            word("entered_by", "Who typed it, empty: the seat itself; never a person"),
            text("fields", "All its fields as JSON"),
        ),
        (entry for entry in source.entries if ACTS[type(entry.move)].sheet),
        rows,
    )


def _named(order: Move) -> tuple[str, str]:
    """What an order is about and where it is turned to: the first two things that it names."""
    kind: Any = type(order)  # the checker does not see that moves are attrs classes
    of_names = [a.name for a in attrs.fields(kind) if a.name != "seat" and a.type in (str, tuple[str, ...])]
    what, where, *_ = [_ids(getattr(order, name)) for name in of_names if name not in free_fields(kind)] + ["", ""]
    return what, where


def _amount(order: Move) -> tuple[float | None, str]:
    """Its amount with the unit; an order has one at most."""
    kind: Any = type(order)
    given = ((float(getattr(order, a.name)), a.metadata["unit"]) for a in attrs.fields(kind) if a.metadata.get("unit"))
    return next(given, (None, ""))


def _ids(value: str | tuple[str, ...]) -> str:
    return " ".join(value) if isinstance(value, tuple) else value


def _expectations(source: Source) -> Table:
    ends = {(source.branch_of.get(end.entry, ""), end.turn): end.closing for end in source.ends if end.entry}
    standing = {end.turn: end.closing for end in source.ends if end.entry in source.live}
    last = {(e.seat, e.turn): e.n for e in source.of(Seal) if e.n in source.live}

    def outcome(entry: Entry, score: str, expected: str) -> tuple[Cell, ...]:
        world = ends.get((source.branch_of.get(entry.n, ""), entry.turn)) or standing.get(entry.turn)
        if world is None:
            return None, "", None
        try:
            before, after = _ends(world, score, entry.turn) if source.of_record else explain(world, score)[1:3]
        except KeyError:
            return None, "", None
        return after - before, direction(before, after), foreseen(expected, before, after)

    def rows(entry: Entry) -> Iterator[Row]:
        assert isinstance(entry.move, Seal)
        for score, expected in entry.move.expect.items():
            came = outcome(entry, score, expected)
            yield entry.seat, score, expected, *came, last.get((entry.seat, entry.turn)) == entry.n

    return by_entry(
        source,
        "expectations",
        "what a seat expected of a score when it sealed",
        (
            word("seat", "Seat that sealed", who="seat"),
            word("score", "Name of the score", who="seat"),
            word("expected", "Direction it named", "up, down, same", who="seat"),
            number("change", "What the score did over the turn, empty for a turn not ended", "points", who="all"),
            word("was", f"Its direction, same being up to {STILL} points, told in tenths", "up, down, same", who="all"),
            yes_no("foreseen", "Whether both agree, empty: it went that way, by no more than that", who="seat"),
            yes_no("last", "Whether it is the seat's last seal of the turn that stands", who="seat"),
        ),
        source.of(Seal),
        rows,
    )


def _ends(world: World, score: str, turn: int) -> tuple[float, float]:
    """A score as it was recorded at the end of the turn before and of a turn. Raises KeyError where it wasn't."""
    before, after = (scores[score] for scores in (recorded_scores(world, turn - 1), recorded_scores(world, turn)))
    return before, after


def _injects(source: Source) -> Table:
    def rows(entry: Entry) -> Iterator[Row]:
        before, after = source.world_before(entry.n), source.world_after(entry.n)
        if before is after or source.play.tree.cursors[entry.n].node.state != entry.n:
            return
        for name, state in after.injects.items():
            old = before.injects.get(name)
            if old is None or old.state is not state.state:
                yield _inject(with_written(after, source.entries), name, old, state, entry)

    return by_entry(
        source,
        "injects",
        "an inject's coming into another state",
        (
            word("inject", "Id of the inject"),
            word("title", "Its title"),
            word("storyline", "Its storyline"),
            word("channel", "How it reaches players"),
            word("sender", "From whom it seems to come"),
            word("objective", "Exercise objective it serves"),
            word("was", "State before", "planned, armed, held, delivered, seen, answered, closed, cancelled"),
            word("state", "State after", "planned, armed, held, delivered, seen, answered, closed, cancelled"),
            word("by", "Who did it: a seat, control, or the rules when a turn went on"),
            word("outcome", "Outcome, once it is closed"),
        ),
        source.entries,
        rows,
    )


def _inject(world: World, name: str, old: Inject | None, state: Inject, entry: Entry) -> Row:
    spec = world.scenario.injects.get(name)
    told = (spec.title, spec.storyline, spec.channel, spec.sender, spec.objective) if spec else ("", "", "", "", "")
    by = "rules" if entry.move.do == "advance" else entry.seat
    return name, *told, old.state.value if old else "", state.state.value, by, state.outcome


def _answers(source: Source) -> Table:
    def rows(entry: Entry) -> Iterator[Row]:
        assert isinstance(entry.move, Answer)
        yield entry.seat, entry.move.inject, entry.move.option, source.hand(entry)

    return by_entry(
        source,
        "answers",
        "a seat's answer to an inject, changed ones too; its words stand in rationales",
        (
            word("seat", "Seat that answered"),
            word("inject", "Id of the inject"),
            word("option", "Option chosen, empty for an answer in words"),
            word("entered_by", "Who typed it, empty: the seat itself; never a person"),
        ),
        source.of(Answer),
        rows,
    )


def _rulings(source: Source) -> Table:
    def rows(entry: Entry) -> Iterator[Row]:
        move = entry.move
        assert isinstance(move, Rule)
        on = source.entries[move.item - 1] if 1 <= move.item <= len(source.entries) else None
        effects = json.dumps(list(move.effects), ensure_ascii=False) if move.effects else ""
        seat, do = (on.seat, on.move.do) if on else ("", "")
        yield move.item, seat, do, move.outcome, move.mode, len(move.effects), effects, move.public, move.private

    return by_entry(
        source,
        "rulings",
        "a ruling of control",
        (
            whole("item", "Number of the move ruled on", "from 1", who="all"),
            word("seat", "Seat that made it", who="all"),
            word("do", "Kind of that move", who="all"),
            word("outcome", "What was ruled", "accept, amend, set-aside, or a grade", who="all"),
            word("mode", "How it was found", "rigid, semi-rigid, free, consensual, matrix, minimal", who="all"),
            whole("effect_count", "How many effects it has", "from 0", "effects"),
            text("effects", "Its effects as JSON"),
            text("public", "The sentence for all", who="all"),
            text("private", "Control's own reason"),
        ),
        source.of(Rule),
        rows,
    )


def _adjustments(source: Source) -> Table:
    def rows(entry: Entry) -> Iterator[Row]:
        move = entry.move
        if isinstance(move, Mode):
            yield "mode", move.domain, None, move.mode, move.reason
        elif isinstance(move, Adjust):
            value = move.amount if move.value is None else move.value
            told = (None, value) if isinstance(value, str) else (value, "")
            yield "set" if move.value is not None else "add", move.what, *told, move.reason

    return by_entry(
        source,
        "adjustments",
        "what control changed by hand: a figure, or how a domain is ruled",
        (
            word("act", "A figure added to or set, or a mode of ruling", "add, set, mode"),
            word("what", "Path of the figure, or the domain"),
            number("amount", "By or to how much", "as the path"),
            word("word", "The word it was set to, or the mode"),
            text("reason", "Control's reason"),
        ),
        source.of(Adjust, Mode),
        rows,
    )


def _red(source: Source) -> Table:
    def rows(entry: Entry) -> Iterator[Row]:
        move = entry.move
        assert isinstance(move, Red)
        for lever in move.levers or ({},):
            step = lever.get("step")
            yield (
                *(move.source, str(lever.get("lever", "")), str(lever.get("theatre", "")), str(lever.get("kind", ""))),
                float(step) if isinstance(step, int | float) else None,
            )

    return by_entry(
        source,
        "red",
        "a lever of the adversary's sealed order, one empty row for an order without any",
        (
            word("source", "Who wrote the order", "control, model"),
            word("lever", "Kind of lever", "pressure, probe, offer, story, rest"),
            word("theatre", "Theatre it is turned to"),
            word("kind", "Kind of probe"),
            number("step", "How far", "points"),
        ),
        source.of(Red),
        rows,
    )
