"""Asking and answering: what happens between a typed question and a saved answer. Work thread only.

An answer has its row in the vault before the model is asked, is saved every second while it grows, and
ends in exactly one `AnswerEnded`. One answer at a time: the model can't do two.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.domain.conversation import Conversation, Figures, Message, MessageState, Role, branch
from app.domain.errors import CloudError, GenerationError, HearthError, UsageError
from app.domain.generation import Completion, FinishReason, LoadedModel, Prepared, Sampling, Turn
from app.domain.given import Given
from app.domain.picture import ShownPicture
from app.domain.source import Grounding
from app.ipc.child import error_from
from app.ipc.frames import Failed, JobFrame
from app.ipc.inference_frames import (
    Delta,
    Generate,
    Generated,
    PromptPrepared,
    PromptProgress,
)
from app.services.answer import Answer, new_message, turns_of
from app.services.answer_keeping import AnswerKeeping
from app.services.attachments import AttachmentService, of_conversations
from app.services.beginning import Beginning, begin, first_question
from app.services.events import (
    AnswerGrounded,
    AnswerPrepared,
    ConversationsChanged,
    Event,
    PromptRead,
)
from app.services.given_keeping import GivenKeeping
from app.services.grounding import GroundedPrompt, Grounder, checked, without_model
from app.services.measuring import Measuring
from app.services.model_host import ModelHost
from app.services.model_service import ModelService
from app.services.pictures import Pictures
from app.services.source_keeping import SourceKeeping
from app.vault.conversation_store import SearchHit
from app.vault.grant_store import GrantStore
from app.vault.settings_store import SettingsStore
from app.vault.temporary_conversations import ConversationsWithTemporary


class ChatService:
    """Conversations, and the one answer that may be under way."""

    def __init__(
        self,
        store: ConversationsWithTemporary,
        settings: SettingsStore,
        models: ModelService,
        host: ModelHost,
        publish: Callable[[Event], None],
        sources: SourceKeeping,
        grounder: Grounder,
        given: GivenKeeping,
        attachments: AttachmentService,
        keeping: AnswerKeeping,
        grants: GrantStore,
        pictures: Pictures,
    ) -> None:
        self._pictures = pictures
        self._store = store
        self._keeping = keeping
        self._grants = grants
        self._sources = sources
        self._given = given
        self._attachments = attachments
        self._measuring = Measuring(store, sources, grounder, host, publish, pictures)
        self._grounder = grounder
        self._settings = settings
        self._models = models
        self._host = host
        self._publish = publish
        self._asked: set[str] = set()  # conversations whose words went to the worker

    # ---- reading

    def conversations(self) -> list[Conversation]:
        """All conversations: temporary ones, then those that are kept, newest first."""
        return [*self._store.temporary(), *self._store.list()]

    def messages(self, conversation_id: str) -> list[Message]:
        """The shown branch, in reading order, with the growing answer as it is this moment."""
        conversation = self._store.get(conversation_id)
        shown = branch(self._store.messages(conversation_id), conversation.leaf_id)
        return [self._keeping.live(message) for message in shown]

    def grounded(self, conversation_id: str) -> dict[str, Grounding]:
        """What each answer of a conversation that came from files rests on, by the message's id."""
        return self._sources.grounded(conversation_id)

    def given(self, message_id: str) -> Given | None:
        """What the model was given for an answer, word for word; None where it isn't kept."""
        return self._given.of(self._store.message(message_id).conversation_id, message_id)

    def libraries(self, conversation_id: str) -> tuple[str, ...]:
        """The libraries that a conversation searches, without that of its own files."""
        names = self._sources.libraries(conversation_id)
        return tuple(name for name in names if name not in of_conversations(names))

    def set_libraries(self, conversation_id: str, names: tuple[str, ...]) -> None:
        """Let a conversation be answered from these libraries from now on; none: from its own files alone."""
        own = of_conversations(self._sources.libraries(conversation_id))
        self._sources.set_libraries(conversation_id, (*names, *own))

    def search(self, query: str, limit: int = 50) -> list[SearchHit]:
        """Messages and titles that hold all words of `query`, the best `limit`."""
        return self._store.search(query, limit)

    # ---- changing

    def rename(self, conversation_id: str, title: str) -> None:
        """Give a conversation another title; an empty one changes nothing."""
        cleaned = " ".join(title.split())[:200]
        if cleaned:
            self._store.rename(conversation_id, cleaned)
            self._publish(ConversationsChanged())

    def delete(self, conversation_id: str) -> None:
        """Delete a conversation for good: its words leave the database file, free pages included."""
        current = self._keeping.current
        if current is not None and current.message.conversation_id == conversation_id:
            self._keeping.abandon()
        if conversation_id in self._asked | self._measuring.showed:
            self._models.forget_what_was_read()
            self._asked.clear()
            self._measuring.showed.clear()
        self.remove(conversation_id)
        self._publish(ConversationsChanged())

    def remove(self, conversation_id: str) -> None:
        """Remove a conversation and its draft from the vault, and nothing else."""
        self._attachments.forget(conversation_id)
        self._store.delete(conversation_id)
        self._sources.forget(conversation_id)
        self._given.forget(conversation_id)
        self._pictures.forget(conversation_id)
        self._settings.delete(f"draft.{conversation_id}")

    def leave_off(self, conversation_id: str) -> None:
        """Stop an answer that is under way in this conversation, at once; what is there is kept."""
        answer = self._keeping.current
        if answer is not None and answer.message.conversation_id == conversation_id:
            self._keeping.abandon()
            self._keeping.end(answer, answer.now(MessageState.STOPPED))

    def set_system_prompt(self, conversation_id: str, text: str) -> None:
        """Set what the model is told before the conversation; empty for nothing."""
        self._store.set_system_prompt(conversation_id, text)

    def draft(self, conversation_id: str | None) -> str:
        """What was typed and not sent."""
        return self._settings.get_text(f"draft.{conversation_id or 'new'}")

    def save_draft(self, conversation_id: str | None, text: str) -> None:
        """Keep what was typed and not sent, in the vault; nothing of a temporary conversation."""
        if conversation_id is not None and self._store.is_temporary(conversation_id):
            return
        key = f"draft.{conversation_id or 'new'}"
        if text:
            self._settings.set(key, text)
        elif self._settings.get_text(key):
            self._settings.delete(key)

    # ---- asking

    @property
    def busy(self) -> bool:
        """Whether an answer is under way."""
        return self._keeping.busy

    def send(
        self,
        conversation_id: str | None,
        text: str,
        *,
        model: str = "",
        sampling: Sampling | None = None,
        beginning: Beginning | None = None,
        pictures: Sequence[ShownPicture] | None = None,
    ) -> Conversation:
        """Save a question (in a new conversation for None) and have it answered. The model is shown `pictures` with it;
        None: those that wait for it.

        Raises HearthError, with nothing saved, when another answer is under way, the text is empty or no
        model is there. What happens later is told by events.
        """
        self._must_be_free(conversation_id)
        if not text.strip():
            raise GenerationError("empty_question")
        if conversation_id is None:
            wanted = beginning.model if beginning is not None else ""
            libraries = beginning.libraries if beginning is not None else ()
        else:
            wanted = self._store.get(conversation_id).model
            libraries = self._sources.libraries(conversation_id)
        if beginning is not None and beginning.temporary and of_conversations(libraries):
            raise UsageError("attachments_not_in_temporary")
        if model or wanted or not libraries:  # without any model, the passages themselves are the answer
            self._models.must_have_one(model or wanted)
        if pictures is None:
            self._pictures.must_be_read(conversation_id)
        shown = self._pictures.waiting(conversation_id) if pictures is None else pictures
        if shown:
            self._models.must_see(model or wanted)
        begun = begin(self._store, text, beginning or Beginning()) if conversation_id is None else None
        conversation = begun or self._store.get(conversation_id or "")
        question = new_message(conversation.id, Role.USER, text, MessageState.COMPLETE, conversation.leaf_id)
        with first_question(self._store, begun):
            if begun is not None and libraries:
                self._sources.set_libraries(begun.id, libraries)
            self._pictures.add_question(question, shown)
        if begun is not None and libraries:
            self._attachments.begun(libraries)
        if pictures is None:
            self._pictures.sent(conversation_id)
        self._start(conversation, question.id, question, model, sampling)
        if beginning is None or not beginning.temporary:  # whose draft is in no vault
            self.save_draft(conversation_id, "")
        return self._store.get(conversation.id)

    def retry(self, message_id: str, *, model: str = "") -> None:
        """Answer the same question once more, beside the earlier answer. Also works on a question."""
        message = self._store.message(message_id)
        self._must_be_free(message.conversation_id)
        self._models.must_have_one(model)
        conversation = self._store.get(message.conversation_id)
        question_id = message.id if message.role is Role.USER else message.parent_id
        if question_id is None:
            raise GenerationError("nothing_to_answer")
        self._start(conversation, question_id, None, model, None)

    def resume(self, message_id: str) -> None:
        """Carry on a stopped or interrupted answer where it broke off."""
        message = self._store.message(message_id)
        self._must_be_free(message.conversation_id)
        self._models.must_have_one("")
        conversation = self._store.get(message.conversation_id)
        if message.role is not Role.ASSISTANT:
            raise GenerationError("nothing_to_answer")
        if message.provider:
            raise CloudError("answer_of_server", name=message.provider)
        self._store.set_leaf(conversation.id, message.id)
        answer = Answer(message, resumed=bool(message.text))
        if not message.text:
            answer.thinking.clear()
        self._store.update_message(answer.now(MessageState.STREAMING, error_code=""))
        self._ask(conversation, answer, None, "", None)

    def stop(self) -> None:
        """Stop the answer under way; what is there is kept."""
        answer = self._keeping.current
        if answer is None:
            return
        answer.stopped = True
        if answer.asked:
            answer.cancel()
        elif self._host.loading:
            self._host.cancel_load()
        else:  # passages are being searched, or files are still being read
            self._keeping.end(answer, answer.now(MessageState.STOPPED))

    def measure(self, conversation_id: str | None, draft: str, beginning: Beginning | None = None) -> None:
        """Have it told (`PromptMeasured`) how much of the context the conversation with `draft` takes, and what
        would be left out. `beginning` is what holds for a conversation to be.

        Nothing is told while no model is loaded or an answer is under way.
        """
        if self._host.loaded is not None and not self.busy:
            self._measuring.measure(conversation_id, draft, beginning or Beginning())

    def close(self) -> None:
        """Save the answer under way as interrupted."""
        answer = self._keeping.current
        if answer is not None:
            self._keeping.end(answer, answer.now(MessageState.INTERRUPTED))

    # ---- the life of one answer

    def _start(
        self,
        conversation: Conversation,
        question_id: str,
        question: Message | None,
        model: str,
        sampling: Sampling | None,
    ) -> None:
        message = new_message(conversation.id, Role.ASSISTANT, "", MessageState.STREAMING, question_id)
        self._store.add_message(message)
        self._ask(self._store.get(conversation.id), Answer(message, False), question, model, sampling)

    def _ask(
        self,
        conversation: Conversation,
        answer: Answer,
        question: Message | None,
        model: str,
        sampling: Sampling | None,
    ) -> None:
        answer.keep_more = self._sources.keep_labels
        self._keeping.begin(conversation, answer, question)
        shown = branch(self._store.messages(conversation.id), answer.message.id)
        turns = turns_of(conversation.system_prompt, shown if answer.resumed else shown[:-1])
        turns, pictures = self._pictures.with_turns(conversation.id, turns, model or conversation.model)

        def generate(grounded: GroundedPrompt) -> None:
            if self._keeping.current is not answer:
                return
            if answer.stopped:
                self._keeping.end(answer, answer.now(MessageState.STOPPED))
                return
            if grounded.grounding.libraries:
                self._rest_on(answer, grounded.grounding)
            self._asked.add(conversation.id)
            answer.sampling = sampling or conversation.sampling or self._models.sampling_for(model)
            job = self._host.submit(
                lambda job: Generate(job, grounded.turns, answer.sampling, continue_last=answer.resumed),
                lambda frame: self._hear(answer, frame),
            )
            answer.asked, answer.cancel = True, lambda: self._host.cancel(job)

        def failed(error: Exception) -> None:
            if self._keeping.current is answer:
                self._keeping.fail(answer, error)

        def ask(grounding: Grounding | None) -> None:
            if self._keeping.current is not answer:
                return
            if grounding is not None and self._answered_without_model(conversation, answer, grounding, model):
                return

            def ready(name: str) -> None:
                if self._keeping.current is not answer:
                    return
                answer.message = answer.now(MessageState.STREAMING, model=name, error_code="")
                self._host.show(pictures, seen, failed)

            def seen() -> None:
                if self._keeping.current is not answer:
                    return
                if grounding is None:
                    generate(GroundedPrompt(tuple(turns), Grounding(())))
                else:
                    self._grounder.fit(turns, grounding, generate, failed)

            self._models.prepare(model or conversation.model, ready, failed, conversation.preset)

        self._find(conversation, answer, turns, ask, failed)

    def _find(
        self,
        conversation: Conversation,
        answer: Answer,
        turns: list[Turn],
        then: Callable[[Grounding | None], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Look for passages in the conversation's libraries; None where it searches none.

        An answer that is carried on keeps the passages it began with.
        """
        kept = self._sources.of(conversation.id, answer.message.id) if answer.resumed else None
        libraries = self._sources.libraries(conversation.id)
        if kept is not None or answer.resumed or not libraries:
            then(kept)
            return
        asked = [turn.text for turn in turns if turn.role is Role.USER]
        self._attachments.when_read(
            libraries,
            lambda: self._grounder.find(asked[-1], asked[:-1], libraries, then, failed, ask_model=True),
            failed,
        )

    def _answered_without_model(
        self, conversation: Conversation, answer: Answer, grounding: Grounding, model: str
    ) -> bool:
        """Whether no model is to be asked: nothing was found, or there is none. Then the answer is ended."""
        try:
            if grounding.sources and self._models.can_answer(model or conversation.model):
                return False
        except HearthError as error:
            self._keeping.fail(answer, error)
            return True
        question = next(
            message.text
            for message in reversed(branch(self._store.messages(conversation.id), answer.message.id))
            if message.role is Role.USER
        )
        found = bool(grounding.sources)
        answer.text = [without_model(question, grounding.sources)]
        self._rest_on(answer, replace(grounding, no_model=found))
        self._keeping.end(answer, answer.now(MessageState.COMPLETE))
        return True

    def _rest_on(self, answer: Answer, grounding: Grounding) -> None:
        answer.grounding = grounding
        self._sources.keep(answer.message.conversation_id, answer.message.id, grounding)
        self._publish(AnswerGrounded(answer.message.id, grounding))

    def _hear(self, answer: Answer, frame: JobFrame) -> None:
        if answer is not self._keeping.current:
            return
        message_id = answer.message.id
        if isinstance(frame, PromptPrepared):
            answer.prepared = frame.prepared
            answer.message = answer.now(MessageState.STREAMING, dropped=len(frame.prepared.dropped_ids))
            self._keep_given(answer, frame.prepared)
            self._publish(AnswerPrepared(message_id, frame.prepared))
        elif isinstance(frame, PromptProgress):
            self._publish(PromptRead(message_id, frame.done_tokens, frame.total_tokens))
        elif isinstance(frame, Delta):
            self._keeping.grow(answer, frame.text, frame.thinking)
        elif isinstance(frame, Generated):
            self._complete(answer, frame.completion)
        elif isinstance(frame, Failed):
            self._keeping.fail(answer, error_from(frame))

    def _keep_given(self, answer: Answer, prepared: Prepared) -> None:
        """While the worker reads the prompt, so that it costs no time before the first word."""
        given = Given(
            prepared.prompt,
            prepared.dropped_ids,
            prepared.prompt_tokens,
            prepared.cached_tokens,
            prepared.context_tokens,
            answer.sampling,
        )
        self._given.keep(answer.message.conversation_id, answer.message.id, given)

    def _complete(self, answer: Answer, completion: Completion) -> None:
        ended = completion.reason in (FinishReason.END, FinishReason.STOP_STRING)
        state = MessageState.COMPLETE if ended else MessageState.STOPPED
        loaded: LoadedModel | None = self._host.loaded
        figures = Figures(
            prompt_tokens=completion.prompt_tokens,
            cached_tokens=completion.cached_tokens,
            completion_tokens=completion.completion_tokens,
            first_token_s=completion.first_token_s,
            tokens_per_s=completion.tokens_per_s,
            thinking_s=completion.thinking_s,
            context_tokens=loaded.context_tokens if loaded is not None else 0,
            seed=completion.seed,
            guessed_tokens=completion.guessed_tokens,
        )
        if not answer.resumed:  # the deltas carry the same text; the completion is the last word on it
            answer.text = [completion.text]
            answer.thinking = [completion.thinking]
        if answer.grounding is not None and state is MessageState.COMPLETE:
            answer.text = [checked("".join(answer.text), answer.grounding).text]
        self._keeping.end(answer, answer.now(state, figures=figures))

    def _must_be_free(self, conversation_id: str | None) -> None:
        """No answer is under way, and no server answers here: a model never steps in by itself."""
        self._keeping.must_be_free()
        choice = self._grants.get(conversation_id) if conversation_id is not None else None
        if choice is not None:
            raise CloudError("conversation_on_server", name=choice.grant.provider)
