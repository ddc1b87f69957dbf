"""`compare`: sessions, or the branches of one, side by side, turn by turn."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tabletop.cli.terms import NAMED

if TYPE_CHECKING:
    from tabletop.analysis.compare import Played
    from tabletop.journal.record.tree import Limb

_SHOWN = 24  # parts of the tree, from which on what was undone is left out


@click.command()
@click.argument("saves", type=NAMED, nargs=-1, required=True, metavar="SAVE SAVE ...")
@click.option("--branches", is_flag=True, help="Of one save: its branches, and what parts where.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON; amounts are not rounded.")
@click.option("--screen", is_flag=True, help="Show them in the screens: lines over the turns, decisions that differ.")
def compare(saves: tuple[str, ...], branches: bool, as_json: bool, screen: bool) -> None:
    """Put sessions side by side: where they part, how their scores ran, what was decided and ended differently."""
    from tabletop.analysis.compare import compare as compared
    from tabletop.cli.say import document, line

    if len(saves) < 2 and not branches:
        raise click.UsageError("Name at least two saves, or one with --branches.")
    if len(saves) > 1 and branches:
        raise click.UsageError("--branches is for one save.")
    if screen:
        if as_json:
            raise click.UsageError("--json prints; it does not go with --screen.")
        from tabletop.cli.screens import compare_in_screens

        compare_in_screens(saves)
        return
    sessions, limbs = _branches(saves[0]) if branches else _sessions(saves)
    told = compared(sessions)
    if as_json:
        document(told | {"tree": [as_plain(limb, n) for n, limb in limbs]})
    else:
        line(as_text(told, limbs))


def _sessions(saves: Sequence[str]) -> "tuple[list[Played], list[tuple[int, Limb]]]":
    """The saves, and the tree that they make when they were one session once, each part with its save's place."""
    from tabletop.analysis.compare import Played
    from tabletop.analysis.forked import tree_of
    from tabletop.cli.read import read

    records = [read(path) for path in saves]
    played = [Played.of(path, each.save, each.play) for path, each in zip(saves, records, strict=True)]
    return played, tree_of([each.save for each in records])


def _branches(save: str) -> "tuple[list[Played], list[tuple[int, Limb]]]":
    """The branches to compare, and the whole tree, each part with its branch's place, -1 when it is not compared."""
    from tabletop.analysis.compare import branches_of
    from tabletop.cli.read import read
    from tabletop.journal.record.tree import tree

    record = read(save)
    play = record.play
    played = branches_of(save, record.save, play)
    place = {each.limb.last: n for n, each in enumerate(played) if each.limb}
    return played, [(place.get(limb.last, -1), limb) for limb in tree(play.course, play.entries, play.cursor)]


def as_plain(limb: "Limb", session: int) -> dict[str, Any]:
    """A part of the tree; `parent` is its place in the list, None of the first, `session` its place among those."""
    return {
        "session": session if session >= 0 else None,
        "parent": limb.parent if limb.parent >= 0 else None,
        "first": limb.first,
        "last": limb.last,
        "parted_at": limb.parted,
        "turn": limb.turn,
        "moves": len(limb.moves),
        "stands": limb.live,
        "undone_by": limb.undone or None,
        "deterrence": limb.score,
        "head": limb.head,
    }


def as_text(told: dict[str, Any], limbs: "Sequence[tuple[int, Limb]]") -> str:
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
    lines = [table(rows, left=(0, 1, 2)), ""]
    if limbs:
        lines += [_tree(limbs, sessions, letters), ""]
    if len(sessions) == 1:
        return "\n".join([*lines, "One line closed a turn: there is nothing to compare."])
    lines.append(_parting(told["parted_at"]))
    differences = told["differences"]
    if not differences:
        closed = min(len(session["scores"].get("deterrence", [0])) for session in sessions) - 1
        lines.append(f"no score differs at the end of turn {closed}" if closed else "they share no closed turn yet")
    else:
        lines += [f"{count(len(differences), 'score')} differ at the end of turn {differences[0]['turn']}:", ""]
        heads = ("score", *letters, "apart", "since turn")
        body = [
            (each["score"], *(f"{v:.2f}" for v in each["values"]), f"{each['spread']:.2f}", str(each["since"]))
            for each in differences
        ]
        lines.append(table([heads, *body]))
    return "\n".join([*lines, *_otherwise(told, letters)])


def _tree(limbs: "Sequence[tuple[int, Limb]]", sessions: Sequence[dict[str, Any]], letters: Sequence[str]) -> str:
    """The tree, with the letter of what is compared behind each part."""
    from tabletop.analysis.tree_lines import drawn, state_of, without_undone

    parts = tuple(limb for _, limb in limbs)
    if "branch" not in sessions[0]:
        return drawn(parts, states=[f"{letters[n]}  {Path(sessions[n]['save']).name}" for n, _ in limbs])
    shown = parts if len(parts) <= _SHOWN else without_undone(parts)
    letter = {limb.last: letters[n] for n, limb in limbs if n >= 0}
    text = drawn(shown, states=[f"{letter.get(limb.last, ' ')}  {state_of(limb)}" for limb in shown])
    left_out = len(parts) - len(shown)
    return f"{text}\n{left_out} parts that were undone are left out" if left_out else text


def _otherwise(told: dict[str, Any], letters: Sequence[str]) -> list[str]:
    """Decisions and outcomes of injects, a line for each session."""
    lines = []
    if told["decisions"]:
        lines += ["", "Decisions that differ:"]
    for each in told["decisions"]:
        lines.append(f"turn {each['turn']}  {each['seat']}, {' '.join(each['about'])}")
        lines += [f"  {letter}  {_said(move)}" for letter, move in zip(letters, each["moves"], strict=True)]
    if told["injects"]:
        lines += ["", "Injects that ended otherwise:"]
    for each in told["injects"]:
        ends = (f"{letter} {word or 'never came'}" for letter, word in zip(letters, each["outcomes"], strict=True))
        lines.append(f"{each['inject']}  {', '.join(ends)}")
    return lines


def _said(move: dict[str, Any] | None) -> str:
    if move is None:
        return "nothing"
    from json import dumps

    words = (f"{key}={dumps(value, ensure_ascii=False)}" for key, value in move.items() if key not in ("seat", "do"))
    return " ".join((move["do"], *words))


def _parting(at: int | None) -> str:
    if at is None:
        return "They were never one session."
    return f"They part after move {at}." if at else "They part before the first move."
