"""Every number of a scenario has a range, is told beyond either end of it, and plays to the end at both."""

import shutil
import types
import typing
from collections.abc import Iterator
from math import inf, isfinite, nextafter
from pathlib import Path
from typing import Any

import attrs
import pytest
import tomli
import tomli_w
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tabletop.analysis.campaign import play_out, start_of
from tabletop.analysis.policies import POLICIES
from tabletop.model import seats
from tabletop.model.coefficients import Basis, Coefficients
from tabletop.model.effects import Condition, Effect
from tabletop.model.injects import InjectSpec
from tabletop.model.scenario import RedSpec, Scenario
from tabletop.scenario.kinds import Each, Exactly, Within
from tabletop.scenario.limits import LIMITS, Chance
from tabletop.scenario.load import TABLES, load_scenario, scenario_problems
from tabletop.scenario.proof import Proof
from tabletop.scenario.shapes import shape
from tests.long import sweep

TWO_KEYS = Path(__file__).parents[1] / "scenarios" / "two-keys"
KNOWN = {"area": {"walls": None}, "theatre": {"harbour": None}}
#: What the program fills in itself, or reads as something else: lines of `chance_if` are Chances.
OURS = {(Scenario, "coefficients"), (Scenario, "basis"), (Scenario, "digest"), (InjectSpec, "chance_if")}


def kinds(kind: type, seen: set[type]) -> Iterator[type]:
    """A class of the model and all that its fields hold."""
    if kind in seen or not attrs.has(kind):
        return
    seen.add(kind)
    yield kind
    for hint in typing.get_type_hints(kind).values():
        for inside in _inside(hint):
            yield from kinds(inside, seen)


def _inside(hint: Any) -> Iterator[Any]:
    yield hint
    for argument in typing.get_args(hint):
        yield from _inside(argument)


def numbers() -> Iterator[tuple[type, str, str]]:
    """Every field that holds numbers: class, name, and how a table writes one."""
    seen: set[type] = {Basis}
    for start in (Scenario, Coefficients, RedSpec, Chance, *TABLES.values()):
        for kind in kinds(start, seen):
            for name, hint in typing.get_type_hints(kind).items():
                if (kind, name) not in OURS and (how := _how(hint)):
                    yield kind, name, how


def _how(hint: Any) -> str:
    """ "one", "list" or "pairs" where a hint means numbers, "" where it doesn't."""
    if hint in (int, float):
        return "one"
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if isinstance(hint, types.UnionType) and float in arguments:
        return "one"
    if origin is tuple and arguments and arguments[0] in (int, float):
        return "list"
    if origin is tuple and typing.get_origin(arguments[0]) is tuple and typing.get_args(arguments[0])[1] is float:
        return "pairs"
    return "table" if origin is dict and arguments[1] in (int, float) else ""


NUMBERS = sorted(set(numbers()), key=str)
#: Fields by area or theatre, which a table names.
NAMED = {
    **dict.fromkeys(("requirement", "weights", "low", "high", "capability"), "walls"),
    **dict.fromkeys(("presence", "reach", "home", "lent"), "harbour"),
}


def limit_of(kind: type, name: str) -> Any:
    return LIMITS.get(kind, {}).get(name)


@pytest.mark.parametrize(("kind", "name", "how"), NUMBERS, ids=lambda told: getattr(told, "__name__", told))
def test_a_number_has_a_range(kind: type, name: str, how: str) -> None:
    limit = limit_of(kind, name)

    assert isinstance(limit, {"pairs": Each, "table": Exactly}.get(how, Within)), f"no range for {kind.__name__}.{name}"


def test_no_limit_is_of_a_field_that_is_not_there() -> None:
    assert not [
        (kind, name) for kind, limits in LIMITS.items() for name in limits if name not in attrs.fields_dict(kind)
    ]


def test_there_are_as_many_numbers_as_one_can_write() -> None:
    assert len(NUMBERS) > 150


def ranges() -> Iterator[tuple[type, str, str, Within]]:
    for kind, name, how in NUMBERS:
        limit = limit_of(kind, name)
        if isinstance(limit, Exactly):
            yield from ((kind, f"{name}.{each}", how, inside) for each, inside in limit.limits.items())
        elif isinstance(limit, Within | Each):  # else another test says that there is none
            yield kind, name, how, limit.within if isinstance(limit, Each) else limit


