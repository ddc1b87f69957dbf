"""Injects: what fires at the brief, and what the answers do."""

import re

from tabletop.model.cause import because
from tabletop.model.events import ChainSettled
from tabletop.model.injects import Inject, InjectSpec, InjectState, OptionSpec
from tabletop.model.optional import CHANCE_INJECTS, DIRECTOR, MOODS
from tabletop.model.world import World
from tabletop.rules.scores.paths import holds
from tabletop.rules.turn.effects import affect
from tabletop.rules.world.arithmetic import sum_of
from tabletop.rules.world.chance import draw
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.evolving import evolve
from tabletop.rules.world.frame import Frame
from tabletop.rules.world.hosts import hosts_of
from tabletop.rules.world.memory import by_scenario, by_seats, until_changed
from tabletop.rules.world.parts import OPENED

OPEN = (InjectState.DELIVERED, InjectState.SEEN)
WRITTEN_IN_PLAY = "an inject written in play"
_PAUSE = re.compile(r"[,;:.] ")


def answering(world: World, inject: str) -> tuple[str, ...]:
    """Seats that must answer, joined seats standing for their hosts, in the order of their say."""
    if inject in world.scenario.injects:
        return _answering(world, inject)
    return hosts_of(world, world.injects[inject].asked)  # written in play


@by_seats
def _answering(world: World, inject: str) -> tuple[str, ...]:
    return hosts_of(world, world.scenario.injects[inject].answers)


def title_of(world: World, inject: str) -> str:
    """An inject's title. Of one that control wrote in play the record alone has the words."""
    spec = world.scenario.injects.get(inject)
    return spec.title if spec else WRITTEN_IN_PLAY


@until_changed
def open_injects(world: World) -> tuple[str, ...]:
    """Injects that players have before them, in the world's order."""
    return tuple([name for name, state in world.injects.items() if state.state in OPENED])


def fire_due(draft: Draft) -> None:
    """At the brief: every armed inject whose window, conditions and draw say so is delivered."""
    injects, armed = draft.injects, InjectState.ARMED
    for name, spec in _in_window(draft.frame, draft.turn):
        if injects[name].state is armed and _due(draft, name, spec):
            fire(draft, name, luck=f"inject/{name}" if draft.luck else "")
            injects = draft.injects


@by_scenario
def _in_window(frame: Frame, turn: int) -> list[tuple[str, InjectSpec]]:
    """Injects that may fire by themselves in a turn, in the scenario's order."""
    return [
        (name, spec)
        for name, spec in frame.scenario.injects.items()
        if not (spec.by_hand or spec.stock) and spec.window[0] <= turn <= spec.window[1]
    ]


def _due(draft: Draft, name: str, spec: InjectSpec) -> bool:
    """Whether an armed inject fires in a turn of its window. Most don't for their draw, which is quicker to ask than
    conditions."""
    roll = 100.0
    if draft.luck and CHANCE_INJECTS not in draft.without and (spec.chance < 100 or spec.chance_if):
        roll = draw(draft.luck_key, draft.turn, "inject", name) * 100
        if roll >= spec.chance and not spec.chance_if:
            return False
    for condition in spec.when:
        if not holds(draft, condition):
            return False
    chance = spec.chance
    for condition, add in spec.chance_if:
        if holds(draft, condition):
            chance += add
    return chance >= 100 or roll < chance


def only_by_hand(world: World, spec: InjectSpec) -> bool:
    """Whether an inject never fires by itself: its author says so, or chance is left out and it is never certain."""
    most = spec.chance + sum_of(add for _, add in spec.chance_if if add > 0)
    if spec.stock:
        return DIRECTOR in world.without
    return spec.by_hand or (CHANCE_INJECTS in world.without and most < 100)


def fire(draft: Draft, name: str, ref: int = 0, luck: str = "") -> None:
    """Delivers an inject with the effects of its mere arrival. `luck`: the draw that its coming by itself hung on,
    however certain it was."""
    spec = draft.scenario.injects.get(name)
    old = draft.injects[name]
    state = Inject(state=InjectState.DELIVERED, turn=draft.turn, asked=old.asked, ref=ref, written=old.written)
    draft.set_inject(name, state)
    if spec is not None:
        times = strength(draft, name)
        for effect in spec.effects:
            affect(draft, effect, because("inject", name, luck=luck), ref, times)


def strength(draft: Draft, name: str) -> float:
    """How strongly an inject works this time, about 1: the same for its coming and for what is answered."""
    spread = draft.scenario.coefficients.inject_spread
    if not spread or not draft.luck or MOODS in draft.without:
        return 1.0
    return 1 + spread * (2 * draw(draft.luck_key, 0, "strength", name) - 1)


