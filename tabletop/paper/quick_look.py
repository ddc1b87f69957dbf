"""The quick look: what a sponsor reads on one page when the exercise ends, as values with the entry each comes from.

Read off what a place sees, so that the players' edition, made from the public's view, can hold no secret. Ranks nobody,
names nobody, and says nothing that no entry, score or ruling stands behind.
"""

from typing import Final

from attrs import frozen

from tabletop.model.inner import WITHDRAWN
from tabletop.model.moves import Advance, Note
from tabletop.model.world import Phase, State
from tabletop.paper.ruling_weights import RulingWeight, ruling_weights
from tabletop.paper.survey_lines import survey_lines
from tabletop.paper.telling_turns import told_turns
from tabletop.table.expectations import expectations
from tabletop.table.moment import Moment
from tabletop.table.port import View
from tabletop.table.taken_out import taken_out
from tabletop.words.decided import decided
from tabletop.words.names import (
    better,
    capital,
    inject_name,
    member_name,
    post_name,
    score_name,
    seat_name,
)
from tabletop.words.said import deed_words, quoted
from tabletop.words.sentences import moves_by_number

RECORD, MODEL, RULING, PEOPLE = "R", "M", "U", "P"
_KINDS: Final = ("insight", "recommendation", "issue", "quote", "observation")
"""Notes by what they are worth as evidence, best first."""


@frozen
class Stated:
    """A statement, whose `voice` it is (R, M, U or P) and its `source`: an entry, or a score and turn."""

    text: str
    voice: str
    source: str


@frozen
class ScoreSpan:
    """A score at the opening, at its worst with the turn (0: the opening), and at the end, in points."""

    score: str
    name: str
    opening: float
    worst: float
    worst_turn: int
    end: float


@frozen
class ShareStep:
    """Per cent of the need that the others bear at the end of a turn; `most`: whether that is most of it."""

    turn: int
    share: float
    most: bool


@frozen
class PostSpan:
    """A post whose holder has changed."""

    post: str
    was: str
    now: str


@frozen
class Foresight:
    """Of `named` scores a seat foresaw the direction of `right`; what moved too little to tell counts for neither."""

    seat: str
    right: int
    named: int


@frozen
class Served:
    """An objective of the exercise and what speaks to it."""

    objective: str
    text: str
    evidence: Stated


@frozen
class QuickLook:
    """`entries`: how many this place may read. `side`: what the others are called. `people`: the anchor's in theatre at
    the opening and now; `left`, `surprises`: forces that left, and how many of them by surprise; `arrived`: tranches
    delivered. `promises`: how many are kept, broken, void, open; empty where this place can't know. `survey`: a line
    for each question that was answered, of nobody in particular."""

    title: str
    ended: str
    turn: int
    entries: int
    side: str
    question: str
    story: tuple[Stated, ...]
    scores: tuple[ScoreSpan, ...]
    road: tuple[ShareStep, ...]
    people: tuple[int, int]
    left: int
    surprises: int
    arrived: int
    posts: tuple[PostSpan, ...]
    rulings: tuple[RulingWeight, ...]
    promises: tuple[tuple[str, int], ...]
    broken: tuple[str, ...]
    foreseen: tuple[Foresight, ...]
    objectives: tuple[Served, ...]
    survey: tuple[Stated, ...]


def quick_look(view: View, *, by_seat: bool = True) -> QuickLook:
    """What a place may know of the whole exercise as it stands. `by_seat`: what was said may be told with its seat."""
    world, scenario = view.world, view.world.scenario
    ends = _ends(view)
    opening, packages = ends[0], view.levers(scenario.names.anchor_seat).packages
    states = [promise.state for promise in world.promises]
    return QuickLook(
        title=scenario.title,
        ended=_ended(view),
        turn=world.turn,
        entries=view.n,
        side=scenario.names.own,
        question=scenario.exercise.question,
        story=tuple(Stated(*each) for each in told_turns(view, ends)),
        scores=_scores(view, ends),
        road=tuple(_step(turn, moment) for turn, moment in ends.items()),
        people=(_people(view, opening), packages.personnel),
        left=int(world.figures.get(WITHDRAWN, 0)),
        surprises=int(world.figures.get("withdrawn/surprise", 0)),
        arrived=sum(programme.delivered for programme in world.programmes.values()),
        posts=_posts(view, opening),
        rulings=ruling_weights(view, ends),
        promises=tuple((state, states.count(state)) for state in ("kept", "broken", "void", "open") if states),
        broken=_broken(view),
        foreseen=_foreseen(view, ends),
        objectives=_objectives(view, by_seat),
        survey=tuple(Stated(text, PEOPLE, source) for text, source in survey_lines(view)),
    )


def _ends(view: View) -> dict[int, Moment]:
    """By turn, as it ended; 0 the opening. A turn under way is none."""
    ends = {turn: view.ends[turn] for turn in sorted(view.ends)}
    if view.world.phase is Phase.REVIEW:
        ends[view.world.turn] = view
    return ends


