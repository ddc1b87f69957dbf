"""Your job, on one page: what a player alone reads before anything else, and finds again with a key. The whole brief is
below it, or beside it where there is room."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tabletop.model.seats import Marked
from tabletop.model.world import Phase, World
from tabletop.table.levers import Levers
from tabletop.tui.kit.action import Action
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.keys import said
from tabletop.tui.kit.screen import ALWAYS, TableScreen, back
from tabletop.tui.kit.wrapped import hanging
from tabletop.tui.levers.pages import brief_content
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title
from tabletop.tui.seat.actions import stepper
from tabletop.words.names import listed, member_name, seat_name
from tabletop.words.policies import bot_line
from tabletop.words.said import counted, first_sentence

_WIDEST, _HIGH, _BROAD = 110, 30, 160


async def _begin(screen: "JobScreen") -> None:
    """Away with the page, and the step below it: to the orders."""
    below = stepper(screen)
    back(screen)
    if below is not None and screen.view.world.phase is Phase.BRIEF:
        await below.action_do("step")
    elif screen.view.world.phase is Phase.ORDERS:
        screen.program.rooms.seat(screen.table)


class JobScreen(TableScreen):
    """`table` is the seat's."""

    TITLE = "Your job"
    HELP = (
        "What your seat is there for: its objectives as they are scored in a session of this length, what you may do "
        "in a turn, and who plays the others. The whole brief stands below. {Space} goes to your orders; there 1 shows "
        "the brief again."
    )
    ACTIONS = (Action("space", "begin", "to your orders", _begin), Action("enter", "on", "", _begin), *ALWAYS)
    AUTO_FOCUS = "#job"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_BROAD, "-broad")]  # noqa: RUF012  Textual's own type

    def body(self) -> ComposeResult:
        with VerticalScroll(id="job"):
            yield Static(id="page")
            yield Static(id="brief")

    def on_mount(self) -> None:
        self.query_one("#brief").border_title = frame_title("The whole brief")

    def on_resize(self) -> None:
        self.draw()

    def draw(self) -> None:
        levers = self.view.levers(self.view.who)
        wide = self.app.size.width
        width = max(30, min(_WIDEST, wide // 2 - 6 if wide >= _BROAD else wide - 6))
        self.query_one("#page", Static).update(job_content(levers, width, airy=self.app.size.height >= _HIGH))
        self.query_one("#brief", Static).update(brief_content(levers, width))

    def keys(self) -> list[Key]:
        word = "to your orders" if self.view.world.phase in (Phase.BRIEF, Phase.ORDERS) else "on"
        return [
            self.key("begin", word),
            Key("↑ ↓", "the whole brief" if self.app.size.width < _BROAD else "more of the brief"),
            self.key("back", "board"),
        ]


def job_content(levers: Levers, width: int, *, airy: bool = True) -> Content:
    """Who one is, what counts, what a turn is, and who the others are. `airy`: with lines left free between these."""
    world, seat = levers.world, levers.seat
    scenario, spec = world.scenario, world.scenario.seats[seat]
    members = listed([member_name(scenario, each, the=True) for each in world.seats[seat].members])
    name = seat_name(scenario, seat, world.seats)
    job = levers.joint_brief or spec.job
    head = Content.assemble((name, f"bold {palette.BRIGHT}"), (f", for {members}" if members else "", palette.LABEL))
    begin, end = scenario.period(1), scenario.period(world.turns)
    length = f"{counted(world.turns).capitalize()} turns, {begin} to {end}."
    stands = f"   {levers.points:.0f} of 100 as it stands"
    gap = [Content("")] if airy else []
    others = hanging(Content.styled(others_words(world), palette.LABEL), width, 0)
    return Content("\n").join(
        [
            head, Content.styled(f"{job} {length}".strip(), palette.TEXT), *gap,
            Content.assemble(("What counts", f"bold {palette.LABEL}"), (stands, palette.LABEL)),
            *(_objective(each, width) for each in levers.objectives), *gap,
            *_turn(levers, width), *gap, others,
        ]
    )  # fmt: skip


def _objective(each: Marked, width: int) -> Content:
    words = Content.assemble(
        (each.objective.title, f"bold {palette.BRIGHT}"), (" secret" if each.objective.secret else "", palette.LOW),
        (f"  {first_sentence(each.objective.text)}", palette.TEXT),
    )  # fmt: skip
    return hanging(words, width, 6, Content.styled(f"{each.weight:3.0f} %", palette.LABEL))


def _turn(levers: Levers, width: int) -> list[Content]:
    most, anchor = counted(levers.purse.most), levers.world.scenario.names.anchor_seat
    has = {
        "{2} money": levers.purse.pays,
        "{3} forces": levers.packages.own or levers.seat == anchor,
        "{4} posts": True,
        "{5} texts": True,
    }
    where = ", ".join(word for word, there in has.items() if there)
    lines = (
        said("Answer what lies before you ({7}); unanswered, its default stands."),
        said(f"Up to {most} orders: {where}, {{:}} in words."),
        said("{Space} is always next: it answers, seals, and shows what came of it."),
    )
    dot = Content.styled("·", palette.ACCENT)
    return [hanging(Content.styled(line, palette.TEXT), width, 2, dot) for line in lines]


def others_words(world: World) -> str:
    """Who plays the rest."""
    policies = dict.fromkeys(s.player.removeprefix("bot:") for s in world.seats.values() if s.player.startswith("bot:"))
    lines = "; ".join(map(bot_line, policies))
    red = world.scenario.red.name
    return f"The others are bots. {lines[:1].upper()}{lines[1:]}. The model plays {red} and rolls the dice."
