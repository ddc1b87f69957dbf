"""Every kind of mistake an author can make is told with its file, its line, what is wrong and what would be right."""

import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tabletop.reading.lines import lines_of
from tabletop.scenario.load import FILES, load_scenario, scenario_problems
from tabletop.scenario.proof import Problem
from tests.long import sweep

TWO_KEYS = Path(__file__).parents[1] / "scenarios" / "two-keys"
TEXTS = {path.name: path.read_text(encoding="utf-8") for path in TWO_KEYS.iterdir()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TWO_KEYS, tmp_path / "two-keys"))


def changed(folder: Path, file: str, old: str, new: str) -> tuple[list[Problem], int]:
    """The problems after one change, and the line that was changed."""
    text = TEXTS[file]
    assert text.count(old) >= 1, old
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return scenario_problems(folder), text[: text.index(old)].count("\n") + 1


# file, what stands there, what is written instead, what the problem says, what the hint says
MISTAKES = [
    # keys
    ("members.toml", "gdp = 30", "gpd = 30", "unknown key 'gpd'", "did you mean 'gdp'?"),
    ("scenario.toml", "first_half = 2", "first_halb = 2", "unknown key 'first_halb'", "did you mean 'first_half'?"),
    ("scenario.toml", "orders = 8", "odrers = 8", "unknown key 'odrers'", "did you mean 'orders'?"),
    ("posts.toml", 'level = "first"', 'id = "first"', "unknown key 'id'", "its id is the name of its table"),
    ("coefficients.toml", "[overload]", "[overlaod]", "unknown coefficient 'overlaod'", "did you mean 'overload'?"),
    ("seats.toml", 'path = "concord"', 'path = "concord"\npaths = []', "says again what another key", "keep one"),
    # a dash is no minus
    ("texts.toml", '"trust +2"', '"trust –2"', "can't be read", "'–' is a dash; write the minus of the keyboard"),
    ("injects.toml", '"feud >= 10"', '"feud >= −10"', "compares with no number", "'−' is a dash"),
    ("scenario.toml", "start = 40", "start = –40", "is no TOML", "'–' is a dash; write the minus of the keyboard: -40"),
    ("members.toml", "gdp = 30", 'gdp = "—30"', "'gdp' is text, should be a number", "write -30"),
    # texts and ids too long, and ids that are none
    ("members.toml", 'name = "Lyre"', f'name = "{"x" * 300}"', "'name' has 300 letters", "200 at the most"),
    ("forces.toml", "[lyre-gunners]", f"[{'x' * 70}]", "can't be an id", "60 letters at the most"),
    ("scenario.toml", 'share = "towns-share"', 'share = "a/b"', "'a/b' can't be an id", "lower-case letters"),
    ("forces.toml", 'owner = "ly"', 'owner = ""', "'owner' is empty", "name a member"),
    ("forces.toml", 'base = "outer-harbour"', 'base = ""', "'base' is empty", "name a theatre"),
    ("scenario.toml", 'anchor_post = "key-warden"', 'anchor_post = ""', "'anchor_post' is empty", "name a post"),
    ("seats.toml", 'rubs = ["lyre"]', 'rubs = [""]', "'rubs' is empty", "name a seat"),
    # an edge is for everybody to see
    ("scenario.toml", '"support/lyre < 30"', '"promises/lyre < 1"', "seen by the seat whose it is alone", "all see"),
    ("scenario.toml", '"support/lyre < 30"', '"inject/toll-dispute/state = fired"', "seen by control alone", "all see"),
    # words that the program uses for itself
    ("scenario.toml", "[tracks.concord]", "[tracks.resolve]", "'resolve' is a word that the program", "another id"),
    ("scenario.toml", "[tracks.concord]", "[tracks.deterrence]", "'deterrence' is a word", "another id"),
    ("seats.toml", "[herald]", "[control]", "'control' is a word that the program", "give the seat another id"),
    ("seats.toml", "[herald]", "[public]", "'public' is a word that the program", "give the seat another id"),
    ("theatres.toml", "[mule-pass]", "[all]", "'all' is a word that the program", "give the theatre another id"),
    # types
    ("members.toml", "gdp = 30", 'gdp = "2,5"', "'gdp' is text, should be a number", "write 2.5"),
    ("members.toml", "gdp = 30", "gdp = 2,5", "is no TOML", "write 2.5"),
    ("members.toml", "gdp = 30", "gdp = nan", "not a number that one can count with", ""),
    ("members.toml", "gdp = 30", "gdp = true", "'gdp' is true or false, should be a number", ""),
    ("programmes.toml", "lead = 2", "lead = 2.0", "should be a whole number", "write 2"),
    ("members.toml", "elections = [2]", "elections = 2", "'elections' is a number, should be a list", "write [2]"),
    ("seats.toml", 'members = ["ha"]', 'members = "ha"', "should be a list", 'write ["ha"]'),
    ("seats.toml", "secret = false", 'secret = "no"', "should be true or false", ""),
    ("forces.toml", "capability = { boats = 3 }", "capability = 3", "should be a table", "write { area = number }"),
    ("forces.toml", "boats = 3 }", 'boats = "3" }', "'boats' is text, should be a number", "write 3"),
    ("members.toml", 'name = "Lyre"', "name = 5", "'name' is a number, should be text", 'write "5"'),
    ("scenario.toml", 'caveat = "FOR TESTS"', "caveat = 1979-05-27", "'caveat' is a date or time", ""),
    ("injects.toml", "window = [1, 2]", "window = [1]", "'window' has 1 turns", "write [first, last]"),
    # ids
    ("theatres.toml", 'members = ["ly"]', 'members = ["lu"]', "unknown member 'lu'", "known: ha, ly, mo"),
    ("theatres.toml", "walls = 3", "wals = 3", "unknown area 'wals'", "did you mean 'walls'?"),
    ("seats.toml", 'members = ["ly", "mo"]', 'members = ["ly", "mossgate"]', "unknown member 'mossgate'", "known: ha"),
    ("seats.toml", 'rubs = ["lyre"]', 'rubs = ["lyra"]', "unknown seat 'lyra'", "did you mean 'lyre'?"),
    ("forces.toml", 'owner = "ly"', 'owner = "ny"', "unknown member 'ny'", "known: ha, ly, mo"),
    ("forces.toml", 'host = "mo"', 'host = "moss"', "unknown member 'moss'", "did you mean 'mo'?"),
    ("forces.toml", 'base = "outer-harbour"', 'base = "outer-habour"', "unknown theatre 'outer-ha", "outer-harbour"),
    ("forces.toml", "mule-pass = 0.4", "mule-path = 0.4", "unknown theatre 'mule-path'", "did you mean 'mule-pass'?"),
    ("forces.toml", 'replacement = "chain-boats"', 'replacement = "chain"', "unknown programme 'chain'", "chain-boats"),
    ("programmes.toml", 'payers = ["lyre"]', 'payers = ["ly"]', "unknown seat 'ly'", "did you mean 'lyre'?"),
    ("programmes.toml", 'way = "own-yard"', 'way = "own"', "unknown way 'own'", "own-yard"),
    ("programmes.toml", '"harrow-galleys"', '"harrow-galeys"', "unknown force 'harrow-galeys'", "harrow-galleys"),
    ("posts.toml", 'to = "ly"', 'to = "xy"', "unknown member 'xy'", "ly"),
    ("injects.toml", 'theatre = "outer-harbour"', 'theatre = "harbour"', "unknown theatre 'harbour'", "outer-harbour"),
    ("injects.toml", '["harrow", "lyre"]', '["harow", "lyre"]', "unknown seat 'harow'", "did you mean 'harrow'?"),
    ("injects.toml", 'default = "postpone"', 'default = "pospone"', "unknown option 'pospone'", "'postpone'?"),
    ("injects.toml", 'opens = ["smoke', 'opens = ["smok', "unknown inject 'smok-on", "'smoke-on-the-water'?"),
    ("injects.toml", '"speak-plainly"', '"speak-planly"', "unknown objective 'speak-planly'", "'speak-plainly'?"),
    ("texts.toml", 'agree = ["harrow", "lyre"]', 'agree = ["harrow", "lyr"]', "unknown seat 'lyr'", "'lyre'?"),
    ("texts.toml", 'about = "post"', 'about = "pots"', "'about' can't be 'pots'", "did you mean 'post'?"),
    ("scenario.toml", 'anchor_post = "key-warden"', 'anchor_post = "warden"', "unknown post 'warden'", "key-warden"),
    ("scenario.toml", 'cohesion = "concord"', 'cohesion = "conkord"', "unknown track 'conkord'", "'concord'?"),
    ("scenario.toml", "herald = ", "heralt = ", "unknown seat 'heralt'", "did you mean 'herald'?"),
    ("scenario.toml", '"status-quo"', '"status"', "unknown policy 'status'", "'status-quo'?"),
    ("red.toml", 'id = "rest"', 'id = "test"', "'id' can't be 'test'", "did you mean 'rest'?"),
    ("posts.toml", "[harbour-master]", "[Harbour-Master]", "'Harbour-Master' can't be an id", "lower-case letters"),
    # where forces stand
    ("forces.toml", 'kind = "guns"', 'kind = "gun"', "unknown kind 'gun'", "did you mean 'guns'?"),
    ("programmes.toml", 'kind = "boats"', 'kind = "boat"', "unknown kind 'boat'", "did you mean 'boats'?"),
    ("forces.toml", 'region = "upper-valley"', 'region = "valley"', "unknown region 'valley'", "upper-valley"),
    ("forces.toml", 'readiness = "standing"', 'readiness = "stand"', "unknown readiness 'stand'", "'standing'?"),
    ("forces.toml", 'confidence = "high"', 'confidence = "hihg"', "'confidence' can't be 'hihg'", "'high'?"),
    ("forces.toml", "presence = { outer-harbour = 1 }\n", "", "'presence' is missing", "a region and a readiness"),
    ("forces.toml", 'region = "upper-valley"\n', "", "a readiness and no region", "write region = ID"),
    ("forces.toml", 'readiness = "standing"\n', "", "a region and no readiness", "write readiness = ID"),
    (
        "forces.toml",
        'region = "upper-valley"',
        'region = "upper-valley"\npresence = { mule-pass = 1 }',
        "both a region and its presence",
        "keep one",
    ),
    (
        "programmes.toml",
        "presence = { outer-harbour = 1 }",
        'region = "upper-valley"\nreadiness = "standing"',
        "no plan for 'water', by which 'boats' travels",
        "write [upper-valley.plans.water] in regions.toml",
    ),
    ("regions.toml", "lent = { outer-harbour = 1 }", "lent = { outer-harbour = 0.5 }", "sum to 0.5", "should be 1"),
    ("regions.toml", "home = { mule-pass = 1 }", "home = { mule-path = 1 }", "unknown theatre 'mule-path'", "pass"),
    ("regions.toml", "mule-pass = 0,", "mule-pass = -1,", "'reach' is -1", "should be 0 to 999"),
    ("regions.toml", "plans.road]", "plans.raod]", "no kind travels by 'raod'", "did you mean 'road'?"),
    ("scenario.toml", "parts = [1, 0, 0, 0]", "parts = [1, 0, 0]", "'parts' has 3 numbers", "[now, within ten days"),
    ("scenario.toml", "parts = [1, 0, 0, 0]", "parts = [0, 0, 0, 0]", "its parts sum to 0", "should be 1"),
    ("theatres.toml", 'grounds = { walls = "', 'grounds = { wals = "', "unknown area 'wals'", "did you mean 'walls'?"),
    # paths
    ("injects.toml", '"trust +3"', '"trsut +3"', "unknown path 'trsut'", "did you mean 'trust'?"),
    ("injects.toml", '"trust +3"', '"trust 3"', "effect 'trust 3' can't be read", "write 'cohesion -2'"),
    ("injects.toml", '"trust +3"', '"trust = high"', "'trust' is a number and can't be set", "write 'trust +1'"),
    ("injects.toml", '"trust +3"', '"deterrence/mule-pass +3"', "can't be changed", "effects add to tracks"),
    ("injects.toml", '"trust +3"', '"force/lyre-gunners/status +3"', "points can't be added", "= WORD"),
    ("injects.toml", '"trust +3"', '"force/lyre-gunners/status = gone"', "is never 'gone'", "known: available"),
    ("injects.toml", '"trust +3"', '"pressure/high-pass +3"', "unknown theatre 'high-pass'", "known: mule-pass"),
    ("injects.toml", "capital/lyre -4", "capital/lire -4", "unknown seat 'lire' in 'capital/lire'", "'lyre'?"),
    ("injects.toml", "capital/lyre -4", "capital/lyre/now -4", "unknown path", "write capital/SEAT"),
    ("injects.toml", '{ on = "feud", add = 5 }', '{ on = "feud" }', "can't be read", "either 'add' or 'set'"),
    ("injects.toml", '{ on = "feud", add = 5 }', '{ on = "feud", add = "5" }', "'add' is text", "write 5"),
    ("injects.toml", '{ on = "feud", add = 5 }', "5", "is a number, should be an effect", "write 'cohesion -2'"),
    ("injects.toml", '"feud >= 10"', '"fued >= 10"', "unknown path 'fued'", "did you mean 'feud'?"),
    ("injects.toml", '"feud >= 10"', '"feud is high"', "condition 'feud is high' can't be read", "write 'trust >= 45'"),
    ("injects.toml", '"feud >= 10"', '"feud >= much"', "'feud' is a number, 'much' is not", ""),
    ("injects.toml", '"feud >= 10"', '"post/key-warden/holder > ha"', "gives a word", "compare it with = or !="),
    ("injects.toml", "chain/tolls = shared", "chain/tolls = shard", "is never 'shard'", "did you mean 'shared'?"),
    ("injects.toml", "trust < 45", "trust < nan", "compares with no number", ""),
    ("seats.toml", '"least-deterrence"', '"least-deterence"', "unknown path 'least-deterence'", "'least-deterrence'?"),
    ("seats.toml", "chain-boats-1/in-place", "chain-boats-9/in-place", "unknown force 'chain-boats-9'", "chain-boats-"),
    ("seats.toml", "shared = 100", "sharde = 100", "is never 'sharde'", "did you mean 'shared'?"),
    ("seats.toml", 'path = "hands-freed"', 'path = "force/lyre-gunners/status"', "gives a word, not", "write steps"),
    ("texts.toml", '["trust +2"]', '["trust +2", "agreement/x +1"]', "unknown path 'agreement/x'", "write agreement"),
    # ranges
    ("members.toml", "spending = 2.4", "spending = 24", "'spending' is 24", "should be 0 to 20"),
    ("members.toml", "poll = 48", "poll = 480", "'poll' is 480", "should be 0 to 100"),
    ("members.toml", 'fiscal_room = "high"', 'fiscal_room = "hi"', "can't be 'hi'", "did you mean 'high'?"),
    ("theatres.toml", "pressure = 52", "pressure = 152", "'pressure' is 152", "should be 0 to 100"),
    ("forces.toml", "outer-harbour = 0.4", "outer-harbour = 4", "'presence' is 4", "should be 0 to 1"),
    ("injects.toml", "chance = 50", "chance = 150", "'chance' is 150", "should be 0 to 100"),
    ("injects.toml", "window = [1, 2]", "window = [2, 1]", "ends in turn 1, before it begins", ""),
    ("coefficients.toml", "value = 0.15\nunit = \"probability\"", "value = 15\nunit = \"\"", "'value' is 15", "0 to 1"),
    ("scenario.toml", "agreement = 0.6", "agreement = 60", "'agreement' is 60", "should be 0 to 1"),
    ("scenario.toml", "first_half = 2", "first_half = 3", "'first_half' is 3", "should be 1 to 2"),
    # between fields
    ("theatres.toml", "weights = { walls = 0.4", "weights = { walls = 0.3", "its weights sum to 0.9", "should be 1"),
    ("theatres.toml", "weights = { walls = 1 }", "weights = { walls = 0.5, boats = 0.5 }", "a weight", "weight 0"),
    ("coefficients.toml", "value = 0.5\n", "value = 0.6\n", "the three exponents sum to 1.1", "should sum to 1"),
    ("posts.toml", 'to = "ly"\nleft = 1', 'to = "ly"', "has both 'to' and 'left'", "give both or neither"),
    ("posts.toml", '["ha", "ly"]', '["ly"]', "'ha' is not among those who may hold it", "see its 'may_hold'"),
    ("forces.toml", "leaves = 1\n", "", "no turn says when it leaves", "write leaves = 1"),
    ("programmes.toml", "first_lead = 1", "first_lead = 3", "its first tranche takes 3 turns", "at most lead"),
    ("forces.toml", "[lyre-gunners]", "[chain-boats-2]", "also a tranche of programme", "another id"),
    ("seats.toml", "weight = 60", "weight = 50", "the weights of its objectives sum to 90", "should be 100"),
    ("seats.toml", 'members = ["ly", "mo"]', 'members = ["ly", "mo", "ha"]', "also a member of seat", "one seat"),
    ("seats.toml", 'role = "anchor"', 'role = "members"', "the anchor's seat has another role", 'role = "anchor"'),
    ("seats.toml", "members = []", 'members = ["mo"]', "an agenda seat has no members", "members = []"),
    ("seats.toml", "at = [3]", "at = [4]", "turn 4 is after the last of 3", ""),
    ("seats.toml", "floor = 42", "floor = 60", "floor and target are both 60", "from floor to target"),
    ("injects.toml", 'id = "postpone"', 'id = "share"', "'share' stands twice among the options", ""),
    ("injects.toml", 'answers = ["lyre"]\n', "", "no seat that answers", "name seats"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "problem", "hint"), MISTAKES, ids=[f"{m[0]}: {m[2]}" for m in MISTAKES])
