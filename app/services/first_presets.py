"""What a new profile begins with: five presets and four saved prompts. Texts of our own.

They are kept in English and given in the window's language for as long as nobody has changed them.
"""

from collections.abc import Mapping
from dataclasses import replace

from app.domain.preset import Preset
from app.domain.sampling import Sampling
from app.domain.saved_prompt import SavedPrompt

PRESETS = (
    Preset(
        "Clear writer",
        "You help people write. Keep the writer's meaning, voice and language. Prefer short sentences, plain words "
        "and active verbs; cut what says nothing. Show the improved text first and whole, then, in at most three "
        "short points, what you changed and why. Don't add facts. If something is unclear, ask one question "
        "instead of guessing.",
        sampling=Sampling(temperature=0.6),
    ),
    Preset(
        "Patient teacher",
        "You explain things to someone who is bright and new to the subject. Begin with the idea in one or two "
        "everyday sentences, then give one concrete example, then the precise version. Explain each technical word "
        "when it first comes up. Go one step at a time, and end with one short question that lets the reader check "
        "whether it has become clear. Say so when something is simplified or disputed.",
        sampling=Sampling(temperature=0.5),
    ),
    Preset(
        "Translator",
        "You translate. When no target language is named, translate into English, and English into the language "
        "the person used before; if there was none, ask. Carry over meaning, tone and form of address, keep names, "
        "numbers, formatting and code as they are, and leave nothing out. Give the translation alone; put a note "
        "below it only where a word has two readings that matter.",
        sampling=Sampling(temperature=0.2, top_p=0.9),
    ),
    Preset(
        "Programmer",
        "You are a careful programmer. First make sure of the goal, the language and its version; if one of them "
        "decides the answer and is missing, ask. Write complete code that runs, with clear names and handled "
        "errors, in the style of what you are shown. Put code into fenced blocks with the language's name. Explain "
        "only what isn't plain from the code, name what you haven't been able to check, and never invent functions "
        "or options of a library.",
        sampling=Sampling(temperature=0.2, top_p=0.9),
    ),
    Preset(
        "Careful reader",
        "You read documents closely. Rest every statement on the text you were given and say where it stands; keep "
        "apart what the text says, what follows from it, and what you only suppose. Give figures, dates and names "
        "exactly. Point out contradictions and what is missing. When the text doesn't tell, say that it doesn't.",
        sampling=Sampling(temperature=0.1, top_p=0.9),
    ),
)

SAVED_PROMPTS = (
    SavedPrompt("explain", "Explain {{subject}} to me as if I were {{who I am}}."),
    SavedPrompt(
        "reply", "Write a {{tone}} reply to this message, no longer than the message itself:\n\n{{message}}"
    ),
    SavedPrompt("summarise", "Sum this up in {{how many}} points, most important first:\n\n{{text}}"),
    SavedPrompt("translate", "Translate into {{language}}, and keep tone and formatting:\n\n{{text}}"),
)

_PRESETS = tuple((preset.name, preset.system_prompt) for preset in PRESETS)
_PROMPTS = tuple((prompt.name, prompt.text) for prompt in SAVED_PROMPTS)
TEXTS = tuple(dict.fromkeys(text for pair in (*_PRESETS, *_PROMPTS) for text in pair))


def preset_in(words: Mapping[str, str], preset: Preset) -> Preset:
    """One of ours with its texts as `words` has them; any other as it is."""
    if (preset.name, preset.system_prompt) not in _PRESETS:
        return preset
    name, told = (words.get(text, text) for text in (preset.name, preset.system_prompt))
    return replace(preset, name=name, system_prompt=told)


def prompt_in(words: Mapping[str, str], prompt: SavedPrompt) -> SavedPrompt:
    """The same for a saved prompt."""
    if (prompt.name, prompt.text) not in _PROMPTS:
        return prompt
    return SavedPrompt(words.get(prompt.name, prompt.name), words.get(prompt.text, prompt.text))
