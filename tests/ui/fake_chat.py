"""Chats, their branches and models for tests of the window; answers come when a test lets them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from app.domain.branches import Run, newest_leaf, runs, versions
from app.domain.conversation import Conversation, Figures, Message, MessageState, Role, branch, title_from
from app.domain.errors import GenerationError, HearthError, ModelError
from app.domain.generation import LoadedModel, Prepared
from app.domain.given import Given
from app.domain.source import Grounding
from app.models.shelf import ShelfModel
from app.services.beginning import Beginning
from app.services.events import (
    AnswerEnded,
    AnswerGrew,
    AnswerPrepared,
    AnswerStarted,
    ConversationsChanged,
    Event,
    ModelFailed,
    ModelLoading,
    ModelReady,
    PromptMeasured,
)
from app.services.model_options import LOADING, OwnOptions, Value
from app.vault.conversation_store import SearchHit

NOON_MS = 1_700_000_000_000


def a_model(name: str, size_bytes: int = 2_500_000_000, is_link: bool = True) -> ShelfModel:
    """A usable model on the shelf."""
    path = Path("/models") / name
    return ShelfModel(name=name, path=path, real_path=path, size_bytes=size_bytes, is_link=is_link)


def loaded(name: str) -> LoadedModel:
    """What the worker would say of a loaded model."""
    return LoadedModel(name, "llama", 4_000_000_000, 2_500_000_000, 16_384, 32_768, 2, "0" * 64, 1.5)


class FakeChat:
    """Conversations in memory; `answer`, `grow` and `end` play the model."""

    def __init__(self, publish: Callable[[Event], None], models: "FakeModels") -> None:
        self._publish = publish
        self._models = models
        self._count = 0
        self.kept: dict[str, Conversation] = {}
        self.texts: dict[str, list[Message]] = {}
        self.ever: dict[str, Message] = {}  # messages of every branch
        self.drafts: dict[str | None, str] = {}
        self.answer: Message | None = None
        self.stops = 0
        self.groundings: dict[str, Grounding] = {}
        self.chosen: dict[str, tuple[str, ...]] = {}
        self.givens: dict[str, Given] = {}
        self.begun: list[Beginning | None] = []
        self.measured: list[tuple[str | None, str]] = []
        self.searched: list[tuple[str, int]] = []

    def add(self, title: str, messages: list[tuple[Role, str]], updated_ms: int = NOON_MS) -> Conversation:
        """Put a finished conversation into the list."""
        identity = self._id()
        self.kept[identity] = Conversation(identity, title, updated_ms, updated_ms)
        self.texts[identity] = []
        for role, text in messages:
            self._append(identity, role, text, MessageState.COMPLETE)
        return self.kept[identity]

    def conversations(self) -> list[Conversation]:
        return sorted(self.kept.values(), key=lambda one: -one.updated_ms)

    def messages(self, conversation_id: str) -> list[Message]:
        return list(self.texts[conversation_id])

    def search(self, query: str, limit: int = 50) -> list[SearchHit]:
        self.searched.append((query, limit))
        hits = []
        for conversation in self.conversations():
            for message in self.texts[conversation.id]:
                at = message.text.lower().find(query.lower())
                if at >= 0:
                    found = ((at, at + len(query)),)
                    hits.append(SearchHit(conversation, message.id, message.text, found))
        return hits[:limit]

    def rename(self, conversation_id: str, title: str) -> None:
        self.kept[conversation_id] = replace(self.kept[conversation_id], title=title)
        self._publish(ConversationsChanged())

    def delete(self, conversation_id: str) -> None:
        del self.kept[conversation_id]
        del self.texts[conversation_id]
        if self.answer is not None and self.answer.conversation_id == conversation_id:
            self.answer = None
        self._publish(ConversationsChanged())

    def set_system_prompt(self, conversation_id: str, text: str) -> None:
        self.kept[conversation_id] = replace(self.kept[conversation_id], system_prompt=text)

    def draft(self, conversation_id: str | None) -> str:
        return self.drafts.get(conversation_id, "")

    def save_draft(self, conversation_id: str | None, text: str) -> None:
        self.drafts[conversation_id] = text

    def grounded(self, conversation_id: str) -> dict[str, Grounding]:
        said = {message.id for message in self.ever.values() if message.conversation_id == conversation_id}
        return {key: value for key, value in self.groundings.items() if key in said}

    def given(self, message_id: str) -> Given | None:
        return self.givens.get(message_id)

    def libraries(self, conversation_id: str) -> tuple[str, ...]:
        return self.chosen.get(conversation_id, ())

    def set_libraries(self, conversation_id: str, names: tuple[str, ...]) -> None:
        self.chosen[conversation_id] = names

    def send(
        self, conversation_id: str | None, text: str, *, beginning: Beginning | None = None
    ) -> Conversation:
        if self.answer is not None:
            raise GenerationError("answer_under_way")
        if not self._models.shelf:
            raise ModelError("no_model")
        if conversation_id is None:
            conversation_id = self.add(title_from(text), [], updated_ms=2 * NOON_MS).id
            self.chosen[conversation_id] = beginning.libraries if beginning is not None else ()
            self.begun.append(beginning)
            if beginning is not None and beginning.temporary:
                self.kept[conversation_id] = replace(self.kept[conversation_id], temporary=True)
        question = self._append(conversation_id, Role.USER, text, MessageState.COMPLETE)
        self.answer = self._append(conversation_id, Role.ASSISTANT, "", MessageState.STREAMING)
        self._publish(ConversationsChanged())
        self._publish(AnswerStarted(self.kept[conversation_id], question, self.answer))
        return self.kept[conversation_id]

    def retry(self, message_id: str) -> None:
        message = self._message(message_id)
        listed = self.texts[message.conversation_id]
        del listed[listed.index(message) :]
        self.answer = self._append(message.conversation_id, Role.ASSISTANT, "", MessageState.STREAMING)
        self._publish(AnswerStarted(self.kept[message.conversation_id], None, self.answer))

    def resume(self, message_id: str) -> None:
        self.answer = replace(self._message(message_id), state=MessageState.STREAMING)
        self._replace(self.answer)
        self._publish(AnswerStarted(self.kept[self.answer.conversation_id], None, self.answer))

    def stop(self) -> None:
        self.stops += 1
        if self.answer is not None:
            self.end(MessageState.STOPPED)

    def measure(self, conversation_id: str | None, draft: str, beginning: Beginning | None = None) -> None:
        self.measured.append((conversation_id, draft))
        self._publish(PromptMeasured(conversation_id, Prepared("", (), 3412, 0, 16_384)))

    # ---- what the model does

    def prepare(self, dropped_ids: tuple[str, ...] = ()) -> None:
        """The prompt was fitted."""
        assert self.answer is not None
        self._publish(AnswerPrepared(self.answer.id, Prepared("", dropped_ids, 3412, 0, 16_384)))

    def grow(self, text: str, thinking: bool = False) -> None:
        """More of the answer."""
        assert self.answer is not None
        part = "thinking" if thinking else "text"
        self.answer = replace(self.answer, **{part: getattr(self.answer, part) + text})
        self._replace(self.answer)
        self._publish(AnswerGrew(self.answer.id, text, thinking))

    def end(self, state: MessageState = MessageState.COMPLETE, error: HearthError | None = None) -> None:
        """The answer is over."""
        assert self.answer is not None
        figures = Figures(3412, 0, 120, 0.4, 41.0, 3.0, 16_384, 7)
        message = replace(self.answer, state=state, figures=figures, model="Qwen3 4B")
        self._replace(message)
        self.answer = None
        self._publish(AnswerEnded(message, error))
        self._publish(ConversationsChanged())

    def _append(self, conversation_id: str, role: Role, text: str, state: MessageState) -> Message:
        listed = self.texts[conversation_id]
        parent = listed[-1].id if listed else None
        message = Message(
            self._id(), conversation_id, parent, role, text, state, NOON_MS + self._count, model="Qwen3 4B"
        )
        listed.append(message)
        self.ever[message.id] = message
        return message

    def _message(self, message_id: str) -> Message:
        return self.ever[message_id]

    def _replace(self, message: Message) -> None:
        listed = self.texts[message.conversation_id]
        place = next(number for number, one in enumerate(listed) if one.id == message.id)
        listed[place] = message
        self.ever[message.id] = message

    def _id(self) -> str:
        self._count += 1
        return f"id{self._count}"


class FakeBranches:
    """The tree of the fake conversations: what was edited away stays in it."""

    def __init__(self, chat: FakeChat) -> None:
        self._chat = chat

    def versions(self, conversation_id: str) -> dict[str, tuple[str, ...]]:
        return versions(self._all(conversation_id), self._leaf(conversation_id))

    def runs(self, conversation_id: str) -> list[Run]:
        return runs(self._all(conversation_id), self._leaf(conversation_id))

    def show(self, message_id: str) -> None:
        conversation = self._chat._message(message_id).conversation_id
        everything = self._all(conversation)
        self._chat.texts[conversation] = branch(everything, newest_leaf(everything, message_id))

    def edit(self, message_id: str, text: str) -> Conversation:
        message = self._chat._message(message_id)
        listed = self._chat.texts[message.conversation_id]
        del listed[listed.index(message) :]
        return self._chat.send(message.conversation_id, text)

    def _all(self, conversation_id: str) -> list[Message]:
        return [one for one in self._chat.ever.values() if one.conversation_id == conversation_id]

    def _leaf(self, conversation_id: str) -> str | None:
        listed = self._chat.texts[conversation_id]
        return listed[-1].id if listed else None


class FakeRemoval:
    """What was removed can come back until it is dropped from `aside`."""

    undo_s = 10.0

    def __init__(self, models: "FakeModels") -> None:
        self._models = models
        self.aside: dict[str, ShelfModel] = {}

    def remove(self, name: str) -> None:
        shelf = self._models.shelf
        (self.aside[name],) = (one for one in shelf if one.name == name)
        self._models.shelf = [one for one in shelf if one.name != name]

    def undo(self, name: str) -> bool:
        found = self.aside.pop(name, None)
        self._models.shelf += [found] if found is not None else []
        return found is not None


class FakeModels:
    """A shelf in memory. `refuse` makes `add` and `keep_own_options` fail; loading ends at once unless `slow`."""

    def __init__(self, publish: Callable[[Event], None]) -> None:
        self._publish = publish
        self.shelf: list[ShelfModel] = []
        self.current = ""
        self.loaded: LoadedModel | None = None
        self.refuse: HearthError | None = None
        self.slow = False
        self.stopped = 0
        self.preloads = 0
        self.usual_options: dict[str, Value] = {
            key: 0 if isinstance(allowed, int) else allowed[0] for key, allowed in LOADING.items()
        }
        self.own: dict[str, OwnOptions] = {}

    def own_options(self, name: str) -> OwnOptions:
        return self.own.get(name, OwnOptions())

    def keep_own_options(self, name: str, options: OwnOptions) -> None:
        if self.refuse is not None:
            raise self.refuse
        self.own[name] = options

    def preload(self) -> None:
        self.preloads += 1

    def list(self) -> list[ShelfModel]:
        return sorted(self.shelf, key=lambda one: one.name)

    def add(self, path: Path, copy: bool = False) -> ShelfModel:
        if self.refuse is not None:
            raise self.refuse
        model = a_model(path.stem, is_link=not copy)
        self.shelf.append(model)
        return model

    def place(self, path: Path, name: str, projector: Path | None) -> ShelfModel:
        del projector
        return self.add(path.with_name(f"{name}.gguf"))

    def choose(self, name: str) -> None:
        self.current = name
        self._publish(ModelLoading(name, 0.0))
        if not self.slow:
            self.finish_loading()

    def finish_loading(self) -> None:
        """The model is in memory."""
        self.loaded = loaded(self.current)
        self._publish(ModelReady(self.loaded))

    def fail_loading(self, error: HearthError) -> None:
        """The model can't be loaded."""
        self._publish(ModelFailed(self.current, error))

    def stop_loading(self) -> None:
        self.stopped += 1
