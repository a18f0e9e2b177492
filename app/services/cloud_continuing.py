"""Having a server write on an answer of its own that broke off: what it is told again, and what it costs. Pure.

Work thread only. No server carries on another request, so all of it goes once more: the question, what came of the
answer, and the wish to go on. It is a request like any other, shown and agreed to anew.
"""

from dataclasses import replace

from app.domain.cloud_choice import CloudChoice
from app.domain.cloud_reply import CloudReply
from app.domain.conversation import Message, MessageState, Role
from app.domain.errors import CloudError, GenerationError
from app.domain.labels import PROGRAM, Grant, LabelledTurn, Labels, Span, labels_of
from app.domain.price import UNKNOWN_COST
from app.domain.provider import Provider
from app.services.cloud_turns import CloudTurns

GO_ON = (
    "Your last answer broke off. Write on from exactly where it stops, without repeating any of it and without a word "
    "about it. Begin with a space or a line break if one belongs there."
)
BROKEN = (MessageState.STOPPED, MessageState.INTERRUPTED)


def must_continue(answer: Message, choice: CloudChoice, provider: Provider) -> None:
    """Raise unless this conversation's server, by its model, can write on this answer.

    Errors: GenerationError nothing_to_answer; CloudError continue_elsewhere for what somebody else wrote.
    """
    if answer.role is not Role.ASSISTANT or answer.state not in BROKEN or not answer.text.strip():
        raise GenerationError("nothing_to_answer")
    if (answer.provider, answer.model) != (provider.name, provider.model_for(choice.model)):
        raise CloudError(
            "continue_elsewhere",
            name=answer.provider or answer.model,
            model=answer.model,
            server=provider.name,
        )


def continuing(turns: CloudTurns, answer: Message, labels: Labels, grant: Grant) -> CloudTurns:
    """`turns`, which end in the question, with what came of `answer`, whose words have `labels`, and the wish.

    Errors: CloudError continue_not_granted when the question, or something that the answer was made from, may not go:
    half of them would be answered wrongly.
    """
    begun = Span(answer.text, labels)
    if grant.refused(labels_of((*turns.going[-1].spans, begun))):
        raise CloudError("continue_not_granted", name=grant.provider)
    added = (LabelledTurn(Role.ASSISTANT, (begun,)), LabelledTurn(Role.USER, (Span(GO_ON, PROGRAM),)))
    return replace(turns, going=(*turns.going, *added))


def together(former: CloudReply | None, reply: CloudReply) -> CloudReply:
    """What is known of an answer that took two requests: bytes and costs of both, the ledger's row of the last.

    Where nobody had said a price for the first one, the cost is that of the second, and no more than an estimate.
    """
    if former is None:
        return reply
    sent_bytes = former.sent_bytes + reply.sent_bytes
    if UNKNOWN_COST in (former.cost_micro, reply.cost_micro) or former.currency != reply.currency:
        known = reply if reply.cost_micro != UNKNOWN_COST else former
        return replace(
            reply, sent_bytes=sent_bytes, cost_micro=known.cost_micro, currency=known.currency, estimated=True
        )
    cost_micro = former.cost_micro + reply.cost_micro
    return replace(
        reply,
        sent_bytes=sent_bytes,
        cost_micro=cost_micro,
        estimated=former.estimated or reply.estimated,
    )
