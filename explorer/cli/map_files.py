"""Writes a collection's map as Parquet, PNG or HTML."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from explorer.collection.collection import Collection
from explorer.collection.item_table import ItemTable
from explorer.core.errors import CollectionError
from explorer.jobs import Control
from explorer.lenses.map_page import MAX_THUMBNAILS, map_page
from explorer.lenses.projection import Method
from explorer.ui.map.point_index import index_points
from explorer.ui.map.raster import LIT, Ink, Points, Raster, warm_up
from explorer.ui.map.viewport import Viewport
from explorer.viewstate.placing import Placed, Rows, place_items

Floats = NDArray[np.float32]
PICTURE_SIZE, MARGIN = (1600, 1200), 40
COLOURS = {"image": (181, 201, 90), "text": (143, 124, 240), "audio": (70, 184, 176)}
OTHER = (162, 162, 169)
KINDS = {name: number for number, name in enumerate(COLOURS)}
"""Colours of the kinds of media, as in the window."""


def write_map(collection: Collection, method: Method, file: Path, control: Control) -> int:
    """Lay a collection out and write the map; how many items are on it.

    Raises
    ------
    CollectionError
        If nothing in the collection has a vector.
    """
    items = collection.items()
    placed = place_items(collection, items, method, afresh=False, control=control)
    if placed is None:
        raise CollectionError(
            f"There is nothing in '{collection.name}' to lay out yet. Index a folder first."
        )
    rows, projection = placed
    whole = np.isfinite(projection.coordinates).all(axis=1) & items.present[rows]
    if file.suffix.lower() == ".parquet":
        _write_parquet(items, placed, file)
    elif file.suffix.lower() == ".png":
        _write_picture(items, rows[whole], projection.coordinates[whole], file)
    else:
        _write_page(collection, items, rows[whole], projection.coordinates[whole], file)
    return int(whole.sum())


def _write_parquet(items: ItemTable, placed: Placed, file: Path) -> None:
    import pyarrow as pa
    from pyarrow import parquet

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
    parquet.write_table(pa.table(columns), file)


def _write_picture(items: ItemTable, rows: Rows, coordinates: Floats, file: Path) -> None:
    warm_up()
    index = index_points(coordinates)
    palette = np.asarray([COLOURS.get(name, OTHER) for name in items.modalities], np.uint8)
    rgba = np.full((len(index.order), 4), 255, np.uint8)
    rgba[:, :3] = palette[items.modality_codes[rows[index.order]]]
    points = Points(index, rgba, np.full(len(rgba), LIT, np.uint8))
    width, height = PICTURE_SIZE
    view = Viewport(width=width, height=height).fitted(index.bounds, MARGIN)
    raster = Raster()
    try:
        image = raster.draw(points, view, Ink())
    finally:
        raster.close()
    Image.fromarray(image[..., :3]).save(file)


def _write_page(
    collection: Collection, items: ItemTable, rows: Rows, coordinates: Floats, file: Path
) -> None:
    step = max(1, -(-len(rows) // MAX_THUMBNAILS))
    shown = {str(items.ids[rows[at]]): at for at in range(0, len(rows), step)}
    thumbnails = collection.thumbnails(list(shown))
    page = map_page(
        collection.name,
        coordinates,
        [str(items.titles[row]) for row in rows],
        [KINDS.get(items.modality(row), len(KINDS)) for row in rows],
        {shown[item_id]: data for item_id, data in thumbnails.items() if data},
    )
    file.write_text(page, encoding="utf-8")
