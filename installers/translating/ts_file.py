"""Qt's .ts files: one for each language, with a translation, or several plural forms, for each text."""

import xml.etree.ElementTree as Xml
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .sources import Text

# How many plural forms Qt knows for a language, in the order of its tables (QLocale's own rules).
PLURAL_FORMS = {"en": 2, "de": 2, "ar": 6}
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
Key = tuple[str, str]


@dataclass
class Translations:
    """One language: forms by (context, source); a text without plural has one form."""

    language: str
    forms: dict[Key, tuple[str, ...]] = field(default_factory=dict)

    def missing(self, texts: Mapping[Key, Text]) -> list[Text]:
        """The texts that have no complete translation here."""
        return [text for text in wanted(self.language, texts).values() if not self._complete(text)]

    def _complete(self, text: Text) -> bool:
        forms = self.forms.get((text.context, text.source), ())
        return len(forms) == (PLURAL_FORMS[self.language] if text.plural else 1) and all(forms)


def wanted(language: str, texts: Mapping[Key, Text]) -> dict[Key, Text]:
    """What a language must translate: in English only what counts something."""
    return {key: text for key, text in texts.items() if language != "en" or text.plural}


def read(path: Path, language: str) -> Translations:
    """What a file holds; nothing when there is no file."""
    result = Translations(language)
    if not path.exists():
        return result
    for context in Xml.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None:
                continue
            forms = tuple(one.text or "" for one in translation.iter("numerusform"))
            result.forms[name, message.findtext("source", "")] = forms or (translation.text or "",)
    return result


def write(path: Path, translations: Translations, texts: Mapping[Key, Text]) -> None:
    """Write the texts there are now with the translations there are; what is no longer used is left out."""
    language = translations.language
    root = Xml.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, Xml.Element] = {}
    for key, text in wanted(language, texts).items():
        if text.context not in contexts:
            contexts[text.context] = Xml.SubElement(root, "context")
            Xml.SubElement(contexts[text.context], "name").text = text.context
        attributes = {"numerus": "yes"} if text.plural else {}
        message = Xml.SubElement(contexts[text.context], "message", attributes)
        Xml.SubElement(message, "source").text = text.source
        translation = Xml.SubElement(message, "translation")
        forms = translations.forms.get(key, ())
        if text.plural:
            forms = (*forms, *[""] * PLURAL_FORMS[language])[: PLURAL_FORMS[language]]
            for form in forms:
                Xml.SubElement(translation, "numerusform").text = form
        elif forms:
            translation.text = forms[0]
        if not forms or not all(forms):
            translation.set("type", "unfinished")
    Xml.indent(root, " ")
    path.write_text(_HEAD + Xml.tostring(root, encoding="unicode") + "\n", encoding="utf-8", newline="\n")
