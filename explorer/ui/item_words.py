"""How items, hits and files are put into words, the same in every view."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np
from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from explorer.collection.item_table import ItemTable
from explorer.core.media import Unit
from explorer.ui.kinds import Kind

NO_ENCODER: Final = "description"
"""Kind of the unit that stands for the name and description of an item."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("ItemWords", text)


def percentile_words(percentile: float, kind: Kind) -> str:
    """ "closer than 99.7 % of your pictures"."""
    if percentile >= 99.95:
        return _tr("closer than almost all of your {kind}").format(kind=kind.plural)
    digits = 1 if percentile >= 90 else 0
    share = QLocale().toString(float(percentile), "f", digits)
    return _tr("closer than {share} % of your {kind}").format(share=share, kind=kind.plural)


def weak_words() -> str:
    """What is said of a hit that the space takes for a guess."""
    return _tr("A weak match: it may only be the best of what is wrong.")


def place_words(unit: Unit) -> str:
    """Where in its item a unit lies: "0:10–0:20", "0.7 s", "paragraph 3"; nothing for the whole."""
    place = unit.place
    if unit.kind == "span" and "start" in place and "end" in place:
        start, end = float(place["start"]), float(place["end"])
        if int(start) == int(end):
            return clock(start) if start >= 1 else duration_words(end)
        return f"{clock(start)}–{clock(end)}"
    if unit.kind in ("whole", "row", NO_ENCODER):
        return ""
    number = int(place.get("page", unit.index + 1))
    known = {
        "page": _tr("page {}"),
        "paragraph": _tr("paragraph {}"),
        "region": _tr("region {}"),
    }
    if unit.kind not in known and "line" in place:
        return _tr("line {}").format(place["line"])
    return known.get(unit.kind, f"{unit.kind} {{}}").format(number)


def description_note() -> str:
    """What of an item matched, where it was not what is in it."""
    return _tr("Found by its name and description, not by what is in it.")


def clock(seconds: float) -> str:
    """Seconds as "0:07" or "1:02:03"."""
    whole = max(int(seconds), 0)
    hours, minutes = whole // 3600, whole // 60 % 60
    if hours:
        return f"{hours}:{minutes:02}:{whole % 60:02}"
    return f"{minutes}:{whole % 60:02}"


def duration_words(seconds: float) -> str:
    """How long a recording is: "3.2 s" or "1:02"."""
    if seconds < 10:
        return _tr("{} s").format(QLocale().toString(seconds, "f", 1))
    return clock(seconds)


def bytes_words(size: int) -> str:
    """How large a file is: "2.4 MB"."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def pixels_words(width: int, height: int) -> str:
    """ "1024 × 768"."""
    return f"{width} × {height}"


def moment_words(moment: QDateTime) -> str:
    """A day and a time that cannot be misread: "3 Mar 2026, 14:05".

    The system's short form would do for one country; 3/3/26 and 3/4/26 are read in two ways.
    """
    locale = QLocale()
    day = locale.toString(moment.date(), _tr("d MMM yyyy"))
    return f"{day}, {locale.toString(moment.time(), QLocale.FormatType.ShortFormat)}"


def time_words(seconds: float) -> str:
    """A time, seconds since the epoch, on the clock of this machine."""
    return moment_words(QDateTime.fromMSecsSinceEpoch(int(seconds * 1000))) if seconds else ""


def camera_time_words(seconds: float) -> str:
    """The time that a camera wrote, which is local without a zone: as it is written."""
    return moment_words(QDateTime.fromSecsSinceEpoch(int(seconds)).toUTC())


def folder_words(path: str) -> str:
    """The folder of a file, with the home folder as "~"."""
    folder = Path(path).parent
    try:
        return f"~/{folder.relative_to(Path.home()).as_posix()}".removesuffix("/.")
    except ValueError:
        return str(folder)


def item_line(items: ItemTable, row: int, kind: Kind) -> str:
    """What an item is, in a line: "Picture, 1024 × 768, 2.4 MB"."""
    parts = [kind.singular]
    if items.width[row] and items.height[row]:
        parts.append(pixels_words(int(items.width[row]), int(items.height[row])))
    if not np.isnan(items.duration[row]):
        parts.append(duration_words(float(items.duration[row])))
    parts.append(bytes_words(int(items.size[row])))
    return ", ".join(parts)


def score_words(score: float) -> str:
    """A score as its number: "0.312"."""
    return QLocale().toString(float(score), "f", 3)
