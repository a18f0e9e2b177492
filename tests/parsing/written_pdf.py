"""Pages in any script: a PDF with a font of its own, whose letters all look alike and are told apart by their codes.

What a page looks like is of no matter to its text; where each letter stands, and which one its code means, is.
"""

import importlib.resources
from collections.abc import Callable, Iterable

Draw = Callable[["Pen"], str]

_FONT = "fonts/DejaVuSans.ttf"  # of ziafont, which draws formulas
_GLYPH = 43  # an H: as high as a letter, and not empty


class Pen:
    """Writes text for a content stream, with codes for its letters."""

    def __init__(self, size: float) -> None:
        self.size = size
        self.codes: dict[str, int] = {}

    def across(self, x: float, y: float, text: str) -> str:
        """Text that runs to the right from there."""
        return self._text("F1", x, y, text)

    def down(self, x: float, y: float, text: str) -> str:
        """Text that runs down from there, `x` being the middle of the line."""
        return self._text("F2", x, y, text)

    def _text(self, font: str, x: float, y: float, text: str) -> str:
        codes = "".join(f"{self.codes.setdefault(one, len(self.codes) + 1):04X}" for one in text)
        return f"BT /{font} {self.size} Tf {x} {y} Td <{codes}> Tj ET\n"


def written_pdf(draw: Draw, *, width: int = 1000, size: float = 12) -> bytes:
    """One page of 612 by 792 points. Letters that run across are `width` thousandths of `size` wide."""
    pen = Pen(size)
    drawing = draw(pen).encode("ascii")
    font = importlib.resources.files("ziafont").joinpath(_FONT).read_bytes()
    glyphs = b"\0\0" + _GLYPH.to_bytes(2, "big") * len(pen.codes)
    face = "/BaseFont /Written"
    composite = f"/Type /Font /Subtype /Type0 {face} /DescendantFonts [6 0 R] /ToUnicode 7 0 R"
    system = "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    return _file(
        [
            ("/Type /Catalog /Pages 2 0 R", None),
            ("/Type /Pages /Kids [3 0 R] /Count 1", None),
            (
                "/Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
                "/Resources << /Font << /F1 5 0 R /F2 11 0 R >> >>",
                None,
            ),
            ("", drawing),
            (f"{composite} /Encoding /Identity-H", None),
            (
                f"/Type /Font /Subtype /CIDFontType2 {face} {system} /DW {width} /CIDToGIDMap 8 0 R "
                "/FontDescriptor 9 0 R",
                None,
            ),
            ("", _meanings(pen.codes)),
            ("", glyphs),
            (
                "/Type /FontDescriptor /FontName /Written /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 "
                "/Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 /FontFile2 10 0 R",
                None,
            ),
            (f"/Length1 {len(font)}", font),
            (f"{composite} /Encoding /Identity-V", None),
        ]
    )


def _meanings(codes: dict[str, int]) -> bytes:
    """The table from codes to letters, at most 100 of them in a part."""
    rows = [f"<{code:04X}> <{letter.encode('utf-16-be').hex()}>\n" for letter, code in codes.items()]
    parts = (rows[first : first + 100] for first in range(0, len(rows), 100))
    body = "".join(f"{len(part)} beginbfchar\n{''.join(part)}endbfchar\n" for part in parts)
    begin = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Written def /CMapType 2 def\n"
    space = "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    return f"{begin}{space}{body}endcmap end end".encode("ascii")


def _file(objects: Iterable[tuple[str, bytes | None]]) -> bytes:
    out = b"%PDF-1.4\n"
    places = []
    for number, (entries, stream) in enumerate(objects, start=1):
        places.append(len(out))
        length = f"/Length {len(stream)} " if stream is not None else ""
        out += f"{number} 0 obj\n<< {length}{entries} >>\n".encode("ascii")
        if stream is not None:
            out += b"stream\n" + stream + b"\nendstream\n"
        out += b"endobj\n"
    table = len(out)
    out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode("ascii")
    out += b"".join(f"{place:010} 00000 n \n".encode("ascii") for place in places)
    return out + f"trailer << /Size {len(places) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n".encode(
        "ascii"
    )
