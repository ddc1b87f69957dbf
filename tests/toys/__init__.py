"""Things that no exercise has, added where a developer would add them, to see that nothing else need know of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from sys import modules

from tabletop.model.cause import ABOUT
from tabletop.model.moves import REGISTRY, Move
from tabletop.rules.acts.act import ACTS
from tabletop.words.acts.saying import SAYINGS
from tabletop.words.acts.verb import VERBS
from tabletop.words.cause_words import SENTENCES


@contextmanager
def playing(name: str) -> Iterator[None]:
    """A toy's act and words are known, and forgotten again: modules `name` and `name`_words of this package."""
    before, kinds = set(REGISTRY), set(ABOUT)
    names = [f"{__name__}.{name}", f"{__name__}.{name}_words"]
    for each in names:
        import_module(each)
    yield
    for do in set(REGISTRY) - before:
        _forget(REGISTRY[do])
    for kind in set(ABOUT) - kinds:
        del ABOUT[kind], SENTENCES[kind]
    for each in names:
        del modules[each]


def _forget(kind: type[Move]) -> None:
    del REGISTRY[kind.do], ACTS[kind]
    verb = SAYINGS.pop(kind).verb
    if verb is not None:
        VERBS.remove(verb)
