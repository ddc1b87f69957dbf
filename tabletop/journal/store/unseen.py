"""Characters that no reader sees and a terminal obeys, looked for in every text of a save.

Says where they stand. What is shown of a text is made harmless elsewhere (`tabletop.plain`).
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import tomli
from attrs import evolve

from tabletop.journal.record.entry import Entry
from tabletop.journal.record.entry_toml import START
from tabletop.journal.record.flat import toml
from tabletop.journal.store.header import Header
from tabletop.plain import controls, unseen
from tabletop.reading.lines import Trail, line_of, lines_of
from tabletop.scenario.proof import Problem
from tabletop.scenario.texts import control_words, texts_in, unseen_words


def in_header(header: Header, name: str) -> Iterator[Problem]:
    """What stands in a save's head and in the scenario that it holds."""
    table = toml(header.text)
    files = table["scenario"].pop("files")
    yield from _in(table, header.text, name, "header")
    for file, text in files.items():
        start = re.search(rf'^"{re.escape(file)}" = (\'\'\'|""")$', header.text, re.MULTILINE)
        before = header.text.count("\n", 0, start.start()) + 1 if start else 0
        for problem in _in(tomli.loads(text), text, name, file):
            yield evolve(problem, line=before + problem.line)


def in_entries(entries: Sequence[Entry], name: str, line: int) -> Iterator[Problem]:
    """What stands in entries of which the first start on `line` of the file `name`."""
    for entry in entries:
        text = entry.text
        if "\\" in text or controls(text) or unseen(text):
            for problem in _in(toml(text), text, name, f"entry {entry.n}", "'redact' takes words out"):
                yield evolve(problem, line=line + problem.line)
        line += START.count("\n") + text.count("\n")


def _in(table: dict[str, Any], text: str, name: str, where: str, hint: str = "") -> Iterator[Problem]:
    lines: dict[Trail, int] | None = None
    for trail, item in texts_in(table, ()):
        wrong = [(control_words(chars), "error")] if (chars := controls(item)) else []
        wrong += [(unseen_words(chars), "warning")] if (chars := unseen(item)) else []
        if wrong:
            lines = lines_of(text) if lines is None else lines
        for problem, severity in wrong:
            yield Problem(name, line_of(text, lines or {}, trail), where, problem, hint, severity)
