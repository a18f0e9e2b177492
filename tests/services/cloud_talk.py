"""An open session with one server, for tests of conversations on it."""

import json
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace

import pytest

from app.domain.cloud_choice import CloudChoice
from app.domain.conversation import Message, MessageState, Role
from app.domain.errors import HearthError
from app.domain.labels import LabelKind
from app.domain.provider import make_provider
from app.services.cloud_preview import CloudPreview, CloudQuestion
from app.services.events import AnswerEnded
from app.vault.conversation_store import new_id
from tests.services.played_gateway import PlayedGateway
from tests.services.session_at_work import SessionAtWork

PROVIDER = make_provider("House", "openai", "https://models.example.org/v1", "big-1")
TAX = "/home/anna/tax.pdf"
CANARY = "forty amber lamps"


@dataclass
class Talk:
    """An open session with one server, and what a person does in it."""

    work: SessionAtWork
    gateway: PlayedGateway

    def preview(self, question: CloudQuestion, provider: str = "House") -> CloudPreview:
        found: Future[CloudPreview] = Future()
        cloud = self.work.session.cloud
        self.work.do(lambda: cloud.preview(question, provider, found.set_result, found.set_exception))
        return found.result(60)

    def again(
        self,
        preview: CloudPreview,
        *,
        earlier: bool = False,
        earlier_answers: bool = False,
        documents: frozenset[str] = frozenset(),
    ) -> CloudPreview:
        grant = replace(
            preview.choice.grant, earlier=earlier, earlier_answers=earlier_answers, documents=documents
        )
        choice = replace(preview.choice, grant=grant)
        return self.work.do(lambda: self.work.session.cloud.again(preview, choice))

    def send(self, preview: CloudPreview, by_sheet: bool = True) -> AnswerEnded:
        self.work.do(lambda: self.work.session.cloud.send(preview, by_sheet=by_sheet))
        return self.work.ended()

    def conversation(self, *said: tuple[Role, str], documents: tuple[str, ...] = ()) -> str:
        """A local conversation; its answers were made from these files."""

        def make() -> str:
            vault = self.work.session.vault
            made = vault.conversations.create("Cellar")
            parent: str | None = None
            for number, (role, text) in enumerate(said, 1):
                message = Message(new_id(), made.id, parent, role, text, MessageState.COMPLETE, number * 1000)
                vault.conversations.add_message(message)
                if role is Role.ASSISTANT:
                    vault.labels.keep(message, LabelKind.LOCAL_ANSWER, "", documents)
                parent = message.id
            return made.id

        return self.work.do(make)

    def switch(self, conversation_id: str) -> CloudChoice:
        return self.work.do(lambda: self.work.session.cloud.choose(conversation_id, "House"))

    def choice(self, conversation_id: str) -> CloudChoice | None:
        return self.work.do(lambda: self.work.session.cloud.choice(conversation_id))


def messages(preview: CloudPreview) -> list[str]:
    return [one["content"] for one in json.loads(preview.payload.body)["messages"]]


def refused(act: Callable[..., object]) -> str:
    with pytest.raises(HearthError) as caught:
        act()
    return caught.value.code
