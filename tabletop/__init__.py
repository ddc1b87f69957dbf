"""tabletop: facilitated strategic exercises in a terminal."""

__version__ = "0.2.0"
