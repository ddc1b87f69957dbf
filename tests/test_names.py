"""No top-level type has the name of another: who reads `Clock` need not ask which."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_a_type_has_a_name_of_its_own() -> None:
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "tabletop").rglob("*.py"))

    counts = Counter(name for tree in trees for name in types(tree))

    assert {name for name, count in counts.items() if count > 1} == set()


def types(module: ast.Module) -> Iterator[str]:
    """Classes and aliases of types that a module gives a name; a letter alone is a type's variable."""
    for node in module.body:
        match node:
            case ast.ClassDef(name=name):
                yield name
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                if name[0].isupper() and not name.isupper():
                    yield name


def test_the_search_finds_classes_and_aliases_alone() -> None:
    module = ast.parse("class Row: ...\nSeats = dict[str, int]\nF = TypeVar('F')\nMOST = 3\nrow: Row = Row()\n")

    assert list(types(module)) == ["Row", "Seats"]
