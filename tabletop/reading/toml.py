"""TOML that somebody wrote, and where it is none. Opens no file."""

import re
from typing import Any

import tomli

_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


class Broken(ValueError):
    """Text that is no TOML: a problem, the line, from 1, and what stands on it."""

    def __init__(self, problem: str, text: str, line: int) -> None:
        super().__init__(problem)
        self.problem, self.line, self.stands = problem, line, text.split("\n")[line - 1]

    def decimal(self, comma: re.Pattern[str]) -> str:
        """A hint for a number with a comma in it, where its line is such a one."""
        number = comma.search(self.stands)
        return f"write {number[1]}.{number[2]}" if number else ""


def read_toml(text: str, last: int) -> dict[str, Any]:
    """The table that a text says. Raises Broken; what is wrong with its end is so on its `last` line."""
    try:
        return tomli.loads(text)
    except RecursionError:
        raise Broken("its lists or tables lie too deep in one another", text, 1) from None
    except ValueError as error:  # TOMLDecodeError, or a number with thousands of digits
        message = str(error)
        place = _PLACE.search(message)  # (at line 3, column 5)
        problem = message[: place.start()] if place else message
        line = min(int(place[1] or last), last) if place else 1
        raise Broken(f"is no TOML: {problem[0].lower()}{problem[1:]}", text, line) from None
