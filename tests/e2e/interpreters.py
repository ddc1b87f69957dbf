"""Which interpreters a machine has, from Python 3.11 on. As a script, a line for each: version and path."""

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

#: What the program must run on, and is tried on.
VERSIONS = ("3.11", "3.12", "3.13")
OURS = f"{sys.version_info.major}.{sys.version_info.minor}"
_HOME = Path.home()  # before a test has a home of its own


@cache
def interpreter(version: str) -> str:
    """The path of an interpreter of that version, "" where there is none: this one, pyenv's, one on the PATH."""
    if version == OURS:
        return sys.executable
    pyenv = Path(os.environ.get("PYENV_ROOT") or _HOME / ".pyenv") / "versions"
    found = (*sorted(pyenv.glob(f"{version}.*/bin/python")), shutil.which(f"python{version}"))
    return next((str(path) for path in found if path and _is(path, version)), "")


def _is(path: Path | str, version: str) -> bool:
    """Whether a path is an interpreter of a version; a shim for one that isn't set up is none."""
    code = "import sys; print('%d.%d' % sys.version_info[:2])"
    try:
        done = subprocess.run([path, "-c", code], capture_output=True, text=True, timeout=60)
    except OSError:
        return False
    return done.stdout.strip() == version


if __name__ == "__main__":
    for each in VERSIONS:
        if interpreter(each):
            print(each, interpreter(each))
        else:
            print(f"NOT TESTED HERE: Python {each}, this machine has none", file=sys.stderr)
