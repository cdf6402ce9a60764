"""An explanation as a picture: the words' maps side by side over the media, as pixels or SVG."""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

import numpy as np
from cmap import Colormap
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from explorer.bundled import assets_folder
from explorer.core.media import Pixels
from explorer.core.tokens import GridLayout
from explorer.lenses.explanation.methods import METHODS
from explorer.lenses.word_patch import Comparison, Explanation, WordMap

Upsampling = Literal["smooth", "nearest"]

MARGIN, CAPTION, SCALE_HEIGHT, TITLE = 12, 26, 44, 26
BACKGROUND, TEXT, QUIET = (27, 27, 29), (232, 232, 234), (162, 162, 169)
ACCENT = (242, 169, 59)
COLUMNS = 4
NO_BETTER = "no better than random"


def heat_layer(
    heat: NDArray[np.float32],
    layout: GridLayout,
    size: tuple[int, int],
    top: float,
    *,
    opacity: float = 0.8,
    upsampling: Upsampling = "smooth",
    threshold: float = 0.0,
    reverse: bool = False,
) -> NDArray[np.uint8]:
    """One map as a layer to lay over a picture: uint8 RGBA (height, width, 4).

    Parameters
    ----------
    heat
        float32 (rows, cols); zero and below are transparent.
    size
        (width, height) of the picture.
    top
        The value that gets the end of the colour range; one for all words of a picture.
    upsampling
        ``"nearest"`` shows the true grid.
    threshold
        Share of `top` under which nothing is shown.
    reverse
        Whether the most is dark, for a light ground.
    """
    width, height = size
    left, up, right, down = layout.box
    box = round(left * width), round(up * height), round(right * width), round(down * height)
    share = np.clip(heat / max(top, 1e-9), 0, 1).astype(np.float32)
    how = Image.Resampling.BICUBIC if upsampling == "smooth" else Image.Resampling.NEAREST
    inside = max(1, box[2] - box[0]), max(1, box[3] - box[1])
    fine = np.asarray(Image.fromarray(share).resize(inside, how)).clip(0, 1)
    # Of a sound's cells some may lie above or after what the spectrogram shows.
    fine = fine[max(0, -box[1]) : height - box[1], max(0, -box[0]) : width - box[0]]
    # The dark end of the range would only dim the picture: it fades out instead.
    alpha = opacity * np.clip(fine * 1.6 - 0.08, 0, 1) * (fine >= threshold)
    layer = np.zeros((height, width, 4), np.uint8)
    first_row, first_col = max(0, box[1]), max(0, box[0])
    rows, cols = fine.shape
    part = layer[first_row : first_row + rows, first_col : first_col + cols]
    places = 0.95 - 0.75 * fine if reverse else 0.25 + 0.75 * fine
    part[..., :3] = (Colormap("magma")(places)[..., :3] * 255).round()
    part[..., 3] = (alpha * 255).round()
    return layer


def heat_over(
    picture: Pixels, heat: NDArray[np.float32], layout: GridLayout, top: float, opacity: float = 0.8
) -> Pixels:
    """A picture with one map over it; see `heat_layer`."""
    height, width = picture.shape[:2]
    layer = heat_layer(heat, layout, (width, height), top, opacity=opacity).astype(np.float32)
    share = layer[..., 3:] / 255
    return (picture * (1 - share) + layer[..., :3] * share).round().astype(np.uint8)


