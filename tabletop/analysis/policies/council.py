"""Consents, texts and posts: what bots agree to, put on the table and hand over."""

from collections.abc import Iterator

from tabletop.analysis.policies.bargains import is_paid, price_of_post
from tabletop.analysis.policies.course import Course
from tabletop.analysis.policies.goals import Goals
from tabletop.analysis.policies.posture import leaving_in, matched_now
from tabletop.analysis.policies.sayings import saying
from tabletop.analysis.policies.stakes import net, of_effects, over_post
from tabletop.analysis.policies.voices import voices
from tabletop.model.inner import OVERLOAD
from tabletop.model.moves import AcceptHandover, Message, Move, ProposeHandover, RefuseHandover, TableText
from tabletop.model.world import World
from tabletop.rules.acts.reasons import RED_LINE
from tabletop.rules.turn.posts import parties
from tabletop.rules.world.arithmetic import count_of
from tabletop.rules.world.chance import draw

#: How likely in a turn a chair that speaks tables a text of politics, and an anchor a certificate for what goes.
POLITICS, CERTIFIES = 0.4, 0.3
#: Turns for which a text that has been on the table is let rest; points of hope that weigh as much as all of chance.
REST, HOPE = 2, 6.0


def consents(world: World, seat: str, course: Course, goals: Goals, seed: str = "") -> Iterator[Move]:
    """Answers every handover and every text on the table. A post is refused that it wants elsewhere or does not give
    away: a bot that speaks says for what, and names its price if it has one."""
    for post, state in world.posts.items():
        if state.status == "proposed" and seat not in state.consents and seat in parties(world, post, state.to):
            wanted = goals.posts.get(post, "")
            mine = world.seat_of(state.holder) == seat
            if (wanted and state.to != wanted) or (mine and not _gives(world, seat, course, post)):
                yield from _refusal(world, seat, course, post, seed)
            else:
                yield AcceptHandover(seat=seat, post=post)
    if world.texts:
        yield from voices(world, seat, course, seed)


def _refusal(world: World, seat: str, course: Course, post: str, seed: str) -> Iterator[Move]:
    if not course.speaks:
        yield RefuseHandover(seat=seat, post=post)
        return
    stock, why = world.scenario.sayings, over_post(world, seat, post)
    yield RefuseHandover(seat=seat, post=post, words=saying(world, stock.refuses, seed, seat, post), why=why)
    other = world.seat_of(world.posts[post].to)
    asks = "" if why.startswith(f"{RED_LINE}/") or other == seat else price_of_post(world, seat, post)
    if asks and (text := saying(world, stock.asks, seed, seat, post)):
        yield Message(seat=seat, to=other, text=text, asks=asks, against=post)


def _gives(world: World, seat: str, course: Course, post: str) -> bool:
    """Whether the holder's seat lets a post go: as agreed at the opening, or as its course hands over."""
    names, spec, to = world.scenario.names, world.scenario.posts[post], world.posts[post].to
    if spec.agreed == to or world.seat_of(to) == seat:
        return True
    if seat != names.anchor_seat:
        return False
    if post == names.anchor_post or spec.protected:
        return course.give_anchor
    return _handed(world) < course.posts or (course.speaks and is_paid(world, seat, post))


def _handed(world: World) -> int:
    """Posts that the anchor has handed over since the opening, or is handing over."""
    names, specs = world.scenario.names, world.scenario.posts
    return count_of(
        specs[post].holder == names.anchor
        and not (specs[post].to and specs[post].to != names.anchor)
        and (state.holder != names.anchor or (state.status == "transition" and state.to != names.anchor))
        for post, state in world.posts.items()
    )


