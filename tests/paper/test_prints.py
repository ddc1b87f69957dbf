"""What is printed says what the record says, to those who may read it, and no word in it is more than a word."""

import re
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdf
import pytest

from tabletop.cli.replay import world_document
from tabletop.journal.session import Session
from tabletop.paper import as_pdf
from tabletop.paper.as_html import html_of
from tabletop.paper.as_pdf import pdf_of
from tabletop.paper.as_text import text_of
from tabletop.paper.blocks import Head, Prose, Tabular, Ticks
from tabletop.paper.desk import Desk, at_desk
from tabletop.paper.editions import EDITIONS
from tabletop.paper.page_style import PAPERS, PageStyle
from tabletop.paper.press import pressed
from tabletop.paper.prints import PRINTS
from tabletop.paper.sheaf import Imprint, Sheaf, told
from tabletop.table.local import LocalTable
from tabletop.table.unbegun import unbegun
from tabletop.words.orders.line import read_line
from tests.cli.said import ADVANCE, WITHDRAW, apply, control, new, run
from tests.golden.example import EXAMPLE
from tests.hostile import RAW, hostile_session
from tests.paper.samples import COMMAND, SAMPLES, samples
from tests.paper.secrets import Planted, session_with_secrets
from tests.play import nato

A4 = PageStyle()
SEATS_OWN = [each for each in PRINTS.values() if each.by_seat]
SIGNS = (
    "#panic(1) $x$ *b* _i_ <label> @ref \\ // /* `raw` [x] {x}",
    "<script>alert(1)</script><img src=//x onerror=a>&amp;\"'</td>",
    "{{7*7}}{% raw %}",
    "=1+1 @SUM(1)",
    "\x1b[2J\x1b]0;x\x07\u202ekcab\u202c שלום مرحبا 漢字",
)


@pytest.fixture(scope="module")
def example() -> Desk:
    return at_desk(LocalTable(Session.open(EXAMPLE, read_only=True)), "example")


def everything(desk: Desk) -> list[Sheaf]:
    return [sheaf for each in PRINTS.values() for sheaf in each.of(desk, desk.seats)]


def read(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(data)).pages)


# ---------------------------------------------------------------------- what it says


def test_a_packs_figures_are_those_of_the_record(example: Desk) -> None:
    for seat in example.seats:
        told_world: Any = world_document(str(EXAMPLE), None, seat)
        (pack,) = PRINTS["seat-packs"].of(example, [seat])
        words = text_of(pack, PageStyle()).decode()
        flat = " ".join(words.split())

        assert f"Deterrence overall {told_world['scores']['deterrence']:.0f}, " in flat
        for member in told_world["seats"][seat]["members"]:
            row = next(line for line in words.splitlines() if re.match(rf"{nato().members[member].name}  +\d", line))
            assert f"{told_world['members'][member]['spending']:.2f}" in row


def test_a_short_word_means_its_force_on_the_order_line() -> None:
    desk = Desk("nato-3-0", unbegun(nato()), begun=False)
    for seat in ("berlin", "nordic-baltic"):
        world = desk.view(seat).world
        (pack,) = PRINTS["seat-packs"].of(desk, [seat])
        table = next(b for b in pack.blocks if isinstance(b, Tabular) and b.columns[1].title == "Programme")
        names = {spec.name: id for id, spec in nato().programmes.items()}

        for word, name, *_ in table.rows:
            reading = read_line(world, seat, f"fund {word} 50")
            assert getattr(reading.move, "programme", reading) == names[name]


def test_a_pack_is_refilled_with_what_stands(tmp_path: Path) -> None:
    save = new(tmp_path / "s.toml")
    apply(save, control("start"), ADVANCE, WITHDRAW)
    with Session.open(save, read_only=True) as session:
        (sheet,) = PRINTS["order-sheets"].of(at_desk(LocalTable(session), "s"), ["harrow"])

    rows = next(block for block in sheet.blocks if isinstance(block, Tabular)).rows
    assert len(rows) == 6
    assert "galleys" in rows[0][1].lower()
    assert rows[1][1] == ""


