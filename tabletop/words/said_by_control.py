"""What control's move says, as the second half of a sentence: "accepts move 12"."""

from tabletop.errors import TabletopError
from tabletop.model.grammar import effect, effect_line
from tabletop.model.moves import (
    Adjust,
    Advance,
    Bookmark,
    CancelInject,
    Clock,
    Display,
    End,
    Fact,
    FireInject,
    HoldInject,
    Mode,
    Move,
    Note,
    Odds,
    Pause,
    PlaySeat,
    Practice,
    Red,
    Redact,
    Redo,
    ReleaseInject,
    Resume,
    Roll,
    Rule,
    Show,
    Silence,
    Sitrep,
    Start,
    Talk,
    Undo,
    Verdict,
    WriteInject,
)
from tabletop.model.scenario import Scenario
from tabletop.words import names
from tabletop.words.names import Seats, listed
from tabletop.words.said import after_colon, number, quoted

_ON = {
    "brief": "opens orders",
    "orders": "closes orders",
    "red": "opens the sealed orders",
    "adjudicate": "lets the results stand",
    "review": "opens the next turn",
}
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


def control_said(move: Move, scenario: Scenario, seats: Seats | None = None, phase: str = "") -> str:
    """What a move of control's says. `phase`: the one in which it was made, for what an advance leads to."""
    match move:
        case Start():
            return "starts the exercise"
        case Pause():
            return "pauses the exercise"
        case Resume():
            return "resumes the exercise"
        case End():
            return "ends the exercise"
        case Advance():
            return _ON.get(phase, "goes on to the next phase")
        case Practice():
            return "begins a practice turn" if move.act == "begin" else "ends the practice turn and throws it away"
        case PlaySeat():
            bot = move.player.removeprefix("bot:")
            who = "a team" if bot == move.player else f"the bot {bot}"
            return f"gives {names.seat_name(scenario, move.name, seats)} to {who}"
        case Undo():
            return f"goes back to move {move.to}" if move.to else "goes back to the opening"
        case Redo():
            return "takes the last undo back"
        case Redact():
            return f"takes the words out of move {move.entry}"
    return _at_the_table(move, scenario, seats) or _ruled(move, scenario, seats) or move.do.replace("-", " ")


def outcome_words(outcome: str, item: int | str) -> str:
    """ "accepts move 12"; an unknown outcome is named."""
    return _OUTCOMES.get(outcome, f"rules on move {{item}}: {outcome}").format(item=item)


def effect_words(told: object, scenario: Scenario, seats: Seats | None = None) -> str:
    """An effect, a line or a table, in words: "Cohesion -2", "Pass pressure +3 for 2 turns"."""
    try:
        read = effect(told)  # type: ignore[arg-type]
    except TabletopError:
        return str(told)
    name = names.figure_words(scenario, read.on, seats)
    if read.set:
        return f"{name} becomes {names.thing_name(scenario, read.set, seats)}"
    turns = f" for {read.turns} turn{'s' if read.turns > 1 else ''}" if read.turns else ""
    return f"{name} {effect_line(read).removeprefix(read.on).split()[0]}{turns}"


def _at_the_table(move: Move, scenario: Scenario, seats: Seats | None) -> str | None:
    match move:
        case FireInject():
            return f"delivers {quoted(names.inject_name(scenario, move.inject))}"
        case HoldInject():
            return f"holds back {quoted(names.inject_name(scenario, move.inject))}"
        case ReleaseInject():
            return f"releases {quoted(names.inject_name(scenario, move.inject))}"
        case CancelInject():
            return f"cancels {quoted(names.inject_name(scenario, move.inject))}"
        case WriteInject():
            return f"delivers {quoted(move.title) or move.inject}, written just now"
        case Talk():
            who = listed([names.seat_name(scenario, seat, seats) for seat in move.seats]) or "some seats"
            minutes = f", {_minutes(move.minutes)}" if move.minutes else ""
            return f"logs a talk between {who}{minutes}{after_colon(move.text)}"
        case Clock():
            minutes = _minutes(abs(move.seconds) / 60)
            told = {"start": "starts the clock", "stop": "stops the clock", "set": f"sets the clock to {minutes}"}
            return told.get(move.act, f"gives {minutes} more")
        case Bookmark():
            return f"marks this place{after_colon(move.text)}"
        case Show(to="control"):
            return f"opens {move.what}"
        case Show():
            return f"shows {move.what} to {names.seat_name(scenario, move.to, seats)}"
        case Sitrep():
            return f"reads the situation report{after_colon(move.text)}"
        case Display():
            return "shows the prepared picture to the room" if move.act == "push" else "blanks the public screen"
        case Note():
            about = f" on {names.seat_name(scenario, move.about, seats)}" if move.about else ""
            back = f" for turn {move.at}" if move.at else ""
            return f"notes an {move.kind}{about}{back}: {quoted(move.text)}".replace("an quote", "a quote").replace(
                "an recommendation", "a recommendation"
            )
    return None


def _ruled(move: Move, scenario: Scenario, seats: Seats | None) -> str | None:
    match move:
        case Red():
            return _red(move, scenario)
        case Rule():
            told = [effect_words(e, scenario, seats) for e in move.effects]
            effects = f" ({'; '.join(told)})" if told else ""
            return f"{outcome_words(move.outcome, move.item)}{effects}{after_colon(move.public)}"
        case Odds():
            chance = move.word or f"{number(move.chance or 0.0)} %"
            return f"locks the odds of move {move.move}: {chance}"
        case Roll():
            return f"enters the dice for move {move.move}: {move.dice}" if move.dice else f"rolls for move {move.move}"
        case Fact():
            return f"establishes as a fact{after_colon(move.text)}"
        case Silence():
            text = quoted(names.text_name(scenario, move.proposal, seats))
            who = listed([names.seat_name(scenario, seat, seats) for seat in move.seats]) or "some seats"
            then = "leaves it for the next turn" if move.act == "wait" else "lets their silence bind"
            return f"finds that {text} was tabled too late for {who} and {then}"
        case Verdict():
            return f"finds the promise of move {move.promise} {move.state}"
        case Mode():
            how = _MODES.get(move.mode, move.mode)
            return f"has results about {move.domain} found {how}{after_colon(move.reason)}"
        case Adjust():
            name = names.score_name(scenario, move.what, seats)
            if move.amount is not None:
                return f"changes {name} by {move.amount:+g}{after_colon(move.reason)}"
            value = number(move.value) if isinstance(move.value, float | int) else _word(move.value, scenario)
            return f"sets {name} to {value}{after_colon(move.reason)}"
    return None


def _word(word: str | None, scenario: Scenario) -> str:
    """What a thing was set to: somewhere, somebody, or a state."""
    return names.thing_name(scenario, word or "")


def _red(move: Red, scenario: Scenario) -> str:
    name = scenario.red.name
    if move.source == "model":
        return f"lets the model play {name}"
    levers = {lever.id: lever.name for lever in scenario.red.levers}
    told = []
    for each in move.levers:
        lever = str(each.get("lever", ""))
        where = names.theatre_name(scenario, str(each["theatre"])) if each.get("theatre") else ""
        step = each.get("step")
        told.append(
            f"{levers.get(lever, lever)}"
            + (f" ({where}{f', {step:+g}' if isinstance(step, int | float) and step else ''})" if where else "")
        )
    return f"seals the order of {name}: {listed(told) or 'nothing this turn'}{after_colon(move.why)}"


def _minutes(count: float) -> str:
    told = number(count)
    return f"{told} minute" if told == "1" else f"{told} minutes"
