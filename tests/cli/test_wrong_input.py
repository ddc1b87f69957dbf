"""Wrong input: one clear line with its place, exit code 1, and files left as they were. What is allowed just works."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.said import ADVANCE, SPEND, TWO_KEYS, WITHDRAW, Said, new, run

_MOVE = '[[move]]\nseat = "lyre"\ndo = "set-spending"\nmember = "ly"\nshare = {}\n'


def told_once(said: Said, *parts: str) -> None:
    """Exit 1, nothing on stdout, one line on stderr that holds every part."""
    assert said.code == 1, said
    assert said.out == ""
    assert said.err.count("\n") == 1, said.err
    assert "mistake in tabletop" not in said.err
    for part in parts:
        assert part in said.err, said.err


@pytest.fixture
def begun(save: Path) -> Path:
    """A save in the orders of turn 1."""
    new(save)
    moves = save.with_name("begin.jsonl")
    moves.write_text(json.dumps(ADVANCE), encoding="utf-8")
    assert run("apply", save, moves).code == 0
    return save


@pytest.mark.parametrize(
    ("moves", "parts"),
    [
        ("", [":1:", "empty", "[[move]]"]),
        ("\n \n", [":1:", "empty"]),
        (_MOVE.format("3,5"), [":5:", "write 3.5"]),
        (_MOVE.format('"3,5"'), [":5:", "share", "3.5"]),
        (_MOVE.format("true"), [":5:", "must be a number"]),
        (_MOVE.format("40000"), [":5:", "40000"]),
        (_MOVE.format("nan"), [":5:", "share"]),
        (_MOVE.format("[2.6]"), [":5:", "not a list"]),
        (_MOVE.format("2026-02-10"), [":5:", "share"]),
        (_MOVE.format("2.6") + 'colour = "red"\n', [":1:", "no field 'colour'"]),
        (_MOVE.format("2.6").replace('"ly"', '"lyy"'), [":1:", "lyy"]),
        (_MOVE.format("2.6").replace('"lyre"', '"lyra"'), [":1:", "lyra"]),
        (_MOVE.format("2.6").replace("set-spending", "set-spnding"), [":1:", "did you mean 'set-spending'"]),
        (_MOVE.format("2.6").replace('"ly"', '"ly'), [":4:", "no TOML"]),
        ('[[move]]\nseat = "control"\ndo = "rule"\nitem = 1\noutcome = "accept"\n', [":1:", "adjudicat"]),
        ("[[moves]]\n", [":1:", "[[move]]"]),
        ("[move]\n", [":1:", "[[move]]"]),
        ('title = "x"\n[[move]]\n', [":1:", "title"]),
        ("a = " + "[" * 4000 + "]" * 4000, ["too deep"]),
        ('{"seat": "lyre"}', [":1:", "'do' is missing"]),
        ('{"seat": "lyre", "do": ', [":1:", "no JSON"]),
        ('{"seat": "lyre", "seat": "x"}', [":1:", "stands twice"]),
        ('{"seat": "lyre", "do": "invest", "amount": NaN}', [":1:", "NaN"]),
        (json.dumps(ADVANCE) + "\n7\n", [":2:", "no JSON object"]),
        ('[{"seat": "lyre"}]', [":1:", "one a line"]),
    ],
)
def test_wrong_moves_are_told_with_file_and_line(begun: Path, moves: str, parts: list[str]) -> None:
    file = begun.with_name("moves.toml")
    file.write_text(moves, encoding="utf-8")
    before = begun.read_bytes()

    told_once(run("apply", begun, file), "moves.toml", *parts)

    assert begun.read_bytes() == before
    assert sorted(path.name for path in begun.parent.iterdir()) == ["begin.jsonl", "moves.toml", "save.toml"]


def test_the_line_is_that_of_the_move_at_fault(begun: Path) -> None:
    file = begun.with_name("moves.toml")
    file.write_text(_MOVE.format("2.5") + "\n# the next is wrong\n" + _MOVE.format("40000"), encoding="utf-8")

    told_once(run("apply", begun, file), "moves.toml:12:", "40000")


def test_moves_that_are_no_text_or_no_file(begun: Path) -> None:
    binary = begun.with_name("binary.toml")
    binary.write_bytes(b'[[move]]\nseat = "\xff\xfe"\n')

    told_once(run("apply", begun, binary), "binary.toml:2:", "UTF-8")
    told_once(run("apply", begun, begun.parent), str(begun.parent), "folder")
    told_once(run("apply", begun, begun.with_name("gone.toml")), "gone.toml", "no such file")


def test_a_refused_batch_is_told_in_json_and_on_stderr(begun: Path) -> None:
    file = begun.with_name("moves.jsonl")
    file.write_text("\n".join(json.dumps(m) for m in (SPEND, SPEND | {"share": 40000}, WITHDRAW)), encoding="utf-8")
    before = begun.read_bytes()

    said = run("apply", begun, file, "--json")

    assert (said.code, said.json["applied"]) == (1, 0)
    (refused,) = said.json["refused"]
    assert refused["index"] == 1
    assert refused["code"]
    assert "moves.jsonl:2:" in said.err
    assert begun.read_bytes() == before


_SAVES: list[tuple[bytes | None, list[str]]] = [
    (None, ["no such file"]),
    (b"", [":1:", "empty"]),
    (b"for", [":1:"]),
    (b"format = 99\n[chain]\n", [":1:", "format 99", "newer tabletop"]),
    (b"format = 0\n[chain]\n", ["format 0"]),
    (b"format = 1\n", [":1:", "nothing to resume from"]),
    (b"title = 3\n", [":1:", "no save of ours"]),
    (b"\x00\x01\xff\xfe" * 40, [":1:", "not text"]),
]


@pytest.mark.parametrize(
    "command", [["replay", "--json"], ["explain", "trust"], ["fork", "--at", "0", "--save", "f.toml"]]
)
@pytest.mark.parametrize(("content", "parts"), _SAVES)
def test_what_is_no_save(save: Path, command: list[str], content: bytes | None, parts: list[str]) -> None:
    if content is not None:
        save.write_bytes(content)

    told_once(run(command[0], save, *command[1:]), "save.toml", *parts)

    assert (save.read_bytes() if content is not None else None) == content


def test_a_folder_is_no_save(tmp_path: Path) -> None:
    told_once(run("replay", tmp_path, "--json"), str(tmp_path), "folder")
    told_once(run("compare", tmp_path, tmp_path), str(tmp_path), "folder")


@pytest.mark.parametrize(
    ("args", "parts"),
    [
        (["explain", "{}", "trsut"], ["did you mean 'trust'"]),
        (["explain", "{}", "trust", "--turn", "9"], ["turn 9 has not been played"]),
        (["replay", "{}", "--json", "--to", "99"], ["no entry 99", "the last is 1"]),
        (["replay", "{}", "--json", "--as", "lyra"], ["did you mean 'lyre'"]),
        (["fork", "{}", "--at", "99", "--save", "{}.fork"], ["no entry 99"]),
        (["fork", "{}", "--at", "1", "--save", "{}"], ["already there"]),
        (["redact", "{}", "--entry", "99"], ["no entry 99"]),
        (["redact", "{}", "--entry", "1"], ["no free text"]),
        (["new", TWO_KEYS, "--save", "{}"], ["already there"]),
        (["new", "two-kays", "--save", "{}.new"], ["no scenario 'two-kays'"]),
        (["new", str(Path(TWO_KEYS).parent), "--save", "{}.new"], ["no scenario.toml"]),
        (["new", TWO_KEYS, "--save", "{}/in/a/file.toml"], ["can't be written"]),
        (["new", TWO_KEYS, "--save", "{}.new", "--seat", "lyra=bot:status-quo"], ["did you mean 'lyre'"]),
        (["new", TWO_KEYS, "--save", "{}.new", "--seat", "lyre=bot:status-quoo"], ["did you mean 'status-quo'"]),
        (["new", TWO_KEYS, "--save", "{}.new", "--fold", "7"], ["can't be folded to 7"]),
    ],
)
def test_what_is_not_there_is_named_with_what_is(begun: Path, args: list[str], parts: list[str]) -> None:
    before = begun.read_bytes()

    told_once(run(*(arg.format(begun) for arg in args)), *parts)

    assert begun.read_bytes() == before
    assert not begun.with_name("save.toml.new").exists()


@pytest.mark.parametrize(
    "args",
    [
        ["nonsense"],
        ["new"],
        ["replay"],
        ["fork", "x"],
        ["compare", "one"],
        ["replay", "x", "--to", "-1"],
        ["new", TWO_KEYS, "--save", "never.toml", "--turns", "many"],
        ["new", TWO_KEYS, "--save", "never.toml", "--turns", "0"],
        ["new", TWO_KEYS, "--save", "never.toml", "--seat", "lyre"],
        ["new", TWO_KEYS, "--save", "never.toml", "--seat", "lyre=robot"],
        ["redact", "x"],
        ["replay", "x", "--colour"],
    ],
)
def test_wrong_usage_is_exit_2(args: list[str]) -> None:
    said = run(*args)

    assert (said.code, said.out) == (2, "")
    assert said.err


@pytest.mark.parametrize(
    "name",
    [
        "Übung nº 1.toml",
        "🎲.toml",
        "תרגיל.toml",
        "v1.2.final",
        ".hidden",
        "no ending",
        "-dash.toml",
        "a" * 200 + ".toml",
        "x=y;z'\".toml",
    ],
)
def test_any_name_will_do_for_a_save(tmp_path: Path, name: str) -> None:
    save = new(tmp_path / "ördner 🗂" / name)

    assert run("replay", save, "--json").json["moves"] == 0
    assert run("check", save).code == 0


def test_words_in_any_script_come_back_whole(begun: Path) -> None:
    words = "Größe 🎲 שלום \u202e ‏\u0007 \"'\\ \t x"
    file = begun.with_name("moves.jsonl")
    file.write_text(json.dumps({"seat": "control", "do": "adjust", "what": "trust", "amount": 1, "reason": words}))

    assert run("apply", begun, file).code == 0

    told = run("explain", begun, "trust", "--turn", "1", "--json").json
    assert any(" ".join(words.split()) in cause["cause"] for cause in told["causes"])


def test_windows_line_ends_and_a_byte_order_mark_do_not_matter(begun: Path) -> None:
    file = begun.with_name("moves.toml")
    file.write_bytes(b"\xef\xbb\xbf" + _MOVE.format("2.6").replace("\n", "\r\n").encode())

    assert run("apply", begun, file).code == 0


@pytest.mark.parametrize(
    ("file", "old", "new_text", "parts"),
    [
        ("theatres.toml", "pressure = ", "pressure = x", ["theatres.toml:", "no TOML"]),
        ("seats.toml", 'members = ["ly"', 'members = ["lyy"', ["seats.toml:", "did you mean"]),
        ("members.toml", "spending = 2.4", "spending = 2,4", ["members.toml:12:", "write 2.4"]),
        ("members.toml", "spending = 2.4", 'spending = "2.4"', ["members.toml:12:"]),
        ("members.toml", "spending = 2.4", "spending = 40000", ["members.toml:12:"]),
    ],
)
def test_a_wrong_scenario_is_told_by_check_and_by_new(
    tmp_path: Path, file: str, old: str, new_text: str, parts: list[str]
) -> None:
    folder = tmp_path / "two-keys"
    shutil.copytree(TWO_KEYS, folder)
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new_text, 1), encoding="utf-8")

    checked, made = run("check", folder, "--json"), run("new", folder, "--save", tmp_path / "x.toml")

    assert (checked.code, checked.json["ok"]) == (1, False)
    assert all(part in checked.err for part in parts), checked.err
    told_once(made, *parts)
    assert not (tmp_path / "x.toml").exists()
    first: dict[str, Any] = checked.json["problems"][0]
    assert first.keys() >= {"file", "line", "where", "problem", "hint", "severity"}


def test_check_names_every_path_that_is_nothing(tmp_path: Path) -> None:
    empty = tmp_path / "empty.toml"
    empty.touch()

    told = run("check", empty, tmp_path, tmp_path / "gone.toml", "--json")

    assert (told.code, told.json["ok"], len(told.json["problems"])) == (1, False, 3)
    assert told.err.count("\n") == 3


def test_a_save_that_another_holds_is_not_applied_to(begun: Path) -> None:
    from tabletop.journal.session import Session

    file = begun.with_name("begin.jsonl")
    with Session.open(begun):
        told_once(run("apply", begun, file), "has it open")


def test_tables_go_to_a_folder_never_over_a_file(begun: Path) -> None:
    before = begun.read_bytes()
    file = begun.with_name("notes.txt")
    file.write_text("mine")

    said = run("export", begun, "--to", file)

    assert (said.code, said.out) == (1, "")
    assert said.err == f"tabletop: {file}: is no folder; tables go to a folder of their own\n"
    assert (file.read_text(), begun.read_bytes()) == ("mine", before)
