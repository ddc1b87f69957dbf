"""Stylesheets of tests are parsed once a process: every app of a test reads the same. Knows Textual's inside."""

from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

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
