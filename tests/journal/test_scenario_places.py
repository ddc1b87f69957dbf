"""Where scenarios and saves are found: here, the user's own folder, then what ships with the program."""

from pathlib import Path

import pytest

from tabletop.errors import PlaceError
from tabletop.journal.store import places
from tabletop.journal.store.places import find_scenario, known_scenarios, saves_folder, scenario_folders


@pytest.fixture
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's folder and, as the current one, an empty folder beside it."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setattr(places, "user_data_dir", lambda _: str(tmp_path / "user"))
    return tmp_path / "user"


def scenario(folder: Path, name: str) -> Path:
    (folder / name).mkdir(parents=True)
    (folder / name / "scenario.toml").write_text("")
    return folder / name


def test_the_current_folder_goes_before_the_users_and_the_users_before_what_ships(
    user: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shipped = scenario(tmp_path / "shipped", "a").parent
    monkeypatch.setattr(places, "_shipped", lambda: shipped)
    for folder in (Path.cwd() / "scenarios", user / "scenarios"):
        scenario(folder, "a")
    scenario(user / "scenarios", "b")

    assert scenario_folders() == [Path.cwd() / "scenarios", user / "scenarios", shipped]
    assert known_scenarios() == {"a": Path.cwd() / "scenarios" / "a", "b": user / "scenarios" / "b"}
    assert find_scenario("b") == user / "scenarios" / "b"


def test_what_ships_is_found_from_anywhere(user: Path) -> None:
    assert places._shipped() in scenario_folders()


def test_a_folder_that_is_looked_up_twice_is_listed_once(user: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scenario(Path.cwd() / "scenarios", "a")
    monkeypatch.setattr(places, "_shipped", lambda: Path.cwd() / "scenarios")

    assert len(scenario_folders()) == 1


def test_a_scenario_is_named_by_id_folder_or_file(user: Path, tmp_path: Path) -> None:
    folder = scenario(tmp_path / "elsewhere", "mine")

    assert find_scenario(folder) == find_scenario(str(folder)) == find_scenario(f"{folder}/") == folder
    assert find_scenario(folder / "scenario.toml") == folder


def test_the_current_folder_can_be_the_scenario(user: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(scenario(tmp_path, "mine"))

    assert find_scenario(".").resolve() == tmp_path / "mine"
    assert find_scenario("scenario.toml").resolve() == tmp_path / "mine"


def test_a_misspelt_id_is_answered_with_the_nearest(user: Path) -> None:
    scenario(user / "scenarios", "two-keys")

    with pytest.raises(PlaceError, match=r"no scenario 'two-kees'; did you mean 'two-keys'\?"):
        find_scenario("two-kees")


@pytest.mark.parametrize("said", ["", "/", "nothing/there", "a\0b", "x" * 5000, "\ud800"])
def test_whatever_is_said_the_answer_is_a_place_error(user: Path, said: str) -> None:
    with pytest.raises(PlaceError):
        find_scenario(said)


def test_a_file_that_is_no_scenario_is_said_to_be_none(user: Path, tmp_path: Path) -> None:
    (tmp_path / "save.toml").write_text("")

    with pytest.raises(PlaceError, match="this file is no scenario"):
        find_scenario(tmp_path / "save.toml")


def test_saves_go_here_when_there_is_a_folder_for_them(user: Path) -> None:
    assert saves_folder() == user / "saves"

    (Path.cwd() / "saves").mkdir()

    assert saves_folder() == Path.cwd() / "saves"
