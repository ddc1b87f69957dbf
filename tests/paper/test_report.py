"""The quick look says what the record says, names where it stands, and its players' edition holds nothing secret."""

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from attrs import evolve

from tabletop.cli.replay import world_document
from tabletop.journal.session import Session
from tabletop.model.moves import Advance, End, Message, Note, Sitrep
from tabletop.paper.as_html import html_of
from tabletop.paper.as_markdown import edited, markdown_of
from tabletop.paper.as_pdf import pdf_of
from tabletop.paper.as_text import text_of
from tabletop.paper.blocks import VOICES, Pair, Telling
from tabletop.paper.desk import Desk, at_desk
from tabletop.paper.editions import EDITIONS, look_of, report
from tabletop.paper.page_style import PageStyle
from tabletop.paper.prints import PRINTS
from tabletop.paper.quick_look import QuickLook, quick_look
from tabletop.table.local import LocalTable
from tests.cli.said import run
from tests.golden.example import EXAMPLE
from tests.hostile import RAW, hostile_session
from tests.paper.secrets import Planted, session_with_secrets
from tests.paper.test_prints import SIGNS

A4 = PageStyle()
LOOK, PLAYERS = EDITIONS["quick-look"], EDITIONS["players"]


@pytest.fixture(scope="module")
def desk() -> Desk:
    return at_desk(LocalTable(Session.open(EXAMPLE, read_only=True)), "example")


@pytest.fixture(scope="module")
def look(desk: Desk) -> QuickLook:
    return look_of(desk, LOOK)


def formats(desk: Desk, name: str) -> dict[str, str]:
    edition = EDITIONS[name]
    sheaf = report(desk, edition, look_of(desk, edition))
    pdf = "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf_of(sheaf, A4))).pages)
    return {
        "html": html_of(sheaf, A4).decode(),
        "txt": text_of(sheaf, A4).decode(),
        "md": markdown_of(sheaf).decode(),
        "pdf": pdf,
    }


# ---------------------------------------------------------------------- what it says


def test_scores_and_posture_are_those_that_replay_prints(look: QuickLook) -> None:
    now: Any = world_document(str(EXAMPLE), None, None)
    opening: Any = world_document(str(EXAMPLE), 0, None)

    assert len(look.scores) == 8
    for span in look.scores:
        assert span.end == now["scores"][span.score]
        assert span.opening == opening["scores"][span.score]
    assert look.people == (opening["personnel"]["us-europe"], now["personnel"]["us-europe"])
    kept = [promise["state"] for promise in now["promises"]]
    assert dict(look.promises) == {state: kept.count(state) for state in ("kept", "broken", "void", "open")}
    holders = {now["posts"][post]["holder"] != opening["posts"][post]["holder"] for post in now["posts"]}
    assert holders == {True, False}
    assert len(look.posts) == sum(
        now["posts"][post]["holder"] != opening["posts"][post]["holder"] for post in now["posts"]
    )


def test_the_worst_and_the_road_are_those_of_the_ends_of_turns(look: QuickLook) -> None:
    entries = Session.open(EXAMPLE, read_only=True).entries
    ends = {0: 0}
    for entry in entries:
        if not (isinstance(entry.move, Advance) and entry.phase == "review"):
            ends[entry.turn] = entry.n
    at = {turn: world_document(str(EXAMPLE), n, None)["scores"] for turn, n in ends.items()}

    shares: Any = {turn: scores["european-share"] for turn, scores in at.items()}  # type: ignore[index]
    assert {step.turn: step.share for step in look.road} == shares
    for span in look.scores:
        values: Any = {turn: scores[span.score] for turn, scores in at.items()}  # type: ignore[index]
        assert span.worst == values[span.worst_turn]
        assert span.worst in (min(values.values()), max(values.values()))


@pytest.mark.parametrize("name", EDITIONS)
def test_every_statement_names_its_voice_and_an_entry_or_a_score_and_turn(desk: Desk, name: str) -> None:
    edition = EDITIONS[name]
    sheaf = report(desk, edition, look_of(desk, edition))
    halves = [block for pair in sheaf.blocks if isinstance(pair, Pair) for block in (*pair.left, *pair.right)]
    told = [block for block in (*sheaf.blocks, *halves) if isinstance(block, Telling)]
    numbers = {line.n for line in desk.view(edition.who).lines}

    assert len(told) > 12
    for each in told:
        assert each.voice in VOICES
        found = re.fullmatch(r"(?:entry (\d+)|entries 1 to (\d+)|posture, turn \d+)", each.source)
        assert found, each
        assert {int(n) for n in found.groups() if n} <= numbers
        assert (each.voice == "M") == each.source.startswith("posture"), each


