"""Time of the scan and of a whole search over a million vectors, and recall against exact.

    python tests/benchmarks/bench_search.py [--rows N] [--dimension D] [--collection]

The vectors are unit vectors in clusters, as embeddings are; the queries lie near some of them.
``--collection`` also measures a stored collection of this size: opening, ranking, filters, words.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from explorer.core.similarity import normalise, top_k
from explorer.store.scan import ScanView, VectorRows, VectorScan

BLOCK = 50_000
QUERIES = 50
K = 20


def blocks(rows: int, dimension: int) -> Iterator[VectorRows]:
    """Unit vectors around some thousand centres."""
    random = np.random.default_rng(0)
    centres = random.standard_normal((2000, dimension)).astype(np.float32)
    for start in range(0, rows, BLOCK):
        count = min(BLOCK, rows - start)
        noise = random.standard_normal((count, dimension)).astype(np.float32)
        vectors = normalise(centres[random.integers(0, len(centres), count)] + 0.7 * noise)
        keys = np.arange(start, start + count, dtype=np.int64)
        yield VectorRows(keys, np.zeros(count, np.int32), vectors.astype(np.float16))


def median_ms(work: Callable[[int], object], times: int = 15) -> float:
    """Median time of a call in ms, after one that warms up."""
    work(0)
    seconds = []
    for number in range(times):
        began = time.perf_counter()
        work(number)
        seconds.append(time.perf_counter() - began)
    return 1000 * statistics.median(seconds)


def exact_best(view: ScanView, queries: np.ndarray) -> np.ndarray:
    """The best K of each query by float32 arithmetic."""
    best = np.full((len(queries), K), -np.inf, np.float32)
    rows = np.zeros((len(queries), K), np.int64)
    for start in range(0, len(view), BLOCK):
        block = view.vectors(slice(start, start + BLOCK))
        scores = np.concatenate([best, queries @ block.T], axis=1)
        known = np.concatenate(
            [rows, np.tile(np.arange(start, start + len(block)), (len(queries), 1))], axis=1
        )
        chosen = np.argsort(-scores, axis=1, kind="stable")[:, :K]
        best = np.take_along_axis(scores, chosen, axis=1)
        rows = np.take_along_axis(known, chosen, axis=1)
    return rows


def bench_scan(folder: Path, rows: int, dimension: int) -> None:
    """The scan by itself."""
    scan = VectorScan(folder, dimension)
    began = time.perf_counter()
    scan.rebuild(1, ["bench"], lambda after: blocks(rows, dimension))
    print(f"making the matrices       {time.perf_counter() - began:8.1f} s")
    view = VectorScan(folder, dimension).view(1, ["bench"], lambda after: [])
    random = np.random.default_rng(1)
    near = view.vectors(random.integers(0, rows, QUERIES))
    queries = normalise(near + 0.03 * random.standard_normal(near.shape))

    def best(number: int) -> np.ndarray:
        query = queries[number % QUERIES][None]
        scores = view.scores(query)[0]
        candidates = top_k(scores, 512)
        exact = (query @ view.vectors(candidates).T)[0]
        return candidates[top_k(exact, K)]

    four = normalise(queries[:4])
    print(f"scan, one query           {median_ms(lambda n: view.scores(queries[n][None])):8.1f} ms")
    print(f"scan, four queries        {median_ms(lambda n: view.scores(four)):8.1f} ms")
    print(f"scan and best {K}          {median_ms(best):8.1f} ms")
    expected = exact_best(view, queries)
    hits = [len(set(best(n)) & set(expected[n])) / K for n in range(QUERIES)]
    print(f"recall@{K} against float32  {statistics.mean(hits):8.4f}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--dimension", type=int, default=384)
    parser.add_argument("--collection", action="store_true")
    options = parser.parse_args()
    print(f"{options.rows:,} x {options.dimension}, {os.cpu_count()} processors")
    with tempfile.TemporaryDirectory() as folder:
        bench_scan(Path(folder) / "scan", options.rows, options.dimension)
    if options.collection:
        with tempfile.TemporaryDirectory() as folder:
            bench_collection(Path(folder), options.rows, options.dimension)


def bench_collection(folder: Path, rows: int, dimension: int) -> None:
    """A stored collection: made by the tables themselves, asked by `Collection`."""
    from explorer.api.host import PluginHost
    from explorer.bundled import assets_folder, plugins_folder
    from explorer.collection.collection import Collection
    from explorer.collection.tools import Tools
    from explorer.core.query import Query, Term, text
    from explorer.encoders.catalogue import SpaceCatalogue
    from explorer.media.decoder import Decoder

    host = PluginHost(plugins_folder(), entry_points=False)
    spaces = SpaceCatalogue(assets_folder())
    tools = Tools(spaces, Decoder(host), host)
    began = time.perf_counter()
    fill(folder / "c", rows, dimension)
    print(f"storing {rows:,} items      {time.perf_counter() - began:8.1f} s")
    began = time.perf_counter()
    collection = Collection.open(folder / "c", tools)
    items = collection.items()
    print(f"opening, all items        {time.perf_counter() - began:8.2f} s")
    random = np.random.default_rng(2)
    vectors = normalise(random.standard_normal((16, dimension)))
    terms = [Term("vector", tuple(map(float, vector))) for vector in vectors]
    began = time.perf_counter()
    collection.search(Query((terms[0],)))
    print(f"first search              {time.perf_counter() - began:8.2f} s")
    near = [Term("item", str(items.ids[row])) for row in random.integers(0, rows, 16)]
    both = [Query((near[n], Term("vector", terms[n].value, -0.5))) for n in range(16)]
    words = Query(text("heron").terms, mode="lexical")
    where = Query((near[0],), where="width > 900 AND name LIKE '%7%'")
    tagged = Query((near[0],), where="array_has(tags, 'x')")
    for name, work in (
        ("search, one term", lambda n: collection.search(Query((near[n],)), K)),
        ("search, two terms", lambda n: collection.search(both[n], K)),
        ("search with a filter", lambda n: collection.search(where, K)),
        ("filter on tags", lambda n: collection.search(tagged, K)),
        ("words", lambda n: collection.search(words, K)),
        ("ranking all rows", lambda n: collection.rank(Query((near[n],)))),
    ):
        print(f"{name:25s} {median_ms(work, 7):8.1f} ms")
    collection.close()
    tools.decoder.close()


def fill(folder: Path, rows: int, dimension: int) -> None:
    """Store items with vectors, in large batches."""
    import pyarrow as pa

    from explorer.core.identity import new_id
    from explorer.store import schema
    from explorer.store.folder import Manifest, write_manifest
    from explorer.store.tables import Tables

    folder.mkdir()
    tables = Tables(folder, "starter", dimension)
    tables.create()
    names = ["heron", "castle", "bicycle", "lantern", "harbour", "violin", "thistle", "kettle"]
    for number, block in enumerate(blocks(rows, dimension), 1):
        count = len(block.contents)
        flat = pa.FixedSizeListArray.from_arrays(pa.array(block.half.ravel()), dimension)
        tables.table(tables.vectors_name).add(
            pa.table(
                {
                    "content": block.contents,
                    "unit": block.units,
                    "identity": ["bench"] * count,
                    "batch": [number] * count,
                    "vector": flat,
                },
                schema=schema.vector_schema(dimension),
            )
        )
        titles = [f"{names[key % 8]} {key}" for key in block.contents.tolist()]
        ids = [new_id() for _ in titles]
        paths = [f"/media/{key % 997}/picture-{key}.png" for key in block.contents.tolist()]
        columns = {
            "id": ids,
            "row": block.contents,
            "path": paths,
            "folder": [path.rpartition("/")[0] for path in paths],
            "name": [path.rpartition("/")[2] for path in paths],
            "part": [""] * count,
            "modality": ["pictures"] * count,
            "title": titles,
            "words": titles,
            "content": block.contents,
            "state": ["present"] * count,
            "width": pa.array((block.contents % 1000).astype(np.int32)),
            "stamp": [number] * count,
            "added_at": [1.7e9] * count,
        }
        wanted = schema.item_schema()
        empty = {one.name: pa.nulls(count, one.type) for one in wanted}
        tables.table("items").add(pa.table({**empty, **columns}, schema=wanted))
    tables.table("items").optimize()
    scan = VectorScan(folder / "scan" / "starter", dimension)
    scan.rebuild(number, ["bench"], tables.vectors(number, ["bench"]))
    manifest = Manifest("bench", "starter", dimension, 0.0, {"image": "bench"})
    write_manifest(folder, manifest)


if __name__ == "__main__":
    main()
