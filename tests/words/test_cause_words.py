"""What causes are called: one sentence for each kind; how it is worded decides nothing."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import cast

import pytest
from attrs import evolve

from tabletop.model.cause import ABOUT, Cause, Kind, because, worn_off
from tabletop.model.scenario import Scenario
from tabletop.model.seats import PUBLIC
from tabletop.model.world import Phase
from tabletop.rules.acts.step import step
from tabletop.rules.sight import view
from tabletop.rules.turn.injects import in_short
from tabletop.words.cause_words import SENTENCES, wording
from tabletop.words.causes import account_of
from tabletop.words.story import happenings
from tests.journal.sessions import at_random, begun
from tests.play import fresh, nato, session, two_keys
from tests.rules.test_injects import DRAFT, MODEST, after

#: By kind, a cause about the first thing of its sort in the small scenario.
CALLED = {
    "rebuilds": "the Corsairs rebuilds",
    "needs-grow": "the Corsairs rebuilds its army: more is needed",
    "needs-grow-faster": "the Corsairs rebuilds its army faster than thought: more is needed",
    "needs-grow-slower": "the Corsairs rebuilds its army slower than thought: a little more is needed",
    "forces-kept": "The Council of Harrow: budgets keep more of today's forces",
    "forces-age": "The Council of Harrow: forces age and budgets do not keep them up",
    "pressure-felt": "pressure by the Corsairs is felt",
    "rebuilds-faster": "the Corsairs rebuilds faster than thought",
    "rebuilds-slower": "the Corsairs rebuilds slower than thought",
    "mood": "the mood in the Council of Harrow",
    "words-settle": "words settle",
    "words-refresh": "words gain weight again",
    "calm-returns": "calm returns",
    "gap-closes": "the gap closes",
    "spending-raised": "spending raised above the path",
    "pledge-missed": "Harrow below its pledge",
    "pledges-kept": "pledges kept again",
    "money-lapses": "unspent money lapses",
    "income": "next half-year's programme money",
    "recruits": "recruits",
    "readiness": "readiness: The Council of Harrow",
    "readiness-paid": "running money for readiness",
    "uncertified": "gone without a match or a certificate",
    "below-floor": "below the legal floor, uncertified",
    "alarm-fades": "alarm fades",
    "forces-leave": "forces leave",
    "government": "a half-year of government",
    "opinion-settles": "opinion settles",
    "rise-too-fast": "spending rises faster than voters accept",
    "too-little-done": "voters alarmed, too little done",
    "promise-kept": "promise kept: The Council of Harrow",
    "promise-broken": "promise broken: The Council of Harrow",
    "adjustment": "control's adjustment",
    "held": "held",
    "lever": 'the Corsairs played "Cruise off a coast"',
    "probe-hit": "probe in Outer harbour succeeds",
    "probe-repelled": "probe in Outer harbour repelled",
    "text-stands": "No watch leaves unannounced stands",
    "text-agreed": "No watch leaves unannounced agreed",
    "text-fell": "No watch leaves unannounced fell",
    "text-fell-in-public": "No watch leaves unannounced fell in public",
    "silence-broken": "silence broken on No watch leaves unannounced",
    "declaration": 'The Council of Harrow declares "Friendship"',
    "settles": "Harrow's faith settles",
    "settles-towards": "Harrow's faith settles towards 52: town allies spend more, Trust is low",
    "orders-placed": "Harrow's faith: orders placed",
    "rise-noticed": "The Council of Harrow notices that town allies spend more than they must",
    "election-closer": "Harrow votes: those who would do more for the allies win",
    "election-away": "Harrow votes: those who would do less for the allies win",
    "moves": "Harrow galleys move",
    "returns": "Harrow galleys return",
    "called-away": "Harrow galleys are called away again",
    "new-date": "Harrow galleys: a new date",
    "announced": "Harrow galleys: withdrawal announced",
    "cancelled": "Harrow galleys: withdrawal cancelled",
    "left": "Harrow galleys withdrawn",
    "left-matched": "Harrow galleys withdrawn, matched",
    "left-by-surprise": "Harrow galleys withdrawn by surprise",
    "counted": "withdrawn",
    "counted-matched": "withdrawn, matched",
    "counted-by-surprise": "withdrawn by surprise",
    "leaves-matched": "Harrow galleys leave matched",
    "leaves-unmatched": "Harrow galleys leave unmatched",
    "leaves-by-surprise": "Harrow galleys leave by surprise",
    "leaves-gap": "Harrow galleys leave a gap",
    "stands-in": "stands in for Harrow galleys",
    "nobody-stands-in": "nobody stands in for Harrow galleys",
    "slips": "Harrow galleys slip a turn",
    "waits-behind": "Harrow galleys wait behind the Council of Harrow's own orders",
    "waits-for-soldiers": "Harrow galleys wait for soldiers",
    "manned": "Harrow galleys are manned",
    "arrives": "Harrow galleys arrive",
    "stands": "Harrow galleys stand",
    "settles-in": "Harrow galleys have arrived and count in full",
    "match-lapses": "the match for Harrow galleys lapses",
    "match-comes": "the match for Harrow galleys comes late",
    "certificate-contradicted": "Harrow galleys were certified as matched and are not",
    "pulled": "The Council of Harrow pulls Harrow galleys from its host",
    "not-hosted": "nobody will host Harrow galleys",
    "backfill": "backfill",
    "post-proposed": "proposed",
    "post-agreed": "consent",
    "post-refused": "refused",
    "post-taken-back": "taken back",
    "post-lapsed": "proposal lapsed",
    "post-begins": "Warden of the First Key begins its handover",
    "post-transition": "Warden of the First Key in transition",
    "post-handed-over": "Warden of the First Key handed over",
    "post-barred": "a post barred by law given up",
    "post-hurried": "Warden of the First Key changes hands unprepared",
    "post-prepared": "Warden of the First Key was handed over well prepared",
    "post-forced": "Warden of the First Key is taken against the Council of Harrow's will",
    "tranche-ordered": "Chain boats: a tranche ordered",
    "investment": "Workshops: Own yard investment",
    "inject": "A dispute over tolls",
    "answer": 'A dispute over tolls: The Council of Harrow answers "Share the tolls"',
    "default-answer": 'A dispute over tolls: "Share the tolls"',
    "stock-used": "Walls: more is used up than Workshops refills",
    "stock-refilled": "Walls: Workshops refills more than is used up",
    "ruling": "ruling",
    "argument": "argument",
    "moved-ready": "forces moved at readiness 35%",
    "unlogged": "trust",
}


def one_of(kind: str, scenario: Scenario) -> Cause:
    """A cause of a kind about the first of everything, by the first seat or member."""
    about = tuple(first(what, scenario) for what in ABOUT[kind])
    who = scenario.members if "{member}" in SENTENCES[kind] else scenario.seats
    return because(cast(Kind, kind), *about, who=next(iter(who)))


def first(what: str, scenario: Scenario) -> str:
    inject = next(spec for spec in scenario.injects.values() if spec.options)
    made = {
        "lever": scenario.red.levers[0].id,
        "inject": inject.id,
        "option": inject.options[0].id,
        "text": f"{next(iter(scenario.texts))}/{next(iter(scenario.forces))}",
        "to": "52",
        "reasons": f"spending+ {scenario.names.trust}-",
        "replacement": next(iter(scenario.forces)),
        "item": "lyre/0",
        "level": "35",
        "figure": "trust",
    }
    return made.get(what) or next(iter(getattr(scenario, f"{what}s")))


@pytest.mark.parametrize("kind", ABOUT)
def test_every_kind_of_cause_has_its_sentence(kind: str) -> None:
    assert wording(one_of(kind, two_keys()), fresh(scenario=two_keys())) == CALLED[kind]


@pytest.mark.parametrize("kind", ABOUT)
def test_no_sentence_shows_an_id_or_a_gap_in_the_exercise_that_ships(kind: str) -> None:
    said = wording(one_of(kind, nato()), fresh())

    assert said and not {"{", "}"} & set(said)
    assert not {said.partition(" ")[0], said.rpartition(" ")[2]} & {*nato().forces, *nato().posts, *nato().seats}


def test_no_sentence_is_for_a_kind_that_there_is_not() -> None:
    assert set(SENTENCES) == set(ABOUT) == set(CALLED)


def test_what_wears_off_says_so() -> None:
    world = fresh(scenario=two_keys())

    assert wording(worn_off(because("ruling", "lyre/0")), world) == "ruling (wears off)"


def test_a_seat_is_called_as_it_is_in_this_session() -> None:
    folded = fresh(fold=6)
    seat, state = next((n, s) for n, s in folded.seats.items() if s.name != nato().seats[n].name)

    assert wording(because("promise-kept", who=seat), folded) == f"promise kept: {state.name}"


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("scenario", [nato(), two_keys()], ids=["nato", "keys"])
def test_everybody_can_say_what_moved_a_figure(scenario: Scenario, seed: int) -> None:
    """A view keeps the names of what its changes are about, also of a lever, and of an inject that may come again."""
    world = fresh(str(seed), turns=4, scenario=scenario)

    for number, move in session(world, Random(seed), tries=10, turns=4)[1]:
        world = step(world, move, number)[0]
        for who in (PUBLIC, *world.seats) if world.changes else ():
            seen = view(world, who)
            assert [wording(c.cause, seen) for c in seen.changes] == [wording(c.cause, world) for c in world.changes]


def test_an_inject_that_may_come_again_is_named_while_it_is_out_of_sight() -> None:
    world = after(MODEST, DRAFT, ("greenland-5", "postpone"))
    seen = view(world, "berlin")

    assert "greenland-5" not in seen.injects
    assert any(c.words.startswith("An agreement within reach: ") for c in account_of(seen, "cohesion").causes)


def played(path: Path) -> tuple[object, ...]:
    """All that a session leaves which must not hang on words: the save, its digest, what chance gave, what is told."""
    with begun(path) as session:
        at_random(session, Random(3), 160)
        worlds = [session.play.world_at(entry.n) for entry in session.entries]
        told = [
            [(h.kind, h.good, h.thing, h.theatre) for h in happenings(session.world_at(0), world, world.changes)]
            for world in worlds
            if world.phase is Phase.REVIEW
        ]
        assert any(entry.rolled for entry in session.entries)
        return path.read_bytes(), session.digest, [entry.rolled for entry in session.entries], told


def test_other_words_change_no_save_no_draw_and_no_choice_of_what_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = played(tmp_path / "s.toml")
    (tmp_path / "s.toml").unlink()

    for kind in SENTENCES:
        monkeypatch.setitem(SENTENCES, kind, "reworded")

    assert played(tmp_path / "s.toml") == plain


@pytest.mark.parametrize("scenario", [two_keys, nato], ids=["two-keys", "nato"])
def test_an_option_names_a_cause_by_whole_words_up_to_a_pause(scenario: Callable[[], Scenario]) -> None:
    for spec in scenario().injects.values():
        for option in spec.options:
            called = in_short(spec, option.id).strip('"')
            assert "…" not in called and "..." not in called
            if not option.short:
                rest = " ".join(option.text.split()).removeprefix(called)
                assert rest in ("", ".") or rest[0] in ",;:.", (called, rest)


def test_a_short_name_fits_a_line_of_causes_and_tells_an_inject_s_options_apart() -> None:
    for spec in nato().injects.values():
        called = [in_short(spec, option.id).strip('"') for option in spec.options]
        assert len(set(called)) == len(called), spec.id
        assert all(len(name) <= 36 for name in called), called


def test_an_option_with_a_short_name_is_called_by_it() -> None:
    spec = next(spec for spec in two_keys().injects.values() if spec.options)
    first = evolve(spec.options[0], text="Double the force, whoever comes", short="Twice as many")

    assert in_short(evolve(spec, options=(first,)), first.id) == '"Twice as many"'
