"""What can be wrong with what a person handed us. Knows no layer; every layer may raise these.

    TabletopError                 shown as one line, exit code 1
    ├── ScenarioError             a scenario file says something impossible
    ├── SaveError                 a save can't be read, or not to its end
    │   ├── NewerSave             written by a later format
    │   ├── TornSave              nothing whole to resume from
    │   └── SaveLocked            somebody else has it open
    ├── ConfigError               the configuration file says something impossible
    ├── MoveError                 a move's table has a wrong name, field or type
    └── PlaceError                a path that can't be used: missing, a folder, not writable, already there

A refusal of a well-formed move is not an error but a value: see `tabletop.model.refusal`.
"""

_LONG = 100  # characters of a word that may be one misspelt


class TabletopError(Exception):
    """One clear sentence with the place and the mend. `place` is "file:line" or a path inside a document."""

    def __init__(self, problem: str, *, place: str = "", hint: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.place = place
        self.hint = hint

    def __str__(self) -> str:
        text = f"{self.place}: {self.problem}" if self.place else self.problem
        return f"{text}; {self.hint}" if self.hint else text


class ScenarioError(TabletopError):
    """A scenario file says something impossible."""


class SaveError(TabletopError):
    """A save can't be read, or not to its end."""


class NewerSave(SaveError):
    """Written by a later format than this version reads."""


class TornSave(SaveError):
    """Nothing whole to resume from."""


class SaveLocked(SaveError):
    """Somebody else has it open; the holder is named."""


class ConfigError(TabletopError):
    """The user's configuration file says something impossible."""


class MoveError(TabletopError):
    """A move's table has a wrong name, field or type."""


class PlaceError(TabletopError):
    """A path that can't be used."""


def short(said: str, most: int = 60) -> str:
    """The beginning of what somebody wrote, enough to know it again."""
    return said if len(said) <= most else f"{said[:most]}…"


def did_you_mean(word: str, known: "list[str] | tuple[str, ...] | dict[str, object]") -> str:
    """A hint naming the closest known words, or listing a few of them. Empty when there are none."""
    from difflib import get_close_matches  # most commands end without a mistake

    names = sorted(known)
    close = get_close_matches(word, names, n=1, cutoff=0.6) if len(word) <= _LONG else []
    if close:
        return f"did you mean '{close[0]}'?"
    if not names:
        return ""
    shown = ", ".join(names[:8]) + (", ..." if len(names) > 8 else "")
    return f"known: {shown}"
