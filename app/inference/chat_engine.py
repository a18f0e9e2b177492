"""The engine of the worker: loads one model, then measures and answers with it.

Main thread of the inference worker. Imported when the first model is loaded, because it brings llama.cpp.
"""

import os
import time
from collections.abc import Callable

from app.domain.chat_format import tags_in_template, template_sha256
from app.domain.errors import GenerationError, ModelError
from app.domain.generation import Completion, LoadedModel, LoadOptions, Prepared, Turn
from app.domain.load_planning import LoadStep
from app.domain.model_memory import LoadPlan, ModelSizes
from app.domain.picture import Picture
from app.inference import model_loading
from app.inference.answering import Answering
from app.inference.chat_template import CHATML, ChatTemplate
from app.inference.engine import AnswerReports, AnswerRequest, say_nothing
from app.inference.fitted_loading import FittedLoading, ModelWish
from app.inference.llama_engine import LlamaContext, LlamaModel
from app.inference.llama_library import LlamaFailure
from app.inference.llama_sight import LlamaSight
from app.inference.pictures_at_hand import PicturesAtHand
from app.inference.prompt_fitting import PromptFitting
from app.inference.prompt_tokens import PromptTokens

_REMEMBERED_CONTEXTS = 4  # how many contexts' worth of tokenised text is kept in memory


class ChatEngine:
    """`engine.Engine` with llama.cpp."""

    def __init__(self) -> None:
        self._model: LlamaModel | None = None
        self._context: LlamaContext | None = None
        self._answering: Answering | None = None
        self._pictures: PicturesAtHand | None = None
        self._sight: LlamaSight | None = None

    def close(self) -> None:
        """Free the model. The worker never does, it exits; only tests load several in one process."""
        if self._context is not None and self._model is not None:
            self._answering = self._pictures = None
            if self._sight is not None:
                self._sight.close()
                self._sight = None
            self._context.close()
            self._model.close()
            self._context = self._model = None

    def load(
        self,
        path: str,
        name: str,
        options: LoadOptions,
        progress: Callable[[float], None],
        cancelled: Callable[[], bool],
        sizes: ModelSizes | None = None,
        trying: Callable[[LoadPlan, tuple[LoadStep, ...]], None] = say_nothing,
        projector: str = "",
    ) -> LoadedModel:
        """Read a model. See `engine.Engine`."""
        if self._model is not None:
            raise ModelError("model_already_loaded", name=name)
        began_at = time.monotonic()
        file = model_loading.ModelFile(path)
        wish = ModelWish(path, name, options, sizes or model_loading.unknown_sizes(file.size_bytes))
        available = model_loading.available_memory_bytes()
        loading = FittedLoading(wish, available, _going_on(progress, cancelled), trying)
        model = loading.load_weights()
        try:
            file.check_unchanged()
            architecture = model.metadata("general.architecture")
            # A generator has no pooling; an embedder made from one is told by it.
            if not model.can_generate or model.metadata(f"{architecture}.pooling_type") not in ("", "0"):
                raise ModelError("model_no_chat", name=name)
            threads = options.threads or model_loading.worthwhile_threads(model.parameter_count)
            model, context = loading.make_context(threads)
        except BaseException:
            loading.close()
            raise
        source = model.chat_template()
        template = ChatTemplate(
            source or CHATML, model.text_of_control(model.bos_id), model.text_of_control(model.eos_id)
        )
        pictures = PicturesAtHand(lambda: self._open_sight(name, projector, loading.plan, threads))
        tokens = PromptTokens(model, _REMEMBERED_CONTEXTS * context.context_tokens, pictures.tokens)
        fitting = PromptFitting(template, tokens, context.context_tokens, pictures)
        self._model, self._context, self._pictures = model, context, pictures
        self._answering = Answering(
            model,
            context,
            fitting,
            tokens,
            tags_in_template(source),
            pictures,
            model_loading.bytes_for_kept_states(),
            options.guess_ahead,
        )
        return LoadedModel(
            name=name,
            architecture=architecture,
            parameters=model.parameter_count,
            size_bytes=file.size_bytes,
            context_tokens=context.context_tokens,
            trained_context_tokens=model.trained_context_tokens,
            threads=threads,
            template_sha256=template_sha256(source),
            load_s=time.monotonic() - began_at,
            gpu_layers=min(loading.plan.gpu_layers, model.layer_count + 1),
            devices=loading.devices if loading.plan.gpu_layers else (),
            kv_type=loading.plan.kv_type,
            flash=loading.plan.flash,
        )

    def show(self, picture: Picture, keep: tuple[str, ...]) -> int:
        """Keep a picture that turns may name. See `engine.Engine`."""
        self._ready()
        assert self._pictures is not None
        try:
            return self._pictures.show(picture, keep)
        except LlamaFailure as error:
            raise GenerationError("picture_not_seen") from error

    def measure(self, turns: tuple[Turn, ...], reserve_tokens: int) -> Prepared:
        """Fit and count a prompt. See `engine.Engine`."""
        return self._ready().measure(turns, reserve_tokens)

    def answer(
        self, request: AnswerRequest, reports: AnswerReports, cancelled: Callable[[], bool]
    ) -> Completion:
        """Answer. See `engine.Engine`."""
        return self._ready().answer(request, reports, cancelled)

    def tokenize(self, text: str) -> list[int]:
        """Tokens of plain text. See `engine.Engine`."""
        self._ready()
        assert self._model is not None
        return self._model.tokenize(text)

    def _open_sight(self, name: str, path: str, plan: LoadPlan, threads: int) -> LlamaSight:
        if not path:
            raise ModelError("model_sees_nothing", name=name)
        assert self._model is not None and self._context is not None
        try:
            self._sight = LlamaSight(
                path,
                self._model,
                self._context,
                on_graphics=plan.gpu_layers > 0,
                threads=threads,
                at_once=plan.micro_batch_tokens,
            )
        except LlamaFailure as failure:
            raise ModelError("projector_not_loadable", name=name, file=os.path.basename(path)) from failure
        return self._sight

    def _ready(self) -> Answering:
        if self._answering is None:
            raise ModelError("model_not_loaded")
        return self._answering


def _going_on(progress: Callable[[float], None], cancelled: Callable[[], bool]) -> Callable[[float], bool]:
    """Tells the progress and answers whether to go on."""
    throttled = model_loading.ThrottledProgress(progress)

    def go_on(fraction: float) -> bool:
        throttled(fraction)
        return not cancelled()

    return go_on
