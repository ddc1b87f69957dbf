"""Looks for exploits and best replies. Prints tables; judges nothing.

    uv run python -m benchmarks.search plans    200 random and 200 greedy plans for each seat against sensible play
    uv run python -m benchmarks.search tricks   known exploits, each on top of sensible play
    uv run python -m benchmarks.search replies  each seat's best line against each of the anchor's
    uv run python -m benchmarks.search dials    what a dial at its limit moves by the next review and by the end

Add --scenario FOLDER, --campaigns N (a case), --plans N, --workers N, --seed TEXT, and --set COEFFICIENT=VALUE,
as often as needed, to doubt a number.
"""

import argparse
import multiprocessing
from collections.abc import Iterator
from multiprocessing.pool import Pool
from pathlib import Path
from random import Random
from statistics import fmean
from typing import NamedTuple

from attrs import evolve, fields

from benchmarks.tricks import TRICKS, pace_to, tricked
from tabletop.analysis.campaign import play_out, start_of
from tabletop.analysis.policies import policy_of
from tabletop.analysis.policies.course import FREE_RIDE, OWN, PLAN, STAND, STATUS_QUO, STEP_BY_STEP, Course
from tabletop.journal.store.places import find_scenario
from tabletop.model.coefficients import Coefficients
from tabletop.model.moves import Move, SetReadiness
from tabletop.model.world import World
from tabletop.scenario.load import load_scenario

#: What a seat may do, and what the anchor may do, in the study of replies.
LINES = {
    "ride": evolve(FREE_RIDE, answers="own"),
    "plan": PLAN,
    "climb15": evolve(PLAN, pace="climb", step=0.15),
    "climb30": evolve(PLAN, pace="climb", step=0.30),
    "ready": evolve(PLAN, readiness="next"),
    "match": evolve(PLAN, match=4.0),
    "stand": STAND,
    "follow": evolve(PLAN, pace="follow", step=0.15),
}
ANCHOR = {
    "stay": Course(answers="own"),
    "announced": Course(leave="announced", answers="own"),
    "partial": Course(leave="partial", answers="own"),
    "matched": evolve(STEP_BY_STEP, answers="own"),
    "surprise": Course(leave="surprise", packages=3, answers="own"),
}
SENSIBLE = {"status-quo": STATUS_QUO, "step-by-step": STEP_BY_STEP, "own-objectives": OWN, "plan": PLAN}


class Case(NamedTuple):
    """One seat on a line with tricks, the anchor on another, all others on a third; `turn` for dials."""

    seat: str
    line: Course
    tricks: tuple[str, ...] = ()
    anchor: Course = OWN
    others: Course = OWN
    campaigns: int = 3


# ---- playing cases

_start: World
_seed: str


def _begin(folder: str, seed: str, doubted: tuple[tuple[str, float], ...] = ()) -> None:
    global _start, _seed
    scenario = load_scenario(Path(folder))
    numbers = evolve(scenario.coefficients, **dict(doubted))
    _start, _seed = start_of(evolve(scenario, coefficients=numbers)), seed


def _doubted(text: str) -> tuple[str, float]:
    name, _, value = text.partition("=")
    if name not in {a.name for a in fields(Coefficients)}:
        raise argparse.ArgumentTypeError(f"there is no coefficient {name!r}")
    return name, float(value)


def play(case: Case) -> float:
    """Mean result of the case's seat, 0..100."""
    anchor = _start.scenario.names.anchor_seat
    policies = {seat: policy_of(case.anchor if seat == anchor else case.others) for seat in _start.seats}
    policies[case.seat] = tricked(case.line, case.tricks)
    return fmean(play_out(_start, policies, f"{_seed}/{n}").objectives[case.seat] for n in range(case.campaigns))


def watch(case: tuple[str, str, float]) -> dict[str, float]:
    """A dial of a seat moved once in turn 3 against the plan: what it changes by the next review and by the end."""
    seat, dial, size = case
    scenario = _start.scenario

    def once(world: World, who: str, seed: str) -> Iterator[Move]:
        plain = list(policy_of(PLAN)(world, who, seed))
        if world.turn == 3:
            moved = list(pace_to(world, who, size)) if dial == "spending" else [SetReadiness(seat=who, level=size)]
            plain = moved + [move for move in plain if move.do != moved[0].do] if moved else plain
        yield from plain

    totals: dict[str, float] = {}
    own = [t for t, spec in scenario.theatres.items() if set(spec.members) & set(scenario.seats[seat].members)]
    names = {
        f"support/{seat}": 1,
        f"capital/{seat}": 1,
        scenario.names.commitment: 1,
        f"wallet/{seat}": 0,
        "deterrence": 1,
    }
    for n in range(6):
        base, moved = (
            play_out(_start, {s: policy_of(PLAN) for s in _start.seats} | {seat: policy}, f"{_seed}/{n}").history
            for policy in (policy_of(PLAN), once)
        )
        for name in names:
            for when, turn in (("next", 3), ("end", -1)):
                a, b = base[turn].get(name), moved[turn].get(name)
                if isinstance(a, float) and isinstance(b, float):
                    totals[f"{name} {when}"] = totals.get(f"{name} {when}", 0.0) + (b - a) / 6
        for when, turn in (("next", 3), ("turn after", 4), ("end", -1)):
            apart = [float(moved[turn][f"deterrence/{t}"]) - float(base[turn][f"deterrence/{t}"]) for t in own]
            totals[f"own theatre {when}"] = totals.get(f"own theatre {when}", 0.0) + max(apart, key=abs) / 6
    return totals


