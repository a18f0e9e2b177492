"""Finding words in conversations that no database holds, in the shape of `app.vault.conversation_search`. Pure."""

import re
import unicodedata
from collections.abc import Iterable

from app.domain.conversation import Conversation, Message
from app.vault.conversation_search import Hits, SearchHit
from app.vault.pair_words import runs
from app.vault.word_query import QUERY_LIMIT_CHARS, WORDS_LIMIT

_BEFORE_CHARS = 40
_SNIPPET_CHARS = 160


def search_held(held: Iterable[tuple[Conversation, list[Message]]], query: str) -> Hits:
    """Titles and messages that hold all words of `query`, the last of which may be the beginning of one.

    Accents and case don't matter.
    """
    words = runs(_folded(query[:QUERY_LIMIT_CHARS]))[:WORDS_LIMIT]
    if not words:
        return []
    wanted = [
        re.compile(
            re.escape(word)
            if unspaced
            else rf"(?<!\w){re.escape(word)}" + (r"\w*" if number == len(words) - 1 else r"(?!\w)")
        )
        for number, (word, unspaced) in enumerate(words)
    ]
    found: Hits = []
    for conversation, messages in held:
        for message_id, text in [(None, conversation.title), *((one.id, one.text) for one in messages)]:
            spans = _spans(text, wanted)
            if spans:
                found.append(_hit(conversation, message_id, text, spans))
    return found


def _spans(text: str, wanted: list[re.Pattern[str]]) -> list[tuple[int, int]]:
    """Where the words stand; nothing unless all of them do."""
    folded = _folded(text)
    places = [[match.span() for match in pattern.finditer(folded)] for pattern in wanted]
    return sorted(span for spans in places for span in spans) if all(places) else []


def _hit(
    conversation: Conversation, message_id: str | None, text: str, spans: list[tuple[int, int]]
) -> SearchHit:
    start = max(0, spans[0][0] - _BEFORE_CHARS)
    end = min(len(text), start + _SNIPPET_CHARS)
    lead = "…" if start else ""
    shift = len(lead) - start
    matches = tuple((first + shift, last + shift) for first, last in spans if last <= end)
    return SearchHit(
        conversation, message_id, lead + text[start:end] + ("…" if end < len(text) else ""), matches
    )


def _folded(text: str) -> str:
    """`text` without case and accents, character for character."""
    return "".join(_fold(ch) for ch in text)


def _fold(ch: str) -> str:
    base = unicodedata.normalize("NFD", ch)[0].lower()
    return base if len(base) == 1 else ch
