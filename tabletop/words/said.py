"""How people's own words, numbers and deeds are written in a sentence."""

from typing import Final

from tabletop.errors import TabletopError
from tabletop.model.grammar import condition
from tabletop.model.moves import REGISTRY
from tabletop.model.scenario import Scenario
from tabletop.words import names
from tabletop.words.names import SeatStates


def quoted(text: str) -> str:
    """Free text in quotation marks on one line, or nothing."""
    flat = " ".join(text.split())
    return f'"{flat}"' if flat else ""


def after_colon(text: str) -> str:
    """`: "text"`, or nothing."""
    quotation = quoted(text)
    return f": {quotation}" if quotation else ""


_STOPS: Final = tuple(f"{stop}{quotation}" for stop in "….!?" for quotation in ("", '"'))
_NUMBERS: Final = tuple("no one two three four five six seven eight nine ten eleven twelve".split())  # noqa: SIM905


def counted(number: int) -> str:
    """A whole number in a sentence: a word up to twelve."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def decimal(value: float) -> str:
    """A plain number with a decimal point, at most two digits behind it."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def deed_words(deed: str, scenario: Scenario, seats: SeatStates | None = None) -> str:
    """A promise's deed or condition in words: "withdraw the Third Watch", "Trust at least 60"."""
    word, _, thing = deed.strip().partition(" ")
    if word in REGISTRY:
        return f"{word.replace('-', ' ')} {names.thing_name(scenario, thing, seats, the=True)}".strip()
    try:
        figure = condition(deed)
    except TabletopError:
        return deed
    test = {"=": "is", "!=": "is not", "<": "below", "<=": "at most", ">": "above", ">=": "at least"}[figure.test]
    value = (
        decimal(figure.value) if isinstance(figure.value, float) else names.thing_name(scenario, figure.value, seats)
    )
    return f"{names.score_name(scenario, figure.path, seats)} {test} {value}"


def full(text: str) -> str:
    """With a full stop, unless it, or what it quotes last, ends in a mark of its own."""
    return text if text.endswith(_STOPS) else f"{text}."


def first_sentence(text: str) -> str:
    """Up to the first stop that ends a sentence."""
    words = " ".join(text.split())
    first, stop, _ = words.partition(". ")
    return f"{first}." if stop else words
