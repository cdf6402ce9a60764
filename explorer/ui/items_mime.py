"""Items on their way from one part of the window to another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QMimeData, QUrl

from explorer.viewstate.session import Session

ITEMS_MIME: Final = "application/x-explorer-items"
MOST_URLS = 1000
"""Files that one drag carries at most."""


def put_items(mime: QMimeData, ids: Iterable[str]) -> None:
    """Name items of the open collection, beside what is in there for other programs."""
    mime.setData(ITEMS_MIME, " ".join(ids).encode())


def items_in(mime: QMimeData) -> list[str]:
    """Ids of the items that are named in there."""
    return bytes(mime.data(ITEMS_MIME).data()).decode().split()


def files_to_carry(session: Session, rows: Sequence[int]) -> QMimeData:
    """The files of rows for other programs, and the items themselves for the query."""
    items = session.items
    paths = list(dict.fromkeys(str(items.paths[row]) for row in rows[:MOST_URLS] if row >= 0))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    data.setText("\n".join(paths))
    put_items(data, (str(items.ids[row]) for row in rows[:MOST_URLS] if row >= 0))
    return data
