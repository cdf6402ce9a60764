"""Which names are shown, and where, so that none lies over another."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from explorer.ui.map.viewport import Viewport

Size = tuple[float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Label:
    """A name for a place.

    Attributes
    ----------
    x, y
        In map units.
    text
        As it is shown.
    level
        0 for names seen from afar; each level more appears at twice the zoom.
    """

    x: float
    y: float
    text: str
    level: int = 0


@dataclass(frozen=True)
class PlacedLabel:
    """A label and its box on the screen: left, top, width, height in logical pixels."""

    label: Label
    box: Box


def place_labels(
    labels: Sequence[Label],
    view: Viewport,
    fitted_scale: float,
    measure: Callable[[Label], Size],
    taken: Sequence[Box] = (),
    gap: float = 6.0,
) -> list[PlacedLabel]:
    """Place the labels of this zoom around their points, the most important first.

    Parameters
    ----------
    labels
        Those of one level in falling order of importance.
    fitted_scale
        Scale at which the whole map is in view.
    measure
        Tells the width and height of a label in logical pixels.
    taken
        Boxes to keep clear of.
    gap
        Space kept between boxes.
    """
    depth = math.log2(max(view.scale / max(fitted_scale, 1e-12), 1e-6)) + 0.25
    shown: list[PlacedLabel] = []
    boxes = list(taken)
    for label in sorted(labels, key=lambda each: each.level):
        if label.level > 0 and label.level > depth:
            break
        x, y = view.to_pixels([(label.x, label.y)])[0]
        width, height = measure(label)
        box = (float(x) - width / 2, float(y) - height / 2, width, height)
        outside = (
            box[0] > view.width or box[1] > view.height or box[0] + width < 0 or box[1] + height < 0
        )
        if outside or any(_overlap(box, other, gap) for other in boxes):
            continue
        boxes.append(box)
        shown.append(PlacedLabel(label, box))
    return shown


def _overlap(a: Box, b: Box, gap: float) -> bool:
    return (
        a[0] < b[0] + b[2] + gap
        and b[0] < a[0] + a[2] + gap
        and a[1] < b[1] + b[3] + gap
        and b[1] < a[1] + a[3] + gap
    )
