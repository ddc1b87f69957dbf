"""Alarm: what makes voters and treasuries look up. Forces that leave, pressure beyond what deters, probes; it fades."""

from collections.abc import Iterable

from tabletop.model.cause import because
from tabletop.model.inner import ALARM, DEPARTED
from tabletop.rules.world.arithmetic import sum_of
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.figures import move

_FADES, _LEAVE, _THREAT = because("alarm-fades"), because("forces-leave"), because("pressure-felt")


def fade_alarm(draft: Draft, people: float) -> None:
    """Alarm fades, and grows by the weighed `people` who leave; their part of it is remembered."""
    k = draft.scenario.coefficients
    leaving = people / k.alarm_spread
    departed = draft.figures.get(DEPARTED, 0.0)
    move(draft, ALARM, (k.alarm_fade - 1) * draft.figures[ALARM], _FADES)
    move(draft, ALARM, leaving, _LEAVE)
    if departed or leaving:
        move(draft, DEPARTED, (k.alarm_fade - 1) * departed + leaving, _LEAVE)


def threaten(draft: Draft, deterrence: Iterable[float]) -> None:
    """Pressure alarms where it comes near what deters; `deterrence` by theatre in the scenario's order."""
    k, frame, figures = draft.scenario.coefficients, draft.frame, draft.figures
    felt = sum_of(
        weight * max(0.0, figures[key] + k.alarm_margin - deters)
        for weight, key, deters in zip(frame.weights, frame.pressure, deterrence, strict=True)
    )
    move(draft, ALARM, k.alarm_threat * felt, _THREAT)
