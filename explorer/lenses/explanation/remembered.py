"""What was encoded lately, so that the next question about the same words or picture is quick.

One picture is asked about many words, and one word of many pictures; encoding either costs more
than everything that is done with it.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

import numpy as np
from blake3 import blake3

from explorer.core.media import Pixels
from explorer.core.similarity import Vectors
from explorer.core.tokens import Tokens
from explorer.encoders.space import Space

MOST_TEXTS, MOST_PICTURES = 4096, 24

T = TypeVar("T")


class _Recent(Generic[T]):
    """The last so many of each space; forgotten with the space."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: WeakKeyDictionary[Space, OrderedDict[Hashable, T]] = WeakKeyDictionary()
        self._lock = threading.Lock()

    def find(self, space: Space, key: Hashable) -> T | None:
        with self._lock:
            known = self._kept.get(space)
            if known is None or key not in known:
                return None
            known.move_to_end(key)
            return known[key]

    def keep(self, space: Space, key: Hashable, value: T) -> None:
        with self._lock:
            known = self._kept.setdefault(space, OrderedDict())
            known[key] = value
            while len(known) > self._most:
                known.popitem(last=False)


_texts: _Recent[Vectors] = _Recent(MOST_TEXTS)
_words: _Recent[Tokens] = _Recent(MOST_TEXTS)
_patches: _Recent[Tokens] = _Recent(MOST_PICTURES)


def vectors_of_texts(space: Space, texts: Sequence[str]) -> Vectors:
    """Texts (n) to vectors: float32 (n, d), unit length."""
    found = {text: _texts.find(space, text) for text in texts}
    missing = [text for text, vector in found.items() if vector is None]
    if missing:
        for text, vector in zip(missing, space.encode_contents("text", missing), strict=True):
            found[text] = vector
            _texts.keep(space, text, vector)
    return np.stack([vector for text in texts if (vector := found[text]) is not None])


def words_of_text(space: Space, text: str) -> Tokens:
    """A text's words in the space; raises as `Space.encode_content_tokens`.

    Where the same pass gives the text's own vector, `vectors_of_texts` knows it from then on.
    """

    def encode() -> Tokens:
        (tokens,) = space.encode_content_tokens("text", [text])
        if tokens.whole is not None:
            _texts.keep(space, text, tokens.whole)
        return tokens

    return _remembered(_words, space, text, encode)


def patches_of_picture(space: Space, picture: Pixels) -> Tokens:
    """A picture's patches in the space; raises as `Space.encode_content_tokens`."""
    content = blake3(np.ascontiguousarray(picture).data).digest()
    return _remembered(
        _patches,
        space,
        (picture.shape, content),
        lambda: space.encode_content_tokens("image", [picture])[0],
    )


def _remembered(kept: _Recent[T], space: Space, key: Hashable, encode: Callable[[], T]) -> T:
    known = kept.find(space, key)
    if known is None:
        known = encode()
        kept.keep(space, key, known)
    return known
