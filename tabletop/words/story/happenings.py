"""What happened in a turn, read off two worlds and what lies between them: things that came, went and were agreed."""

from collections.abc import Sequence

from tabletop.model.record import Line
from tabletop.model.world import Change, World
from tabletop.words.story.council import (
    budgets_told,
    edges_told,
    others_promises,
    probes_told,
    promises_told,
    texts_told,
)
from tabletop.words.story.forces import forces_told, posts_told, unwelcome_told
from tabletop.words.story.happening import Happening
from tabletop.words.story.people import adjusted, answered, argued, came_up, established, ruled


def happenings(before: World, after: World, changes: Sequence[Change], lines: Sequence[Line] = ()) -> list[Happening]:
    """Everything a turn brought, in the order in which it is told. `lines`: the record, where the words stand."""
    by_number = {line.n: line for line in lines}
    injects = list(answered(before, after, by_number))
    promises = list(promises_told(before, after))
    return [
        *argued(after, by_number),
        *ruled(after, by_number),
        *adjusted(after, lines),
        *established(after, lines),
        *forces_told(before, after, changes),
        *unwelcome_told(before, after),
        *posts_told(before, after),
        *texts_told(before, after),
        *injects,
        *came_up(after, injects),
        *probes_told(after, changes),
        *promises,
        *others_promises(after, changes, promises),
        *budgets_told(before, after),
        *edges_told(before, after),
    ]
