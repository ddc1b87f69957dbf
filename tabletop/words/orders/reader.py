"""Reads the words after an order's verb, slot by slot. Pure; knows no widget."""

import re

from attrs import frozen

from tabletop.model.moves import Move
from tabletop.model.world import World
from tabletop.rules.ahead.plans import share_after
from tabletop.words.acts.verb import Verb, VerbSlot, WrongWord
from tabletop.words.orders.choices import SlotChoices, SlotValues
from tabletop.words.orders.deeds import Clause, read_condition, read_deed
from tabletop.words.orders.match import match, several

#: Words that read well and say nothing.
_FILLERS = {"to", "with", "by", "in", "at", "turn", "%"}
_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)")
_LETTERS = "abcdefghij"
_CLAUSES = ("deed", "condition")


@frozen
class OrderReading:
    """A line as read. `move` when it is whole; else `problem` (wrong) or `needs` (not finished).

    `choices`: (id, name) that would fit the word being typed, which begins at `at`. `words`: the line with ids in full.
    """

    move: Move | None = None
    problem: str = ""
    needs: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    at: int = 0
    words: str = ""


class OrderReader:
    """`typing`: the word being typed, "" after a blank; it begins at `at`."""

    def __init__(self, world: World, seat: str, verb: Verb, words: list[str], typing: str, at: int) -> None:
        self.world, self.seat, self.verb, self.at = world, seat, verb, at
        self.words, self.typing = words, typing
        self.more = False  # whether a ";" has just been read
        self.has_clauses = any(slot.kind in _CLAUSES for slot in verb.slots)
        if self.has_clauses:  # ";" is a word of its own, and a word after it is one too
            self.words = " ".join(words).replace(";", " ; ").split()
            self.typing = typing.rpartition(";")[2]
            self.at += len(typing) - len(self.typing)
        self.values: SlotValues = {}
        self.full = [verb.word]
        self.choices: tuple[tuple[str, str], ...] = ()

    def read(self) -> OrderReading:
        for slot in self.verb.slots:
            if slot.kind in _CLAUSES:
                clause = self._clause(slot) if self.more else Clause()
                if clause.problem or clause.needs:
                    return self._reading(problem=clause.problem, needs=clause.needs)
                continue
            if slot.kind != "text":
                self._skip(slot.choices(self.world, self.seat, self.values) if slot.choices else {})
            if not self.words:
                choices = slot.choices(self.world, self.seat, self.values) if slot.choices else None
                if not self.typing and choices and not self.choices:
                    self.choices = tuple(choices.items())
                if slot.needed and choices is not None and not choices:
                    return OrderReading(
                        problem=f"there is no {slot.name} to name here", at=self.at, words=self.verb.word
                    )
                if slot.needed:
                    return self._reading(needs=slot.name)
                continue
            problem = self._take(slot)
            if problem:
                return self._reading(problem=problem)
        self._skip({})
        if self.words:
            problem = f"'{self.words[0]}' is one word too many; {self.verb.word} takes {takes(self.verb) or 'none'}"
            return OrderReading(problem=problem, at=self.at, words=" ".join(self.full))
        return finish(self.world, self.seat, self.verb, self.values, self.full, self.choices, self.at)

    def _reading(self, problem: str = "", needs: str = "") -> OrderReading:
        return OrderReading(problem=problem, needs=needs, choices=self.choices, at=self.at, words=" ".join(self.full))

    def _skip(self, choices: SlotChoices) -> None:
        """Drops words that only read well, unless one of them is an id here."""
        while self.words and self.words[0].lower() in _FILLERS - set(choices):
            self.words.pop(0)

    def _take(self, slot: VerbSlot) -> str:
        """Reads one slot; returns what is wrong with its word, "" when nothing is."""
        match slot.kind:
            case "text":
                words = self._words_to_semicolon()
                self.values[slot.name] = " ".join(words)
                self.full += words
            case "phrase":
                return self._phrase(slot)
            case "number":
                return self._number(slot)
            case "turn":
                return self._turn(slot)
            case "flag":
                if slot.name.startswith(self.words[0].lower()):
                    self.values[slot.name] = True
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

    def _words_to_semicolon(self) -> list[str]:
        """Words up to the next ";" where the verb has parts, else all that are left."""
        self.more = self.has_clauses and ";" in self.words
        at = self.words.index(";") if self.more else len(self.words)
        words, self.words = self.words[:at], self.words[at + 1 :]
        return words

    def _clause(self, slot: VerbSlot) -> Clause:
        """Reads a deed or a condition; "if" makes a condition of what stands in a deed's place."""
        words = self._words_to_semicolon()
        typing = bool(self.typing) and not self.more
        name = "condition" if words[:1] == ["if"] else slot.name
        if name == "deed":
            clause = read_deed(self.world, self.seat, words, typing)
        else:
            clause = read_condition(self.world, words, typing)
        if not self.more:
            self.choices = tuple(clause.choices.items())
        if clause.line:
            self.values[name] = clause.line
        self.full += [";", *([clause.line] if clause.line else words)]
        return clause if words else Clause()

    def _phrase(self, slot: VerbSlot) -> str:
        """A choice of several words: "highly likely" is highly-likely."""
        several_words = len(self.words) > 1
        self.words = ["-".join(self.words)]
        problem = self._choice(slot)
        if several_words:
            self.choices = ()  # they would stand in the place of the last word only
        return problem

    def _choice(self, slot: VerbSlot, *, many: bool = False) -> str:
        word = self.words.pop(0)
        choices = slot.choices(self.world, self.seat, self.values) if slot.choices else {}
        matches = match(word, choices)
        if not self.words and self.typing:
            self.choices = tuple((c, choices[c]) for c in matches.fitting)
        id = matches.id
        if slot.name == "option" and len(word) == 1 and word.lower() in _LETTERS[: len(choices)]:
            id = list(choices)[_LETTERS.index(word.lower())]
        if not id and matches.fitting:
            return several(word, matches.fitting)
        if not id and slot.every:
            id = match(word, slot.every(self.world, self.seat, self.values)).id
        if not id:
            return f"there is no {slot.name} '{word}' here" if choices else f"there is no {slot.name} to name here"
        if many:
            self.values.setdefault(slot.name, []).append(id)
        else:
            self.values[slot.name] = id
        self.full.append(id)
        return ""

    def _number(self, slot: VerbSlot) -> str:
        word = self.words[0].rstrip("%")
        if not _NUMBER.fullmatch(word):
            if slot.needed:
                return f"{slot.name} is a number; '{self.words[0]}' is none"
            return ""
        self.words.pop(0)
        value = float(word.replace(",", "."))
        if slot.name == "share" and word[0] in "+-":
            value = round(share_after(self.world, self.seat, self.values["member"]) + value, 6)
        if slot.name == "level" and value > 1:
            value /= 100
        self.values[slot.name] = value
        self.full.append(f"{value:g}")
        return ""

    def _turn(self, slot: VerbSlot) -> str:
        word = self.words.pop(0).lower()
        if word == "now":
            turn = self.world.turn
        elif re.fullmatch(r"t?\d{1,4}", word):
            turn = int(word.lstrip("t"))
        elif re.fullmatch(r"\+\d{1,4}", word):
            turn = self.world.turn + int(word)
        else:
            return f"a turn is a number, +2 or now; '{word}' is none"
        self.values[slot.name] = turn
        self.full.append(str(turn))
        return ""


def finish(
    world: World, seat: str, verb: Verb, values: SlotValues, full: list[str],
    choices: tuple[tuple[str, str], ...], at: int = 0,
) -> OrderReading:  # fmt: skip
    """The move of what was read, or what is wrong with it."""
    try:
        move = verb.make(world, seat, values)
    except WrongWord as wrong:
        return OrderReading(problem=str(wrong), choices=choices, at=at, words=" ".join(full))
    return OrderReading(move=move, choices=choices, at=at, words=" ".join(full))


def takes(verb: Verb) -> str:
    """What a verb takes, in words; what may be left out stands in brackets."""
    names = [(f"; {slot.name}" if slot.kind in _CLAUSES else slot.name, slot.needed) for slot in verb.slots]
    return " ".join(name if needed else f"[{name}]" for name, needed in names)
