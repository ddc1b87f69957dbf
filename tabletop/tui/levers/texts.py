"""One council text to read, with what it does, and what this seat may do about it; words beside it are optional."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from tabletop.model.council import Text, TextSpec
from tabletop.model.moves import BreakSilence, Consent, Footnote, Move, TableText, WithdrawText
from tabletop.model.world import World
from tabletop.table.levers import Levers
from tabletop.tui.kit.card import Card, label
from tabletop.tui.kit.effects import written
from tabletop.tui.kit.line import Line
from tabletop.tui.look import palette
from tabletop.words.council import asks
from tabletop.words.names import listed, seat_name, text_name


class TextDialog(Card[Move]):
    """`proposal`: an open text by its id, or a kind that could be tabled. Gives the move, or None."""

    DRAFTS = True
    BINDINGS: ClassVar = [
        ("ctrl+a", "voice('consent')", "consent"),
        Binding("ctrl+f", "voice('footnote')", "footnote", show=False, priority=True),
        Binding("ctrl+b", "voice('break')", "break silence", show=False, priority=True),
        Binding("ctrl+w", "voice('withdraw')", "withdraw it", show=False, priority=True),
    ]

    def __init__(self, levers: Levers, proposal: str) -> None:
        world, seat = levers.world, levers.seat
        self.levers, self.seat, self.proposal = levers, seat, proposal
        self.about = f"{seat}/{proposal}"
        self.text: Text | None = world.texts.get(proposal)
        self.spec = world.scenario.texts[proposal.partition("/")[0]]
        open_now = self.text is not None and self.text.state == "open"
        asked = bool(seat) and seat in levers.texts.must_agree(self.spec.id)
        mine = self.text is not None and self.text.sponsor == seat
        self.voices = ("withdraw",) if open_now and mine else ("consent", "footnote", "break") if asked else ()
        self.tables = bool(seat) and (self.text is None or self.text.state not in ("open", "standing"))
        if not open_now:
            self.voices = ()
        super().__init__(text_name(world.scenario, proposal, world.seats), self._keys())

    def body(self) -> ComposeResult:
        with VerticalScroll(classes="text"):
            yield Static(Content(self.spec.text.strip()), classes="words")
            yield Static(what_it_does(self.levers, self.spec, self.text), classes="words")
        if self.voices and self.voices != ("withdraw",):
            yield label("Words beside your voice (may be left out)")
            yield Line(id="said")

    def on_mount(self) -> None:
        box = self.query_one(".text")
        box.styles.height = "auto"
        box.styles.max_height = max(6, self.app.size.height - 10)
        for field in self.query("#said"):
            field.focus()

    def key_enter(self) -> None:
        self._enter()

    def on_input_submitted(self) -> None:
        self._enter()

    def action_voice(self, voice: str) -> None:
        if voice not in self.voices:
            return
        said = self.query_one("#said", Input).value.strip() if self.query("#said") else ""
        match voice:
            case "consent":
                self.dismiss(Consent(seat=self.seat, proposal=self.proposal, words=said))
            case "footnote":
                self.dismiss(Footnote(seat=self.seat, proposal=self.proposal, words=said))
            case "break":
                self.dismiss(BreakSilence(seat=self.seat, proposal=self.proposal, words=said))
            case _:
                self.dismiss(WithdrawText(seat=self.seat, proposal=self.proposal))

    def _enter(self) -> None:
        if self.tables:
            kind, _, about = self.proposal.partition("/")
            self.dismiss(TableText(seat=self.seat, kind=kind, about=about))
        elif "consent" in self.voices:
            self.action_voice("consent")

    def _keys(self) -> str:
        if self.tables:
            return "Enter tables it · Esc back"
        if "withdraw" in self.voices:
            return "^w withdraws it · Esc back"
        return "Enter consents · ^f footnote · ^b breaks silence · Esc back" if self.voices else "Esc back"


def what_it_does(levers: Levers, spec: TextSpec, text: Text | None) -> Content:
    """What it does, whose silence it asks for, who has said what."""
    world = levers.world
    lines: list[tuple[str, str | Content]] = []
    lines.append(("Asks", asks(spec, levers.texts.must_agree(spec.id), world.scenario, world.seats)))
    lines += [
        (head, written(effects, world.scenario, world.seats))
        for head, effects in (
            ("When it stands", spec.effects),
            ("Each turn", spec.each_turn),
            ("If it falls", spec.fallen),
        )
        if effects
    ]
    if text:
        for head, seats in (("Consent", text.consents), ("Footnote", text.footnotes), ("Broken by", text.broken)):
            if seats:
                lines.append((head, listed([_name(world, seat) for seat in seats])))
    return Content("\n").join(
        [
            Content.assemble((f"{head}: ", palette.LABEL), said if isinstance(said, Content) else (said, palette.TEXT))
            for head, said in lines
        ]
    )


def _name(world: World, seat: str) -> str:
    return seat_name(world.scenario, seat, world.seats)
