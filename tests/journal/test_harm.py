"""What editors, transfers and disks do to a save: put right where nothing is lost, else told with its place."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tabletop.journal.record.entry_toml import START
from tabletop.journal.session import Session
from tabletop.journal.store.save_toml import load, parse
from tabletop.model.moves import Advance, Message, Note
from tabletop.table.local import LocalTable
from tests.builders import played
from tests.cli.said import ADVANCE, SPEND, apply, control, new, run
from tests.golden.example import EXAMPLE
from tests.journal.page import page, rechained

pytestmark = pytest.mark.harms_saves


@pytest.fixture
def short(tmp_path: Path) -> bytes:
    """Twelve entries of toy moves."""
    played(tmp_path / "short.toml").close()
    return (tmp_path / "short.toml").read_bytes()


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"),
        lambda data: data.replace(b"\n", b"\r"),
        lambda data: data + b"\n\n\n",
        lambda data: data[:-1],
    ],
    ids=["mark", "mark and CRLF", "CR", "blank lines", "no end"],
)
def test_what_an_editor_does_to_line_ends_and_beginning_changes_nothing(tmp_path: Path, harm: Any) -> None:
    data = EXAMPLE.read_bytes()
    path = tmp_path / "s.toml"
    path.write_bytes(harm(data))

    assert (load(path).fault, load(path).torn, load(path).text.encode()) == ("", "", data)
    assert run("check", path).out == "1 path checked: nothing wrong\n"
    with Session.open(path) as session:
        assert (session.read_only, session.notices) == (False, ())
    assert path.read_bytes() == data


BEHIND = [
    b"\n\ngarbage\n",
    b"\ngarbage\nmore\n",
    b'head = "00000000000000000000000000000000"\n',
    b"x = 1\n\n",
    b"SAVE",
]


@pytest.mark.parametrize("behind", BEHIND)
@pytest.mark.parametrize("at", [12, 7])
def test_what_stands_behind_an_entry_is_not_its_fault(tmp_path: Path, short: bytes, at: int, behind: bytes) -> None:
    save = parse(short, "s")
    whole = len(save.header.text) + sum(len((START + entry.text).encode()) for entry in save.entries[:at])
    whole += len(save.header.text.encode()) - len(save.header.text)
    path = tmp_path / "s.toml"
    path.write_bytes(short[:whole] + (short if behind == b"SAVE" else behind) + short[whole:])

    found = load(path)

    assert found.entries == save.entries[:at]
    line = short[:whole].count(b"\n") + 1
    assert found.fault == f"s.toml:{line}: something stands behind entry {at} that was not written here"
    before = path.read_bytes()
    with Session.open(path, read_only=True, rules=_toy()) as session:
        assert len(session.entries) == at
    assert path.read_bytes() == before


def _toy() -> Any:
    from tests.builders import toy_rules

    return toy_rules()


def test_a_lost_page_is_no_interrupted_write(tmp_path: Path) -> None:
    data = EXAMPLE.read_bytes()
    save = load(EXAMPLE)
    path = tmp_path / "s.toml"
    path.write_bytes(data[:-4096] + bytes(4096))

    found = load(path)
    with Session.open(path) as session:
        assert session.read_only
        assert "zero bytes stand in their place" in session.notices[0]

    n = len(found.entries) + 1
    assert n < len(save.entries) and found.entries == save.entries[: n - 1]
    assert re.fullmatch(
        rf"s\.toml:\d+: entry {n} and what followed it are lost: 4096 zero bytes stand in their place", found.fault
    )
    assert path.read_bytes() == data[:-4096] + bytes(4096)
    (told,) = run("check", path).err.splitlines()
    assert f"fork --at {n - 1}" in told


def test_the_zeros_of_one_entry_s_write_are_cut_off(tmp_path: Path, short: bytes) -> None:
    path = tmp_path / "s.toml"
    path.write_bytes(short[:-100] + bytes(100))

    with Session.open(path, rules=_toy()) as session:
        assert not session.read_only and len(session.entries) == 11


class PowerCut(BaseException):
    """Nothing that comes after it happens."""


@pytest.fixture
def power(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Cuts the power after so many more bytes have been written."""
    left = [-1]
    write, gone = os.write, Path.unlink

    def writes(fd: int, data: Any) -> int:
        if left[0] < 0:
            return write(fd, data)
        done = write(fd, bytes(data)[: left[0]]) if left[0] else 0
        if done < len(data):
            left[0] = 0
            raise PowerCut
        left[0] -= done
        return done

    def powered(act: Callable[..., Any]) -> Callable[..., Any]:
        def acts(*given: Any, **more: Any) -> Any:
            if left[0] >= 0:
                raise OSError("the power is off")
            return act(*given, **more)

        return acts

    truncate = os.ftruncate
    monkeypatch.setattr(os, "write", writes)
    monkeypatch.setattr(os, "ftruncate", powered(truncate))
    monkeypatch.setattr(Path, "unlink", powered(gone))
    return left


