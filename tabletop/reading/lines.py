"""Where in a TOML text something stands. Knows TOML's line shapes, nothing of what they mean.

A trail names a place as keys and numbers: ("us-1", "options", 0, "effects"). Only needed once something is wrong.
"""

import re

Trail = tuple[str | int, ...]

_TOKENS = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}'  # text over several lines
    r"|'''.*?'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
    r"|\#[^\n]*",
    re.DOTALL,
)
_KEY = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_DOTTED = rf"{_KEY}(?:\s*\.\s*{_KEY})*"
_HEADER = re.compile(rf"\s*(\[\[?)\s*({_DOTTED})\s*\]")
_ASSIGNED = re.compile(rf"\s*({_DOTTED})\s*=")
_QUOTED = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")


def lines_of(text: str) -> dict[Trail, int]:
    """The line, from 1, of every table header and every assignment outside inline tables."""
    found: dict[Trail, int] = {}
    counts: dict[Trail, int] = {}
    table: Trail = ()
    depth = 0
    for number, line in enumerate(_without_prose(text).split("\n"), start=1):
        header = _HEADER.match(line) if depth == 0 else None
        if header:
            table = _resolved(_parts(header[2]), counts, new=header[1] == "[[")
            for length in range(1, len(table) + 1):
                found.setdefault(table[:length], number)
            continue
        assigned = _ASSIGNED.match(line) if depth == 0 else None
        if assigned:
            trail = table
            for part in _parts(assigned[1]):
                trail = (*trail, part)
                found.setdefault(trail, number)
        bare = _QUOTED.sub("", line)
        depth = max(0, depth + bare.count("[") + bare.count("{") - bare.count("]") - bare.count("}"))
    return found


def line_of(text: str, lines: dict[Trail, int], trail: Trail, word: str = "") -> int:
    """The line of the deepest part of a trail that has one; with `word`, the first line from there on that holds it."""
    for length in range(len(trail), -1, -1):
        start = lines.get(trail[:length])
        if start is not None:
            return _holding(text, lines, start, word)
    return _holding(text, lines, 1, word) if word and not trail else 1


def _holding(text: str, lines: dict[Trail, int], start: int, word: str) -> int:
    if not word:
        return start
    end = min((line for line in lines.values() if line > start), default=text.count("\n") + 2)
    whole = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
    for number, line in enumerate(_without_prose(text).split("\n")[start - 1 : end - 1], start=start):
        if whole.search(line):
            return number
    return start


def _without_prose(text: str) -> str:
    """The text with comments and texts over several lines blanked, line breaks kept."""

    def blank(match: re.Match[str]) -> str:
        token = match[0]
        if token.startswith("#"):
            return ""
        return '""' + "\n" * token.count("\n") if token.startswith(('"""', "'''")) else token

    return _TOKENS.sub(blank, text)


def _parts(dotted: str) -> Trail:
    return tuple(part.strip("\"'") for part in re.findall(_KEY, dotted))


def _resolved(path: Trail, counts: dict[Trail, int], *, new: bool) -> Trail:
    """A header's trail, each array of tables on the way standing for its latest element."""
    trail: Trail = ()
    for n, part in enumerate(path):
        trail = (*trail, part)
        if new and n == len(path) - 1:
            counts[trail] = counts.get(trail, -1) + 1
        if trail in counts:
            trail = (*trail, counts[trail])
    return trail
