"""Stances and handovers of posts in words."""

from tabletop.model.moves import AcceptHandover, Declare, ProposeHandover, RefuseHandover
from tabletop.words.acts.namer import Namer
from tabletop.words.acts.saying import say
from tabletop.words.acts.verb import VerbSlot, choice
from tabletop.words.orders import choices as of
from tabletop.words.said import after_colon, quoted

_PROPOSED = choice("post", of.proposed, every=of.every("posts"))


def _accept(name: Namer, move: AcceptHandover) -> str:
    return f"agrees to the handover of {name.post(move.post)}"


def _refuse(name: Namer, move: RefuseHandover) -> str:
    return f"refuses the handover of {name.post(move.post)}{after_colon(move.words)}{name.reason(move)}"


say(
    Declare,
    lambda name, move: f"declares {quoted(name.stance(move.stance))}",
    word="declare",
    keys=("d",),
    slots=(choice("stance", of.every("stances")),),
    tried=80,
    headline=3,
)
say(
    ProposeHandover,
    lambda name, move: f"proposes that {name.post(move.post)} goes to {name.member(move.to)}",
    word="hand",
    keys=("h",),
    slots=(choice("post", of.every("posts")), choice("member", of.candidates, every=of.every("members"), field="to")),
    tried=90,
    waits="waits for the parties",
    headline=2,
)
say(AcceptHandover, _accept, word="accept", slots=(_PROPOSED,), tried=140)
say(
    RefuseHandover,
    _refuse,
    word="refuse",
    slots=(_PROPOSED, VerbSlot("words", "text", needed=False)),
    tried=150,
)
