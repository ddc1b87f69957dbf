"""What a seat acts for is said by its own words; what the reader's scenario does not hold is not said."""

from tabletop.model.moves import BreakSilence, Message
from tabletop.rules.sight import view
from tabletop.words.acts.namer import Namer
from tabletop.words.acts.saying import predicate
from tabletop.words.council import ledger_words
from tabletop.words.reasons import reason_words
from tests.play import fresh, make, nato, orders


def test_a_reason_is_a_title_or_a_red_line_as_the_brief_has_it() -> None:
    assert reason_words(nato(), "paris", "objective/house-in-order") == 'for its objective "House in order"'
    line = 'for its red line "Being graded in public by percentage alone"'
    assert reason_words(nato(), "paris", "red-line/4") == line
    for nothing in ("", "red-line/9", "red-line/0", "red-line/x", "objective/none", "whim"):
        assert reason_words(nato(), "paris", nothing) == ""


def test_a_reason_is_said_only_to_who_may_read_the_brief() -> None:
    move = BreakSilence(seat="paris", proposal="league-table", words="No.", why="red-line/4")
    world = orders(fresh())

    assert "red line" in predicate(Namer(world.scenario), move)
    assert "red line" in predicate(Namer(view(world, "paris").scenario), move)
    assert "red line" not in predicate(Namer(view(world, "berlin").scenario), move)


def test_a_letter_tells_what_it_asks_and_for_what() -> None:
    asks = Message(seat="washington", to="berlin", text="First.", asks="spending/de >= 3", against="aircom")
    make(orders(fresh()), asks)

    said = predicate(Namer(nato()), asks)

    assert 'about "Allied Air Command"' in said and "(asks: " in said and "at least 3" in said


def test_the_ledger_bears_a_certificate_out_or_says_what_it_will_cost() -> None:
    k = nato().coefficients
    assert ledger_words(nato(), "us-48fw", k.certificate_least).endswith("it bears the certificate out.")
    assert "costs 1.5 of Trust" in ledger_words(nato(), "us-48fw", 0.5)
