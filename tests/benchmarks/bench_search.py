"""Time of the scan and of a whole search over a million vectors, and recall against exact.

    python tests/benchmarks/bench_search.py [--rows N] [--dimension D] [--collection] [--typing]

The vectors are unit vectors in clusters, as embeddings are; the queries lie near some of them.
``--collection`` also measures a stored collection of this size: opening, ranking, filters, words.
``--typing`` measures what a person waits: from a key to the first hits and to all in order, with
the words encoded by the starter (whose dimension the rows then have), in the session of the window.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import numpy as np

from explorer.collection.encoding import SpaceEncoding, all_identities
from explorer.core.similarity import normalise, top_k
from explorer.store.scan import ScanView, VectorRows, VectorScan
from explorer.viewstate.session import Session

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
    parser.add_argument("--typing", action="store_true")
    options = parser.parse_args()
    print(f"{options.rows:,} x {options.dimension}, {os.cpu_count()} processors")
    if options.typing:
        with tempfile.TemporaryDirectory() as folder:
            bench_typing(Path(folder), options.rows)
        return
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


def bench_typing(home: Path, rows: int) -> None:
    """From a key to hits, in the session; what the window draws then is not in it."""
    from explorer.app import App
    from explorer.core.query import text
    from explorer.viewstate.messages import RankingChanged

    app = App(home)
    space = app.spaces.load("starter")
    (home / "collections").mkdir(parents=True)
    encoders = SpaceEncoding(space).identities
    began = time.perf_counter()
    fill(home / "collections" / "many", rows, space.dimension, encoders)
    print(f"storing {rows:,} items      {time.perf_counter() - began:8.1f} s")
    session, landed = app.session, list[tuple[float, bool]]()

    def land(_: RankingChanged) -> None:
        ranking = session.ranking
        if ranking is not None:
            landed.append((time.perf_counter(), ranking.whole))

    collection = app.library.open("many")
    # Not `open`, which would lay out the map as well.
    session.collection, session.items = collection, collection.items()
    session.hub.subscribe(landed, RankingChanged, land)
    words = "a red bird in the snow by the sea"
    asked = [words[: end + 1] for end in range(len(words)) if words[end] != " "]
    session.ask(text("warm up"))
    _ended(session)
    # Key by key with a pause in which all hits land, then as a person types: 8 keys a second.
    first, whole, fast = [], [], []
    for one in asked:
        landed.clear()
        began = time.perf_counter()
        session.ask(text(one + " "))
        _ended(session)
        first.append(1000 * (landed[0][0] - began))
        whole.append(1000 * (landed[-1][0] - began))
    for one in asked:
        landed.clear()
        began = time.perf_counter()
        session.ask(text(one))
        time.sleep(max(began + 0.125 - time.perf_counter(), 0))
        if landed:
            fast.append(1000 * (landed[0][0] - began))
    _ended(session)
    for name, numbers in (("first hits", first), ("all hits", whole), ("typing", fast)):
        if not numbers:  # the next key always came first
            continue
        median, worst = statistics.median(numbers), max(numbers)
        print(f"key to {name:18s} {median:8.1f} ms median, {worst:.1f} ms worst")
    print(f"answered before the next key {len(fast)} of {len(asked)}")
    print(f"load average              {os.getloadavg()[0]:8.1f}")
    app.close()


def _ended(session: Session) -> None:
    while running := session.jobs.running:
        for job in running:
            job.wait()


def fill(
    folder: Path, rows: int, dimension: int, encoders: Mapping[str, str] | None = None
) -> None:
    """Store items with vectors, in large batches."""
    import pyarrow as pa

    from explorer.core.identity import new_id
    from explorer.store import schema
    from explorer.store.folder import Manifest, write_manifest
    from explorer.store.tables import Tables

    encoders = {"image": "bench"} if encoders is None else encoders
    identity = encoders["image"]
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
                    "identity": [identity] * count,
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
    identities = all_identities(encoders)
    scan.rebuild(number, identities, tables.vectors(number, identities))
    manifest = Manifest("bench", "starter", dimension, 0.0, dict(encoders))
    write_manifest(folder, manifest)


if __name__ == "__main__":
    main()
