"""Every number in the equations, by name. Values and their basis stand in the scenario, never here.

Groups follow model-calibration.md; docs/model.md prints each with its source or the word judgement.
Points are points of a 0..100 gauge unless said; money is billion dollars; a turn is half a year.

Those with a default came later: a save from before them is played with the default, which is what the rules did then.
"""

from attrs import frozen


@frozen(kw_only=True)
class Coefficients:
    """The scenario's `[coefficients]` table, one float each."""

    # deterrence = 100 C^a K^b M^c
    capability_exponent: float
    credibility_exponent: float
    clarity_exponent: float
    strategic_floor: float  # share of credibility that rests on the anchor alone (phi)
    empty_area: float  # what an empty area still counts (eps)
    least_clarity: float
    local_will: float  # how far presence on the spot moves will, 0..1 (l)
    presence_full: float  # anchor's supply over requirement at which its presence is full
    front_full: float  # Europe's likewise
    trust_in_clarity: float
    agreement_in_clarity: float
    overload: float  # clarity lost per post in transition beyond the first
    # resolve
    resolve_cohesion: float
    resolve_pledges: float
    resolve_command: float
    shortfall_weight: float
    anchor_post_share: float  # what a post held by the anchor counts for European command
    transition_share: float  # what a post in transition counts
    # drifts per turn
    soft_edge: float  # points from an end of a gauge where changes begin to shrink
    commitment_rate: float
    commitment_base: float
    commitment_progress: float
    commitment_shortfall: float
    commitment_trust: float
    commitment_cohesion: float
    commitment_reference: float
    progress_from: float  # per cent of GDP
    progress_over: float  # points of GDP
    cohesion_rate: float
    cohesion_base: float
    cohesion_trust: float
    cohesion_commitment: float
    cohesion_shortfall: float
    neutral: float  # level of trust and cohesion that neither lifts nor lowers the others
    trust_rate: float
    trust_base: float
    agreement_rate: float
    agreement_base: float
    gap_fade: float
    wear_fade: float
    escalation_fade: float
    # withdrawals
    size_personnel: float
    size_least: float
    size_most: float
    mass_exponent: float
    covered_exponent: float
    covered_trust: float
    covered_commitment: float
    uncovered_trust: float
    uncovered_cohesion: float
    uncovered_commitment: float
    false_claim: float  # multiplies the uncovered part when a match had been claimed
    surprise_trust: float
    surprise_cohesion: float
    surprise_commitment: float
    surprise_gap: float
    surprise_gap_most: float
    surprise_cover: float  # how much of a surprise a full match takes off
    notice_turns: float  # turns ahead from which a withdrawal is no surprise
    full_match: float  # coverage that counts as full
    cancel_trust: float
    breach: float  # multiplies a surprise that breaks a recent word or a standing text
    word_turns: float  # how long a word of solidarity binds
    # legal floor
    floor_step: float  # people
    floor_cohesion: float
    floor_trust: float
    floor_capital: float  # anchor seat's political capital per step missing and turn
    anchor_post_capital: float  # the same, for the anchor's post given away
    # money, industry
    equipment_share: float
    free_level: float  # per cent of GDP
    base_money: float
    carry_over: float
    industry_cap: float  # bn a turn per point of industry
    industry_gain: float  # points per bn ordered
    second_series: float  # price factor
    slip: float  # probability that a delivery is a turn late
    readiness_gain: float
    readiness_cost: float  # bn a half-year for all forces at level 1
    soldiers_growth: float  # yearly share by which a member's soldiers can grow
    # politics at home
    capital_gain: float
    capital_per_point: float
    max_rise: float  # points of GDP a turn
    pledge_step: float
    pledge_top: float
    support_floor: float
    support_rate: float
    support_base: float
    too_much: float
    too_little: float
    want_per_alarm: float
    got_share: float
    readiness_credit: float
    provisional_fall: float
    election_swing: float
    alarm_fade: float
    alarm_most: float
    alarm_people: float
    alarm_spread: float
    alarm_surprise: float
    alarm_cancel: float
    # adversary
    probe_base: float
    probe_slope: float
    probe_margin: float
    probe_odds: float
    probe_span: float
    probe_least: float
    probe_most: float
    hit_cohesion: float
    hit_commitment: float
    hit_pressure: float
    hit_escalation: float
    repelled_cohesion: float
    repelled_pressure: float
    # council
    broken_silence_cohesion: float
    alone_factor: float
    fallen_sponsor: float
    footnote_share: float
    promise_kept_trust: float
    promise_broken_trust: float
    # stocks: what production adds and use takes, parts of a full shelf a turn
    stock_refill: float = 0.0  # at 100 points of industry
    stock_use: float = 0.0
    # chance beside decisions, points a turn at the most, either way
    pressure_luck: float = 0.0
    commitment_luck: float = 0.0
    # relief of packages that leave, points of support for a package of size 1
    relief_support: float = 0.0  # for a seat that stands in for its fair part of it
    relief_most: float = 2.0  # times its fair part that still counts
    recall_support: float = 0.0  # for each force that is called away again from where its seat had sent it
    alone_support: float = 0.0  # for those who live there, when nobody does
    # what a force counts, of what it counts in place
    ten_days: float = 0.7  # there within ten days
    thirty_days: float = 0.4  # there within thirty
    transit: float = 0.5  # on its way to another theatre
    away_worth: float = 0.9  # in another theatre than its base, of all that it counted before
    # later names for what the rules did before
    own_handover: float = 1 / 3  # part of a post's cohesion when it passes between two of the others
    given_back: float = 0.5  # part of a handover's gain lost when a post goes back to the anchor
    free_moves: float = 2.0  # free moves a seat and turn
    text_turns: float = 2.0  # turns a text that is voted may stay open
    stale_words: float = 0.5  # what words still count for each time that side has spoken of late
    clear_margin: float = 30.0  # points between a roll and its odds from which it is a clear success or failure
    # departures
    size_heavy: float = 0.0  # added for a heavy formation
    size_symbol: float = 0.0  # added for a fighting formation of so many people
    symbol_people: float = 1500.0
    moved_share: float = 0.85  # size of a departure for another theatre
    other_kind: float = 0.4  # what another kind of the same family matches
    bridge_turns: float = 2.0  # for how long readiness matches
    bridge_most: float = 0.5  # and how much of a departure
    lapse_factor: float = 1.0  # multiplies the uncovered price when a match lapses
    late_match: float = 0.5  # part of the uncovered trust that a late match gives back
    certificate_trust: float = 0.0  # for a certificate that the book contradicts
    certificate_least: float = 0.8  # coverage under which it does
    pull_trust: float = 0.0  # for an ally's forward force of size 1 pulled from its host
    pull_cohesion: float = 0.0
    pull_announced: float = 0.5  # part of that when it was announced
    # budgets: points of GDP a turn
    adhere_catch: float = 1.0  # part of what is missing to the pledge
    adhere_pull: float = 0.0  # by a level of alarm felt
    adhere_from: float = 0.6  # level from which alarm pulls up
    adhere_most: float = 1.2  # level above which it pulls no more
    adhere_luck: float = 0.0  # standard deviation, for members of a large economy
    adhere_luck_small: float = 0.0
    adhere_large: float = 1000.0  # billion dollars
    budget_luck: float = 0.0  # what all share
    leaving_pull: float = 1.0  # weight of departures in the alarm that moves budgets
    condition_rise: float = 0.0  # by conditionality, for those below their path
    condition_alarm: float = 0.5  # alarm at which it is heard in full
    condition_fade: float = 0.5
    commitment_notice: float = 0.0  # points of commitment for a point of GDP that all order above their path
    # what budgets keep of forces, parts a turn
    keep_rate: float = 0.0
    keep_level: float = 2.0  # per cent of GDP that neither adds nor takes
    keep_over: float = 1.5  # times that level above which more adds nothing
    keep_most: float = 1.35  # most that forces of the opening can be worth
    ageing: float = 0.0
    industry_upkeep: float = 0.0  # part of ageing that a full industry takes off
    industry_room: float = 60.0  # points from the opening's industry to a full one
    industry_price: float = 0.0  # part of prices that a hundred points take off
    industry_slip: float = 0.0  # part of delays that a full industry takes off
    slip_least: float = 0.3  # part of them that stays
    slip_again: float = 0.0  # probability that a late delivery is a turn later still
    slip_most: float = 1.0  # turns
    readiness_step: float = 1.0  # level a turn by which readiness rises at most
    readiness_use: float = 0.0  # part of a full shelf a turn that full readiness uses up
    # voters
    accept_base: float = 0.0  # points of GDP a turn that they bear without alarm
    accept_alarm: float = 0.1  # by a level of alarm
    accept_room: float = 0.0  # less for each point that stands above the path
    accept_poll: float = 0.0  # by a per cent of people beyond half who want more
    accept_fiscal: float = 0.0  # by fiscal room, low -1 to high 1
    want_from: float = 0.0  # level of alarm from which they ask for more
    election_commitment: float = 0.0  # points either way that the anchor's votes move commitment
    election_plan: float = 0.0  # points of GDP either way that another member's vote moves its next budget
    # threat
    alarm_threat: float = 0.0  # by a point of pressure within the margin of what deters
    alarm_margin: float = 8.0  # points
    hit_alarm: float = 0.0
    repelled_alarm: float = 0.0
    rebuild: float = 0.0  # part of needs that the adversary adds a turn
    rebuild_luck: float = 0.5  # part of that by which luck moves it
    attention_elsewhere: float = 0.0  # points of commitment's level a turn
    inject_spread: float = 0.0  # part by which luck moves an inject's effects
    stock_asks: float = 1.0  # questions a turn that the director means each seat to have
    stock_most: float = 3.0  # injects that come in a turn with those that the director draws
    stock_least: float = 1.0  # that come in any turn while the stock has some that may; in the last, the most too
    stock_surfeit: float = 0.5  # what a question too many counts against an inject, beside one too few for it
    stock_bare: float = 0.1  # questions that seats count as short of while a turn has fewer injects than the least
    # posts and council
    hurried: float = 0.0  # clarity lost for command that changes hands unprepared
    prepared_resolve: float = 0.0  # points of resolve for all of command handed over prepared
    forced_trust: float = 0.0  # for taking the anchor's post by a text against its will
    stale_texts: float = 1.0  # what a text's gains still count for each time its kind was agreed of late
    text_wear_fade: float = 0.7
    promise_broken_commitment: float = 0.0


@frozen
class Basis:
    """Where a coefficient comes from: `unit`, `meaning`, and `basis` (a source, or the word judgement)."""

    unit: str
    meaning: str
    basis: str
