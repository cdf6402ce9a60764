"""Time the starter on this machine: ONNX Runtime beside its torch twin, and the start-up.

    python packaging/time_starter.py

Every figure is the best of several rounds: other work on the machine only makes them worse.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from explorer.encoders.starter import load_starter
from explorer.encoders.starter.onnx_towers import OnnxTower
from explorer.encoders.starter.torch_towers import TorchTower, load_vision

ROOT = Path(__file__).resolve().parents[1]
TEXTS = [
    f"a photo of {thing} number {k}" for k in range(16) for thing in ("a red bird", "two cats")
]

START_UP = """
import time; begin = time.perf_counter()
from pathlib import Path; import sys; import numpy as np
from explorer.encoders.starter import load_starter
space = load_starter(Path(sys.argv[1])); loaded = time.perf_counter()
space.encode_contents("text", ["a cat"]); word = time.perf_counter()
space.encode_contents("image", [np.zeros((480, 640, 3), np.uint8)]); picture = time.perf_counter()
print(loaded - begin, word - begin, picture - begin)
"""


def best(work: Callable[[], object], rounds: int) -> float:
    """Seconds of the quickest of some rounds."""
    work()
    times = []
    for _ in range(rounds):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return min(times)


def pictures(count: int) -> NDArray[np.uint8]:
    """Noise as large as pictures: the time does not depend on what they show."""
    return np.random.default_rng(0).integers(0, 256, (count, 224, 224, 3), dtype=np.uint8)


def vision_times(folder: Path, rounds: int) -> dict[str, float]:
    """Milliseconds per picture."""
    eager = load_vision(folder, "cpu").to(memory_format=torch.contiguous_format)
    towers = {
        "torch, eager": TorchTower(eager, "cpu"),
        "torch, channels last": TorchTower(load_vision(folder, "cpu"), "cpu"),
        "ONNX Runtime, 1 thread": OnnxTower(folder / "vision.onnx", threads=1),
        "ONNX Runtime, 2 threads": OnnxTower(folder / "vision.onnx", threads=2),
    }
    results = {}
    for name, tower in towers.items():
        for count in (1, 4, 8, 16, 32):
            batch = pictures(count)
            seconds = best(lambda t=tower, b=batch: t.run(["vector"], pixels=b), rounds)
            results[f"{name}, batch {count}"] = round(1000 * seconds / count, 2)
    tower, batch = towers["ONNX Runtime, 2 threads"], pictures(8)
    seconds = best(lambda: tower.run(["vector", "patches"], pixels=batch), rounds)
    results["ONNX Runtime, 2 threads, batch 8, with patches"] = round(1000 * seconds / 8, 2)
    return results


def text_times(folder: Path, rounds: int) -> dict[str, float]:
    """Milliseconds per text of about ten word pieces, tokenizer included."""
    results = {}
    for device, threads in (("cpu", 1), ("cpu", 2), ("torch", 2)):
        space = load_starter(folder, "cpu" if device == "cpu" else "cpu:0", threads)
        encoder = space.encoder("text")
        name = f"ONNX Runtime, {threads} threads" if device == "cpu" else "torch"
        for count in (1, 8, 16, 32):
            seconds = best(lambda e=encoder, c=count: e.encode(TEXTS[:c]), rounds)
            results[f"{name}, batch {count}"] = round(1000 * seconds / count, 2)
        space.close()
    return results


def start_up(folder: Path, rounds: int) -> dict[str, float]:
    """Seconds from a fresh interpreter's first line to loaded, first text, first picture."""
    times = []
    for _ in range(rounds):
        command = [sys.executable, "-c", START_UP, str(folder)]
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        times.append([float(word) for word in output.split()])
    quickest = min(times)
    return {
        name: round(seconds, 2)
        for name, seconds in zip(("loaded", "first text", "first picture"), quickest, strict=True)
    }


def main() -> None:
    """Read the command line and print the times."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--starter", type=Path, default=ROOT / "assets" / "starter")
    parser.add_argument("--rounds", type=int, default=15)
    arguments = parser.parse_args()
    results = {
        "threads of torch": torch.get_num_threads(),
        "ms per picture": vision_times(arguments.starter, arguments.rounds),
        "ms per text": text_times(arguments.starter, arguments.rounds),
        "start-up, s": start_up(arguments.starter, 5),
    }
    print(json.dumps(results, indent=2))


if __name__ == "__main__":
    main()
