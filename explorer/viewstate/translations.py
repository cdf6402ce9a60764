"""Reading Qt's `.ts` files, in which translators work."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree


def read_translations(file: Path) -> dict[str, str]:
    """Finished translations by their English text.

    Raises
    ------
    OSError, xml.etree.ElementTree.ParseError
        If the file is not there or is no `.ts` file.
    """
    found: dict[str, str] = {}
    for message in ElementTree.parse(file).getroot().iter("message"):
        source, target = message.findtext("source"), message.find("translation")
        if source and target is not None and target.text and target.get("type") is None:
            found[source] = target.text
    return found
