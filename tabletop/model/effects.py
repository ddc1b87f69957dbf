"""Structured effects and conditions: the only way a scenario, a ruling or a promise reaches into the world.

Paths share one grammar, read by `tabletop.rules.scores.paths`: a track ("cohesion"), a score ("deterrence/baltic",
"margin/baltic", "european-share"), a seat's figure ("support/berlin", "capital/berlin", "wallet/berlin"),
a thing's property ("force/us-abct-pl/status", "post/saceur/holder", "inject/greenland-1/outcome").
"""

from attrs import frozen


@frozen
class Effect:
    """`on` names what changes. Either `add` points, or `set` a word (a force's status, an inject's state).

    `turns` > 0 makes an addition temporary: it is taken back that many turns later.
    """

    on: str
    add: float = 0.0
    set: str = ""
    turns: int = 0


@frozen
class Condition:
    """`path` compared with `value` by `test`: one of = != < <= > >=. Words compare only with = and !=."""

    path: str
    test: str
    value: float | str
