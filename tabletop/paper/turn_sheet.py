"""The sheet that goes up on the wall after a review: the story, scores, posture, posts. Made from what the room sees;
promises are their seats' own and are not on it."""

from collections.abc import Iterator

from attrs import evolve

from tabletop.model.figures.forms import DETERRENCE, PRESSURE
from tabletop.model.figures.path import path_of
from tabletop.model.moves import Fact
from tabletop.model.world import Phase
from tabletop.paper.blocks import Block, Bullets, Column, Head, Pair, Prose, Tabular
from tabletop.table.moment import Moment
from tabletop.table.port import View
from tabletop.table.turn_story import story
from tabletop.words.forces import people_line
from tabletop.words.names import member_name, post_name, score_name, text_name, theatre_name


def turn_sheet(view: View) -> tuple[Block, ...]:
    """The last turn that was told; before there is one, how it stands as the exercise opens."""
    before, after = _turn(view)
    world = after.world
    title = "As it opens" if before is None else f"Turn {world.turn}, {world.period}"
    told = story(view if after is view else evolve(view, world=world))
    return (
        Head(title, 1),
        *(Prose(sentence, "lead") for sentence in told),
        Pair((*_theatres(before, after), *_scores(before, after)), (*_posts(view, after), *_agreed(view, after))),
    )


def _turn(view: View) -> tuple[Moment | None, Moment]:
    """The last turn that is over, as it opened and as it ended."""
    over = view.world.phase is Phase.REVIEW
    turn = view.world.turn if over else view.world.turn - 1
    if turn < 1:
        return None, view
    return view.starts[turn], view if over else view.ends[turn]


def _theatres(before: Moment | None, after: Moment) -> Iterator[Block]:
    scenario = after.world.scenario
    yield Head("Deterrence against pressure")
    rows = []
    for theatre in scenario.theatres:
        path = path_of(DETERRENCE, theatre)
        was = f"{before.scores[path]:.0f}" if before else ""
        now, pressure = after.scores[path], after.scores[path_of(PRESSURE, theatre)]
        rows.append((theatre_name(scenario, theatre), was, f"{now:.0f}", f"{pressure:.0f}", f"{now - pressure:+.0f}"))
    titles = "before", "now", "pressure", "margin"
    yield Tabular((Column("", 1.0), *(Column(title, right=True) for title in titles)), tuple(rows))


def _scores(before: Moment | None, after: Moment) -> Iterator[Block]:
    scenario, seats = after.world.scenario, after.world.seats
    yield Head("The alliance")
    scores = ("deterrence", scenario.names.share, *scenario.tracks)
    rows = tuple(
        (score_name(scenario, each, seats), f"{before.scores[each]:.0f}" if before else "", f"{after.scores[each]:.0f}")
        for each in scores
    )
    yield Tabular((Column("", 1.0), Column("before", right=True), Column("now", right=True)), rows)


def _posts(view: View, after: Moment) -> Iterator[Block]:
    world, scenario = after.world, after.world.scenario
    yield Head("Posture and posts")
    people = evolve(view, world=world).levers(scenario.names.anchor_seat).packages.personnel
    yield Prose(f"{people_line(scenario, people)}.")
    rows = []
    for post, state in world.posts.items():
        to = f"to {member_name(scenario, state.to, the=True)}" if state.to else ""
        word = {"transition": f"{to}, {state.left} to go", "proposed": f"proposed {to}"}.get(state.status, "")
        rows.append((post_name(scenario, post), member_name(scenario, state.holder), word))
    moving = any(word for *_, word in rows)
    columns = (Column("Post", 1.3), Column("Held by", 0.8), *([Column("", 0.8)] if moving else []))
    yield Tabular(columns, tuple(row[: len(columns)] for row in rows))


def _agreed(view: View, after: Moment) -> Iterator[Block]:
    """Texts that stand, and facts that control has established."""
    world = after.world
    texts = tuple(
        text_name(world.scenario, n, world.seats) for n, text in world.texts.items() if text.state == "standing"
    )
    if texts:
        yield Head("Agreed and standing")
        yield Bullets(texts)
    facts = [line.move.text for line in view.lines if line.live and isinstance(line.move, Fact)]
    if facts:
        yield Head("Established")
        yield Bullets(tuple(facts))
