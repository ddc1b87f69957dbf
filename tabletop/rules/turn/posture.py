"""Forces that move: assignments, announced and sudden withdrawals, deployments, the legal floor."""

from attrs import frozen

from tabletop.model.cause import Cause, Kind, because
from tabletop.model.figures.forms import CAPITAL, GAP
from tabletop.model.figures.path import path_of
from tabletop.model.forces import Force, Status
from tabletop.model.inner import UNCERTIFIED, WITHDRAWN
from tabletop.model.moves import Assign, Backfill, CancelWithdrawal, Deploy, Withdraw
from tabletop.rules.scores.numbers import packages_abroad, personnel
from tabletop.rules.turn.declare import gave_word
from tabletop.rules.turn.ledger import coverage, use
from tabletop.rules.turn.relief import Added, Departure, added_by, called_back, relief, voters_see
from tabletop.rules.turn.stations import station
from tabletop.rules.world.arithmetic import count_of, power, sum_of
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.evolving import evolve
from tabletop.rules.world.figures import move, nudge, settle


def place(draft: Draft, orders: list[tuple[str, Assign | Deploy, int]]) -> None:
    """Carries out assignments and deployments, as far as the force is still to be had."""
    for seat, order, ref in orders:
        state: Force = draft.forces[order.force]
        fit = (Status.AVAILABLE,) if isinstance(order, Assign) else (Status.AVAILABLE, Status.ELSEWHERE)
        if state.status not in fit or (state.status, state.theatre) == (Status.AVAILABLE, order.theatre):
            continue
        new = Force(status=Status.AVAILABLE, theatre=order.theatre, turn=draft.turn, ref=ref)
        if isinstance(order, Assign) and state.theatre != draft.scenario.forces[order.force].base:
            called_back(draft, seat, order.force, ref)
        kind: Kind = "returns" if state.status is Status.ELSEWHERE else "moves"
        station(draft, order.force, new, because(kind, order.force, who=seat), ref)


def promise_matches(draft: Draft, orders: list[tuple[str, Backfill, int]]) -> None:
    """A backfill is the promise; the ledger is the deed."""
    for seat, order, ref in orders:
        state: Force = draft.forces[order.replaces]
        promise = evolve(state, claim=order.replacement, ref=state.ref or ref)
        draft.set_force(order.replaces, promise, because("backfill", order.replaces, order.replacement, who=seat), ref)


def announce(draft: Draft, orders: list[tuple[str, Withdraw | CancelWithdrawal, int]]) -> float:
    """Announcements, new dates and cancellations; returns what they add to the alarm, before its spread."""
    k = draft.scenario.coefficients
    alarm = 0.0
    for seat, order, ref in orders:
        state: Force = draft.forces[order.force]
        spec = draft.scenario.forces[order.force]
        if isinstance(order, Withdraw) and state.status is Status.LEAVING:
            since = state.announced if order.turn >= state.turn else draft.turn  # hastened: told anew
            leaving = evolve(state, turn=order.turn, announced=since, ref=ref)
            draft.set_force(order.force, leaving, because("new-date", order.force, who=seat), ref)
        elif isinstance(order, Withdraw) and state.status is Status.AVAILABLE:
            if order.turn > draft.turn:
                alarm += spec.personnel / k.alarm_people
            leaving = evolve(state, status=Status.LEAVING, turn=order.turn, announced=draft.turn, ref=ref)
            draft.set_force(order.force, leaving, because("announced", order.force, who=seat), ref)
        elif isinstance(order, CancelWithdrawal) and state.status is Status.LEAVING:
            alarm -= k.alarm_cancel * spec.personnel / k.alarm_people
            stays = evolve(state, status=Status.AVAILABLE, turn=0, announced=0, claim="", ref=ref)
            cause = because("cancelled", order.force, who=seat)
            draft.set_force(order.force, stays, cause, ref)
            nudge(draft, draft.scenario.names.trust, k.cancel_trust, cause, ref)
    return alarm


@frozen
class _Leaver:
    departure: Departure
    surprise: float  # size counted as surprise
    cover: float  # size that the ledger covers
    bare: float  # size that it doesn't
    theatre: str


def depart(draft: Draft) -> float:
    """What is due leaves, with what it costs; returns what it adds to the alarm, before its spread."""
    k = draft.scenario.coefficients
    leavers = []
    alarm = 0.0
    leaving, now = Status.LEAVING, draft.turn
    added: Added | None = None
    for force in draft.waiting():
        state = draft.forces[force]
        if state.status is not leaving or state.turn > now:
            continue
        spec = draft.scenario.forces[force]
        notice = state.turn - state.announced
        surprise = notice < k.notice_turns
        before = 1.0 if state.announced < state.turn else 0.0  # people counted when it was announced
        alarm += spec.personnel / k.alarm_people * (k.alarm_surprise - before if surprise else 1.0)
        added = added or added_by(draft)
        leavers.append(_take_out(draft, force, state, surprise, added))
    if leavers:
        _costs(draft, leavers)
        voters_see(draft, [leaver.departure for leaver in leavers])
    return alarm


