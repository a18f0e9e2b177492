"""Pages of a PDF read from their picture."""

import pypdfium2

from app.domain.document import Page
from app.parsing import ocr

_SCALE = 200 / 72  # 200 pixels an inch: small print has 20 pixels of height
_LONGEST_SIDE_PX = 2600


def page_of(document: pypdfium2.PdfDocument, index: int) -> tuple[Page, list[ocr.Place], tuple[int, int]]:
    """A page's words, where they stand, and the size in pixels of the picture they stand in.

    A page that can't be drawn has none.
    """
    try:
        page = document[index]
        longest = max(*page.get_size(), 1.0)
        bitmap = page.render(scale=min(_SCALE, _LONGEST_SIDE_PX / longest), prefer_bgrx=False)
    except pypdfium2.PdfiumError:
        return Page(index + 1, ""), [], (1, 1)
    pixels = ocr.pixels(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride)
    return *ocr.page_of(pixels, index + 1), (bitmap.width, bitmap.height)
