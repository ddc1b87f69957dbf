"""The grammar of the order line: a line of words in, a move or what is missing out. Pure; knows no widget."""

from tabletop.model.world import World
from tabletop.words.acts.verb import VERBS, find_verb, no_verb
from tabletop.words.orders.match import match
from tabletop.words.orders.reader import OrderReader, OrderReading, finish, takes


def read_line(world: World, seat: str, line: str) -> OrderReading:
    """Reads a line typed so far."""
    words = line.split()
    at = len(line) if line.endswith(" ") or not line else len(line) - len(words[-1])
    typing = "" if at == len(line) else words[-1]
    if not words or (len(words) == 1 and typing):
        return _first(world, seat, typing)
    verb = find_verb(words[0])
    if verb is None:
        return OrderReading(problem=no_verb(words[0]), at=at)
    return OrderReader(world, seat, verb, words[1:], typing, at).read()


def _first(world: World, seat: str, typing: str) -> OrderReading:
    """The line while its first word is being typed."""
    verbs = {each.word: takes(each) for each in VERBS}
    fitting = sorted(match(typing, verbs).fitting, key=lambda word: not _usable(world, seat, word))
    verb = find_verb(typing) if typing else None
    if verb is None:
        problem = no_verb(typing) if typing and not fitting else ""
        return OrderReading(problem=problem, needs="an order", choices=tuple((word, verbs[word]) for word in fitting))
    words = [verb.word, *(word for word in fitting if word != verb.word)]
    choices = tuple((word, verbs[word]) for word in words)
    if any(slot.needed for slot in verb.slots):
        return OrderReading(needs=verb.slots[0].name, choices=choices, words=verb.word)
    return finish(world, seat, verb, {}, [verb.word], choices)


def completed(line: str, reading: OrderReading, choice: int = 0) -> str:
    """The line with the word being typed replaced by one of the choices and a blank after it."""
    if not reading.choices:
        return line
    return f"{line[: reading.at]}{reading.choices[choice % len(reading.choices)][0]} "


def _usable(world: World, seat: str, word: str) -> bool:
    """Whether a seat has anything the verb could be about."""
    verb = find_verb(word)
    slots = verb.slots if verb else ()
    firsts = slots if any(slot.kind == "many" for slot in slots) else slots[:1]
    return all(slot.choices(world, seat, {}) for slot in firsts if slot.choices)


__all__ = ["OrderReading", "completed", "read_line"]
