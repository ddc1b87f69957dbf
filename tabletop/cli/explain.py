"""`explain`: the causes of a score's change over a turn, adding up to it."""

from typing import Any

import click

from tabletop.cli.terms import NAMED, Whole
from tabletop.errors import TabletopError, did_you_mean
from tabletop.model.limits import TURNS
from tabletop.rules.world.arithmetic import sum_of


@click.command()
@click.argument("save", type=NAMED)
@click.argument("score")
@click.option("--turn", type=Whole(0, TURNS), help="Of this turn (default: the last one adjudicated).")
@click.option("--json", "as_json", is_flag=True, help="Print JSON; amounts are not rounded.")
def explain(save: str, score: str, turn: int | None, as_json: bool) -> None:
    """Why SCORE moved: its causes, which add up to the change."""
    from tabletop.cli.say import document, line

    explanation = explanation_of(save, score, turn)
    if as_json:
        document(explanation)
    else:
        line(_as_text(explanation))


def explanation_of(path: str, score: str, turn: int | None) -> dict[str, Any]:
    """The document. Raises what `replay_of` raises, TabletopError for a score or turn that isn't there."""
    from tabletop.analysis.moments import end_of, last_adjudicated
    from tabletop.analysis.reasons import reasons_in
    from tabletop.analysis.world_json import Standpoint, causes_of, terms_of
    from tabletop.cli.read import replay_of
    from tabletop.rules.scores.deterrence import scores
    from tabletop.words.cause_words import wording

    play = replay_of(path, played=True).play
    world = play.world
    if score not in scores(world):
        raise TabletopError(f"there is no score '{score}'", place=path, hint=did_you_mean(score, tuple(scores(world))))
    if turn is None:
        turn = last_adjudicated(world)
    if turn > world.turn:
        raise TabletopError(f"turn {turn} has not been played", place=path, hint=f"it is turn {world.turn}")
    if turn == 0:
        value = world.history[0][score]
        return {"score": score, "turn": 0, "period": "", "before": value, "after": value, "causes": []}
    then = end_of(play, turn)
    point = Standpoint(0, "", wording, reasons=reasons_in(play.entries))
    head = {"score": score, "turn": turn, "period": then.period}
    return head | causes_of(then, score, point) | {"made_of": terms_of(then, score)}


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
