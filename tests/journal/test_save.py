"""A save survives being cut, tells being changed, and comes back field by field."""

import random
import re
import tomllib
from pathlib import Path

import pytest

import tabletop
from tabletop.errors import NewerSave, PlaceError, SaveError, TabletopError, TornSave
from tabletop.journal.record import flat
from tabletop.journal.record.entry_toml import START
from tabletop.journal.store.save_toml import load, parse
from tests.builders import SOURCES, new_session, open_session, played


def bytes_of_a_save(tmp_path: Path, turns: int = 1) -> bytes:
    with played(tmp_path / "s.toml", turns) as session:
        return session.path.read_bytes()


def test_a_save_comes_back_field_by_field(tmp_path: Path) -> None:
    with played(tmp_path / "s.toml", 2) as session:
        save = load(session.path)

        assert save.header == session.header
        assert save.entries == tuple(session.entries)
        assert (save.torn, save.fault, save.text) == ("", "", session.text)


def test_any_toml_reader_reads_it(tmp_path: Path) -> None:
    data = bytes_of_a_save(tmp_path)

    table = tomllib.loads(data.decode())

    assert table["format"] == 1
    assert tuple(table["scenario"]["files"].items()) == SOURCES
    assert [entry["n"] for entry in table["entry"]] == list(range(1, 13))
    assert data.startswith(b"format = 1\n")


def test_quick_and_thorough_reading_agree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = bytes_of_a_save(tmp_path)
    quick = parse(data, "s")

    monkeypatch.setattr(flat, "read_all", lambda blocks: None)
    monkeypatch.setattr(flat, "read_lines", tomllib.loads)

    assert parse(data, "s") == quick


def test_cut_at_any_byte_it_resumes_at_the_last_whole_entry(tmp_path: Path) -> None:
    data = bytes_of_a_save(tmp_path)
    save = parse(data, "s")
    ends = [len(save.header.text.encode())]
    for entry in save.entries:
        ends.append(ends[-1] + len(START) + len(entry.text.encode()))

    for at in range(ends[-4], len(data)):
        cut = parse(data[:at], "s")

        whole = max(n for n, end in enumerate(ends) if end - 1 <= at)  # a last end of line may be missing
        assert not cut.fault, at
        assert cut.entries == save.entries[:whole], at
        if at - ends[whole] > 1:  # more than the blank line before the next
            assert cut.torn, at


def test_cut_anywhere_it_resumes_or_says_why_not(tmp_path: Path) -> None:
    data = bytes_of_a_save(tmp_path)
    chance = random.Random(5)

    for at in (chance.randrange(len(data)) for _ in range(500)):
        try:
            cut = parse(data[:at], "s")
        except SaveError as why:
            assert str(why).startswith("s:")
        else:
            assert not cut.fault


def test_a_torn_save_is_mended_and_gone_on_from(tmp_path: Path) -> None:
    data = bytes_of_a_save(tmp_path)
    (tmp_path / "t.toml").write_bytes(data[:-40])

    with open_session(tmp_path / "t.toml") as session:
        assert re.fullmatch(r"entry 12 \(line \d+\) was cut off while being written: \d+ bytes .*", session.notices[0])
        session.make(session.entries[0].move)

    assert [entry.n for entry in load(tmp_path / "t.toml").entries] == list(range(1, 13))
    assert not load(tmp_path / "t.toml").torn


@pytest.mark.parametrize(
    "tail", [b"\0" * 4096, b"\n[[entry]]\nn = 13\n\0\0\0", b"\n[[ent", b"\n", b"\n[[entry]]\n", b"\n\xc3"]
)
def test_what_a_dying_disk_leaves_is_cut_off(tmp_path: Path, tail: bytes) -> None:
    data = bytes_of_a_save(tmp_path)
    (tmp_path / "t.toml").write_bytes(data + tail)

    with open_session(tmp_path / "t.toml") as session:
        assert len(session.entries) == 12 and not session.read_only

    assert (tmp_path / "t.toml").read_bytes() == data


def entries_of(data: bytes) -> tuple[str, list[str]]:
    head, *blocks = data.decode().split(START)
    while "[chain]" not in head:  # the toy scenario holds something that looks like an entry
        head = f"{head}{START}{blocks.pop(0)}"
    return head, blocks


def joined(head: str, blocks: list[str]) -> bytes:
    return START.join([head, *blocks]).encode()


