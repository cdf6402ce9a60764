"""A space's self-test: towers that do not belong together are caught when it is loaded.

Pictures are matched with their captions in both directions. Aligned towers do that far above
chance; mismatched towers or preprocessing cannot. A space of one modality has nothing to match
with: there, things have to find themselves again after a small change that leaves what they are.
"""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass

import numpy as np

from explorer.core.errors import SpaceError
from explorer.core.media import Pixels
from explorer.core.similarity import Vectors
from explorer.core.wording import Wording
from explorer.encoders.devices import Device
from explorer.encoders.space import Space

TIMES_CHANCE = 3.0
"""How much better than guessing both directions have to be."""


@dataclass(frozen=True, slots=True)
class SelfTest:
    """What came of a self-test.

    ``picture_to_text`` and ``text_to_picture`` are shares (0 to 1) of right first answers among
    ``pairs``; in a space of one modality (``alone`` names it) both are of things that find
    themselves again. ``seconds_per_picture`` and ``seconds_per_text`` were measured on this
    ``device``, as ``memory``: the bytes that loading and encoding took.
    """

    space: str
    pairs: int
    picture_to_text: float
    text_to_picture: float
    seconds_per_picture: float
    seconds_per_text: float
    alone: str = ""
    device: str = ""
    memory: int = 0

    @property
    def passed(self) -> bool:
        """Whether both directions are well above chance."""
        worst = min(self.picture_to_text, self.text_to_picture)
        return self.pairs > 0 and worst * self.pairs >= TIMES_CHANCE

    @property
    def sentence(self) -> Wording:
        """The result for the person."""
        if self.alone:
            return self._sentence_alone()
        shares = Wording(
            "of {pairs} pictures {words} found their words first, {pictures} of the words their "
            "picture",
            pairs=self.pairs,
            words=f"{self.picture_to_text:.0%}",
            pictures=f"{self.text_to_picture:.0%}",
        )
        if self.passed:
            return Wording(
                "The encoders of '{space}' belong together: {shares}; {time} ms a picture.",
                space=self.space,
                shares=shares,
                time=round(1000 * self.seconds_per_picture),
            )
        return Wording(
            "The encoders of '{space}' do not match each other: {shares}, no better than guessing. "
            "Its picture and text sides or their preprocessing are from different models.",
            space=self.space,
            shares=shares,
        )

    def _sentence_alone(self) -> Wording:
        things = {"image": Wording("pictures"), "text": Wording("texts")}[self.alone]
        share, seconds = f"{self.picture_to_text:.0%}", self.seconds_per_picture
        if self.passed:
            return Wording(
                "'{space}' tells {things} apart: {share} of {pairs} found themselves again; {time} "
                "ms each.",
                space=self.space,
                things=things,
                share=share,
                pairs=self.pairs,
                time=round(1000 * (seconds or self.seconds_per_text)),
            )
        return Wording(
            "'{space}' does not tell {things} apart: {share} of {pairs} found themselves again "
            "after a small change, no better than guessing. Its weights or their preprocessing "
            "are wrong.",
            space=self.space,
            things=things,
            share=share,
            pairs=self.pairs,
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
        If the space has neither a picture nor a text encoder.
    """
    before = _taken("")
    pictures, texts = [one for one, _ in pairs], [words for _, words in pairs]
    sides = [one for one in ("image", "text") if one in space.encoders]
    if not sides:
        known = ", ".join(space.encoders)
        raise SpaceError(
            "'{space}' encodes {known}: there are no samples here to test that with.",
            space=space.id,
            known=known,
        )
    if len(sides) == 2:
        left, per_picture = _timed(space, "image", pictures)
        right, per_text = _timed(space, "text", texts)
    elif sides == ["image"]:
        left, per_picture = _timed(space, "image", pictures)
        right, per_text = space.encode_contents("image", [_cropped(one) for one in pictures]), 0.0
    else:
        left, per_text = _timed(space, "text", texts)
        right, per_picture = space.encode_contents("text", [f"This is {one}" for one in texts]), 0.0
    scores = left @ right.T
    places, device = np.arange(len(pairs)), _device(space)
    return SelfTest(
        space.id,
        len(pairs),
        float((scores.argmax(axis=1) == places).mean()) if len(pairs) else 0.0,
        float((scores.argmax(axis=0) == places).mean()) if len(pairs) else 0.0,
        per_picture,
        per_text,
        alone="" if len(sides) == 2 else sides[0],
        device=device,
        memory=max(0, _taken(device) - (0 if device.startswith("cuda") else before)),
    )


def _cropped(picture: Pixels) -> Pixels:
    height, width = picture.shape[:2]
    top, left = height // 12, width // 12
    return np.ascontiguousarray(picture[top : height - top, left : width - left])


def _device(space: Space) -> str:
    for encoder in space.encoders.values():
        device = getattr(encoder, "device", None)
        if isinstance(device, Device):
            return f"{device.name}, {device.precision}"
    return "cpu, float32"


def _taken(device: str) -> int:
    """Bytes of memory taken: of the card at the most so far, else of the machine by this process.

    0 where that is not told.
    """
    if device.startswith("cuda"):
        import torch

        return int(torch.cuda.max_memory_allocated(device.partition(",")[0]))
    try:
        with open("/proc/self/statm", encoding="ascii") as stream:  # noqa: PTH123 - no file of ours
            pages = int(stream.read().split()[1])
    except (OSError, ValueError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def _timed(space: Space, content: str, contents: Sequence[object]) -> tuple[Vectors, float]:
    space.encode_contents(content, contents[:1])  # the first call loads and compiles
    began = time.perf_counter()
    vectors = space.encode_contents(content, contents)
    return vectors, (time.perf_counter() - began) / max(len(contents), 1)
