"""Scenes in words: the welcome, an inject, the story, a look ahead, what the seats had wanted. Pure."""

from collections.abc import Sequence

from textual.content import Content

from tabletop.table.feed_file import Feed
from tabletop.tui.kit.lines import wrapped
from tabletop.tui.look import palette
from tabletop.tui.look.blocks import broken, setting, spells
from tabletop.tui.public.type import Extent, Lines, beside, big, blocks, columns, fits, read, spread, widest
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
    at = room.page % len(found)
    lines = (found[at] + [Content("")] * room.height)[: room.height - 1]
    return [*lines, Content.styled(" ".join("●" if n == at else "○" for n in range(len(found))), palette.LABEL)]


def ahead(scene: Feed, room: Extent) -> Lines:
    """The look ahead as control showed it."""
    return big(scene["words"], room.width, room.height, palette.BRIGHT, (2, 1))


# ---------------------------------------------------------------------- the reveal


def reveal(scene: Feed, room: Extent) -> Lines:
    """What each seat had wanted, with the points it has for it; the secret ones in the accent."""
    parts = []
    for seat in scene["seats"]:
        rows: Lines = big(seat["name"], room.width, 3, palette.BRIGHT, (1,)) if len(scene["seats"]) == 1 else []
        rows = rows or [Content.styled(seat["name"], f"bold {palette.BRIGHT}")]
        for each in seat["objectives"]:
            ink = palette.ACCENT if each["secret"] else palette.TEXT
            points = f"{each['points']:.0f}"
            secret = "  (secret)" if each["secret"] else ""
            if len(scene["seats"]) == 1:
                left = blocks(points, ink)
                text = read(f"{each['title']}{secret}", room.width - 16, f"bold {ink}")
                rows += beside(left, text, max(13, widest(left)))
            else:
                rows += [Content.styled(f"{points:>5}  {each['title']}{secret}", f"bold {ink}")]
        parts.append(rows)
    return _in_columns(parts, room) if len(parts) > 1 else spread(parts, room.height)


def _in_columns(parts: Sequence[Lines], room: Extent) -> Lines:
    """Two columns where one would be too high."""
    one = spread(parts, room.height)
    if sum(map(len, parts)) <= room.height or room.width < 2 * _READ // 2:
        return one
    half = -(-len(parts) // 2)
    wide = room.width // 2 - 2
    left, right = (spread(side, room.height) for side in (parts[:half], parts[half:]))
    return beside([line.truncate(wide) for line in left], right, wide)
