"""What stands beside the terms of an exercise: its plan of times, and who plays what in so many teams. Pure."""

from collections.abc import Mapping

from textual.content import Content

from tabletop.model.scenario import Scenario
from tabletop.tui.levers.choose_seat import speaks_for
from tabletop.tui.look import palette
from tabletop.tui.start.presets import plan
from tabletop.words.names import listed
from tabletop.words.policies import bot_line


def plan_words(scenario: Scenario, turns: int, minutes: Mapping[str, float]) -> Content:
    """A line for everything that begins, and what a turn is made of."""
    rows = [
        Content.assemble((f"{at:>5}  ", f"bold {palette.BRIGHT}"), (what, palette.TEXT))
        for at, what in plan(scenario, turns, minutes)
    ]
    phases = ", ".join(f"{phase} {each:g}" for phase, each in minutes.items() if each)
    return Content("\n").join([*rows, Content(""), Content.styled(f"A turn, in minutes: {phases}.", palette.LABEL)])


def team_words(scenario: Scenario, fold: int, players: Mapping[str, str]) -> Content:
    """Every team with its seats and what it reads first, then the bots."""
    folded = scenario.folds.get(fold)
    joined, names = (dict(folded.join), dict(folded.names)) if folded else ({}, {})
    briefs = dict(folded.briefs) if folded else {}
    parts = []
    for seat, spec in scenario.seats.items():
        if seat in joined:
            continue
        guests = [scenario.seats[each].name for each, host in joined.items() if host == seat]
        of = f"{spec.name} and {listed(guests)}" if guests else speaks_for(scenario, seat)
        name = Content.styled(names.get(seat, spec.name), f"bold {palette.BRIGHT}")
        head = name + Content.styled(f"  {of}" if of else "", palette.LABEL)
        player = players[seat].removeprefix("bot:")
        does = briefs.get(seat) or spec.job
        told = does if player == players[seat] else f"a bot, {bot_line(player)}"
        parts.append(Content("\n").join([head, Content.styled(told, palette.TEXT)]))
    return Content("\n\n").join(parts)
