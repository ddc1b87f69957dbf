"""What may be done and what it does at once: one family of acts a file. Importing any of it fills the registry.

In the order in which a sheet is read and its moves are offered: money, forces, politics, talk; then control's.
"""

# ruff: noqa: F401
# isort: off
from tabletop.rules.acts import spending, readiness, buying
from tabletop.rules.acts import forces, stances, posts, council
from tabletop.rules.acts import injects, free_moves, talk, sheets
from tabletop.rules.acts import session, red, rulings, notes, survey

# isort: on
