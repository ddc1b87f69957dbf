"""`explain`: the causes of a score's change over a turn, adding up to it, and where any figure comes from."""

from typing import TYPE_CHECKING, Any

import click

from tabletop.cli.terms import NAMED, Whole
from tabletop.errors import TabletopError
from tabletop.model.limits import TURNS
from tabletop.rules.world.arithmetic import sum_of

if TYPE_CHECKING:
    from tabletop.model.origin import Origin


@click.command()
@click.argument("save", type=NAMED)
@click.argument("score")
@click.option("--turn", type=Whole(0, TURNS), help="Of this turn (default: the last one adjudicated).")
@click.option("--json", "as_json", is_flag=True, help="Print JSON; amounts are not rounded.")
def explain(save: str, score: str, turn: int | None, as_json: bool) -> None:
    """Why SCORE moved: its causes, which add up to the change, and where the figure comes from.

    In the place of a score stands any other figure, say need/THEATRE/AREA, force/ID, programme/ID or coefficient/NAME:
    then what it is, its source or judgement, and what it is made of.
    """
    from tabletop.cli.say import document, line

    explanation, origin = explanation_of(save, score, turn)
    if as_json:
        document(explanation)
    elif "causes" in explanation:
        line(f"{_as_text(explanation)}\n\n{_origin_text(origin, parts=False)}")
    else:
        line(_origin_text(origin))


def explanation_of(path: str, of: str, turn: int | None) -> "tuple[dict[str, Any], Origin]":
    """The document and what of it is the figure's origin. Raises what `replay_of` raises, TabletopError for a figure or
    turn that isn't there."""
    from tabletop.analysis.moments import end_of, last_adjudicated
    from tabletop.analysis.origins.origin import origin_of
    from tabletop.analysis.origins.plain import origin_json
    from tabletop.analysis.reasons import reasons_in
    from tabletop.analysis.world_json import Standpoint, causes_of, terms_of
    from tabletop.cli.read import placed, replay_of
    from tabletop.journal.record.written import with_written
    from tabletop.rules.scores.deterrence import scores
    from tabletop.words.cause_words import wording

    play = replay_of(path, played=True).play
    world = play.world
    is_score = of in scores(world)
    if is_score and turn is None:
        turn = last_adjudicated(world)
    if turn is not None and turn > world.turn:
        raise TabletopError(f"turn {turn} has not been played", place=path, hint=f"it is turn {world.turn}")
    then = world if turn is None else end_of(play, turn) if turn else play.worlds.at(0)
    with placed(path):
        origin = origin_of(with_written(then, play.entries), of)
    if not is_score:
        document: dict[str, Any] = {"figure": of, "turn": then.turn, "period": then.period}
    elif turn == 0:
        value = world.history[0][of]
        document = {"score": of, "turn": 0, "period": "", "before": value, "after": value, "causes": []}
    else:
        point = Standpoint(0, "", wording, reasons=reasons_in(play.entries))
        head = {"score": of, "turn": turn, "period": then.period}
        document = head | causes_of(then, of, point) | {"made_of": terms_of(then, of)}
    return document | {"origin": origin_json(origin)}, origin


def _origin_text(origin: "Origin", *, parts: bool = True) -> str:
    """A few lines; without `parts` the figure alone, and how many it is made of."""
    from tabletop.words.origins import lines, parts_line

    rows = [f"{'  ' * each.deep}{each.words}" for each in lines(origin) if parts or not each.deep]
    if not parts and origin.made_of:
        rows.append(f"{parts_line(origin)} --json names them.")
    return "\n".join(rows)


def _as_text(explanation: dict[str, Any]) -> str:
    """A table for people: two decimals that still add up."""
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
    if len(rows) == 2:
        lines.append("nothing moved it")
    else:
        lines.append(aligned(rows, left=(0, 1)))
    if terms := explanation["made_of"]:
        lines += ["", "made of " + ", ".join(f"{term} {100 * part:.1f} %" for term, part in terms.items())]
    return "\n".join(lines)
