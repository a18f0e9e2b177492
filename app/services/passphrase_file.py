"""A passphrase that lies in a file, for starts without anybody at the keyboard. Any thread."""

from app.domain.errors import UsageError

LIMIT_BYTES = 4096


def read_passphrase(path: str) -> str:
    """The first line of a file. Raises UsageError when it can't be read or holds nothing."""
    try:
        with open(path, "rb") as file:
            line = file.readline(LIMIT_BYTES + 2)
    except OSError as error:
        raise UsageError("passphrase_file_unreadable", path=path, reason=error.strerror or "") from error
    if len(line) > LIMIT_BYTES:
        raise UsageError("passphrase_file_too_long", path=path)
    try:
        text = line.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise UsageError("passphrase_file_not_text", path=path) from error
    if not text:
        raise UsageError("passphrase_file_empty", path=path)
    return text
