"""Files that a person asked for, written outside the profile. On the caller's thread."""

from pathlib import Path

from app.domain.errors import UsageError
from app.vault.private_file import put_in_place


def write_for_person(path: Path, text: str) -> None:
    """Write `text` to a file that only this person can read; the former one stays whole until the new one is.

    0600: the person's words leave the vault here, but not for other people on this computer. What is no file (a
    terminal, a pipe) is written to as it is. Errors: UsageError cannot_write.
    """
    content = text.encode()
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as stream:
                stream.write(content)
        else:
            put_in_place(path.resolve(), content)
    except OSError as error:
        raise UsageError("cannot_write", path=str(path), reason=error.strerror or "") from error
