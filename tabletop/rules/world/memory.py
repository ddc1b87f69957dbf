"""What is worked out once and asked for often: the only memories of the rules, and when each is dropped.

A function says by its decorator what its answer hangs on:

    @by_scenario    the scenario and the ids it is asked with; lies with the scenario's frame and goes with it
    @latest         its arguments; the last answer lies with the frame, until it is asked of others
    @latest_each    one of several values, each in its place; the last answers lie with the frame, few of them change
    @by_seats       the scenario and who sits where, which nobody changes in play; lies with the frame, asked of a draft
    @until_changed  the figures, forces, programmes and open injects of a world; lies with a draft, which drops all such
                    answers when one of these changes (`Remembering.forget`); a frozen world is asked anew each time

What is asked of a few words or numbers and of nothing else needs no memory of ours: `functools.lru_cache`.
Refuses to know what is worked out. Whoever asks shares the answer with others and may not change it.
"""

from collections.abc import Callable, Sequence
from functools import update_wrapper
from operator import attrgetter
from typing import Any, TypeVar, cast

from tabletop.model.world import World

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")

#: Answers by who worked them out, and of what.
Memory = dict[Any, Any]


class Remembering(World):
    """A world that changes while it is worked on, and remembers what was worked out of it since it last did."""

    __slots__ = ("answers", "forget", "seated")

    answers: Memory
    #: What hangs on who sits where and on nothing else.
    seated: Memory
    #: To be called wherever a figure, a force, a programme or an inject changes.
    forget: Callable[[], None]


def by_scenario(work: F) -> F:
    """Remembers what a function of a frame and of ids answers, as long as there is the frame."""

    def recall(frame: Any, *what: Any) -> Any:
        memory, key = frame.memory, (work, what)
        try:
            return memory[key]
        except KeyError:
            answer = memory[key] = work(frame, *what)
            return answer

    return cast(F, update_wrapper(recall, work))


@by_scenario
def of_seats(_: Any, seats: tuple[tuple[str, tuple[str, ...]], ...]) -> Memory:
    """What is remembered of worlds in which these seats play, each for its members."""
    return {}


def latest(work: F) -> F:
    """Remembers what a function of a frame and of values last answered, and of which values: they are compared by ==,
    which is quick where they are the same objects."""

    def recall(frame: Any, *what: Any) -> Any:
        last = frame.memory.get(work)
        if last is None or last[0] != what:
            last = frame.memory[work] = (what, work(frame, *what))
        return last[1]

    return cast(F, update_wrapper(recall, work))


def latest_each(work: Callable[..., T]) -> Callable[[Any, Sequence[Any]], list[T]]:
    """Remembers what a function of a frame and of a value last answered for each of several values; asked for all of
    them at once, it works out anew those that are other objects than before."""

    def recall(frame: Any, values: Sequence[Any]) -> list[T]:
        last = frame.memory.get(work)
        if last is None or len(last) != len(values):
            last = [(recall, None)] * len(values)
        last = frame.memory[work] = [
            old if old[0] is value else (value, work(frame, value)) for old, value in zip(last, values, strict=True)
        ]
        return [answer for _, answer in last]

    return update_wrapper(recall, work)


def by_seats(work: F) -> F:
    """Remembers what a function of a world and of ids answers of a draft, for all drafts with the same seats."""
    return _with_the_draft(work, attrgetter("seated"))


def until_changed(work: F) -> F:
    """Remembers what a function of a world and of ids answers of a draft, until the draft changes."""
    return _with_the_draft(work, attrgetter("answers"))


def _with_the_draft(work: F, memory_of: Callable[[Remembering], Memory]) -> F:
    def recall(world: Any, *what: Any) -> Any:
        if not isinstance(world, Remembering):
            return work(world, *what)
        memory, key = memory_of(world), (work, what)
        try:
            return memory[key]
        except KeyError:
            answer = memory[key] = work(world, *what)
            return answer

    return cast(F, update_wrapper(recall, work))
