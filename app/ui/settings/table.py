"""Everything a person can set: one line each, with its name, its sentence of help, and what sets it.

Pure values. The page, its search, the palette's entries and the defaults all come from this table. Words are the
English source texts; they are translated where they are shown, in the context "Settings".

To add a setting: a line here, and `values.follow(key, what takes it)` where it is carried out.
"""

import enum
from dataclasses import dataclass

from app.domain import library
from app.ui import language
from app.ui.composer import send_key


class Group(enum.Enum):
    """The headings of the page, in their order."""

    APPEARANCE = "Appearance"
    WRITING = "Writing and answers"
    MODELS = "Models"
    LIBRARY = "Library"
    MASKING = "Masking in what goes to servers"
    SERVERS = "Servers"
    DESKTOP = "On the desktop"
    SECURITY = "Lock and keys"
    HELP = "Keys and data"


@dataclass(frozen=True, slots=True)
class Flag:
    """On or off."""

    default: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several (value, words)."""

    choices: tuple[tuple[str | int, str], ...]
    default: str | int


@dataclass(frozen=True, slots=True)
class Number:
    """A number from `low` to `high`. `zero` is what 0 is called where it means something else than none."""

    low: float
    high: float
    step: float
    default: float
    decimals: int = 0
    zero: str = ""


@dataclass(frozen=True, slots=True)
class Press:
    """Buttons that open something: (name, caption)."""

    buttons: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """Nothing to set: the help says how it is."""


Control = Flag | Choice | Number | Press | Fact


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing to set.

    Attributes:
        key: its name in the profile's settings. Never rename it.
        group: its heading.
        text: what people read.
        help: one sentence on what it does; empty where the page is told the words.
        control: what sets it, with the default.
        words: more words that find it.
    """

    key: str
    group: Group
    text: str
    help: str
    control: Control
    words: str = ""


LARGEST_NUMBER = 1 << 24

THEME = "theme"
TEXT_SIZE = "window.text_size"
MOTION = "window.motion"
LANGUAGE = language.SETTING
SEND_KEY = send_key.SEND_KEY
TEMPERATURE = "sampling.temperature"
CONTEXT = "model.context_tokens"
THREADS = "model.threads"
LIBRARY_HIDDEN = library.NEW_READS_HIDDEN
LIBRARY_OCR = library.NEW_READS_PICTURES
MASKING_WORDS = "masking.own"
TRAY = "window.tray"
CLOSE_TO_TRAY = "window.close_to_tray"
START_MINIMISED = "window.start_minimised"
NOTICES = "window.notices"
QUICK_KEEP = "quick.keep"
QUICK_SHORTCUT = "quick.shortcut"
GPU = "model.gpu"
GPU_LAYERS = "model.gpu_layers"
KV_TYPE = "model.kv_type"
FLASH_ATTENTION = "model.flash_attention"
GUESS_AHEAD = "model.guess_ahead"
AUTO_LOCK = "security.auto_lock_minutes"
PASSPHRASE = "security.passphrase"
RECOVERY = "security.recovery_code"
NETWORK = "security.network"
POLICY = "security.policy"
SERVERS = "cloud.servers"
NEVER_ASK = "cloud.never"
COMPARE_WATTS = "compare.watts"
SHORTCUTS = "window.keys"
FOLDER = "profile.folder"
BACKUP = "profile.backup"
IMPORT = "profile.import"

MASKED = Flag(default=True)

