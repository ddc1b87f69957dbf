"""Reads a scenario from its folder, or from the texts that a save embeds. The only reader of scenario files."""

import re
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from attrs import frozen

from tabletop.errors import ScenarioError, did_you_mean
from tabletop.files.disk import read
from tabletop.model.coefficients import Basis, Coefficients
from tabletop.model.council import TextSpec
from tabletop.model.forces import ForceSpec, ProgrammeSpec, Status
from tabletop.model.injects import InjectSpec
from tabletop.model.members import MemberSpec
from tabletop.model.posts import PostSpec
from tabletop.model.regions import RegionSpec
from tabletop.model.scenario import RedSpec, Scenario
from tabletop.model.seats import SeatSpec
from tabletop.model.theatres import TheatreSpec
from tabletop.reading.toml import Broken, read_toml
from tabletop.reading.values import BAD
from tabletop.scenario.balance import check_balance
from tabletop.scenario.check import check_sums
from tabletop.scenario.edges import check_edges
from tabletop.scenario.idle import check_idle
from tabletop.scenario.ids import ids_by_kind, tranche_ids
from tabletop.scenario.limits import LIMITS
from tabletop.scenario.proof import Problem, Proof, located, where
from tabletop.scenario.shapes import by_id, read_table, shape
from tabletop.scenario.stationed import check_stations
from tabletop.scenario.texts import check_texts

Sources = tuple[tuple[str, str], ...]

#: Files of one table an id, and what each table is. The field of Scenario is the file's name.
TABLES = {
    "theatres.toml": TheatreSpec,
    "members.toml": MemberSpec,
    "regions.toml": RegionSpec,
    "forces.toml": ForceSpec,
    "programmes.toml": ProgrammeSpec,
    "posts.toml": PostSpec,
    "seats.toml": SeatSpec,
    "injects.toml": InjectSpec,
    "texts.toml": TextSpec,
}
OPTIONAL = ("regions.toml", "programmes.toml", "injects.toml", "texts.toml", "red.toml")
#: Every file of a scenario, in the order in which its problems are told.
FILES = ("scenario.toml", "coefficients.toml", *TABLES, "red.toml")

#: What stands at the head of scenario.toml when it says nothing.
HEAD = {"marking": "EXERCISE", "caveat": ""}
#: Fields of a scenario that scenario.toml doesn't hold.
ELSEWHERE = (
    *("coefficients", "basis", "red", "digest", "unlike", "sources"),
    *(file.removesuffix(".toml") for file in TABLES),
)
_DASH = re.compile(r"=\s*([\u2010-\u2014\u2212])(\d[\d.]*)")
_COMMA = re.compile(r"=\s*\[?\s*(-?\d+),(\d+)\s*$")


def load_scenario(folder: Path) -> Scenario:
    """The scenario in a folder. Raises ScenarioError with the first error."""
    texts, proof = _texts_in(folder)
    name = folder.resolve().name
    return _whole(texts, proof, name) if proof.failed else _from_folder(tuple(texts.items()), name)


@lru_cache(maxsize=4)
def _from_folder(sources: Sources, folder_name: str) -> Scenario:
    """A folder's texts are read again and again, and seldom change."""
    return _whole(dict(sources), Proof(), folder_name)


@lru_cache(maxsize=4)
def parse_scenario(sources: Sources, folder_name: str) -> Scenario:
    """The scenario that pairs of file name and text say. Raises ScenarioError with the first error.

    The last few are kept: many saves embed one scenario.
    """
    proof = Proof(embedded=True)
    texts = {name: text for name, text in sources if name in FILES}
    for name in sorted({name for name, _ in sources} - texts.keys()):
        proof.say((name,), "is no file of a scenario", did_you_mean(name, FILES))
    return _whole(texts, proof, folder_name)


def scenario_problems(folder: Path) -> list[Problem]:
    """Everything wrong with the scenario in a folder, errors and warnings, in the order of files and lines."""
    texts, proof = _texts_in(folder)
    parts = _read(texts, proof)
    check_balance(parts, proof)
    check_idle(parts, proof)
    return located(proof, _ordered(texts), folder.resolve().name)


def digest_of(sources: Sources) -> str:
    """32 hex digits over names and texts."""
    digest = blake2b(digest_size=16)
    for name, text in sorted(sources):
        digest.update(f"{name}\0{text}\0".encode())
    return digest.hexdigest()


@frozen
class _Coefficient:
    """An entry of coefficients.toml."""

    value: float
    unit: str
    meaning: str
    basis: str


def _texts_in(folder: Path) -> tuple[dict[str, str], Proof]:
    """The texts of a folder's files; line ends and a byte order mark never matter."""
    proof = Proof()
    texts: dict[str, str] = {}
    for name in FILES:
        path = folder / name
        if not path.exists():
            continue
        try:
            texts[name] = read(path).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            proof.say((name,), "is not UTF-8 text", "save it as UTF-8", line=line)
        except OSError as error:
            proof.say((name,), f"can't be read: {(error.strerror or 'it is no file').lower()}", line=1)
    for path in sorted(folder.glob("*.toml")):
        if path.name not in FILES:
            proof.warn((path.name,), "no part of a scenario is read from this file", did_you_mean(path.name, FILES))
    return texts, proof


