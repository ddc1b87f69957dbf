"""Tables of what people said: whys, arguments, promises, talks, notes, messages. Attributed as far as was agreed."""

from collections import Counter

from tabletop.analysis.export.common import EntryRows, by_entry, by_words
from tabletop.analysis.export.dataset import ids, integer, prose, real, word, yes_no
from tabletop.analysis.export.source import Source
from tabletop.model.likelihood import find_word
from tabletop.model.moves import (
    Answer,
    Argue,
    Bookmark,
    BreakSilence,
    Consent,
    Display,
    Estimate,
    Fact,
    Footnote,
    HandIn,
    MakeFreeMove,
    MakePromise,
    Message,
    Note,
    Red,
    Seal,
    Show,
    Sitrep,
    Talk,
    WriteInject,
)
from tabletop.model.survey import SlipWhen, question_text

_REDACTED = yes_no("redacted", "Whether the words were taken out of the record")


@by_words(
    "rationales",
    "a reason given with a decision",
    word("seat", "Seat that gave it"),
    word("do", "With what it was given", "seal, red, consent, footnote, break-silence, answer"),
    word("about", "The text or inject it is about"),
    prose("words", "What was said"),
    _REDACTED,
)
def _rationales(source: Source) -> EntryRows:
    for entry, move in source.of(Seal, Red, Consent, Footnote, BreakSilence, Answer):
        match move:
            case Seal(why=words) | Red(why=words):
                about = ""
            case Consent(words=words, proposal=about) | Footnote(words=words, proposal=about):
                pass
            case BreakSilence(words=words, proposal=about) | Answer(text=words, inject=about):
                pass
            case _:
                return
        if words:
            yield entry, entry.seat, move.do, about, words, bool(entry.hashes)


@by_words(
    "free_moves",
    "a free move as it ended",
    word("seat", "Seat that made it", who="all"),
    prose("aim", "What is to happen", who="all"),
    prose("means", "By what means", who="all"),
    integer("reasons", "Reasons given with it", "from 0", "reasons", "all"),
    integer("number", "Which free move of the seat and turn", "from 1", who="all"),
    integer("pros", "Arguments for it", "from 0", "arguments", "all"),
    integer("cons", "Arguments against it", "from 0", "arguments", "all"),
    real("odds", "Chance locked before the roll", "per cent", "0 to 100", "all"),
    integer("rolled", "What was rolled", "1 to 100", who="all"),
    word("source", "Where the roll came from", "keyed, table", who="all"),
    word("grade", "Grade", who="all"),
    _REDACTED,
)
def _free_moves(source: Source) -> EntryRows:
    last = {free.ref: free for end in source.ends for free in end.closing.free_moves}
    last |= {free.ref: free for free in source.play.world.free_moves}
    for entry, move in source.of(MakeFreeMove):
        free = last.get(entry.n)
        state = (free.number, free.pros, free.cons, free.odds, free.rolled, free.source, free.grade) if free else None
        yield (
            entry,
            *(entry.seat, move.aim, move.means, len(move.reasons), *(state or (None, None, None, None, None, "", ""))),
            bool(entry.hashes),
        )


@by_words(
    "arguments",
    "a reason given with a free move, or an argument about one",
    word("seat", "Seat that gave it", who="all"),
    integer("move", "Number of the free move", "from 1", who="all"),
    word("side", "A reason of its maker's, or an argument", "reason, for, against", who="all"),
    prose("words", "What was said", who="all"),
    _REDACTED,
    speakers=("seat", "move"),
)
def _arguments(source: Source) -> EntryRows:
    for entry, move in source.of(MakeFreeMove, Argue):
        match move:
            case MakeFreeMove(reasons=reasons):
                for reason in reasons:
                    yield entry, entry.seat, entry.n, "reason", reason, bool(entry.hashes)
            case Argue(move=free, side=side, text=words):
                yield entry, entry.seat, free, side, words, bool(entry.hashes)


@by_words(
    "estimates",
    "a seat's blind estimate of a free move, changed ones too",
    word("seat", "Seat that estimated"),
    integer("move", "Number of the free move", "from 1"),
    word("word", "Word of the session's scale"),
    real("low", "Its range, from", "per cent", "0 to 100"),
    real("high", "Its range, to", "per cent", "0 to 100"),
    real("middle", "What a roll would use", "per cent", "0 to 100"),
)
def _estimates(source: Source) -> EntryRows:
    for entry, move in source.of(Estimate):
        scale = find_word(move.word)
        span = (scale.low, scale.high, scale.middle) if scale else (None, None, None)
        yield entry, entry.seat, move.move, move.word, *span


@by_words(
    "promises",
    "a promise and what became of it",
    word("seat", "Seat that promised", who="seat"),
    word("to", "Seat it was given to", who="seat"),
    integer("due", "Turn in which it falls due", "from 1", who="seat"),
    word("deed", "What the rules can check", who="seat"),
    word("if", "Condition on the other side", who="seat"),
    word("state", "What became of it so far", "open, kept, broken, void", who="seat"),
    prose("words", "What was said", who="seat"),
    _REDACTED,
    speakers=("seat", "to"),
)
def _promises(source: Source) -> EntryRows:
    last = {promise.ref: promise.state for end in source.ends for promise in end.closing.promises}
    last |= {promise.ref: promise.state for promise in source.play.world.promises}
    for entry, move in source.of(MakePromise):
        state = last.get(entry.n, "")
        yield entry, entry.seat, move.to, move.due, move.deed, move.if_, state, move.text, bool(entry.hashes)


