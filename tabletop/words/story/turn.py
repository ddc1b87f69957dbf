"""A turn's story whole: every act and everything that came of it, each with its lines of the record and what it moved.

Of a blanked world it is the story as that place may know it. What moved a score is told once, so that it adds up.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import evolve, frozen

from tabletop.analysis.explain import Contribution, TurnSoFar
from tabletop.model.cause import ABOUT, Cause
from tabletop.model.figures.forms import MARGIN
from tabletop.model.figures.path import path_of
from tabletop.model.moves import Advance
from tabletop.model.record import Line
from tabletop.model.world import Phase, World
from tabletop.rules.world.frame import Frame, frame_of
from tabletop.rules.world.memory import latest
from tabletop.words.cause_words import wording
from tabletop.words.story.acts import about, ordered, promised, seen
from tabletop.words.story.happening import CAME_AND_WENT, Happening
from tabletop.words.story.happenings import happenings

OVERALL: Final = "deterrence"
"""Of all theatres together: what their margins tell already."""
_PROMISES = ("promise-kept", "promise-broken")
#: Causes that draw all the time, whatever anybody does; any other that nobody decided is an event.
_PULLS = frozenset(
    {
        *("rebuilds", "rebuilds-faster", "rebuilds-slower", "mood", "settles", "settles-towards", "words-settle"),
        *("words-refresh", "calm-returns", "gap-closes", "alarm-fades", "government", "opinion-settles", "income"),
        *("needs-grow", "needs-grow-faster", "needs-grow-slower", "forces-kept", "forces-age", "pressure-felt"),
        *("text-stands", "held", "stands", "settles-in", "moved-ready", "stock-used", "stock-refilled", "unlogged"),
    }
)


@frozen
class TurnStory:
    """`entries`: first what seats did, then what came of it in the order in which it is told, last what nobody decided:
    an "event", or a "pull" that draws every turn.

    `scores`: those of which is known what moved them, margins of theatres first.
    """

    turn: int
    entries: tuple[Happening, ...]
    scores: tuple[str, ...] = ()

    def of(self, *kinds: str) -> tuple[Happening, ...]:
        """Entries of these kinds."""
        return tuple(each for each in self.entries if each.kind in kinds)

    def ranked(self, entries: Iterable[Happening] | None = None) -> list[Happening]:
        """What moved most first; what moved alike, in the order of the telling."""
        return sorted(self.entries if entries is None else entries, key=lambda each: -round(weight(each), 6))


def weight(entry: Happening) -> float:
    """dict[str, float] that it moved: of all tracks together, and of the theatre that it moved most."""
    tracks = sum(abs(points) for score, points in entry.moved if not _theatre(score) and score != OVERALL)
    return tracks + max((abs(points) for score, points in entry.moved if _theatre(score)), default=0.0)


def _theatre(score: str) -> bool:
    return score.startswith("margin/")


def told_turn(before: World, after: World, lines: Sequence[Line]) -> TurnStory:
    """The story of the turn that `after` has come to the end of; `before`: as it opened."""
    return _told(frame_of(after.scenario), before, after, lines)


@latest
def _told(_: Frame, before: World, after: World, lines: Sequence[Line]) -> TurnStory:
    came = [_resting(each, lines, after) for each in happenings(before, after, after.changes, lines)]
    came = _remarked(came)
    acts = [*ordered(after), *promised(after, lines)]
    acts += seen(after, lines, [*acts, *came])
    scores = _scores(after)
    entries = _weighed([*acts, *came], _contributions(after, scores), after)
    end = _end(lines, after.turn)
    return TurnStory(after.turn, tuple(_on_record(each, lines, end) for each in entries), scores)


def _scores(world: World) -> tuple[str, ...]:
    margins = [path_of(MARGIN, theatre) for theatre in world.scenario.theatres]
    return (*margins, *world.scenario.tracks, world.scenario.names.share, OVERALL)


def _contributions(world: World, scores: Sequence[str]) -> Iterator[tuple[str, Contribution]]:
    if world.played_under:
        return
    turn = TurnSoFar(world)
    for score in scores:
        for cause in turn.explanation(score).causes:
            yield score, cause


def _resting(entry: Happening, lines: Sequence[Line], world: World) -> Happening:
    """With all lines of the turn that speak to the text, post or force it is about, and who ordered that."""
    if entry.kind not in ("text", "post", *CAME_AND_WENT):
        return entry
    orders = [(order.ref, seat) for seat, state in world.seats.items() for order in state.orders
              if about(order.move) in entry.about]  # fmt: skip
    spoken = [line.n for line in lines if line.live and line.turn == world.turn
              and not line.move.order and about(line.move) in entry.about]  # fmt: skip
    who = dict.fromkeys((*entry.who, *(seat for _, seat in orders)))
    return evolve(entry, refs=(*entry.refs, *(ref for ref, _ in orders), *spoken), who=tuple(who))


def _remarked(came: Sequence[Happening]) -> list[Happening]:
    """Control's sentence on an order that it let stand is told with what came of the order, where something did."""
    told = list(came)
    for remark in (each for each in came if each.kind == "ruled" and each.detail):
        results = [n for n, each in enumerate(told) if each.kind in CAME_AND_WENT and {*each.refs} & {*remark.refs}]
        if results:
            n = results[0]
            told[n] = evolve(told[n], text=f"{told[n].text}: {remark.detail[0]}", refs=(*told[n].refs, *remark.refs))
            told.remove(remark)
    return told


