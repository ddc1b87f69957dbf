"""Whether two worlds say the same, field by field. Asks every field a world has, so that none can be forgotten; knows
no digest, which leaves out what follows from other fields."""

from collections.abc import Collection

from attrs import fields

from tabletop.model.world import World

#: Sheets differ soonest.
_FIELDS = ("seats", *(a.name for a in fields(World) if a.name != "seats"))


def alike(one: World, other: World, but: Collection[str] = ()) -> bool:
    """True when rules answer alike in both: equal in every field but those named in `but`.

    What no value's equality counts (numbers of entries, causes in words, who could not speak in time) moves no score
    and is no part of it. Scenarios, and what a turn opened with,
    are alike where they are the same: worlds of one session share them. So False may mean "not known to be".
    """
    return one is other or all(_same(getattr(one, name), getattr(other, name)) for name in _FIELDS if name not in but)


def _same(one: object, other: object) -> bool:
    return one is other or one == other
