"""Which texts of the code are found to be translated, and how translations are kept."""

import textwrap
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from app.services.sentence_table import SENTENCES
from app.ui.action_table import ACTIONS
from translating.compiling import compile_file
from translating.sources import WORD_MODULES, NotALiteralError, Text, gather
from translating.ts_file import Translations, read, write


def gathered(folder: Path, code: str) -> dict[tuple[str, str], Text]:
    """What is found in one module of a window."""
    (folder / "app" / "ui").mkdir(parents=True)
    (folder / "app" / "ui" / "page.py").write_text(textwrap.dedent(code), encoding="utf-8")
    for name in WORD_MODULES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("", encoding="utf-8")
    return gather(folder)


def test_every_way_of_translating_is_found(tmp_path: Path) -> None:
    found = gathered(
        tmp_path,
        """
        def _say(text: str) -> str:
            return QCoreApplication.translate("Seal", text)

        def add(menu: Card) -> None:
            menu.tr("of the card")

        class Page(QWidget):
            def show(self) -> None:
                self.tr("plain")
                self.tr("one" if self.few else "other")
                self.tr("two" " halves")
                self.tr("%n files", "", 3)
                _say("sealed")
                QCoreApplication.translate("Other", "direct")
        """,
    )
    assert list(found) == [
        ("Card", "of the card"),
        ("Other", "direct"),
        ("Page", "%n files"),
        ("Page", "one"),
        ("Page", "other"),
        ("Page", "plain"),
        ("Page", "two halves"),
        ("Seal", "sealed"),
    ]
    assert [key[1] for key, text in found.items() if text.plural] == ["%n files"]


@pytest.mark.parametrize("argument", ['f"{count} files"', '"a" + "b"', '"{n} files".format(n=1)'])
def test_a_text_that_is_put_together_first_is_refused(tmp_path: Path, argument: str) -> None:
    with pytest.raises(NotALiteralError, match=r"page\.py:4"):
        gathered(
            tmp_path,
            f"""
            class Page:
                def show(self):
                    self.tr({argument})
            """,
        )


def test_the_tables_of_the_services_are_found_too() -> None:
    found = gather()
    assert {("Sentences", sentence) for sentence in SENTENCES.values()} <= set(found)
    assert {("Actions", action.text) for action in ACTIONS} <= set(found)
    assert {"Answers", "Writing"} <= {source for context, source in found if context == "Actions"}
    assert not [source for context, source in found if context == "Actions" and "." in source.strip("….")]


def test_translations_are_kept_and_compiled_as_qt_reads_them(tmp_path: Path) -> None:
    texts = {
        (text.context, text.source): text
        for text in (Text("Page", "%n files", True, "a:1"), Text("Page", "Save", False, "a:2"))
    }
    german = Translations(
        "de", {("Page", "%n files"): ("%n Datei", "%n Dateien"), ("Page", "Gone"): ("Weg",)}
    )
    assert [text.source for text in german.missing(texts)] == ["Save"]
    write(tmp_path / "de.ts", german, texts)
    again = read(tmp_path / "de.ts", "de")
    assert again.forms[("Page", "%n files")] == ("%n Datei", "%n Dateien")
    assert ("Page", "Gone") not in again.forms
    assert [text.source for text in again.missing(texts)] == ["Save"]
    compile_file(tmp_path / "de.ts", tmp_path / "de.qm")
    translator = QTranslator()
    assert translator.load(str(tmp_path / "de.qm"))
    assert translator.translate("Page", "%n files", "", 1) == "%n Datei"
    assert translator.translate("Page", "%n files", "", 5) == "%n Dateien"
    assert not translator.translate("Page", "Save")
