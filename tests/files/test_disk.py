"""Files are made whole, for their owner alone, through no link; what is no file is neither read nor written."""

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from tabletop.errors import PlaceError
from tabletop.files import disk
from tabletop.files.sidecar import sidecar
from tabletop.journal.fork import fork_save
from tabletop.journal.store import inbox
from tabletop.journal.store.people import Person, write_people
from tabletop.journal.store.save_toml import load
from tabletop.model.moves import Note
from tabletop.table.feed_file import feed_path, write_feed
from tests.builders import new_session, open_session, played
from tests.cli.said import TWO_KEYS, new, run
from tests.golden.example import EXAMPLE
from tests.journal.test_files import settled


@pytest.fixture(autouse=True)
def a_generous_mask() -> Iterator[None]:
    """As most accounts have it: what asks for more than its owner would get it."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def modes(folder: Path) -> dict[str, str]:
    """Permissions of everything in a folder but locks, which hold no words."""
    paths = [path for path in folder.rglob("*") if not path.name.endswith("lock")]
    return {str(path.relative_to(folder)): oct(stat.S_IMODE(path.lstat().st_mode)) for path in paths}


def test_everything_is_its_owner_s_but_what_the_room_reads(tmp_path: Path) -> None:
    with played(tmp_path / "deep" / "down" / "s.toml", mirror=tmp_path / "stick" / "copies") as session:
        settled(session)
        write_people(session.path, [Person(name="Somebody")])
        inbox.leave_note(session.path, Note(seat="control", text="left"), 1)
        write_feed(feed_path(session.path), "", {})
        fork_save(load(session.path), 3, tmp_path / "forks" / "f.toml")
        session.redact(everything=True)
        settled(session)
        session.path.rename(tmp_path / "gone")
        session.make(Note(seat="control", text="rescued"))
        assert session.path.name == "s rescued.toml"

    assert modes(tmp_path) == {
        "deep": "0o700",
        "deep/down": "0o700",
        "deep/down/s rescued.toml": "0o600",
        "deep/down/s.toml.notes.jsonl": "0o600",
        "deep/down/s.toml.people": "0o600",
        "deep/down/s.public.json": "0o644",
        "forks": "0o700",
        "forks/f.toml": "0o600",
        "gone": "0o600",
        "stick": "0o700",
        "stick/copies": "0o700",
        "stick/copies/s.toml": "0o600",
        "stick/copies/s rescued.toml": "0o600",
    }


def test_tables_are_their_owner_s(tmp_path: Path) -> None:
    assert run("export", new(tmp_path / "s.toml"), "--to", tmp_path / "new" / "tables").code == 0
    assert run("simulate", "two-keys", "--runs", "1", "--workers", "1", "--csv", tmp_path / "x.csv").code in (0, 1)

    found = modes(tmp_path)
    assert (found["new"], found["new/tables"]) == ("0o700", "0o700")
    assert {mode for name, mode in found.items() if name.startswith("new/tables/")} == {"0o600"}


def test_what_its_owner_has_opened_to_others_stays_open(tmp_path: Path) -> None:
    played(tmp_path / "s").close()
    (tmp_path / "s").chmod(0o640)
    if not os.getuid():
        os.chown(tmp_path / "s", 1, 1)
    whose = (tmp_path / "s").stat()

    with open_session(tmp_path / "s") as session:
        session.redact(everything=True)

    now = (tmp_path / "s").stat()
    assert modes(tmp_path) == {"s": "0o640"}
    assert (now.st_uid, now.st_gid, now.st_ino == whose.st_ino) == (whose.st_uid, whose.st_gid, False)


def test_a_planted_link_leads_no_writer_away(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("mine")
    for name in ("s", "t", "s.public.json", "s.notes.jsonl"):
        sidecar(tmp_path / name, "part").symlink_to(precious)

    with played(tmp_path / "s") as session:
        session.redact(everything=True)
        fork_save(load(session.path), 1, tmp_path / "t")
        write_feed(tmp_path / "s.public.json", "", {})
    (tmp_path / "u.notes.jsonl").symlink_to(precious)
    with pytest.raises(PlaceError, match="can't be left"):
        inbox.leave_note(tmp_path / "u", Note(seat="control", text="x"), 1)

    assert precious.read_text() == "mine"
    assert not (tmp_path / "s").is_symlink() and load(tmp_path / "s").clean


def test_what_a_killed_writer_left_is_swept_away_by_the_next(tmp_path: Path) -> None:
    for name in ("s", "n" * 250):
        path = tmp_path / name
        played(path).close()
        for left in (sidecar(path, "part"), sidecar(path, f"{'0123456789abcdef'}.part")):
            left.write_text("the words of a save")
        other = tmp_path / ".other.part"
        other.write_text("somebody else's")

        open_session(path).close()

        assert {each.name for each in tmp_path.iterdir() if each.name.endswith("part")} == {".other.part"}


@pytest.mark.parametrize("kind", ["pipe", "device", "folder"])
def test_what_is_no_file_is_told_at_once(tmp_path: Path, kind: str) -> None:
    odd = tmp_path / "odd.toml"
    if kind == "pipe":
        os.mkfifo(odd)
    elif kind == "device":
        odd = Path("/dev/zero")
    else:
        odd.mkdir()
    save = tmp_path / "s.toml"
    played(save).close()
    moves = tmp_path / "moves.jsonl"
    moves.write_text('{"seat": "control", "do": "advance"}')
    commands = [
        ("check", odd), ("explain", odd, "deterrence"), ("replay", odd, "--json"), ("redact", odd, "--all-text"),
        ("apply", odd, moves), ("apply", save, odd), ("fork", odd, "--at", "1", "--save", tmp_path / "f"),
        ("export", odd, "--to", tmp_path / "t"), ("compare", odd, save), ("simulate", "--from", odd),
        ("simulate", "nato-3-0", "--runs", "1", "--workers", "1", "--csv", odd),
    ]  # fmt: skip
    if kind != "folder":
        commands.append(("export", new(tmp_path / "plain.toml"), "--to", odd))

    for command in commands:
        if command == ("check", odd) and kind == "folder":
            continue  # a folder may be a scenario
        said = run(*command)
        assert (said.code, said.err.count("\n")) == (1, 1), (command, said)
        assert str(odd) in said.err and "mistake" not in said.err, said.err


@pytest.mark.parametrize(
    "command",
    [
        ("export", "SAVE", "--to", ""), ("new", "nato-3-0", "--save", ""), ("fork", "SAVE", "--at", "1", "--save", " "),
        ("new", "nato-3-0", "--save", "x.toml", "--mirror", ""), ("apply", "", ""), ("check", ""), ("resume", ""),
        ("simulate", "nato-3-0", "--csv", ""), ("simulate", "--from", ""),
    ],
)  # fmt: skip
def test_an_empty_name_is_no_place(tmp_path: Path, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    said = run(*[str(EXAMPLE) if word == "SAVE" else word for word in command])

    assert said.code == 2 and "it is empty; name a file or folder" in said.err, said
    assert list(tmp_path.iterdir()) == []


def test_a_link_is_followed_to_the_save_that_it_leads_to(tmp_path: Path) -> None:
    new_session(tmp_path / "real.toml").close()
    (tmp_path / "link.toml").symlink_to("real.toml")

    with open_session(tmp_path / "link.toml") as session:
        session.make(Note(seat="control", text="a word"))
        assert session.notices == (f"link.toml is a link: the save is {tmp_path / 'real.toml'}",)
        session.redact(everything=True)

    assert (tmp_path / "link.toml").is_symlink()
    assert "a word" not in (tmp_path / "real.toml").read_text(encoding="utf-8")
    assert feed_path(tmp_path / "link.toml") == feed_path(tmp_path / "real.toml")


def test_a_part_of_a_scenario_that_is_no_file_is_told(tmp_path: Path) -> None:
    shutil.copytree(TWO_KEYS, tmp_path / "two-keys")
    (tmp_path / "two-keys" / "members.toml").unlink()
    os.mkfifo(tmp_path / "two-keys" / "members.toml")
    (tmp_path / "two-keys" / "seats.toml").unlink()
    (tmp_path / "two-keys" / "seats.toml").symlink_to("/dev/zero")

    said = run("check", tmp_path / "two-keys").err

    for name in ("members", "seats"):
        assert f"{name}.toml:1: {name}: can't be read: it is no file" in said, said


def test_folders_are_made_and_what_is_no_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    disk.make_folder(tmp_path / "a" / "b")

    assert (tmp_path / "a" / "b").is_dir()
    with pytest.raises(OSError):
        disk.make_folder(tmp_path / "file" / "below")
