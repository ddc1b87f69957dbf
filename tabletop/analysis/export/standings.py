"""Tables of what stood at the end of each turn: scores and their causes, forces, posts, programmes, members, seats."""

from tabletop.analysis.explain import TurnSoFar
from tabletop.analysis.export.common import EndRows, by_end
from tabletop.analysis.export.dataset import Observation, ids, integer, prose, real, word, yes_no
from tabletop.analysis.export.figures import figure
from tabletop.analysis.export.source import Source
from tabletop.analysis.reasons import reasons_in, with_reason
from tabletop.analysis.wording import account
from tabletop.model.figures.forms import CAPITAL, PLEDGE, READINESS, SPENDING, SUPPORT, WALLET, WORTH
from tabletop.model.figures.glossary import FIGURES
from tabletop.model.figures.path import path_of
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.scores.edges import passed
from tabletop.rules.scores.numbers import personnel
from tabletop.rules.scores.objectives import mark, total
from tabletop.rules.world.arithmetic import sum_of

_POINTS = "0 to 100; margins -100 to 100"
_OF_A_SEAT = (WALLET, CAPITAL, SUPPORT, READINESS)


@by_end(
    "scores",
    "a score or measured path at the end of a turn",
    word("path", "Name of the score or path", who="all"),
    word("kind", "A score, or a path that objectives measure", "score, reading", who="all"),
    real("value", "What stood when the turn was adjudicated, from the record", "as the path", _POINTS, "all"),
    word("word", "The same where it is a word", who="all"),
    real("before", "The score when the turn opened", "points", _POINTS, "all"),
    real("after", "The score when the turn closed, adjustments in review included", "points", _POINTS, "all"),
)
def _scores(source: Source) -> EndRows:
    """Values are the record's own, as they were played, whatever rules read it now."""
    by_entry = {entry.n: entry.scores for entry in source.entries}
    for end in source.ends:
        readings = end.world.history[end.turn] if end.turn < len(end.world.history) else {}
        is_score, turn = scores(end.closing), TurnSoFar(end.closing)
        for path, value in {**readings, **by_entry.get(end.entry, {})}.items():
            kind = "score" if path in is_score else "reading"
            known = kind == "score" and end.entry and not source.of_record
            ends = turn.explanation(path)[1:3] if known else (None, None)
            value_or_word = (None, value) if isinstance(value, str) else (float(value), None)
            yield end, path, kind, *value_or_word, *ends


@by_end(
    "causes",
    "a cause of a score's change over a turn; amounts add up to after less before in scores",
    word("score", "Name of the score", who="all"),
    word("cause", "What moved it", who="all"),
    prose("words", "The same with control's reason"),
    integer("move", "Number of the move behind it, empty for none", "from 1", who="control"),
    real("amount", "What it added", "points", who="all"),
    word("through", "The term it worked in", who="all"),
    word("kind", "Kind of cause", who="all"),
    word("about", "Ids of what it is about, blanks between", who="all"),
    word("who", "Seat or member whose doing it is", who="all"),
    word("luck", "The draw that decided", who="all"),
    yes_no("wears_off", "Whether an effect is taken back, its time being over", who="all"),
)
def _causes(source: Source) -> EndRows:
    reasons = reasons_in(source.entries)
    for end in source.ends:
        turn = TurnSoFar(end.closing)
        for score in scores(end.closing) if end.entry else ():
            for each in account(end.closing, score, source.wording, turn).causes:
                cause = each.cause
                yield (
                    *(end, score, each.words, with_reason(each, reasons), each.ref or None, each.amount, each.through),
                    *(cause.kind, ids(cause.about), cause.who, cause.luck, cause.wears_off),
                )


