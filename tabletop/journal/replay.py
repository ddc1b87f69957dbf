"""Plays a record again: the good part of it, and a sentence on where it ended."""

from tabletop.errors import SaveError
from tabletop.journal.record.play import Play
from tabletop.journal.record.rulebook import Rulebook, our_rules
from tabletop.journal.store.save import Save
from tabletop.model.world import World


def replay(save: Save, to: int | None = None, rules: Rulebook | None = None) -> tuple[World, str]:
    """The world after entry `to` (the last one), and what ended the replay before it, "" when nothing did."""
    play, ended = fold(save, rules or our_rules(), to)
    if not ended and to is not None and to > len(play.entries):
        ended = save.fault or save.torn or f"the record ends with entry {len(play.entries)}"
    elif not ended and to is None:
        ended = save.fault
    return play.world, ended


def fold(save: Save, rules: Rulebook, to: int | None = None, *, check: bool = False) -> tuple[Play, str]:
    """Every entry up to `to` in memory. With `check` each is held against the rules once more. Raises ScenarioError."""
    header = save.header
    scenario = rules.parse(header.files, header.scenario)
    opening = rules.opening(scenario, header.seed, header.turns, header.players, header.fold, header.without)
    play = Play(rules, opening, header.head)
    play.unlike = scenario.unlike
    play.our_digests = header.rules == rules.version
    for entry in save.entries[:to]:
        try:
            play.enter(entry, check=check)
        except SaveError as why:
            play.fork_at = None
            return play, why.problem
    return play, ""
