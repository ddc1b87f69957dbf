"""What would have avoided a harm, where the rules know it: a sentence by kind of cause, with the scenario's numbers.

A sentence is true: doing what it says, the cause would not be there. Where nothing is known, nothing is said.
"""

from collections.abc import Callable
from typing import Final

from tabletop.model.world import World
from tabletop.rules.world.arithmetic import sum_of
from tabletop.words import names
from tabletop.words.cover import percent
from tabletop.words.names import listed
from tabletop.words.said import deed_words
from tabletop.words.strands import Strand

_Says = Callable[[Strand, World], str]
_ALL: Final = 0.9
"""The part of a harm from which what avoids it avoids "it", and not "most of it"."""


def avoided(strand: Strand, world: World, better: str) -> str:
    """What would have avoided most of a strand's harm, as a sentence; "" where it does none or nothing is known.
    `better`: which way is good for the score, "high", "low" or "" for neither."""
    sign = {"high": -1, "low": 1}.get(better, 0)
    if strand.amount * sign <= 0:
        return ""
    harm: dict[_Says | None, list[float]] = {}
    for each in strand.causes:
        if each.amount * sign > 0:
            harm.setdefault(_SAYS.get(each.cause.kind), []).append(each.amount * sign)
    sums = {says: sum_of(amounts) for says, amounts in harm.items()}
    most = max(sums, key=lambda says: sums[says])
    if most is None:
        return ""
    whole = sums[most] >= _ALL * sum_of(sums.values())
    sentence = most(strand, world)
    return sentence if whole else sentence.replace("avoided it", "avoided most of it")


def _notice(strand: Strand, world: World) -> str:
    turns = world.scenario.coefficients.notice_turns
    notice = f"{turns:.0f} turn{'' if turns == 1 else 's'}"
    return f"Notice of {notice} and a full match by the day it leaves would have avoided it."


def _match(strand: Strand, world: World) -> str:
    return "A full match on the day it left would have avoided it."


def _lasting(strand: Strand, world: World) -> str:
    turns = world.scenario.coefficients.bridge_turns
    return f"Forces left in its place would have avoided it; readiness counts for {turns:.0f} turns only."


def _certified(strand: Strand, world: World) -> str:
    least = world.scenario.coefficients.certificate_least
    return f"A match that still covers {percent(least)} of what was certified would have avoided it."


def _floor(strand: Strand, world: World) -> str:
    people = f"{world.scenario.legal.floor:,}"
    return f"{people} people kept in place, or a full match or a certificate for those who left, would have avoided it."


def _word(strand: Strand, world: World) -> str:
    promise = next((p for p in world.promises if p.ref == strand.ref and p.deed), None)
    if promise is None:
        return ""
    deed = deed_words(promise.deed, world.scenario, world.seats)
    return f"Its word kept would have avoided it: {deed}, by turn {promise.due}."


def _footnote(strand: Strand, world: World) -> str:
    text = world.texts.get(strand.about)
    ruling = world.rulings.get(f"text/{strand.about}")
    if text is None or not text.broken or ruling is not None or world.scenario.texts[text.kind].votes:
        return ""
    who = listed([names.seat_name(world.scenario, seat, world.seats, the=True) for seat in text.broken])
    return f"A footnote by {who} in the place of a broken silence would have avoided it."


def _opened(strand: Strand, world: World) -> str:
    kinds = [spec.title for spec in world.scenario.texts.values() if spec.rule == "open-handover"]
    return f"{kinds[0]}, agreed by the council before it began, would have avoided it." if kinds else ""


def _consent(strand: Strand, world: World) -> str:
    anchor = names.seat_name(world.scenario, world.scenario.names.anchor_seat, world.seats, the=True)
    return f"Consent of {anchor} would have avoided it."


def _ahead(strand: Strand, world: World) -> str:
    part = world.scenario.coefficients.pull_announced
    return f"Announced a turn ahead it costs {percent(part)} of that." if part < 1 else ""


_SAYS: Final[dict[str, _Says]] = {
    "leaves-by-surprise": _notice,
    "leaves-gap": _notice,
    "leaves-unmatched": _match,
    "nobody-stands-in": _match,
    "match-lapses": _lasting,
    "certificate-contradicted": _certified,
    "below-floor": _floor,
    "promise-broken": _word,
    "silence-broken": _footnote,
    "text-fell": _footnote,
    "text-fell-in-public": _footnote,
    "post-hurried": _opened,
    "post-forced": _consent,
    "pulled": _ahead,
}
