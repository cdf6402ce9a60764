"""Items in the order a view shows them, with what the query says about each, as a table."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from explorer.collection.collection import Collection
from explorer.collection.item_table import ItemTable
from explorer.collection.ranking import Ranking
from explorer.core.errors import CollectionError
from explorer.core.selection import Rows
from explorer.jobs import Control
from explorer.store.pathtext import shown_text


def write_hits(
    collection: Collection,
    items: ItemTable,
    rows: Rows,
    ranking: Ranking | None,
    file: Path,
    control: Control,
) -> int:
    """Write F.csv or F.parquet; how many items are in it.

    Columns: place, item, path, part, title, modality, tags (joined by "; "), rating, note; with a
    query also score, percentile and a column for what each of its terms adds.

    Parameters
    ----------
    rows
        int64 (m,), rows of the item table in the order to write.
    ranking
        The answer to the query; rows that are not in it have no score.

    Raises
    ------
    CollectionError
        If the file's name ends otherwise, or it cannot be written.
    """
    import pyarrow as pa
    from pyarrow import csv, parquet

    if file.suffix.lower() not in (".csv", ".parquet"):
        raise CollectionError(
            "{name} is no table: let its name end in .csv or .parquet.", name=file.name
        )
    ids = [str(one) for one in items.ids[rows]]
    marks = collection.marks(ids)
    control.check()
    columns: dict[str, object] = {
        "place": np.arange(1, len(rows) + 1),
        "item": ids,
        "path": [shown_text(str(one)) for one in items.paths[rows]],
        "part": [shown_text(str(one)) for one in items.parts[rows]],
        "title": [str(one) for one in items.titles[rows]],
        "modality": [items.modality(int(row)) for row in rows],
        "tags": ["; ".join(marks[one].tags) for one in ids],
        "rating": [marks[one].rating for one in ids],
        "note": [marks[one].note for one in ids],
    }
    if ranking is not None:
        columns |= _answers(rows, ranking, len(items))
    control.check()
    table = pa.table(columns)
    temporary = file.with_name(f".{file.name}.part")
    try:
        if file.suffix.lower() == ".csv":
            csv.write_csv(table, temporary)
        else:
            parquet.write_table(table, temporary)
        temporary.replace(file)
    except OSError as error:
        raise CollectionError(
            "{file} cannot be written: {reason}.", file=file, reason=error.strerror or error
        ) from error
    finally:
        temporary.unlink(missing_ok=True)
    return len(rows)


def _answers(rows: Rows, ranking: Ranking, count: int) -> dict[str, object]:
    """Score, percentile and contributions of each row; NaN where the query says nothing."""
    at = np.full(count, -1, np.int64)
    at[ranking.rows] = np.arange(len(ranking))
    places = at[rows]
    known = places >= 0

    def column(values: np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> object:
        full = np.full(len(rows), np.nan, np.float32)
        full[known] = values[places[known]]
        return full

    columns = {"score": column(ranking.scores), "percentile": column(ranking.percentiles)}
    for number, term in enumerate(ranking.terms):
        name = term if term not in columns else f"{term} ({number + 1})"
        columns[f"term: {name}"] = column(ranking.contributions[number])
    return columns
