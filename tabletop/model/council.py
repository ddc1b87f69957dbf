"""Council texts: what the alliance has agreed, is asked to agree, or has let fall."""

from attrs import field, frozen

from tabletop.model.effects import Effect


@frozen(kw_only=True)
class TextSpec:
    """A kind of text. `about`: "", post, force, theatre or seat. `agree`: seats whose silence counts; empty means all.

    `rule` names what the rules do with it: "" (effects only), no-surprise, certify, open-handover.
    `turns` it stands (0: for good). `votes`: each named seat must consent, at most two turns open.
    """

    id: str
    title: str
    text: str
    about: str = ""
    agree: tuple[str, ...] = ()
    rule: str = ""
    turns: int = 0
    votes: bool = False
    effects: tuple[Effect, ...] = ()  # when it stands
    each_turn: tuple[Effect, ...] = ()  # while it stands
    fallen: tuple[Effect, ...] = ()  # when it falls
    basis: str = "judgement"


@frozen(kw_only=True)
class Text:
    """State: open, standing, fallen, withdrawn or ended. The id is the kind, or kind/about."""

    kind: str
    about: str
    sponsor: str
    state: str
    turn: int  # tabled
    until: int = 0  # last turn it stands, 0 for good
    consents: tuple[str, ...] = ()
    footnotes: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()  # seats that broke silence
    share: float = 1.0  # part of its effect that stands
    fresh: float = 1.0  # part of what it gains that counts, less each time its kind was agreed of late
    ref: int = field(default=0, eq=False)
    late: tuple[str, ...] = field(default=(), eq=False)  # seats that could no more speak when it was tabled

    @property
    def id(self) -> str:
        return f"{self.kind}/{self.about}" if self.about else self.kind


@frozen(kw_only=True)
class Promise:
    """A promise without its words. The rules can check `deed` and `condition`; `state`: open, kept, broken, void."""

    seat: str
    to: str
    due: int
    deed: str = ""
    condition: str = ""
    state: str = "open"
    turn: int = 0
    ref: int = field(default=0, eq=False)


@frozen(kw_only=True)
class Letter:
    """A deed that a seat asks of another this turn and that has not been answered; without its words. `against`: the
    text or post that it is the price of."""

    seat: str
    to: str
    asks: str
    against: str = ""
    ref: int = field(default=0, eq=False)


@frozen(kw_only=True)
class FreeMove:
    """A matrix argument without its words: `number` counts the seat's free moves of that turn, the key of its roll."""

    seat: str
    turn: int
    number: int
    reasons: int = 0
    pros: int = 0
    cons: int = 0
    estimates: tuple[tuple[str, str], ...] = ()
    odds: float | None = None  # per cent
    rolled: int | None = None  # 1..100
    source: str = ""  # keyed, table
    grade: str = ""
    ref: int = field(default=0, eq=False)