def agenda(world: World, seat: str, course: Course, goals: Goals, seed: str = "") -> Iterator[TableText]:
    """From the chair: from one that plays for its objectives, the texts that they ask for; no surprises, once; a
    certificate for each departure that is matched; from one that speaks, now and then a text of politics too."""
    asked = [kind for kind in goals.texts if course.answers == "own" and not _late(world, kind)]
    yield from (TableText(seat=seat, kind=kind) for kind in asked)
    for kind, spec in world.scenario.texts.items():
        if spec.rule == "no-surprise" and kind not in world.texts and kind not in asked:
            yield TableText(seat=seat, kind=kind)
        elif spec.rule == "certify" and spec.about == "force":
            for name in matched_now(world):
                if f"{kind}/{name}" not in world.texts:
                    yield TableText(seat=seat, kind=kind, about=name)
    if course.speaks and draw(seed, world.turn, "agenda", seat) < POLITICS:
        yield from (text for text in _politics(world, seat, seed) if text.kind not in asked)


def _politics(world: World, seat: str, seed: str) -> Iterator[TableText]:
    """Of the texts about nothing in particular that are not on the table and have not lately been, the one from which
    most is hoped, with some chance in it."""
    scenario = world.scenario
    found = [
        (draw(seed, world.turn, "text", kind) - net(of_effects(scenario, seat, world.turns, kind)) / HOPE, kind)
        for kind, spec in scenario.texts.items()
        if not spec.about and not spec.rule and not _late(world, kind)
    ]
    if found:
        yield TableText(seat=seat, kind=max(found)[1])


def _late(world: World, kind: str) -> bool:
    """Whether a kind of text is before the council, or was a short while ago."""
    text = world.texts.get(kind)
    return text is not None and (text.state in ("open", "standing") or world.turn - text.turn <= REST)


def certificates(world: World, seat: str, seed: str) -> Iterator[TableText]:
    """From the anchor's seat: now and then a certificate for the largest package that goes, matched or not."""
    going = leaving_in(world, world.turn)
    if not going or draw(seed, world.turn, "certify", seat) >= CERTIFIES:
        return
    specs = world.scenario.forces
    for kind, spec in world.scenario.texts.items():
        if spec.rule == "certify" and spec.about == "force":
            force = max(going, key=lambda name: (specs[name].personnel, name))
            if f"{kind}/{force}" not in world.texts:
                yield TableText(seat=seat, kind=kind, about=force)


def handovers(world: World, course: Course, goals: Goals) -> Iterator[ProposeHandover]:
    """From the anchor's seat: one post at a time, heaviest first, never the anchor post but on the way out."""
    names, specs = world.scenario.names, world.scenario.posts
    seat = names.anchor_seat
    if course.give_anchor and world.turn > 5 and world.posts[names.anchor_post].holder == names.anchor:
        if world.posts[names.anchor_post].status == "held":
            yield from _offered(world, seat, names.anchor_post)
        return
    if _handed(world) >= course.posts or world.figures[OVERLOAD] >= 1:
        return
    mine = [
        post
        for post, state in world.posts.items()
        if state.holder == names.anchor
        and state.status == "held"
        and post != names.anchor_post
        and not specs[post].protected
        and specs[post].cohesion > 0
    ]
    if mine:
        post = max(mine, key=lambda post: specs[post].weight)
        yield from _offered(world, seat, post)


def claims(world: World, seat: str, goals: Goals) -> Iterator[ProposeHandover]:
    """From any seat: a post its objectives want for one of its members, or that is agreed for it."""
    for post, spec in world.scenario.posts.items():
        state = world.posts[post]
        wanted = goals.posts.get(post, "")
        if not wanted or state.status != "held" or state.holder == wanted or wanted not in spec.may_hold:
            continue
        if seat in parties(world, post, wanted):
            yield ProposeHandover(seat=seat, post=post, to=wanted)


def _offered(world: World, seat: str, post: str) -> Iterator[ProposeHandover]:
    """A post to who may hold it, is played, and holds least yet; to nobody where there is no such member."""
    anchor = world.scenario.names.anchor
    specs = world.scenario.posts
    weights: dict[str, float] = {}
    for name, state in world.posts.items():
        seat = world.seat_of(state.to or state.holder)
        weights[seat] = weights.get(seat, 0.0) + specs[name].weight
    able = [m for m in specs[post].may_hold if m != anchor and world.seat_of(m)]
    if able:
        yield ProposeHandover(seat=seat, post=post, to=min(able, key=lambda m: weights.get(world.seat_of(m), 0.0)))
