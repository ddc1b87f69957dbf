"""What things are called on screen: seats, forces, posts, texts, scores. An id that means nothing stays as it is."""

from collections.abc import Mapping
from typing import Any, Final

from tabletop.model.figures.forms import DETERRENCE
from tabletop.model.figures.glossary import figure_at, read_path
from tabletop.model.figures.path import ALL
from tabletop.model.scenario import Scenario
from tabletop.model.seats import Seat
from tabletop.rules.turn.injects import WRITTEN_IN_PLAY
from tabletop.rules.world.hosts import host_among

SeatStates = Mapping[str, Seat]

_ALONE = ("FORCE", "POST", "INJECT")
"""Kinds of things that go by their name whatever is asked of them; of others the question is said too."""
_ARTICLES = ("the", "a", "an")
UNMANNED: Final = "The model"
"""What does control's steps where nobody sits there."""
_SHORT = 12
"""Letters that a seat's short name may have."""


def with_article(name: str, spec: Any) -> str:
    """How a sentence calls what has this name: "the High North". `spec`: what the scenario says of it."""
    return f"the {name}" if getattr(spec, "the", False) else name


def seat_name(scenario: Scenario, seat: str, seats: SeatStates | None = None, *, the: bool = False) -> str:
    """A seat as it is called in this session (`seats`: the world's), "Control", or "the room". `the`: as it is
    called inside a sentence, here and in all that follow."""
    if seat == "control":
        return "Control"
    if seat in ("public", "room", "all"):
        return "the room"
    here = playing(scenario, seat, seats)
    name, spec = name_in(scenario.seats, here), scenario.seats.get(here)
    if seats and here in seats and seats[here].name not in ("", name):
        name, spec = seats[here].name, None
    if the and name.startswith("The "):
        return f"the {name[4:]}"
    return with_article(name, spec) if the else name


def playing(scenario: Scenario, seat: str, seats: SeatStates | None = None) -> str:
    """The seat that plays a seat in this session: itself, or the one that it has joined."""
    return (host_among(scenario, seats, seat) if seats else "") or seat


def seat_short(scenario: Scenario, seat: str, seats: SeatStates | None = None) -> str:
    """The scenario's short name of a seat; where the seat goes by another name in this session, that one's first words:
    "Northern" for "The Northern group"."""
    name, spec = seat_name(scenario, seat, seats), scenario.seats.get(playing(scenario, seat, seats))
    if spec and spec.short and name == spec.name:
        return spec.short
    words = name.split()
    if len(words) > 1 and words[0].lower() in _ARTICLES:
        words = words[1:]
    while len(words) > 1 and (len(" ".join(words)) > _SHORT or words[-1] in ("&", "and")):
        words = words[:-1]
    return " ".join(words)


def name_in(things: Mapping[str, Any], id: str, *, the: bool = False) -> str:
    """The name of one of a scenario's things that have one: members, ways, stances, areas, tracks."""
    if id not in things:
        return id
    name = str(things[id].name)
    return with_article(name, things[id]) if the else name


def member_name(scenario: Scenario, member: str, *, the: bool = False) -> str:
    return name_in(scenario.members, member, the=the)


def positions(scenario: Scenario, member: str) -> tuple[str, str]:
    """Who stands against whom in a member's votes: who would do more for the allies, and who would do less."""
    spec = scenario.members.get(member)
    closer, away = (spec.closer, spec.away) if spec else ("", "")
    return closer or "those who would do more for the allies", away or "those who would do less for the allies"


def force_name(scenario: Scenario, force: str, *, the: bool = False) -> str:
    """A force's or a programme's name."""
    return name_in(scenario.forces if force in scenario.forces else scenario.programmes, force, the=the)


def theatre_name(scenario: Scenario, theatre: str, *, short: bool = False, the: bool = False) -> str:
    spec = scenario.theatres.get(theatre)
    if spec is None:
        return theatre
    name = spec.short or spec.name if short else spec.name
    return with_article(name, spec) if the else name


def post_name(scenario: Scenario, post: str, *, the: bool = False) -> str:
    return name_in(scenario.posts, post, the=the)


def text_name(scenario: Scenario, text: str, seats: SeatStates | None = None) -> str:
    """A council text by its id: its title, and what it is about."""
    kind, _, about = text.partition("/")
    spec = scenario.texts.get(kind)
    title = spec.title if spec else kind
    return f"{title} ({thing_name(scenario, about, seats)})" if about else title


def inject_name(scenario: Scenario, inject: str) -> str:
    spec = scenario.injects.get(inject)
    return spec.title if spec else WRITTEN_IN_PLAY


def told_of(title: str, words: str) -> str:
    """A title, and what is said of it: a question has its mark and no colon."""
    return f"{title} {words}" if title.endswith(("?", "!")) else f"{title}: {words}"


