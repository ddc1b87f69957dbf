"""What a seat may not see is in no byte printed for it."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.said import ADVANCE, RED, SPEND, WITHDRAW, apply, control, new, run

#: Two ways to play that differ only in what Lyre and the public may not see, and in how much of it there is.
QUIET: list[dict[str, Any]] = [ADVANCE]
BUSY: list[dict[str, Any]] = [
    ADVANCE,
    WITHDRAW,
    {"seat": "harrow", "do": "declare", "stance": "price"},
    {"seat": "harrow", "do": "message", "to": "herald", "text": "Lyre must not know."},
    control("note", text="Harrow is leaving."),
    control("bookmark", text="here"),
]


def printed(save: Path, moves: list[dict[str, Any]], who: str) -> str:
    new(save)
    done = apply(save, *moves)
    assert done.code == 0, done.err
    return run("replay", save, "--as", who, "--json").out


@pytest.mark.parametrize("who", ["lyre", "public"])
@pytest.mark.parametrize("later", [[], [ADVANCE], [SPEND]])
def test_sessions_that_differ_only_in_secrets_print_equal_bytes(
    tmp_path: Path, who: str, later: list[dict[str, Any]]
) -> None:
    quiet = printed(tmp_path / "quiet.toml", [*QUIET, *later], who)
    busy = printed(tmp_path / "busy.toml", [*BUSY, *later], who)

    assert quiet == busy
    assert run("replay", tmp_path / "busy.toml", "--json").out != run("replay", tmp_path / "quiet.toml", "--json").out


@pytest.mark.parametrize("who", ["lyre", "public", "harrow"])
def test_seed_and_other_seats_secrets_are_not_printed(save: Path, who: str) -> None:
    new(save)

    told = run("replay", save, "--as", who, "--json").json

    secrets = {name: [o["secret"] for o in seat["objectives"]] for name, seat in told["seats"].items()}
    assert not any(secret for name, kinds in secrets.items() if name != who for secret in kinds)
    assert who == "public" or any(secrets[who])
    assert told["head"] == ""


def test_control_reads_no_order_before_red_has_sealed(save: Path) -> None:
    new(save)
    apply(save, ADVANCE, WITHDRAW, ADVANCE)
    assert run("replay", save, "--as", "control", "--json").json["seats"]["harrow"]["orders"] == []

    apply(save, RED)

    told = run("replay", save, "--as", "control", "--json").json
    assert told["seats"]["harrow"]["orders"][0]["force"] == "harrow-galleys"


def test_the_private_reason_of_a_ruling_is_not_for_seats(save: Path) -> None:
    new(save)
    ruling = control("rule", item=2, outcome="set-aside", effects=["trust -2"], public="Not so fast.", private="Bluff.")
    assert apply(save, ADVANCE, WITHDRAW, ADVANCE, RED, ADVANCE, ruling, ADVANCE).code == 0

    seen, all_of_it = run("replay", save, "--as", "lyre", "--json").out, run("replay", save, "--json").out

    assert "Bluff." not in seen
    assert "Not so fast." in seen
    assert "Not so fast." in all_of_it
