"""What settles by itself, in one line: whither each track is drawn, and of one alone by what."""

from tabletop.model.account import Worded
from tabletop.model.scenario import Scenario
from tabletop.words import names
from tabletop.words.strands import Strand


def pull(strand: Strand, scenario: Scenario) -> str:
    """What settles by itself, in one line: whither, and of one alone what draws it."""
    if len(strand.causes) == 1:
        return _settles(strand.largest, scenario)
    towards: dict[str, list[str]] = {}
    for each in strand.causes:
        name, level = _settling(each, scenario)
        towards.setdefault(name, []).append(level)
    told = {name: _span(sorted(filter(None, levels), key=float)) for name, levels in towards.items()}
    if len(told) == 1:
        ((name, span),) = told.items()
        return f"{name} settles{span}"
    return f"what settles by itself: {', '.join(f'{name}{span}' for name, span in told.items())}"


def _settles(each: Worded, scenario: Scenario) -> str:
    name, level = _settling(each, scenario)
    return f"{name} settles towards {level}" if each.cause.kind == "settles" and level else each.words


def _settling(each: Worded, scenario: Scenario) -> tuple[str, str]:
    """What settles, and towards which level, "" where it isn't known."""
    cause = each.cause
    if cause.kind == "settles-towards":
        return names.name_in(scenario.tracks, cause.about[0]), cause.about[1]
    if cause.kind == "settles" and cause.about == (scenario.names.trust,):
        return names.name_in(scenario.tracks, cause.about[0]), f"{scenario.coefficients.trust_base:.0f}"
    return each.words.removesuffix(" settles").removesuffix(" settle"), ""


def _span(levels: list[str]) -> str:
    if not levels:
        return ""
    return f" towards {levels[0]}" if levels[0] == levels[-1] else f" towards {levels[0]} to {levels[-1]}"


def pull_shortly(strand: Strand, scenario: Scenario) -> str:
    """The same in few words."""
    tracks = {each.cause.about[0] for each in strand.causes if each.cause.about}
    if len(tracks) == 1:
        return f"{names.name_in(scenario.tracks, min(tracks))} settles"
    return "what settles by itself" if len(strand.causes) > 1 else strand.largest.words
