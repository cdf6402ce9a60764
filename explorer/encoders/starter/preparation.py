"""How a picture is brought to the size that the visual stream sees; runs in worker processes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image

from explorer.core.media import Pixels
from explorer.encoders.starter.architecture import STRIDE

WHITE = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class FitSquare:
    """The whole picture, in proportion, centred on a white square.

    Nothing is cut off and nothing is stretched; on drawings this was measured to find more than
    squashing or cropping (see ``assets/starter/README.md``).

    Parameters
    ----------
    side
        Of the square, in pixels.
    """

    side: int = 224

    def __call__(self, content: Pixels) -> Pixels:
        """Uint8 RGB (height, width, 3) to uint8 RGB (side, side, 3)."""
        height, width = content.shape[:2]
        scale = self.side / max(height, width)
        size = max(1, round(width * scale)), max(1, round(height * scale))
        square = Image.new("RGB", (self.side, self.side), WHITE)
        corner = (self.side - size[0]) // 2, (self.side - size[1]) // 2
        square.paste(_resize(content, size), corner)
        return np.asarray(square)


@dataclass(frozen=True, slots=True)
class FillGrid:
    """The whole picture on a grid of patches that keeps its proportions as nearly as it can.

    The grid covers the picture and nothing else, so that every patch lies where it seems to.

    Parameters
    ----------
    cells
        How many patches the side of a square picture has; others get as many in all.
    longest
        The most patches along one side, for strips.
    """

    cells: int = 10
    longest: int = 20

    def __call__(self, content: Pixels) -> Pixels:
        """Uint8 RGB (height, width, 3) to uint8 RGB whose sides are multiples of 32."""
        height, width = content.shape[:2]
        stretch = (width / height) ** 0.5
        size = self._side(stretch), self._side(1 / stretch)
        return np.asarray(_resize(content, size))

    def _side(self, stretch: float) -> int:
        return min(self.longest, max(1, round(self.cells * stretch))) * STRIDE


@dataclass(frozen=True, slots=True)
class WholeText:
    """The text as it is; words are cut into pieces where the texts of a batch meet.

    Parameters
    ----------
    limit
        Word pieces that are seen of a text; the rest of a longer one is not.
    """

    limit: int = 256

    def __call__(self, content: str) -> str:
        """Text to text."""
        return content


def _resize(content: Pixels, size: tuple[int, int]) -> Image.Image:
    # The reducing gap averages whole pixels first: twice as fast on photos, the same vectors.
    picture = Image.fromarray(content)
    return picture.resize(size, Image.Resampling.BICUBIC, reducing_gap=2.0)
