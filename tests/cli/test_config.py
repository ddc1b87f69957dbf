"""The configuration file: printed, made, read, kept, and told in a line where it is wrong."""

from pathlib import Path

import pytest

from tabletop.cli.config import chosen, page
from tabletop.config.place import config_file, settings
from tabletop.journal.store.places import known_scenarios, saves_folder
from tabletop.tui.app import TabletopApp
from tabletop.tui.kit.ctrl_p import Palette
from tests.cli.said import TWO_KEYS, run
from tests.tui.test_app import settled


def put(text: str) -> Path:
    path = config_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_it_says_where_it_is_and_all_that_may_stand_in_it_as_comments() -> None:
    said = run("config")

    head, *rows = said.out.splitlines()
    assert (said.code, head) == (0, f"# {config_file()} (not there yet)")
    assert {row for row in rows if row and not row.startswith("#")} == {"[keys]"}
    for name in ("theme", "motion", "saves", "scenarios", "why", "note-typing"):
        assert any(row.startswith(f"# {name} = ") for row in rows), name
    assert run("config", "--path").out == f"{config_file()}\n"


def test_what_it_prints_is_a_file_that_says_the_same() -> None:
    put('theme = "light"\nmotion = false\nsaves = "/a"\n[keys]\nwhy = ["Z", "ctrl+y"]\n')
    before, printed = settings(), run("config").out

    put(printed)

    after = settings()
    assert (after.theme, after.motion, after.saves, after.keys) == ("light", False, "/a", {"why": ("Z", "ctrl+y")})
    assert page(after) == page(before)


def test_it_is_made_once_and_never_over_another() -> None:
    assert run("config", "--write").code == 0
    assert settings().keys == {} and not settings().theme

    again = run("config", "--write")

    assert again.code == 1 and again.err == f"tabletop: {config_file()}: is there already; change it in an editor\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('theme = "drak"', "1: there is no theme 'drak'; did you mean 'dark'?"),
        ("\nmotion = 1", "2: 'motion' is a number, should be true or false"),
        ('saves = "x"', "1: 'saves' is no whole path; begin with / or ~"),
        ('them = "dark"', "1: nothing is called 'them' here; did you mean 'theme'?"),
        ('public-theme = "drak"', "1: there is no theme 'drak'; did you mean 'dark'?"),
        ("theme = ", "1: is no TOML: invalid value; mend the line, or take it out"),
        ("theme = ''", "1: 'theme' is empty; leave the line out"),
        ("keys = 3", "1: 'keys' is a number, should be a table"),
        ("[keys]\n\nwhy = 3", "3: 'why' is a number, should be a key, or a list of keys"),
        ('[keys]\nwhy = "s"', "2: 's' is the key of 'seal'; give 'seal' another as well"),
    ],
)
def test_what_is_wrong_is_one_line_with_its_place_and_mend(text: str, told: str) -> None:
    path = put(text)

    said = run("config")

    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(f"tabletop: {path}:{told}") and said.err.count("\n") == 1


def test_what_is_no_text_is_told_too() -> None:
    put("").write_bytes(b"\xff\xfe")
    assert run("config").err.endswith("config.toml: is no text in UTF-8; save it as such\n")


def test_saves_go_where_it_says_and_an_author_s_scenarios_are_found(tmp_path: Path) -> None:
    mine = tmp_path / "mine" / "keys-of-mine"
    mine.parent.mkdir()
    mine.symlink_to(TWO_KEYS)
    put(f'saves = "{tmp_path / "played"}"\nscenarios = "{mine.parent}"\n')

    assert saves_folder() == tmp_path / "played"
    assert known_scenarios()["keys-of-mine"].resolve() == Path(TWO_KEYS).resolve()


async def test_a_theme_is_chosen_in_the_palette_and_kept_with_all_that_stood_there() -> None:
    path = put("# mine\nmotion = false\n\n[keys]\nwhy = 'Z'\n")
    app = TabletopApp(likes=chosen(settings()))

    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot, "ctrl+p", *"high con")
        await pilot.pause(0.4)
        assert isinstance(app.screen, Palette)
        await settled(pilot, "enter", "enter")
        await pilot.pause(0.2)
        assert app.theme == "contrast"

    kept = path.read_text(encoding="utf-8")
    assert kept.startswith("# mine\nmotion = false\n") and settings().theme == "contrast"
    assert settings().keys == {"why": ("Z",)}


async def test_the_room_s_screen_has_a_theme_of_its_own() -> None:
    put('theme = "dark"\n')
    app = TabletopApp(likes=chosen(settings(), public=True))

    async with app.run_test():
        assert app.theme == "dark"
        app.choose_theme("light")

    assert (settings().theme, settings().public_theme) == ("dark", "light")
    assert chosen(settings(), public=True).theme == "light" and chosen(settings()).theme == "dark"


async def test_without_a_file_the_theme_makes_one_that_explains_itself() -> None:
    app = TabletopApp(likes=chosen(settings()))

    async with app.run_test():
        app.choose_theme("nord")

    assert settings().theme == "nord" and "# motion = true" in config_file().read_text(encoding="utf-8")
    assert chosen(settings()).theme == "nord"
