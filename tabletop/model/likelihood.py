"""Words of chance: one scale for a session, each word with its range and the per cent that a roll uses."""

from typing import NamedTuple

from tabletop.model.moves import Odds


class Word(NamedTuple):
    """A word and its range in per cent."""

    word: str
    low: float
    high: float

    @property
    def middle(self) -> float:
        return (self.low + self.high) / 2


#: PHIA's probability yardstick (UK); the top three ranges are recalled, not looked up.
SCALE = (
    Word("remote chance", 0, 5),
    Word("highly unlikely", 10, 20),
    Word("unlikely", 25, 35),
    Word("realistic possibility", 40, 50),
    Word("likely", 55, 75),
    Word("highly likely", 80, 90),
    Word("almost certain", 95, 100),
)


def find_word(word: str) -> Word | None:
    """The scale's word, or None."""
    return next((w for w in SCALE if w.word == word.strip().lower()), None)


def odds_of(move: Odds) -> float:
    """Per cent that an odds move locks."""
    if move.chance is not None:
        return move.chance
    word = find_word(move.word)
    return word.middle if word else 50.0


TWO_DICE = (17, 28, 42, 58, 72, 83, 92)
"""The chance of 7 or more with two dice, per cent, by reasons for less reasons against, -3 to +3."""


def by_two_dice(net: int) -> float:
    """That chance; more than three reasons either way count as three."""
    return float(TWO_DICE[max(-3, min(3, net)) + 3])
