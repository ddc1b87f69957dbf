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
class ForceSpec:
    """One package: `capability` by area in in-place equivalents, `presence` by theatre as a factor 0..1.

    `base` is the theatre it stands in; assigned elsewhere it counts 1.0 there and a part of its presence in the others.
    `freed` are points of what the anchor's other theatres lack; `combat` packages are seen by voters.
    """

    id: str
    name: str
    owner: str
    kind: str
    base: str
    capability: tuple[float, ...]
    presence: tuple[float, ...]
    personnel: int = 0
    host: str = ""
    movable: bool = True
    freed: float = 0.0
    combat: bool = True
    rotational: bool = False
    replacement: str = ""  # the programme usually named for it
    opens: str = "available"  # status at the opening
    leaves: int = 0  # turn in which it leaves when it opens as leaving
    programme: str = ""  # the programme whose tranche this is
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
    is what the whole takes at one tranche a turn. `presence` by theatre as a factor 0..1.
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
    presence: tuple[float, ...]
    base: str
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
