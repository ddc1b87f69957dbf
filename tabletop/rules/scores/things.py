"""Reads what may be asked of a force, a programme, a post, an inject or a text. Knows no grammar of paths."""

from tabletop.model.world import World
from tabletop.rules.scores.reader import Reader, UnknownPath
from tabletop.rules.world.frame import there


def _replaced(world: World, force: str) -> str:
    state = world.forces[force]
    if there(state):
        return "in-place"
    return "matched" if world.matched(force) else "gone"


def _settled(world: World, post: str) -> float:
    state = world.posts[post]
    return float(state.status != "transition" and state.holder != world.scenario.names.anchor)


def _settled_with(world: World, post: str, member: str) -> float:
    state = world.posts[post]
    return float(state.settled) if state.status != "transition" and state.holder == member else 0.0


def _outcome(world: World, inject: str) -> str:
    """How an inject ended, or else its chain; a chain may stand in the place of the inject."""
    state = world.injects.get(inject)
    if state is None:
        return world.chains.get(inject, "")
    spec = world.scenario.injects.get(inject)
    return state.outcome or (world.chains.get(spec.chain, "") if spec else "")


def _text(world: World, kind: str, about: str = "") -> str:
    name = f"{kind}/{about}" if about else kind
    if name in world.texts:
        return world.texts[name].state
    if kind in world.scenario.texts:
        return "untabled"
    raise UnknownPath(name)


#: By the form of a path.
THINGS: dict[str, Reader] = {
    "force/FORCE/status": lambda world, force: world.forces[force].status.value,
    "force/FORCE/theatre": lambda world, force: world.forces[force].theatre,
    "force/FORCE/owner": lambda world, force: world.scenario.forces[force].owner,
    "force/FORCE/in-place": lambda world, force: float(there(world.forces[force])),
    "force/FORCE/replaced": _replaced,
    "programme/PROGRAMME/status": lambda world, programme: world.programmes[programme].status,
    "programme/PROGRAMME/in-place": lambda world, programme: float(world.programmes[programme].delivered > 0),
    "programme/PROGRAMME/ordered": lambda world, programme: float(world.programmes[programme].ordered),
    "programme/PROGRAMME/delivered": lambda world, programme: float(world.programmes[programme].delivered),
    "post/POST/holder": lambda world, post: world.posts[post].holder,
    "post/POST/status": lambda world, post: world.posts[post].status,
    "post/POST/settled": _settled,
    "post/POST/settled-with/MEMBER": _settled_with,
    "inject/INJECT/state": lambda world, inject: world.injects[inject].state.value,
    "inject/INJECT/outcome": _outcome,
    "chain/CHAIN": lambda world, chain: world.chains.get(chain, ""),
    "text/TEXT/state": _text,
    "text/TEXT/ABOUT/state": _text,
}