# ---- the four studies


LEAVING = ("stay", "matched", "announced", "partial", "boots", "surprise", "exit", "goals")


def some_line(rng: Random, anchor: bool) -> Course:
    """Any line at all."""
    return Course(
        pace=rng.choice(("plan", "ride", "climb", "follow")),
        step=rng.choice((0.02, 0.05, 0.1, 0.15, 0.3, 0.5)),
        buy=rng.choice(("none", "led", "gap", "own", "own")),
        theirs=rng.random(),
        majority=4 * rng.random(),
        match=rng.choice((0.0, 2.0, 4.0)),
        early=0.2 * rng.random(),
        readiness=rng.choice(("rest", "rest", "first", "none")),
        leave=rng.choice(LEAVING) if anchor else "stay",
        cover=rng.random(),
        packages=rng.randint(1, 5),
        posts=rng.randint(0, 4),
        give_anchor=rng.random() < 0.1,
        texts=rng.random() < 0.5,
        answers=rng.choice(("default", "common", "own")),
    )


def some_plan(rng: Random, seat: str, anchor: str) -> tuple[Course, tuple[str, ...]]:
    """A line and up to two tricks."""
    side = "anchor" if seat == anchor else "others"
    known = [name for name, (who, _) in TRICKS.items() if who in (side, "all")]
    return some_line(rng, seat == anchor), tuple(rng.sample(known, rng.choice((0, 0, 1, 2))))


