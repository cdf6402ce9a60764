"""What a group of items is called."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt

from explorer.ui.item_words import folder_words
from explorer.viewstate.grid_state import GroupKey
from explorer.viewstate.grouping import BANDS, Group


def _tr(text: str) -> str:
    return QCoreApplication.translate("GroupWords", text)


def group_title(by: GroupKey, group: Group, cluster_names: Mapping[int, str]) -> str:
    """The heading of a group: "Tuesday, 3 March 2026", "closer than 99 %"."""
    if by == "folder":
        return folder_words(str(PurePath(group.key) / "file"))
    if by == "day":
        day = QDate.fromString(group.key, Qt.DateFormat.ISODate)
        return QLocale().toString(day, QLocale.FormatType.LongFormat)
    if by == "tag":
        return group.key or _tr("No tag")
    if by == "band":
        return _band_words(int(group.key))
    if by == "cluster":
        if not group.key:
            return _tr("In no cluster")
        number = int(group.key)
        return cluster_names.get(number) or _tr("Cluster {}").format(number + 1)
    return ""


def group_names(key: GroupKey) -> str:
    """What one groups by, in a menu."""
    return {
        "none": _tr("No groups"),
        "cluster": _tr("By cluster"),
        "folder": _tr("By folder"),
        "day": _tr("By day"),
        "tag": _tr("By tag"),
        "band": _tr("By how close they are"),
    }[key]


def _band_words(band: int) -> str:
    edge = BANDS[band]
    if not edge:
        return _tr("The farther half")
    share = QLocale().toString(edge, "f", 1 if edge != int(edge) else 0)
    return _tr("Closer than {} % of their kind").format(share)
