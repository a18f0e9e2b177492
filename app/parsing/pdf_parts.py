"""Of a PDF what isn't its pages' text: the outline, what was filled into fields or written on notes, and whether
there is text that nobody who looks at a page can see.
"""

import ctypes
import re
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

_OUTLINE_LIMIT = 5000
_HEADINGS_LIMIT = 60  # of one page
_NOTES = (pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_FREETEXT)
_ANNOTATIONS_LIMIT = 2000
_LOOK_AT_EVERY = 24  # characters: words hidden for a machine are seldom fewer
_WHITE = 245
_TINY_POINTS = 1.2
_RENDERINGS_LIMIT = 20
_CONTRAST = 24
_TEXT_LIMIT_UNITS = 1 << 20
_PICTURED_SHARE = 0.3  # of a page
_SHAPES_OF_A_TEXT = 300


@dataclass(frozen=True)
class Heading:
    """An entry of the outline."""

    title: str
    level: int

    def place_in(self, text: str) -> tuple[int, int] | None:
        """Start and end of the lines that are this heading, numbered or not; None when they can't be told."""
        words = self.title.split()
        if not words or len(self.title) > 200:
            return None
        pattern = r"^[ \t]*(?:[\dIVXA-Z]+(?:\.\d+)*\.?\s+)?" + r"\s+".join(map(re.escape, words)) + r"[ \t]*$"
        match = re.search(pattern, text, re.MULTILINE | re.IGNORECASE)
        return match.span() if match else None


def outline(document: pypdfium2.PdfDocument) -> dict[int, tuple[Heading, ...]]:
    """Page index -> headings that the outline says are there."""
    found: dict[int, tuple[Heading, ...]] = {}
    try:
        for number, mark in enumerate(document.get_toc(max_depth=6)):
            if number >= _OUTLINE_LIMIT:
                break
            destination = mark.get_dest()
            index = destination.get_index() if destination is not None else None
            if index is not None and index >= 0:
                heading = Heading(mark.get_title(), min(mark.level + 1, 6))
                before = found.get(index, ())
                if len(before) < _HEADINGS_LIMIT:
                    found[index] = (*before, heading)
    except (pypdfium2.PdfiumError, UnicodeError, ValueError, RecursionError):
        return found
    return found


def form_of(document: pypdfium2.PdfDocument) -> Any:
    """The document's form (a PdfFormEnv), None when it has none. No script in it runs: this PDFium has no engine."""
    try:
        document.init_forms()
    except pypdfium2.PdfiumError:
        return None
    return document.formenv


def shows_pictures(document: pypdfium2.PdfDocument, index: int) -> bool:
    """Whether a page is to a good part pictures, or has so many shapes that these may be its letters."""
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        return False
    try:
        count = pdfium.FPDFPage_CountObjects(page)
        if count >= _SHAPES_OF_A_TEXT:
            return True
        covered = sum(_covered(pdfium.FPDFPage_GetObject(page, number)) for number in range(count))
        area = pdfium.FPDF_GetPageWidthF(page) * pdfium.FPDF_GetPageHeightF(page)
        return bool(covered >= _PICTURED_SHARE * area > 0)
    finally:
        pdfium.FPDF_ClosePage(page)


def _covered(item: object) -> float:
    """The square points that a picture takes, or what is drawn as one; 0 for anything else."""
    if pdfium.FPDFPageObj_GetType(item) not in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM):
        return 0.0
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return 0.0
    return max(right.value - left.value, 0.0) * max(top.value - bottom.value, 0.0)


def added_text(page: object, form: object | None) -> list[str]:
    """What was filled into fields ("name: value") and written on notes of a page."""
    lines = []
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), _ANNOTATIONS_LIMIT)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        if kind == pdfium.FPDF_ANNOT_WIDGET and form is not None:
            value = _units(pdfium.FPDFAnnot_GetFormFieldValue, form, annotation)
            if value.strip() and pdfium.FPDFAnnot_GetFormFieldType(form, annotation) in _WORDED_FIELDS:
                name = _units(pdfium.FPDFAnnot_GetFormFieldAlternateName, form, annotation)
                name = name or _units(pdfium.FPDFAnnot_GetFormFieldName, form, annotation)
                lines.append(f"{name}: {value}" if name else value)
        elif kind in _NOTES:
            lines.append(_units(pdfium.FPDFAnnot_GetStringValue, annotation, b"Contents"))
        pdfium.FPDFPage_CloseAnnot(annotation)
    return [line for line in lines if line.strip()]


