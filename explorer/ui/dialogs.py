"""Small windows: keys, files that failed, plugins, about, and where dropped files go."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from explorer import __version__
from explorer.api.host import Plugin
from explorer.collection.index_report import Failure
from explorer.ui.actions import Actions
from explorer.ui.spoken import spoken, spoken_again

Place = Literal["here", "new", ""]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Dialogs", text)


def _dialog(parent: QWidget, title: str, width: int, height: int) -> tuple[QDialog, QVBoxLayout]:
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.resize(width, height)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(16, 16, 16, 16)
    column.setSpacing(12)
    return dialog, column


def _closing(dialog: QDialog) -> QDialogButtonBox:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.rejected.connect(dialog.close)
    return buttons


def keys_dialog(parent: QWidget, actions: Actions) -> QDialog:
    """Every command that has keys, and the keys of map and grid."""
    dialog, column = _dialog(parent, _tr("Keys"), 640, 620)
    lines = [
        (action.text().replace("&", ""), _keys(action.shortcuts()))
        for _, action in actions
        if action.shortcuts()
    ]
    lines += [
        (_tr("Map: move, zoom, show everything"), "← ↑ → ↓   + −   0"),
        (_tr("Map: to the next point in a direction"), "Ctrl ← ↑ → ↓"),
        (_tr("Map: lasso, and add to the selection"), _tr("Shift + drag")),
        (_tr("Grid: move, extend the selection"), _tr("← ↑ → ↓   with Shift")),
        (_tr("Grid: move without selecting, then add one"), _tr("Ctrl ← ↑ → ↓   Ctrl + Space")),
        (_tr("Grid: first, last, a page on"), _tr("Home   End   Page down")),
        (_tr("Grid: squares or list"), "V"),
        (_tr("Grid: fold a group, all groups"), "F   Shift + F"),
        (_tr("Look at it large"), _tr("Space   Enter")),
        (_tr("Open with its program"), _tr("Ctrl + Enter")),
        (_tr("Move to the system's trash"), _tr("Delete")),
        (_tr("Duplicates: keep this one alone, keep or let go"), "K   X"),
        (_tr("Rate"), "0 … 5"),
        (_tr("More like this"), "S"),
    ]
    body = QWidget(dialog)
    grid = QGridLayout(body)
    grid.setContentsMargins(0, 0, 12, 0)
    grid.setHorizontalSpacing(24)
    for row, (name, keys) in enumerate(lines):
        grid.addWidget(QLabel(name, body), row, 0)
        label = QLabel(keys, body)
        label.setProperty("tone", "quiet")
        grid.addWidget(label, row, 1)
    grid.setColumnStretch(0, 1)
    area = QScrollArea(dialog)
    area.setWidgetResizable(True)
    area.setWidget(body)
    column.addWidget(area, 1)
    column.addWidget(_closing(dialog))
    beside = area.verticalScrollBar().sizeHint().width() + 32
    dialog.resize(max(dialog.width(), body.sizeHint().width() + beside), dialog.height())
    return dialog


def _keys(sequences: Sequence[QKeySequence]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return "   ".join(one.toString(native) for one in sequences)


def problems_dialog(
    parent: QWidget, failures: Sequence[Failure], retry: Callable[[list[str]], object]
) -> QDialog:
    """Files that failed with their reasons; to be tried again, copied or written down."""
    dialog, column = _dialog(parent, _tr("Files that failed"), 860, 480)
    sentence = QLabel(
        _tr("Each of these cost one file and nothing else. Mend it and try again."), dialog
    )
    if not failures:
        sentence.setText(_tr("Nothing failed: every file that was found is in the collection."))
    sentence.setProperty("tone", "quiet")
    table = QTableWidget(len(failures), 2, dialog)
    table.setHorizontalHeaderLabels([_tr("File"), _tr("Reason")])
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setAccessibleName(_tr("Files that failed"))
    start = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
    table.horizontalHeader().setDefaultAlignment(start)
    table.verticalHeader().hide()
    for row, failure in enumerate(failures):
        for place, words in enumerate((failure.path, spoken_again(failure.reason))):
            cell = QTableWidgetItem(words)
            cell.setToolTip(words)
            table.setItem(row, place, cell)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    column.addWidget(sentence)
    column.addWidget(table, 1)
    again = QPushButton(_tr("Try again"), dialog)
    again.setProperty("kind", "primary")
    again.clicked.connect(lambda: (retry([one.path for one in failures]), dialog.close()))
    write = QPushButton(_tr("Write as CSV…"), dialog)
    write.clicked.connect(lambda: _write_failures(dialog, failures))
    again.setEnabled(bool(failures))
    write.setEnabled(bool(failures))
    line = QHBoxLayout()
    line.addWidget(write)
    line.addStretch(1)
    line.addWidget(again)
    line.addWidget(_closing(dialog))
    column.addLayout(line)
    return dialog


def _write_failures(parent: QWidget, failures: Iterable[Failure]) -> None:
    name, _ = QFileDialog.getSaveFileName(parent, _tr("Write as CSV"), "failed.csv", "CSV (*.csv)")
    if not name:
        return
    try:
        with Path(name).open("w", newline="", encoding="utf-8") as stream:
            writer = csv.writer(stream)
            writer.writerow(("path", "reason"))
            writer.writerows((one.path, one.reason) for one in failures)
    except OSError as error:
        words = _tr("{} cannot be written: {}.").format(name, error.strerror)
        QMessageBox.warning(parent, _tr("Write as CSV"), words)


def plugins_dialog(
    parent: QWidget, plugins: Iterable[Plugin], switch: Callable[[str, bool], Plugin]
) -> QDialog:
    """Every plugin found, with what became of it and a switch."""
    dialog, column = _dialog(parent, _tr("Plugins"), 640, 420)
    warning = QLabel(
        _tr("Plugins are programs: they can do what you can do. Switch on only those you trust."),
        dialog,
    )
    warning.setProperty("tone", "quiet")
    warning.setWordWrap(True)
    column.addWidget(warning)
    body = QWidget(dialog)
    lines = QVBoxLayout(body)
    lines.setContentsMargins(0, 0, 12, 0)
    lines.setSpacing(12)
    for plugin in plugins:
        lines.addWidget(_plugin_line(body, plugin, switch))
    lines.addStretch(1)
    area = QScrollArea(dialog)
    area.setWidgetResizable(True)
    area.setWidget(body)
    column.addWidget(area, 1)
    column.addWidget(_closing(dialog))
    return dialog


def _plugin_line(parent: QWidget, plugin: Plugin, switch: Callable[[str, bool], Plugin]) -> QWidget:
    line = QWidget(parent)
    column = QVBoxLayout(line)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    manifest = plugin.manifest
    name = f"{spoken(manifest.name)}  {manifest.version}" if manifest else plugin.id
    box = QCheckBox(name, line)
    box.setChecked(plugin.state == "loaded")
    box.setEnabled(manifest is not None)
    note = QLabel(line)
    note.setWordWrap(True)
    note.setContentsMargins(24, 0, 0, 0)

    def show(now: Plugin) -> None:
        failed = now.state == "failed"
        about = spoken(manifest.description) if manifest else str(now.folder)
        note.setText(spoken_again(now.error) if failed else about)
        note.setProperty("tone", "loss" if failed else "quiet")
        note.style().polish(note)
        box.blockSignals(True)
        box.setChecked(now.state == "loaded")
        box.blockSignals(False)

    box.toggled.connect(lambda on: show(switch(plugin.id, on)))
    show(plugin)
    column.addWidget(box)
    column.addWidget(note)
    return line


def about_dialog(parent: QWidget) -> QDialog:
    """What this is."""
    dialog, column = _dialog(parent, _tr("About Explorer"), 420, 220)
    title = QLabel("Explorer", dialog)
    title.setProperty("type", "display")
    column.addWidget(title)
    for words in (
        _tr("Version {}. Apache-2.0.").format(__version__),
        _tr("See what aligned multimodal encoders see in your own media."),
        _tr("Nothing leaves this machine unless you ask."),
    ):
        label = QLabel(words, dialog)
        label.setWordWrap(True)
        column.addWidget(label)
    column.addStretch(1)
    column.addWidget(_closing(dialog))
    return dialog


def ask_where(parent: QWidget, what: str, collection: str, new_name: str) -> Place:
    """Ask where dropped files go: into the open collection, a new one, or nowhere."""
    box = QMessageBox(parent)
    box.setWindowTitle(_tr("Add"))
    box.setText(_tr("Where shall {} go?").format(what))
    role = QMessageBox.ButtonRole.AcceptRole
    here = box.addButton(_tr("Add to “{}”").format(collection), role)
    new = box.addButton(_tr("New collection “{}”").format(new_name), role)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(here)
    box.exec()
    if box.clickedButton() is here:
        return "here"
    return "new" if box.clickedButton() is new else ""
