"""The label plate of a theatre: its text in longer and shorter forms, and laying it over a map."""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tabletop.tui.look import palette
from tabletop.tui.look.signs import ALARM, ASKS
from tabletop.tui.map.plate import Placed
from tabletop.tui.map.theatre import MapTheatre
from tabletop.words.bands import is_short, margin_band, margin_figure


def label_forms(theatre: MapTheatre, bands: bool, code: str) -> tuple[tuple[Segment, ...], ...]:
    """The plate in full, without the size of the change, and with the theatre's `code` in the place of its name."""
    arrow, signed, change_colour = palette.change_mark(theatre.change, 0)
    figure = margin_band(theatre.margin) if bands else margin_figure(theatre.margin)
    size = signed if signed.strip("+-0") and not bands else ""

    def ink(colour: str, bold: bool = False) -> Style:
        return Style(color=colour, bgcolor=palette.PLATE, bold=bold)

    edge = Segment("▌", ink(palette.margin_colour(theatre.margin)))
    alarm = [Segment(f"{ALARM} ", ink(palette.LOW, True))] if is_short(theatre.margin) else []
    asks = [Segment(f"{ASKS} ", ink(palette.CRISIS_INK))] if theatre.asks else []
    value = Segment(figure, ink(palette.BRIGHT, True))
    mark, sized = (Segment(f" {arrow}{end} ", ink(change_colour)) for end in ("", size))
    head = edge, *alarm, *asks
    name, short = (Segment(f"{each} ", ink(palette.TEXT)) for each in (theatre.name, code))
    return (*head, name, value, sized), (*head, name, value, mark), (*head, short, value, mark)


def lay_label(rows: list[Strip], plate: Placed, text: Sequence[Segment]) -> None:
    """Put a plate over the rows, its text in the middle row, its edge in all."""
    box, edge = plate.box, text[0]
    plain = Style(bgcolor=text[-1].style.bgcolor if text[-1].style else None)
    blank = Segment(" " * (box.width - edge.cell_length), plain)
    for y in range(box.y, box.y + box.height):
        middle = y == box.y + box.height // 2
        side = edge if middle or edge.text == "▌" else Segment(" " * edge.cell_length, plain)
        line = Strip(text if middle else (side, blank), box.width)
        rows[y] = Strip.join([rows[y].crop(0, box.x), line, rows[y].crop(box.x + box.width, rows[y].cell_length)])


def label_width(segments: Sequence[Segment]) -> int:
    return sum(segment.cell_length for segment in segments)
