"""What stands in a theatre, as rows: a bar for each area, whose forces fill it, days where it is a stock."""

from textual.content import Content

from tabletop.model.areas import AreaSupply
from tabletop.model.scenario import Scenario
from tabletop.table.moment import Moment
from tabletop.tui.kit.bars import bar
from tabletop.tui.look import palette
from tabletop.words.names import member_name

_LONGEST_BAR = 30
_LEAST_BAR = 6
_SHORT, _SAFE = 0.45, 0.7  # parts of a requirement under which a row is bad, from which it is good


def standing_rows(moment: Moment, theatre: str, width: int) -> list[Content]:
    """A row for each area of a theatre: the bar goes before the amounts, their unit and decimals before the area."""
    scenario = moment.world.scenario
    areas = moment.areas(theatre)
    names = [scenario.areas[each.area].name for each in areas]
    label = max(len(name) for name in names)
    room = width - label - 6
    amounts = next((texts for texts in _variants(scenario, areas) if max(map(len, texts)) <= room), [""] * len(areas))
    length = min(_LONGEST_BAR, room - max(map(len, amounts)) - 4)
    rows = []
    for name, each, line in zip(names, areas, amounts, strict=True):
        colour = palette.LOW if each.filled < _SHORT else palette.HIGH if each.filled >= _SAFE else palette.MIDDLE
        strip: list[Content | str] = [bar(100 * each.filled, length, colour), "  "] if length >= _LEAST_BAR else []
        rows.append(
            Content.assemble(
                (f"{name:<{label}}", palette.LABEL),
                (f"{100 * each.filled:3.0f} %  ", f"bold {colour}"),
                *strip,
                (line, palette.TEXT),
            )
        )
    return rows


def standing_title(scenario: Scenario) -> str:
    """What the two amounts of a row are: "European + United States"."""
    own = scenario.names.own
    return f"{own[:1].upper()}{own[1:]} + {member_name(scenario, scenario.names.anchor)}"


def _variants(scenario: Scenario, areas: tuple[AreaSupply, ...]) -> list[list[str]]:
    """The amounts of every row, at length and ever shorter."""
    return [
        [_amounts(each, digits, unit and (scenario.areas[each.area].unit)) for each in areas]
        for digits, unit in ((1, True), (1, False), (0, False))
    ]


def _amounts(each: AreaSupply, digits: int, unit: str | bool) -> str:
    """ "9.1 + 5.4 of 35.7 brigades", the others' forces first; days where it is a stock."""
    a_unit = each.days / each.required if each.days else 1.0
    parts = [f"{amount * a_unit:.{digits}f}" for amount in (each.others, each.anchor, each.required)]
    word = "days" if each.days else unit or ""
    return f"{parts[0]} + {parts[1]} of {parts[2]} {word}".rstrip()
