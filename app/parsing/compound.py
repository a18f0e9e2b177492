"""Compound files: old Word, Excel, PowerPoint, Outlook messages, and newer files behind a password. The one door
to olefile.
"""

import io

import olefile

from app.domain.errors import DocumentError
from app.parsing import msg, office_password, old_powerpoint, old_word, xls
from app.parsing.compound_streams import Streams
from app.parsing.output import Output

_OTHERS = (
    ("Quill", "a Publisher file"),
    ("VisioDocument", "a Visio drawing"),
    ("FileHeader", "a Hangul document"),
    ("CONTENTS", "a Works file"),
    ("!_StringPool", "an installation package"),
    ("Catalog", "a folder of pictures' previews"),
)


def read(data: bytes, output: Output) -> None:
    """Read whatever is in it. Raises DocumentError."""
    try:
        container = olefile.OleFileIO(io.BytesIO(data))
    except Exception as error:
        raise DocumentError("document_damaged") from error
    streams = Streams(container)
    if streams.has("EncryptedPackage") or streams.has("EncryptionInfo"):
        output.read_instead(_package(office_password.unlocked(streams, output.options.passwords)))
    elif streams.has("WordDocument"):
        old_word.read(streams, output)
    elif streams.has("Workbook") or streams.has("Book"):
        title, date = streams.title_and_date()
        xls.read_titled(data, title, date, output)
    elif streams.has("PowerPoint Document"):
        old_powerpoint.read(streams, output)
    elif streams.has("__properties_version1.0"):
        msg.read(streams, output)
    else:
        for name, called in _OTHERS:
            if streams.has(name):
                raise DocumentError("document_kind_not_read", kind=called)
        raise DocumentError("document_kind_unknown")


def _package(data: bytes) -> bytes:
    """What was encrypted. Raises DocumentError when that is no package: nothing is put inside itself."""
    if not data.startswith(b"PK"):
        raise DocumentError("document_damaged")
    return data
