"""The part of docs/keys.md that follows from the code; `uv run python -m tests.tui.kit.keys_page` writes it."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from tabletop.tui.kit.keys import called
from tabletop.tui.kit.keytable import USES, KeyUse

PAGE = Path(__file__).parents[3] / "docs" / "keys.md"
COMMAND = "uv run python -m tests.tui.kit.keys_page"


def main() -> None:
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


def written(page: str) -> str:
    """The page with the table between its marks made anew."""
    begin, end = f"<!-- keys: made by `{COMMAND}` -->", "<!-- end of keys -->"
    head, _, rest = page.partition(begin)
    return "\n".join([f"{head}{begin}", "", *_tables(), f"{end}{rest.partition(end)[2]}"])


def _tables() -> Iterator[str]:
    for group, uses in groupby(USES, key=lambda use: use.group):
        yield from (f"**{group}**", "", "| key | what it is for | in the configuration |", "| --- | --- | --- |")
        yield from map(_row, uses)
        yield ""


def _row(use: KeyUse) -> str:
    keys = " ".join(f"`{called(key)}`" for key in use.keys)
    return f"| {keys} | {use.words} | {'stays' if use.fixed else f'`{use.id}`'} |"


if __name__ == "__main__":
    main()
