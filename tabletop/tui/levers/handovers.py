"""A handover as its table and dialog tell it: who must agree, the dip while it runs, what stays."""

from textual.content import Content

from tabletop.model.moves import Move
from tabletop.table.levers import Levers
from tabletop.tui.kit.cells import dotted
from tabletop.tui.kit.pick import Choice, Pick, priced
from tabletop.tui.levers.pricing import aims_part, effect_part, effects_line
from tabletop.tui.look import palette
from tabletop.words.handovers import agreement_words, waits_for
from tabletop.words.names import member_name, post_name


def handover(levers: Levers, post: str) -> Pick[Move]:
    """Every handover of a post that the seat may propose, with its price; for nobody every one that can be imagined,
    to look at."""
    scenario = levers.world.scenario
    moves = levers.handovers.candidates(post) if levers.seat else levers.handovers.imagined(post)
    rows = [
        Choice(
            move if levers.seat else None,
            member_name(scenario, move.to),
            Content.styled(who_agrees(levers, post, move.to), palette.LABEL),
            handover_effects(levers, post, move.to),
        )
        for move in moves
    ]
    title = f"Hand over {post_name(scenario, post, the=True)}"
    note = "Open to the parties at once; it begins when all of them agree."
    if levers.seat:
        return priced(title, rows, note)
    return priced(title, rows, f"{note} To propose it, take a seat in hand first (6, Enter).", "↑ ↓ · Esc back")


def who_agrees(levers: Levers, post: str, to: str) -> str:
    """ "Berlin and Warsaw must agree"."""
    posts, world = levers.handovers, levers.world
    return agreement_words(posts.parties(post, to), world.scenario, world.seats, settled=posts.settled(post, to))


def who_waits(levers: Levers, post: str) -> str:
    """ ", waits for Berlin": the parties of a proposal that have not agreed."""
    return waits_for(levers.handovers.waits(post), levers.world.scenario, levers.world.seats)


def handover_effects(levers: Levers, post: str, to: str) -> Content:
    """The dip while it runs, then what comes after."""
    world, scenario = levers.world, levers.world.scenario
    spec, state = scenario.posts[post], world.posts[post]
    left = state.left if state.status == "transition" else spec.transition
    turns = f"{left} turn{'s' if left != 1 else ''}"
    dip = effects_line(world, levers.handovers.dip(post, to), 3)
    if own := aims_part(levers, levers.handovers.aims(post, to)):
        dip = dotted([own, dip])
    during = Content.assemble((f"In transition for {turns}: ", palette.LABEL), dip)
    parts = [effect_part(world, name, amount) for name, amount in levers.handovers.afterwards(post, to).items()]
    if state.holder == scenario.names.anchor and spec.protected:
        parts.append(Content.styled("barred by law: costs political capital every turn", palette.LOW))
    if to == scenario.names.anchor or state.holder == scenario.names.anchor:
        parts.append(Content.styled(f"the {scenario.names.own} part in command changes", palette.LABEL))
    after = dotted(parts) if parts else Content.styled("nothing but the name on the door", palette.LABEL)
    return Content.assemble(during, "\n", ("Then: ", palette.LABEL), after)


def status_words(levers: Levers, post: str, brief: bool = False) -> Content:
    """Where a post stands: held, agreed and not begun, proposed, in transition. `brief`: without how long, and without
    who agrees."""
    world = levers.world
    spec, state = world.scenario.posts[post], world.posts[post]
    to = member_name(world.scenario, state.to, the=not brief) if state.to else ""
    match state.status:
        case "transition":
            turns = "" if brief else f", {state.left} turn{'s' if state.left != 1 else ''}"
            way = "settles in" if state.to == state.holder else f"to {to}"
            return Content.styled(f"{way}{turns}", palette.LOW)
        case "proposed":
            agreed = "?" if not levers.handovers.agreed(post) else "" if brief else ": all agree"
            return Content.styled(f"▸ to {to}{agreed}", f"bold {palette.BRIGHT}")
    if spec.agreed and spec.agreed != state.holder:
        word = "then" if brief else "agreed for"
        return Content.styled(f"{word} {member_name(world.scenario, spec.agreed, the=not brief)}", palette.LABEL)
    return Content.styled("held", palette.DIM)
