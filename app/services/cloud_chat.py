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
from app.domain.cloud_choice import AskReason, CloudChoice, begun, kinds_in
from app.domain.cloud_reply import CloudReply
from app.domain.conversation import Conversation, Figures, Message, MessageState, Role, branch
from app.domain.errors import Cancelled, CloudError, UsageError
from app.domain.labels import PROGRAM, UNKNOWN, Label, LabelKind, LabelledTurn, joined
from app.domain.source import Grounding
from app.services.answer import Answer, new_message
from app.services.answer_keeping import AnswerKeeping
from app.services.attachments import AttachmentService
from app.services.beginning import Beginning, begin, first_question
from app.services.cloud_continuing import continuing, must_continue, together
from app.services.cloud_costs import CloudCosts
from app.services.cloud_offering import granted, offered, typed_before
from app.services.cloud_preview import CloudPreview, CloudQuestion
from app.services.cloud_service import CloudAnswer, CloudRequest, CloudService
from app.services.cloud_turns import cloud_turns
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
            typed = not (question.answers or question.replaces or question.continues)
            if typed:
                self._pictures.must_be_read(question.conversation_id or None)
            if typed and self._pictures.waiting(question.conversation_id or None):
                raise CloudError("pictures_stay_here")
            choice = self._choice_for(question, provider, model)
            question = self._anew(question, choice)
            libraries = () if question.continues else self._libraries(question)
        except Exception as error:  # noqa: BLE001 - whoever asked is told
            failed(error)
            return
        if not libraries:
            kept = None
            if question.continues:  # with the passages it was begun with
                kept = self._sources.of(question.conversation_id, question.continues)
            self._told(lambda: self._composed(question, choice, kept), then, failed)
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
        if self._place(preview.question) != preview.parent_id or self._has_changed(preview.begun):
            raise CloudError("permit_altered")
        conversation, question = self._asked(preview)
        choice = preview.choice
        if by_sheet:
            choice = choice.after_sheet(preview.kinds, len(preview.payload.body))
        self._vault.grants.put(choice)
        answer = self._answer_for(conversation, question, preview)
        self._answer(self._store.get(conversation.id), answer, question, preview, by_sheet)
        if not (preview.question.replaces or preview.question.answers or preview.question.continues):
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
        if question.continues:
            answer = self._store.message(question.continues)
            must_continue(answer, choice, self._vault.providers.get(choice.grant.provider))
            return replace(question, text=self._store.message(answer.parent_id or "").text)
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
        if question.continues:
            return self._store.message(self._answered(question)).parent_id
        if question.answers:
            return self._store.message(question.answers).parent_id
        if question.replaces:
            return self._store.message(question.replaces).parent_id
        return self._store.get(question.conversation_id).leaf_id if question.conversation_id else None

    def _answered(self, question: CloudQuestion) -> str:
        """The question in the vault that is to be answered; empty for one that is typed now."""
        if question.continues:
            return self._store.message(question.continues).parent_id or ""
        return question.answers

    def _earlier(self, question: CloudQuestion, choice: CloudChoice) -> tuple[tuple[LabelledTurn, ...], int]:
        """What stands above the question, with labels, and when the question was or is typed."""
        if not question.conversation_id:
            beginning = question.beginning or Beginning()
            made = Conversation("", "", 0, 0, system_prompt=beginning.system_prompt)
            return labelled_turns(made, (), {}), choice.grant.since_ms
        conversation = replace(self._store.get(question.conversation_id), leaf_id=self._place(question))
        shown = branch(self._store.messages(conversation.id), conversation.leaf_id)
        turns = labelled_turns(conversation, shown, self._vault.labels.of(conversation.id))
        answered = self._answered(question)
        return turns, self._store.message(answered).created_ms if answered else now_ms()

    def _composed(
        self, question: CloudQuestion, choice: CloudChoice, found: Grounding | None
    ) -> CloudPreview:
        provider = self._vault.providers.get(choice.grant.provider)
        if not provider.model:
            raise UsageError("provider_model_missing", name=provider.name)
        model = provider.model_for(choice.model)
        earlier, at_ms = self._earlier(question, choice)
        grant = choice.grant
        grounding = None if found is None else granted(found, grant.documents)
        sources = grounding.sources if grounding is not None else ()
        turns = cloud_turns(earlier, question.text, sources, grant, at_ms)
        begun_answer = None
        if question.continues:
            begun_answer = self._store.message(question.continues)
            labels = self._vault.labels.of(question.conversation_id).get(begun_answer.id, UNKNOWN)
            turns = continuing(turns, begun_answer, labels, grant)
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
            why=AskReason.CONTINUED if begun_answer is not None else choice.asks(kinds, len(payload.body)),
            found=found,
            grounding=grounding,
            documents=offered(earlier, found, grant.documents),
            staying=turns.staying,
            has_earlier=typed_before(earlier, at_ms if self._answered(question) else None, grant.since_ms),
            has_answers=LabelKind.LOCAL_ANSWER in kinds_above,
            has_instructions=LabelKind.SYSTEM_PROMPT in kinds_above,
            parent_id=self._place(question),
            at_ms=at_ms,
            price=self._costs.of(choice),
            spent_micro=self._costs.spent_micro(choice),
            longest_tokens=longest_tokens,
            begun=begun_answer,
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
        if question.answers or question.continues:
            return self._store.get(question.conversation_id), None
        beginning, begun = question.beginning or Beginning(), None
        if not question.conversation_id:
            begun = begin(self._store, question.text, beginning, preview.choice.grant.conversation)
        conversation = begun or self._store.get(question.conversation_id)
        made = new_message(
            conversation.id, Role.USER, question.text, MessageState.COMPLETE, preview.parent_id
        )
        made = replace(made, created_ms=preview.at_ms)  # the moment that its label was judged by
        with first_question(self._store, begun):
            if begun is not None and beginning.libraries:
                self._sources.set_libraries(begun.id, beginning.libraries)
            self._store.add_message(made)
        if begun is not None and beginning.libraries:
            self._attachments.begun(beginning.libraries)
        return conversation, made

    def _has_changed(self, begun_answer: Message | None) -> bool:
        """Whether an answer that is to be written on is another than the person has seen."""
        if begun_answer is None:
            return False
        now = self._store.message(begun_answer.id)
        return (now.text, now.state) != (begun_answer.text, begun_answer.state)

    def _answer_for(
        self, conversation: Conversation, question: Message | None, preview: CloudPreview
    ) -> Answer:
        """The answer to be, or the one that is written on, as it lies in the vault from now on."""
        if preview.begun is not None:
            self._store.set_leaf(conversation.id, preview.begun.id)
            answer = Answer(preview.begun, True)
            self._store.update_message(answer.now(MessageState.STREAMING, error_code=""))
            answer.message = answer.now(MessageState.STREAMING, error_code="")
            return answer
        parent = question.id if question is not None else preview.question.answers
        message = replace(
            new_message(conversation.id, Role.ASSISTANT, "", MessageState.STREAMING, parent),
            model=preview.model,
            provider=preview.provider.name,
            dropped=preview.staying,
        )
        self._store.add_message(message)
        return Answer(message, False)

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
        former = preview.begun
        text = (former.text if former is not None else "") + preview.restored(came.text)
        if preview.grounding is not None:
            text = checked(text, preview.grounding).text
        answer.text = [text]
        answer.thinking = [former.thinking if former is not None else "", came.thinking]
        figures = Figures(
            prompt_tokens=max(0, came.prompt_tokens), completion_tokens=max(0, came.completion_tokens)
        )
        if former is not None and former.figures is not None:
            figures = replace(
                figures,
                prompt_tokens=figures.prompt_tokens + former.figures.prompt_tokens,
                completion_tokens=figures.completion_tokens + former.figures.completion_tokens,
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
        former = preview.begun
        fresh = message.text.removeprefix(former.text) if former is not None else message.text
        reply = self._costs.priced(reply, message.model, *request.told_tokens, fresh)
        if former is not None:
            reply = together(self._vault.replies.of(message.id), reply)
        self._vault.replies.keep(message.id, reply)
