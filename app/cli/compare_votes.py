"""`hearth compare --vote` and `--results`: which answer was better, and what all votes come to. Command process.

Answers are called A and B in the order they were shown in. Of a blind comparison nobody is told who wrote which, nor
what would give it away (times, tokens, costs), before there is a vote.
"""

from app.cli.cloud_arguments import VOTE_LETTERS
from app.cli.terminal import CommandContext, OpenProfile, open_profile, print_json, show, tell
from app.domain.comparison import PLACE, ComparedAnswer, Comparison, ComparisonHead, Tally, Vote, Who
from app.domain.errors import UsageError
from app.domain.price import MICRO, UNKNOWN_COST
from app.services.export import MILLI, compared_facts
from app.services.sentences import one_line

SAID_BEFORE_A_VOTE = ("text", "state")
_LINE_LIMIT_CHARS = 100


def run_vote(context: CommandContext) -> int:
    """Keep a vote on the comparison that was named, or on the newest that waits for one, and tell who wrote which."""
    letter, wanted = context.text("vote"), context.text("comparison")
    with open_profile(context) as profile:
        comparing = profile.session.comparing

        def vote() -> Comparison:
            found = wanted or next((head.id for head in comparing.waiting()), "")
            if not found:
                raise UsageError("comparison_none_waits")
            return comparing.vote(found, _vote(comparing.get(found), letter))

        comparison = profile.workroom.do(vote).result()
        number = ledger_number(profile, comparison.id)
    if context.json:
        print_json(comparison_facts(comparison, number))
    else:
        tell_who(comparison)
    return 0


def run_results(context: CommandContext) -> int:
    """What the votes come to for each pair of models, and which comparisons wait for one."""
    with open_profile(context) as profile:
        comparing = profile.session.comparing
        tallies, waiting = profile.workroom.do(lambda: (comparing.tallies(), comparing.waiting())).result()
    if context.json:
        print_json(
            {
                "pairs": [_tally_facts(tally) for tally in tallies],
                "waiting": [
                    {"id": head.id, "question": head.question, "blind": head.hidden} for head in waiting
                ],
            }
        )
        return 0
    for tally in tallies:
        _show_tally(tally)
    if not tallies:
        tell("There are no votes yet.")
    _tell_waiting(waiting)
    return 0


def ask_for_vote(context: CommandContext, profile: OpenProfile, comparison: Comparison) -> Comparison:
    """The comparison with the vote that was typed at the terminal; as it was where none was."""
    known = f"{', '.join(VOTE_LETTERS[:-1])} or {VOTE_LETTERS[-1]}"
    tell(f"Which answer helps you more? Type {known}; Enter leaves it for later.")
    while (said := context.stdin.readline(_LINE_LIMIT_CHARS).strip().lower()) not in ("", *VOTE_LETTERS):
        tell(f"That is no vote. Type {known}.")
    if not said:
        return comparison
    comparing, vote = profile.session.comparing, _vote(comparison, said)
    return profile.workroom.do(lambda: comparing.vote(comparison.id, vote)).result()


def comparison_facts(comparison: Comparison, ledger: int) -> dict[str, object]:
    """A comparison for `--json`, its answers as they are shown, A first.

    `ledger` is the number of its row there. What may not be told before a vote is null.
    """
    answers = []
    for letter, answer in zip(VOTE_LETTERS, comparison.in_order, strict=False):
        facts = compared_facts(answer)
        if comparison.hidden:
            facts = {name: value if name in SAID_BEFORE_A_VOTE else None for name, value in facts.items()}
        answers.append({"letter": letter} | facts)
    return {
        "id": comparison.id,
        "question": comparison.question,
        "blind": comparison.blind,
        "vote": _letter(comparison),
        "better": comparison.vote.value,
        "ledger": ledger,
        "answers": answers,
    }


