"""What must hold between the fields of a scenario: sums, orders, who may hold what. No value is judged alone."""

from collections.abc import Mapping
from typing import Any

from tabletop.errors import did_you_mean
from tabletop.model.coefficients import Coefficients
from tabletop.model.forces import ForceSpec, ProgrammeSpec, Status
from tabletop.model.injects import InjectSpec
from tabletop.model.posts import PostSpec
from tabletop.model.seats import MeasureSpec, Objection, SeatSpec
from tabletop.model.theatres import TheatreSpec
from tabletop.reading.lines import Trail
from tabletop.rules.world.arithmetic import sum_of
from tabletop.scenario.ids import PLACES, tranche_ids
from tabletop.scenario.paths import RESERVED, check_outcome, check_path
from tabletop.scenario.proof import Contents, Proof, either

_NEAR = 1e-6


def check_sums(parts: Contents, proof: Proof) -> None:
    """Says everything that can't be so; `parts` are the scenario's fields as far as they could be read."""
    if "coefficients" in parts:
        _coefficients(parts["coefficients"], proof)
    _theatres(parts["theatres"], proof)
    _stocks(parts, proof)
    for file, entries in (("theatres.toml", parts["theatres"]), ("posts.toml", parts["posts"])):
        total = sum_of(each.weight for each in entries.values())
        if entries and len(entries) == len(proof.tables.get(file, {})) and abs(total - 1) > _NEAR:
            proof.say((file,), f"the weights of all {file.removesuffix('.toml')} sum to {total:g}", "should be 1")
    for post in parts["posts"].values():
        _post(post, proof)
    for force in parts["forces"].values():
        _force(force, proof)
    for programme in parts["programmes"].values():
        _programme(programme, parts["forces"], proof)
    _seats(parts, proof)
    _reserved(proof)
    for inject in parts["injects"].values():
        _inject(inject, proof)


def _coefficients(rates: Coefficients, proof: Proof) -> None:
    file = "coefficients.toml"
    exponents = rates.capability_exponent + rates.credibility_exponent + rates.clarity_exponent
    if abs(exponents - 1) > _NEAR:
        hint = "capability_exponent, credibility_exponent and clarity_exponent should sum to 1"
        proof.say((file, "capability_exponent", "value"), f"the three exponents sum to {exponents:g}", hint)
    if rates.capability_exponent < rates.credibility_exponent:
        hint = "should be at least credibility_exponent, else adding a force can lower deterrence"
        proof.say((file, "capability_exponent", "value"), f"capability_exponent is {rates.capability_exponent:g}", hint)
    for least, most in (("probe_least", "probe_most"), ("size_least", "size_most")):
        if getattr(rates, least) > getattr(rates, most):
            proof.say((file, least, "value"), f"{least} is more than {most}")


def _stocks(parts: Contents, proof: Proof) -> None:
    stocks = [area.id for area in parts.get("areas", {}).values() if area.stock]
    if len(stocks) > 1:
        proof.say(
            ("scenario.toml", "areas", stocks[1], "stock"), "one area keeps a stock already", f"it is '{stocks[0]}'"
        )
    users = [theatre.id for theatre in parts["theatres"].values() if theatre.days]
    if users and not stocks and parts.get("areas"):
        hint = "write stock = true under one of them"
        proof.say(
            ("scenario.toml", "areas"), f"no area keeps a stock, but theatre '{users[0]}' counts days of it", hint
        )


def _theatres(theatres: dict[str, TheatreSpec], proof: Proof) -> None:
    for theatre in theatres.values():
        at = ("theatres.toml", theatre.id, "weights")
        total = sum_of(theatre.weights)
        if abs(total - 1) > _NEAR:
            proof.say(at, f"its weights sum to {total:g}", "should be 1")
        for n, area in enumerate(proof.ids["area"] or ()):
            if theatre.weights[n] and not theatre.requirement[n]:
                hint = "give it a requirement or weight 0"
                proof.say(at, f"'{area}' has a weight and no requirement", hint, word=area)


