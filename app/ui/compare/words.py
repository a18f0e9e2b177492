"""What the Compare page says of answers, votes and what they come to. Window process, main thread."""

from PySide6.QtCore import QCoreApplication, QLocale

from app.domain.comparison import AnswerState, ComparedAnswer, Comparison, ComparisonHead, Tally, Vote
from app.domain.errors import HearthError
from app.domain.price import UNKNOWN_COST
from app.services.sentences import one_line, sentence
from app.ui.amounts import money
from app.ui.language import in_direction, translated
from app.ui.ledger.table import moment
from app.ui.markdown.visible_text import visible
from app.ui.transcript import wording

BETWEEN = "  ·  "
MWH = 1000


def _tr(text: str, number: int | None = None) -> str:
    if number is None:
        return QCoreApplication.translate("Compare", text)
    return QCoreApplication.translate("Compare", text, None, number)


def who_words(answer: ComparedAnswer) -> str:
    """The model, and where it ran."""
    return wording.where(visible(answer.model), answer.provider)


def place_words(first: bool) -> str:
    """What an answer is called while it is hidden who wrote it."""
    return _tr("First answer") if first else _tr("Second answer")


def state_words(answer: ComparedAnswer, error: HearthError | None, begun: bool) -> str:
    """How far an answer is, or why it didn't come; empty for a whole one. `begun`: there are words of it."""
    if answer.state is AnswerState.WAITING:
        return _tr("Being written…") if begun else waiting()
    if answer.state is AnswerState.STOPPED:
        return _tr("Stopped before its end.")
    if answer.state is AnswerState.FAILED:
        if error is not None and error.code == answer.error_code:
            return sentence(error, translated)
        if answer.error_code.startswith("comparison_"):
            return sentence(HearthError(answer.error_code), translated)
        return _tr("This answer didn't come. The reason was told when it happened.")
    return ""


def waiting() -> str:
    """What is said of an answer of which nothing is shown yet."""
    return _tr("Waiting for the first word…")


def figures(answer: ComparedAnswer) -> str:
    """Time, tokens, money, energy: what is known of an answer that has ended."""
    if not answer.seconds:
        return ""
    told = [
        _tr("{seconds} s").format(seconds=_number(answer.seconds, 1)),
        _tr("first word after {seconds} s").format(seconds=_number(answer.first_word_s, 1)),
    ]
    if answer.completion_tokens >= 0:
        told.append(_tr("%Ln token(s)", answer.completion_tokens))
    if answer.cost_micro != UNKNOWN_COST:
        cost = money(answer.currency, answer.cost_micro)
        told.append(_tr("about {cost}").format(cost=cost) if answer.estimated else cost)
    elif answer.provider:
        told.append(_tr("price unknown"))
    if answer.provider:
        told.append(_tr("energy unknown"))
    elif answer.watts:
        told.append(
            _tr("about {energy} Wh at {watts} W").format(
                energy=_energy(answer.energy_mwh), watts=_number(answer.watts)
            )
        )
    return BETWEEN.join(told)


def vote_words(comparison: Comparison, vote: Vote) -> str:
    """What a vote says, in the words of the answers' places as they are shown."""
    if vote is Vote.BOTH:
        return _tr("Equally good")
    if vote is Vote.NEITHER:
        return _tr("Neither is good")
    first = (vote is Vote.SERVER) is comparison.server_first
    return _tr("The first is better") if first else _tr("The second is better")


def head_words(head: ComparisonHead) -> str:
    """One line of the list, what matters first: the rest may not fit."""
    question = one_line(" ".join(head.question.split()))
    if head.hidden:
        found = _tr("not judged")
    else:
        found = {
            Vote.NONE: _tr("not judged"),
            Vote.LOCAL: _tr("this computer was better"),
            Vote.SERVER: _tr("{name} was better").format(name=visible(head.provider)),
            Vote.BOTH: _tr("equally good"),
            Vote.NEITHER: _tr("neither was good"),
        }[head.vote]
    return BETWEEN.join((found, moment(head.created_ms), question))


def tally_words(tally: Tally) -> str:
    """What all votes on one pair come to."""
    told = [
        _tr("{local} here and {server} at {name}:").format(
            local=visible(tally.local_model), server=visible(tally.server_model), name=visible(tally.provider)
        ),
        _tr("{here} × this computer, {there} × {name}, {both} × equally good, {neither} × neither.").format(
            here=_number(tally.count(Vote.LOCAL)),
            there=_number(tally.count(Vote.SERVER)),
            name=visible(tally.provider),
            both=_number(tally.count(Vote.BOTH)),
            neither=_number(tally.count(Vote.NEITHER)),
        ),
        _tr("On average {here} s here, {there} s there.").format(
            here=_number(tally.local_s, 1), there=_number(tally.server_s, 1)
        ),
    ]
    if tally.currency:
        told.append(_tr("All this cost {cost}.").format(cost=money(tally.currency, tally.cost_micro)))
    if tally.energy_mwh:
        told.append(_tr("Here it took about {energy} Wh.").format(energy=_energy(tally.energy_mwh)))
    return in_direction(" ".join(told))


def _energy(mwh: int) -> str:
    return _number(mwh / MWH, 3 if mwh < MWH / 10 else 2)


def _number(value: float, decimals: int = 0) -> str:
    return QLocale().toString(float(value), "f", decimals)
