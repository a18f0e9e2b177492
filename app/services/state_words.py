"""What states are in plain words: the seal, the keyring, a profile, a model on the shelf."""

from collections.abc import Sequence

from app.domain.errors import HearthError
from app.domain.load_planning import LoadStep, StepKind
from app.models.shelf_entry import ModelState, ShelfModel
from app.sandbox import SealLevel, SealReport
from app.services.opening_state import Opening, OpeningState
from app.services.policy import Policy
from app.services.sentences import Translate, one_line, sentence
from app.vault.keyring_store import KeyringState


def seal_words(seal: SealReport, translate: Translate = str) -> str:
    """How well this process is cut off from the network, honestly."""
    return translate(_seal_words(seal))


def _seal_words(seal: SealReport) -> str:
    if seal.level is SealLevel.KERNEL:
        return "Sealed: the operating system refuses Hearth every network connection."
    if seal.reason == "x11_over_tcp":
        return (
            "Watched, not sealed: this screen is reached over the network, so the window needs it. "
            "The processes that read models and files are sealed."
        )
    if seal.level is SealLevel.AUDIT:
        return (
            "Watched, not sealed: this system lets Hearth refuse its own network calls only, "
            "not those of the libraries in it."
        )
    return "Not sealed: nothing on this system keeps Hearth from the network."


def keyring_words(state: KeyringState) -> str:
    """What the system's keyring says."""
    return {
        KeyringState.AVAILABLE: "The system's keyring is open and can keep Hearth's key.",
        KeyringState.LOCKED: "The system's keyring is locked. Unlock it to open Hearth without a passphrase.",
        KeyringState.DENIED: "The system's keyring refused Hearth. A passphrase opens Hearth instead.",
        KeyringState.NONE: "No keyring was found on this system. A passphrase opens Hearth instead.",
    }[state]


def opening_words(opening: Opening) -> str:
    """What opening a profile needs."""
    if opening.error is not None:
        return sentence(opening.error)
    return {
        OpeningState.NEW: "No profile yet; the first start makes one.",
        OpeningState.NEW_NEEDS_PASSPHRASE: "No profile yet; the first start asks for a passphrase.",
        OpeningState.OPENS_BY_ITSELF: "In order; the system's keyring opens it.",
        OpeningState.NEEDS_UNLOCK: "In order; locked by you.",
        OpeningState.NEEDS_PASSPHRASE: "In order; a passphrase opens it.",
        OpeningState.KEYRING_LOCKED: "Waits for the system's keyring to be unlocked.",
    }.get(opening.state, "")


def model_state_words(model: ShelfModel, translate: Translate = str) -> str:
    """Whether a model on the shelf can be used, and why not."""
    if model.state is ModelState.OK:
        return "ready"
    parameters = {"file": model.name, "name": model.name, **model.parameters}
    return sentence(HearthError(model.code or "model_missing", **parameters), translate)


def stepped_down_words(name: str, steps: Sequence[LoadStep], translate: Translate = str) -> str:
    """What was given up so that a model fits."""
    told = [translate(_STEP_WORDS[step.kind]).format(before=step.before, after=step.after) for step in steps]
    return " ".join((translate(_STEPPED_DOWN).format(name=name), *told))


_STEPPED_DOWN = "{name} didn't fit as it was."
_STEP_WORDS = {
    StepKind.FEWER_LAYERS: "{after} of its layers are on the graphics processor instead of {before}.",
    StepKind.SMALLER_CACHE: "What it has read is kept in {after} bits a value instead of {before}.",
    StepKind.SMALLER_CONTEXT: "It sees {after} tokens of a conversation instead of {before}.",
    StepKind.PROCESSOR: "It runs on the processor alone, which is slower.",
}


_POLICY = {
    "none": "Nothing is fixed by an administrator of this computer.",
    "fixed": "Fixed by the administrator ({path}):",
    "unclear": "Not all of the file is understood, so all it could forbid is forbidden.",
    "servers": "No server may be asked.",
    "origins": "Only listed servers may be asked.",
    "libraries": "Only listed folders may be added to a library.",
    "models": "Only models of listed folders may be used.",
    "lock": "Hearth locks after {minutes} min at the latest.",
}


def policy_words(policy: Policy, translate: Translate = str) -> str:
    """What this computer's administrator has fixed."""
    if not policy.is_there:
        return translate(_POLICY["none"])
    fixed = {
        "fixed": True,
        "unclear": not policy.is_clear,
        "servers": not policy.asks_servers,
        "origins": policy.asks_servers and policy.origins is not None,
        "libraries": policy.library_folders is not None,
        "models": policy.only_these_models,
        "lock": policy.lock_after_minutes > 0,
    }
    told = {"path": one_line(str(policy.path)), "minutes": policy.lock_after_minutes}
    return " ".join(translate(_POLICY[key]).format(**told) for key, holds in fixed.items() if holds)
