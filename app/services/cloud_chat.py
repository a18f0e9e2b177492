"""Conversations that are answered by a server: what would leave, sending it once a person agreed, and the answer.

Work thread only. A conversation is local until its person chooses a server for it, and again once they leave it;
nothing here is ever done instead of a local model, and no model is asked instead of this. What may leave is decided
by labels and grants (`app.cloud.payload.compose`), whatever is put together here.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from app.cloud.payload import Wanted, compose
from app.cloud.restoring import ReplyRestorer
from app.domain.cloud_choice import CloudChoice, begun, kinds_in
from app.domain.cloud_reply import CloudReply
from app.domain.conversation import Conversation, Figures, Message, MessageState, Role, branch
from app.domain.errors import Cancelled, CloudError, UsageError
from app.domain.labels import PROGRAM, Label, LabelKind, LabelledTurn, joined
from app.domain.quoting import numbered
from app.domain.source import Grounding, Source
from app.services.answer import Answer, new_message
from app.services.answer_keeping import AnswerKeeping
from app.services.attachments import AttachmentService
from app.services.beginning import Beginning, begin
from app.services.cloud_costs import CloudCosts
from app.services.cloud_preview import CloudPreview, CloudQuestion, OfferedDocument
from app.services.cloud_service import CloudAnswer, CloudRequest, CloudService
from app.services.cloud_turns import cloud_turns, documents_in
from app.services.conversation_text import labelled_turns
from app.services.events import AnswerGrounded, Event
from app.services.grounding import Grounder, checked
from app.services.pictures import Pictures
from app.services.source_keeping import SourceKeeping
from app.vault.conversation_store import new_id, now_ms
from app.vault.vault import Vault

if TYPE_CHECKING:
    from app.cloud.redaction import Redactor

BY_SHEET = "the sheet in the window"
BY_FORMER_SHEET = "an earlier sheet in the window"
EXCERPT_CHARS = 400
Fail = Callable[[Exception], None]


class CloudChat:
    """What a person does with servers in conversations."""

    def __init__(
        self,
        vault: Vault,
        cloud: CloudService,
        keeping: AnswerKeeping,
        sources: SourceKeeping,
        attachments: AttachmentService,
        grounder: Grounder,
        publish: Callable[[Event], None],
        new_redactor: "Callable[[], Redactor]",
        pictures: Pictures,
    ) -> None:
        self._pictures = pictures
        self._vault = vault
        self._store = vault.conversations
        self._cloud = cloud
        self._keeping = keeping
        self._sources = sources
        self._attachments = attachments
        self._grounder = grounder
        self._publish = publish
        self._new_redactor = new_redactor
        self._costs = CloudCosts(vault)
        self._request: CloudRequest | None = None

    # ---- choosing

    def choice(self, conversation_id: str) -> CloudChoice | None:
        """A conversation's server, None for one that is local."""
        return self._vault.grants.get(conversation_id)

    def choose(self, conversation_id: str, provider: str, model: str = "") -> CloudChoice:
        """Have a conversation answered by a server from now on; it gets nothing before a sheet was agreed to.

        `model` is one of the server's, empty for its usual one; another model of the same server changes no grant.
        Errors: those of a request that may not be made, UsageError provider_unknown, cloud_not_for_temporary.
        """
        choice, former = self._begun(conversation_id, provider, model), self.choice(conversation_id)
        if former is not None and (former.grant.provider, former.grant.origin) == (
            choice.grant.provider,
            choice.grant.origin,
        ):
            choice = replace(former, model=choice.model)
        self._vault.grants.put(choice)
        return choice

    def ask_always(self, conversation_id: str, always: bool) -> None:
        """Show the sheet before every message of a conversation, or only where it must be. Nothing for a local one."""
        choice = self.choice(conversation_id)
        if choice is not None:
            self._vault.grants.put(replace(choice, ask_always=always))

    def keep_local(self, conversation_id: str) -> None:
        """Have a conversation answered on this computer again; what was granted in it is forgotten."""
        self._vault.grants.remove(conversation_id)

    def reply(self, message_id: str) -> CloudReply | None:
        """What is known of a server's answer; None for one that was written here."""
        return self._vault.replies.of(message_id)

    def close_open(self) -> int:
        """Say of what a killed Hearth left open that nobody knows how it ended. How many requests there were."""
        return self._vault.ledger.close_open()

    # ---- looking

    def preview(
        self,
        question: CloudQuestion,
        provider: str,
        then: Callable[[CloudPreview], None],
        failed: Fail,
        model: str = "",
    ) -> None:
        """Put together what would leave for `question`; nothing does. `provider` and its `model` (empty: the usual
        one) are asked in a conversation to be."""
        try:
            self._keeping.must_be_free()
            self._cloud.must_be_allowed()
            typed = not (question.answers or question.replaces)
            if typed:
                self._pictures.must_be_read(question.conversation_id or None)
            if typed and self._pictures.waiting(question.conversation_id or None):
                raise CloudError("pictures_stay_here")
            choice = self._choice_for(question, provider, model)
            question = self._anew(question, choice)
            libraries = self._libraries(question)
        except Exception as error:  # noqa: BLE001 - whoever asked is told
            failed(error)
            return
        if not libraries:
            self._told(lambda: self._composed(question, choice, None), then, failed)
            return
        earlier = [turn.text for turn in self._earlier(question, choice)[0] if turn.role is Role.USER]

        def found(grounding: Grounding) -> None:
            self._told(lambda: self._composed(question, choice, grounding), then, failed)

        self._attachments.when_read(
            libraries,
            lambda: self._grounder.find(question.text, earlier, libraries, found, failed),
            failed,
        )

    def preview_alone(
        self, text: str, provider: str, place: str, model: str = "", limit_micro: int = 0
    ) -> CloudPreview:
        """What would leave for a question that stands in no conversation; its grant belongs to `place`.

        `model` is the server's usual one where it is empty. Errors: those of `preview`.
        """
        choice = replace(self._begun(place, provider, model), limit_micro=limit_micro)
        return self._composed(CloudQuestion(text), choice, None)

    def again(self, preview: CloudPreview, choice: CloudChoice) -> CloudPreview:
        """The same question under another grant, with the passages that were found already."""
        return self._composed(preview.question, choice, preview.found)

    # ---- sending

    def send(self, preview: CloudPreview, *, by_sheet: bool) -> Conversation:
        """Send exactly what was looked at, once, and keep the answer. What happens later is told by events.

        `by_sheet`: the person agreed to it just now. Errors, with nothing sent or saved: those of `preview`;
        CloudError consent_needed when they would have to, permit_altered when the conversation has changed since,
        grant_elsewhere when it is local by now, spending_limit_reached.
        """
        self._keeping.must_be_free()
        self._cloud.must_be_allowed()
        self._must_be_agreed(preview, by_sheet)
        self._costs.must_be_within(preview.choice, preview.payload)
        if self._place(preview.question) != preview.parent_id:
            raise CloudError("permit_altered")
        conversation, question = self._asked(preview)
        choice = preview.choice
        if by_sheet:
            choice = choice.after_sheet(preview.kinds, len(preview.payload.body))
        self._vault.grants.put(choice)
        parent = question.id if question is not None else preview.question.answers
        message = replace(
            new_message(conversation.id, Role.ASSISTANT, "", MessageState.STREAMING, parent),
            model=preview.model,
            provider=preview.provider.name,
            dropped=preview.staying,
        )
        self._store.add_message(message)
        self._answer(self._store.get(conversation.id), Answer(message, False), question, preview, by_sheet)
        if not preview.question.replaces and not preview.question.answers:
            self._vault.settings.delete(f"draft.{preview.question.conversation_id or 'new'}")
        return self._store.get(conversation.id)

    def close(self) -> None:
        """Stop what is under way, and end the gateway."""
        if self._request is not None:
            self._request.fail(Cancelled())
        self._cloud.close()

    # ---- inside: choosing

    def _begun(self, conversation_id: str, provider: str, model: str = "") -> CloudChoice:
        self._cloud.must_be_allowed()
        if self._store.is_temporary(conversation_id):
            # The ledger keeps what was sent, and of such a conversation nothing may be kept.
            raise UsageError("cloud_not_for_temporary")
        found = self._vault.providers.get(provider)
        other = model if found.model_for(model) != found.model else ""
        return replace(begun(conversation_id, found.name, str(found.origin), now_ms()), model=other)

    def _choice_for(self, question: CloudQuestion, provider: str, model: str) -> CloudChoice:
        if not question.conversation_id:
            if question.beginning is not None and question.beginning.temporary:
                raise UsageError("cloud_not_for_temporary")
            return self._begun(new_id(), provider, model)
        choice = self.choice(question.conversation_id)
        if choice is None:
            raise CloudError("grant_elsewhere")
        found = self._vault.providers.get(choice.grant.provider)
        if str(found.origin) != choice.grant.origin:
            # Its address was changed: another server, for which nothing has been granted.
            begun_anew = self._begun(question.conversation_id, found.name, choice.model)
            return replace(begun_anew, ask_always=choice.ask_always, limit_micro=choice.limit_micro)
        if found.model_for(choice.model) != choice.model and choice.model:
            choice = replace(choice, model="")  # no longer one of its models: the usual one, with its price
            self._vault.grants.put(choice)
        return choice

    # ---- inside: looking

    def _anew(self, question: CloudQuestion, choice: CloudChoice) -> CloudQuestion:
        """An answer to something typed before the server was chosen is wished: that is asked once more, now."""
        if not question.answers:
            return question
        asked = self._store.message(question.answers)
        if asked.role is not Role.USER and asked.parent_id is not None:
            asked = self._store.message(asked.parent_id)
        old = asked.created_ms < choice.grant.since_ms and not choice.grant.earlier
        return replace(
            question, text=asked.text, answers="" if old else asked.id, replaces=asked.id if old else ""
        )

    def _told(
        self, make: Callable[[], CloudPreview], then: Callable[[CloudPreview], None], failed: Fail
    ) -> None:
        try:
            made = make()
        except Exception as error:  # noqa: BLE001 - whoever asked is told
            failed(error)
        else:
            then(made)

    def _libraries(self, question: CloudQuestion) -> tuple[str, ...]:
        if question.conversation_id:
            return self._sources.libraries(question.conversation_id)
        return question.beginning.libraries if question.beginning is not None else ()

    def _place(self, question: CloudQuestion) -> str | None:
        """The message below which the question stands, or will."""
        if question.answers:
            return self._store.message(question.answers).parent_id
        if question.replaces:
            return self._store.message(question.replaces).parent_id
        return self._store.get(question.conversation_id).leaf_id if question.conversation_id else None

    def _earlier(self, question: CloudQuestion, choice: CloudChoice) -> tuple[tuple[LabelledTurn, ...], int]:
        """What stands above the question, with labels, and when the question was or is typed."""
        if not question.conversation_id:
            beginning = question.beginning or Beginning()
            made = Conversation("", "", 0, 0, system_prompt=beginning.system_prompt)
            return labelled_turns(made, (), {}), choice.grant.since_ms
        conversation = replace(self._store.get(question.conversation_id), leaf_id=self._place(question))
        shown = branch(self._store.messages(conversation.id), conversation.leaf_id)
        turns = labelled_turns(conversation, shown, self._vault.labels.of(conversation.id))
        at_ms = self._store.message(question.answers).created_ms if question.answers else now_ms()
        return turns, at_ms

    def _composed(
        self, question: CloudQuestion, choice: CloudChoice, found: Grounding | None
    ) -> CloudPreview:
        provider = self._vault.providers.get(choice.grant.provider)
        if not provider.model:
            raise UsageError("provider_model_missing", name=provider.name)
        model = provider.model_for(choice.model)
        earlier, at_ms = self._earlier(question, choice)
        grant = choice.grant
        grounding = None if found is None else _granted(found, grant.documents)
        sources = grounding.sources if grounding is not None else ()
        turns = cloud_turns(earlier, question.text, sources, grant, at_ms)
        redactor = self._new_redactor()
        payload = compose(turns.going, grant, provider, Wanted(model), redactor)
        longest_tokens = self._costs.longest(choice, payload)
        if longest_tokens:
            wanted = Wanted(model, longest_tokens)
            payload = compose(turns.going, grant, provider, wanted, redactor)
        kinds = kinds_in(turns.labels, grant)
        kinds_above = {label.kind for turn in earlier for span in turn.spans for label in span.labels}
        return CloudPreview(
            question=question,
            choice=choice,
            provider=provider,
            model=model,
            payload=payload,
            redactor=redactor,
            labels=turns.labels,
            kinds=kinds,
            why=choice.asks(kinds, len(payload.body)),
            found=found,
            grounding=grounding,
            documents=_offered(earlier, found, grant.documents),
            staying=turns.staying,
            has_earlier=_typed_before(earlier, at_ms if question.answers else None, grant.since_ms),
            has_answers=LabelKind.LOCAL_ANSWER in kinds_above,
            has_instructions=LabelKind.SYSTEM_PROMPT in kinds_above,
            parent_id=self._place(question),
            at_ms=at_ms,
            price=self._costs.of(choice),
            spent_micro=self._costs.spent_micro(choice),
            longest_tokens=longest_tokens,
        )

    # ---- inside: sending

    def _must_be_agreed(self, preview: CloudPreview, by_sheet: bool) -> None:
        """What holds for the conversation may have changed since it was looked at."""
        where = preview.question.conversation_id
        kept = self.choice(where) if where else None
        if where and (kept is None or kept.grant.provider != preview.choice.grant.provider):
            raise CloudError("grant_elsewhere")
        if not by_sheet and (preview.why is not None or kept != preview.choice):
            raise CloudError("consent_needed")

    def _asked(self, preview: CloudPreview) -> tuple[Conversation, Message | None]:
        """The conversation with the question in it, both made where they aren't there yet."""
        question = preview.question
        if question.answers:
            return self._store.get(question.conversation_id), None
        if question.conversation_id:
            conversation = self._store.get(question.conversation_id)
        else:
            beginning = question.beginning or Beginning()
            conversation = begin(self._store, question.text, beginning, preview.choice.grant.conversation)
            if beginning.libraries:
                self._sources.set_libraries(conversation.id, beginning.libraries)
                self._attachments.begun(beginning.libraries)
        made = new_message(
            conversation.id, Role.USER, question.text, MessageState.COMPLETE, preview.parent_id
        )
        made = replace(made, created_ms=preview.at_ms)  # the moment that its label was judged by
        self._store.add_message(made)
        return conversation, made

    def _answer(
        self,
        conversation: Conversation,
        answer: Answer,
        question: Message | None,
        preview: CloudPreview,
        by_sheet: bool,
    ) -> None:
        self._keeping.begin(conversation, answer, question)
        if preview.grounding is not None:
            answer.grounding = preview.grounding
            self._sources.keep(conversation.id, answer.message.id, preview.grounding)
            self._publish(AnswerGrounded(answer.message.id, preview.grounding))
        restorer = preview.restorer()

        def hear(text: str, thinking: bool) -> None:
            if self._keeping.current is answer:
                shown = restorer.feed(text) if restorer is not None and not thinking else text
                if shown:
                    self._keeping.grow(answer, shown, thinking)

        try:
            request = self._cloud.send(
                preview.payload,
                preview.provider,
                preview.choice.grant,
                BY_SHEET if by_sheet else BY_FORMER_SHEET,
                preview.model,
                hear,
            )
        except CloudError as error:
            self._keeping.fail(answer, error)
            return
        self._request = request
        answer.asked, answer.cancel = True, partial(self._cloud.stop, request)
        answer.keep_more = partial(self._keep_more, preview, request)
        request.result.add_done_callback(lambda _: self._finish(answer, preview, request, restorer))

    def _finish(
        self, answer: Answer, preview: CloudPreview, request: CloudRequest, restorer: ReplyRestorer | None
    ) -> None:
        if self._request is request:
            self._request = None
        if self._keeping.current is not answer:
            return
        error = request.result.exception()
        if error is None:
            self._complete(answer, preview, request.result.result())
            return
        rest = restorer.rest() if restorer is not None else ""
        if rest:
            self._keeping.grow(answer, rest, False)
        if isinstance(error, Exception):
            self._keeping.fail(answer, error)

    def _complete(self, answer: Answer, preview: CloudPreview, came: CloudAnswer) -> None:
        text = preview.restored(came.text)
        if preview.grounding is not None:
            text = checked(text, preview.grounding).text
        answer.text, answer.thinking = [text], [came.thinking]
        figures = Figures(
            prompt_tokens=max(0, came.prompt_tokens), completion_tokens=max(0, came.completion_tokens)
        )
        state = MessageState.STOPPED if came.cut else MessageState.COMPLETE
        self._keeping.end(answer, answer.now(state, figures=figures))

    def _keep_more(self, preview: CloudPreview, request: CloudRequest, message: Message) -> None:
        """Where the words of an answer come from: the server, and all that it had in view."""
        own = Label(LabelKind.CLOUD_ANSWER, str(preview.provider.origin), message.created_ms)
        self._vault.labels.put(message.id, joined([frozenset({own}), preview.labels - PROGRAM]))
        reply = CloudReply(
            preview.provider.name, str(preview.provider.origin), request.number, request.sent_bytes
        )
        self._vault.replies.keep(message.id, self._costs.with_cost(reply, message))