def test_a_ruling_is_told_with_what_it_moved(look: QuickLook, desk: Desk) -> None:
    by_number = {line.n: line for line in desk.control.lines}

    assert 1 <= len(look.rulings) <= 3
    assert all(each.moved and by_number[each.entry].turn == each.turn for each in look.rulings)
    private = [getattr(line.move, "private", "") or getattr(line.move, "reason", "") for line in by_number.values()]
    assert not any(words in each.text for words in private if words for each in look.rulings)


def test_five_sentences_tell_it_and_controls_own_come_first(tmp_path: Path, look: QuickLook) -> None:
    assert len(look.story) == 5
    assert {"P"} <= {each.voice for each in look.story} <= {"P", "R"}
    with hostile_session(tmp_path / "s.toml", "") as session:
        few = quick_look(LocalTable(session).view_now())
        assert 1 <= len(few.story) <= 5
        assert {each.voice for each in few.story} == {"R"}
        LocalTable(session).make_now(Sitrep(seat="control", text="The galleys stay. Nobody had thought so."))
        told = quick_look(LocalTable(session).view_now()).story
    assert told[0].text.startswith("After turn 1: The galleys stay.")


def test_it_can_be_read_before_the_end_and_says_so(tmp_path: Path) -> None:
    with hostile_session(tmp_path / "s.toml", "") as session:
        table = LocalTable(session)
        assert quick_look(table.view_now()).ended.startswith("Not ended: this is how it stands in turn 2")
        assert table.make_now(End(seat="control")) is None
        assert quick_look(table.view_now()).ended.startswith("Ended in turn 2 of")


def test_with_no_attribution_nothing_said_bears_its_seat(desk: Desk) -> None:
    named = [each.evidence.text for each in quick_look(desk.control).objectives]
    bare = [each.evidence.text for each in quick_look(desk.control, by_seat=False).objectives]

    seats = [f"({state.name})" for state in desk.control.world.seats.values()]
    assert any(text.endswith(seat) for text in named for seat in seats)
    assert not any(text.endswith(")") for text in bare)


def test_words_taken_out_of_the_record_stand_in_nothing_made_afterwards(tmp_path: Path) -> None:
    save = tmp_path / "s.toml"
    save.write_bytes(EXAMPLE.read_bytes())
    assert run("redact", save, "--all-text").code == 0

    with Session.open(save, read_only=True) as session:
        desk = at_desk(LocalTable(session), "s")
        said = "".join(formats(desk, name)["txt"] for name in EDITIONS)
        sheets = [text_of(s, A4).decode() for each in PRINTS.values() for s in each.of(desk, desk.seats)]
    for words in ("on the same sheet", "harbour master", "alarm in the Pacific", "each with a photograph"):
        assert words not in said + "".join(sheets), words


# ---------------------------------------------------------------------- who may read it


def test_the_players_edition_holds_no_secret(tmp_path: Path) -> None:
    planted = Planted()
    with session_with_secrets(tmp_path / "s.toml", planted) as session:
        said = formats(at_desk(LocalTable(session), "s"), "players")

    for name, text in said.items():
        assert planted.leaks("".join(text.replace("\\", "").split()), "public") == [], name


def test_the_players_edition_hangs_on_nothing_that_is_secret(tmp_path: Path) -> None:
    with session_with_secrets(tmp_path / "s.toml", Planted()) as session:
        table = LocalTable(session)
        before = look_of(at_desk(table, "s"), PLAYERS)
        for move in (
            Note(seat="control", text="A secret.", objective="speak-plainly"),
            Message(seat="lyre", to="herald", text="Hush."),
        ):
            assert table.make_now(move) is None
        after = look_of(at_desk(table, "s"), PLAYERS)
    assert before == after


# ---------------------------------------------------------------------- pages


