"""Where a figure comes from, and how far its source carries: the one place that reads what a scenario calls a basis.

An author's basis is clauses between semicolons, each a source, a note, or the word judgement. A figure is solid only
where its basis names a source and nothing weaker. Knows no scenario and no world.
"""

import re
from collections.abc import Iterable
from enum import StrEnum

from attrs import field, frozen


class Grade(StrEnum):
    """How far a figure may be leant on. `PLAY`: it is no claim about the world, moves and rules alone have made it."""

    SOLID = "solid"
    ESTIMATE = "estimate"
    JUDGEMENT = "judgement"
    PLAY = "play"


#: Words by which an author says that a source was not looked up, or that more than it stands in a figure.
_DOUBT = frozenset(
    ("estimate", "estimates", "recalled", "guess", "fair", "weak", "inferred", "check", "rule", "fitted")
)
#: What a clause has that names a publication: a year, the word itself, or a table of the data that a scenario rests on.
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TABLE = re.compile(r"\.csv\b")
_WORD = re.compile(r"[a-z]+")
_BETWEEN = re.compile(r";(?![^()]*\))")  # a semicolon in brackets parts nothing
_END_OF_HEAD = re.compile(r":|\b(?:judgement|estimate|sourced|recalled|is)\b")


@frozen(kw_only=True)
class Origin:
    """One figure and where it comes from.

    `of`: what to ask for it by, "need/baltic/land". `value` a number, words, or None for a thing that has several
    figures and no first among them. `range`: from what to what it may as well lie, or what it can be at all.
    `source`: as the author wrote it. `made_of`: what it is worked out of, the weightiest first.
    """

    of: str
    name: str
    value: float | str | None = None
    unit: str = ""
    range: tuple[float, float] | None = None
    source: str
    meaning: str = ""
    made_of: "tuple[Origin, ...]" = field(default=(), repr=False)
    grade: Grade = field()

    @grade.default
    def _by_its_source(self) -> Grade:
        return grade_of(self.source)

    @property
    def solid(self) -> bool:
        """Whether it rests on a named source and nothing weaker."""
        return self.grade is Grade.SOLID

    def part(self, of: str) -> "Origin | None":
        """What it is made of under that name, however deep."""
        for each in self.made_of:
            if each.of == of:
                return each
            if deeper := each.part(of):
                return deeper
        return None


def grade_of(basis: str) -> Grade:
    """The weakest that its clauses say; one that names no source at all is judgement."""
    return weakest(grade for clause in _clauses(basis) if (grade := _grade(clause)))


def weakest(grades: Iterable[Grade]) -> Grade:
    """What may be said of a figure that hangs on several; judgement where it hangs on none that says anything."""
    said = set(grades)
    return next((grade for grade in (Grade.JUDGEMENT, Grade.ESTIMATE, Grade.SOLID) if grade in said), Grade.JUDGEMENT)


def about(basis: str, *words: str) -> str:
    """The clauses of a basis that speak of one figure, known by any of these words; all of it where none does.

    A clause says in its head, what stands before a colon or before its verdict, which figures it speaks of: "poll:
    judgement", "unit, readiness and lending judgement".
    """
    chosen = [clause for clause in _clauses(basis) if not set(words).isdisjoint(_WORD.findall(_head(clause)))]
    return "; ".join(chosen) or basis


def _clauses(basis: str) -> list[str]:
    return [clause.strip() for clause in _BETWEEN.split(basis) if clause.strip()]


def _head(clause: str) -> str:
    end = _END_OF_HEAD.search(clause.lower())
    return clause.lower()[: end.start()] if end else clause.lower()


def _grade(clause: str) -> Grade | None:
    """A clause's own verdict; None for a note that says nothing of sources. An author's word counts before ours."""
    words = set(_WORD.findall(clause.lower()))
    if "judgement" in words:
        return Grade.JUDGEMENT
    if "solid" in words:
        return Grade.SOLID
    if words & _DOUBT:
        return Grade.ESTIMATE
    if clause.startswith("source:") or _YEAR.search(clause):
        return Grade.SOLID
    return Grade.ESTIMATE if _TABLE.search(clause) else None
