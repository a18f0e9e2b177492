"""The guards between a person's words and a network: where each stands, and what its removal looks like.

Pure values. `tests.mutation.test_guards` takes each away in a copy of the program and runs the named tests there.
To add a guard to the cloud path: a line here.
"""

from dataclasses import dataclass

LABELS = "tests/domain/test_labels.py"
PERMIT = "tests/domain/test_permit.py"
PAYLOAD = "tests/cloud/test_payload.py"
REDACTION = "tests/cloud/test_redaction.py"
KEPT_LABELS = "tests/vault/test_label_store.py"
LEDGER = "tests/vault/test_ledger_store.py"
READ_LEDGER = "tests/services/test_ledger_service.py"
SERVICE = "tests/services/test_cloud_service.py"
SENDING = "tests/gateway/test_sending.py"
REPLIES = "tests/gateway/test_replies.py"
PROXIES = "tests/gateway/test_proxies.py"
FETCHING = "tests/gateway/test_fetching.py"
CHAT = "tests/services/test_cloud_chat.py"
COMPARING = "tests/services/test_comparing.py"
BACKUP = "tests/services/test_backup.py"
RESTORING = "tests/cloud/test_restoring.py"
SECCOMP = "tests/sandbox/test_seccomp.py"


@dataclass(frozen=True, slots=True)
class Guard:
    """One guard: `before` stands once in `path`, and `after` is the code without it. `tests` should notice."""

    what: str
    path: str
    before: str
    after: str
    tests: str


