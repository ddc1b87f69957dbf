"""A scenario while it is being read: which ids exist, and everything found wrong so far. Opens no files.

A trail here begins with the file's name: ("posts.toml", "wall", "holder").
"""

from collections.abc import Collection, Mapping
from typing import Any, ClassVar

from attrs import define, field, frozen

from tabletop.errors import did_you_mean
from tabletop.reading.lines import Trail, line_of, lines_of
from tabletop.reading.values import BAD
from tabletop.scenario.mends import mend, toml_kind

#: The fields of a scenario as far as they could be read.
Contents = Mapping[str, Any]
_MOST = 300  # letters of a sentence


@frozen
class Problem:
    """One mistake: `file` with the folder's name, `where` the thing it is in, `hint` what would be right."""

    file: str
    line: int
    where: str
    problem: str
    hint: str = ""
    severity: str = "error"  # or "warning": playable, but look at it


@frozen
class Finding:
    """A problem before anybody looked up its line. `word` is the wrong one, to find it in a longer value."""

    trail: Trail
    problem: str
    hint: str = ""
    word: str = ""
    severity: str = "error"
    line: int = 0  # where it is known already


@define
class Proof:
    """`ids` by kind ("member", "theatre", ...); None where their file can't be read, so that all pass."""

    tables: Mapping[str, dict[str, Any]] = field(factory=dict)
    ids: dict[str, Mapping[str, Any] | None] = field(factory=dict)
    findings: list[Finding] = field(factory=list)
    paths: dict[tuple[str, str], Any] = field(factory=dict)  # what `scenario_paths` has already looked up
    embedded: bool = False  # read from a save: what these rules don't know was known to those it was played under

    def say(self, trail: Trail, problem: str, hint: str = "", *, word: str = "", line: int = 0) -> None:
        self.findings.append(Finding(trail, _cut(problem), _cut(hint), word, line=line))

    def warn(self, trail: Trail, problem: str, hint: str = "") -> None:
        self.findings.append(Finding(trail, _cut(problem), _cut(hint), severity="warning"))

    def unknown(self, trail: Trail, problem: str, hint: str = "", *, word: str = "") -> None:
        """A key that nothing here reads: a mistake in a scenario's folder, passed over in a save."""
        if self.embedded:
            self.warn(trail, problem)
        else:
            self.say(trail, problem, hint, word=word)

    def refer(self, kind: str, word: str, trail: Trail) -> None:
        """Says so when `word` is no id of that kind."""
        ids = self.ids.get(kind)
        if ids is not None and word not in ids:
            self.say(trail, f"unknown {kind} '{word}'", did_you_mean(word, tuple(ids)), word=word)

    # --- faults, as authors hear of them

    most: ClassVar[float] = 1e15  # nothing in an exercise is larger; also keeps nan and infinity out

    def wrong(self, value: Any, trail: Trail, wanted: str, hint: str = "") -> Any:
        word = value if isinstance(value, str) else ""
        problem = f"{key_name(trail)} is {toml_kind(value)}, should be {wanted}"
        self.say(trail, problem, hint or mend(value, wanted), word=word)
        return BAD

    def beyond(self, value: float, trail: Trail, wanted: str) -> Any:
        if wanted != "a number":
            return self.wrong(value, trail, wanted)
        self.say(trail, f"{key_name(trail)} is not a number that one can count with")
        return BAD

    def unknown_key(self, kind: Any, trail: Trail, known: list[str], given: bool) -> str:
        key = str(trail[-1])
        hint = f"its {key} is the name of its table" if given else did_you_mean(key, known)
        self.unknown(trail, f"unknown key '{key}'", hint, word=key)
        return hint

    def again(self, trail: Trail) -> str:
        hint = "keep one of them"
        self.say(trail, f"'{trail[-1]}' says again what another key has said", hint)
        return hint

    def missing(self, kind: Any, trail: Trail, key: str, needed: list[str]) -> None:
        self.say(trail, f"'{key}' is missing")

    @property
    def failed(self) -> bool:
        return any(finding.severity == "error" for finding in self.findings)


def _cut(sentence: str) -> str:
    """A sentence that repeats no more than a little of what was wrong."""
    return sentence if len(sentence) <= _MOST else f"{sentence[: _MOST // 2]} … {sentence[-_MOST // 2 :]}"


#: What an entry of a file is called; of scenario.toml the entries of its tables.
NOUNS = {
    "areas": "area",
    "tracks": "track",
    "stances": "stance",
    "ways": "way",
    "kinds": "kind",
    "readiness": "readiness",
    "plans": "plan",
    "edges": "edge",
    "regions.toml": "region",
    "folds": "fold",
    "coefficients.toml": "coefficient",
    "theatres.toml": "theatre",
    "members.toml": "member",
    "forces.toml": "force",
    "programmes.toml": "programme",
    "posts.toml": "post",
    "seats.toml": "seat",
    "injects.toml": "inject",
    "texts.toml": "text",
    "objectives": "objective",
    "options": "option",
    "parts": "part",
    "levers": "lever",
}


def where(tables: Mapping[str, dict[str, Any]], trail: Trail) -> str:
    """ "inject 'greenland-1', option 'sign'": the thing a trail lies in."""
    file, rest = str(trail[0]), trail[1:]
    value: Any = tables.get(file, {})
    things: list[str] = []
    noun = NOUNS.get(file, "")
    for step in rest:
        value = _step(value, step)
        if noun and (isinstance(step, str) or isinstance(value, dict)):
            things.append(f"{noun} {_name(step, value)}")
        noun = NOUNS.get(str(step), "") if isinstance(value, (dict, list)) else ""
    if things:
        return ", ".join(things)
    if rest and file in ("scenario.toml", "red.toml"):
        return str(rest[0])
    return file.removesuffix(".toml")


def located(proof: Proof, texts: Mapping[str, str], folder: str) -> list[Problem]:
    """Everything found, with its line, in the order of the files and their lines."""
    scanned = {file: lines_of(texts.get(file, "")) for file in {str(finding.trail[0]) for finding in proof.findings}}
    order = {file: n for n, file in enumerate(texts)}
    problems = []
    for finding in proof.findings:
        file = str(finding.trail[0])
        line = finding.line or line_of(texts.get(file, ""), scanned[file], finding.trail[1:], finding.word)
        place = where(proof.tables, finding.trail)
        problem = Problem(f"{folder}/{file}", line, place, finding.problem, finding.hint, finding.severity)
        problems.append((order.get(file, -1), line, problem))
    return [problem for _, _, problem in sorted(problems, key=lambda each: each[:2])]


def key_name(trail: Trail) -> str:
    """The key at a trail's end, as an author would say it."""
    last = trail[-1]
    return f"'{last}'" if isinstance(last, str) else f"{key_name(trail[:-1])} number {last + 1}"


def is_kebab(word: str) -> bool:
    """Lower-case letters and digits in parts joined by single hyphens."""
    return word.isascii() and word == word.lower() and all(part.isalnum() for part in word.split("-"))


def either(words: Collection[str]) -> str:
    """ "one, two or three"."""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last


def _step(value: Any, step: str | int) -> Any:
    if isinstance(value, dict):
        return value.get(str(step))
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return value[step]
    return None


def _name(step: str | int, value: Any) -> str:
    if isinstance(step, str):
        return f"'{step}'"
    name = value.get("id") if isinstance(value, dict) else None
    return f"'{name}'" if isinstance(name, str) else str(step + 1)
