"""A day and some campaigns as digests, printed as JSON: what every interpreter must give alike. Run as a script.

It asks for the packages that the rules and the record need, none of which must be compiled, and for no test runner.
"""

import json
import sys
from hashlib import sha256
from pathlib import Path

from tabletop.analysis.campaign import play_out, start_of
from tabletop.journal.store.places import find_scenario
from tabletop.scenario.load import load_scenario
from tests.golden.example import build
from tests.long import sweep

CAMPAIGNS = sweep(40, 12)


def main() -> None:
    """Plays into the folder that the command line names."""
    save = Path(sys.argv[1]) / "day.toml"
    with build(save):
        pass
    start = start_of(load_scenario(Path(find_scenario("nato-3-0"))))
    made = [play_out(start, "mixed", f"alike/{n}") for n in range(CAMPAIGNS)]
    told = [[dict(told) for told in one.history] + [dict(one.objectives), one.marks] for one in made]
    print(json.dumps({
        "python": f"{sys.version_info.major}.{sys.version_info.minor}",
        "day": sha256(save.read_bytes()).hexdigest(),
        "campaigns": sha256(json.dumps(told, sort_keys=True).encode()).hexdigest(),
        "played": len({json.dumps(one) for one in told}),
    }))  # fmt: skip


if __name__ == "__main__":
    main()
