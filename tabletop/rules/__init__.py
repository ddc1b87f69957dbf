"""What may happen and what follows: pure functions of the model."""

#: Changes whenever the same moves could give other numbers. Saves carry it.
RULES = "2027.1"
#: Rules of an earlier edition, none of which stands here any more, and the tabletop that plays their saves on.
EARLIER = {"2026.1": "0.1", "2026.2": "0.1", "2026.3": "0.1"}
