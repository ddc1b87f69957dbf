"""Processes that play under the real rules and are killed, four at a time: python -m tests.journal.kills KILLS FOLDER

Forked from one that has everything loaded, so that two hundred take seconds; each opens its save, says every move once
`make` has returned, and knows nothing of the kill. Four playing at once on two processors are one another's load.
"""

import os
import signal
import sys
import time
from pathlib import Path
from random import Random
from typing import NoReturn

from tabletop.journal.fork import fork_save
from tabletop.journal.record.entry import Entry
from tabletop.journal.session import Session
from tabletop.journal.store.save_toml import load
from tabletop.model.moves import Message, Note, SetSpending
from tests.journal.example import example

AT_ONCE = 4
FRESH = 12  # kills after which a save begins anew: a long one would only make opening it long


def main(kills: int, folder: Path) -> None:
    chance = Random(7)
    said = torn = 0
    fork_save(example().save, 30, folder / "beginning.toml")
    Session.open(folder / "beginning.toml").close()
    for kill in range(0, kills, AT_ONCE):
        paths = [folder / f"{kill // AT_ONCE // FRESH}-{n}.toml" for n in range(AT_ONCE)]
        for path in paths:
            if not path.exists():
                path.write_bytes((folder / "beginning.toml").read_bytes())
        playing = [Player(path) for path in paths]
        for player in chance.sample(playing, len(playing)):
            player.first = player.said.readline()
            time.sleep(chance.random() * 0.02)
            player.kill()
        for player in playing:
            said += len(player.acknowledged)
            torn += verified(player)
    print(f"{kills} kills, {said} acknowledged moves, {torn} torn ends, none missing")


class Player:
    """A process that plays until it is killed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.first = ""
        self.acknowledged: list[list[str]] = []
        reading, writing = os.pipe()
        self.pid = os.fork()
        if not self.pid:
            os.close(reading)
            play(path, writing)
        os.close(writing)
        self.said = os.fdopen(reading)

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        lines = [self.first, *self.said.readlines()]
        self.said.close()
        status = os.waitpid(self.pid, 0)[1]
        assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL, "it ended by itself"
        self.acknowledged = [line.split() for line in lines if line.endswith("\n")]


def play(path: Path, writing: int) -> NoReturn:
    try:
        with Session.open(path, mirror=path.parent / "stick") as session:
            assert not session.read_only, session.notices
            while True:
                n = len(session.entries)
                made = session.make(some_move(n))
                assert isinstance(made, Entry) and not session.trouble, (made, session.trouble)
                os.write(writing, f"{made.n} {made.head}\n".encode())
                if n % 40 == 0:
                    session.redact(entry=n)  # the whole file is replaced
    finally:
        os._exit(1)


def some_move(n: int) -> Note | Message | SetSpending:
    if n % 3 == 1:
        return Note(seat="control", text=f"They look at item {n}.", about="berlin")
    if n % 3 == 2:
        return Message(seat="paris", to="berlin", text=f"On number {n}: agreed in principle, details by telephone.")
    return SetSpending(seat="berlin", member="de", share=2.5 + n % 2 / 10)


def verified(player: Player) -> bool:
    """Holds the files against what was said; whether the end was torn."""
    save, copy = load(player.path), load(player.path.parent / "stick" / player.path.name)
    assert not save.fault and not copy.fault, (save.fault, copy.fault)
    assert player.acknowledged, "nothing was made"
    heads = {str(entry.n): entry.head for entry in save.entries}
    for n, head in player.acknowledged:
        assert heads.get(n) == head, f"entry {n} was acknowledged and is missing"
    assert [entry.head for entry in copy.entries] == [entry.head for entry in save.entries[: len(copy.entries)]]
    return bool(save.torn)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