_WORDED_FIELDS = (
    pdfium.FPDF_FORMFIELD_COMBOBOX,
    pdfium.FPDF_FORMFIELD_LISTBOX,
    pdfium.FPDF_FORMFIELD_TEXTFIELD,
)


def _units(function: object, *arguments: object) -> str:
    """A text that PDFium writes into a buffer, as UTF-16 with a zero at its end."""
    size_bytes = function(*arguments, None, 0)  # type: ignore[operator]
    if size_bytes <= 2 or size_bytes > 2 * _TEXT_LIMIT_UNITS:
        return ""
    buffer = (ctypes.c_ushort * (size_bytes // 2))()
    function(*arguments, buffer, size_bytes)  # type: ignore[operator]
    return bytes(buffer)[:-2].decode("utf-16-le", "replace")


class UnseenText:
    """Looks for text in white on white, or too small to be seen.

    Attributes:
        found: whether there was any so far.
    """

    def __init__(self) -> None:
        self.found = False
        self._renderings = 0

    def look_at(self, page: object, text_page: object) -> None:
        """Look at some characters of a page."""
        if self.found:
            return
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        for index in range(0, pdfium.FPDFText_CountChars(text_page), _LOOK_AT_EVERY):
            if not chr(pdfium.FPDFText_GetUnicode(text_page, index) & 0xFFFF).isalnum():
                continue  # a full stop is always tiny
            if not pdfium.FPDFText_GetFillColor(text_page, index, red, green, blue, alpha):
                continue
            white = min(red.value, green.value, blue.value) >= _WHITE
            if self._is_tiny(text_page, index) or (white and self._blends_in(page, text_page, index)):
                self.found = True
                return

    def _is_tiny(self, text_page: object, index: int) -> bool:
        box = _box(text_page, index)
        if box is None or pdfium.FPDFText_GetFontSize(text_page, index) > _TINY_POINTS:
            return False
        left, right, bottom, top = box  # the font size alone says nothing: the page may be scaled
        return 0 < max(right - left, top - bottom) < _TINY_POINTS

    def _blends_in(self, page: object, text_page: object, index: int) -> bool:
        """Whether a white character can't be told from what is around it once the page is drawn."""
        box = _box(text_page, index)
        if box is None or self._renderings >= _RENDERINGS_LIMIT:
            return False
        self._renderings += 1
        width = max(int(pdfium.FPDF_GetPageWidthF(page)), 1)
        height = max(int(pdfium.FPDF_GetPageHeightF(page)), 1)
        if width * height > 4_000_000:
            return False
        bitmap = pdfium.FPDFBitmap_Create(width, height, 0)
        if not bitmap:
            return False
        try:
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
            pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0)
            return _contrast(bitmap, page, box, width, height) < _CONTRAST
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)


Box = tuple[float, float, float, float]


def _box(text_page: object, index: int) -> Box | None:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    if not pdfium.FPDFText_GetCharBox(text_page, index, left, right, bottom, top):
        return None
    return left.value, right.value, bottom.value, top.value


def _contrast(bitmap: object, page: object, box: Box, width: int, height: int) -> int:
    """The largest difference of brightness (0 to 255) in and just around a box of the page."""
    across, down = ctypes.c_int(), ctypes.c_int()
    corners = []
    for x, y in ((box[0], box[3]), (box[1], box[2])):
        pdfium.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, across, down)
        corners.append((across.value, down.value))
    left, right = sorted(x for x, _ in corners)
    top, bottom = sorted(y for _, y in corners)
    stride = pdfium.FPDFBitmap_GetStride(bitmap)
    address = pdfium.FPDFBitmap_GetBuffer(bitmap)
    pixels = (ctypes.c_ubyte * (stride * height)).from_address(
        ctypes.cast(address, ctypes.c_void_p).value or 0
    )
    darkest, brightest = 255, 0
    for row in range(max(top - 2, 0), min(bottom + 3, height)):
        for column in range(max(left - 2, 0), min(right + 3, width)):
            blue, green, red = pixels[row * stride + 4 * column : row * stride + 4 * column + 3]
            bright = (red + green + blue) // 3
            darkest, brightest = min(darkest, bright), max(brightest, bright)
    return brightest - darkest if brightest else 255