def _granted(found: Grounding, documents: frozenset[str]) -> Grounding:
    """The passages of the files that may go, numbered anew. What stays here had not too little room."""
    kept = [source for source in found.sources if source.path in documents]
    return replace(found, sources=numbered(kept), left_out=0)


def _offered(
    earlier: tuple[LabelledTurn, ...], found: Grounding | None, granted: frozenset[str]
) -> tuple[OfferedDocument, ...]:
    """The files that passages were found in, and those that earlier answers were written from."""
    excerpts: dict[str, list[str]] = {}
    sources: tuple[Source, ...] = found.sources if found is not None else ()
    for source in sources:
        excerpts.setdefault(source.path, []).append(source.text)
    for path, answer in documents_in(earlier).items():
        excerpts.setdefault(path, [answer[:EXCERPT_CHARS]])
    return tuple(
        OfferedDocument(path, tuple(texts), path in granted) for path, texts in sorted(excerpts.items())
    )


def _typed_before(earlier: tuple[LabelledTurn, ...], asked_ms: int | None, since_ms: int) -> bool:
    """Whether there is something that was typed before the server was chosen."""
    typed = [
        label.at_ms
        for turn in earlier
        for span in turn.spans
        for label in span.labels
        if label.kind is LabelKind.TYPED
    ]
    return any(at_ms < since_ms for at_ms in [*typed, *([] if asked_ms is None else [asked_ms])])
