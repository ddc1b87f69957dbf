"""Tables of what was done: orders, expectations, injects and answers, rulings, adjustments, the adversary's levers."""

import json
from typing import Any

import attrs

from tabletop.analysis.explain import explanation
from tabletop.analysis.export.common import EntryRows, by_entry
from tabletop.analysis.export.dataset import Observation, integer, prose, real, word, yes_no
from tabletop.analysis.export.source import Source
from tabletop.analysis.foreseen import STILL, direction, foreseen
from tabletop.journal.record.entry import Entry
from tabletop.journal.record.written import with_written
from tabletop.model.injects import Inject, InjectState
from tabletop.model.moves import Adjust, Answer, Mode, Move, Red, Rule, Seal, free_fields, units
from tabletop.model.moves.table import to_table
from tabletop.model.world import World
from tabletop.rules.acts.act import ACTS
from tabletop.rules.scores.deterrence import recorded_scores


@by_entry(
    "orders",
    "an order, replaced and taken back ones too",
    word("seat", "Seat that ordered", who="all"),
    word("do", "Kind of order", who="all"),
    word("what", "What it is about: member, force, programme, post, way, stance", who="all"),
    word("where", "Theatre, member or force it is turned to", who="all"),
    real("amount", "How much", "as the column unit", who="all"),
    word("unit", "Unit of the amount", ", ".join(units()), who="all"),
    integer("due", "Turn it names", "from 1", who="all"),
    yes_no("counted", "Whether it stood when its turn was adjudicated", who="all"),
    word("outcome", "Control's ruling, empty when it didn't count", "accept, amend, set-aside", who="all"),
    word("entered_by", "Who typed it, empty: the seat itself; never a person"),
    prose("fields", "All its fields as JSON"),
)
def _orders(source: Source) -> EntryRows:
    outcomes: dict[int, str] = {}
    for end in source.ends:
        for seat, state in end.closing.seats.items() if end.entry else ():
            for index, order in enumerate(state.orders):
                if order.ref not in outcomes or end.entry in source.live:
                    ruling = end.closing.rulings.get(f"{seat}/{index}")
                    outcomes[order.ref] = ruling.outcome if ruling else "accept"
    for entry, move in source.of(*(kind for kind, act in ACTS.items() if act.sheet)):
        fields = {key: value for key, value in to_table(move).items() if key not in ("seat", "do")}
        subject, outcome = (entry.seat, move.do, *_subject(move)), outcomes.get(entry.n, "")
        yield (
            *(entry, *subject, *_amount(move), getattr(move, "turn", None), entry.n in outcomes),
            *(outcome, source.hand(entry), json.dumps(fields, ensure_ascii=False)),
        )


def _subject(order: Move) -> tuple[str, str]:
    """What an order is about and where it is turned to: the first two things that it names."""
    kind: Any = type(order)  # the checker does not see that moves are attrs classes
    of_names = [a.name for a in attrs.fields(kind) if a.name != "seat" and a.type in (str, tuple[str, ...])]
    what, where, *_ = [_ids(getattr(order, name)) for name in of_names if name not in free_fields(kind)] + ["", ""]
    return what, where


def _amount(order: Move) -> tuple[float | None, str]:
    """Its amount with the unit; an order has one at most."""
    kind: Any = type(order)
    amounts = (
        (float(getattr(order, a.name)), a.metadata["unit"]) for a in attrs.fields(kind) if a.metadata.get("unit")
    )
    return next(amounts, (None, ""))


def _ids(value: str | tuple[str, ...]) -> str:
    return " ".join(value) if isinstance(value, tuple) else value


@by_entry(
    "expectations",
    "what a seat expected of a score when it sealed",
    word("seat", "Seat that sealed", who="seat"),
    word("score", "Name of the score", who="seat"),
    word("expected", "Direction it named", "up, down, same", who="seat"),
    real("change", "What the score did over the turn, empty for a turn not ended", "points", who="all"),
    word("was", f"Its direction, same being up to {STILL} points, told in tenths", "up, down, same", who="all"),
    yes_no("foreseen", "Whether both agree, empty: it went that way, by no more than that", who="seat"),
    yes_no("last", "Whether it is the seat's last seal of the turn that stands", who="seat"),
)
def _expectations(source: Source) -> EntryRows:
    ends = {(source.branch_of.get(end.entry, ""), end.turn): end.closing for end in source.ends if end.entry}
    standing = {end.turn: end.closing for end in source.ends if end.entry in source.live}
    last = {(entry.seat, entry.turn): entry.n for entry, _ in source.of(Seal) if entry.n in source.live}

    def outcome(entry: Entry, score: str, expected: str) -> tuple[float | None, str, bool | None]:
        world = ends.get((source.branch_of.get(entry.n, ""), entry.turn)) or standing.get(entry.turn)
        if world is None:
            return None, "", None
        try:
            before, after = _recorded(world, score, entry.turn) if source.of_record else explanation(world, score)[1:3]
        except KeyError:
            return None, "", None
        return after - before, direction(before, after), foreseen(expected, before, after)

    for entry, move in source.of(Seal):
        for score, expected in move.expect.items():
            is_last = last.get((entry.seat, entry.turn)) == entry.n
            yield entry, entry.seat, score, expected, *outcome(entry, score, expected), is_last


