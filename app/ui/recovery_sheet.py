"""The recovery code, shown once. Window process, main thread."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QSizeF, Qt, Slot
from PySide6.QtGui import QFont, QGuiApplication, QPageLayout, QPageSize, QTextDocument
from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from app.ui.parts import PlainLabel
from app.ui.sheet import Sheet
from app.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class RecoverySheet(Sheet):
    """Shows the code with Print and Copy; closes only after the person says that it is written down."""

    def __init__(self, theme: Theme, window: QWidget, code: str) -> None:
        super().__init__(theme, window, self.tr("Your recovery code"))
        self._code = code
        self.add_paragraph(
            self.tr(
                "It opens your conversations when the passphrase or the keyring is lost. "
                "It is shown only now. "
                "Keep it on paper, away from this computer. An earlier code no longer works."
            ),
            "muted",
        )
        self.shown = PlainLabel(code, "code", wrap=True)
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.shown.setAccessibleName(self.tr("Recovery code: {code}").format(code=" ".join(code)))
        self.body.addWidget(self.shown)
        self.written = QCheckBox(self.tr("I have written it down or printed it"))
        self.written.toggled.connect(self._enable)
        self.body.addWidget(self.written)
        self.copied = PlainLabel("", "muted", wrap=True)
        self.copied.hide()
        self.body.addWidget(self.copied)
        self.print = self.add_button(self.tr("Print…"), icon_name="print")
        self.print.clicked.connect(self._print)
        self.copy = self.add_button(self.tr("Copy"), icon_name="copy")
        self.copy.clicked.connect(self._copy)
        self.buttons.addStretch(1)
        self.done_button = self.add_button(self.tr("Done"), "primary")
        self.done_button.setEnabled(False)
        self.done_button.clicked.connect(self.accept)

    def reject(self) -> None:
        """Escape doesn't close it before the code is written down: it would be lost."""
        if self.written.isChecked():
            super().reject()

    @Slot(bool)
    def _enable(self, written: bool) -> None:
        self.done_button.setEnabled(written)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._code)
        self.copied.setText(
            self.tr(
                "Copied. Other programs can read the clipboard: paste it where it shall stay, then copy "
                "something else."
            )
        )
        self.copied.show()

    @Slot()
    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # late: memory for what is seldom done

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName("Hearth")
        dialog = QPrintDialog(printer, self.window())
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: "QPrinter") -> None:
        """Put the code and what it is for on paper."""
        printer.setPageMargins(QMarginsF(20, 20, 20, 20), QPageLayout.Unit.Millimeter)
        document = QTextDocument()
        font = QFont("monospace")
        font.setPointSize(13)
        document.setDefaultFont(font)
        page = printer.pageLayout().pageSize().size(QPageSize.Unit.Point)
        document.setPageSize(QSizeF(page.width() - 120, page.height() - 120))
        document.setPlainText(
            self.tr(
                "Recovery code for Hearth\n\n{code}\n\n"
                "Whoever has this page and the files of the profile can read the conversations. "
                "Keep it away from the computer."
            ).format(code=self._code)
        )
        document.print_(printer)
