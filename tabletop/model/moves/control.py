"""What the people who run it do: phases, the adversary, injects, rulings, the clock, notes, corrections."""

from typing import Any

from tabletop.model.limits import DAY, FIGURE, NAME, NUMBER, SHARE, TURNS, Range
from tabletop.model.moves.base import Move, Readers, free_text, named, number, some, tables

KINDS_OF_NOTE = ("observation", "insight", "issue", "quote", "recommendation", "artefact")
MODES = ("rigid", "semi-rigid", "free", "consensual", "matrix", "minimal")
GRADES = ("yes-and", "yes-but", "no-but", "no-and")
OUTCOMES = ("accept", "amend", "set-aside", *GRADES)
SCENES = (
    "welcome", "map", "inject", "argument", "story", "moved", "why", "ribbon", "replay", "compare", "ahead", "reveal",
)  # fmt: skip
"""What the room's stage can show."""


@named("start", Readers.ALL)
class Start(Move):
    """STARTEX."""


@named("pause", Readers.ALL)
class Pause(Move):
    """Stops for the real world."""


@named("resume", Readers.ALL)
class Resume(Move):
    """Goes on after a pause."""


@named("end", Readers.ALL)
class End(Move):
    """ENDEX: objectives are scored on what was."""


@named("reveal", Readers.ALL)
class Reveal(Move):
    """What every seat had wanted is told to the room: the survey is closed."""


@named("advance", Readers.ALL)
class Advance(Move):
    """To the next phase; what is open takes its default."""


@named("red", Readers.CONTROL)
class Red(Move):
    """The adversary's sealed order: tables with `lever`, `theatre`, `kind`, `step`; or source "model"."""

    levers: tuple[dict[str, Any], ...] = tables({"step": Range(-100, 100)}, default=())
    source: str = "control"
    why: str = free_text(default="")


@named("inject", Readers.ALL)
class FireInject(Move):
    """Delivers an inject now."""

    inject: str


@named("hold", Readers.CONTROL)
class HoldInject(Move):
    """Keeps an armed inject from firing."""

    inject: str


@named("release", Readers.CONTROL)
class ReleaseInject(Move):
    """Lets a held or planned inject fire when it is due."""

    inject: str


@named("cancel-inject", Readers.CONTROL)
class CancelInject(Move):
    """Takes an inject out of the exercise."""

    inject: str


@named("write-inject", Readers.OPENED)
class WriteInject(Move):
    """A new inject of control's own, delivered at once or `held` until it is released. Answers are text; effects come
    by ruling."""

    inject: str
    title: str = free_text(default="", most=NAME)
    text: str = free_text(default="")
    answers: tuple[str, ...] = ()
    held: bool = False


@named("rule", Readers.OPENED, kept=("private",), refers="item")
class Rule(Move):
    """A ruling on the move numbered `item`: accept, amend (with effects), set-aside, or a grade of a free move."""

    item: int = number(NUMBER)
    outcome: str
    effects: tuple[dict[str, Any], ...] = tables({"add": FIGURE, "turns": Range(0, TURNS)}, default=())
    mode: str = ""
    public: str = free_text(default="")
    private: str = free_text(default="")


@named("silence", Readers.ALL)
class Silence(Move):
    """On a text that was tabled when `seats` had sealed and could no more speak. `act`: wait, until the next turn, or
    bind, as if they had kept silence knowing of it."""

    proposal: str
    act: str
    seats: tuple[str, ...] = ()


@named("odds", Readers.ALL, refers="move")
class Odds(Move):
    """Locks the chance of a free move, in per cent or in a word of the scale, before the roll."""

    move: int = number(NUMBER)
    chance: float | None = number(SHARE, default=None)
    word: str = ""


@named("roll", Readers.ALL, refers="move")
class Roll(Move):
    """Rolls a free move: `dice` 1..100 read from the table, or none for the keyed draw."""

    move: int = number(NUMBER)
    dice: int | None = number(Range(1, 100), default=None)


@named("fact", Readers.ALL)
class Fact(Move):
    """An established fact that stands until overturned."""

    text: str = free_text(least=1)


@named("talk", Readers.NAMED)
class Talk(Move):
    """Who met whom and for how long."""

    seats: tuple[str, ...] = some(least=1)
    minutes: float = number(Range(0, DAY / 60), default=0.0)
    text: str = free_text(default="")


@named("clock", Readers.ALL)
class Clock(Move):
    """`act`: start, stop, extend, set; it warns and never acts. `seconds`: what was left then, or what is given."""

    act: str
    seconds: float = number(Range(-DAY, DAY), default=0.0)


@named("bookmark", Readers.CONTROL)
class Bookmark(Move):
    """Marks a place in the record."""

    text: str = free_text(default="")


@named("show", Readers.NAMED)
class Show(Move):
    """A look ahead or result shown to a seat or the room; to control what it had no need to see yet."""

    what: str = free_text()
    to: str


@named("seat", Readers.ALL)
class PlaySeat(Move):
    """Who plays a seat from now on: team or bot:POLICY."""

    name: str
    player: str


@named("verdict", Readers.REFERRED, refers="promise")
class Verdict(Move):
    """Control tells a promise kept, broken or void: `promise` is its number in the record."""

    promise: int = number(NUMBER)
    state: str


@named("mode", Readers.CONTROL)
class Mode(Move):
    """How results of a domain are found from now on: rigid, semi-rigid, free, consensual, matrix, minimal."""

    domain: str
    mode: str
    reason: str = free_text(default="")


@named("practice", Readers.ALL)
class Practice(Move):
    """`act`: begin or end turn zero; what was done in it is thrown away."""

    act: str


@named("sitrep", Readers.ALL)
class Sitrep(Move):
    """The situation report as control reads it aloud."""

    text: str = free_text(least=1)


@named("display", Readers.ALL)
class Display(Move):
    """`act`: push a prepared scene to the room's stage, or blank it. `scene`: one of `SCENES`, and `about` what it is
    about; "" in records from before there were scenes."""

    act: str
    scene: str = ""
    about: str = ""


@named("redact", Readers.CONTROL, refers="entry")
class Redact(Move):
    """Free text of an entry was taken out."""

    entry: int = number(NUMBER)


@named("adjust", Readers.ALL, kept=("reason",))
class Adjust(Move):
    """Control sets a figure: `what` by path, by `amount` or to `value` (a word for a force's or post's state)."""

    what: str
    amount: float | None = number(FIGURE, default=None)
    value: float | str | None = number(FIGURE, default=None)
    reason: str = free_text(default="", least=1)


@named("undo", Readers.TAKEN, refers="to")
class Undo(Move):
    """`to`: number of the last move that stands."""

    to: int = number(Range(0, NUMBER.high))


@named("redo", Readers.TAKEN)
class Redo(Move):
    """Takes the last undo back."""


@named("note", Readers.CONTROL)
class Note(Move):
    """An observation, insight, issue, quote, recommendation or artefact, tagged."""

    text: str = free_text(least=1)
    kind: str = "observation"
    objective: str = ""
    about: str = ""  # a seat
    at: int = number(Range(0, TURNS), default=0)  # turn
