"""The signs of every screen, each with one meaning wherever it stands."""

from typing import Final

ALARM: Final = "!!"
"""Short of pressure: the only alarm."""
ASKS: Final = "◆"
"""An inject that waits for an answer."""
LEAVING: Final = "◁"
"""A package that has been announced to leave."""
PRESSURE: Final = "┃"
"""Where pressure stands on a bar, and nothing else."""
SHORT: Final = "░"
"""What is missing: from a bar's end to pressure, what nobody bears."""
