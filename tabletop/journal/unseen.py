"""Characters that no reader sees and a terminal obeys, looked for in every text of a scenario and a save.

Says where they stand. What is shown of a text is made harmless elsewhere (`tabletop.plain`).
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import tomli
from attrs import evolve

from tabletop.journal.entry import Entry
from tabletop.journal.entry_toml import START
from tabletop.journal.flat import toml
from tabletop.journal.header import Header
from tabletop.journal.scenario_draft import Draft, Problem
from tabletop.journal.scenario_lines import Trail, line_of, lines_of
from tabletop.plain import controls, unseen

_HINT = "take it out"


def check_texts(draft: Draft) -> None:
    """Control characters in a scenario's texts and ids are errors, unseen ones warnings; a save is read with them."""
    if draft.embedded:
        return
    for file, table in draft.tables.items():
        for trail, text in texts_in(table, (file,)):
            if found := controls(text):
                draft.say(trail, _control(found), _HINT)
            if found := unseen(text):
                draft.warn(trail, _unseen(found), _HINT)


def in_header(header: Header, name: str) -> Iterator[Problem]:
    """What stands in a save's head and in the scenario that it holds."""
    table = toml(header.text)
    files = table["scenario"].pop("files")
    yield from _in(table, header.text, name, "header")
    for file, text in files.items():
        begins = re.search(rf'^"{re.escape(file)}" = (\'\'\'|""")$', header.text, re.MULTILINE)
        before = header.text.count("\n", 0, begins.start()) + 1 if begins else 0
        for problem in _in(tomli.loads(text), text, name, file):
            yield evolve(problem, line=before + problem.line)


def in_entries(entries: Sequence[Entry], name: str, line: int) -> Iterator[Problem]:
    """What stands in entries of which the first begins on `line` of the file `name`."""
    for entry in entries:
        text = entry.text
        if "\\" in text or controls(text) or unseen(text):
            for problem in _in(toml(text), text, name, f"entry {entry.n}", "'redact' takes words out"):
                yield evolve(problem, line=line + problem.line)
        line += START.count("\n") + text.count("\n")


def texts_in(value: Any, trail: Trail) -> Iterator[tuple[Trail, str]]:
    """Every text in a value, keys as well, with its trail."""
    if isinstance(value, str):
        yield trail, value
    elif isinstance(value, dict):
        for key, held in value.items():
            yield (*trail, key), key
            yield from texts_in(held, (*trail, key))
    elif isinstance(value, list):
        for n, held in enumerate(value):
            yield from texts_in(held, (*trail, n))


def _in(table: dict[str, Any], text: str, name: str, where: str, hint: str = "") -> Iterator[Problem]:
    lines: dict[Trail, int] | None = None
    for trail, held in texts_in(table, ()):
        wrong = [(_control(found), "error")] if (found := controls(held)) else []
        wrong += [(_unseen(found), "warning")] if (found := unseen(held)) else []
        if wrong:
            lines = lines_of(text) if lines is None else lines
        for said, severity in wrong:
            yield Problem(name, line_of(text, lines or {}, trail), where, said, hint, severity)


def _control(found: list[str]) -> str:
    return f"holds {' '.join(found)}: a control character, which a terminal may obey"


def _unseen(found: list[str]) -> str:
    return f"holds {' '.join(found)}: nobody sees it, and it changes what is read"
