"""The exported tables: complete, adding up to the record, plain to any reader, and naming nobody."""

import csv
import io
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest
from attrs import frozen
from click.testing import CliRunner

from tabletop.analysis.export.dataset import Dataset, prose, real
from tabletop.analysis.export.pack import Pack, pack
from tabletop.analysis.export.source import source_of
from tabletop.analysis.export.written import csv_of, files_of
from tabletop.cli.main import tabletop
from tabletop.journal.session import Session
from tabletop.journal.store.people import Person, write_people
from tabletop.model.moves import (
    Adjust,
    Advance,
    Argue,
    Assign,
    Declare,
    Deploy,
    Estimate,
    MakeFreeMove,
    MakePromise,
    Message,
    Note,
    Odds,
    Roll,
    Seal,
    Show,
    Talk,
    Undo,
    Withdraw,
)
from tabletop.rules.acts.act import ACTS
from tabletop.words.cause_words import wording
from tests.journal.sessions import at_random, begun, turn
from tests.long import sweep
from tests.play import nato, two_keys

Rows = list[dict[str, str]]


def spoken(path: Path, **terms: Any) -> Session:
    """Two turns in which everybody says something."""
    session = begun(path, **terms)
    harrow, lyre = list(session.world.seats)[:2]
    turn(
        session,
        MakeFreeMove(seat=lyre, aim='=HYPERLINK("x")', means="a rope", reasons=("-1 is near", "it's cheap")),
        Argue(seat=harrow, move=2, side="against", text="@nobody"),
        Estimate(seat=harrow, move=2, word="likely"),
        Odds(seat="control", move=2, word="likely"),
        Roll(seat="control", move=2),
        Message(seat=harrow, to=lyre, text="'quoted', \"twice\"\nand a line; שלום"),
        MakePromise(seat=lyre, to=harrow, due=2, text="+1 boat"),
        Talk(seat="control", seats=(harrow, lyre), minutes=3.5, text="\tby the stairs"),
        Note(seat="control", text="-0.5 is a number", kind="insight", about=lyre),
        Note(seat="control", text="We never said that", kind="quote", about=harrow),
        Show(seat="control", what="look-ahead", to=harrow),
        Declare(seat=lyre, stance=next(iter(session.world.scenario.stances))),
        Seal(seat=lyre, why="because", expect={session.world.scenario.names.trust: "up"}),
    )
    session.make(Adjust(seat="control", what=session.world.scenario.names.trust, amount=-3.25, reason="a storm"))
    session.make(Note(seat="control", text="typed by a person"), "Anna Example")
    turn(session)
    return session


def packed(session: Session) -> Pack:
    return pack(source_of(session.path.stem, session.header, session.play, wording))


def rows_of(files: Mapping[str, str]) -> dict[str, Rows]:
    return {
        name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(text)))
        for name, text in files.items()
        if name.endswith(".csv")
    }


def read(made: Pack) -> dict[str, Rows]:
    return rows_of(files_of(made))


@frozen
class Wild:
    """A long session with undone and forked parts, its export, and what is in the files of it."""

    session: Session
    pack: Pack
    files: Mapping[str, str]
    rows: dict[str, Rows]


@pytest.fixture(scope="module")
def wild(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wild]:
    with begun(tmp_path_factory.mktemp("wild") / "wild.toml", nato(), turns=4) as session:
        for move in (
            Advance(seat="control"),
            Assign(seat="berlin", force="de-air", theatre="baltic"),
            Undo(seat="control", to=1),
        ):
            session.make(move)
        at_random(session, Random(5), sweep(500, 250))
        files = files_of(made := packed(session))
        yield Wild(session, made, files, rows_of(files))


