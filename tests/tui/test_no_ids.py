"""No id of a scenario is ever told to people: not on the room's screen, in a list, a sentence, a report or a page."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import attrs

from tabletop.journal.session import Session
from tabletop.model import moves as m
from tabletop.model.injects import InjectState
from tabletop.model.scenario import Scenario
from tabletop.model.world import Phase
from tabletop.rules.acts.proposals import proposals
from tabletop.rules.turn.injects import answering
from tabletop.table.by_move import deterrence_by_move
from tabletop.table.local import LocalTable
from tabletop.table.moment import Moment
from tabletop.table.port import View
from tabletop.table.record import places
from tabletop.table.result import three_lines
from tabletop.table.turn_story import story, turn_story
from tabletop.tui.adjudicate.items import item_sentence, sections
from tabletop.tui.adjudicate.queue import queue_row
from tabletop.tui.board.inject import inject_text
from tabletop.tui.board.injects import inject_row
from tabletop.tui.board.waiting import waiting
from tabletop.tui.levers.injects import inject_rows
from tabletop.tui.levers.pages import brief_content, since_content
from tabletop.tui.levers.sealed import sealed_content
from tabletop.tui.review.endings import objective_lines, seat_lines
from tabletop.tui.review.ledgers import expectation_lines, promise_lines
from tabletop.words.aloud import pages
from tabletop.words.sentences import line_line, moves_by_number
from tabletop.words.story import happenings
from tabletop.words.story.headlines import caused
from tests.table.scenes import every_scene
from tests.tui.review_app import ADVANCE, RED, nato_session, nato_turn, play

_TOLD = {"text", "title", "name", "short", "reason", "control", "sender", "channel", "brief", "aim", "question", "arc"}
_TOLD |= {"situation", "interests", "red_lines", "levers", "dilemmas", "assumptions", "limits", "summary", "public"}


def ids(scenario: Scenario) -> set[str]:
    """Every word that the scenario uses for itself alone, as it is written and with blanks in the place of hyphens."""
    tables: Any = (
        scenario.areas,
        scenario.theatres,
        scenario.forces,
        scenario.programmes,
        scenario.posts,
        scenario.seats,
    )
    tables += (scenario.tracks, scenario.stances, scenario.ways, scenario.texts, scenario.injects)
    found = {name for table in tables for name in table}
    for inject in scenario.injects.values():
        found |= {inject.chain, inject.storyline, inject.objective}
        found |= {word for option in inject.options for word in (option.id, option.outcome)}
    found |= {objective.id for seat in scenario.seats.values() for objective in seat.objectives}
    found |= {objective.id for objective in scenario.exercise.objectives}
    said = " ".join(words(scenario)).lower()
    return {form for name in found if "-" in name for form in (name, name.replace("-", " ")) if not _in(form, said)}


def words(value: Any, told: bool = False) -> Iterator[str]:
    """What a scenario says to people."""
    if isinstance(value, str):
        yield value if told else ""
    elif isinstance(value, tuple | list):
        for each in value:
            yield from words(each, told)
    elif isinstance(value, dict):
        yield from words(tuple(value.values()), told)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from words(getattr(value, field.name), field.name in _TOLD)


@cache
def _pattern(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(form)}(?![\w-])")


def _in(form: str, text: str) -> bool:
    return form in text and bool(_pattern(form).search(text))


def named_in(hidden: set[str], text: str) -> set[str]:
    """Those of the ids that stand in a text."""
    text = text.lower()
    return {form for form in hidden if _in(form, text)}


def everything(table: LocalTable, before: int) -> Iterator[str]:
    """All that is told at a moment to control, every seat and the room; `before`: the entry at which the turn began."""
    view = table.view_now()
    world, lines, by_number = view.world, view.lines, moves_by_number(view.lines)
    was = table.view_now(to=before).world
    yield from (line_line(line, world.scenario, world.seats) for line in lines)
    yield from (place.text for place in places(lines, world, {world.turn: before}))
    yield from (each.text for each in happenings(was, world, world.changes, lines))
    yield from (str(each) for each in (*expectation_lines(view, Moment("control", was)), *promise_lines(was, world)))
    for page in pages(world, lines, story(view)):
        yield from (page.title, *page.paragraphs)
    for name in world.injects:
        yield from (str(inject_row(world, name, 60)), str(inject_text(world, name, by_number, 90)))
    yield from waiting(world)
    yield from _whole_story(view)
    yield from (*three_lines(view), str(objective_lines(world, lines, 120)), str(seat_lines(view, 120)))
    for scene in every_scene(table.session).values():
        yield from _texts(scene)
    for seat in world.seats:
        place = table.at(seat).view_now()
        yield from (str(cell) for row in inject_rows(place.levers(seat)) for cell in row.cells)
        yield from (str(since_content(place)), str(brief_content(place.levers(seat))))
        yield from (str(sealed_content(place.levers(seat))), *story(place))
        yield from _whole_story(place)
    if world.phase is Phase.ADJUDICATE:
        by_move = deterrence_by_move(world)
        for item in proposals(world):
            yield item_sentence(item, world, by_number)
            yield str(queue_row(item, view, by_move, by_number, 90))
            yield from (
                str(part) for each in sections(item, view, lines, by_move) for part in (each.title, *each.lines)
            )


def _whole_story(view: View) -> Iterator[str]:
    told = turn_story(view)
    for each in told.entries if told else ():
        yield from (caused(each, view.world.scenario), each.text, *each.detail)


def answers(session: Session) -> list[m.Move]:
    """Every open inject answered, seat by seat another option, and the last seat in words or not at all."""
    made: list[m.Move] = []
    for name, state in session.world.injects.items():
        spec = session.world.scenario.injects.get(name)
        if state.state is not InjectState.DELIVERED or spec is None or not spec.options:
            continue
        for n, seat in enumerate(answering(session.world, name)[:-1] or answering(session.world, name)):
            made.append(m.Answer(seat=seat, inject=name, option=spec.options[n % len(spec.options)].id))
    return made


def turn(table: LocalTable, *moves: m.Move) -> Iterator[str]:
    """A turn from its brief to its review, and what was told as orders, results and the review stood."""
    session = table.session
    before = len(session.entries)
    play(session, ADVANCE, *moves)
    play(session, *answers(session))
    yield from everything(table, before)
    play(session, ADVANCE, RED, ADVANCE)
    yield from everything(table, before)
    free = [f.ref for f in session.world.free_moves if f.turn == session.world.turn]
    play(session, *(m.Rule(seat="control", item=n, outcome="no-but", public="Not this year") for n in free), ADVANCE)
    yield from everything(table, before)


def test_nothing_that_is_told_holds_an_id(tmp_path: Path) -> None:
    session = nato_session(tmp_path)
    table = LocalTable(session)
    hidden = ids(session.world.scenario)
    assert "french-brigade" in hidden and len(hidden) > 300

    letter = m.WriteInject(seat="control", inject="written-1", title="A letter", text="?", answers=("berlin",))
    said = set(turn(table, *nato_turn()[1:], letter))
    deed, on = "fund c-fr-romania", "programme/c-fr-romania/in-place >= 1"
    moves = (
        m.ProposeHandover(seat="washington", post="landcom", to="de"),
        m.MakePromise(seat="paris", to="warsaw", due=2, deed=deed, if_=on),
        m.Adjust(seat="control", what="force/us-2cr/theatre", value="high-north", reason="a slip of the pen"),
    )
    for some in (moves, ()):
        play(session, ADVANCE)
        said |= set(turn(table, *some))

    assert named_in(hidden | {"written-1"}, "\n".join(said)) == set()


def _texts(scene: Any) -> Iterator[str]:
    """What a display may draw of a scene: all but its kind, and what a map finds its places by."""
    match scene:
        case dict():
            yield from (text for key, value in scene.items() if key not in _OF_MAPS for text in _texts(value))
        case list():
            yield from (text for each in scene for text in _texts(each))
        case str():
            yield scene


_OF_MAPS = "kind", "id", "members", "better"
