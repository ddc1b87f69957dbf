"""What control reads to the room, page by page: the opening brief, the turn's injects, the situation report. Pure."""

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from tabletop.model.record import Line
from tabletop.model.scenario import Scenario
from tabletop.model.world import Phase, World
from tabletop.rules.turn.injects import answering
from tabletop.words.names import capital, inject_name, listed, seat_name
from tabletop.words.said import counted
from tabletop.words.turns import paragraphs, report_on
from tabletop.words.without import played_without

TURNS: Final = "{turns}"
"""What stands in an opening brief for the number of turns that are played, in a word."""


@frozen
class SpokenPage:
    """`title`, and paragraphs to be read as they stand, then the `choices` of whoever is asked; `aside` is for the
    reader's eyes, not for the room."""

    title: str
    paragraphs: tuple[str, ...]
    aside: str = ""
    choices: tuple[str, ...] = ()


def pages(world: World, lines: Sequence[Line], story: Sequence[str]) -> list[SpokenPage]:
    """Every page of the turn, the opening brief first. `story`: the last turn in sentences, as control has it told.

    Injects are those delivered in this turn, in the order of the scenario.
    """
    return [*_brief(world), *_injects(world), *_report(world, lines, story)]


def first_page(world: World, pages: Sequence[SpokenPage]) -> int:
    """The page that is due: the report at the review, the brief as the exercise opens, else the turn's first inject."""
    opening = len(list(_brief(world)))
    if world.phase is Phase.REVIEW and len(pages) > opening:
        return len(pages) - 1
    return 0 if world.turn == 1 or len(pages) == opening else opening


def opening_brief(scenario: Scenario, turns: int) -> str:
    """What is read aloud at the start of a session of so many turns."""
    return scenario.brief.replace(TURNS, counted(turns)).strip()


def _brief(world: World) -> Iterator[SpokenPage]:
    scenario = world.scenario
    same = world.turns == scenario.turns or TURNS in scenario.brief
    short = "" if same else f"This session has {world.turns} turns: say so."
    brief = opening_brief(scenario, world.turns)
    yield SpokenPage("Opening brief", (*paragraphs(brief), *paragraphs(played_without(world))), short)
    if scenario.exercise.assumptions:
        yield SpokenPage("What is assumed", scenario.exercise.assumptions)
    if scenario.exercise.limits:
        yield SpokenPage("What it is not", scenario.exercise.limits)


def _injects(world: World) -> Iterator[SpokenPage]:
    for name, state in world.injects.items():
        if state.turn != world.turn:
            continue
        spec = world.scenario.injects.get(name)
        seats = [seat_name(world.scenario, seat, world.seats, the=True) for seat in answering(world, name)]
        answers = f"{capital(listed(seats))} {'answer' if len(seats) > 1 else 'answers'}."
        aside = "" if seats else "Nobody is asked: it is news."
        by = ", ".join(part for part in (spec.channel, spec.sender) if part) if spec else ""
        text = (*(paragraphs(spec.text) if spec else ()), *([answers] if seats else []))
        choices = tuple(option.text for option in spec.options) if spec and seats else ()
        arrives = f"Arrives by {by}." if by else ""
        yield SpokenPage(inject_name(world.scenario, name), text, f"{aside} {arrives}".strip(), choices)


def _report(world: World, lines: Sequence[Line], story: Sequence[str]) -> Iterator[SpokenPage]:
    over = world.turn if world.phase is Phase.REVIEW else world.turn - 1
    if over < 1:
        return
    if text := tuple(story):
        aside = "" if report_on(lines, over) else "Made from the record; {W} in the review lets you write your own."
        yield SpokenPage(f"Situation report, turn {over}", text, aside)