def _recorded(world: World, score: str, turn: int) -> tuple[float, float]:
    """A score as it was recorded at the end of the turn before and of a turn. Raises KeyError where it wasn't."""
    return recorded_scores(world, turn - 1)[score], recorded_scores(world, turn)[score]


@by_entry(
    "injects",
    "an inject's coming into another state; as entry 0 what was not planned any more at the opening",
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
)
def _injects(source: Source) -> EntryRows:
    opening, start = source.play.worlds.at(0), source.opening
    for name, state in opening.injects.items():
        if state.state is not InjectState.PLANNED:
            yield start, *_inject(opening, name, None, state, "rules")
    for entry in source.entries:
        before, after = source.world_before(entry.n), source.world_after(entry.n)
        if before is after or source.play.tree.cursors[entry.n].node.state != entry.n:
            continue
        for name, state in after.injects.items():
            old = before.injects.get(name)
            if old is None or old.state is not state.state:
                by = "rules" if entry.move.do == "advance" else entry.seat
                yield entry, *_inject(with_written(after, source.entries), name, old, state, by)


def _inject(world: World, name: str, old: Inject | None, state: Inject, by: str) -> Observation:
    spec = world.scenario.injects.get(name)
    origin = (spec.title, spec.storyline, spec.channel, spec.sender, spec.objective) if spec else ("",) * 5
    return name, *origin, old.state.value if old else "", state.state.value, by, state.outcome


@by_entry(
    "answers",
    "a seat's answer to an inject, changed ones too; its words stand in rationales",
    word("seat", "Seat that answered"),
    word("inject", "Id of the inject"),
    word("option", "Option chosen, empty for an answer in words"),
    word("entered_by", "Who typed it, empty: the seat itself; never a person"),
)
def _answers(source: Source) -> EntryRows:
    for entry, move in source.of(Answer):
        yield entry, entry.seat, move.inject, move.option, source.hand(entry)


@by_entry(
    "rulings",
    "a ruling of control",
    integer("item", "Number of the move ruled on", "from 1", who="all"),
    word("seat", "Seat that made it", who="all"),
    word("do", "Kind of that move", who="all"),
    word("outcome", "What was ruled", "accept, amend, set-aside, or a grade", who="all"),
    word("mode", "How it was found", "rigid, semi-rigid, free, consensual, matrix, minimal", who="all"),
    integer("effect_count", "How many effects it has", "from 0", "effects"),
    prose("effects", "Its effects as JSON"),
    prose("public", "The sentence for all", who="all"),
    prose("private", "Control's own reason"),
)
def _rulings(source: Source) -> EntryRows:
    for entry, move in source.of(Rule):
        on = source.entries[move.item - 1] if 1 <= move.item <= len(source.entries) else None
        effects = json.dumps(list(move.effects), ensure_ascii=False) if move.effects else ""
        subject = (on.seat, on.move.do) if on else ("", "")
        yield (
            *(entry, move.item, *subject, move.outcome, move.mode, len(move.effects)),
            *(effects, move.public, move.private),
        )


@by_entry(
    "adjustments",
    "what control changed by hand: a figure, or how a domain is ruled",
    word("act", "A figure added to or set, or a mode of ruling", "add, set, mode"),
    word("what", "Path of the figure, or the domain"),
    real("amount", "By or to how much", "as the path"),
    word("word", "The word it was set to, or the mode"),
    prose("reason", "Control's reason"),
)
def _adjustments(source: Source) -> EntryRows:
    for entry, move in source.of(Adjust, Mode):
        if isinstance(move, Mode):
            yield entry, "mode", move.domain, None, move.mode, move.reason
        elif isinstance(move, Adjust):
            value = move.amount if move.value is None else move.value
            figure = (None, value) if isinstance(value, str) else (value, "")
            yield entry, "set" if move.value is not None else "add", move.what, *figure, move.reason


@by_entry(
    "red",
    "a lever of the adversary's sealed order, one empty row for an order without any",
    word("source", "Who wrote the order", "control, model"),
    word("lever", "Kind of lever", "pressure, probe, offer, story, rest"),
    word("theatre", "Theatre it is turned to"),
    word("kind", "Kind of probe"),
    real("step", "How far", "points"),
)
def _red(source: Source) -> EntryRows:
    for entry, move in source.of(Red):
        for lever in move.levers or ({},):
            step = lever.get("step")
            words = [str(lever.get(key, "")) for key in ("lever", "theatre", "kind")]
            yield entry, *(move.source, *words, float(step) if isinstance(step, int | float) else None)


DATASETS = (_orders, _expectations, _injects, _answers, _rulings, _adjustments, _red)
