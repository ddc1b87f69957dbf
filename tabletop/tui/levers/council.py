"""Council: texts on the table and what may be put there, words a seat may declare, promises made and kept."""

from typing import ClassVar

from textual.content import Content

from tabletop.model.moves import Consent, Declare, Footnote, TableText, Verdict
from tabletop.model.seats import CONTROL
from tabletop.model.world import World
from tabletop.table.levers import Levers
from tabletop.tui.kit.cells import dotted
from tabletop.tui.kit.gridlines import GridRow
from tabletop.tui.kit.keys import bound, said
from tabletop.tui.kit.pick import Choice, priced
from tabletop.tui.levers.council_rows import COLUMNS, council_rows
from tabletop.tui.levers.pricing import aims_part, effects_line
from tabletop.tui.levers.purse import purse_line
from tabletop.tui.levers.table import Deed, LeverTable
from tabletop.tui.levers.texts import TextDialog, text_effects
from tabletop.tui.look import palette
from tabletop.words.council import spoken_to, voices_by_seat
from tabletop.words.names import thing_name
from tabletop.words.said import deed_words


class Council(LeverTable):
    """Enter reads a text and tables it; + consents or declares, f footnotes, - breaks silence or takes back.
    Enter on a promise is control's word on it."""

    BELOW = 4
    BINDINGS: ClassVar = bound(("f", "press('f')", "footnote"))

    def lay(self) -> None:
        levers = self.levers
        summary = purse_line(levers.purse) if self.seat else ""
        empty = "Nothing is tabled and nothing promised. A seat tables a text here with Enter."
        self.show_rows(COLUMNS, council_rows(levers, self.view.lines), summary, empty)

    def below(self, row: GridRow) -> Content:
        levers, world = self.levers, self.levers.world
        match row.key:
            case ("text", name):
                text = world.texts[name]
                mine = text.sponsor == self.seat
                voice = "  {-} takes it back" if mine else "  {+} consent  {f} footnote  {-} break silence"
                keys = "Enter reads it" + (said(voice) if self._open(name) else "")
                body = text_effects(levers, world.scenario.texts[text.kind], text, voices=text.state != "open")
                if text.state == "open":
                    voices = voices_by_seat(text, levers.texts.must_agree(text.kind), world.scenario, world.seats)
                    body = Content.assemble((f"{voices}\n", palette.TEXT), body)
                said_to_it = spoken_to(self.view.lines, name, world.scenario, world.seats)
                body = Content.assemble(*((f"{words}\n", palette.TEXT) for words in said_to_it), body)
                return Content.assemble((f"{keys}  ", palette.ACCENT), body) if self.seat else body
            case ("kind", kind):
                body = text_effects(levers, world.scenario.texts[kind], None)
                return Content.assemble(("Enter reads it, Enter again tables it\n", palette.ACCENT), body)
            case ("stance", stance):
                quote = levers.quote(Declare(seat=self.seat, stance=stance))
                if quote.refusal:
                    return Content.styled(quote.refusal.message, palette.LOW)
                effects = effects_line(world, quote.effects, 4, self.seat)
                does = dotted(filter(None, [aims_part(levers, quote.aims), effects]))
                wear = f"\n{_wear(world, self.seat, stance)}", palette.LABEL
                return Content.assemble((said("{+} says it: "), palette.LABEL), does, wear)
            case ("promise", number):
                promise = world.promises[int(number)]
                deed, on = (
                    deed_words(line, world.scenario, world.seats) if line else ""
                    for line in (promise.deed, promise.condition)
                )
                judged = "Enter says whether it was kept" if self._judges(int(number)) else ""
                parts = judged, deed and f"kept when: {deed}", on and f"if {on}"
                return Content.styled(" · ".join(filter(None, parts)), palette.LABEL)
        return Content("")

    def does(self, key: str, row: GridRow) -> Deed:
        levers, seat = self.levers, self.seat
        match key, *row.key:
            case "enter", "text", name:
                return TextDialog(levers, name)
            case "+", "text", name if self._open(name):
                return Consent(seat=seat, proposal=name)
            case "f", "text", name if self._open(name):
                return Footnote(seat=seat, proposal=name)
            case "-", "text", name if seat:
                text = levers.world.texts[name]
                table = TableText(seat=seat, kind=text.kind, about=text.about)
                return levers.take_back(table) if levers.placed(table) else TextDialog(levers, name)
            case "+" | "enter", "kind", kind if seat:
                return _table(levers, kind)
            case "+" | "enter", "stance", stance if seat:
                return Declare(seat=seat, stance=stance)
            case "-", "stance", stance if seat:
                return levers.take_back(Declare(seat=seat, stance=stance))
            case "enter", "promise", number if self._judges(int(number)):
                return self._verdict(int(number))
        return None

    def _judges(self, number: int) -> bool:
        """Whether it is for this place to say what became of a promise: words that no rule checks wait for control."""
        return self.view.who == CONTROL and not self.seat and self.levers.world.promises[number].state == "open"

    def _verdict(self, number: int) -> Deed:
        promise = self.levers.world.promises[number].ref
        kept, broken, void = (Verdict(seat=CONTROL, promise=promise, state=s) for s in ("kept", "broken", "void"))
        rows = (kept, "Kept"), (broken, "Broken"), (void, "Void: it binds nobody any more")
        choices = [Choice(move, words, Content("")) for move, words in rows]
        return priced("What has become of the promise?", choices)

    def _open(self, name: str) -> bool:
        return bool(self.seat) and self.levers.world.texts[name].state == "open"


def _wear(world: World, seat: str, stance: str) -> str:
    price = world.scenario.stances[stance].by(seat, world.scenario.names.anchor_seat).price
    if price:
        return f"Takes {price:g} of your political capital, this turn and each time; it does not wear out."
    return "Words wear out: the more of late, the less they move."


def _table(levers: Levers, kind: str) -> Deed:
    """A text to read and table; of one that is about something, what it is to be about."""
    world = levers.world
    spec = world.scenario.texts[kind]
    if not spec.about:
        return TextDialog(levers, kind)
    moves = levers.texts.tabled(kind)
    choices = [
        Choice(move, thing_name(world.scenario, move.about, world.seats), Content(""))
        for move in moves
        if levers.refusal(move) is None
    ]
    if choices:
        return priced(f"{spec.title}: which {spec.about}?", choices, spec.text.strip())
    return (levers.refusal(moves[0]) if moves else None) or "There is nothing it could be about."
