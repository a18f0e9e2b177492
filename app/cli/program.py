"""The command process: one command, its exit code, and every foreseen error as a sentence on stderr."""

import contextlib
import os
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection

from app.cli import (
    ask,
    backup,
    bench,
    chat,
    compare,
    doctor,
    download,
    export,
    importing,
    ledger,
    library,
    model_settings,
    models,
    moving,
    provider,
    provider_price,
    read,
    recommend,
    redact,
    search,
    smoke_test,
)
from app.cli.arguments import SMOKE_TEST
from app.cli.terminal import CommandContext, context_from, tell
from app.domain.errors import Cancelled, HearthError, UsageError
from app.ipc.supervisor_link import SupervisorLink
from app.sandbox import SealReport
from app.services.sentences import sentence

EXIT_FAILED = 1
EXIT_WRONG_USE = 2
EXIT_INTERRUPTED = 130  # what shells show for Ctrl-C

COMMANDS: dict[str, Callable[[CommandContext], int]] = {
    "ask": ask.run,
    "backup": backup.run_backup,
    "chat": chat.run,
    "compare": compare.run,
    "doctor": doctor.run,
    "export": export.run,
    "import": importing.run,
    "ledger": ledger.run,
    "library add": library.run_add,
    "library embedder": library.run_embedder,
    "library list": library.run_list,
    "library ranker": library.run_ranker,
    "library remove": library.run_remove,
    "library status": library.run_status,
    "library sync": library.run_sync,
    "library unlock": library.run_unlock,
    "models list": models.run_list,
    "models add": models.run_add,
    "models download": download.run,
    "models bench": bench.run,
    "models find": models.run_find,
    "models info": models.run_info,
    "models recommend": recommend.run,
    "models remove": models.run_remove,
    "models set": model_settings.run,
    "profile move": moving.run_move,
    "profile where": moving.run_where,
    "provider add": provider.run_add,
    "provider list": provider.run_list,
    "provider models": provider.run_models,
    "provider price": provider_price.run_price,
    "provider remove": provider.run_remove,
    "provider test": provider.run_test,
    "read": read.run,
    "redact": redact.run,
    "restore": backup.run_restore,
    "search": search.run,
    SMOKE_TEST: smoke_test.run,
}


def run(
    connection: "Connection[bytes, bytes]",
    seal: SealReport,
    facts: dict[str, object],
    stdin: "Connection[bytes, bytes] | None",
) -> None:
    """Entry of the command role. Ends the process with the command's exit code."""
    # End at once when the supervisor is gone. Everything shown as saved is on the disk already.
    link = SupervisorLink(connection, lambda: os._exit(EXIT_FAILED))
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    sys.exit(carry_out(facts, seal, stdin, link.gateway))


def carry_out(
    facts: dict[str, object],
    seal: SealReport,
    stdin: "Connection[bytes, bytes] | None",
    start_gateway: "Callable[[], Connection[bytes, bytes]]",
) -> int:
    """Carry out one command in this process; its exit code. What is foreseen is told on stderr."""
    try:
        context = context_from(facts, seal, stdin, start_gateway)
        with context.stdin:
            code = COMMANDS[context.command](context)
        sys.stdout.flush()
    except UsageError as error:
        tell(sentence(error))
        return EXIT_WRONG_USE
    except HearthError as error:
        tell(sentence(error))
        return EXIT_FAILED
    except (Cancelled, KeyboardInterrupt):
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone (`hearth export | head`): nothing to tell and nobody to tell it.
        _drop_output()
        return EXIT_FAILED
    except OSError as error:
        _drop_output()
        tell(sentence(UsageError("system_refused", reason=error.strerror or type(error).__name__)))
        return EXIT_FAILED
    return code


def _drop_output() -> None:
    """What is still to be written to stdout goes nowhere: it can't be taken there, and must not be tried at the end."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
