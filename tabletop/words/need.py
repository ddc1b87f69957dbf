"""Who bears a need, in words: the others, the anchor here, the anchor from home, nobody."""

from tabletop.model.areas import Bearers
from tabletop.model.scenario import Scenario
from tabletop.words.names import capital


def bearer_words(scenario: Scenario, bearers: Bearers) -> str:
    """ "European 36 · US here 14 · from home 6 · nobody 44", per cent of what is needed."""
    names = bearer_names(scenario)
    figures = bearers.others, bearers.here, bearers.home, bearers.nobody
    return " · ".join(f"{name} {figure:.0f}" for name, figure in zip(names, whole(figures), strict=True))


def bearer_names(scenario: Scenario) -> tuple[str, str, str, str]:
    """Whose parts they are, in their order."""
    return capital(scenario.names.own), f"{anchor_short(scenario)} here", "from home", "nobody"


def column_titles(scenario: Scenario) -> tuple[str, ...]:
    """The same over columns."""
    return tuple(name.removeprefix("from ") for name in bearer_names(scenario))


def anchor_short(scenario: Scenario) -> str:
    """The anchor in a word: its code where it is one of two letters, else its name."""
    anchor = scenario.names.anchor
    return anchor.upper() if len(anchor) == 2 else scenario.members[anchor].name


def whole(figures: tuple[float, ...]) -> list[int]:
    """Per cents that add up to a hundred as whole numbers do: the largest remainders are rounded up."""
    down = [int(figure) for figure in figures]
    missing = round(sum(figures)) - sum(down)
    for n in sorted(range(len(figures)), key=lambda n: down[n] - figures[n])[:missing]:
        down[n] += 1
    return down