def test_every_entry_is_in_its_table_once(wild: Wild) -> None:
    made, rows, entries = wild.pack, wild.rows, wild.session.entries

    assert [int(row["entry"]) for row in rows["entries"]] == [entry.n for entry in entries]
    assert sum(row["live"] == "true" for row in rows["entries"]) == len(wild.session.line)
    done = Counter(entry.move.do for entry in entries)
    for table, kinds in {
        "notes": ["note"], "messages": ["message"], "promises": ["promise"], "talks": ["talk"], "rulings": ["rule"],
        "estimates": ["estimate"], "free_moves": ["free-move"], "answers": ["answer"],
        "adjustments": ["adjust", "mode"],
        "clock": ["clock", "start", "pause", "resume", "end", "advance"], "exposures": ["show", "display", "sitrep"],
        "remarks": ["fact", "bookmark", "sitrep", "write-inject"],
    }.items():  # fmt: skip
        assert len(rows[table]) == sum(done[kind] for kind in kinds), table
    assert len(rows["orders"]) == sum(ACTS[type(entry.move)].sheet for entry in entries)
    assert any(row["live"] == "false" for row in rows["orders"])
    assert made.manifest["tables"] == {table.name: len(table.rows) for table in made.tables}
    assert all(len(rows[table.name]) == len(table.rows) for table in made.tables)


def test_causes_add_up_and_scores_are_the_record_s(wild: Wild) -> None:
    session, rows = wild.session, wild.rows
    sums: dict[tuple[str, str], float] = defaultdict(float)
    for row in rows["causes"]:
        sums[row["entry"], row["score"]] += float(row["amount"])
    by_entry: dict[int, dict[str, float]] = defaultdict(dict)

    for row in rows["scores"]:
        if row["value"]:
            by_entry[int(row["entry"])][row["path"]] = float(row["value"])
        if row["before"]:
            change = float(row["after"]) - float(row["before"])
            assert sums[row["entry"], row["path"]] == pytest.approx(change, abs=1e-9), row

    recorded = {entry.n: entry.scores for entry in session.entries if entry.scores}
    assert len(recorded) > 2
    assert {n: scores for n, scores in by_entry.items() if n} == recorded


def test_who_lent_what_left_and_is_missed_stands_in_its_tables(tmp_path: Path) -> None:
    with begun(tmp_path / "s.toml", nato()) as session:
        turn(
            session,
            Assign(seat="berlin", force="de-10-panzer", theatre="high-north"),
            Withdraw(seat="washington", force="us-rota-ddg", turn=1),
            Deploy(seat="washington", force="us-2cr", theatre="baltic"),
            Assign(seat="washington", force="us-abct-pl", theatre="black-sea", turn=3),
        )
        worth = session.world.figures["worth/es"]
        rows = read(packed(session))

    forces = {row["force"]: row for row in rows["forces"] if row["turn"] == "1"}
    lent = [forces["de-10-panzer"][key] for key in ("theatre", "lent", "lent_part", "arrives")]
    assert lent == ["central", "high-north", str(nato().forces["de-10-panzer"].lend), "2"]
    assert [forces["us-abct-pl"][key] for key in ("to", "due", "lent", "lent_part")] == ["black-sea", "3", "", ""]
    gone = {row["force"]: row for row in rows["departures"] if row["turn"] == "1"}
    assert {name: (row["theatre"], row["to"], row["surprise"]) for name, row in gone.items()} == {
        "us-rota-ddg": ("mediterranean", "", "true"),
        "us-2cr": ("central", "baltic", "true"),
        "us-ibct-ro": ("black-sea", "", "false"),  # announced before the opening
    }
    assert not [row for row in rows["departures"] if row["turn"] == "0"]
    spain = {row["turn"]: float(row["worth"]) for row in rows["members"] if row["member"] == "es"}
    assert (spain["0"], spain["1"]) == (1.0, worth) and worth < 1


def test_an_edge_stands_in_its_table_with_the_turn_it_was_passed_in(tmp_path: Path) -> None:
    with begun(tmp_path / "s.toml", two_keys()) as session:
        turn(session, Adjust(seat="control", what="concord", amount=-45.0, reason="a try"))
        turn(session)
        rows = read(packed(session))["edges"]

    assert [(row["turn"], row["edge"], row["passed"], row["in_turn"]) for row in rows] == [
        ("0", "slack", "false", ""), ("1", "slack", "true", "1"), ("2", "slack", "true", "1"),
    ]  # fmt: skip


