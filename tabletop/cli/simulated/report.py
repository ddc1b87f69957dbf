"""What a run of `simulate` has to say: as a document, for people, as a table."""

from typing import TYPE_CHECKING, Any

from attrs import frozen

if TYPE_CHECKING:
    from tabletop.model.world import World


@frozen(kw_only=True)
class Report:
    """`whole`: all of it was played; `lost`: why nobody was left to; `kept`: the same command goes on from there."""

    document: dict[str, Any]
    text: str
    rows: list[list[Any]]
    whole: bool
    lost: str = ""
    kept: bool = False


def played_without(start: "World") -> str:
    """ " Played without probes." where rules are left out, else nothing."""
    return f" Played without {', '.join(start.without)}." if start.without else ""
