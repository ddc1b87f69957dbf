"""Edges: what all see coming, and none wants to pass."""

from attrs import frozen

from tabletop.model.effects import Condition


@frozen(kw_only=True)
class EdgeSpec:
    """A brink. It is passed when any condition of `when`, on a score, holds at a review; `final`: at the last one.

    `text`: what it means, said to everybody when it is passed.
    """

    id: str
    name: str
    text: str
    when: tuple[Condition, ...]
    final: bool = False
    basis: str = "judgement"
