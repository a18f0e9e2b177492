"""The guards of the ledger: that it only grows, that every change is noticed, and who reads it."""

from tests.mutation.guard import Guard

LEDGER = "tests/vault/test_ledger_store.py"
READ_LEDGER = "tests/services/test_ledger_service.py"

LEDGER_GUARDS: tuple[Guard, ...] = (
    Guard(
        "blocking ends what is under way",
        "app/services/ledger_service.py",
        "            self.end_requests()\n",
        "            pass\n",
        READ_LEDGER,
        "test_every_row_and_a_block_are_told",
    ),
    Guard(
        "a permit has one row",
        "app/vault/ledger_store.py",
        '            if transaction.rows("SELECT 1 FROM ledger WHERE permit = ?", (permit.id,)):\n',
        "            if False:\n",
        LEDGER,
        "test_a_permit_has_one_row_and_one_end",
    ),
    Guard(
        "a row's code covers the row before",
        "app/vault/ledger_store.py",
        "json.dumps([former, *values]",
        'json.dumps(["", *values]',
        LEDGER,
        "test_a_row_of_another_history_does_not_hold",
    ),
    Guard(
        "a row's code is looked at",
        "app/vault/ledger_store.py",
        " or not hmac.compare_digest(self._mac(former, row[:-1]), str(row[-1]))",
        "",
        LEDGER,
        "test_every_change_is_refused_by_the_database_and_found_by_the_chain",
    ),
    Guard(
        "rows missing at the end are noticed",
        "app/vault/ledger_store.py",
        "        if self._head() != former:\n",
        "        if False:\n",
        LEDGER,
        "test_every_change_is_refused_by_the_database_and_found_by_the_chain",
    ),
    Guard(
        "bytes are those of the row",
        "app/vault/ledger_store.py",
        "        if hashlib.sha256(body).hexdigest() != row[0]:\n",
        "        if False:\n",
        LEDGER,
        "test_every_change_is_refused_by_the_database_and_found_by_the_chain",
    ),
    Guard(
        "rows are never removed",
        "app/vault/cloud_tables.py",
        "DELETE ON ledger BEGIN\n            SELECT RAISE(ABORT, 'the ledger only grows');",
        "DELETE ON ledger BEGIN\n            SELECT 1;",
        LEDGER,
        "test_every_change_is_refused_by_the_database_and_found_by_the_chain",
    ),
    Guard(
        "rows are never changed",
        "app/vault/cloud_tables.py",
        "UPDATE ON ledger BEGIN\n            SELECT RAISE(ABORT, 'the ledger only grows');",
        "UPDATE ON ledger BEGIN\n            SELECT 1;",
        LEDGER,
        "test_every_change_is_refused_by_the_database_and_found_by_the_chain",
    ),
    Guard(
        "what a killed program left open is unknown",
        "app/vault/ledger_store.py",
        "            self.end(int(number), Ended(Outcome.UNKNOWN, sent_bytes=int(sent_bytes)))\n",
        "            self.end(int(number), Ended(Outcome.NOT_SENT))\n",
        LEDGER,
        "test_what_a_killed_program_left_open_is_unknown_and_stays_so",
    ),
    Guard(
        "a request ends once",
        "app/vault/ledger_store.py",
        "            if not transaction.rows(\"SELECT 1 FROM ledger WHERE permit = ? AND event = 'end'\", "
        "(permit,)):\n",
        "            if True:\n",
        LEDGER,
        "test_a_permit_has_one_row_and_one_end",
    ),
    Guard(
        "words go with their conversation",
        "app/vault/cloud_tables.py",
        "            DELETE FROM ledger_bytes WHERE conversation = old.id;\n",
        "            SELECT 1;\n",
        LEDGER,
        "test_words_go_with_their_conversation_and_the_row_stays",
    ),
    Guard(
        "what is handed out is its person's alone",
        "app/services/handed_out.py",
        "            put_in_place(path.resolve(), content)\n",
        "            path.write_bytes(content)\n",
        "tests/services/test_handed_out.py",
        "test_a_link_keeps_pointing_at_what_is_written",
    ),
)
