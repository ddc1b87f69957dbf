"""Pledges: by how much they are missed, and how far spending has come."""

from tabletop.model.cause import because
from tabletop.model.inner import SHORTFALL
from tabletop.rules.turn.declare import gave_word
from tabletop.rules.world.arithmetic import sum_of
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.figures import settle


def missed(draft: Draft) -> None:
    """Works out anew by how much pledges are missed: a share of GDP-weighted pledges, member by member.

    One that is missed by a seat which has lately given its word counts half as much again.
    """
    total = 0.0
    specs, members = draft.scenario.members, draft.members
    gdp, home = draft.frame.gdp, draft.home
    bound = {seat for seat in draft.seats if gave_word(draft, seat)}
    worst, amount, ref = "", 0.0, 0
    for member in draft.frame.members:
        state = members[member]
        spending, pledge = state.spending, state.pledge
        if spending < pledge and pledge > 0:
            part = specs[member].gdp * (pledge - spending) / pledge / gdp
            if home.get(member) in bound:
                part *= draft.scenario.coefficients.breach
            total += part
            if part > amount:
                worst, amount, ref = member, part, state.ref
    cause = because("pledge-missed", who=worst) if worst else because("pledges-kept")
    settle(draft, SHORTFALL, round(total, 9), cause, ref)


def progress(draft: Draft) -> float:
    """How far average spending has come, 0..1."""
    k = draft.scenario.coefficients
    specs, members = draft.scenario.members, draft.members
    average = sum_of([specs[m].gdp * members[m].spending for m in draft.frame.members]) / draft.frame.gdp
    return float(max(0.0, min(1.0, (average - k.progress_from) / k.progress_over)))