@by_words(
    "talks",
    "a talk between seats that control noted",
    word("seats", "Who met, blanks between"),
    integer("count", "How many seats", "from 0", "seats"),
    real("minutes", "For how long", "minutes", "from 0"),
    prose("words", "What it was about"),
    _REDACTED,
    speakers=("seats",),
)
def _talks(source: Source) -> EntryRows:
    for entry, move in source.of(Talk):
        yield entry, ids(move.seats), len(move.seats), move.minutes, move.text, bool(entry.hashes)


@by_words(
    "notes",
    "a note of control's",
    word("kind", "Kind of note", "observation, insight, issue, quote, recommendation, artefact"),
    word("seat", "Seat it is about, never named with a quote unless roles may be"),
    integer("about_turn", "Turn it is about", "from 1"),
    word("objective", "Exercise objective it serves"),
    word("entered_by", "Which hand of control's typed it; never a person"),
    prose("words", "What was noted"),
    _REDACTED,
)
def _notes(source: Source) -> EntryRows:
    for entry, move in source.of(Note):
        quoted = move.kind == "quote" and source.level not in ("role", "person")  # a small seat is nearly a name
        about = "" if quoted else move.about
        turn = move.at or entry.turn
        yield entry, move.kind, about, turn, move.objective, source.hand(entry), move.text, bool(entry.hashes)


@by_words(
    "messages",
    "a message from seat to seat",
    word("seat", "Seat that wrote", who="seat"),
    word("to", "Seat it was for", who="seat"),
    prose("words", "What was written", who="seat"),
    _REDACTED,
    speakers=("seat", "to"),
)
def _messages(source: Source) -> EntryRows:
    for entry, move in source.of(Message):
        yield entry, entry.seat, move.to, move.text, bool(entry.hashes)


@by_words(
    "survey",
    "an answer on a survey slip; who wrote it is on no record",
    word("seat", "Seat that handed it in"),
    integer("slip", "Which slip of the seat and time that stands or stood, in the order of coming", "from 1"),
    word("when", "Time it is of: before the first turn, after a turn, at the end", ", ".join(SlipWhen)),
    integer("of_turn", "Turn it is of, empty at other times", "from 1"),
    word("question", "Id of the question"),
    prose("asked", "The question as it was put"),
    word("ticked", "Choice that was ticked, empty for a question answered in words"),
    prose("words", "What was written"),
    word("entered_by", "Who typed it, control from a slip of paper; empty: the seat itself; never a person"),
    _REDACTED,
    speakers=("seat", "slip", "entered_by"),
)
def _survey(source: Source) -> EntryRows:
    world = source.play.worlds.at(0)
    own = world.scenario.names.own
    asked = {each.id: question_text(each, own, world.turns) for each in world.scenario.questions}
    counts: Counter[tuple[str, str, int]] = Counter()
    for entry, move in source.of(HandIn):
        time = (move.seat, move.when, move.turn)
        counts[time] += 1
        slip = (entry.seat, counts[time], move.when, move.turn or None)
        beside = source.hand(entry), bool(entry.hashes)
        for question, tick in move.ticks.items():
            yield (entry, *slip, question, asked.get(question, ""), tick, "", *beside)
        for question, words in zip(move.asked, move.words, strict=False):
            yield (entry, *slip, question, asked.get(question, ""), "", words, *beside)


@by_entry(
    "remarks",
    "words of control: an established fact, a situation report, a bookmark, an inject written on the spot",
    word("do", "What it is", "fact, sitrep, bookmark, write-inject", who="all"),
    word("about", "Inject it is", who="all"),
    prose("words", "What it says"),
    _REDACTED,
)
def _remarks(source: Source) -> EntryRows:
    for entry, move in source.of(Fact, Sitrep, Bookmark, WriteInject):
        match move:
            case Fact(text=words) | Sitrep(text=words) | Bookmark(text=words):
                yield entry, move.do, "", words, bool(entry.hashes)
            case WriteInject(inject=name, title=title, text=words):
                yield entry, move.do, name, ": ".join(filter(None, (title, words))), bool(entry.hashes)


@by_entry(
    "exposures",
    "something shown to a seat or the room",
    word("do", "How it was shown", "show, display, sitrep"),
    word("what", "What was shown"),
    word("to", "To whom: a seat, room, public"),
)
def _exposures(source: Source) -> EntryRows:
    for entry, move in source.of(Show, Display, Sitrep):
        match move:
            case Show(what=what, to=to):
                yield entry, "show", what, to
            case Display(act=act):
                yield entry, "display", act, "public"
            case Sitrep():
                yield entry, "sitrep", "", "room"


DATASETS = (
    _rationales,
    _free_moves,
    _arguments,
    _estimates,
    _promises,
    _talks,
    _notes,
    _messages,
    _survey,
    _remarks,
    _exposures,
)
