"""`python -m tabletop`."""

from tabletop.cli.entry import run

run()
