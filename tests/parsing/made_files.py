"""Files of many kinds, made here byte by byte."""

import hashlib
import io
import zipfile


def pdf(*pages: str, password: str = "") -> bytes:
    """A PDF with one line of text (Latin letters) on each page; an empty one has none."""
    return drawn_pdf(
        [f"BT /F1 24 Tf 72 700 Td ({text}) Tj ET" if text else "" for text in pages], password=password
    )


def drawn_pdf(
    drawings: list[str], *, catalog: str = "", page: str = "", more: tuple[str, ...] = (), password: str = ""
) -> bytes:
    """A PDF whose pages are drawn by these content streams, with the font /F1.

    `catalog` and `page` are put into those dictionaries; `more` are further objects, numbered from
    4 + 2 * pages. With a password it is encrypted (RC4, 40 bits).
    """
    count = len(drawings)
    kids = " ".join(f"{3 + 2 * index} 0 R" for index in range(count))
    font = 3 + 2 * count
    objects: list[tuple[str, bytes | None]] = [
        (f"<< /Type /Catalog /Pages 2 0 R {catalog} >>", None),
        (f"<< /Type /Pages /Kids [{kids}] /Count {count} >>", None),
    ]
    for index, drawing in enumerate(drawings):
        about = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {4 + 2 * index} 0 R {page} "
            f"/Resources << /Font << /F1 {font} 0 R >> >> >>"
        )
        objects += [(about, None), (f"<< /Length {len(drawing)} >>", drawing.encode("latin-1"))]
    objects.append(("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", None))
    objects += [(text, None) for text in more]
    key, security = _encryption(password) if password else (b"", "")
    out = b"%PDF-1.4\n"
    places = []
    for number, (body, stream) in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\n".encode("latin-1")
        if stream is not None:
            own_key = hashlib.md5(key + number.to_bytes(3, "little") + bytes(2)).digest()[:10]
            out += b"stream\n" + (_rc4(own_key, stream) if key else stream) + b"\nendstream\n"
        out += b"endobj\n"
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += (
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R {security} >>\nstartxref\n{table}\n%%EOF\n".encode()
    )
    return out


_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def _encryption(password: str) -> tuple[bytes, str]:
    """The key and the entries of the trailer: the standard security handler, revision 2 (ISO 32000-1, 7.6.3)."""
    padded = (password.encode() + _PADDING)[:32]
    identity = bytes(16)
    owner = _rc4(hashlib.md5(padded).digest()[:5], padded)
    key = hashlib.md5(padded + owner + (0xFFFFFFFC).to_bytes(4, "little") + identity).digest()[:5]
    user = _rc4(key, _PADDING)
    security = (
        f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{owner.hex()}> /U <{user.hex()}> /P -4 >> "
        f"/ID [<{identity.hex()}> <{identity.hex()}>]"
    )
    return key, security


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    other = 0
    for index in range(256):
        other = (other + state[index] + key[index % len(key)]) % 256
        state[index], state[other] = state[other], state[index]
    out = bytearray()
    first = second = 0
    for byte in data:
        first = (first + 1) % 256
        second = (second + state[first]) % 256
        state[first], state[second] = state[second], state[first]
        out.append(byte ^ state[(state[first] + state[second]) % 256])
    return bytes(out)


def archive(parts: dict[str, str | bytes], *, stored_first: bool = False) -> bytes:
    """A zip archive; the first part isn't compressed if asked."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for number, (name, content) in enumerate(parts.items()):
            kind = zipfile.ZIP_STORED if stored_first and number == 0 else zipfile.ZIP_DEFLATED
            file.writestr(name, content, compress_type=kind)
    return buffer.getvalue()


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def relations(*found: tuple[str, str, str]) -> str:
    """A part's relations: (id, kind, target)."""
    inside = "".join(
        f'<Relationship Id="{identity}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for identity, kind, target in found
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'


def docx(body: str, **others: str) -> bytes:
    """A Word file whose body is this XML (prefix w); `others` are further parts in word/, by their names."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relations(("r1", "officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations(
            *((f"r{number}", name, f"{name}.xml") for number, name in enumerate(others))
        ),
    }
    parts |= {f"word/{name}.xml": text.replace("SPACE", space) for name, text in others.items()}
    return archive(parts)


def xlsx(rows: str, strings: str = "", merged: str = "", styles: str = "") -> bytes:
    """An Excel file with one sheet called Prices."""
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    return archive(
        {
            "_rels/.rels": relations(("r1", "officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": f'<workbook {main} xmlns:r="{OFFICE}"><sheets><sheet name="Prices" sheetId="1" '
            'r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": relations(
                ("r1", "worksheet", "worksheets/sheet1.xml"),
                ("r2", "sharedStrings", "sharedStrings.xml"),
                ("r3", "styles", "styles.xml"),
            ),
            "xl/worksheets/sheet1.xml": f"<worksheet {main}><sheetData>{rows}</sheetData>{merged}</worksheet>",
            "xl/sharedStrings.xml": f"<sst {main}>{strings}</sst>",
            "xl/styles.xml": f"<styleSheet {main}>{styles}</styleSheet>",
        }
    )


def pptx(*slides: str) -> bytes:
    """A PowerPoint file of these slides' shapes (prefixes p and a)."""
    spaces = (
        'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
        f'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="{OFFICE}"'
    )
    numbers = range(1, len(slides) + 1)
    listed = "".join(f'<p:sldId id="{255 + number}" r:id="r{number}"/>' for number in numbers)
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relations(("r1", "officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": f"<p:presentation {spaces}><p:sldIdLst>{listed}</p:sldIdLst></p:presentation>",
        # In the folder they lie in another order than they are shown.
        "ppt/_rels/presentation.xml.rels": relations(
            *((f"r{number}", "slide", f"slides/slide{len(slides) - number + 1}.xml") for number in numbers)
        ),
    }
    for number, shapes in zip(numbers, slides, strict=True):
        name = f"ppt/slides/slide{len(slides) - number + 1}.xml"
        parts[name] = f"<p:sld {spaces}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:sld>"
    return archive(parts)


def opendocument(kind: str, body: str) -> bytes:
    """An OpenDocument file: `kind` is text, spreadsheet or presentation, `body` XML (text, table, draw, office)."""
    names = ("office", "text", "table", "draw", "presentation")
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names)
    return archive(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "content.xml": f"<office:document-content {spaces}><office:body><office:{kind}>{body}</office:{kind}>"
            "</office:body></office:document-content>",
        },
        stored_first=True,
    )


def epub(*chapters: str) -> bytes:
    """A book of these pieces of HTML."""
    numbers = range(1, len(chapters) + 1)
    items = "".join(
        f'<item id="c{n}" href="text%20{n}.xhtml" media-type="application/xhtml+xml"/>' for n in numbers
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in numbers)
    parts: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
        "OPS/book.opf": f"<package><metadata><title>Towers</title></metadata><manifest>{items}</manifest>"
        f"<spine>{spine}</spine></package>",
    }
    parts |= {
        f"OPS/text {n}.xhtml": f"<html><body>{text}</body></html>"
        for n, text in zip(numbers, chapters, strict=True)
    }
    return archive(parts, stored_first=True)
