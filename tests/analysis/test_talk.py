"""What bots say serves what their seats want: laws over campaigns, and figures with wide bounds. The figures over a
hundred campaigns: `python -m tests.experts --talk`."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from attrs import evolve

from tabletop.analysis.campaign import play_out
from tabletop.analysis.policies import POLICIES, policy_of
from tabletop.analysis.policies.course import OWN
from tabletop.analysis.policies.posture import margins
from tabletop.analysis.policies.stakes import at_stake
from tabletop.journal.session import Session
from tabletop.model.moves import (
    AcceptHandover,
    Advance,
    Assign,
    BreakSilence,
    Consent,
    Footnote,
    MakePromise,
    Message,
    Move,
    PlaySeat,
    ProposeHandover,
    RefuseHandover,
    TableText,
    Withdraw,
)
from tabletop.model.seats import CONTROL
from tabletop.model.world import Phase, World
from tabletop.rules.acts.check import check
from tabletop.rules.acts.reasons import reasons
from tabletop.rules.sight import view
from tabletop.table.local import LocalTable
from tests.experts.talk import Talked, talked
from tests.journal.sessions import begun
from tests.page.ended import opened
from tests.play import advance, fresh, make, nato, orders

FEW = 8


@cache
def campaigns() -> tuple[Talked, ...]:
    return tuple(talked(nato(), "mixed", n) for n in range(FEW))


def test_every_silence_broken_footnote_and_refusal_with_a_reason_names_one_of_its_own_seat() -> None:
    world = fresh()
    said = [move for each in campaigns() for _, move in each.of(BreakSilence, Footnote, RefuseHandover)]
    assert said
    for move in said:
        assert isinstance(move, BreakSilence | Footnote | RefuseHandover)
        assert move.why in reasons(world, move.seat) or (isinstance(move, RefuseHandover) and not move.why)
        assert move.words


def test_silence_is_broken_now_and_then_and_words_are_mostly_kept() -> None:
    texts = sum(len(each.texts) for each in campaigns())
    broken = sum(len(each.said_to(BreakSilence)) for each in campaigns())
    promises = [state for each in campaigns() for _, state in each.promises]

    assert 3 * FEW <= texts <= 10 * FEW
    assert 0.03 <= broken / texts <= 0.35
    assert promises.count("kept") > promises.count("broken")


def test_what_keeps_to_its_plan_or_leaves_for_good_never_says_a_word() -> None:
    for policy in ("status-quo", "step-by-step", "free-ride", "abrupt-exit"):
        quiet = talked(nato(), policy, 0)
        assert not list(quiet.of(BreakSilence, Footnote, Message, MakePromise)), policy


def test_no_bot_sends_a_force_from_where_pressure_stands_nearer_than_where_it_goes() -> None:
    """But one that an objective of its own wants there."""
    start = opened(nato())

    def watching(world: World, seat: str, seed: str) -> Iterable[Move]:
        for move in POLICIES["mixed"](world, seat, seed):
            if isinstance(move, Assign) and world.forces[move.force].theatre == nato().forces[move.force].base:
                room, base = margins(world), nato().forces[move.force].base
                wanted = {path for o in nato().seats[seat].objectives for p in o.parts for path in p.paths}
                assert room[base] > room[move.theatre] or any(f"/{move.theatre}" in path for path in wanted)
            yield move

    for n in range(3):
        play_out(start, dict.fromkeys(start.seats, watching), f"border/{n}")


def test_no_bot_that_stays_in_command_gives_the_anchor_post_away_and_it_says_for_which_red_line() -> None:
    asked = make(orders(fresh()), ProposeHandover(seat="berlin", post="saceur", to="de"))
    answers = list(POLICIES["mixed"](view(asked, "washington"), "washington", "7"))

    refusal = next(move for move in answers if isinstance(move, RefuseHandover))
    assert refusal.why == "red-line/2"
    assert not [move for move in answers if isinstance(move, AcceptHandover)]


def test_a_post_that_is_not_given_away_has_a_price_and_a_promise_of_it_is_enough() -> None:
    holds = policy_of(evolve(OWN, posts=0))
    asked = make(orders(fresh()), ProposeHandover(seat="berlin", post="aircom", to="de"))
    price = next(m for m in holds(view(asked, "washington"), "washington", "7") if isinstance(m, Message) and m.against)
    assert (price.to, price.against) == ("berlin", "aircom")

    paid = make(asked, MakePromise(seat="berlin", to="washington", due=2, deed=price.asks))
    answers = list(holds(view(paid, "washington"), "washington", "7"))

    assert AcceptHandover(seat="washington", post="aircom") in answers


def test_a_false_certificate_is_seen_by_whom_it_hurts_and_a_borne_out_one_hurts_nobody_by_being_one() -> None:
    force = "us-abct-pl"
    told = make(orders(fresh()), Withdraw(seat="washington", force=force, turn=3))
    due = advance(told, Phase.ORDERS, 3)
    worst = at_stake(due, "warsaw", "certify-match", force)[0]

    assert worst.why in ("red-line/1", "objective/keep-the-armour")
    fair = evolve(due, departures=(), forces={**due.forces}, assumed={})
    assert not [s for s in at_stake(fair, "warsaw", "league-table", "") if s.why.startswith("red-line/")]


def test_bots_answer_letters_deeds_and_texts_in_the_same_turn(tmp_path: Path) -> None:
    with session_of(tmp_path) as session:
        berlin = LocalTable(session, "berlin")
        berlin.make_now(Message(seat="berlin", to="warsaw", text="What do you think of Brunssum?"))
        assert isinstance(last := session.entries[-1].move, Message)
        assert (last.seat, last.to, session.entries[-1].entered_by) == ("warsaw", "berlin", "bot")

        berlin.make_now(Message(seat="berlin", to="paris", text="Would you?", asks="fund c-elsa"))
        back = session.entries[-1].move
        assert isinstance(back, Message | MakePromise) and (back.seat, back.to) == ("paris", "berlin")
        assert not session.world.letters

        berlin.make_now(TableText(seat="berlin", kind="league-table"))
        broken = session.world.texts["league-table"].broken
        assert set(broken) <= {"paris", "ankara", "london", "secretary-general"}


def test_who_reads_a_word_to_a_text_reads_its_reason_only_as_the_seat_that_said_it_or_control(tmp_path: Path) -> None:
    word = BreakSilence(seat="paris", proposal="league-table", words="No.", why="red-line/4")
    with session_of(tmp_path) as session:
        for name in ("paris", "ankara", "london"):
            session.make(by_team(name))
        session.make(TableText(seat="berlin", kind="league-table"))
        session.make(word)
        read = {who: _last(session, who) for who in ("paris", "berlin", "public", CONTROL)}

    assert read["paris"] == read[CONTROL] == word
    assert read["berlin"] == read["public"] == BreakSilence(seat="paris", proposal="league-table", words="No.")


@pytest.mark.parametrize("why", ["objective/european", "red-line/9", "red-line/0", "because", "objective/no-surprises"])
def test_a_reason_that_is_not_the_seats_own_is_refused(why: str) -> None:
    world = make(orders(fresh()), TableText(seat="berlin", kind="league-table"))
    refusal = check(world, Footnote(seat="paris", proposal="league-table", why=why))

    assert refusal is not None and refusal.code == "why/unknown"


def test_a_letter_that_asks_is_seen_by_two_answered_once_and_gone_with_its_turn() -> None:
    asked = make(orders(fresh()), Message(seat="berlin", to="paris", text="Would you?", asks="fund c-elsa"))
    assert view(asked, "paris").letters == view(asked, "berlin").letters == asked.letters
    assert view(asked, "warsaw").letters == view(asked, "public").letters == ()
    assert not make(asked, Message(seat="paris", to="berlin", text="No.")).letters
    assert not advance(asked, Phase.BRIEF).letters
    assert check(asked, Message(seat="berlin", to="paris", text="And this?", asks="fund no-such-thing")) is not None


def test_terms_that_are_met_turn_a_broken_silence_into_consent() -> None:
    force, text = "us-abct-pl", "certify-match/us-abct-pl"
    due = advance(make(orders(fresh()), Withdraw(seat="washington", force=force, turn=3)), Phase.ORDERS, 3)
    tabled = make(due, TableText(seat="washington", kind="certify-match", about=force))
    broken = make(tabled, BreakSilence(seat="warsaw", proposal=text, why="red-line/1"))
    deed = f"force/{force}/status = available"
    met = make(broken, MakePromise(seat="washington", to="warsaw", due=4, deed=deed))

    answers = list(policy_of(OWN)(view(met, "warsaw"), "warsaw", "7"))

    assert Consent(seat="warsaw", proposal=text) in answers


def by_team(seat: str) -> Move:
    return PlaySeat(seat=CONTROL, name=seat, player="team")


def session_of(tmp_path: Path) -> Session:
    """Orders of turn 1, Berlin played by a team and all others by bots."""
    players = {seat: "bot:mixed" for seat in nato().seats if seat != "berlin"}
    session = begun(tmp_path / "talk.toml", nato(), players=players)
    session.make(Advance(seat=CONTROL))
    return session


def _last(session: Session, who: str) -> Move:
    return LocalTable(session, who).view_now().lines[-1].move
