"""Scenes in figures: what moved, why, who carries it turn by turn, an argument with its dice. Pure."""

from textual.content import Content

from tabletop.table.feed_file import Feed
from tabletop.tui.look import palette
from tabletop.tui.look.blocks import rows as rows_of
from tabletop.tui.public.tiles import parts_look
from tabletop.tui.public.type import (
    Extent,
    Lines,
    beside,
    big,
    blocks,
    caption,
    columns,
    in_pages,
    opposite,
    read,
    spread,
    widest,
)


def moved(scene: Feed, room: Extent) -> Lines:
    """Three scores that moved most: from, to, and the main cause in words."""
    rows = scene["rows"]
    height = room.height // max(1, len(rows))
    longest = max((columns(row["name"]) for row in rows), default=0)
    sizes = [size for size in (3, 2) if rows_of(size) + 5 <= height]
    sizes = [
        size for size in sizes if all(columns(_from_to(row, 1), size) + longest + 20 <= room.width for row in rows)
    ]
    for large in (True, False):
        parts = [_moved(row, room, sizes[0] if sizes else 1, large=large) for row in rows]
        if all(len(part) <= height for part in parts):
            break
    return spread(parts, room.height, 4)


def _from_to(row: Feed, share: float, decimals: int = 1) -> str:
    now = row["before"] + (row["now"] - row["before"]) * share
    form = f"{'+' if row.get('margin') else ''}.{decimals}f"
    return f"{row['before']:{form}} → {now:{form}}"


def _fitting(row: Feed, room: Extent, size: int = 1) -> str:
    """In whole points where tenths would be too wide."""
    figures = _from_to(row, room.share)
    return figures if columns(figures, size) + 20 <= room.width else _from_to(row, room.share, 0)


def _moved(row: Feed, room: Extent, size: int, *, large: bool) -> Lines:
    """`large`: whether the cause stands in block letters."""
    arrow, _, ink = palette.change_mark(row["change"], better=row["better"])
    figures = _fitting(row, room, size)
    right = beside(blocks(figures, palette.TEXT, size), blocks(arrow, ink, size), columns(figures, size), 3)
    left = big(row["name"], room.width - widest(right) - 3, 3, palette.BRIGHT, (1,))
    if row["margin"]:
        left += read("over pressure", room.width - widest(right) - 3, palette.LABEL)
    head = opposite(left, right, room.width)
    gap = [Content("")] if size > 1 else []
    return [*head, *gap, *big(row["cause"], room.width, room.height, ink, (1,) if large else ())]


def why(scene: Feed, room: Extent) -> Lines:
    """A score from and to, and the causes that moved it as bars, in block letters where there is room for all of them;
    else those for which there is none are counted."""
    figures = _fitting(scene, room)
    right = blocks(figures, palette.BRIGHT)
    left = big(scene["name"], room.width - widest(right) - 3, 3, palette.BRIGHT, (1,))
    title = opposite(left, right, room.width)
    if not scene["rows"]:
        return spread([title, big("Nothing has moved it", room.width, 3, palette.LABEL, (1,))], room.height, 1)
    below, large = room.height - len(title), _causes(scene, room, large=True)
    whole = sum(map(len, large)) <= below
    causes = large if whole else _counted(scene, _causes(scene, room, large=False), below)
    return spread([title, *causes], room.height, 1)


def _causes(scene: Feed, room: Extent, *, large: bool) -> list[Lines]:
    """Of each cause its figure, its words and its bar. `large`: whether the words stand in block letters."""
    rows = scene["rows"]
    side = max((columns(f"{row['amount']:+.1f}") for row in rows), default=0)
    most = max((abs(row["amount"]) for row in rows if not row["rest"]), default=1.0) or 1.0
    space = room.width - side - 3
    parts = []
    for row in rows:
        ink = palette.DIM if row["rest"] else palette.change_mark(row["amount"], better=scene["better"])[2]
        bar = Content.styled("█" * min(space, max(1, round(space * abs(row["amount"]) / most * room.share))), ink)
        words = big(row["words"], space, room.height, palette.BRIGHT, (1,)) if large else read(row["words"], space)
        parts.append(
            beside(blocks(f"{row['amount']:+.1f}", ink), [*words, *[bar] * (2 if len(words) == 1 else 1)], side)
        )
    return parts


def _counted(scene: Feed, causes: list[Lines], height: int) -> list[Lines]:
    """As many as there is room for, and how many more there are."""
    rows, parts = scene["rows"], list[Lines]()
    for n, cause in enumerate(causes):
        if sum(map(len, parts)) + len(cause) + (n + 1 < len(rows)) > height:
            more = (
                f"and {len(rows) - n} more" if n + 1 < len(rows) or not rows[n]["rest"] else f"and {rows[n]['words']}"
            )
            return [*parts, [Content.styled(more, f"bold {palette.LABEL}")]]
        parts.append(cause)
    return parts


# ---------------------------------------------------------------------- the takeover


