"""The guards of who asks a server: keys of one's own, conversations, and what the ledger says of it."""

from tests.mutation.guard import Guard

LEDGER = "tests/vault/test_ledger_store.py"
READ_LEDGER = "tests/services/test_ledger_service.py"
SERVICE = "tests/services/test_cloud_service.py"
FETCHING = "tests/gateway/test_fetching.py"
CHAT = "tests/services/test_cloud_chat.py"
COMPARING = "tests/services/test_comparing.py"
BACKUP = "tests/services/test_backup.py"
RESTORING = "tests/cloud/test_restoring.py"

ASKING_GUARDS: tuple[Guard, ...] = (
    # ---- who may ask, with which key
    Guard(
        "the administrator's word",
        "app/services/cloud_service.py",
        "        must_be_allowed(self._policy, origin)\n",
        "",
        SERVICE,
    ),
    Guard(
        "an administrator's list of servers",
        "app/services/cloud_policy.py",
        " and origin not in policy.origins",
        " and False",
        SERVICE,
    ),
    Guard(
        "a policy that can't be read forbids",
        "app/services/policy.py",
        "    except (OSError, ValueError, RecursionError):\n        said = None\n",
        "    except (OSError, ValueError, RecursionError):\n        return Policy(path)\n",
        SERVICE,
    ),
    Guard(
        "a block holds",
        "app/services/cloud_service.py",
        "        if self.blocked:\n",
        "        if False:\n",
        SERVICE,
    ),
    Guard(
        "a payload goes to the server it was made for",
        "app/services/cloud_service.py",
        "        if payload.origin != provider.origin:\n",
        "        if False:\n",
        SERVICE,
    ),
    Guard(
        "a key is found under its origin",
        "app/services/provider_keys.py",
        'known = self._session.get(str(place), "")',
        'known = next(iter(self._session.values()), "")',
        SERVICE,
    ),
    Guard(
        "only a key is kept as one",
        "app/services/provider_keys.py",
        '        if not 0 < len(key) <= LIMIT_CHARS or not all("!" <= character <= "~" for character in key):\n',
        "        if False:\n",
        SERVICE,
    ),
    Guard(
        "a conversation's sheet is no leave for a comparison",
        "app/services/comparing.py",
        "        if not place.startswith(PLACE):\n",
        "        if False:\n",
        COMPARING,
    ),
    Guard(
        "a comparison's sheet serves once",
        "app/services/comparing.py",
        "        if self._store.has(place.removeprefix(PLACE)):\n",
        "        if False:\n",
        COMPARING,
    ),
    Guard(
        "blocking ends what is under way",
        "app/services/ledger_service.py",
        "            self.end_requests()\n",
        "            pass\n",
        READ_LEDGER,
    ),
    Guard(
        "a download's permit is looked at",
        "app/gateway/fetching.py",
        '    check(permit, asked.origin, b"", time.monotonic_ns(), used)\n',
        "",
        FETCHING,
    ),
    Guard(
        "a question's permit fetches no file",
        "app/gateway/fetching.py",
        "    if permit.purpose is not Purpose.DOWNLOAD_MODEL:\n",
        "    if False:\n",
        FETCHING,
    ),
    Guard(
        "a file's address can't break a line",
        "app/domain/permit.py",
        "permit.wire is None and _FILE_PATH.fullmatch(permit.path) is not None",
        "permit.wire is None",
        FETCHING,
    ),
    Guard(
        "a download's redirect is told and not followed",
        "app/gateway/fetching.py",
        "        if 300 <= response.status < 400 and response.status != 304:\n",
        "        if False:\n",
        FETCHING,
    ),
    # ---- conversations on a server
    Guard(
        "never means never",
        "app/services/cloud_service.py",
        "        if self._settings.get_flag(NEVER_SETTING):\n",
        "        if False:\n",
        CHAT,
    ),
    Guard(
        "what must be shown first is not sent unseen",
        "app/services/cloud_chat.py",
        "        if not by_sheet and (preview.why is not None or kept != preview.choice):\n",
        "        if False:\n",
        CHAT,
    ),
    Guard(
        "a conversation that is local by now is not sent",
        "app/services/cloud_chat.py",
        "        if where and (kept is None or kept.grant.provider != preview.choice.grant.provider):\n",
        "        if False:\n",
        CHAT,
    ),
    Guard(
        "no model steps in for a server",
        "app/services/chat.py",
        "        if choice is not None:\n            raise CloudError(",
        "        if False:\n            raise CloudError(",
        CHAT,
    ),
    Guard(
        "restored conversations are local",
        "app/vault/grant_tables.py",
        '            transaction.execute("DELETE FROM conversation_grants")\n',
        "            pass\n",
        BACKUP,
    ),
    Guard(
        "no word is put back into code or a link that may still close",
        "app/cloud/restoring.py",
        "return line if end <= line or _COULD_BE_CODE_OR_LINK.search(text, line, end) else end",
        "return max(line, end)",
        RESTORING,
    ),
    Guard(
        "what changed since it was shown is not sent",
        "app/services/cloud_chat.py",
        "        if self._place(preview.question) != preview.parent_id:\n",
        "        if False:\n",
        CHAT,
    ),
    Guard(
        "a spending limit stops before it is passed",
        "app/services/cloud_costs.py",
        "        if left_micro < 0 or (tokens is not None and tokens < LEAST_TOKENS):\n",
        "        if False:\n",
        CHAT,
    ),
    Guard(
        "no answer is asked for that could pass the limit",
        "app/services/cloud_chat.py",
        "        if longest_tokens:\n",
        "        if False:\n",
        CHAT,
    ),
    Guard(
        "a server that moved has no grant",
        "app/services/cloud_chat.py",
        "        if str(found.origin) != choice.grant.origin:\n",
        "        if False:\n",
        CHAT,
    ),
    Guard(
        "temporary conversations stay here",
        "app/services/cloud_chat.py",
        "            if question.beginning is not None and question.beginning.temporary:\n",
        "            if False:\n",
        CHAT,
    ),
    Guard(
        "a new kind of text is shown first",
        "app/domain/cloud_choice.py",
        "        if not set(kinds) <= self.agreed:\n",
        "        if False:\n",
        CHAT,
    ),
    Guard(
        "much more text is shown first",
        "app/domain/cloud_choice.py",
        "AskReason.GREW if size_bytes > GROWTH * self.agreed_bytes else None",
        "None",
        CHAT,
    ),
    Guard(
        "passages go only of files that were granted",
        "app/services/cloud_chat.py",
        "kept = [source for source in found.sources if source.path in documents]",
        "kept = [*found.sources]",
        CHAT,
    ),
    Guard(
        "a server's answer carries what was in view of it",
        "app/services/cloud_chat.py",
        "joined([frozenset({own}), preview.labels - PROGRAM])",
        "joined([frozenset({own})])",
        CHAT,
    ),
    # ---- the ledger
    Guard(
        "a permit has one row",
        "app/vault/ledger_store.py",
        '            if transaction.rows("SELECT 1 FROM ledger WHERE permit = ?", (permit.id,)):\n',
        "            if False:\n",
        LEDGER,
    ),
    Guard(
        "a row's code covers the row before",
        "app/vault/ledger_store.py",
        "json.dumps([former, *values]",
        'json.dumps(["", *values]',
        LEDGER,
    ),
    Guard(
        "a row's code is looked at",
        "app/vault/ledger_store.py",
        " or not hmac.compare_digest(self._mac(former, row[:-1]), str(row[-1]))",
        "",
        LEDGER,
    ),
    Guard(
        "rows missing at the end are noticed",
        "app/vault/ledger_store.py",
        "        if self._head() != former:\n",
        "        if False:\n",
        LEDGER,
    ),
    Guard(
        "bytes are those of the row",
        "app/vault/ledger_store.py",
        "        if hashlib.sha256(body).hexdigest() != row[0]:\n",
        "        if False:\n",
        LEDGER,
    ),
    Guard(
        "rows are never removed",
        "app/vault/cloud_tables.py",
        "DELETE ON ledger BEGIN\n            SELECT RAISE(ABORT, 'the ledger only grows');",
        "DELETE ON ledger BEGIN\n            SELECT 1;",
        LEDGER,
    ),
    Guard(
        "rows are never changed",
        "app/vault/cloud_tables.py",
        "UPDATE ON ledger BEGIN\n            SELECT RAISE(ABORT, 'the ledger only grows');",
        "UPDATE ON ledger BEGIN\n            SELECT 1;",
        LEDGER,
    ),
    Guard(
        "what a killed program left open is unknown",
        "app/vault/ledger_store.py",
        "            self.end(int(number), Ended(Outcome.UNKNOWN, sent_bytes=int(sent_bytes)))\n",
        "            self.end(int(number), Ended(Outcome.NOT_SENT))\n",
        LEDGER,
    ),
)
