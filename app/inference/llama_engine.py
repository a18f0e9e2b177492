"""A model, its vocabulary, one context with its KV cache, and samplers: llama.cpp's, as plain objects.

Runs in the main thread of the inference worker. Thin on purpose: every method is one or a few calls of the C
interface with its results translated; what is done with them is decided in `chat_engine`. Only plain Python
values and the classes of this module leave it.
"""

import ctypes
import os
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from app.domain.generation import Sampling
from app.domain.loading_choices import KvType
from app.domain.model_memory import LoadPlan
from app.inference.llama_library import (
    LlamaFailure,
    device_handle,
    forget_errors,
    json_schema_to_gbnf,
    lib,
    start_backends,
)

_KV_TYPES = {
    KvType.F16: lib.GGML_TYPE_F16,
    KvType.Q8_0: lib.GGML_TYPE_Q8_0,
    KvType.Q4_0: lib.GGML_TYPE_Q4_0,
}
_SEQUENCE = 0  # one conversation is in the cache at a time
LAST_ROW = -1


class LoadStopped(Exception):
    """The progress callback asked llama.cpp to stop loading."""


class LlamaModel:
    """The weights and vocabulary of one GGUF file.

    Attributes:
        token_count: size of the vocabulary.
        opening_id: the begin-of-sequence token if the model wants one before everything, else -1.
        bos_id, eos_id: token ids, -1 when the vocabulary has none.
        control_ids: text of each control token -> its id. Text that spells one must not become it.
    """

    def __init__(
        self,
        path: str,
        progress: Callable[[float], bool],
        *,
        gpu_layers: int = 0,
        devices: Sequence[str] = (),
        shares: Sequence[float] = (),
    ) -> None:
        """Read the file. `progress` gets fractions 0..1 and answers whether to go on.

        The last `gpu_layers` layers go on `devices`, split by `shares`, or by their free memory where those are empty.

        Raises LoadStopped when `progress` answered False, LlamaFailure when llama.cpp can't read the file.
        """
        start_backends()
        forget_errors()
        stopped = False

        def report(fraction: float, _user_data: object) -> bool:
            nonlocal stopped
            try:
                stopped = not progress(fraction)
            except BaseException:  # noqa: BLE001 - can't cross C code; stopping is all that is left
                stopped = True
            return not stopped

        parameters = lib.llama_model_default_params()
        parameters.n_gpu_layers = gpu_layers
        # Without any named, llama.cpp would take all it finds.
        pointers = [device_handle(name) for name in devices] if gpu_layers else []
        handles = (ctypes.c_void_p * (len(pointers) + 1))(*pointers, None)
        parameters.devices = ctypes.cast(handles, ctypes.c_void_p)
        if shares:
            split = (ctypes.c_float * max(lib.llama_max_devices(), len(shares)))(*shares)
            parameters.tensor_split = ctypes.cast(split, ctypes.POINTER(ctypes.c_float))
        callback = lib.llama_progress_callback(report)  # kept until the load has returned
        parameters.progress_callback = callback
        handle = lib.llama_model_load_from_file(os.fsencode(path), parameters)
        if not handle:
            if stopped:
                raise LoadStopped
            raise LlamaFailure("load")
        self._handle = handle
        self._vocab = lib.llama_model_get_vocab(handle)
        self.token_count: int = lib.llama_vocab_n_tokens(self._vocab)
        self.bos_id: int = lib.llama_vocab_bos(self._vocab)
        self.opening_id = self.bos_id if lib.llama_vocab_get_add_bos(self._vocab) else -1
        self.eos_id: int = lib.llama_vocab_eos(self._vocab)
        self.control_ids: Mapping[str, int] = self._find_control_tokens()
        self._piece_buffer = ctypes.create_string_buffer(256)
        self._pieces: dict[int, bytes] = {}
        self._ends: dict[int, bool] = {}

    @property
    def handle(self) -> int:
        """The C pointer, for `LlamaContext`."""
        return int(self._handle)

    def close(self) -> None:
        """Free the weights. The object can't be used afterwards."""
        lib.llama_model_free(self._handle)

    def _find_control_tokens(self) -> dict[str, int]:
        wanted = lib.LLAMA_TOKEN_ATTR_CONTROL | lib.LLAMA_TOKEN_ATTR_UNKNOWN
        attribute, vocab = lib.llama_vocab_get_attr, self._vocab
        found: dict[str, int] = {}
        for token in range(self.token_count):
            if attribute(vocab, token) & wanted:
                text = lib.llama_vocab_get_text(vocab, token)
                if text:
                    found.setdefault(text.decode("utf-8", "replace"), token)
        return found

    # ---- facts

    @property
    def parameter_count(self) -> int:
        """How many weights the model has."""
        return int(lib.llama_model_n_params(self._handle))

    @property
    def trained_context_tokens(self) -> int:
        """The longest text the model was trained on."""
        return int(lib.llama_model_n_ctx_train(self._handle))

    @property
    def can_generate(self) -> bool:
        """Whether text can be generated: a decoder with a vocabulary and no separate encoder."""
        return (
            self.token_count > 0
            and lib.llama_vocab_type(self._vocab) not in (lib.LLAMA_VOCAB_TYPE_NONE, lib.LLAMA_VOCAB_TYPE_WPM)
            and lib.llama_model_has_decoder(self._handle)
            and not lib.llama_model_has_encoder(self._handle)
            and not lib.llama_model_is_diffusion(self._handle)
        )

    @property
    def forgets_partly(self) -> bool:
        """Whether single positions can be taken out of its memory; recurrent models forget all or none."""
        return not (lib.llama_model_is_recurrent(self._handle) or lib.llama_model_is_hybrid(self._handle))

    @property
    def layer_count(self) -> int:
        """How many layers it has."""
        return int(lib.llama_model_n_layer(self._handle))

    def metadata(self, key: str) -> str:
        """The value of a GGUF key as text, empty when there is none."""
        name = key.encode("utf-8")
        buffer = ctypes.create_string_buffer(1024)
        length = lib.llama_model_meta_val_str(self._handle, name, buffer, len(buffer))
        if length >= len(buffer):
            buffer = ctypes.create_string_buffer(length + 1)
            length = lib.llama_model_meta_val_str(self._handle, name, buffer, len(buffer))
        return buffer.raw[: max(length, 0)].decode("utf-8", "replace")

    def chat_template(self) -> str:
        """The chat template in the file, empty when there is none."""
        text = lib.llama_model_chat_template(self._handle, None)
        return text.decode("utf-8", "replace") if text else ""

    # ---- text and tokens

    def tokenize(self, text: str) -> list[int]:
        """Tokens of plain text. What spells a control token stays text."""
        data = text.encode("utf-8", "replace")
        room = len(data) + 8
        tokens = (lib.llama_token * room)()
        count = lib.llama_tokenize(self._vocab, data, len(data), tokens, room, False, False)
        if count < 0:
            room = -count
            tokens = (lib.llama_token * room)()
            count = lib.llama_tokenize(self._vocab, data, len(data), tokens, room, False, False)
        return list(tokens[: max(count, 0)])

    def swallows_space(self, token: int) -> tuple[bool, bool]:
        """Whether a control token swallows the white space before it, and after it."""
        attribute = lib.llama_vocab_get_attr(self._vocab, token)
        return bool(attribute & lib.LLAMA_TOKEN_ATTR_LSTRIP), bool(attribute & lib.LLAMA_TOKEN_ATTR_RSTRIP)

    def text_of_control(self, token: int) -> str:
        """How a control token is spelled, empty for -1."""
        text = lib.llama_vocab_get_text(self._vocab, token) if token >= 0 else None
        return text.decode("utf-8", "replace") if text else ""

    def piece(self, token: int) -> bytes:
        """The bytes one token stands for, perhaps a part of a character. Empty for control tokens."""
        known = self._pieces.get(token)
        if known is not None:
            return known
        buffer = self._piece_buffer
        length = lib.llama_token_to_piece(self._vocab, token, buffer, len(buffer), 0, False)
        if length < 0:
            self._piece_buffer = buffer = ctypes.create_string_buffer(-length)
            length = lib.llama_token_to_piece(self._vocab, token, buffer, len(buffer), 0, False)
        known = self._pieces[token] = buffer.raw[: max(length, 0)]
        return known

    def show_controls(self, marks: Iterable[str]) -> None:
        """From now on `piece` spells out the control tokens that the texts in `marks` are made of."""
        joined = "\n".join(marks)
        for text, token in self.control_ids.items():
            if text in joined:
                self._pieces[token] = text.encode("utf-8")

    def is_end(self, token: int) -> bool:
        """Whether the token ends a turn."""
        known = self._ends.get(token)
        if known is None:
            known = self._ends[token] = bool(lib.llama_vocab_is_eog(self._vocab, token))
        return known

    def adapter(self, path: str) -> int:
        """An adapter for `LlamaContext.use`, freed with the model. Raises LlamaFailure when it isn't one for it."""
        forget_errors()
        handle = lib.llama_adapter_lora_init(self._handle, os.fsencode(path))
        if not handle:
            raise LlamaFailure("adapter")
        return int(ctypes.cast(handle, ctypes.c_void_p).value or 0)

    def sampler(self, sampling: Sampling, seed: int, grammar: str) -> "Sampler":
        """A sampler chain for one answer. Raises LlamaFailure when the grammar can't be parsed."""
        return Sampler(self._vocab, self.token_count, sampling, seed, grammar)