def close_answers(draft: Draft) -> None:
    """Answers take effect, each with its part; silence takes the default; the outcome is the most chosen option."""
    for name, state in [(name, draft.injects[name]) for name in open_injects(draft)]:
        _close(draft, name, state)


def _close(draft: Draft, name: str, state: Inject) -> None:
    spec = draft.scenario.injects.get(name)
    ruling = draft.rulings.get(f"inject/{name}")
    if spec is None or not spec.options or (ruling and ruling.outcome == "set-aside"):
        draft.set_inject(name, evolve(state, state=_after(draft, spec)))
        return
    moves = dict(zip(dict(state.answers), state.refs, strict=False))  # silence has no move of its own
    counts = choices(draft, name)
    options = {option.id: option for option in spec.options}
    outcome = outcome_of(spec, list(counts.values()))
    if not (ruling and ruling.outcome == "amend"):
        share = strength(draft, name) / len(counts)
        for seat, option in counts.items():
            effects = options[option].effects if option in options else ()
            if not effects:
                continue
            cause = because("answer" if seat else "default-answer", name, option, who=seat)
            for effect in effects:
                if not effect.set:
                    affect(draft, effect, cause, moves.get(seat, state.ref), share)
        _bring(draft, name, options[outcome], next(seat for seat, o in counts.items() if o == outcome), moves)
    _follow(draft, name, spec, options[outcome], state)


def _bring(draft: Draft, name: str, option: OptionSpec, seat: str, moves: dict[str, int]) -> None:
    """What an option sets in so many words, a force that comes or a post that changes, is there once and whole, where
    the option is the outcome: half a battalion comes to nobody's aid."""
    cause = because("answer" if seat else "default-answer", name, option.id, who=seat)
    for effect in option.effects:
        if effect.set:
            affect(draft, effect, cause, moves.get(seat, draft.injects[name].ref))


def choices(world: World, inject: str) -> dict[str, str]:
    """The option that counts for each seat that is asked: its own, or the default for silence and for words. Where
    nobody is asked, "" has the default."""
    answers = dict(world.injects[inject].answers)
    default = world.scenario.injects[inject].default
    return {seat: answers.get(seat) or default for seat in answering(world, inject) or ("",)}


def _after(draft: Draft, spec: InjectSpec | None) -> InjectState:
    again = spec is not None and spec.repeatable and draft.turn < spec.window[1]
    return InjectState.ARMED if again else InjectState.CLOSED


def in_short(spec: InjectSpec, option: str) -> str:
    """An option as it is called where it is not read out, in quotes: its short name, else its text up to the first
    pause, however long that is: words that are cut say something else."""
    found = next((each for each in spec.options if each.id == option), None)
    if found is None or not found.text:
        return option
    return f'"{found.short or _PAUSE.split(" ".join(found.text.split()), maxsplit=1)[0].rstrip(".")}"'


def decided_first(world: World, inject: str) -> str:
    """The seat whose choice stands although as many seats chose another: it was asked first. "" where most decide."""
    spec = world.scenario.injects.get(inject)
    if spec is None or not spec.options:
        return ""
    counts = choices(world, inject)
    votes = list(counts.values())
    stands = outcome_of(spec, votes)
    equal = any(votes.count(other) == votes.count(stands) for other in votes if other != stands)
    return next(seat for seat, option in counts.items() if option == stands) if equal else ""


def outcome_of(spec: InjectSpec, votes: list[str]) -> str:
    """The option most seats chose; of equals, that of the seat named first."""
    options = {option.id for option in spec.options}
    valid = [option for option in votes if option in options] or [spec.options[0].id]
    return max(valid, key=lambda option: (valid.count(option), -valid.index(option)))


def _follow(draft: Draft, name: str, spec: InjectSpec, option: OptionSpec, state: Inject) -> None:
    outcome = option.outcome or option.id
    draft.set_inject(name, evolve(state, state=_after(draft, spec), outcome=outcome))
    if spec.chain and option.outcome:
        draft.emit(ChainSettled(spec.chain, option.outcome))
    for other in option.opens:
        if draft.injects[other].state is InjectState.PLANNED:
            draft.set_inject(other, evolve(draft.injects[other], state=InjectState.ARMED))
    for other in option.closes:
        if draft.injects[other].state in (InjectState.PLANNED, InjectState.ARMED, InjectState.HELD):
            draft.set_inject(other, evolve(draft.injects[other], state=InjectState.CANCELLED))
