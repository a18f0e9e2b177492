"""The guards of the gateway: the permit looked at again, keys, connections, TLS, replies, proxies, addresses."""

from tests.mutation.guard import Guard

PERMIT = "tests/domain/test_permit.py"
SENDING = "tests/gateway/test_sending.py"
REPLIES = "tests/gateway/test_replies.py"
PROXIES = "tests/gateway/test_proxies.py"
TUNNEL = "tests/gateway/test_tunnel.py"
SERVICE = "tests/services/test_cloud_service.py"
SECCOMP = "tests/sandbox/test_seccomp.py"

GATEWAY_GUARDS: tuple[Guard, ...] = (
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
        "the end of one format's answers is none in the other",
        "app/gateway/replies.py",
        '            if data == "[DONE]" and self._wire is Wire.OPENAI:\n',
        '            if data == "[DONE]":\n',
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
    # ---- proxies
    Guard(
        "no proxy gets what would travel in clear",
        "app/gateway/line.py",
        '        if proxy is not None and self._watch.origin.scheme != "https":\n',
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
        "an HTTP proxy's refusal is no way",
        "app/gateway/tunnel.py",
        "    if not 200 <= status < 300:\n",
        "    if False:\n",
        TUNNEL,
    ),
    Guard(
        "an HTTP proxy's answer is read no further than its head",
        "app/gateway/tunnel.py",
        "        piece = talker.recv(1)\n",
        "        piece = talker.recv(65536)\n",
        TUNNEL,
    ),
    Guard(
        "a proxy's user isn't asked for without a password",
        "app/services/cloud_service.py",
        "        if not password:\n",
        "        if False:\n",
        SERVICE,
    ),
    Guard(
        "a proxy looks the name up, not this computer",
        "app/gateway/line.py",
        "found = _look_up(host, port, name) if proxy is None else _look_up(proxy.host, proxy.port, name)",
        "found = _look_up(host, port, name) and _look_up((proxy or self._watch.origin).host, port, name)",
        PROXIES,
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
