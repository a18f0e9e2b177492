"""`hearth compare`: the same question to a model here and, once every byte was shown, to a server. Command process."""

from concurrent.futures import Future
from dataclasses import replace

from app.cli.cloud import consent, tell_unknown, use_secrets_once
from app.cli.compare_votes import (
    ask_for_vote,
    comparison_facts,
    how_to_vote,
    ledger_number,
    run_results,
    run_vote,
    show_answers,
    tell_who,
)
from app.cli.loading import apply_load_options
from app.cli.terminal import CommandContext, OpenProfile, on_interrupt, open_profile, print_json, tell
from app.domain.comparison import Comparison
from app.domain.errors import HearthError, UsageError
from app.domain.price import MICRO, MOST_MICRO
from app.services.cloud_preview import CloudPreview
from app.services.events import ComparisonChanged
from app.services.sentences import sentence

# What says that both are to be asked.
ASKING = ("provider", "model", "server_model", "question", "allow", "blind", "limit")


def run(context: CommandContext) -> int:
    """Ask both, or vote on what was asked, or add the votes up. Errors: UsageError compare_one_thing."""
    voting, adding = bool(context.text("vote")), context.flag("results")
    asking = any(context.options.get(option) not in ("", None, False) for option in ASKING)
    if voting + adding + asking > 1 or (context.text("comparison") and not voting):
        raise UsageError("compare_one_thing")
    if voting:
        return run_vote(context)
    return run_results(context) if adding else _ask(context)


def _ask(context: CommandContext) -> int:
    """Preview, show, ask for consent, ask both. Exit 0, or 1 when nothing was sent or one of the two gave no answer."""
    if not context.text("provider"):
        raise UsageError("compare_whom")
    text, limit_micro, here = context.question(), _limit(context), context.text("model")
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
        agreed, blind = preview, context.flag("blind")
        profile.workroom.do(
            lambda: session.comparing.start(agreed, blind=blind, here=here, allowed_by=allowed_by)
        ).result()
        with on_interrupt(lambda: profile.workroom.post(session.comparing.stop)):
            comparison = _ended(profile)
        number = ledger_number(profile, comparison.id)
        if context.json:
            print_json(comparison_facts(comparison, number))
        else:
            comparison = _show(context, profile, comparison)
            tell(f"(kept: the Compare page has it; entry {number} of 'hearth ledger')")
    return 0 if all(answer.is_whole for answer in comparison.in_order) else 1


def _show(context: CommandContext, profile: OpenProfile, comparison: Comparison) -> Comparison:
    """Show both answers and take a vote, at a terminal. The comparison, with the vote where there was one."""
    show_answers(comparison)
    if not comparison.hidden:
        tell_who(comparison)
    if not comparison.can_be_judged:
        return comparison
    judged = comparison
    if context.stdin.isatty() and context.text("question") != "-":
        judged = ask_for_vote(context, profile, comparison)
    if judged.can_be_judged:
        tell(f"It waits for your vote: {how_to_vote(judged)}")
    elif comparison.hidden:
        tell_who(judged)
    return judged


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
