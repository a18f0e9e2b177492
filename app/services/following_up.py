"""A question that leans on those before it, made to stand alone for the search: by rule, or by the loaded model.

Work thread only. The model's words are taken only where they keep to what was asked; else the rule's are.
"""

from collections.abc import Callable, Sequence

from app.domain.citation import content_words
from app.domain.conversation import Role
from app.domain.generation import Sampling, Turn
from app.ipc.frames import Failed, JobFrame
from app.ipc.inference_frames import Generate, Generated
from app.services.model_host import ModelHost

FEWEST_OWN_WORDS = 3  # a question with fewer words of its own leans on the one before it
EARLIER = 3  # questions that the model is shown
LONGEST_TOKENS = 48
LONGEST_CHARS = 300
FROM_THE_TALK = 0.7  # of the words the model gives must have been said by the person
TASK = (
    "You are given questions of one conversation, the newest last. Write the newest one so that it can be understood "
    "without the others: put the names it means in place of words like it, they, that. Write that one question in its "
    "own language, and nothing else."
)


def leans(question: str, earlier: Sequence[str]) -> bool:
    """Whether the question can hardly be understood without those before it."""
    return bool(earlier) and len(content_words(question)) < FEWEST_OWN_WORDS


def by_rule(question: str, earlier: Sequence[str]) -> str:
    """The question as it is searched for: one that leans on the question before it gets that one's words."""
    if not leans(question, earlier):
        return question
    before = by_rule(earlier[-1], earlier[:-1]) if len(earlier) > 1 else earlier[-1]
    return f"{before}\n{question}"


def accepted(said: str, question: str, earlier: Sequence[str]) -> str:
    """What a model made of the question, if it keeps all its words and adds hardly any that nobody said; else ""."""
    line = next((one.strip(" \t\"'“”„*") for one in said.splitlines() if one.strip()), "")
    words, own = content_words(line), content_words(question)
    known = own.union(*(content_words(one) for one in earlier))
    if not words or len(line) > LONGEST_CHARS or not own <= words or words == own:
        return ""
    return line if len(words & known) >= FROM_THE_TALK * len(words) else ""


def stand_alone(host: ModelHost, question: str, earlier: Sequence[str], then: Callable[[str], None]) -> None:
    """Call `then` with the question made to stand alone: by the model where one is in memory, a few words long at
    most, else by rule. Never fails."""
    rule = by_rule(question, earlier)
    if host.loaded is None or not leans(question, earlier):
        then(rule)
        return
    shown = [*earlier[-EARLIER:], question]
    turns = (Turn(Role.SYSTEM, TASK), Turn(Role.USER, "\n".join(" ".join(one.split()) for one in shown)))

    def listen(frame: JobFrame) -> None:
        if isinstance(frame, Generated):
            line = accepted(frame.completion.text, question, earlier)
            # With the rule's words too: a name that the model left out is still searched for.
            then(f"{line}\n{rule}" if line else rule)
        elif isinstance(frame, Failed):
            then(rule)

    sampling = Sampling(temperature=0.0, max_tokens=LONGEST_TOKENS)
    host.submit(lambda job: Generate(job, turns, sampling), listen)
