"""What control does beside ruling on results: facts that stand, modes of domains, why."""

from tabletop.model.moves import Fact, Mode
from tabletop.model.moves.control import MODES
from tabletop.model.proposals import Proposal
from tabletop.model.world import Phase
from tabletop.tui.adjudicate.items import LETTERS
from tabletop.tui.kit.ask import ask
from tabletop.tui.kit.form import asked_line
from tabletop.tui.kit.pick import by_name
from tabletop.tui.kit.screen import TableScreen, back, enters


class AdjudicateActs(TableScreen):
    """Keys of the adjudicate screen that make moves of their own."""

    @property
    def open_now(self) -> bool:
        """Whether there is something to adjudicate now."""
        return self.view.world.phase is Phase.ADJUDICATE

    def current(self) -> Proposal | None:
        """The item under the cursor."""
        raise NotImplementedError

    def on_taken_back(self) -> None:
        """When adjudication itself was taken back, to the board."""
        if not self.open_now:
            back(self)

    @enters
    def action_fact(self) -> None:
        """A ruling that stands until overturned; seats may cite it as a reason."""
        words = "A sentence that stands until it is overturned, and may be cited as a reason."
        ask(self, asked_line("Establish a fact", words, "it stands"), self._establish)

    async def _establish(self, text: str) -> None:
        if text:
            await self.give(Fact(seat="control", text=text))

    @enters
    def action_mode(self) -> None:
        """Another way to find results of the domain under the cursor, from now on, with a reason."""
        item = self.current()
        if item is None:
            return
        domain = item.domain

        def chosen(mode: str) -> None:
            words = f"Results about {domain} are found {mode} from now on. Why?"
            ask(self, asked_line("Mode", words, "so be it"), lambda reason: given(mode, reason))

        async def given(mode: str, reason: str) -> None:
            await self.give(Mode(seat="control", domain=domain, mode=mode, reason=reason))

        choices = [(mode, f"{LETTERS[mode]}  {mode}") for mode in MODES]
        ask(self, by_name(f"How are results about {domain} found?", choices), chosen)

    def action_why(self) -> None:
        self.program.rooms.why(self.table)
