"""Comparisons and their votes, inside vault.db.

Window or command line process, on the thread that opened the database.
"""

import enum
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from app.domain.comparison import AnswerState, ComparedAnswer, Comparison, ComparisonHead, Tally, Vote, Who
from app.domain.errors import UsageError, VaultDamagedError
from app.vault.conversation_rows import clean
from app.vault.database import Database, Row, Transaction

LISTED = 200
Kind = TypeVar("Kind", bound=enum.StrEnum)
QUESTION_SHOWN_CHARS = 200

_ADD = """
INSERT INTO comparisons (id, question, created_ms, blind, server_first, vote) VALUES (?, ?, ?, ?, ?, ?)
"""
_PUT_ANSWER = """
INSERT OR REPLACE INTO comparison_answers (comparison, who, model, provider, text, state, error_code, first_word_s,
    seconds, prompt_tokens, completion_tokens, cost_micro, currency, estimated, energy_mwh, watts)
SELECT number, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM comparisons WHERE id = ?
"""
_ONE = "SELECT id, question, created_ms, blind, server_first, vote FROM comparisons WHERE id = ?"
_ANSWERS = """
SELECT a.who, a.model, a.provider, a.text, a.state, a.error_code, a.first_word_s, a.seconds, a.prompt_tokens,
    a.completion_tokens, a.cost_micro, a.currency, a.estimated, a.energy_mwh, a.watts
FROM comparison_answers AS a JOIN comparisons AS c ON c.number = a.comparison WHERE c.id = ?
"""
_JOINED = """
FROM comparisons AS c JOIN comparison_answers AS l ON l.comparison = c.number AND l.who = 'local'
JOIN comparison_answers AS s ON s.comparison = c.number AND s.who = 'server'
"""
_HEAD = f"""
SELECT c.id, substr(c.question, 1, ?), c.created_ms, c.vote, l.model, s.model, s.provider,
    c.blind AND c.vote = '' AND l.state <> 'failed' AND s.state <> 'failed'
{_JOINED}"""
_NEWEST = "ORDER BY c.number DESC LIMIT ?"
_HEADS = f"{_HEAD}{_NEWEST}"
_WAITING = f"""{_HEAD}
WHERE c.vote = '' AND l.state IN ('complete', 'stopped') AND s.state IN ('complete', 'stopped') {_NEWEST}
"""
_TALLIES = f"""
SELECT l.model, s.model, s.provider, c.vote, count(*), sum(l.seconds), sum(s.seconds),
    sum(CASE WHEN s.cost_micro > 0 THEN s.cost_micro ELSE 0 END), max(s.currency), sum(l.energy_mwh)
{_JOINED} WHERE c.vote <> '' GROUP BY l.model, s.model, s.provider, c.vote
"""
_SPENT = """
SELECT coalesce(sum(cost_micro), 0) FROM comparison_answers
WHERE who = 'server' AND provider = ? AND currency = ? AND cost_micro > 0
"""
_END_WAITING = "UPDATE comparison_answers SET state = 'failed', error_code = ? WHERE state = 'waiting'"


