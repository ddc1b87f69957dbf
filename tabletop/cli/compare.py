"""`compare`: sessions, or the branches of one, side by side, turn by turn."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tabletop.cli.terms import NAMED

if TYPE_CHECKING:
    from tabletop.analysis.compare import Played
    from tabletop.journal.record.branches import Branch

_SHOWN = 24  # branches, from which on what was undone is left out


@click.command()
@click.argument("saves", type=NAMED, nargs=-1, required=True, metavar="SAVE SAVE ...")
@click.option("--branches", is_flag=True, help="Of one save: its branches, and what parts where.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON; amounts are not rounded.")
@click.option("--screen", is_flag=True, help="Show them in the screens: lines over the turns, decisions that differ.")
def compare(saves: tuple[str, ...], branches: bool, as_json: bool, screen: bool) -> None:
    """Put sessions side by side: where they part, how their scores ran, what was decided and ended differently."""
    from tabletop.analysis.compare import compare_sessions
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
    sessions, tree = _branches(saves[0]) if branches else _sessions(saves)
    comparison = compare_sessions(sessions)
    if as_json:
        document(comparison | {"tree": [_as_plain(branch, n) for n, branch in tree]})
    else:
        line(_as_text(comparison, tree))


def _sessions(saves: Sequence[str]) -> "tuple[list[Played], list[tuple[int, Branch]]]":
    """The saves, and the tree that they make when they were one session once, each branch with its save's place."""
    from tabletop.analysis.compare import Played
    from tabletop.analysis.forked import tree_of
    from tabletop.cli.read import replay_of

    replays = [replay_of(path) for path in saves]
    sessions = [Played.of(path, each.save, each.play) for path, each in zip(saves, replays, strict=True)]
    return sessions, tree_of([each.save for each in replays])


def _branches(save: str) -> "tuple[list[Played], list[tuple[int, Branch]]]":
    """The branches to compare, and all of them, each with its place among those, -1 when it is not compared."""
    from tabletop.analysis.compare import branches_of
    from tabletop.cli.read import replay_of
    from tabletop.journal.record.branches import split

    replay = replay_of(save)
    play = replay.play
    sessions = branches_of(save, replay.save, play)
    place = {each.branch.last: n for n, each in enumerate(sessions) if each.branch}
    return sessions, [(place.get(branch.last, -1), branch) for branch in split(play.tree, play.entries, play.cursor)]


def _as_plain(branch: "Branch", session: int) -> dict[str, Any]:
    """`parent` is its place in the list, None of the first, `session` its place among those."""
    return {
        "session": session if session >= 0 else None,
        "parent": branch.parent if branch.parent >= 0 else None,
        "first": branch.first,
        "last": branch.last,
        "parted_at": branch.fork,
        "turn": branch.turn,
        "moves": len(branch.moves),
        "stands": branch.live,
        "undone_by": branch.undone or None,
        "deterrence": branch.score,
        "head": branch.head,
    }


def _as_text(comparison: dict[str, Any], tree: "Sequence[tuple[int, Branch]]") -> str:
    """Tables for people."""
    from tabletop.cli.say import aligned, quantity

    sessions = comparison["sessions"]
    letters = [chr(ord("A") + n) if n < 26 else str(n + 1) for n in range(len(sessions))]
    turns = [f"{each['turn']}/{each['turns']}" for each in sessions]
    rows = [
        (letter, Path(each["save"]).name, each["scenario"], each["seed"], turn, str(each["moves"]))
        for letter, each, turn in zip(letters, sessions, turns, strict=True)
    ]
    lines = [aligned([("", "save", "scenario", "seed", "turn", "moves"), *rows], left=(0, 1, 2)), ""]
    if tree:
        lines += [_drawing(tree, sessions, letters), ""]
    if len(sessions) == 1:
        return "\n".join([*lines, "One line closed a turn: there is nothing to compare."])
    lines.append(_fork(comparison["parted_at"]))
    differences = comparison["differences"]
    if not differences:
        last = min(len(session["scores"].get("deterrence", [0])) for session in sessions) - 1
        lines.append(f"no score differs at the end of turn {last}" if last else "they share no closed turn yet")
    else:
        lines += [f"{quantity(len(differences), 'score')} differ at the end of turn {differences[0]['turn']}:", ""]
        heads = ("score", *letters, "apart", "since turn")
        body = [
            (each["score"], *(f"{v:.2f}" for v in each["values"]), f"{each['spread']:.2f}", str(each["since"]))
            for each in differences
        ]
        lines.append(aligned([heads, *body]))
    return "\n".join([*lines, *_edges(sessions, letters), *_otherwise(comparison, letters)])


def _drawing(tree: "Sequence[tuple[int, Branch]]", sessions: Sequence[dict[str, Any]], letters: Sequence[str]) -> str:
    """The tree, with the letter of what is compared behind each branch."""
    from tabletop.analysis.tree_lines import drawn, state_of, without_undone

    branches = tuple(branch for _, branch in tree)
    if "branch" not in sessions[0]:
        return drawn(branches, states=[f"{letters[n]}  {Path(sessions[n]['save']).name}" for n, _ in tree])
    rows = branches if len(branches) <= _SHOWN else without_undone(branches)
    letter = {branch.last: letters[n] for n, branch in tree if n >= 0}
    text = drawn(rows, states=[f"{letter.get(branch.last, ' ')}  {state_of(branch)}" for branch in rows])
    left_out = len(branches) - len(rows)
    return f"{text}\n{left_out} parts that were undone are left out" if left_out else text


def _edges(sessions: Sequence[dict[str, Any]], letters: Sequence[str]) -> list[str]:
    """Edges that any of the sessions passed, and when."""
    names = dict.fromkeys(name for session in sessions for name, turn in session["edges"].items() if turn)
    lines = ["", "Edges that were passed:"] if names else []
    for name in names:
        turns = [(letter, session["edges"].get(name)) for letter, session in zip(letters, sessions, strict=True)]
        ends = (f"{letter} {f'at the end of turn {turn}' if turn else 'not'}" for letter, turn in turns)
        lines.append(f"{name}  {', '.join(ends)}")
    return lines


def _otherwise(comparison: dict[str, Any], letters: Sequence[str]) -> list[str]:
    """Decisions and outcomes of injects, a line for each session."""
    lines = []
    if comparison["decisions"]:
        lines += ["", "Decisions that differ:"]
    for each in comparison["decisions"]:
        lines.append(f"turn {each['turn']}  {each['seat']}, {' '.join(each['about'])}")
        lines += [f"  {letter}  {_words(move)}" for letter, move in zip(letters, each["moves"], strict=True)]
    if comparison["injects"]:
        lines += ["", "Injects that ended otherwise:"]
    for each in comparison["injects"]:
        ends = (f"{letter} {word or 'never came'}" for letter, word in zip(letters, each["outcomes"], strict=True))
        lines.append(f"{each['inject']}  {', '.join(ends)}")
    return lines


def _words(move: dict[str, Any] | None) -> str:
    if move is None:
        return "nothing"
    from json import dumps

    words = (f"{key}={dumps(value, ensure_ascii=False)}" for key, value in move.items() if key not in ("seat", "do"))
    return " ".join((move["do"], *words))


def _fork(at: int | None) -> str:
    if at is None:
        return "They were never one session."
    return f"They part after move {at}." if at else "They part before the first move."
