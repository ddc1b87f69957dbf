"""How commands speak: one JSON document or plain lines on stdout, remarks on stderr. Nothing else writes there, so that
no text of a scenario, save or move gives the terminal orders.
"""

import json
import re
import sys
from collections.abc import Sequence
from typing import Any

import click

from tabletop.plain import plain
from tabletop.rules.world.arithmetic import count_of, sum_of

_NOT_IN_JSON = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def document(value: Any) -> None:
    """One JSON document on stdout, UTF-8 whatever the locale; amounts as they are, control characters escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)
    click.echo(_NOT_IN_JSON.sub(lambda char: f"\\u{ord(char[0]):04x}", text).encode("utf-8"))


def line(text: str, *, err: bool = False, end: str = "\n") -> None:
    """A line, or some, on stdout."""
    click.echo(plain(text) + end, err=err, nl=False)


def remark(sentence: str) -> None:
    """A line on stderr for whoever is watching."""
    line(f"tabletop: {' '.join(sentence.split())}", err=True)


def progress_bar(steps: int, of: str) -> Any:
    """A bar on stderr; entered with `with`, moved on with its `update`."""
    return click.progressbar(length=steps, label=of, file=sys.stderr)


def quantity(number: int, noun: str) -> str:
    """ "1 move", "17 moves"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def aligned(rows: Sequence[Sequence[str]], *, left: Sequence[int] = (0,)) -> str:
    """Rows as aligned columns: those in `left` to the left, figures to the right."""
    widths = [max(len(row[n]) for row in rows) for n in range(max(map(len, rows)))] if rows else []
    sides = ["<" if n in left else ">" for n in range(len(widths))]
    cells = ((f"{cell:{side}{width}}" for cell, side, width in zip(row, sides, widths, strict=False)) for row in rows)
    return "\n".join("  ".join(row).rstrip() for row in cells)


def rounded(amounts: Sequence[float], places: int = 2) -> list[float]:
    """Amounts rounded so that they still add up to their rounded sum."""
    unit = 10.0**-places
    whole = [round(amount / unit) for amount in amounts]
    rest = round(sum_of(amounts) / unit) - count_of(whole)
    by_error = sorted(range(len(whole)), key=lambda n: amounts[n] / unit - whole[n], reverse=rest > 0)
    for n in by_error[: abs(rest)]:
        whole[n] += 1 if rest > 0 else -1
    return [round(number * unit, places) for number in whole]
