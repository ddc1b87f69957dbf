"""An inject that control writes on the spot: its title everywhere, its id nowhere, answers from the seats it asks."""

from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from tabletop.cli.replay import world_document
from tabletop.model.injects import InjectState
from tabletop.model.moves import Answer, FireInject, ReleaseInject, Seal, WriteInject
from tabletop.table.exercise import Exercise
from tabletop.table.feed_file import Feed
from tabletop.table.local import LocalTable
from tabletop.tui.app import TabletopApp
from tabletop.tui.board.waiting import waiting
from tabletop.tui.board.write_inject import asked_seats
from tabletop.tui.levers.pages import since_content
from tabletop.tui.seat.seat import SeatScreen
from tests.table.scenes import every_scene
from tests.tui.room import KEYS, Room, table, text_of

SIZE = (120, 36)
TITLE, TEXT = "Κρίση: Öl vor Rügen", "A hotline rings and nobody answers."
BOTH = ("harrow", "lyre")


def written(n: int = 1, **more: Any) -> WriteInject:
    fields = {"inject": f"written-{n}", "title": TITLE, "text": TEXT, "answers": BOTH} | more
    return WriteInject(seat="control", **fields)


async def keys(pilot: Pilot[Any], *pressed: str) -> str:
    for key in pressed:
        await pilot.press(key)
    await pilot.pause()
    return text_of(pilot.app)


def titled(text: str) -> bool:
    return TITLE in text and "written-" not in text


async def test_its_title_stands_on_every_screen_of_control_and_its_id_on_none(tmp_path: Path) -> None:
    control = table(tmp_path, KEYS)

    async with TabletopApp(exercise=Exercise(control.session)).run_test(size=SIZE) as pilot:
        await keys(pilot, "i", "W", *TITLE, "enter", *TEXT, "ctrl+j", *"Who calls?", "enter", "ctrl+s")
        texts = {
            "list": text_of(pilot.app),
            "board": await keys(pilot, "escape", "7", "z"),
            "journal": await keys(pilot, "z", "8"),
        }
        texts |= {
            "aloud": await keys(pilot, "o", "right", "right", "right"),
            "replay": await keys(pilot, "escape", "R"),
        }

    assert {place: titled(text) for place, text in texts.items()} == dict.fromkeys(texts, True)
    move = control.session.entries[-1].move
    assert isinstance(move, WriteInject)
    assert (move.inject, move.title, move.text) == ("written-1", TITLE, f"{TEXT}\nWho calls?")


def told(control: LocalTable) -> list[Feed]:
    """The injects that the room's stage can show."""
    return [scene for scene in every_scene(control.session).values() if scene["kind"] == "inject"]


def test_titles_without_a_latin_letter_are_told_apart(tmp_path: Path) -> None:
    control = table(tmp_path, KEYS, written(1), written(2, title="Ζωή"))
    world = control.view_now().world

    assert [world.scenario.injects[name].title for name in ("written-1", "written-2")] == [TITLE, "Ζωή"]
    assert {TITLE, "Ζωή"} <= {each["title"] for each in told(control)}


def test_a_record_whose_ids_were_made_of_titles_shows_titles_too(tmp_path: Path) -> None:
    control = table(tmp_path, KEYS, written(inject="l-vor-r-gen"))

    for who in (None, "lyre", "public"):
        assert world_document(str(control.session.path), None, who)["injects"]["l-vor-r-gen"]["title"] == TITLE  # type: ignore[index]


async def test_a_seat_that_it_asks_reads_it_and_answers_in_words(tmp_path: Path) -> None:
    control = table(tmp_path, KEYS, written())

    async with Room(SeatScreen(control.at("lyre"))).run_test(size=SIZE) as pilot:
        assert titled(await keys(pilot, "8")) and "asks you" in text_of(pilot.app)
        assert titled(await keys(pilot, "7", "end")) and TEXT in text_of(pilot.app)
        screen_text = await keys(pilot, "enter")
        assert titled(screen_text) and TEXT in screen_text and "answer in words" in screen_text
        await keys(pilot, *"We call back.", "enter")

    assert control.session.entries[-1].move == Answer(seat="lyre", inject="written-1", text="We call back.")


async def test_control_answers_for_the_seat_that_it_names(tmp_path: Path) -> None:
    control = table(tmp_path, KEYS, written(), Answer(seat="harrow", inject="written-1", text="No."))

    async with TabletopApp(exercise=Exercise(control.session)).run_test(size=SIZE) as pilot:
        screen_text = await keys(pilot, "7", "home", "down", "enter", "enter")
        assert screen_text.index("Lyre and Mossgate") < screen_text.index("Council of Harrow, has answered")
        screen_text = await keys(pilot, "enter")
        assert f"Lyre and Mossgate answers: {TITLE}" in screen_text and TEXT in screen_text
        listed = await keys(pilot, *"Yes.", "enter")

    entry = control.session.entries[-1]
    assert entry.move == Answer(seat="lyre", inject="written-1", text="Yes.") and entry.entered_by == "control"
    assert 'Lyre and Mossgate answers: "Yes."' in listed and 'The Council of Harrow answers: "No."' in listed


def test_held_it_is_nobodys_until_it_is_released_or_fired(tmp_path: Path) -> None:
    for n, comes in enumerate((ReleaseInject, FireInject)):
        control = table(tmp_path, KEYS, written(held=True), name=f"{n}.toml")
        assert control.session.world.injects["written-1"].state is InjectState.HELD
        assert TITLE not in str(control.at("lyre").view_now()) and TITLE not in str(told(control))

        assert control.make_now(comes(seat="control", inject="written-1")) is None
        state = control.session.world.injects["written-1"]
        assert (state.state, state.turn, state.asked) == (InjectState.DELIVERED, 1, BOTH)
        assert titled(since_content(control.at("lyre").view_now()).plain) and TITLE in str(told(control))


def test_redaction_takes_its_words_from_everywhere(tmp_path: Path) -> None:
    control = table(tmp_path, KEYS, written())
    control.session.redact(entry=2)
    fresh = LocalTable(control.session)

    texts = [str(fresh.at(who).view_now()) for who in ("control", "lyre", "public")]
    texts += [
        str(every_scene(fresh.session)),
        str(world_document(str(control.session.path), None, None)),
        control.session.text,
    ]
    assert not any(TITLE in each or TEXT in each for each in texts)


async def test_a_seat_that_has_sealed_is_told_and_answers_without_opening_its_orders(tmp_path: Path) -> None:
    control = table(tmp_path, KEYS, Seal(seat="lyre"), written())
    assert any("Lyre" in line and "sealed already" in line for line in waiting(control.view_now().world))

    async with Room(SeatScreen(control.at("lyre"))).run_test(size=SIZE) as pilot:
        plate = text_of(pilot.app)
        assert "has sealed" in plate and titled(plate) and "7" in plate
        assert titled(await keys(pilot, "7", "end"))
        await keys(pilot, "enter", *"We call back.", "enter")
        assert TITLE not in await keys(pilot, "escape")

    world = control.session.world
    assert world.seats["lyre"].sealed and dict(world.injects["written-1"].answers) == {"lyre": ""}


def test_seats_are_named_as_people_name_them(tmp_path: Path) -> None:
    world = table(tmp_path, KEYS).session.world

    for text in ("lyre harrow", "Lyre and Mossgate, harrow", " LYRE ,The Council of Harrow,"):
        assert set(asked_seats(world, text)) == set(BOTH)
    assert asked_seats(world, "all") == tuple(world.seats) and asked_seats(world, "nobody") == ()
    assert asked_seats(world, "lyre narnia") == ("lyre", "narnia")