def test_a_mistake_is_told_where_it_stands(
    folder: Path, file: str, old: str, new: str, problem: str, hint: str
) -> None:
    problems, line = changed(folder, file, old, new)

    told = [p for p in problems if problem in p.problem]

    assert told, problems
    assert told[0].file == f"two-keys/{file}"
    assert hint in told[0].hint
    assert told[0].severity == "error"
    assert line - 14 <= told[0].line <= line + 1  # the key itself, the head of its table, or the sum it belongs to


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("members.toml", "gdp = 30", "gpd = 30"),
        ("forces.toml", 'owner = "ly"', 'owner = "ny"'),
        ("injects.toml", '"trust +3"', '"trsut +3"'),
        ("seats.toml", "shared = 100", "sharde = 100"),
        ("scenario.toml", "agreement = 0.6", "agreement = 60"),
        ("programmes.toml", "boats = 1.5", "baots = 1.5"),
    ],
)
def test_the_line_is_that_of_the_key(folder: Path, file: str, old: str, new: str) -> None:
    problems, line = changed(folder, file, old, new)

    assert problems[0].line == line


def test_a_force_that_lends_needs_a_plan_that_says_where(folder: Path) -> None:
    lent = "lent = { outer-harbour = 1 }\n"
    (folder / "regions.toml").write_text(TEXTS["regions.toml"].replace(lent, ""), encoding="utf-8")

    problems, _ = changed(folder, "forces.toml", 'readiness = "standing"', 'readiness = "standing"\nlend = 0.4')

    assert [p.problem for p in problems] == ["it lends a part, and its region's plan says not where"]


