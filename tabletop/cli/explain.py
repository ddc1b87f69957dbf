"""`explain`: why a score moved over a turn, in sentences and by causes that add up, and where any figure comes from."""

from collections.abc import Sequence
from textwrap import fill
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import click

from tabletop.cli.terms import NAMED, Whole
from tabletop.errors import TabletopError
from tabletop.model.limits import TURNS
from tabletop.rules.world.arithmetic import sum_of

if TYPE_CHECKING:
    from tabletop.model.origin import Origin
    from tabletop.words.why import Why

_WIDTH: Final = 110


@click.command()
@click.argument("save", type=NAMED)
@click.argument("score")
@click.option("--turn", type=Whole(0, TURNS), help="Of this turn (default: the last one adjudicated).")
@click.option("--json", "as_json", is_flag=True, help="Print JSON; amounts are not rounded.")
def explain(save: str, score: str, turn: int | None, as_json: bool) -> None:
    """Why SCORE moved: its causes, which add up to the change, and where the figure comes from.

    First the decisions and events behind it in sentences: who did what, what of it is luck, what would have avoided it.
    In the place of a score stands any other figure, say need/THEATRE/AREA, force/ID, programme/ID, objective/ID or
    coefficient/NAME: then what it is, its source or judgement, and what it is made of.
    """
    from tabletop.cli.say import document, line

    told = explanation_of(save, score, turn)
    if as_json:
        document(told.document)
    elif "causes" in told.document:
        line(f"{_as_text(told.document, told.why)}\n\n{_origin_text(told.origin, parts=False)}")
    else:
        line(_origin_text(told.origin))


class Explained(NamedTuple):
    """`document`: as JSON; `origin`: where the figure comes from; `why`: a score's change in sentences."""

    document: dict[str, Any]
    origin: "Origin"
    why: "Sequence[Why]" = ()


def explanation_of(path: str, of: str, turn: int | None) -> Explained:
    """All that is known of a figure. Raises what `replay_of` raises, TabletopError for a figure or turn that isn't
    there."""
    from tabletop.analysis.moments import end_of, last_adjudicated
    from tabletop.analysis.origins.origin import origin_of
    from tabletop.analysis.origins.plain import origin_json
    from tabletop.analysis.reasons import reasons_in
    from tabletop.analysis.world_json import Standpoint, causes_of, terms_of
    from tabletop.cli.read import placed, replay_of
    from tabletop.journal.record.written import with_written
    from tabletop.rules.scores.deterrence import scores
    from tabletop.words.cause_words import wording
    from tabletop.words.causes import account_of
    from tabletop.words.why import why

    play = replay_of(path, played=True).play
    world = play.world
    is_score = of in scores(world)
    if is_score and turn is None:
        turn = last_adjudicated(world)
    if turn is not None and turn > world.turn:
        raise TabletopError(f"turn {turn} has not been played", place=path, hint=f"it is turn {world.turn}")
    then = world if turn is None else end_of(play, turn) if turn else play.worlds.at(0)
    with placed(path):
        told = with_written(then, play.entries)
        origin = origin_of(told, of)
    sentences: Sequence[Why] = ()
    if not is_score:
        document: dict[str, Any] = {"figure": of, "turn": then.turn, "period": then.period}
    elif turn == 0:
        value = world.history[0][of]
        document = {"score": of, "turn": 0, "period": "", "before": value, "after": value, "causes": []}
    else:
        point = Standpoint(0, "", wording, reasons=reasons_in(play.entries))
        head = {"score": of, "turn": turn, "period": then.period}
        document = head | causes_of(then, of, point) | {"made_of": terms_of(then, of)}
        sentences = why(account_of(told, of), told, {entry.n: entry.move for entry in play.entries})
    return Explained(document | {"origin": origin_json(origin)}, origin, sentences)


def _origin_text(origin: "Origin", *, parts: bool = True) -> str:
    """A few lines; without `parts` the figure alone, and how many it is made of."""
    from tabletop.words.origins import lines, parts_line

    rows = [f"{'  ' * each.deep}{each.words}" for each in lines(origin) if parts or not each.deep]
    if not parts and origin.made_of:
        rows.append(f"{parts_line(origin)} --json names them.")
    return "\n".join(rows)


def _sentences(told: "Sequence[Why]") -> list[str]:
    """The largest decisions and events, each with its amount before it."""
    from tabletop.cli.say import rounded
    from tabletop.words.why import lines

    amounts = [f"{amount:+7.2f}" for amount in rounded([each.amount for each in told])]
    indent = " " * len(f"{amounts[0]}  ") if amounts else ""
    return [fill(row, _WIDTH, subsequent_indent=indent) for row in lines(told, amounts)]


def _as_text(explanation: dict[str, Any], told: "Sequence[Why]") -> str:
    """Sentences, then a table for people: two decimals that still add up."""
    from tabletop.cli.say import aligned, quantity, rounded

    if explanation["turn"] == 0:
        return f"{explanation['score']} opens at {explanation['after']:.2f}"
    amounts = rounded([cause["amount"] for cause in explanation["causes"]])
    rows = [("cause", "through", "move", "amount")]
    for cause, amount in zip(explanation["causes"], amounts, strict=True):
        if not amount:
            continue
        rows.append((cause["cause"], cause["through"], str(cause["move"] or ""), f"{amount:+.2f}"))
    before, after = f"{explanation['before']:.2f}", f"{explanation['after']:.2f}"
    if not all(amounts):
        rows.append((quantity(amounts.count(0), "smaller cause"), "", "", ""))
    rows.append(("together", "", "", f"{sum_of(amounts):+.2f}"))
    lines = [f"{explanation['score']}: {before} to {after} in turn {explanation['turn']} ({explanation['period']})", ""]
    if sentences := _sentences(told):
        lines += [*sentences, ""]
    if len(rows) == 2:
        lines.append("nothing moved it")
    else:
        lines.append(aligned(rows, left=(0, 1)))
    if terms := explanation["made_of"]:
        lines += ["", "made of " + ", ".join(f"{term} {100 * part:.1f} %" for term, part in terms.items())]
    return "\n".join(lines)
