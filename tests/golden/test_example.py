"""The example that ships is what the day makes under these rules, and it replays, checks and explains."""

import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tabletop.analysis.explain import explanation
from tabletop.journal.session import Session
from tabletop.model.world import Phase, State, World
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.sight import view
from tabletop.words.causes import account_of
from tabletop.words.why import why
from tests.cli.said import run
from tests.golden.example import EXAMPLE, build

STALE = "saves/example.toml is older than rules, scenario or day: uv run python -m tests.golden.example"


@cache
def opened() -> Session:
    return Session.open(EXAMPLE, read_only=True)


def ends_of_turns(session: Session) -> list[World]:
    """The worlds in which each turn had just been adjudicated, by the line that stands."""
    return [
        world
        for n in session.line
        if session.entries[n - 1].move.do == "advance" and (world := session.world_at(n)).phase is Phase.REVIEW
    ]


def test_the_file_is_what_the_builder_makes(tmp_path: Path) -> None:
    made = tmp_path / "example.toml"

    with build(made):
        pass

    assert made.read_bytes() == EXAMPLE.read_bytes(), STALE


def test_it_is_a_whole_exercise_with_what_a_newcomer_should_see() -> None:
    world, moves = opened().world, [entry.move.do for entry in opened().entries]

    assert opened().notices == (), STALE
    assert (world.state, world.turn, len(world.seats)) == (State.ENDED, 8, 7)
    assert [state.player for state in world.seats.values()].count("team") == 6
    assert world.chains == {"greenland": "agreement"}
    assert (world.posts["jfc-brunssum"].holder, world.posts["aircom"].holder) == ("pl", "de")
    assert world.programmes["c-fr-romania"].delivered == 1
    certified = [text.state for text in world.texts.values() if text.kind == "certify-match"]
    assert certified and "fallen" not in certified and "ended" in certified  # the ledger contradicted it
    assert scores(world)["margin/baltic"] < -5  # something goes badly
    assert world.figures["withdrawn/surprise"] >= 1
    assert {p.state for p in world.promises} == {"kept", "broken"}
    assert {text.state for text in world.texts.values()} >= {"standing", "fallen"}
    assert [move.grade for move in world.free_moves] == ["yes-but", "no-but"]
    assert {"undo", "redo", "unseal", "adjust", "rule", "roll", "hold", "release", "bookmark", "message"} <= {*moves}


def test_every_seal_of_a_team_says_why_and_what_it_expects() -> None:
    seals = [e.move for e in opened().entries if e.move.do == "seal" and e.entered_by != "bot"]

    assert len(seals) == 6 * 8 + 1  # one was opened again
    assert all(seal.why and seal.expect for seal in seals)  # type: ignore[attr-defined]


def test_every_score_of_every_turn_is_explained_to_the_hundredth() -> None:
    before = scores(opened().world_at(0))

    for world in ends_of_turns(opened()):
        after = scores(world)
        for score, value in after.items():
            told = explanation(world, score)
            change = value - before.get(score, told.before)
            assert sum(cause.amount for cause in told.causes) == pytest.approx(change, abs=0.01), (world.turn, score)
        before = after


@pytest.mark.parametrize("seed", ["0", "4242"])
def test_another_process_replays_it_to_the_same_digest(seed: str) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "tabletop", "replay", str(EXAMPLE), "--json"],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        check=True,
        timeout=60,
    )

    replayed = json.loads(told.stdout)
    assert (replayed["digest"], replayed["head"]) == (opened().digest, opened().head)


def test_check_finds_nothing_and_explain_tells_a_turn_of_it() -> None:
    checked, told = run("check", EXAMPLE, "--json"), run("explain", EXAMPLE, "trust", "--turn", "5", "--json")

    assert checked.json == {"ok": True, "problems": []}
    ships = [cause for cause in told.json["causes"] if "us-rota-ddg" in cause["about"]]
    assert ships
    assert ships[0]["amount"] < 0
    assert opened().entries[ships[0]["move"] - 1].move.do == "withdraw"


def test_explain_says_in_sentences_what_moved_most_before_the_causes_that_add_up() -> None:
    said = run("explain", EXAMPLE, "trust", "--turn", "5").out

    head, _, causes = said.partition("cause  ")
    assert re.search(r"-1\d\.\d\d  Washington withdraws Rota destroyers by surprise\.", head)
    assert "otice of 2 turns" in head and "us-rota-ddg" not in head
    assert len([line for line in head.splitlines()[2:] if line[:9].strip()]) == 3
    change = explanation(next(w for w in ends_of_turns(opened()) if w.turn == 5), "trust")
    together = sum(cause.amount for cause in change.causes)
    assert "together" in causes and f"{together:.2f}" in causes


def test_every_score_of_every_turn_is_told_in_sentences_that_add_up_for_control_and_for_a_seat() -> None:
    moves = {entry.n: entry.move for entry in opened().entries}

    for world in ends_of_turns(opened()):
        seen = view(world, "paris")
        for score in scores(world):
            for place, readable in ((world, moves), (seen, {})):
                change = account_of(place, score)
                told = why(change, place, readable)
                assert sum(each.amount for each in told) == pytest.approx(change.after - change.before, abs=1e-9)
                assert len(told) <= len(change.causes)
