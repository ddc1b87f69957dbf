"""Who sits where, by name: a file beside the save, control's own. No report, export or screen for seats reads it.

A session works without it. It is a person's own to leave: `forget` takes somebody out for good.
"""

from collections.abc import Sequence
from pathlib import Path

from attrs import asdict, fields, frozen

from tabletop.errors import SaveError
from tabletop.files.disk import OWN, put, read, reason, writing
from tabletop.journal.record.flat import toml, value

#: To whom words may be attributed, the least first.
LEVELS = ("none", "seat", "role", "person")


@frozen(kw_only=True)
class Person:
    """`consent`: the most to which the person agreed that words are attributed. `role`: spokesperson, recorder ..."""

    name: str
    seat: str = ""
    role: str = ""
    consent: str = "seat"
    contact: str = ""


def people_path(save: Path) -> Path:
    """`NAME.people` in the save's folder."""
    return save.with_name(f"{save.name}.people")


def read_people(save: Path) -> tuple[Person, ...]:
    """Nobody when there is no file. Raises SaveError for one that can't be read."""
    path = people_path(save)
    try:
        table = toml(read(path).decode())
    except FileNotFoundError:
        return ()
    except (OSError, ValueError) as why:
        raise SaveError(f"can't be read: {reason(why)}", place=path.name, hint="the session works without it") from None
    return tuple(_person(table, f"{path.name}: person {n}") for n, table in enumerate(_list(table, path.name), start=1))


def write_people(save: Path, people: Sequence[Person]) -> None:
    """Whole or not at all, for its owner's eyes only; no people, no file. Raises PlaceError."""
    path = people_path(save)
    lines = ["# Names of persons. Not part of the record: no report or export reads this file."]
    for person in people:
        lines += ["", "[[person]]", *(f"{key} = {value(word)}" for key, word in asdict(person).items() if word)]
    with writing(path):
        if people:
            put(path, ("\n".join(lines) + "\n").encode(), OWN)
        else:
            path.unlink(missing_ok=True)


def forget(people: Sequence[Person], name: str) -> tuple[Person, ...]:
    """Everybody else."""
    return tuple(person for person in people if person.name != name)


def _list(table: dict[str, object], place: str) -> list[object]:
    people = table.get("person", [])
    if table.keys() - {"person"} or not isinstance(people, list):
        raise SaveError("holds something else than persons", place=place, hint="write a [[person]] table for each")
    return people


def _person(table: object, place: str) -> Person:
    keys = {a.name for a in fields(Person)}
    if not isinstance(table, dict) or table.keys() - keys or not all(isinstance(word, str) for word in table.values()):
        raise SaveError("can't be read", place=place, hint=f"write {', '.join(sorted(keys))}, all in quotes")
    if not table.get("name"):
        raise SaveError("has no name", place=place, hint='write name = "..."')
    if table.get("consent", "seat") not in LEVELS:
        raise SaveError(f"consents to '{table['consent']}'", place=place, hint=f"one of {', '.join(LEVELS)}")
    return Person(**table)
