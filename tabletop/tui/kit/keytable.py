"""Every key and what it is for: the same on all screens, so that no letter is learned twice. Knows no screen.

None needs AltGr on a European keyboard, and none a function key.
"""

from collections.abc import Iterable
from typing import Final

from attrs import frozen


@frozen
class KeyUse:
    """`keys`: Textual's names, the first as it is shown. `words`: what it is for, wherever one is.

    `typing`: it works inside a text field too, so that it can't be a letter. `fixed`: it is what lists and fields
    take it for, and can't be another.
    """

    id: str
    keys: tuple[str, ...]
    words: str
    group: str
    typing: bool = False
    fixed: bool = False


def _group(name: str, *rows: tuple[str, str, str], typing: bool = False, fixed: bool = False) -> Iterable[KeyUse]:
    return [KeyUse(id, tuple(keys.split(",")), words, name, typing, fixed) for id, keys, words in rows]


USES: Final = (
    *_group(
        "Everywhere",
        ("next", "space", "the next step, named in the footer; says yes, pushes, pulls, marks"),
        ("help", "question_mark", "what the screen is for, and its keys"),
        ("leave", "q", "leave; everything is on disk"),
        ("undo", "u", "take back the last move"),
        ("note", "n", "take a note"),
        ("pause", "H", "halt: pause for the real world, and go on"),
        ("clock", "c", "start or stop the clock"),
        ("minute", "C", "one minute more"),
        ("public", "p", "the public screen: prepare, then push; there each scene has a key that pushes it"),
        ("blank", "B", "blank the public screen"),
        ("digits", "d", "digits or words: on the public screen, of what an answer does"),
        ("light", "G", "the public screen on a light ground, and on a dark one"),
        ("zoom", "z", "a panel over the whole screen, and back"),
    ),
    *_group(
        "Panels and figures",
        ("why", "w", "why a score moved"),
        ("search", "slash", "search a list: the rows that hold what is typed; Esc shows all again"),
        ("origin", "y", "where the figure under the cursor comes from"),
        ("before", "comma", "the turn before; a little less"),
        ("after", "full_stop", "the turn after; a little more"),
        ("more", "plus,equals_sign", "more, later, faster, yes to a text; lets an inject come"),
        ("less", "minus", "less, sooner, slower, no to a text; takes back, holds an inject back"),
        ("always", "asterisk", "offer it again each turn"),
    ),
    *_group(
        "Orders",
        ("order", "colon", "the order line"),
        ("sheet", "e", "the order sheet"),
        ("seal", "s", "seal the orders"),
        ("unseal", "U", "open sealed orders again"),
        ("handover", "h", "propose a handover"),
        ("footnote", "f", "agree with a footnote"),
        ("message", "M", "write to a seat"),
        ("promise", "P", "promise something"),
        ("survey", "N", "a nameless slip: what a seat answers to the survey"),
        ("free-move", "v", "make a free move"),
        ("argue", "V", "argue a free move"),
        ("write", "W", "write it in words of one's own: an inject, an answer, a report, a reason"),
    ),
    *_group(
        "Control",
        ("injects", "i", "the injects"),
        ("timeline", "J", "the injects by turn and storyline"),
        ("fire", "F", "fire the inject under the cursor now"),
        ("end", "x", "take an inject out; end the exercise"),
        ("pass", "k", "pass the keyboard to a seat, or back to control"),
        ("player", "t", "who plays a seat"),
        ("adjust", "a", "adjust a figure, with a reason"),
        ("accept", "A", "accept what the model proposes"),
        ("fact", "j", "judge: establish a fact that stands"),
        ("kind", "K", "the next kind, or how results of a domain are found"),
        ("aloud", "o", "read aloud: brief, injects, report"),
        ("paper", "I", "ink on paper: packs, order sheets, slips; on the close screen the quick look"),
    ),
    *_group(
        "The record, and what may come",
        ("review", "r", "review of the last turn"),
        ("replay", "R", "step through the record"),
        ("bookmark", "m", "mark this place in the record"),
        ("jump", "g", "go to a place in the record"),
        ("eyes", "E", "see the record as the next place did"),
        ("branches", "T", "the branches as lanes"),
        ("fork", "b", "branch off: play on from here, or one decision otherwise"),
        ("compare", "D", "what differs: saves or branches side by side"),
        ("ahead", "l", "look ahead"),
        ("again", "L", "look ahead again, with other luck"),
        ("under-seals", "O", "look ahead under the sealed orders, on record"),
        ("show", "S", "show: what lies ahead, to a seat or the room; the seats' objectives"),
    ),
    *_group(
        "Also while typing",
        ("send", "ctrl+s", "send, seal, start"),
        ("redo", "ctrl+r", "take the undo back"),
        ("note-typing", "ctrl+n", "take a note"),
        ("pause-typing", "ctrl+l", "halt: pause for the real world"),
        ("next-typing", "ctrl+space,ctrl+@,f8", "the next step"),
        ("palette", "ctrl+p", "the palette: everything that can be done here"),
        ("quit", "ctrl+q", "leave; everything is on disk"),
        ("turn-over", "ctrl+t", "the next seat, kind or mode"),
        ("new-line", "ctrl+j", "a new line"),
        ("hold", "ctrl+o", "set a result aside; keep a new inject held"),
        ("no-dice", "ctrl+g", "rule without dice, or the next grade"),
        ("effects", "ctrl+e", "take the model's effects over to change them"),
        ("consent", "ctrl+a", "consent to a text"),
        ("footnote-typing", "ctrl+f", "agree with a footnote"),
        ("break", "ctrl+b", "break silence"),
        ("withdraw", "ctrl+w", "withdraw a text"),
        typing=True,
    ),
    *_group(
        "Lists and fields",
        *((f"number-{n}", str(n), f"to panel {n}, or choice {n} of a list" if n
           else "since the start, or one turn; says that a score stays the same") for n in range(9)),
        ("open", "enter", "open, choose, order, keep"),
        ("back", "escape", "one step back; nothing typed is lost"),
        ("part", "tab", "the next part or field; completes a word of the order line"),
        ("up", "up", "up"),
        ("down", "down", "down"),
        ("left", "left", "left, less, the one before"),
        ("right", "right", "right, more, the next one"),
        ("page-up", "pageup", "a page up, a turn back"),
        ("page-down", "pagedown", "a page down, a turn on"),
        ("first", "home", "the first"),
        ("last", "end", "the last; in the review all at once"),
        ("take-out", "delete,backspace", "take out, take back"),
        fixed=True,
    ),
)  # fmt: skip

USE_OF: Final = {key: use for use in USES for key in use.keys}
"""By each of its keys, as Textual calls them."""
