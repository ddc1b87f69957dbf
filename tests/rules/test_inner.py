"""What the rules keep for themselves is reached by no id of a scenario, whatever its author calls a track."""

import ast
from pathlib import Path

import pytest

from tabletop.analysis.explain import explanation
from tabletop.model import inner
from tabletop.model.cause import Cause
from tabletop.model.effects import Effect
from tabletop.model.figures.glossary import INNER, key_of
from tabletop.model.scenario import Scenario
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.scores.paths import number_at
from tabletop.rules.turn.effects import affect
from tabletop.rules.turn.opening import opening
from tabletop.rules.world.draft import Draft
from tabletop.scenario.load import parse_scenario
from tabletop.scenario.proof import is_kebab
from tests.play import two_keys


def renamed(track: str) -> Scenario:
    """The tiny scenario out of a save, its commitment called by a word of the rules' own."""
    named = two_keys().names.commitment
    pairs = ((f"{named} ", f"{track} "), (f'"{named}"', f'"{track}"'), (f"tracks.{named}]", f"tracks.{track}]"))
    texts = dict(two_keys().sources)
    for old, new in pairs:
        texts = {file: text.replace(old, new) for file, text in texts.items()}
    return parse_scenario(tuple(sorted(texts.items())), "two-keys")


def test_their_keys_are_no_ids() -> None:
    assert not [key for key in INNER.values() if is_kebab(key)]


def test_nobody_reads_them_by_their_word() -> None:
    package = Path(inner.__file__).parents[1]
    asked = [
        (file.name, node.lineno)
        for file in sorted(package.rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Subscript | ast.Call)
        and ast.unparse(node.value if isinstance(node, ast.Subscript) else node.func).endswith(
            ("figures", "figures.get")
        )
        and any(
            isinstance(key, ast.Constant) and key.value in INNER
            for key in ([node.slice] if isinstance(node, ast.Subscript) else node.args)
        )
    ]

    assert asked == []


@pytest.mark.parametrize("word", sorted(INNER))
def test_a_track_of_that_name_out_of_a_save_is_a_track(word: str) -> None:
    plain, world = opening(two_keys(), "7"), opening(renamed(word), "7")
    names = world.scenario.names

    assert names.commitment == word
    assert world.figures[word] == number_at(world, word) == world.scenario.tracks[word].start
    assert scores(world)["deterrence"] == scores(plain)["deterrence"]
    assert [world.figures.get(key) for key in INNER.values()] == [plain.figures.get(key) for key in INNER.values()]


def test_an_effect_on_the_word_moves_the_track_where_there_is_one() -> None:
    for scenario, key in ((two_keys(), "/alarm"), (renamed("alarm"), "alarm")):
        draft = Draft(opening(scenario, "7"))
        before = draft.figures[key]
        affect(draft, Effect("alarm", 0.5), Cause("adjustment"))
        assert key_of("alarm", scenario.tracks) == key
        assert draft.figures[key] == pytest.approx(before + 0.5)
        told = explanation(draft.freeze(), "alarm")
        assert [(cause.cause, cause.through) for cause in told.causes] == [(Cause("adjustment"), "alarm")]
