"""What an expert tries first: comparisons that the rules of NATO 3.0 must pass, played inside one process.

The same lines, orders, seeds and bands as the script that plays them by the command line, a process for each batch of
moves; here in seconds, so that they can be run after every change of a rule or a number:

    uv run python -m tests.experts                          every line on three seeds
    uv run python -m tests.experts --seeds 12               as they must hold in the end
    uv run python -m tests.experts --only B1,E --seeds 12   some of them, by the beginnings of their ids
    uv run python -m tests.experts --policies               and how campaigns end, policy by policy
    uv run python -m tests.experts --talk                   what bots say in a hundred mixed campaigns

`play` plays a course on a seed as `new` and `apply` would, without a file; `checks` is the table of comparisons, whose
lines stand in `forces` (A to D), `money` (E, F) and `world` (G, H): id, sentence, courses, and what must come out;
`ends` are campaigns as `simulate` plays them; `evidence` shares the work out, plays what several lines ask for once and
lays it before them. Ids of forces, seats and injects are the contract with the scenario: where it renames one, change
it there.

What is played here is what the table plays: `test_play.py` holds one against the other. A comparison that looks wrong
is argued about in docs/model.md, with a source; a band is not bent here.
"""
