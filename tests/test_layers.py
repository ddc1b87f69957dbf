"""The layers hold: lower ones import no higher one, and the rules load neither screens nor sockets."""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def test_no_layer_imports_a_higher_one() -> None:
    linter = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    if linter is None:
        pytest.fail("import-linter is not installed: uv sync")

    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, timeout=120)

    assert done.returncode == 0, done.stdout + done.stderr


def test_screens_know_the_port_and_no_session() -> None:
    """Whatever table they are given, they ask no more of it than another machine's could answer."""
    reached = re.compile(r"\.session\b|LocalTable|table\.local|(get|has)attr\((self\.)?app\b")

    found = [str(path.relative_to(ROOT)) for path in (ROOT / "tabletop" / "tui").rglob("*.py")
             if reached.search(path.read_text(encoding="utf-8"))]  # fmt: skip

    assert found == []


def test_a_room_imports_no_screen_of_another() -> None:
    """Rooms ask the program; only it, and the board, know which screen stands behind a question."""
    opens = re.compile(r"from tabletop\.tui\.(\w+)\.\w+ import .*Screen\b")
    found: set[tuple[str, str]] = set()
    for room in ("adjudicate", "control", "levers", "public", "replay", "review", "start"):
        for path in (ROOT / "tabletop" / "tui" / room).glob("*.py"):
            others = set(opens.findall(path.read_text(encoding="utf-8"))) - {room, "kit"}
            found |= {(room, other) for other in others}

    assert found == set()


def test_the_rules_load_neither_textual_nor_asyncio() -> None:
    code = (
        "import sys; from tabletop.journal.record.rulebook import our_rules; our_rules(); "
        "print(sorted({'textual', 'rich', 'click', 'asyncio', 'socket', 'random'} & sys.modules.keys()))"
    )

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)

    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_no_file_leads_back_to_itself() -> None:
    """Imports inside functions count too; those for the type checker alone don't."""
    files = {_module(path): path for path in (ROOT / "tabletop").rglob("*.py")}

    imports = {name: {to for to in _imports(ast.parse(path.read_text(encoding="utf-8")), files) if to != name}
               for name, path in files.items()}  # fmt: skip

    TopologicalSorter(imports).prepare()  # raises CycleError, which names the circle


def _module(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(node: ast.AST, files: Mapping[str, Path]) -> Iterator[str]:
    """The files of ours that a piece of code imports."""
    match node:
        case ast.If(test=ast.Name("TYPE_CHECKING"), orelse=orelse):
            yield from _imports(ast.Module(orelse, []), files)
        case ast.Import(names):
            yield from (name.name for name in names if name.name in files)
        case ast.ImportFrom(module=str(module), names=names):
            whole = (f"{module}.{name.name}" for name in names)
            yield from (name if name in files else module for name in whole if name in files or module in files)
        case _:
            for each in ast.iter_child_nodes(node):
                yield from _imports(each, files)
