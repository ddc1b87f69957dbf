"""What was decided otherwise: the last word on each thing, free moves one by one, words taken out no change."""

from tabletop.analysis.decisions import decisions, differing
from tabletop.journal.record.entry import REDACTED
from tabletop.model.moves import Answer, Declare, MakeFreeMove, Move, Rule


def told(*moves: Move, start: int = 1) -> dict[tuple[int, str, tuple[str, ...]], Move]:
    return decisions([(n, 1, move) for n, move in enumerate(moves, start)])


def declares(stance: str) -> Declare:
    return Declare(seat="lyre", stance=stance)


def free(aim: str) -> MakeFreeMove:
    return MakeFreeMove(seat="lyre", aim=aim, means="x", reasons=("y",))


def test_only_the_last_word_on_a_thing_counts() -> None:
    assert differing([told(declares("price"), declares("friendship")), told(declares("friendship"))]) == []

    (one,) = differing([told(declares("price")), told(declares("friendship")), told()])
    assert (one.turn, one.seat, one.about) == (1, "lyre", ("declare",))
    assert one.moves == (declares("price"), declares("friendship"), None)


def test_free_moves_are_told_one_by_one() -> None:
    (one,) = differing([told(free("a"), free("b")), told(free("a"), free("c"))])

    assert one.moves == (free("b"), free("c"))


def test_words_that_were_taken_out_are_no_other_decision() -> None:
    said = Answer(seat="lyre", inject="fog", text="We wait.")
    taken = Answer(seat="lyre", inject="fog", text=REDACTED)

    assert differing([told(said), told(taken)]) == []
    assert differing([told(said), told(Answer(seat="lyre", inject="fog", text="We go."))])


def test_the_same_ruling_on_the_same_order_is_no_difference_wherever_it_stands() -> None:
    early = told(declares("price"), Rule(seat="control", item=1, outcome="accept"))
    late = told(declares("price"), Rule(seat="control", item=7, outcome="accept"), start=7)

    assert differing([early, late]) == []
    assert differing([early, told(declares("price"), Rule(seat="control", item=1, outcome="set-aside"))])
