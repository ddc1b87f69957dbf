"""What came of an inject: the option that stands, in its own words, and which seats chose it, another one, or none."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from tabletop.model.injects import Inject, InjectState
from tabletop.model.moves import Answer
from tabletop.model.record import Line
from tabletop.model.world import World
from tabletop.rules.turn.injects import answering, choices, outcome_of
from tabletop.words import names
from tabletop.words.names import listed
from tabletop.words.said import quoted

_OVER = (InjectState.CLOSED, InjectState.ARMED)  # armed: it may come again


def came_of_injects(before: World, after: World, by_number: Mapping[int, Line]) -> Iterator[tuple[str, str, bool]]:
    """Every inject that was settled between two worlds, a sentence without its full stop, and whether a seat answered
    it in words."""
    for inject, new in after.injects.items():
        old = before.injects.get(inject)
        if new.state not in _OVER or not new.turn or (old and (old.state, old.turn) == (new.state, new.turn)):
            continue
        outcome = decided(after, inject, by_number)
        if outcome:
            yield (
                inject,
                names.told_of(names.inject_name(after.scenario, inject), outcome),
                "" in dict(new.answers).values(),
            )


def decided(world: World, inject: str, by_number: Mapping[int, Line]) -> str:
    """'go ashore (Lyre and Vega), not "stay at sea" (Orion)'; "" where nothing was asked, or control set it aside."""
    state, spec = world.injects[inject], world.scenario.injects.get(inject)
    if spec is None or not spec.options:
        return _in_words(world, inject, by_number)
    if not state.outcome:
        return ""
    counts = choices(world, inject)
    stands = outcome_of(spec, list(counts.values()))
    words = [_option(world, inject, stands, [s for s, o in counts.items() if o == stands], by_number)]
    others = dict.fromkeys(option for option in counts.values() if option != stands)
    words += [
        f"not {_option(world, inject, other, [s for s, o in counts.items() if o == other], by_number, quoted)}"
        for other in others
    ]
    return ", ".join(words)


def _option(
    world: World,
    inject: str,
    option: str,
    seats: list[str],
    by_number: Mapping[int, Line],
    as_words: Callable[[str], str] = str,
) -> str:
    text, state = as_words(names.option_text(world.scenario, inject, option)), world.injects[inject]
    if seats == [""]:
        return text
    if not state.answers:
        return f"{text} (nobody answered)"
    return f"{text} ({listed(whose(world, inject, seats, by_number))})"


def whose(world: World, inject: str, seats: Iterable[str], by_number: Mapping[int, Line]) -> list[str]:
    """Seats for which one option counts: first those that chose it, then those that came to it by words or silence,
    with how."""
    state = world.injects[inject]
    chose = dict(state.answers)
    return [_who(world, state, seat, by_number) for seat in sorted(seats, key=lambda seat: not chose.get(seat))]


def _who(world: World, state: Inject, seat: str, by_number: Mapping[int, Line]) -> str:
    """A seat, and how it came to an option that it did not choose."""
    name, answers = names.seat_name(world.scenario, seat, world.seats), dict(state.answers)
    if seat not in answers:
        return f"{name} by silence"
    if answers[seat]:
        return name
    words = answer_words(state, seat, by_number)
    return f"{name}, who said {words}" if words else f"{name}, who answered in words"


def _in_words(world: World, inject: str, by_number: Mapping[int, Line]) -> str:
    """Of an inject without options: what each seat said."""
    state, sentences, silent = world.injects[inject], [], []
    for seat in answering(world, inject):
        name = names.seat_name(world.scenario, seat, world.seats)
        if seat in dict(state.answers):
            words = answer_words(state, seat, by_number)
            sentences.append(f"{name} answers {words}" if words else f"{name} answers in words")
        else:
            silent.append(name)
    if silent:
        sentences.append(f"{listed(silent)} {'gives' if len(silent) == 1 else 'give'} no answer")
    return "; ".join(sentences)


def answer_words(state: Inject, seat: str, by_number: Mapping[int, Line]) -> str:
    """A seat's answer in quotation marks where it gave one in words that may be read here."""
    refs = dict(zip(dict(state.answers), state.refs, strict=False))
    line = by_number.get(refs.get(seat, 0))
    return quoted(line.move.text) if line and isinstance(line.move, Answer) else ""