def _key(cause: Cause) -> str:
    """By what a happening knows a cause as its own."""
    if cause.kind in _PROMISES:
        return f"{cause.kind}/{cause.who}"
    return f"{ABOUT[cause.kind][0]}/{cause.about[0]}" if cause.about else ""


def _weighed(told: list[Happening], causes: Iterable[tuple[str, Contribution]], world: World) -> list[Happening]:
    """Each with what it moved: what is about its thing, then what its lines did; what is nobody's is told after all."""
    by_key = {key: n for n, each in reversed([*enumerate(told)]) for key in each.about}
    moved: list[dict[str, float]] = [{} for _ in told]
    refs: list[dict[int, None]] = [dict.fromkeys(each.refs) for each in told]
    left: list[tuple[str, Contribution]] = []
    for score, cause in causes:
        n = by_key.get(_key(cause.cause))
        if n is None:
            left.append((score, cause))
            continue
        _add(moved[n], score, cause.amount)
        refs[n][cause.ref] = None
    by_ref = _by_ref(told, refs)
    drift: dict[Cause, dict[str, float]] = {}
    behind: dict[Cause, dict[int, None]] = {}
    for score, cause in left:
        n = by_ref.get(cause.ref) if cause.ref else None
        _add(moved[n] if n is not None else drift.setdefault(cause.cause, {}), score, cause.amount)
        if n is None:
            behind.setdefault(cause.cause, {})[cause.ref] = None
    whole = [evolve(each, moved=_sorted(moved[n]), refs=tuple(refs[n])) for n, each in enumerate(told)]
    return whole + [_nobodys(cause, world, points, tuple(behind[cause])) for cause, points in drift.items()]


def _nobodys(cause: Cause, world: World, points: dict[str, float], refs: tuple[int, ...]) -> Happening:
    kind = "pull" if cause.wears_off or cause.kind in _PULLS else "event"
    who = (cause.who,) if cause.who in world.seats else ()
    text = wording(cause, world)
    short = text.partition(": ")[0] if cause.kind == "settles-towards" else ""
    return Happening(kind, text, short=short, about=(_key(cause),), who=who, refs=refs, moved=_sorted(points))


def _by_ref(told: list[Happening], refs: list[dict[int, None]]) -> dict[int, int]:
    """By line the entry that it belongs to: to what came of an order rather than to the order. What stands behind a
    cause beside is not enough: one sheet of the adversary's is behind all that it did."""
    orders = {ref: n for n, each in enumerate(told) if each.kind == "order" for ref in each.refs}
    came = {ref: n for n in reversed(range(len(told))) if told[n].kind != "order" for ref in refs[n]
            if ref in orders or ref in told[n].refs}  # fmt: skip
    return orders | came


def _add(points: dict[str, float], score: str, amount: float) -> None:
    points[score] = points.get(score, 0.0) + amount


def _sorted(points: dict[str, float]) -> tuple[tuple[str, float], ...]:
    return tuple(sorted(points.items(), key=lambda item: -abs(item[1])))


def _end(lines: Sequence[Line], turn: int) -> int:
    """The line with which a turn's results were let stand; of a turn that has none yet, the last line."""
    stands = [
        line.n for line in lines
        if line.live and line.turn == turn and isinstance(line.move, Advance) and line.phase == Phase.ADJUDICATE.value
    ]  # fmt: skip
    return stands[-1] if stands else (lines[-1].n if lines else 0)


def _on_record(entry: Happening, lines: Sequence[Line], end: int) -> Happening:
    """With the lines that may be read here; what rests on none rests on the results."""
    refs = tuple(sorted({ref for ref in entry.refs if 0 < ref <= len(lines)}))
    return evolve(entry, refs=refs or ((end,) if end else ()))
