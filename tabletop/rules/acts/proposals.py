"""What the model proposes for every item of the turn, before control rules: a dry run of adjudication, read by item."""

from collections.abc import Iterable

from tabletop.model.council import Text
from tabletop.model.injects import InjectState
from tabletop.model.proposals import Proposal
from tabletop.model.world import Change, World
from tabletop.rules.acts.act import ACTS
from tabletop.rules.acts.adjudicate import adjudicate
from tabletop.rules.acts.orders import thing
from tabletop.rules.turn.council import unheard, waits
from tabletop.rules.turn.injects import OPEN, answering, decided_first, in_short, title_of
from tabletop.rules.world.draft import Draft

#: How results of a domain are found where control has not said otherwise.
_DEFAULT_MODE = {
    "money": "rigid",
    "forces": "semi-rigid",
    "posts": "semi-rigid",
    "politics": "semi-rigid",
    "crisis": "matrix",
}


def proposals(world: World) -> tuple[Proposal, ...]:
    """Every item of the turn, those that need a person first."""
    outcome = rehearse(world)
    by_ref: dict[int, list[Change]] = {}
    for change in outcome.changes[len(world.changes) :]:
        if change.ref:
            by_ref.setdefault(change.ref, []).append(change)
    items = [*_orders(world, by_ref), *_texts(world, by_ref), *_answers(world, by_ref), *_free(world, by_ref)]
    return tuple(sorted(items, key=lambda p: not p.needs))


def rehearse(world: World) -> World:
    """The world as the turn would end under what is ordered now."""
    draft = Draft(world)
    adjudicate(draft)
    return draft.freeze()


def _mode(world: World, domain: str) -> str:
    return dict(world.modes).get(domain) or _DEFAULT_MODE[domain]


def _outcome(world: World, item: str) -> str:
    ruling = world.rulings.get(item)
    return ruling.outcome if ruling else ""


def _orders(world: World, by_ref: dict[int, list[Change]]) -> Iterable[Proposal]:
    claimants: dict[tuple[str, ...], str] = {}
    for seat, state in world.seats.items():
        for index, order in enumerate(state.orders):
            move = order.move
            if not move.order:
                continue  # a text on the table is an item of its own
            act = ACTS[type(move)]
            item = f"{seat}/{index}"
            changes = tuple(by_ref.get(order.ref, ()))
            needs = list(act.needs(world, move, changes)) if act.needs else []
            if act.contested:
                other = claimants.get(thing(move), seat)
                if other != seat:
                    needs.append(f"contradicts {world.seats[other].name}")
                claimants[thing(move)] = seat
            mode = _mode(world, act.domain)
            yield Proposal(
                item, order.ref, seat, move, move.do, changes, tuple(needs), act.domain, mode, _outcome(world, item)
            )


def _texts(world: World, by_ref: dict[int, list[Change]]) -> Iterable[Proposal]:
    for name, text in world.texts.items():
        if text.state == "open":
            needs = tuple(_text_needs(world, text))
            item = f"text/{name}"
            title = world.scenario.texts[text.kind].title
            changes = tuple(by_ref.get(text.ref, ()))
            yield Proposal(
                item, text.ref, text.sponsor, None, title, changes, needs,
                "politics", _mode(world, "politics"), _outcome(world, item),
            )  # fmt: skip


def _text_needs(world: World, text: Text) -> Iterable[str]:
    if text.broken:
        yield f"silence broken by {', '.join(world.seats[s].name for s in text.broken)}"
    elif late := unheard(world, text):
        then = "decided next turn" if waits(world, text.id) else "their silence binds"
        yield f"tabled too late for {', '.join(world.seats[s].name for s in late)}: {then}"


def _answers(world: World, by_ref: dict[int, list[Change]]) -> Iterable[Proposal]:
    for name, state in world.injects.items():
        if state.state not in (*OPEN, InjectState.ANSWERED) or not state.refs:
            continue
        item = f"inject/{name}"
        needs = tuple(_answer_needs(world, name))
        ref = state.refs[0]
        changes = tuple(by_ref.get(state.ref, ()))
        yield Proposal(
            item, ref, state.answers[0][0], None, title_of(world, name), changes, needs,
            "crisis", _mode(world, "crisis"), _outcome(world, item),
        )  # fmt: skip


def _answer_needs(world: World, name: str) -> Iterable[str]:
    """Words, which no rule reads; and answers that differ, with who gave which."""
    answers = dict(world.injects[name].answers)
    spec = world.scenario.injects.get(name)
    by_option: dict[str, list[str]] = {}
    for seat in answering(world, name) or tuple(answers):
        if seat in answers:
            by_option.setdefault(answers[seat], []).append(world.seats[seat].name or seat)
    if "" in by_option:
        yield f"answered in words by {', '.join(by_option[''])}"
    if spec is not None and len(by_option) > 1:
        camps = [f"{' and '.join(who)} {in_short(spec, o) if o else 'in words'}" for o, who in by_option.items()]
        first = decided_first(world, name)
        stands = f"; of equals the choice of {world.seats[first].name or first} stands, asked first" if first else ""
        yield f"contested {':'.join(str(len(who)) for who in by_option.values())}: {', '.join(camps)}{stands}"


def _free(world: World, by_ref: dict[int, list[Change]]) -> Iterable[Proposal]:
    for free in world.free_moves:
        if free.turn == world.turn:
            item = f"free/{free.seat}/{free.number}"
            needs = () if item in world.rulings else ("a free move",)
            mode = _mode(world, "crisis")
            yield Proposal(
                item, free.ref, free.seat, None, "free move", (), needs, "crisis", mode, _outcome(world, item)
            )
