"""The part of docs/scenario.md that follows from the code; `uv run python -m tests.scenario.page` writes it."""

import typing
from collections.abc import Iterator, Mapping
from inspect import cleandoc
from pathlib import Path
from typing import Any

import attrs

from tabletop.model.coefficients import Coefficients
from tabletop.model.effects import Condition, Effect
from tabletop.model.figures.figure import NUMBER, Figure, ends_words
from tabletop.model.figures.glossary import FIGURES
from tabletop.model.figures.path import ALL, path_of
from tabletop.model.scenario import RedSpec, Scenario
from tabletop.scenario.kinds import Each, Exactly, IdPairs, Ids, Within, Words, country, new_id, readable
from tabletop.scenario.limits import LIMITS, Chance
from tabletop.scenario.load import ELSEWHERE, HEAD, TABLES
from tabletop.scenario.shapes import ALIASES, SPECIAL

PAGE = Path(__file__).parents[2] / "docs" / "scenario.md"
COMMAND = "uv run python -m tests.scenario.page"


def main() -> None:
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


def written(page: str) -> str:
    """The page with every part between its marks made anew."""
    for name, lines in (("paths", _paths()), ("keys", _keys())):
        begin, end = f"<!-- {name}: made by `{COMMAND}` -->", f"<!-- end of {name} -->"
        head, _, rest = page.partition(begin)
        page = "\n".join([f"{head}{begin}", "", *lines, "", f"{end}{rest.partition(end)[2]}"])
    return page


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


# --- paths


def _paths() -> Iterator[str]:
    yield _row("path", "what it is", "unit", "range or words", "better", "who sees it", "who changes it")
    yield _row(*["---"] * 7)
    for figure in FIGURES.values():
        yield _row(
            f"`{figure.form}`",
            figure.meaning,
            figure.unit if figure.gives == NUMBER else "",
            _values(figure) or ("any" if figure.gives == NUMBER and figure.unit != "1 or 0" else ""),
            _better(figure),
            "all; on seats' screens a word" if figure.band else figure.who if figure.who != "seat" else "the seat",
            _changed(figure),
        )


def _values(figure: Figure) -> str:
    return figure.values.replace(figure.most, f"`{figure.most}`") if figure.most else figure.values


def _better(figure: Figure) -> str:
    return "as its track says" if figure.form == "TRACK" else figure.better if figure.gives == NUMBER else ""


def _changed(figure: Figure) -> str:
    """Effects or control alone, to what, and whether "all" may stand for a theatre or seat."""
    said = {"": "", "effect": "effects, control", "adjustment": "control"}[figure.changed]
    if figure.everywhere:
        said += f"; also `{path_of(figure.form, ALL)}`"
    if figure.at:
        said += f", {ends_words(figure.at)}"
    if figure.sets:
        said += f", to {' or '.join(figure.sets)}"
    return said if figure.read else f"{said}; not read"


# --- keys


def _keys() -> Iterator[str]:
    yield from _table("scenario.toml", "", Scenario, ELSEWHERE)
    for file, kind in TABLES.items():
        yield from _table(file, "[ID]", kind, ("id",))
    yield from _table("red.toml", "", RedSpec, ())
    yield from _coefficients()


def _table(file: str, at: str, kind: type, leave: tuple[str, ...]) -> Iterator[str]:
    """The keys of a class in a table each, then those of the tables within it."""
    hints = typing.get_type_hints(kind)
    yield f"### `{file}`{f', `{at}`' if at else ''}"
    yield ""
    if kind is not Scenario:
        yield " ".join(cleandoc(kind.__doc__ or "").split())
        yield ""
    yield _row("key", "holds", "unit", "range, words or ids", "default")
    yield _row(*["---"] * 5)
    within = []
    for field in attrs.fields(kind):
        if field.name in leave:
            continue
        hint, limit = hints[field.name], LIMITS.get(kind, {}).get(field.name)
        names = [field.name, *(key for key, name, _ in ALIASES.get(kind, ()) if name == field.name)]
        holds, inner = _holds(kind, field.name, hint)
        if inner:
            within.append((_below(at, field.name, hint), inner))
        yield _row(
            " or ".join(f"`{n}`" for n in names),
            holds,
            *_limited(limit),
            _default(field, HEAD if kind is Scenario else {}),
        )
    yield ""
    for place, inner in within:
        yield from _table(file, place, inner, ("seats",) if place.startswith("[folds") else _named(place))


