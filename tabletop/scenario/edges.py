"""What an edge may read: everybody sees it coming, so nothing that is hidden from anybody. Who sees a figure stands in
the glossary alone."""

from collections.abc import Mapping
from typing import Final

from tabletop.model.edges import EdgeSpec
from tabletop.model.figures.glossary import figure_of
from tabletop.scenario.proof import Proof

_SEERS: Final = {"seat": "the seat whose it is", "control": "control"}


def check_edges(edges: Mapping[str, EdgeSpec], proof: Proof) -> None:
    """Says so where an edge reads what not all may see. A save's scenario keeps what it was played with."""
    for edge in edges.values() if not proof.embedded else ():
        for n, condition in enumerate(edge.when):
            figure = figure_of(condition.path, proof.ids.get("track") or ())
            if figure is not None and figure.who in _SEERS:
                problem = f"'{condition.path}' is seen by {_SEERS[figure.who]} alone, and an edge is for all"
                hint = "read a path that all see (docs/scenario.md, Paths)"
                proof.say(("scenario.toml", "edges", edge.id, "when", n), problem, hint, word=condition.path)
