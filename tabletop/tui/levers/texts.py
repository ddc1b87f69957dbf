"""One council text to read, with what it does, and what this seat may do about it; words beside it are optional."""

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from tabletop.model.council import Text, TextSpec
from tabletop.model.moves import BreakSilence, Consent, Footnote, Move, TableText, WithdrawText
from tabletop.table.levers import Levers
from tabletop.tui.kit.card import label
from tabletop.tui.kit.effects import written
from tabletop.tui.kit.figure_card import FigureCard
from tabletop.tui.kit.keys import bound
from tabletop.tui.kit.line import LineInput
from tabletop.tui.kit.row_figures import row_figure
from tabletop.tui.levers.pricing import aims_part
from tabletop.tui.look import palette
from tabletop.words.council import asks, ledger_words
from tabletop.words.names import listed, seat_name, text_name

_VOICES: Final = {"consent": Consent, "footnote": Footnote, "break": BreakSilence}


class TextDialog(FigureCard[Move]):
    """`proposal`: an open text by its id, or a kind that could be tabled. Gives the move, or None."""

    DRAFTS = True
    BINDINGS: ClassVar = bound(
        ("ctrl+a", "voice('consent')", "consent"),
        ("ctrl+f", "voice('footnote')", "footnote"),
        ("ctrl+b", "voice('break')", "break silence"),
        ("ctrl+w", "voice('withdraw')", "withdraw it"),
        priority=True,
    )

    def __init__(self, levers: Levers, proposal: str) -> None:
        world, seat = levers.world, levers.seat
        self.levers, self.seat, self.proposal = levers, seat, proposal
        self.about = f"{seat}/{proposal}"
        self.text: Text | None = world.texts.get(proposal)
        self.spec = world.scenario.texts[proposal.partition("/")[0]]
        self.voices: tuple[str, ...] = ()
        if self.text is not None and self.text.state == "open":
            agrees = bool(seat) and seat in levers.texts.must_agree(self.spec.id)
            self.voices = ("withdraw",) if self.text.sponsor == seat else tuple(_VOICES) if agrees else ()
        self.tables = bool(seat) and (self.text is None or self.text.state not in ("open", "standing"))
        super().__init__(text_name(world.scenario, proposal, world.seats), self._keys())

    def body(self) -> ComposeResult:
        with VerticalScroll(classes="text"):
            yield Static(Content(self.spec.text.strip()), classes="words")
            about = self.text.about if self.text else self.proposal.partition("/")[2]
            yield Static(text_effects(self.levers, self.spec, self.text, about), classes="words")
        if self.voices and self.voices != ("withdraw",):
            yield label("Words beside your voice (may be left out)")
            yield LineInput(id="said")

    @property
    def points_at(self) -> str:
        """The kind of text: what it moves."""
        return row_figure(("text", self.proposal))

    def on_mount(self) -> None:
        self.query_one(".text").styles.height = "auto"
        for field in self.query("#said"):
            field.focus()

    def on_resize(self) -> None:
        self.query_one(".text").styles.max_height = max(6, self.app.size.height - 10)

    def key_enter(self) -> None:
        self._enter()

    def key_space(self) -> None:
        """Away again; a field that is typed into takes it for itself."""
        self.action_leave()

    def on_input_submitted(self) -> None:
        self._enter()

    def action_voice(self, voice: str) -> None:
        if voice not in self.voices:
            return
        words = "".join(field.value.strip() for field in self.query("#said").results(Input))
        if voice == "withdraw":
            self.dismiss(WithdrawText(seat=self.seat, proposal=self.proposal))
        else:
            self.dismiss(_VOICES[voice](seat=self.seat, proposal=self.proposal, words=words))

    def _enter(self) -> None:
        if self.tables:
            kind, _, about = self.proposal.partition("/")
            self.dismiss(TableText(seat=self.seat, kind=kind, about=about))
        elif "consent" in self.voices:
            self.action_voice("consent")

    def _keys(self) -> str:
        if self.tables:
            return "Enter tables it · y origin · Esc back"
        if "withdraw" in self.voices:
            return "^w withdraws it · y origin · Esc back"
        return "Enter consents · ^f footnote · ^b breaks silence · Esc back" if self.voices else "y origin · Esc back"


def text_effects(levers: Levers, spec: TextSpec, text: Text | None, about: str = "", *, voices: bool = True) -> Content:
    """How it passes, what the ledger says to it, what it does while that may still come; who has said what."""
    world, seat = levers.world, levers.seat
    state, force = (text.state, text.about) if text else ("", about)
    may_pass = state in ("", "open")
    lines = []
    match = levers.texts.certified(spec.id, force)
    if match is not None and (may_pass or state == "standing"):
        false = match.full < world.scenario.coefficients.certificate_least
        words = ledger_words(world.scenario, force, match.full)
        lines.append(("Ledger", Content.styled(words, palette.LOW if false else palette.TEXT)))
    if may_pass:
        asked = asks(spec, levers.texts.must_agree(spec.id), world.scenario, world.seats)
        lines.append(("", Content.styled(f"{asked}.", palette.TEXT)))
    effects = [("When it stands", spec.effects), ("Each turn", spec.each_turn)] if state != "fallen" else []
    effects += [("If it falls" if may_pass else "It fell", spec.fallen)] if state != "standing" else []
    lines += [(head, written(each, world.scenario, world.seats, seat)) for head, each in effects if each]
    if not text and (own := aims_part(levers, levers.aims(TableText(seat=seat, kind=spec.id, about=about)))):
        lines.append(("When it stands, by the next review", own))
    if text and (own := aims_part(levers, levers.aims(BreakSilence(seat=seat, proposal=text.id)))):
        lines.append(("If you break silence", own))
    said = (("Consent", text.consents), ("Footnote", text.footnotes), ("Broken by", text.broken)) if text else ()
    for head, seats in said if voices else ():
        if seats:
            names = listed([seat_name(world.scenario, seat, world.seats) for seat in seats])
            lines.append((head, Content.styled(names, palette.TEXT)))
    return Content("\n").join([Content.assemble((f"{head}: " if head else "", palette.LABEL), x) for head, x in lines])
