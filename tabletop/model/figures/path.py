"""Makes paths of forms and ids. What a path means, the glossary knows."""

from functools import lru_cache

ALL = "all"


@lru_cache(maxsize=8192)
def path_of(form: str, *what: str) -> str:
    """A form with ids in the place of its kinds: `path_of("force/FORCE/status", "galleys")` is "force/galleys/status".

    Raises ValueError when there are more or fewer ids than kinds.
    """
    ids = iter(what)
    try:
        path = "/".join([next(ids) if part.isupper() else part for part in form.split("/")])
    except StopIteration:
        raise ValueError(f"'{form}' has more kinds than {what}") from None
    if next(ids, None) is not None:
        raise ValueError(f"'{form}' has fewer kinds than {what}")
    return path
