"""What a person types into the search field, made into a query that any text is safe in. Pure functions.

Each run of letters and digits is quoted as one FTS5 string, so operators, quotes and brackets mean nothing;
the last one is a prefix, for it may still be growing. Scripts written without spaces make one long token of
a sentence: for them there is `app.vault.pair_words`.
"""

import unicodedata

WORDS_LIMIT = 16
QUERY_LIMIT_CHARS = 400


def match_expression(query: str) -> str:
    """The FTS5 expression for `query`, empty when it has no word in it."""
    words = _words(query)
    if not words:
        return ""
    return " ".join(f'"{word}"' for word in words) + "*"


def _words(query: str) -> list[str]:
    """Runs of what unicode61 takes for token characters: letters, numbers, private use; marks stay inside."""
    words: list[str] = []
    run = ""
    for ch in query[:QUERY_LIMIT_CHARS] + " ":
        category = unicodedata.category(ch)
        if category[0] in "LN" or category == "Co" or (run and category[0] == "M"):
            run += ch
        elif run:
            words.append(run)
            run = ""
    return words[:WORDS_LIMIT]
