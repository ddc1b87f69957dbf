"""docs/save-format.md as a program: what anybody can do who has read that page and nothing of ours."""

import json
import re
import tomllib
from functools import cache
from typing import Any

from tests.play import ROOT


@cache
def page() -> dict[str, Any]:
    """The names of the page's program: FREE, digest, verify."""
    text = (ROOT / "docs" / "save-format.md").read_text(encoding="utf-8")
    program = re.search(r"```python\n(.*?)```", text, re.DOTALL)
    names: dict[str, Any] = {}
    exec(program[1] if program else "", names)
    return names


def rechained(block: str, before: str) -> str:
    """An entry's text behind another head."""
    entry, digest = tomllib.loads(block), page()["digest"]
    own = []
    for line in block.rstrip("\n").split("\n")[:-1]:
        key = line.split(" ")[0]
        if "salt" in entry and key in page()["FREE"].get(entry["do"], []) + entry.get("personal", []):
            said, salt = entry[key], entry["salt"]
            hashed = (
                digest(f"{salt}\n{key}\n{said}")
                if isinstance(said, str)
                else [digest(f"{salt}\n{key}.{n}\n{text}") for n, text in enumerate(said)]
            )
            line = f"{key}_hash = {json.dumps(hashed)}"
        if key != "salt":
            own.append(line)
    head = digest(f"{before}\n" + "\n".join(own))
    return re.sub(r'^head = ".*"$', f'head = "{head}"', block, flags=re.MULTILINE)