def test_without_kinds_a_scenario_says_them_in_free_words_and_names_no_region(folder: Path) -> None:
    text = TEXTS["scenario.toml"]
    kinds = text[text.index("[kinds.boats]") : text.index("[readiness.standing]")]

    problems, _ = changed(folder, "scenario.toml", kinds, "")

    assert [(p.where, p.problem) for p in problems] == [
        ("force 'mossgate-scouts'", "it names a region, and no kind says how it travels")
    ]


def test_a_force_may_stand_in_a_country_outside_the_alliance(folder: Path) -> None:
    problems, _ = changed(folder, "forces.toml", 'host = "mo"', 'host = "xk"')

    assert problems == []


def test_a_word_in_a_long_list_is_found_on_its_own_line(folder: Path) -> None:
    problems, line = changed(
        folder,
        "theatres.toml",
        'members = ["mo", "ly"]',
        'members = [\n  "mo",\n  # "zz" is no more\n  "zz",\n]',
    )

    assert [(p.line, p.problem) for p in problems] == [(line + 3, "unknown member 'zz'")]


@pytest.mark.parametrize(
    ("file", "old", "new", "where"),
    [
        ("injects.toml", '"trust +3"', '"trsut +3"', "inject 'toll-dispute', option 'share'"),
        ("seats.toml", "shared = 100", "sharde = 100", "seat 'harrow', objective 'hands-home', part 2"),
        ("scenario.toml", "start = 56", "start = 560", "track 'faith'"),
        ("scenario.toml", "floor = 300", "floor = -1", "legal"),
        ("red.toml", 'effects = ["feud -3"]', 'effects = ["fued -3"]', "lever 'rest'"),
    ],
)
def test_the_thing_it_is_in_has_a_name(folder: Path, file: str, old: str, new: str, where: str) -> None:
    problems, _ = changed(folder, file, old, new)

    assert problems[0].where == where


