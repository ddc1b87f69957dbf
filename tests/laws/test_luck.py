"""Fork and change one small thing: only draws whose odds it reached come out otherwise."""

from pathlib import Path

import pytest

from tabletop.journal.fork import fork_save
from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.journal.store.save_toml import load
from tabletop.model.moves import Advance, Declare, Red
from tabletop.model.world import Phase, State
from tabletop.table.local import LocalTable
from tests.play import nato


def to_the_end(session: Session) -> None:
    """Bots play on, the model plays Red."""
    table = LocalTable(session)
    while session.world.state is not State.ENDED:
        if session.world.phase is Phase.RED and session.world.red is None:
            table.make_now(Red(seat="control", source="model"))
        refused = table.make_now(Advance(seat="control"))
        assert refused is None, refused


def rolled(session: Session) -> dict[tuple[int, str], str]:
    """What chance gave, by turn and thing: elections with their amounts, slips, injects, probes."""
    found = {}
    for n in session.line:
        entry = session.entries[n - 1]
        for told in entry.rolled:
            thing, _, outcome = told.partition(" ")
            found[entry.turn, thing] = outcome
    return found


@pytest.mark.parametrize("seed", ["7", "11"])
def test_one_declaration_more_changes_no_draw_that_it_does_not_reach(tmp_path: Path, seed: str) -> None:
    players = dict.fromkeys(nato().seats, "bot:status-quo")
    with Session.create(tmp_path / "one.toml", nato(), Terms(seed=seed, turns=4, players=players)) as session:
        LocalTable(session).make_now(Advance(seat="control"))
        begun = len(session.entries)
        to_the_end(session)
        one = rolled(session)
    fork_save(load(tmp_path / "one.toml"), begun, tmp_path / "other.toml")
    with Session.open(tmp_path / "other.toml") as session:
        made = session.make(Declare(seat="berlin", stance="solidarity"), "control")
        assert not hasattr(made, "code"), made
        to_the_end(session)
        other = rolled(session)

    certain = {
        inject for inject, spec in nato().injects.items() if not spec.chance_if and spec.chance
    }  # words reach no odds of theirs
    untouched = {
        key
        for key in one.keys() | other.keys()
        if key[1].startswith("election/") or key[1].removeprefix("inject/") in certain or _sure(key[1])
    }
    assert {key: one.get(key) for key in untouched} == {key: other.get(key) for key in untouched}
    assert any(key[1].startswith("election/") for key in untouched)
    assert any(key[1].startswith("inject/") for key in untouched)


def _sure(thing: str) -> bool:
    """Whether a thing is a tranche that comes late by luck alone, whatever America's commitment."""
    kind, _, force = thing.partition("/")
    return kind == "force" and not nato().ways[nato().programmes[nato().forces[force].programme].way].depends
