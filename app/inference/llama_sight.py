"""What lets a model see: a projector (mmproj) of llama.cpp's libmtmd, as a plain object.

Main thread of the inference worker. It gets pixels and never a file: of libmtmd's readers for pictures, sounds and
films none is called.
"""

import ctypes
import os
from dataclasses import dataclass

from app.domain.picture import Picture
from app.inference.llama_engine import LlamaContext, LlamaModel
from app.inference.llama_library import LlamaFailure, forget_errors, lib, load_mtmd

_TEXT, _IMAGE = 0, 1  # enum mtmd_input_chunk_type
_SEQUENCE = 0


@dataclass(frozen=True, slots=True)
class Words:
    """Tokens that the model wants around a picture."""

    tokens: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Patch:
    """A picture or a part of one, ready to be looked at.

    `positions` and `cells`: what it takes of the context in its order, and in its room. They differ for models that
    place a picture's parts side by side.
    """

    handle: int
    positions: int
    cells: int


class LlamaSight:
    """A projector that was read for one model.

    Attributes:
        side_by_side: whether a picture takes fewer positions than cells.
    """

    def __init__(
        self,
        path: str,
        model: LlamaModel,
        context: LlamaContext,
        *,
        on_graphics: bool,
        threads: int,
        at_once: int,
    ) -> None:
        """Read the file. `at_once`: how many tokens the context computes at once.

        Raises LlamaFailure when it isn't a projector for this model.
        """
        forget_errors()
        self._context = context
        self._at_once = at_once
        self._mtmd = load_mtmd()
        parameters = self._mtmd.mtmd_context_params_default()
        parameters.use_gpu = on_graphics
        parameters.print_timings = False
        parameters.n_threads = threads
        parameters.warmup = False
        handle = self._mtmd.mtmd_init_from_file(os.fsencode(path), model.handle, parameters)
        if not handle:
            raise LlamaFailure("projector")
        self._handle = handle
        if not self._mtmd.mtmd_support_vision(handle):
            self.close()
            raise LlamaFailure("projector without sight")
        self._marker = bytes(self._mtmd.mtmd_get_marker(handle))
        self.side_by_side = bool(self._mtmd.mtmd_decode_use_mrope(handle))

    def close(self) -> None:
        """Free the projector. The object can't be used afterwards."""
        self._mtmd.mtmd_free(self._handle)

    def parts(self, picture: Picture) -> tuple[Words | Patch, ...]:
        """The picture as this model gets it; `release` each Patch. Raises LlamaFailure for one it can't look at."""
        mtmd = self._mtmd
        pixels = (ctypes.c_uint8 * len(picture.pixels)).from_buffer_copy(picture.pixels)
        bitmap = mtmd.mtmd_bitmap_init(picture.width, picture.height, pixels)
        chunks = mtmd.mtmd_input_chunks_init()
        try:
            if not bitmap or not chunks:
                raise LlamaFailure("no memory")
            text = mtmd.mtmd_input_text(self._marker, len(self._marker), False, True)
            bitmaps = (ctypes.c_void_p * 1)(bitmap)
            if mtmd.mtmd_tokenize(self._handle, chunks, ctypes.byref(text), bitmaps, 1) != 0:
                raise LlamaFailure("picture")
            count = mtmd.mtmd_input_chunks_size(chunks)
            return tuple(self._part(mtmd.mtmd_input_chunks_get(chunks, number)) for number in range(count))
        finally:
            if chunks:
                mtmd.mtmd_input_chunks_free(chunks)
            if bitmap:
                mtmd.mtmd_bitmap_free(bitmap)

    def release(self, patch: Patch) -> None:
        """Free what `parts` gave."""
        self._mtmd.mtmd_input_chunk_free(patch.handle)

    def look(self, patch: Patch, at: int) -> bool:
        """Have the model see `patch` from position `at` on. False when it was stopped or can't be done."""
        after = lib.llama_pos(0)
        status = self._mtmd.mtmd_helper_eval_chunk_single(
            self._handle,
            self._context.handle,
            patch.handle,
            at,
            _SEQUENCE,
            self._context.batch_tokens,
            False,
            ctypes.byref(after),
        )
        return bool(status == 0 and after.value == at + patch.positions)

    def _part(self, chunk: int) -> Words | Patch:
        kind = self._mtmd.mtmd_input_chunk_get_type(chunk)
        if kind == _TEXT:
            count = ctypes.c_size_t(0)
            tokens = self._mtmd.mtmd_input_chunk_get_tokens_text(chunk, ctypes.byref(count))
            return Words(tuple(tokens[: count.value]))
        if kind != _IMAGE:
            raise LlamaFailure("picture")
        cells = self._mtmd.mtmd_input_chunk_get_n_tokens(chunk)
        # Some models see all of a picture in one batch or none of it: llama.cpp would end the process.
        if cells > self._at_once and self._mtmd.mtmd_decode_use_non_causal(self._handle, chunk):
            raise LlamaFailure("picture too large")
        copy = self._mtmd.mtmd_input_chunk_copy(chunk)
        if not copy:
            raise LlamaFailure("no memory")
        return Patch(copy, self._mtmd.mtmd_input_chunk_get_n_pos(chunk), cells)
