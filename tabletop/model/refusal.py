"""Why a move may not be made: a value, never an exception."""

from attrs import frozen


@frozen
class Refusal:
    """`code` is stable ("spending/too-fast"); `message` is a sentence a player can act on."""

    code: str
    message: str
