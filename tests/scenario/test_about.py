"""docs/nato-3-0.md speaks of what the scenario has: every inject and text that it names is there."""

import re

from tests.play import ROOT, nato

PAGE = ROOT / "docs" / "nato-3-0.md"
_NAMED = re.compile(r"\*([^*|]+)\*")


def test_every_mechanism_names_its_question_as_the_scenario_does() -> None:
    titles = {each.title for each in nato().injects.values()} | {each.title for each in nato().texts.values()}
    rows = [line.split("|") for line in PAGE.read_text(encoding="utf-8").split("## What is solid")[0].splitlines()]
    asked = [cells[3] for cells in rows if len(cells) == 6][2:]

    assert len(asked) == 12
    named = [title for cell in asked for title in _NAMED.findall(cell)]
    assert len(named) >= 12 and set(named) <= titles, set(named) - titles
