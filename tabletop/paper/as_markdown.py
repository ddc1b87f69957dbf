"""A page as Markdown that is edited by hand: made again, paragraphs that were edited stay, the rest is made anew.

Each paragraph stands between two marks that a reader of Markdown does not show. The first names it and holds a check of
its words as they were made: what no longer fits it has been edited.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import Any, Final

from tabletop.paper.sheaf import Sheaf, told

_PART: Final = re.compile(r"<!-- part ([a-z0-9-]+) ([0-9a-f]{8}) -->\n(.*?)\n<!-- end -->", re.DOTALL)
_BEGINS: Final = "<!-- part "
_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>#|~$!]|^[-+](?=\s)|^\d+(?=[.)]))")
_NOT_ID: Final = re.compile(r"[^a-z0-9]+")


def markdown_of(sheaf: Sheaf, before: str = "") -> bytes:
    """The file. `before`: as it stands on disk, with what was edited in it."""
    values = told(sheaf)
    kept = edited(before)
    head = f"**{_escaped(values['marking'])}**" + (f" · {_escaped(values['caveat'])}" if values["caveat"] else "")
    lines = [f"{head} · {_escaped(values['reader'])}", "", *_blocks(values["blocks"], kept, "page")]
    return "\n".join(
        [*lines, "---", "", f"**{_escaped(values['marking'])}** · {_escaped(values['foot'])}", ""]
    ).encode()


def edited(text: str) -> dict[str, str]:
    """By name the paragraphs of a file that are not as they were made."""
    parts = _PART.findall(text.replace("\r\n", "\n"))
    return {name: words for name, check, words in parts if _check(words) != check and _BEGINS not in words}


def _check(words: str) -> str:
    return blake2b(words.encode(), digest_size=4).hexdigest()


def _blocks(blocks: Sequence[Mapping[str, Any]], kept: Mapping[str, str], place: str) -> Iterator[str]:
    """`place`: the heading under which they stand; it names their paragraphs together with their number."""
    n = 0
    for block in blocks:
        match block["kind"]:
            case "head":
                yield from (f"{'#' * block['level']} {_escaped(block['text'])}", "")
                place, n = _NOT_ID.sub("-", block["text"].lower()).strip("-") or "part", 0
            case "pair":
                yield from _blocks(block["left"], kept, place)
                yield from _blocks(block["right"], kept, f"{place}-2")
            case "table" | "ribbon":
                yield from (*(_table(block) if block["kind"] == "table" else _ribbon(block)), "")
            case _:
                n += 1
                yield from _part(f"{place}-{n}", "\n".join(_paragraph(block)), kept)


def _part(name: str, words: str, kept: Mapping[str, str]) -> Iterator[str]:
    """The check is that of the words as they would be made now: what is kept goes on being told from it."""
    yield from (f"{_BEGINS}{name} {_check(words)} -->", kept.get(name, words), "<!-- end -->", "")


def _paragraph(block: Mapping[str, Any]) -> Iterator[str]:
    match block["kind"]:
        case "prose":
            text = _escaped(block["text"])
            yield f"**{text}**" if block["look"] == "lead" else f"*{text}*" if block["look"] == "note" else text
        case "bullets":
            yield from (f"- {_escaped(item)}" for item in block["items"])
        case "telling":
            yield f"**{block['voice']}** {_escaped(block['text'])} ({_escaped(block['source'])})"
        case "rules":
            yield from (_escaped(block["label"]), "", *(f"{n}. ..." for n in range(1, block["lines"] + 1)))
        case "ticks":
            yield from (_escaped(block["label"]), "", *(f"- [ ] {_escaped(box)}" for box in block["boxes"]))
        case "card":
            yield f"**{_escaped(block['name'])}** {_escaped(block['below'])}".rstrip()
        case "banner":
            yield f"**{_escaped(block['text'])}**"


def _table(block: Mapping[str, Any]) -> Iterator[str]:
    columns = block["columns"]
    yield f"| {' | '.join(_escaped(column['title']) for column in columns)} |"
    yield f"| {' | '.join('---:' if column['right'] else '---' for column in columns)} |"
    for row in block["rows"]:
        yield f"| {' | '.join(map(_escaped, row))} |"


def _ribbon(block: Mapping[str, Any]) -> Iterator[str]:
    bars = block["bars"]
    yield f"| {' | '.join(_escaped(bar['label']) for bar in bars)} |"
    yield f"| {' | '.join('---:' for _ in bars)} |"
    shares = (f"{bar['share']:.0f}" for bar in bars)
    yield f"| {' | '.join(f'**{share}**' if bar['full'] else share for bar, share in zip(bars, shares, strict=True))} |"


def _escaped(text: str) -> str:
    """Words that stay words: no sign of Markdown, no tag, no link."""
    return _SPECIAL.sub(r"\\\1", text.replace("&", "&amp;")).replace("://", ":&#47;/")
