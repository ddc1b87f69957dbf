"""How a value is compared with a condition's: the one place."""

from collections.abc import Callable
from operator import ge, gt, le, lt

from tabletop.model.effects import Condition

_COMPARE: dict[str, Callable[[float, float], bool]] = {"<": lt, "<=": le, ">": gt, ">=": ge}


def compares(value: float | str, condition: Condition) -> bool:
    """Whether a value is as a condition wants it. Words are only equal or not."""
    wanted = condition.value
    if condition.test == "=":
        return value == wanted
    if condition.test == "!=":
        return value != wanted
    if isinstance(value, str) or isinstance(wanted, str):
        return False
    return _COMPARE[condition.test](value, wanted)
