"""The law's floor under the anchor's people in the others' countries, and the post that the law keeps."""

from tabletop.model.cause import because
from tabletop.model.figures.forms import CAPITAL
from tabletop.model.figures.path import path_of
from tabletop.model.forces import Status
from tabletop.model.inner import UNCERTIFIED
from tabletop.rules.scores.numbers import personnel
from tabletop.rules.world.arithmetic import count_of
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.figures import move, nudge, settle
from tabletop.rules.world.frame import Frame
from tabletop.rules.world.memory import by_scenario


def uncertified(draft: Draft) -> int:
    """People of the anchor who have left the others' countries without a full match and without a certificate."""
    texts = draft.scenario.texts
    good = {
        text.about for text in draft.texts.values() if text.state == "standing" and texts[text.kind].rule == "certify"
    }
    good |= {each.force for each in draft.departures if each.matched}
    forces, elsewhere = draft.forces, Status.ELSEWHERE
    return count_of(
        [people for force, people in _abroad(draft.frame) if forces[force].status is elsewhere and force not in good]
    )


@by_scenario
def _abroad(frame: Frame) -> list[tuple[str, int]]:
    """The anchor's packages that opened in the others' countries, and their people."""
    specs, anchor = frame.scenario.forces, frame.scenario.names.anchor
    return [
        (force, specs[force].personnel)
        for force in frame.anchors
        if specs[force].host != anchor and specs[force].opens != Status.ELSEWHERE.value
    ]


def floor(draft: Draft) -> None:
    """Below the law's floor, or with the protected post given away, every turn costs."""
    k = draft.scenario.coefficients
    names, legal = draft.scenario.names, draft.scenario.legal
    settle(draft, UNCERTIFIED, float(uncertified(draft)), because("uncertified"))
    gone = draft.figures.get(UNCERTIFIED, 0.0)
    missing = min(legal.floor - personnel(draft), gone) if gone else 0.0
    capital = path_of(CAPITAL, names.anchor_seat)
    if missing > 0:
        steps = missing / k.floor_step
        cause = because("below-floor")
        nudge(draft, names.cohesion, k.floor_cohesion * steps, cause)
        nudge(draft, names.trust, k.floor_trust * steps, cause)
        move(draft, capital, k.floor_capital * steps, cause)
    post = draft.posts[names.anchor_post]
    if draft.scenario.posts[names.anchor_post].protected and post.holder != names.anchor:
        move(draft, capital, k.anchor_post_capital, because("post-barred", names.anchor_post), post.ref)
