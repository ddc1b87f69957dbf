"""Who reads a slip, how they are counted, and that what is taken out or taken back is told nowhere afterwards."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tabletop.analysis.export.dataset import Dataset
from tabletop.analysis.export.pack import pack
from tabletop.analysis.export.source import source_of
from tabletop.journal.session import Session
from tabletop.model.moves import Advance, End, HandIn, Move, Red, Reveal, Undo
from tabletop.model.seats import CONTROL, PUBLIC
from tabletop.model.survey import QuestionSpec
from tabletop.paper.blocks import Rules, Ticks
from tabletop.paper.desk import at_desk
from tabletop.paper.editions import EDITIONS, look_of
from tabletop.paper.prints import PRINTS
from tabletop.scenario.load import parse_scenario, scenario_problems
from tabletop.table.local import LocalTable
from tabletop.table.survey import SlipTime, answered, slip_count, slip_due, slips
from tabletop.words.cause_words import wording
from tests.cli.said import TWO_KEYS, apply, control, new, run
from tests.journal.sessions import begun
from tests.play import two_keys

ADVANCE, END, REVEAL = Advance(seat="control"), End(seat="control"), Reveal(seat="control")
FIRST = SlipTime("before")
BEFORE = HandIn(seat="lyre", when="before", ticks={"majority": "likely"}, asked=("whose",), words=("QXwhoseQX",))
OTHER = HandIn(seat="harrow", when="before", ticks={"majority": "unlikely"}, asked=("whose",), words=("ours",))
THIRD = HandIn(seat="lyre", when="before", ticks={"majority": "unlikely"}, asked=("whose",), words=("nobody's",))


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with begun(tmp_path / "survey.toml") as session:
        yield session


def make(session: Session, *moves: Move) -> LocalTable:
    table = LocalTable(session)
    for move in moves:
        assert table.make_now(move) is None, move
    return table


def exported(session: Session) -> Dataset:
    made = pack(source_of("s", session.header, session.play, wording))
    return next(table for table in made.tables if table.name == "survey")


def test_a_seat_reads_its_own_slips_alone_and_the_reveal_opens_none(session: Session) -> None:
    table = make(session, BEFORE, OTHER)

    def readers(entry_seat: str) -> set[str]:
        places = (*session.world.seats, PUBLIC, CONTROL)
        return {who for who in places if any(slip.seat == entry_seat for slip in slips(table.at(who).view_now().lines))}

    assert (readers("lyre"), readers("harrow")) == ({"lyre", CONTROL}, {"harrow", CONTROL})
    make(session, END, REVEAL)
    assert (readers("lyre"), readers("harrow")) == ({"lyre", CONTROL}, {"harrow", CONTROL})


def test_several_slips_of_a_seat_are_counted_and_one_taken_back_is_not(session: Session) -> None:
    table = make(session, BEFORE, OTHER, THIRD)
    assert slip_count(table.view_now().lines, "lyre", FIRST) == 2

    make(session, Undo(seat=CONTROL, to=2))

    assert slip_count(table.view_now().lines, "lyre", FIRST) == 1
    (majority, whose) = answered(session.world.scenario, table.view_now().lines)
    assert majority.counts == (("unlikely", 1), ("likely", 1))
    assert [each.said for each in whose.answers] == ["QXwhoseQX", "ours"]
    assert [row[1] for row in zip(exported(session).values("slip"), exported(session).values("live"), strict=True)] == [
        *[True] * 4, False, False,
    ]  # fmt: skip


def test_a_slip_is_asked_for_before_the_first_orders_are_opened_after_each_turn_and_at_the_end(
    session: Session,
) -> None:
    table = LocalTable(session)
    red = Red(seat=CONTROL, source="model")
    asked = []
    for move in (ADVANCE, ADVANCE, red, ADVANCE, ADVANCE, ADVANCE, ADVANCE, END):
        asked.append(slip_due(table.at("lyre").view_now(), "lyre"))
        make(session, move)
    asked.append(slip_due(table.at("lyre").view_now(), "lyre"))

    assert asked == [True, True, False, False, False, True, True, False, True]
    make(session, HandIn(seat="lyre", when="end", ticks={"pace": "5"}))
    assert not slip_due(table.at("lyre").view_now(), "lyre")


def test_the_quick_look_has_a_line_for_each_question_and_names_no_seat(session: Session) -> None:
    desk = at_desk(make(session, BEFORE, OTHER), "s")

    told = look_of(desk, EDITIONS["quick-look"]).survey

    assert [each.text for each in told] == [
        f"How likely is it that the {two_keys().names.own} side carries most of what is needed by turn "
        f"{session.world.turns}? unlikely (1 slip); likely (1 slip).",
        'Whose decisions will matter most, and why? "QXwhoseQX"; "ours".',
    ]
    assert {(each.voice, each.source) for each in told} == {("P", "entries 1 and 2")}
    assert look_of(desk, EDITIONS["players"]).survey == ()


def test_words_that_were_taken_out_are_told_nowhere_and_ticks_stay(tmp_path: Path) -> None:
    save = new(tmp_path / "s.toml")
    slip = {"seat": "lyre", "do": "survey", "when": "before", "ticks": {"majority": "likely"}}
    assert apply(save, {**slip, "asked": ["whose"], "words": ["QXwhoseQX"]}).code == 0
    assert run("redact", save, "--seat", "lyre").code == 0

    with Session.open(save, read_only=True) as session:
        assert "QXwhoseQX" not in session.text
        look = look_of(at_desk(LocalTable(session), "s"), EDITIONS["quick-look"])
        assert [each.text.partition("? ")[2] for each in look.survey] == ["likely (1 slip)."]
        rows = exported(session)
    assert rows.values("ticked") == ["likely", ""]
    assert rows.values("redacted") == [True, True]


def test_the_export_names_seats_as_far_as_was_agreed(tmp_path: Path) -> None:
    for level, seats in (("seat", ["lyre", "lyre", "harrow", "harrow"]), ("none", [None] * 4)):
        with begun(tmp_path / f"{level}.toml", attribution=level) as session:
            make(session, BEFORE, OTHER)
            rows = exported(session)
        assert rows.values("seat") == seats
        assert sorted(map(str, rows.values("ticked"))) == ["", "", "likely", "unlikely"]
        assert set(rows.values("told")) == {"seats"}


def test_the_printed_slips_ask_what_the_screens_ask(session: Session) -> None:
    (sheaf,) = PRINTS["survey"].of(at_desk(LocalTable(session), "s"), ["lyre"])
    asked = [block for block in sheaf.blocks if isinstance(block, Rules | Ticks)]

    assert [block.boxes if isinstance(block, Ticks) else () for block in asked] == [
        each.choices for each in session.world.scenario.questions
    ]
    own, turns = two_keys().names.own, f"{session.world.turns}"
    assert [block.label.rstrip(":") for block in asked] == [
        each.text.replace("{own}", own).replace("{turns}", turns) for each in session.world.scenario.questions
    ]


def test_a_scenario_may_ask_its_own_questions(tmp_path: Path) -> None:
    own = '\n[[survey]]\nid = "toll"\nwhen = "end"\ntext = "Was the toll worth it?"\nchoices = ["yes", "no"]\n'
    sources = {path.name: path.read_text(encoding="utf-8") for path in Path(TWO_KEYS).glob("*.toml")}
    sources["scenario.toml"] += own

    scenario = parse_scenario(tuple(sorted(sources.items())), "two-keys")

    toll = QuestionSpec(id="toll", when="end", text="Was the toll worth it?", choices=("yes", "no"))
    assert scenario.questions == (toll,)
    for name, text in sources.items():
        (tmp_path / name).write_text(text.replace('when = "end"', 'when = "noon"'), encoding="utf-8")
    assert any("'when' can't be 'noon'" in problem.problem for problem in scenario_problems(tmp_path))


def test_a_program_hands_in_slips_and_is_told_when_the_survey_is_closed(tmp_path: Path) -> None:
    save = new(tmp_path / "s.toml")
    slip = {"seat": "lyre", "do": "survey", "when": "before", "ticks": {"majority": "likely"}}

    assert apply(save, slip, slip, control("end"), control("reveal")).code == 0
    said = apply(save, slip)

    assert said.code == 1 and "the survey is closed" in said.err + said.out