class LlamaContext:
    """The working memory of a model: `context_tokens` positions of one sequence.

    `decode` and friends run in the calling thread, with llama.cpp's own threads beside it; the GIL is free
    meanwhile.
    """

    def __init__(self, model: LlamaModel, plan: LoadPlan, threads: int, batch_tokens: int) -> None:
        """Allocate. Raises LlamaFailure when that much can't be had."""
        forget_errors()
        parameters = lib.llama_context_default_params()
        parameters.n_ctx = plan.context_tokens
        parameters.n_batch = min(batch_tokens, plan.context_tokens)
        parameters.n_ubatch = min(parameters.n_batch, plan.micro_batch_tokens)
        parameters.flash_attn_type = (
            lib.LLAMA_FLASH_ATTN_TYPE_AUTO if plan.flash else lib.LLAMA_FLASH_ATTN_TYPE_DISABLED
        )
        parameters.type_k = parameters.type_v = _KV_TYPES[plan.kv_type]
        parameters.offload_kqv = plan.kv_on_gpu
        parameters.op_offload = plan.gpu_layers > 0
        parameters.n_threads = threads
        parameters.n_threads_batch = threads
        parameters.no_perf = True
        handle = lib.llama_init_from_model(model.handle, parameters)
        if not handle:
            raise LlamaFailure("context")
        self._handle = handle
        self._memory = lib.llama_get_memory(handle)
        if not self._memory:
            lib.llama_free(handle)
            raise LlamaFailure("no memory")
        self.context_tokens: int = lib.llama_n_ctx(handle)
        self.batch_tokens: int = lib.llama_n_batch(handle)
        self._abort: object = None  # keeps the callback alive while llama.cpp holds it
        self._one_token = (lib.llama_token * 1)()
        self._one_batch = lib.llama_batch_get_one(self._one_token, 1)
        self._one_place = (lib.llama_pos * 1)()
        self._one_batch.pos = self._one_place
        self._token_count = model.token_count
        self._logits_address = 0
        self._logits_view: npt.NDArray[np.float32] = np.empty(0, np.float32)

    def close(self) -> None:
        """Free the cache. The object can't be used afterwards."""
        lib.llama_free(self._handle)

    def use(self, adapters: Sequence[tuple[int, float]]) -> None:
        """Have these adapters count with these strengths from now on. Raises LlamaFailure."""
        pointer = lib.llama_adapter_lora_p_ctypes
        handles = (pointer * len(adapters))(*(ctypes.cast(handle, pointer) for handle, _ in adapters))
        strengths = (ctypes.c_float * len(adapters))(*(strength for _, strength in adapters))
        if lib.llama_set_adapters_lora(self._handle, handles, len(adapters), strengths) != 0:
            raise LlamaFailure("adapters")

    def stop_when(self, stopped: Callable[[], bool] | None) -> None:
        """Let `stopped` be asked many times while a batch is computed, or nobody (None).

        Asked once per node of the graph: right for batches of a prompt, too dear for single tokens.
        """
        if stopped is None:
            callback = lib.ggml_abort_callback()
        else:
            callback = lib.ggml_abort_callback(lambda _data: stopped())
        lib.llama_set_abort_callback(self._handle, callback, None)
        self._abort = callback

    @property
    def handle(self) -> int:
        """The C pointer, for `llama_sight.LlamaSight`."""
        return int(self._handle)

    def decode_batch(self, tokens: Sequence[int], at: int) -> bool:
        """Read tokens, at most `batch_tokens`, from position `at` on. Returns False when it was stopped; part may have
        been read.

        Raises LlamaFailure when llama.cpp can't go on.
        """
        count = len(tokens)
        array = (lib.llama_token * count)(*tokens)
        # Left to itself, llama.cpp goes on after the first position of a picture, where several lie side by side.
        places = (lib.llama_pos * count)(*range(at, at + count))
        batch = lib.llama_batch_get_one(array, count)
        batch.pos = places
        status = lib.llama_decode(self._handle, batch)
        if status == 2:
            return False
        if status != 0:
            raise LlamaFailure(f"decode {status}")
        return True

    def decode_one(self, token: int, at: int) -> None:
        """Read one token at position `at`; kept lean, it runs once for each token of an answer. Raises LlamaFailure."""
        self._one_token[0] = token
        self._one_place[0] = at
        if status := lib.llama_decode(self._handle, self._one_batch):
            raise LlamaFailure(f"decode {status}")

    def decode_guesses(self, tokens: Sequence[int]) -> None:
        """Read a few tokens, and keep what comes after each: rows 0 and on of `sample`. Raises LlamaFailure."""
        count = len(tokens)
        array = (lib.llama_token * count)(*tokens)  # the batch holds only its address
        batch = lib.llama_batch_get_one(array, count)
        batch.logits = (ctypes.c_byte * count)(*[1] * count)
        if status := lib.llama_decode(self._handle, batch):
            raise LlamaFailure(f"decode {status}")

    def sample(self, sampler: "Sampler", row: int = LAST_ROW) -> int:
        """Choose the next token from one row of what was computed last, and tell the sampler."""
        if sampler.greedy:  # llama.cpp would lay out the whole vocabulary first: a third of a millisecond
            return int(self._logits(row).argmax())
        return int(lib.llama_sampler_sample(sampler.handle, self._handle, row))

    def _logits(self, row: int) -> npt.NDArray[np.float32]:
        """What was computed last, a view (token_count,): valid until the next token is read."""
        pointer = lib.llama_get_logits_ith(self._handle, row)
        address = ctypes.addressof(pointer.contents)
        if address != self._logits_address:
            self._logits_address = address
            self._logits_view = np.ctypeslib.as_array(pointer, (self._token_count,))
        return self._logits_view

    @property
    def held_tokens(self) -> int:
        """How many positions the cache holds, counted from the first."""
        return int(lib.llama_memory_seq_pos_max(self._memory, _SEQUENCE)) + 1

    def keep_first(self, count: int) -> bool:
        """Forget all positions from `count` on. Returns False when only forgetting everything is possible."""
        return bool(lib.llama_memory_seq_rm(self._memory, _SEQUENCE, count, -1))

    def forget_all(self) -> None:
        """Empty the cache and overwrite it."""
        lib.llama_memory_clear(self._memory, True)

    def state_bytes(self) -> int:
        """How large a copy of the cache would be."""
        return int(lib.llama_state_seq_get_size(self._handle, _SEQUENCE))

    def copy_state(self) -> bytearray | None:
        """A copy of the cache, None when llama.cpp can't give one."""
        try:
            state = bytearray(self.state_bytes())
        except MemoryError:
            return None
        buffer = (ctypes.c_uint8 * len(state)).from_buffer(state)
        written = lib.llama_state_seq_get_data(self._handle, buffer, len(state), _SEQUENCE)
        return state if written == len(state) else None

    def put_back(self, state: bytearray) -> bool:
        """Hold what a copy held. False when llama.cpp refuses it; the cache is empty then."""
        self.forget_all()
        buffer = (ctypes.c_uint8 * len(state)).from_buffer(state)
        if lib.llama_state_seq_set_data(self._handle, buffer, len(state), _SEQUENCE):
            return True
        self.forget_all()
        return False


