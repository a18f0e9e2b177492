"""All branches of a conversation as a tree, to go to one of them. Window process, main thread."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from app.domain.branches import Run
from app.domain.conversation import Role
from app.ui.parts import PlainLabel, plain_tip, set_look

_ID = Qt.ItemDataRole.UserRole


class BranchesPage(QWidget):
    """The tree.

    Signals: `branch_wished(message_id)` for a branch to show.
    """

    branch_wished = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(10)
        self.lead = PlainLabel("", "muted", wrap=True)
        column.addWidget(self.lead)
        self.tree = QTreeWidget()
        set_look(self.tree, "branches")
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(self.tr("Branches of this conversation"))
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(16)
        self.tree.setExpandsOnDoubleClick(False)
        self.tree.itemActivated.connect(self._wished)
        self.tree.itemClicked.connect(self._wished)
        column.addWidget(self.tree, 1)
        self.show_runs(())

    def show_runs(self, runs: Sequence[Run]) -> None:
        """Show a conversation's tree; the branch that is read now stands out."""
        chosen = self.tree.currentItem()
        chosen_id = chosen.data(0, _ID) if chosen is not None else ""
        self.tree.clear()
        above: list[QTreeWidgetItem] = []
        for run in runs:
            del above[run.depth :]
            item = QTreeWidgetItem(above[-1] if above else self.tree.invisibleRootItem(), [self._words(run)])
            above.append(item)
            item.setData(0, _ID, run.first_id)
            item.setToolTip(0, plain_tip(run.words))
            item.setExpanded(True)
            if run.shown:
                bold = QFont(self.tree.font())
                bold.setWeight(QFont.Weight.DemiBold)
                item.setFont(0, bold)
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, self._spoken(run))
            if run.first_id == chosen_id or (run.shown and not chosen_id):
                self.tree.setCurrentItem(item)
        self.tree.setVisible(len(runs) > 1)
        self.lead.setText(
            self.tr("Choose a branch to read it. The one you read now is bold.")
            if len(runs) > 1
            else self.tr(
                "This conversation has one branch. Edit a question or ask for another answer, "
                "and both versions are kept here."
            )
        )

    def _words(self, run: Run) -> str:
        who = self.tr("You") if run.role is Role.USER else self.tr("Answer")
        place = f"{run.version}/{run.versions}  " if run.versions > 1 else ""
        words = run.words or self.tr("(empty)")
        more = f"  +{run.count - 1}" if run.count > 1 else ""
        return f"{place}{who}: {words if len(words) <= 60 else words[:60] + '…'}{more}"

    def _spoken(self, run: Run) -> str:
        words = self._words(run)
        return self.tr("{words}, shown now").format(words=words) if run.shown else words

    @Slot(QTreeWidgetItem)
    def _wished(self, item: QTreeWidgetItem) -> None:
        self.branch_wished.emit(item.data(0, _ID))
