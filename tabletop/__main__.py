"""`python -m tabletop`."""

from tabletop.cli.main import run

run()
