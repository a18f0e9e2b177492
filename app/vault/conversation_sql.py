"""The statements of `app.vault.conversation_store`, written out so that each can be read as it runs.

Constants; nothing a person or a model wrote is ever put into one of them.
"""

CONVERSATION = """
SELECT id, title, created_ms, updated_ms, leaf_id, system_prompt, model, pinned, folder, preset,
    sampling,
    coalesce((SELECT g.provider FROM conversation_grants AS g WHERE g.conversation = conversations.number), '')
FROM conversations WHERE id = ?
"""

CONVERSATIONS = """
SELECT id, title, created_ms, updated_ms, leaf_id, system_prompt, model, pinned, folder, preset,
    sampling,
    coalesce((SELECT g.provider FROM conversation_grants AS g WHERE g.conversation = conversations.number), '')
FROM conversations
WHERE deleting = 0 ORDER BY updated_ms DESC, number DESC LIMIT ? OFFSET ?
"""

ADD_CONVERSATION = """
INSERT INTO conversations (id, title, created_ms, updated_ms, leaf_id, system_prompt, model, folder, preset,
    sampling)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""

SET_TITLE = "UPDATE conversations SET title = ? WHERE id = ?"
SET_LEAF = "UPDATE conversations SET leaf_id = ? WHERE id = ?"
SET_SYSTEM_PROMPT = "UPDATE conversations SET system_prompt = ? WHERE id = ?"
SET_MODEL = "UPDATE conversations SET model = ? WHERE id = ?"
SET_PINNED = "UPDATE conversations SET pinned = ? WHERE id = ?"
SET_FOLDER = "UPDATE conversations SET folder = ? WHERE id = ?"
SET_DELETING = "UPDATE conversations SET deleting = ? WHERE id = ?"
SET_PLACE = "UPDATE conversations SET place = ? WHERE id = ?"
SET_PRESET = """
UPDATE conversations SET preset = ?, system_prompt = ?, model = ?, sampling = ? WHERE id = ?
"""
PLACE = "SELECT place FROM conversations WHERE id = ?"
DELETING = "SELECT id FROM conversations WHERE deleting = 1"
GREW = "UPDATE conversations SET leaf_id = ?, updated_ms = ? WHERE number = ?"
NUMBER = "SELECT number FROM conversations WHERE id = ?"
DELETE = "DELETE FROM conversations WHERE id = ?"

MESSAGES = """
SELECT m.id, c.id, m.parent_id, m.role, m.text, m.state, m.created_ms, m.thinking, m.model, m.error_code,
    m.dropped, m.figures, m.provider
FROM messages AS m JOIN conversations AS c ON c.number = m.conversation
WHERE c.id = ? ORDER BY m.number
"""

MESSAGE = """
SELECT m.id, c.id, m.parent_id, m.role, m.text, m.state, m.created_ms, m.thinking, m.model, m.error_code,
    m.dropped, m.figures, m.provider
FROM messages AS m JOIN conversations AS c ON c.number = m.conversation
WHERE m.id = ?
"""

HAS_VERSIONS = """
SELECT 1 FROM messages AS m JOIN conversations AS c ON c.number = m.conversation
WHERE c.id = ? GROUP BY m.parent_id, m.role HAVING count(*) > 1 LIMIT 1
"""

IS_IN = "SELECT 1 FROM messages WHERE id = ? AND conversation = ?"

ADD_MESSAGE = """
INSERT INTO messages (id, conversation, parent_id, role, text, thinking, state, created_ms, model, error_code,
    dropped, figures, provider)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""

UPDATE_MESSAGE = """
UPDATE messages SET text = ?, thinking = ?, state = ?, model = ?, error_code = ?, dropped = ?, figures = ?
WHERE id = ?
"""

STORED_TEXT = "SELECT number, text, state FROM messages WHERE id = ?"
TEXTS_OF = """
SELECT m.number, m.text FROM messages AS m JOIN conversations AS c ON c.number = m.conversation
WHERE c.id = ? AND m.state <> 'streaming'
"""
STREAMING = "SELECT number, text FROM messages WHERE state = 'streaming'"
INTERRUPT = "UPDATE messages SET state = 'interrupted' WHERE state = 'streaming'"

ADD_PAIRS = "INSERT INTO message_pairs (rowid, text) VALUES (?, ?)"
REMOVE_PAIRS = "INSERT INTO message_pairs (message_pairs, rowid, text) VALUES ('delete', ?, ?)"

QUESTIONS = """
SELECT m.text FROM messages AS m JOIN conversations AS c ON c.number = m.conversation
WHERE m.role = 'user' AND c.deleting = 0 ORDER BY m.number DESC LIMIT ?
"""

COUNTS = """
SELECT (SELECT count(*) FROM conversations WHERE deleting = 0), (SELECT count(*) FROM messages)
"""

FOLDERS = "SELECT id, name FROM folders ORDER BY name COLLATE NOCASE, id"
ADD_FOLDER = "INSERT INTO folders (id, name) VALUES (?, ?)"
RENAME_FOLDER = "UPDATE folders SET name = ? WHERE id = ?"
EMPTY_FOLDER = "UPDATE conversations SET folder = '' WHERE folder = ?"
REMOVE_FOLDER = "DELETE FROM folders WHERE id = ?"
COPY_PICTURES = """
INSERT INTO message_pictures (message, place, name, width, height, pixels, small_width, small_height, small)
SELECT copy.number, p.place, p.name, p.width, p.height, p.pixels, p.small_width, p.small_height, p.small
FROM message_pictures AS p JOIN messages AS m ON m.number = p.message JOIN messages AS copy ON copy.id = ?
WHERE m.id = ?
"""
