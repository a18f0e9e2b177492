"""About: version, seal and the licences of all parts. Window process, main thread."""

import json
from importlib import metadata

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app import __version__
from app.sandbox import SealReport
from app.services.places import list_of_parts
from app.services.state_words import seal_words
from app.ui.parts import set_look
from app.ui.sheet import Sheet
from app.ui.theme import Theme

LICENCE_LIMIT_CHARS = 90  # longer ones are whole texts; their name stands in the classifiers


class AboutSheet(Sheet):
    """Version, seal and the licences of everything that comes with Hearth."""

    def __init__(self, theme: Theme, window: QWidget, report: SealReport) -> None:
        super().__init__(theme, window, self.tr("About Hearth"), width_px=640)
        self.add_paragraph(
            self.tr("Hearth {version}. Private AI that stays home.").format(version=__version__)
        )
        self.add_paragraph(seal_words(report, self.tr), "muted")
        self.add_paragraph(
            self.tr(
                "Hearth is under the Apache License 2.0. It stands on these, each under its own licence:"
            ),
            "muted",
        )
        self.licences = QPlainTextEdit("\n".join(licence_lines()))
        set_look(self.licences, "field")
        self.licences.setReadOnly(True)
        self.licences.setTabChangesFocus(True)
        self.licences.setAccessibleName(self.tr("Licences"))
        self.licences.setFixedHeight(max(120, min(300, window.height() - 380)))
        self.body.addWidget(self.licences)
        self.buttons.addStretch(1)
        self.close_button = self.add_button(self.tr("Close"), "primary")
        self.close_button.clicked.connect(self.accept)


def licence_lines() -> list[str]:
    """Name, version and licence of every part, by name: of a bundle as it lists them, else of what is installed."""
    return _listed() or _installed()


def _listed() -> list[str]:
    try:
        parts = json.loads(list_of_parts().read_bytes())["components"]
        return [
            f"{part['name']} {part['version']}: {part['licenses'][0]['license']['name']}" for part in parts
        ]
    except (OSError, ValueError, LookupError, TypeError):
        return []


def _installed() -> list[str]:
    parts: dict[str, str] = {}
    for part in metadata.distributions():
        name = part.metadata["Name"] or ""
        if name and name.casefold() not in ("hearth", *parts):
            parts[name.casefold()] = f"{name} {part.version}: {_licence(part.metadata)}"
    parts["lucide"] = "Lucide (icons) 1.62.0: ISC AND MIT"  # comes within Hearth: resources/icons/LICENSE.txt
    return [parts[name] for name in sorted(parts)]


def _licence(facts: "metadata.PackageMetadata") -> str:
    expression = _first(facts, "License-Expression")
    if expression:
        return expression
    classified = [
        line.rpartition("::")[2].strip()
        for line in facts.get_all("Classifier") or []
        if line.startswith("License ::") and not line.endswith("OSI Approved")
    ]
    if classified:
        return ", ".join(classified)
    written = _first(facts, "License")
    if written and len(written) <= LICENCE_LIMIT_CHARS:
        return written
    return written[:LICENCE_LIMIT_CHARS] + "…" if written else "see its own files"


def _first(facts: "metadata.PackageMetadata", name: str) -> str:
    return " ".join(str((facts.get_all(name) or [""])[0]).split())
