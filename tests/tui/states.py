"""Sessions of the large scenario at the points of an exercise where other screens are."""

from pathlib import Path
from typing import Final

from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.model import moves as m
from tabletop.scenario.load import load_scenario
from tests.tui.review_app import ADVANCE, NATO, RED, adjudicating, nato_session, play, played

SEAT: Final = "berlin"
"""Who plays alone."""


def review(folder: Path) -> Session:
    """The review of turn 1, in which something of every kind was done."""
    return played(folder, 1).session


def orders(folder: Path) -> Session:
    """The orders of turn 1, of which nothing is given yet."""
    return play(nato_session(folder), ADVANCE).session


def sealed(folder: Path) -> Session:
    """The same, where one seat has sealed."""
    stance = m.Declare(seat="washington", stance="conditionality")
    return play(orders(folder), stance, m.Seal(seat="washington")).session


def late(folder: Path) -> Session:
    """The same, where a text was tabled too late for the one that has sealed."""
    return play(sealed(folder), m.TableText(seat="paris", kind="no-surprise")).session


def adjudication(folder: Path) -> Session:
    """Adjudication of that turn: results of every kind, a free move among them."""
    return adjudicating(folder).session


def ended(folder: Path) -> Session:
    return play(review(folder), m.End(seat="control")).session


def forked(folder: Path) -> Session:
    """Two branches that part in the orders of turn 1, each with its turn ended."""
    session = review(folder)
    session.fork_here(next(entry.n for entry in session.entries if entry.phase == "orders"))
    leaves = m.Withdraw(seat="washington", force="us-abct-de", turn=1)
    return play(session, leaves, ADVANCE, RED, ADVANCE, ADVANCE).session


def alone(folder: Path) -> Session:
    """One seat for a person, bots for the rest, at the first brief."""
    scenario = load_scenario(NATO)
    players = {seat: "bot:mixed" for seat in scenario.seats if seat != SEAT}
    return Session.create(folder / "alone.toml", scenario, Terms(seed="7", turns=3, players=players))
