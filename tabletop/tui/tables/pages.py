"""What a seat reads: its brief with objectives and points so far, what happened since, and the page after the seal."""

from textual.content import Content

from tabletop.model.world import World
from tabletop.rules.arithmetic import sum_of
from tabletop.rules.objectives import mark
from tabletop.table.port import View
from tabletop.tui import palette
from tabletop.tui.present.names import listed, seat_name
from tabletop.tui.present.sentences import line_line
from tabletop.tui.present.without import played_without
from tabletop.tui.widgets.bars import bar

_HEAD = f"bold {palette.LABEL}"


def brief_content(world: World, seat: str) -> Content:
    """Situation, objectives with points, interests, red lines, levers, dilemmas, arc."""
    spec = world.scenario.seats[seat]
    brief = spec.brief
    parts = [Content.styled(seat_name(world.scenario, seat, world.seats), f"bold {palette.BRIGHT}")]
    parts += [Content(paragraph.strip()) for paragraph in brief.situation.strip().split("\n\n") if paragraph.strip()]
    parts.append(_objectives(world, seat))
    for head, items in (
        ("Interests", brief.interests),
        ("Red lines", brief.red_lines),
        ("Levers", brief.levers),
        ("Dilemmas", brief.dilemmas),
    ):
        if items:
            lines = [Content.styled(head, _HEAD), *(Content(f"· {item}") for item in items)]
            parts.append(Content("\n").join(lines))
    if brief.arc:
        parts.append(Content.assemble((f"{world.turns} turns", _HEAD), "\n", brief.arc))
    if world.without:
        parts.append(Content.assemble(("Rules left out", _HEAD), "\n", played_without(world)))
    return Content("\n\n").join(parts)


def since_content(view: View) -> Content:
    """The record as this seat may read it, the newest turn first."""
    world = view.world
    lines = [
        line
        for line in view.lines
        if line.live and line.move.do not in ("advance", "clock", "display", "seal", "unseal")
    ]
    if not lines:
        return Content.styled("Nothing has happened yet that this seat may read.", palette.LABEL)
    parts = []
    for turn in sorted({line.turn for line in lines}, reverse=True):
        told = [Content.styled(f"Turn {turn} · {world.scenario.period(turn)}", _HEAD)]
        for line in lines:
            if line.turn == turn:
                mine = line.move.seat == view.who
                said = line_line(line, world.scenario, world.seats)
                by = f"  (entered by {line.entered_by})" if line.entered_by and mine else ""
                ink = palette.BRIGHT if mine else palette.TEXT
                told.append(Content.assemble(("· ", palette.DIM), (said, ink), (by, palette.DIM)))
        parts.append(Content("\n").join(told))
    return Content("\n\n").join(parts)


def sealed_content(world: World, seat: str) -> Content:
    """The page that stays on the screen when a seat is ready: nothing of what it ordered."""
    name = seat_name(world.scenario, seat, world.seats)
    teams = {s: state for s, state in world.seats.items() if not state.player.startswith("bot:")}
    waits = [seat_name(world.scenario, s, world.seats) for s, state in teams.items() if not state.sealed]
    rest = f"Still at work: {listed(waits)}." if waits else "All seats have sealed; control goes on."
    return Content.assemble(
        "\n", (f"{name} has sealed.", f"bold {palette.BRIGHT}"), "\n\n", (rest, palette.TEXT), "\n\n",
        ("u", f"bold {palette.ACCENT}"), (" opens the orders again until control goes on", palette.LABEL), "\n",
        ("Esc", f"bold {palette.ACCENT}"), (" hands the keyboard on", palette.LABEL),
    )  # fmt: skip


def _objectives(world: World, seat: str) -> Content:
    marked = mark(world, seat)
    total = sum_of(m.points * m.weight for m in marked) / 100
    lines = [Content.assemble(("Objectives", _HEAD), (f"   {total:.0f} of 100 so far", palette.LABEL))]
    for m in marked:
        kind = ("secret", palette.LOW) if m.objective.secret else ("open", palette.LABEL)
        lines.append(
            Content.assemble(
                bar(m.points, 10, palette.MIDDLE), f" {m.points:3.0f}  ", (m.objective.title, f"bold {palette.BRIGHT}"),
                "  ", kind, (f", weighs {m.weight:.0f} %", palette.LABEL),
            )
        )  # fmt: skip
        lines.append(Content.styled(m.objective.text.strip(), palette.TEXT))
    return Content("\n").join(lines)
