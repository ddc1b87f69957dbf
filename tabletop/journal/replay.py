"""Plays a record again: the good part of it, and a sentence on where it ended."""

from tabletop.errors import SaveError
from tabletop.journal.record.earlier import of_record, only_a_record
from tabletop.journal.record.play import Play
from tabletop.journal.record.rulebook import Rulebook
from tabletop.journal.store.save import Save


def fold(save: Save, rules: Rulebook, to: int | None = None, *, check: bool = False) -> tuple[Play, str]:
    """Every entry up to `to` in memory. With `check` each is held against the rules once more. Raises ScenarioError.

    A save of an earlier edition is read as the record that it is, under no rules.
    """
    header = save.header
    if only_a_record(header.rules):
        rules, check = of_record(rules, header.rules), False
    scenario = rules.parse(header.files, header.scenario)
    opening = rules.opening(scenario, header.seed, header.turns, header.players, header.fold, header.without)
    play = Play(rules, opening, header.head)
    play.unlike = () if rules.closed else scenario.unlike
    play.our_digests = header.rules == rules.version
    for entry in save.entries[:to]:
        try:
            play.enter(entry, check=check)
        except SaveError as why:
            play.fork_at = None
            return play, why.problem
    return play, ""
