"""A whole exercise headless: new, apply, replay, explain, fork, compare, redact, check."""

from pathlib import Path

import pytest

from tests.cli.said import ADVANCE, RED, SPEND, TWO_KEYS, WITHDRAW, a_turn, apply, control, new, run

CONTRACT = {
    "scenario", "turn", "turns", "phase", "period", "moves", "digest", "head", "scores", "members", "forces",
    "programmes", "posts", "tracks", "seats", "open_injects", "injects", "texts", "promises", "personnel", "ledger",
}  # fmt: skip


def played(save: Path, turns: int = 1) -> Path:
    new(save)
    for _ in range(turns):
        assert apply(save, *a_turn(SPEND)).code == 0
    return save


def test_a_new_save_stands_at_the_brief_of_turn_1(save: Path) -> None:
    new(save, "--turns", "2")

    told = run("replay", save, "--json").json

    assert told.keys() >= CONTRACT
    assert (told["turn"], told["turns"], told["phase"], told["period"], told["moves"]) == (1, 2, "brief", "1650 H2", 0)
    member = told["members"]["ly"]
    assert (member["seat"], member["spending"], member["pledge"]) == ("lyre", 2.4, 2.4)


def test_a_fresh_seed_is_printed_and_used(save: Path) -> None:
    said = run("new", TWO_KEYS, "--save", save)

    seed = said.out.rsplit(" ", 1)[1].strip()
    assert seed.isdecimal()
    assert f'seed = "{seed}"' in save.read_text(encoding="utf-8")


def test_a_whole_turn_is_applied_and_counted(save: Path) -> None:
    new(save)

    done = apply(save, *a_turn(WITHDRAW, SPEND)).json

    told = run("replay", save, "--json").json
    assert (done["applied"], done["refused"]) == (8, [])
    assert (told["turn"], told["phase"], told["moves"]) == (2, "brief", 8)
    assert (done["digest"], done["head"]) == (told["digest"], told["head"])
    assert told["forces"]["harrow-galleys"]["status"] == "leaving"


def test_replay_to_a_move_gives_the_world_after_it(save: Path) -> None:
    played(save)

    early, late = run("replay", save, "--to", "1", "--json").json, run("replay", save, "--to", "0", "--json").json

    assert (early["moves"], early["phase"]) == (1, "orders")
    assert (late["moves"], late["phase"]) == (0, "brief")


@pytest.mark.parametrize("turn", ["0", "1", "2"])
def test_explanations_of_every_score_add_up(save: Path, turn: str) -> None:
    played(save, 2)

    for score in run("replay", save, "--json").json["scores"]:
        told = run("explain", save, score, "--turn", turn, "--json").json
        assert sum(cause["amount"] for cause in told["causes"]) == pytest.approx(told["after"] - told["before"])
        assert (told["score"], told["turn"]) == (score, int(turn))


def test_explain_takes_the_last_turn_adjudicated(save: Path) -> None:
    played(save)
    assert run("explain", save, "trust", "--json").json["turn"] == 1

    apply(save, ADVANCE, ADVANCE, RED, ADVANCE)
    assert run("explain", save, "trust", "--json").json["turn"] == 1

    apply(save, ADVANCE)
    assert run("explain", save, "trust", "--json").json["turn"] == 2


def test_an_explanation_is_of_the_turn_as_it_ended(save: Path) -> None:
    played(save, 2)
    worlds = [run("replay", save, "--to", n, "--json").json for n in ("6", "13")]

    ends = [run("explain", save, "trust", "--turn", turn, "--json").json["after"] for turn in ("1", "2")]

    assert ends == [world["scores"]["trust"] for world in worlds]
    assert worlds[0]["causes_of_turn"] == 1
    assert sum(each["amount"] for each in worlds[0]["causes"]["trust"]) == pytest.approx(
        ends[0] - run("explain", save, "trust", "--turn", "0", "--json").json["after"]
    )


def test_control_s_reason_stands_in_the_cause(save: Path) -> None:
    new(save)
    apply(save, *a_turn()[:4], control("adjust", what="trust", amount=-3.5, reason="They shouted\nall day"), ADVANCE)

    told = run("explain", save, "trust", "--json").json
    causes = [cause for cause in told["causes"] if cause["move"] == 5]
    assert causes[0]["cause"].endswith(": They shouted all day")
    assert causes[0]["amount"] == -3.5
    assert "They shouted all day" in run("explain", save, "trust").out


