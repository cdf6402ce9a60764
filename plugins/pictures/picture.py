"""One picture file: opened within limits, decoded once, no larger than is of use."""

from __future__ import annotations

import functools
import math
import warnings
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from explorer import api

from .colour import to_eight_bits, to_srgb
from .formats import candidates, is_heif

ORIENTATION = 0x0112


class Picture:
    """A picture file.

    Parameters
    ----------
    path
        The file.
    limits
        ``max_pixels`` is compared with the size that the file declares; ``useful_side`` allows
        to decode at a reduced size with a shorter side of at least twice that.

    Raises
    ------
    MediaError
        If it is not a picture, or too large.
    """

    def __init__(self, path: Path, limits: api.Limits) -> None:
        self.path = path
        self._side = 2 * limits.useful_side
        self._file = path.open("rb")
        try:
            self.image = _open(path, self._file, limits.max_pixels)
        except BaseException:
            self._file.close()
            raise
        self._turn = self._orientation()
        width, height = self.image.size
        self.width, self.height = (height, width) if self._turn > 4 else (width, height)

    @functools.cached_property
    def pixels(self) -> api.Pixels:
        """uint8 RGB (h, w, 3): upright, in sRGB, on white."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # odd metadata does not spoil a picture
                return self._decode()
        except (api.MediaError, MemoryError):
            raise
        # Each of the codecs has its own idea of what to raise.
        except Exception as error:
            raise api.MediaError(
                self.path, "it is damaged or cut short ({reason})", reason=_detail(error)
            ) from None

    def close(self) -> None:
        """Let go of the file; the pixels stay if they were asked for."""
        self._file.close()

    def scaled(self, side: int) -> api.Pixels:
        """The picture at most `side` pixels a side."""
        from PIL import Image

        if max(self.pixels.shape[:2]) <= side:
            return self.pixels
        image = Image.fromarray(self.pixels)
        image.thumbnail((side, side), Image.Resampling.BICUBIC, reducing_gap=2.0)
        return np.asarray(image)

    def _decode(self) -> api.Pixels:
        from PIL import Image

        image = self.image
        factor = self._factor(image.size)
        if factor > 1:  # only JPEG and a few more can; the others ignore it
            image.draft(image.mode, (image.width // factor, image.height // factor))
        image.load()
        upright = to_eight_bits(image, self._factor(image.size))
        upright = to_srgb(upright, image.info.get("icc_profile"))
        turns = {
            2: Image.Transpose.FLIP_LEFT_RIGHT,
            3: Image.Transpose.ROTATE_180,
            4: Image.Transpose.FLIP_TOP_BOTTOM,
            5: Image.Transpose.TRANSPOSE,
            6: Image.Transpose.ROTATE_270,
            7: Image.Transpose.TRANSVERSE,
            8: Image.Transpose.ROTATE_90,
        }
        if self._turn in turns:
            upright = upright.transpose(turns[self._turn])
        return np.asarray(upright)

    def _factor(self, size: tuple[int, int]) -> int:
        """By how much the picture can shrink and still have all detail that is of use."""
        return max(min(size) // self._side, 1) if self._side else 1

    def _orientation(self) -> int:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                value = self.image.getexif().get(ORIENTATION, 1)
        except Exception:
            return 1
        return value if isinstance(value, int) and 1 <= value <= 8 else 1


def _open(path: Path, file: BinaryIO, max_pixels: int) -> Any:
    from PIL import Image, UnidentifiedImageError

    heif = is_heif(file.read(16))
    file.seek(0)
    if heif:
        import pillow_heif

        pillow_heif.register_heif_opener()
    names = [name for name in candidates(path.suffix.lower()) if name != "HEIF" or heif]
    # Pillow's own limit is for the whole program; the check below is ours.
    Image.MAX_IMAGE_PIXELS = max_pixels
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(file, formats=names)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise _too_large(path, max_pixels) from None
    except UnidentifiedImageError:
        raise api.MediaError(path, "it is not a picture, or its beginning is damaged") from None
    except MemoryError:
        raise
    except Exception as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise  # of the disk, not of the file's content
        raise api.MediaError(
            path, "it is damaged or cut short ({reason})", reason=_detail(error)
        ) from None
    if math.prod(image.size) > max_pixels:
        raise _too_large(path, max_pixels)
    return image


def _too_large(path: Path, max_pixels: int) -> api.MediaError:
    return api.MediaError(
        path,
        "it says it has more than {limit} million pixels, which is the limit",
        limit=round(max_pixels / 1e6),
    )


def _detail(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
