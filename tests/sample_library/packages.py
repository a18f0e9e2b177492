# ruff: noqa: E501 - texts and templates stand as they go into the files
"""Documents of many kinds as complete files that other programs open too. Pure; nothing depends on the clock.

Parts lie in their archives uncompressed and dated 1980, so that every zlib makes the same bytes.
"""

import io
import zipfile
from collections.abc import Sequence
from html import escape

from tests.parsing.made_files import drawn_pdf

DATED = (1980, 1, 1, 0, 0, 0)
DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SLIDE = "http://schemas.openxmlformats.org/presentationml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
LINE_CHARS = 78

Row = Sequence[str | int | float]


def archive(parts: dict[str, str]) -> bytes:
    """A zip archive of texts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as file:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, DATED)
            entry.create_system = 0
            file.writestr(entry, text.encode("utf-8"))
    return buffer.getvalue()


def pdf(pages: Sequence[tuple[str, Sequence[str]]]) -> bytes:
    """A PDF: each page has a title and paragraphs (Latin letters), broken into lines."""
    drawings = []
    for title, paragraphs in pages:
        lines = [f"BT /F1 20 Tf 72 720 Td ({_pdf_text(title)}) Tj ET"]
        height = 680
        for paragraph in paragraphs:
            for line in _lines(paragraph):
                lines.append(f"BT /F1 11 Tf 72 {height} Td ({_pdf_text(line)}) Tj ET")
                height -= 16
            height -= 10
        drawings.append("\n".join(lines))
    return drawn_pdf(drawings)


def docx(paragraphs: Sequence[tuple[str, str]], table: Sequence[Row] = ()) -> bytes:
    """A Word file of (style, text) paragraphs, with one table at its end."""
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{escape(text)}</w:t></w:r></w:p>'
        for style, text in paragraphs
    )
    if table:
        rows = "".join(
            "<w:tr>"
            + "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>{escape(str(cell))}</w:t></w:r></w:p></w:tc>'
                for cell in row
            )
            + "</w:tr>"
            for row in table
        )
        grid = '<w:gridCol w:w="3000"/>' * len(table[0])
        body += f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl><w:p/>"
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{words}"/></w:style>'
        for name, words in (("Normal", "Normal"), ("Title", "Title"), ("Heading1", "heading 1"))
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    return archive(
        {
            "[Content_Types].xml": _types(
                ("/word/document.xml", f"{kind}.document.main+xml"),
                ("/word/styles.xml", f"{kind}.styles+xml"),
            ),
            "_rels/.rels": _relations(("officeDocument", "word/document.xml")),
            "word/_rels/document.xml.rels": _relations(("styles", "styles.xml")),
            "word/styles.xml": f'{DECLARED}<w:styles xmlns:w="{WORD}">{styles}</w:styles>',
            "word/document.xml": f'{DECLARED}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
        }
    )


def xlsx(sheets: dict[str, Sequence[Row]]) -> bytes:
    """An Excel file of named sheets."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    numbers = range(1, len(sheets) + 1)
    named = "".join(
        f'<sheet name="{escape(name)}" sheetId="{number}" r:id="r{number}"/>'
        for number, name in zip(numbers, sheets, strict=True)
    )
    parts = {
        "[Content_Types].xml": _types(
            ("/xl/workbook.xml", f"{kind}.sheet.main+xml"),
            *((f"/xl/worksheets/sheet{number}.xml", f"{kind}.worksheet+xml") for number in numbers),
        ),
        "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": _relations(
            *(("worksheet", f"worksheets/sheet{number}.xml") for number in numbers)
        ),
        "xl/workbook.xml": f'{DECLARED}<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>{named}</sheets></workbook>',
    }
    for number, rows in zip(numbers, sheets.values(), strict=True):
        lines = "".join(
            f'<row r="{place}">' + "".join(_cell(cell) for cell in row) + "</row>"
            for place, row in enumerate(rows, 1)
        )
        parts[f"xl/worksheets/sheet{number}.xml"] = (
            f'{DECLARED}<worksheet xmlns="{SHEET}"><sheetData>{lines}</sheetData></worksheet>'
        )
    return archive(parts)