def test_the_printed_table_adds_up_too(save: Path) -> None:
    played(save)

    lines = run("explain", save, "deterrence/mule-pass").out.splitlines()

    amounts = [float(line.rsplit(" ", 1)[1]) for line in lines if line.endswith(tuple("0123456789"))]
    assert sum(amounts[:-1]) == pytest.approx(amounts[-1])


def test_bots_orders_are_entries_of_their_own(save: Path) -> None:
    new(save, "--seat", "lyre=bot:status-quo")

    done = apply(save, ADVANCE, ADVANCE).json

    told = run("replay", save, "--json").json
    assert done["applied"] == 2
    assert told["moves"] > 2
    assert told["seats"]["lyre"]["sealed"]
    assert 'entered_by = "bot"' in save.read_text(encoding="utf-8")


def test_a_fork_holds_the_first_moves_byte_for_byte(save: Path) -> None:
    played(save)
    other = save.with_name("other.toml")

    assert run("fork", save, "--at", "3", "--save", other).code == 0

    assert save.read_bytes().startswith(other.read_bytes())
    assert run("replay", other, "--json").json == run("replay", save, "--to", "3", "--json").json


def test_compare_finds_where_two_sessions_part_and_what_differs(save: Path) -> None:
    played(save)
    other = save.with_name("other.toml")
    run("fork", save, "--at", "1", "--save", other)
    apply(other, *a_turn(WITHDRAW)[1:])

    told = run("compare", save, other, "--json").json

    assert told["parted_at"] == 1
    assert [len(session["scores"]["trust"]) for session in told["sessions"]] == [2, 2]
    for each in told["differences"]:
        values = [session["scores"][each["score"]][each["turn"]] for session in told["sessions"]]
        assert values == each["values"]
        assert each["since"] == 1
    assert told["differences"]
    assert "They part after move 1." in run("compare", save, other).out


def test_sessions_that_never_were_one_have_no_parting(save: Path) -> None:
    played(save)
    other = new(save.with_name("other.toml"), "--turns", "2")

    told = run("compare", save, other, "--json").json

    assert told["parted_at"] is None
    assert told["differences"] == []


def test_redaction_keeps_everything_but_the_words(save: Path) -> None:
    new(save)
    apply(save, ADVANCE, control("note", text="Lyre is bluffing"), SPEND)
    before = run("replay", save, "--json").json

    assert run("redact", save, "--all-text").code == 0

    after = run("replay", save, "--json").json
    assert "bluffing" not in save.read_text(encoding="utf-8")
    assert (after["digest"], after["scores"]) == (before["digest"], before["scores"])
    assert run("check", save).code == 0
    assert run("redact", save, "--all-text").code == 1


def test_check_passes_scenarios_and_saves(save: Path) -> None:
    played(save)

    told = run("check", save, TWO_KEYS, "--json")

    assert (told.code, told.json["ok"]) == (0, True)
    assert not [problem for problem in told.json["problems"] if problem["severity"] == "error"]


@pytest.mark.harms_saves
def test_a_changed_byte_is_found_with_its_line(save: Path) -> None:
    played(save)
    text = save.read_text(encoding="utf-8")
    save.write_text(text.replace("share = 2.6", "share = 2.7"), encoding="utf-8")

    told = run("check", save, "--json")

    (problem,) = told.json["problems"]
    lines = text.splitlines()
    assert (told.code, told.json["ok"], problem["file"], problem["where"]) == (1, False, "save.toml", "entry 2")
    assert lines[problem["line"] - 1] == "n = 2" or lines[problem["line"] - 1] == "[[entry]]"
    assert run("replay", save, "--json").code == 1
    assert run("replay", save, "--to", "1", "--json").code == 0


@pytest.mark.harms_saves
def test_a_save_cut_short_replays_to_its_last_whole_move(save: Path) -> None:
    played(save)
    save.write_bytes(save.read_bytes()[:-20])

    said = run("replay", save, "--json")

    assert (said.code, said.json["moves"]) == (0, 6)
    assert "cut off" in said.err
    checked = run("check", save, "--json")
    assert (checked.code, checked.json["problems"][0]["severity"]) == (0, "warning")
