"""That a conversation is answered by a server, and when its person is asked again. Pure values and rules."""

import enum
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from app.domain.labels import Grant, Label, LabelKind, Labels

GROWTH = 2  # the sheet comes back when more than so many times the bytes would go that were agreed to

TextKind = tuple[LabelKind, str]
"""A kind of text, and of which document or server where it is of one."""


class AskReason(enum.StrEnum):
    """Why the sheet is shown."""

    FIRST = "first"
    ALWAYS = "always"  # the person wishes to be asked before every message
    NEW_KIND = "new_kind"
    GREW = "grew"
    CONTINUED = "continued"  # an answer that broke off goes back to be written on


@dataclass(frozen=True, slots=True)
class CloudChoice:
    """One conversation's server.

    Attributes:
        grant: what the person lets it have.
        ask_always: ask before every message.
        agreed: the kinds of text that were on a sheet they agreed to; `agreed_bytes` how many bytes the last such
            sheet showed, 0 while there was none.
        limit_micro: what the conversation may cost, in millionths of the price's currency; 0 for no limit.
        model: the one that answers; empty for the server's usual one.
    """

    grant: Grant
    ask_always: bool = False
    agreed: frozenset[TextKind] = field(default_factory=frozenset)
    agreed_bytes: int = 0
    limit_micro: int = 0
    model: str = ""

    def asks(self, kinds: Iterable[TextKind], size_bytes: int) -> AskReason | None:
        """Why a person must look at a request of these kinds and this size before it goes; None where they needn't."""
        if not self.agreed_bytes:
            return AskReason.FIRST
        if self.ask_always:
            return AskReason.ALWAYS
        if not set(kinds) <= self.agreed:
            return AskReason.NEW_KIND
        return AskReason.GREW if size_bytes > GROWTH * self.agreed_bytes else None

    def after_sheet(self, kinds: Iterable[TextKind], size_bytes: int) -> "CloudChoice":
        """The same once the person has agreed to a sheet with these."""
        return replace(self, agreed=self.agreed | set(kinds), agreed_bytes=size_bytes)


def begun(conversation: str, provider: str, origin: str, now_ms: int) -> CloudChoice:
    """The choice as it begins: what is typed from now on may go once a sheet was agreed to, and nothing else."""
    return CloudChoice(Grant(conversation, provider, origin, now_ms, typed=True))


def kinds_in(labels: Labels, grant: Grant) -> frozenset[TextKind]:
    """The kinds of text that a person is asked about: not the program's own words, nor what the server wrote."""
    return frozenset(_kind(label, grant) for label in labels if not _is_known(label, grant.origin))


def _kind(label: Label, grant: Grant) -> TextKind:
    # Of what was typed, the age decides what it is to a grant.
    if label.kind is LabelKind.TYPED and label.at_ms < grant.since_ms:
        return LabelKind.TYPED, "earlier"
    return label.kind, label.subject


def _is_known(label: Label, origin: str) -> bool:
    return label.kind is LabelKind.PROGRAM or (
        label.kind is LabelKind.CLOUD_ANSWER and label.subject == origin
    )
