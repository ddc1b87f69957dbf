"""A scene before it is pushed: the list of all that can be shown now, and beside it what the room would see. Each has a
key of its own that pushes it at once: where there is one, the key that opens the same on control's screens."""

from typing import TYPE_CHECKING, ClassVar, Final

from attrs import frozen
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tabletop.table.countdown import Countdown
from tabletop.table.feed_file import Feed
from tabletop.table.port import Control
from tabletop.table.stage.scene import Scene
from tabletop.table.stage.scenes import SceneRow
from tabletop.tui.kit.dialog import Dialog
from tabletop.tui.kit.keyline import Key, Keyline
from tabletop.tui.kit.keys import bound, shown
from tabletop.tui.kit.program import program_of
from tabletop.tui.look import palette
from tabletop.tui.public.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable

_TICK: Final = 0.5
SCENE_KEYS: Final = {
    "welcome": "0", "map": "1", "inject": "i", "argument": "v", "story": "r", "moved": "2", "why": "w", "ribbon": "3",
    "replay": "R", "compare": "D", "ahead": "l", "reveal": "S",
}  # fmt: skip
"""By scene, as keys are by default: fixed, so that a hand learns them."""
_ASKS: Final = frozenset({"reveal"})
"""Scenes that can't be taken back from a room: their key goes to them first, the next one pushes."""


@frozen
class Push:
    """What was chosen; without a scene the screen is blanked."""

    scene: Scene | None


class Prepared(Dialog[Push]):
    """Scenes at the left with the cursor on `first`, the stage at the right. The key of a scene pushes it; the arrows
    look first, those at its side choose what a scene is about."""

    AUTO_FOCUS = "#scenes"
    BINDINGS: ClassVar = [
        *bound(("space", "push", "push"), ("left", "about(-1)", ""), ("right", "about(1)", ""), priority=True),
        *bound(
            ("B", "blank", "blank"),
            ("d", "digits", "digits or bands"),
            *((key, f"scene('{kind}')", "") for kind, key in SCENE_KEYS.items()),
            ("escape,p", "dismiss", "back"),
        ),
    ]

    def __init__(
        self, control: Control, clock: "Callable[[], Countdown]" = Countdown, first: Scene | None = None
    ) -> None:
        super().__init__()
        self._control, self._clock = control, clock
        self._kinds: dict[str, list[SceneRow]] = {}
        for row in control.offers():
            self._kinds.setdefault(row.scene.kind, []).append(row)
        self._at = dict.fromkeys(self._kinds, 0)
        self._first = self._begin(first) or self._begin(control.due()) or next(iter(self._kinds))

    def _begin(self, scene: Scene | None) -> str:
        """Where the cursor begins; "" where that can't be shown."""
        offers = self._kinds.get(scene.kind, []) if scene else []
        for n, row in enumerate(offers):
            if scene and row.scene == scene:
                self._at[scene.kind] = n
                return scene.kind
        return ""

    def compose(self) -> ComposeResult:
        with Horizontal():
            with Vertical(id="list") as frame:
                frame.border_title = "A key pushes"
                yield OptionList(id="scenes", markup=False)
            with Vertical(id="preview") as frame:
                frame.border_title = "Not yet shown to the room"
                yield Stage()
        yield Keyline()

    def on_mount(self) -> None:
        self.set_interval(_TICK, self._tick)
        scenes = self.query_one("#scenes", OptionList)
        scenes.add_options(Option(self._row(kind), id=kind) for kind in self._kinds)
        scenes.highlighted = [*self._kinds].index(self._first)
        self.call_after_refresh(self._draw)

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    @property
    def row(self) -> SceneRow:
        """What the cursor is on."""
        at = self.query_one("#scenes", OptionList).highlighted or 0
        return self._row_of([*self._kinds][at])

    def _row_of(self, kind: str) -> SceneRow:
        return self._kinds[kind][self._at[kind]]

    @property
    def bands(self) -> bool:
        """Whether the room sees words in the place of digits."""
        return program_of(self.app).public_bands

    # ------------------------------------------------------------------ keys

    def action_push(self) -> None:
        self.dismiss(Push(self.row.scene))

    def action_blank(self) -> None:
        self.dismiss(Push(None))

    def action_digits(self) -> None:
        program_of(self.app).public_bands = not self.bands
        self._draw()

    def action_scene(self, kind: str) -> None:
        """Pushes a scene, about what it stands at; one that can't be taken back is looked at first."""
        if kind not in self._kinds:
            self.notify(f"{shown(SCENE_KEYS[kind])}: there is nothing of that to show now.")
        elif kind in _ASKS and kind != self.row.scene.kind:
            self.query_one("#scenes", OptionList).highlighted = [*self._kinds].index(kind)
        else:
            self.dismiss(Push(self._row_of(kind).scene))

    def action_about(self, by: int) -> None:
        kind = self.row.scene.kind
        self._at[kind] = (self._at[kind] + by) % len(self._kinds[kind])
        self._draw()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_push()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._draw()

    def repaint(self) -> None:
        """In the colours of another theme."""
        self._draw()

    # ------------------------------------------------------------------ drawing

    def _tick(self) -> None:
        stage = self.query_one(Stage)
        if stage.feed:
            stage.feed["now"] = self._control.stands(self._clock())
            stage.tick()

    def _row(self, kind: str) -> Content:
        return Content.assemble((f"{shown(SCENE_KEYS[kind])} ", palette.ACCENT), self._kinds[kind][0].name)

    def _draw(self) -> None:
        if self.gone:
            return
        row = self.row
        scene = self._control.prepare(row.scene, bands=self.bands)
        if row.scene.kind == "reveal":
            scene = _under_cover(scene)
        now = self._control.stands(self._clock())
        feed: Feed = {"now": now, "scene": scene, "after": now["word"]}
        self.query_one(Stage).show(feed)
        several = len(self._kinds[row.scene.kind]) > 1
        about = row.about if several or row.scene.about else ""
        self.query_one("#preview").border_subtitle = Content(f"‹ {about} ›" if several else about)
        keys = [Key(shown("space"), "push", "push"), Key("↑ ↓", "scene")]
        keys += [Key("← →", "about")] if several else []
        keys += [Key(shown("B"), "blank"), Key(shown("d"), "digits" if self.bands else "words"), Key("Esc", "back")]
        self.query_one(Keyline).show(keys, tail=False)


def _under_cover(scene: Feed) -> Feed:
    """A reveal before it is pushed: somebody may look over control's shoulder."""

    def covered(objective: Feed) -> Feed:
        return objective | {"title": "told once this is pushed"} if objective["secret"] else objective

    seats = [seat | {"objectives": [covered(each) for each in seat["objectives"]]} for seat in scene["seats"]]
    return scene | {"seats": seats}
