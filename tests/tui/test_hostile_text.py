"""What a scenario, a save or a person wrote is text on every screen: no order to the terminal, no markup, no crash."""

import ast
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.content import Content

from tabletop.model.moves import Advance, Red
from tabletop.plain import MARK
from tabletop.table.exercise import Exercise
from tabletop.table.local import LocalTable
from tabletop.tui.app import TabletopApp
from tabletop.tui.kit.lines import wrapped
from tabletop.tui.terminal.text_only import TextOnly
from tests.hostile import BRACKETS, EVIL, RAW, hostile_session
from tests.long import some
from tests.tui.hostile_walk import ADJUDICATE, BOARD, END, REVIEW, SEAT, walk
from tests.tui.room import text_of

C = "control"
PHASES: dict[str, tuple[tuple[Any, ...], tuple[str, ...]]] = {
    "orders": ((), BOARD),
    "seat": ((), SEAT),
    "adjudicate": ((Advance(seat=C), Red(seat=C, source="model"), Advance(seat=C)), ("space", *ADJUDICATE)),
    "review": ((Advance(seat=C), Red(seat=C, source="model"), Advance(seat=C), Advance(seat=C)), REVIEW),
    "end": ((), ("x", "enter", "space", *END)),
}
TUI = Path(__file__).parents[2] / "tabletop" / "tui"


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Texts with a bracket that anything read as markup."""
    found: list[str] = []
    read = Content.from_markup

    def watched(markup: str | Content, **variables: object) -> Content:
        if "[" in str(markup):
            found.append(str(markup))
        return read(str(markup).replace("[", "("), **variables)

    monkeypatch.setattr(Content, "from_markup", watched)
    return found


SHOWN = [("orders", (80, 24)), *((phase, (120, 36)) for phase in PHASES)]


@pytest.mark.parametrize(("phase", "size"), some(SHOWN, 3))
async def test_every_screen_shows_every_text_as_it_was_written(
    phase: str, size: tuple[int, int], tmp_path: Path, parsed: list[str]
) -> None:
    session = hostile_session(tmp_path / "e.toml")
    before, keys = PHASES[phase]
    for move in before:
        assert LocalTable(session).make_now(move) is None
    seen: list[str] = []

    def look(where: str, text: str) -> None:
        assert not {ascii(raw) for line in text.split("\n") for raw in RAW.findall(line)}, where
        assert [line for line in text.split("\n") if cell_len(line) != size[0]] == [], where
        seen.append(text)

    app = TabletopApp(exercise=Exercise(session))
    app.animation_level = "none"  # what glides into its place is cut anywhere on its way
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        look("first", text_of(app))
        await walk(pilot, keys, look)

    assert parsed == []
    assert [bracket for bracket in BRACKETS if bracket not in "\n".join(seen)] == []


CHARS = st.characters(codec="utf-8") | st.sampled_from(sorted({*EVIL, *"\n\t"}))
SEGMENTS = st.lists(st.text(CHARS), max_size=6)


@given(SEGMENTS)
def test_a_line_gives_no_orders_and_keeps_its_length(texts: list[str]) -> None:
    line = [Segment(text) for text in texts]

    shown = TextOnly().apply(line, Color(0, 0, 0))

    told = "".join(segment.text for segment in shown)
    assert not RAW.search(told)
    assert not {"\n", "\t"} & set(told)
    assert sum(cell_len(segment.text) for segment in shown) == sum(cell_len(text) for text in texts)


def test_nothing_in_a_frame_is_a_plain_string() -> None:
    """Textual reads one as markup; a constant without a bracket is none."""
    for path in TUI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            targets = [ast.unparse(target) for target in node.targets] if isinstance(node, ast.Assign) else []
            if any(target.endswith((".border_title", ".border_subtitle", ".tooltip")) for target in targets):
                assert _is_content(node.value), f"{path}:{node.lineno}: write frame_title(...) or Content"  # type: ignore[attr-defined]


def _is_content(value: ast.expr) -> bool:
    match value:
        case ast.Constant(value=str() as told):
            return "[" not in told
        case ast.IfExp(body=body, orelse=orelse):
            return _is_content(body) and _is_content(orelse)
        case ast.Call(func=func):
            called = ast.unparse(func)
            return called.split(".")[0] in ("Content", "frame_title", "tab_line", "tabs") or called.endswith("._title")
    return False


@pytest.mark.parametrize("order", ["\x1b", "\x9b", "\u202e", "\x00"], ids=ascii)
def test_no_letter_is_lost_where_a_mark_is_wrapped(order: str) -> None:
    """A mark takes a cell where its character took none: lines are broken with that in mind."""
    lines = wrapped(Content(f"{order}word " * 20), 20)

    shown = [TextOnly().apply([Segment(line.plain)], Color(0, 0, 0))[0].text for line in lines]

    assert " ".join(shown).split() == [f"{MARK}word"] * 20
