"""What the rules keep for themselves is reached by no id of a scenario, whatever its author calls a track."""

import pytest

from tabletop.analysis.explain import explain
from tabletop.journal.scenario_draft import is_kebab
from tabletop.journal.scenario_toml import parse_scenario
from tabletop.model.effects import Effect
from tabletop.model.scenario import Scenario
from tabletop.rules.deterrence import scores
from tabletop.rules.draft import Draft
from tabletop.rules.effects import affect
from tabletop.rules.inner import INNER, key_of
from tabletop.rules.opening import opening
from tabletop.rules.paths import number
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


@pytest.mark.parametrize("word", sorted(INNER))
def test_a_track_of_that_name_out_of_a_save_is_a_track(word: str) -> None:
    plain, world = opening(two_keys(), "7"), opening(renamed(word), "7")
    names = world.scenario.names

    assert names.commitment == word
    assert world.figures[word] == number(world, word) == world.scenario.tracks[word].start
    assert scores(world)["deterrence"] == scores(plain)["deterrence"]
    assert [world.figures.get(key) for key in INNER.values()] == [plain.figures.get(key) for key in INNER.values()]


def test_an_effect_on_the_word_moves_the_track_where_there_is_one() -> None:
    for scenario, key in ((two_keys(), "/alarm"), (renamed("alarm"), "alarm")):
        draft = Draft(opening(scenario, "7"))
        before = draft.figures[key]
        affect(draft, Effect("alarm", 0.5), "a test")
        assert key_of("alarm", scenario.tracks) == key
        assert draft.figures[key] == pytest.approx(before + 0.5)
        told = explain(draft.freeze(), "alarm")
        assert [(cause.cause, cause.through) for cause in told.causes] == [("a test", "alarm")]
