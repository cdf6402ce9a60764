"""The shown items as a Qt model, for drawing, drag and drop, and screen readers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from explorer.ui.item_words import percentile_words
from explorer.ui.items_mime import files_to_carry
from explorer.ui.kinds import Kind, Kinds
from explorer.viewstate.arrangement import Arrangement
from explorer.viewstate.session import Session

Index = QModelIndex | QPersistentModelIndex


class ItemModel(QAbstractListModel):
    """Positions of an arrangement; holds no object per item.

    Parameters
    ----------
    session
        Its table of items and ranking are read.
    kinds
        Names of the kinds of media.
    """

    def __init__(self, session: Session, kinds: Kinds, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._kinds = session, kinds
        self.arrangement = Arrangement.empty()

    def show(self, arrangement: Arrangement) -> None:
        """Show other rows, or the same in another order."""
        self.beginResetModel()
        self.arrangement = arrangement
        self.endResetModel()

    def row_at(self, position: int) -> int:
        """The row of the item table at a position, -1 for none."""
        inside = 0 <= position < len(self.arrangement)
        return int(self.arrangement.rows[position]) if inside else -1

    def kind_of(self, row: int) -> Kind:
        """The kind of media of a row."""
        items = self._session.items
        return self._kinds[items.modality(row)]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.arrangement)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index.row())
        if row < 0:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(self._session.items.titles[row])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row(), row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return ["text/uri-list", "text/plain"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return files_to_carry(self._session, [self.row_at(index.row()) for index in indexes])

    def _spoken(self, position: int, row: int) -> str:
        kind = self.kind_of(row)
        parts = [str(self._session.items.titles[row]), kind.singular]
        ranking, hits = self.arrangement.ranking, self.arrangement.hits
        if ranking is not None and ranking.terms and hits is not None:
            parts.append(percentile_words(float(ranking.percentiles[hits[position]]), kind))
        if row in self._session.selecting.rows:
            parts.append(self.tr("selected"))
        return ", ".join(parts)
