"""Tables of what people said: whys, arguments, promises, talks, notes, messages. Attributed as far as was agreed."""

from collections.abc import Iterator

from tabletop.analysis.export.common import by_entry, by_words
from tabletop.analysis.export.source import Source
from tabletop.analysis.export.table import Row, Table, joined, number, text, whole, word, yes_no
from tabletop.journal.record.entry import Entry
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

_SAID = yes_no("redacted", "Whether the words were taken out of the record")


def words(source: Source) -> Iterator[Table]:
    yield _rationales(source)
    yield _free_moves(source)
    yield _arguments(source)
    yield _estimates(source)
    yield _promises(source)
    yield _talks(source)
    yield _notes(source)
    yield _messages(source)
    yield _remarks(source)
    yield _exposures(source)


def _rationales(source: Source) -> Table:
    def rows(entry: Entry) -> Iterator[Row]:
        match entry.move:
            case Seal(why=said) | Red(why=said):
                about = ""
            case Consent(words=said, proposal=about) | Footnote(words=said, proposal=about):
                pass
            case BreakSilence(words=said, proposal=about) | Answer(text=said, inject=about):
                pass
            case _:
                return
        if said:
            yield entry.seat, entry.move.do, about, said, bool(entry.hashes)

    return by_words(
        source,
        "rationales",
        "a reason given with a decision",
        (
            word("seat", "Seat that gave it"),
            word("do", "With what it was given", "seal, red, consent, footnote, break-silence, answer"),
            word("about", "The text or inject it is about"),
            text("words", "What was said"),
            _SAID,
        ),
        source.of(Seal, Red, Consent, Footnote, BreakSilence, Answer),
        rows,
    )


def _free_moves(source: Source) -> Table:
    last = {free.ref: free for end in source.ends for free in end.closing.free_moves}
    last |= {free.ref: free for free in source.play.world.free_moves}

    def rows(entry: Entry) -> Iterator[Row]:
        move = entry.move
        assert isinstance(move, MakeFreeMove)
        free = last.get(entry.n)
        state = (free.number, free.pros, free.cons, free.odds, free.rolled, free.source, free.grade) if free else None
        yield (
            *(entry.seat, move.aim, move.means, len(move.reasons), *(state or (None, None, None, None, None, "", ""))),
            bool(entry.hashes),
        )

    return by_words(
        source,
        "free_moves",
        "a free move as it ended",
        (
            word("seat", "Seat that made it", who="all"),
            text("aim", "What is to happen", who="all"),
            text("means", "By what means", who="all"),
            whole("reasons", "Reasons given with it", "from 0", "reasons", "all"),
            whole("number", "Which free move of the seat and turn", "from 1", who="all"),
            whole("pros", "Arguments for it", "from 0", "arguments", "all"),
            whole("cons", "Arguments against it", "from 0", "arguments", "all"),
            number("odds", "Chance locked before the roll", "per cent", "0 to 100", "all"),
            whole("rolled", "What was rolled", "1 to 100", who="all"),
            word("source", "Where the roll came from", "keyed, table", who="all"),
            word("grade", "Grade", who="all"),
            _SAID,
        ),
        source.of(MakeFreeMove),
        rows,
    )


def _arguments(source: Source) -> Table:
    def rows(entry: Entry) -> Iterator[Row]:
        match entry.move:
            case MakeFreeMove(reasons=reasons):
                for reason in reasons:
                    yield entry.seat, entry.n, "reason", reason, bool(entry.hashes)
            case Argue(move=free, side=side, text=said):
                yield entry.seat, free, side, said, bool(entry.hashes)

    return by_words(
        source,
        "arguments",
        "a reason given with a free move, or an argument about one",
        (
            word("seat", "Seat that gave it", who="all"),
            whole("move", "Number of the free move", "from 1", who="all"),
            word("side", "A reason of its maker's, or an argument", "reason, for, against", who="all"),
            text("words", "What was said", who="all"),
            _SAID,
        ),
        source.of(MakeFreeMove, Argue),
        rows,
        ("seat", "move"),
    )


def _estimates(source: Source) -> Table:
    def rows(entry: Entry) -> Iterator[Row]:
        assert isinstance(entry.move, Estimate)
        known = find_word(entry.move.word)
        span = (known.low, known.high, known.middle) if known else (None, None, None)
        yield entry.seat, entry.move.move, entry.move.word, *span

    return by_words(
        source,
        "estimates",
        "a seat's blind estimate of a free move, changed ones too",
        (
            word("seat", "Seat that estimated"),
            whole("move", "Number of the free move", "from 1"),
            word("word", "Word of the session's scale"),
            number("low", "Its range, from", "per cent", "0 to 100"),
            number("high", "Its range, to", "per cent", "0 to 100"),
            number("middle", "What a roll would use", "per cent", "0 to 100"),
        ),
        source.of(Estimate),
        rows,
    )


