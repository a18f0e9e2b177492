"""`hearth ask --provider NAME`: shows every byte that would leave, and sends them once the person agrees."""

import time

from app.cli.ask import citation_facts, show_source
from app.cli.cloud import consent, open_cloud, use_secrets_once, wait_for
from app.cli.terminal import CommandContext, OpenProfile, print_json, show, tell
from app.cloud.payload import Payload, Wanted, compose
from app.cloud.redaction import Redactor
from app.domain.conversation import Role
from app.domain.errors import CloudError, UsageError
from app.domain.labelled_prompt import labelled_prompt
from app.domain.labels import PROGRAM, Grant, Label, LabelKind, LabelledTurn, Span, permitted
from app.domain.permit import Wire
from app.domain.provider import Provider
from app.domain.quoting import INSTRUCTIONS, numbered
from app.domain.source import Grounding, Source
from app.services.asking import Question
from app.services.cloud_service import CloudAnswer, CloudService
from app.services.conversation_text import labelled_turns
from app.services.grounding import checked, cited_sources


def run(context: CommandContext, profile: OpenProfile, question: Question, name: str) -> int:
    """Compose, show, ask for consent, send, and show the answer. Exit 0, or 1 when nothing was sent."""
    vault = profile.session.vault
    provider = profile.workroom.do(lambda: vault.providers.get(name)).result()
    model = question.model or provider.model
    if not model:
        raise UsageError("provider_model_missing", name=name)
    with open_cloud(context, profile) as cloud:
        profile.on_work_thread(cloud.must_be_allowed)
        use_secrets_once(context, profile, cloud.keys, provider)
        grounding = _found(context, profile, question)
        redactor = None if context.flag("no_mask") else _redactor(context, profile)
        conversation, earlier = _earlier(context, profile)
        payload, grant = _payload(
            context, provider, model, question, conversation, earlier, grounding, redactor
        )
        return _ask(context, profile, cloud, provider, model, payload, grant, grounding, redactor)


def _ask(
    context: CommandContext,
    profile: OpenProfile,
    cloud: CloudService,
    provider: Provider,
    model: str,
    payload: Payload,
    grant: Grant,
    grounding: Grounding | None,
    redactor: Redactor | None,
) -> int:
    allowed_by = consent(context, payload, provider, model)
    request = profile.workroom.do(lambda: cloud.send(payload, provider, grant, allowed_by, model)).result()
    try:
        answer = wait_for(cloud, profile, request)
    except CloudError:
        came = "".join(request.text)
        if came and not context.json:
            show(came + "\n")
        raise
    text = answer.text if redactor is None else redactor.restore_reply(answer.text)
    cited: tuple[Source, ...] = ()
    if grounding is not None:
        text = checked(text, grounding).text
        cited = cited_sources(text, grounding)
    if context.json:
        print_json(_facts(text, cited, model, provider, answer))
        return 0
    show(text + "\n")
    for source in cited:
        show_source(source)
    if answer.cut:
        tell("The answer was cut at the length you asked for, or at the server's own.")
    tell(f"(from {provider.name}; entry {answer.number} of 'hearth ledger')")
    return 0


def _found(context: CommandContext, profile: OpenProfile, question: Question) -> Grounding | None:
    """The passages of the libraries, those of files that may not go left out; None where no library was named."""
    if not question.libraries:
        return None
    from concurrent.futures import Future

    found: Future[Grounding] = Future()
    profile.workroom.post(
        lambda: profile.session.grounder.find(
            question.text, (), question.libraries, found.set_result, found.set_exception
        )
    )
    grounding = found.result()
    allowed = set(context.texts("allow_document"))
    kept = [source for source in grounding.sources if source.path in allowed]
    for path in sorted({source.path for source in grounding.sources} - allowed):
        tell(f"Passages of {path} were found and stay here. If they may go: --allow-document {path}")
    return Grounding(grounding.libraries, numbered(kept), grounding.query, len(grounding.sources) - len(kept))


def _earlier(context: CommandContext, profile: OpenProfile) -> tuple[str, tuple[LabelledTurn, ...]]:
    """The conversation that is asked within: its id, and its texts with labels. Empty where none was named."""
    wanted = context.text("conversation")
    if not wanted:
        return "", ()

    def find() -> tuple[str, tuple[LabelledTurn, ...]]:
        vault = profile.session.vault
        for conversation in vault.conversations.list():
            if wanted in (conversation.id, conversation.title):
                messages = vault.conversations.messages(conversation.id)
                labels = vault.labels.of(conversation.id)
                return conversation.id, labelled_turns(conversation, messages, labels)
        raise UsageError("no_such_conversation", name=wanted)

    return profile.workroom.do(find).result()


def _payload(
    context: CommandContext,
    provider: Provider,
    model: str,
    question: Question,
    conversation: str,
    earlier: tuple[LabelledTurn, ...],
    grounding: Grounding | None,
    redactor: Redactor | None,
) -> tuple[Payload, Grant]:
    """The request, under a grant for this one question alone."""
    now_ms = time.time_ns() // 1_000_000
    sources = grounding.sources if grounding is not None else ()
    grant = Grant(
        # What the ledger keeps of its words goes with the conversation.
        conversation or f"question {now_ms}",
        provider.name,
        str(provider.origin),
        now_ms,
        typed=True,
        earlier=context.flag("allow_earlier"),
        earlier_answers=context.flag("allow_earlier_answers"),
        # Typed with this command; that of a conversation is an earlier text like others.
        system_prompt=context.flag("allow_earlier") if earlier else True,
        documents=frozenset(context.texts("allow_document")),
    )
    system = []
    if question.system_prompt.strip():
        system.append(Span(question.system_prompt, frozenset({Label(LabelKind.SYSTEM_PROMPT)})))
    if sources:
        system.append(Span(f"\n\n{INSTRUCTIONS}" if system else INSTRUCTIONS, PROGRAM))
    turns = [LabelledTurn(Role.SYSTEM, tuple(system))] if system else []
    going = permitted(earlier, grant)
    if len(going) < len(earlier):
        tell(f"{len(earlier) - len(going)} earlier message(s) of the conversation stay here.")
    turns += going
    turns.append(LabelledTurn(Role.USER, labelled_prompt(sources, question.text, now_ms)))
    temperature = context.options.get("temperature")
    if temperature is not None and provider.wire is Wire.ANTHROPIC:
        tell("Servers of Anthropic's kind take no temperature any more, so it is left out.")
    wanted = Wanted(
        model,
        question.sampling.max_tokens,
        temperature if isinstance(temperature, float) else None,
    )
    return compose(turns, grant, provider, wanted, redactor), grant


def _facts(
    text: str, cited: tuple[Source, ...], model: str, provider: Provider, answer: CloudAnswer
) -> dict[str, object]:
    """The same fields as a local answer's, and where it came from. Counts are 0 where the server said none."""
    return {
        "answer": text,
        "citations": [citation_facts(source) for source in cited],
        "model": model,
        "dropped": 0,
        "usage": {
            "prompt_tokens": max(0, answer.prompt_tokens),
            "cached_tokens": 0,
            "completion_tokens": max(0, answer.completion_tokens),
            "first_token_s": 0.0,
            "tokens_per_s": 0.0,
        },
        "local": False,
        "provider": provider.name,
        "origin": str(provider.origin),
        "ledger": answer.number,
    }


def _redactor(context: CommandContext, profile: OpenProfile) -> Redactor:
    more = context.texts("mask_word")
    return profile.workroom.do(lambda: profile.session.masking.new_redactor(more)).result()
