"""A page of a PDF as a picture, with the places of given characters."""

import ctypes
import itertools

import pypdfium2
import pypdfium2.raw as pdfium

from app.domain.errors import DocumentError
from app.ipc.parser_frames import DrawPage, PageDrawn
from app.parsing import pdf_parts
from app.parsing.pdf import FEW_CHARACTERS, opened
from app.parsing.pdf_text import kept_units

Rectangle = tuple[int, int, int, int]

_LARGEST_PX = 4096
_MARKS_LIMIT = 1000
_TOGETHER = 4  # units from one character to the next: a hyphen and a line's end may have been left out


def draw(data: bytes, request: DrawPage) -> PageDrawn:
    """Draw the page as wide as asked (at most 4,096 pixels either way). Raises DocumentError."""
    document = opened(data, request.options.passwords)
    pdf_parts.form_of(document)  # before the page, or what was filled in isn't drawn
    if not 1 <= request.number <= len(document):
        raise DocumentError("document_no_page", pages=len(document), number=request.number)
    page = document[request.number - 1]
    width, height = page.get_size()
    wanted = min(max(request.width_px, 16), _LARGEST_PX)
    scale = min(wanted / max(width, 1.0), _LARGEST_PX / max(height, 1.0))
    bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
    ranges = request.marks[:_MARKS_LIMIT]
    if ranges and request.options.ocr and len(kept_units(page.get_textpage())) < FEW_CHARACTERS:
        marks = _seen_rectangles(document, request.number - 1, ranges, bitmap.width, bitmap.height)
    else:
        marks = _rectangles(page, ranges, bitmap.width, bitmap.height)
    return PageDrawn(bitmap.width, bitmap.height, _pixels(bitmap), marks)


def pixels(data: bytes, longest_px: int) -> PageDrawn:
    """The picture on the one page of this PDF, as large as it is and no larger than asked. Raises DocumentError."""
    page = opened(data, ())[0]
    pictures = list(page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,)))
    if not pictures:
        raise DocumentError("document_damaged")
    width, height = pictures[0].get_px_size()
    if page.get_rotation() in (90, 270):
        width, height = height, width
    scale = min(min(max(longest_px, 16), _LARGEST_PX) / max(width, height, 1), 1.0)
    width, height = max(round(width * scale), 1), max(round(height * scale), 1)
    bitmap = pypdfium2.PdfBitmap.new_native(width, height, pdfium.FPDFBitmap_BGR, rev_byteorder=True)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
    flags = pdfium.FPDF_REVERSE_BYTE_ORDER
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags)
    return PageDrawn(width, height, _pixels(bitmap), ())


def _rectangles(
    page: pypdfium2.PdfPage, ranges: tuple[tuple[int, int], ...], width: int, height: int
) -> tuple[tuple[Rectangle, ...], ...]:
    if not ranges:
        return ()
    text_page = page.get_textpage()
    units = kept_units(text_page)
    found = []
    for start, end in ranges:
        inside = units[max(start, 0) : max(end, 0)]
        boxes = [_boxes(page, text_page, *stretch, width, height) for stretch in _stretches(inside)]
        found.append(tuple(itertools.chain.from_iterable(boxes)))
    return tuple(found)


def _stretches(units: list[int]) -> list[tuple[int, int]]:
    """First and last of units that lie together: columns put in order are elsewhere in PDFium's text."""
    starts = [
        0,
        *(
            place
            for place, unit in enumerate(units)
            if place and not 0 <= unit - units[place - 1] <= _TOGETHER
        ),
    ]
    ends = [*starts[1:], len(units)]
    return [(units[start], units[end - 1]) for start, end in zip(starts, ends, strict=True) if start < end]


def _seen_rectangles(
    document: pypdfium2.PdfDocument,
    index: int,
    ranges: tuple[tuple[int, int], ...],
    width: int,
    height: int,
) -> tuple[tuple[Rectangle, ...], ...]:
    """The same for a page whose words were read from its picture: it is read once more to know where they stand."""
    from app.parsing import pdf_ocr  # loaded before, in those processes that are asked for it

    _, places, (seen_width, seen_height) = pdf_ocr.page_of(document, index)
    across, down = width / seen_width, height / seen_height
    found = []
    for start, end in ranges:
        boxes = [box for place in places if (box := place.part(start, end)) is not None]
        found.append(
            tuple(
                (
                    round(box.left * across),
                    round(box.top * down),
                    round(box.right * across),
                    round(box.bottom * down),
                )
                for box in boxes
            )
        )
    return tuple(found)


def _boxes(
    page: pypdfium2.PdfPage,
    text_page: pypdfium2.PdfTextPage,
    first_unit: int,
    last_unit: int,
    width: int,
    height: int,
) -> tuple[Rectangle, ...]:
    """One rectangle for each stretch of characters in a line, in pixels of the picture."""
    first = pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, first_unit)
    last = pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, last_unit)
    if first < 0 or last < first:
        return ()
    boxes = []
    for index in range(pdfium.FPDFText_CountRects(text_page, first, last - first + 1)):
        left, top, right, bottom = (ctypes.c_double() for _ in range(4))
        if not pdfium.FPDFText_GetRect(text_page, index, left, top, right, bottom):
            continue
        corners = [
            _to_picture(page, x, y, width, height)
            for x, y in ((left.value, top.value), (right.value, bottom.value))
        ]
        horizontal, vertical = sorted(x for x, _ in corners), sorted(y for _, y in corners)
        boxes.append((horizontal[0], vertical[0], horizontal[1], vertical[1]))
    return tuple(boxes)


def _to_picture(page: pypdfium2.PdfPage, x: float, y: float, width: int, height: int) -> tuple[int, int]:
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, across, down)
    return min(max(across.value, 0), width), min(max(down.value, 0), height)


def _pixels(bitmap: pypdfium2.PdfBitmap) -> bytes:
    """Three bytes for each pixel, without what fills up the bitmap's lines."""
    memory = memoryview(bitmap.buffer).cast("B")
    row = 3 * bitmap.width
    return b"".join(
        memory[start : start + row] for start in range(0, bitmap.stride * bitmap.height, bitmap.stride)
    )
