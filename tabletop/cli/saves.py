"""Commands that write saves without the screens: new, apply, fork, redact."""

from pathlib import Path
from typing import Any

import click

from tabletop.cli.read import placed
from tabletop.cli.say import count, document, line, remark
from tabletop.cli.terms import NAMED, Whole, option_of_mirror, options_of_terms, terms_of
from tabletop.errors import SaveError, TabletopError

_SHOWN = 10  # refusals told on stderr


@click.command()
@click.argument("scenario", type=NAMED)
@click.option("--save", type=NAMED, required=True, metavar="FILE", help="The new save; never over an existing file.")
@options_of_terms
@option_of_mirror
def new(scenario: str, save: str, mirror: str | None, **terms: Any) -> None:
    """Make a save of SCENARIO (an id or a path) without opening the screens."""
    from tabletop.journal.session import Session
    from tabletop.journal.store.places import find_scenario
    from tabletop.scenario.load import load_scenario

    told = load_scenario(find_scenario(scenario))
    with Session.create(save, told, terms_of(told, **terms), mirror=Path(mirror) if mirror else None) as session:
        header = session.header
        left_out = f", without {', '.join(header.without)}" if header.without else ""
        line(f"{save}: {told.title}, {count(header.turns, 'turn')}, seed {header.seed}{left_out}")


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

    told = read_moves(moves)
    with _writable(save, "applied") as session:
        done = apply_at_table(session, told.tables)
        trouble = session.trouble
    if as_json:
        refused = [{"index": each.index, "code": each.code, "message": each.message} for each in done.refused]
        document({"applied": done.applied, "refused": refused, "digest": done.digest, "head": done.head})
    if done.refused:
        for each in done.refused[:_SHOWN]:
            remark(f"{told.place(each.index, each.key)}: {each.message} ({each.code})")
        if len(done.refused) > _SHOWN:
            remark(f"and {count(len(done.refused) - _SHOWN, 'more refusal')}")
        raise click.exceptions.Exit(1)
    if trouble:
        raise SaveError(trouble)
    if not as_json:
        line(f"{save}: {count(done.applied, 'move')} applied, digest {done.digest}, head {done.head[:12]}")


@click.command()
@click.argument("save", type=NAMED)
@click.option("--at", type=Whole(0), required=True, metavar="N", help="So many moves are taken over.")
@click.option(
    "--save", "to", type=NAMED, required=True, metavar="FILE", help="The new save; never over an existing file."
)
def fork(save: str, at: int, to: str) -> None:
    """Make a new save of the first N moves of SAVE; the same luck follows the same decisions."""
    from tabletop.journal.fork import fork as forked
    from tabletop.journal.store.save_toml import load

    with placed(save):
        found = load(save)
    if at > len(found.entries):
        raise SaveError(f"there is no entry {at}", place=save, hint=found.fault or f"the last is {len(found.entries)}")
    forked(found, at, to)
    line(f"{to}: the first {count(at, 'move')} of {save}")


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

    with _writable(save, "taken out", mirror) as session:
        if entry and entry > len(session.entries):
            raise SaveError(f"there is no entry {entry}", place=save, hint=f"the last is {len(session.entries)}")
        session.take_notes()
        kept = out_of_reach(session.said(entry=entry or 0, seat=seat or "", everything=all_text))
        made = session.redact(entry=entry or 0, seat=seat or "", everything=all_text)
        trouble, left = session.trouble, _taken_elsewhere(session) if isinstance(made, list) else []
    for said in kept:
        remark(f"{save}: {said}")
    if not isinstance(made, list):
        raise TabletopError(made.message, place=save)
    if trouble:
        raise SaveError(trouble)
    line(f"{save}: the text of {len(made)} {'entry' if len(made) == 1 else 'entries'} taken out")
    for said in left:
        line(said)


def _taken_elsewhere(session: Any) -> list[str]:
    """What the program has made of the words beside the save is taken away; what it can't know of is said."""
    from tabletop.journal.store.inbox import inbox_path
    from tabletop.table.feed_file import feed_path, read_feed, write_feed

    said = []
    feed, notes = feed_path(session.path), inbox_path(session.path)
    try:
        shown = read_feed(feed)
        if shown is not None:
            write_feed(feed, shown["begun"], shown["now"])
            said.append(f"{feed.name}: the public screen is blank now, push it again from the board")
    except SaveError:  # no feed that anybody could show
        feed.unlink(missing_ok=True)
    if notes.exists():
        said.append(f"{notes.name}: holds lines that are no notes and were not taken over, look at it yourself")
    return [
        *said,
        "Forks, exports, printed sheets and other copies keep the words; so does a mirror not named.",
    ]


def _writable(path: str, done: str, mirror: str | None = None) -> Any:
    """A session that can be gone on with. Raises SaveError, PlaceError, ScenarioError; remarks go to stderr.

    `done`: what was not, where it can't be.
    """
    from tabletop.journal.session import Session

    with placed(path):
        session = Session.open(path, mirror=Path(mirror) if mirror else None)
    if session.read_only:
        session.close()
        raise SaveError(f"nothing was {done}: {session.closed}", place=path)
    for said in session.notices:
        remark(f"{path}: {said}")
    return session
