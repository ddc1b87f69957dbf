"""What a turn brought, as values: things that came, went, were decided and agreed; and how they are told."""

from tabletop.words.story.happening import Happening
from tabletop.words.story.happenings import happenings
from tabletop.words.story.headlines import headline_story, headlines
from tabletop.words.story.turn import TurnStory, told_turn

__all__ = ["Happening", "TurnStory", "happenings", "headline_story", "headlines", "told_turn"]
