"""What control's rulings are called in a sentence."""

from typing import Final

GRADES: Final = {
    "yes-and": "yes, and more",
    "yes-but": "yes, but",
    "no-but": "no, but",
    "no-and": "no, and worse",
}
"""The grades of a free move in words."""
OUTCOMES: Final = {"set-aside": "set aside", "amend": "changed"}
"""What became of anything else, where it was not let stand."""
