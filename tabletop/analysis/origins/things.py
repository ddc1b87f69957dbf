"""Where the figures of a scenario's own tables come from: needs, forces, programmes, members, posts and the rest.

Each kind of thing is asked for by its word and an id, and answers from the scenario that a world holds: of a blanked
world, with what its reader may see. Knows nothing of what the rules make of it.
"""

from collections.abc import Callable, Iterable, Sequence

from attrs import evolve, frozen

from tabletop.analysis.origins.aims import objective, objectives
from tabletop.analysis.origins.fields import figures_of, limits_of
from tabletop.analysis.origins.packages import force, kind, need, programme, readiness_class, region, theatre
from tabletop.analysis.origins.politics import (
    JUDGEMENT,
    edge,
    initiative,
    inject,
    law,
    lever,
    opening,
    seat,
    stance,
    text,
    way,
)
from tabletop.model.coefficients import Coefficients
from tabletop.model.origin import Origin
from tabletop.model.scenario import Scenario


@frozen
class OriginKind:
    """`form`: how it is asked for. `ids` and `origin`: of a scenario. `control`: nobody else may ask."""

    form: str
    ids: Callable[[Scenario], Iterable[str]]
    origin: Callable[..., Origin]
    control: bool = False

    @property
    def word(self) -> str:
        return self.form.partition("/")[0]


def _member(scenario: Scenario, member: str) -> Origin:
    spec, of = scenario.members[member], f"member/{member}"
    share, *others = figures_of(of, spec)
    return evolve(share, of=of, name=f"{spec.name}, share of GDP at the opening", made_of=tuple(others))


def _post(scenario: Scenario, post: str) -> Origin:
    spec, of = scenario.posts[post], f"post/{post}"
    weight, *others = figures_of(of, spec)
    return evolve(weight, of=of, name=f"{spec.name}, part of command", made_of=tuple(others))


def coefficient(scenario: Scenario, name: str) -> Origin:
    """One number of the equations, with the range in which it may be set."""
    limit_unit, _ = limits_of(Coefficients, name)
    basis = scenario.basis.get(name)
    return Origin(
        of=f"coefficient/{name}",
        name=name.replace("_", " ").capitalize(),
        value=float(getattr(scenario.coefficients, name)),
        unit=basis.unit if basis else limit_unit,
        range=limits_of(Coefficients, name, closed=False)[1],
        source=basis.basis if basis else JUDGEMENT,
        meaning=basis.meaning if basis else "",
    )


def track(scenario: Scenario, name: str) -> Origin:
    """A gauge at the opening."""
    spec, of = scenario.tracks[name], f"track/{name}"
    unit, ends = limits_of(type(spec), "start")
    return Origin(
        of=of, name=f"{spec.name} at the opening", value=spec.start, unit=unit, range=ends, source=spec.basis,
        meaning=spec.meaning,
    )  # fmt: skip


def _numbers(some: Sequence[object]) -> list[str]:
    return [str(n) for n in range(1, len(some) + 1)]


#: In the order in which lists name them.
KINDS: dict[str, OriginKind] = {
    each.word: each
    for each in (
        OriginKind("need/THEATRE/AREA", lambda s: [f"{t}/{a}" for t in s.theatres for a in s.areas], need),
        OriginKind("theatre/ID", lambda s: s.theatres, theatre),
        OriginKind("force/ID", lambda s: s.forces, force),
        OriginKind("programme/ID", lambda s: s.programmes, programme),
        OriginKind("member/ID", lambda s: s.members, _member),
        OriginKind("post/ID", lambda s: s.posts, _post),
        OriginKind("track/ID", lambda s: s.tracks, track),
        OriginKind("text/ID", lambda s: s.texts, text),
        OriginKind("inject/ID", lambda s: s.injects, inject),
        OriginKind("coefficient/NAME", lambda s: Coefficients.__annotations__, coefficient),
        OriginKind("class/ID", lambda s: s.readiness, readiness_class),
        OriginKind("kind/ID", lambda s: s.kinds, kind),
        OriginKind("region/ID", lambda s: s.regions, region),
        OriginKind("stance/ID", lambda s: s.stances, stance),
        OriginKind("way/ID", lambda s: s.ways, way),
        OriginKind("edge/ID", lambda s: s.edges, edge),
        OriginKind("law/floor", lambda s: ("floor",), law),
        OriginKind("opening/NAME", lambda s: s.figures, opening),
        OriginKind("seat/ID", lambda s: s.seats, seat),
        OriginKind("objective/ID", objectives, objective),
        OriginKind("lever/ID", lambda s: [each.id for each in s.red.levers], lever, control=True),
        OriginKind("initiative/NUMBER", lambda s: _numbers(s.red.initiatives), initiative, control=True),
    )
}


def thing(scenario: Scenario, of: str) -> Origin | None:
    """What stands under a kind's word and its ids; None where nothing does."""
    word, _, id = of.partition("/")
    asked = KINDS.get(word)
    if asked is None or id not in asked.ids(scenario):
        return None
    return asked.origin(scenario, *id.split("/"))


def things(scenario: Scenario) -> Iterable[Origin]:
    """Everything that the scenario's tables hold, kind by kind."""
    for each in KINDS.values():
        for id in each.ids(scenario):
            yield each.origin(scenario, *id.split("/"))
