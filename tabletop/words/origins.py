"""Where a figure comes from, in sentences: what it is, how far its source carries, and what it is made of."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from tabletop.model.figures.figure import SHARE, YES
from tabletop.model.origin import Grade, Origin
from tabletop.words.names import capital

#: What may be said of a figure by its grade; a scenario's own words follow.
VERDICTS = {
    Grade.SOLID: "Source",
    Grade.ESTIMATE: "Estimate",
    Grade.JUDGEMENT: "Judgement",
    Grade.PLAY: "Play",
}
_COUNTED = {
    Grade.SOLID: "with a source",
    Grade.ESTIMATE: "estimate",
    Grade.JUDGEMENT: "judgement",
    Grade.PLAY: "from play",
}


class OriginLine(NamedTuple):
    """`deep`: how far it stands in. `grade`: of a line on a source, or PLAY for what says nothing of one; None for a
    figure's own line."""

    deep: int
    words: str
    grade: Grade | None = None


def headline(origin: Origin) -> str:
    """The figure with its unit and range: "Land, need in the straits: 18 brigades (15.9 to 24)"."""
    amount = amount_of(origin)
    return f"{origin.name}: {amount}" if amount else origin.name


def amount_of(origin: Origin) -> str:
    """Value, unit and range; "" for a thing that has several figures."""
    if origin.value is None or origin.value == "":
        return ""
    value = origin.value if isinstance(origin.value, str) else _number(origin.value)
    unit = "" if origin.unit in ("", YES, SHARE) or isinstance(origin.value, str) else f" {origin.unit}"
    low_high = f" ({_number(origin.range[0])} to {_number(origin.range[1])})" if origin.range else ""
    return f"{value}{unit}{low_high}"


def source_line(origin: Origin) -> str:
    """How far its source carries, and the source: "Judgement: tuned to the behaviours"."""
    verdict, source = VERDICTS[origin.grade], origin.source.strip()
    stands = source.lower().startswith(verdict.lower()) or (";" not in source and source.endswith(verdict.lower()))
    return f"{capital(source) if stands else f'{verdict}: {source}'}".rstrip(".") + "."


def parts_line(origin: Origin) -> str:
    """How many figures it is made of, and how far they carry: "Made of 9 figures: 9 judgement."; "" of none."""
    grades = Counter(part.grade for part in origin.made_of)
    counts = ", ".join(f"{grades[grade]} {_COUNTED[grade]}" for grade in Grade if grades[grade])
    return f"Made of {len(origin.made_of)} figures: {counts}." if counts else ""


def lines(origin: Origin) -> Iterator[OriginLine]:
    """All of it: the figure, its meaning, its source; then each that it is made of with its own source, once for a run
    of figures that share one."""
    yield OriginLine(0, headline(origin))
    if origin.meaning:
        yield OriginLine(0, origin.meaning.rstrip(".") + ".", Grade.PLAY)
    yield OriginLine(0, source_line(origin), origin.grade)
    for n, part in enumerate(origin.made_of, 1):
        yield OriginLine(1, headline(part))
        goes_on = n < len(origin.made_of) and origin.made_of[n].source == part.source
        if part.source != origin.source and not goes_on:
            yield OriginLine(2, source_line(part), part.grade)


def _number(value: float) -> str:
    """Hundredths, of what is less than 1 four digits."""
    return f"{value:.4g}" if abs(value) < 1 else f"{value:,.2f}".rstrip("0").rstrip(".")
