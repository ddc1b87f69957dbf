"""Plays a record again: the good part of it, and a sentence on where it ended."""

from tabletop.errors import SaveError
from tabletop.journal.record.play import Play
from tabletop.journal.record.rulebook import Rulebook
from tabletop.journal.store.save import Save


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
