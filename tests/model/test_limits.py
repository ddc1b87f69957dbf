"""Every number, text and list of every move has its limit: taken at both ends, refused beyond them, at once."""

import math
import re
import signal
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import attrs
import click
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tabletop.cli.main import COMMANDS, tabletop
from tabletop.errors import MoveError
from tabletop.journal.record.chain import seal_of
from tabletop.journal.record.entry import Entry
from tabletop.journal.record.entry_toml import START, chained
from tabletop.journal.session import Session
from tabletop.journal.store.save_toml import load
from tabletop.model.limits import ITEMS, NAME, TEXT, Range
from tabletop.model.moves import REGISTRY, Adjust, Message, Move, Note, Talk, Undo, Withdraw
from tabletop.model.moves.table import from_table, read_envelope, to_table
from tabletop.model.moves.values import slots
from tabletop.reading.shape import Part
from tabletop.table.batch import apply_at_table
from tests.cli.said import ADVANCE, TWO_KEYS, apply, control, new, run
from tests.journal.sessions import begun
from tests.long import sweep

_NUMBERS = (int, float, int | None, float | None, float | str | None)
_TABLES = tuple[dict[str, Any], ...]
_KINDS: dict[str, Any] = dict(REGISTRY)
_TYPES: dict[tuple[str, str], Any] = {
    (do, a.name): a.type for do, kind in _KINDS.items() for a in attrs.fields(kind) if a.name != "seat"
}


class Slot(NamedTuple):
    """What a field of a move says of itself."""

    key: str
    name: str
    range: Range | None
    parts: Mapping[str, Range]
    least: int
    most: int
    free: bool
    needed: bool

    @classmethod
    def of(cls, part: Part) -> "Slot":
        told = part.field.metadata
        least, most = told.get("least", 0), told.get("most", NAME)
        needed = part.field.default is attrs.NOTHING or least > 0
        return cls(part.key, part.name, told.get("range"), told.get("parts", {}), least, most, "free" in told, needed)


FIELDS = [(do, Slot.of(part)) for do, kind in REGISTRY.items() for part in slots(kind).parts.values()]
NUMBERS = [(do, slot) for do, slot in FIELDS if _TYPES[do, slot.name] in _NUMBERS]
TABLES = [(do, slot) for do, slot in FIELDS if _TYPES[do, slot.name] == _TABLES]
NO_NUMBERS = [math.nan, math.inf, -math.inf, 1e308, -1e308, 2**53 + 1, -(2**63), 10**30, -(10**400), True]


@pytest.fixture(autouse=True)
def at_once() -> Iterator[None]:
    """A hang is a failure: the limit is far from what anything here takes."""
    signal.setitimer(signal.ITIMER_REAL, 300)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)


def plain(slot: Slot, kind: Any) -> Any:
    """A value that every limit lets through."""
    if slot.range:
        return slot.range.low
    return {bool: True, tuple[str, ...]: ["x"], _TABLES: [], dict[str, str]: {}}.get(kind, "x")


def table_of(do: str, **fields: Any) -> dict[str, Any]:
    """A move with what it needs."""
    needed = {slot.key: plain(slot, _TYPES[do, slot.name]) for of, slot in FIELDS if of == do and slot.needed}
    return {"seat": "control", "do": do} | needed | fields


def beyond(slot: Slot, kind: Any) -> list[float]:
    assert slot.range
    low, high = slot.range
    return [low - 1, high + 1] if kind in (int, int | None) else [math.nextafter(low, -math.inf), high + 0.5]


TYPES_TAKEN: dict[Any, tuple[type, ...]] = {
    float: (int, float),
    int | None: (int, type(None)),
    float | None: (int, float, type(None)),
    float | str | None: (int, float, str, type(None)),
    tuple[str, ...]: (list,),
    _TABLES: (list,),
    dict[str, str]: (dict,),
}


@pytest.mark.parametrize(("do", "slot"), FIELDS, ids=lambda of: of if isinstance(of, str) else of.key)
def test_a_field_refuses_what_is_of_another_type_and_says_where(do: str, slot: Slot) -> None:
    of = _TYPES[do, slot.name]
    taken = TYPES_TAKEN.get(of, (of,)) + ((str,) if slot.free else ())  # lines are a list too
    values: list[Any] = ["x", 3, 2.5, True, [], {}, None, date(2026, 1, 1)]

    for value in [each for each in values if type(each) not in taken]:
        with pytest.raises(MoveError, match=r": must be .*, not ") as wrong:
            from_table(table_of(do, **{slot.key: value}))
        assert wrong.value.place == f"{do}.{slot.key}"
        assert wrong.value.hint or of in (bool, float | str | None)


