"""Nothing of NATO 3.0 is in the code: a copy with every id and name changed plays, draws, explains and replays."""

import ast
import re
from functools import cache
from pathlib import Path

import attrs
import pytest

from tabletop.analysis.explain import explanation
from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.model.scenario import Names, Scenario
from tabletop.model.world import Phase
from tabletop.scenario.load import load_scenario
from tabletop.table.exercise import Exercise
from tabletop.tui.app import TabletopApp
from tabletop.tui.board.board import BoardScreen
from tabletop.tui.review.why import WhyScreen
from tests.cli.said import ADVANCE, RED, apply, run
from tests.e2e.renaming import Ids, read, renamed, shortened, without, write
from tests.e2e.screens import SIZE, go_on, press
from tests.play import ROOT, nato
from tests.tui.room import text_of

#: Words of the model and of the format, which a scenario may happen to use as ids too.
ROLES = {a.name for a in attrs.fields(Names)} | {"no-surprise", "certify", "open-handover", "fires", "base"}


@pytest.fixture(scope="module")
def zeta(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ids]:
    """The copy: renamed, no Greenland, five turns, a surprise twice as dear. And the new ids by the old."""
    files = read(ROOT / "scenarios" / "nato-3-0")
    files = without(files, lambda name: files["injects"][name].get("chain") == "greenland" or "greenland" in name)
    files = shortened(files, 5)
    files["coefficients"]["surprise_trust"]["value"] *= 2
    files, ids = renamed(files)
    return write(files, tmp_path_factory.mktemp("zeta") / "zeta"), ids


def names_of(scenario: Scenario) -> set[str]:
    """Every name of a thing that screens may show."""
    things = (scenario.theatres, scenario.tracks, scenario.posts, scenario.forces, scenario.areas, scenario.seats)
    told = {spec.name for kind in things for spec in kind.values()}
    return told | {spec.short for kind in (scenario.theatres, scenario.seats) for spec in kind.values()}


def test_it_is_a_scenario_without_a_problem(zeta: tuple[Path, Ids]) -> None:
    said = run("check", zeta[0], "--json")

    scenario = load_scenario(zeta[0])
    late = [told for told in said.json["problems"] if told["problem"].startswith("its window opens in turn")]
    assert said.json == {"ok": True, "problems": late}  # it was cut to five turns
    assert (scenario.turns, scenario.names.trust.startswith("z-")) == (5, True)
    assert not names_of(scenario) & names_of(nato())


def test_bots_play_it_headless_and_it_explains_and_replays(zeta: tuple[Path, Ids], save: Path) -> None:
    folder, ids = zeta
    bots = [f"--seat={seat}=bot:step-by-step" for seat in load_scenario(folder).seats if seat != ids["washington"]]
    run("new", folder, "--save", save, "--seed", "7", *bots)
    ships = {"seat": ids["washington"], "do": "withdraw", "force": ids["us-rota-ddg"], "turn": 1}
    turn = [ADVANCE, RED, ADVANCE, ADVANCE, ADVANCE]

    done = apply(save, ADVANCE, ships, *turn, *[move for _ in range(4) for move in (ADVANCE, *turn)][:-1])

    told = run("replay", save, "--json").json
    assert done.code == 0, done.err
    assert (told["turn"], told["phase"]) == (5, "review")
    assert told["digest"] == done.json["digest"]
    assert told["scores"].keys() >= {ids["trust"], f"deterrence/{ids['baltic']}", "z-part"}
    with Session.open(save, read_only=True) as session:
        assert (session.digest, session.notices) == (told["digest"], ())
        for n in session.line:
            world = session.world_at(n)
            if world.phase is Phase.REVIEW:
                for score in told["scores"]:
                    why = explanation(world, score)
                    assert sum(c.amount for c in why.causes) == pytest.approx(why.after - why.before, abs=0.01)


def test_the_doubled_coefficient_doubles_what_it_says(zeta: tuple[Path, Ids], tmp_path: Path) -> None:
    costs = []
    for name, folder, ids in (("a", ROOT / "scenarios" / "nato-3-0", {}), ("b", *zeta)):
        save = tmp_path / f"{name}.toml"
        run("new", folder, "--save", save, "--seed", "7")
        seat, force = (ids.get(old, old) for old in ("washington", "us-rota-ddg"))
        apply(
            save, ADVANCE, {"seat": seat, "do": "withdraw", "force": force, "turn": 1}, ADVANCE, RED, ADVANCE, ADVANCE
        )
        causes = run("explain", save, ids.get("trust", "trust"), "--json").json["causes"]
        costs.append(next(c["amount"] for c in causes if c["kind"] == "leaves-by-surprise" and c["move"] == 2))

    assert costs[0] < -1
    assert costs[1] / costs[0] == pytest.approx(2, rel=0.25)  # a gauge gives way less near its end


async def test_it_opens_in_the_screens_and_space_leads_through_a_turn(zeta: tuple[Path, Ids], save: Path) -> None:
    players = dict.fromkeys(load_scenario(zeta[0]).seats, "bot:status-quo")
    session = Session.create(save, load_scenario(zeta[0]), Terms(seed="7", players=players))
    app = TabletopApp(exercise=Exercise(session))

    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, BoardScreen)
        drawn = text_of(app)
        theatres = [spec.short for spec in load_scenario(zeta[0]).theatres.values()]
        assert all(name in drawn for name in theatres)
        assert "⣿" in drawn or "⢿" in drawn, "the map is there"
        drawn += await go_on(pilot, session, Phase.REVIEW)
        drawn += await go_on(pilot, session, Phase.BRIEF)
        assert session.world.turn == 2
        await press(pilot, "w")
        assert isinstance(app.screen, WhyScreen)
        drawn += text_of(app)

    old = {name for name in names_of(nato()) if re.search(rf"\b{re.escape(name)}\b", drawn)}
    assert not old - {"Land", "Air"}, "a word of the old scenario is drawn"


@cache
def literals() -> list[tuple[str, str]]:
    """Every text in the package's code that isn't a docstring, with its place."""
    found = []
    for path in sorted((ROOT / "tabletop").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        said = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
        for n in ast.walk(tree):
            if isinstance(n, ast.Constant) and isinstance(n.value, str) and id(n) not in said:
                found.append((f"{path.relative_to(ROOT)}:{n.lineno}", n.value))
    return found


def test_no_id_or_name_of_the_scenario_is_written_in_the_code() -> None:
    scenario = nato()
    kinds = ("theatres", "seats", "tracks", "posts", "forces", "programmes", "injects", "texts", "stances", "ways")
    ids = {name for kind in (*kinds, "areas", "kinds", "regions", "edges") for name in getattr(scenario, kind)} - ROLES
    names = names_of(scenario) | {spec.name for spec in scenario.members.values()}
    names |= {scenario.names.own, scenario.names.adversary, scenario.title}

    words = ids | {name for name in names if name.casefold() not in ROLES}
    phrases = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names if " " in name))

    offenders = [
        f"{place}: {said!r}"
        for place, said in literals()
        if said in words
        or {piece for word in said.split() if "/" in word for piece in word.split("/")} & ids
        or phrases.search(said)
    ]

    assert offenders == []
