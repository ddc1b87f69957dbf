"""Which ids a scenario's tables hold, taken before anything is read, so that a reference is judged where it stands."""

from collections.abc import Iterable, Mapping
from typing import Any

#: Kind: the file and, in scenario.toml, the table whose keys are its ids.
PLACES = {
    "area": ("scenario.toml", "areas"),
    "track": ("scenario.toml", "tracks"),
    "stance": ("scenario.toml", "stances"),
    "way": ("scenario.toml", "ways"),
    "kind": ("scenario.toml", "kinds"),
    "readiness": ("scenario.toml", "readiness"),
    "region": ("regions.toml", ""),
    "theatre": ("theatres.toml", ""),
    "member": ("members.toml", ""),
    "programme": ("programmes.toml", ""),
    "post": ("posts.toml", ""),
    "seat": ("seats.toml", ""),
    "text": ("texts.toml", ""),
    "inject": ("injects.toml", ""),
}
MOST_TRANCHES = 50


def ids_by_kind(tables: Mapping[str, dict[str, Any]], unreadable: Iterable[str]) -> dict[str, Mapping[str, Any] | None]:
    """Ids by kind, each a mapping; None where the file that holds them can't be read."""
    gaps = set(unreadable)
    ids: dict[str, Mapping[str, Any] | None] = {}
    for kind, (file, table) in PLACES.items():
        held = tables.get(file, {})
        ids[kind] = None if file in gaps else _table(held.get(table, {}) if table else held)
    ids["kind"] = ids["kind"] or None  # without kinds of its own, a scenario says them in free words
    scenario = tables.get("scenario.toml", {})
    names = _table(scenario.get("names"))
    objectives = _tables(_table(scenario.get("exercise")).get("objectives"))
    whole = "scenario.toml" not in gaps
    ids["objective"] = _by_id(objectives) if whole else None
    ids["score"] = {str(names["share"]): None} if whole and "share" in names else None
    ids["people"] = {str(names["personnel"]): None} if whole and "personnel" in names else None
    ids["force"] = _forces(tables) if not gaps & {"forces.toml", "programmes.toml"} else None
    injects = tables.get("injects.toml", {})
    ids["chain"] = _chains(injects) if "injects.toml" not in gaps else None
    ids["outcome"] = _outcomes(injects) if "injects.toml" not in gaps else None
    return ids


def tranche_ids(programme: str, tranches: int) -> list[str]:
    """The forces a programme can deliver: its tranches and those of a second series."""
    return [f"{programme}-{n}" for n in range(1, 2 * min(tranches, MOST_TRANCHES) + 1)]


def _forces(tables: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    forces = dict.fromkeys(tables.get("forces.toml", {}))
    for programme, table in tables.get("programmes.toml", {}).items():
        tranches = _table(table).get("tranches")
        if type(tranches) is int and 0 < tranches <= MOST_TRANCHES:
            forces.update(dict.fromkeys(tranche_ids(programme, tranches)))
    return forces


def _chains(injects: dict[str, Any]) -> dict[str, Any]:
    chains = (_table(inject).get("chain") for inject in injects.values())
    return {chain: None for chain in chains if isinstance(chain, str) and chain}


def _outcomes(injects: dict[str, Any]) -> dict[str, Any]:
    """By inject and by chain, the words that options give it. An inject without a word of its own has its chain's."""
    own: dict[str, dict[str, None]] = {}
    chains: dict[str, dict[str, None]] = {}
    for name, inject in injects.items():
        table = _table(inject)
        chain = chains.setdefault(str(table.get("chain", "")), {})
        for option in _tables(table.get("options")):
            own.setdefault(name, {})[str(option.get("outcome") or option.get("id"))] = None
            if option.get("outcome"):
                chain[str(option["outcome"])] = None
    words = {name: own.get(name, {}) | chains[str(_table(inject).get("chain", ""))] for name, inject in injects.items()}
    return {**chains, **words}


def _by_id(tables: list[dict[str, Any]]) -> dict[str, Any]:
    return {str(table["id"]): table for table in tables if "id" in table}


def _table(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _tables(value: Any) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