def test_every_number_of_every_move_says_its_range() -> None:
    assert len(NUMBERS) >= 19
    for do, slot in NUMBERS:
        assert slot.range and slot.range.low < slot.range.high, f"{do}.{slot.key} says no range"
    for do, slot in TABLES:
        assert slot.parts, f"{do}.{slot.key} says nothing of the numbers in its tables"


@pytest.mark.parametrize(("do", "slot"), NUMBERS, ids=lambda of: of if isinstance(of, str) else of.key)
def test_a_number_is_taken_at_both_ends_and_refused_beyond_them(do: str, slot: Slot) -> None:
    assert slot.range
    for number in slot.range:
        move, _, _ = read_envelope(table_of(do, **{slot.key: number}))
        assert getattr(move, slot.name) == number
    for number in [*beyond(slot, _TYPES[do, slot.name]), *NO_NUMBERS]:
        with pytest.raises(MoveError) as wrong:
            read_envelope(table_of(do, **{slot.key: number}))
        assert wrong.value.place == f"{do}.{slot.key}", number
        assert len(str(wrong.value)) < 200


@pytest.mark.parametrize(("do", "slot"), TABLES, ids=lambda of: of if isinstance(of, str) else of.key)
def test_a_number_in_a_table_is_held_to_its_range(do: str, slot: Slot) -> None:
    for key, (low, high) in slot.parts.items():
        for number in (low, high):
            read_envelope(table_of(do, **{slot.key: [{key: number}]}))
        for number in (low - 1, high + 1, *NO_NUMBERS[:-1]):
            with pytest.raises(MoveError, match=rf"^{do}\.{slot.key}\[0\]\.{key}: "):
                read_envelope(table_of(do, **{slot.key: [{key: number}]}))
    with pytest.raises(MoveError, match="is no number that belongs there"):
        read_envelope(table_of(do, **{slot.key: [{"weight": 1}]}))


def test_a_text_is_taken_up_to_its_limit_and_never_repeated_beyond_it() -> None:
    for do, slot in FIELDS:
        kind = _TYPES[do, slot.name]
        many: dict[Any, Any] = {tuple[str, ...]: lambda said: [said], dict[str, str]: lambda said: {"x": said}}
        if kind not in (str, float | str | None, *many):
            continue
        assert slot.most == NAME or (slot.most == TEXT and slot.free), (do, slot.key)
        given_as = many.get(kind, lambda said: said)
        read_envelope(table_of(do, **{slot.key: given_as("x" * slot.most)}))
        with pytest.raises(MoveError, match=rf"{slot.most + 1:,} characters long; {slot.most:,} is the most") as wrong:
            read_envelope(table_of(do, **{slot.key: given_as("x" * (slot.most + 1))}))
        assert "xxx" not in str(wrong.value)
    for key in ("seat", "entered_by", "id"):
        with pytest.raises(MoveError, match=f"^{key}: is 201 characters long"):
            read_envelope(table_of("advance", **{key: "x" * 201}))
    with pytest.raises(MoveError, match=f"{ITEMS} is the most"):
        read_envelope(table_of("talk", seats=["x"] * (ITEMS + 1)))


@given(
    do=st.sampled_from(sorted(REGISTRY)),
    odd=st.sampled_from(["x" * 3_000_000, 10**5000, ["x" * 10_000], {"x" * 10_000: 1}, [{"x" * 10_000: None}]]),
    data=st.data(),
)
@settings(max_examples=sweep(150, 60), deadline=None, suppress_health_check=list(HealthCheck))
def test_a_refusal_never_repeats_more_than_a_piece_of_what_it_refuses(do: str, odd: Any, data: Any) -> None:
    key = data.draw(st.sampled_from([*slots(REGISTRY[do]).parts, "do", "seat", "id", "x" * 10_000]))
    try:
        read_envelope(table_of(do) | {key: odd})
    except MoveError as wrong:
        assert len(str(wrong)) < 400, wrong


@pytest.mark.parametrize("odd", [None, 1, "x", [], [1], True, [("do", "advance")]])
def test_what_is_no_table_is_no_move(odd: Any) -> None:
    with pytest.raises(MoveError, match="a move is a table"):
        read_envelope(odd)


