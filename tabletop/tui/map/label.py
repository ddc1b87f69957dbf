"""The label plate of a theatre: its text in longer and shorter forms, and laying it over a map."""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tabletop.tui.look import palette
from tabletop.tui.map.plate import Placed
from tabletop.tui.map.theatre import MapTheatre


def label_forms(
    theatre: MapTheatre, bands: bool, words: tuple[str, str, str], narrow: bool
) -> tuple[tuple[Segment, ...], ...]:
    """The plate in full, without the size of the change, and without the name."""
    arrow, signed, change_colour = palette.change_mark(theatre.change, 0)
    figure = palette.margin_word(theatre.margin, words) if bands else f"{theatre.value:.0f}"
    size = signed if signed.strip("+-0") and not bands and not narrow else ""
    under = palette.CRISIS if theatre.crisis else palette.PLATE

    def ink(colour: str, bold: bool = False) -> Style:
        return Style(color=palette.CRISIS_TEXT if theatre.crisis else colour, bgcolor=under, bold=bold)

    edge = Segment("! " if theatre.crisis else "▌", ink(palette.margin_colour(theatre.margin), theatre.crisis))
    name = Segment(f"{theatre.name} ", ink(palette.TEXT, theatre.crisis))
    value = Segment(figure, ink(palette.BRIGHT, True))
    mark, marked = Segment(f" {arrow} ", ink(change_colour)), Segment(f" {arrow}{size} ", ink(change_colour))
    return (edge, name, value, marked), (edge, name, value, mark), (edge, value, mark)


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
