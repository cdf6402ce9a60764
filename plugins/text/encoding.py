"""How the letters of a text file are written, and whether it is text at all."""

from __future__ import annotations

import codecs
from pathlib import Path

from explorer import api

SAMPLE_BYTES = 1 << 18
_BLOCK_BYTES = 1 << 20
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Bytes that texts do not have: control characters other than \a \b \t \n \v \f \r and escape.
_CONTROLS = bytes(set(range(32)) - {7, 8, 9, 10, 11, 12, 13, 27})


def detect_encoding(path: Path) -> str:
    """The name of a text file's encoding, for `open`.

    Raises
    ------
    MediaError
        If it is not text.
    """
    with path.open("rb") as file:
        sample = file.read(SAMPLE_BYTES)
        for mark, encoding in _MARKS:
            if sample.startswith(mark):
                return encoding
        if b"\x00" in sample:
            return _wide(path, sample)
        if len(sample.translate(None, delete=_CONTROLS)) < 0.99 * len(sample):
            raise api.MediaError(path, "it is not text")
        if _is_utf8(sample, file):
            return "utf-8"
    # Loading it takes longer than deciding the usual cases.
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    if best is None:
        raise api.MediaError(path, "it is not text, or in an encoding that cannot be told")
    return best.encoding


def read_text(path: Path, max_bytes: int) -> tuple[str, str]:
    """A text file's words with ``\\n`` at line ends, and its encoding.

    Raises
    ------
    MediaError
        If it is not text, or longer than `max_bytes`.
    """
    if path.stat().st_size > max_bytes:
        raise api.MediaError(
            path, "it is longer than {limit} MB; split it up", limit=max_bytes >> 20
        )
    encoding = detect_encoding(path)
    try:
        return path.read_text(encoding, "replace"), encoding
    except UnicodeError as error:
        raise api.MediaError(path, "it is damaged: {reason}", reason=error) from None


def _wide(path: Path, sample: bytes) -> str:
    """UTF-16 without its mark: every other byte of most scripts' letters is the same."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if min(even, odd) == 0 and max(even, odd) > len(sample) // 5:
        return "utf-16-le" if odd else "utf-16-be"
    raise api.MediaError(path, "it is not text")


def _is_utf8(block: bytes, file: object) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while block:
            decoder.decode(block)
            block = file.read(_BLOCK_BYTES)  # type: ignore[attr-defined]
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