@pytest.mark.parametrize("bots", [False, True], ids=["a file of moves", "bots and the step after them"])
def test_a_batch_is_whole_wherever_the_power_is_cut(tmp_path: Path, power: list[int], bots: bool) -> None:
    path = tmp_path / "s.toml"
    new(path, *(("--seat", "lyre=bot:status-quo", "--seat", "harrow=bot:random") if bots else ()))
    assert apply(path, ADVANCE).code == 0
    before = path.read_bytes()
    size = before.count(b"\n[[entry]]\n")

    for cut in range(0, 200_000, 397):
        path.write_bytes(before)
        with Session.open(path) as session:
            table = LocalTable(session)
            power[0] = cut
            try:
                if bots:
                    table.make_now(Advance(seat="control"))
                else:
                    from tabletop.table.batch import apply_at_table

                    apply_at_table(session, [SPEND, {"do": "note", "text": "one"}, {"do": "note", "text": "two"}])
                done = True
            except PowerCut:
                done = False
            power[0] = -1
            whole = len(session.entries)
        assert whole - size > 2
        with Session.open(path) as session:
            assert len(session.entries) == (whole if done else size), cut
        if done:
            return
    raise AssertionError("the batch was never whole")


def test_words_can_not_be_moved_into_the_salt_or_smuggled_behind_a_text(tmp_path: Path) -> None:
    said = "We will NOT keep it.\ntext\nYou have our word: it stays."
    with played(tmp_path / "s.toml") as session:
        session.make(Message(seat="paris", to="berlin", text=said))
        session.make(Note(seat="control", text="plain"))
    good = (tmp_path / "s.toml").read_bytes()
    salt = next(e.salt for e in parse(good, "s").entries if getattr(e.move, "text", "") == said)
    last = parse(good, "s").entries[-1].salt
    forged = {
        "words in the salt": [
            (said.replace("\n", "\\n"), said.rpartition("\n")[2]),
            (f'"{salt}"', f'"{salt}\\ntext\\n{said.partition(chr(10))[0]}"'),
        ],
        "a comment": [('text = "plain"', 'text = "plain" # smuggled')],
        "an escape": [('text = "plain"', 'text = "\\u0070lain"')],
        "a literal": [('text = "plain"', "text = 'plain'")],
        "spaces": [('text = "plain"', 'text =  "plain"')],
        "a space behind": [('text = "plain"', 'text = "plain" ')],
        "a comment behind the salt": [(f'salt = "{last}"', f'salt = "{last}" # smuggled')],
        "a salt that is longer": [(f'salt = "{last}"', f'salt = "{last.upper()}"')],
    }

    for name, changes in forged.items():
        text = good.decode()
        for old, put in changes:
            assert old in text, (name, old)
            text = text.replace(old, put, 1)
        found = parse(text.encode(), "s")
        assert "was changed after it was written" in found.fault, name
        (tmp_path / "forged.toml").write_bytes(text.encode())
        assert page()["verify"](tmp_path / "forged.toml") is not None, name
    assert page()["verify"](tmp_path / "s.toml") is None


def test_a_salt_is_of_one_form_even_for_one_who_knows_the_chain(short: bytes) -> None:
    head, *blocks = short.decode().split(START)
    while "[chain]" not in head:
        head = f"{head}{START}{blocks.pop(0)}"
    before = head.rpartition('head = "')[2][:32]
    for n, block in enumerate(blocks):
        blocks[n] = rechained(re.sub(r'salt = "[0-9a-f]{32}"', 'salt = "x"', block), before)
        before = blocks[n].rpartition('head = "')[2][:32]

    found = parse(START.join([head, *blocks]).encode(), "s")

    first = next(n for n, block in enumerate(blocks, 1) if "salt" in block)
    assert len(found.entries) == first - 1 and f"entry {first} is bad" in found.fault


def test_a_refused_step_leaves_no_orders_of_bots(tmp_path: Path) -> None:
    path = new(tmp_path / "s.toml", "--seat", "lyre=bot:status-quo")
    assert apply(path, ADVANCE, control("pause")).code == 0
    with Session.open(path) as session:
        before = session.path.read_bytes()

        refused = LocalTable(session).make_now(Advance(seat="control"))

        assert refused and refused.code == "exercise/paused"
        assert (len(session.entries), session.path.read_bytes()) == (2, before)