def ribbon(scene: Feed, room: Extent) -> Lines:
    """Who carries what is needed by turn, stacked, with the line of one half; the last figures at the right."""
    places = len(scene["periods"]) + 1
    figures = _last(scene, room)
    step = max(3, (room.width - widest(figures) - 3) // places)
    title = big("Who carries what is needed", room.width, 3, palette.BRIGHT, (1,)) if room.height > 20 else []
    height = max(5, room.height - 1 - len(title) - bool(title))
    half = height - 1 - round((height - 1) * scene["half"] / 100)
    lines = [_level(scene, line, height, step, places, line == half) for line in range(height)]
    names = ["open", *(f"{period[2:4]} {period[-2:]}" for period in scene["periods"])]
    named = "".join(f"{name[: step - 1]:<{step}}" for name in names)
    lines.append(Content.styled(named, f"bold {palette.LABEL}"))
    free = [Content("")] * max(0, (height - len(figures)) // 2)
    return [*title, *([Content("")] if title else ()), *beside(lines, free + figures, step * places, 2)]


def _level(scene: Feed, line: int, height: int, step: int, places: int, half: bool) -> Content:
    """One row of the columns, and where it is that of one half the line across them."""
    level = 100 * (height - line - 0.5) / height
    cells: list[tuple[str, str]] = []
    for place in range(places):
        parts = scene["rows"][place]["parts"] if place < len(scene["rows"]) else None
        sign, ink = _filled(parts, level) if parts else (" ", palette.EMPTY)
        if half:
            over = f" on {ink}" if sign in "█▓" else ""
            cells += [("━" * (step - 1), f"{palette.BRIGHT}{over}"), ("━", palette.BRIGHT)]
        else:
            cells += [(sign * (step - 1), ink), (" ", "")]
    return Content.assemble(*cells)


def _filled(parts: list[float], level: float) -> tuple[str, str]:
    """What fills a column at a height of so many per cent."""
    own, anchor, nobody = parts_look()
    return own if level <= parts[0] else anchor if level <= parts[0] + parts[1] else nobody


def _last(scene: Feed, room: Extent) -> Lines:
    """The last figures, in the order of the columns."""
    lines: Lines = []
    parts = scene["rows"][-1]["parts"] if scene["rows"] else []
    for name, part, (_, ink) in reversed([*zip(scene["names"], parts, parts_look(), strict=False)]):
        lines += [*blocks(f"{part}%", ink), *caption(name.upper(), room, ink), Content("")]
    return lines[:-1]


# ---------------------------------------------------------------------- an argument


def argument(scene: Feed, room: Extent) -> Lines:
    """Who claims what, for and against it, the odds as a bar across the room, the roll, how it ended: in the largest
    type in which all of it fits, else page by page."""
    tries = ((2, 1), 1, 1), ((1,), 1, 1), ((1,), 1, 0), ((2, 1), 0, 1), ((1,), 0, 1), ((1,), 0, 0), ((), 0, 0)
    for title, sides, public in tries:
        aim = big(scene["aim"], room.width, max(9, room.height * 2 // 5), palette.BRIGHT, title)
        who = caption(f"{scene['who']} argues", room, palette.ACCENT)
        how = caption(scene["means"], room, palette.LABEL) if scene["means"] else []
        said = big(scene["public"], room.width, room.height, palette.BRIGHT, (1,) if public else ())
        parts = [[*who, *aim, *how], _both_sides(scene, room.width, large=bool(sides)), *_odds(scene, room), said]
        if sum(map(len, parts)) + sum(map(bool, parts)) - 1 <= room.height:
            return spread(parts, room.height, 2)
    return in_pages(parts, room)


def _both_sides(scene: Feed, width: int, *, large: bool) -> Lines:
    half = width // 2 - 2
    sides = []
    for sign, words, ink in (("+", scene["reasons"], palette.HIGH_TEXT), ("-", scene["counters"], palette.LOW)):
        lines: Lines = []
        for word in words:
            mark = blocks(sign, ink) if large else [Content.styled(sign, f"bold {ink}")]
            room = half - widest(mark) - (3 if large else 1)
            text = big(word, room, 100, palette.TEXT, (1,)) if large else read(word, room, f"bold {palette.TEXT}")
            lines += beside(mark, text, widest(mark), 3 if large else 1)
        sides.append(lines)
    return beside(sides[0], sides[1], half, 3)


def _odds(scene: Feed, room: Extent) -> list[Lines]:
    """The bar with the roll on it, the figures and the grade in a word."""
    if scene["odds"] is None:
        return []
    odds, rolled = scene["odds"], scene["rolled"]
    ink = palette.ACCENT if scene["good"] or not scene["grade"] else palette.LOW
    upto = round(room.width * odds / 100)
    cells = [("█", palette.ACCENT) if n < upto else ("░", palette.EMPTY) for n in range(room.width)]
    if rolled is not None:
        at = min(room.width - 1, round(room.width * rolled / 100 * room.share))
        cells[at] = ("┃", palette.BRIGHT)
    bar = Content.assemble(*cells)
    words = f"{odds:.0f} %" if rolled is None else f"{odds:.0f} %   {round(rolled * room.share):.0f}"
    figures = blocks(words, palette.BRIGHT)
    if scene["grade"]:
        grade = big(scene["grade"], room.width, 3, ink, (1,))
        apart = widest(figures) + widest(grade) + 6 <= room.width
        figures = beside(figures, grade, widest(figures), 6) if apart else [*figures, *grade]
    return [[bar, bar], figures]
