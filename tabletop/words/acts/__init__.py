"""How every act is said and typed: one family a file, as in the rules. Importing any of it fills the registries."""

from tabletop.words.acts import (
    council,
    forces,
    free_moves,
    injects,
    money,
    notes,
    posts,
    rulings,
    session,
    sheets,
    survey,
    talk,
)

__all__ = [
    "council",
    "forces",
    "free_moves",
    "injects",
    "money",
    "notes",
    "posts",
    "rulings",
    "session",
    "sheets",
    "survey",
    "talk",
]
