"""The guards of what may leave: labels, grants, payloads, and the permits that are made for them."""

from tests.mutation.guard import Guard

LABELS = "tests/domain/test_labels.py"
PAYLOAD = "tests/cloud/test_payload.py"
REDACTION = "tests/cloud/test_redaction.py"
KEPT_LABELS = "tests/vault/test_label_store.py"
CHAT = "tests/services/test_cloud_chat.py"

LABEL_GUARDS: tuple[Guard, ...] = (
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
)