def _post(post: PostSpec, proof: Proof) -> None:
    at = ("posts.toml", post.id)
    for key in ("holder", "to", "agreed"):
        member = getattr(post, key)
        if member and member not in post.may_hold:
            proof.say((*at, key), f"'{member}' is not among those who may hold it", "see its 'may_hold'", word=member)
    if bool(post.to) != bool(post.left):
        proof.say(at, "a handover under way has both 'to' and 'left'", "give both or neither")
    if post.agreed and post.to:
        proof.say((*at, "agreed"), "a handover is either under way ('to') or agreed", "keep one of them")


def _force(force: ForceSpec, proof: Proof) -> None:
    at = ("forces.toml", force.id)
    if force.opens == Status.LEAVING and not force.leaves:
        proof.say((*at, "opens"), "it opens as leaving and no turn says when it leaves", "write leaves = 1")
    if force.leaves and force.opens != Status.LEAVING:
        proof.say((*at, "leaves"), "it leaves but doesn't open as leaving", 'write opens = "leaving"')


def _programme(programme: ProgrammeSpec, forces: Mapping[str, ForceSpec], proof: Proof) -> None:
    at = ("programmes.toml", programme.id)
    if programme.first_lead > programme.lead:
        problem = f"its first tranche takes {programme.first_lead} turns, a later one {programme.lead}"
        proof.say((*at, "first_lead"), problem, "first_lead is at most lead")
    for key in ("leads", "payers"):
        if not getattr(programme, key):
            proof.say((*at, key), f"nobody stands in '{key}'")
    for tranche in tranche_ids(programme.id, programme.tranches):
        if tranche in forces:
            problem = f"'{tranche}' is also a tranche of programme '{programme.id}'"
            proof.say(("forces.toml", tranche), problem, "give the force another id")


def _seats(parts: Contents, proof: Proof) -> None:
    seats: dict[str, SeatSpec] = parts["seats"]
    homes: dict[str, str] = {}
    for seat in seats.values():
        at = ("seats.toml", seat.id)
        for member in seat.members:
            if member in homes:
                problem = f"'{member}' is also a member of seat '{homes[member]}'"
                proof.say((*at, "members"), problem, "a member has one seat", word=member)
            homes.setdefault(member, seat.id)
        if seat.role == "agenda" and seat.members:
            proof.say((*at, "members"), "an agenda seat has no members", 'write members = [] or role = "members"')
        if seat.role != "agenda" and not seat.members:
            hint = 'name some or write role = "agenda"'
            proof.say((*at, "members"), f"no members, and its role is '{seat.role}'", hint)
        _objectives(seat, parts.get("turns", 99), proof)
        for n, objection in enumerate(seat.objections):
            _objection(objection, len(seat.brief.red_lines), (*at, "objections", n), parts, proof)
    if "names" in parts:
        _anchor(parts["names"], seats, proof)


def _objection(objection: Objection, lines: int, at: Trail, parts: Contents, proof: Proof) -> None:
    if objection.red_line > lines:
        problem = f"'red_line' is {objection.red_line}, and the brief has {lines}"
        proof.say((*at, "red_line"), problem, "count the brief's red_lines from 1", word=str(objection.red_line))
    kind, _, about = objection.to.partition("/")
    text, posts = parts["texts"].get(kind), parts["posts"]
    known = {"post": posts, "force": parts["forces"], "theatre": parts["theatres"], "seat": parts["seats"]}
    if not (about in known.get(text.about, ()) if text and about else text or objection.to in posts):
        hint = did_you_mean(kind, (*parts["texts"], *posts)) or "name a text, a text and what it is about, or a post"
        proof.say((*at, "to"), f"there is no text or post '{objection.to}'", hint, word=objection.to)


