"""`hearth chat`: a conversation in the terminal, kept in the vault like one from the window."""

import queue
import sys
from concurrent.futures import Future
from pathlib import Path

from app.cli.ask import citation_facts, show_source
from app.cli.library import libraries_must_exist
from app.cli.loading import apply_load_options
from app.cli.terminal import CommandContext, OpenProfile, on_interrupt, open_profile, print_json, show, tell
from app.domain.conversation import Message, MessageState
from app.domain.errors import HearthError, UsageError
from app.domain.source import Grounding, Source
from app.models.gguf_bytes import shown_name
from app.services.beginning import Beginning
from app.services.events import (
    AnswerEnded,
    AnswerGrew,
    AnswerGrounded,
    AnswerPrepared,
    Event,
    ModelSteppedDown,
)
from app.services.grounding import cited_sources
from app.services.sentences import sentence
from app.services.state_words import stepped_down_words

WAYS_OUT = {"/quit", "/exit", "/q"}
PICTURE = "/image"  # and a file: a picture for the next question


def run(context: CommandContext) -> int:
    """Read a question a line until end-of-file or /quit. Ctrl-C stops the answer, twice leaves.

    Pictures that were given go with the first question. Exit 1 when questions came from a pipe or a file, and one of
    them got no answer.
    """
    failed = False
    with open_profile(context) as profile:
        model = context.text("model")
        apply_load_options(context, profile, model)
        libraries = tuple(context.texts("library"))
        if libraries:
            libraries_must_exist(profile, libraries)
            load = profile.session.library.load_embedder
            profile.workroom.post(
                lambda: load(lambda: None, lambda _: None)
            )  # until then words alone are searched
        if model or not libraries:
            profile.on_work_thread(lambda: profile.session.models.must_have_one(model))
        conversation_id: str | None = None
        _add_pictures(profile, None, context.texts("image"), model)
        interactive = context.stdin.isatty()
        if interactive:
            tell(
                "Ask away. Nothing leaves this computer. /image FILE shows a picture with the next question, "
                "/quit ends, Ctrl-C stops an answer."
            )
        while True:
            question = _read(context, interactive)
            if question is None or question.strip() in WAYS_OUT:
                return int(failed and not interactive)
            if not question.strip():
                continue
            command, _, file = question.strip().partition(" ")
            if command == PICTURE:
                try:
                    _add_pictures(profile, conversation_id, [file.strip()], model)
                except HearthError as error:
                    tell(sentence(error))
                continue
            conversation_id, answered = _turn(context, profile, conversation_id, question, model)
            failed = failed or not answered


def _read(context: CommandContext, interactive: bool) -> str | None:
    if interactive:
        sys.stderr.write("> ")
        sys.stderr.flush()
    try:
        line = context.stdin.readline()
    except KeyboardInterrupt:
        return None
    return line.rstrip("\n") if line else None


def _add_pictures(profile: OpenProfile, conversation_id: str | None, files: list[str], model: str) -> None:
    """Have picture files wait for the next question. Errors: UsageError, ModelError for a model that can't look at
    them, DocumentError."""
    if not files:
        return
    if "" in files:
        raise UsageError("picture_file_missing")
    added: Future[None] = Future()
    paths = [Path(file).absolute() for file in files]

    def begin() -> None:
        profile.session.models.must_see(model)
        profile.session.pictures.add(
            conversation_id, paths, lambda: added.set_result(None), added.set_exception
        )

    profile.on_work_thread(begin)
    added.result()
    for path in paths:
        tell(f"{shown_name(path)} is shown with the next question.")


def _turn(
    context: CommandContext, profile: OpenProfile, conversation_id: str | None, question: str, model: str
) -> tuple[str | None, bool]:
    """Ask one question and show its answer: the conversation it is in, and whether it was answered."""
    chat = profile.session.chat
    system = context.text("system")
    try:
        conversation = profile.workroom.do(
            lambda: chat.send(
                conversation_id,
                question,
                model=model,
                beginning=Beginning(system, libraries=tuple(context.texts("library"))),
            )
        ).result()
    except HearthError as error:
        tell(sentence(error))
        return conversation_id, False
    grounding: Grounding | None = None
    with on_interrupt(lambda: profile.workroom.post(chat.stop)):
        while True:
            try:
                event = profile.events.get(timeout=0.25)  # a timeout, so that Ctrl-C is seen on every system
            except queue.Empty:
                continue
            if isinstance(event, ModelSteppedDown):
                tell(stepped_down_words(event.name, event.steps))
            elif isinstance(event, AnswerGrounded):
                grounding = event.grounding
            elif isinstance(event, AnswerEnded):
                _show_end(context, conversation.id, event, grounding)
                return conversation.id, event.error is None
            elif not context.texts("library"):  # an answer from files is shown when its numbers are checked
                _show(context, event)


def _show(context: CommandContext, event: Event) -> None:
    if isinstance(event, AnswerGrew) and not event.thinking and not context.json:
        show(event.text)
    elif isinstance(event, AnswerPrepared) and event.prepared.dropped_ids:
        tell(f"(The model no longer sees the first {len(event.prepared.dropped_ids)} messages.)")


def _show_end(
    context: CommandContext, conversation_id: str, event: AnswerEnded, grounding: Grounding | None
) -> None:
    answer = event.answer
    cited = cited_sources(answer.text, grounding)
    if context.json:
        print_json({**_facts(answer, cited), "conversation": conversation_id})
    else:
        show(f"{answer.text}\n" if context.texts("library") else "\n")
        for source in cited:
            show_source(source)
    if event.error is not None:
        tell(sentence(event.error))
    elif answer.state is MessageState.STOPPED:
        tell("(stopped)")


def _facts(answer: Message, cited: tuple[Source, ...]) -> dict[str, object]:
    figures = answer.figures
    return {
        "answer": answer.text,
        "citations": [citation_facts(source) for source in cited],
        "model": answer.model,
        "dropped": answer.dropped,
        "usage": {
            "prompt_tokens": figures.prompt_tokens if figures else 0,
            "cached_tokens": figures.cached_tokens if figures else 0,
            "completion_tokens": figures.completion_tokens if figures else 0,
            "first_token_s": round(figures.first_token_s, 4) if figures else 0.0,
            "tokens_per_s": round(figures.tokens_per_s, 2) if figures else 0.0,
        },
        "local": True,
    }
