"""The statements of `app.vault.conversation_search`, written out so that each can be read as it runs.

Constants; nothing a person or a model wrote is ever put into one of them.
"""

TITLES = """
SELECT c.id, c.title, c.created_ms, c.updated_ms, c.leaf_id, c.system_prompt, c.model, c.pinned, c.folder,
    c.preset, c.sampling,
    coalesce((SELECT g.provider FROM conversation_grants AS g WHERE g.conversation = c.number), ''),
    highlight(title_words, 0, ?, ?)
FROM title_words JOIN conversations AS c ON c.number = title_words.rowid
WHERE title_words MATCH ? AND c.deleting = 0 ORDER BY c.updated_ms DESC LIMIT ?
"""

# FTS5's own snippet() asks the index again for each message, which takes longer than the search: marks are made
# from the text.
MESSAGES = """
WITH best (number, place) AS MATERIALIZED (
    SELECT rowid, row_number() OVER () FROM (
        SELECT rowid FROM message_words WHERE message_words MATCH ? ORDER BY rank LIMIT ?
    )
)
SELECT m.id, c.id, c.title, c.created_ms, c.updated_ms, c.leaf_id, c.system_prompt, c.model, c.pinned, c.folder,
    c.preset, c.sampling,
    coalesce((SELECT g.provider FROM conversation_grants AS g WHERE g.conversation = c.number), ''),
    m.text
FROM best
JOIN messages AS m ON m.number = best.number
JOIN conversations AS c ON c.number = m.conversation
WHERE c.deleting = 0 ORDER BY best.place
"""

# The index of pairs holds no text and can't make snippets.
PAIRS = """
WITH best (number, place) AS MATERIALIZED (
    SELECT rowid, row_number() OVER () FROM (
        SELECT rowid FROM message_pairs WHERE message_pairs MATCH ? ORDER BY rank LIMIT ?
    )
)
SELECT m.id, c.id, c.title, c.created_ms, c.updated_ms, c.leaf_id, c.system_prompt, c.model, c.pinned, c.folder,
    c.preset, c.sampling,
    coalesce((SELECT g.provider FROM conversation_grants AS g WHERE g.conversation = c.number), ''),
    m.text
FROM best
JOIN messages AS m ON m.number = best.number
JOIN conversations AS c ON c.number = m.conversation
WHERE c.deleting = 0 ORDER BY best.place
"""

# There are few titles, and they are short: reading them all is quick.
TITLE_PIECES = """
SELECT c.id, c.title, c.created_ms, c.updated_ms, c.leaf_id, c.system_prompt, c.model, c.pinned, c.folder,
    c.preset, c.sampling,
    coalesce((SELECT g.provider FROM conversation_grants AS g WHERE g.conversation = c.number), '')
FROM conversations AS c
WHERE instr(c.title, ?) > 0 AND c.deleting = 0 ORDER BY c.updated_ms DESC LIMIT ?
"""