SETTINGS: tuple[Setting, ...] = (
    # ---- appearance
    Setting(
        THEME,
        Group.APPEARANCE,
        "Theme",
        "Light, dark, or whatever your system uses at the moment.",
        Choice((("system", "As the system"), ("light", "Light"), ("dark", "Dark")), "system"),
        "colours appearance night",
    ),
    Setting(
        TEXT_SIZE,
        Group.APPEARANCE,
        "Text size",
        "How large all text in the window is.",
        Choice(
            (
                (0, "As the system"),
                (85, "85 %"),
                (100, "100 %"),
                (115, "115 %"),
                (130, "130 %"),
                (150, "150 %"),
                (175, "175 %"),
                (200, "200 %"),
            ),
            0,
        ),
        "font zoom larger smaller",
    ),
    Setting(
        MOTION,
        Group.APPEARANCE,
        "Motion",
        "Reduced stops the cursor's blinking and everything that slides or fades.",
        Choice((("system", "As the system"), ("full", "Full"), ("reduced", "Reduced")), "system"),
        "animation blink accessibility",
    ),
    Setting(
        LANGUAGE,
        Group.APPEARANCE,
        "Language",
        "The language of the window; the model answers in the language you write.",
        Choice(((language.SYSTEM, "As the system"), *language.LANGUAGES.items()), language.SYSTEM),
        "english deutsch arabic translation",
    ),
    # ---- writing
    Setting(
        SEND_KEY,
        Group.WRITING,
        "Key that sends",
        "Which key sends a question; the other one begins a new line.",
        Choice(
            ((send_key.SendKey.ENTER.value, "Enter"), (send_key.SendKey.CTRL_ENTER.value, "Ctrl+Enter")),
            send_key.SendKey.ENTER.value,
        ),
        "return newline composer",
    ),
    # ---- models
    Setting(
        TEMPERATURE,
        Group.WRITING,
        "Temperature",
        "0 always takes the likeliest word; more lets answers vary.",
        Number(0, 2, 0.1, 0.7, decimals=2),
        "sampling random creative",
    ),
    Setting(
        CONTEXT,
        Group.MODELS,
        "Context",
        "How many tokens of a conversation the model can see; more takes more memory.",
        Choice(
            (
                (0, "Fits the model"),
                (2048, "2,048"),
                (4096, "4,096"),
                (8192, "8,192"),
                (16384, "16,384"),
                (32768, "32,768"),
                (65536, "65,536"),
                (131072, "131,072"),
            ),
            0,
        ),
        "tokens window memory",
    ),
    Setting(
        THREADS,
        Group.MODELS,
        "Threads",
        "How many processor threads a model uses; fewer leave more for other programs.",
        Number(0, 256, 1, 0, zero="As many as help"),
        "processor cores cpu speed",
    ),
    Setting(
        GPU,
        Group.MODELS,
        "Graphics processor",
        "Whether models are put on one, where this computer and this build of Hearth have any.",
        Choice((("auto", "As far as they fit"), ("never", "Never")), "auto"),
        "gpu vulkan cuda metal offload speed",
    ),
    Setting(
        GPU_LAYERS,
        Group.MODELS,
        "Layers on the graphics processor",
        "How many of a model's layers go there; the others stay with the processor.",
        Number(0, 1000, 1, 0, zero="As many as fit"),
        "gpu offload memory",
    ),
    Setting(
        KV_TYPE,
        Group.MODELS,
        "Memory of a conversation",
        "In how many bits a model keeps what it has read; fewer take less memory and are a little less exact.",
        Choice((("f16", "16 bits"), ("q8_0", "8 bits"), ("q4_0", "4 bits")), "f16"),
        "kv cache quantisation",
    ),
    Setting(
        FLASH_ATTENTION,
        Group.MODELS,
        "Flash attention",
        "Saves memory; faster on most graphics processors, slower on a processor in long conversations.",
        Choice((("auto", "Where it helps"), ("on", "On"), ("off", "Off")), "auto"),
        "speed memory",
    ),
    Setting(
        GUESS_AHEAD,
        Group.MODELS,
        "Guess ahead from the text",
        "Answers that quote come faster: the next words are guessed from the text before and checked together.",
        Choice((("auto", "Where it helps"), ("on", "On"), ("off", "Off")), "auto"),
        "speed speculation lookup draft quote",
    ),
    # ---- library
    Setting(
        LIBRARY_HIDDEN,
        Group.LIBRARY,
        "Read names that begin with a dot",
        "Whether a library you add from now on reads hidden files and folders.",
        Flag(),
        "hidden files folders",
    ),
    Setting(
        LIBRARY_OCR,
        Group.LIBRARY,
        "Read pictures of text",
        "Whether a library you add from now on reads scanned pages by OCR, which is slow.",
        Flag(),
        "scan ocr pdf",
    ),
    # ---- masking: the keys are those of `app.services.masking.switch_of`
    Setting(
        MASKING_WORDS,
        Group.MASKING,
        "Your own words",
        "",
        Press((("masking.words", "Edit and try…"),)),
        "mask redact names anonymise privacy cloud",
    ),
    Setting(
        "masking.name",
        Group.MASKING,
        "Names",
        "Only after a title or a cue, as in Dr Ada Ohm.",
        MASKED,
    ),
    Setting("masking.email", Group.MASKING, "E-mail addresses", "Such as ada@example.org.", MASKED),
    Setting("masking.phone", Group.MASKING, "Phone numbers", "Of any country, fax numbers too.", MASKED),
    Setting(
        "masking.address", Group.MASKING, "Street addresses", "A number and a word for a street.", MASKED
    ),
    Setting(
        "masking.birth_date", Group.MASKING, "Dates of birth", "Where they are called that, or born.", MASKED
    ),
    Setting(
        "masking.national_id", Group.MASKING, "Personal numbers", "Of tax, insurance, passports.", MASKED
    ),
    Setting("masking.iban", Group.MASKING, "Bank accounts", "IBANs whose check digits are right.", MASKED),
    Setting("masking.card", Group.MASKING, "Card numbers", "Credit and debit cards.", MASKED),
    Setting("masking.key", Group.MASKING, "Keys and passwords", "Keys of programs, named passwords.", MASKED),
    Setting("masking.url", Group.MASKING, "Web addresses", "Whole, with what comes after the name.", MASKED),
    Setting("masking.ip", Group.MASKING, "Addresses of computers", "IPv4 and IPv6.", MASKED),
    Setting("masking.path", Group.MASKING, "Your home folder", "Paths that lead into it.", MASKED),
    Setting("masking.user", Group.MASKING, "Your user name", "The name you log in with.", MASKED),
    Setting("masking.host", Group.MASKING, "This computer's name", "As the network knows it.", MASKED),
    # ---- servers
    Setting(
        NEVER_ASK,
        Group.SERVERS,
        "Never ask a server",
        "On: nothing is sent to any server from this profile, also where a conversation was switched to one.",
        Flag(),
        "cloud internet block offline api",
    ),
    Setting(
        SERVERS,
        Group.SERVERS,
        "Servers you named",
        "Closed models and servers of your own that you can switch a conversation to.",
        Press((("servers.open", "Manage…"),)),
        "provider cloud openai anthropic key price llama-server vllm ollama",
    ),
    Setting(
        COMPARE_WATTS,
        Group.SERVERS,
        "Watts while a model answers here",
        "What this computer draws more than when idle, by a meter at the socket; for the energy on the Compare page.",
        Number(0, 5000, 5, 0, zero="Estimated"),
        "energy power electricity compare",
    ),
    # ---- on the desktop
    Setting(
        TRAY,
        Group.DESKTOP,
        "Icon in the tray",
        "A small icon beside the clock that shows Hearth, asks, locks and quits.",
        Flag(default=True),
        "status area notification area",
    ),
    Setting(
        CLOSE_TO_TRAY,
        Group.DESKTOP,
        "Closing leaves Hearth in the tray",
        "The window goes away and Hearth goes on; “Quit Hearth” ends it.",
        Flag(),
        "background close hide",
    ),
    Setting(
        START_MINIMISED,
        Group.DESKTOP,
        "Start minimised",
        "Hearth starts in the tray, or in the task bar, and doesn't come to the front.",
        Flag(),
        "autostart login background",
    ),
    Setting(
        NOTICES,
        Group.DESKTOP,
        "Tell when an answer is ready",
        "While no window of Hearth is in front; without a word of the answer.",
        Flag(default=True),
        "notification notify message",
    ),
    Setting(
        QUICK_SHORTCUT,
        Group.DESKTOP,
        "Key for a quick question",
        "",
        Flag(),
        "global shortcut hotkey quick ask",
    ),
    Setting(
        QUICK_KEEP,
        Group.DESKTOP,
        "Keep quick questions",
        "They stand in the list of conversations; otherwise they are temporary.",
        Flag(default=True),
        "quick ask temporary",
    ),
    # ---- lock and keys
    Setting(
        PASSPHRASE,
        Group.SECURITY,
        "Passphrase",
        "",
        Press((("passphrase.remove", "Remove…"), ("passphrase.set", "Set…"))),
        "password key unlock",
    ),
    Setting(
        RECOVERY,
        Group.SECURITY,
        "Recovery code",
        "",
        Press((("recovery.make", "Make one…"),)),
        "backup key lost",
    ),
    Setting(
        AUTO_LOCK,
        Group.SECURITY,
        "Lock by itself",
        "",
        Choice(
            (
                (0, "Never"),
                (1, "After 1 min"),
                (5, "After 5 min"),
                (15, "After 15 min"),
                (30, "After 30 min"),
                (60, "After 1 h"),
                (240, "After 4 h"),
            ),
            15,
        ),
        "idle timeout sleep",
    ),
    Setting(NETWORK, Group.SECURITY, "Network", "", Fact(), "seal internet offline sandbox"),
    Setting(POLICY, Group.SECURITY, "Administrator", "", Fact(), "policy fixed organisation forbid allow"),
    # ---- keys and data
    Setting(
        SHORTCUTS,
        Group.HELP,
        "Keyboard shortcuts",
        "Every action with its key; each can be changed.",
        Press((("keys.open", "Change…"),)),
        "keys hotkeys",
    ),
    Setting(
        FOLDER,
        Group.HELP,
        "Data folder",
        "",
        Press((("folder.copy", "Copy the path"), ("folder.move", "Move…"))),
        "profile storage disk place backup move",
    ),
    Setting(
        BACKUP,
        Group.HELP,
        "Backup",
        "",
        Press((("backup.stop", "Stop"), ("backup.restore", "Restore…"), ("backup.make", "Make one…"))),
        "copy save export move computer",
    ),
    Setting(
        IMPORT,
        Group.HELP,
        "Import conversations",
        "",
        Press((("import.stop", "Stop"), ("import.folder", "A folder…"), ("import.file", "A file…"))),
        "chatgpt gpt4all jan lm studio open webui move",
    ),
)


def default_of(setting: Setting) -> object:
    """What holds until somebody chooses; None for what holds no value."""
    control = setting.control
    return control.default if isinstance(control, Flag | Choice | Number) else None


def is_allowed(setting: Setting, value: object) -> bool:
    """Whether `value` can be this setting's."""
    control = setting.control
    if isinstance(control, Flag):
        return isinstance(value, bool)
    if isinstance(control, Choice):
        if isinstance(control.default, int):
            return type(value) is int and 0 <= value <= LARGEST_NUMBER  # others than those offered, too
        return value in {choice for choice, _ in control.choices}
    if isinstance(control, Number):
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return is_number and control.low <= float(str(value)) <= control.high
    return False
