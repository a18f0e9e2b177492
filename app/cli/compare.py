"""`hearth compare`: the same question to a model here and, once every byte was shown, to a server. Command process."""

from concurrent.futures import Future
from dataclasses import replace

from app.cli.cloud import consent, tell_unknown, use_secrets_once
from app.cli.loading import apply_load_options
from app.cli.terminal import CommandContext, OpenProfile, on_interrupt, open_profile, print_json, show, tell
from app.domain.comparison import PLACE, ComparedAnswer, Comparison, Who
from app.domain.errors import HearthError, UsageError
from app.domain.price import MICRO, MOST_MICRO, UNKNOWN_COST
from app.services.cloud_preview import CloudPreview
from app.services.events import ComparisonChanged
from app.services.export import compared_facts
from app.services.sentences import one_line, sentence


def run(context: CommandContext) -> int:
    """Preview, show, ask for consent, ask both. Exit 0, or 1 when nothing was sent or one of the two gave no answer."""
    text = context.question()
    limit_micro = _limit(context)
    here = context.text("model")
    with open_profile(context, asks_servers=True) as profile:
        session = profile.session
        tell_unknown(profile.workroom.do(session.cloud.close_open).result())
        provider = profile.workroom.do(lambda: session.vault.providers.get(context.text("provider"))).result()
        use_secrets_once(context, profile, session.keys, provider)
        preview = _preview(profile, text, provider.name, context.text("server_model"), here)
        if limit_micro is not None:
            choice = replace(preview.choice, limit_micro=limit_micro)
            shown = preview
            preview = profile.workroom.do(lambda: session.comparing.again(shown, choice)).result()
        allowed_by = consent(context, preview.payload, preview.provider, preview.model)
        apply_load_options(context, profile, here)
        agreed = preview
        profile.workroom.do(
            lambda: session.comparing.start(agreed, blind=False, here=here, allowed_by=allowed_by)
        ).result()
        with on_interrupt(lambda: profile.workroom.post(session.comparing.stop)):
            comparison = _ended(profile)
        entries = profile.workroom.do(session.vault.ledger.entries).result()
        place = f"{PLACE}{comparison.id}"
        number = next((entry.number for entry in entries if entry.conversation == place), 0)
    answers = (comparison.local, comparison.server)
    if context.json:
        facts = {"id": comparison.id, "question": comparison.question, "ledger": number}
        print_json(facts | {"answers": [compared_facts(answer) for answer in answers]})
    else:
        for answer in answers:
            _show(answer)
        tell(f"(kept: the Compare page has it and waits for your vote; entry {number} of 'hearth ledger')")
    return 0 if all(answer.is_whole for answer in answers) else 1


def _limit(context: CommandContext) -> int | None:
    """What all comparisons with the server may cost from now on; None for what they might before."""
    limit = context.options.get("limit")
    if not isinstance(limit, float):
        return None
    if not 0 <= limit <= MOST_MICRO // MICRO:
        raise UsageError("limit_unclear", most=MOST_MICRO // MICRO)
    return round(limit * MICRO)


def _preview(profile: OpenProfile, text: str, provider: str, model: str, here: str) -> CloudPreview:
    """What would leave. Errors: UsageError server_model_unknown, and those of a conversation's request."""
    found: Future[CloudPreview] = Future()
    comparing = profile.session.comparing
    profile.workroom.post(
        lambda: comparing.preview(text, provider, found.set_result, found.set_exception, model, here)
    )
    preview = found.result()
    if model and preview.model != model:
        raise UsageError("price_model_unknown", name=provider, model=model)
    return preview


def _ended(profile: OpenProfile) -> Comparison:
    """The comparison when both are through; what went wrong is told as it happens."""
    while True:
        event = profile.events.get()
        if isinstance(event, ComparisonChanged):
            if isinstance(event.error, HearthError):
                tell(sentence(event.error))
            if event.comparison.ended:
                return event.comparison


def _show(answer: ComparedAnswer) -> None:
    """An answer under who wrote it, and how it went on stderr."""
    who = "on this computer" if answer.who is Who.LOCAL else answer.provider
    show(f"== {one_line(answer.model)}, {one_line(who)}\n{answer.text}\n\n")
    told = [f"{answer.seconds:.1f} s", f"first word after {answer.first_word_s:.1f} s"]
    if answer.completion_tokens >= 0:
        told.append(f"{answer.completion_tokens} tokens")
    if answer.cost_micro != UNKNOWN_COST:
        about = "about " if answer.estimated else ""
        told.append(f"{about}{answer.currency} {answer.cost_micro / MICRO:.4f}")
    if answer.who is Who.LOCAL:
        told.append(f"about {answer.energy_mwh / 1000:.2f} Wh at {answer.watts} W")
    tell(f"{one_line(answer.model)}: {', '.join(told)}")
