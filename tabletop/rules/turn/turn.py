"""The order of a turn. Adjudication carries out what seats ordered by kind and by the scenario's order of seats, so
that it never matters who sealed first."""

from typing import Any

from tabletop.model.events import EffectsDue, ReadingsTaken, TurnOpened
from tabletop.model.inner import ALARM
from tabletop.model.moves import (
    Assign,
    Backfill,
    CancelWithdrawal,
    Declare,
    Deploy,
    Fund,
    Invest,
    Move,
    SetPace,
    SetReadiness,
    SetSpending,
    Withdraw,
)
from tabletop.model.scenario import Scenario
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.scores.paths import read
from tabletop.rules.turn import adversary, council, drift, home, injects, posture, programmes, voters
from tabletop.rules.turn import posts as commands
from tabletop.rules.turn.declare import declare
from tabletop.rules.turn.effects import affect
from tabletop.rules.turn.readiness import set_readiness
from tabletop.rules.turn.stocks import turn_stocks
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.figures import move


def open_turn(draft: Draft, turn: int) -> None:
    """A new turn: last turn's orders are gone, due injects fire."""
    draft.emit(TurnOpened(turn))
    injects.fire_due(draft)


def adjudicate(draft: Draft) -> None:
    """From sealed orders to the end of the turn."""
    orders = _orders(draft)
    _due(draft)
    drift.close_gaps(draft)
    programmes.grow_soldiers(draft)
    programmes.deliver(draft)
    turn_stocks(draft)
    council.settle_texts(draft)
    rises = home.spend(draft, orders["spend"])
    set_readiness(draft, orders["readiness"])
    programmes.buy(draft, orders["buy"])
    programmes.invest(draft, orders["invest"])
    declare(draft, orders["declare"])
    posture.place(draft, orders["place"])
    posture.promise_matches(draft, orders["matches"])
    alarm = posture.announce(draft, orders["announce"])
    alarm += posture.leave(draft)
    commands.turn_posts(draft)
    injects.close_answers(draft)
    _rulings(draft)
    home.missed(draft)
    drift.drift(draft)
    voters.opinion(draft, rises)
    _alarm(draft, alarm)
    posture.floor(draft)
    adversary.act(draft)
    council.judge_promises(draft)
    home.close_books(draft)
    voters.set_budgets(draft)
    draft.emit(ReadingsTaken(readings(draft)))


#: What each kind of order is carried out with.
_STEP: dict[type[Move], str] = {
    SetSpending: "spend",
    SetPace: "spend",
    SetReadiness: "readiness",
    Fund: "buy",
    Invest: "invest",
    Declare: "declare",
    Assign: "place",
    Deploy: "place",
    Backfill: "matches",
    Withdraw: "announce",
    CancelWithdrawal: "announce",
}


def _orders(draft: Draft) -> dict[str, list[tuple[str, Any, int]]]:
    """This turn's orders by step, each by seat in the scenario's order, but for those control has taken away."""
    made: dict[str, list[tuple[str, Any, int]]] = {step: [] for step in _STEP.values()}
    for seat, state in draft.seats.items():
        for index, order in enumerate(state.orders):
            step = _STEP.get(type(order.move))
            if step is None:
                continue
            ruled = draft.rulings.get(f"{seat}/{index}") if draft.rulings else None
            if ruled is None or ruled.outcome not in ("set-aside", "amend"):
                made[step].append((seat, order.move, order.ref))
    return made


def _due(draft: Draft) -> None:
    due = [waiting for waiting in draft.lasting if waiting.turn <= draft.turn]
    for waiting in due:
        affect(draft, waiting.effect, waiting.cause, waiting.ref)
    if due:
        draft.emit(EffectsDue(draft.turn))


def _rulings(draft: Draft) -> None:
    """Effects of control's rulings, in a fixed order."""
    for item in sorted(draft.rulings):
        ruled = draft.rulings[item]
        for effect in ruled.effects:
            affect(draft, effect, "argument" if item.startswith("free/") else "ruling", ruled.ref)


def _alarm(draft: Draft, people: float) -> None:
    k = draft.scenario.coefficients
    value = draft.figures[ALARM]
    move(draft, ALARM, (k.alarm_fade - 1) * value, "alarm fades")
    move(draft, ALARM, people / k.alarm_spread, "forces leave")


def readings(draft: Draft) -> dict[str, Any]:
    """What the end of a turn leaves for objectives, charts and comparison: all scores and every measured path."""
    world = draft.as_world()
    told: dict[str, Any] = scores(world)  # our own copy
    for path in measured(draft):
        if path not in told:
            told[path] = read(world, path)
    return told


def measured(draft: Draft) -> tuple[str, ...]:
    """Paths that objectives measure."""
    found: tuple[str, ...] | None = draft.frame.kept.get("measured")
    if found is None:
        found = draft.frame.kept["measured"] = _measured(draft.scenario)
    return found


def _measured(scenario: Scenario) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            path
            for seat in scenario.seats.values()
            for objective in seat.objectives
            for part in objective.parts
            for path in (*part.paths, *((part.only.path,) if part.only else ()))
        )
    )
