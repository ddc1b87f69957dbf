"""Bots play the whole exercise; what really happened becomes captions. Knows no screen."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from attrs import evolve, frozen

from tabletop.analysis.explain import explanation
from tabletop.errors import PlaceError
from tabletop.journal.fork import fork_save
from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.journal.store.places import known_scenarios
from tabletop.journal.store.save_toml import load
from tabletop.model.account import Account
from tabletop.model.figures.forms import DETERRENCE
from tabletop.model.figures.path import path_of
from tabletop.model.inner import COMMAND, OVERLOAD
from tabletop.model.moves import Advance, Move, PlaySeat, Red
from tabletop.model.world import Phase, State, World
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.turn.injects import answering
from tabletop.rules.turn.posts import command_share
from tabletop.rules.world.arithmetic import sum_of
from tabletop.scenario.load import load_scenario
from tabletop.table.begin import other_policy, save_name, save_path
from tabletop.table.local import LocalTable
from tabletop.table.unmanned import PLAYER
from tabletop.words import marks
from tabletop.words.acts.saying import SAYINGS
from tabletop.words.causes import account_of
from tabletop.words.names import (
    capital,
    force_name,
    inject_name,
    listed,
    member_name,
    post_name,
    seat_name,
    theatre_name,
    told_of,
)
from tabletop.words.said import full
from tabletop.words.sentences import move_line
from tabletop.words.story import Happening, happenings

SEED: Final = "442"
"""Chosen so that the first half-year shows what the exercise is about: a force leaves unmatched and its theatre falls,
a crisis opens, posts are between holders, and what was bought arrives in the next (tests/tui/replay/test_demo.py)."""
_ORDERS, _CAUSES, _PER_CAPTION = 3, 3, 2
_PLACES, _CAPTIONS = 2, 2
"""Theatres told of one by one for what left, and again for what arrived; captions for the rest of a turn."""
_CAME_AND_WENT: Final = ("left", "arrived")
_REST: Final = (
    "edge",
    "crisis",
    "split",
    "leaving",
    "stays",
    "left",
    "arrived",
    "late",
    "text",
    "probe",
    "promise",
    "budget",
)


@frozen
class Beat:
    """One step of the demo: the world after entry `n`, told in a title and some lines; `fork` is where one takes over.

    `score`: the one to look at, "" for none.
    """

    n: int
    fork: int
    title: str
    lines: tuple[str, ...]
    score: str = ""


def demo_session() -> Session:
    """A session of the first scenario with bots in every seat, in a folder of its own. Raises TabletopError."""
    folder = next(iter(known_scenarios().values()), None)
    if folder is None:
        raise PlaceError("there is no scenario to watch", hint="run from a folder that holds scenarios/")
    scenario = load_scenario(folder)
    players = dict.fromkeys(scenario.seats, f"bot:{other_policy()}")
    return Session.create(Path(mkdtemp(prefix="tabletop-")) / "demo.toml", scenario, Terms(seed=SEED, players=players))


def beats(session: Session) -> Iterator[Beat]:
    """Plays on and tells it, a beat at a time, to the end."""
    table = LocalTable(session)
    world = session.world
    lines = (world.scenario.exercise.question, "Bots hold every seat. Enter takes over.")
    yield Beat(0, 0, world.scenario.title, lines)
    while session.world.state is not State.ENDED:
        yield from _turn(table)


def take_over(session: Session, at: int, seat: str, today: str) -> Session:
    """A new save with the first `at` entries, the same luck, and a seat in the hands of a player alone. Raises
    TabletopError.

    `today` is a day in ISO 8601, for the name of the save.
    """
    from datetime import date

    path = save_path(save_name(session.world.scenario.id, date.fromisoformat(today)))
    fork_save(load(session.path), at, path)
    fresh = Session.open(path)
    fresh.make(PlaySeat(seat="control", name=seat, player="team"), PLAYER)
    while fresh.world.phase is Phase.REVIEW and fresh.world.state is not State.ENDED:
        fresh.make(Advance(seat="control"))  # to where there is something to do
    return fresh


def _turn(table: LocalTable) -> Iterator[Beat]:
    session = table.session
    before = session.world
    advance = Advance(seat="control")
    yield from _brief(before, len(session.entries))
    table.make_now(advance)
    start = len(session.entries)
    table.make_now(advance)
    yield from _orders(session, start)
    table.make_now(Red(seat="control", source="model"), "bot")
    table.make_now(advance)
    table.make_now(advance)
    yield from _results(session, before)
    table.make_now(advance)


def _brief(world: World, n: int) -> Iterator[Beat]:
    title = f"Turn {world.turn}, {world.period}"
    arrived = [
        name for name, state in world.injects.items() if state.turn == world.turn and state.state.value == "delivered"
    ]
    # what control announces of its own accord first, then what asks for an answer: the crisis is seen last, on the map
    for name in sorted(arrived, key=lambda name: bool(_asks(world, name))):
        news = told_of(inject_name(world.scenario, name), _first(world, name))
        asks = listed([seat_name(world.scenario, seat, world.seats, the=True) for seat in _asks(world, name)])
        yield Beat(n, n, f"{title}: what happens", (news, f"{capital(asks)} must answer.") if asks else (news,))
    if world.turn == 1:
        yield from _between_holders(world, n, title)
    elif not arrived:
        yield Beat(n, n, title, ("A quiet half-year begins.",))


def _between_holders(world: World, n: int, title: str) -> Iterator[Beat]:
    """Posts that change hands while the exercise opens, and what command lacks until they have."""
    busy = {post: state for post, state in world.posts.items() if state.status == "transition"}
    if not busy:
        return
    settled = {post: evolve(state, status="held") for post, state in world.posts.items()}
    gain = command_share(world.scenario, settled) - command_share(world.scenario, world.posts)
    figures = dict(world.figures)
    figures[COMMAND] = figures.get(COMMAND, 0.0) + gain
    figures[OVERLOAD] = figures.get(OVERLOAD, 0.0) - len(busy)
    dip = scores(evolve(world, figures=figures))["deterrence"] - scores(world)["deterrence"]
    goes = {post_name(world.scenario, post): member_name(world.scenario, s.to, the=True) for post, s in busy.items()}
    names = [f"{post} to {to}" for post, to in goes.items()]
    lines = (f"In transition: {listed(names)}.", f"Command dips for as long as it lasts: deterrence {-dip:+.1f}.")
    yield Beat(n, n, f"{title}: command", lines, "deterrence")


def _asks(world: World, inject: str) -> tuple[str, ...]:
    return answering(world, inject) if world.scenario.injects[inject].options else ()


def _first(world: World, inject: str) -> str:
    spec = world.scenario.injects.get(inject)
    text = " ".join(spec.text.split()) if spec else ""
    end = text.find(". ")
    return text[: end + 1] if end > 0 else text


def _orders(session: Session, start: int) -> Iterator[Beat]:
    world = session.world
    orders = [entry.move for entry in session.entries[start:] if entry.move.order]
    bold = sorted(filter(_headline, orders), key=_headline)
    foremost = bold[:_ORDERS] or orders[:_ORDERS]
    if foremost:
        lines = [full(move_line(move, world.scenario, world.seats)) for move in foremost]
        if more := len(orders) - len(foremost):
            lines.append(f"{more} more orders lie sealed.")
        yield Beat(len(session.entries), start, f"Turn {world.turn}: orders", tuple(lines))


def _headline(move: Move) -> int:
    return SAYINGS[type(move)].headline


def _results(session: Session, before: World) -> Iterator[Beat]:
    """First what came and went, each with what it did; then what was agreed; then where it stands."""
    world, n = session.world, len(session.entries)
    events = happenings(before, world, world.changes)
    places: set[str] = set()
    for kind in _CAME_AND_WENT:
        some = [each for each in events if each.kind == kind and each.theatre]
        for theatre in list(dict.fromkeys(each.theatre for each in some))[:_PLACES]:
            places.add(theatre)
            here = [each for each in some if each.theatre == theatre]
            yield _caused(world, n, here, theatre)
    yield from _dips(before, world, n)
    events = [event for event in events if not (event.kind in _CAME_AND_WENT and event.theatre in places)]
    rest = [event for kind in _REST for event in events if event.kind == kind]
    lines = [event.sentence for event in rest]
    for at in range(0, len(lines), _PER_CAPTION)[:_CAPTIONS]:
        yield Beat(n, n, f"Turn {world.turn}: what came of it", tuple(lines[at : at + _PER_CAPTION]))
    yield _scores(world, n)


def _caused(world: World, n: int, here: list[Happening], theatre: str) -> Beat:
    """Who came or went, what that alone did to the theatre, and from where to where it went in all."""
    score = path_of(DETERRENCE, theatre)
    causes = explanation(world, score).causes
    parts = []
    for each in here[:_PER_CAPTION]:
        alone = sum_of(cause.amount for cause in causes if cause.cause.about[:1] == (each.thing,))
        verb = "arrives" if each.kind == "arrived" else "leaves"
        how = each.text.rpartition(", ")[2] if verb == "leaves" else ""
        parts.append(f"{force_name(world.scenario, each.thing)} {verb}{f', {how}' if how else ''} ({alone:+.1f})")
    lines = (f"{'; '.join(parts)}: {_from_to(world, theatre)}.",)
    return Beat(n, n, f"Turn {world.turn}: what came of it", lines, score)


def _dips(before: World, world: World, n: int) -> Iterator[Beat]:
    """Posts that began a transition or came to its end, with what that did to deterrence."""
    causes = explanation(world, "deterrence").causes
    lines = []
    for post, new in world.posts.items():
        old, name = before.posts[post], post_name(world.scenario, post)
        alone = sum_of(cause.amount for cause in causes if cause.cause.about[:1] == (post,))
        if new.status == "transition" and old.status != "transition":
            to = member_name(world.scenario, new.to, the=True)
            lines.append(f"{name} begins its handover to {to}: command dips{_moved(alone)}.")
        elif new.holder != old.holder:
            lines.append(f"{name} has passed to {member_name(world.scenario, new.holder, the=True)}{_moved(alone)}.")
    if lines:
        yield Beat(n, n, f"Turn {world.turn}: command", tuple(lines[:_PER_CAPTION]), "deterrence")


def _moved(points: float) -> str:
    return f", deterrence {points:+.1f}" if abs(points) >= 0.05 else ""


def _from_to(world: World, theatre: str) -> str:
    """ "Pass 46.5 to 45.9"."""
    score = path_of(DETERRENCE, theatre)
    return f"{theatre_name(world.scenario, theatre)} {_was(world, score):.1f} to {scores(world)[score]:.1f}"


def _was(world: World, score: str) -> float:
    """A score as it stood before this turn."""
    past = world.history[-2] if len(world.history) > 1 else {}
    return float(past.get(score, scores(world)[score]))


def _scores(world: World, n: int) -> Beat:
    """The theatre that moved most, and why."""
    now = scores(world)
    changes = {
        t: marks.moved(_was(world, path_of(DETERRENCE, t)), now[path_of(DETERRENCE, t)])
        for t in world.scenario.theatres
    }
    most = max(changes, key=lambda t: abs(changes[t]))
    score = path_of(DETERRENCE, most)
    causes = _by_words(account_of(world, score))
    words = [f"{sentence} {amount:+.1f}" for sentence, amount in causes[:_CAUSES]]
    if rest := causes[_CAUSES:]:
        small = sum_of(amount for _, amount in rest)
        words.append(f"{len(rest)} smaller cause{'s' if len(rest) > 1 else ''} {small:+.1f}")
    lines = (f"{'; '.join(words)}: {_from_to(world, most)}.",)
    return Beat(n, n, f"Turn {world.turn}: what moved most", lines, score)


def _by_words(explanation: Account) -> list[tuple[str, float]]:
    """Causes of one sentence put together, the largest first."""
    sums: dict[str, float] = {}
    for cause in explanation.causes:
        sums[cause.words] = sums.get(cause.words, 0.0) + cause.amount
    return sorted(sums.items(), key=lambda cause: -abs(cause[1]))
