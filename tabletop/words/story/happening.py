"""One thing that a turn brought, as a value: what, by whom, on which lines of the record, and what it moved."""

from attrs import field, frozen

from tabletop.words.names import capital

#: What people argued, ruled or said: of that nothing is left out of a headline.
PEOPLE = ("argued", "ruled", "adjusted", "said")
#: Forces and what becomes of them.
CAME_AND_WENT = ("left", "arrived", "leaving", "unwelcome", "stays", "moved", "late")
#: What was agreed, broken or befell everybody.
SETTLED = ("crisis", "split", "probe", "text", "post", "promise", "budget")
SHOWN = 0.05
"""Points from which a move is told."""
_ENDED = (".", '."', '!"', '?"')


@frozen
class Happening:
    """`kind`: argued, ruled, adjusted, fact, left, leaving, stays, unwelcome (no host has it), arrived, moved, late,
    post, text, crisis, split (answers that differed), said (an inject answered in words), news (an inject nobody was
    asked about), probe, promise, budget, edge. Of a turn's whole story also: order, promised, act (what else everybody
    saw somebody do), event and pull (what nobody decided). `good`: by the scenario's lights up (True), down (False) or
    neither. `thing`, `theatre`: ids of the force that came or went, or the post that passed, and where.

    `short`: what it is called in a row. `aloud`: how it is told where everybody listens, when that is less than what
    may be read here. `detail`: what more there is to tell, sentence by sentence. `about`: ids by which causes are known
    as its own. `who`: seats whose doing it is. `refs`: lines of the record that it rests on. `moved`: points by score,
    what moved most first.
    """

    kind: str
    text: str
    good: bool | None = None
    thing: str = ""
    theatre: str = ""
    short: str = field(default="", kw_only=True)
    aloud: str = field(default="", kw_only=True)
    detail: tuple[str, ...] = field(default=(), kw_only=True)
    about: tuple[str, ...] = field(default=(), kw_only=True, eq=False)
    who: tuple[str, ...] = field(default=(), kw_only=True, eq=False)
    refs: tuple[int, ...] = field(default=(), kw_only=True, eq=False)
    moved: tuple[tuple[str, float], ...] = field(default=(), kw_only=True, eq=False)

    @property
    def sentence(self) -> str:
        return sentence(self.text)

    def by(self, score: str) -> float:
        """Points by which it moved a score."""
        return dict(self.moved).get(score, 0.0)

    def shows(self, score: str) -> bool:
        """Whether it moved a score by so much that it is told: in tenths."""
        return abs(self.by(score)) >= SHOWN

    @property
    def label(self) -> str:
        """What it is called in a row, with a capital."""
        return capital(self.short or self.told)

    @property
    def told(self) -> str:
        """What everybody may hear of it, no capital, no full stop."""
        return self.aloud or self.text


def sentence(text: str) -> str:
    """A text with a capital letter and a full stop, where it has none."""
    return f"{capital(text)}{'' if text.endswith(_ENDED) else '.'}"