@by_end(
    "forces",
    "a force at the end of a turn",
    word("force", "Id of the force", who="all"),
    word("name", "Its name", who="all"),
    figure("owner", "force/FORCE/owner"),
    word("kind", "Kind of force", who="all"),
    figure("theatre", "force/FORCE/theatre"),
    figure("status", "force/FORCE/status"),
    integer("due", "Turn in which it arrives or leaves", "from 1", who="all"),
    integer("announced", "Turn in which its leaving was announced", "from 1", who="all"),
    word("to", "Theatre that it leaves for, empty for home", who="all"),
    word("lent", "Theatre to which it has lent a part, empty for none", who="all"),
    real("lent_part", "How much of it stands there", "share", "0 to 1", "all"),
    integer("arrives", "Turn from which what moved counts in full, empty where it does", "from 1", who="all"),
    yes_no("matched", "Whether it left with notice and a full match", who="all"),
    word("claim", "Replacement promised for it", who="all"),
    word("programme", "Programme that made it", who="all"),
    integer("personnel", "People", "from 0", "people", "all"),
)
def _forces(source: Source) -> EndRows:
    for end in source.ends:
        for name, spec in end.closing.scenario.forces.items():
            state = end.closing.forces[name]
            yield (
                *(end, name, spec.name, spec.owner, spec.kind, state.theatre, state.status.value, state.turn or None),
                *(state.announced or None, state.to, state.lent, spec.lend if state.lent else None),
                *(state.arrives or None, end.closing.matched(name), state.claim, spec.programme, spec.personnel),
            )


@by_end(
    "departures",
    "a package away from where it left, at the end of a turn",
    word("force", "Id of the force", who="all"),
    word("theatre", "Theatre that it left", who="all"),
    integer("left", "Turn in which it left", "from 1", who="all"),
    word("to", "Theatre that it went to, empty for home", who="all"),
    real("size", "What its going weighs", "sizes", "0 to 2", "all"),
    yes_no("surprise", "Whether it left without notice", who="all"),
    real("covered", "How much of it is matched now", "share", "0 to 1", "all"),
    yes_no("matched", "Whether it left with notice and is matched in full", who="all"),
)
def _departures(source: Source) -> EndRows:
    for end in source.ends:
        for gone in end.closing.departures:
            yield (
                *(end, gone.force, gone.theatre, gone.turn, gone.to, gone.size),
                *(gone.surprise, gone.covered, gone.matched),
            )


@by_end(
    "posts",
    "a post at the end of a turn",
    word("post", "Id of the post", who="all"),
    word("name", "Its name", who="all"),
    figure("holder", "post/POST/holder"),
    figure("status", "post/POST/status"),
    word("to", "Member it goes to", who="all"),
    integer("left", "Turns of transition left", "from 0", "turns", "all"),
    word("consents", "Seats that have agreed, blanks between", who="all"),
    integer("settled", "Turns held since the last handover", "from 0", "turns", "all"),
    real("weight", "Its part of command", "share", "0 to 1", "all"),
)
def _posts(source: Source) -> EndRows:
    for end in source.ends:
        for name, state in end.closing.posts.items():
            spec = end.closing.scenario.posts[name]
            yield (
                *(end, name, spec.name, state.holder, state.status, state.to, state.left, ids(state.consents)),
                *(state.settled, spec.weight),
            )


@by_end(
    "programmes",
    "a programme at the end of a turn",
    word("programme", "Id of the programme", who="all"),
    word("name", "Its name", who="all"),
    word("way", "Way of investing", who="all"),
    figure("status", "programme/PROGRAMME/status"),
    figure("ordered", "programme/PROGRAMME/ordered"),
    figure("delivered", "programme/PROGRAMME/delivered"),
    integer("tranches", "Tranches of one series", "from 1", "tranches", "all"),
    real("price", "Price of a tranche", "billion dollars", "from 0", "all"),
    real("paid", "Tranches' worth paid so far", "tranches", "from 0", "all"),
    word("payers", "Seats that paid, blanks between", who="all"),
    word("standing", "Seats with standing offers, blanks between"),
)
def _programmes(source: Source) -> EndRows:
    for end in source.ends:
        for name, state in end.closing.programmes.items():
            spec = end.closing.scenario.programmes[name]
            tranches = sum_of(part for _, part in state.paid)
            yield (
                end,
                *(name, spec.name, spec.way, state.status, state.ordered, state.delivered, spec.tranches, spec.price),
                *(tranches, ids([seat for seat, _ in state.paid]), ids([seat for seat, _ in state.standing])),
            )


