"""What a cause is called: one line for each kind. Nothing is decided by these words, and no record holds them."""

from collections.abc import Callable, Mapping
from typing import Final

from tabletop.model.cause import ABOUT, Cause
from tabletop.model.council import TextSpec
from tabletop.model.scenario import Scenario
from tabletop.model.world import World
from tabletop.rules.turn.injects import in_short
from tabletop.words import names
from tabletop.words.forces import agreed
from tabletop.words.names import SeatStates, name_in

#: By kind, the sentence; in braces what the cause is about (`ABOUT`), {who}, or a word of the scenario; "{the force}"
#: where the name stands inside the sentence.
SENTENCES: dict[str, str] = {
    "rebuilds": "{adversary} rebuilds",
    "rebuilds-faster": "{adversary} rebuilds faster than thought",
    "rebuilds-slower": "{adversary} rebuilds slower than thought",
    "lever": '{adversary} played "{lever}"',
    "probe-hit": "probe in {the theatre} succeeds",
    "probe-repelled": "probe in {the theatre} repelled",
    "text-stands": "{text} stands",
    "text-agreed": "{text} agreed",
    "text-fell": "{text} fell",
    "text-fell-in-public": "{text} fell in public",
    "silence-broken": "silence broken on {text}",
    "promise-kept": "promise kept: {seat}",
    "promise-broken": "promise broken: {seat}",
    "declaration": '{seat} declares "{stance}"',
    "mood": "the mood in {the anchor}",
    "settles": "{track} settles",
    "words-settle": "words settle",
    "words-refresh": "words gain weight again",
    "calm-returns": "calm returns",
    "gap-closes": "the gap closes",
    "spending-raised": "spending raised above the path",
    "pledge-missed": "{member} below its pledge",
    "pledges-kept": "pledges kept again",
    "money-lapses": "unspent money lapses",
    "income": "next half-year's programme money",
    "inject": "{inject}",
    "answer": "{inject}: {seat} answers {option}",
    "default-answer": "{inject}: {option}",
    "ruling": "ruling",
    "argument": "argument",
    "adjustment": "control's adjustment",
    "moves": "{force} {moves}",
    "returns": "{force} {returns}",
    "called-away": "{force} {is} called away again",
    "backfill": "backfill",
    "new-date": "{force}: a new date",
    "announced": "{force}: withdrawal announced",
    "cancelled": "{force}: withdrawal cancelled",
    "left": "{force} withdrawn",
    "left-matched": "{force} withdrawn, matched",
    "left-by-surprise": "{force} withdrawn by surprise",
    "counted": "withdrawn",
    "counted-matched": "withdrawn, matched",
    "counted-by-surprise": "withdrawn by surprise",
    "leaves-matched": "{force} {leaves} matched",
    "leaves-unmatched": "{force} {leaves} unmatched",
    "leaves-by-surprise": "{force} {leaves} by surprise",
    "leaves-gap": "{force} {leaves} a gap",
    "stands-in": "stands in for {the force}",
    "nobody-stands-in": "nobody stands in for {the force}",
    "forces-leave": "forces leave",
    "alarm-fades": "alarm fades",
    "uncertified": "gone without a match or a certificate",
    "below-floor": "below the legal floor, uncertified",
    "post-proposed": "proposed",
    "post-agreed": "consent",
    "post-refused": "refused",
    "post-taken-back": "taken back",
    "post-lapsed": "proposal lapsed",
    "post-begins": "{post} begins its handover",
    "post-transition": "{post} in transition",
    "post-handed-over": "{post} handed over",
    "held": "held",
    "post-barred": "a post barred by law given up",
    "recruits": "recruits",
    "slips": "{force} {slips} a turn",
    "waits-behind": "{force} {waits} behind {the anchor}'s own orders",
    "waits-for-soldiers": "{force} {waits} for soldiers",
    "manned": "{force} {is} manned",
    "arrives": "{force} {arrives}",
    "stands": "{force} {stands}",
    "tranche-ordered": "{programme}: a tranche ordered",
    "orders-placed": "{track}: orders placed",
    "investment": "{industry}: {way} investment",
    "readiness": "readiness: {seat}",
    "readiness-paid": "running money for readiness",
    "moved-ready": "forces moved at readiness {level}%",
    "stock-used": "{area}: more is used up than {industry} refills",
    "stock-refilled": "{area}: {industry} refills more than is used up",
    "government": "a half-year of government",
    "opinion-settles": "opinion settles",
    "rise-too-fast": "spending rises faster than voters accept",
    "too-little-done": "voters alarmed, too little done",
    "unlogged": "{figure}",
    "needs-grow": "{adversary} rebuilds its army: more is needed",
    "needs-grow-faster": "{adversary} rebuilds its army faster than thought: more is needed",
    "needs-grow-slower": "{adversary} rebuilds its army slower than thought: a little more is needed",
    "forces-kept": "{seat}: budgets keep more of today's forces",
    "forces-age": "{seat}: forces age and budgets do not keep them up",
    "pressure-felt": "pressure by {adversary} is felt",
    "settles-towards": "{track} settles towards {to}{reasons}",
    "rise-noticed": "{anchor} notices that {own} allies spend more than they must",
    "election-closer": "{member} votes: {winners} win",
    "election-away": "{member} votes: {winners} win",
    "settles-in": "{force} {has} arrived and {counts} in full",
    "match-lapses": "the match for {the force} lapses",
    "match-comes": "the match for {the force} comes late",
    "certificate-contradicted": "{force} {was} certified as matched and {is} not",
    "not-hosted": "nobody will host {the force}",
    "pulled": "{seat} pulls {the force} from its host",
    "post-hurried": "{post} changes hands unprepared",
    "post-prepared": "{post} was handed over well prepared",
    "post-forced": "{post} is taken against {the anchor}'s will",
}
VERBS: Final = frozenset(
    {"leaves", "moves", "returns", "is", "slips", "waits", "arrives", "stands", "has", "counts", "was"}
)
"""What agrees with the force in whose sentence it stands in braces."""
_WEARS_OFF = "{sentence} (wears off)"