def test_all_problems_are_told_at_once(folder: Path) -> None:
    changed(folder, "members.toml", "gdp = 30", 'gdp = "30"')
    changed(folder, "posts.toml", 'to = "ly"', 'to = "lu"')
    changed(folder, "red.toml", "most = 2", "most = ")

    problems = scenario_problems(folder)

    assert [p.file.removeprefix("two-keys/") for p in problems] == [
        "members.toml",
        "posts.toml",
        "posts.toml",
        "red.toml",
    ]


def test_an_entry_that_cannot_be_read_is_still_known_to_the_others(folder: Path) -> None:
    problems, _ = changed(folder, "members.toml", "gdp = 30", 'gdp = "30"')

    assert len(problems) == 1


def test_text_in_another_encoding_is_told_with_its_line(folder: Path) -> None:
    (folder / "texts.toml").write_bytes("[a]\ntitle = 'Über'".encode("latin-1"))

    problems = scenario_problems(folder)

    assert [(p.file, p.line, p.problem) for p in problems] == [("two-keys/texts.toml", 2, "is not UTF-8 text")]


@pytest.mark.parametrize("text", ["[" * 5000, "a = " + "[" * 5000, "a = " + "9" * 5000, "a = 1\na = 2", '"'])
def test_broken_toml_is_a_problem_and_never_an_exception(folder: Path, text: str) -> None:
    (folder / "members.toml").write_text(text)

    problems = scenario_problems(folder)

    assert [p.file for p in problems] == ["two-keys/members.toml"]


