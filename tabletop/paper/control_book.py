"""Control's own book: what the exercise is for, every inject with its options and what they do, Red's sheet, rulings
and facts so far. Holds every secret there is; made from control's view and for nobody else."""

from collections.abc import Iterator

from tabletop.model.effects import Effect
from tabletop.model.grammar import effect_line
from tabletop.model.injects import Inject, InjectSpec, OptionSpec
from tabletop.model.moves import Adjust, Fact, Rule
from tabletop.paper.blocks import Block, Break, Bullets, Column, Head, Prose, Tabular
from tabletop.table.port import View
from tabletop.words.acts.rulings import effect_words
from tabletop.words.as_played import as_played
from tabletop.words.names import capital, listed, seat_name, seat_short
from tabletop.words.sentences import line_line, reason_of
from tabletop.words.turns import paragraphs


def control_book(view: View) -> tuple[Block, ...]:
    """The whole book."""
    return (
        *_purpose(view),
        Break(),
        *_events(view),
        Break(),
        *_injects(view),
        Break(),
        *_red(view),
        *_so_far(view),
    )


def _purpose(view: View) -> Iterator[Block]:
    scenario, aim = view.world.scenario, view.world.scenario.exercise
    yield Head(f"{scenario.title}: control's book", 1)
    yield Prose(aim.question, "lead")
    yield Prose(aim.aim)
    for title, items in (
        ("Objectives of the exercise", tuple(f"{each.id}: {each.text}" for each in aim.objectives)),
        ("Assumed", aim.assumptions),
        ("What it is not", aim.limits),
    ):
        if items:
            yield Head(title)
            yield Bullets(items)
    if scenario.notes:
        yield Head("Notes for control")
        for line in scenario.notes.strip().splitlines():
            yield Prose(line)


# ---------------------------------------------------------------------- injects


def _events(view: View) -> Iterator[Block]:
    """The list of events: number, turns, from, to, by, what, for which objective, how it stands."""
    scenario, seats = view.world.scenario, view.world.seats
    yield Head("List of events", 1)
    rows = []
    for n, spec in enumerate(scenario.injects.values(), 1):
        asked = ", ".join(seat_short(scenario, seat, seats) for seat in spec.answers) or "all"
        state = view.world.injects.get(spec.id, Inject())
        rows.append((f"{n}", _window(view, spec), spec.title, capital(spec.sender) or spec.channel, asked,
                     spec.objective, _stands(state)))  # fmt: skip
    yield Tabular((Column("No", right=True), Column("Turn"), Column("Inject", 1.2), Column("From", 0.8),
                   Column("To", 0.9), Column("Objective"), Column("Stands", 0.6)), tuple(rows))  # fmt: skip


def _window(view: View, spec: InjectSpec) -> str:
    first, last = spec.window[0], min(spec.window[1], view.world.turns)
    turns = f"{first}" if first >= last else f"{first}-{last}"
    if spec.stock:
        return f"{turns}, drawn"
    return "by hand" if spec.by_hand else f"{turns}, {spec.chance:.0f} %" if spec.chance < 100 else turns


def _stands(state: Inject) -> str:
    return f"{state.state.value}, turn {state.turn}" if state.turn else state.state.value


def _injects(view: View) -> Iterator[Block]:
    scenario, seats = view.world.scenario, view.world.seats
    yield Head("Injects", 1)
    for n, spec in enumerate(scenario.injects.values(), 1):
        yield Head(f"{n}  {spec.title}")
        for paragraph in paragraphs(spec.text):
            yield Prose(paragraph)
        if spec.control:
            yield Prose(f"For control: {' '.join(spec.control.split())}", "note")
        if spec.answers:
            yield Prose(
                f"Asks {listed([seat_name(scenario, seat, seats, the=True) for seat in spec.answers])}.", "note"
            )
        if spec.effects:
            yield Prose(f"When it comes: {_effects(view, spec.effects)}.")
        if spec.options:
            rows = tuple(
                (_option(spec, option), _effects(view, option.effects), option.reason) for option in spec.options
            )
            yield Tabular((Column("Option", 1.0), Column("Does", 1.0), Column("Why one would", 1.0)), rows)


def _option(spec: InjectSpec, option: OptionSpec) -> str:
    return f"{option.text} (default)" if option.id == spec.default else option.text


def _effects(view: View, effects: tuple[Effect, ...]) -> str:
    world = view.world
    here = as_played(effects, world.scenario, world.seats)
    return ", ".join(effect_words(effect_line(each), world.scenario, world.seats) for each in here)


# ---------------------------------------------------------------------- Red, and what was ruled


def _red(view: View) -> Iterator[Block]:
    red = view.world.scenario.red
    yield Head(f"{red.name}: the adversary's sheet", 1)
    for paragraph in paragraphs(red.brief):
        yield Prose(paragraph)
    if red.objectives:
        yield Bullets(red.objectives)
    rows = tuple((each.name, ", ".join(each.kinds), ", ".join(f"{step:g}" for step in each.steps),
                  _effects(view, each.effects)) for each in red.levers)  # fmt: skip
    yield Tabular((Column("Lever", 0.8), Column("Kinds", 0.8), Column("Steps"), Column("Does", 1.4)), rows)
    yield Prose(f"At most {red.most} levers a turn, sealed before any order is opened.", "note")


def _so_far(view: View) -> Iterator[Block]:
    scenario, seats = view.world.scenario, view.world.seats
    live = [line for line in view.lines if line.live]
    facts = tuple(line.move.text for line in live if isinstance(line.move, Fact))
    if facts:
        yield Head("Facts so far")
        yield Bullets(facts)
    ruled = [line for line in live if isinstance(line.move, Rule | Adjust)]
    if ruled:
        yield Head("Rulings and corrections so far")
        rows = tuple(
            (f"{line.turn}", f"{line.n}", line_line(line, scenario, seats), reason_of(line.move)) for line in ruled
        )
        yield Tabular((Column("Turn", right=True), Column("Entry", right=True), Column("Ruling", 1.0),
                       Column("Public, then private", 1.2)), rows)  # fmt: skip