def told(kind: type, name: str, how: str, number: float) -> list[str]:
    """What is said of a table that holds nothing but one number, of that number."""
    proof = Proof(ids=dict(KNOWN))
    if kind in (Effect, Condition):
        of: Any = LIMITS[kind][name]
        of(number, (name,), proof)
        return [finding.problem for finding in proof.findings]
    key, _, inner = name.partition(".")
    value: Any = int(number) if float(number).is_integer() else number
    if how == "list":
        value = {NAMED[key]: value} if key in NAMED else [value, value]
    elif how in ("pairs", "table"):
        value = {inner or "word": value}
    if kind is seats.Fold:
        return []  # its number is the name of its table
    shape(kind).fields({key: value}, ("file.toml",), proof)
    said = [finding for finding in proof.findings if key in finding.trail]
    return [finding.problem for finding in said if not finding.problem.endswith("is missing")]


@settings(deadline=None, max_examples=sweep(400, 60))
@given(st.sampled_from(sorted(ranges(), key=str)), st.data())
def test_beyond_an_end_it_is_told_and_at_both_it_is_not(of: tuple[type, str, str, Within], data: st.DataObject) -> None:
    kind, name, how, limit = of
    whole = typing.get_type_hints(kind)[name.partition(".")[0]] in (int, tuple[int, ...], tuple[int, int])
    low, high = limit.range
    step = max(1.0, abs(high) * 1e-6) if whole else 0.0
    under = low - 1 if whole else nextafter(low, -inf)
    over = high + step if whole else nextafter(high, inf)
    inside = data.draw(st.integers(int(low), int(high)) if whole else st.floats(low, high))

    if kind is seats.Fold:
        return
    for number in (under, over):
        assert any("is" in problem for problem in told(kind, name, how, number)), number
    for number in (low, high, inside):
        assert not [
            problem for problem in told(kind, name, how, number) if "is" in problem and "missing" not in problem
        ]


@pytest.mark.parametrize("limit", [limit for *_, limit in ranges()])
def test_a_range_has_two_ends_that_a_save_is_not_held_closer_to(limit: Within) -> None:
    assert isfinite(limit.range.low) and isfinite(limit.range.high) and limit.range.low < limit.range.high
    assert limit.then.low <= limit.range.low and limit.range.high <= limit.then.high


def leaves(of: Any, trail: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Places of numbers in a document."""
    items = of.items() if isinstance(of, dict) else enumerate(of) if isinstance(of, list) else ()
    for key, value in items:
        if type(value) in (int, float):
            yield (*trail, key)
        yield from leaves(value, (*trail, key))


FILES = {path.name: tomli.loads(path.read_text(encoding="utf-8")) for path in sorted(TWO_KEYS.glob("*.toml"))}
PLACES = [(file, trail) for file, table in FILES.items() for trail in leaves(table)]
ENDS = sorted({end for *_, limit in ranges() for end in limit.range})


@settings(deadline=None, max_examples=sweep(60, 12), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(PLACES), st.sampled_from(ENDS), st.sampled_from(sorted(POLICIES)))
def test_what_passes_is_played_to_the_end(
    tmp_path: Path, place: tuple[str, tuple[Any, ...]], end: float, policy: str
) -> None:
    """Any number of the tiny scenario at the end of some range: told, or playable."""
    file, trail = place
    table = tomli.loads((TWO_KEYS / file).read_text(encoding="utf-8"))
    inside: Any = table
    for key in trail[:-1]:
        inside = inside[key]
    inside[trail[-1]] = int(end) if type(inside[trail[-1]]) is int and float(end).is_integer() else end
    folder = Path(shutil.copytree(TWO_KEYS, tmp_path / "two-keys", dirs_exist_ok=True))
    (folder / file).write_text(tomli_w.dumps(table), encoding="utf-8")
    if any(problem.severity == "error" for problem in scenario_problems(folder)):
        return

    made = play_out(start_of(load_scenario(folder)), policy, "7")

    assert all(isfinite(value) for told in made.history for value in told.values() if not isinstance(value, str))


def test_there_is_one_list_of_policies() -> None:
    assert tuple(POLICIES) == seats.POLICIES