def test_a_folder_in_place_of_a_file_is_a_problem(folder: Path) -> None:
    (folder / "texts.toml").unlink()
    (folder / "texts.toml").mkdir()

    assert [p.file for p in scenario_problems(folder)] == ["two-keys/texts.toml"]


ONE_LINE = [
    (file, number, line)
    for file in FILES
    for places in [set(lines_of(TEXTS[file]).values())]
    for number, line in enumerate(TEXTS[file].split("\n"), start=1)
    if number in places and " = " in line and not line.endswith('"""')
]
quiet = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=sweep(150, 20)
)


def written(folder: Path, file: str, text: str) -> Path:
    for name, whole in TEXTS.items():
        (folder / name).write_text(text if name == file else whole, encoding="utf-8")
    return folder


@quiet
@given(st.sampled_from(ONE_LINE), st.sampled_from(["key", "date", "nothing"]))
def test_any_corrupted_key_is_told_in_its_file_and_on_its_line(
    folder: Path, place: tuple[str, int, str], how: str
) -> None:
    """A misspelt key, a value of a type that no field has, or no value at all."""
    file, number, line = place
    key, _, _ = line.partition(" = ")
    wrong = {"key": f"{line[: len(key)]}-x{line[len(key) :]}", "date": f"{key} = 1979-05-27", "nothing": f"{key} = "}[
        how
    ]
    lines = TEXTS[file].split("\n")
    lines[number - 1] = wrong

    problems = scenario_problems(written(folder, file, "\n".join(lines)))

    assert any(p.file == f"two-keys/{file}" and p.line == number and p.severity == "error" for p in problems), problems