@by_end(
    "members",
    "a member at the end of a turn",
    word("member", "Id of the member", who="all"),
    word("name", "Its name", who="all"),
    word("seat", "Seat that plays it", who="all"),
    figure("spending", SPENDING),
    figure("pledge", PLEDGE),
    real("pace", "Standing rise", "points of GDP a turn", "", "all"),
    yes_no("by_hand", "Whether it is off its standing path", who="all"),
    real("gdp", "GDP", "billion dollars", "from 0", "all"),
    figure("worth", WORTH),
)
def _members(source: Source) -> EndRows:
    for end in source.ends:
        for name, state in end.closing.members.items():
            spec = end.closing.scenario.members[name]
            seat = end.closing.seat_of(name)
            worth = end.closing.figures.get(path_of(WORTH, name), 1.0)
            yield end, name, spec.name, seat, state.spending, state.pledge, state.pace, state.by_hand, spec.gdp, worth


@by_end(
    "seats",
    "a seat at the end of a turn",
    word("seat", "Id of the seat", who="all"),
    word("name", "Its name", who="all"),
    word("player", "Who plays it", "team, bot", who="all"),
    word("policy", "Policy of a bot", who="all"),
    *(figure(FIGURES[form].head, form) for form in _OF_A_SEAT),
    yes_no("sealed", "Whether it sealed", who="all"),
    integer("orders", "Orders that counted", "from 0", "orders", "seat"),
    real("result", "Its objectives so far", "points", "0 to 100", "control"),
    integer("personnel", "The anchor's people in theatre, the same in each row of a turn", "", "people", "all"),
)
def _seats(source: Source) -> EndRows:
    for end in source.ends:
        world = end.closing
        for name, state in world.seats.items():
            figures = [world.figures.get(path_of(form, name)) for form in _OF_A_SEAT]
            row: Observation = (
                *(name, state.name, state.player.partition(":")[0], state.player.partition(":")[2], *figures),
                *(state.sealed, len(state.orders), total(world, name), personnel(world)),
            )
            yield end, *row


@by_end(
    "objectives",
    "a seat's objective at the end of a turn",
    word("seat", "Id of the seat"),
    word("objective", "Id of the objective"),
    word("title", "Its title"),
    yes_no("secret", "Whether only the seat knows it"),
    real("weight", "Its part of the seat's result", "per cent", "0 to 100"),
    real("points", "How far it is met", "points", "0 to 100"),
)
def _objectives(source: Source) -> EndRows:
    for end in source.ends:
        for seat in end.closing.seats:
            for result in mark(end.closing, seat):
                aim = result.objective
                yield end, seat, aim.id, aim.title, aim.secret, result.weight, result.points


@by_end(
    "texts",
    "a council text at the end of a turn",
    word("text", "Id: kind, or kind/about", who="all"),
    word("kind", "Kind of text", who="all"),
    word("about", "What it is about", who="all"),
    word("sponsor", "Seat that tabled it", who="all"),
    word("state", "Where it stands", "open, standing, fallen, withdrawn, ended", who="all"),
    integer("tabled", "Turn in which it was tabled", "from 1", who="all"),
    integer("until", "Last turn it stands, empty for good", "from 1", who="all"),
    word("consents", "Seats that agreed, blanks between", who="all"),
    word("footnotes", "Seats that let it stand without them, blanks between", who="all"),
    word("broken", "Seats that broke silence, blanks between", who="all"),
    real("share", "Part of its effect that stands", "share", "0 to 1", "all"),
)
def _texts(source: Source) -> EndRows:
    for end in source.ends:
        for name, state in end.closing.texts.items():
            yield (
                *(end, name, state.kind, state.about, state.sponsor, state.state, state.turn, state.until or None),
                *(ids(state.consents), ids(state.footnotes), ids(state.broken), state.share),
            )


@by_end(
    "edges",
    "an edge of the scenario at the end of a turn",
    word("edge", "Id of the edge", who="all"),
    word("name", "Its name", who="all"),
    yes_no("passed", "Whether it has been passed by then", who="all"),
    integer("in_turn", "Turn at whose end it was passed, empty while it is not", "from 1", who="all"),
)
def _edges(source: Source) -> EndRows:
    for end in source.ends:
        turns = passed(end.world)
        for name, spec in end.world.scenario.edges.items():
            yield end, name, spec.name, name in turns, turns.get(name)


#: What is known of a session that is only a record here.
RECORDED = (_scores,)
DATASETS = (
    _scores, _causes, _forces, _departures, _posts, _programmes, _members, _seats, _objectives, _texts, _edges,
)  # fmt: skip
