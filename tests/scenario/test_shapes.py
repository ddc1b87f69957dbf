"""Every key of a scenario refuses what is of another kind, and says where."""

import datetime
import typing
from typing import Any

import attrs
import pytest

from tabletop.model.coefficients import Basis, Coefficients
from tabletop.model.effects import Condition, Effect
from tabletop.model.scenario import LeverSpec, RedSpec, Scenario
from tabletop.reading.shape import Part
from tabletop.reading.values import BAD
from tabletop.scenario.limits import Chance
from tabletop.scenario.load import ELSEWHERE, TABLES
from tabletop.scenario.proof import Proof
from tabletop.scenario.shapes import SPECIAL, shape
from tests.scenario.test_limits import kinds

VALUES: tuple[Any, ...] = ("x", 3, 2.5, True, [], {}, datetime.date(2026, 1, 1))
TAKES: dict[Any, tuple[type, ...]] = {float: (int, float), Effect: (str, dict), Condition: (str,)}


def parts() -> dict[tuple[type, str], Part]:
    """Every key that an author may write."""
    seen: set[type] = {Basis, Effect, Condition}
    known = [
        kind for start in (Scenario, Coefficients, RedSpec, Chance, *TABLES.values()) for kind in kinds(start, seen)
    ]
    return {
        (kind, key): part
        for kind in known
        for key, part in shape(kind, leave=ELSEWHERE if kind is Scenario else ()).parts.items()
    }


PARTS = parts()


def takes(kind: type, key: str, hint: Any) -> tuple[type, ...]:
    """Types of TOML that a key's value may have."""
    inside = typing.get_args(hint)
    if key in ("window", "chance_if"):
        return (list,)
    if (kind, key) in SPECIAL:
        return (list, dict) if hint == tuple[LeverSpec, ...] else (dict,)
    if key == "path":
        return (str,)
    if (attrs.has(hint) and hint not in TAKES) or typing.get_origin(hint) is dict:
        return (dict,)
    if typing.get_origin(hint) is tuple:
        return (dict,) if typing.get_origin(inside[0]) is tuple else (list,)
    return TAKES.get(inside[0] if inside else hint, (hint,))


@pytest.mark.parametrize(("kind", "key"), PARTS, ids=lambda of: getattr(of, "__name__", of))
def test_a_key_refuses_what_is_of_another_kind(kind: type, key: str) -> None:
    part = PARTS[kind, key]
    refused = [value for value in VALUES if type(value) not in takes(kind, key, part.field.type)]

    assert len(refused) >= len(VALUES) - 2
    for value in refused:
        proof = Proof()
        assert part.read(value, ("file.toml", key), proof) is BAD, value
        (finding,) = proof.findings
        assert finding.trail == ("file.toml", key) and ", should be " in finding.problem


def test_there_are_as_many_keys_as_authors_write() -> None:
    assert len(PARTS) > 200
