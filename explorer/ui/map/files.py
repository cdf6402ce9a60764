"""Writes a collection's map as a table, a picture, a drawing or a page. No Qt in here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from xml.sax.saxutils import escape

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from explorer.bundled import assets_folder
from explorer.collection.collection import Collection
from explorer.collection.item_table import ItemTable
from explorer.collection.stored_clusters import StoredClusters
from explorer.core.errors import CollectionError
from explorer.jobs import Control
from explorer.lenses.contours import GroupShape
from explorer.lenses.map_page import MAX_THUMBNAILS, map_page
from explorer.lenses.projection import Method
from explorer.ui.map.group_names import group_labels, shapes_of
from explorer.ui.map.labels import Label, PlacedLabel, place_labels
from explorer.ui.map.point_index import PointIndex, index_points
from explorer.ui.map.raster import LIT, Ink, Points, Raster, warm_up
from explorer.ui.map.viewport import Viewport
from explorer.viewstate.clustering import group_items
from explorer.viewstate.placing import Placed, Rows, place_items
from explorer.viewstate.semantic_axes import SemanticAxes

Floats = NDArray[np.float32]
FORMS = (".html", ".png", ".svg", ".csv", ".parquet")
PICTURE_SIZE, MARGIN = (1600, 1200), 40
COLOURS = {"image": (181, 201, 90), "text": (143, 124, 240), "audio": (70, 184, 176)}
NAME_SIZES = (26, 19, 15)
"""Type sizes of names in a picture, by level."""
FONT = "Inter-SemiBold.ttf"
OUTLINE = (92, 92, 98)
OTHER = (162, 162, 169)
KINDS = {name: number for number, name in enumerate(COLOURS)}
"""Colours of the kinds of media, as in the window."""


def write_map(
    collection: Collection,
    method: Method,
    file: Path,
    contents: Mapping[str, str],
    control: Control,
    axes: SemanticAxes | None = None,
) -> int:
    """Lay a collection out and write the map with its groups; how many items are on it.

    Parameters
    ----------
    contents
        By modality, what it is made of: ``"image"``, ``"text"``, ``"audio"``.
    axes
        What a map by axes runs between.

    Raises
    ------
    CollectionError
        If nothing in the collection has a vector, or the file cannot be written.
    """
    items = collection.items()
    placed = place_items(collection, items, method, axes=axes, afresh=False, control=control)
    if placed is None:
        raise CollectionError(
            f"There is nothing in '{collection.name}' to lay out yet. Index a folder first."
        )
    rows, projection = placed
    clusters = group_items(collection, items, control)
    shapes = _shapes(clusters, rows, projection.coordinates, len(items))
    labels = [] if clusters is None else group_labels(clusters, shapes)
    whole = np.isfinite(projection.coordinates).all(axis=1) & items.present[rows]
    suffix, kinds = file.suffix.lower(), [contents.get(one, one) for one in items.modalities]
    try:
        if suffix in (".parquet", ".csv"):
            _write_table(items, placed, clusters, file)
        elif suffix == ".html":
            places = projection.coordinates[whole]
            _write_page(collection, items, kinds, rows[whole], places, labels, file)
        elif suffix in (".png", ".svg"):
            drawn = _Drawn(
                items, kinds, rows[whole], projection.coordinates[whole], labels, shapes[:1],
                axes if method == "axes" else None,
            )  # fmt: skip
            (_write_picture if suffix == ".png" else _write_drawing)(drawn, file)
        else:
            raise CollectionError(
                f"{file.name} is no form of a map: let its name end in one of {', '.join(FORMS)}."
            )
    except OSError as error:
        raise CollectionError(f"{file} cannot be written: {error.strerror or error}.") from error
    return int(whole.sum())


@dataclass(frozen=True, eq=False)
class _Drawn:
    """What a picture shows, and from where."""

    items: ItemTable
    kinds: list[str]
    rows: Rows
    coordinates: Floats
    labels: list[Label]
    shapes: list[list[GroupShape | None]]
    axes: SemanticAxes | None

    @cached_property
    def index(self) -> PointIndex:
        return index_points(self.coordinates)

    @cached_property
    def view(self) -> Viewport:
        width, height = PICTURE_SIZE
        margin = MARGIN if self.axes is None else 2 * MARGIN
        return Viewport(width=width, height=height).fitted(self.index.bounds, margin)

    def outlines(self) -> list[list[tuple[float, float]]]:
        """Corners of the outlines of the largest groups, in pixels."""
        shapes = [shape for level in self.shapes for shape in level if shape is not None]
        return [
            [(float(x), float(y)) for x, y in self.view.to_pixels(line)]
            for shape in shapes
            for line in shape.lines
        ]

    def names(self) -> list[PlacedLabel]:
        """Names that lie clear of each other, and the phrases at the ends of axes."""

        def measure(label: Label) -> tuple[float, float]:
            font = _font(label)
            return float(font.getlength(label.text)), float(font.size * 1.3)

        taken = []
        ends = self._ends()
        for label in ends:
            x, y = self.view.to_pixels([(label.x, label.y)])[0]
            width, height = measure(label)
            taken.append((x - width / 2, y - height / 2, width, height))
        placed = place_labels(self.labels, self.view, self.view.scale, measure, taken)
        return placed + place_labels(ends, self.view, self.view.scale, measure)

    def _ends(self) -> list[Label]:
        if self.axes is None:
            return []
        left, bottom, right, top = self.view.bounds
        x, y = (left + right) / 2, (bottom + top) / 2
        edge = MARGIN / self.view.scale
        places = {
            self.axes.left: (left + edge, y), self.axes.right: (right - edge, y),
            self.axes.bottom: (x, bottom + edge), self.axes.top: (x, top - edge),
        }  # fmt: skip
        return [Label(*place, phrase) for phrase, place in places.items() if phrase]


def _shapes(
    clusters: StoredClusters | None, rows: Rows, coordinates: Floats, count: int
) -> list[list[GroupShape | None]]:
    places = np.full((count, 2), np.nan, np.float32)
    places[rows] = coordinates
    return shapes_of(clusters, places)


@lru_cache
def _typeface(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(assets_folder() / "fonts" / FONT), size)


def _font(label: Label) -> ImageFont.FreeTypeFont:
    return _typeface(NAME_SIZES[min(label.level, len(NAME_SIZES) - 1)])


def _write_table(
    items: ItemTable, placed: Placed, clusters: StoredClusters | None, file: Path
) -> None:
    import pyarrow as pa
    from pyarrow import csv, parquet

    rows, projection = placed
    columns = {
        "item": [str(items.ids[row]) for row in rows],
        "path": [str(items.paths[row]) for row in rows],
        "title": [str(items.titles[row]) for row in rows],
        "modality": [items.modality(row) for row in rows],
        "x": projection.coordinates[:, 0],
        "y": projection.coordinates[:, 1],
        "trust": projection.trust if projection.trust is not None else [None] * len(rows),
    }
    for level, names in enumerate(() if clusters is None else clusters.names):
        assert clusters is not None
        groups = clusters.of_table(len(items), level)[rows]
        columns[f"group_{level + 1}"] = [names[one] if one >= 0 else None for one in groups]
    table = pa.table(columns)
    if file.suffix.lower() == ".csv":
        csv.write_csv(table, file)
    else:
        parquet.write_table(table, file)


def _write_picture(drawn: _Drawn, file: Path) -> None:
    warm_up()
    palette = np.asarray([COLOURS.get(kind, OTHER) for kind in drawn.kinds], np.uint8)
    rgba = np.full((len(drawn.index.order), 4), 255, np.uint8)
    rgba[:, :3] = palette[drawn.items.modality_codes[drawn.rows[drawn.index.order]]]
    points = Points(drawn.index, rgba, np.full(len(rgba), LIT, np.uint8))
    raster = Raster()
    try:
        image = Image.fromarray(raster.draw(points, drawn.view, Ink())[..., :3])
    finally:
        raster.close()
    pen = ImageDraw.Draw(image)
    for outline in drawn.outlines():
        pen.line(outline, fill=OUTLINE, width=2, joint="curve")
    for name in drawn.names():
        left, top, _, _ = name.box
        pen.text(
            (left, top), name.label.text, fill=Ink().grey, font=_font(name.label),
            stroke_width=3, stroke_fill=Ink().background,
        )  # fmt: skip
    image.save(file)


def _write_drawing(drawn: _Drawn, file: Path) -> None:
    """One circle a point, with its title, to be set in print or taken apart."""
    width, height = PICTURE_SIZE
    x, y = drawn.view.to_pixels(drawn.coordinates).T
    palette = ["#{:02x}{:02x}{:02x}".format(*COLOURS.get(kind, OTHER)) for kind in drawn.kinds]
    items = drawn.items
    with file.open("w", encoding="utf-8") as stream:
        stream.write(
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">\n'
            f'<rect width="{width}" height="{height}" fill="#1b1b1d"/>\n'
        )
        for at, row in enumerate(drawn.rows):
            title = escape(str(items.titles[row]))
            colour = palette[items.modality_codes[row]]
            stream.write(
                f'<circle cx="{x[at]:.1f}" cy="{y[at]:.1f}" r="3" fill="{colour}">'
                f"<title>{title}</title></circle>\n"
            )
        colour = "#{:02x}{:02x}{:02x}".format(*OUTLINE)
        for outline in drawn.outlines():
            corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in outline)
            stream.write(f'<polyline points="{corners}" fill="none" stroke="{colour}"/>\n')
        for name in drawn.names():
            left, top, wide, high = name.box
            stream.write(
                f'<text x="{left + wide / 2:.1f}" y="{top + high * 0.75:.1f}" fill="#e8e8ea" '
                f'stroke="#1b1b1d" stroke-width="5" paint-order="stroke" text-anchor="middle" '
                f'font-family="Inter, sans-serif" font-size="{_font(name.label).size}">'
                f"{escape(name.label.text)}</text>\n"
            )
        stream.write("</svg>\n")


def _write_page(
    collection: Collection,
    items: ItemTable,
    kinds: list[str],
    rows: Rows,
    coordinates: Floats,
    labels: list[Label],
    file: Path,
) -> None:
    step = max(1, -(-len(rows) // MAX_THUMBNAILS))
    shown = {str(items.ids[rows[at]]): at for at in range(0, len(rows), step)}
    thumbnails = collection.thumbnails(list(shown))
    page = map_page(
        collection.name,
        coordinates,
        [str(items.titles[row]) for row in rows],
        [KINDS.get(kinds[code], len(KINDS)) for code in items.modality_codes[rows]],
        {shown[item_id]: data for item_id, data in thumbnails.items() if data},
        [(label.x, label.y, label.text, label.level) for label in labels],
    )
    file.write_text(page, encoding="utf-8")
