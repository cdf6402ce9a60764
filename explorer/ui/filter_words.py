"""Facets and their values in words."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from explorer.ui.kinds import Kinds
from explorer.viewstate.filters import Facet


def _tr(text: str) -> str:
    return QCoreApplication.translate("Facets", text)


def facet_title(facet: Facet) -> str:
    """What a facet is called."""
    return {
        "kind": _tr("Kind"),
        "folder": _tr("Folder"),
        "year": _tr("Year taken"),
        "month": _tr("Month taken"),
        "camera": _tr("Camera"),
        "size": _tr("File size"),
        "tag": _tr("Tag"),
        "rating": _tr("Rating"),
        "cluster": _tr("Group"),
    }[facet]


def value_words(facet: Facet, value: str, kinds: Kinds, name: str = "") -> str:
    """A value as the person reads it; `name` is its own, where it has one."""
    if facet == "kind":
        return kinds[value].plural.capitalize()
    if facet == "rating":
        return "★" * int(value) + ("" if value == "5" else " " + _tr("or more"))
    if facet == "month":
        first = QDate.fromString(f"{value}-01", "yyyy-MM-dd")
        return QLocale().toString(first, "MMMM yyyy") if first.isValid() else value
    if facet == "size":
        return {
            "small": _tr("under {}").format(_bytes(100_000)),
            "medium": _tr("{} to {}").format(_bytes(100_000), _bytes(1_000_000)),
            "large": _tr("{} to {}").format(_bytes(1_000_000), _bytes(10_000_000)),
            "huge": _tr("over {}").format(_bytes(10_000_000)),
        }.get(value, value)
    if facet == "folder":
        return name if name and name != value else PurePath(value).name or value
    return name or value


def _bytes(size: int) -> str:
    return QLocale().formattedDataSize(size, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
