"""An explanation as a picture: the words' maps side by side over the media."""

from __future__ import annotations

import math

import numpy as np
from cmap import Colormap
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from explorer.core.media import Pixels
from explorer.core.tokens import GridLayout
from explorer.lenses.word_patch import Explanation

MARGIN, CAPTION, SCALE_HEIGHT = 12, 26, 40
BACKGROUND, TEXT, QUIET = (27, 27, 29), (232, 232, 234), (162, 162, 169)


def heat_over(
    picture: Pixels,
    heat: NDArray[np.float32],
    layout: GridLayout,
    top: float,
    opacity: float = 0.75,
) -> Pixels:
    """A picture with one map over it.

    Parameters
    ----------
    heat
        float32 (rows, cols); zero and below are transparent.
    top
        The value that gets the end of the colour range; one for all words of a picture.
    """
    height, width = picture.shape[:2]
    left, up, right, down = layout.box
    box = round(left * width), round(up * height), round(right * width), round(down * height)
    share = np.clip(heat / max(top, 1e-9), 0, 1)
    size = box[2] - box[0], box[3] - box[1]
    fine = np.asarray(Image.fromarray(share).resize(size, Image.Resampling.BICUBIC)).clip(0, 1)
    colours = Colormap("magma")(fine)[..., :3] * 255
    alpha = opacity * np.minimum(fine * 2, 1)[..., None]
    shown = picture.astype(np.float32)
    part = shown[box[1] : box[3], box[0] : box[2]]
    part[:] = part * (1 - alpha) + colours * alpha
    return shown.astype(np.uint8)


def heat_picture(picture: Pixels, explanation: Explanation, side: int = 300) -> Image.Image:
    """Small multiples: one panel per word, one colour range, its scale below."""
    small = Image.fromarray(picture)
    small.thumbnail((side, side))
    shrunk = np.asarray(small)
    top = max((one.score for one in explanation.words), default=1.0)
    columns = min(4, max(1, math.ceil(math.sqrt(len(explanation.words)))))
    lines = math.ceil(len(explanation.words) / columns)
    cell = small.width + MARGIN, small.height + CAPTION + MARGIN
    size = columns * cell[0] + MARGIN, lines * cell[1] + MARGIN + SCALE_HEIGHT
    sheet = Image.new("RGB", size, BACKGROUND)
    draw = ImageDraw.Draw(sheet)
    font = ImageFont.load_default(14)
    for position, one in enumerate(explanation.words):
        row, column = divmod(position, columns)
        x, y = MARGIN + column * cell[0], MARGIN + row * cell[1]
        panel = heat_over(shrunk, one.map, explanation.layout, top)
        sheet.paste(Image.fromarray(panel), (x, y))
        caption = f"{one.word}  {one.score:.3f}"
        draw.text((x, y + small.height + 5), caption, TEXT, font)
    _draw_scale(sheet, draw, top, explanation)
    return sheet


def _draw_scale(
    sheet: Image.Image, draw: ImageDraw.ImageDraw, top: float, explanation: Explanation
) -> None:
    y, width = sheet.height - SCALE_HEIGHT + 6, min(220, sheet.width - 2 * MARGIN)
    ramp = Colormap("magma")(np.linspace(0, 1, width))[:, :3] * 255
    strip = np.repeat(ramp[None].astype(np.uint8), 8, axis=0)
    sheet.paste(Image.fromarray(strip), (MARGIN, y))
    font = ImageFont.load_default(11)
    draw.text((MARGIN, y + 12), "0", QUIET, font)
    draw.text((MARGIN + width, y + 12), f"{top:.3f}", QUIET, font, anchor="ra")
    belief = explanation.faithfulness
    note = f"deletion {belief.deletion:.2f}  insertion {belief.insertion:.2f}"
    if sheet.width > width + 260:
        draw.text((MARGIN * 2 + width, y), note, QUIET, font)