def test_every_inject_that_asks_has_a_slip_without_effects(tmp_path: Path) -> None:
    planted = Planted()
    with session_with_secrets(tmp_path / "s.toml", planted) as session:
        scenario = session.world.scenario
        (slips,) = PRINTS["inject-slips"].of(Desk("x", unbegun(scenario), begun=False), ["lyre"])
    titles = {block.text for block in slips.blocks if isinstance(block, Head)}
    boxes = [box for block in slips.blocks if isinstance(block, Ticks) for box in block.boxes]

    assert titles == {spec.title for spec in scenario.injects.values() if "lyre" in spec.answers}
    words = text_of(slips, A4).decode()
    assert not planted.leaks(words, "lyre") and "QXreason" not in words and "QXhint" not in words
    assert boxes and not any("trust" in box for box in boxes)


def test_every_page_bears_marking_reader_session_turn_and_number(example: Desk) -> None:
    (pack,) = PRINTS["seat-packs"].of(example, ["berlin"])
    head = example.control.head[:12]

    pages = pypdf.PdfReader(BytesIO(pdf_of(pack, A4))).pages
    for n, page in enumerate(pages, 1):
        words = " ".join(page.extract_text().split())
        for mark in ("EXERCISE", "Fictional exercise", "only", "example", "turn 8 of 8", f"record {head}"):
            assert mark in words, (n, mark)
        assert f"page {n} of {len(pages)}" in words
    plain = text_of(pack, A4).decode().split("\f")
    for n, words in enumerate(plain, 1):
        assert words.startswith("EXERCISE · Fictional exercise")
        assert f"page {n} of {len(plain)}" in words
        assert len(words.splitlines()) <= 64
        assert max(map(len, words.splitlines())) <= 80


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("large", [False, True])
def test_pages_are_of_the_paper_that_was_asked_for(example: Desk, paper: str, large: bool) -> None:
    (sheet,) = PRINTS["order-sheets"].of(example, ["berlin"])

    page = pypdf.PdfReader(BytesIO(pdf_of(sheet, PageStyle(paper, large)))).pages[0]

    size = [round(float(side)) for side in page.mediabox[2:]]
    assert size == ([595, 842] if paper == "a4" else [612, 792])
    assert ("size: A4" if paper == "a4" else "size: letter") in html_of(sheet, PageStyle(paper, large)).decode()


def test_an_order_sheet_is_one_page(example: Desk) -> None:
    for desk in (example, Desk("nato-3-0", unbegun(nato()), begun=False)):
        for sheet in PRINTS["order-sheets"].of(desk, desk.seats):
            assert len(pypdf.PdfReader(BytesIO(pdf_of(sheet, A4))).pages) == 1, sheet.name


def test_the_same_record_gives_the_same_bytes(example: Desk) -> None:
    first, second = ([pressed(s, A4, f) for s in everything(example) for f in ("html", "txt")] for _ in range(2))

    assert first == second
    (sheet,) = PRINTS["order-sheets"].of(example, ["berlin"])
    assert pdf_of(sheet, A4) == pdf_of(sheet, A4)


def test_the_turn_sheets_figures_are_those_that_the_room_may_know(example: Desk) -> None:
    told_world: Any = world_document(str(EXAMPLE), None, "public")
    (sheet,) = PRINTS["turn-sheet"].of(example, [])
    words = text_of(sheet, A4).decode()

    for theatre, spec in nato().theatres.items():
        row = next(line for line in words.splitlines() if re.match(rf"{spec.name} +\d", line))
        scores = told_world["scores"]
        for score in ("deterrence", "pressure", "margin"):
            assert f"{scores[f'{score}/{theatre}']:.0f}" in row
    for track, value in told_world["tracks"].items():
        assert re.search(rf"{nato().tracks[track].name} .* {value:.0f}$", words, re.MULTILINE)
    assert len(pypdf.PdfReader(BytesIO(pdf_of(sheet, A4))).pages) == 1


