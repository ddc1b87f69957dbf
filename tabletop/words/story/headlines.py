"""A turn in a few sentences with cause and effect: what people settled, what moved most, where that leaves all."""

from collections.abc import Sequence
from typing import Final

from tabletop.model.figures.forms import DETERRENCE, MARGIN
from tabletop.model.figures.path import path_of
from tabletop.model.record import Line
from tabletop.model.scenario import Scenario
from tabletop.model.world import Change, World
from tabletop.rules.scores.deterrence import scores
from tabletop.words import marks, names
from tabletop.words.story.happening import CAME_AND_WENT, PEOPLE, SETTLED, SHOWN, Happening, sentence
from tabletop.words.story.turn import OVERALL, TurnStory, told_turn, weight

_MOST: Final = 4
"""Sentences on what moved most beside what is always told; the results below them name all."""
_PULLS: Final = 2
_WHERE_MOVED: Final = ("order", "news", "event")
"""Kinds that make a headline only by what they moved and nothing else tells."""
_EFFECTS: Final = 2


def headline_story(before: World, after: World, changes: Sequence[Change], lines: Sequence[Line] = ()) -> list[str]:
    """The turn that `after` has come to the end of, in sentences."""
    return headlines(told_turn(before, after, lines), before, after)


def headlines(story: TurnStory, before: World, after: World) -> list[str]:
    """A story in sentences. Of what people settled nothing is left out."""
    scenario = after.scenario
    most = story.ranked(each for each in story.of(*CAME_AND_WENT, *SETTLED, *_WHERE_MOVED) if _foremost(each))
    first = [each for each in most if not _always(each)][:_MOST]
    told = [*story.of(*PEOPLE), *(each for each in most if _always(each) or each in first)]
    edges = [each.sentence for each in story.of("edge")]
    return [*(caused(each, scenario) for each in told), *pulls(story, scenario), *edges, *_stand(before, after)]


def _foremost(entry: Happening) -> bool:
    """Whether it may be a headline."""
    return entry.kind not in _WHERE_MOVED or weight(entry) >= SHOWN


def _always(entry: Happening) -> bool:
    """Whether it is told however little it moved: answers that differed, a post that passes, a word that was broken."""
    return entry.kind in ("split", "post") or (entry.kind == "promise" and entry.good is False)


def caused(entry: Happening, scenario: Scenario) -> str:
    """A sentence with cause and effect: "Galleys leave the Pass by surprise: Concord -4.4, Outer harbour -1.3."."""
    effect = effects(entry, scenario) if entry.kind != "adjusted" else ""
    if not effect:
        return sentence(entry.told)
    return sentence(f"{entry.told}{'; ' if ': ' in entry.told else ': '}{effect}")


def effects(entry: Happening, scenario: Scenario, most: int = _EFFECTS) -> str:
    """What it moved most, "Concord -4.4, Outer harbour -1.3"; "" where nothing that would be seen."""
    shown = [(score, points) for score, points in entry.moved if abs(points) >= SHOWN and score != OVERALL]
    return ", ".join(f"{place(score, scenario)} {points:+.1f}" for score, points in shown[:most])


def place(score: str, scenario: Scenario) -> str:
    """A track by its name, a theatre by its own."""
    head, _, theatre = score.partition("/")
    return names.theatre_name(scenario, theatre, short=True) if theatre else names.score_name(scenario, head)


def pulls(story: TurnStory, scenario: Scenario) -> list[str]:
    """What draws every turn, in one sentence, or none."""
    parts = [f"{each.text} ({effect})" for each in story.ranked(story.of("pull"))[:_PULLS]
             if (effect := effects(each, scenario, 1))]  # fmt: skip
    return [f"Beside all that: {'; '.join(parts)}."] if parts else []


def _stand(before: World, after: World) -> list[str]:
    """Which theatre moved most, and which is the weakest now."""
    old, new = scores(before), scores(after)
    changes = {
        t: marks.moved(old[path_of(DETERRENCE, t)], new[path_of(DETERRENCE, t)]) for t in after.scenario.theatres
    }
    if not changes:
        return []
    weakest = min(changes, key=lambda t: new[path_of(MARGIN, t)])
    most = max(changes, key=lambda t: abs(changes[t]))
    margin = new[path_of(MARGIN, weakest)]
    where = names.theatre_name(after.scenario, weakest, the=True)
    stands = f"{abs(margin):.0f} points {'below' if margin < 0 else 'above'} the pressure on it"
    if abs(changes[most]) < 0.5:
        return [f"Deterrence hardly moves; {where} remains the weakest, {stands}."]
    verb = "rises" if changes[most] > 0 else "falls"
    name = names.capital(names.theatre_name(after.scenario, most, the=True))
    if most == weakest:
        return [f"{name} {verb} most, by {abs(changes[most]):.1f}, and is the weakest, {stands}."]
    return [f"{name} {verb} most, by {abs(changes[most]):.1f}; {where} is the weakest, {stands}."]
