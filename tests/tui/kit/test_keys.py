"""Keys: each means one thing, can be another, and is named as it is."""

from pathlib import Path
from typing import Any, Final

import pytest
from textual.dom import DOMNode

from tabletop.config.settings import settings_of
from tabletop.errors import ConfigError
from tabletop.tui.kit.keymap import keymap_of
from tabletop.tui.kit.keys import called, foot, said, shown, use_keys
from tabletop.tui.kit.keytable import USES
from tabletop.tui.kit.preferences import USUAL, Preferences, preferences
from tabletop.tui.look import palette
from tests.long import some
from tests.tui.everywhere import PLACES, Place, everything
from tests.tui.kit.keys_page import PAGE, written
from tests.tui.room import text_of
from tests.tui.test_app import settled
from tests.tui.test_themes import cells

SWAPPED: Final = (
    ("why", "seal"), ("note", "undo"), ("injects", "sheet"), ("pass", "aloud"), ("public", "clock"), ("more", "less"),
)  # fmt: skip
STILL: Final = [place for place in PLACES if place.name != "look ahead"]
"""All but the one whose picture changes while one looks at it."""
KEYS: Final = {use.id: use.keys[0] for use in USES}
KEYMAP: Final = {a: KEYS[b] for pair in SWAPPED for a, b in (pair, pair[::-1])}
OTHER: Final = {KEYS[a]: KEYS[b] for pair in SWAPPED for a, b in (pair, pair[::-1])}
NAMED: Final = {called(key): called(other) for key, other in OTHER.items()}
_ON_EUROPEAN_KEYBOARDS: Final = {
    "space", "question_mark", "comma", "full_stop", "plus", "equals_sign", "minus", "asterisk", "colon", "slash",
}  # fmt: skip
"""Signs that need no AltGr on German, French, Italian, Spanish and Nordic ones."""


def test_every_binding_of_ours_has_the_id_of_its_key() -> None:
    for kind in everything(DOMNode):
        for binding in kind.__dict__.get("BINDINGS", ()):
            assert not isinstance(binding, tuple), (kind, binding)
            assert binding.key in {key for use in USES if use.id == binding.id for key in use.keys}, (kind, binding)


def test_no_key_has_two_meanings_and_no_meaning_two_names() -> None:
    keys = [key for use in USES for key in use.keys]
    assert len(keys) == len(set(keys)) and len({use.id for use in USES}) == len(USES)


def test_no_key_needs_altgr_or_a_function_key() -> None:
    for use in USES:
        key = use.keys[0].removeprefix("ctrl+")
        signs = key in _ON_EUROPEAN_KEYBOARDS or (len(key) == 1 and key.isascii() and key.isalnum())
        assert signs or use.fixed, use


def test_the_page_of_all_keys_is_what_the_code_says() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert written(page) == page


def test_sentences_and_feet_name_keys_as_they_are_now() -> None:
    words = "{w} asks why, {Space} goes on, {nobody} stays; {+} more"
    assert said(words) == "w asks why, Space goes on, {nobody} stays; + more"
    use_keys(KEYMAP | {"next": "x", "turn-over": "ctrl+y"})
    assert said(words) == "s asks why, x goes on, {nobody} stays; - more"
    assert foot("Enter keeps it · ^t kind · @seat tags it") == "Enter keeps it · ^y kind · @seat tags it"
    assert shown("plus,equals_sign") == "-" and shown("plus,minus") == "- +"


@pytest.fixture(autouse=True)
def usual_keys_afterwards() -> Any:
    yield
    use_keys({})


# ---------------------------------------------------------------------- a keymap of one's own


@pytest.mark.painted
@pytest.mark.parametrize("place", some(STILL, 14), ids=lambda place: place.name)
async def test_a_dozen_keys_that_are_swapped_work_and_are_shown_everywhere(tmp_path: Path, place: Place) -> None:
    usual = await painted(tmp_path / "usual", place, USUAL, place.keys)
    mapped = await painted(
        tmp_path / "mapped", place, Preferences(keymap=KEYMAP), [OTHER.get(k, k) for k in place.keys]
    )

    for before, now in zip(usual, mapped, strict=True):
        for x, ((letter, ink, ground), (instead, *_)) in enumerate(zip(before, now, strict=True)):
            alone = before[x - 1][0] in " (" and (x + 1 == len(before) or before[x + 1][0] in " )")
            is_key = alone and ink == palette.ACCENT and letter in NAMED
            where = place.name, "".join(each[0] for each in before), "".join(each[0] for each in now), ground
            drawn_by_lot = letter.isdigit() and instead.isdigit()
            assert letter == instead or instead == NAMED.get(letter) or drawn_by_lot, where
            assert not is_key or instead == NAMED[letter], where


async def painted(folder: Path, place: Place, likes: Preferences, keys: Any) -> list[list[tuple[str, str, str]]]:
    """What stands there."""
    folder.mkdir()
    app = place.app(folder, likes)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await settled(pilot, *keys)
        await pilot.pause(0.3 if place.slow else 0.05)
        return cells(app)


async def test_a_mapped_key_does_what_the_other_did_and_the_other_does_it_no_longer(tmp_path: Path) -> None:
    board = next(place for place in PLACES if place.name == "board")
    app = board.app(tmp_path, Preferences(keymap={"note": "Z", "palette": "ctrl+y"}))
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot, "n")
        assert "what was said, seen, or learned" not in text_of(app)
        await settled(pilot, "Z")
        assert "what was said, seen, or learned" in text_of(app)
        await settled(pilot, "escape")
        assert "^y anything" in text_of(app) and "Z note" in text_of(app)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('sael = "w"', "no key is called 'sael'; did you mean 'seal'?"),
        ('open = "w"', "'open' can't be another key"),
        ('seal = "w"', "'w' is the key of 'why'; give 'why' another as well"),
        ('send = "w"', "'w' would be typed"),
        ('send = "plus"', "'plus' would be typed"),
        ('seal = "contrl+x"', "there is no key 'contrl+x'"),
        ('seal = "nonsense"', "there is no key 'nonsense'"),
        ('seal = "ctrl+i"', "'^i' is Tab to a terminal"),
    ],
)
def test_what_can_be_no_key_is_told_with_its_line_and_mend(line: str, problem: str) -> None:
    name, _, key = line.partition(" = ")
    text = f"[keys]\n# mine\n{line}\n"
    with pytest.raises(ConfigError) as told:
        preferences(settings_of({"keys": {name: key.strip('"')}}, "config.toml", text))
    assert str(told.value).startswith(f"config.toml:3: {problem}")


@pytest.mark.parametrize(
    ("written", "key"),
    [("?", "question_mark"), ("+", "plus"), ("ü", "ü"), ("F5", "f5"), ("ctrl+5", "ctrl+5")],
)
def test_a_key_may_be_written_as_it_stands_on_the_keyboard(written: str, key: str) -> None:
    wanted = {"seal": (written,)}
    free = {"?": {"help": ("Z",)}, "+": {"more": ("Z",)}}.get(written, {})
    assert keymap_of(wanted | free, lambda id, problem, hint: ConfigError(f"{id}: {problem}"))["seal"] == key
