"""Words in pictures: a page of a PDF that has none as text, or a picture by itself."""

from dataclasses import dataclass
from typing import Any

import numpy

from app.domain.document import BlockKind, Page
from app.parsing import ocr_layout
from app.parsing.box import Box
from app.parsing.ocr_models import OcrModels, Pixels, resized
from app.parsing.page_text import PageText

_LONGEST_SIDE_PX = 1280  # of the picture in which lines are looked for
_SURE_ENOUGH = 0.5
_models: OcrModels | None = None


@dataclass(frozen=True)
class Place:
    """Characters `start` to `end` of a page's text stand in this box of the picture."""

    start: int
    end: int
    box: Box

    def part(self, start: int, end: int) -> Box | None:
        """The part of the box with the characters from `start` to `end`, all of them taken as equally wide."""
        first, last = max(start, self.start), min(end, self.end)
        if first >= last:
            return None
        step = (self.box.right - self.box.left) / (self.end - self.start)
        left = self.box.left + (first - self.start) * step
        return Box(left, self.box.top, left + (last - first) * step, self.box.bottom)


def load() -> None:
    """Load the networks, once, in the process that forks the readers."""
    global _models
    _models = OcrModels()


def pixels(buffer: Any, width: int, height: int, stride: int) -> Pixels:
    """The pixels in a bitmap's memory (blue, green, red, or grey), lines of `stride` bytes."""
    lines = numpy.frombuffer(buffer, dtype=numpy.uint8).reshape(height, stride)
    channels = max(stride // max(width, 1), 1)
    picture: Pixels = lines[:, : width * channels].reshape(height, width, channels)
    return picture[:, :, :3] if channels >= 3 else picture[:, :, [0, 0, 0]]


def page_of(picture: Pixels, number: int) -> tuple[Page, list[Place]]:
    """The words in a picture as a page, line by line, and where in the picture they stand."""
    page = PageText()
    groups: list[list[_Line]] = []  # one for each block of the page
    paragraph: list[_Line] = []

    def end_paragraph() -> None:
        if paragraph:
            page.paragraph("\n".join(line.text for line in paragraph))
            groups.append(list(paragraph))
            paragraph.clear()

    for line in _lines(picture):
        above = paragraph[-1] if paragraph else None
        if "\t" in line.text:
            end_paragraph()
            page.add(BlockKind.TABLE_ROW, line.text)
            groups.append([line])
            continue
        if above is not None and not -line.height < line.top - above.bottom < 0.9 * line.height:
            end_paragraph()
        paragraph.append(line)
    end_paragraph()
    made = page.page(number)
    places: list[Place] = []
    for block, lines in zip(made.blocks, groups, strict=False):
        start = block.start
        for line in lines:
            places += line.places(start)
            start += len(line.text) + 1
    return made, places


class _Line:
    """One line of words."""

    def __init__(self, parts: list[tuple[Box, str]]) -> None:
        self._parts = parts
        self.text = ocr_layout.joined(parts)
        first = parts[0][0]
        self.top, self.bottom, self.height = first.top, first.bottom, first.height

    def places(self, start: int) -> list[Place]:
        """Where its words stand, if the line begins at character `start` of the page."""
        found = []
        for box, words in self._parts:
            found.append(Place(start, start + len(words), box))
            start += len(words) + 1  # a space or a tab stands between two
        return found


def _lines(picture: Pixels) -> list[_Line]:
    if _models is None:
        return []
    height, width = picture.shape[:2]
    scale = min(_LONGEST_SIDE_PX / max(height, width), 1.5)
    small_width, small_height = (max(round(side * scale / 32), 1) * 32 for side in (width, height))
    likeness = _models.text_likeness(resized(picture, small_width, small_height))
    boxes = ocr_layout.boxes_in(likeness, width / likeness.shape[1], height / likeness.shape[0])
    found = []
    for line in ocr_layout.in_reading_order(boxes):
        read = [(box, _read(_models, picture, box)) for box in line]
        parts = [(box, words) for box, words in read if words]
        if parts:
            found.append(_Line(parts))
    return found


def _read(models: OcrModels, picture: Pixels, box: Box) -> str:
    left, top, right, bottom = (round(side) for side in (box.left, box.top, box.right, box.bottom))
    line = picture[top:bottom, left:right]
    if line.shape[0] < 4 or line.shape[1] < 4:
        return ""
    if line.shape[0] > 1.5 * line.shape[1]:
        line = numpy.rot90(line)  # letters one above the other lie on their side
    words, sure = models.words(numpy.ascontiguousarray(line))
    return words.strip() if sure >= _SURE_ENOUGH else ""
