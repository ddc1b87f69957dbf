"""What campaigns ask: injects a turn, how often each seat is asked, which answers nobody gives. Judges nothing.

Frequencies of the model with bots, not of the world.
"""

from collections import Counter

from tabletop.model.scenario import Scenario
from tabletop.model.world import World
from tabletop.rules.turn.director import asked
from tabletop.rules.turn.injects import answering
from tests.page.ended import ended


def ends(scenario: Scenario, policy: str, runs: int) -> list[World]:
    """The last worlds of some campaigns, those that `simulate --seed 7` plays."""
    return [ended(scenario, policy, n).world for n in range(runs)]


def given(worlds: list[World]) -> Counter[tuple[str, str]]:
    """How often each option of each inject was the answer of a seat; "" where a seat was silent."""
    return Counter(
        (name, dict(state.answers).get(seat, ""))
        for world in worlds
        for name, state in world.injects.items()
        if state.turn
        for seat in answering(world, name)
    )


def summary(scenario: Scenario, worlds: list[World]) -> str:
    """What was asked in some campaigns, in all."""
    runs, answers = len(worlds), given(worlds)
    came = Counter(name for world in worlds for name, state in world.injects.items() if state.turn)
    turns = Counter(state.turn for world in worlds for state in world.injects.values() if state.turn)
    per_seat: Counter[str] = Counter()
    for world in worlds:
        per_seat.update(asked(world))
    options = [
        (name, option)
        for name, spec in scenario.injects.items()
        for option in spec.options
        if spec.answers and came[name]
    ]
    never = [f"{name}: {option.text}" for name, option in options if not answers[name, option.id]]
    always = [
        name
        for name, option in options
        if answers[name, option.id] == sum(n for (of, _), n in answers.items() if of == name)
    ]
    return "\n".join(
        [
            f"{runs} campaigns: {sum(turns.values()) / runs:.1f} injects each",
            "a turn: " + ", ".join(f"{turns[n] / runs:.1f}" for n in range(1, scenario.turns + 1)),
            "asked: " + ", ".join(f"{seat} {per_seat[seat] / runs:.1f}" for seat in scenario.seats),
            "never came: " + (", ".join(name for name in scenario.injects if not came[name]) or "none"),
            "answered alike by all: " + (", ".join(always) or "none"),
            "chosen by nobody:",
            *(f"  {line}" for line in never),
        ]
    )
