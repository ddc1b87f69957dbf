"""One reader for whoever writes tables: what a class declares is what is read, and every mistake is heard."""

import datetime
from typing import Any

import pytest
from attrs import field, frozen

from tabletop.reading.lines import Trail
from tabletop.reading.shape import Part, Shape, reader, shape_of
from tabletop.reading.values import BAD, PLAIN, Read


@frozen
class Ship:
    """A toy."""

    masts: int
    tons: float
    fast: bool = False
    draughts: tuple[float, ...] = ()
    berths: dict[str, int] = field(factory=dict)
    captains: int | None = None


class Heard:
    """Faults that go on, and keep where something was wrong."""

    most = 1e6

    def __init__(self) -> None:
        self.trails: list[Trail] = []

    def wrong(self, value: Any, trail: Trail, wanted: str, hint: str = "") -> Any:
        self.trails.append(trail)
        return BAD

    def beyond(self, value: float, trail: Trail, wanted: str) -> Any:
        return self.wrong(value, trail, wanted)

    def unknown_key(self, kind: Any, trail: Trail, known: list[str], given: bool) -> str:
        self.trails.append(trail)
        return f"did you mean '{known[0]}'?"

    def again(self, trail: Trail) -> str:
        self.trails.append(trail)
        return ""

    def missing(self, kind: Any, trail: Trail, key: str, needed: list[str]) -> None:
        self.trails.append((*trail, key))


def ship(*more: tuple[str, str], read: Any = PLAIN.get) -> Shape:
    fields: Any = Ship.__attrs_attrs__
    parts = [Part(each.name, each.name, each, reader(each.type, read)) for each in fields]
    known = {part.name: part for part in parts}
    return shape_of(Ship, [*parts, *(known[name]._replace(key=key) for key, name in more)], beside=("name",))


def test_what_a_class_declares_is_read() -> None:
    table = {"name": "Ann", "masts": 3, "tons": 80, "draughts": [2, 2.5], "berths": {"aft": 2}, "captains": None}
    heard = Heard()

    made = ship().read(table, ("ship",), heard)

    assert made == Ship(3, 80.0, draughts=(2.0, 2.5), berths={"aft": 2})
    assert type(made.tons) is float and heard.trails == []


def test_every_mistake_is_heard_at_its_place() -> None:
    table = {"masts": 2.5, "tons": 1e9, "fast": 1, "draughts": [2, "x"], "berths": {"aft": 2, "fore": None}, "oars": 3}
    heard = Heard()

    made = ship().read(table, ("ship",), heard)

    wrong: list[Trail] = [("masts",), ("tons",), ("fast",), ("draughts", 1), ("berths", "fore"), ("oars",)]
    assert made is BAD
    assert heard.trails == [("ship", *trail) for trail in wrong]


def test_what_can_be_read_is_kept_beside_what_cannot() -> None:
    assert ship().fields({"masts": "x", "tons": 80}, (), Heard()) == {"tons": 80.0}


def test_a_key_that_is_missing_is_heard_but_for_one_that_was_misspelt() -> None:
    missing, misspelt = Heard(), Heard()

    assert ship().read({"tons": 80}, (), missing) is BAD
    assert ship().read({"tons": 80, "mast": 3}, (), misspelt) is BAD

    assert (missing.trails, misspelt.trails) == ([("masts",)], [("mast",)])


def test_a_field_is_said_once_whatever_its_key() -> None:
    twice, given = Heard(), Heard()

    ship(("poles", "masts")).read({"masts": 3, "poles": 3, "tons": 80}, (), twice)
    made = ship().read({"masts": 3, "tons": 80}, (), given, masts=2)

    assert (twice.trails, given.trails) == ([("poles",)], [("masts",)])
    assert made == Ship(2, 80.0)


@pytest.mark.parametrize("hint", [int, float, bool, int | None, tuple[int, ...], dict[str, float]])
def test_no_type_takes_a_date(hint: Any) -> None:
    read: Read = reader(hint, PLAIN.get)
    heard = Heard()

    assert read(datetime.date(2026, 1, 1), ("x",), heard) is BAD
    assert heard.trails == [("x",)]


def test_a_type_that_nobody_reads_is_told_at_once() -> None:
    with pytest.raises(TypeError, match="no way to read"):
        reader(bytes, PLAIN.get)
