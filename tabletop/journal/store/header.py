"""What stands before the first entry: who plays what, under which rules, and the whole scenario. Never changes."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve, field, frozen

from tabletop.errors import SaveError, TabletopError, did_you_mean
from tabletop.journal.record.chain import seal_of
from tabletop.journal.record.flat import basic_string, toml, value
from tabletop.model.limits import ITEMS, TURNS
from tabletop.model.optional import left_out
from tabletop.model.world import Phase

FORMAT = 1

_PLAIN = ("tabletop", "rules", "seed", "turns", "fold", "created", "marking", "caveat", "attribution")
_DAY = 1440  # minutes
_PHASES = [phase.value for phase in Phase]
_OURS = r"^\[chain\]|^\[\[entry\]\]"
_NOT_LITERAL = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f]|'''|'\Z|{_OURS}", re.MULTILINE)
_ESCAPED = re.compile(r'[\x00-\x08\x0b-\x1f\x7f"\\]')


@frozen(kw_only=True)
class Header:
    """`fold`: number of teams, 0 for all. `players`: seat to "team" or "bot:POLICY". `files`: the scenario's, as read.

    `rules`: version of the rules it was begun under. `digest`: of the scenario. `head`: what the first entry follows.
    `without`: optional rules left out, sorted. `minutes`: planned lengths by phase where they aren't the scenario's.
    """

    tabletop: str
    rules: str
    scenario: str
    digest: str
    seed: str
    turns: int
    fold: int
    players: dict[str, str]
    created: str
    marking: str
    caveat: str
    attribution: str
    files: tuple[tuple[str, str], ...] = field(repr=False)
    without: tuple[str, ...] = ()
    minutes: dict[str, float] = field(factory=dict)
    head: str = ""
    text: str = field(default="", repr=False)


def with_text(header: Header) -> Header:
    """The header with its text and head, ready for a file."""
    lines = [f"format = {FORMAT}"]
    lines += [f"{name} = {value(getattr(header, name))}" for name in _PLAIN]
    if header.without:
        lines.append(f"without = {value(header.without)}")
    lines += ["", "[seats]", *_pairs(header.players)]
    if header.minutes:
        lines += ["", "[minutes]", *_pairs({phase: float(minutes) for phase, minutes in header.minutes.items()})]
    lines += ["", "[scenario]", f"id = {value(header.scenario)}", f"digest = {value(header.digest)}"]
    lines += ["", "[scenario.files]", *(f"{basic_string(name)} = {_long(text)}" for name, text in header.files)]
    body = "\n".join(lines) + "\n\n[chain]\n"
    head = seal_of(body)
    return evolve(header, text=f'{body}head = "{head}"\n', head=head)


def _pairs(table: Mapping[str, Any]) -> Iterator[str]:
    return (f"{basic_string(key)} = {value(item)}" for key, item in table.items())


def read_header(text: str, place: str) -> Header:
    """Reads a header's text, its chain table included. Raises SaveError with file and line."""
    try:
        table = toml(text)
    except ValueError as wrong:
        line = re.search(r"at line (\d+)", str(wrong))
        raise SaveError(f"the header can't be read: {wrong}", place=f"{place}:{line[1] if line else 1}") from None
    head = table.get("chain", {}).get("head")
    if head != seal_of(text[: text.rindex("head = ")]):
        raise SaveError("the header was changed after it was written", place=f"{place}:1",
                        hint="resume from the mirror or a copy")  # fmt: skip
    scenario = _table(table, "scenario", place)
    files, seats = _table(scenario, "files", place), _table(table, "seats", place)
    keys = {"format", "seats", "scenario", "chain", "without", "minutes", *_PLAIN}
    for key in (*table.keys() - keys, *scenario.keys() - {"id", "digest", "files"}):
        raise SaveError(f"the header has an unknown key '{key}'", place=place, hint=did_you_mean(key, sorted(keys)))
    for key, most in (("turns", TURNS), ("fold", ITEMS)):
        if type(table.get(key)) is int and not 0 <= table[key] <= most:
            raise SaveError(f"'{key}' is no number from 0 to {most}", place=f"{place}:{_line(text, key)}")
    try:
        return Header(
            **{name: _typed(table, name, int if name in ("turns", "fold") else str) for name in _PLAIN},
            scenario=_typed(scenario, "id", str),
            digest=_typed(scenario, "digest", str),
            players={seat: _typed(seats, seat, str) for seat in seats},
            files=tuple((name, _typed(files, name, str)) for name in files),
            without=_without(table.get("without", []), f"{place}:{_line(text, 'without')}"),
            minutes=_minutes(table.get("minutes", {}), f"{place}:{_line(text, 'minutes')}"),
            head=head,
            text=text,
        )
    except KeyError as missing:
        raise SaveError(f"the header lacks {missing}", place=f"{place}:1") from None


def _table(within: dict[str, Any], key: str, place: str) -> dict[str, Any]:
    table = within.get(key)
    if not isinstance(table, dict):
        raise SaveError(f"the header lacks a table '{key}'", place=f"{place}:1")
    return table


def _typed(table: dict[str, Any], key: str, kind: type) -> Any:
    item = table[key]
    if type(item) is not kind:
        raise KeyError(f"{key} as {'a whole number' if kind is int else 'text'}")
    return item


def _without(names: Any, place: str) -> tuple[str, ...]:
    """Rules left out. Raises SaveError."""
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise SaveError("'without' isn't a list of optional rules", place=place, hint='write without = ["NAME"]')
    try:
        return left_out(names)
    except TabletopError as wrong:
        raise SaveError(wrong.problem, place=place, hint=wrong.hint) from None


def _minutes(lengths: Any, place: str) -> dict[str, float]:
    """Planned lengths. Raises SaveError."""
    if not isinstance(lengths, dict):
        raise SaveError("'minutes' isn't a table", place=place, hint="write [minutes], then PHASE = NUMBER")
    for phase, minutes in lengths.items():
        if phase not in _PHASES:
            raise SaveError(f"there is no phase '{phase}'", place=place, hint=did_you_mean(phase, _PHASES))
        if type(minutes) not in (int, float) or not 0 <= minutes <= _DAY:
            raise SaveError(f"the minutes of '{phase}' aren't a number from 0 to {_DAY}", place=place)
    return {phase: float(minutes) for phase, minutes in lengths.items()}


def _line(text: str, key: str) -> int:
    """The number of the line on which a key or table of the header stands, else 1; the first, so none of a file's."""
    key_line = re.search(rf"^\[?{key}\b", text, re.MULTILINE)
    return text.count("\n", 0, key_line.start()) + 1 if key_line else 1


def _long(text: str) -> str:
    """A multi-line string: literal where it can be, else basic. No line of it looks like a table of the save's."""
    if not _NOT_LITERAL.search(text):
        return f"'''\n{text}'''"
    if re.search(_OURS, text, re.MULTILINE):
        return basic_string(text)
    escaped = _ESCAPED.sub(lambda char: char[0] if char[0] == "\n" else basic_string(char[0])[1:-1], text)
    return f'"""\n{escaped}"""'
