"""A save in which something was changed, left out, doubled or moved: `check` says so and names the first bad entry."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tabletop.cli import check_save
from tabletop.cli.check import problems_of
from tabletop.errors import SaveError, TabletopError
from tabletop.journal.record.entry_toml import START
from tabletop.journal.session import Session
from tabletop.journal.store.save_toml import load, parse
from tabletop.model.moves import Note
from tabletop.scenario.proof import Problem
from tests.builders import new_session, some_moves
from tests.cli.said import run
from tests.golden.test_example import STALE
from tests.journal.example import Example, beginning, example, remembering
from tests.journal.page import page, rechained
from tests.long import some, sweep

pytestmark = pytest.mark.harms_saves


@pytest.fixture(autouse=True)
def rules_that_remember(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_save, "our_rules", remembering)


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Example:
    """The first day of the example up to turn 2."""
    return beginning(60, tmp_path_factory.mktemp("short"))


def changes(data: bytes, seeds: int, chance: Random) -> Iterator[tuple[int, bytes]]:
    """So many contents with one byte changed, and where."""
    for _ in range(seeds):
        at = chance.randrange(len(data))
        yield at, changed(data, at, (data[at] + chance.randrange(1, 256)) % 256)


def changed(data: bytes, at: int, to: int) -> bytes:
    return data[:at] + bytes([to]) + data[at + 1 :]


def same_content(data: bytes, other: bytes) -> bool:
    """Whether any TOML reader reads the same."""
    try:
        return tomllib.loads(data.decode()) == tomllib.loads(other.decode())
    except ValueError:
        return False


def problems(path: Path, data: bytes) -> list[Problem]:
    """What the command `check` finds in a file of this content, but that it was played under other rules."""
    path.write_bytes(data)
    return [found for found in problems_of(str(path)) if (found.where, found.severity) != ("header", "warning")]


def named(of: Example, at: int) -> set[str]:
    """Where a changed byte may be said to be: its entry; the line that begins one ends the one before it."""
    n = of.entry_at(at)
    begins = of.ends[n - 1] if n else 0
    return {f"entry {n}", f"entry {n - 1}" if at < begins + len(START) else ""} if n else {"", "header"}


def test_changed_bytes_are_all_reported(tmp_path: Path) -> None:
    of = example()
    assert problems(tmp_path / "s.toml", of.data) == [], STALE

    for at, data in changes(of.data, sweep(1000, 25), Random(11)):
        found = problems(tmp_path / "s.toml", data)
        assert found or same_content(data, of.data), at
        assert not found or (found[0].where in named(of, at) and found[0].severity == "error"), (at, found)


def test_changed_bytes_of_entries_are_reported_by_the_command(tmp_path: Path) -> None:
    of, chance, path = example(), Random(12), tmp_path / "s.toml"

    for _ in range(sweep(60, 8)):
        at = chance.randrange(of.ends[0], len(of.data))
        path.write_bytes(changed(of.data, at, ord("x") if of.data[at] != ord("x") else ord("y")))
        said = run("check", path)
        assert (said.code, said.err.count("\n")) == (1, 1), said
        assert re.match(rf"tabletop: s\.toml:\d+: ({'|'.join(filter(None, named(of, at)))}): ", said.err), (
            at,
            said.err,
        )


def test_any_byte_of_a_small_save_made_any_of_the_dangerous_ones_is_reported(tmp_path: Path) -> None:
    with new_session(tmp_path / "s") as session:
        session.make(some_moves()[1])
        session.make(Note(seat="control", text="a\ufffd b 🎲\\"))
        data = session.path.read_bytes()
    entries = parse(data, "s").entries

    for at in some(range(len(data)), 60):
        for to in b'\0\t\n\r #"=-[\\0aA\xc3\xf0\xff':
            other = changed(data, at, to)
            if other == data:
                continue
            try:
                save = parse(other, "s")
            except SaveError as why:
                assert why.place.startswith("s:"), (at, to)
                continue
            assert save.fault or (save.torn and save.entries == entries) or same_content(data, other), (at, to)


def with_blocks(of: Example, blocks: list[str]) -> bytes:
    return START.join([of.save.header.text, *blocks]).encode()


def test_entries_missing_doubled_or_out_of_order_are_told_by_the_first_bad_one(tmp_path: Path) -> None:
    of = example()
    blocks = [entry.text for entry in of.save.entries]

    for at in Random(13).sample(range(len(blocks) - 1), sweep(40, 3)):
        n, rest = at + 1, blocks[at + 1 :]
        harmed = {
            "entry {n} is bad: entry {after} stands in its place": [*blocks[:at], *rest],
            "entry {after} is bad: entry {n} stands there again": [*blocks[: at + 1], *blocks[at:]],
            "entry {n} is bad: entry {after} stands in its place,": [*blocks[:at], rest[0], blocks[at], *rest[1:]],
        }
        for told, wrong in harmed.items():
            (found,) = problems(tmp_path / "s.toml", with_blocks(of, wrong))
            assert told.format(n=n, after=n + 1) in found.problem, found
            assert found.where == f"entry {n + 1 if 'again' in told else n}"
            line = (tmp_path / "s.toml").read_text(encoding="utf-8").splitlines()[found.line - 1]
            assert line == f"n = {n if 'again' in told else n + 1}"


def test_an_order_swapped_and_rechained_by_the_page_no_longer_meets_the_fingerprint(
    tmp_path: Path, short: Example
) -> None:
    head, *blocks = short.data.decode().split(START)
    swapped = next(n for n, block in enumerate(blocks) if "\npace = 0.1\n" in block)
    blocks[swapped] = blocks[swapped].replace("\npace = 0.1\n", "\npace = 0.09\n")
    before = head.rpartition('head = "')[2][:32]
    for n, block in enumerate(blocks):
        blocks[n] = rechained(block, before)
        before = blocks[n].rpartition('head = "')[2][:32]
    forged = tmp_path / "forged.toml"
    forged.write_bytes(START.join([head, *blocks]).encode())

    assert page()["verify"](forged) is None
    save = load(forged)
    assert save.fault == "" and save.entries[swapped].move != short.save.entries[swapped].move
    with Session.open(forged, rules=remembering()) as session:
        assert len(session.entries) == 60 and not session.read_only  # a legal order
        assert session.head[:12] != short.save.head[:12]
    for own, other in zip(short.save.entries[swapped:], save.entries[swapped:], strict=True):
        assert own.head[:12] != other.head[:12]


def test_what_was_forged_by_somebody_who_knows_the_chain_is_told_and_never_raises(
    tmp_path: Path, short: Example
) -> None:
    header, *blocks = short.data.decode().split(START)
    lines, chance, path = header.split("\n"), Random(14), tmp_path / "s.toml"
    odd = ("3", '"x"', "[]", "[[1]]", "{}", "{ a = 1 }", "true", "nan", "2026-01-01", "-1", "9" * 5000, "[" * 5000)

    for _ in range(sweep(150, 15)):
        mine, some = [*lines], [*blocks[:8]]
        if chance.random() < 0.5:
            at = chance.choice([n for n, line in enumerate(mine[:40]) if " = " in line][1:14])
            mine[at] = f"{mine[at].split(' = ')[0]} = {chance.choice(odd)}"
        else:
            at = chance.randrange(8)
            inner = some[at].split("\n")
            line = chance.randrange(len(inner) - 2)
            inner[line] = f"{inner[line].split(' = ')[0]} = {chance.choice(odd)}"
            some[at] = "\n".join(inner)
        body = "\n".join(mine).rpartition('head = "')[0]
        head = page()["digest"](body)
        text = f'{body}head = "{head}"\n'
        for block in some:
            own = block.rpartition("\nhead = ")[0]
            head = page()["digest"](f"{head}\n{own}")
            text += f'{START}{own}\nhead = "{head}"\n'
        path.write_text(text, encoding="utf-8")
        try:
            Session.open(path, rules=remembering()).close()
            list(problems_of(str(path)))
        except TabletopError as why:
            assert "\n" not in str(why)
