"""Servers and conversations on them without vault, gateway or network, for tests of the window.

Payloads are composed by the real rules; nothing is sent: `sent` holds what would have been.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from app.cloud.payload import Wanted, compose
from app.cloud.redaction import Redactor
from app.domain.cloud_choice import AskReason, CloudChoice, begun, kinds_in
from app.domain.cloud_reply import CloudReply
from app.domain.conversation import Conversation
from app.domain.errors import HearthError
from app.domain.price import OfferedPrice, Price
from app.domain.provider import Provider, make_provider
from app.domain.source import Grounding, Source
from app.services.beginning import Beginning
from app.services.cloud_preview import CloudPreview, CloudQuestion, OfferedDocument
from app.services.cloud_turns import cloud_turns
from app.services.provider_keys import Secrets
from app.services.provider_service import ModelList, ProviderFacts, ProviderList
from tests.ui.fake_chat import FakeChat

Fails = Callable[[Exception], None]
NOW_MS = 1_700_000_000_000


HOUSE = make_provider("House", "openai", "https://models.example.org/v1", "big-1")


def a_preview(cloud: "FakeCloud", text: str) -> CloudPreview:
    """What would leave for a question that nobody has typed anywhere, from a file of the same name too."""
    cloud.providers.kept.setdefault(HOUSE.name, ProviderFacts(HOUSE, {}, True))
    cloud.found = (Source(1, f"/home/anna/{text.replace('/', ':')}", "text", 1, 0, 9, text),)
    made: list[CloudPreview] = []
    cloud.preview(CloudQuestion(text), HOUSE.name, made.append, lambda error: None)
    return made[0]


class FakeProviders:
    """Servers in memory. `refuse` makes the next request fail."""

    def __init__(self) -> None:
        self.kept: dict[str, ProviderFacts] = {}
        self.keys: dict[str, tuple[str, bool]] = {}
        self.keyring = True
        self.refusal: HearthError | None = None
        self.refuse: HearthError | None = None
        self.asked: list[str] = []
        self.offers: tuple[OfferedPrice, ...] = ()

    def list(self) -> ProviderList:
        return ProviderList(tuple(self.kept.values()), self.refusal, self.keyring)

    def save(
        self,
        provider: Provider,
        prices: Mapping[str, Price],
        secrets: Secrets,
        *,
        lasting: bool,
        former: str = "",
    ) -> bool:
        self.kept.pop(former, None)
        if secrets.key:
            self.keys[str(provider.origin)] = (secrets.key, lasting)
        if secrets.proxy_password:
            self.keys[provider.proxy] = (secrets.proxy_password, lasting)
        self.kept[provider.name] = ProviderFacts(
            provider, prices, str(provider.origin) in self.keys, provider.proxy in self.keys
        )
        return lasting or secrets == Secrets()

    def remove(self, name: str) -> None:
        del self.kept[name]

    def test(self, provider: Provider, secrets: Secrets, then: Callable[[int], None], failed: Fails) -> None:
        self.asked.append(f"test {provider.origin}")
        if self.refuse is not None:
            failed(self.refuse)
        else:
            then(7)

    def models(
        self, provider: Provider, secrets: Secrets, then: Callable[[ModelList], None], failed: Fails
    ) -> None:
        self.asked.append(f"models {provider.origin}")
        then(ModelList(("big-1", "small-2"), self.offers))


class FakeCloud:
    """Conversations on servers in memory; `found` are the passages that every question finds."""

    def __init__(self, providers: FakeProviders, chat: FakeChat) -> None:
        self.providers = providers
        self._chat = chat
        self.choices: dict[str, CloudChoice] = {}
        self.found: tuple[Source, ...] = ()
        self.sent: list[tuple[CloudPreview, bool]] = []
        self.replies: dict[str, CloudReply] = {}
        self.left_open = 0

    def choice(self, conversation_id: str) -> CloudChoice | None:
        return self.choices.get(conversation_id)

    def choose(self, conversation_id: str, provider: str, model: str = "") -> CloudChoice:
        origin = str(self.providers.kept[provider].provider.origin)
        begun_now = begun(conversation_id, provider, origin, NOW_MS)
        self.choices[conversation_id] = replace(begun_now, model=model)
        return self.choices[conversation_id]

    def ask_always(self, conversation_id: str, always: bool) -> None:
        self.choices[conversation_id] = replace(self.choices[conversation_id], ask_always=always)

    def keep_local(self, conversation_id: str) -> None:
        self.choices.pop(conversation_id, None)

    def reply(self, message_id: str) -> CloudReply | None:
        return self.replies.get(message_id)

    def close_open(self) -> int:
        return self.left_open

    def preview(
        self,
        question: CloudQuestion,
        provider: str,
        then: Callable[[CloudPreview], None],
        failed: Fails,
        model: str = "",
    ) -> None:
        choice = self.choices.get(question.conversation_id)
        if choice is None:
            origin = str(self.providers.kept[provider].provider.origin)
            choice = replace(begun("new", provider, origin, NOW_MS), model=model)
        try:
            then(self._composed(question, choice))
        except HearthError as error:
            failed(error)

    def again(self, preview: CloudPreview, choice: CloudChoice) -> CloudPreview:
        return self._composed(preview.question, choice)

    def send(self, preview: CloudPreview, *, by_sheet: bool) -> Conversation:
        self.sent.append((preview, by_sheet))
        where = preview.question.conversation_id or None
        beginning = preview.question.beginning or Beginning()
        made = self._chat.send(where, preview.question.text, beginning=beginning)
        grant = replace(preview.choice.grant, conversation=made.id)
        choice = replace(preview.choice, grant=grant)
        self.choices[made.id] = choice.after_sheet(preview.kinds, len(preview.payload.body))
        return made

    def _composed(self, question: CloudQuestion, choice: CloudChoice) -> CloudPreview:
        facts = self.providers.kept[choice.grant.provider]
        granted = tuple(one for one in self.found if one.path in choice.grant.documents)
        text = question.text or f"the question of {question.answers or question.continues}"
        turns = cloud_turns((), text, granted, choice.grant, NOW_MS)
        redactor = Redactor()
        model = facts.provider.model_for(choice.model)
        payload = compose(turns.going, choice.grant, facts.provider, Wanted(model), redactor)
        kinds = kinds_in(turns.labels, choice.grant)
        found = Grounding(("Papers",), self.found) if self.found else None
        return CloudPreview(
            question=question,
            choice=choice,
            provider=facts.provider,
            model=model,
            payload=payload,
            redactor=redactor,
            labels=turns.labels,
            kinds=kinds,
            why=AskReason.CONTINUED if question.continues else choice.asks(kinds, len(payload.body)),
            found=found,
            grounding=None,
            documents=tuple(
                OfferedDocument(one.path, (one.text,), one.path in choice.grant.documents)
                for one in self.found
            ),
            staying=0,
            has_earlier=True,
            has_answers=False,
            has_instructions=False,
            parent_id=None,
            at_ms=NOW_MS,
            price=facts.prices.get(model),
            longest_tokens=4096 if choice.limit_micro else 0,
        )
