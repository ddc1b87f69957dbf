"""Where any figure comes from: every row of the shipped tables, every figure of play, and nothing that isn't there."""

from collections.abc import Iterable, Iterator

import pytest
from attrs import astuple, evolve

from tabletop.analysis.origins.drivers import BY_FORM, BY_PART, chosen
from tabletop.analysis.origins.origin import origin_of, seen_origin
from tabletop.analysis.origins.things import KINDS, things
from tabletop.errors import TabletopError
from tabletop.model.coefficients import Coefficients
from tabletop.model.figures.figure import NUMBER
from tabletop.model.figures.glossary import FIGURES
from tabletop.model.origin import Grade, Origin
from tabletop.model.scenario import Scenario
from tabletop.model.seats import CONTROL, PUBLIC
from tabletop.model.world import World
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.sight import view
from tests.play import fresh, nato, orders, two_keys

COEFFICIENTS = tuple(Coefficients.__annotations__)
#: Neither a figure's equation nor a price: how much is said a turn, and how a roll is called.
OF_TALK = {
    *("free_moves", "clear_margin"),
    *("stock_asks", "stock_bare", "stock_least", "stock_most", "stock_surfeit"),
}


def everything(origins: Iterable[Origin]) -> Iterator[Origin]:
    for each in origins:
        yield each
        yield from everything(each.made_of)


@pytest.mark.parametrize("scenario", [nato(), two_keys()], ids=lambda scenario: scenario.id)
def test_every_row_of_every_table_has_an_origin_with_a_source(scenario: Scenario) -> None:
    rows = {word: list(kind.ids(scenario)) for word, kind in KINDS.items()}

    found = list(everything(things(scenario)))

    assert {each.of for each in found} >= {f"{word}/{id}" for word, ids in rows.items() for id in ids}
    assert [each.of for each in found if not each.source.strip() or not each.name] == []
    assert [each.of for each in found if each.source == "judgement" and each.solid] == []


def test_every_table_of_the_scenario_is_a_kind_of_thing() -> None:
    world = fresh()
    s = world.scenario
    tables = (s.theatres, s.forces, s.programmes, s.members, s.posts, s.tracks, s.texts, s.injects, s.readiness,
              s.kinds, s.regions, s.stances, s.ways, s.edges, s.figures, s.seats, s.basis)  # fmt: skip

    asked = {id for kind in KINDS.values() for id in kind.ids(s)}

    assert all(set(table) <= asked for table in tables)


@pytest.mark.parametrize("name", COEFFICIENTS)
def test_every_coefficient_has_a_unit_or_range_and_a_source(name: str) -> None:
    world = fresh()

    origin = origin_of(world, f"coefficient/{name}")

    value = getattr(world.scenario.coefficients, name)
    assert origin.value == value and origin.source and origin.meaning and origin.unit and origin.range
    assert origin.range[0] <= value <= origin.range[1]


def test_every_coefficient_stands_under_a_figure_and_every_row_means_some() -> None:
    rows = (*BY_FORM.values(), *BY_PART.values())

    used = {name for row in rows for name in chosen(COEFFICIENTS, row)}

    assert set(COEFFICIENTS) - used == OF_TALK
    assert [word for row in rows for word in row if not chosen(COEFFICIENTS, (word,))] == []


def test_a_need_says_what_it_may_as_well_be_and_only_the_sourced_one_is_solid() -> None:
    world = fresh()
    theatre, spec = next(iter(world.scenario.theatres.items()))
    needs = [origin_of(world, f"need/{theatre}/{area}") for area in world.scenario.areas]

    assert [each.value for each in needs] == list(spec.requirement)
    assert [each.range for each in needs] == list(zip(spec.low, spec.high, strict=True))
    assert [each.source for each in needs] == [dict(spec.grounds)[area] for area in world.scenario.areas]
    assert [each.solid for each in needs] == [each.source.startswith("source:") for each in needs]


def test_a_thing_s_figures_have_the_clause_that_speaks_of_them() -> None:
    world = fresh()
    poll, gdp = (origin_of(world, f"member/de/{key}") for key in ("poll", "gdp"))

    assert (poll.value, poll.unit, poll.grade) == (world.scenario.members["de"].poll, "per cent", Grade.SOLID)
    assert (gdp.value, gdp.unit, gdp.grade) == (world.scenario.members["de"].gdp, "billion dollars", Grade.ESTIMATE)


@pytest.mark.parametrize("world", [fresh(), orders(fresh(scenario=two_keys()))], ids=lambda world: world.scenario.id)
def test_every_score_is_made_of_figures_that_can_be_asked_in_turn(world: World) -> None:
    for score, value in scores(world).items():
        origin = origin_of(world, score)

        assert origin.value == pytest.approx(value) and origin.made_of, score
        assert not origin.solid
        for part in origin.made_of:
            assert origin_of(world, part.of).value == part.value, (score, part.of)


