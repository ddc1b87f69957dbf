"""However a move is made, by a file, at the table or with keys, the world is the same."""

import json
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.model.moves import Advance, Move, Red, Resume
from tabletop.model.moves.table import to_table
from tabletop.model.scenario import Scenario
from tabletop.model.world import Phase, State
from tabletop.table.exercise import Exercise
from tabletop.table.local import LocalTable
from tabletop.tui.app import TabletopApp
from tabletop.tui.seat.seat import SeatScreen
from tests.cli.said import run
from tests.e2e.screens import SIZE, press, type_in
from tests.play import nato, some_move, two_keys

#: Not a player's or a facilitator's step on the way, or ended at once.
LEFT_OUT = ("end", "undo", "redo", "redact", "practice")


def random_moves(session: Session, rng: Random, wanted: int) -> list[Move]:
    """Legal moves of every kind made at the table, phases gone through; those of bots are the table's own."""
    table = LocalTable(session)
    made: list[Move] = []
    tried = 0
    while len(made) < wanted and session.world.state is not State.ENDED:
        tried += 1
        move = some_move(session.world, rng)
        if tried % 40 == 0:
            move = Advance(seat="control")
            if session.world.state is State.PAUSED:
                move = Resume(seat="control")
            elif session.world.phase is Phase.RED and session.world.red is None:
                move = Red(seat="control", source="model")
        if move.do not in LEFT_OUT and table.make_now(move) is None:
            made.append(move)
    return made


@pytest.mark.parametrize(("scenario", "seed"), [(nato, 5), (nato, 6), (two_keys, 7)])
def test_a_hundred_random_moves_applied_make_the_world_of_the_table(
    tmp_path: Path, scenario: Callable[[], Scenario], seed: int
) -> None:
    terms = Terms(seed="7", fold=6 if scenario is nato else 0)
    sessions = [Session.create(tmp_path / f"{n}.toml", scenario(), terms) for n in "ab"]
    moves = random_moves(sessions[0], Random(seed), 100)
    sessions[1].close()
    file = tmp_path / "moves.jsonl"
    file.write_text("\n".join(json.dumps(to_table(move)) for move in moves), encoding="utf-8")

    done = run("apply", tmp_path / "b.toml", file, "--json").json

    assert len(moves) > 60  # a short exercise may end before the hundredth
    assert (done["applied"], done["refused"]) == (len(moves), [])
    assert len({move.do for move in moves}) > 20
    assert done["digest"] == sessions[0].digest
    with Session.open(tmp_path / "b.toml", read_only=True) as applied:
        assert [e.move for e in applied.entries] == [e.move for e in sessions[0].entries]


#: What a Northern sheet says, as an operator types it.
SHEET = ("f c-ca-lat", "f c-rock 30", "t arctic", "backfill c-ca us-btl", "pace .1 no dk", "a greenland-1 a")


async def test_a_sheet_typed_on_the_order_line_is_the_moves_of_a_file(tmp_path: Path) -> None:
    typed, filed = (Session.create(tmp_path / f"{n}.toml", nato(), Terms(seed="7", fold=6)) for n in ("typed", "filed"))
    for session in (typed, filed):
        LocalTable(session).make_now(Advance(seat="control"))
    filed.close()
    app = TabletopApp(exercise=Exercise(typed))

    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.push_screen(SeatScreen(LocalTable(typed, "nordic-baltic")))
        await press(pilot, "colon")
        for line in SHEET:
            await type_in(pilot, line)
            await press(pilot, "enter")
        await press(pilot, "escape", "s", "enter")
    seat = typed.world.seats["nordic-baltic"]
    made = [entry.move for entry in typed.entries[1:]]
    file = tmp_path / "moves.jsonl"
    file.write_text("\n".join(json.dumps(to_table(move)) for move in made), encoding="utf-8")

    applied = run("apply", tmp_path / "filed.toml", file, "--json").json

    assert [order.move.do for order in seat.orders] == ["fund", "fund", "table-text", "backfill", "set-pace"]
    assert seat.sealed
    assert typed.world.injects["greenland-1"].answers == (("nordic-baltic", "modest-package"),)
    assert applied["digest"] == typed.digest
