"""A space's self-test: towers that do not belong together are caught when it is loaded.

Pictures are matched with their captions in both directions. Aligned towers do that far above
chance; mismatched towers or preprocessing cannot.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass

import numpy as np

from explorer.core.media import Pixels
from explorer.core.similarity import Vectors
from explorer.encoders.space import Space

TIMES_CHANCE = 3.0
"""How much better than guessing both directions have to be."""


@dataclass(frozen=True, slots=True)
class SelfTest:
    """What came of a self-test.

    ``picture_to_text`` and ``text_to_picture`` are shares (0 to 1) of right first answers among
    ``pairs``; ``seconds_per_picture`` and ``seconds_per_text`` were measured on this device.
    """

    space: str
    pairs: int
    picture_to_text: float
    text_to_picture: float
    seconds_per_picture: float
    seconds_per_text: float

    @property
    def passed(self) -> bool:
        """Whether both directions are well above chance."""
        worst = min(self.picture_to_text, self.text_to_picture)
        return self.pairs > 0 and worst * self.pairs >= TIMES_CHANCE

    @property
    def sentence(self) -> str:
        """The result for the person."""
        shares = (
            f"of {self.pairs} pictures {self.picture_to_text:.0%} found their words first, "
            f"{self.text_to_picture:.0%} of the words their picture"
        )
        if self.passed:
            speed = f"{1000 * self.seconds_per_picture:.0f} ms a picture"
            return f"The encoders of '{self.space}' belong together: {shares}; {speed}."
        return (
            f"The encoders of '{self.space}' do not match each other: {shares}, no better than "
            "guessing. Its picture and text sides or their preprocessing are from different models."
        )

    def to_dict(self) -> dict[str, object]:
        """JSON data."""
        return {**asdict(self), "passed": self.passed}


def self_test(space: Space, pairs: Sequence[tuple[Pixels, str]]) -> SelfTest:
    """Match pictures with their words in both directions.

    Parameters
    ----------
    pairs
        At least a dozen pictures of different things, each with its caption.

    Raises
    ------
    SpaceError
        If the space has no picture or no text encoder.
    """
    pictures, seconds_per_picture = _timed(space, "image", [picture for picture, _ in pairs])
    texts, seconds_per_text = _timed(space, "text", [words for _, words in pairs])
    scores = pictures @ texts.T
    right = np.arange(len(pairs))
    return SelfTest(
        space.id,
        len(pairs),
        float((scores.argmax(axis=1) == right).mean()) if len(pairs) else 0.0,
        float((scores.argmax(axis=0) == right).mean()) if len(pairs) else 0.0,
        seconds_per_picture,
        seconds_per_text,
    )


def _timed(space: Space, content: str, contents: Sequence[object]) -> tuple[Vectors, float]:
    space.encode_contents(content, contents[:1])  # the first call loads and compiles
    began = time.perf_counter()
    vectors = space.encode_contents(content, contents)
    return vectors, (time.perf_counter() - began) / max(len(contents), 1)