class ComparisonStore:
    """Comparisons, newest last."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, comparison: Comparison) -> None:
        """Keep a new one."""
        with self._database.transaction() as transaction:
            _add(transaction, comparison)

    def take_in(self, transaction: Transaction, comparisons: Iterable[Comparison]) -> int:
        """Add whole ones; one whose id is there already is left out. How many were added."""
        added = 0
        for comparison in comparisons:
            if not transaction.rows(_ONE, (comparison.id,)):
                _add(transaction, comparison)
                added += 1
        return added

    def put_answer(self, comparison_id: str, answer: ComparedAnswer) -> None:
        """Keep an answer in the place of what was known of it. Nothing when the comparison is gone."""
        with self._database.transaction() as transaction:
            _put(transaction, comparison_id, answer)

    def vote(self, comparison_id: str, vote: Vote) -> None:
        """Keep what the person found."""
        with self._database.transaction() as transaction:
            transaction.execute("UPDATE comparisons SET vote = ? WHERE id = ?", (vote.value, comparison_id))

    def remove(self, comparison_id: str) -> None:
        """Remove one, with the bytes that were sent for it. What the ledger says of it stays."""
        with self._database.transaction() as transaction:
            transaction.execute("DELETE FROM comparisons WHERE id = ?", (comparison_id,))

    def end_waiting(self, error_code: str) -> None:
        """Let answers that an ended process was waiting for have failed, for this reason."""
        with self._database.transaction() as transaction:
            transaction.execute(_END_WAITING, (error_code,))

    def has(self, comparison_id: str) -> bool:
        """Whether there is one."""
        return self._database.row(_ONE, (comparison_id,)) is not None

    def get(self, comparison_id: str) -> Comparison:
        """One of them. Errors: UsageError comparison_unknown."""
        row = self._database.row(_ONE, (comparison_id,))
        answers = {answer.who: answer for answer in self._answers(comparison_id)}
        if row is None or set(answers) != set(Who):
            raise UsageError("comparison_unknown")
        identity, question, created_ms, blind, server_first, vote = row
        return Comparison(
            identity,
            question,
            created_ms,
            answers[Who.LOCAL],
            answers[Who.SERVER],
            bool(blind),
            bool(server_first),
            _known(Vote, vote),
        )

    def all(self) -> list[Comparison]:
        """Every one, oldest first."""
        rows = self._database.rows("SELECT id FROM comparisons ORDER BY number")
        return [self.get(identity) for (identity,) in rows]

    def spent_micro(self, provider: str, currency: str) -> int:
        """What a server's answers have cost in all comparisons that are kept, in millionths of `currency`."""
        row = self._database.row(_SPENT, (provider, currency))
        return 0 if row is None else int(row[0])

    def heads(self) -> tuple[ComparisonHead, ...]:
        """The newest ones, newest first."""
        return self._heads(_HEADS)

    def waiting(self) -> tuple[ComparisonHead, ...]:
        """The newest of those that can be judged and aren't yet, newest first."""
        return self._heads(_WAITING)

    def tallies(self) -> tuple[Tally, ...]:
        """What the votes come to, pair by pair, by the models' names."""
        found: dict[tuple[str, str, str], Tally] = {}
        for row in self._database.rows(_TALLIES):
            local, server, provider, vote, count, local_s, server_s, cost_micro, currency, energy_mwh = row
            former = found.get((local, server, provider)) or Tally(local, server, provider, (), 0.0, 0.0)
            found[local, server, provider] = replace(
                former,
                votes=(*former.votes, (_known(Vote, vote), int(count))),
                local_s=former.local_s + local_s,
                server_s=former.server_s + server_s,
                cost_micro=former.cost_micro + cost_micro,
                currency=former.currency or currency,
                energy_mwh=former.energy_mwh + energy_mwh,
            )
        return tuple(_with_means(tally) for _, tally in sorted(found.items()))

    def _heads(self, statement: str) -> tuple[ComparisonHead, ...]:
        return tuple(
            ComparisonHead(
                identity, question, created_ms, _known(Vote, vote), local, server, provider, bool(hidden)
            )
            for identity, question, created_ms, vote, local, server, provider, hidden in self._database.rows(
                statement, (QUESTION_SHOWN_CHARS, LISTED)
            )
        )

    def _answers(self, comparison_id: str) -> list[ComparedAnswer]:
        return [_answer(row) for row in self._database.rows(_ANSWERS, (comparison_id,))]


def _add(transaction: Transaction, comparison: Comparison) -> None:
    transaction.execute(
        _ADD,
        (
            comparison.id, clean(comparison.question), comparison.created_ms, int(comparison.blind),
            int(comparison.server_first), comparison.vote.value,
        ),
    )  # fmt: skip
    for answer in (comparison.local, comparison.server):
        _put(transaction, comparison.id, answer)


def _put(transaction: Transaction, comparison_id: str, answer: ComparedAnswer) -> None:
    transaction.execute(
        _PUT_ANSWER,
        (
            answer.who.value, answer.model, answer.provider, clean(answer.text), answer.state.value, answer.error_code,
            answer.first_word_s, answer.seconds, answer.prompt_tokens, answer.completion_tokens, answer.cost_micro,
            answer.currency, int(answer.estimated), answer.energy_mwh, answer.watts, comparison_id,
        ),
    )  # fmt: skip


def _answer(row: Row) -> ComparedAnswer:
    (
        who, model, provider, text, state, error_code, first_word_s, seconds, prompt_tokens, completion_tokens,
        cost_micro, currency, estimated, energy_mwh, watts,
    ) = row  # fmt: skip
    return ComparedAnswer(
        _known(Who, who),
        model,
        provider,
        text,
        _known(AnswerState, state),
        error_code,
        first_word_s,
        seconds,
        prompt_tokens,
        completion_tokens,
        cost_micro,
        currency,
        bool(estimated),
        energy_mwh,
        watts,
    )


def _with_means(tally: Tally) -> Tally:
    count = sum(number for _, number in tally.votes)
    return replace(tally, local_s=tally.local_s / count, server_s=tally.server_s / count)


def _known(kind: type[Kind], value: str) -> Kind:
    try:
        return kind(value)
    except ValueError as error:  # a kind that no version of this schema writes
        raise VaultDamagedError("database_damaged", name="vault.db") from error
