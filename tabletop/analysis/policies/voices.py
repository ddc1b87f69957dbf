"""What bots that speak say to a text: they let it pass, put a footnote to it or break silence, and say for what."""

from collections.abc import Iterator

from tabletop.analysis.policies.bargains import is_met, terms_of
from tabletop.analysis.policies.course import Course
from tabletop.analysis.policies.sayings import saying
from tabletop.analysis.policies.stakes import aims_of, at_stake, doubtful, net
from tabletop.model.council import Text
from tabletop.model.moves import BreakSilence, Consent, Footnote, Message, Move
from tabletop.model.world import World
from tabletop.rules.acts.reasons import OBJECTIVE
from tabletop.rules.turn.council import must_agree
from tabletop.rules.world.chance import draw

#: Points of an objective, of 100 of the seat's total, from which it breaks silence, and from which it puts a footnote.
BREAKS, NOTES = 1.4, 1.05
#: How likely it is to do so: a capital has other things on its mind.
RESOLVE, NOTICE = 0.75, 0.5
#: How likely an anchor that wants its hands free keeps surprise as a lever, by a footnote; one that leaves by surprise
#: breaks silence.
KEEPS_LEVER = 0.4
_SUDDEN, _RESTLESS = ("surprise", "exit"), ("partial", "boots", "goals")


def voices(world: World, seat: str, course: Course, seed: str) -> Iterator[Move]:
    """A word to every open text that asks for one, and terms where there are any: consents where there is a vote; else
    nothing is said where nothing stands to be lost."""
    for name, text in world.texts.items():
        if text.state != "open" or seat == text.sponsor or seat not in must_agree(world, text.kind):
            continue
        if seat in text.consents or seat in text.footnotes or seat in text.broken:
            if seat in text.broken and world.promises and course.speaks and is_met(world, seat, text):
                yield Consent(seat=seat, proposal=name)
            continue
        move = _voice(world, seat, name, text, course, seed) if course.speaks else None
        if move is not None:
            yield move
            yield from _terms(world, seat, name, text, seed)
        elif world.scenario.texts[text.kind].votes:
            yield Consent(seat=seat, proposal=name)


def _voice(world: World, seat: str, name: str, text: Text, course: Course, seed: str) -> BreakSilence | Footnote | None:
    stakes = at_stake(world, seat, text.kind, text.about)
    if seat == world.scenario.names.anchor_seat and (lever := _lever(world, seat, text, course, seed)):
        breaks = course.leave in _SUDDEN
        return _said(world, seat, name, lever, seed, breaks=breaks, doubts=False)
    if not stakes or stakes[0].points < NOTES or (lost := net(stakes)) < NOTES:
        return None
    worst = stakes[0]
    temper = draw(seed, text.turn, "temper", seat, name)
    doubts = doubtful(world, text.kind, text.about)
    if doubts and world.promises and is_met(world, seat, text):
        return None
    if lost >= BREAKS and temper < RESOLVE:
        return _said(world, seat, name, worst.why, seed, breaks=True, doubts=doubts)
    return _said(world, seat, name, worst.why, seed, breaks=False, doubts=doubts) if temper < NOTICE else None


def _terms(world: World, seat: str, name: str, text: Text, seed: str) -> Iterator[Message]:
    to, asks = terms_of(world, seat, text)
    stock = world.scenario.sayings.terms
    if to and stock and doubtful(world, text.kind, text.about):
        yield Message(seat=seat, to=to, text=saying(world, stock, seed, seat, name), asks=asks, against=name)


def _lever(world: World, seat: str, text: Text, course: Course, seed: str) -> str:
    """The objective for which the anchor will not be bound to give notice, "" where it will."""
    names = world.scenario.names
    if world.scenario.texts[text.kind].rule != "no-surprise":
        return ""
    if course.leave not in _SUDDEN and (course.leave not in _RESTLESS or draw(seed, text.turn, "lever") >= KEEPS_LEVER):
        return ""
    for objective in aims_of(world.scenario, seat, world.turns):
        if any(names.freed in part.paths for part in objective.parts):
            return f"{OBJECTIVE}/{objective.id}"
    return ""


def _said(
    world: World, seat: str, name: str, why: str, seed: str, *, breaks: bool, doubts: bool
) -> BreakSilence | Footnote:
    stock = world.scenario.sayings
    if breaks:
        words = saying(world, stock.doubts if doubts else stock.breaks, seed, seat, name)
        return BreakSilence(seat=seat, proposal=name, words=words, why=why)
    return Footnote(seat=seat, proposal=name, words=saying(world, stock.footnotes, seed, seat, name), why=why)
