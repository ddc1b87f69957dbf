"""What may happen and what follows: pure functions of the model."""

#: Changes whenever the same moves could give other numbers. Saves carry it.
RULES = "2026.3"
