"""What a seat can order: each order as the order line takes it, and typical ones with their price as things stand."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from tabletop.model.moves import Declare, Fund, Move, TableText, Withdraw
from tabletop.paper.blocks import Block, Column, Head, Prose, Tabular
from tabletop.table.dials import turned
from tabletop.table.levers import Levers
from tabletop.table.prices import Quote
from tabletop.words.acts.verb import VERBS, Verb
from tabletop.words.names import capital
from tabletop.words.orders.reader import takes
from tabletop.words.prices import effect_words_of, money_words
from tabletop.words.sentences import deed_line

_EFFECTS: Final = 3
_AHEAD: Final = 2
"""Turns of notice of the departure whose price is told."""


def order_card(levers: Levers) -> Iterator[Block]:
    """How orders are written, then what some of them cost this seat now."""
    verbs = [verb for verb in VERBS if verb.kind.order or verb.kind is TableText]
    yield Head("Orders, as they are written")
    yield Prose("Three letters of a word will do. What stands in brackets may be left out.", "note")
    forms = [_form(verb) for verb in verbs]
    half = (len(forms) + 1) // 2
    rows = [(*left, *right) for left, right in zip_longest(forms[:half], forms[half:], fillvalue=("", ""))]
    columns = Column("To", 0.6), Column("write", 1.0, mono=True), Column("To", 0.6), Column("write", 1.0, mono=True)
    yield Tabular(columns, tuple(rows))
    priced = [row for move in _typical(levers) if (row := _priced(levers, move))]
    if priced:
        yield Head("What orders cost now")
        yield Tabular((Column("For instance", 1.5), Column("Costs"), Column("Moves", 1.5)), tuple(priced))
        yield Prose("The other orders of the turn left out. Screens show the price of any order.", "note")


def _form(verb: Verb) -> tuple[str, str]:
    return verb.do.replace("-", " "), f"{verb.word} {takes(verb)}".strip()


def _typical(levers: Levers) -> Iterator[Move]:
    """One of each kind that this seat can give."""
    seat, scenario, budget, packages = levers.seat, levers.world.scenario, levers.budget, levers.packages
    dials = [("member", budget.on_path[0])] if budget.on_path else []
    yield from (move for dial in (*dials, ("readiness",)) if (move := _up(levers, dial)))
    for purchase in budget.purchases[:1]:
        yield Fund(seat=seat, programme=purchase.programme)
    for investment in budget.investments[:1]:
        if move := _up(levers, ("way", investment.way)):
            yield move
    if seat == scenario.names.anchor_seat:
        leaves = [force for force in packages.anchor if packages.leaves(force)]
        for turn in (levers.world.turn, levers.world.turn + _AHEAD):
            yield from (Withdraw(seat=seat, force=force, turn=turn) for force in leaves[:1])
    else:
        movable = [force for force in packages.own if not packages.bound(force)]
        yield from (move for force in movable[:1] for move in packages.assignments(force)[:1])
    yield from (Declare(seat=seat, stance=stance) for stance in scenario.stances)


def _up(levers: Levers, dial: tuple[str, ...]) -> Move | None:
    if dial == ("readiness",) and levers.budget.readiness is None:
        return None
    return turned(levers, dial, 1)


def _priced(levers: Levers, move: Move) -> tuple[str, str, str] | None:
    world, quote = levers.world, levers.quote(move)
    if quote.refusal or quote.waits:
        return None
    sentence = capital(deed_line(move, world.scenario, world.seats))
    return sentence, money_words(quote.money, quote.brings) or "an order", _moves(levers, quote)


def _moves(levers: Levers, quote: Quote) -> str:
    if quote.arrives:
        return f"deterrence {quote.gain:+.1f}, from turn {quote.arrives} on"
    words = effect_words_of(levers.world.scenario, quote.effects, _EFFECTS, levers.seat)
    return f"{words}, by turn {quote.by}" if words and quote.by else words or "no score by the next review"
