"""Facts about spaces as a person reads them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

from explorer.viewstate.space_work import SpaceLine


def _tr(text: str) -> str:
    return QCoreApplication.translate("Spaces", text)


def size_words(size: int) -> str:
    """A number of bytes: "813 MB"."""
    return QLocale().formattedDataSize(
        size, 1 if size >= 10**9 else 0, QLocale.DataSizeFormat.DataSizeSIFormat
    )


def contents_words(contents: Iterable[str]) -> str:
    """What a space encodes: "pictures, texts"."""
    names = {
        "image": _tr("pictures"),
        "text": _tr("texts"),
        "audio": _tr("sounds"),
        "video": _tr("clips"),
    }
    return ", ".join(names.get(one, one) for one in contents)


def role_words(line: SpaceLine) -> str:
    """What it is for here: "serves here · default", or nothing."""
    parts = []
    held = line.held
    if held is not None and held.serves:
        parts.append(_tr("serves here"))
    elif held is not None and held.whole:
        parts.append(_tr("embedded here"))
    elif held is not None:
        share = 100 * held.embedded / max(held.wanted, 1)
        parts.append(_tr("{} % embedded here").format(int(share)))
    if line.default:
        parts.append(_tr("default"))
    return " · ".join(parts)


def summary_words(line: SpaceLine) -> str:
    """A space in one line."""
    what = contents_words(line.info.contents) or _tr("orders the first hits")
    return " · ".join(filter(None, (what, size_words(line.size), role_words(line))))


def test_words(test: Mapping[str, Any]) -> str:
    """What came of the last self-test."""
    if not test:
        return _tr("Not tested on this machine yet.")
    locale = QLocale()
    pairs = locale.toString(int(test["pairs"]))
    if test.get("alone"):
        share = f"{test['picture_to_text']:.0%}"
        told = _tr("{share} of {pairs} found themselves again.").format(share=share, pairs=pairs)
    else:
        told = _tr("Of {pairs} pairs, {a} pictures found their words and {b} words their picture.")
        told = told.format(
            pairs=pairs, a=f"{test['picture_to_text']:.0%}", b=f"{test['text_to_picture']:.0%}"
        )
    if not test.get("passed"):
        told = _tr("Failed: {} That is no better than guessing.").format(told)
    return told


def speed_words(test: Mapping[str, Any]) -> str:
    """How quick it was on this machine, and what memory it took."""
    if not test:
        return ""
    parts = []
    for key, one in (("seconds_per_picture", _tr("picture")), ("seconds_per_text", _tr("text"))):
        seconds = float(test.get(key) or 0)
        if seconds:
            parts.append(_tr("{ms} ms a {one}").format(ms=_milli(seconds), one=one))
    if test.get("memory"):
        parts.append(_tr("{} of memory").format(size_words(int(test["memory"]))))
    if test.get("device"):
        parts.append(str(test["device"]))
    return " · ".join(parts)


def _milli(seconds: float) -> str:
    value = 1000 * seconds
    return QLocale().toString(value, "f", 1 if value < 10 else 0)
