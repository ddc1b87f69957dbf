"""Formats that aren't this version's: one that never was, later ones, and older ones, which are upgraded on reading."""

from pathlib import Path

import pytest

from tabletop.errors import NewerSave, SaveError
from tabletop.journal.record.entry_toml import START
from tabletop.journal.store import header, save_toml, upgrade
from tabletop.journal.store.save_toml import load, parse
from tabletop.model.moves import Note
from tests.builders import open_session, played
from tests.cli.said import run
from tests.journal.page import page, rechained

GOLDEN = Path(__file__).parent / "golden" / "format-1.toml"


@pytest.mark.parametrize(
    ("first", "kind", "said"),
    [
        ("format = 0", SaveError, "there never was a format 0; a save begins with 'format = 1'"),
        ("format = 2", NewerSave, "written in format 2, this version reads up to 1; open it with a newer tabletop"),
        ("format = 4711", NewerSave, "written in format 4711, this version reads up to 1; open it with"),
    ],
)
@pytest.mark.parametrize("command", [("check",), ("replay", "--json"), ("export", "--to", "out")])
def test_a_format_that_is_not_ours_is_told_in_a_sentence_with_its_line(
    tmp_path: Path, first: str, kind: type[SaveError], said: str, command: tuple[str, ...]
) -> None:
    path = tmp_path / "s.toml"
    path.write_text(GOLDEN.read_text(encoding="utf-8").replace("format = 1", first, 1), encoding="utf-8")

    with pytest.raises(kind) as told:
        load(path)
    done = run(command[0], path, *command[1:])

    assert str(told.value).startswith(f"s.toml:1: {said}")
    assert (done.code, done.err.count("\n")) == (1, 1) and "s.toml:1: " in done.err and said in done.err


def test_a_save_of_format_1_is_read_as_it_stands() -> None:
    save = load(GOLDEN)

    assert (len(save.entries), save.fault, save.torn, save.clean) == (25, "", "", True)
    assert save.text.encode() == GOLDEN.read_bytes()


def of_format_2(text: str) -> str:
    """What a next format might be: format 1 with another first line. Heads follow from what is said, so all are new."""
    header, *blocks = text.replace("format = 1\n", "format = 2\n", 1).split(START)
    while "\n[chain]\n" not in header:  # the toy scenario holds something that looks like an entry
        header = f"{header}{START}{blocks.pop(0)}"
    body = header.rpartition('head = "')[0]
    head = page()["digest"](body)
    made = [f'{body}head = "{head}"\n']
    for block in blocks:
        made.append(rechained(block, head))
        head = made[-1].rpartition('head = "')[2][:32]
    return START.join(made)


@pytest.mark.harms_saves  # written in a format that is gone when the test is over
def test_an_older_format_is_upgraded_on_reading_and_written_anew_when_gone_on_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    played(tmp_path / "s.toml", 2).close()
    old = load(tmp_path / "s.toml")
    for module in (header, save_toml, upgrade):
        monkeypatch.setattr(module, "FORMAT", 2)
    with pytest.raises(SaveError, match=r"s.toml:1: there never was a format 1"):
        load(tmp_path / "s.toml")
    monkeypatch.setitem(upgrade.UPGRADES, 1, of_format_2)

    save = load(tmp_path / "s.toml")

    assert (save.fault, save.torn, save.clean) == ("", "", False)
    assert [entry.move for entry in save.entries] == [entry.move for entry in old.entries]
    with open_session(tmp_path / "s.toml") as session:
        assert (session.notices, session.read_only) == ((), False)
        session.make(Note(seat="control", text="on"))
    written = (tmp_path / "s.toml").read_bytes()
    assert written.startswith(b"format = 2\n")
    assert len(parse(written, "s").entries) == len(old.entries) + 1 and parse(written, "s").clean
