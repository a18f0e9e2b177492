"""What a model was given for one answer: kept, so that it can be read word for word later. Pure values."""

from dataclasses import dataclass, field

from app.domain.sampling import Sampling


@dataclass(frozen=True, slots=True)
class Given:
    """What one answer was made from.

    `prompt` is word for word what the model read, with the marks of its chat template. `dropped_ids` are the
    messages that had no room, oldest first. Counts are tokens; `cached_tokens` of the prompt had been read
    before. `sampling` is how its words were chosen.
    """

    prompt: str
    dropped_ids: tuple[str, ...] = ()
    prompt_tokens: int = 0
    cached_tokens: int = 0
    context_tokens: int = 0
    sampling: Sampling = field(default_factory=Sampling)