def test_every_figure_of_the_glossary_answers() -> None:
    world = orders(fresh())
    ids = {"THEATRE": "theatres", "AREA": "areas", "SEAT": "seats", "WAY": "ways", "FORCE": "forces",
           "PROGRAMME": "programmes", "POST": "posts", "INJECT": "injects", "TEXT": "texts"}  # fmt: skip
    first = {kind: next(iter(getattr(world.scenario, table))) for kind, table in ids.items()}
    first |= {
        "MEMBER": "de",
        "TRACK": "trust",
        "SCORE": world.scenario.names.share,
        "PEOPLE": world.scenario.names.personnel,
    }
    asked = {form for form, row in FIGURES.items() if row.read and row.gives == NUMBER and set(row.kinds) <= set(first)}

    found = {form: origin_of(world, "/".join(first.get(part, part) for part in form.split("/"))) for form in asked}

    assert len(found) > 40
    assert [form for form, origin in found.items() if not (origin.source and origin.name and origin.unit)] == []


def test_what_a_force_counts_in_a_theatre_is_named_where_it_matters() -> None:
    world = fresh()
    theatre = next(iter(world.scenario.theatres))

    named = [part.of for part in origin_of(world, f"deterrence/{theatre}").made_of]

    kinds = [each.partition("/")[0] for each in named]
    assert {"deterrence", "need", "force", "coefficient"} == set(kinds)
    assert kinds.count("need") == len([need for need in world.scenario.theatres[theatre].requirement if need])


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("trsut", "'trust'"),
        ("coefficient/keep_rte", "'coefficient/keep_rate'"),
        ("needs/baltic/land", "'need/baltic/land'"),
        ("need/baltc/land", "'need/baltic/land'"),
        ("force/us-3cr", "'force/us-2cr'"),
        ("member/de/gpd", ""),
        ("nothing of the kind", "need/THEATRE/AREA"),
        ("", "need/THEATRE/AREA"),
        ("/", ""),
        ("need/baltic", ""),
        ("need/baltic/land/weight/more", ""),
    ],
)
def test_what_is_not_there_is_refused_in_one_sentence_with_what_may_be_meant(wrong: str, meant: str) -> None:
    with pytest.raises(TabletopError) as said:
        origin_of(fresh(), wrong)

    assert said.value.problem == f"there is no figure '{wrong}'"
    assert meant in said.value.hint


def test_an_objective_answers_with_what_counts_nothing_what_counts_in_full_and_by_whose_word() -> None:
    world = fresh()

    alone = origin_of(world, "objective/hands-free")
    shared = origin_of(world, "objective/house-in-order")

    assert (alone.value, alone.unit, alone.grade) == (24, "per cent", Grade.JUDGEMENT)
    assert [part.value for part in alone.made_of if "/short-" not in part.of] == [8, 40, "US commitment >= 34"]
    assert [part.value for part in alone.made_of if "/short-3/" in part.of] == [2, 20, "US commitment >= 34"]
    assert {part.of.split("/")[1] for part in shared.made_of} >= {"paris", "warsaw"}
    assert origin_of(world, "objective/paris/house-in-order").made_of[0].value == 47


def test_another_seat_s_secret_objective_is_not_there_for_the_asking() -> None:
    world = fresh()

    with pytest.raises(TabletopError):
        seen_origin(view(world, "berlin"), "objective/hands-free", "berlin")
    assert seen_origin(view(world, "washington"), "objective/hands-free", "washington").value == 24


def test_a_seat_can_not_ask_for_what_it_may_not_see() -> None:
    world = fresh()
    hidden = next(name for name in world.scenario.injects if name not in view(world, PUBLIC).injects)
    other = next(o for o in world.scenario.seats["berlin"].objectives if o.secret)
    asked = (f"inject/{hidden}", f"inject/{hidden}/state", "lever/probe", "initiative/1", "promises/berlin",
             f"seat/berlin/{other.id}")  # fmt: skip

    for who in ("washington", PUBLIC):
        for of in asked:
            with pytest.raises(TabletopError) as refused:
                seen_origin(view(world, who), of, who)
            assert refused.value.problem == f"there is no figure '{of}'"
            assert hidden not in refused.value.hint and "lever" not in refused.value.hint

    assert all(seen_origin(view(world, CONTROL), of, CONTROL) for of in asked)
    assert seen_origin(view(world, "berlin"), "promises/berlin", "berlin").value == 1
    assert seen_origin(view(world, "berlin"), f"seat/berlin/{other.id}", "berlin").value == other.weight


def test_a_need_without_grounds_and_a_force_without_a_region_answer_too() -> None:
    world = fresh(scenario=two_keys())
    bare = evolve(
        world.scenario,
        theatres={name: evolve(spec, low=(), high=(), grounds=()) for name, spec in world.scenario.theatres.items()},
    )

    found = {each.of: each for each in things(bare)}

    needs = [each for of, each in found.items() if of.startswith("need/")]
    assert needs and all(each.range is None and each.source for each in needs)


def test_what_is_told_of_a_number_of_the_rules_names_no_other_by_its_id() -> None:
    basis = nato().basis
    ids = {name for name in basis if "_" in name}

    told = {name: " ".join(map(str, astuple(each))) for name, each in basis.items()}

    assert [name for name, words in told.items() if ids & set(words.replace(".", " ").split())] == []