def pptx(slides: Sequence[tuple[str, Sequence[str]]]) -> bytes:
    """A PowerPoint file: each slide has a title and lines."""
    kind = "application/vnd.openxmlformats-officedocument.presentationml"
    spaces = f'xmlns:p="{SLIDE}" xmlns:a="{DRAWING}" xmlns:r="{OFFICE}"'
    numbers = range(1, len(slides) + 1)
    tree = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
    empty = f"<p:cSld><p:spTree>{tree}</p:spTree></p:cSld>"
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'
        for name, value in zip(
            [
                "dk1",
                "lt1",
                "dk2",
                "lt2",
                "accent1",
                "accent2",
                "accent3",
                "accent4",
                "accent5",
                "accent6",
                "hlink",
                "folHlink",
            ],
            [
                "000000",
                "FFFFFF",
                "333333",
                "EEEEEE",
                "20608F",
                "8F6020",
                "208F60",
                "60208F",
                "8F2060",
                "608F20",
                "0563C1",
                "954F72",
            ],
            strict=True,
        )
    )
    fonts = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
    fills = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    edges = f"<a:ln>{fills[: len(fills) // 3]}</a:ln>" * 3
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    listed = "".join(f'<p:sldId id="{255 + number}" r:id="r{number + 1}"/>' for number in numbers)
    mapped = " ".join(
        f'{name}="{to}"'
        for name, to in zip(
            [
                "bg1",
                "tx1",
                "bg2",
                "tx2",
                "accent1",
                "accent2",
                "accent3",
                "accent4",
                "accent5",
                "accent6",
                "hlink",
                "folHlink",
            ],
            [
                "lt1",
                "dk1",
                "lt2",
                "dk2",
                "accent1",
                "accent2",
                "accent3",
                "accent4",
                "accent5",
                "accent6",
                "hlink",
                "folHlink",
            ],
            strict=True,
        )
    )
    parts = {
        "[Content_Types].xml": _types(
            ("/ppt/presentation.xml", f"{kind}.presentation.main+xml"),
            ("/ppt/slideMasters/slideMaster1.xml", f"{kind}.slideMaster+xml"),
            ("/ppt/slideLayouts/slideLayout1.xml", f"{kind}.slideLayout+xml"),
            ("/ppt/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
            *((f"/ppt/slides/slide{number}.xml", f"{kind}.slide+xml") for number in numbers),
        ),
        "_rels/.rels": _relations(("officeDocument", "ppt/presentation.xml")),
        "ppt/_rels/presentation.xml.rels": _relations(
            ("slideMaster", "slideMasters/slideMaster1.xml"),
            *(("slide", f"slides/slide{number}.xml") for number in numbers),
        ),
        "ppt/presentation.xml": f'{DECLARED}<p:presentation {spaces}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="r1"/>'
        f'</p:sldMasterIdLst><p:sldIdLst>{listed}</p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/>'
        '<p:notesSz cx="6858000" cy="9144000"/></p:presentation>',
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relations(
            ("slideLayout", "../slideLayouts/slideLayout1.xml"), ("theme", "../theme/theme1.xml")
        ),
        "ppt/slideMasters/slideMaster1.xml": f"{DECLARED}<p:sldMaster {spaces}>{empty}<p:clrMap {mapped}/>"
        '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="r1"/></p:sldLayoutIdLst></p:sldMaster>',
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": _relations(
            ("slideMaster", "../slideMasters/slideMaster1.xml")
        ),
        "ppt/slideLayouts/slideLayout1.xml": f"{DECLARED}<p:sldLayout {spaces}>{empty}</p:sldLayout>",
        "ppt/theme/theme1.xml": f'{DECLARED}<a:theme xmlns:a="{DRAWING}" name="Plain"><a:themeElements><a:clrScheme name="Plain">'
        f'{colours}</a:clrScheme><a:fontScheme name="Plain"><a:majorFont>{fonts}</a:majorFont><a:minorFont>{fonts}'
        f'</a:minorFont></a:fontScheme><a:fmtScheme name="Plain"><a:fillStyleLst>{fills}</a:fillStyleLst><a:lnStyleLst>'
        f"{edges}</a:lnStyleLst><a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{fills}"
        "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>",
    }
    for number, (title, lines) in zip(numbers, slides, strict=True):
        shapes = _shape(2, "title", 500000, (title,)) + _shape(3, "body", 1900000, lines)
        parts[f"ppt/slides/_rels/slide{number}.xml.rels"] = _relations(
            ("slideLayout", "../slideLayouts/slideLayout1.xml")
        )
        parts[f"ppt/slides/slide{number}.xml"] = (
            f"{DECLARED}<p:sld {spaces}><p:cSld><p:spTree>{tree}{shapes}</p:spTree></p:cSld></p:sld>"
        )
    return archive(parts)