def show_answers(comparison: Comparison) -> None:
    """Both answers on stdout, each under its letter and, where that may be told, under who wrote it."""
    for letter, answer in zip("AB", comparison.in_order, strict=True):
        who = "" if comparison.hidden else f": {_who(answer)}"
        show(f"== {letter}{who}\n{answer.text}\n\n")


def tell_who(comparison: Comparison) -> None:
    """On stderr, who wrote which answer and how it went, and the vote where there is one."""
    for letter, answer in zip("AB", comparison.in_order, strict=True):
        tell(f"{letter} is {_who(answer)}: {', '.join(_figures(answer))}")
    if comparison.vote is not Vote.NONE:
        tell(f"Your vote: {_letter(comparison)}")


def how_to_vote(comparison: Comparison) -> str:
    """The command that votes on a comparison."""
    return f"hearth compare --vote {'|'.join(VOTE_LETTERS)} --comparison {comparison.id}"


def ledger_number(profile: OpenProfile, comparison_id: str) -> int:
    """The ledger's row of a comparison's request; 0 where there is none."""
    entries = profile.workroom.do(profile.session.vault.ledger.entries).result()
    place = f"{PLACE}{comparison_id}"
    return next((entry.number for entry in entries if entry.conversation == place), 0)


def _vote(comparison: Comparison, letter: str) -> Vote:
    return comparison.votes[VOTE_LETTERS.index(letter)]


def _letter(comparison: Comparison) -> str:
    return "" if comparison.vote is Vote.NONE else VOTE_LETTERS[comparison.votes.index(comparison.vote)]


def _who(answer: ComparedAnswer) -> str:
    where = "on this computer" if answer.who is Who.LOCAL else answer.provider
    return f"{one_line(answer.model)}, {one_line(where)}"


def _figures(answer: ComparedAnswer) -> list[str]:
    told = [f"{answer.seconds:.1f} s", f"first word after {answer.first_word_s:.1f} s"]
    if answer.completion_tokens >= 0:
        told.append(f"{answer.completion_tokens} tokens")
    if answer.cost_micro != UNKNOWN_COST:
        about = "about " if answer.estimated else ""
        told.append(f"{about}{answer.currency} {answer.cost_micro / MICRO:.4f}")
    if answer.who is Who.LOCAL:
        told.append(f"about {answer.energy_mwh / MILLI:.2f} Wh at {answer.watts} W")
    return told


def _tally_facts(tally: Tally) -> dict[str, object]:
    return {
        "local_model": tally.local_model,
        "server_model": tally.server_model,
        "provider": tally.provider,
        "votes": {vote.value: tally.count(vote) for vote in Vote if vote is not Vote.NONE},
        "local_s": tally.local_s,
        "server_s": tally.server_s,
        "cost": tally.cost_micro / MICRO if tally.currency else None,
        "currency": tally.currency,
        "energy_wh": tally.energy_mwh / MILLI,
    }


def _show_tally(tally: Tally) -> None:
    provider = one_line(tally.provider)
    votes = (
        f"{tally.count(Vote.LOCAL)} x this computer, {tally.count(Vote.SERVER)} x {provider}, "
        f"{tally.count(Vote.BOTH)} x both, {tally.count(Vote.NEITHER)} x neither"
    )
    told = [f"on average {tally.local_s:.1f} s here, {tally.server_s:.1f} s there"]
    if tally.currency:
        told.append(f"all this cost {tally.currency} {tally.cost_micro / MICRO:.4f}")
    if tally.energy_mwh:
        told.append(f"here it took about {tally.energy_mwh / MILLI:.2f} Wh")
    pair = f"{one_line(tally.local_model)} here, {one_line(tally.server_model)} at {provider}"
    show(f"{pair}: {votes}; {', '.join(told)}\n")


def _tell_waiting(waiting: tuple[ComparisonHead, ...]) -> None:
    if waiting:
        tell("These wait for a vote (hearth compare --vote, with --comparison and the id):")
    for head in waiting:
        tell(f"{head.id}  {one_line(' '.join(head.question.split()), _LINE_LIMIT_CHARS)}")
