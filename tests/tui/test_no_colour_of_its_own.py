"""No screen has a colour of its own: all come from the theme in use, at the time of painting."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

SCREENS = Path(__file__).parents[2] / "tabletop" / "tui"
TREES = {
    path: ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted(SCREENS.rglob("*.py"))
    if path.parent.name != "look"
}
_ALONE = re.compile(r"#[0-9a-fA-F]{6}|ansi_\w+|bright_\w+")
_HEX = re.compile(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(")
_TERMINALS = re.compile(r"\b(ansi_|bright_)?(red|green|blue|yellow|magenta|cyan|white|black|orange|grey|gray)\d*\b")


def test_colours_are_taken_when_something_is_painted() -> None:
    """As a module is read or a default is made, the theme that will be chosen is not known yet."""
    early = [
        (str(path.relative_to(SCREENS)), each.lineno, each.attr)
        for path, tree in TREES.items()
        for each in _early(tree)
    ]
    assert early == []


def test_no_text_of_the_code_names_a_colour() -> None:
    named = [
        (str(path.relative_to(SCREENS)), node.lineno, node.value)
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _ALONE.fullmatch(node.value)
    ]
    assert named == []


def test_no_style_sheet_names_a_colour_but_by_a_variable() -> None:
    for sheet in (SCREENS / "styles").glob("*.tcss"):
        for line in sheet.read_text(encoding="utf-8").splitlines():
            rule, _, value = line.partition(":")
            if any(word in rule for word in ("color", "background", "border", "tint", "outline", "hatch")):
                assert not _HEX.search(value) and not _TERMINALS.search(value), (sheet.name, line)


def _early(tree: ast.AST) -> Iterator[ast.Attribute]:
    """Colours that are read before anything is called."""
    for node in ast.iter_child_nodes(tree):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                defaults = [*node.args.defaults, *filter(None, node.args.kw_defaults), *node.decorator_list]
                for each in defaults:
                    yield from _named(each)
            case ast.Lambda():
                pass
            case ast.Attribute():
                yield from _named(node)
            case _:
                yield from _early(node)


def _named(node: ast.AST) -> Iterator[ast.Attribute]:
    for each in ast.walk(node):
        if isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name) and each.value.id == "palette":
            yield each
