"""From sealed orders to the end of the turn. What was ordered is carried out by kind and by the scenario's order of
seats, so that it never matters who sealed first."""

from collections.abc import Callable
from typing import TypeVar

from tabletop.model.events import ReadingsTaken
from tabletop.model.moves import Move
from tabletop.rules.acts.act import ACTS, Instruction, Step
from tabletop.rules.acts.deeds import happened
from tabletop.rules.turn import adversary, council, drift, injects, posts, posture, programmes, stations, voters
from tabletop.rules.turn.alarm import fade_alarm
from tabletop.rules.turn.declare import declare
from tabletop.rules.turn.departures import leave
from tabletop.rules.turn.floor import floor
from tabletop.rules.turn.money import close_books
from tabletop.rules.turn.pledges import missed
from tabletop.rules.turn.readiness import set_readiness
from tabletop.rules.turn.spending import spend
from tabletop.rules.turn.stocks import turn_stocks
from tabletop.rules.turn.turn import carry_out_rulings, effects_due, readings
from tabletop.rules.turn.worth import keep_forces
from tabletop.rules.world.draft import Draft

T = TypeVar("T")


def adjudicate(draft: Draft) -> None:
    """Carries a turn's orders out in the fixed order of a turn's steps, with all that happens by itself."""
    orders = _Orders(draft)
    effects_due(draft)
    drift.close_gaps(draft)
    stations.settle_in(draft)
    programmes.grow_soldiers(draft)
    programmes.deliver(draft)
    turn_stocks(draft)
    council.settle_texts(draft)
    rises = orders.carry_out(Step.SPEND, spend)
    keep_forces(draft)
    orders.carry_out(Step.READINESS, set_readiness)
    orders.carry_out(Step.BUY, programmes.buy)
    orders.carry_out(Step.INVEST, programmes.invest)
    orders.carry_out(Step.DECLARE, declare)
    alarm = orders.carry_out(Step.PLACE, posture.place)
    orders.carry_out(Step.MATCH, posture.promise_matches)
    alarm += orders.carry_out(Step.ANNOUNCE, posture.announce)
    posture.set_out(draft)
    alarm += leave(draft)
    posts.turn_posts(draft)
    injects.close_answers(draft)
    carry_out_rulings(draft)
    missed(draft)
    drift.drift(draft)
    voters.opinion(draft, rises)
    fade_alarm(draft, alarm)
    floor(draft)
    adversary.act(draft)
    council.judge_promises(draft, happened)
    close_books(draft)
    voters.set_budgets(draft)
    draft.emit(ReadingsTaken(readings(draft)))


class _Orders:
    """This turn's orders by step, each by seat in the scenario's order, but for those control has taken away."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._usual: dict[Step, list[Instruction]] = {step: [] for step in Step}
        self._own: dict[Step, dict[type[Move], list[Instruction]]] = {}
        for seat, state in draft.seats.items():
            for index, order in enumerate(state.orders):
                act = ACTS[type(order.move)]
                step = act.step
                if step is None:
                    continue
                ruling = draft.rulings.get(f"{seat}/{index}") if draft.rulings else None
                if ruling is not None and ruling.outcome in ("set-aside", "amend"):
                    continue
                batch = self._usual[step]
                if act.carry_out is not None:
                    batch = self._own.setdefault(step, {}).setdefault(act.kind, [])
                batch.append((seat, order.move, order.ref))

    def carry_out(self, step: Step, usual: Callable[[Draft, list[Instruction]], T]) -> T:
        """What the turn does at a step, with its orders and without any; then what acts bring of their own."""
        result = usual(self._draft, self._usual[step])
        if own := self._own.get(step):
            for kind in sorted(own, key=lambda kind: kind.do):
                carry_out = ACTS[kind].carry_out
                assert carry_out is not None
                carry_out(self._draft, own[kind])
        return result