def test_controls_book_holds_every_inject_with_what_its_options_do(example: Desk) -> None:
    (book,) = PRINTS["control-book"].of(example, [])
    words = " ".join(text_of(book, A4).decode().split())

    assert book.reader == "Control only"
    for spec in nato().injects.values():
        assert " ".join(spec.title.split()) in words
    options = [row for block in book.blocks if isinstance(block, Tabular) and block.columns[0].title == "Option"
               for row in block.rows]  # fmt: skip
    assert len(options) == sum(len(spec.options) for spec in nato().injects.values())
    assert all(reason for *_, reason in options)


def test_every_seat_has_a_card_and_slips_and_all_have_one_sheet_on_their_words(example: Desk) -> None:
    cards = [sheaf.name for sheaf in PRINTS["cards"].of(example, example.seats)]
    slips = [sheaf.name for sheaf in PRINTS["survey"].of(example, example.seats)]

    assert cards == [*(f"card-{seat}" for seat in example.seats), "consent"]
    assert slips == [f"survey-{seat}" for seat in example.seats]


# ---------------------------------------------------------------------- who may read it


def test_no_seat_finds_anothers_secret_in_what_is_printed_for_it(tmp_path: Path) -> None:
    planted = Planted()
    with session_with_secrets(tmp_path / "s.toml", planted) as session:
        desk = at_desk(LocalTable(session), "s")
        for each in SEATS_OWN:
            for seat in desk.seats:
                for sheaf in each.of(desk, [seat]):
                    for data in (html_of(sheaf, A4), text_of(sheaf, A4), read(pdf_of(sheaf, A4)).encode()):
                        assert planted.leaks("".join(data.decode().split()), seat) == [], sheaf.name
        packs = "".join(str(told(sheaf)) for sheaf in everything(desk))

    assert any(word in packs for word in planted.may)  # what a seat may read does stand there


def test_what_a_seat_may_not_know_changes_no_byte_printed_for_it(tmp_path: Path) -> None:
    quiet = [control("start"), ADVANCE]
    busy = [
        *quiet,
        WITHDRAW,
        {"seat": "harrow", "do": "message", "to": "herald", "text": "Hush."},
        control("note", text="x"),
    ]

    def printed(name: str, moves: list[dict[str, Any]]) -> list[Any]:
        save = new(tmp_path / name)
        assert apply(save, *moves).code == 0
        with Session.open(save, read_only=True) as session:
            desk = at_desk(LocalTable(session), "s")
            return [sheaf.blocks for each in SEATS_OWN for sheaf in each.of(desk, ["lyre"])]

    assert printed("quiet.toml", quiet) == printed("busy.toml", busy)


# ---------------------------------------------------------------------- words are words


def test_hostile_words_are_harmless_in_every_format(tmp_path: Path) -> None:
    evil = f" {' '.join(SIGNS)}"
    with hostile_session(tmp_path / "evil.toml", evil) as session:
        sheaves = everything(at_desk(LocalTable(session), "evil"))

        for sheaf in sheaves:
            html, text = html_of(sheaf, A4).decode(), text_of(sheaf, A4).decode()
            assert "<script>alert" not in html and "onerror=a>" not in html.replace("&gt;", "")
            assert not RAW.search(html.replace("\n", "")) and not RAW.search(text.replace("\f", ""))
            assert "{{7*7}}" in html
            assert pdf_of(sheaf, A4).startswith(b"%PDF")

    assert sheaves


def test_typst_prints_its_own_signs_as_they_were_written() -> None:
    sheaf = Sheaf("x", SIGNS[0], "r", Imprint("m", SIGNS[0], "s", "w"), (Prose(SIGNS[0]), Head(SIGNS[0])))

    flat = "".join(read(pdf_of(sheaf, A4)).split())

    assert flat.count("".join(SIGNS[0].split())) >= 3