@pytest.mark.parametrize("name", EDITIONS)
def test_it_is_one_page(desk: Desk, name: str) -> None:
    edition = EDITIONS[name]
    sheaf = report(desk, edition, look_of(desk, edition))

    for paper in ("a4", "letter"):
        assert len(pypdf.PdfReader(BytesIO(pdf_of(sheaf, PageStyle(paper)))).pages) == 1


@pytest.mark.parametrize("name", EDITIONS)
def test_every_format_says_that_it_is_one_path_and_bears_the_marking(desk: Desk, name: str) -> None:
    for format, text in formats(desk, name).items():
        flat = " ".join(text.split())
        assert "One path in a model, not a forecast" in flat, format
        assert flat.count("EXERCISE") >= 2, format
        assert desk.control.head[:12] in flat


def test_hostile_words_are_harmless_in_a_report(tmp_path: Path) -> None:
    with hostile_session(tmp_path / "evil.toml", f" {' '.join(SIGNS)}") as session:
        said = formats(at_desk(LocalTable(session), "evil"), "quick-look")

    assert "<script>alert" not in said["html"] + said["md"]
    assert not re.search(r"(?<!\\)\[x\]|(?<!\\)`raw", said["md"])
    assert "://" not in said["md"]
    for text in (said["html"], said["md"], said["txt"].replace("\f", "")):
        assert not RAW.search(text.replace("\n", ""))


# ---------------------------------------------------------------------- Markdown is edited


def test_an_edited_paragraph_stays_when_it_is_made_again_and_figures_are_made_anew(desk: Desk) -> None:
    look = look_of(desk, LOOK)
    first = markdown_of(report(desk, LOOK, look)).decode()
    mine = first.replace("1. ...", "1. Telephone first.", 1)
    mine = re.sub(r"\*\*P\*\* After turn \d:.*", "It began with a note on a Friday.", mine, count=1)
    assert mine.count("It began with") == 1

    changed = evolve(look, scores=(evolve(look.scores[0], end=99.0), *look.scores[1:]))
    second = markdown_of(report(desk, LOOK, changed), mine).decode()
    third = markdown_of(report(desk, LOOK, changed), second).decode()

    for text in (second, third):
        assert "It began with a note on a Friday." in text
        assert "1. Telephone first." in text
        assert re.search(r"^\| Deterrence overall \|.*\| 99 \|$", text, re.MULTILINE)
    assert len(edited(third)) == 2
    assert edited(first) == {}


def test_a_paragraph_that_was_not_edited_is_made_anew(desk: Desk) -> None:
    look = look_of(desk, LOOK)
    first = markdown_of(report(desk, LOOK, look)).decode()

    second = markdown_of(report(desk, LOOK, evolve(look, question="Another question?")), first).decode()

    assert "Another question?" in second and look.question not in second


# ---------------------------------------------------------------------- the command


@pytest.mark.parametrize("format", ["html", "md", "pdf", "json"])
def test_report_writes_what_the_files_name_asks_for(tmp_path: Path, format: str) -> None:
    file = tmp_path / f"look.{format}"

    said = run("report", EXAMPLE, "--edition", "players", "-o", file)

    assert (said.code, said.err) == (0, "")
    assert said.out == f"{file}: players\n"
    begins = {"html": b"<!doctype html>", "md": b"**EXERCISE**", "pdf": b"%PDF", "json": b"{"}
    assert file.read_bytes().startswith(begins[format])


def test_report_prints_json_where_no_file_is_named() -> None:
    told = run("report", EXAMPLE, "--format", "json").json

    assert told["marking"] == "EXERCISE"
    assert told["scores"][0]["score"] == "deterrence"
    assert json.dumps(told)


def test_report_keeps_an_edited_file_and_says_so(tmp_path: Path) -> None:
    file = tmp_path / "look.md"
    run("report", EXAMPLE, "-o", file)
    file.write_text(file.read_text(encoding="utf-8").replace("2. ...", "2. Ask first.", 1), encoding="utf-8")

    said = run("report", EXAMPLE, "-o", file)

    assert said.out == f"{file}: quick-look, 1 edited paragraph kept\n"
    assert "2. Ask first." in file.read_text(encoding="utf-8")


def test_a_scenario_that_nobody_has_begun_has_no_report(tmp_path: Path) -> None:
    said = run("report", "nato-3-0", "-o", tmp_path / "x.html")

    assert (said.code, said.err) == (1, "tabletop: nato-3-0: is a scenario: there is nothing to report yet\n")
