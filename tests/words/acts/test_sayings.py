"""Every kind of move is said, and a seat's is typed, by its name in files too; beginnings go by the verbs' order."""

import pytest
from hypothesis import given

from tabletop.model.moves import REGISTRY, HandIn, Move, Ordered
from tabletop.rules.acts.act import ACTS, Maker
from tabletop.words.acts.namer import Namer
from tabletop.words.acts.saying import SAYINGS, predicate
from tabletop.words.acts.verb import VERBS, find_verb
from tests.play import two_keys
from tests.strategies import moves


def test_every_kind_has_a_sentence_and_a_seats_a_verb() -> None:
    assert SAYINGS.keys() == {*REGISTRY.values(), Ordered}
    typed = {kind for kind, saying in SAYINGS.items() if saying.verb is not None}
    of_seats = {kind for kind, act in ACTS.items() if act.maker is Maker.SEAT and kind.do}
    assert typed == of_seats - {HandIn}  # a slip is handed in whole, and not in a line that a room may read
    assert typed == {verb.kind for verb in VERBS}


@given(moves)
def test_whatever_a_move_holds_it_is_said_in_one_line_of_words(move: Move) -> None:
    sentence = predicate(Namer(two_keys()), move)

    assert sentence
    assert not sentence[:1].isupper()


@pytest.mark.parametrize("kind", [verb.kind for verb in VERBS], ids=lambda kind: kind.do)
def test_a_verb_is_found_by_its_word_its_keys_and_its_name_in_files(kind: type[Move]) -> None:
    verb = SAYINGS[kind].verb
    assert verb is not None

    assert {find_verb(word) for word in (verb.word, verb.word.upper(), kind.do, *verb.keys)} == {verb}


def test_no_two_verbs_mean_the_same_word() -> None:
    words = [word for verb in VERBS for word in {verb.word, verb.do, *verb.keys}]

    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("beginning", "word"),
    [("f", "fund"), ("fo", "footnote"), ("fr", "free"), ("re", "ready"), ("ba", "backfill"), ("de", "declare"),
     ("a", "answer"), ("as", "assign"), ("p", "pace"), ("pr", "promise"), ("undo", "back"), ("un", "unseal")],
)  # fmt: skip
def test_a_beginning_means_the_first_verb_that_is_tried(beginning: str, word: str) -> None:
    verb = find_verb(beginning)

    assert verb is not None and verb.word == word


def test_what_waits_for_others_is_an_order_or_a_text() -> None:
    assert all(ACTS[kind].sheet for kind, saying in SAYINGS.items() if saying.waits)
