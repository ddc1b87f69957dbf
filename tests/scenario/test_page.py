"""The author's page says what the glossary and the reader of scenarios know."""

from tabletop.model.figures.glossary import FIGURES
from tests.scenario.page import COMMAND, PAGE, written


def test_the_page_is_what_glossary_and_reader_say() -> None:
    page = PAGE.read_text(encoding="utf-8")

    assert written(page) == page, f"docs/scenario.md is old: {COMMAND}"


def test_the_page_has_a_line_for_every_figure_and_every_file() -> None:
    paths, keys = PAGE.read_text(encoding="utf-8").partition("## Paths")[2].split("## Keys")
    rows, lines = paths.splitlines(), keys.splitlines()

    assert all(sum(row.startswith(f"| `{form}` |") for row in rows) == 1 for form in FIGURES)
    assert {"### `scenario.toml`", "### `seats.toml`, `[[ID.objectives.parts]]`", "### `red.toml`"} <= set(lines)
