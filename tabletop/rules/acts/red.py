"""The adversary's sealed order."""

from collections.abc import Mapping
from typing import Any

from tabletop.model.events import RedSealed
from tabletop.model.moves import Red
from tabletop.model.refusal import Refusal
from tabletop.model.scenario import LeverSpec
from tabletop.model.world import Phase, RedOrder, World
from tabletop.rules.acts.act import Act, Maker
from tabletop.rules.acts.ids import unknown
from tabletop.rules.world.arithmetic import count_of
from tabletop.rules.world.draft import Draft


def _may_seal(world: World, move: Red) -> Refusal | None:
    spec = world.scenario.red
    if world.phase not in (Phase.ORDERS, Phase.RED):
        return Refusal(
            "red/too-late", f"{spec.name} seals before Blue's orders are opened; this is {world.phase.value}"
        )
    if move.source == "model":
        return None if not move.levers else Refusal("red/model", "the model chooses its own levers; leave them out")
    if len(move.levers) > spec.most:
        return Refusal("red/levers", f"at most {spec.most} levers a turn; {len(move.levers)} given")
    if move.source != "control":
        return Refusal("red/source", f"its order comes from 'control' or the 'model'; '{move.source}' given")
    levers = {lever.id: lever for lever in spec.levers}
    for table in move.levers:
        if refusal := _lever_refusal(world, levers, table):
            return refusal
    if count_of(str(table.get("lever", "")) == "pressure" for table in move.levers) > 1:
        return Refusal("red/pressure", "pressure can be moved in one theatre a turn")
    return None


def _lever_refusal(world: World, levers: Mapping[str, LeverSpec], table: Mapping[str, Any]) -> Refusal | None:
    name = str(table.get("lever", ""))
    refusal = unknown("lever", name, levers)
    if not refusal and name in ("pressure", "probe"):
        refusal = unknown("theatre", str(table.get("theatre", "")), world.scenario.theatres)
    if not refusal and levers[name].kinds:
        refusal = unknown("kind", str(table.get("kind", "")), levers[name].kinds)
    if refusal or name != "pressure":
        return refusal
    low, high = min(levers[name].steps, default=-4.0), max(levers[name].steps, default=4.0)
    step = table.get("step", 0.0)
    if not isinstance(step, int | float) or isinstance(step, bool) or not low <= step <= high:
        return Refusal("red/step", f"pressure moves by {low:g} to {high:g} points; {step!r} given")
    return None


def _seal(draft: Draft, move: Red, ref: int) -> None:
    draft.emit(RedSealed(RedOrder(tuple(_lever(lever) for lever in move.levers), move.source, ref)))


def _lever(table: Mapping[str, Any]) -> tuple[str, str, str, float]:
    lever = str(table["lever"])
    theatre = str(table.get("theatre", "")) if lever in ("pressure", "probe") else ""
    return lever, theatre, str(table.get("kind", "")), float(table.get("step", 0.0)) if lever == "pressure" else 0.0


Act(Red, maker=Maker.CONTROL, check=_may_seal, about=lambda move: ("red",), resolve=_seal, domain="crisis")