def plans(pool: Pool, world: World, args: argparse.Namespace) -> None:
    """Random and greedy plans against the best of sensible play, everybody else on own objectives."""
    print(f"{'seat':20} sensible (best)            random 200 best   greedy 200 best   best plan found")
    anchor = world.scenario.names.anchor_seat
    for seat in world.seats:
        rng = Random(f"{args.seed}/{seat}")
        sure = {name: Case(seat, line, campaigns=args.campaigns) for name, line in SENSIBLE.items()}
        if seat == anchor:
            sure |= {name: Case(seat, line, campaigns=args.campaigns) for name, line in ANCHOR.items()}
        marks = dict(zip(sure, pool.map(play, list(sure.values())), strict=True))
        best = max(marks, key=lambda name: marks[name])
        cases = [Case(seat, *some_plan(rng, seat, anchor), campaigns=args.campaigns) for _ in range(args.plans)]
        found = list(zip(pool.map(play, cases, 4), cases, strict=True))
        top = max(found, key=lambda item: item[0])
        climbed = (marks[best], sure[best])
        for _ in range(args.plans // 8):
            near = []
            for _ in range(8):
                line, tricks = some_plan(rng, seat, anchor)
                change = rng.choice(fields(Course)).name
                near.append(
                    climbed[1]._replace(tricks=tricks)
                    if rng.random() < 0.2
                    else climbed[1]._replace(line=evolve(climbed[1].line, **{change: getattr(line, change)}))
                )
            climbed = max([climbed, *zip(pool.map(play, near), near, strict=True)], key=lambda item: item[0])
        better = max((top, climbed), key=lambda item: item[0])
        told = ", ".join(f"{n}={v}" for n, v in said(better[1].line).items())
        print(f"{seat:20} {best:16} {marks[best]:5.1f}     {top[0]:5.1f}             {climbed[0]:5.1f}            "
              f"{' + '.join(better[1].tricks) or 'no trick'}; {told}")  # fmt: skip


def said(line: Course) -> dict[str, str]:
    """The fields of a line that differ from a plain one."""
    plain = Course()
    told = {}
    for name in (a.name for a in fields(Course)):
        if getattr(line, name) != getattr(plain, name):
            value = getattr(line, name)
            told[name] = f"{value:.2g}" if isinstance(value, float) else str(value)
    return told


def tricks(pool: Pool, world: World, args: argparse.Namespace) -> None:
    """Each trick on top of own objectives, everybody else on own objectives: gain or loss in points."""
    anchor = world.scenario.names.anchor_seat
    seats = [seat for seat in world.seats if world.seats[seat].members]
    plain = dict(zip(seats, pool.map(play, [Case(s, OWN, campaigns=args.campaigns) for s in seats]), strict=True))
    print(f"{'trick':32}" + "".join(f"{seat[:13]:>15}" for seat in seats))
    print(f"{'(none)':32}" + "".join(f"{plain[seat]:15.1f}" for seat in seats))
    for name, (who, _) in TRICKS.items():
        able = [s for s in seats if who == "all" or (who == "anchor") == (s == anchor)]
        marks = dict(
            zip(able, pool.map(play, [Case(s, OWN, (name,), campaigns=args.campaigns) for s in able]), strict=True)
        )
        print(f"{name:32}" + "".join(f"{marks[s] - plain[s]:+15.1f}" if s in marks else " " * 15 for s in seats))


def replies(pool: Pool, world: World, args: argparse.Namespace) -> None:
    """Each seat's result by its own line and the anchor's, the others on the plan."""
    anchor = world.scenario.names.anchor_seat
    seats = [s for s in world.seats if s in world.own_supply and s != anchor]
    print(f"{'seat':16}{'line':10}" + "".join(f"{name:>12}" for name in ANCHOR))
    changes = 0
    for seat in seats:
        cases = [
            Case(seat, line, (), theirs, PLAN, args.campaigns) for line in LINES.values() for theirs in ANCHOR.values()
        ]
        marks = pool.map(play, cases, 2)
        table = {name: marks[n * len(ANCHOR) : (n + 1) * len(ANCHOR)] for n, name in enumerate(LINES)}
        best = [max(LINES, key={name: of[i] for name, of in table.items()}.__getitem__) for i in range(len(ANCHOR))]
        for name, row in table.items():
            print(
                f"{seat:16}{name:10}"
                + "".join(f"{v:11.1f}{'*' if best[i] == name else ' '}" for i, v in enumerate(row))
            )
        lost = max(table[best[j]][j] - table[best[i]][j] for i in range(len(ANCHOR)) for j in range(len(ANCHOR)))
        changes += len(set(best)) > 1
        told = ", ".join(f"{theirs} {own}" for theirs, own in zip(ANCHOR, best, strict=True))
        print(f"{seat:16}best: {told}; the wrong one costs up to {lost:.1f}\n")
    by_line: dict[str, list[float]] = {}
    for name, line in LINES.items():
        cases = [Case(anchor, theirs, (), theirs, line, args.campaigns) for theirs in ANCHOR.values()]
        by_line[name] = pool.map(play, cases)
    for name, row in by_line.items():
        top = list(ANCHOR)[row.index(max(row))]
        print(f"{anchor:16}others {name:10}" + "".join(f"{v:8.1f}" for v in row) + f"   best: {top}")
    print(f"\nseats whose best line changes with the anchor's: {changes} of {len(seats)}")


def dials(pool: Pool, world: World, args: argparse.Namespace) -> None:
    """Spending +0.5 and -0.5, readiness 1 and 0, once in turn 3, everybody on the plan."""
    anchor = world.scenario.names.anchor_seat
    seats = [s for s in world.seats if s in world.own_supply and s != anchor]
    cases = [
        (seat, dial, size)
        for dial, size in (("spending", 0.5), ("spending", -0.5), ("readiness", 1.0), ("readiness", 0.0))
        for seat in seats
    ]
    for (seat, dial, size), told in zip(cases, pool.map(watch, cases), strict=True):
        moved = ", ".join(f"{name.replace('/' + seat, '')} {v:+.1f}" for name, v in told.items() if abs(v) >= 0.05)
        print(f"{dial} {size:+.1f}  {seat:16} {moved or 'nothing'}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("study", choices=("plans", "tricks", "replies", "dials"))
    parser.add_argument("--scenario", default="nato-3-0")
    parser.add_argument("--campaigns", type=int, default=3)
    parser.add_argument("--plans", type=int, default=200)
    parser.add_argument("--workers", type=int, default=multiprocessing.cpu_count())
    parser.add_argument("--seed", default="7")
    parser.add_argument("--set", type=_doubted, action="append", default=[], metavar="COEFFICIENT=VALUE")
    args = parser.parse_args()
    settings = (str(find_scenario(args.scenario)), args.seed, tuple(args.set))
    _begin(*settings)
    study = {"plans": plans, "tricks": tricks, "replies": replies, "dials": dials}[args.study]
    with multiprocessing.get_context("spawn").Pool(args.workers, _begin, settings) as pool:
        study(pool, _start, args)


if __name__ == "__main__":
    main()
