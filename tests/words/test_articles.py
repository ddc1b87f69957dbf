"""Names inside sentences: what takes the article has it, a verb goes with its force, and one is not many.

Told of everything that is said of the example, of every cause about every name, and of every order about every force.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import product
from typing import Any, Final

import pytest
from attrs import evolve

from tabletop.journal.session import Session
from tabletop.model.cause import ABOUT
from tabletop.model.moves import (
    Assign,
    Backfill,
    Deploy,
    Message,
    ProposeHandover,
    RefuseHosting,
    SetSpending,
    Withdraw,
)  # fmt: skip
from tabletop.model.scenario import Scenario
from tabletop.table.local import LocalTable
from tabletop.table.turn_story import all_turns
from tabletop.words import names
from tabletop.words.cause_words import wording
from tabletop.words.forces import agreed, plural, set_words
from tabletop.words.sentences import deed_line, line_line
from tests.golden.example import EXAMPLE
from tests.play import fresh, nato
from tests.words.test_cause_words import one_of

_ONE: Final = re.compile(r"(?<![\d.,])(?<!series )\b1 (?!is\b|was\b|has\b|this\b|us\b)[a-z]+s\b(?! )")
_VERBS: Final = "leaves|is|arrives|stays|comes|moves|returns|waits|slips|stands|has|was|takes"


def named(scenario: Scenario) -> dict[str, str]:
    """Every name that takes the article, and what sort of thing has it."""
    kinds: dict[str, Mapping[str, Any]] = {
        "theatre": scenario.theatres, "member": scenario.members, "force": scenario.forces, "post": scenario.posts,
        "seat": scenario.seats,
    }  # fmt: skip
    return {spec.name: kind for kind, specs in kinds.items() for spec in specs.values() if spec.the}


def bare(scenario: Scenario) -> re.Pattern[str]:
    """A name after a word of a sentence that is not its article; a longer name that holds it is none."""
    every = sorted(named(scenario), key=len, reverse=True)
    inside = "|".join(re.escape(name) for name in every)
    return re.compile(rf"\b(?!the )[a-z]+ (?:{inside})(?![\w-])")


def wrong(scenario: Scenario, sentences: Iterator[str]) -> list[str]:
    """Sentences with a name without its article, a plural with a verb for one, or "1 turns"."""
    without = bare(scenario)
    many = [re.escape(spec.name) for spec in scenario.forces.values() if plural(spec.name)]
    singular = re.compile(rf"(?:^|[:;,] |that )(?:{'|'.join(many)}) (?:{_VERBS})\b")
    own = {spec.name for kind in (scenario.forces, scenario.programmes) for spec in kind.values()}
    return [each for each in dict.fromkeys(sentences)
            if without.search(_unnamed(each, own, scenario)) or singular.search(each) or _ONE.search(each)]  # fmt: skip


def _unnamed(sentence: str, own: set[str], scenario: Scenario) -> str:
    """Without the quoted and the bracketed, and without names that hold another name: "Other support in the ..."."""
    holding = [name for name in own if not getattr(scenario.forces.get(name), "the", False) and name in sentence]
    for name in holding:
        sentence = sentence.replace(name, "N")
    return re.sub(r'"[^"]*"|\([^)]*\)', "", sentence)


def of_the_example() -> Iterator[str]:
    """Every move on record, every sentence of every turn's story, every cause of every score."""
    with Session.open(EXAMPLE, read_only=True) as session:
        table = LocalTable(session)
        view = table.view_now()
        scenario, seats = view.world.scenario, view.world.seats
        yield from (line_line(line, scenario, seats) for line in view.lines)
        for told in all_turns(view):
            yield from (
                text for entry in told.entries for text in (entry.text, entry.aloud, entry.short, *entry.detail) if text
            )
        for turn in view.ends:
            world = view.ends[turn].world
            yield from (wording(each.cause, world) for each in world.changes)


def of_every_cause(scenario: Scenario) -> Iterator[str]:
    """About each name once."""
    world = fresh(scenario=scenario)
    kinds: dict[str, Mapping[str, Any]] = {
        "theatre": scenario.theatres,
        "force": scenario.forces,
        "post": scenario.posts,
    }
    for kind, about in ABOUT.items():
        first = one_of(kind, scenario)
        for n, what in enumerate(about):
            for thing in kinds.get(what, ()):
                yield wording(evolve(first, about=(*first.about[:n], thing, *first.about[n + 1 :])), world)
        who: Mapping[str, Any] = scenario.members if first.who in scenario.members else scenario.seats
        yield from (wording(evolve(first, who=each), world) for each in who)


def of_orders(scenario: Scenario) -> Iterator[str]:
    """About each name once."""
    for force in scenario.forces:
        yield deed_line(Withdraw(seat="washington", force=force, turn=1), scenario)
        yield deed_line(RefuseHosting(seat="warsaw", force=force), scenario)
        yield deed_line(Backfill(seat="warsaw", replacement=force, replaces="us-abct-pl"), scenario)
        yield set_words(scenario, f"force/{force}/theatre", "baltic")
        yield set_words(scenario, f"force/{force}", "available")
    for theatre in scenario.theatres:
        yield deed_line(Assign(seat="warsaw", force="us-abct-pl", theatre=theatre), scenario)
        yield deed_line(Deploy(seat="washington", force="us-abct-pl", theatre=theatre), scenario)
    for post, member in product(scenario.posts, scenario.members):
        yield deed_line(ProposeHandover(seat="warsaw", post=post, to=member), scenario)
    yield from (deed_line(SetSpending(seat="warsaw", member=each, share=2.5), scenario) for each in scenario.members)
    yield from (deed_line(Message(seat="warsaw", to=each, text="x"), scenario) for each in scenario.seats)


@pytest.mark.parametrize("told", [of_every_cause, of_orders])
def test_whatever_is_said_of_a_name_has_its_article_and_its_verb(told: Callable[[Scenario], Iterator[str]]) -> None:
    assert wrong(nato(), told(nato())) == []


def test_all_that_is_said_of_the_example_has_them_too() -> None:
    assert wrong(nato(), of_the_example()) == []


def test_a_name_takes_the_article_inside_a_sentence_only_and_only_where_the_scenario_says_so() -> None:
    scenario = nato()

    assert names.theatre_name(scenario, "black-sea") == "Black Sea and south-east"
    assert names.theatre_name(scenario, "black-sea", the=True) == "the Black Sea and south-east"
    assert names.theatre_name(scenario, "central", the=True) == "Central Europe"
    assert set(named(scenario).values()) == {"theatre", "member", "force", "post", "seat"}


def test_a_seat_that_calls_itself_the_something_is_called_so_inside_a_sentence_too() -> None:
    world = fresh()
    seats = world.seats | {"berlin": evolve(world.seats["berlin"], name="The Centre")}

    assert names.seat_name(world.scenario, "berlin", seats) == "The Centre"
    assert names.seat_name(world.scenario, "berlin", seats, the=True) == "the Centre"
    assert names.seat_name(world.scenario, "secretary-general", seats, the=True) == "the Secretary General"


@pytest.mark.parametrize("name", ["Rota destroyers", "Norwegian frigates, submarines and patrol aircraft",
                                  "86th Airlift Wing and the Ramstein hub"])  # fmt: skip
def test_a_verb_goes_with_its_force(name: str) -> None:
    assert (agreed(name, "leaves"), agreed(name, "is"), agreed(name, "was")) == ("leave", "are", "were")
    assert agreed("2nd Cavalry Regiment", "leaves") == "leaves"
