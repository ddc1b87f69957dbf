"""Warnings: values that can do nothing here, and figures that look a thousand times off. Decides nothing."""

from collections.abc import Iterator

from tabletop.reading.lines import Trail
from tabletop.scenario.proof import Contents, Proof

#: Tables of things that screens and sentences name, and under which key.
_NAMED = {
    **dict.fromkeys(("theatres", "members", "forces", "programmes", "posts", "seats"), "name"),
    **dict.fromkeys(("injects", "texts"), "title"),
}
#: Figures by table beyond which an author has likely meant a thousandth: the most, and what is counted.
_MOST: dict[str, dict[str, tuple[float, str]]] = {
    "members": {"gdp": (200_000, "billion dollars"), "soldiers": (20_000, "thousands")},
    "programmes": {
        "price": (300, "billion dollars"),
        "running": (300, "billion dollars"),
        "soldiers": (1_000, "thousands"),
    },
    "ways": {"per": (300, "billion dollars")},
}
_SOLDIERS = 100  # thousands to a billion dollars of GDP that no country has
_FEW = 10  # people: no package is so small
_FLOOR = 0.01  # of the anchor's people: no law asks for so few

Advice = tuple[Trail, str, str]  # where, what, and what would be right


def check_idle(parts: Contents, proof: Proof) -> None:
    """Warns of what will never happen, what nobody can read, and units."""
    for trail, problem, hint in (*_unread(parts), *_too_late(parts), *_idle(parts), *_units(parts)):
        proof.warn(trail, problem, hint)


def _unread(parts: Contents) -> Iterator[Advice]:
    if parts.get("title") == "":
        yield ("scenario.toml", "title"), "'title' is empty", "it is what the screens show"
    for table, key in _NAMED.items():
        for each in parts.get(table, {}).values():
            if not getattr(each, key).strip() and not getattr(each, "programme", ""):
                yield (f"{table}.toml", each.id, key), f"'{key}' is empty", "it is what the screens show"


def _too_late(parts: Contents) -> Iterator[Advice]:
    """What falls in turns that nobody plays: the longest exercise is the last of `turns` and `lengths`."""
    turns, lengths = parts.get("turns", 0), parts.get("lengths", ())
    if not turns:
        return
    for length in lengths:
        if length > turns:
            hint = "nothing is written for what comes after; write more turns or a shorter length"
            yield ("scenario.toml", "lengths"), f"a length of {length} is beyond the {turns} turns", hint
    last = max(turns, *lengths) if lengths else turns
    after = f"after the last of {last}"
    for inject in parts["injects"].values():
        if inject.window[0] > last and not inject.by_hand:
            yield ("injects.toml", inject.id, "window"), f"its window opens in turn {inject.window[0]}, {after}", ""
    for force in parts["forces"].values():
        if force.leaves > last:
            yield ("forces.toml", force.id, "leaves"), f"it leaves in turn {force.leaves}, {after}", ""
    for way in parts.get("ways", {}).values():
        if way.delay >= last:
            at = ("scenario.toml", "ways", way.id, "delay")
            yield at, f"money spent in turn 1 works in turn {1 + way.delay}, {after}", ""


def _idle(parts: Contents) -> Iterator[Advice]:
    for programme in parts["programmes"].values():
        if not programme.price:
            yield ("programmes.toml", programme.id, "price"), "it costs nothing", "bots and seats take what is free"
    for inject in parts["injects"].values():
        if not (inject.chance or inject.chance_if or inject.by_hand):
            at = ("injects.toml", inject.id, "chance")
            yield at, "with a chance of 0 it never fires", "write by_hand = true if control is to fire it"
    for seat in parts["seats"].values():
        for n, objective in enumerate(seat.objectives):
            if not objective.weight:
                yield ("seats.toml", seat.id, "objectives", n, "weight"), "with a weight of 0 it counts nothing", ""


def _units(parts: Contents) -> Iterator[Advice]:
    for table, limits in _MOST.items():
        for each in parts.get(table, {}).values():
            for key, (most, unit) in limits.items():
                value = getattr(each, key)
                if value > most:
                    at: Trail = ("scenario.toml", "ways") if table == "ways" else (f"{table}.toml",)
                    yield (*at, each.id, key), f"'{key}' is {value:g}: it counts {unit}", _meant(value / 1000)
    for member in parts["members"].values():
        if _MOST["members"]["soldiers"][0] >= member.soldiers > _SOLDIERS * member.gdp:
            problem = f"'soldiers' is {member.soldiers:g}: it counts thousands"
            yield ("members.toml", member.id, "soldiers"), problem, _meant(member.soldiers / 1000)
    for force in parts["forces"].values():
        if 0 < force.personnel < _FEW and not force.programme:
            problem = f"'personnel' is {force.personnel}: it counts people, not thousands"
            yield ("forces.toml", force.id, "personnel"), problem, _meant(force.personnel * 1000)
    yield from _floor(parts)


def _meant(value: float) -> str:
    return f"write {value:g} if that was meant"


def _floor(parts: Contents) -> Iterator[Advice]:
    if "legal" not in parts or "names" not in parts:
        return
    floor, anchor = parts["legal"].floor, parts["names"].anchor
    people = [force.personnel for force in parts["forces"].values() if force.owner == anchor and not force.programme]
    if 0 < floor < _FLOOR * max(people, default=0):
        problem = f"'floor' is {floor}: it counts people, not thousands"
        yield ("scenario.toml", "legal", "floor"), problem, _meant(floor * 1000)
