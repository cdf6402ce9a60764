"""A part of a picture that was drawn by hand, as a part of the query."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF

from explorer.collection.item_table import ItemTable
from explorer.core.query import Term


def region_term(items: ItemTable, row: int, part: QRectF) -> Term:
    """A region of an item's picture; `part` is in shares of its width and height."""
    name = QCoreApplication.translate("Region", "part of {}").format(items.titles[row])
    box = part.left(), part.top(), part.right(), part.bottom()
    return Term("region", str(items.paths[row]), label=name, box=box)
