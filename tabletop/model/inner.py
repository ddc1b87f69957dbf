"""Keys of the figures that the rules keep for themselves: they begin with a slash, so that no id of a scenario is one.

A path names them by their word alone, where no track of the scenario has it; their rows stand in the glossary.
"""

from typing import Final

AGREEMENT: Final = "/agreement"
ALARM: Final = "/alarm"
ANCHOR: Final = "/anchor"  # offset of commitment's base
COMMAND: Final = "/command"
CONDITION: Final = "/condition"  # how hard spending is asked for
DEPARTED: Final = "/departed"  # the part of the alarm that departures made
GROWTH: Final = "/growth"  # by how much needs have grown
HURRIED: Final = "/hurried"  # posts changing hands unprepared, by weight
OVERLOAD: Final = "/overload"  # posts in transition
PROBES: Final = "/probes"
RESOLVE: Final = "/resolve"
SHORTFALL: Final = "/shortfall"
UNCERTIFIED: Final = "/uncertified"
WITHDRAWN: Final = "/withdrawn"
