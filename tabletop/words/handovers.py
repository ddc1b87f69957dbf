"""Who must agree to a handover, in words."""

from collections.abc import Sequence

from tabletop.model.scenario import Scenario
from tabletop.words.names import SeatStates, headed, listed, seat_name


def agreement_words(parties: Sequence[str], scenario: Scenario, seats: SeatStates, *, settled: bool) -> str:
    """ "Berlin and Warsaw must agree". `settled`: that was agreed before the exercise."""
    if settled:
        return "agreed already; begins with the turn"
    names = [seat_name(scenario, seat, seats, the=True) for seat in parties]
    return f"{headed(listed(names))} must agree" if names else "nobody need agree"


def waits_for(waiting: Sequence[str], scenario: Scenario, seats: SeatStates) -> str:
    """ ", waits for Berlin": the parties that have not agreed; "" when none is left."""
    names = [seat_name(scenario, seat, seats, the=True) for seat in waiting]
    return f", waits for {listed(names)}" if names else ""
