"""What things are called on screen: seats, forces, posts, texts, scores. An id that means nothing stays as it is."""

from collections.abc import Mapping

from tabletop.model.scenario import Scenario
from tabletop.model.seats import Seat
from tabletop.rules.turn.injects import WRITTEN_IN_PLAY

Seats = Mapping[str, Seat]

_PLAIN = {
    "deterrence": "Deterrence overall",
    "least-deterrence": "Deterrence, weakest theatre",
    "least-margin": "Margin over pressure, weakest theatre",
    "agreement": "Agreement in words",
    "alarm": "Alarm",
    "shortfall": "Pledges missed",
    "command": "Command",
    "overload": "Posts in transition",
    "anchor": "Commitment's anchor",
    "withdrawn": "Forces withdrawn",
    "withdrawn/surprise": "Withdrawn by surprise",
    "withdrawn/announced": "Withdrawn with notice",
    "withdrawn/matched": "Withdrawn and matched",
    "uncertified": "People withdrawn without certificate",
    "resolve": "Resolve",
    "probes": "Probes",
    "wear/anchor": "Wear of words",
    "wear/others": "Wear of words",
}
_LOW_IS_GOOD = ("pressure", "gap", "alarm", "shortfall", "overload", "uncertified", "withdrawn", "wear")
_BY_THEATRE = {
    "deterrence": "Deterrence",
    "pressure": "Pressure",
    "margin": "Margin",
    "gap": "Gap",
    "stock": "Stock in days",
}
_BY_SEAT = {
    "support": "Public support",
    "capital": "Political capital",
    "wallet": "Money",
    "readiness": "Readiness",
    "soldiers": "Soldiers",
    "promises": "Promises",
}
_ARTICLES = ("the", "a", "an")
_SHORT = 12
"""Letters that a seat's short name may have."""


def seat_name(scenario: Scenario, seat: str, seats: Seats | None = None) -> str:
    """A seat as it is called in this session (`seats`: the world's), "Control", or "the room"."""
    if seat == "control":
        return "Control"
    if seat in ("public", "room", "all"):
        return "the room"
    if seats and seat in seats and seats[seat].name:
        return seats[seat].name
    spec = scenario.seats.get(seat)
    return spec.name if spec else seat


def seat_short(scenario: Scenario, seat: str, seats: Seats | None = None) -> str:
    """The scenario's short name of a seat; where the seat goes by another name in this session, that one's first words:
    "Northern" for "The Northern group"."""
    name, spec = seat_name(scenario, seat, seats), scenario.seats.get(seat)
    if spec and spec.short and name == spec.name:
        return spec.short
    words = name.split()
    if len(words) > 1 and words[0].lower() in _ARTICLES:
        words = words[1:]
    while len(words) > 1 and (len(" ".join(words)) > _SHORT or words[-1] in ("&", "and")):
        words = words[:-1]
    return " ".join(words)


def member_name(scenario: Scenario, member: str) -> str:
    spec = scenario.members.get(member)
    return spec.name if spec else member


def force_name(scenario: Scenario, force: str) -> str:
    """A force's or a programme's name."""
    spec = scenario.forces.get(force)
    return spec.name if spec else programme_name(scenario, force)


def programme_name(scenario: Scenario, programme: str) -> str:
    spec = scenario.programmes.get(programme)
    return spec.name if spec else programme


def theatre_name(scenario: Scenario, theatre: str, *, short: bool = False) -> str:
    spec = scenario.theatres.get(theatre)
    if spec is None:
        return theatre
    return spec.short or spec.name if short else spec.name


def post_name(scenario: Scenario, post: str) -> str:
    spec = scenario.posts.get(post)
    return spec.name if spec else post


def text_name(scenario: Scenario, text: str, seats: Seats | None = None) -> str:
    """A council text by its id: its title, and what it is about."""
    kind, _, about = text.partition("/")
    spec = scenario.texts.get(kind)
    title = spec.title if spec else kind
    return f"{title} ({thing_name(scenario, about, seats)})" if about else title


def inject_name(scenario: Scenario, inject: str) -> str:
    spec = scenario.injects.get(inject)
    return spec.title if spec else WRITTEN_IN_PLAY


