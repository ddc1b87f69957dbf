"""Where forces stand, in words."""

from tabletop.model.forces import Status
from tabletop.model.moves import Assign, Backfill, CancelWithdrawal, Deploy, RefuseHosting, Withdraw
from tabletop.words.acts.namer import Namer
from tabletop.words.acts.saying import say
from tabletop.words.acts.verb import VerbSlot, choice
from tabletop.words.forces import agreed
from tabletop.words.orders import choices as of

_THEATRE = choice("theatre", of.every("theatres"))


def _anchors(*states: Status) -> VerbSlot:
    """One of the anchor's packages in these states."""
    return choice("force", of.packages(*states), every=of.every("forces"))


def _assign(name: Namer, move: Assign) -> str:
    ahead = f", leaving in turn {move.turn}" if move.turn else ""
    return f"moves {name.force(move.force)} to {name.theatre(move.theatre)}{ahead}"


def _cancel(name: Namer, move: CancelWithdrawal) -> str:
    return f"keeps {name.force(move.force)} after all"


def _deploy(name: Namer, move: Deploy) -> str:
    return f"sends {name.force(move.force)} to {name.theatre(move.theatre)}"


def _no_hosting(name: Namer, move: RefuseHosting) -> str:
    return f"will not host {name.force(move.force)}"


def _backfill(name: Namer, move: Backfill) -> str:
    stand_in = name.force(move.replacement)
    return f"promises that {stand_in} {agreed(stand_in, 'takes')} the place of {name.force(move.replaces)}"


say(
    Assign,
    _assign,
    word="assign",
    slots=(choice("force", of.mine, every=of.every("forces")), _THEATRE, VerbSlot("turn", "turn", needed=False)),
    tried=130,
)
say(
    Withdraw,
    lambda name, move: f"withdraws {name.force(move.force)}, leaving in turn {move.turn}",
    word="withdraw",
    keys=("w",),
    slots=(_anchors(Status.AVAILABLE), VerbSlot("turn", "turn")),
    tried=60,
    headline=1,
)
say(CancelWithdrawal, _cancel, word="cancel", slots=(choice("force", of.leaving, every=of.every("forces")),), tried=200)
say(Deploy, _deploy, word="deploy", slots=(_anchors(Status.ELSEWHERE, Status.AVAILABLE), _THEATRE), tried=210)
say(
    RefuseHosting,
    _no_hosting,
    word="no-hosting",
    slots=(choice("force", of.moving_here, every=of.every("forces")),),
    tried=220,
)
say(
    Backfill,
    _backfill,
    word="backfill",
    keys=("b",),
    slots=(
        choice("replacement", of.stand_ins, every=of.every("forces", "programmes")),
        choice("force", of.packages(Status.AVAILABLE, Status.LEAVING), every=of.every("forces"), field="replaces"),
    ),
    tried=120,
    waits="a promise; the ledger is the deed",
)
