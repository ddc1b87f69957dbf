"""What bots ask of each other and of people, what they answer, and which promises they keep. A capital promises what
serves it or costs it little, and keeps it while that is so."""

from collections.abc import Iterator
from functools import lru_cache

from attrs import frozen

from tabletop.analysis.policies.buying import SLACK
from tabletop.analysis.policies.catalogue import catalogue_of
from tabletop.analysis.policies.course import Course
from tabletop.analysis.policies.goals import goals_in
from tabletop.analysis.policies.sayings import saying
from tabletop.analysis.policies.stakes import certifies
from tabletop.model.council import Letter, Promise, Text
from tabletop.model.figures.forms import FORCE_STATUS, SPENDING, WALLET
from tabletop.model.figures.glossary import figure_at, read_path
from tabletop.model.figures.path import path_of
from tabletop.model.forces import Status
from tabletop.model.grammar import condition
from tabletop.model.moves import Fund, MakePromise, Message, Move
from tabletop.model.scenario import Scenario
from tabletop.model.world import World
from tabletop.rules.turn.programmes import price
from tabletop.rules.turn.spending import path_after
from tabletop.rules.world.arithmetic import sum_of
from tabletop.rules.world.chance import draw
from tabletop.rules.world.hosts import hosts_of

#: How likely in a turn a capital asks another for something.
WISHES = 0.08
#: How likely it promises what does it no good, and keeps such a word.
FAVOUR, HONOUR = 0.3, 0.8
#: Points of GDP that are asked for a post, and by which a member goes beyond its path for a friend.
STEP, FRIENDLY = 0.2, 0.1
#: Programmes that a seat would ask others for.
WISHED = 4
#: Part of its wallet that a capital will give away with a word, a turn before it is due.
GIVEN = 0.6


@frozen
class Dues:
    """What a seat does this turn for its promises: programmes it pays for, and what it writes where it does not."""

    funds: tuple[tuple[str, float], ...] = ()  # programme, billion dollars
    excuses: tuple[Message, ...] = ()


NOTHING = Dues()


def price_of_post(world: World, seat: str, post: str) -> str:
    """What an anchor asks of a member for a post: that it spends more. "" from others, and of who sets no share."""
    to = world.posts[post].to
    spec = world.scenario.members.get(to)
    if seat != world.scenario.names.anchor_seat or spec is None or spec.outside_path:
        return ""
    return f"{path_of(SPENDING, to)} >= {round(world.members[to].spending + STEP, 1):g}"


def terms_of(world: World, seat: str, text: Text) -> tuple[str, str]:
    """Who is asked for what before a certificate may pass: the anchor, to keep the package. ("", "") of other texts."""
    to = world.scenario.names.anchor_seat
    if to == seat or not certifies(world, text.kind, text.about):
        return "", ""
    return to, f"{path_of(FORCE_STATUS, text.about)} = {Status.AVAILABLE.value}"


def is_met(world: World, seat: str, text: Text) -> bool:
    """Whether what was asked for a text has been promised, or done."""
    to, deed = terms_of(world, seat, text)
    return bool(to) and any(
        (p.seat, p.to, p.deed) == (to, seat, deed) and p.state in ("open", "kept") for p in world.promises
    )


def is_paid(world: World, seat: str, post: str) -> bool:
    """Whether who would have a post has promised what is asked for it, or done so."""
    to = world.posts[post].to
    return any(
        promise.to == seat
        and promise.state in ("open", "kept")
        and promise.deed.startswith(f"{path_of(SPENDING, to)} >=")
        for promise in world.promises
    )


def wishes(world: World, seat: str, seed: str) -> Iterator[Message]:
    """Now and then asks who may pay for what it wants, or, of the anchor, the member farthest behind to do more."""
    stock = world.scenario.sayings.wishes
    if not stock or world.turn >= world.turns or draw(seed, world.turn, "wish", seat) >= WISHES:
        return
    anchor = world.scenario.names.anchor_seat
    for to, about, deed in _behind(world) if seat == anchor else _payable(world, seat):
        if not _promised(world, to, seat, deed):
            yield Message(seat=seat, to=to, text=saying(world, stock, seed, seat, about), asks=deed)
            return


def answers_to_letters(world: World, seat: str, course: Course, seed: str) -> Iterator[Move]:
    """Promises what others have asked for this turn, or says that it will not."""
    stock = world.scenario.sayings
    for letter in world.letters:
        if letter.to != seat:
            continue
        about = _thing(letter.asks)
        due = min(world.turns, world.turn + 1)
        if _grants(world, course, letter, seed):
            text = saying(world, stock.promises, seed, seat, about)
            yield MakePromise(seat=seat, to=letter.seat, due=due, deed=letter.asks, text=text)
        elif text := saying(world, stock.declines, seed, seat, about):
            yield Message(seat=seat, to=letter.seat, text=text)


def courtesy(world: World, seat: str, to: str, seed: str) -> Iterator[Message]:
    """A line back to a letter."""
    if text := saying(world, world.scenario.sayings.replies, seed, seat, to):
        yield Message(seat=seat, to=to, text=text)


