"""Lines end between parts, never between a name, its arrow and its figure."""

import pytest
from textual.content import Content

from tabletop.tui.kit.lines import wrapped

SAID = "one + would: +1.2 bn next turn · capital ▼-2.2 · support ▲ · US commitment ▲+0.3 · Central ▲+0.1"


@pytest.mark.parametrize("width", range(24, 100, 4))
def test_no_line_ends_within_a_name_of_two_words_its_arrow_and_its_figure(width: int) -> None:
    lines = [line.plain for line in wrapped(Content(SAID), width)]

    assert " ".join(lines).split() == SAID.split()
    assert all(len(line) <= width for line in lines)
    assert any("US commitment ▲+0.3" in line for line in lines)
    assert not [line for line in lines if line.startswith(("▲", "▼"))]
