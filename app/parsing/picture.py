"""Pictures of text (JPEG, PNG): put into a PDF of one page as they are, and read from there by OCR.

So the one decoder of pictures is PDFium's, in the same process and under the same limits as everything else.
"""

import struct

from app.domain.errors import DocumentError
from app.parsing import pdf
from app.parsing.output import Output

_SIDE_LIMIT_PX = 30_000
_POINTS_PER_PIXEL = 72 / 200  # as if scanned with 200 pixels an inch
_ORIENTATION = 0x0112
_TURNED = {3: 180, 6: 90, 8: 270}  # Exif orientation -> degrees clockwise
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}  # JPEG: the markers before a frame's size


def read(data: bytes, output: Output) -> None:
    """Send the words in a picture as one page. Raises DocumentError when that wasn't asked for."""
    output.facts("picture")
    if not output.options.ocr:
        raise DocumentError("document_picture")
    page = pdf.first_page_by_ocr(in_pdf(data))
    if not page.text:
        raise DocumentError("document_no_words")
    output.note("read_by_ocr")
    output.page(page)


def in_pdf(data: bytes) -> bytes:
    """A PDF whose one page is this picture. Raises DocumentError."""
    return _jpeg_in_pdf(data) if data.startswith(b"\xff\xd8") else _png_in_pdf(data)


def _pdf(
    width: int, height: int, degrees: int, about: str, stream: bytes, more: tuple[bytes, ...] = ()
) -> bytes:
    if not (0 < width <= _SIDE_LIMIT_PX and 0 < height <= _SIDE_LIMIT_PX):
        raise DocumentError("document_picture_form")
    across, down = width * _POINTS_PER_PIXEL, height * _POINTS_PER_PIXEL
    drawing = f"{across:.2f} 0 0 {down:.2f} 0 0 cm /P Do".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {across:.2f} {down:.2f}] /Rotate {degrees} /Contents 4 0 R "
        "/Resources << /XObject << /P 5 0 R >> >> >>".encode(),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing),
        f"<< /Type /XObject /Subtype /Image /Width {width} /Height {height} {about} /Length {len(stream)} >>\n"
        "stream\n".encode()
        + stream
        + b"\nendstream",
        *more,
    ]
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)


def _jpeg_in_pdf(data: bytes) -> bytes:
    degrees = 0
    place = 2
    while place + 4 <= len(data) and data[place] == 0xFF:
        marker, length = data[place + 1], struct.unpack_from(">H", data, place + 2)[0]
        if marker == 0xE1 and data[place + 4 : place + 10] == b"Exif\0\0":
            degrees = _TURNED.get(_orientation(data[place + 10 : place + 2 + length]), 0)
        if marker in _FRAMES and place + 10 <= len(data):
            bits, height, width, channels = struct.unpack_from(">BHHB", data, place + 4)
            space = {1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"}.get(channels)
            if space is None:
                break
            about = f"/ColorSpace {space} /BitsPerComponent {bits} /Filter /DCTDecode"
            return _pdf(width, height, degrees, about, data)
        place += 2 + length
    raise DocumentError("document_damaged")


def _orientation(exif: bytes) -> int:
    """The number that says how a camera was held; 1 when it isn't there."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None or len(exif) < 14:
        return 1
    place = struct.unpack_from(order + "I", exif, 4)[0]
    if place + 2 > len(exif):
        return 1
    for entry in range(struct.unpack_from(order + "H", exif, place)[0]):
        at = place + 2 + 12 * entry
        if at + 12 > len(exif):
            break
        if struct.unpack_from(order + "H", exif, at)[0] == _ORIENTATION:
            return int(struct.unpack_from(order + "H", exif, at + 8)[0])
    return 1


def _png_in_pdf(data: bytes) -> bytes:
    """PDF knows PNG's compression and line filters, so the pixels go in as they lie in the file."""
    header, palette, pixels = b"", b"", []
    place = 8
    while place + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        body = data[place + 8 : place + 8 + length]
        if kind == b"IHDR":
            header = body
        elif kind == b"PLTE":
            palette = body
        elif kind == b"IDAT":
            pixels.append(body)
        place += 12 + length
    if len(header) < 13 or not pixels:
        raise DocumentError("document_damaged")
    width, height, bits, colour, _, _, interlaced = struct.unpack(">IIBBBBB", header[:13])
    if interlaced:
        raise DocumentError("document_picture_form")
    channels = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}.get(colour, 0)
    # With transparency there is one channel more, which this function drops.
    drop = b"<< /FunctionType 4 /Domain [%s] /Range [%s] /Length 7 >>\nstream\n{ pop }\nendstream"
    more: tuple[bytes, ...] = ()
    if colour == 3:
        space = f"[/Indexed /DeviceRGB {len(palette) // 3 - 1} <{palette.hex()}>]"
    elif colour in (4, 6):
        names = " ".join(f"/C{number}" for number in range(channels))
        space = f"[/DeviceN [{names}] {'/DeviceGray' if colour == 4 else '/DeviceRGB'} 6 0 R]"
        more = (drop % (b"0 1 " * channels, b"0 1 " * (channels - 1)),)
    else:
        space = "/DeviceGray" if colour == 0 else "/DeviceRGB"
    about = (
        f"/ColorSpace {space} /BitsPerComponent {bits} /Filter /FlateDecode /DecodeParms << /Predictor 15 "
        f"/Colors {channels} /BitsPerComponent {bits} /Columns {width} >>"
    )
    return _pdf(width, height, 0, about, b"".join(pixels), more)