@dataclass(frozen=True, slots=True)
class Panel:
    """One place of a sheet: a picture or a map over it, its caption, and a note in quiet type."""

    caption: str
    note: str = ""
    word: WordMap | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """Small multiples of one explanation, laid out; the same for every format.

    ``small`` is the picture at the size of a panel.
    """

    explanation: Explanation
    small: Pixels
    panels: tuple[Panel, ...]
    title: str

    @property
    def columns(self) -> int:
        """Panels in a line."""
        return len(self.panels) if len(self.panels) <= COLUMNS + 1 else COLUMNS

    @property
    def cell(self) -> tuple[int, int]:
        """Width and height that a panel takes with what is around it."""
        height, width = self.small.shape[:2]
        return width + MARGIN, height + CAPTION + MARGIN

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        lines = -(-len(self.panels) // self.columns)
        width, height = self.cell
        return (
            self.columns * width + MARGIN,
            TITLE + lines * height + MARGIN + SCALE_HEIGHT,
        )

    def corner(self, place: int) -> tuple[int, int]:
        """Left upper corner of a panel."""
        line, column = divmod(place, self.columns)
        width, height = self.cell
        return MARGIN + column * width, TITLE + MARGIN + line * height


def sheet_of(picture: Pixels, explanation: Explanation, side: int, title: str = "") -> Sheet:
    """Lay out the picture itself and a panel for each content word.

    Function words have no panel: their maps say nothing that one could see.
    """
    shrunk = Image.fromarray(picture)
    scale = side / max(shrunk.size)
    size = max(1, round(shrunk.width * scale)), max(1, round(shrunk.height * scale))
    small = np.asarray(shrunk.resize(size, Image.Resampling.LANCZOS))
    panels = [Panel(" ".join(one.word for one in explanation.words))]
    panels += [
        Panel(f"{one.word}  {one.score:.3f}", _note(one), one)
        for one in explanation.words
        if one.content
    ]
    return Sheet(explanation, small, tuple(panels), title or METHODS[explanation.method].title)


def _note(word: WordMap) -> str:
    if word.score <= 0:
        return "other words say more"
    belief = word.faithfulness
    return NO_BETTER if belief is not None and belief.better_than_random is False else ""


def heat_picture(
    picture: Pixels, explanation: Explanation, side: int = 300, title: str = ""
) -> Image.Image:
    """Small multiples: one panel per word, one colour range, its scale below."""
    sheet = sheet_of(picture, explanation, side, title)
    drawn = Image.new("RGB", sheet.size, BACKGROUND)
    draw = ImageDraw.Draw(drawn)
    draw.text((MARGIN, MARGIN - 2), sheet.title, TEXT, _font(15, "SemiBold"))
    width = sheet.small.shape[1]
    for place, panel in enumerate(sheet.panels):
        x, y = sheet.corner(place)
        drawn.paste(Image.fromarray(_shown(sheet, panel)), (x, y))
        below = y + sheet.small.shape[0] + 6
        note_font = _font(11)
        room = width - (draw.textlength(panel.note, note_font) + 8 if panel.note else 0)
        draw.text((x, below), _cut(draw, panel.caption, room), TEXT, _font(13))
        draw.text((x + width, below + 2), panel.note, ACCENT, note_font, anchor="ra")
    _draw_scale(drawn, draw, explanation)
    return drawn


def heat_pictures(picture: Pixels, comparison: Comparison, side: int = 220) -> Image.Image:
    """The sheets of several methods below each other, the best one marked."""
    sheets = [
        heat_picture(picture, one, side, method_title(one, comparison.best))
        for one in comparison.explanations
    ]
    size = max(one.width for one in sheets), sum(one.height for one in sheets)
    drawn = Image.new("RGB", size, BACKGROUND)
    y = 0
    for one in sheets:
        drawn.paste(one, (0, y))
        y += one.height
    return drawn


def method_title(explanation: Explanation, best: str) -> str:
    """A method's name, with a word where it is the best for this picture."""
    end = " · the most faithful here" if explanation.method == best else ""
    return METHODS[explanation.method].title + end


def _shown(sheet: Sheet, panel: Panel) -> Pixels:
    if panel.word is None:
        return sheet.small
    explanation = sheet.explanation
    return heat_over(sheet.small, panel.word.map, explanation.layout, explanation.top)


def _cut(draw: ImageDraw.ImageDraw, text: str, room: float) -> str:
    font = _font(13)
    if draw.textlength(text, font) <= room:
        return text
    while text and draw.textlength(text + "…", font) > room:
        text = text[:-1]
    return text.rstrip() + "…"


def _font(size: int, weight: str = "Regular") -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(assets_folder() / "fonts" / f"Inter-{weight}.ttf"), size)


def belief_line(explanation: Explanation) -> str:
    """Deletion, insertion and the comparison with random maps in one line."""
    belief = explanation.faithfulness
    if np.isnan(belief.deletion):
        return ""
    line = f"whole text: deletion {belief.deletion:.2f}, insertion {belief.insertion:.2f}"
    if belief.better_than_random is None:
        return line
    return line + (", better than random" if belief.better_than_random else f", {NO_BETTER}")