def _named(place: str) -> tuple[str, ...]:
    return ("id",) if place.endswith(".ID]") else ()


def _below(at: str, name: str, hint: Any) -> str:
    path = f"{at.strip('[]')}.{name}" if at else name
    inside = typing.get_args(hint)
    if typing.get_origin(hint) is dict:
        return f"[{path}.{'N' if inside[0] is int else 'ID'}]"
    return f"[[{path}]]" if typing.get_origin(hint) is tuple else f"[{path}]"


def _holds(kind: type, name: str, hint: Any) -> tuple[str, type | None]:
    """What a key holds in an author's words, and the class of the tables within."""
    if (kind, name) in _HOLDS:
        return _HOLDS[kind, name], Chance if name == "chance_if" else None
    if hint in _PLAIN:
        return _PLAIN[hint], None
    origin, inside = typing.get_origin(hint), typing.get_args(hint)
    if origin is dict:
        inner = inside[1]
        return ("tables by number", inner) if inside[0] is int else _many("by id", inner)
    if origin is tuple and typing.get_origin(inside[0]) is tuple:
        return f"a table of {_MANY[typing.get_args(inside[0])[1]]} by name", None
    if origin is tuple:
        return _many("list of", inside[0])
    return "a table", hint


def _many(how: str, inner: Any) -> tuple[str, type | None]:
    if inner in _MANY:
        return (f"a list of {_MANY[inner]}" if how == "list of" else f"{_MANY[inner]} by name"), None
    return ("a list of tables" if how == "list of" else "tables by id"), inner


_PLAIN = {
    str: "text", int: "a whole number", float: "a number", bool: "true or false",
    Effect: "an effect", Condition: "a condition", Condition | None: "a condition",
}  # fmt: skip
_MANY: dict[Any, str] = {
    str: "texts", int: "whole numbers", float: "numbers", Effect: "effects", Condition: "conditions",
}  # fmt: skip
_BY = {
    **dict.fromkeys(("requirement", "weights", "low", "high", "capability"), "area"),
    **dict.fromkeys(("presence", "reach", "home", "lent"), "theatre"),
}
_HOLDS = {
    **{(kind, name): f"numbers by {_BY[name]}" for kind, name in SPECIAL if name in _BY},
    **{(kind, name): "[first, last], turns" for kind, name in SPECIAL if name == "window"},
    **{(kind, name): "a list of tables" for kind, name in SPECIAL if name == "chance_if"},
}


def _limited(limit: Any) -> tuple[str, str]:
    """Unit, and range or words."""
    match limit:
        case Within():
            return limit.unit, str(limit.range)
        case Each():
            return _limited(limit.within)
        case Exactly():
            told = {name: f"`{name}` {each.range} {each.unit}" for name, each in limit.limits.items()}
            return "", "; ".join(told[name] + (" or missing" if name in limit.more else "") for name in told)
        case Words():
            return "", ", ".join(word or "empty" for word in limit.words)
        case Ids():
            return "", f"ids of {limit.kind}s{', or empty' if limit.empty else ''}"
        case IdPairs():
            right = f"id of a {limit.second}" if limit.second else "a bot's policy" if limit.policy else "text"
            return "", f"id of a {limit.first} = {right}"
    return "", {None: "", new_id: "a new id", country: "id of a member, or two letters", readable: "paths"}[limit]


def _default(field: "attrs.Attribute[Any]", told: Mapping[str, str]) -> str:
    value = told.get(field.name, field.default)
    if value is attrs.NOTHING:
        return "needed"
    if isinstance(value, attrs.Factory) or value in ((), "", None):  # type: ignore[arg-type]
        return "empty"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return f"[{', '.join(map(str, value))}]"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _coefficients() -> Iterator[str]:
    yield "### `coefficients.toml`, `[NAME]`"
    yield ""
    yield "Each has `value`, `unit`, `meaning` and `basis`; `docs/model.md` lists what they mean."
    yield ""
    yield _row("coefficient", "range", "default")
    yield _row(*["---"] * 3)
    for field in attrs.fields(Coefficients):
        yield _row(f"`{field.name}`", _limited(LIMITS[Coefficients][field.name])[1], _default(field, {}))


if __name__ == "__main__":
    main()
