"""The map as a whole: colours, plates and clicks."""

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.color import Color
from textual.app import ComposeResult
from textual.strip import Strip

from tabletop.tui.kit.program import Program
from tabletop.tui.look import palette
from tabletop.tui.look.signs import ALARM, ASKS
from tabletop.tui.map.geography import Box, geography
from tabletop.tui.map.map import TheatreMap
from tabletop.tui.map.pointed import PointedMap
from tabletop.tui.map.theatre import MapTheatre, codes, theatre_of
from tabletop.words.bands import is_short

THEATRES = (
    MapTheatre("east", "Baltic", ("ee", "lv", "lt"), 24.0, 57.3, 62, 3, 3.1, False),
    MapTheatre("north", "High North", ("no", "fi", "se", "is"), 17.0, 66.0, 41, -9, -6.2, True),
    MapTheatre("middle", "Central", ("de", "pl", "cz", "sk", "dk"), 14.5, 51.5, 70, 22, 0, False),
    MapTheatre("south-east", "Black Sea", ("ro", "bg", "tr", "hu"), 29.0, 43.5, 46, -12, -2.0, False),
    MapTheatre("sea", "N. Atlantic", (), -20.0, 54.0, 55, 6, 1.2, False),
    MapTheatre("south", "Mediterranean", ("it", "es", "pt", "gr"), 9.0, 39.5, 71, 18, 0.3, False),
)
STATES = st.tuples(st.floats(0, 100), st.floats(-60, 60), st.floats(-30, 30), st.booleans())


class Pointed(Program):
    """The map with its cursor, and what was selected on it."""

    def __init__(self) -> None:
        super().__init__()
        self.map = PointedMap(THEATRES)
        self.selected: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.map

    def on_theatre_map_selected(self, message: TheatreMap.Selected) -> None:
        self.selected.append(message.theatre)


async def test_arrows_point_at_every_theatre_and_enter_asks_why() -> None:
    app = Pointed()
    async with app.run_test(size=(80, 30)) as pilot:
        app.map.focus()
        seen = []
        for _ in THEATRES:
            seen.append(app.map.points_at)
            await pilot.press("enter", "down")

    assert seen == [f"deterrence/{each.id}" for each in THEATRES]
    assert app.selected == [each.id for each in THEATRES]
    assert app.map.points_at == seen[0]


class Shown(Program):
    """The map alone, and what was selected on it."""

    def __init__(self, *theatres: MapTheatre, bands: bool = False, bold: bool = False) -> None:
        super().__init__()
        self.map = TheatreMap(theatres, bold=bold)
        self.map.set_reactive(TheatreMap.bands, bands)
        self.selected: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.map

    def on_theatre_map_selected(self, message: TheatreMap.Selected) -> None:
        self.selected.append(message.theatre)


def lines(app: Shown) -> list[Strip]:
    return [app.map.render_line(y) for y in range(app.map.size.height)]


@settings(max_examples=40, deadline=None)
def overlap(one: Box, other: Box) -> bool:
    """Whether any cell lies in both."""
    beside = one.x + one.width <= other.x or other.x + other.width <= one.x
    return not beside and one.y < other.y + other.height and other.y < one.y + one.height


@given(st.integers(40, 150), st.integers(12, 50), st.lists(STATES, min_size=6, max_size=6), st.booleans())
def test_plates_are_whole_apart_and_off_the_inset(
    width: int, height: int, states: list[tuple[float, float, float, bool]], bands: bool
) -> None:
    theatres = [
        evolve(theatre, value=value, margin=margin, change=change, asks=asks)
        for theatre, (value, margin, change, asks) in zip(THEATRES, states, strict=True)
    ]

    strips, plates = Shown(*theatres, bands=bands).map.drawn(width, height, palette.BACKGROUND)

    inset = geography(width, height).inset
    boxes = [plate.box for plate in plates]
    assert len(boxes) == len(theatres)
    assert all(box.x >= 0 and box.x + box.width <= width for box in boxes)
    assert all(box.y >= 0 and box.y + box.height <= height for box in boxes)
    assert not any(overlap(one, other) for at, one in enumerate(boxes) for other in boxes[:at])
    assert inset is None or not any(overlap(box, inset) for box in boxes)
    assert [strip.cell_length for strip in strips] == [width] * height
    short = codes([theatre.name for theatre in theatres])
    for theatre, code, plate in zip(theatres, short, plates, strict=True):
        text = strips[plate.box.y + plate.box.height // 2].crop(plate.box.x, plate.box.x + plate.box.width).text
        assert theatre.name in text or f"{code} " in text
        assert (ALARM in text) == is_short(theatre.margin)
        assert (ASKS in text) == theatre.asks


async def test_the_map_is_coloured_by_margin_and_other_land_stays_dark() -> None:
    app = Shown(evolve(THEATRES[2], margin=40.0))

    async with app.run_test(size=(80, 24)):
        inks = {segment.style.color for strip in lines(app) for segment in strip if segment.style}

    assert Color.parse(palette.HIGH) in inks
    assert Color.parse(palette.LAND) in inks
    assert Color.parse(palette.LOW) not in inks


async def test_bands_show_words_and_no_digits() -> None:
    app = Shown(*THEATRES, bands=True)

    async with app.run_test(size=(100, 30)):
        text = "\n".join(strip.text for strip in lines(app))

    assert "Baltic level ▲" in text
    assert "High North short ▼" in text
    assert not any(letter.isdigit() for letter in text)


async def test_half_blocks_replace_dots_when_bold() -> None:
    app = Shown(*THEATRES, bold=True)

    async with app.run_test(size=(100, 30)):
        text = "".join(strip.text for strip in lines(app))

    assert "▀" in text
    assert not any("\u2801" <= letter <= "\u28ff" for letter in text)


async def test_new_values_are_drawn_without_a_new_template() -> None:
    app = Shown(*THEATRES)

    async with app.run_test(size=(100, 30)) as pilot:
        apart = frozenset(theatre_of(THEATRES))
        before = geography(*app.map.size, apart)
        app.map.set_theatres([evolve(THEATRES[0], margin=12.0), *THEATRES[1:]])
        await pilot.pause()
        text = "\n".join(strip.text for strip in lines(app))

        assert geography(*app.map.size, apart) is before
    assert "Baltic +12" in text


async def test_a_click_on_land_selects_its_theatre() -> None:
    app = Shown(THEATRES[2])

    async with app.run_test(size=(80, 24)) as pilot:
        land = geography(80, 24)
        x, y = next((x, y) for y in range(24) for x in range(80) if land.country(x, y) == "pl")
        await pilot.click(TheatreMap, offset=(x, y))

    assert app.selected == ["middle"]


def test_the_first_theatre_that_names_a_country_has_it_and_territories_follow() -> None:
    first, second = evolve(THEATRES[0], members=("dk", "ee")), evolve(THEATRES[1], members=("dk", "gl"))

    lying = theatre_of([first, second])

    assert lying["dk"] is first
    assert lying["fo"] is first
    assert lying["gl"] is second


def test_codes_of_two_letters_tell_theatres_apart() -> None:
    assert codes(["Baltic", "High North", "Black Sea", "N. Atlantic"]) == ["BA", "HN", "BS", "NA"]
    assert codes(["Bay", "Bayou", "Bar"]) == ["BA", "BY", "BR"]


def test_the_map_is_cropped_to_the_allies() -> None:
    land = geography(34, 15)
    east = max(x for y in range(15) for x in range(34) if land.country(x, y) == "tr")

    assert east >= 32
