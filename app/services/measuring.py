"""How much of the context a question would take, and what would be left out, before it is sent. Work thread only.

The worker's own tokenizer and fitting decide, as they will for the answer; where the conversation is answered from
files, the passages are searched and fitted as they will be. One measurement at a time; the newest wish waits.
"""

from collections.abc import Callable, Sequence

from app.domain.conversation import Message, Role, branch
from app.domain.errors import HearthError
from app.domain.generation import Turn
from app.domain.source import Grounding
from app.ipc.child import error_from
from app.ipc.frames import Failed, JobFrame
from app.ipc.inference_frames import Measured, MeasurePrompt
from app.services.answer import turns_of
from app.services.beginning import Beginning
from app.services.events import Event, PromptMeasured
from app.services.grounding import GroundedPrompt, Grounder
from app.services.model_host import ModelHost
from app.services.pictures import Pictures
from app.services.source_keeping import SourceKeeping
from app.vault.temporary_conversations import ConversationsWithTemporary

Wish = tuple[str | None, str, Beginning]


class Measuring:
    """Tells `PromptMeasured` for drafts."""

    def __init__(
        self,
        store: ConversationsWithTemporary,
        sources: SourceKeeping,
        grounder: Grounder,
        host: ModelHost,
        publish: Callable[[Event], None],
        pictures: Pictures,
    ) -> None:
        self._pictures = pictures
        self._store = store
        self._sources = sources
        self._grounder = grounder
        self._host = host
        self._publish = publish
        self.showed: set[str] = set()  # conversations whose pictures the model's process has
        self._under_way = False
        self._next: Wish | None = None

    def measure(self, conversation_id: str | None, draft: str, beginning: Beginning) -> None:
        """Have it told what the conversation with `draft` takes; `beginning` holds for one to be (None)."""
        if self._under_way:
            self._next = (conversation_id, draft, beginning)
            return
        shown: list[Message] = []
        if conversation_id is None:
            system_prompt, libraries = beginning.system_prompt, beginning.libraries
        else:
            conversation = self._store.get(conversation_id)
            system_prompt, libraries = (
                conversation.system_prompt,
                self._sources.libraries(conversation_id),
            )
            shown = branch(self._store.messages(conversation_id), conversation.leaf_id)
        turns = [*turns_of(system_prompt, shown), Turn(Role.USER, draft or " ")]
        turns, pictures = self._pictures.with_turns(conversation_id, turns, draft=True)
        if pictures and conversation_id is not None:
            self.showed.add(conversation_id)
        self._under_way = True

        def start() -> None:
            self._start(conversation_id, draft, libraries, turns, shown)

        def not_shown(error: Exception) -> None:
            if isinstance(error, HearthError):
                self._publish(PromptMeasured(conversation_id, None, error=error))
            self._done()

        self._try(lambda: self._host.show(pictures, start, not_shown), lambda _error: self._done())

    def _start(
        self,
        conversation_id: str | None,
        draft: str,
        libraries: tuple[str, ...],
        turns: Sequence[Turn],
        shown: Sequence[Message],
    ) -> None:
        def plainly(_error: Exception | None = None) -> None:
            self._count(conversation_id, turns, shown, Grounding(()), 0)

        def fitted(found: Grounding) -> Callable[[GroundedPrompt], None]:
            def count(grounded: GroundedPrompt) -> None:
                if grounded.turns:
                    kept = len(grounded.grounding.sources)
                    self._count(conversation_id, grounded.turns, shown, found, kept)
                else:
                    plainly()

            return count

        def found(grounding: Grounding) -> None:
            self._try(lambda: self._grounder.fit(turns, grounding, fitted(grounding), plainly), plainly)

        if not libraries or not draft.strip():
            plainly()
            return
        asked = [turn.text for turn in turns if turn.role is Role.USER]
        self._grounder.find(asked[-1], asked[:-1], libraries, found, plainly)

    def _count(
        self,
        conversation_id: str | None,
        turns: Sequence[Turn],
        shown: Sequence[Message],
        grounding: Grounding,
        kept: int,
    ) -> None:
        said = {message.id: message.text for message in shown}

        def listen(frame: JobFrame) -> None:
            if isinstance(frame, Measured):
                dropped = tuple(said[id_] for id_ in frame.prepared.dropped_ids if id_ in said)
                self._publish(
                    PromptMeasured(conversation_id, frame.prepared, dropped, grounding.sources[kept:])
                )
                self._done()
            elif isinstance(frame, Failed):
                error = error_from(frame)
                if isinstance(error, HearthError):
                    self._publish(PromptMeasured(conversation_id, None, error=error))
                self._done()

        self._try(
            lambda: self._host.submit(lambda job: MeasurePrompt(job, tuple(turns)), listen),
            lambda _error: self._done(),
        )

    def _try(self, act: Callable[[], object], failed: Callable[[Exception], None]) -> None:
        """The model may have been unloaded while passages were searched."""
        try:
            act()
        except HearthError as error:
            failed(error)

    def _done(self) -> None:
        self._under_way = False
        wish, self._next = self._next, None
        if wish is not None and self._host.loaded is not None:
            self.measure(*wish)
