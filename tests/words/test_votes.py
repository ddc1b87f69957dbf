"""Votes to come: what is told of them is what the rules will hold, and nothing where they are left out."""

from attrs import evolve

from tabletop.words.votes import next_vote, vote_words
from tests.play import fresh, nato


def test_every_member_that_votes_within_the_exercise_is_told_with_both_sides() -> None:
    world = fresh()

    for member, spec in nato().members.items():
        due = next_vote(world, member)
        assert due == min((t for t in spec.elections if t >= world.turn), default=0)
        assert vote_words(world, member).startswith(f"Votes in turn {due}: ") == bool(due)


def test_without_the_rule_of_elections_no_vote_is_told() -> None:
    world = evolve(fresh(), without=("elections",))

    assert not any(vote_words(world, member) for member in world.members)
