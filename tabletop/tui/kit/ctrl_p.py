"""The palette: everything that can be done here with its key, and every thing of the exercise by its name."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual.app import App, ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, OptionList

from tabletop.table.things import SCORE, Thing, things
from tabletop.tui.kit.action import Group
from tabletop.tui.kit.card import Card
from tabletop.tui.kit.choose_theme import themes
from tabletop.tui.kit.commands import commands
from tabletop.tui.kit.grouped import THROUGH, Grouped, Headed
from tabletop.tui.kit.keyline import fitted
from tabletop.tui.kit.line import LineInput
from tabletop.tui.kit.palette_row import PaletteRow
from tabletop.tui.kit.program import program_of
from tabletop.tui.kit.rows import ends
from tabletop.tui.look import palette

if TYPE_CHECKING:
    from tabletop.tui.kit.program import Program
    from tabletop.tui.kit.screen import TableScreen

_WIDTH: Final = 76
_FRAME: Final = 7
_RECENT: Final = 4
"""How many of the last used stand first."""
_MOST: Final = 60


class Palette(Card[PaletteRow]):
    """What is typed looks through all offers; Enter takes the one under the cursor."""

    BINDINGS: ClassVar = THROUGH

    def __init__(self, offers: Sequence[PaletteRow], used: Sequence[str] = ()) -> None:
        super().__init__("Anything", "↑ ↓ choose · Enter does it · Esc back", "palette")
        self._offers = offers
        self._used = [offer for words in used for offer in offers if offer.words == words][:_RECENT]

    def body(self) -> ComposeResult:
        names = any(offer.typed for offer in self._offers)
        asks = "what to do, or a name: a theatre, a seat, a force" if names else "what to do"
        yield LineInput(placeholder=asks, id="typed", classes="field")
        yield Grouped[PaletteRow](id="found")

    def on_mount(self) -> None:
        self._draw("")

    def on_resize(self) -> None:
        self._draw(self._typed)

    @property
    def _typed(self) -> str:
        return " ".join(self.query_one("#typed", Input).value.lower().split())

    @property
    def rows(self) -> list[PaletteRow | None]:
        """What is listed, None for a head."""
        return self._listed.values

    @property
    def _listed(self) -> Grouped[PaletteRow]:
        return self.query_one("#found", Grouped)

    def _draw(self, typed: str) -> None:
        width = min(_WIDTH, self.app.size.width) - _FRAME
        blocks = [("", found(self._offers, typed))] if typed else self._blocks()
        rows = ((head, [(offer, _row(offer, width, indent=bool(head))) for offer in offers]) for head, offers in blocks)
        self._listed.lay([Headed(head, each) for head, each in rows], _nothing(typed))

    def _blocks(self) -> list[tuple[str, Sequence[PaletteRow]]]:
        heads = dict.fromkeys(offer.head for offer in self._offers if not offer.typed)
        groups = [(head, [o for o in self._offers if o.head == head and o not in self._used]) for head in heads]
        return [("Used last", self._used), *groups]

    def action_move(self, by: int) -> None:
        self._listed.move(by)

    def _take(self, offer: PaletteRow | None) -> None:
        if offer is not None:
            self.dismiss(offer)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._draw(self._typed)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._take(self._listed.under)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._take(self._listed.value(event.option_index))


def _row(offer: PaletteRow, width: int, *, indent: bool) -> Content:
    """Words at the left, the key at the right."""
    ink = palette.LABEL if offer.typed else f"bold {palette.ACCENT}"
    lead = "  " if indent else ""
    words = fitted(offer.words, width - len(lead) - len(offer.key) - 2)
    return ends(Content.assemble(lead, (words, palette.TEXT)), Content.styled(offer.key, ink), width)


def _nothing(typed: str) -> str:
    return f"Nothing here is called {typed}." if typed else "There is nothing to do here."


def found(offers: Sequence[PaletteRow], typed: str) -> list[PaletteRow]:
    """What fits what was typed, the best first."""
    ranked = [(rank, n, offer) for n, offer in enumerate(offers) if (rank := offer.rank(typed)) is not None]
    return [offer for _, _, offer in sorted(ranked, key=lambda each: each[:2])][:_MOST]


def offers(app: App[Any], screen: Screen[Any]) -> list[PaletteRow]:
    """What can be done on a screen, then what the program can always do, then the things that it knows by name."""
    from tabletop.tui.kit.screen import TableScreen

    here = [
        PaletteRow(each.words, each.key, each.group.value, partial(app.run_action, each.call, each.node))
        for each in commands(screen)
    ]
    always = [PaletteRow(each.title, "", Group.ALWAYS.value, each.callback) for each in app.get_system_commands(screen)]
    always += themes(program_of(app))
    if not isinstance(screen, TableScreen):
        return [*here, *always]
    known = [
        PaletteRow(each.name, each.word, "", partial(open_thing, screen, each), each.also, typed=True)
        for each in things(screen.view.world)
    ]
    return [*here, *always, *known]


async def open_thing(screen: "TableScreen", thing: Thing) -> None:
    """Opens what was found by its name: a score's causes, a row of a table, else where its figures come from."""
    if thing.kind == SCORE:
        screen.program.rooms.why(screen.table, thing.id)
    elif not await screen.find(thing):
        from tabletop.tui.kit.where_from import show_origin

        show_origin(screen, thing.figure)


def open_palette(app: "Program") -> None:
    """Over the screen that is open; what is chosen is done there."""
    from tabletop.tui.kit.ask import ask

    screen = app.screen

    async def take(offer: PaletteRow) -> None:
        app.used = [offer.words, *(words for words in app.used if words != offer.words)]
        work = offer.run()
        if hasattr(work, "__await__"):
            await work

    ask(screen, Palette(offers(app, screen), app.used), take)
