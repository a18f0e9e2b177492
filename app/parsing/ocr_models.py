"""The two networks that find lines of words in a picture and read them. The one door to onnxruntime.

They are PP-OCRv6 (small), and come inside the package rapidocr, of which nothing else is used: its own code isn't
imported. One thread computes: the process that forks the readers must have no other.
"""

import importlib.util
import os
from pathlib import Path
from typing import Any

import numpy
import onnxruntime
from numpy.typing import NDArray

Pixels = NDArray[numpy.uint8]
"""Height x width x 3: blue, green, red."""

Floats = NDArray[numpy.float32]

_FINDER, _READER = "PP-OCRv6_det_small.onnx", "PP-OCRv6_rec_small.onnx"
_LINE_HEIGHT = 48
_WIDEST_LINE = 3200


class OcrModels:
    """Both networks, loaded."""

    def __init__(self) -> None:
        folder = _folder()
        self._finder = _session(folder / _FINDER)
        self._reader = _session(folder / _READER)
        listed = self._reader.get_modelmeta().custom_metadata_map["character"].splitlines()
        self._characters = ["", *listed, " "]

    def text_likeness(self, picture: Pixels) -> Floats:
        """How likely each place of a picture is part of a line of words, 0 to 1; sides must be multiples of 32."""
        found = self._run(self._finder, _normalised(picture)[numpy.newaxis])
        likeness: Floats = found[0, 0]
        return likeness

    def words(self, line: Pixels) -> tuple[str, float]:
        """The words in the picture of one line, and how sure they are, 0 to 1."""
        height, width = line.shape[:2]
        new_width = min(max(round(width * _LINE_HEIGHT / max(height, 1)), 16), _WIDEST_LINE)
        scaled = resized(line, new_width, _LINE_HEIGHT)
        likeness = self._run(self._reader, _normalised(scaled)[numpy.newaxis])[0]
        best = likeness.argmax(axis=1)
        sure = likeness.max(axis=1)
        # Each step names a character or none; the same one twice in a row is one.
        new = numpy.concatenate(([True], best[1:] != best[:-1])) & (best != 0)
        if not new.any():
            return "", 0.0
        text = "".join(self._characters[number] for number in best[new] if number < len(self._characters))
        return text, float(sure[new].mean())

    def _run(self, session: Any, batch: Floats) -> Floats:
        outcome: Floats = session.run(None, {session.get_inputs()[0].name: batch})[0]
        return outcome


def resized(picture: Pixels, width: int, height: int) -> Pixels:
    """The picture in another size: averaged when it shrinks, else with values in between."""
    rows = _weights(picture.shape[0], height)
    columns = _weights(picture.shape[1], width)
    tall = _blend(picture.astype(numpy.float32), *rows)
    wide = _blend(tall.transpose(1, 0, 2), *columns).transpose(1, 0, 2)
    made: Pixels = numpy.clip(wide + 0.5, 0, 255).astype(numpy.uint8)
    return made


def _weights(old: int, new: int) -> tuple[NDArray[numpy.int64], Floats]:
    """For each new place the old ones it is made of and their shares."""
    scale = old / new
    reach = max(scale, 1.0)
    taps = int(numpy.ceil(reach)) * 2 + 1
    centres = (numpy.arange(new) + 0.5) * scale - 0.5
    places = numpy.floor(centres)[:, None].astype(numpy.int64) + numpy.arange(taps) - taps // 2 + 1
    shares = numpy.maximum(0.0, 1.0 - numpy.abs(places - centres[:, None]) / reach)
    shares /= shares.sum(axis=1, keepdims=True)
    return places.clip(0, old - 1), shares.astype(numpy.float32)


def _blend(picture: Floats, places: NDArray[numpy.int64], shares: Floats) -> Floats:
    made = numpy.zeros((places.shape[0], *picture.shape[1:]), dtype=numpy.float32)
    for tap in range(places.shape[1]):
        made += picture[places[:, tap]] * shares[:, tap, None, None]
    return made


def _normalised(picture: Pixels) -> Floats:
    return (picture.astype(numpy.float32) / 127.5 - 1.0).transpose(2, 0, 1)


def _folder() -> Path:
    found = importlib.util.find_spec("rapidocr")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("rapidocr")
    return Path(found.origin).parent / "models"


def _session(model: Path) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 4
    return onnxruntime.InferenceSession(os.fspath(model), options, providers=["CPUExecutionProvider"])