def test_a_turn_closes_where_the_next_one_opens(tmp_path: Path) -> None:
    with spoken(tmp_path / "s.toml") as session:
        trust = session.world.scenario.names.trust
        told = {row["turn"]: row for row in read(packed(session))["scores"] if row["path"] == trust}

    assert told["1"]["after"] == told["2"]["before"]
    assert float(told["1"]["before"]) == float(told["0"]["value"])
    assert told["1"]["value"] == told["1"]["after"]  # the storm came in turn 2


def test_no_cell_is_a_formula_and_every_number_stays_one(tmp_path: Path) -> None:
    with spoken(tmp_path / "s.toml") as session:
        made = packed(session)
    rows = read(made)

    for table in made.tables:
        kinds = {column.name: column.kind for column in table.columns}
        for row in rows[table.name]:
            for name, cell in row.items():
                if kinds[name] in ("number", "whole"):
                    assert cell == "" or float(cell) == float(cell)
                else:
                    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")), (table.name, name, cell)
    assert rows["adjustments"][0]["amount"] == "-3.25"
    assert rows["free_moves"][0]["aim"] == '\'=HYPERLINK("x")'
    assert rows["messages"][0]["words"] == "''quoted', \"twice\"\nand a line; שלום"
    assert rows["notes"][0]["words"] == "'-0.5 is a number"


def test_an_apostrophe_taken_off_gives_the_text_back() -> None:
    said = ["=1", "+a", "-", "@x", "\tx", "'x", "''", '"x"', "x", "", "1e5", "a,b\r\nc", "＝1", " =1"]
    table = Dataset("t", "a text", (prose("words", "said"), real("n", "n", "")), tuple((word, -0.5) for word in said))

    back = [row["words"] for row in csv.DictReader(io.StringIO(csv_of(table), newline=""))]

    assert [word[1:] if word.startswith("'") else word for word in back] == said


def test_expectations_stand_beside_outcomes(tmp_path: Path) -> None:
    with spoken(tmp_path / "s.toml") as session:
        row = read(packed(session))["expectations"][0]

    assert (row["expected"], row["last"]) == ("up", "true")
    assert row["foreseen"] == ("true" if row["was"] == "up" else "false")


def test_no_person_is_named(tmp_path: Path) -> None:
    with spoken(tmp_path / "s.toml") as session:
        write_people(session.path, [Person(name="Anna Example", seat="harrow")])
        whole = "".join(files_of(packed(session)).values())

        assert "Anna" not in whole
        assert '"other"' in whole
        assert read(packed(session))["notes"][1]["seat"] == ""  # a quote


def test_every_row_of_what_was_done_says_whom_the_gate_had_told(wild: Wild) -> None:
    session, pack = wild.session, wild.pack
    gate = session.play.gate
    for table in pack.tables:
        if "told" not in [column.name for column in table.columns]:
            continue
        for n, told in zip(table.values("entry"), table.values("told"), strict=True):
            assert isinstance(n, int)
            seats = [seat for seat in session.world.seats if gate.since(n, seat)]
            everybody = bool(gate.since(n, "public"))
            assert told == ("all" if everybody else "seats" if seats else "control"), (table.name, n)
    assert {"all", "seats", "control"} <= {told for table in pack.tables if table.name == "entries"
                                           for told in table.values("told")}  # fmt: skip


def test_words_of_nobody_lead_to_nobody(tmp_path: Path) -> None:
    with spoken(tmp_path / "s.toml", attribution="none") as session:
        rows = read(packed(session))

    for table in ("messages", "arguments", "rationales", "promises", "notes", "talks", "estimates", "free_moves"):
        assert rows[table], table
        assert all(row["entry"] == row["time"] == row.get("seat", "") == "" for row in rows[table]), table
    assert rows["messages"][0]["to"] == ""
    assert rows["orders"][0]["seat"]  # deeds are not words