def _whole(texts: dict[str, str], proof: Proof, folder_name: str) -> Scenario:
    parts = _read(texts, proof)
    if proof.failed:
        problems = located(proof, _ordered(texts), folder_name)
        first = next(problem for problem in problems if problem.severity == "error")
        raise ScenarioError(f"{first.where}: {first.problem}", place=f"{first.file}:{first.line}", hint=first.hint)
    sources = tuple(sorted(texts.items()))
    return Scenario(**parts, digest=digest_of(sources), sources=sources, unlike=_unlike(proof))


def _unlike(proof: Proof) -> tuple[str, ...]:
    """How a scenario out of a save was written for other rules than these."""
    if not proof.embedded:
        return ()
    return tuple(
        f"{where(proof.tables, finding.trail[:-1])}: {finding.problem} is passed over"
        for finding in proof.findings
        if finding.severity == "warning"
    )


def _read(texts: dict[str, str], proof: Proof) -> dict[str, Any]:
    """The fields of a scenario as far as they can be read; what is wrong is said to the proof."""
    proof.tables = tables = _tables(texts, proof)
    faulty = {str(finding.trail[0]) for finding in proof.findings if finding.severity == "error"}
    proof.ids = ids_by_kind(tables, faulty)
    parts: dict[str, Any] = {}
    if "scenario.toml" in tables:
        head = {**HEAD, **tables["scenario.toml"]}
        parts |= shape(Scenario, leave=ELSEWHERE).fields(head, ("scenario.toml",), proof)
    for file, kind in TABLES.items():
        parts[file.removesuffix(".toml")] = by_id(kind)(tables.get(file, {}), (file,), proof)
    if "coefficients.toml" in tables:
        parts |= _coefficients(tables["coefficients.toml"], proof)
    if "red.toml" in tables:
        red = shape(RedSpec).read(tables["red.toml"], ("red.toml",), proof)
        parts |= {} if red is BAD else {"red": red}
    elif "names" in parts:
        parts["red"] = RedSpec(name=parts["names"].adversary, brief="", levers=())
    check_sums(parts, proof)
    check_edges(parts.get("edges", {}), proof)
    check_stations(parts, proof)
    check_texts(proof)
    for programme in parts["programmes"].values():
        parts["forces"] |= {tranche.id: tranche for tranche in tranches(programme)}
    return parts


def _tables(texts: dict[str, str], proof: Proof) -> dict[str, dict[str, Any]]:
    """The files that are TOML, in the order of FILES. Says which are missing or broken."""
    faulty = {str(finding.trail[0]) for finding in proof.findings}
    tables: dict[str, dict[str, Any]] = {}
    for name in FILES:
        if name not in texts:
            if name not in OPTIONAL and name not in faulty:
                proof.say((name,), "this file is missing", "a scenario needs it", line=1)
            continue
        try:
            tables[name] = read_toml(texts[name], last=texts[name].count("\n") + 1)
        except Broken as broken:
            dash = _DASH.search(broken.stands)
            mend = f"'{dash[1]}' is a dash; write the minus of the keyboard: -{dash[2]}" if dash else ""
            proof.say((name,), broken.problem, mend or broken.decimal(_COMMA), line=broken.line)
    return tables


def _coefficients(table: dict[str, Any], proof: Proof) -> dict[str, Any]:
    """The coefficients and, beside them, unit, meaning and basis of each."""
    file = "coefficients.toml"
    of_all = shape(Coefficients)
    entries = {}
    for name, entry in table.items():
        if name not in of_all.parts:
            proof.unknown((file, name), f"unknown coefficient '{name}'", did_you_mean(name, tuple(of_all.parts)))
            continue
        coefficient = read_table(_Coefficient, entry, (file, name), proof)
        if coefficient is not BAD:
            entries[name] = coefficient
            LIMITS[Coefficients][name](coefficient.value, (file, name, "value"), proof)
    for name in of_all.needed:
        if name not in table:
            proof.say((file,), f"coefficient '{name}' is missing", f"write [{name}]", line=1)
    if not entries.keys() >= set(of_all.needed):
        return {}
    return {
        "coefficients": Coefficients(**{name: entry.value for name, entry in entries.items()}),
        "basis": {name: Basis(entry.unit, entry.meaning, entry.basis) for name, entry in entries.items()},
    }


def _ordered(texts: dict[str, str]) -> dict[str, str]:
    return {name: texts.get(name, "") for name in FILES}


def tranches(programme: ProgrammeSpec) -> list[ForceSpec]:
    """The forces that a programme makes: as many as it has tranches, and as many again in a second series."""
    forces = []
    for n, name in enumerate(tranche_ids(programme.id, programme.tranches), start=1):
        again = n - programme.tranches
        count = f", second series {again}" if again > 0 else f", {n} of {programme.tranches}"
        force = ForceSpec(
            id=name,
            name=programme.name if n == programme.tranches == 1 else programme.name + count,
            owner=programme.leads[0] if programme.leads else "",
            kind=programme.kind,
            base=programme.base,
            capability=programme.capability,
            presence=programme.presence,
            region=programme.region,
            readiness=programme.readiness,
            lend=programme.lend,
            personnel=round(programme.soldiers * 1000),
            opens=Status.BUILDING.value,
            programme=programme.id,
            basis=programme.basis,
        )
        forces.append(force)
    return forces
