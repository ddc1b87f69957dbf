"""What a scenario holds: everything that is true before anybody moves. Knows nothing of files."""

from functools import cached_property

from attrs import define, field, frozen

from tabletop.model.coefficients import Basis, Coefficients
from tabletop.model.council import TextSpec
from tabletop.model.edges import EdgeSpec
from tabletop.model.effects import Effect
from tabletop.model.forces import ForceSpec, KindSpec, ProgrammeSpec, ReadinessSpec
from tabletop.model.injects import InjectSpec
from tabletop.model.members import MemberSpec
from tabletop.model.posts import PostSpec
from tabletop.model.regions import RegionSpec
from tabletop.model.seats import Fold, SeatSpec
from tabletop.model.survey import SURVEY, QuestionSpec
from tabletop.model.theatres import AreaSpec, TheatreSpec
from tabletop.model.tracks import StanceSpec, TrackSpec, WaySpec


@frozen(kw_only=True)
class Names:
    """The scenario's own words for the parts that the equations need. Track names are ids of its tracks."""

    anchor: str  # member whose commitment is in question
    anchor_seat: str
    anchor_post: str
    commitment: str
    cohesion: str
    trust: str
    freed: str
    industry: str
    escalation: str
    share: str  # score: the others' part of the requirement
    personnel: str  # key of the anchor's people in theatre
    own: str = "own"  # adjective for everybody but the anchor
    adversary: str = "the adversary"


@frozen(kw_only=True)
class ExerciseObjective:
    """What the exercise is run for; injects, questions and notes name it by id."""

    id: str
    text: str


@frozen(kw_only=True)
class Aim:
    """Why the exercise is run, for the cover page and the report."""

    aim: str
    question: str
    objectives: tuple[ExerciseObjective, ...] = ()
    assumptions: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()


@frozen(kw_only=True)
class LeverSpec:
    """What the adversary may do: `id` pressure, probe, offer, story or rest, its kinds and its effects."""

    id: str
    name: str
    kinds: tuple[str, ...] = ()
    steps: tuple[float, ...] = ()
    effects: tuple[Effect, ...] = ()
    text: str = ""


@frozen(kw_only=True)
class LeverPull:
    """One lever that the model pulls for the adversary; `here`: in the theatre it has chosen."""

    lever: str
    step: float = 0.0
    kind: str = ""
    here: bool = False


@frozen(kw_only=True)
class Initiative:
    """What the adversary may do by itself in a turn: levers pulled together, and how likely among the others."""

    weight: float
    pulls: tuple[LeverPull, ...]


@frozen(kw_only=True)
class RedSpec:
    """Control's sheet for the adversary, never handed out. `initiatives`: what it does by itself when the model plays
    it, with `initiative_chance` a turn, 0..1."""

    name: str
    brief: str
    levers: tuple[LeverSpec, ...]
    most: int = 3  # levers a turn
    objectives: tuple[str, ...] = ()
    initiative_chance: float = 0.0
    initiatives: tuple[Initiative, ...] = ()


@frozen(kw_only=True)
class Legal:
    """The anchor's law: people in theatre under which every turn costs, and what keeping the anchor post protects."""

    floor: int
    text: str
    basis: str = "judgement"


@frozen(kw_only=True)
class Sayings:
    """The sentences that bots speak in. `{text}` stands for a text's title, `{thing}` for what is spoken about.

    `breaks`, `footnotes`: to a text; `doubts`: to a certificate that the ledger contradicts; `refuses`: to a handover;
    `asks`: the price of a post, `terms`: of a text, `wishes`: a deed without one; `promises`, `declines`: to what was
    asked; `fails`: of a promise that was not kept; `replies`: to a letter.
    """

    breaks: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    footnotes: tuple[str, ...] = ()
    refuses: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    promises: tuple[str, ...] = ()
    declines: tuple[str, ...] = ()
    fails: tuple[str, ...] = ()
    replies: tuple[str, ...] = ()


@define(kw_only=True, frozen=True, slots=False, eq=False)
class Scenario:
    """A whole exercise. Dictionaries keep the file's order: the order of seats, theatres and areas everywhere."""

    id: str
    title: str
    summary: str
    brief: str  # read aloud
    first_year: int
    first_half: int
    turns: int
    lengths: tuple[int, ...]
    minutes: dict[str, float]  # phase: minutes
    orders: int  # attention: orders a seat and turn
    marking: str
    caveat: str
    names: Names
    exercise: Aim
    legal: Legal
    coefficients: Coefficients
    basis: dict[str, Basis]
    figures: dict[str, float]  # opening values: agreement, alarm, capital, support
    areas: dict[str, AreaSpec]
    kinds: dict[str, KindSpec] = field(factory=dict)  # of forces
    readiness: dict[str, ReadinessSpec] = field(factory=dict)
    regions: dict[str, RegionSpec] = field(factory=dict)
    theatres: dict[str, TheatreSpec]
    members: dict[str, MemberSpec]
    forces: dict[str, ForceSpec]  # tranches included, as ID-1 to ID-n
    programmes: dict[str, ProgrammeSpec]
    posts: dict[str, PostSpec]
    tracks: dict[str, TrackSpec]
    stances: dict[str, StanceSpec]
    ways: dict[str, WaySpec]
    texts: dict[str, TextSpec]
    seats: dict[str, SeatSpec]
    folds: dict[int, Fold] = field(factory=dict)
    edges: dict[str, EdgeSpec] = field(factory=dict)
    injects: dict[str, InjectSpec]
    red: RedSpec
    sayings: Sayings = field(factory=Sayings)
    survey: tuple[QuestionSpec, ...] = ()  # empty: the questions of `model.survey`
    notes: str = ""
    digest: str = ""  # of the files it was read from
    unlike: tuple[str, ...] = ()  # how a save's scenario was written for other rules, a sentence each
    sources: tuple[tuple[str, str], ...] = field(default=(), repr=False)  # (file name, text): what a save embeds

    def period(self, turn: int) -> str:
        """ "2027 H1" for a turn from 1."""
        half = self.first_year * 2 + (self.first_half - 1) + max(turn, 1) - 1
        return f"{half // 2} H{half % 2 + 1}"

    @property
    def questions(self) -> tuple[QuestionSpec, ...]:
        """What the survey asks, on every slip."""
        return self.survey or SURVEY

    @cached_property
    def theatre_index(self) -> dict[str, int]:
        return {theatre: n for n, theatre in enumerate(self.theatres)}

    @cached_property
    def area_index(self) -> dict[str, int]:
        return {area: n for n, area in enumerate(self.areas)}
