"""`hearth ledger`: what has left this computer, when, to whom, and who allowed it."""

import datetime
import sys

from app.cli.cloud import open_cloud
from app.cli.terminal import CommandContext, open_profile, print_json, show, tell
from app.domain.errors import CloudError, UsageError
from app.domain.ledger import LedgerEntry
from app.services.ledger_service import ledger_facts


def run(context: CommandContext) -> int:
    """Show, check, or block. Exit 1 when the chain doesn't hold, or the bytes asked for aren't there."""
    number = context.options.get("bytes")
    if context.flag("block") and context.flag("unblock"):
        raise UsageError("ledger_block_or_unblock")
    with open_profile(context) as profile, open_cloud(context, profile) as cloud:
        if context.flag("block") or context.flag("unblock"):
            profile.on_work_thread(lambda: cloud.block(context.flag("block")))
        if context.flag("forget_bytes"):
            forgotten = profile.workroom.do(cloud.ledger.forget_bytes).result()
            tell(f"The words of {forgotten} request(s) are forgotten; their rows and sums stay.")
        if isinstance(number, int) and number:
            body = profile.workroom.do(lambda: cloud.ledger.body(number)).result()
            if body is None:
                raise CloudError("ledger_bytes_gone", number=number)
            sys.stdout.buffer.write(body)
            return 0
        rows = profile.workroom.do(cloud.ledger.verify).result() if context.flag("verify") else None
        entries = profile.workroom.do(cloud.ledger.entries).result()
        totals = profile.workroom.do(cloud.ledger.totals).result()
        blocked = profile.workroom.do(lambda: cloud.blocked).result()
    if context.json:
        print_json(ledger_facts(entries, totals, blocked, rows))
        return 0
    for entry in entries:
        show(_line(entry))
    tell(
        f"{len(entries)} request(s), {totals.sent_bytes} bytes sent."
        if entries
        else "Nothing has left this computer."
    )
    if rows is not None:
        tell(f"All {rows} row(s) hold together: nothing was changed, added or taken out.")
    if blocked:
        tell("All connections are blocked until 'hearth ledger --unblock'.")
    return 0


def _line(entry: LedgerEntry) -> str:
    at = datetime.datetime.fromtimestamp(entry.at_ms / 1000).astimezone().isoformat(" ", "seconds")
    ended = f"{entry.outcome} ({entry.code})" if entry.code else str(entry.outcome)
    return (
        f"{entry.number}\t{at}\t{entry.purpose}\t{entry.provider}\t{entry.origin}\t{entry.sent_bytes} B\t{ended}\t"
        f"allowed by {entry.allowed_by}\tsha256 {entry.sha256[:16]}\n"
    )
