"""One result before control: accept it, amend it with effects, or set it aside, with a sentence and a reason."""

from typing import ClassVar

from textual.content import Content
from textual.widgets import Input

from tabletop.model.figures.glossary import effects_may_add
from tabletop.model.moves import Move
from tabletop.model.moves.control import MODES
from tabletop.tui.adjudicate.adjudication import AdjudicationDialog
from tabletop.tui.kit.effects import digits_of, figures_moved
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.keys import bound, shown
from tabletop.tui.look import palette
from tabletop.words.effect_line import example


class RuleDialog(AdjudicationDialog):
    """The cursor stands in the public sentence; Enter accepts, or amends once effects are typed."""

    BINDINGS: ClassVar = bound(
        ("ctrl+o", "set_aside", "set the result aside"),
        ("ctrl+e", "fill", "take the model's effects over to change them"),
        ("ctrl+t", "mode", "the next mode"),
    )

    mode = ""

    def on_mount(self) -> None:
        self.query_one("#public").focus()
        if self.item.mode == "rigid":
            field = self.query_one("#effects", Input)
            field.disabled = True
            field.placeholder = f"rigid: the rules alone decide; {shown('ctrl+t')} opens it"

    def key_words(self) -> list[Key]:
        amends = bool(self.typed("effects"))
        keys = [Key("Enter", "amend" if amends else "accept"), Key(shown("ctrl+o"), "set aside")]
        if not self.query_one("#effects").disabled:
            keys.append(Key(shown("ctrl+e"), "the model's effects"))
        return [*keys, Key(shown("ctrl+t"), "mode"), Key("Esc", "back")]

    def offer(self) -> Content:
        mode = Content.styled(f"found {self.mode}\n", palette.LABEL) if self.mode else Content("")
        if not self.typed("effects"):
            return Content.assemble(mode, (self._accepting(), palette.LABEL))
        order = "The order itself is not carried out; " if self.item.move is not None else ""
        instead = f"{order}{'these' if order else 'These'} effects take its place: "
        said = Content.assemble(mode, (instead, palette.LABEL), self.understood())
        return Content("\n").join(part for part in (said, self.moved()) if part)

    def _accepting(self) -> str:
        """What Enter does without effects. A text that was stopped is let stand: what the rules propose is its fall."""
        world, name = self.view.world, self.item.item.removeprefix("text/")
        if name in world.texts and world.texts[name].broken:
            return "Enter lets the text stand although silence was broken; without a ruling it falls."
        if name in world.texts and self.view.waits(name):
            return "Enter leaves it for the next turn."
        return "Enter lets the result stand."

    def confirm(self) -> list[Move] | str:
        return self.ruling("amend" if self.typed("effects") else "accept", self.mode)

    def action_set_aside(self) -> None:
        self.query_one("#effects", Input).value = ""
        self.decide(self.ruling("set-aside", self.mode))

    def action_fill(self) -> None:
        """Writes what the model would do on figures that effects may change into the line."""
        field = self.query_one("#effects", Input)
        if field.disabled:
            return
        tracks = self.view.world.scenario.tracks
        lines = [
            f"{figure} {amount:+.{digits_of(figure)}f}"
            for figure, amount in figures_moved(self.item.changes).items()
            if effects_may_add(figure, tracks)
        ]
        field.value = ", ".join(lines)
        field.cursor_position = len(field.value)
        field.focus()

    def action_mode(self) -> None:
        """How this result is found; it stands on the result as its letter."""
        now = self.mode or self.item.mode
        self.mode = MODES[(MODES.index(now) + 1) % len(MODES)] if now in MODES else MODES[0]
        field = self.query_one("#effects", Input)
        field.disabled = self.mode == "rigid"
        field.placeholder = (
            f"rigid: the rules alone decide; {shown('ctrl+t')} opens it" if field.disabled else example(self.view.world)
        )
        self.refresh_offer()