def test_the_first_bad_entry_is_named(tmp_path: Path) -> None:
    head, blocks = entries_of(bytes_of_a_save(tmp_path))

    changed = parse(joined(head, [*blocks[:1], blocks[1].replace("2.5", "2.6"), *blocks[2:]]), "s")
    missing = parse(joined(head, [*blocks[:4], *blocks[5:]]), "s")
    doubled = parse(joined(head, [*blocks[:4], blocks[3], *blocks[4:]]), "s")
    moved = parse(joined(head, [*blocks[:3], blocks[4], blocks[3], *blocks[5:]]), "s")
    added = parse(joined(head, [*blocks[:2], blocks[2].replace("head", "extra = 1\nhead"), *blocks[3:]]), "s")

    assert "entry 2 is bad: it was changed" in changed.fault and len(changed.entries) == 1
    assert changed.fault.startswith(f"s:{changed.fault_line}:")
    assert "entry 5 is bad: entry 6 stands in its place" in missing.fault
    assert "entry 5 is bad: entry 4 stands there again" in doubled.fault
    assert "entry 4 is bad: entry 5 stands in its place" in moved.fault
    assert "entry 3 is bad" in added.fault


def test_the_line_of_a_bad_entry_is_its_line(tmp_path: Path) -> None:
    data = bytes_of_a_save(tmp_path).replace(b"share = 2.5", b"share = 2.6")

    save = parse(data, "s")

    assert data.decode().split("\n")[save.fault_line - 1] == "n = 2"


def test_a_faulty_save_opens_read_only_with_its_good_part(tmp_path: Path) -> None:
    (tmp_path / "s2.toml").write_bytes(bytes_of_a_save(tmp_path).replace(b'stance = "sol', b'stance = "sal'))

    with open_session(tmp_path / "s2.toml") as session:
        assert session.read_only
        assert len(session.entries) == 7
        assert "entry 8 is bad" in session.notices[0]


def test_line_ends_of_another_system_do_no_harm(tmp_path: Path) -> None:
    data = bytes_of_a_save(tmp_path)
    (tmp_path / "t.toml").write_bytes(data.replace(b"\n", b"\r\n"))

    with open_session(tmp_path / "t.toml") as session:
        assert len(session.entries) == 12 and not session.notices

    assert (tmp_path / "t.toml").read_bytes() == data


@pytest.mark.parametrize(
    ("data", "kind", "said"),
    [
        (b"", SaveError, "the file is empty"),
        (b"form", TornSave, "ends in its first line"),
        (b"format = 1\nseed = ", TornSave, "the header isn't whole"),
        (b"format = 2\n", NewerSave, "written in format 2"),
        (b"format = 0\n", SaveError, "there never was a format 0"),
        (b'title = "x"\n', SaveError, "begins with"),
        (b"\x7fELF\0\0\0\x01\xff", SaveError, "is not text"),
        (b"\xff\xfeh\0", SaveError, "is not text"),
        (b"format = 10000000000000000000\n", NewerSave, "written in format 10000000000000000000"),
        (b"\xef\xbb\xbftitle", SaveError, "it begins with 'title'"),
    ],
)
def test_what_is_no_save_is_told_in_one_sentence(data: bytes, kind: type[SaveError], said: str) -> None:
    with pytest.raises(kind) as told:
        parse(data, "x.toml")

    assert said in str(told.value)
    assert "\n" not in str(told.value)


def test_a_path_that_is_no_file_is_told(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "no.toml", tmp_path / "no" / "no.toml", Path("a\0b")):
        with pytest.raises(PlaceError):
            load(place)
        with pytest.raises(PlaceError):
            open_session(place)


@pytest.mark.parametrize("name", ["v1.2 (final).toml", "größe", "🎲.toml", "שלום.toml", "a" * 250])
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    played(tmp_path / "deep" / "er" / name).close()

    with open_session(tmp_path / "deep" / "er" / name) as session:
        assert len(session.entries) == 12


def test_a_new_save_is_never_written_over_a_file(tmp_path: Path) -> None:
    (tmp_path / "s.toml").write_text("mine")

    with pytest.raises(TabletopError, match="already there"):
        new_session(tmp_path / "s.toml")

    assert (tmp_path / "s.toml").read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["s.toml"]


def test_nothing_is_left_beside_a_closed_save(tmp_path: Path) -> None:
    played(tmp_path / "s.toml").close()

    assert [path.name for path in tmp_path.iterdir()] == ["s.toml"]


def test_the_format_has_not_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever release writes it: a save names its own."""
    golden = Path(__file__).parent / "golden" / "format-1.toml"
    monkeypatch.setattr(tabletop, "__version__", "0.1.0")

    with played(tmp_path / "s.toml", 2) as session:
        session.redact(entry=7)
        assert session.path.read_bytes() == golden.read_bytes()
