"""What a process of ours is cut off from, and who sees to it. Standard library only.

The first statements of each role call these, in the main thread, before anything else is imported or started:
the seal doesn't reach sockets that are open already.
"""

import os
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from app.sandbox.level import SealLevel, SealReport

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "SealLevel",
    "SealReport",
    "confine_inference",
    "confine_library",
    "confine_reader",
    "die_with_parent",
    "harden_process",
    "load_reader_confinement",
    "refuse_matrix_tiles",
    "restrict_files",
    "seal_gateway",
    "seal_network",
    "seal_window_network",
]


def seal_network(*, local_sockets: bool = True) -> SealReport:
    """Refuse this process, its threads and all it starts the network, for good.

    Linux: the kernel refuses (EACCES, EPERM), the audit hook stands behind it. Elsewhere the audit hook
    stands alone (PermissionError). UNIX sockets still work: the desktop's services are reached through them.
    They also lead to services that may use the network on somebody's behalf (name service, D-Bus), so a
    worker that needs none passes `local_sockets=False`: then only `socketpair` and descriptors that are open
    already work. A program that a sealed process starts, a web browser say, is sealed as well.

    Returns the seal that is in force. Never raises.
    """
    if sys.platform == "linux":
        from app.sandbox import linux  # late: only this platform's module is loaded

        return linux.seal_network(local_sockets=local_sockets)
    else:
        return _seal_by_audit()


def seal_window_network(environ: Mapping[str, str] | None = None) -> SealReport:
    """`seal_network` for the process that shows the window; `environ` is os.environ unless given.

    With X over TCP the window needs a network socket: the audit hook stands alone, reason `x11_over_tcp`.
    """
    if sys.platform == "linux":
        from app.sandbox import linux  # late: only this platform's module is loaded

        return linux.seal_window_network(os.environ if environ is None else environ)
    else:
        return _seal_by_audit()


def seal_gateway() -> SealReport:
    """Leave the gateway connections over IPv4 and IPv6, and take from it what it has no use for.

    Linux: no other sockets, no waiting for connections, no programs, no files but those that servers are found
    and trusted by. Elsewhere nothing is taken, and the report says so.
    """
    if sys.platform == "linux":
        from app.sandbox import linux  # late: only this platform's module is loaded

        return linux.seal_gateway()
    else:
        return SealReport(SealLevel.NONE, "platform", 0)


def _seal_by_audit() -> SealReport:
    from app.sandbox import audit  # late: only what this platform needs is loaded

    audit.install()
    return SealReport(SealLevel.AUDIT, "platform", 0)


def harden_process() -> None:
    """New files are for their owner only, a crash leaves no dump, and other programs can't look inside.

    What the platform can't do is left out: see `deny_inspection` in each platform's module.
    """
    os.umask(0o077)
    if sys.platform == "win32":
        from app.sandbox import windows  # late: only this platform's module is loaded

        windows.deny_inspection()
    else:
        import resource  # late: not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if sys.platform == "darwin":
            from app.sandbox import macos  # late: only this platform's module is loaded

            macos.deny_inspection()
        else:
            from app.sandbox import linux  # late: only this platform's module is loaded

            linux.deny_inspection()


def die_with_parent() -> None:
    """End this process when its parent has gone, also when a leaked descriptor keeps its pipe open.

    Linux only. Elsewhere it does nothing: there a worker ends when it reads end-of-file from its parent.
    Takes the handler of SIGHUP; call it in the main thread.
    """
    if sys.platform == "linux":
        from app.sandbox import linux  # late: only this platform's module is loaded

        linux.die_with_parent()


def restrict_files(
    readable: "Sequence[Path]",
    writable: "Sequence[Path]" = (),
    executable: "Sequence[Path]" = (),
    devices: "Sequence[Path]" = (),
) -> int:
    """Refuse this process every other file: see `app.sandbox.landlock.restrict_files`.

    Returns the Landlock version in force; 0 where the system has none, and nothing is restricted.
    """
    if sys.platform == "linux":
        from app.sandbox import landlock  # late: only this platform's module is loaded

        return landlock.restrict_files(readable, writable, executable, devices)
    else:
        return 0


def refuse_matrix_tiles() -> None:
    """Keep llama.cpp from Intel's AMX, which ends it: see `app.sandbox.matrix_tiles`. Linux on x86_64 only."""
    if sys.platform == "linux":
        from app.sandbox import matrix_tiles  # late: only this platform's module is loaded

        matrix_tiles.refuse_matrix_tiles()


def confine_library(folder: "Path") -> int:
    """Leave the library process reading, which is its business, writing in `folder` alone, and Python to start.

    Call it before the first other thread starts. Returns and raises as `restrict_files`.
    """
    if sys.platform == "linux":
        from app.sandbox import readable_paths  # late: only this platform's module is loaded

        root, null = readable_paths.ROOT, readable_paths.NULL
        return restrict_files([root], [folder], readable_paths.python_to_start(), devices=[null])
    else:
        return 0


def confine_inference(model: "Path | None", beside: "Sequence[Path]" = (), *, graphics: bool) -> int:
    """Leave the inference process `model`, the files `beside` it, Python and system libraries, and nothing to start.

    With `graphics` it also reaches graphics cards and what their drivers read. Call it before the first other
    thread starts. Returns and raises as `restrict_files`.
    """
    if sys.platform == "linux":
        from app.sandbox import readable_paths  # late: only this platform's module is loaded

        readable = readable_paths.inference_readable_paths(model, graphics=graphics)
        readable += [path for path in beside if path.exists()]
        return restrict_files(readable, devices=readable_paths.inference_device_paths(graphics=graphics))
    else:
        return 0


def load_reader_confinement() -> None:
    """Load what `confine_reader` needs, so that the processes to be forked needn't each load it themselves."""
    if sys.platform == "linux":
        from app.sandbox import allow_list, reader  # noqa: F401 - late: not on Windows


def confine_reader(*, memory_bytes: int, processor_s: int, keep: Sequence[int], fonts: bool = False) -> None:
    """Leave this process what it needs to read one file that is open already: see `app.sandbox.reader`.

    With `fonts` it may also read the system's fonts, where nothing else can be opened all the same (Landlock).
    For a process that a single thread has just forked. Does nothing but limit memory and time where the
    system offers no more.
    """
    if sys.platform == "win32":
        return
    else:
        from app.sandbox import reader  # late: not on Windows

        reader.confine(memory_bytes=memory_bytes, processor_s=processor_s, keep=keep, fonts=fonts)
