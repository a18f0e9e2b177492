"""The command: see the package's docstring."""

import json
import sys
from pathlib import Path

from .compiling import compile_file
from .sources import ROOT, gather
from .ts_file import PLURAL_FORMS, Translations, read, write

FOLDER = ROOT / "resources" / "translations"


def main(arguments: list[str]) -> int:
    """Run one command. Returns the exit code: 1 when a translation is missing."""
    match arguments:
        case []:
            return update()
        case ["missing", language]:
            print(json.dumps(missing(language), ensure_ascii=False, indent=1))
            return 0
        case ["take", language, file]:
            take(language, json.loads(Path(file).read_text(encoding="utf-8")))
            return update()
    print("Use: python -m installers.translating [missing LANGUAGE | take LANGUAGE FILE]", file=sys.stderr)
    return 2


def update(folder: Path = FOLDER) -> int:
    """Bring every .ts file to the texts of the code and compile it."""
    texts = gather()
    folder.mkdir(exist_ok=True)
    code = 0
    for language in PLURAL_FORMS:
        source = folder / f"hearth_{language}.ts"
        translations = read(source, language)
        write(source, translations, texts)
        compile_file(source, folder / f"hearth_{language}.qm")
        lacking = translations.missing(texts)
        for text in lacking:
            print(f"{language}: {text.place}: not translated: {text.source}", file=sys.stderr)
        print(f"{language}: {len(lacking)} texts have no translation")
        code = code or int(bool(lacking))
    return code


def missing(language: str, folder: Path = FOLDER) -> dict[str, list[str]]:
    """The texts without a translation: source -> its forms, all empty."""
    lacking = read(folder / f"hearth_{language}.ts", language).missing(gather())
    return {text.source: [""] * (PLURAL_FORMS[language] if text.plural else 1) for text in lacking}


def take(language: str, given: dict[str, list[str] | str], folder: Path = FOLDER) -> None:
    """Take translations by source (for every context) or by "context|source"."""
    path = folder / f"hearth_{language}.ts"
    translations: Translations = read(path, language)
    texts = gather()
    for key, text in texts.items():
        forms = given.get(f"{text.context}|{text.source}", given.get(text.source))
        if forms:
            translations.forms[key] = (forms,) if isinstance(forms, str) else tuple(forms)
    write(path, translations, texts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
