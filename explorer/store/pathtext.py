"""File names as valid Unicode and back.

A name on disk is bytes that need not be UTF-8; Python shows what it cannot decode as lone
surrogates, which Arrow and LanceDB refuse. They are kept as characters of plane 16's private
use area: the surrogate U+D800 + n becomes U+10F800 + n. A name that really holds such a private
character is kept as its two UTF-16 surrogates, each moved the same way, so nothing is ambiguous.
"""

from __future__ import annotations

import re
from typing import Any

_PRIVATE, _SURROGATE, _COUNT = 0x10F800, 0xD800, 0x800
_SPECIAL = re.compile("[\ud800-\udfff\U0010f800-\U0010ffff]")
_KEPT = re.compile("[\U0010f800-\U0010ffff]+")


def keep_text(text: str) -> str:
    """Any str as valid Unicode that `restore_text` turns back."""
    return _SPECIAL.sub(lambda match: _keep(ord(match[0])), text)


def restore_text(text: str) -> str:
    """What `keep_text` was given."""
    return _KEPT.sub(lambda match: _restore(match[0]), text)


def restore_column(texts: Any) -> list[str]:
    """What `keep_text` was given for each text of an Arrow column; names that need it are rare."""
    import pyarrow.compute as pc

    listed: list[str] = texts.to_pylist()
    if pc.any(pc.match_substring_regex(texts, _KEPT.pattern)).as_py():
        return [restore_text(text) for text in listed]
    return listed


def shown_text(text: str) -> str:
    """Any str as valid Unicode for reading; what cannot be shown becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _keep(code: int) -> str:
    if code < 0x10000:
        return chr(_PRIVATE + code - _SURROGATE)
    high, low = divmod(code - 0x10000, 0x400)
    return _keep(_SURROGATE + high) + _keep(_SURROGATE + 0x400 + low)


def _restore(kept: str) -> str:
    surrogates = "".join(chr(ord(letter) - _PRIVATE + _SURROGATE) for letter in kept)
    return surrogates.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
