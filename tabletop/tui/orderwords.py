"""The grammar of the order line: a line of words in, a move or what is missing out. Pure; knows no widget."""

import re
from typing import Any

from attrs import frozen

from tabletop.model.moves import Move
from tabletop.model.world import World
from tabletop.tui.orderchoices import Given, Names
from tabletop.tui.ordermatch import match, several
from tabletop.tui.orderverbs import VERBS, Slot, Verb, WrongWord, find_verb, no_verb
from tabletop.tui.tables.asked import planned

#: Words that read well and say nothing.
_FILLERS = {"to", "with", "by", "in", "at", "turn", "%"}
_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)")
_LETTERS = "abcdefghij"


@frozen
class Reading:
    """A line as read. `move` when it is whole; else `problem` (wrong) or `needs` (not finished).

    `choices`: (id, name) that would fit the word being typed, which begins at `at`. `words`: the line with ids in full.
    """

    move: Move | None = None
    problem: str = ""
    needs: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    at: int = 0
    words: str = ""


def read_line(world: World, seat: str, line: str) -> Reading:
    """Reads a line typed so far."""
    words = line.split()
    at = len(line) if line.endswith(" ") or not line else len(line) - len(words[-1])
    typing = "" if at == len(line) else words[-1]
    if not words or (len(words) == 1 and typing):
        return _first(world, seat, typing)
    verb = find_verb(words[0])
    if verb is None:
        return Reading(problem=no_verb(words[0]), at=at)
    return _Reader(world, seat, verb, words[1:], typing, at).read()


def _first(world: World, seat: str, typing: str) -> Reading:
    """The line while its first word is being typed."""
    verbs = {known.word: _takes(known) for known in VERBS}
    fitting = sorted(match(typing, verbs).fitting, key=lambda word: not _usable(world, seat, word))
    verb = find_verb(typing) if typing else None
    if verb is None:
        problem = no_verb(typing) if typing and not fitting else ""
        return Reading(problem=problem, needs="an order", choices=tuple((word, verbs[word]) for word in fitting))
    ordered = [verb.word, *(word for word in fitting if word != verb.word)]
    choices = tuple((word, verbs[word]) for word in ordered)
    if any(slot.needed for slot in verb.slots):
        return Reading(needs=verb.slots[0].name, choices=choices, words=verb.word)
    return _finish(world, seat, verb, {}, [verb.word], choices)


def completed(line: str, reading: Reading, choice: int = 0) -> str:
    """The line with the word being typed replaced by one of the choices and a blank after it."""
    if not reading.choices:
        return line
    return f"{line[: reading.at]}{reading.choices[choice % len(reading.choices)][0]} "