def _reserved(proof: Proof) -> None:
    """Ids that the program means something else by. A save's scenario keeps what it was played with."""
    if proof.embedded:
        return
    for kind, words in RESERVED.items():
        for word in proof.ids.get(kind) or ():
            if word in words:
                file, table = PLACES[kind]
                at = (file, table, word) if table else (file, word)
                proof.say(at, f"'{word}' is a word that the program uses for itself", f"give the {kind} another id")
    share = next(iter(proof.ids.get("score") or ()), "")
    if share in RESERVED["track"] or share in (proof.ids.get("track") or ()):
        proof.say(("scenario.toml", "names", "share"), f"'{share}' is the name of another figure", "give it another")


def _anchor(names: Any, seats: dict[str, SeatSpec], proof: Proof) -> None:
    seat = seats.get(names.anchor_seat)
    if seat and seat.role != "anchor":
        proof.say(("seats.toml", seat.id, "role"), "the anchor's seat has another role", 'write role = "anchor"')
    if seat and names.anchor not in seat.members:
        proof.say(("seats.toml", seat.id, "members"), f"the anchor '{names.anchor}' is not among them")
    for other in seats.values():
        if other.role == "anchor" and other.id != names.anchor_seat:
            hint = f"names.anchor_seat is '{names.anchor_seat}'"
            proof.say(("seats.toml", other.id, "role"), "only one seat is the anchor's", hint)


def _objectives(seat: SeatSpec, turns: int, proof: Proof) -> None:
    at = ("seats.toml", seat.id)
    total = sum_of(objective.weight for objective in seat.objectives)
    if seat.objectives and abs(total - 100) > _NEAR:
        proof.say((*at, "objectives"), f"the weights of its objectives sum to {total:g}", "should be 100")
    for n, objective in enumerate(seat.objectives):
        if not objective.parts:
            proof.say((*at, "objectives", n), "it has no parts, so nothing measures it", "add [[...objectives.parts]]")
        for m, part in enumerate(objective.parts):
            _measure(part, (*at, "objectives", n, "parts", m), turns, proof)
        for k, cut in enumerate(objective.short):
            for m, part in enumerate(cut.parts):
                _measure(part, (*at, "objectives", n, "short", k, "parts", m), cut.turns, proof)


def _measure(part: MeasureSpec, at: Trail, turns: int, proof: Proof) -> None:
    if not part.paths:
        proof.say(at, "it measures nothing", "give 'path' or 'paths'")
    for word, _ in part.steps:
        if len(part.paths) == 1:
            check_outcome(part.paths[0], word, (*at, "steps"), proof)
    if not part.steps:
        _scale(part, at, proof)
    if (part.when == "at") != bool(part.at):
        proof.say(at, "'at' names the turns of when = \"at\"", "give both or neither")
    for turn in (*part.at, part.since):
        if turn > turns:
            proof.say(at, f"turn {turn} is after the last of {turns}", word=str(turn))


def _scale(part: MeasureSpec, at: Trail, proof: Proof) -> None:
    if part.floor == part.target:
        proof.say((*at, "target"), f"floor and target are both {part.floor:g}", "points run from floor to target")
    for path in part.paths:
        gives = check_path(path, at, proof, quiet=True)
        if gives:
            proof.say(at, f"'{path}' gives a word, not a number", "write steps = { word = points }", word=path)


def _inject(inject: InjectSpec, proof: Proof) -> None:
    at = ("injects.toml", inject.id)
    options = [option.id for option in inject.options]
    if inject.window[0] > inject.window[1]:
        proof.say((*at, "window"), f"its window ends in turn {inject.window[1]}, before it begins")
    if options and not inject.answers:
        proof.say(at, "it has options and no seat that answers", "name seats in 'answers'")
    if options and not inject.default:
        proof.say(at, "'default' is missing", f"write the id of an option: {either(options)}")
    if inject.default and inject.default not in options:
        hint = did_you_mean(inject.default, options)
        proof.say((*at, "default"), f"unknown option '{inject.default}'", hint, word=inject.default)
