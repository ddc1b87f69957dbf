"""What is read to the room: which pages there are, and which one is due."""

from attrs import evolve

from tabletop.model.injects import InjectState
from tabletop.model.scenario import Scenario
from tabletop.model.world import Phase, World
from tabletop.words.aloud import first_page, pages
from tests.play import fresh, two_keys


def stripped(scenario: Scenario) -> Scenario:
    return evolve(scenario, exercise=evolve(scenario.exercise, assumptions=(), limits=()))


def titles(world: World, story: tuple[str, ...] = ()) -> list[str]:
    return [page.title for page in pages(world, (), story)]


def test_what_is_assumed_and_what_it_is_not_are_read_after_the_brief() -> None:
    world = fresh(scenario=two_keys())
    exercise = world.scenario.exercise

    brief, assumed, *rest = pages(world, (), ())

    assert (brief.title, assumed.title) == ("Opening brief", "What is assumed")
    assert assumed.paragraphs == exercise.assumptions
    assert [page.paragraphs for page in rest if page.title == "What it is not"] == [exercise.limits]


def test_a_scenario_that_assumes_nothing_has_one_page_of_brief() -> None:
    assert titles(fresh(scenario=stripped(two_keys())))[0] == "Opening brief"
    assert not {"What is assumed", "What it is not"} & set(titles(fresh(scenario=stripped(two_keys()))))


def test_the_turns_first_inject_is_due_from_the_second_turn_on() -> None:
    world = fresh(scenario=two_keys())
    inject = next(iter(world.injects))
    came = evolve(world.injects[inject], state=InjectState.DELIVERED, turn=2)
    later = evolve(world, turn=2, injects=world.injects | {inject: came})

    for scenario in (later.scenario, stripped(later.scenario)):
        told = pages(evolve(later, scenario=scenario), (), ())
        assert told[first_page(evolve(later, scenario=scenario), told)].title == later.scenario.injects[inject].title
    assert first_page(world, pages(world, (), ())) == 0


def test_at_the_review_the_report_is_due() -> None:
    world = evolve(fresh(scenario=two_keys()), phase=Phase.REVIEW)

    told = pages(world, (), ("The chain held.",))

    assert told[first_page(world, told)].paragraphs == ("The chain held.",)


def test_an_inject_is_read_with_who_answers_and_what_they_may_choose_and_nothing_of_what_that_does() -> None:
    world = fresh(scenario=two_keys())
    inject = next(name for name, spec in world.scenario.injects.items() if spec.options and spec.answers)
    came = evolve(world.injects[inject], state=InjectState.DELIVERED, turn=1)
    told = pages(evolve(world, injects=world.injects | {inject: came}), (), ())
    spec = world.scenario.injects[inject]

    page = next(page for page in told if page.title == spec.title)
    assert page.choices == tuple(option.text for option in spec.options)
    assert page.paragraphs[-1].endswith((" answer.", " answers."))
    assert not any(option.reason in " ".join(page.paragraphs) for option in spec.options if option.reason)
