"""The adversary's order, control's rulings and corrections in words."""

from tabletop.errors import TabletopError
from tabletop.model.grammar import effect, effect_line
from tabletop.model.moves import Adjust, Mode, Red, Rule
from tabletop.model.scenario import Scenario
from tabletop.words.acts.namer import Namer
from tabletop.words.acts.saying import say
from tabletop.words.forces import set_words
from tabletop.words.names import SeatStates, listed, theatre_name
from tabletop.words.said import after_colon, decimal

_OUTCOMES = {
    "accept": "accepts move {item}",
    "amend": "changes the result of move {item}",
    "set-aside": "sets move {item} aside",
    "yes-and": "rules move {item} a full success",
    "yes-but": "rules move {item} a success at a price",
    "no-but": "rules move {item} a failure with something gained",
    "no-and": "rules move {item} a failure that costs more",
}
_MODES = {
    "rigid": "by the rules alone",
    "semi-rigid": "by the rules, with control's say",
    "free": "by control's judgement",
    "consensual": "by agreement of the seats",
    "matrix": "by argument",
    "minimal": "by putting it on record only",
}


def outcome_words(outcome: str, item: int | str) -> str:
    """ "accepts move 12"; an unknown outcome is named."""
    return _OUTCOMES.get(outcome, f"rules on move {{item}}: {outcome}").format(item=item)


def effect_words(line: object, scenario: Scenario, seats: SeatStates | None = None) -> str:
    """An effect, a line or a table, in words: "Cohesion -2", "Pass pressure +3 for 2 turns"."""
    try:
        change = effect(line)  # type: ignore[arg-type]
    except TabletopError:
        return str(line)
    name = Namer(scenario, seats)
    if change.set:
        return set_words(scenario, change.on, change.set, seats)
    turns = f" for {change.turns} turn{'s' if change.turns > 1 else ''}" if change.turns else ""
    return f"{name.figure(change.on)} {effect_line(change).removeprefix(change.on).split()[0]}{turns}"


def _rule(name: Namer, move: Rule) -> str:
    effects = "; ".join(effect_words(each, name.scenario, name.seats) for each in move.effects)
    return f"{outcome_words(move.outcome, move.item)}{f' ({effects})' if effects else ''}{after_colon(move.public)}"


def _adjust(name: Namer, move: Adjust) -> str:
    figure = name.figure(move.what)
    if move.amount is not None:
        return f"changes {figure} by {move.amount:+g}{after_colon(move.reason)}"
    value = decimal(move.value) if isinstance(move.value, float | int) else name.thing(move.value or "")
    return f"sets {figure} to {value}{after_colon(move.reason)}"


def _mode(name: Namer, move: Mode) -> str:
    return f"has results about {move.domain} found {_MODES.get(move.mode, move.mode)}{after_colon(move.reason)}"


def _red(name: Namer, move: Red) -> str:
    spec = name.scenario.red
    if move.source == "model":
        return f"lets the model play {spec.name}"
    levers = {lever.id: lever.name for lever in spec.levers}
    pressed = []
    for each in move.levers:
        lever = str(each.get("lever", ""))
        where = theatre_name(name.scenario, str(each["theatre"])) if each.get("theatre") else ""
        step = each.get("step")
        far = f", {step:+g}" if isinstance(step, int | float) and step else ""
        pressed.append(f"{levers.get(lever, lever)}{f' ({where}{far})' if where else ''}")
    return f"seals the order of {spec.name}: {listed(pressed) or 'nothing this turn'}{after_colon(move.why)}"


say(Rule, _rule)
say(Adjust, _adjust)
say(Mode, _mode)
say(Red, _red)
