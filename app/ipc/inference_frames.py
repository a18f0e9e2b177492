"""Frames between the window (or command line) and the inference worker. One worker holds one model."""

from app.domain.devices import DeviceList
from app.domain.generation import Completion, LoadedModel, LoadOptions, Prepared, Sampling, Turn
from app.domain.load_planning import LoadStep
from app.domain.model_memory import LoadPlan, ModelSizes
from app.domain.picture import Picture
from app.ipc.frames import Cancel, Ending, Failed, Hello, JobFrame, Leave

# ---- parent to worker


class LoadModel(JobFrame, frozen=True, tag=True):
    """Load the GGUF file at `path` (absolute). Ends with `Loaded` or `Failed`. Once per worker process.

    `sizes` is what the file's header says of its memory, None where nobody read it. `projector` is the file that lets
    it see pictures, empty for none; it is read when the first picture comes.
    """

    path: str
    name: str
    options: LoadOptions
    sizes: ModelSizes | None = None
    projector: str = ""


class ListDevices(JobFrame, frozen=True, tag=True):
    """Say what there is to compute with. Ends with `DevicesListed`. First and last job of a process of its own:
    a driver that crashes takes nothing else along."""


class Generate(JobFrame, frozen=True, tag=True):
    """Answer the last turn. Sends `PromptPrepared`, `PromptProgress`, `Delta`s, and ends with `Generated`.

    `turns` are in reading order, an optional system turn first. `continue_last` asks for the last turn
    (from the assistant) to be carried on instead of answered. `json_schema` constrains the answer to JSON
    that fits the schema (a JSON text), empty for none. `reserve_tokens` of the context stay free for
    the answer.
    """

    turns: tuple[Turn, ...]
    sampling: Sampling
    continue_last: bool = False
    json_schema: str = ""
    reserve_tokens: int = 512


class ShowPicture(JobFrame, frozen=True, tag=True):
    """Keep a picture, so that turns can name it by its key, and only those others that `keep` names.

    Ends with `PictureShown`.
    """

    picture: Picture
    keep: tuple[str, ...]


class MeasurePrompt(JobFrame, frozen=True, tag=True):
    """Fit and count the prompt of these turns without answering. Ends with `Measured`."""

    turns: tuple[Turn, ...]
    reserve_tokens: int = 512


# ---- worker to parent


class LoadProgress(JobFrame, frozen=True, tag=True):
    """`fraction` of the model's tensors that have been read, 0..1."""

    fraction: float


class LoadTried(JobFrame, frozen=True, tag=True):
    """What is tried from here on, and all that was given up for it: a process that is lost meanwhile lost it so."""

    plan: LoadPlan
    steps: tuple[LoadStep, ...]


class PromptPrepared(JobFrame, frozen=True, tag=True):
    """What the model will read, before it reads it."""

    prepared: Prepared


class PromptProgress(JobFrame, frozen=True, tag=True):
    """How far the new part of the prompt has been read, in tokens."""

    done_tokens: int
    total_tokens: int


class Delta(JobFrame, frozen=True, tag=True):
    """Text gathered for about 40 ms. `number` counts from 0 without gaps; `thinking` says which part."""

    number: int
    thinking: bool
    text: str


class Loaded(Ending, frozen=True, tag=True):
    """The model is ready."""

    model: LoadedModel


class DevicesListed(Ending, frozen=True, tag=True):
    """The result of `ListDevices`."""

    found: DeviceList


class Generated(Ending, frozen=True, tag=True):
    """The answer has ended, also when it was cancelled after it began (`reason` says so)."""

    completion: Completion


class PictureShown(Ending, frozen=True, tag=True):
    """The picture can be seen; it takes this many tokens."""

    tokens: int


class Measured(Ending, frozen=True, tag=True):
    """The result of `MeasurePrompt`; `cached_tokens` says how much of it is in the KV cache right now."""

    prepared: Prepared


ToInference = LoadModel | ListDevices | ShowPicture | Generate | MeasurePrompt | Cancel | Leave
FromInference = (
    Hello
    | LoadProgress
    | LoadTried
    | Loaded
    | DevicesListed
    | PromptPrepared
    | PromptProgress
    | Delta
    | Generated
    | PictureShown
    | Measured
    | Failed
)