def test_an_html_page_asks_nothing_of_anybody(example: Desk) -> None:
    for sheaf in everything(example):
        html = html_of(sheaf, A4).decode()
        assert "default-src 'none'" in html
        assert not re.search(r"(?:src|href|url|@import)\s*[=(:]", html)
        assert "http" not in html.replace("http-equiv", "")


def test_an_html_page_can_be_read_aloud_and_found_through(example: Desk) -> None:
    """What a checker of accessibility asks first; with axe 4.10 no page had a violation."""
    for sheaf in everything(example):
        html = html_of(sheaf, A4).decode()
        levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
        assert '<html lang="en">' in html and re.search(r"<title>[^<]+</title>", html)
        assert levels[0] == 1 and all(b - a <= 1 for a, b in pairwise(levels)), sheaf.name
        assert all('scope="col"' in cell and cell.endswith(">") for cell in re.findall(r"<th\b[^>]*>", html))
        assert not re.search(r"<th[^>]*></th>|<h\d></h\d>", html), sheaf.name
        assert html.count('role="banner"') == html.count('role="contentinfo"') == html.count("<main>") == 1
        assert 'name="viewport"' in html and "user-scalable" not in html
    inks = re.findall(r"--(?:ink|soft): #(\w)\w*;", html)
    assert inks == ["1", "5"]  # dark enough on white: 18.9 and 7.5 to 1


# ---------------------------------------------------------------------- the command


def test_print_says_what_it_made_and_where(tmp_path: Path) -> None:
    save = new(tmp_path / "s.toml")

    said = run("print", save, "--what", "seat-packs", "-o", tmp_path / "out", "--format", "txt")

    assert (said.code, said.err) == (0, "")
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [
        f"seat-pack-{seat}.txt" for seat in sorted(("harrow", "lyre", "herald"))
    ]
    assert said.out.startswith(f"{tmp_path / 'out'}: 3 files")


def test_print_of_one_seat_makes_its_file_alone(tmp_path: Path) -> None:
    said = run("print", "nato-3-0", "--what", "order-sheets", "--seat", "berlin", "-o", tmp_path, "--format", "html")

    assert (said.code, [p.name for p in tmp_path.iterdir()]) == (0, ["order-sheet-t1-berlin.html"])


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("--what", "seat-pakcs"), "did you mean 'seat-packs'?"),
        (("--what", "seat-packs", "--seat", "berln"), "did you mean 'berlin'?"),
    ],
)
def test_what_can_not_be_printed_is_said_with_its_mend(tmp_path: Path, args: tuple[str, ...], words: str) -> None:
    said = run("print", "nato-3-0", *args, "-o", tmp_path / "out")

    assert said.code != 0 and words in said.err
    assert not (tmp_path / "out").exists()


def test_without_the_extra_html_is_made_and_told_how_to_get_pdf(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(as_pdf, "find_spec", lambda _: None)
    save = new(tmp_path / "s.toml")

    said = run("print", save, "--what", "order-sheets", "--format", "pdf", "-o", tmp_path / "out")

    assert said.code == 0
    assert "pip install 'tabletop[paper]'" in said.err
    assert {p.suffix for p in (tmp_path / "out").iterdir()} == {".html"}


def test_a_record_of_an_earlier_edition_is_not_printed(tmp_path: Path) -> None:
    from tests.journal.earlier import SMALL

    said = run("print", SMALL, "--what", "seat-packs", "-o", tmp_path / "out")

    assert said.code == 1 and "here it is a record" in said.err


def test_docs_have_a_sample_of_everything_that_can_be_printed_as_it_is_printed_now() -> None:
    there = {path.name: path.read_bytes() for path in SAMPLES.iterdir()}
    made = samples()

    assert made.keys() >= {f"{what}.pdf" for what in PRINTS} | {f"{edition}.md" for edition in EDITIONS}
    assert there.keys() == made.keys()
    assert [name for name in made if made[name] != there[name]] == [], f"docs/samples are old: {COMMAND}"