class _Reader:
    """Reads the words after the verb, slot by slot."""

    def __init__(self, world: World, seat: str, verb: Verb, words: list[str], typing: str, at: int) -> None:
        self.world, self.seat, self.verb, self.at = world, seat, verb, at
        self.words, self.typing = words, typing
        self.given: Given = {}
        self.full = [verb.word]
        self.choices: tuple[tuple[str, str], ...] = ()

    def read(self) -> Reading:
        for slot in self.verb.slots:
            if slot.kind != "text":
                self._skip(slot.choices(self.world, self.seat, self.given) if slot.choices else {})
            if not self.words:
                offered = slot.choices(self.world, self.seat, self.given) if slot.choices else None
                if not self.typing and offered and not self.choices:
                    self.choices = tuple(offered.items())
                if slot.needed and offered is not None and not offered:
                    return Reading(problem=f"there is no {slot.name} to name here", at=self.at, words=self.verb.word)
                if slot.needed:
                    return Reading(needs=slot.name, choices=self.choices, at=self.at, words=" ".join(self.full))
                continue
            problem = self._take(slot)
            if problem:
                return Reading(problem=problem, choices=self.choices, at=self.at, words=" ".join(self.full))
        self._skip({})
        if self.words:
            told = f"'{self.words[0]}' is one word too many; {self.verb.word} takes {_takes(self.verb) or 'none'}"
            return Reading(problem=told, at=self.at, words=" ".join(self.full))
        return _finish(self.world, self.seat, self.verb, self.given, self.full, self.choices, self.at)

    def _skip(self, choices: Names) -> None:
        """Drops words that only read well, unless one of them is an id here."""
        while self.words and self.words[0].lower() in _FILLERS - set(choices):
            self.words.pop(0)

    def _take(self, slot: Slot) -> str:
        """Reads one slot; returns what is wrong with its word, "" when nothing is."""
        match slot.kind:
            case "text":
                self.given[slot.name] = " ".join(self.words)
                self.full += self.words
                self.words = []
            case "number":
                return self._number(slot)
            case "turn":
                return self._turn(slot)
            case "flag":
                if slot.name.startswith(self.words[0].lower()):
                    self.given[slot.name] = True
                    self.full.append(slot.name)
                    self.words.pop(0)
            case "many":
                while self.words:
                    problem = self._choice(slot, many=True)
                    if problem:
                        return problem
            case _:
                return self._choice(slot)
        return ""

    def _choice(self, slot: Slot, *, many: bool = False) -> str:
        word = self.words.pop(0)
        choices = slot.choices(self.world, self.seat, self.given) if slot.choices else {}
        found = match(word, choices)
        if not self.words and self.typing:
            self.choices = tuple((c, choices[c]) for c in found.fitting)
        id = found.found
        if slot.name == "option" and len(word) == 1 and word.lower() in _LETTERS[: len(choices)]:
            id = list(choices)[_LETTERS.index(word.lower())]
        if not id and found.fitting:
            return several(word, found.fitting)
        if not id and slot.known:
            id = match(word, slot.known(self.world)).found
        if not id:
            return f"there is no {slot.name} '{word}' here" if choices else f"there is no {slot.name} to name here"
        if many:
            self.given.setdefault(slot.name, []).append(id)
        else:
            self.given[slot.name] = id
        self.full.append(id)
        return ""

    def _number(self, slot: Slot) -> str:
        word = self.words[0].rstrip("%")
        if not _NUMBER.fullmatch(word):
            if slot.needed:
                return f"{slot.name} is a number; '{self.words[0]}' is none"
            return ""
        self.words.pop(0)
        value = float(word.replace(",", "."))
        if slot.name == "share" and word[0] in "+-":
            value = round(planned(self.world, self.seat, self.given["member"]) + value, 6)
        if slot.name == "level" and value > 1:
            value /= 100
        self.given[slot.name] = value
        self.full.append(f"{value:g}")
        return ""

    def _turn(self, slot: Slot) -> str:
        word = self.words.pop(0).lower()
        if word == "now":
            turn = self.world.turn
        elif re.fullmatch(r"t?\d{1,4}", word):
            turn = int(word.lstrip("t"))
        elif re.fullmatch(r"\+\d{1,4}", word):
            turn = self.world.turn + int(word)
        else:
            return f"a turn is a number, +2 or now; '{word}' is none"
        self.given[slot.name] = turn
        self.full.append(str(turn))
        return ""


def _finish(
    world: World, seat: str, verb: Verb, given: dict[str, Any], full: list[str],
    choices: tuple[tuple[str, str], ...], at: int = 0,
) -> Reading:  # fmt: skip
    try:
        move = verb.make(world, seat, given)
    except WrongWord as wrong:
        return Reading(problem=str(wrong), choices=choices, at=at, words=" ".join(full))
    return Reading(move=move, choices=choices, at=at, words=" ".join(full))


def _usable(world: World, seat: str, word: str) -> bool:
    """Whether a seat has anything the verb could be about."""
    verb = find_verb(word)
    firsts = (
        verb.slots[:1] if verb and not any(slot.kind == "many" for slot in verb.slots) else verb.slots if verb else ()
    )
    return all(slot.choices(world, seat, {}) for slot in firsts if slot.choices)


def _takes(verb: Verb) -> str:
    return " ".join(slot.name if slot.needed else f"[{slot.name}]" for slot in verb.slots)
