"""Scenes in words: the welcome, an inject, the story. Pure."""

from collections.abc import Sequence

from attrs import evolve
from textual.content import Content

from tabletop.table.feed_file import Feed
from tabletop.tui.look import palette
from tabletop.tui.look.blocks import broken, setting, spells
from tabletop.tui.public.type import (
    Extent,
    Lines,
    beside,
    big,
    blocks,
    caption,
    columns,
    fits,
    in_pages,
    page_of,
    read,
    spread,
)
from tabletop.words.names import listed

_READ = 84
"""Columns of a line that is read from afar."""
_LETTERS = "ABCDEFGH"


def welcome(scene: Feed, room: Extent) -> Lines:
    """The question, and who sits at the table."""
    names = "  ·  ".join(scene["seats"])
    seats = big(names, room.width, room.height // 3, palette.ACCENT, (1,) if room.high else ())
    title = big(scene["title"], room.width, max(3, room.height // 4), palette.ACCENT, (3, 2, 1))
    left = room.height - len(seats) - len(title) - 2
    return spread([title, big(scene["question"], room.width, left, palette.BRIGHT, (2, 1)), seats], room.height, 3)


# ---------------------------------------------------------------------- an inject


def inject(scene: Feed, room: Extent) -> Lines:
    """Title, text and options, in as large a type as holds all of them. Where that is the terminal's own letters and
    rows are low for these, the options alone follow in large type, page by page."""
    title = big(scene["title"], room.width, max(3, room.height // 4), palette.CRISIS_INK, (2, 1))
    sender = read(scene["sender"], room.width, palette.LABEL) if scene["sender"] else []
    asked = _asked(scene, room)
    rest = room.height - len(title) - len(sender) - len(asked) - 1
    large = _options(scene["options"], room, large=True)
    for text_large in (True, False):
        text = _text(scene["text"], room.width, rest, large=text_large)
        if _height(text, *large) <= rest:
            return spread([[*title, *sender], text, _one(large), asked], room.height, 1)
    below = room if room.plain else evolve(room, height=room.height - 1)
    small = _in_small(scene, below, [*title, *sender], asked)
    if room.plain or _height(*small) > below.height or _height(title, *large, asked) + 2 > below.height:
        return in_pages(small, room) if _height(*small) > room.height else spread(small, room.height, 1)
    return page_of([spread(small, below.height, 1), spread([title, _one(large), asked], below.height, 1)], room)


def _in_small(scene: Feed, room: Extent, title: Lines, asked: Lines) -> list[Lines]:
    """All of it in the terminal's own letters; those of the options in block letters where that leaves rows free."""
    text = _text(scene["text"], min(room.width, _READ), 0, large=False)
    options = _options(scene["options"], room, large=False)
    if _height(title, text, *options, asked) + len(options) + 2 <= room.height:
        return [title, text, *options, asked]
    return [title, text, *(_small(letter, each, room.width - 6)
                           for letter, each in zip(_LETTERS, scene["options"], strict=False)), asked]  # fmt: skip


def _height(*parts: Lines) -> int:
    """Rows of parts that stand close."""
    return sum(map(len, parts))


def _one(options: Sequence[Lines]) -> Lines:
    """Options one under another, a free row between."""
    return spread(options, _height(*options) + max(0, len(options) - 1), 1)


def _asked(scene: Feed, room: Extent) -> Lines:
    if not scene["asked"]:
        return []
    who = listed(scene["asked"])
    verb = "answered" if scene["settled"] else "answers" if len(scene["asked"]) == 1 else "answer"
    return caption(f"{'●' if scene['settled'] else '○'} {who} {verb}", room, palette.ACCENT)


def _text(paragraphs: Sequence[str], width: int, height: int, *, large: bool) -> Lines:
    lines: Lines = []
    for paragraph in paragraphs:
        if large and fits(paragraph, width, height):
            lines += big(paragraph, width, height, palette.TEXT, (1,))
        else:
            lines += read(paragraph, width, palette.TEXT)
    return lines


def _options(options: Sequence[Feed], room: Extent, *, large: bool) -> list[Lines]:
    """Each with its letter, and once it is settled with who chose it."""
    parts: list[Lines] = []
    width = room.width - 6
    for letter, option in zip(_LETTERS, options, strict=False):
        ink = palette.ACCENT if option["by"] else palette.BRIGHT
        sign = blocks(letter, palette.ACCENT)
        if large and fits(option["text"], width, room.height):
            text = big(option["text"], width, room.height, ink, (1,))
        else:
            text = read(option["text"], min(width, _READ), f"bold {ink}")
        if option["by"]:
            text += caption(f"● {listed(option['by'])}", room, palette.ACCENT, width)
        parts.append(beside(sign, text, 3, 2))
    return parts


def _small(letter: str, option: Feed, room: int) -> Lines:
    ink, who = (palette.ACCENT, f" ● {listed(option['by'])}") if option["by"] else (palette.BRIGHT, "")
    text = read(f"{option['text']}{who}", room, f"bold {ink}")
    return beside([Content.styled(letter, f"bold {palette.ACCENT}")], text, 3, 2)


# ---------------------------------------------------------------------- the story


def pages(sentences: Sequence[str], width: int, height: int) -> list[Lines]:
    """Sentences in block letters by as many as one screen holds; a longer one goes on over the next."""
    found: list[Lines] = [[]]
    for n, sentence in enumerate(sentences):
        units = _units(sentence, width, palette.TEXT if n % 2 else palette.BRIGHT)
        whole = sum(map(len, units))
        if found[-1] and len(found[-1]) + 1 + whole > height:
            found.append([])
        elif found[-1]:
            found[-1].append(Content(""))
        for unit in units:
            if len(found[-1]) + len(unit) > height:
                found.append([])
            found[-1] += unit
    return [page for page in found if page]


def _units(sentence: str, width: int, ink: str) -> list[Lines]:
    """The lines of a sentence, each as the rows that it takes."""
    if not spells(sentence) or any(columns(word) > width for word in sentence.split()):
        return [[line] for line in read(sentence, width, f"bold {ink}")]
    return [blocks(line, ink) for line in broken(sentence, width)]


def story(scene: Feed, room: Extent) -> Lines:
    """A page of the story; which of how many in the last line."""
    sentences = scene["sentences"]
    if len(sentences) == 1 and (alone := setting(sentences[0], room.width, room.height, (2,))):
        return big(sentences[0], room.width, room.height, palette.BRIGHT, (alone.scale,))
    found = pages(sentences, room.width, room.height - 1)
    if len(found) < 2:
        return found[0] if found else []
    return page_of(found, room)