def cause_words(cause: Cause, scenario: Scenario, seats: SeatStates | None = None) -> str:
    """A cause as a sentence, no capital, no full stop. `seats`: the world's, for their names in this session."""
    sentence = SENTENCES[cause.kind].format_map(_Names(cause, scenario, seats))
    return _WEARS_OFF.format(sentence=sentence) if cause.wears_off else sentence


def wording(cause: Cause, world: World) -> str:
    """The same, for a cause of a world."""
    return cause_words(cause, world.scenario, world.seats)


class _Names(dict[str, str]):
    """The names that a sentence asks for, found as it asks."""

    def __init__(self, cause: Cause, scenario: Scenario, seats: SeatStates | None) -> None:
        self.cause, self.scenario, self.seats = cause, scenario, seats
        self.ids = dict(zip(ABOUT[cause.kind], cause.about, strict=True))

    def __missing__(self, word: str) -> str:
        scenario, who = self.scenario, self.cause.who
        the, word = word.startswith("the "), word.removeprefix("the ")
        match word:
            case _ if word in VERBS:
                return agreed(names.force_name(scenario, self.ids["force"]), word)
            case "seat":
                return names.seat_name(scenario, who, self.seats, the=the)
            case "member":
                return names.member_name(scenario, who, the=the)
            case "winners":
                return names.positions(scenario, who)[self.cause.kind == "election-away"]
            case "anchor":
                return names.seat_name(scenario, scenario.names.anchor_seat, the=the)
            case "industry":
                return name_in(scenario.tracks, scenario.names.industry)
            case "adversary":
                return scenario.names.adversary
            case "own":
                return scenario.names.own
            case "option":
                spec, option = scenario.injects.get(self.ids["inject"]), self.ids["option"]
                return in_short(spec, option) if spec else option
        name, kinds = _NAMES[word](scenario, self.ids[word]), _WITH_ARTICLE.get(word)
        return names.with_article(name, kinds(scenario).get(self.ids[word])) if the and kinds else name


def _titled(texts: Mapping[str, TextSpec], text: str) -> str:
    kind = text.partition("/")[0]
    return texts[kind].title if kind in texts else kind


#: What draws a track up, and down.
_REASONS = {
    "spending": ("{own} allies spend more", "{own} allies spend little"),
    "shortfall": ("pledges are kept", "pledges are missed"),
    "posts": ("posts stay", "posts have been handed over"),
    "elsewhere": ("attention comes back", "attention goes elsewhere"),
}


def _because(scenario: Scenario, pulls: str) -> str:
    """What draws a track, most first: ": European allies spend more, Trust is low"; "" for nothing worth naming."""
    reasons = [_reason(scenario, pull[:-1], up=pull.endswith("+")) for pull in pulls.split()]
    return f": {', '.join(reasons)}" if reasons else ""


def _reason(scenario: Scenario, what: str, *, up: bool) -> str:
    if what in _REASONS:
        return _REASONS[what][not up].format(own=scenario.names.own)
    return f"{name_in(scenario.tracks, what)} is {'high' if up else 'low'}"


#: The name of what a cause is about; an id that means nothing to the reader stays as it is.
_NAMES: dict[str, Callable[[Scenario, str], str]] = {
    "lever": lambda scenario, lever: name_in({spec.id: spec for spec in scenario.red.levers}, lever),
    "theatre": names.theatre_name,
    "text": lambda scenario, text: _titled(scenario.texts, text),
    "stance": lambda scenario, stance: name_in(scenario.stances, stance),
    "track": lambda scenario, track: name_in(scenario.tracks, track),
    "to": lambda scenario, level: level,
    "reasons": lambda scenario, pulls: _because(scenario, pulls),
    "force": names.force_name,
    "post": names.post_name,
    "programme": lambda scenario, programme: name_in(scenario.programmes, programme),
    "way": lambda scenario, way: name_in(scenario.ways, way),
    "inject": names.inject_name,
    "area": lambda scenario, area: name_in(scenario.areas, area),
    "level": lambda scenario, level: level,
    "figure": lambda scenario, figure: figure,
}

#: What of these a sentence may name with an article.
_WITH_ARTICLE: dict[str, Callable[[Scenario], Mapping[str, object]]] = {
    "theatre": lambda scenario: scenario.theatres,
    "force": lambda scenario: scenario.forces,
    "post": lambda scenario: scenario.posts,
}