def option_text(scenario: Scenario, inject: str, option: str) -> str:
    """The sentence of an inject's option without its full stop."""
    spec = scenario.injects.get(inject)
    text = next((o.text for o in spec.options if o.id == option), option) if spec else option
    return text.strip().rstrip(".")


def thing_name(scenario: Scenario, thing: str, seats: SeatStates | None = None, *, the: bool = False) -> str:
    """Whatever has this id; a word that is no id as it reads: "in place"."""
    for things in (scenario.posts, scenario.forces, scenario.programmes, scenario.theatres):
        if thing in things:
            return name_in(things, thing, the=the)
    if thing in scenario.seats:
        return seat_name(scenario, thing, seats, the=the)
    if thing in scenario.texts:
        return text_name(scenario, thing)
    if thing in scenario.injects:
        return inject_name(scenario, thing)
    for kind in (scenario.members, scenario.areas, scenario.tracks, scenario.ways, scenario.stances):
        if thing in kind:
            return name_in(kind, thing, the=the)
    return thing.replace("-", " ")


def score_name(scenario: Scenario, score: str, seats: SeatStates | None = None, *, short: bool = False) -> str:
    """A score or figure by its path; `short` leaves out "Deterrence" and "Public"."""
    if score == scenario.names.share:
        return f"{capital(scenario.names.own)} share"
    if score in scenario.tracks:
        return scenario.tracks[score].name
    figure, what = read_path(score)
    if figure is None:
        return _headed(scenario, score, seats, short)
    name = figure.short if short else figure.name
    if not what:
        return name
    things = [_id_name(scenario, kind, word, seats, short) for kind, word in zip(figure.kinds, what, strict=True)]
    if figure.kinds == ("THEATRE",) and what != (ALL,):
        things = [theatre_name(scenario, what[0], short=True)]
    if figure.kinds[0] in _ALONE or (short and figure.form == DETERRENCE):
        return things[0]
    words = [*things, name.lower()] if figure.kinds[0] in ("PROGRAMME", "TEXT") else [name, *things]
    return capital(", ".join(words))


def own_name(scenario: Scenario, figure: str, seat: str, seats: SeatStates | None = None) -> str:
    """A figure by its path, without the seat where it is that seat's own: "Public support"."""
    return score_name(scenario, figure, seats).removesuffix(f", {seat_name(scenario, seat, seats)}")


def _id_name(scenario: Scenario, kind: str, word: str, seats: SeatStates | None, short: bool) -> str:
    match kind, word:
        case "THEATRE", "all":
            return "all theatres"
        case "SEAT", "all":
            return "all seats"
        case "SEAT", _:
            return (seat_short if short else seat_name)(scenario, word, seats)
        case "INJECT", _:
            return inject_name(scenario, word)
        case "MEMBER", _:
            return member_name(scenario, word)
    return thing_name(scenario, word, seats)


def _headed(scenario: Scenario, path: str, seats: SeatStates | None, short: bool) -> str:
    """What is no path of the glossary: a figure of every theatre or seat by its word, a thing by its id."""
    head, *rest = path.split("/")
    if not rest and (figure := figure_at(f"{head}/{ALL}")):
        return figure.short if short else figure.name
    words = [thing_name(scenario, part, seats) for part in rest] or [head.replace("-", " ")]
    return capital(", ".join(words))


def figure_words(scenario: Scenario, figure: str, seats: SeatStates | None = None) -> str:
    """A figure as it reads in a list, without a comma: "High North pressure", "Lyre's political capital"."""
    row, what = read_path(figure)
    if row is None or row.kinds not in (("THEATRE",), ("SEAT",)):
        return score_name(scenario, figure, seats)
    if row.kinds == ("THEATRE",):
        if what == (ALL,):
            return f"{row.name} everywhere"
        return f"{theatre_name(scenario, what[0], short=True)} {row.name.lower()}"
    if what == (ALL,):
        return f"{row.name} of all seats"
    who = seat_name(scenario, what[0], seats)
    return f"{who}'{'' if who.endswith('s') else 's'} {row.name.lower()}"


def better(scenario: Scenario, figure: str) -> str:
    """Which way is good for a score or figure: "high", "low", or "" for neither."""
    if figure in scenario.tracks:
        return scenario.tracks[figure].better
    row = figure_at(figure) or figure_at(f"{figure}/{ALL}")
    return row.better if row else "high"


def headed(sentence: str) -> str:
    """A line of a list, a heading, a caption: told without the article that its first name takes inside a sentence."""
    return sentence.removeprefix("the ")


def listed(words: list[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def capital(text: str) -> str:
    """The same with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]
