"""What must hold where forces stand: kinds, classes of readiness, regions and their plans. Counts nothing by itself."""

from tabletop.errors import did_you_mean
from tabletop.model.forces import ForceSpec, KindSpec, ProgrammeSpec, ReadinessSpec
from tabletop.model.regions import RegionSpec
from tabletop.reading.lines import Trail
from tabletop.rules.world.arithmetic import sum_of
from tabletop.rules.world.presence import READY
from tabletop.scenario.proof import Contents, Proof

_NEAR = 1e-6


def check_stations(parts: Contents, proof: Proof) -> None:
    """Says what can't be so of where forces and tranches stand; `parts` as far as they could be read."""
    kinds: dict[str, KindSpec] = parts.get("kinds", {})
    regions: dict[str, RegionSpec] = parts["regions"]
    for readiness in parts.get("readiness", {}).values():
        _readiness(readiness, proof)
    for region in regions.values():
        _region(region, kinds, proof)
    for table in ("forces", "programmes"):
        for spec in parts[table].values():
            _stands(spec, (f"{table}.toml", spec.id), proof)
            _planned(spec, (f"{table}.toml", spec.id), kinds, regions, proof)


def _readiness(readiness: ReadinessSpec, proof: Proof) -> None:
    at = ("scenario.toml", "readiness", readiness.id, "parts")
    if len(readiness.parts) != len(READY):
        hint = "write [now, within ten days, within thirty, later]"
        proof.say(at, f"'parts' has {len(readiness.parts)} numbers, should have {len(READY)}", hint)
    total = sum_of(readiness.parts)
    if abs(total - 1) > _NEAR:
        proof.say(at, f"its parts sum to {total:g}", "should be 1")


def _region(region: RegionSpec, kinds: dict[str, KindSpec], proof: Proof) -> None:
    modes = tuple(dict.fromkeys(kind.travels for kind in kinds.values()))
    for mode, plan in region.plans.items():
        at = ("regions.toml", region.id, "plans", mode)
        if modes and mode not in modes:
            proof.say(at, f"no kind travels by '{mode}'", did_you_mean(mode, modes), word=mode)
        for key in ("home", "lent"):
            total = sum_of(getattr(plan, key))
            if (key == "home" or total) and abs(total - 1) > _NEAR:
                proof.say((*at, key), f"its shares sum to {total:g}", "should be 1")


def _stands(spec: ForceSpec | ProgrammeSpec, at: Trail, proof: Proof) -> None:
    """Whether it says in one way, and in one alone, where it counts."""
    if spec.region and spec.presence:
        hint = "keep one: presence follows from region, kind and readiness"
        proof.say((*at, "presence"), "it names both a region and its presence", hint)
    elif not spec.region and not spec.presence:
        hint = "write presence = { theatre = share }, or a region and a readiness"
        proof.say(at, "'presence' is missing", hint)
    if spec.region and not spec.readiness:
        proof.say((*at, "region"), "it names a region and no readiness", "write readiness = ID")
    if spec.readiness and not spec.region:
        proof.say((*at, "readiness"), "it names a readiness and no region", "write region = ID, or leave both out")


def _planned(
    spec: ForceSpec | ProgrammeSpec,
    at: Trail,
    kinds: dict[str, KindSpec],
    regions: dict[str, RegionSpec],
    proof: Proof,
) -> None:
    """Whether its region has a plan for how its kind travels, and for what it lends."""
    region, kind = regions.get(spec.region), kinds.get(spec.kind)
    if region is None:
        return
    if not kind:
        if not kinds or not spec.kind:
            hint = "write [kinds.ID] in scenario.toml, and that id here"
            proof.say((*at, "kind"), "it names a region, and no kind says how it travels", hint)
        return
    plan = region.plans.get(kind.travels)
    if plan is None:
        problem = f"region '{region.id}' has no plan for '{kind.travels}', by which '{kind.id}' travels"
        hint = f"write [{region.id}.plans.{kind.travels}] in regions.toml, or name another region"
        proof.say((*at, "region"), problem, hint, word=region.id)
    elif spec.lend and not sum_of(plan.lent):
        hint = f"write lent under [{region.id}.plans.{kind.travels}] in regions.toml, or lend = 0"
        proof.say((*at, "lend"), "it lends a part, and its region's plan says not where", hint)