def dues(world: World, seat: str, seed: str) -> Dues:
    """Which promises of programmes that are due it keeps, and what it writes of the others."""
    due = [p for p in world.promises if p.seat == seat and p.state == "open" and p.due == world.turn > p.turn]
    funds, excuses = [], []
    purse = world.figures[path_of(WALLET, seat)] - SLACK if due else 0.0
    for promise in due:
        word, _, programme = promise.deed.partition(" ")
        if word != "fund":
            continue
        cost = price(world, programme)
        if cost <= purse and _can_order(world, seat, programme) and _honours(world, seat, promise, seed):
            purse -= cost
            funds.append((programme, cost))
        elif text := saying(world, world.scenario.sayings.fails, seed, seat, programme):
            excuses.append(Message(seat=seat, to=promise.to, text=text))
    return Dues(tuple(funds), tuple(excuses))


def orders_for(seat: str, word: Dues) -> Iterator[Move]:
    for programme, _ in word.funds:
        yield Fund(seat=seat, programme=programme, pays=100.0)
    yield from word.excuses


def _can_order(world: World, seat: str, programme: str) -> bool:
    spec = world.scenario.programmes.get(programme)
    able = spec and seat in hosts_of(world, spec.payers) and not world.seats[seat].provisional
    return bool(able) and f"{programme}-{world.programmes[programme].ordered + 1}" in world.forces


def _honours(world: World, seat: str, promise: Promise, seed: str) -> bool:
    thing = _thing(promise.deed)
    return thing in liked(world.scenario, seat, world.turns) or draw(seed, promise.turn, "word", seat, thing) < HONOUR


def _grants(world: World, course: Course, letter: Letter, seed: str) -> bool:
    """Whether it is in a seat's interest to do what is asked, or so cheap that it may as well."""
    seat, thing = letter.to, _thing(letter.asks)
    word, _, _ = letter.asks.partition(" ")
    if word == "fund":
        if not _can_order(world, seat, thing) or GIVEN * world.figures[path_of(WALLET, seat)] < price(world, thing):
            return False
        return (
            thing in liked(world.scenario, seat, world.turns) or draw(seed, world.turn, "favour", seat, thing) < FAVOUR
        )
    if read_path(word)[0] is figure_at(SPENDING) and thing in world.seats[seat].members:
        wanted = condition(letter.asks)
        able = course.pace in ("follow", "climb")
        reach = path_after(world, thing) + (FRIENDLY if able else 0.0)
        now = world.members[thing].spending
        return wanted.test == ">=" and isinstance(wanted.value, float) and now < wanted.value <= reach
    return False


def _thing(deed: str) -> str:
    """What a deed is about: the programme of "fund ID", the member of "spending/ID >= 3"."""
    word, _, rest = deed.partition(" ")
    return word.split("/")[1] if "/" in word else rest


def _promised(world: World, seat: str, to: str, deed: str) -> bool:
    return any(p.seat == seat and p.to == to and _thing(p.deed) == _thing(deed) for p in world.promises)


def _behind(world: World) -> Iterator[tuple[str, str, str]]:
    """Members farthest behind their path, each with the seat that is asked and the deed."""
    specs = world.scenario.members
    on_way = [
        (path_after(world, name) - state.spending, name)
        for name, state in world.members.items()
        if not specs[name].outside_path and world.seat_of(name) not in ("", world.scenario.names.anchor_seat)
    ]
    for _, name in sorted(on_way, key=lambda each: (-each[0], each[1]))[:WISHED]:
        share = round(path_after(world, name) + FRIENDLY / 2, 2)
        yield world.seat_of(name), name, f"{path_of(SPENDING, name)} >= {share:g}"


def _payable(world: World, seat: str) -> Iterator[tuple[str, str, str]]:
    """Programmes that serve a seat and that another may pay for, each with the seat that is asked and the deed."""
    for programme in liked(world.scenario, seat, world.turns):
        payers = hosts_of(world, world.scenario.programmes[programme].payers)
        payers = tuple(to for to in payers if to != seat and _can_order(world, to, programme))
        if payers:
            richest = max(payers, key=lambda to: (world.figures.get(path_of(WALLET, to), 0.0), to))
            yield richest, programme, f"fund {programme}"


@lru_cache(maxsize=256)
def liked(scenario: Scenario, seat: str, turns: int) -> tuple[str, ...]:
    """Programmes that serve a seat's objectives: those that they name, then those that count most in the theatres that
    they name."""
    goals, shelf = goals_in(scenario, seat, turns), catalogue_of(scenario)
    theatres = list(scenario.theatres)
    least = min(goals.theatres.values(), default=0.0) if len(goals.theatres) == len(theatres) else 0.0
    worth = {
        offer.id: sum_of(goals.theatres.get(theatres[shelf.theatre[cell]], least) * step for cell, step in offer.steps)
        for offer in shelf.offers
    }
    cared = any(weight > least for weight in goals.theatres.values())
    best = sorted(worth, key=lambda name: (-worth[name], name))[:WISHED] if cared else []
    return tuple(dict.fromkeys((*goals.programmes, *best)))