def _ramp(width: int) -> NDArray[np.uint8]:
    """Colours as they show over the background: uint8 (1, width, 4)."""
    line = np.linspace(0, 1, width, dtype=np.float32)[np.newaxis]
    return heat_layer(line, GridLayout(1, width), (width, 1), 1.0, upsampling="nearest")


def _draw_scale(drawn: Image.Image, draw: ImageDraw.ImageDraw, explanation: Explanation) -> None:
    y, width = drawn.height - SCALE_HEIGHT + 6, min(200, drawn.width - 2 * MARGIN)
    ramp = Image.fromarray(_ramp(width)).resize((width, 8))
    drawn.paste(ramp, (MARGIN, y), ramp)
    font = _font(11)
    draw.text((MARGIN, y + 12), "0", QUIET, font)
    draw.text((MARGIN + width, y + 12), f"{explanation.top:.3f}", QUIET, font, anchor="ra")
    note = belief_line(explanation)
    if drawn.width > width + draw.textlength(note, font) + 3 * MARGIN:
        draw.text((MARGIN * 2 + width, y - 3), note, QUIET, font)


# --- SVG ----------------------------------------------------------------------------------------


def heat_svg(picture: Pixels, explanation: Explanation, side: int = 300, title: str = "") -> str:
    """The same sheet as SVG: words stay text, maps stay layers of their own."""
    sheet = sheet_of(picture, explanation, side, title)
    height, width = sheet.small.shape[:2]
    parts = [_svg_text(MARGIN, MARGIN + 12, sheet.title, TEXT, 15, weight=600)]
    for place, panel in enumerate(sheet.panels):
        x, y = sheet.corner(place)
        parts.append(_svg_image(data_uri(sheet.small, "JPEG"), x, y, width, height))
        if panel.word is not None:
            layer = heat_layer(panel.word.map, explanation.layout, (width, height), explanation.top)
            parts.append(_svg_image(data_uri(layer, "PNG"), x, y, width, height))
        below = y + height + 18
        parts.append(_svg_text(x, below, panel.caption, TEXT, 13))
        if panel.note:
            parts.append(_svg_text(x + width, below, panel.note, ACCENT, 11, anchor="end"))
    bottom = sheet.size[1] - SCALE_HEIGHT + 6
    parts.append(_svg_image(data_uri(_ramp(200), "PNG"), MARGIN, bottom, 200, 8))
    parts.append(_svg_text(MARGIN, bottom + 22, "0", QUIET, 11))
    top = f"{explanation.top:.3f}"
    parts.append(_svg_text(MARGIN + 200, bottom + 22, top, QUIET, 11, anchor="end"))
    parts.append(_svg_text(MARGIN * 2 + 200, bottom + 8, belief_line(explanation), QUIET, 11))
    return _svg(sheet.size, parts)


def _svg(size: tuple[int, int], parts: Sequence[str]) -> str:
    width, height = size
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}">\n'
        f'<rect width="{width}" height="{height}" fill="{_hex(BACKGROUND)}"/>\n'
        + "\n".join(parts)
        + "\n</svg>\n"
    )


def _svg_image(uri: str, x: int, y: int, width: int, height: int) -> str:
    return (
        f'<image x="{x}" y="{y}" width="{width}" height="{height}" '
        f'preserveAspectRatio="none" href="{uri}"/>'
    )


def _svg_text(
    x: int, y: int, text: str, colour: tuple[int, int, int], size: int, *, anchor: str = "start",
    weight: int = 400,
) -> str:  # fmt: skip
    return (
        f'<text x="{x}" y="{y}" fill="{_hex(colour)}" font-family="Inter, sans-serif" '
        f'font-size="{size}" font-weight="{weight}" text-anchor="{anchor}">{escape(text)}</text>'
    )


def _hex(colour: tuple[int, int, int]) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)


def data_uri(pixels: NDArray[np.uint8], kind: Literal["PNG", "JPEG"]) -> str:
    """Pixels as an address that holds them."""
    written = io.BytesIO()
    Image.fromarray(pixels).save(written, kind, quality=88)
    return f"data:image/{kind.lower()};base64,{base64.b64encode(written.getvalue()).decode()}"
