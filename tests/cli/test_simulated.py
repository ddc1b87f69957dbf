"""`simulate --sensitivity` and `--search`: what they say, and that stopped they go on from where they were."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tabletop.cli.simulated import balance, search
from tabletop.journal.store.places import user_folder
from tests.cli.said import TWO_KEYS, Said, run

SEARCH = ("simulate", TWO_KEYS, "--search", "lyre", "--tries", "20", "--workers", "1", "--json")
BALANCE = ("simulate", TWO_KEYS, "--sensitivity", "--runs", "1", "--workers", "1", "--json")
TIMING = ("seconds", "workers")


def unfinished() -> list[Path]:
    return sorted((user_folder() / "unfinished").glob("*"))


def numbers(said: Said) -> Any:
    return {key: value for key, value in said.json.items() if key not in TIMING}


@contextmanager
def stopped_at(part: Any, steps: int) -> Iterator[None]:
    """A bar that is interrupted once so many steps were heard of."""

    class Bar(SimpleNamespace):
        heard = 0

        def __enter__(self) -> "Bar":
            return self

        def __exit__(self, *_: object) -> None:
            """Nothing to draw."""

        def update(self, more: int) -> None:
            self.heard += more
            if self.heard >= steps:
                raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(part, "progress_bar", lambda *_: Bar())
        yield


@pytest.mark.parametrize(("part", "command", "steps"), [(search, SEARCH, 10), (balance, BALANCE, 200)])
def test_stopped_it_prints_what_it_has_and_the_same_command_goes_on(
    part: Any, command: tuple[str, ...], steps: int
) -> None:
    assert unfinished() == []
    with stopped_at(part, steps):
        stopped = run(*command)
    left = unfinished()
    gone_on = run(*command)
    whole = run(*command)

    assert (stopped.code, gone_on.code, whole.code) == (130, 0, 0)
    assert "what is finished is kept: the same command goes on from there" in stopped.err
    assert "going on from where this was stopped: " in gone_on.err
    assert "going on" not in whole.err
    assert numbers(gone_on) == numbers(whole) != numbers(stopped)
    assert (len(left), unfinished()) == (1, [])


def test_what_is_kept_of_one_command_is_none_of_anothers() -> None:
    with stopped_at(search, 10):
        run(*SEARCH)
    other = run(*SEARCH, "--seed", "2")

    assert "going on" not in other.err
    assert len(unfinished()) == 1
    for file in unfinished():
        assert all(json.loads(line) for line in file.read_text(encoding="utf-8").splitlines())


def test_a_search_says_in_words_and_as_a_table_what_pays(tmp_path: Path) -> None:
    table = tmp_path / "finds.csv"
    plain = [word for word in SEARCH if word != "--json"]
    said = run(*plain, "--csv", table)
    document = run(*SEARCH).json

    assert "of 100 points" in said.out and "frequencies of the model with bots" in said.out
    assert document["tries"] == document["asked"] == 20
    assert document["finds"]
    for find in document["finds"]:
        assert find["words"] in said.out
        assert find["words"] in table.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--search", "lyra"), "there is no seat 'lyra'; did you mean 'lyre'?"),
        (("--search", "lyre", "--runs", "3"), "--search takes --tries, not --runs."),
        (("--search", "lyre", "--sensitivity"), "--sensitivity and --search are two runs."),
        (("--tries", "3"), "--tries needs --search."),
        (("--workers", "2", "--dask", "tcp://127.0.0.1:1"), "--workers are processes here; with --dask"),
    ],
)
def test_options_that_do_not_go_together_are_told(options: tuple[str, ...], words: str) -> None:
    said = run("simulate", TWO_KEYS, *options)

    assert said.code in (1, 2)
    assert words in " ".join(said.err.split())