class Sampler:
    """A chain: grammar, repeat penalty, top-k, top-p, min-p, temperature, a draw. Greedy at temperature 0.

    Greedy needs none of the cuts: the most likely token is never cut away. `greedy` says that the chain would
    choose the likeliest token, whatever else is in it.
    """

    def __init__(self, vocab: int, token_count: int, sampling: Sampling, seed: int, grammar: str) -> None:
        forget_errors()
        self.handle = lib.llama_sampler_chain_init(lib.llama_sampler_chain_default_params())
        if grammar:
            sampler = lib.llama_sampler_init_grammar(vocab, grammar.encode("utf-8"), b"root")
            if not sampler:
                self.close()
                raise LlamaFailure("grammar")
            self._add(sampler)
        penalised = sampling.repeat_penalty != 1.0 and sampling.repeat_last_n > 0
        self.greedy = sampling.temperature <= 0 and not grammar and not penalised
        if penalised:
            self._add(
                lib.llama_sampler_init_penalties(
                    token_count, sampling.repeat_last_n, sampling.repeat_penalty, 0.0, 0.0
                )
            )
        if sampling.temperature <= 0:
            self._add(lib.llama_sampler_init_greedy())
            return
        if sampling.top_k > 0:
            self._add(lib.llama_sampler_init_top_k(sampling.top_k))
        if sampling.top_p < 1:
            self._add(lib.llama_sampler_init_top_p(sampling.top_p, 1))
        if sampling.min_p > 0:
            self._add(lib.llama_sampler_init_min_p(sampling.min_p, 1))
        self._add(lib.llama_sampler_init_temp(sampling.temperature))
        self._add(lib.llama_sampler_init_dist(seed))

    def _add(self, sampler: object) -> None:
        lib.llama_sampler_chain_add(self.handle, sampler)

    def close(self) -> None:
        """Free the chain and all in it."""
        lib.llama_sampler_free(self.handle)


def grammar_for(json_schema: str) -> str:
    """The GBNF grammar of a JSON schema (a JSON text). Raises LlamaFailure for what it can't express."""
    try:
        grammar = str(json_schema_to_gbnf(json_schema))
    except (
        ValueError,
        KeyError,
        TypeError,
        AssertionError,
        AttributeError,
        RecursionError,
        IndexError,
    ) as error:
        raise LlamaFailure("schema") from error
    # WORKAROUND: the binding's converter lets control characters into strings, which JSON forbids.
    return grammar.replace(r'[^"\\]', r'[^"\\\x7F\x00-\x1F]')
