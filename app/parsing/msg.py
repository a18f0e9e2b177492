"""Outlook messages (MSG): the message, then its attachments, other messages among them.

Sources: [MS-OXMSG] 2.2 to 2.4 (streams), [MS-OXPROPS] (numbers), [MS-OXRTFCP] (compressed RTF).
"""

import struct

from app.parsing import html, mail, rtf
from app.parsing.charset import decode
from app.parsing.compound_streams import Streams, file_time
from app.parsing.output import Output

_SUBJECT, _BODY, _HTML, _RTF = 0x0037, 0x1000, 0x1013, 0x1009
_SENDER, _SENDER_ADDRESS, _TO, _CC = 0x0C1A, 0x5D01, 0x0E04, 0x0E03
_SENT, _DELIVERED, _CODE_PAGE = 0x0039, 0x0E06, 0x3FFD
_LONG_NAME, _SHORT_NAME, _DATA = 0x3707, 0x3704, 0x3701
_UNICODE, _STRING, _BINARY, _OBJECT = 0x001F, 0x001E, 0x0102, 0x000D
_DICTIONARY = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans "
    rb"SerifSymbol"
    rb"ArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    + b"\r\n"
    + rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
_RTF_LIMIT_BYTES = 64 * 1024 * 1024
_DEPTH_LIMIT = 5


def read(streams: Streams, output: Output) -> None:
    """Send the message and what is attached to it."""
    _read(streams, output, header_bytes=32, depth=0)


def _read(streams: Streams, output: Output, header_bytes: int, depth: int) -> None:
    numbers = _numbers(streams, header_bytes)
    encoding = f"cp{numbers.get(_CODE_PAGE, 0) & 0xFFFF or 1252}"
    subject = _text(streams, _SUBJECT, encoding)
    date = file_time(numbers[_SENT]) if _SENT in numbers else ""
    date = date or (file_time(numbers[_DELIVERED]) if _DELIVERED in numbers else "")
    if depth == 0:
        output.facts("msg", subject, date)
    sender = _text(streams, _SENDER, encoding)
    address = _text(streams, _SENDER_ADDRESS, encoding)
    shown = {
        "From": f"{sender} <{address}>" if address and address != sender else sender,
        "To": _text(streams, _TO, encoding),
        "Cc": _text(streams, _CC, encoding),
        "Date": date,
    }
    mail.send_message(subject, shown, _body(streams, encoding), output)
    for folder in streams.folders():
        if folder.startswith("__attach_version1.0"):
            _attachment(streams.inside(folder), output, encoding, depth)


def _attachment(streams: Streams, output: Output, encoding: str, depth: int) -> None:
    name = _text(streams, _LONG_NAME, encoding) or _text(streams, _SHORT_NAME, encoding)
    inner = f"__substg1.0_{_DATA:04X}{_OBJECT:04X}"
    if streams.has(inner):
        if depth < _DEPTH_LIMIT and streams.inside(inner).has("__properties_version1.0"):
            _read(streams.inside(inner), output, header_bytes=24, depth=depth + 1)
        else:
            output.note("attachment_not_read")
    else:
        output.attachment(_stream(streams, _DATA, _BINARY), name)


def _body(streams: Streams, encoding: str) -> str:
    text = _text(streams, _BODY, encoding)
    if text.strip():
        return text
    page = _stream(streams, _HTML, _BINARY)
    if page:
        return html.plain_text(decode(page, encoding))
    packed = _stream(streams, _RTF, _BINARY)
    return rtf.plain_text(unpacked_rtf(packed)) if packed else ""


def _stream(streams: Streams, number: int, kind: int) -> bytes:
    return streams.read(f"__substg1.0_{number:04X}{kind:04X}")


def _text(streams: Streams, number: int, encoding: str) -> str:
    wide = _stream(streams, number, _UNICODE)
    if wide:
        return wide.decode("utf-16-le", "replace").strip("\0")
    return decode(_stream(streams, number, _STRING), encoding).strip("\0")


def _numbers(streams: Streams, header_bytes: int) -> dict[int, int]:
    """Properties whose value stands in the table itself."""
    table = streams.read("__properties_version1.0")[header_bytes:]
    found = {}
    for place in range(0, len(table) - 15, 16):
        tag, _, value = struct.unpack_from("<IIQ", table, place)
        found[tag >> 16] = value
    return found


def unpacked_rtf(packed: bytes) -> bytes:
    """The RTF in a compressed stream; what can be unpacked of a damaged one."""
    if len(packed) < 16:
        return b""
    _, size, magic, _ = struct.unpack_from("<IIII", packed)
    if magic == 0x414C454D:  # "MELA": not compressed
        return packed[16 : 16 + size]
    window = bytearray(4096)
    window[: len(_DICTIONARY)] = _DICTIONARY
    write = len(_DICTIONARY)
    out = bytearray()
    place = 16
    while place < len(packed) and len(out) < min(size, _RTF_LIMIT_BYTES):
        control = packed[place]
        place += 1
        for bit in range(8):
            if place >= len(packed):
                break
            if control >> bit & 1:
                if place + 1 >= len(packed):
                    return bytes(out)
                reference = packed[place] << 8 | packed[place + 1]
                place += 2
                read_at, length = reference >> 4, (reference & 0xF) + 2
                if read_at == write % 4096:
                    return bytes(out)
                for offset in range(length):
                    byte = window[(read_at + offset) % 4096]
                    out.append(byte)
                    window[write % 4096] = byte
                    write += 1
            else:
                out.append(packed[place])
                window[write % 4096] = packed[place]
                write += 1
                place += 1
    return bytes(out)
