"""A session of six teams in three turns, and all that was told of each at its end, on every surface."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from tabletop.journal.session import Session
from tabletop.model import moves as m
from tabletop.model.injects import InjectState
from tabletop.paper.as_text import text_of
from tabletop.paper.desk import at_desk
from tabletop.paper.page_style import PageStyle
from tabletop.paper.prints import PRINTS
from tabletop.rules.turn.injects import answering
from tabletop.table.eyes import Eyes
from tabletop.table.feed_file import Feed
from tabletop.table.local import LocalTable
from tabletop.table.turn_story import last_turn, story
from tabletop.table.what_if import Otherwise, play_otherwise
from tabletop.tui.review.turn_parts import orders_part, results_part, story_part
from tabletop.words.aloud import pages
from tabletop.words.story import told_turn
from tests.table.scenes import every_scene
from tests.tui.review_app import ADVANCE, RED, nato_session, play

CONTROL: Final = "control"
AIM: Final = "Poland and the Baltic states announce a common border command"
MEANS: Final = "A treaty of five paragraphs, signed in Vilnius"
REASON: Final = "The staff exists and has been exercised"
AGAINST: Final = "Two parliaments have not been asked"
RULED: Final = "The staff moves in; two parliaments ask to be heard first"
STAYS: Final = "The brigade stays until the spring, its heavy equipment goes"
IN_WORDS: Final = "We talk about bases, and about bases only"
REPORT: Final = ("A half-year of letters.", "The border command has a name and no budget.")
LATE: Final = "A clerk's mistake in the harbour dues"
AHEAD: Final = "Cohesion by the end of turn 8: 41 to 60 in 80 of 100 futures"
SAID: Final = {
    "washington": "We asked for the money before we asked for the date.",
    "warsaw": "Nobody had told us that a command needs a budget line.",
}
"""In the hotwash, by seat."""


@frozen
class Told:
    """What was told of a turn at its end. `scenes`: of the room's stage, by kind and what each is about."""

    review: str
    report: str
    aloud: str
    paper: str
    scenes: Mapping[str, Feed]

    @property
    def stage(self) -> str:
        """All words of all scenes, a line each."""
        return "\n".join(words_of(list(self.scenes.values())))

    @property
    def all(self) -> tuple[str, ...]:
        return self.review, self.report, self.aloud, self.stage, self.paper


_UNSEEN: Final = {"kind", "id", "members", "better"}
"""What a feed holds for its display alone."""


def words_of(value: Any) -> Iterator[str]:
    """Every text of a feed that people read."""
    match value:
        case str():
            yield value
        case list():
            for each in value:
                yield from words_of(each)
        case dict():
            yield from words_of([each for key, each in value.items() if key not in _UNSEEN])


def told(session: Session) -> Told:
    view = Eyes(session).view_now()
    turn = last_turn(view)
    assert turn is not None
    whole, world = told_turn(turn[0].world, turn[1].world, view.lines), view.world
    parts = (story_part(story(view), 4000), orders_part(whole, world, 4000), results_part(whole, world, 4000))
    return Told(
        "\n".join(part.plain for part in parts),
        "\n".join(story(view)),
        "\n".join(pages(world, view.lines, story(view))[-1].paragraphs),
        on_the_wall(session),
        every_scene(session),
    )


def on_the_wall(session: Session) -> str:
    """The turn's sheet of paper, each paragraph on one line."""
    desk = at_desk(LocalTable(session), "pilot")
    (sheet,) = PRINTS["turn-sheet"].of(desk, desk.seats)
    return "\n".join(" ".join(part.split()) for part in text_of(sheet, PageStyle()).decode().split("\n\n"))


def turn(session: Session, *moves: m.Move) -> None:
    """From a brief to adjudication; of whoever is asked and has not answered, each chooses another option."""
    play(session, ADVANCE, *moves)
    world = session.world
    for name, state in world.injects.items():
        spec = world.scenario.injects.get(name)
        if state.state is not InjectState.DELIVERED or spec is None or not spec.options:
            continue
        seats = [seat for seat in answering(world, name) if seat not in dict(state.answers)]
        play(session, *(m.Answer(seat=seat, inject=name, option=spec.options[n % len(spec.options)].id)
                        for n, seat in enumerate(seats)))  # fmt: skip
    play(session, ADVANCE, RED, ADVANCE)


class SixTeams:
    """`first`, `edited`, `second`, `third`, `ended`: what was told at the end of a turn, of the first once more when
    its report had been written, and after the end; `otherwise`: with one decision of it played another way."""

    def __init__(self, folder: Path) -> None:
        self.session = session = nato_session(folder)
        turn(
            session,
            m.Withdraw(seat="washington", force="us-abct-pl", turn=1),
            m.Answer(seat="nordic-baltic", inject="greenland-1", text=IN_WORDS),
            m.MakeFreeMove(seat="warsaw", aim=AIM, means=MEANS, reasons=(REASON,)),
            m.MakePromise(seat="washington", to="warsaw", due=2, text="No surprises this year"),
            m.ProposeHandover(seat="berlin", post="jfc-brunssum", to="pl"),
            m.AcceptHandover(seat="warsaw", post="jfc-brunssum"),
        )
        free, order = session.world.free_moves[0].ref, session.world.seats["washington"].orders[0].ref
        play(
            session,
            m.Argue(seat="berlin", move=free, side="against", text=AGAINST),
            m.Odds(seat=CONTROL, move=free, chance=65.0),
            m.Roll(seat=CONTROL, move=free, dice=60),
            m.Rule(seat=CONTROL, item=free, outcome="yes-but", effects=({"on": "cohesion", "add": 2.0},), public=RULED),
            m.Rule(seat=CONTROL, item=order, outcome="amend", effects=({"on": "trust", "add": -3.0},), public=STAYS),
            ADVANCE,
        )
        self.first = told(session)
        play(session, m.Sitrep(seat=CONTROL, text="\n\n".join(REPORT)))
        play(session, m.Adjust(seat=CONTROL, what="industry", amount=-1.0, reason=LATE))
        self.edited = told(session)
        play(session, ADVANCE)
        turn(session, m.Verdict(seat=CONTROL, promise=session.world.promises[0].ref, state="broken"))
        play(session, ADVANCE)
        self.second = told(session)
        play(session, ADVANCE)
        turn(session)
        fan = tuple({"turn": n, "low": 41.0 + n, "middle": 50.0, "high": 60.0 - n} for n in range(3, 9))
        play(session, ADVANCE, m.Show(seat=CONTROL, what=AHEAD, to="room", score="cohesion", fan=fan))
        self.third = told(session)
        self._end(order)

    @property
    def every(self) -> tuple[Told, ...]:
        return self.first, self.edited, self.second, self.third, self.ended, self.otherwise

    def _end(self, order: int) -> None:
        """`order`: the decision that the hotwash plays another way, by not taking it."""
        session = self.session
        play(session, m.End(seat=CONTROL))
        play(session, *(m.Note(seat=CONTROL, text=text, kind="insight", about=seat, said=True)
                        for seat, text in SAID.items()))  # fmt: skip
        self.ended = told(session)
        other = play_otherwise(session, order, None)
        assert isinstance(other, Otherwise), other
        self.otherwise = told(session)
