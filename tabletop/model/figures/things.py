"""Rows of what may be asked of a force, a programme, a post, an inject or a text."""

from functools import partial

from tabletop.model.figures.figure import FROM_NOUGHT, PART, TRANCHES, YES, Figure
from tabletop.model.forces import Status
from tabletop.model.injects import InjectState

STATUSES = tuple(Status)
INJECT_STATES = tuple(InjectState)
TEXT_STATES = ("untabled", "open", "standing", "fallen", "withdrawn", "ended")
POST_STATUSES = ("held", "proposed", "transition")
PROGRAMME_STATUSES = ("catalogue", "building", "available")

_yes = partial(Figure, unit=YES, range=PART)
_tranches = partial(Figure, unit=TRANCHES, range=FROM_NOUGHT)
_settable = partial(Figure, changed="effect")

THINGS = (
    _settable(
        form="force/FORCE/status", name="Status", gives=STATUSES, offer=11, meaning="Where it is in its life",
    ),
    _settable(form="force/FORCE", name="Status", gives=STATUSES, read=False, meaning="The same as its status, shorter"),
    _settable(form="force/FORCE/theatre", name="Theatre", gives="theatre", offer=12, meaning="Where it stands"),
    Figure(form="force/FORCE/owner", name="Owner", gives="member", meaning="Member that owns it"),
    _yes(form="force/FORCE/in-place", name="In place", meaning="Whether it counts where it stands"),
    Figure(
        form="force/FORCE/replaced", name="Replaced", gives=("in-place", "matched", "gone"),
        meaning="Whether it is there, left with a full match, or is gone",
    ),
    Figure(form="programme/PROGRAMME/status", name="Status", gives=PROGRAMME_STATUSES, meaning="Where it stands"),
    _yes(form="programme/PROGRAMME/in-place", name="In place", meaning="Whether a tranche of it stands"),
    _tranches(form="programme/PROGRAMME/ordered", name="Ordered", meaning="Tranches ordered"),
    _tranches(form="programme/PROGRAMME/delivered", name="Delivered", meaning="Tranches delivered"),
    _settable(form="post/POST/holder", name="Holder", gives="member", offer=13, meaning="Member that holds it"),
    _settable(
        form="post/POST/status", name="Status", gives=POST_STATUSES, sets=("held", "transition"),
        meaning="State of a handover",
    ),
    _settable(
        form="post/POST", name="Status", gives=POST_STATUSES, sets=("held", "transition"), read=False,
        meaning="The same as its status, shorter",
    ),
    _yes(form="post/POST/settled", name="Settled", meaning="Whether it is held by another than the anchor, for good"),
    Figure(
        form="post/POST/settled-with/MEMBER", name="Settled with", unit="turns", range=FROM_NOUGHT,
        meaning="Turns that this member has held it since a handover",
    ),
    _settable(
        form="inject/INJECT", name="State", gives=INJECT_STATES, read=False, who="control", offer=14,
        meaning="The same as its state, shorter",
    ),
    _settable(
        form="inject/INJECT/state", name="State", gives=INJECT_STATES, who="control",
        meaning="Whether it waits, is there, was answered, or is over",
    ),
    Figure(form="inject/INJECT/outcome", name="Outcome", gives="outcome", meaning="How it ended, or its chain did"),
    Figure(form="chain/CHAIN", name="Chain", gives="outcome", meaning="How the chain of injects stands"),
    Figure(form="text/TEXT/state", name="State", gives=TEXT_STATES, meaning="Where it stands"),
    Figure(
        form="text/TEXT/ABOUT/state", name="State", gives=TEXT_STATES,
        meaning="The same of a text about a post, force, theatre or seat",
    ),
)  # fmt: skip
