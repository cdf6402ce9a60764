"""The named workspaces: open, keep, rename, delete."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.core.errors import SettingsError
from explorer.ui.spoken import spoken
from explorer.viewstate.session_state import SessionState
from explorer.viewstate.workspaces import Workspaces


class WorkspacesDialog(QDialog):
    """Lists the workspaces; a name is changed where it stands (F2).

    Parameters
    ----------
    workspaces
        Those of the home folder.
    state
        Gives what is to be kept now.
    """

    chosen = Signal(object)
    """`SessionState` of the workspace to open."""

    def __init__(
        self, workspaces: Workspaces, state: Callable[[], SessionState], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._workspaces, self._state = workspaces, state
        self.setWindowTitle(self.tr("Workspaces"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(460, 420)
        self.hint = QLabel(self)
        self.hint.setProperty("tone", "quiet")
        self.hint.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Workspaces"))
        self.list.itemActivated.connect(lambda _: self.open_current())
        self.list.itemChanged.connect(self._rename)
        self.list.currentItemChanged.connect(lambda *_: self._settle())
        self.name = QLineEdit(self)
        self.name.setPlaceholderText(self.tr("Name for what is on the screen now"))
        self.name.setAccessibleName(self.tr("Name of a new workspace"))
        self.name.textChanged.connect(lambda _: self._settle())
        self.name.returnPressed.connect(self.keep)
        self.keep_button = QPushButton(self.tr("Keep"), self)
        self.keep_button.setAutoDefault(False)
        self.keep_button.clicked.connect(self.keep)
        self.open_button = QPushButton(self.tr("Open"), self)
        self.open_button.setProperty("kind", "primary")
        self.open_button.setAutoDefault(False)
        self.open_button.clicked.connect(self.open_current)
        self.delete_button = QPushButton(self.tr("Delete"), self)
        self.delete_button.setAutoDefault(False)
        self.delete_button.clicked.connect(self.delete_current)
        self.problem = QLabel(self)
        self.problem.setProperty("tone", "loss")
        self.problem.setWordWrap(True)
        self._lay_out()
        self._read()
        (self.list if self.list.count() else self.name).setFocus()

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.addWidget(self.name, 1)
        above.addWidget(self.keep_button)
        below = QHBoxLayout()
        below.addWidget(self.delete_button)
        below.addStretch(1)
        below.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(above)
        column.addWidget(self.hint)
        column.addWidget(self.list, 1)
        column.addWidget(self.problem)
        column.addLayout(below)

    def keep(self) -> None:
        """Keep what is on the screen under the name in the field."""
        name = self.name.text().strip()
        if not name:
            return
        if self._try(lambda: self._workspaces.write(name, self._state())):
            self.name.clear()
            self._read(name)

    def open_current(self) -> None:
        """Open the chosen workspace and close the dialog."""
        for item in self.list.selectedItems():
            try:
                state = self._workspaces.read(item.text())
            except SettingsError as error:
                self._say(spoken(error.sentence))
                return
            self.chosen.emit(state)
            self.close()

    def delete_current(self) -> None:
        """Forget the chosen workspace; its name and state can be kept anew from the screen."""
        for item in self.list.selectedItems():
            self._workspaces.delete(item.text())
        self._read()

    def _rename(self, item: QListWidgetItem) -> None:
        before, after = item.data(Qt.ItemDataRole.UserRole), item.text()
        if before != after:
            self._try(lambda: self._workspaces.rename(before, after))
            self._read(after)

    def _try(self, change: Callable[[], None]) -> bool:
        try:
            change()
        except SettingsError as error:
            self._say(spoken(error.sentence))
            return False
        self._say("")
        return True

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _read(self, current: str = "") -> None:
        names = self._workspaces.names()
        self.list.blockSignals(True)
        self.list.clear()
        for name in names:
            item = QListWidgetItem(name, self.list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setData(Qt.ItemDataRole.UserRole, name)
            if name == current:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        if names and self.list.currentItem() is None:
            self.list.setCurrentRow(0)
        self.hint.setText(
            self.tr("Enter opens, F2 renames.")
            if names
            else self.tr(
                "A workspace keeps collection, query, selection, views and layout under a name. "
                "There is none yet."
            )
        )
        self._settle()

    def _settle(self) -> None:
        some = self.list.currentItem() is not None
        self.open_button.setEnabled(some)
        self.delete_button.setEnabled(some)
        self.keep_button.setEnabled(bool(self.name.text().strip()))
        self.problem.setVisible(bool(self.problem.text()))
