"""`replay`: a save step by step in the screens, or the world after a move as JSON."""

import click

from tabletop.cli.terms import NAMED, Whole


@click.command()
@click.argument("save", type=NAMED)
@click.option("--to", type=Whole(0), help="The world after this move (default: the last).")
@click.option("--as", "who", metavar="SEAT|public|control", help="As this seat, the public or control may see it.")
@click.option("--json", "as_json", is_flag=True, help="Print the world and how its scores came about.")
def replay(save: str, to: int | None, who: str | None, as_json: bool) -> None:
    """Step through a save; with --json print the world after a move and how its scores came about."""
    if not as_json:
        from tabletop.cli.screens import replay_in_screens

        replay_in_screens(save, to, who)
        return
    import gc

    gc.disable()  # short and full of small values: collecting costs a tenth of it and frees nothing
    from tabletop.cli.say import document

    document(world_document(save, to, who))


def world_document(path: str, to: int | None, who: str | None) -> dict[str, object]:
    """The document. Raises what `replay_of` raises, TabletopError for a seat that isn't there."""
    from tabletop.analysis.moments import end_of
    from tabletop.analysis.reasons import public_reasons_in, reasons_in
    from tabletop.analysis.record_json import record_json
    from tabletop.analysis.world_json import Standpoint, world_json
    from tabletop.cli.read import check_place, replay_of
    from tabletop.journal.record.written import with_written
    from tabletop.model.seats import CONTROL
    from tabletop.rules.sight import view
    from tabletop.rules.world.digest import digest
    from tabletop.words.cause_words import wording

    play = replay_of(path, to).play
    check_place(path, play.world, who)
    world = with_written(play.world, play.entries)
    if world.played_under:
        return record_json(play, view(world, who) if who else world, who)
    before = end_of(play, world.turn - 1) if world.turn > 1 and not world.changes else None
    if who is None or who == CONTROL:
        reasons = reasons_in(play.entries)
        point = Standpoint(len(play.entries), digest(world), wording, play.head, reasons=reasons, before=before)
        return world_json(view(world, CONTROL) if who else world, point)
    world, before = view(world, who), before and view(before, who)
    moves = len(play.gate.numbers(who))
    reasons = public_reasons_in(play.entries)
    return world_json(world, Standpoint(moves, digest(world), wording, numbered=False, reasons=reasons, before=before))
