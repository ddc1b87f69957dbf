"""What is wrong with a save: its chain, its moves held against the rules once more, the digests on its record."""

import re
from collections.abc import Iterator
from pathlib import Path

from tabletop.journal.opened import other_rules
from tabletop.journal.record.rulebook import our_rules
from tabletop.journal.replay import fold
from tabletop.journal.store.save_toml import load
from tabletop.journal.store.unseen import in_entries, in_header
from tabletop.scenario.proof import Problem

_AT = re.compile(r"^[^\n]*?:(\d+): ")
_GOOD = "'fork --at {n}' makes a new save of the moves before it"


def save_problems(path: str) -> Iterator[Problem]:
    """Faults first. Raises PlaceError, SaveError, ScenarioError where there is nothing to read."""
    save = load(path)
    name, have = Path(path).name, len(save.entries)
    if save.fault:
        fault = _AT.sub("", save.fault, count=1)
        yield Problem(name, save.fault_line, f"entry {have + 1}", fault, _GOOD.format(n=have))
    yield from in_header(save.header, name)
    yield from in_entries(save.entries, name, save.line_of(1))
    play, stop = fold(save, our_rules(), check=True)
    if stop:
        n = len(play.entries)
        yield Problem(name, save.line_of(n + 1), f"entry {n + 1}", stop, _GOOD.format(n=n))
    if play.worlds.at(0).scenario.digest != save.header.digest:
        yield Problem(name, 1, "header", "the scenario it holds is not the one its digest names")
    rules = other_rules(save.header, play)
    if play.differs:
        severity = "error" if save.header.rules == play.rules.version else "warning"
        n = play.differs[0]
        yield Problem(name, save.line_of(n), f"entry {n}", rules, severity=severity)
    elif rules:
        yield Problem(name, 1, "header", rules, severity="warning")
    if save.torn:
        hint = "it is left out when the save is gone on with"
        yield Problem(name, save.line_of(have + 1), f"entry {have + 1}", save.torn, hint, "warning")