def moves_with_numbers() -> st.SearchStrategy[dict[str, Any]]:
    """Any kind of move with numbers of any size, about things that there are."""
    names = st.sampled_from(
        ["control", "harrow", "lyre", "harrow-galleys", "trust", "north", "ly", "for", "begin", "x"]
    )
    changes = st.sampled_from([[], [{"on": "trust", "add": 1e6}], [{"on": "trust", "add": -1e9}]])
    others: dict[Any, Any] = {
        bool: st.booleans(),
        tuple[str, ...]: st.lists(names, max_size=2),
        dict[str, str]: st.just({}),
        _TABLES: changes,
    }

    def of(do: str) -> st.SearchStrategy[dict[str, Any]]:
        known = [slot for of, slot in FIELDS if of == do]
        given = {slot.key: others.get(_TYPES[do, slot.name], names) for slot in known if not slot.range}
        for slot in known:
            if slot.range:
                low, high = slot.range
                given[slot.key] = st.sampled_from([low, high, low - 1, high + 1, 0, 1, 2, -1, 1e308, math.nan, 2**60])
        return st.fixed_dictionaries({"do": st.just(do)}, optional={"seat": names} | given)

    return st.sampled_from(sorted(REGISTRY)).flatmap(of)


@given(st.lists(moves_with_numbers(), min_size=1, max_size=25))
@settings(max_examples=sweep(25, 12), deadline=None, suppress_health_check=list(HealthCheck))
@pytest.mark.harms_saves  # many sessions under one name
def test_numbers_of_any_size_are_refused_or_make_a_world_that_comes_back(
    tmp_path_factory: pytest.TempPathFactory, tables: list[dict[str, Any]]
) -> None:
    path = tmp_path_factory.mktemp("s") / "s.toml"
    with begun(path) as session:
        apply_at_table(session, [ADVANCE])
        for table in tables:
            before = session.head, len(session.entries), path.read_bytes()
            done = apply_at_table(session, [table])
            if done.refused:
                assert (session.head, len(session.entries), path.read_bytes()) == before
                assert all(len(each.message) < 400 for each in done.refused)
        digest = session.digest
    with Session.open(path) as session:
        assert (session.digest, session.notices) == (digest, ())


