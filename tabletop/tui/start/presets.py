"""How long an exercise may take, ready made: a day, an afternoon, ninety minutes. Knows no screen."""

from collections.abc import Mapping

from attrs import frozen

from tabletop.model.scenario import Scenario

_SHORT = 90.0
"""Minutes of the shortest."""
_LEAST = 1.0


@frozen
class Preset:
    """`minutes`: of each phase."""

    name: str
    turns: int
    minutes: Mapping[str, float]


def presets(scenario: Scenario) -> list[Preset]:
    """The longest first. Of an exercise with one length only what differs in something."""
    lengths = sorted({*scenario.lengths, scenario.turns}, reverse=True)
    own = dict(scenario.minutes)
    shortest = lengths[-1]
    middle = lengths[len(lengths) // 2]
    made = (
        Preset("a day", lengths[0], own),
        Preset("an afternoon", middle, own),
        Preset("90 minutes", shortest, squeezed(own, _SHORT / shortest)),
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
