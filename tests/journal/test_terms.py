"""What was agreed at the start and stands in the header only when it differs: rules left out, minutes of phases."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import evolve

from tabletop.errors import SaveError, TabletopError
from tabletop.journal.fork import fork_save
from tabletop.journal.opened import Terms
from tabletop.journal.record.chain import seal_of
from tabletop.journal.session import Session
from tabletop.journal.store.header import read_header, with_text
from tabletop.journal.store.save_toml import load
from tabletop.model.moves import Advance, Red
from tabletop.scenario.load import load_scenario

ROOT = Path(__file__).parents[2]
KEYS = ROOT / "tests" / "scenarios" / "two-keys"
LEFT = ("elections", "probes", "slips")
MINUTES = {"orders": 25.0, "review": 0.0}


def played(path: Path, **terms: object) -> Session:
    """Two turns with nobody's orders."""
    session = Session.create(path, load_scenario(KEYS), Terms(**({"seed": "7"} | terms)))  # type: ignore[arg-type]
    advance = Advance(seat="control")
    for _ in range(2):
        for move in (advance, advance, Red(seat="control", source="model"), advance, advance, advance):
            session.make(move)
    return session


def test_nothing_is_written_where_nothing_differs(tmp_path: Path) -> None:
    with played(tmp_path / "s") as session:
        assert "\nwithout" not in session.header.text.partition("[scenario]")[0]
        assert "[minutes]" not in session.header.text.partition("[scenario]")[0]
        assert (session.header.without, session.header.minutes, session.world.without) == ((), {}, ())


def test_what_was_agreed_comes_back_sorted_and_plays_the_same_in_a_fork(tmp_path: Path) -> None:
    with played(tmp_path / "s", without=("slips", "probes", "elections", "slips"), minutes=MINUTES) as session:
        assert 'without = ["elections", "probes", "slips"]\n' in session.header.text
        assert '[minutes]\n"orders" = 25.0\n"review" = 0.0\n' in session.header.text
        digest = session.digest
    fork_save(load(tmp_path / "s"), len(session.entries), tmp_path / "f")

    for name in ("s", "f"):
        with Session.open(tmp_path / name) as again:
            assert (again.header.without, again.world.without, again.header.minutes) == (LEFT, LEFT, MINUTES)
            assert (again.digest, again.notices) == (digest, ())


def test_another_process_replays_to_the_same_digest(tmp_path: Path) -> None:
    with played(tmp_path / "s.toml", without=LEFT) as session:
        digest = session.digest

    program = "import sys; from tabletop.cli.main import main; sys.exit(main())"
    told = subprocess.run(
        [sys.executable, "-c", program, "replay", str(tmp_path / "s.toml"), "--json"],
        capture_output=True, text=True, check=True, env=os.environ | {"PYTHONHASHSEED": "99"},
    ).stdout  # fmt: skip

    assert f'"digest": "{digest}"' in told
    assert '"elections"' in told


def test_rules_left_out_and_minutes_are_two_things(tmp_path: Path) -> None:
    with played(tmp_path / "s") as plain, played(tmp_path / "m", minutes=MINUTES) as timed:
        assert plain.digest == timed.digest
    with played(tmp_path / "w", without=LEFT) as left:
        assert plain.digest != left.digest


def test_an_unknown_rule_makes_no_save(tmp_path: Path) -> None:
    with pytest.raises(TabletopError, match=r"no optional rule 'prob'; did you mean 'probes'"):
        played(tmp_path / "s", without=("prob",))

    assert not (tmp_path / "s").exists()


WRONG = [
    ('without = ["probs"]', r"s:11: there is no optional rule 'probs'; did you mean 'probes'"),
    ("without = 3", "s:11: 'without' isn't a list"),
    ("without = [3]", "s:11: 'without' isn't a list"),
    ("[minutes]\norder = 3", "s:11: there is no phase 'order'; did you mean 'orders'"),
    ("[minutes]\norders = -1", "s:11: the minutes of 'orders' aren't a number"),
    ("[minutes]\norders = nan", "s:11: the minutes of 'orders' aren't a number"),
    ("[minutes]\norders = true", "s:11: the minutes of 'orders' aren't a number"),
    ("minutes = 3", "s:11: 'minutes' isn't a table"),
]


@pytest.mark.parametrize(("lines", "said"), WRONG, ids=[lines for lines, _ in WRONG])
def test_a_wrong_one_in_a_save_is_one_clear_line(tmp_path: Path, lines: str, said: str) -> None:
    with played(tmp_path / "s") as session:
        body = session.header.text.replace('attribution = "seat"\n', f'attribution = "seat"\n{lines}\n')
    body = body[: body.rindex("head = ")]

    with pytest.raises(SaveError, match=said):
        read_header(f'{body}head = "{seal_of(body)}"\n', "s")


def test_a_header_reads_as_it_was_with_text(tmp_path: Path) -> None:
    with played(tmp_path / "s", without=LEFT, minutes=MINUTES) as session:
        header = session.header

    assert read_header(header.text, "s") == header
    assert with_text(evolve(header, text="", head="")) == header
    assert re.search(r"^attribution.*\nwithout.*\n\n\[seats\]", header.text, re.MULTILINE)