def test_words_taken_out_are_flagged(tmp_path: Path) -> None:
    with spoken(tmp_path / "s.toml") as session:
        session.redact(everything=True)
        whole = files_of(packed(session))
        rows = read(packed(session))

    assert rows["messages"][0]["redacted"] == "true" and rows["messages"][0]["words"] == "[redacted]"
    assert "a rope" not in "".join(whole.values())


def test_sessions_stack(tmp_path: Path, wild: Wild) -> None:
    with begun(tmp_path / "short.toml", nato(), turns=2) as session:
        short, long = packed(session), wild.pack

    assert [(t.name, t.columns) for t in short.tables] == [(t.name, t.columns) for t in long.tables]


def test_the_codebook_tells_every_column(wild: Wild) -> None:
    made = wild.pack
    book = made.tables[-1]

    assert {(row[0], row[1]) for row in book.rows} == {
        (table.name, column.name) for table in made.tables[:-1] for column in table.columns
    }
    assert all(row[5] in ("all", "seat", "control") and row[6] for row in book.rows)


def test_every_figure_of_the_scenario_says_where_it_comes_from(wild: Wild) -> None:
    (table,) = [table for table in wild.pack.tables if table.name == "origins"]
    scenario = wild.session.play.worlds.at(0).scenario
    rows = {str(row[1]): dict(zip([c.name for c in table.columns], row, strict=True)) for row in table.rows}

    assert len(rows) == len(table.rows) and all(row["source"] and row["name"] for row in rows.values())
    assert rows.keys() >= {f"coefficient/{name}" for name in scenario.basis}
    assert rows.keys() >= {f"member/{name}/gdp" for name in scenario.members}
    name, spec = next(iter(scenario.theatres.items()))
    for area, amount, low in zip(scenario.areas, spec.requirement, spec.low or spec.requirement, strict=True):
        row = rows[f"need/{name}/{area}"]
        assert (row["value"], row["low"]) == (amount, low if spec.low else None)


def test_the_codebook_says_of_every_number_where_it_comes_from(wild: Wild) -> None:
    *_, book = wild.pack.tables
    at = [column.name for column in book.columns].index("source")

    numbers = [row for row in book.rows if row[2] in ("number", "whole") and row[0] != "origins"]

    assert numbers and [row[:2] for row in numbers if not row[at]] == []
    assert {row[at] for row in numbers if row[:2] == ("members", "gdp")} == {"member/ID/gdp"}


def test_pandas_reads_every_file(wild: Wild, tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    made = wild.pack

    for name, told in wild.files.items():
        (tmp_path / name).write_text(told, encoding="utf-8", newline="")
    for table in made.tables:
        frame = pandas.read_csv(tmp_path / f"{table.name}.csv", keep_default_na=True)
        assert list(frame.columns) == [column.name for column in table.columns]
        assert len(frame) == len(table.rows)
        for column in table.columns if table.rows else ():
            if column.kind in ("number", "whole"):
                ours = sum(float(cell) for cell in table.values(column.name) if isinstance(cell, int | float))
                assert frame[column.name].sum() == pytest.approx(ours, rel=1e-9, abs=1e-9), (table.name, column.name)
        told = json.loads((tmp_path / f"{table.name}.json").read_text(encoding="utf-8"))
        assert len(told["rows"]) == len(table.rows) and told["marking"] == "EXERCISE"


def test_the_command_writes_a_folder_and_never_over_another_session(tmp_path: Path) -> None:
    spoken(tmp_path / "a.toml").close()
    begun(tmp_path / "b.toml", seed="8").close()

    def run(*words: object) -> Any:
        return CliRunner().invoke(tabletop, list(map(str, words)))

    assert run("export", tmp_path / "a.toml", "--to", tmp_path / "out").exit_code == 0
    told = json.loads(run("export", tmp_path / "a.toml", "--to", tmp_path / "out", "--json").stdout)
    assert told == json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert told["session"] == "a" and told["attribution"] == "seat"
    refused = run("export", tmp_path / "b.toml", "--to", tmp_path / "out")
    assert "holds other tables already" in str(refused.exception)
