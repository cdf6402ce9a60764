"""What the query bar asks of files that are no items: what they are, and a small picture."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage

from explorer.core.errors import MediaError
from explorer.core.media import Unit
from explorer.media.decoder import Decoder
from explorer.ui.thumbnails import picture_of

SIDE = 64


class SmallPictures:
    """Reads through the decoder, so that a broken file cannot harm the window.

    Parameters
    ----------
    decoder
        What opens files.
    """

    def __init__(self, decoder: Decoder) -> None:
        self._decoder = decoder

    def content_for(self, path: Path) -> str:
        """Kind of content of a file, empty if nothing opens it."""
        try:
            return self._decoder.content_kind(path)
        except MediaError:
            return ""

    def read(self, path: Path) -> QImage | None:
        """A small picture of a file, None if there is none; blocks."""
        modality = self._decoder.modality_for(path)
        if modality is None:
            return None
        try:
            preview = self._decoder.preview(path, modality, "", Unit(), SIDE).result()
        except MediaError:
            return None
        return None if preview.picture is None else picture_of(preview.picture)
