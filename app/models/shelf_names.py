"""Names of models on the shelf: safe on every file system, unique in any case. Pure; any process."""

import re
import unicodedata
from collections.abc import Collection
from typing import Final

MAX_NAME_BYTES: Final = 120  # leaves room for a number, ".gguf" and the temporary ending in 255 bytes
_RESERVED: Final = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)", re.IGNORECASE
)
_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*\s]+')


def safe_name(stem: str) -> str:
    """`stem` as a name that every file system and terminal takes; never empty.

    Without control, direction and broken characters, path separators, white space, leading dash or dot.
    Windows' device names get a prefix.
    """
    text = unicodedata.normalize("NFC", stem)
    text = _FORBIDDEN.sub("-", text.strip())
    text = "".join(char for char in text if unicodedata.category(char)[0] not in "CZ")
    text = _cut(text.strip("-. "), MAX_NAME_BYTES).rstrip("-. ")
    if _RESERVED.match(text):
        text = f"model-{text}"
    return text or "model"


def unique_name(wanted: str, taken: Collection[str]) -> str:
    """`wanted`, or `wanted-2`, `wanted-3`… if it is taken; `taken` holds folded names (`folded`)."""
    if folded(wanted) not in taken:
        return wanted
    # One of len(taken) + 1 different names is free.
    return next(name for n in range(2, len(taken) + 3) if folded(name := f"{wanted}-{n}") not in taken)


def folded(name: str) -> str:
    """The form in which two names are compared."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _cut(text: str, limit_bytes: int) -> str:
    return text.encode("utf-8")[:limit_bytes].decode("utf-8", "ignore")