@quiet
@given(st.sampled_from(ONE_LINE))
def test_any_key_left_out_is_told_there_or_where_it_was_named_or_had_a_default(
    folder: Path, place: tuple[str, int, str]
) -> None:
    file, number, line = place
    lost = line.partition(" = ")[2].strip('"')
    lines = TEXTS[file].split("\n")
    del lines[number - 1]

    problems = scenario_problems(written(folder, file, "\n".join(lines)))

    assert all(p.line >= 1 for p in problems)
    if any(p.severity == "error" for p in problems):
        assert any(p.file == f"two-keys/{file}" or f"'{lost}'" in p.problem for p in problems), problems
    else:
        load_scenario(folder)


ANY_TOML = st.recursive(
    st.one_of(st.booleans(), st.integers(-(10**20), 10**20), st.text("ab -=/", max_size=8)),
    lambda inside: st.one_of(
        st.lists(inside, max_size=3), st.dictionaries(st.text("ab", max_size=2), inside, max_size=3)
    ),
    max_leaves=5,
)


@quiet
@given(st.sampled_from(ONE_LINE), ANY_TOML)
def test_any_value_anywhere_is_never_an_exception(folder: Path, place: tuple[str, int, str], value: object) -> None:
    import tomli_w

    file, number, line = place
    key, _, _ = line.partition(" = ")
    lines = TEXTS[file].split("\n")
    lines[number - 1] = (
        tomli_w.dumps({"x": [value]}).replace("x = ", f"{key} = ", 1).replace("[\n", "").rstrip("\n]").rstrip(",")
    )
    text = "\n".join(lines)

    problems = scenario_problems(written(folder, file, text))

    assert all(1 <= p.line <= text.count("\n") + 1 for p in problems if p.file == f"two-keys/{file}")


@quiet
@given(st.sampled_from(FILES), st.data())
def test_a_file_cut_anywhere_is_never_an_exception(folder: Path, file: str, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(TEXTS[file])))

    problems = scenario_problems(written(folder, file, TEXTS[file][:cut]))

    assert all(p.line >= 1 and p.problem for p in problems)


@quiet
@given(st.sampled_from(FILES), st.data())
def test_lines_are_found_for_whatever_tomllib_reads(folder: Path, file: str, data: st.DataObject) -> None:
    """Every trail of the scanner leads to a value in the document, and its line holds the last key."""
    text = TEXTS[file]
    value: Any = tomllib.loads(text)
    trail, line = data.draw(st.sampled_from(sorted(lines_of(text).items(), key=str)))
    for step in trail:
        value = value[step]

    assume(isinstance(trail[-1], str))

    assert str(trail[-1]) in text.split("\n")[line - 1]
