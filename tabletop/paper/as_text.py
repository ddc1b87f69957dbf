"""Pages as plain text: for a printer that knows nothing else, a terminal, or a reader's own device.

A page ends with a form feed; each has its first and last line like any other paper.
"""

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Any, Final

from tabletop.paper.page_style import PageStyle
from tabletop.paper.sheaf import Sheaf, told

_SIZES: Final = {
    (False, "a4"): (80, 64),
    (False, "letter"): (80, 60),
    (True, "a4"): (54, 42),
    (True, "letter"): (54, 40),
}
"""Columns and lines of a page, by large type and paper."""
_GAP: Final = 2
_LEAST: Final = 4
"""Columns under which no cell is squeezed."""
_FEED: Final = "\f"


def text_of(sheaf: Sheaf, style: PageStyle) -> bytes:
    """The file."""
    values = told(sheaf)
    width, height = _SIZES[style.large, style.paper]
    edges = len(_page(values, (), 99, 99, width).splitlines())
    pages = _pages(values["blocks"], width, height - edges)
    whole = [_page(values, lines, n, len(pages), width) for n, lines in enumerate(pages, 1)]
    return f"{_FEED.join(whole)}\n".encode()


def _page(values: dict[str, Any], lines: Sequence[str], n: int, of: int, width: int) -> str:
    marking, caveat = values["marking"], values["caveat"]
    head = _ends(" · ".join(part for part in (marking, caveat) if part), values["reader"], width)
    foot = _ends(marking, f"{values['foot']} · page {n} of {of}", width)
    return "\n".join([*head, "", *lines, "", *foot])


def _ends(left: str, right: str, width: int) -> list[str]:
    """Left and right on one line, or under one another where they don't fit."""
    if len(left) + len(right) + _GAP <= width:
        return [f"{left}{right:>{width - len(left)}}"]
    return [*wrap(left, width), *(f"{line:>{width}}" for line in wrap(right, width))]


def _pages(blocks: Sequence[dict[str, Any]], width: int, height: int) -> list[list[str]]:
    """Blocks as pages of lines. A block that fits a page is not torn apart, nor is a heading from what it heads."""
    pages: list[list[str]] = [[]]
    held: list[str] = []
    for block in blocks:
        if block["kind"] == "break":
            if pages[-1]:
                pages.append([])
            continue
        lines = [*held, *_lines(block, width)]
        if block["kind"] == "head":
            held = lines
            continue
        held = []
        if len(pages[-1]) + len(lines) > height and len(lines) <= height // 2 and pages[-1]:
            pages.append([])
        for line in lines:
            if len(pages[-1]) >= height:
                pages.append([])
            if line or pages[-1]:
                pages[-1].append(line)
    pages[-1].extend(held)
    return [page for page in pages if page] or [[]]


def _lines(block: dict[str, Any], width: int) -> Iterator[str]:
    match block["kind"]:
        case "head":
            text = block["text"].upper() if block["level"] == 1 else block["text"]
            yield from ("", *wrap(text, width), ("=" if block["level"] == 1 else "-") * min(width, len(text)))
        case "prose":
            yield from ("", *wrap(block["text"], width))
        case "bullets":
            yield ""
            for item in block["items"]:
                yield from wrap(item, width, initial_indent="- ", subsequent_indent="  ")
        case "table":
            yield from ("", *_table(block, width))
        case "rules":
            yield from ("", *_rules(block, width))
        case "ticks":
            yield from ("", *_ticks(block, width))
        case "banner":
            yield from ("", block["text"].center(width).rstrip())
        case "card":
            yield from ("", block["name"].upper().center(width).rstrip(), block["below"].center(width).rstrip())
        case "telling":
            words = f"{block['voice']}  {block['text']} [{block['source']}]"
            yield from wrap(words, width, subsequent_indent="   ")
        case "ribbon":
            yield from ("", *_ribbon(block))
        case "pair":
            for half in (*block["left"], *block["right"]):
                yield from _lines(half, width)


def _ribbon(block: dict[str, Any]) -> Iterator[str]:
    """A bar of 50 cells for 100 per cent, with the line in it."""
    line = round(block["line"] / 2)
    label = max(len(bar["label"]) for bar in block["bars"])
    for bar in block["bars"]:
        cells = list("#" * round(bar["share"] / 2) + "." * (50 - round(bar["share"] / 2)))
        cells[min(line, 49)] = "|"
        yield f"{bar['label']:<{label}} {''.join(cells)} {bar['share']:.0f}"


def _rules(block: dict[str, Any], width: int) -> Iterator[str]:
    *above, last = wrap(block["label"], width) or [""]
    yield from above
    if block["lines"] == 1 and len(last) <= width // 2:
        yield f"{last} ".ljust(width, "_")
        return
    yield last
    for _ in range(block["lines"]):
        yield from ("", "_" * width)


def _ticks(block: dict[str, Any], width: int) -> Iterator[str]:
    boxes = [f"[ ] {words}" for words in block["boxes"]]
    if not block["stacked"]:
        label = f"{block['label']:<{width * 2 // 5}}"
        yield from wrap("   ".join([label, *boxes]), width, drop_whitespace=False)
        return
    yield from wrap(block["label"], width)
    for words in boxes:
        yield from wrap(words, width, initial_indent="  ", subsequent_indent="      ")


def _table(block: dict[str, Any], width: int) -> Iterator[str]:
    columns = block["columns"]
    titles = [column["title"] for column in columns]
    widths = _widths([titles, *block["rows"]], columns, width)
    yield from _row(titles, columns, widths)
    yield (" " * _GAP).join("-" * each for each in widths)
    for row in block["rows"]:
        yield from _row(row, columns, widths)
        if block["tall"]:
            yield (" " * _GAP).join("_" * each for each in widths)


def _widths(rows: Sequence[Sequence[str]], columns: Sequence[dict[str, Any]], width: int) -> list[int]:
    """As wide as the widest cell where all fit; else those with a share give way, in proportion."""
    natural = [max(1, *(len(row[n]) for row in rows)) for n in range(len(columns))]
    room = width - _GAP * (len(columns) - 1)
    if sum(natural) <= room:
        return natural
    shares = [column["share"] for column in columns]
    fixed = sum(each for each, share in zip(natural, shares, strict=True) if not share)
    left, total = max(0, room - fixed), sum(shares)
    return [
        each if not share else max(_LEAST, int(left * share / total))
        for each, share in zip(natural, shares, strict=True)
    ]


def _row(cells: Sequence[str], columns: Sequence[dict[str, Any]], widths: Sequence[int]) -> Iterator[str]:
    parts = [wrap(cell, each) or [""] for cell, each in zip(cells, widths, strict=True)]
    for n in range(max(map(len, parts))):
        line = [
            f"{part[n] if n < len(part) else '':{'>' if column['right'] else '<'}{each}}"
            for part, column, each in zip(parts, columns, widths, strict=True)
        ]
        yield (" " * _GAP).join(line).rstrip()
