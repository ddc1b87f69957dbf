"""Commands that write saves without the screens: new, apply, fork, redact."""

from pathlib import Path
from typing import Any

import click

from tabletop.cli.read import placed, refuse_record
from tabletop.cli.say import document, line, quantity, remark
from tabletop.cli.terms import NAMED, Whole, new_session, option_of_mirror, options_of_terms
from tabletop.errors import SaveError, TabletopError, did_you_mean, short

_SHOWN = 10  # refusals told on stderr


@click.command()
@click.argument("scenario", type=NAMED)
@click.option("--save", type=NAMED, required=True, metavar="FILE", help="The new save; never over an existing file.")
@options_of_terms
@option_of_mirror
def new(scenario: str, save: str, mirror: str | None, **terms: Any) -> None:
    """Make a save of SCENARIO (an id or a path) without opening the screens."""
    with new_session(scenario, save, mirror, **terms) as session:
        header = session.header
        left_out = f", without {', '.join(header.without)}" if header.without else ""
        title, turns = session.world.scenario.title, quantity(header.turns, "turn")
        line(f"{save}: {title}, {turns}, seed {header.seed}{left_out}")


@click.command()
@click.argument("save", type=NAMED)
@click.argument("moves", type=NAMED)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def apply(save: str, moves: str, as_json: bool) -> None:
    """Append the moves of MOVES to SAVE under the checks a player gets; all or nothing.

    MOVES is TOML with a [[move]] table each, or holds one JSON object a line.
    """
    from tabletop.journal.store.moves_file import read_moves
    from tabletop.table.batch import apply_at_table

    file = read_moves(moves)
    with _writable(save, "applied") as session:
        batch = apply_at_table(session, file.tables)
        trouble = session.trouble
    if as_json:
        refusals = [{"index": each.index, "code": each.code, "message": each.message} for each in batch.refused]
        document({"applied": batch.applied, "refused": refusals, "digest": batch.digest, "head": batch.head})
    if batch.refused:
        for each in batch.refused[:_SHOWN]:
            remark(f"{file.place(each.index, each.key)}: {each.message} ({each.code})")
        if len(batch.refused) > _SHOWN:
            remark(f"and {quantity(len(batch.refused) - _SHOWN, 'more refusal')}")
        raise click.exceptions.Exit(1)
    if trouble:
        raise SaveError(trouble)
    if not as_json:
        line(f"{save}: {quantity(batch.applied, 'move')} applied, digest {batch.digest}, head {batch.head[:12]}")


@click.command()
@click.argument("save", type=NAMED)
@click.option("--at", type=Whole(0), required=True, metavar="N", help="So many moves are taken over.")
@click.option(
    "--save", "to", type=NAMED, required=True, metavar="FILE", help="The new save; never over an existing file."
)
def fork(save: str, at: int, to: str) -> None:
    """Make a new save of the first N moves of SAVE; the same luck follows the same decisions."""
    from tabletop.journal.fork import fork_save
    from tabletop.journal.store.save_toml import load

    with placed(save):
        record = load(save)
    if not record.fault:  # else a fork is its good part
        refuse_record(save, record.header)
    with placed(save):
        fork_save(record, at, to)
    line(f"{to}: the first {quantity(at, 'move')} of {save}")


@click.command()
@click.argument("save", type=NAMED)
@click.option("--entry", type=Whole(1), metavar="N", help="Of this entry.")
@click.option("--seat", metavar="SEAT", help="Of everything this seat wrote.")
@click.option("--all-text", is_flag=True, help="Of every entry.")
@option_of_mirror
def redact(save: str, entry: int | None, seat: str | None, all_text: bool, mirror: str | None) -> None:
    """Take free text out of SAVE for good; chain, replay and scores stay as they are.

    A copy kept elsewhere loses the words too when it is named with --mirror.
    """
    if (entry is not None) + (seat is not None) + all_text != 1:
        raise click.UsageError("Give one of --entry, --seat and --all-text.")
    from tabletop.journal.record.reach import out_of_reach

    with _writable(save, "taken out", mirror, for_words=True) as session:
        if entry and entry > len(session.entries):
            raise SaveError(f"there is no entry {entry}", place=save, hint=f"the last is {len(session.entries)}")
        if seat and seat not in (known := (*session.world.seats, "control")):
            raise SaveError(f"there is no seat '{short(seat)}'", place=save, hint=did_you_mean(seat, known))
        session.take_notes()
        which: dict[str, Any] = {"entry": entry or 0, "seat": seat or "", "everything": all_text}
        stay = out_of_reach(session.entries_of(**which))
        redactions = session.redact(**which)
        trouble, beside = session.trouble, _redacted_beside(session) if isinstance(redactions, list) else []
    for sentence in stay:
        remark(f"{save}: {sentence}")
    if not isinstance(redactions, list):
        raise TabletopError(redactions.message, place=save)
    if trouble:
        raise SaveError(trouble)
    line(f"{save}: the text of {len(redactions)} {'entry' if len(redactions) == 1 else 'entries'} taken out")
    for sentence in beside:
        line(sentence)


def _redacted_beside(session: Any) -> list[str]:
    """What the program has made of the words beside the save is taken away; what it can't know of is said."""
    from tabletop.journal.store.inbox import inbox_path
    from tabletop.table.feed_file import feed_path, read_feed, write_feed

    sentences = []
    path, notes = feed_path(session.path), inbox_path(session.path)
    try:
        feed = read_feed(path)
        if feed is not None:
            write_feed(path, feed["begun"], feed["now"])
            sentences.append(f"{path.name}: the public screen is blank now, push it again from the board")
    except SaveError:  # no feed that anybody could show
        path.unlink(missing_ok=True)
    if notes.exists():
        sentences.append(f"{notes.name}: holds lines that are no notes and were not taken over, look at it yourself")
    return [*sentences, "Forks, exports, printed sheets and other copies keep the words; so does a mirror not named."]


def _writable(path: str, deed: str, mirror: str | None = None, *, for_words: bool = False) -> Any:
    """A session that can be gone on with. Raises SaveError, PlaceError, ScenarioError; remarks go to stderr.

    `deed`: what was not, where it can't be. `for_words`: only words are to be taken out.
    """
    from tabletop.journal.session import Session

    with placed(path):
        session = Session.open(path, mirror=Path(mirror) if mirror else None, for_words=for_words)
    if session.read_only:
        session.close()
        raise SaveError(f"nothing was {deed}: {session.closed}", place=path)
    for notice in session.notices:
        remark(f"{path}: {notice}")
    return session
