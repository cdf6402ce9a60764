"""Pictures and sounds that are dropped or pasted become parts of the query."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMimeData
from PySide6.QtGui import QImage

from explorer.core.errors import MediaError
from explorer.core.query import Term, TermKind

AT_ONCE = 8
"""Files that become terms at once; more is a collection, not a query."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Incoming", text)


def local_files(mime: QMimeData) -> list[Path]:
    """The files of this machine that are named in there."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def picture_in(mime: QMimeData) -> QImage | None:
    """The picture itself, as browsers and screenshot programs give it."""
    data = mime.imageData()
    image = data if isinstance(data, QImage) else QImage(data) if data is not None else QImage()
    return None if image.isNull() else image


def keep_picture(image: QImage, folder: Path) -> Path:
    """Save a picture under the hash of its content, so that the same is kept once.

    Raises
    ------
    MediaError
        If it cannot be saved.
    """
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # The stub says bytes, which PySide refuses at run time.
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    buffer.close()
    content = bytes(data.data())
    file = folder / f"{hashlib.blake2b(content, digest_size=12).hexdigest()}.png"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not file.exists():
            file.write_bytes(content)
    except OSError as error:
        raise MediaError(
            file, "the picture cannot be kept there: {reason}", reason=error.strerror
        ) from error
    return file


def term_for(path: Path, content_for: Callable[[Path], str]) -> Term:
    """A file as a part of the query.

    Parameters
    ----------
    content_for
        Kind of content of a file (``"image"``), empty if nothing opens it.

    Raises
    ------
    MediaError
        If it is neither a picture nor a sound.
    """
    kinds: dict[str, TermKind] = {"image": "image", "audio": "audio"}
    kind = kinds.get(content_for(path)) if path.is_file() else None
    if kind is None:
        raise MediaError(path, _tr("it is neither a picture nor a sound that Explorer can open"))
    return Term(kind, str(path))
