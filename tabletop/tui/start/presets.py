"""How long an exercise may take and in how many teams, ready made: a day, an afternoon, ninety minutes. Knows no
screen."""

from collections.abc import Iterator, Mapping
from typing import Final

from attrs import frozen

from tabletop.model.optional import FREE_MOVES
from tabletop.model.scenario import Scenario

_SHORT = 90.0
"""Minutes of the shortest, opening and hotwash included."""
_LEAST = 1.0


@frozen
class Around:
    """Minutes for welcome and opening brief, for breaks (after how many turns each), for survey and hotwash."""

    opening: float
    pause: float
    every: int
    hotwash: float


_AROUND: Final = Around(20, 15, 2, 45), Around(15, 15, 2, 30), Around(10, 0, 0, 14)
"""Of a day, an afternoon, ninety minutes."""
_NO_TIME: Final = frozenset({FREE_MOVES})
"""Nobody argues a free move in turns of twenty minutes."""


@frozen
class Preset:
    """`minutes`: of each phase; `without`: optional rules for which there is no time; `fold`: teams that get a word in
    edgeways, 0 for one a seat."""

    name: str
    turns: int
    minutes: Mapping[str, float]
    without: frozenset[str] = frozenset()
    fold: int = 0


def presets(scenario: Scenario) -> list[Preset]:
    """The longest first. Of an exercise with one length only what differs in something."""
    lengths = sorted({*scenario.lengths, scenario.turns}, reverse=True)
    own, short = dict(scenario.minutes), _AROUND[2]
    shortest = lengths[-1]
    middle = lengths[len(lengths) // 2]
    folds = sorted(scenario.folds) or [0]
    squeeze = squeezed(own, (_SHORT - short.opening - short.hotwash) / shortest)
    made = (
        Preset("a day", lengths[0], own),
        Preset("an afternoon", middle, own, fold=folds[len(folds) // 2]),
        Preset("90 minutes", shortest, squeeze, _NO_TIME, folds[0]),
    )
    different: list[Preset] = []
    for preset in made:
        if all((preset.turns, preset.minutes) != (other.turns, other.minutes) for other in different):
            different.append(preset)
    return different


def squeezed(minutes: Mapping[str, float], turn: float) -> dict[str, float]:
    """Whole minutes of each phase, in their proportions, that make a turn of so many: never longer than they were."""
    whole = sum(minutes.values())
    if whole <= turn:
        return dict(minutes)
    parts = {phase: max(_LEAST, round(m * turn / whole)) if m else 0.0 for phase, m in minutes.items()}
    longest = max(parts, key=lambda phase: parts[phase])
    parts[longest] = max(_LEAST, parts[longest] + round(turn) - sum(parts.values()))
    return parts


def length_words(turns: int, minutes: Mapping[str, float]) -> str:
    """ "8 turns of 40 minutes: 5 h 20"; without a countdown only the turns."""
    each = sum(minutes.values())
    many = f"{turns} turn{'' if turns == 1 else 's'}"
    if not each:
        return f"{many}, no countdown"
    hours, rest = divmod(round(turns * each), 60)
    whole = f"{hours} h {rest:02d}" if hours else f"{rest} minutes"
    return f"{many} of {each:g} minutes: {whole}"


def around(turns: int, minutes: Mapping[str, float]) -> Around:
    """What a session of that length needs beside its turns."""
    play = turns * sum(minutes.values())
    return _AROUND[0] if play > 4 * 60 else _AROUND[1] if play > _SHORT else _AROUND[2]


def whole_words(scenario: Scenario, turns: int, minutes: Mapping[str, float]) -> str:
    """How long the turns take, and how long it is until everybody goes home."""
    told = length_words(turns, minutes)
    return f"{told}; {[*plan(scenario, turns, minutes)][-1][0]} in all" if sum(minutes.values()) else told


def plan(scenario: Scenario, turns: int, minutes: Mapping[str, float]) -> Iterator[tuple[str, str]]:
    """When what begins, from the start on, each as ("1:05", "turn 2, 2026 H2"); the end comes last."""
    each, rest = sum(minutes.values()), around(turns, minutes)
    now = 0.0
    yield _clock(now), "welcome, rules, opening brief"
    now += rest.opening
    for turn in range(1, turns + 1):
        if rest.every and turn > 1 and (turn - 1) % rest.every == 0:
            yield _clock(now), "break"
            now += rest.pause
        yield _clock(now), f"turn {turn}, {scenario.period(turn)}"
        now += each
    yield _clock(now), "survey, objectives revealed, hotwash"
    yield _clock(now + rest.hotwash), "end"


def _clock(minutes: float) -> str:
    hours, rest = divmod(round(minutes), 60)
    return f"{hours}:{rest:02d}"
