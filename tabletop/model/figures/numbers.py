"""Rows of figures that are numbers: of a theatre, a seat, a member or the alliance, in the order of lists."""

from functools import partial

from tabletop.model.figures import forms
from tabletop.model.figures.figure import (
    ANY,
    BILLIONS,
    DAYS,
    FROM_NOUGHT,
    GAUGE,
    INDEX,
    LEVEL,
    OF_GDP,
    PART,
    PEOPLE,
    PER_CENT,
    POINTS,
    SHARE,
    THOUSANDS,
    TURNS,
    YES,
    Figure,
)

_MARGIN = (-100.0, 100.0)
#: A share of GDP that control may set.
_OF_GDP = (0.0, 20.0)
_CELLS = "in-place equivalents"

_gauge = partial(Figure, range=GAUGE, unit=POINTS)
_part = partial(Figure, range=PART, unit=SHARE)
_percent = partial(Figure, range=GAUGE, unit=PER_CENT)
_count = partial(Figure, range=FROM_NOUGHT)
_yes = partial(Figure, range=PART, unit=YES)

THEATRES = (
    _gauge(
        form=forms.TRACK, name="Track", meaning="A gauge of the scenario's own", held=True,
        kept="value", changed="effect", score=True, notice="price", offer=1,
    ),
    _gauge(
        form=forms.SCORE, name="Share", unit=PER_CENT, meaning="The others' part of the requirement",
        score=True, notice="price",
    ),
    _gauge(
        form="deterrence", name="Deterrence overall", short="Deterrence", score=True, notice="price",
        meaning="Deterrence of all theatres by their weight",
    ),
    _gauge(form=forms.DETERRENCE, name="Deterrence", meaning="Deterrence in a theatre", score=True, notice="price"),
    _gauge(
        form="least-deterrence", name="Deterrence, weakest theatre", meaning="Deterrence where it is least",
    ),
    _gauge(
        form=forms.PRESSURE, name="Pressure", meaning="The adversary's pressure on a theatre", better="low",
        held=True, kept="value", changed="effect", score=True, notice="effects", offer=2,
    ),
    Figure(
        form=forms.MARGIN, name="Margin", meaning="Deterrence less pressure", range=_MARGIN, score=True,
        notice="effects",
    ),
    Figure(
        form="least-margin", name="Margin over pressure, weakest theatre", short="Least margin",
        meaning="Margin where it is least", range=_MARGIN,
    ),
    _part(
        form=forms.GAP, name="Gap", better="low", held=True, kept="value", changed="effect", notice="effects",
        behind=True, offer=7, meaning="What a surprise has opened in clarity",
    ),
    Figure(
        form=forms.STOCK, name="Stock in days", unit=DAYS, range=ANY, kept="value", sparse=True,
        changed="effect", notice="effects", offer=6,
        meaning="Days of fighting that shelves have gained since the opening; below 0 what they have lost",
    ),
    _count(
        form="days/THEATRE", name="Days", unit=DAYS, meaning="Days of fighting that a theatre's shelves hold",
    ),
    _percent(form=forms.FULFILMENT, name="Fulfilment", meaning="Part of a requirement that forces and shelves meet"),
    _percent(
        form="littoral/THEATRE/AREA", name="Littoral",
        meaning="Part of a requirement that forces of the theatre's own members meet",
    ),
    Figure(
        form=forms.LEDGER, name="Ledger", unit=_CELLS,
        meaning="What the others have added that no departure has used up",
    ),
    _percent(form="share/AREA", name="Share", meaning="The others' part of the requirement in an area"),
    _yes(form="majority", name="Majority", meaning="Whether the others carry half of all that is needed and more"),
)  # fmt: skip

SEATS = (
    _gauge(
        form=forms.SUPPORT, name="Public support", short="Support", meaning="Public support", held=True,
        kept="value", changed="effect", band=True, score=True, notice="price", offer=3,
    ),
    _gauge(
        form=forms.CAPITAL, name="Political capital", short="Capital", meaning="Political capital", held=True,
        kept="value", changed="effect", score=True, notice="price", behind=True, offer=4,
    ),
    _count(
        form=forms.WALLET, name="Money", meaning="Programme money", unit=BILLIONS, held=True, kept="value",
        changed="effect", notice="effects", behind=True, offer=5,
    ),
    _part(
        form=forms.READINESS, name="Readiness", meaning="Level of readiness", held=True, kept="value", sparse=True,
        notice="effects", behind=True,
    ),
    Figure(
        form=forms.SOLDIERS, name="Soldiers", meaning="Soldiers that programmes can still be manned with",
        unit=THOUSANDS, kept="value", changed="effect",
    ),
    _part(
        form="promises/SEAT", name="Promises", who="seat",
        meaning="Part of its promises that are due and were kept; 1 while none is due",
    ),
    _count(
        form="shared-programmes/SEAT", name="Shared programmes", unit="programmes",
        meaning="Programmes of several payers that it pays for or leads, once ordered",
    ),
    _count(
        form=forms.SPENDING, name="Spending", meaning="Defence spending", unit=OF_GDP, changed="adjustment",
        at=_OF_GDP, offer=8,
    ),
    _count(
        form=forms.PLEDGE, name="Pledge", meaning="Its pledge path", unit=OF_GDP, changed="adjustment", at=_OF_GDP,
    ),
    Figure(
        form=forms.WORTH, name="Worth of forces", unit=INDEX, range=(0.0, 2.0), held=True, kept="value",
        changed="effect", notice="effects", behind=True,
        meaning="What budgets have kept of a member's forces of the opening, which is 1",
    ),
    _yes(form="on-path/MEMBER", name="On path", meaning="Whether it spends what its pledge path says"),
    _count(form="on-path-count", name="On path count", unit="members", meaning="Members that spend what they pledged"),
    _count(
        form=forms.INVESTED, name="Invested", unit=BILLIONS, kept="value", sparse=True,
        meaning="Money invested this way so far",
    ),
    _percent(form="invested-share/WAY", name="Invested share", meaning="This way's part of all that was invested"),
)  # fmt: skip

