"""Which names are shown, and where, so that none lies over another."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from explorer.ui.map.viewport import Viewport

Size = tuple[float, float]
Box = tuple[float, float, float, float]


EDGE = 4.0
COARSER_KEPT = 1.75
"""So many levels above that of the zoom are still named; those above would fill the window."""
DEEPER = 0.9
"""Below the deepest level names go on to leave for so long; its own stay at any zoom."""


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
    key
        What the name stands for, told when it is clicked.
    """

    x: float
    y: float
    text: str
    level: int = 0
    key: str = ""


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
    depth = depth_of(view, fitted_scale)
    shown: list[PlacedLabel] = []
    boxes = list(taken)
    deepest = max((label.level for label in labels), default=0)
    # The names of what is much larger than the window would stand for what they are not.
    coarsest = min(depth, deepest + DEEPER) - COARSER_KEPT
    for label in sorted(labels, key=lambda each: each.level):
        if label.level > 0 and label.level > depth:
            break
        if label.level < coarsest:
            continue
        x, y = view.to_pixels([(label.x, label.y)])[0]
        width, height = measure(label)
        box = (
            _inside(float(x), width, view.width),
            _inside(float(y), height, view.height),
            width,
            height,
        )
        outside = (
            box[0] > view.width or box[1] > view.height or box[0] + width < 0 or box[1] + height < 0
        )
        if outside or any(_overlap(box, other, gap) for other in boxes):
            continue
        boxes.append(box)
        shown.append(PlacedLabel(label, box))
    return shown


def _inside(middle: float, length: float, room: float) -> float:
    """Where a box of this length begins so that it can be read whole, if its middle is in view."""
    start = middle - length / 2
    if 0 <= middle <= room:
        start = max(min(start, room - length - EDGE), EDGE)
    return start


def depth_of(view: Viewport, fitted_scale: float) -> float:
    """How near one is: 0 where all is in view, 1 more at each doubling of the zoom."""
    return math.log2(max(view.scale / max(fitted_scale, 1e-12), 1e-6)) + 0.25


def _overlap(a: Box, b: Box, gap: float) -> bool:
    return (
        a[0] < b[0] + b[2] + gap
        and b[0] < a[0] + a[2] + gap
        and a[1] < b[1] + b[3] + gap
        and b[1] < a[1] + a[3] + gap
    )