GUARDS: tuple[Guard, ...] = (
    # ---- labels and grants
    Guard(
        "a span has a label",
        "app/domain/labels.py",
        "        if not self.labels:\n",
        "        if False:\n",
        LABELS,
    ),
    Guard(
        "what is derived carries what was in view",
        "app/domain/labels.py",
        "    groups = [labels_of(in_view), frozenset() if own is None else frozenset({own})]\n",
        "    groups = [frozenset() if own is None else frozenset({own})]\n",
        LABELS,
    ),
    Guard(
        "the oldest age of a text counts",
        "app/domain/labels.py",
        "(min(oldest, label), max(newest, label))",
        "(max(oldest, label), max(newest, label))",
        LABELS,
    ),
    Guard(
        "unreadable labels go nowhere",
        "app/domain/labels.py",
        "    except (ValueError, TypeError):\n        return UNKNOWN\n    return found or UNKNOWN\n",
        "    except (ValueError, TypeError):\n        return PROGRAM\n    return found or PROGRAM\n",
        LABELS,
    ),
    Guard(
        "what was typed before the grant is another thing",
        "app/domain/labels.py",
        "return self.typed if label.at_ms >= self.since_ms else self.earlier",
        "return self.typed or self.earlier",
        LABELS,
    ),
    Guard(
        "local answers need a grant",
        "app/domain/labels.py",
        "        if label.kind is LabelKind.LOCAL_ANSWER:\n            return self.earlier_answers\n",
        "        if label.kind is LabelKind.LOCAL_ANSWER:\n            return True\n",
        LABELS,
    ),
    Guard(
        "another server's answers need a grant",
        "app/domain/labels.py",
        "(label.subject == self.origin and self.typed)",
        "self.typed",
        LABELS,
    ),
    Guard(
        "each document needs a grant of its own",
        "app/domain/labels.py",
        "return label.subject in self.documents",
        "return bool(self.documents)",
        LABELS,
    ),
    Guard(
        "instructions need a grant",
        "app/domain/labels.py",
        "            return self.system_prompt\n",
        "            return True\n",
        LABELS,
    ),
    Guard(
        "what is of no known kind stays",
        "app/domain/labels.py",
        "            return label.subject in self.documents\n        return False\n",
        "            return label.subject in self.documents\n        return True\n",
        LABELS,
    ),
    Guard(
        "an answer's labels are kept with those above it",
        "app/vault/label_store.py",
        "known = UNKNOWN if labels is None else labels_from(str(labels))",
        "known: Labels = frozenset() if labels is None else labels_from(str(labels))",
        KEPT_LABELS,
    ),
    Guard(
        "an answer's labels name the files it was given",
        "app/vault/label_store.py",
        "groups.append(frozenset(Label(LabelKind.DOCUMENT, path) for path in documents))",
        "groups.append(frozenset())",
        KEPT_LABELS,
    ),
    Guard(
        "an answer's labels name the pictures beside its question",
        "app/vault/label_store.py",
        "groups.append(frozenset(Label(LabelKind.DOCUMENT, str(name)) for (name,) in pictures))",
        "groups.append(frozenset())",
        KEPT_LABELS,
    ),
    Guard(
        "a server's answer doesn't speak for what stands above it",
        "app/vault/label_store.py",
        "            if all(label.kind is not LabelKind.CLOUD_ANSWER for label in known):\n",
        "            if True:\n",
        CHAT,
    ),
    Guard(
        "a passage carries its file",
        "app/domain/labelled_prompt.py",
        "frozenset({Label(LabelKind.DOCUMENT, source.path)})",
        "PROGRAM",
        PAYLOAD,
    ),
    # ---- payloads and permits
    Guard(
        "compose refuses what isn't granted",
        "app/cloud/payload.py",
        "    if refused:\n",
        "    if False:\n",
        PAYLOAD,
    ),
    Guard(
        "compose refuses another server's grant",
        "app/cloud/payload.py",
        "if grant.origin != str(provider.origin) or grant.provider != provider.name or not grant.conversation:",
        "if False:",
        PAYLOAD,
    ),
    Guard(
        "only compose makes payloads",
        "app/cloud/payload.py",
        "        if made_here is not _MADE_HERE:\n",
        "        if False:\n",
        PAYLOAD,
    ),
    Guard(
        "a permit for words needs the grant of their conversation",
        "app/cloud/permits.py",
        "        if grant is None or grant.conversation != payload.conversation or "
        "grant.origin != str(payload.origin):\n",
        "        if False:\n",
        PAYLOAD,
    ),
    Guard(
        "masked words are not in the bytes",
        "app/cloud/payload.py",
        "            text = redacted.text\n",
        "",
        PAYLOAD,
    ),
    Guard(
        "masked words are not put back into links and code",
        "app/cloud/redaction.py",
        "parts += [self.restore(text[at : match.start()]), match[0]]",
        "parts += [self.restore(text[at : match.start()]), self.restore(match[0])]",
        REDACTION,
    ),
    Guard(
        "what looks like a placeholder is masked itself",
        "app/cloud/redaction.py",
        "return resolve([*literal, *(mark",
        "return resolve([*(mark",
        REDACTION,
    ),
    # ---- the permit, looked at again in the gateway
    Guard(
        "a permit serves once",
        "app/domain/permit.py",
        "    if permit.id in used:\n",
        "    if False:\n",
        PERMIT,
    ),
    Guard(
        "a permit lives for a minute",
        "app/domain/permit.py",
        "    if not 0 <= now_ns - permit.issued_ns <= LIFE_NS:\n",
        "    if False:\n",
        PERMIT,
    ),
    Guard(
        "a permit is for one server",
        "app/domain/permit.py",
        "    if permit.origin != origin or (",
        "    if (",
        PERMIT,
    ),
    Guard(
        "plain http only to this computer",
        "app/domain/permit.py",
        '(origin.scheme != "https" and not origin.is_loopback)',
        "False",
        PERMIT,
    ),
    Guard(
        "a permit is for exact bytes",
        "app/domain/permit.py",
        "    if hashlib.sha256(body).hexdigest() != permit.sha256:\n",
        "    if False:\n",
        PERMIT,
    ),
    Guard(
        "a permit's path is its purpose's",
        "app/domain/permit.py",
        "return permit.wire is not None and permit.path.endswith(PATHS[permit.purpose, permit.wire])",
        "return permit.wire is not None",
        PERMIT,
    ),
    Guard(
        "only a question has a body",
        "app/domain/permit.py",
        "    if bool(body) != chats or ",
        "    if ",
        PERMIT,
    ),
    Guard(
        "words belong to a conversation",
        "app/domain/permit.py",
        " or bool(permit.conversation) != chats:",
        ":",
        PERMIT,
    ),
    Guard(
        "the gateway looks at the permit",
        "app/gateway/sending.py",
        "    check(permit, asked.origin, asked.body, time.monotonic_ns(), used)\n",
        "",
        SENDING,
    ),
    # ---- the gateway: keys, connections, TLS
    Guard(
        "a key can't break a header",
        "app/gateway/sending.py",
        "    if asked.key and not _KEY.fullmatch(asked.key):\n",
        "    if False:\n",
        SENDING,
    ),
    Guard(
        "a key goes to its own origin",
        "app/gateway/sending.py",
        "    if asked.key and asked.key_origin != str(permit.origin):\n",
        "    if False:\n",
        SENDING,
    ),
    Guard(
        "an own server stands in the house",
        "app/gateway/line.py",
        "        if own and there.is_global:\n",
        "        if False:\n",
        SENDING,
    ),
    Guard(
        "another's server stands elsewhere",
        "app/gateway/line.py",
        "        if not own and not there.is_global:\n",
        "        if False:\n",
        SENDING,
    ),
    Guard(
        "certificates are checked",
        "app/gateway/trust.py",
        "    context.minimum_version = ssl.TLSVersion.TLSv1_2\n",
        "    context.minimum_version = ssl.TLSVersion.TLSv1_2\n    context.check_hostname = False\n"
        "    context.verify_mode = ssl.CERT_NONE\n",
        SENDING,
    ),
    Guard(
        "certificates are for the server's name",
        "app/gateway/trust.py",
        "    context.minimum_version = ssl.TLSVersion.TLSv1_2\n",
        "    context.minimum_version = ssl.TLSVersion.TLSv1_2\n    context.check_hostname = False\n",
        SENDING,
    ),
    Guard(
        "no old TLS",
        "app/gateway/trust.py",
        "    context.minimum_version = ssl.TLSVersion.TLSv1_2\n",
        "    context.minimum_version = ssl.TLSVersion.TLSv1\n    context.set_ciphers('ALL:@SECLEVEL=0')\n",
        SENDING,
    ),
    Guard(
        "the person's own certificates vouch alone",
        "app/gateway/trust.py",
        "        return context\n    context.load_default_certs()\n",
        "    context.load_default_certs()\n",
        SENDING,
    ),
    # ---- the gateway: replies
    Guard(
        "no redirect is followed",
        "app/gateway/sending.py",
        "    if 300 <= status < 400:\n",
        "    if False:\n",
        SENDING,
    ),
    Guard(
        "an answer is of the kind that was asked for",
        "app/gateway/sending.py",
        "    if kind != wanted:\n",
        "    if False:\n",
        SENDING,
    ),
    Guard(
        "an answer isn't packed",
        "app/gateway/exchange.py",
        '    if fields.get(b"content-encoding", b"identity").strip().lower() not in (b"identity", b""):\n',
        "    if False:\n",
        SENDING,
    ),
    Guard(
        "an answer has a largest size",
        "app/gateway/replies.py",
        "            if self.received_bytes > self._limits.body_bytes:\n",
        "            if False:\n",
        REPLIES,
    ),
    Guard(
        "an answer has a largest length",
        "app/gateway/replies.py",
        "        if self._characters > self._limits.answer_chars:\n",
        "        if False:\n",
        REPLIES,
    ),
    Guard(
        "a line has a largest length",
        "app/gateway/replies.py",
        "            begun, size = [last], len(last)\n        if size > limits.line_bytes:\n",
        "            begun, size = [last], len(last)\n        if False:\n",
        REPLIES,
    ),
    Guard(
        "an event has a largest length",
        "app/gateway/replies.py",
        "            size += len(line)\n            if size > limits.line_bytes:\n",
        "            size += len(line)\n            if False:\n",
        REPLIES,
    ),
    Guard(
        "a list of models has a largest size",
        "app/gateway/replies.py",
        "        if len(body) > limits.listing_bytes:\n",
        "        if False:\n",
        REPLIES,
    ),
    Guard(
        "an answer without an end is told apart",
        "app/gateway/replies.py",
        "        if not self.finished:\n",
        "        if False:\n",
        SENDING,
    ),
    Guard(
        "a server's silence ends",
        "app/gateway/line.py",
        "        if now >= self._ends_at or now - silent_since >= self.limits.silence_s:\n",
        "        if False:\n",
        SENDING,
    ),
    Guard(
        "the gateway connects and does nothing else",
        "app/sandbox/linux.py",
        "    reason = seccomp.install(local_sockets=False, internet=True)\n",
        '    reason = "enforced"\n',
        SECCOMP,
    ),
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
    # ---- proxies
    Guard(
        "no proxy gets what would travel in clear",
        "app/gateway/line.py",
        '        if self._proxy is not None and self._watch.origin.scheme != "https":\n',
        "        if False:\n",
        PROXIES,
    ),
    Guard(
        "a proxy that was given a user is asked by a login alone",
        "app/gateway/socks.py",
        "    talker.sendall(bytes((VERSION, 1, method)))\n",
        "    talker.sendall(bytes((VERSION, 2, method, NO_LOGIN)))\n",
        PROXIES,
    ),
    Guard(
        "a proxy's user isn't asked for without a password",
        "app/services/cloud_service.py",
        "        if not password:\n",
        "        if False:\n",
        SERVICE,
    ),
    Guard(
        "a SOCKS proxy looks the name up, not this computer",
        "app/gateway/line.py",
        "found = _look_up(host, port, name) if socks is None else _look_up(socks.host, socks.port, name)",
        "found = _look_up(host, port, name) and _look_up((socks or self._watch.origin).host, port, name)",
        PROXIES,
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
    # ---- addresses
    Guard(
        "a typed address doesn't travel in clear",
        "app/domain/origin.py",
        '    if origin.scheme == "http" and not origin.is_loopback:\n',
        "    if False:\n",
        PERMIT,
    ),
    Guard(
        "an address of numbers means one place",
        "app/domain/origin.py",
        "    elif _NUMBERS.fullmatch(host):\n",
        "    elif False:\n",
        PERMIT,
    ),
)
