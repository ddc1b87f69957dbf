"""`check`: everything wrong with scenarios and saves, each with its place and what would be right."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import click
from attrs import asdict

from tabletop.cli.say import document, line, quantity, remark
from tabletop.cli.terms import NAMED
from tabletop.errors import TabletopError
from tabletop.journal.store.places import HEAD, find_scenario, known_scenarios
from tabletop.scenario.proof import Problem

_PLACE = re.compile(r"^(.*):(\d+)$", re.DOTALL)


@click.command()
@click.argument("paths", type=NAMED, nargs=-1, required=True, metavar="PATH ...")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def check(paths: tuple[str, ...], as_json: bool) -> None:
    """Find what is wrong with scenarios (ids or folders) and saves. A warning is no fault: it can be played."""
    problems = [problem for path in paths for problem in problems_of(path)]
    ok = not any(problem.severity == "error" for problem in problems)
    if as_json:
        document({"ok": ok, "problems": [asdict(problem) for problem in problems]})
    for problem in problems:
        if problem.severity == "error":
            remark(_line(problem))
        elif not as_json:
            line(f"warning: {_line(problem)}")
    if not ok:
        raise click.exceptions.Exit(1)
    if not as_json:
        warned = f", {quantity(len(problems), 'warning')}" if problems else ""
        line(f"{quantity(len(paths), 'path')} checked: nothing wrong{warned}")


def problems_of(path: str) -> Iterator[Problem]:
    """Of a scenario's id or folder, or of a save."""
    try:
        if is_scenario(path):
            from tabletop.scenario.load import scenario_problems

            yield from scenario_problems(Path(path) if os.path.isfile(Path(path, HEAD)) else find_scenario(path))
        else:
            from tabletop.cli.check_save import save_problems

            yield from save_problems(path)
    except TabletopError as wrong:
        place = _PLACE.match(wrong.place)
        file, number = (place[1], int(place[2])) if place else (wrong.place or path, 0)
        yield Problem(file, number, "", wrong.problem, wrong.hint)


def is_scenario(path: str) -> bool:
    """Whether a scenario is meant, by its id or folder, and no save."""
    if os.path.isdir(path) or os.path.basename(path) == HEAD:
        return True
    return not os.path.exists(path) and path in known_scenarios()


def _line(problem: Problem) -> str:
    place = f"{problem.file}:{problem.line}" if problem.line else problem.file
    where = f"{problem.where}: " if problem.where else ""
    return f"{place}: {where}{problem.problem}" + (f"; {problem.hint}" if problem.hint else "")
