"""Scenes in words: the welcome, an inject, the story. Pure."""

from collections.abc import Sequence

from textual.content import Content

from tabletop.table.feed_file import Feed
from tabletop.tui.kit.lines import wrapped
from tabletop.tui.look import palette
from tabletop.tui.look.blocks import broken, setting, spells
from tabletop.tui.public.type import Extent, Lines, beside, big, blocks, columns, fits, in_pages, page_of, read, spread
from tabletop.words.names import listed

_READ = 84
"""Columns of a line that is read from afar."""
_LETTERS = "ABCDEFGH"


def welcome(scene: Feed, room: Extent) -> Lines:
    """The question, and who sits at the table."""
    seats = read("  ·  ".join(scene["seats"]), room.width, f"bold {palette.ACCENT}")
    title = big(scene["title"], room.width, max(3, room.height // 4), palette.ACCENT, (3, 2, 1))
    left = room.height - len(seats) - len(title) - 2
    return spread([title, big(scene["question"], room.width, left, palette.BRIGHT, (2, 1)), seats], room.height, 3)


# ---------------------------------------------------------------------- an inject


def inject(scene: Feed, room: Extent) -> Lines:
    """Title, text and options, in as large a type as holds all of them."""
    title = big(scene["title"], room.width, max(3, room.height // 4), palette.CRISIS_INK, (2, 1))
    sender = read(scene["sender"], room.width, palette.LABEL) if scene["sender"] else []
    asked = _asked(scene, room.width)
    rest = room.height - len(title) - len(sender) - len(asked) - 1
    for text_large, options_large in ((True, True), (False, True), (False, False)):
        text = _text(scene["text"], room.width if options_large else min(room.width, _READ), rest, large=text_large)
        options = _options(scene["options"], room.width, rest - len(text), large=options_large)
        if len(text) + len(options) <= rest:
            break
    else:
        small = [_small(letter, each, room.width - 6) for letter, each in zip(_LETTERS, scene["options"], strict=False)]
        return in_pages([[*title, *sender], text, *small, asked], room)
    return spread([[*title, *sender], text, options, asked], room.height, 1)


def _asked(scene: Feed, width: int) -> Lines:
    if not scene["asked"]:
        return []
    who = listed(scene["asked"])
    verb = "answered" if scene["settled"] else "answers" if len(scene["asked"]) == 1 else "answer"
    mark = Content.styled("● " if scene["settled"] else "○ ", palette.ACCENT)
    return wrapped(mark + Content.styled(f"{who} {verb}", f"bold {palette.ACCENT}"), width)


def _text(paragraphs: Sequence[str], width: int, height: int, *, large: bool) -> Lines:
    lines: Lines = []
    for paragraph in paragraphs:
        if large and fits(paragraph, width, height):
            lines += big(paragraph, width, height, palette.TEXT, (1,))
        else:
            lines += read(paragraph, width, palette.TEXT)
    return lines


def _options(options: Sequence[Feed], width: int, height: int, *, large: bool) -> Lines:
    """Each with its letter, and once it is settled with who chose it."""
    parts: list[Lines] = []
    room = width - 6
    for letter, option in zip(_LETTERS, options, strict=False):
        ink = palette.ACCENT if option["by"] else palette.BRIGHT
        sign = blocks(letter, palette.ACCENT)
        if large and fits(option["text"], room, height):
            text = big(option["text"], room, height, ink, (1,))
        else:
            text = read(option["text"], min(room, _READ), f"bold {ink}")
        if option["by"]:
            text += wrapped(Content.styled(f"● {listed(option['by'])}", palette.ACCENT), room)
        parts.append(beside(sign, text, 3, 2))
    if sum(map(len, parts)) > height:  # a low screen: letters as small as the words
        parts = [_small(letter, option, room) for letter, option in zip(_LETTERS, options, strict=False)]
    return spread(parts, max(height, sum(map(len, parts))), 1)


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
