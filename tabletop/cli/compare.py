"""`compare`: sessions side by side, turn by turn."""

from pathlib import Path
from typing import Any

import click


@click.command()
@click.argument("saves", nargs=-1, required=True, metavar="SAVE SAVE ...")
@click.option("--json", "as_json", is_flag=True, help="Print JSON; amounts are not rounded.")
@click.option("--screen", is_flag=True, help="Show them in the screens: lines over the turns, decisions that differ.")
def compare(saves: tuple[str, ...], as_json: bool, screen: bool) -> None:
    """Put sessions side by side: where they part, how their scores ran, what ended differently."""
    from tabletop.analysis.compare import Played
    from tabletop.analysis.compare import compare as compared
    from tabletop.cli.read import read
    from tabletop.cli.say import document

    if len(saves) < 2:
        raise click.UsageError("Name at least two saves.")
    if screen:
        if as_json:
            raise click.UsageError("--json prints; it does not go with --screen.")
        from tabletop.cli.screens import compare_in_screens

        compare_in_screens(saves)
        return
    told = compared([Played(path, record.save, record.play.world) for path in saves for record in [read(path)]])
    if as_json:
        document(told)
    else:
        click.echo(as_text(told))


def as_text(told: dict[str, Any]) -> str:
    """Tables for people."""
    from tabletop.cli.say import count, table

    sessions = told["sessions"]
    letters = [chr(ord("A") + n) if n < 26 else str(n + 1) for n in range(len(sessions))]
    rows = [("", "save", "scenario", "seed", "turn", "moves")]
    for letter, session in zip(letters, sessions, strict=True):
        turn = f"{session['turn']}/{session['turns']}"
        rows.append(
            (letter, Path(session["save"]).name, session["scenario"], session["seed"], turn, str(session["moves"]))
        )
    lines = [table(rows, left=(0, 1, 2)), "", _parting(told["parted_at"])]
    differences = told["differences"]
    if not differences:
        return "\n".join([*lines, "no score differs"])
    lines += [f"{count(len(differences), 'score')} differ at the end of turn {differences[0]['turn']}:", ""]
    heads = ("score", *letters, "apart", "since turn")
    body = [
        (each["score"], *(f"{v:.2f}" for v in each["values"]), f"{each['spread']:.2f}", str(each["since"]))
        for each in differences
    ]
    return "\n".join([*lines, table([heads, *body])])


def _parting(at: int | None) -> str:
    if at is None:
        return "They were never one session."
    return f"They part after move {at}." if at else "They part before the first move."
