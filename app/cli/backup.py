"""`hearth backup FILE` and `hearth restore FILE`."""

import contextlib
import threading
from collections.abc import Generator
from pathlib import Path

from app.cli.terminal import CommandContext, on_interrupt, open_profile, print_json, tell
from app.domain.errors import Cancelled, UsageError
from app.domain.size import readable_size
from app.services.backup import Restored, restore_steps
from app.services.passphrase_file import read_passphrase
from app.vault.backing_up import Progress
from app.vault.profile import Profile

_YES = ("y", "yes")
_WORTH_TELLING_BYTES = 32 << 20  # a smaller one is done before its progress could be read


def run_backup(context: CommandContext) -> int:
    """Write everything of the profile into one encrypted file."""
    if context.demo:
        raise UsageError("backup_of_demo")
    target = Path(context.text("file")).absolute()
    with open_profile(context) as profile:
        session, stop, code = profile.session, threading.Event(), ""
        if context.flag("make_recovery_code"):
            code = profile.workroom.do(session.security.make_recovery_code).result()
            if not context.json:
                print(f"Your new recovery code: {code}", flush=True)
                tell(
                    "Write it down, and keep it apart from the backup. A former code opens nothing any more."
                )
        steps = session.backups.steps(target, library=not context.flag("without_library"))
        with on_interrupt(stop.set):
            profile.workroom.do(lambda: carry_out(steps, "Backing up", stop)).result()
        counts = profile.workroom.do(session.vault.conversations.counts).result()
    size_bytes = target.stat().st_size
    if context.json:
        facts = {"path": str(target), "size_bytes": size_bytes, "conversations": counts.conversations}
        print_json({**facts, "messages": counts.messages, "recovery_code": code})
        return 0
    number = counts.conversations
    held = f"{number} conversation{'s' if number != 1 else ''}, {readable_size(size_bytes)}"
    tell(f"{target}: {held}. It was read back and is whole.")
    tell(
        "Models and keys of providers aren't in it. It opens with the profile's passphrase or recovery code."
    )
    return 0


def run_restore(context: CommandContext) -> int:
    """Put a backup in the place of the profile; what was there is kept beside it."""
    backup = Path(context.text("file")).absolute()
    code_file = context.text("recovery_code_file")
    code = read_passphrase(code_file) if code_file else None
    passphrase = read_passphrase(context.passphrase_file) if context.passphrase_file and not code else None
    if Profile(context.profile).exists() and not context.flag("replace"):
        _ask_whether_to_replace(context)
    restored, stop = Restored(), threading.Event()
    with on_interrupt(stop.set):
        steps = restore_steps(backup, context.profile, passphrase, code, restored)
        carry_out(steps, "Restoring", stop)
    if context.json:
        print_json({"profile": str(context.profile), "kept": str(restored.kept or "")})
        return 0
    tell(f"The profile in {context.profile} is the one of the backup now.")
    if restored.kept is not None:
        tell(f"What was there before is kept, encrypted as it was, in {restored.kept}")
        tell("Remove that folder when you don't need it any more.")
    return 0


def _ask_whether_to_replace(context: CommandContext) -> None:
    if context.stdin.isatty():
        tell(f"There is a profile in {context.profile} already. It will be kept beside the restored one.")
        tell("Restore all the same? [y/N]")
        if context.stdin.readline(100).strip().lower() in _YES:
            return
    raise UsageError("restore_over_existing", name=str(context.profile))


def carry_out(steps: Generator[Progress, None, None], doing: str, stop: threading.Event) -> int:
    """Take every step, unless Ctrl-C comes: then nothing is left of it. Raises Cancelled. How many bytes it took."""
    told = done_bytes = 0
    with contextlib.closing(steps):
        for progress in steps:
            if stop.is_set():
                raise Cancelled
            done_bytes = progress.done_bytes
            percent = 100 * progress.done_bytes // progress.total_bytes
            if progress.total_bytes >= _WORTH_TELLING_BYTES and percent >= told + 10:
                told = percent
                tell(f"{doing}: {percent} %")
    return done_bytes
