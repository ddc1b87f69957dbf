"""Texts that are tabled when some have sealed: silence of those who could not speak binds nobody unsaid."""

from pathlib import Path

import pytest

from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.model.moves import Advance, Consent, Move, Red, Rule, Seal, Silence, TableText, Unseal
from tabletop.model.moves.table import to_table
from tabletop.model.world import Phase, World
from tabletop.rules.acts.check import check
from tabletop.rules.acts.proposals import proposals
from tabletop.rules.turn.council import unheard
from tabletop.rules.world.digest import digest
from tabletop.scenario.load import load_scenario
from tabletop.table.batch import apply_at_table
from tabletop.table.local import LocalTable
from tests.play import advance, fresh, make, orders, two_keys

KEYS = Path("tests/scenarios/two-keys")
TEXT = "no-surprises"
TABLED = TableText(seat="lyre", kind=TEXT)
WAIT = Silence(seat="control", proposal=TEXT, act="wait", seats=("harrow",))
BIND = Silence(seat="control", proposal=TEXT, act="bind", seats=("harrow",))
NUMBER = 9
ADVANCE = Advance(seat="control")


def late() -> World:
    """Harrow has sealed before Lyre tables a text."""
    world = make(orders(fresh(scenario=two_keys())), Seal(seat="harrow"))
    return make(world, TABLED, ref=NUMBER)


def reviewed(world: World, *moves: Move) -> World:
    return advance(make(world, *moves), Phase.REVIEW)


def test_only_a_seat_that_had_sealed_and_is_silent_is_unheard() -> None:
    assert unheard(late(), late().texts[TEXT]) == ("harrow",)

    for spoken in (Consent(seat="harrow", proposal=TEXT), Unseal(seat="harrow")):
        world = make(late(), spoken)
        assert unheard(world, world.texts[TEXT]) == ()


def test_who_opens_its_orders_again_and_says_nothing_is_bound_as_everybody_is() -> None:
    world = make(late(), Unseal(seat="harrow"), Seal(seat="harrow"))

    assert unheard(world, world.texts[TEXT]) == ()


def test_a_text_that_waits_is_open_next_turn_and_then_silence_binds() -> None:
    waited = reviewed(late(), WAIT)
    assert waited.texts[TEXT].state == "open"

    assert reviewed(orders(waited)).texts[TEXT].state == "standing"


def test_without_a_word_of_control_a_record_plays_as_it_always_did() -> None:
    assert reviewed(late()).texts[TEXT].state == "standing"
    spoken_to = make(orders(fresh(scenario=two_keys())), TABLED, Seal(seat="harrow"))
    assert digest(reviewed(late())) == digest(reviewed(spoken_to))


def test_accepting_leaves_a_text_waiting_and_amending_or_setting_it_aside_does_not() -> None:
    world = advance(make(late(), WAIT), Phase.ADJUDICATE)
    text = next(item for item in proposals(world) if item.item == f"text/{TEXT}")
    assert any("The Council of Harrow" in need for need in text.needs)

    for outcome, state in {"accept": "open", "amend": "standing", "set-aside": "withdrawn"}.items():
        ruled = make(world, Rule(seat="control", item=NUMBER, outcome=outcome))
        assert advance(ruled, Phase.REVIEW).texts[TEXT].state == state


@pytest.mark.parametrize(
    "move, code",
    [
        (Silence(seat="control", proposal="nothing", act="wait"), "proposal/unknown"),
        (Silence(seat="control", proposal=TEXT, act="sleep"), "act/unknown"),
        (Silence(seat="control", proposal=TEXT, act="wait", seats=("nobody",)), "seat/unknown"),
        (Silence(seat="lyre", proposal=TEXT, act="wait"), "seat/control-only"),
    ],
)
def test_a_choice_that_makes_no_sense_is_refused(move: Move, code: str) -> None:
    refused = check(late(), move)
    assert refused is not None and refused.code == code


def session(folder: Path, players: dict[str, str]) -> Session:
    return Session.create(folder / "s.toml", load_scenario(KEYS), Terms(seed="7", players=players))


def silences(made: Session) -> list[Move]:
    return [entry.move for entry in made.entries if isinstance(entry.move, Silence)]


def test_at_the_table_a_late_text_waits_where_control_has_not_chosen(tmp_path: Path) -> None:
    made = session(tmp_path, {})
    table = LocalTable(made)
    for move in (ADVANCE, Seal(seat="harrow"), TABLED, ADVANCE, Red(seat="control", source="model"), ADVANCE, ADVANCE):
        assert table.make_now(move) is None

    assert silences(made) == [WAIT] and made.world.texts[TEXT].state == "open"


def test_what_control_has_chosen_stands_alone(tmp_path: Path) -> None:
    made = session(tmp_path, {})
    moves = [ADVANCE, Seal(seat="harrow"), TABLED, BIND, ADVANCE, Red(seat="control", source="model"), ADVANCE, ADVANCE]

    told = apply_at_table(made, [to_table(move) for move in moves])

    assert told.applied == len(moves) and silences(made) == [BIND]
    assert made.world.texts[TEXT].state == "standing"


def test_a_bot_that_has_sealed_is_asked_again_and_so_is_never_unheard(tmp_path: Path) -> None:
    made = session(tmp_path, {"harrow": "bot:step-by-step"})
    table = LocalTable(made)
    for move in (ADVANCE, TABLED, ADVANCE):
        assert table.make_now(move) is None

    assert silences(made) == []
