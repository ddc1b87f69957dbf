"""The quick look as one page: the same values, laid out."""

from collections.abc import Iterator
from typing import Final

from tabletop.paper.blocks import (
    VOICES,
    Block,
    Column,
    Head,
    Pair,
    Prose,
    Ribbon,
    Rod,
    Rules,
    Tabular,
    Telling,
)
from tabletop.paper.quick_look import MODEL, RECORD, RULING, QuickLook, ScoreSpan
from tabletop.paper.ruling_weights import RulingWeight
from tabletop.words.said import full

ONE_PATH: Final = "One path in a model, not a forecast: another room, or other luck, would have gone another way."
_HALF: Final = 50.0
_SHOWN: Final = 3
"""Figures named for a ruling."""


def look_page(look: QuickLook) -> tuple[Block, ...]:
    """The page."""
    voices = ", ".join(f"{letter} {word}" for letter, word in VOICES.items())
    return (
        Head(f"{look.title}: the quick look", 1),
        Prose(f"{look.ended}. {ONE_PATH} In the margin whose voice speaks: {voices}.", "note"),
        Prose(look.question, "lead"),
        Head("What happened"),
        *(Telling(each.text, each.voice, each.source) for each in look.story),
        Pair((*_scores(look), *_road(look)), (*_standing(look), *_learning(look))),
        *_rulings(look),
        Head("What it was run for"),
        *(Telling(f"{each.text} {each.evidence.text}", each.evidence.voice, each.evidence.source)
          for each in look.objectives),
        *_survey(look),
        Head("For the room to say"),
        Pair((Rules("Keep three:", 3),), (Rules("Change three:", 3),)),
    )  # fmt: skip


def _scores(look: QuickLook) -> Iterator[Block]:
    yield Head("Scores (M)")
    columns = Column("", 1.0), *(Column(title, right=True) for title in ("opening", "worst", "in turn", "end"))
    yield Tabular(columns, tuple(map(_row, look.scores)))


def _row(span: ScoreSpan) -> tuple[str, ...]:
    worst = "opening" if not span.worst_turn else f"{span.worst_turn}"
    return span.name, f"{span.opening:.0f}", f"{span.worst:.0f}", worst, f"{span.end:.0f}"


def _road(look: QuickLook) -> Iterator[Block]:
    if not look.road:
        return
    yield Head("The road to the majority (M)")
    bars = (Rod("open" if not step.turn else f"T{step.turn}", step.share, step.most) for step in look.road)
    yield Ribbon(tuple(bars), _HALF)
    end = look.road[-1]
    most = "most" if end.most else "not yet most"
    yield Prose(f"Per cent of what is needed that the {look.side} side bears: {most} at the end.", "note")


def _standing(look: QuickLook) -> Iterator[Block]:
    yield Head("Posture, posts, promises")
    was, now = look.people
    surprises = f", {look.surprises} of them by surprise" if look.surprises else ""
    forces = f"{look.left} {'force' if look.left == 1 else 'forces'} left{surprises}"
    tranches = f"{look.arrived} {'tranche' if look.arrived == 1 else 'tranches'} arrived"
    people = f"{was:,} people in theatre at the opening, {now:,} now"
    yield Telling(f"{people}; {forces}; {tranches}.", MODEL, f"posture, turn {look.turn}")
    posts = "; ".join(f"{each.post} from {each.was} to {each.now}" for each in look.posts)
    yield Telling(f"Posts that passed: {posts}." if posts else "No post passed.", RECORD, _all_of(look))
    if look.promises:
        counts = ", ".join(f"{count} {state}" for state, count in look.promises)
        broken = f" Broken: {'; '.join(look.broken)}." if look.broken else ""
        yield Telling(f"Promises: {counts}.{broken}", RECORD, _all_of(look))


def _learning(look: QuickLook) -> Iterator[Block]:
    if look.foreseen:
        yield Head("Foreseen")
        words = ", ".join(f"{each.seat} {each.right} of {each.named}" for each in look.foreseen)
        yield Telling(f"Directions of scores: {words}.", RECORD, _all_of(look))


def _rulings(look: QuickLook) -> Iterator[Block]:
    yield Head("Rulings that moved most, and what hung on them")
    if not look.rulings:
        yield Prose("No ruling moved a figure.")
    for each in look.rulings:
        yield Telling(f"Turn {each.turn}: {full(each.text)}{_moved(each)}", RULING, f"entry {each.entry}")


def _survey(look: QuickLook) -> Iterator[Block]:
    if look.survey:
        yield Head("What the survey said")
        yield from (Telling(each.text, each.voice, each.source) for each in look.survey)


def _all_of(look: QuickLook) -> str:
    return f"entries 1 to {look.entries}"


def _moved(ruling: RulingWeight) -> str:
    at_once = f" At once: {_points(ruling.moved)}." if ruling.moved else ""
    return f"{at_once}{_hung(ruling)}"


def _hung(ruling: RulingWeight) -> str:
    match ruling.hung:
        case None:
            return ""
        case ():
            return " Its turn played again without it ends with the same scores."
    return f" What hung on it, its turn played again without it: {_points(ruling.hung)}."


def _points(named: tuple[tuple[str, float], ...]) -> str:
    return ", ".join(f"{name} {points:+.1f}" for name, points in named[:_SHOWN])