def _promises(source: Source) -> Table:
    last = {promise.ref: promise.state for end in source.ends for promise in end.closing.promises}
    last |= {promise.ref: promise.state for promise in source.play.world.promises}

    def rows(entry: Entry) -> Iterator[Row]:
        move = entry.move
        assert isinstance(move, MakePromise)
        state = last.get(entry.n, "")
        yield entry.seat, move.to, move.due, move.deed, move.if_, state, move.text, bool(entry.hashes)

    return by_words(
        source,
        "promises",
        "a promise and what became of it",
        (
            word("seat", "Seat that promised", who="seat"),
            word("to", "Seat it was given to", who="seat"),
            whole("due", "Turn in which it falls due", "from 1", who="seat"),
            word("deed", "What the rules can check", who="seat"),
            word("if", "Condition on the other side", who="seat"),
            word("state", "What became of it so far", "open, kept, broken, void", who="seat"),
            text("words", "What was said", who="seat"),
            _SAID,
        ),
        source.of(MakePromise),
        rows,
        ("seat", "to"),
    )


def _talks(source: Source) -> Table:
    def rows(entry: Entry) -> Iterator[Row]:
        move = entry.move
        assert isinstance(move, Talk)
        yield joined(move.seats), len(move.seats), move.minutes, move.text, bool(entry.hashes)

    return by_words(
        source,
        "talks",
        "a talk between seats that control noted",
        (
            word("seats", "Who met, blanks between"),
            whole("count", "How many seats", "from 0", "seats"),
            number("minutes", "For how long", "minutes", "from 0"),
            text("words", "What it was about"),
            _SAID,
        ),
        source.of(Talk),
        rows,
        ("seats",),
    )


def _notes(source: Source) -> Table:
    def rows(entry: Entry) -> Iterator[Row]:
        move = entry.move
        assert isinstance(move, Note)
        quoted = move.kind == "quote" and source.level not in ("role", "person")  # a small seat is nearly a name
        about = "" if quoted else move.about
        turn = move.at or entry.turn
        yield move.kind, about, turn, move.objective, source.hand(entry), move.text, bool(entry.hashes)

    return by_words(
        source,
        "notes",
        "a note of control's",
        (
            word("kind", "Kind of note", "observation, insight, issue, quote, recommendation, artefact"),
            word("seat", "Seat it is about, never named with a quote unless roles may be"),
            whole("about_turn", "Turn it is about", "from 1"),
            word("objective", "Exercise objective it serves"),
            word("entered_by", "Which hand of control's typed it; never a person"),
            text("words", "What was noted"),
            _SAID,
        ),
        source.of(Note),
        rows,
    )


def _messages(source: Source) -> Table:
    def rows(entry: Entry) -> Iterator[Row]:
        move = entry.move
        assert isinstance(move, Message)
        yield entry.seat, move.to, move.text, bool(entry.hashes)

    return by_words(
        source,
        "messages",
        "a message from seat to seat",
        (
            word("seat", "Seat that wrote", who="seat"),
            word("to", "Seat it was for", who="seat"),
            text("words", "What was written", who="seat"),
            _SAID,
        ),
        source.of(Message),
        rows,
        ("seat", "to"),
    )


def _remarks(source: Source) -> Table:
    def rows(entry: Entry) -> Iterator[Row]:
        match entry.move:
            case Fact(text=said) | Sitrep(text=said) | Bookmark(text=said):
                yield entry.move.do, "", said, bool(entry.hashes)
            case WriteInject(inject=name, title=title, text=said):
                yield entry.move.do, name, f"{title}: {said}" if title and said else title or said, bool(entry.hashes)

    return by_entry(
        source,
        "remarks",
        "words of control: an established fact, a situation report, a bookmark, an inject written on the spot",
        (
            word("do", "What it is", "fact, sitrep, bookmark, write-inject", who="all"),
            word("about", "Inject it is", who="all"),
            text("words", "What it says"),
            _SAID,
        ),
        source.of(Fact, Sitrep, Bookmark, WriteInject),
        rows,
    )


def _exposures(source: Source) -> Table:
    def rows(entry: Entry) -> Iterator[Row]:
        match entry.move:
            case Show(what=what, to=to):
                yield "show", what, to
            case Display(act=act):
                yield "display", act, "public"
            case Sitrep():
                yield "sitrep", "", "room"

    return by_entry(
        source,
        "exposures",
        "something shown to a seat or the room",
        (
            word("do", "How it was shown", "show, display, sitrep"),
            word("what", "What was shown"),
            word("to", "To whom: a seat, room, public"),
        ),
        source.of(Show, Display, Sitrep),
        rows,
    )
