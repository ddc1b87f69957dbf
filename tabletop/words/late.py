"""Texts that some team had no chance to speak to, as control is told of them."""

from attrs import frozen

from tabletop.model.council import Text
from tabletop.model.world import World
from tabletop.rules.turn.council import unheard
from tabletop.words.names import listed, seat_short, text_name
from tabletop.words.said import quoted


@frozen
class Late:
    """A text and the teams whose silence would bind them unasked."""

    text: Text
    seats: tuple[str, ...]


def late_texts(world: World) -> list[Late]:
    """Texts that came too late for some team, on which control has not said yet what is to happen."""
    open_texts = [text for name, text in world.texts.items()
                  if text.state == "open" and f"silence/{name}" not in world.rulings]  # fmt: skip
    teams = {seat for seat, state in world.seats.items() if state.player == "team"}
    late = [Late(text, tuple(seat for seat in unheard(world, text) if seat in teams)) for text in open_texts]
    return [each for each in late if each.seats]


def late_words(world: World, late: Late) -> str:
    """ "Lyre and Vega had sealed when "No surprises" was tabled"."""
    who = listed([seat_short(world.scenario, seat, world.seats) for seat in late.seats])
    return f"{who} had sealed when {quoted(text_name(world.scenario, late.text.id, world.seats))} was tabled"
