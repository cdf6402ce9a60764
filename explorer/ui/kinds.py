"""The kinds of media as people see them: names, icon and colour of each modality."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from explorer.api.modality import Modality


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of media.

    Parameters
    ----------
    id
        Of the modality, as stored with every item.
    content
        ``"image"``, ``"audio"``, ``"text"`` or another; colours go by it.
    plural, singular
        In a sentence: "pictures"; as a fact: "Picture".
    icon
        Phosphor name.
    one
        "1 picture".
    """

    id: str
    content: str
    plural: str
    singular: str
    icon: str
    one: str = ""

    def counted(self, number: int) -> str:
        """ "1 picture", "12 pictures"."""
        if number == 1:
            return self.one or f"1 {self.singular[:1].lower()}{self.singular[1:]}"
        return f"{QLocale().toString(number)} {self.plural}"


class Kinds:
    """Every kind there is, by modality id; unknown ones get a plain name.

    Parameters
    ----------
    modalities
        The host's registry.
    """

    def __init__(self, modalities: Mapping[str, Modality]) -> None:
        self._modalities = modalities

    def __getitem__(self, modality_id: str) -> Kind:
        known = self._modalities.get(modality_id)
        content = known.content if known else modality_id
        name = known.name if known else modality_id
        words = {
            "image": (_tr("pictures"), _tr("Picture"), "image", _tr("1 picture")),
            "audio": (_tr("sounds"), _tr("Sound"), "speaker-high", _tr("1 sound")),
            "text": (_tr("texts"), _tr("Text"), "text-align-left", _tr("1 text")),
        }
        if modality_id == "tables":  # the kind is named after its files, an item is a row of one
            rows = _tr("table rows"), _tr("Table row"), "table", _tr("1 table row")
            return Kind(modality_id, content, *rows)
        own = {"pictures", "images", "sounds", "audio", "sound", "text", "texts"}
        if content in words and (known is None or modality_id in own):
            return Kind(modality_id, content, *words[content])
        plural = name[:1].lower() + name[1:] if name else _tr("items")
        icon = words[content][2] if content in words else "file"
        return Kind(modality_id, content, plural, name or _tr("Item"), icon)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Kinds", text)
