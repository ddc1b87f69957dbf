"""Force packages and the programmes that make new ones."""

from enum import StrEnum

from attrs import field, frozen


class Status(StrEnum):
    """Where a package stands in its life. Only the first and LEAVING count in any theatre."""

    AVAILABLE = "available"
    LEAVING = "leaving"
    BUILDING = "building"
    ELSEWHERE = "elsewhere"


@frozen(kw_only=True)
class KindSpec:
    """A kind of force. `travels`: its mode of travel, one that the plans of regions name.

    Kinds of one `family` stand in for one another in part. What is `fixed` by nature, as a base is, can't be moved to
    another theatre; it can be withdrawn.
    """

    id: str
    name: str
    travels: str
    family: str = ""
    fixed: bool = False
    basis: str = "judgement"


@frozen(kw_only=True)
class ReadinessSpec:
    """A class of readiness. `parts`: shares of a force that are ready now, within ten days, within thirty, later."""

    id: str
    name: str
    parts: tuple[float, ...]
    basis: str = "judgement"


@frozen(kw_only=True)
class ForceSpec:
    """One package: `capability` by area in in-place equivalents, what its owner's own tasks bind taken off already.

    `base` is the theatre it stands in. What it counts in each theatre follows from its `region`, its `kind` and its
    `readiness`; one without a region says it as `presence` by theatre, a factor 0..1. `kind` is an id of the scenario's
    kinds where it has any, else any words. `fixed`: can't be moved, as its kind may say too; not `movable`: neither
    moved nor withdrawn. `reinforcement`: planned to come from the owner's home, so worth what the anchor's commitment
    is. `freed` are points of what the anchor's other theatres lack; `combat` packages are seen by voters.
    `the`: sentences name it with the article.
    """

    id: str
    name: str
    owner: str
    kind: str
    base: str
    capability: tuple[float, ...]
    presence: tuple[float, ...] = ()
    garrison: str = ""  # where it lies, in words
    region: str = ""
    readiness: str = ""
    lend: float = 0.0  # part that is planned for other theatres than its region's own
    tied: float = 0.0  # part that its owner's own tasks bind: for the card, capability is without it
    on_paper: str = ""  # what it is made of, before units, readiness and ties, in words
    confidence: str = ""  # of what it is made of and where, not of its worth
    personnel: int = 0
    host: str = ""
    movable: bool = True
    fixed: bool = False
    reinforcement: bool = False
    heavy: bool = False  # a heavy formation, whose going is felt the more
    freed: float = 0.0
    combat: bool = True
    rotational: bool = False
    replacement: str = ""  # the programme usually named for it
    opens: str = "available"  # status at the opening
    leaves: int = 0  # turn in which it leaves when it opens as leaving
    programme: str = ""  # the programme whose tranche this is
    the: bool = False
    basis: str = "judgement"


@frozen(kw_only=True)
class Force:
    """State of a package. `turn`: when it is delivered or leaves. `theatre`: where it stands, or its main body does."""

    status: Status
    theatre: str
    turn: int = 0
    announced: int = 0  # turn in which its departure was announced
    to: str = ""  # the theatre that it leaves for; "" home
    lent: str = ""  # the theatre to which a home package has lent a part
    arrives: int = 0  # turn from which what moved counts in full where it is now; 0: it does
    claim: str = ""  # replacement promised for it
    ref: int = field(default=0, eq=False)  # number of the move that last changed it


@frozen(kw_only=True)
class ProgrammeSpec:
    """A catalogue entry bought in equal tranches. `capability` and `soldiers` are per tranche, money in bn dollars.

    `price` per tranche, `running` per tranche and year. A tranche arrives `first_lead` turns after its order; `lead`
    is what the whole takes at one tranche a turn. Its tranches stand in `base` and `region`, with that `readiness`, and
    count by the rule of all forces; one without a region says `presence` by theatre, a factor 0..1.
    """

    id: str
    name: str
    kind: str
    way: str  # one of the scenario's ways to invest
    leads: tuple[str, ...]  # members
    payers: tuple[str, ...]  # seats that may pay
    tranches: int
    price: float
    running: float
    lead: int
    first_lead: int
    capability: tuple[float, ...]
    base: str
    presence: tuple[float, ...] = ()
    region: str = ""
    readiness: str = ""
    lend: float = 0.0  # part that is planned for other theatres than its region's own
    replaces: tuple[str, ...] = ()
    soldiers: float = 0.0  # thousands
    resolve: float = 0.0  # points of European resolve per tranche delivered
    basis: str = "judgement"


@frozen(kw_only=True)
class Programme:
    """State: tranches `ordered` and `delivered`, standing `offers` by seat in per cent of a tranche."""

    ordered: int = 0
    delivered: int = 0
    standing: tuple[tuple[str, float], ...] = ()
    paid: tuple[tuple[str, float], ...] = ()  # tranches' worth paid so far, by seat

    @property
    def status(self) -> str:
        """ "catalogue", "building" or "available" (the first tranche stands)."""
        if self.delivered:
            return "available"
        return "building" if self.ordered else "catalogue"
