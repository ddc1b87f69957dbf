"""What is known of a figure: one row of the glossary. Knows no scenario, no world and no screen."""

from typing import Literal

from attrs import field, frozen

POINTS, SHARE, PER_CENT, OF_GDP = "points", "share", "per cent", "per cent of GDP"
BILLIONS, THOUSANDS, PEOPLE, DAYS, LEVEL, INDEX = "billion dollars", "thousands", "people", "days", "level", "index"
TRANCHES, TURNS, YES = "tranches", "turns", "1 or 0"

#: What a path gives that gives a number; a path of words gives the words, or the kind of ids that they are.
NUMBER = ""
MOST = 1e9
ANY, FROM_NOUGHT, GAUGE, PART = (-MOST, MOST), (0.0, MOST), (0.0, 100.0), (0.0, 1.0)
LAST = 99


@frozen(kw_only=True)
class Figure:
    """A figure, or what may be asked of a thing.

    `form`: its path, with kinds of ids in capitals: "alarm", "wallet/SEAT", "force/FORCE/status".
    `meaning`: a phrase that begins with a capital, for the author's page and the codebook.
    `unit` and `range` of a number. `most`: the coefficient that is the upper end in the place of the range's.
    `held`: the rules keep it within its range whatever moves it.
    `kept`: what `World.figures` holds under this path: the "value", nothing, or a "count" of which the path gives a
    share. `sparse`: not kept before it first moves, 0 till then.
    `gives`: NUMBER, words, or the kind of ids. `sets`: those words that it can be set to, where not all.
    `changed`: by nobody but the rules, by control's "adjustment", or by every "effect", adjustments too.
    `at`: the ends of what it may be adjusted to, where not its range.
    `who` sees it: all, the seat whose it is, or control. `band`: players are told a word in the number's place.
    `score`: it stands among the scores, which the history keeps for everybody.
    `notice`: where a change of it is told: in the "price" of an order and among effects, among "effects" alone, or
    nowhere beside the scores that it moves. `behind`: there it stands after those on scores.
    `offer`: its place among what completion offers.
    """

    form: str
    name: str
    meaning: str
    short: str = field()
    unit: str = POINTS
    range: tuple[float, float] = ANY
    most: str = ""
    held: bool = False
    better: Literal["high", "low", ""] = "high"
    gives: str | tuple[str, ...] = NUMBER
    sets: tuple[str, ...] = ()
    kept: Literal["", "value", "count"] = ""
    sparse: bool = False
    read: bool = True
    changed: Literal["", "adjustment", "effect"] = ""
    at: tuple[float, float] | None = None
    who: Literal["all", "seat", "control"] = "all"
    band: bool = False
    score: bool = False
    notice: Literal["price", "effects", ""] = ""
    behind: bool = False
    offer: int = LAST

    @short.default
    def _as_long(self) -> str:
        return self.name

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(self.form.split("/"))

    @property
    def kinds(self) -> tuple[str, ...]:
        """Kinds of the ids in its path: ("THEATRE", "AREA")."""
        return tuple(part for part in self.parts if part.isupper())

    @property
    def head(self) -> str:
        """The word that its path begins with; "" where that is an id."""
        return "" if self.parts[0].isupper() else self.parts[0]

    @property
    def inner(self) -> bool:
        """Whether the world keeps it under a key that no id can be."""
        return self.kept == "value" and "/" not in self.form and not self.kinds

    @property
    def everywhere(self) -> bool:
        """Whether an effect may name "all" in the place of the one theatre or seat."""
        return self.changed == "effect" and self.gives == NUMBER and self.kinds in (("THEATRE",), ("SEAT",))

    @property
    def digits(self) -> int:
        """Digits behind the point that a change is told with."""
        return 2 if self.unit in (SHARE, BILLIONS, LEVEL, INDEX) else 1

    @property
    def least(self) -> float:
        """The least change that shows in those digits."""
        return 0.005 if self.digits == 2 else 0.05

    @property
    def values(self) -> str:
        """Its range or its words, as an author or a codebook reads them; "" for any number."""
        if isinstance(self.gives, tuple):
            return ", ".join(self.gives)
        if self.gives != NUMBER:
            return f"ids of {self.gives}s" if self.gives != "outcome" else "ids of outcomes"
        return "" if self.unit == YES else ends_words(self.range, self.most)


def ends_words(ends: tuple[float, float], most: str = "") -> str:
    """ "0 to 100", "from 0"; "" where there are none. `most` names the upper end."""
    low, high = ends
    if most:
        return f"{low:g} to {most}"
    if ends == ANY:
        return ""
    return f"from {low:g}" if high == MOST else f"{low:g} to {high:g}"
