"""The map of the theatres. Draws what it is given: who lies where, and how it stands, come as arguments."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tabletop.tui.kit.picture import Picture
from tabletop.tui.map.geography import Geography, geography, open_sea
from tabletop.tui.map.label import label_forms, label_width, lay_label
from tabletop.tui.map.outline import countries
from tabletop.tui.map.paint import Paint
from tabletop.tui.map.plate import Ground, Placed, Wish, ground, place_plates
from tabletop.tui.map.theatre import MapTheatre, codes, theatre_of
from tabletop.words.bands import is_short

_ROOMY = 140, 44
"""Columns and rows from which plates are three rows high."""
_COVER_ALL = 24.0
"""What a plate over the whole land of its own theatre costs, in columns of distance."""
_COVER_OTHER = 0.8
"""What a plate over a cell of another theatre costs, at most as much over its own."""
_NARROW = 56
"""Columns below which plates have a theatre's code and no name."""


class TheatreMap(Picture):
    """Europe, its theatres coloured by margin, with a plate each; braille dots, or when `bold` half blocks, which are
    coarser, and readable from the back of a hall."""

    bands: reactive[bool] = reactive(False)
    """Words of bands in the place of digits, for the public display."""

    class Selected(Message):
        """A theatre's land or plate was clicked."""

        def __init__(self, theatre: str) -> None:
            super().__init__()
            self.theatre = theatre

    def __init__(
        self,
        theatres: Sequence[MapTheatre] = (),
        *,
        bold: bool = False,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._theatres = tuple(theatres)
        self._bold = bold
        self._plates: tuple[Placed, ...] = ()

    def set_theatres(self, theatres: Sequence[MapTheatre]) -> None:
        """Show these in the place of the ones shown."""
        if self._theatres != (theatres_now := tuple(theatres)):
            self._theatres = theatres_now
            self.redraw()

    def watch_bands(self) -> None:
        self.redraw()

    def picture(self, width: int, height: int, ground: str) -> list[Strip]:
        strips, self._plates = self.drawn(width, height, ground)
        return strips

    def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset(self)
        if at is None or not self.size:
            return
        for plate in self._plates:
            if plate.box.y == at.y and plate.box.x <= at.x < plate.box.x + plate.box.width:
                self.post_message(self.Selected(self._theatres[plate.wish].id))
                return
        lying = theatre_of(self._theatres)
        country = self._land(*self.size).country(at.x, at.y)
        theatre = lying.get(country) if country else None
        if theatre is not None:
            self.post_message(self.Selected(theatre.id))

    def _land(self, width: int, height: int) -> Geography:
        """Europe; nothing but sea unless most members of the theatres have an outline there."""
        members = {member for theatre in self._theatres for member in theatre.members}
        if self._theatres and 2 * len(members & countries()) <= len(members):
            return open_sea(width, height)
        return geography(width, height, frozenset(theatre_of(self._theatres)))

    def drawn(self, width: int, height: int, background: str) -> tuple[list[Strip], tuple[Placed, ...]]:
        """The map in so many cells on a background (hex), and its plates in the order of the theatres."""
        if width < 1 or height < 1:
            return [], ()
        lying = theatre_of(self._theatres)
        land = self._land(width, height)
        paint = Paint(land, lying, background)
        rows = paint.halves(land) if self._bold else paint.dots(land)
        short = codes([one.name for one in self._theatres])
        all_forms = [label_forms(one, self.bands, code) for one, code in zip(self._theatres, short, strict=True)]
        forms = [texts[2:] if width < _NARROW else texts for texts in all_forms]
        at = [land.cell(theatre.lon, theatre.lat) for theatre in self._theatres]
        if not land.raster.countries:
            at = _spread(self._theatres, width, height)
        wishes = tuple(
            Wish(*place, tuple(map(label_width, texts)), is_short(theatre.margin))
            for place, theatre, texts in zip(at, self._theatres, forms, strict=True)
        )
        on = _ground(
            land,
            tuple(lying[country].id if country in lying else None for country in land.raster.countries),
            tuple(theatre.id for theatre in self._theatres),
        )
        roomy = width >= _ROOMY[0] and height >= _ROOMY[1]
        plates = place_plates(wishes, on, 3 if roomy else 1)
        for plate in plates:
            lay_label(rows, plate, forms[plate.wish][plate.form])
        return rows, plates


def _spread(theatres: Sequence[MapTheatre], width: int, height: int) -> list[tuple[float, float]]:
    """Places for plates on open sea: evenly apart, in the order of their longitudes and latitudes."""
    east = sorted(range(len(theatres)), key=lambda n: theatres[n].lon)
    south = sorted(range(len(theatres)), key=lambda n: -theatres[n].lat)
    parts = len(theatres) + 1
    return [((east.index(n) + 1) * width / parts, (south.index(n) + 1) * height / parts) for n in range(len(theatres))]


@lru_cache(maxsize=8)
def _ground(land: Geography, lying: tuple[str | None, ...], theatres: tuple[str, ...]) -> Ground:
    """Plates should keep off the land of other theatres, and off their own where it is small."""
    owners = [[lying[cell.owner] if cell.owner >= 0 else None for cell in row] for row in land.raster.rows]
    sizes = Counter(theatre for row in owners for theatre in row)
    others = [[0.0 if owner is None else _COVER_OTHER for owner in row] for row in owners]
    prices = [min(_COVER_OTHER, _COVER_ALL / max(1, sizes[theatre])) for theatre in theatres]
    costs = [
        [
            [own if owner == theatre else cost for owner, cost in zip(row, other, strict=True)]
            if theatre in row
            else other
            for row, other in zip(owners, others, strict=True)
        ]
        for theatre, own in zip(theatres, prices, strict=True)
    ]
    return ground(land.width, land.height, costs, () if land.inset is None else (land.inset,))
