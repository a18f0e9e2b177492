"""Looks for words in the memory of running processes.

Linux, and only root may look into processes that aren't dumpable, as ours are.
"""

from collections.abc import Iterable
from pathlib import Path

_AT_ONCE_BYTES = 16 << 20


def words_in_memory(pid: int, words: Iterable[str]) -> set[str]:
    """Which of the words are in the memory of `pid` now, in UTF-8, UTF-16 or UTF-32 of this machine's order.

    Raises PermissionError where that can't be looked at.
    """
    wanted = {word: [word.encode(), word.encode("utf-16-le"), word.encode("utf-32-le")] for word in words}
    longest = max(len(form) for forms in wanted.values() for form in forms)
    found: set[str] = set()
    with open(f"/proc/{pid}/maps", encoding="utf-8") as maps, open(f"/proc/{pid}/mem", "rb", 0) as memory:
        for line in maps:
            spread, rights = line.split()[:2]
            if not rights.startswith("rw"):
                continue
            start, stop = (int(end, 16) for end in spread.split("-"))
            for at in range(start, stop, _AT_ONCE_BYTES):
                try:
                    memory.seek(at)
                    piece = memory.read(min(_AT_ONCE_BYTES + longest, stop - at))
                except (OSError, ValueError):
                    continue  # unmapped meanwhile, or a device's
                found |= {word for word, forms in wanted.items() if any(form in piece for form in forms)}
    return found


def may_look() -> bool:
    """Whether this process may look into others that aren't dumpable."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return False
    effective = next((line.split()[1] for line in status.splitlines() if line.startswith("CapEff")), "0")
    return bool(int(effective, 16) >> 19 & 1)  # CAP_SYS_PTRACE