ALLIANCE = (
    _count(
        form="withdrawn", name="Forces withdrawn", unit="packages", better="low", kept="value", sparse=True,
        meaning="The anchor's packages that have left",
    ),
    _part(
        form="withdrawn/surprise", name="Withdrawn by surprise", better="low", kept="count", sparse=True,
        meaning="Part of those that left without notice",
    ),
    _part(
        form="withdrawn/announced", name="Withdrawn with notice", better="low", kept="count", sparse=True,
        meaning="Part of those that left with notice",
    ),
    _part(
        form="withdrawn/matched", name="Withdrawn and matched", better="low", kept="count", sparse=True,
        meaning="Part of those that left with notice and a full match",
    ),
    _count(
        form="uncertified", name="People withdrawn without certificate", unit=PEOPLE, better="low", kept="value",
        sparse=True, meaning="People gone below the law's floor without a match or a certificate",
    ),
    _count(form="probes", name="Probes", unit="probes", better="low", kept="value", sparse=True,
           meaning="Probes by the adversary"),
    _count(
        form="probes/unanswered", name="Probes, unanswered", unit="probes", better="low", kept="value", sparse=True,
        meaning="Probes that nobody stood up to",
    ),
    _percent(form="probes-unanswered", name="Probes unanswered", better="low", meaning="Their part of all probes"),
    _count(form="personnel/PEOPLE", name="Personnel", unit=PEOPLE, meaning="The anchor's people in theatre"),
    _part(
        form="agreement", name="Agreement in words", held=True, kept="value", changed="effect", notice="effects",
        behind=True, offer=9, meaning="How far seats say the same",
    ),
    Figure(
        form="alarm", name="Alarm", unit=LEVEL, range=FROM_NOUGHT, most="alarm_most", better="low", held=True,
        kept="value", changed="effect", band=True, notice="effects", behind=True, offer=10,
        meaning="How alarmed voters are",
    ),
    _count(
        form="departed", name="Alarm over departures", unit=LEVEL, better="low", kept="value", sparse=True,
        meaning="The part of the alarm that departures made",
    ),
    _count(
        form="condition", name="Conditionality", unit=LEVEL, better="low", kept="value", sparse=True,
        meaning="How hard the anchor has lately asked for spending",
    ),
    _count(
        form="growth", name="Growth of needs", unit=SHARE, better="low", kept="value", changed="effect",
        meaning="By how much the adversary's rebuilding has raised what would deter",
    ),
    _count(
        form="hurried", name="Hurried handovers", unit=SHARE, better="low", kept="value", sparse=True,
        meaning="Posts changing hands unprepared, by their weight",
    ),
    _count(
        form=forms.TEXT_WEAR, name="Wear of a text", unit="times", better="low", kept="value", sparse=True,
        meaning="How often a kind of text has been agreed of late",
    ),
    _part(
        form="shortfall", name="Pledges missed", better="low", kept="value", notice="effects",
        meaning="Part of what was pledged that is not spent, by GDP",
    ),
    _part(form="command", name="Command", kept="value", meaning="Part of command that is not the anchor's"),
    _count(
        form="overload", name="Posts in transition", unit="posts", better="low", kept="value",
        meaning="Posts in transition",
    ),
    Figure(form="resolve", name="Resolve", kept="value", meaning="Resolve that programmes have added"),
    Figure(
        form="anchor", name="Commitment's anchor", kept="value", changed="effect",
        meaning="What posts and effects have added to where commitment drifts to",
    ),
    _count(
        form="wear/anchor", name="Wear of words", unit="declarations", better="low", kept="value",
        meaning="How worn the anchor's declarations are",
    ),
    _count(
        form="wear/others", name="Wear of words", unit="declarations", better="low", kept="value",
        meaning="How worn the others' declarations are",
    ),
    _count(
        form="promises/broken", name="Promises broken", unit="promises", better="low",
        meaning="Promises broken so far, by whomever",
    ),
    _count(
        form="texts/fallen", name="Texts fallen", unit="texts", better="low",
        meaning="Texts that have fallen so far, because silence was broken or votes were wanting",
    ),
    _count(
        form="matches/missing", name="Departures not covered", unit="packages", better="low",
        meaning="Packages that have left and are not covered in full now",
    ),
    _count(form="turn", name="Turn", unit=TURNS, meaning="The turn that is played; 0 is the opening"),
)  # fmt: skip

NUMBERS = (*THEATRES, *SEATS, *ALLIANCE)
