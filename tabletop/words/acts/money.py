"""Spending, buying and readiness in words."""

from tabletop.model.moves import Fund, Invest, SetPace, SetReadiness, SetSpending
from tabletop.words.acts.namer import Namer
from tabletop.words.acts.saying import say
from tabletop.words.acts.verb import VerbSlot, choice
from tabletop.words.names import listed
from tabletop.words.orders import choices as of
from tabletop.words.said import decimal


def _pace(name: Namer, move: SetPace) -> str:
    whose = listed([name.member(member) for member in move.members])
    verb = "lowers" if move.pace < 0 else "raises"
    pace = f"by {decimal(abs(move.pace))} points of GDP a turn" if move.pace else "no further"
    return f"{verb} spending {pace}{f' for {whose}' if whose else ''}"


def _readiness(name: Namer, move: SetReadiness) -> str:
    return f"pays for {move.level:.0%} readiness of its forces".replace("%", " %")


def _fund(name: Namer, move: Fund) -> str:
    programme = name.programme(move.programme)
    again = ", and again each turn" if move.standing else ""
    if move.pays <= 0:
        return f"stops paying for {programme}"
    if move.pays >= 100:
        return f"pays for a tranche of {programme}{again}"
    share = f"{move.pays:.0f}" if move.pays >= 1 else decimal(move.pays)
    return f"offers {share} % of the price of a tranche of {programme}{again}"


say(
    SetSpending,
    lambda name, move: f"sets the spending of {name.member(move.member)} to {decimal(move.share)} % of GDP",
    word="spend",
    keys=("s",),
    slots=(choice("member", of.members, every=of.every("members")), VerbSlot("share", "number")),
    tried=20,
)
say(
    SetPace,
    _pace,
    word="pace",
    keys=("p",),
    slots=(VerbSlot("points", "number", field="pace"), VerbSlot("members", "many", needed=False, choices=of.members)),
    tried=30,
)
say(SetReadiness, _readiness, word="ready", keys=("r", "readiness"), slots=(VerbSlot("level", "number"),), tried=40)
say(
    Fund,
    _fund,
    word="fund",
    keys=("f",),
    slots=(
        choice("programme", of.programmes, every=of.every("programmes")),
        VerbSlot("per cent", "number", needed=False, field="pays"),
        VerbSlot("standing", "flag", needed=False),
    ),
    tried=10,
)
say(
    Invest,
    lambda name, move: f"puts {decimal(move.amount)} bn into {name.industry()} ({name.way(move.way)})",
    word="invest",
    keys=("i",),
    slots=(choice("way", of.every("ways")), VerbSlot("amount", "number")),
    tried=50,
)