def _take_out(draft: Draft, force: str, state: Force, surprise: bool, added: Added) -> _Leaver:
    k = draft.scenario.coefficients
    spec = draft.scenario.forces[force]
    cells = draft.frame.contribution(force, state)
    cover = coverage(draft, cells)
    stand_in = relief(draft, cells, added) if cover else {}
    use(draft, cells, because("ledger-used", force), state.ref)
    matched = cover >= 1 and not surprise
    going, counting = _causes(force, surprise=surprise, matched=matched)
    elsewhere = evolve(state, status=Status.ELSEWHERE, matched=matched)
    station(draft, force, elsewhere, going, state.ref)
    move(draft, WITHDRAWN, 1.0, counting, state.ref)
    move(draft, "withdrawn/surprise" if surprise else "withdrawn/announced", 1.0, counting, state.ref)
    if matched:
        move(draft, "withdrawn/matched", 1.0, counting, state.ref)
    size = max(k.size_least, min(k.size_most, spec.personnel / k.size_personnel))
    departure = Departure(force, size, cover, stand_in, state.ref)
    false_claim = k.false_claim if state.claim and not matched else 1.0
    if surprise:
        breach = k.breach if _word_broken(draft) else 1.0
        return _Leaver(departure, size * (1 - k.surprise_cover * cover) * breach, 0.0, 0.0, state.theatre)
    return _Leaver(departure, 0.0, size * cover, size * (1 - cover) * false_claim, state.theatre)


def _causes(force: str, *, surprise: bool, matched: bool) -> tuple[Cause, Cause]:
    """The causes of a departure's going and of its being counted."""
    if surprise:
        return because("left-by-surprise", force), because("counted-by-surprise", force)
    if matched:
        return because("left-matched", force), because("counted-matched", force)
    return because("left", force), because("counted", force)


def _word_broken(draft: Draft) -> bool:
    """Whether a surprise now breaks a standing text or a recent word of the anchor's seat."""
    scenario = draft.scenario
    seat = scenario.names.anchor_seat
    bound = any(
        text.state == "standing" and scenario.texts[text.kind].rule == "no-surprise" and seat not in text.footnotes
        for text in draft.texts.values()
    )
    return bound or gave_word(draft, seat)


def _costs(draft: Draft, leavers: list[_Leaver]) -> None:
    k = draft.scenario.coefficients
    names = draft.scenario.names
    sudden = k.surprise_trust, k.surprise_cohesion, k.surprise_commitment
    bare = k.uncovered_trust, k.uncovered_cohesion, k.uncovered_commitment
    match = k.covered_trust, 0.0, k.covered_commitment
    classes: tuple[tuple[str, Kind, float, tuple[float, float, float]], ...] = (
        ("surprise", "leaves-by-surprise", k.mass_exponent, sudden),
        ("bare", "leaves-unmatched", k.mass_exponent, bare),
        ("cover", "leaves-matched", k.covered_exponent, match),
    )
    for part_of, kind, exponent, (trust, cohesion, commitment) in classes:
        sizes = [(leaver, getattr(leaver, part_of)) for leaver in leavers]
        total = sum_of(size for _, size in sizes)
        if not total:
            continue
        for leaver, size in sizes:
            part = power(total, exponent) * size / total
            cause = because(kind, leaver.departure.force)
            nudge(draft, names.trust, trust * part, cause, leaver.departure.ref)
            nudge(draft, names.cohesion, cohesion * part, cause, leaver.departure.ref)
            nudge(draft, names.commitment, commitment * part, cause, leaver.departure.ref)
    for theatre in draft.frame.theatres:
        surprises = [leaver for leaver in leavers if leaver.theatre == theatre and leaver.surprise]
        total = sum_of(leaver.surprise for leaver in surprises)
        if total:
            gap = k.surprise_gap * power(total, k.mass_exponent)
            gap = max(0.0, min(gap, k.surprise_gap_most - draft.figures[path_of(GAP, theatre)]))
            for leaver in surprises:
                cause = because("leaves-gap", leaver.departure.force)
                move(draft, path_of(GAP, theatre), gap * leaver.surprise / total, cause, leaver.departure.ref)


def uncertified(draft: Draft) -> int:
    """People of the anchor who have left the others' countries without a full match and without a certificate."""
    scenario = draft.scenario
    certified = {
        text.about
        for text in draft.texts.values()
        if text.state == "standing" and scenario.texts[text.kind].rule == "certify"
    }
    forces, specs, elsewhere = draft.forces, scenario.forces, Status.ELSEWHERE
    return count_of(
        [
            people
            for force, people in packages_abroad(draft.frame)
            if forces[force].status is elsewhere and not forces[force].matched and force not in certified
            if specs[force].opens != elsewhere  # it has left, and did not open there
        ]
    )


def floor(draft: Draft) -> None:
    """Below the law's floor, or with the protected post given away, every turn costs."""
    k = draft.scenario.coefficients
    names, legal = draft.scenario.names, draft.scenario.legal
    settle(draft, UNCERTIFIED, float(uncertified(draft)), because("uncertified"))
    people = draft.figures.get(UNCERTIFIED, 0.0)
    missing = min(legal.floor - personnel(draft), people) if people else 0.0
    capital = path_of(CAPITAL, names.anchor_seat)
    if missing > 0:
        steps = missing / k.floor_step
        cause = because("below-floor")
        nudge(draft, names.cohesion, k.floor_cohesion * steps, cause)
        nudge(draft, names.trust, k.floor_trust * steps, cause)
        move(draft, capital, k.floor_capital * steps, cause)
    post = draft.posts[names.anchor_post]
    if draft.scenario.posts[names.anchor_post].protected and post.holder != names.anchor:
        move(draft, capital, k.anchor_post_capital, because("post-barred", names.anchor_post), post.ref)
