"""A row of the adjudicator's queue: who asked for what, why it needs a person, what the model makes of it."""

from collections.abc import Mapping

from textual.content import Content

from tabletop.model.proposals import Proposal
from tabletop.model.record import Line
from tabletop.model.world import World
from tabletop.table.moment import Moment
from tabletop.tui.adjudicate.items import LETTERS, item_effects, item_sentence, no_effect, ruled_words
from tabletop.tui.kit.effects import effects_text
from tabletop.tui.kit.wrapped import hanging
from tabletop.tui.look import palette

_INDENT = 3


def queue_row(
    item: Proposal,
    moment: Moment,
    by_move: Mapping[int, Mapping[str, float]],
    by_number: Mapping[int, Line],
    width: int,
) -> Content:
    """The letter of its mode, the sentence with the seat in bold; below it reasons and effects, or the ruling."""
    world = moment.world
    letter = Content.styled(LETTERS.get(item.mode, "?"), f"bold {palette.ACCENT}")
    who = world.seats[item.seat].name if item.seat in world.seats else ""
    said = item_sentence(item, world, by_number)
    sentence = Content(said)
    if who and said.startswith(who):
        sentence = Content.assemble((who, f"bold {palette.BRIGHT}"), said[len(who) :])
    room = width - _INDENT
    below = _ruling(item, world, by_number, room) if item.ruled else _proposal(item, moment, by_move, room)
    return Content("\n").join(
        [hanging(sentence, width, _INDENT, letter), *(hanging(line, width, _INDENT) for line in below)]
    )


def _proposal(item: Proposal, moment: Moment, by_move: Mapping[int, Mapping[str, float]], width: int) -> list[Content]:
    world = moment.world
    needs = Content("  ").join([Content.styled(f"! {need}", palette.LOW) for need in item.needs])
    effects = {} if item.mode == "free" else item_effects(item, by_move)
    if not effects:
        nothing = "yours to decide" if item.mode == "free" else no_effect(item, moment)
        told = Content.assemble(needs, "  " if item.needs else "", (nothing, palette.LABEL))
        return [told if told.cell_length <= width or not item.needs else needs]
    row = effects_text(effects, world.scenario, world.seats, width - needs.cell_length - 2)
    if needs.cell_length + row.cell_length + 2 > width:
        return [needs, effects_text(effects, world.scenario, world.seats, width)]
    return [Content.assemble(needs, "  " if item.needs else "", row)]


def _ruling(item: Proposal, world: World, by_number: Mapping[int, Line], width: int) -> list[Content]:
    ruled = world.rulings[item.item]
    effects = {e.on: e.add for e in ruled.effects if e.add}
    told = Content.styled(f"{ruled_words(item.ruled)}  ", f"bold {palette.ACCENT}")
    row = effects_text(effects, world.scenario, world.seats, width - told.cell_length)
    line = by_number.get(ruled.ref)
    public = getattr(line.move, "public", "") if line else ""
    said = [Content.styled(f'"{public}"', palette.TEXT)] if public else []
    return [Content.assemble(told, row), *said]
