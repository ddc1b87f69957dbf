"""The adjudicator's queue as text: who asked for what, why it needs a person, what the model makes of it, the rest."""

from collections.abc import Sequence

from textual.content import Content

from tabletop.model.proposals import Proposal
from tabletop.model.world import Phase, World
from tabletop.table.moment import Moment
from tabletop.table.port import View
from tabletop.tui.adjudicate.items import LETTERS, ByMove, ByNumber, item_effects, item_sentence, no_effect, ruled_words
from tabletop.tui.kit.effects import effects_text
from tabletop.tui.kit.keys import shown
from tabletop.tui.kit.wrapped import hanging
from tabletop.tui.look import palette

_INDENT = 3


def queue_rows(
    items: Sequence[Proposal], moment: Moment, by_move: ByMove, by_number: ByNumber, width: int
) -> list[tuple[str, Content]]:
    """First what needs a person, then the rest, each under its heading."""
    options: list[tuple[str, Content]] = []
    for title, needed in (("Needs a person", True), ("The rules settle these", False)):
        rows = [item for item in items if bool(item.needs) is needed]
        if rows:
            options.append(("", Content.styled(f"{title}  {len(rows)}", palette.LABEL)))
            options += [(row.item, queue_row(row, moment, by_move, by_number, width)) for row in rows]
    return options


def nothing_weighed(world: World) -> str:
    """What stands there without items."""
    if world.phase is Phase.ADJUDICATE:
        return f"Nobody ordered anything this turn. {shown('space')} goes to review."
    return f"Results are weighed in adjudicate; this is {world.phase.value}."


def queue_title(items: Sequence[Proposal], minutes: float) -> str:
    """How many need a person, and how long there is for each. `minutes`: of the phase, 0 without a limit."""
    waiting = sum(bool(item.needs) and not item.ruled for item in items)
    budget = f" · {minutes:g} minute{'' if minutes == 1 else 's'}" if minutes else ""
    each = f", {minutes * 60 / waiting:.0f} s each" if minutes and waiting else ""
    return f"1 Results  {waiting} of {len(items)} need you{budget}{each}"


def modes_legend(modes: Sequence[str], width: int) -> Content:
    """The letters that stand before results, spelt: how each was found."""
    parts = [
        Content.assemble((letter, f"bold {palette.ACCENT}"), (f" {mode}", palette.LABEL))
        for mode, letter in LETTERS.items()
        if mode in modes
    ]
    legend = Content("  ").join(parts)
    return legend if legend.cell_length <= width else Content("")


def left_free(items: Sequence[Proposal]) -> list[Proposal]:
    """Free moves that nobody has ruled on."""
    return [item for item in items if not item.ruled and item.item.startswith("free/")]


def next_words(view: View) -> tuple[str, str]:
    """What the next step does, with what is left; and the same where there is less room."""
    phase = view.world.phase
    if phase is not Phase.ADJUDICATE:
        return f"to {'review' if phase is Phase.REVIEW else 'the board'}", ""
    rest = [item for item in view.proposals() if not item.ruled]
    free = left_free(rest)
    need = sum(bool(item.needs) for item in rest if item not in free)
    words = f"accept {len(rest) - len(free)}"
    words += f" ({need} need you)" if need else ""
    words += f", leave {len(free)} free" if free else ""
    return f"{words}, to review", f"review, {need + len(free)} open" if need or free else "to review"


def queue_row(item: Proposal, moment: Moment, by_move: ByMove, by_number: ByNumber, width: int) -> Content:
    """The letter of its mode, the sentence with the seat in bold; below it reasons and effects, or the ruling."""
    world = moment.world
    letter = Content.styled(LETTERS.get(item.mode, "?"), f"bold {palette.ACCENT}")
    who = world.seats[item.seat].name if item.seat in world.seats else ""
    text = item_sentence(item, world, by_number)
    sentence = Content(text)
    if who and text.startswith(who):
        sentence = Content.assemble((who, f"bold {palette.BRIGHT}"), text[len(who) :])
    room = width - _INDENT
    below = _ruling(item, world, by_number, room) if item.ruled else _proposal(item, moment, by_move, room)
    return Content("\n").join(
        [hanging(sentence, width, _INDENT, letter), *(hanging(line, width, _INDENT) for line in below)]
    )


def _proposal(item: Proposal, moment: Moment, by_move: ByMove, width: int) -> list[Content]:
    world = moment.world
    needs = Content("  ").join([Content.styled(f"! {need}", palette.LOW) for need in item.needs])
    effects = {} if item.mode == "free" else item_effects(item, by_move)
    if not effects:
        nothing = "yours to decide" if item.mode == "free" else no_effect(item, moment)
        remark = Content.assemble(needs, "  " if item.needs else "", (nothing, palette.LABEL))
        return [remark if remark.cell_length <= width or not item.needs else needs]
    row = effects_text(effects, world.scenario, world.seats, width - needs.cell_length - 2)
    if not row.cell_length and item.needs:
        return [needs]
    if needs.cell_length + row.cell_length + 2 > width:
        return [needs, effects_text(effects, world.scenario, world.seats, width)]
    return [Content.assemble(needs, "  " if item.needs else "", row)]


def _ruling(item: Proposal, world: World, by_number: ByNumber, width: int) -> list[Content]:
    ruling = world.rulings[item.item]
    effects = {e.on: e.add for e in ruling.effects if e.add}
    head = Content.styled(f"{ruled_words(item.ruled)}  ", f"bold {palette.ACCENT}")
    row = effects_text(effects, world.scenario, world.seats, width - head.cell_length)
    line = by_number.get(ruling.ref)
    public = getattr(line.move, "public", "") if line else ""
    public_line = [Content.styled(f'"{public}"', palette.TEXT)] if public else []
    return [Content.assemble(head, row), *public_line]
