"""Forces, texts and programmes as a seat's tables tell them."""

from attrs import evolve

from tabletop.model.council import Text
from tabletop.words.council import asks, voice, voices
from tabletop.words.forces import gives, law_words, people_line
from tabletop.words.programmes import tranche_words
from tests.play import fresh, two_keys


def test_a_package_names_only_what_it_counts_for() -> None:
    scenario = two_keys()

    for force, spec in scenario.forces.items():
        words = gives(scenario, force)
        assert len(words.split(", ")) == sum(amount != 0 for amount in spec.capability) or not words


def test_people_stand_against_the_floor_of_the_law() -> None:
    scenario = fresh().scenario
    floor = scenario.legal.floor

    assert people_line(scenario, floor + 5).endswith(f"{floor + 5:,} people in theatre, 5 above the floor of {floor:,}")
    assert people_line(scenario, floor - 5, short=True) == f"{floor - 5:,} people, 5 below the floor"
    assert law_words(scenario, floor + 5, 0, 0).startswith("5 above the floor. Every ")
    assert "are missing" not in law_words(scenario, floor, 0, 0)
    assert law_words(scenario, floor - 900, 900, -0.9).endswith("Now 900 are missing: capital -0.9 a turn.")


def test_a_seat_has_one_voice_the_strongest_it_used() -> None:
    text = Text(
        kind="t", about="", sponsor="a", state="open", turn=1, consents=("b", "c"), footnotes=("c",), broken=("d",)
    )

    assert [voice(text, seat) for seat in "abcde"] == ["sponsor", "consent", "footnote", "silence broken", "silent"]
    assert voices(text, 5) == "1 broke silence"
    assert voices(evolve(text, broken=()), 5) == "2 of 5 consent, 1 footnotes"


def test_a_text_asks_every_seat_or_names_those_it_asks() -> None:
    world = fresh()
    spec = next(spec for spec in world.scenario.texts.values() if not spec.votes)
    told = world.scenario, world.seats

    assert asks(spec, tuple(world.seats), *told) == "Stands unless a seat breaks silence"
    assert asks(spec, ("washington",), *told) == "Stands unless Washington breaks silence"
    assert asks(evolve(spec, votes=True), tuple(world.seats), *told) == "Every seat must consent"


def test_a_tranche_says_when_it_comes_and_how_often_late() -> None:
    world = fresh()

    words = tranche_words(world, "c-essi", 0.25)

    assert "tranche 1 of " in words and "(a turn late in 25 of 100)" in words
    assert "late" not in tranche_words(world, "c-essi", 0.0)
    assert "after the end" in tranche_words(evolve(world, turns=1), "c-essi", 0.0)