def odt(paragraphs: Sequence[tuple[int, str]]) -> bytes:
    """An OpenDocument text of (heading level or 0, text) paragraphs."""
    body = "".join(
        f'<text:h text:outline-level="{level}">{escape(text)}</text:h>'
        if level
        else f"<text:p>{escape(text)}</text:p>"
        for level, text in paragraphs
    )
    kind = "application/vnd.oasis.opendocument.text"
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{what}"/>'
        for path, what in (("/", kind), ("content.xml", "text/xml"))
    )
    return archive(
        {
            "mimetype": kind,
            "content.xml": f'{DECLARED}<office:document-content xmlns:office="{ODF}:office:1.0" xmlns:text="{ODF}:text:1.0" '
            f'office:version="1.2"><office:body><office:text>{body}</office:text></office:body></office:document-content>',
            "META-INF/manifest.xml": f'{DECLARED}<manifest:manifest xmlns:manifest="{ODF}:manifest:1.0" manifest:version="1.2">'
            f"{entries}</manifest:manifest>",
        }
    )


def epub(title: str, author: str, chapters: Sequence[tuple[str, Sequence[str]]]) -> bytes:
    """A book (EPUB 3) of titled chapters."""
    numbers = range(1, len(chapters) + 1)
    items = "".join(
        f'<item id="c{number}" href="chapter-{number}.xhtml" media-type="application/xhtml+xml"/>'
        for number in numbers
    )
    spine = "".join(f'<itemref idref="c{number}"/>' for number in numbers)
    page = '<html xmlns="http://www.w3.org/1999/xhtml"{more}><head><title>{title}</title></head><body>{body}</body></html>'
    contents = "".join(
        f'<li><a href="chapter-{number}.xhtml">{escape(name)}</a></li>'
        for number, (name, _) in zip(numbers, chapters, strict=True)
    )
    parts = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": f'{DECLARED}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        '<rootfiles><rootfile full-path="book/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
        "book/book.opf": f'{DECLARED}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">saltholm-history</dc:identifier>'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator><dc:language>en</dc:language>"
        '<meta property="dcterms:modified">2026-01-01T00:00:00Z</meta></metadata><manifest>'
        f'<item id="nav" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>{items}</manifest>'
        f"<spine>{spine}</spine></package>",
        "book/contents.xhtml": DECLARED
        + page.format(
            more=' xmlns:epub="http://www.idpf.org/2007/ops"',
            title="Contents",
            body=f'<nav epub:type="toc"><ol>{contents}</ol></nav>',
        ),
    }
    for number, (name, paragraphs) in zip(numbers, chapters, strict=True):
        body = f"<h1>{escape(name)}</h1>" + "".join(f"<p>{escape(text)}</p>" for text in paragraphs)
        parts[f"book/chapter-{number}.xhtml"] = DECLARED + page.format(more="", title=escape(name), body=body)
    return archive(parts)


def _types(*parts: tuple[str, str]) -> str:
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts)
    return (
        f'{DECLARED}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(*found: tuple[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(found, 1)
    )
    return f'{DECLARED}<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def _cell(cell: str | int | float) -> str:
    if isinstance(cell, str):
        return f'<c t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
    return f"<c><v>{cell}</v></c>"


def _shape(number: int, kind: str, top: int, lines: Sequence[str]) -> str:
    words = "".join(f'<a:p><a:r><a:rPr lang="en-GB"/><a:t>{escape(line)}</a:t></a:r></a:p>' for line in lines)
    height = 1200000 if kind == "title" else 4200000
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{kind} {number}"/><p:cNvSpPr/><p:nvPr><p:ph type="{kind}"/></p:nvPr>'
        f'</p:nvSpPr><p:spPr><a:xfrm><a:off x="600000" y="{top}"/><a:ext cx="7900000" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/>{words}</p:txBody></p:sp>'
    )


def _pdf_text(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _lines(text: str) -> list[str]:
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > LINE_CHARS:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*lines, line]