def _ended(view: View) -> str:
    world = view.world
    if world.state is not State.ENDED:
        return f"Not ended: this is how it stands in turn {world.turn} of {world.turns}, {world.period}"
    early = "" if view.played >= world.turns else ", before the last turn that was planned"
    return f"Ended in turn {world.turn} of {world.turns}, {world.period}{early}"


# ---------------------------------------------------------------------- what the model says


def _scores(view: View, ends: dict[int, Moment]) -> tuple[ScoreSpan, ...]:
    scenario = view.world.scenario
    spans = []
    for score in ("deterrence", scenario.names.share, *scenario.tracks):
        values = {turn: moment.scores[score] for turn, moment in ends.items()} | {view.world.turn: view.scores[score]}
        pick = max if better(scenario, score) == "low" else min
        turn = pick(values, key=lambda turn: (values[turn], 0))
        name = score_name(scenario, score, view.world.seats)
        spans.append(ScoreSpan(score, name, values[0], values[turn], turn, view.scores[score]))
    return tuple(spans)


def _step(turn: int, moment: Moment) -> ShareStep:
    return ShareStep(turn, moment.scores[moment.world.scenario.names.share], moment.carried)


def _people(view: View, opening: Moment) -> int:
    """The anchor's people in theatre at the opening."""
    key = f"personnel/{view.world.scenario.names.personnel}"
    figure = opening.figure(key)
    return int(figure) if isinstance(figure, float | int) else 0


def _posts(view: View, opening: Moment) -> tuple[PostSpan, ...]:
    scenario = view.world.scenario
    spans = []
    for post, now in view.world.posts.items():
        was = opening.world.posts[post].holder
        if now.holder != was:
            names = (member_name(scenario, member) for member in (was, now.holder))
            spans.append(PostSpan(post_name(scenario, post), *names))
    return tuple(spans)


# ---------------------------------------------------------------------- what people did


def _broken(view: View) -> tuple[str, ...]:
    world = view.world
    return tuple(
        f"{seat_name(world.scenario, each.seat, world.seats)} to {seat_name(world.scenario, each.to, world.seats)}"
        + (f": {deed_words(each.deed, world.scenario, world.seats)}" if each.deed else "")
        for each in world.promises
        if each.state == "broken"
    )


def _foreseen(view: View, ends: dict[int, Moment]) -> tuple[Foresight, ...]:
    counts: dict[str, list[bool]] = {}
    for turn, moment in ends.items():
        if turn and turn in view.starts:
            for each in expectations(moment, view.starts[turn]):
                if each.foreseen is not None:
                    counts.setdefault(each.seat, []).append(each.foreseen)
    world = view.world
    named = [(seat, counts[seat]) for seat in world.seats if seat in counts]
    return tuple(Foresight(seat_name(world.scenario, seat, world.seats), sum(came), len(came)) for seat, came in named)


def _objectives(view: View, by_seat: bool) -> tuple[Served, ...]:
    return tuple(
        Served(each.id, each.text, _noted(view, each.id, by_seat) or _decided(view, each.id))
        for each in view.world.scenario.exercise.objectives
    )


def _noted(view: View, objective: str, by_seat: bool) -> Stated | None:
    """The last note on an objective of the kind that is worth most."""
    notes = [(line, line.move) for line in view.lines if line.live and isinstance(line.move, Note)]
    mine = [(line, move) for line, move in notes if move.objective == objective and not taken_out(move.text)]
    for kind in _KINDS:
        for line, move in reversed(mine):
            if move.kind == kind:
                scenario, seats = view.world.scenario, view.world.seats
                who = f" ({seat_name(scenario, move.about, seats)})" if by_seat and move.about else ""
                return Stated(f"{quoted(move.text)}{who}", PEOPLE, f"entry {line.n}")
    return None


def _decided(view: View, objective: str) -> Stated:
    """The last inject that served an objective, and what was decided on it."""
    world, by_number = view.world, moves_by_number(view.lines)
    specs = world.scenario.injects
    mine = [name for name, state in world.injects.items()
            if state.turn and name in specs and specs[name].objective == objective]  # fmt: skip
    for name in sorted(mine, key=lambda name: -world.injects[name].turn):
        came = decided(world, name, by_number)
        if came:
            source = _answered(view, name)
            won = came.partition(', not "')[0]
            return Stated(f"{capital(inject_name(world.scenario, name))}: {won}.", RECORD, source)
    return Stated("Nothing on record speaks to it.", RECORD, f"entries 1 to {view.n}")


def _answered(view: View, inject: str) -> str:
    """The last answer on record, else the step that settled it."""
    state = view.world.injects[inject]
    if refs := [ref for ref in state.refs if ref]:
        return f"entry {refs[-1]}"
    closed = [line.n for line in view.lines if line.live and line.turn == state.turn and isinstance(line.move, Advance)
              and line.phase == Phase.ADJUDICATE.value]  # fmt: skip
    return f"entry {closed[-1]}" if closed else f"turn {state.turn}"
