"""A quiet table: lines are chosen, nothing is edited, cells are filled in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

INSET = 8
"""Room that the style sheet leaves at either side of a cell, px."""


class _Wrapped(QStyledItemDelegate):
    """Asks for the lines that words need inside of the cell's edges, which Qt forgets."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        option.rect = option.rect.adjusted(INSET, 0, -INSET, 0)
        return super().sizeHint(option, index)


class PlainTable(QTableWidget):
    """Columns as wide as their words; the first takes what is left.

    Parameters
    ----------
    name
        For screen readers.
    heads
        Of the columns.
    """

    row_entered = Signal(int)
    """Enter was pressed on a line, or it was double-clicked."""

    def __init__(self, name: str, heads: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(0, len(heads), parent)
        self.setHorizontalHeaderLabels(list(heads))
        self.setAccessibleName(name)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegate(_Wrapped(self))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        # How many lines the first column needs depends on the width that is left to it.
        header.sectionResized.connect(self._resized)
        # While columns are being fitted the first has not its own width yet: once more after that.
        header.sectionResized.connect(self.resizeRowsToContents, Qt.ConnectionType.QueuedConnection)
        self.cellDoubleClicked.connect(lambda row, _: self.row_entered.emit(row))

    def _resized(self, column: int) -> None:
        if column == 0:
            self.resizeRowsToContents()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.resizeRowsToContents()  # while it was hidden its columns had no room

    def put(self, row: int, cells: Sequence[str], tip: str = "", *, usable: bool = True) -> None:
        """Fill a line."""
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        for column, words in enumerate(cells):
            item = self.cell(row, column)
            item.setText(words)
            item.setToolTip(tip)
            item.setFlags(flags if usable else Qt.ItemFlag.NoItemFlags)
            self._colour(item)

    def cell(self, row: int, column: int) -> QTableWidgetItem:
        """The cell at a place, made where there is none."""
        item = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            self.setItem(row, column, item)
        return item

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:  # the theme was switched
            for row in range(self.rowCount()):
                for column in range(self.columnCount()):
                    if (item := self.item(row, column)) is not None:
                        self._colour(item)

    def _colour(self, item: QTableWidgetItem) -> None:
        palette = self.palette()
        usable = bool(item.flags() & Qt.ItemFlag.ItemIsEnabled)
        role = palette.ColorRole.Text if usable else palette.ColorRole.PlaceholderText
        item.setForeground(palette.brush(role))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.row_entered.emit(self.currentRow())
        else:
            super().keyPressEvent(event)