@pytest.mark.parametrize(
    ("move", "said"),
    [
        (control("undo", to=-1), "undo.to: must be 0 to 1,000,000,000, not -1"),
        (control("undo", to=-999), "undo.to: must be 0 to 1,000,000,000, not -999"),
        (control("talk", seats=["lyre", "harrow"], minutes=-5), "talk.minutes: must be 0 to 1,440, not -5.0"),
        (control("talk", seats=[]), "talk.seats: is empty; name at least one"),
        (control("talk", seats=["nobody"]), "there is no seat 'nobody'"),
        ({"do": "note", "text": "x", "at": -3}, "note.at: must be 0 to 99, not -3"),
        ({"do": "note", "text": "x", "at": 99}, "the exercise has 3 turns; a note about turn 99 was given"),
        ({"do": "note", "text": "x", "seat": "nobody"}, "there is no seat 'nobody'"),
        ({"do": "note", "text": " "}, "note.text: is empty"),
        ({"seat": "lyre", "do": "message", "to": "lyre", "text": "x"}, "a message goes to another seat"),
        (control("adjust", what="trust", amount=0, reason="x"), "an adjustment of 0 leaves trust as it is"),
        (control("adjust", what="trust", amount=1), "adjust.reason: is empty"),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_line(save: Path, move: dict[str, Any], said: str) -> None:
    new(save)
    before = save.read_bytes()

    told = apply(save, ADVANCE, move)

    assert told.code == 1 and said in told.err and told.err.count("\n") == 1, told
    assert save.read_bytes() == before


def resealed(path: Path, *moves: Move) -> None:
    """Puts moves at the end of a save as somebody does who knows the chain."""
    save = load(path)
    head, n = save.head, len(save.entries)
    for move in moves:
        n += 1
        told = Entry(n=n, time="2026-02-10T09:00:00Z", turn=1, phase="orders", move=move, salt=f"{n:032x}")
        entry = chained(told, head)
        with path.open("a", encoding="utf-8") as file:
            file.write(START + entry.text)
        head = entry.head


@pytest.mark.parametrize("to", [-1, -2, -(2**53), 2**53])
def test_a_save_that_undoes_to_nowhere_is_told_with_the_place(save: Path, to: int) -> None:
    new(save)
    assert apply(save, ADVANCE).code == 0
    resealed(save, Undo(seat="control", to=to), Note(seat="control", text="behind it"))
    line = save.read_text(encoding="utf-8").split("\n").index(f"to = {to}") + 1

    for command in (("check", save), ("replay", save, "--json"), ("explain", save, "trust"), ("apply", save, save)):
        if command[0] == "apply":
            (save.parent / "moves.jsonl").write_text('{"do": "note", "text": "x"}')
            command = ("apply", save, save.parent / "moves.jsonl")
        said = run(*command)
        assert (said.code, said.err.count("\n")) == (1, 1), said
        assert f"Move {to} doesn't stand on this line" in said.err, said.err
        assert f"save.toml:{line - 6}: " in said.err, said.err
    assert run("replay", save, "--to", "1", "--json").code == 0
    with Session.open(save) as session:
        assert session.read_only and len(session.entries) == 1


@pytest.mark.harms_saves
@pytest.mark.parametrize(("key", "number"), [("turns", 10**9), ("turns", -1), ("fold", 10**12), ("fold", -1)])
def test_a_header_s_numbers_are_held_to_their_range(save: Path, key: str, number: int) -> None:
    new(save)
    body = re.sub(rf"(?m)^{key} = \d+$", f"{key} = {number}", save.read_text(encoding="utf-8")).rpartition("head = ")[0]
    save.write_text(f'{body}head = "{seal_of(body)}"\n', encoding="utf-8")

    said = run("check", save)

    assert (said.code, said.err.count("\n")) == (1, 1)
    assert f"'{key}' is no number from 0 to" in said.err, said.err


def test_a_long_seed_is_refused(save: Path) -> None:
    said = run("new", TWO_KEYS, "--save", save, "--seed", "x" * 201)

    assert said.code == 2 and "200 is the most" in said.err and "xxx" not in said.err


def test_a_save_from_before_there_were_limits_opens_as_it_was(save: Path) -> None:
    new(save)
    assert apply(save, ADVANCE).code == 0
    c: dict[str, Any] = {"seat": "control"}
    resealed(
        save,
        Note(**c, text="", at=-3),
        Note(**c, text="x" * 30_000, at=99, about="nobody"),
        Talk(**c, seats=(), minutes=-5),
        Message(seat="lyre", to="lyre", text="to myself"),
        Adjust(**c, what="trust", amount=0),
        Adjust(**c, what="trust", amount=1),
    )

    assert run("check", save).out == "1 path checked: nothing wrong\n"
    with Session.open(save) as session:
        assert not session.read_only and len(session.entries) == 7
        assert session.make(Note(**c, text="goes on")).n == 8  # type: ignore[union-attr]


def test_a_move_comes_back_whatever_its_numbers_are() -> None:
    move = Withdraw(seat="x", force="y", turn=-(2**53))

    assert from_table(to_table(move)) == move


def test_every_number_of_the_command_line_has_both_ends(save: Path) -> None:
    ctx = click.Context(tabletop)
    found = 0
    for name in COMMANDS:
        command = tabletop.get_command(ctx, name)
        assert command
        for option in command.params:
            if isinstance(option.type, click.types.IntParamType | click.types.FloatParamType):
                assert isinstance(option.type, click.IntRange), (name, option.name)
                low, high = option.type.min, option.type.max
                assert low is not None and high is not None, (name, option.name)
                found += 1
                for number in (low - 1, high + 1, 10**30):
                    said = run(name, "x", "y", option.opts[0], str(number))
                    assert (said.code, said.err.count("Traceback")) == (2, 0), said
                    assert f"{number} is not in the range" in said.err, said
    assert found >= 9


def test_whoever_comes_second_is_told_that_nothing_was_applied_and_who_has_it(save: Path) -> None:
    new(save)

    with Session.open(save):
        for said, done in ((apply(save, ADVANCE), "applied"), (run("redact", save, "--all-text"), "taken out")):
            assert (said.code, said.err.count("\n")) == (1, 1)
            assert f"{save}: nothing was {done}: another process has it open\n" in said.err or (
                f"{save}: nothing was {done}: process " in said.err and said.err.endswith("Z has it open\n")
            ), said.err
            assert "read-only" not in said.err


def test_a_wrong_field_is_told_by_its_own_line(save: Path) -> None:
    new(save)
    file = save.parent / "moves.toml"
    file.write_text(
        '[[move]]\nseat = "control"\ndo = "advance"\n\n[[move]]\nseat = "control"\ndo = "undo"\n\nto = -1\n'
        '[[move]]\nseat = "control"\ndo = "rule"\nitem = 1\noutcome = "amend"\neffects = [\n  "trust +1 for 100",\n]\n'
    )

    said = run("apply", save, file).err.split("\n")

    assert [line.split(": ")[1] for line in said[:2]] == [f"{file}:9", f"{file}:15"], said
