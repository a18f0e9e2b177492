"""What a model of the catalogue is good for, in plain words. Window or command line process."""

from collections.abc import Sequence

from app.models.catalogue import Use
from app.services.sentences import Translate

MOST_USES = 3
USES = {
    Use.TINY: "Runs almost anywhere",
    Use.QUICK: "Quick",
    Use.EVERYDAY: "Everyday chat",
    Use.FILES: "Questions about your files",
    Use.REASONING: "Thinking things through",
    Use.CODE: "Code",
    Use.LANGUAGES: "Many languages",
    Use.LONG_TEXTS: "Long texts",
    Use.PICTURES: "Pictures too",
    Use.FINDING: "Finds passages by meaning",
    Use.RANKING: "Ranks found passages anew",
}


def use_words(uses: Sequence[Use], translate: Translate = str) -> str:
    """What a model is good for, the first few."""
    return " · ".join(translate(USES[use]) for use in uses[:MOST_USES])
