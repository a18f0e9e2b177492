"""What would leave, to be read: message by message, byte for byte, or what is masked. Window process, main thread."""

import json

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QColor, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.services.cloud_preview import CloudPreview
from app.ui.controls import Segments
from app.ui.field_direction import FieldDirection
from app.ui.markdown.visible_text import exact, visible
from app.ui.parts import PlainLabel, set_look
from app.ui.text_size import px
from app.ui.theme import Theme

READABLE, EXACT, MASKED = "readable", "exact", "masked"
LEAST_PX, MOST_PX = 74, 190
BESIDE_FROM_PX = 520
LEAST_WIDTH_PX, GAP_PX = 160, 8
INDENT = "  "


class PayloadView(QWidget):
    """Tags that count it, the text, and a choice of how it is shown."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._preview: CloudPreview | None = None
        self._kind = READABLE
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(6)
        self._title = PlainLabel(self.tr("Exactly what leaves"), "strong")
        self._head.addWidget(self._title, 1)
        tags = self._tags = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        tags.setSpacing(6)
        self.bytes = PlainLabel("", "tag")
        self.messages = PlainLabel("", "tag")
        self.masked = PlainLabel("", "tag-cloud")
        self.files = PlainLabel("", "tag-ok")
        for pair in ((self.bytes, self.messages), (self.masked, self.files)):
            row = QHBoxLayout()
            row.setSpacing(6)
            for tag in pair:
                row.addWidget(tag)
            row.addStretch(0)
            tags.addLayout(row)
        self._head.addLayout(tags)
        column.addLayout(self._head)
        self.text = QPlainTextEdit()
        FieldDirection(self.text)
        set_look(self.text, "payload")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Exactly what leaves"))
        column.addWidget(self.text)
        foot = self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.note = PlainLabel("", "muted", wrap=True)
        foot.addWidget(self.note, 1)
        self.kinds = Segments(
            self.tr("How it is shown"),
            (
                (READABLE, self.tr("Readable")),
                (EXACT, self.tr("Exact bytes")),
                (MASKED, self.tr("Masked")),
            ),
        )
        self.kinds.show_value(READABLE)
        self.kinds.chosen.connect(self._choose)
        foot.addWidget(self.kinds)
        column.addLayout(foot)
        theme.changed.connect(self._show)

    def show_preview(self, preview: CloudPreview) -> None:
        """Show this request."""
        self._preview = preview
        numbers = self.locale()
        payload = preview.payload
        masked, files = len({item.placeholder for item in payload.masked}), len(payload.documents)
        size = numbers.toString(len(payload.body))
        self.bytes.setText(self.tr("{count} bytes").format(count=size))
        self.messages.setText(self.tr("%Ln message(s)", "", len(_messages(preview))))
        self.masked.setText(self.tr("%Ln item(s) masked", "", masked))
        self.files.setText(self.tr("%Ln file(s)", "", files))
        set_look(self.files, "tag-cloud" if files else "tag-ok")
        set_look(self.masked, "tag-cloud" if masked else "tag")
        self._arrange()
        self.note.setText(
            self.tr("Masked values stay here; Hearth puts them back into the reply.")
            if masked
            else self.tr("Nothing was found to mask. Masking is an aid: read it yourself.")
        )
        self._show()

    @Slot(object)
    def _choose(self, kind: object) -> None:
        self._kind = str(kind)
        self._show()

    @Slot()
    def _show(self) -> None:
        preview = self._preview
        if preview is None:
            return
        if self._kind == EXACT:
            self.text.setPlainText(exact(preview.payload.body))
            self.text.setAccessibleName(self.tr("Exact bytes"))
        elif self._kind == MASKED:
            self.text.setPlainText(self._masked_lines(preview))
            self.text.setAccessibleName(self.tr("What is masked"))
        else:
            self.text.setPlainText(readable(preview))
            self.text.setAccessibleName(self.tr("Exactly what leaves"))
        self._mark({item.placeholder for item in preview.payload.masked})

    def _masked_lines(self, preview: CloudPreview) -> str:
        redactor = preview.redactor
        names = list(dict.fromkeys(item.placeholder for item in preview.payload.masked))
        if redactor is None or not names:
            return self.tr("Nothing is masked.")
        return "\n".join(f"{name}  {visible(redactor.restore(name))}" for name in names)

    def _mark(self, placeholders: set[str]) -> None:
        colours = self._theme.colours
        look = QTextCharFormat()
        look.setBackground(QColor(colours.cloud_soft))
        look.setForeground(QColor(colours.cloud))
        document = self.text.document()
        for placeholder in placeholders:
            at = document.find(placeholder)
            while not at.isNull():
                at.mergeCharFormat(look)
                at = document.find(placeholder, at)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is another height, and what stands side by side may have to stand below each other."""
        super().resizeEvent(event)
        self._arrange()
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Any width will do: what finds no room beside goes below."""
        return QSize(px(LEAST_WIDTH_PX), super().minimumSizeHint().height())

    def _arrange(self) -> None:
        """What stands side by side, where there is room for it."""
        room = self.width()
        tags = (self.bytes, self.messages, self.masked, self.files)
        of_tags = sum(tag.sizeHint().width() + GAP_PX for tag in tags)
        of_head = of_tags + self._title.sizeHint().width()
        of_foot = self.kinds.sizeHint().width() + px(LEAST_WIDTH_PX)
        for row, least in ((self._tags, of_tags), (self._head, of_head), (self._foot, of_foot)):
            beside = room >= max(least, BESIDE_FROM_PX)
            row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def _fit(self) -> None:
        """As tall as the text, within bounds; a plain text's document is as many lines tall as its size says."""
        lines = self.text.document().size().height()
        wished = round(lines * self.text.fontMetrics().lineSpacing()) + 24
        height = max(LEAST_PX, min(MOST_PX, wished))
        if height != self.text.height():
            self.text.setFixedHeight(height)


def readable(preview: CloudPreview) -> str:
    """The messages as a person reads them, made from the bytes themselves."""
    messages = _messages(preview)
    width = max((len(role) for role, _ in messages), default=0)
    lines = []
    for role, text in messages:
        first, *others = visible(text).split("\n")
        lines.append(f"{role:<{width}}{INDENT}{first}")
        lines += [f"{'':<{width}}{INDENT}{line}" for line in others]
    return "\n".join(lines)


def _messages(preview: CloudPreview) -> list[tuple[str, str]]:
    request = json.loads(preview.payload.body)
    told = [("system", request["system"])] if "system" in request else []
    return told + [(one["role"], one["content"]) for one in request["messages"]]
