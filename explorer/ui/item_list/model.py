"""The shown items as a table of Qt: a line per item and one per heading, made when it is seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np
from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from explorer.ui.item_list.columns import COLUMNS, Cell
from explorer.ui.items_mime import files_to_carry
from explorer.ui.kinds import Kinds
from explorer.ui.row_marks import RowMarks
from explorer.viewstate.arrangement import Arrangement
from explorer.viewstate.grouping import Group
from explorer.viewstate.session import Session

Index = QModelIndex | QPersistentModelIndex
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ListModel(QAbstractTableModel):
    """Lines of an arrangement; holds no object per item.

    A *position* counts items as the arrangement does, a *line* counts headings as well.

    Parameters
    ----------
    session
        Its table of items and ranking are read.
    kinds, marks, cluster_of
        Names of the kinds of media, what the person has said about items, and the name of the
        cluster of a row.
    """

    def __init__(
        self,
        session: Session,
        kinds: Kinds,
        marks: RowMarks,
        cluster_of: Callable[[int], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._kinds, self._marks = session, kinds, marks
        self.arrangement = Arrangement.empty()
        self._cluster_of = cluster_of
        self._starts = self._headings = np.empty(0, np.int64)

    def show(self, arrangement: Arrangement) -> None:
        """Show other rows, or the same in another order."""
        self.beginResetModel()
        self.arrangement = arrangement
        self._starts = np.array([group.start for group in arrangement.groups], np.int64)
        self._headings = self._starts + np.arange(len(self._starts))
        self.endResetModel()

    # -- lines

    def line_of(self, position: int) -> int:
        """The line of a position, -1 for none."""
        if not 0 <= position < len(self.arrangement):
            return -1
        return position + int(np.searchsorted(self._starts, position, side="right"))

    def position_at(self, line: int) -> int:
        """The position on a line, -1 for none and for a heading."""
        if not 0 <= line < self.rowCount() or self.group_at(line) is not None:
            return -1
        return line - int(np.searchsorted(self._headings, line, side="right"))

    def group_at(self, line: int) -> Group | None:
        """The group of which a line is the heading."""
        place = int(np.searchsorted(self._headings, line))
        found = place < len(self._headings) and int(self._headings[place]) == line
        return self.arrangement.groups[place] if found else None

    def row_at(self, line: int) -> int:
        """The row of the item table on a line, -1 for none."""
        position = self.position_at(line)
        return int(self.arrangement.rows[position]) if position >= 0 else -1

    def words(self, line: int, column: int) -> str:
        """What stands in a cell; nothing on the line of a heading."""
        row = self.row_at(line)
        if not 0 <= row < len(self._session.items):
            return ""
        return COLUMNS[column].words(self._cell(line, row))

    # -- what Qt asks of a model

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if parent.isValid():
            return 0
        return len(self.arrangement) + len(self.arrangement.groups)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.number else _LEFT
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tr("Sort by {}. Right-click to choose the columns.").format(
                column.title().lower()
            )
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index.row())
        if row < 0 or row >= len(self._session.items):
            return None
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.number else _LEFT
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = self.words(index.row(), index.column())
            return self._spoken(words, row) if index.column() == 0 else words
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.row_at(index.row()) < 0:
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return ["text/uri-list", "text/plain"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return files_to_carry(self._session, [self.row_at(index.row()) for index in indexes])

    def _cell(self, line: int, row: int) -> Cell:
        kind = self._kinds[self._session.items.modality(row)]
        position, marks = self.position_at(line), self._marks.get(row)
        cluster = self._cluster_of(row)
        return Cell(self._session, row, position, self.arrangement, kind, marks, cluster)

    def _spoken(self, words: str, row: int) -> str:
        parts = [words]
        if row in self._session.selecting.rows:
            parts.append(self.tr("selected"))
        return ", ".join(parts)
