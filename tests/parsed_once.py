"""Stylesheets of tests are parsed once a process: every app of a test reads the same. Knows Textual's inside.

So are the parameters of callbacks counted, and rules of a sheet told apart as any objects are: Textual asks a function
of Python's for a rule's hash, of every rule for every widget.
"""

from collections.abc import Callable
from types import CodeType
from typing import Any

import pytest
from textual import _callback
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

_count: Callable[..., int] = _callback._count_parameters
_counts: dict[CodeType, int] = {}
_parsed: dict[tuple[Any, ...], list[RuleSet]] = {}
"""By the colours and sizes that a sheet stands on, its text, and where it comes from. Rules are never changed."""


def parse_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here to the end of the test."""
    parse = Stylesheet._parse_rules

    def known(self: Stylesheet, css: str, read_from: Any, *told: Any, **more: Any) -> list[RuleSet]:
        key = (*self._variables.items(), css, read_from, told, *sorted(more.items()))
        if key not in _parsed:
            _parsed[key] = parse(self, css, read_from, *told, **more)
        return _parsed[key]

    monkeypatch.setattr(Stylesheet, "_parse_rules", known)
    monkeypatch.setattr(RuleSet, "__hash__", object.__hash__)
    monkeypatch.setattr(_callback, "_count_parameters", _parameters)


def _parameters(function: Callable[..., Any]) -> int:
    """As Textual counts them. A lambda is a new one each time, its code isn't; one around another has the inner's."""
    code = getattr(function, "__code__", None)
    if code is None or hasattr(function, "__wrapped__"):
        return _count(function)
    if code not in _counts:
        _counts[code] = _count(function)
    return _counts[code]
