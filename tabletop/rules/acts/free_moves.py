"""Free moves: made, argued for and against, estimated, given odds and rolled."""

from typing import Any

from tabletop.model.council import FreeMove
from tabletop.model.events import FreeMoveChanged
from tabletop.model.figures.forms import CAPITAL, PRESSURE, SUPPORT
from tabletop.model.figures.path import path_of
from tabletop.model.likelihood import SCALE, find_word, odds_of
from tabletop.model.moves import Argue, Estimate, MakeFreeMove, Odds, Roll
from tabletop.model.optional import FREE_MOVES
from tabletop.model.refusal import Refusal
from tabletop.model.world import Phase, World
from tabletop.rules.acts.act import Act, Maker, When
from tabletop.rules.world.arithmetic import count_of
from tabletop.rules.world.chance import die
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.evolving import evolve

_ARGUING = (Phase.ORDERS, Phase.RED, Phase.ADJUDICATE)


def _may_make(world: World, move: MakeFreeMove) -> Refusal | None:
    if FREE_MOVES in world.without:
        return Refusal("free-move/left-out", "this exercise is played without free moves; order what the rules know")
    count = count_of(f.seat == move.seat and f.turn == world.turn for f in world.free_moves)
    most = world.scenario.coefficients.free_moves
    if count >= most:
        return Refusal("free-move/used", f"a seat makes at most {most:g} free moves a turn")
    if not move.aim.strip():
        return Refusal("free-move/empty", "say in a sentence what happens")
    if move.gains and move.gains not in gains(world, move.seat):
        return Refusal("free-move/gains", f"a free move gains one of: {', '.join(gains(world, move.seat))}")
    return None


def gains(world: World, seat: str) -> tuple[str, ...]:
    """Figures that a seat's free move may be meant to move."""
    names = world.scenario.names
    own = (path for path in (path_of(SUPPORT, seat), path_of(CAPITAL, seat)) if path in world.figures)
    theatres = (path_of(PRESSURE, theatre) for theatre in world.scenario.theatres)
    return (*own, names.trust, names.cohesion, names.commitment, *theatres)


def _may_argue(world: World, move: Argue | Estimate) -> Refusal | None:
    if world.phase not in _ARGUING:
        return Refusal(
            "phase/no-argument", f"arguments are heard from orders to adjudication; this is {world.phase.value}"
        )
    free = _by_number(world).get(move.move)
    if free is None or free.turn != world.turn:
        return Refusal("free-move/unknown", f"no free move of this turn is numbered {move.move}")
    if free.grade or any(f"free/{free.seat}/{free.number}" == item for item in world.rulings):
        return Refusal("free-move/ruled", "control has ruled on that move")
    if isinstance(move, Argue) and move.side not in ("for", "against"):
        return Refusal("free-move/side", f"argue 'for' or 'against'; '{move.side}' given")
    if isinstance(move, Estimate) and find_word(move.word) is None:
        return Refusal("free-move/word", f"'{move.word}' is no word of the scale: {', '.join(w.word for w in SCALE)}")
    return None


def _may_lock(world: World, move: Odds) -> Refusal | None:
    free = _by_number(world).get(move.move)
    if free is None or free.rolled is not None:
        return _no_roll(free, move.move)
    if free.odds is not None:
        return Refusal("odds/locked", f"the odds of that move stand at {free.odds:g} per cent; undo to change them")
    if move.chance is None and find_word(move.word) is None:
        return Refusal("odds/word", f"give a chance in per cent, or one of: {', '.join(w.word for w in SCALE)}")
    if move.chance is not None and not 0 <= move.chance <= 100:
        return Refusal("odds/range", f"a chance is 0 to 100 per cent; {move.chance:g} given")
    return None


def _may_roll(world: World, move: Roll) -> Refusal | None:
    free = _by_number(world).get(move.move)
    if free is None or free.rolled is not None:
        return _no_roll(free, move.move)
    if free.odds is None:
        return Refusal("roll/no-odds", "lock the odds before the roll")
    if move.dice is not None and not 1 <= move.dice <= 100:
        return Refusal("roll/dice", f"dice show 1 to 100; {move.dice} given")
    return None


def _no_roll(free: FreeMove | None, number: int) -> Refusal:
    if free is None:
        return Refusal("free-move/unknown", f"no free move is numbered {number}")
    return Refusal("roll/rolled", f"that move has been rolled: {free.rolled}")


def _make(draft: Draft, move: MakeFreeMove, ref: int) -> None:
    number = count_of(f.seat == move.seat and f.turn == draft.turn for f in draft.free_moves) + 1
    free = FreeMove(seat=move.seat, turn=draft.turn, number=number, reasons=len(move.reasons), ref=ref)
    draft.emit(FreeMoveChanged(len(draft.free_moves), free))


def _argue(draft: Draft, move: Argue, ref: int) -> None:
    free = _by_number(draft)[move.move]
    _change(draft, free, **({"pros": free.pros + 1} if move.side == "for" else {"cons": free.cons + 1}))


def _estimate(draft: Draft, move: Estimate, ref: int) -> None:
    free = _by_number(draft)[move.move]
    estimates = (*(e for e in free.estimates if e[0] != move.seat), (move.seat, move.word))
    _change(draft, free, estimates=tuple(sorted(estimates)))


def _lock(draft: Draft, move: Odds, ref: int) -> None:
    _change(draft, _by_number(draft)[move.move], odds=odds_of(move))


def _roll(draft: Draft, move: Roll, ref: int) -> None:
    free = _by_number(draft)[move.move]
    roll = move.dice or die(draft.luck_key, free.turn, "free move", free.seat, str(free.number))
    odds = free.odds if free.odds is not None else 50.0
    margin = draft.scenario.coefficients.clear_margin
    source = "table" if move.dice else "keyed"
    _change(draft, free, rolled=roll, source=source, grade=grade(roll, odds, margin))


def _by_number(world: World) -> dict[int, FreeMove]:
    return {free.ref: free for free in world.free_moves}


def _change(draft: Draft, free: FreeMove, **changes: Any) -> None:
    draft.emit(FreeMoveChanged(draft.free_moves.index(free), evolve(free, **changes)))


def grade(roll: int, odds: float, clear: float) -> str:
    """One of four grades from how far a roll of 1..100 lies under the odds; `clear` points make it a clear one."""
    margin = odds - roll
    if margin >= 0:
        return "yes-and" if margin >= clear else "yes-but"
    return "no-but" if margin > -clear else "no-and"


Act(
    MakeFreeMove,
    when=When.ORDERS,
    check=_may_make,
    about=lambda move: ("free move",),
    resolve=_make,
    domain="crisis",
)
Act(Argue, check=_may_argue, resolve=_argue)
Act(Estimate, check=_may_argue, resolve=_estimate)
Act(Odds, maker=Maker.CONTROL, check=_may_lock, resolve=_lock)
Act(Roll, maker=Maker.CONTROL, check=_may_roll, resolve=_roll)
