"""From a question to a prompt with numbered passages: searching, and fitting them into the model's context.

Work thread only. Nothing is decided by the model here: which passages it gets is the search's order, and how many
is what its own tokenizer says fits. What had no room is counted, and shown.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.domain.citation import CheckedAnswer, best_sentences, check, without_numbers
from app.domain.conversation import Role
from app.domain.errors import GenerationError
from app.domain.generation import Turn
from app.domain.passage import Found, Hit
from app.domain.quoting import INSTRUCTIONS, numbered, prompt
from app.domain.source import Grounding, Source
from app.ipc.child import error_from
from app.ipc.frames import Failed, JobFrame
from app.ipc.inference_frames import Measured, MeasurePrompt
from app.services.following_up import by_rule, stand_alone
from app.services.library_service import CONVERSATION, LibraryService
from app.services.model_host import ModelHost
from app.services.notices import NEAREST_ONLY, NOTHING_FOUND

PASSAGES = 8  # of about 200 tokens: what small models still read with care
NO_MODEL_SENTENCES = 3

Fail = Callable[[Exception], None]


@dataclass(frozen=True, slots=True)
class GroundedPrompt:
    """What the model is given, and what the answer will rest on. No turns: nothing was found to answer from."""

    turns: tuple[Turn, ...]
    grounding: Grounding


def sources_of(hits: Sequence[Hit]) -> tuple[Source, ...]:
    """The passages found, numbered from 1."""
    return numbered(
        Source(
            0,
            hit.passage.path,
            hit.passage.kind,
            hit.passage.page,
            hit.passage.start,
            hit.passage.end,
            hit.passage.text,
            hit.score,
            hit.passage.library,
            hit.passage.page_label,
            hit.passage.headings,
        )
        for hit in hits
    )


def grounded_turns(turns: Sequence[Turn], sources: Sequence[Source]) -> tuple[Turn, ...]:
    """`turns` with the passages before the last question, and what to do with them before everything.

    Earlier answers lose their numbers, which would name other passages now.
    """
    system = "\n\n".join([*(turn.text for turn in turns if turn.role is Role.SYSTEM), INSTRUCTIONS])
    rest = [turn for turn in turns if turn.role is not Role.SYSTEM]
    last = max((at for at, turn in enumerate(rest) if turn.role is Role.USER), default=-1)
    made = [Turn(Role.SYSTEM, system)]
    for at, turn in enumerate(rest):
        if at == last:
            made.append(replace(turn, text=prompt(sources, turn.text)))
        elif turn.role is Role.ASSISTANT and at < last:
            made.append(replace(turn, text=without_numbers(turn.text)))
        else:
            made.append(turn)
    return tuple(made)


def without_model(question: str, sources: Sequence[Source]) -> str:
    """What stands in an answer's place while there is no model: the best sentences, each with its number."""
    lines = []
    for source in sources:
        spans = best_sentences(question, source.text, 1)
        if spans:
            start, end = spans[0]
            lines.append(f"{' '.join(source.text[start:end].split())} [{source.number}]")
        if len(lines) == NO_MODEL_SENTENCES:
            break
    if lines:
        return "\n\n".join(lines)
    return NEAREST_ONLY if sources else NOTHING_FOUND


def checked(text: str, grounding: Grounding) -> CheckedAnswer:
    """The answer without numbers that were not given."""
    return check(text, [source.number for source in grounding.sources])


def cited_sources(text: str, grounding: Grounding | None) -> tuple[Source, ...]:
    """The passages that a checked answer names, in the order of their first mention."""
    if grounding is None:
        return ()
    found = (grounding.source(number) for number in checked(text, grounding).cited)
    return tuple(source for source in found if source is not None)


class Grounder:
    """Finds passages for questions and fits them into the loaded model's context."""

    def __init__(
        self, library: LibraryService, host: ModelHost, passages: Callable[[], int] = lambda: PASSAGES
    ) -> None:
        """`passages()` is how many are looked for."""
        self._library = library
        self._host = host
        self._passages = passages

    def find(
        self,
        question: str,
        earlier: Sequence[str],
        libraries: tuple[str, ...],
        then: Callable[[Grounding], None],
        failed: Fail,
        *,
        ask_model: bool = False,
    ) -> None:
        """Search `libraries` for the question. `earlier` are the conversation's questions before it; one that leans
        on them is made to stand alone, with `ask_model` by the model where one is in memory."""
        if ask_model:
            stand_alone(
                self._host, question, earlier, lambda query: self._search(query, libraries, then, failed)
            )
        else:
            self._search(by_rule(question, earlier), libraries, then, failed)

    def _search(
        self, query: str, libraries: tuple[str, ...], then: Callable[[Grounding], None], failed: Fail
    ) -> None:
        def found(result: Found) -> None:
            sources = sources_of(result.hits)
            then(Grounding(libraries, sources, query, 0, str(result.mode), result.ready))

        # Files that were added to the conversation are given whatever was asked: "sum this up" finds nothing.
        fill = any(name.startswith(CONVERSATION) for name in libraries)
        self._library.search(query, found, failed, libraries=libraries, k=self._passages(), fill=fill)

    def fit(
        self,
        turns: Sequence[Turn],
        grounding: Grounding,
        then: Callable[[GroundedPrompt], None],
        failed: Fail,
    ) -> None:
        """Take as many of the passages as the loaded model's context holds beside the question."""
        if not grounding.sources:
            then(GroundedPrompt((), grounding))
            return
        question = [turn for turn in turns if turn.role is Role.SYSTEM] + [
            turn for turn in turns if turn.role is Role.USER
        ][-1:]

        def attempt(count: int) -> None:
            kept = grounding.sources[:count]

            def listen(frame: JobFrame) -> None:
                if isinstance(frame, Measured):
                    left_out = len(grounding.sources) - count
                    fitted = replace(grounding, sources=kept, left_out=left_out)
                    then(GroundedPrompt(grounded_turns(turns, kept), fitted))
                elif isinstance(frame, Failed):
                    error = error_from(frame)
                    if isinstance(error, GenerationError) and error.code == "prompt_too_long" and count > 1:
                        attempt(_fewer(count, error))
                    else:
                        failed(error)

            self._host.submit(lambda job: MeasurePrompt(job, grounded_turns(question, kept)), listen)

        attempt(len(grounding.sources))


def _fewer(count: int, error: GenerationError) -> int:
    """How many passages to try next, by how far these were over: always fewer, at least one."""
    needed, room = error.parameters.get("prompt_tokens"), error.parameters.get("room_tokens")
    if isinstance(needed, int) and isinstance(room, int) and needed > 0:
        return max(1, min(count - 1, count * room // needed))
    return count - 1
