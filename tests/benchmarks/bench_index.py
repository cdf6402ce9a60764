"""Pictures per second and memory of indexing, beside two loops that only encode.

    python tests/benchmarks/bench_index.py [FOLDER] [--pictures N] [--rounds R]

``plain``    Pillow opens, the starter encodes, one picture after the other
``batched``  the same in batches, as sentence-transformers does it
``ours``     `Collection.index`: also hashes, thumbnails, facts and storing

Each run is a process of its own on pictures of the same list; the ways take turns, so that what
else the machine does meets all of them. Memory is the most that the process and its children held
together (proportional set size). Loading the space is not counted.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

WAYS = ("plain", "batched", "ours")
BATCH = 32


def pictures(folder: Path, count: int) -> list[Path]:
    """A random but fixed choice of the pictures below a folder."""
    found = sorted(folder.rglob("*.png"))
    random.Random(0).shuffle(found)
    return found[:count]


def run_loop(files: list[Path], batch: int) -> dict[str, float]:
    """Open and encode, nothing else."""
    import numpy as np
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # a few drawings are larger than Pillow's own limit

    from explorer.bundled import assets_folder
    from explorer.encoders.catalogue import SpaceCatalogue

    space = SpaceCatalogue(assets_folder()).load("starter")
    preparation = space.encoder("image").preparation()
    space.encode_prepared("image", [preparation(np.zeros((64, 64, 3), np.uint8))])
    spent, began, done = processor_time(), time.perf_counter(), 0
    for start in range(0, len(files), batch):
        inputs = []
        for file in files[start : start + batch]:
            with Image.open(file) as picture:
                inputs.append(preparation(np.asarray(picture.convert("RGB"))))
        done += len(space.encode_prepared("image", inputs))
    seconds = time.perf_counter() - began
    return {"seconds": seconds, "done": done, "cpu": processor_time() - spent}


def run_ours(files: list[Path]) -> dict[str, float]:
    """Index into a new collection."""
    from explorer.app import App

    with tempfile.TemporaryDirectory() as home:
        app = App(home)
        app.spaces.load("starter")
        collection = app.library.open("bench", create=True)
        spent, began = processor_time(), time.perf_counter()
        report = collection.index(files)
        seconds = time.perf_counter() - began
        again = collection.index(files).seconds
        collection.close()
        app.close()  # from now on the decoding processes are counted
        cpu = processor_time() - spent
    return {"seconds": seconds, "done": report.indexed, "again": again, "cpu": cpu}


def processor_time() -> float:
    """Seconds of processor time of this process and of its children that have ended."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def tree_memory(pid: int) -> int:
    """Proportional set size of a process and its children, in bytes."""
    total = 0
    waiting = [pid]
    while waiting:
        one = waiting.pop()
        try:
            for line in Path(f"/proc/{one}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1]) * 1024
            for task in Path(f"/proc/{one}/task").iterdir():
                waiting.extend(map(int, (task / "children").read_text().split()))
        except OSError:
            continue
    return total


def measure(way: str, folder: Path, count: int) -> dict[str, float]:
    """One run in a process of its own."""
    command = [sys.executable, __file__, str(folder), "--pictures", str(count), "--way", way]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        samples: list[int] = []
        ended = threading.Event()

        def sample() -> None:
            while not ended.wait(0.2):
                samples.append(tree_memory(process.pid))

        thread = threading.Thread(target=sample)
        thread.start()
        output = process.communicate()[0]
        ended.set()
        thread.join()
    data: dict[str, float] = json.loads(output.splitlines()[-1])
    fifth = max(len(samples) // 5, 1)
    data["peak"] = max(samples, default=0)
    data["early"] = statistics.median(samples[fifth : 2 * fifth] or [0])
    data["late"] = statistics.median(samples[3 * fifth : 4 * fifth] or [0])
    return data


def main() -> None:
    """Take turns and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", default="/usr/share/openclipart/png")
    parser.add_argument("--pictures", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--ways", default=",".join(WAYS))
    parser.add_argument("--way", choices=WAYS)
    options = parser.parse_args()
    folder = Path(options.folder)
    if options.way:
        files = pictures(folder, options.pictures)
        one = options.way
        data = (
            run_ours(files) if one == "ours" else run_loop(files, BATCH if one == "batched" else 1)
        )
        print(json.dumps(data), flush=True)
        return
    results: dict[str, list[dict[str, float]]] = {way: [] for way in options.ways.split(",")}
    for number in range(options.rounds):
        for way, runs in results.items():
            data = measure(way, folder, options.pictures)
            runs.append(data)
            rate = data["done"] / data["seconds"]
            again = f", again {data['again']:.2f} s" if "again" in data else ""
            print(
                f"round {number + 1}  {way:8s} {rate:7.1f} pictures/s  "
                f"{1000 * data['cpu'] / data['done']:5.1f} ms processor a picture  memory "
                f"{data['early'] / 2**20:5.0f} early {data['late'] / 2**20:5.0f} late "
                f"{data['peak'] / 2**20:5.0f} MiB peak{again}",
                flush=True,
            )
    print(f"\n{options.pictures} pictures, {os.cpu_count()} processors, median of {options.rounds}")
    rates = {
        way: statistics.median(one["done"] / one["seconds"] for one in runs)
        for way, runs in results.items()
    }
    for way, runs in results.items():
        peak = statistics.median(one["peak"] for one in runs) / 2**20
        cpu = statistics.median(1000 * one["cpu"] / one["done"] for one in runs)
        print(
            f"{way:8s} {rates[way]:7.1f} pictures/s  {cpu:5.1f} ms processor  {peak:6.0f} MiB peak"
        )
    if set(WAYS) <= set(results):
        pairs = zip(*(results[way] for way in WAYS), strict=True)
        ratios = [
            min(plain["seconds"], batched["seconds"]) / ours["seconds"]
            for plain, batched, ours in pairs
        ]
        print(f"ours against the better of the others: {statistics.median(ratios):.2f} times")


if __name__ == "__main__":
    main()
