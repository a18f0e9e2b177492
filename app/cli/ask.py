"""`hearth ask`: one question, one answer, nothing kept."""

import contextlib
from dataclasses import replace
from pathlib import Path

from app.cli.library import libraries_must_exist, wait_for
from app.cli.loading import apply_load_options, tell_stepped_down
from app.cli.terminal import CommandContext, on_interrupt, open_profile, print_json, show, tell
from app.domain.errors import LibraryError, UsageError
from app.domain.generation import Completion, FinishReason, Sampling
from app.domain.picture import PICTURES_LIMIT
from app.domain.preset import RANGES
from app.domain.source import Source
from app.ipc.reading import DocumentReader
from app.services.asking import Answered, OneQuestion, Question
from app.services.sentences import one_line


def run(context: CommandContext) -> int:
    """Ask, print the answer as it comes (or one object with --json). Exit 0, or 1 when it was cut off."""
    question = _with_pictures(_question(context), context.texts("image"))
    if question.pictures and context.text("provider"):
        raise UsageError("image_not_sent")
    with open_profile(context) as profile:
        if context.text("provider"):
            from app.cli import ask_provider  # late: masking knows phone plans, which take 60 ms to load

            return ask_provider.run(context, profile, question, context.text("provider"))
        session = profile.session

        def hear(text: str, thinking: bool) -> None:
            # An answer from files is shown when its numbers have been checked.
            if not context.json and not thinking and not question.libraries:
                show(text)

        usual = profile.workroom.do(lambda: session.models.sampling_for(question.model)).result()
        question = replace(question, sampling=_sampling(context, usual))
        if question.libraries:
            libraries_must_exist(profile, question.libraries)
            library = session.library
            # Searching by meaning takes seconds to become ready, and is worth them here. If it can't be, words do.
            if any(facts.embedded for facts in library.libraries if facts.name in question.libraries):
                with contextlib.suppress(LibraryError):
                    wait_for(profile, library.load_embedder)
        apply_load_options(context, profile, question.model)
        asked = OneQuestion(session.models, session.host, session.grounder, hear)
        profile.workroom.post(lambda: asked.start(question))
        with on_interrupt(lambda: profile.workroom.post(asked.stop)):
            answered = asked.result.result()
        tell_stepped_down(profile)
        if context.json:
            print_json(_facts(answered))
        elif question.libraries:
            show(answered.text + "\n")
            _show_sources(answered)
        else:
            show("\n")
        done = answered.completion
        if done is None:
            return 0
        _explain_end(done)
        return 0 if done.reason is not FinishReason.CANCELLED else 1


def _question(context: CommandContext) -> Question:
    return Question(
        context.question(),
        context.text("model"),
        context.text("system"),
        _sampling(context, Sampling()),
        tuple(context.texts("library")),
    )


def _with_pictures(question: Question, files: list[str]) -> Question:
    """The question with these picture files decoded, each in a throw-away process. Raises DocumentError, UsageError."""
    if not files:
        return question
    if len(files) > PICTURES_LIMIT:
        raise UsageError("pictures_too_many", limit=PICTURES_LIMIT)
    with DocumentReader() as reader:
        return replace(question, pictures=tuple(reader.read_picture(Path(file).absolute()) for file in files))


def _sampling(context: CommandContext, usual: Sampling) -> Sampling:
    """`usual` with what was given. Raises UsageError for numbers that mean nothing."""
    temperature = context.options.get("temperature")
    seed = context.options.get("seed")
    longest = context.options.get("max_tokens")
    if isinstance(temperature, float) and temperature not in RANGES["temperature"]:
        raise UsageError("temperature_out_of_range", given=temperature)
    if isinstance(longest, int) and longest not in RANGES["max_tokens"]:
        raise UsageError("max_tokens_out_of_range", given=longest, limit=int(RANGES["max_tokens"].high))
    if isinstance(seed, int) and seed not in RANGES["seed"]:
        raise UsageError("seed_out_of_range", given=seed, limit=int(RANGES["seed"].high))
    return replace(
        usual,
        temperature=temperature if isinstance(temperature, float) else usual.temperature,
        seed=seed if isinstance(seed, int) else usual.seed,
        max_tokens=longest if isinstance(longest, int) else usual.max_tokens,
    )


def _facts(answered: Answered) -> dict[str, object]:
    done, prepared = answered.completion, answered.prepared
    return {
        "answer": answered.text,
        "citations": [citation_facts(source) for source in answered.cited],
        "model": answered.model,
        "dropped": (len(prepared.dropped_ids) if prepared is not None else 0)
        + (answered.grounding.left_out if answered.grounding is not None else 0),
        "usage": {
            "prompt_tokens": done.prompt_tokens if done is not None else 0,
            "cached_tokens": done.cached_tokens if done is not None else 0,
            "completion_tokens": done.completion_tokens if done is not None else 0,
            "first_token_s": round(done.first_token_s, 4) if done is not None else 0.0,
            "tokens_per_s": round(done.tokens_per_s, 2) if done is not None else 0.0,
        },
        "local": True,
    }


def citation_facts(source: Source) -> dict[str, object]:
    """A cited passage as plain values; `start` and `end` are characters in the text of its page."""
    return {
        "n": source.number,
        "path": source.path,
        "page": source.page,
        "start": source.start,
        "end": source.end,
        "text": source.text,
        "score": round(source.score, 6),
    }


def show_source(source: Source) -> None:
    """One line for a cited passage."""
    place = f", {source.place}" if source.place else ""
    tell(f"[{source.number}] {one_line(source.path)}{one_line(place)}")


def _show_sources(answered: Answered) -> None:
    for source in answered.cited:
        show_source(source)
    grounding = answered.grounding
    if grounding is not None and grounding.no_model:
        tell(
            "There is no model yet, so these are the passages themselves. Add one: hearth models add FILE.gguf"
        )
    if grounding is not None and grounding.left_out:
        tell(f"({grounding.left_out} passages that were found had no room in the model's context.)")


def _explain_end(completion: Completion) -> None:
    reason = completion.reason
    if reason is FinishReason.LENGTH:
        tell("The answer was cut at the length you asked for.")
    elif reason is FinishReason.CONTEXT_FULL:
        tell("The answer was cut because the model's context is full. Ask something shorter.")