def option_text(scenario: Scenario, inject: str, option: str) -> str:
    """The sentence of an inject's option without its full stop."""
    spec = scenario.injects.get(inject)
    found = next((o.text for o in spec.options if o.id == option), option) if spec else option
    return found.strip().rstrip(".")


def thing_name(scenario: Scenario, thing: str, seats: Seats | None = None) -> str:
    """Whatever has this id; a word that is no id as it reads: "in place"."""
    if thing in scenario.posts:
        return post_name(scenario, thing)
    if thing in scenario.forces or thing in scenario.programmes:
        return force_name(scenario, thing)
    if thing in scenario.theatres:
        return theatre_name(scenario, thing)
    if thing in scenario.seats:
        return seat_name(scenario, thing, seats)
    if thing in scenario.texts:
        return text_name(scenario, thing)
    if thing in scenario.injects:
        return inject_name(scenario, thing)
    for kind in (scenario.members, scenario.areas, scenario.tracks, scenario.ways, scenario.stances):
        if thing in kind:
            return kind[thing].name
    return thing.replace("-", " ")


def score_name(scenario: Scenario, score: str, seats: Seats | None = None, *, short: bool = False) -> str:
    """A score or figure by its path; `short` leaves out "Deterrence" and "Public"."""
    if score == scenario.names.share:
        return f"{scenario.names.own[:1].upper()}{scenario.names.own[1:]} share"
    if score in scenario.tracks:
        return scenario.tracks[score].name
    if short and score == "deterrence":
        return "Deterrence"
    if score in _PLAIN:
        return _PLAIN[score]
    head, _, rest = score.partition("/")
    if head in _BY_THEATRE:
        if not rest:
            return _BY_THEATRE[head]
        where = "all theatres" if rest == "all" else theatre_name(scenario, rest, short=True)
        return where if short and head == "deterrence" else f"{_BY_THEATRE[head]}, {where}"
    if head in _BY_SEAT:
        named = seat_short if short else seat_name
        who = "all seats" if rest == "all" else named(scenario, rest, seats)
        return f"{_BY_SEAT[head].split()[-1].capitalize() if short else _BY_SEAT[head]}, {who}"
    if head == "invested" and rest in scenario.ways:
        return f"Invested, {scenario.ways[rest].name}"
    if head in ("force", "post", "inject", "supply"):
        thing = rest.partition("/")[0]
        return inject_name(scenario, thing) if head == "inject" else thing_name(scenario, thing, seats)
    if head in ("spending", "pledge"):
        return f"{head.capitalize()}, {member_name(scenario, rest)}"
    return _path_name(scenario, score, seats)


def _path_name(scenario: Scenario, path: str, seats: Seats | None) -> str:
    """A path in words: "Lamp boats, in place", "Littoral, Inner harbour, Walls"."""
    head, *rest = path.split("/")
    told = [thing_name(scenario, part, seats) for part in rest]
    if head not in ("programme", "text") or not told:
        told.insert(0, head.replace("-", " "))
    first, *others = told
    return ", ".join([f"{first[:1].upper()}{first[1:]}", *others])


def figure_words(scenario: Scenario, figure: str, seats: Seats | None = None) -> str:
    """A figure as it reads in a list, without a comma: "High North pressure", "Lyre's political capital"."""
    head, _, rest = figure.partition("/")
    if head in _BY_THEATRE and rest:
        said = _BY_THEATRE[head].lower()
        return (
            f"{theatre_name(scenario, rest, short=True)} {said}" if rest != "all" else f"{_BY_THEATRE[head]} everywhere"
        )
    if head in _BY_SEAT and rest:
        if rest == "all":
            return f"{_BY_SEAT[head]} of all seats"
        who = seat_name(scenario, rest, seats)
        return f"{who}'{'' if who.endswith('s') else 's'} {_BY_SEAT[head].lower()}"
    return score_name(scenario, figure, seats)


def better(scenario: Scenario, figure: str) -> str:
    """Which way is good for a score or figure: "high", "low", or "" for neither."""
    head = figure.partition("/")[0]
    if figure in scenario.tracks:
        return scenario.tracks[figure].better
    return "low" if head in _LOW_IS_GOOD else "high"


def listed(words: list[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""
