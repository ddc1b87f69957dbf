"""Names for what stands beside a save: its lock, a file being written in its place."""

from hashlib import blake2b
from pathlib import Path

_LONGEST = 255  # bytes of a name on the usual file systems


def sidecar(path: Path, kind: str) -> Path:
    """`.NAME.kind` in the same folder; a digest in the place of a name too long for it."""
    name = f".{path.name}.{kind}"
    if len(name.encode("utf-8", "surrogateescape")) > _LONGEST:
        name = f".{blake2b(path.name.encode('utf-8', 'surrogateescape'), digest_size=8).hexdigest()}.{kind}"
    return path.with_name(name)


def free_name(path: Path, word: str) -> Path:
    """The first of `NAME word.ext`, `NAME word 2.ext` that isn't there yet."""
    free = path.with_name(f"{path.stem} {word}{path.suffix}")
    n = 2
    while free.exists():
        free = path.with_name(f"{path.stem} {word} {n}{path.suffix}")
        n += 1
    return free
