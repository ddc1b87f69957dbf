"""One entry of the record as a place may read it. What the record is kept in is the journal's."""

from attrs import frozen

from tabletop.model.moves import Move


@frozen
class Line:
    """One entry as this place may read it, `n` as it counts them (control: as the record does). `live`: it stands (not
    undone). `time` is UTC, ISO 8601. `entered_by` and `parent` are told to whoever made the move and to control.
    `unmanned`: made in control's name where nobody sits there."""

    n: int
    move: Move
    time: str
    turn: int
    phase: str
    entered_by: str = ""
    live: bool = True
    parent: int | None = None
    unmanned: bool = False
