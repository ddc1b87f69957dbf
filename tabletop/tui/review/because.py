"""What moved each score most, in a few words with its points: of one turn, or of several."""

from collections.abc import Mapping, Sequence

from tabletop.words.story import TurnStory


def because_of(story: TurnStory) -> Mapping[str, str]:
    """By score the largest cause of a turn."""
    return because_over([story])


def because_over(stories: Sequence[TurnStory]) -> Mapping[str, str]:
    """By score the largest cause of some turns; of several, with its turn."""
    told = {}
    for score in dict.fromkeys(score for story in stories for score in story.scores):
        most = [(story, entry) for story in stories if (entry := story.most_of(score)) and entry.shows(score)]
        if most:
            story, entry = max(most, key=lambda pair: abs(pair[1].by(score)))
            turn = f"turn {story.turn}: " if len(stories) > 1 else ""
            told[score] = f"{turn}{entry.label} {entry.by(score):+.1f}"
    return told
