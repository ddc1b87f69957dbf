"""What moved a score most the way it went, in a few words with its points: of one turn, or of several."""

from collections.abc import Sequence

from attrs import frozen

from tabletop.words.story import TurnStory


@frozen
class Because:
    """Of so many turns' stories."""

    stories: Sequence[TurnStory]

    def of(self, score: str, moved: float) -> str:
        """The largest cause of a score that went up or down, of several turns with its turn; "" where none is known.

        `moved`: by how much; of one that stands as before the largest cause either way.
        """
        told = [(story, each) for story in self.stories for each in story.entries if each.shows(score)]
        alike = [pair for pair in told if round(moved, 1) * pair[1].by(score) >= 0]
        if not alike:
            return ""
        story, entry = max(alike, key=lambda pair: round(abs(pair[1].by(score)), 6))
        turn = f"turn {story.turn}: " if len(self.stories) > 1 else ""
        return f"{turn}{entry.label} {entry.by(score):+.1f}"
