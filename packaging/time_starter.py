"""Time the starter on this machine: its towers under several runtimes, and the start-up.

    python packaging/time_starter.py [--note]

Ways to run a tower take turns, so that other work on the machine meets all of them, and every
figure is the best of several rounds. With one thread the processor's time is told, which other work
changes least; with several it is the time that passes. ``--note`` writes what was measured in the
manifest and the README of the starter. torch.compile needs a C++ compiler.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn

from explorer.encoders.starter.encoders import Tower
from explorer.encoders.starter.hearing import BANDS
from explorer.encoders.starter.manifest import read_manifest
from explorer.encoders.starter.onnx_towers import OnnxTower
from explorer.encoders.starter.sound import SOUND_GRAPH, SOUND_WEIGHTS
from explorer.encoders.starter.torch_towers import TorchTower, load_text, load_vision
from starter_training import readme
from starter_training.sound_network import SoundNetwork, SoundShape, scaled

ROOT = Path(__file__).resolve().parents[1]
TEXTS = [f"a photo of {thing} number {k}" for k in range(8) for thing in ("a red bird", "two cats")]

START_UP = """
import time; begin = time.perf_counter()
from pathlib import Path; import sys; import numpy as np
from explorer.encoders.starter import load_starter
space = load_starter(Path(sys.argv[1])); loaded = time.perf_counter()
space.encode_contents("text", ["a cat"]); word = time.perf_counter()
space.encode_contents("image", [np.zeros((480, 640, 3), np.uint8)]); picture = time.perf_counter()
print(loaded - begin, word - begin, picture - begin)
"""

Inputs = dict[str, NDArray[Any]]


class Heard(NamedTuple):
    """What the ear's graph gives, by torch."""

    phones: Tensor
    meaning: Tensor


class Ear(nn.Module):
    """The sound tower in torch, with the weights that ship."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.network = SoundNetwork(SoundShape()).requires_grad_(False).eval()
        shapes = {name: tensor.shape for name, tensor in self.network.state_dict().items()}
        stored = load_file(folder / SOUND_WEIGHTS)
        self.network.load_state_dict(
            {name: stored[name].float().reshape(shape) for name, shape in shapes.items()}
        )

    def forward(self, mel: Tensor) -> Heard:
        """Decibels (1, frames, 64) to log-probabilities of phones, and meaning."""
        heard = self.network(scaled(mel), torch.tensor([mel.shape[1]]))
        return Heard(heard.phones.log_softmax(-1), heard.meaning)


class Task(NamedTuple):
    """What is measured of one tower: all ways give the same outputs of the same inputs."""

    outputs: list[str]
    inputs: Inputs
    each: int


def contiguous(tower: nn.Module) -> nn.Module:
    """The same with convolutions whose channels are not last in memory."""
    tower.to(memory_format=torch.contiguous_format)  # type: ignore[call-overload]
    for module in tower.modules():
        weight = getattr(module, "weight", None)
        if isinstance(weight, Tensor) and weight.ndim == 4:
            module.register_forward_pre_hook(lambda _, given: (given[0].contiguous(),))
    return tower


def ways(make: Callable[[], nn.Module], graph: Path, threads: int) -> dict[str, Tower]:
    """A tower by torch in three ways, the first the plainest, and by ONNX Runtime."""
    compiled = torch.compile(make(), dynamic=False)
    return {
        "torch, eager": TorchTower(contiguous(make()), "cpu"),  # type: ignore[arg-type]
        "torch, channels last": TorchTower(make(), "cpu"),  # type: ignore[arg-type]
        "torch.compile": TorchTower(compiled, "cpu"),  # type: ignore[arg-type]
        "ONNX Runtime": OnnxTower(graph, threads),
    }


def tasks(folder: Path, threads: int) -> dict[str, tuple[dict[str, Tower], dict[str, Task]]]:
    """What the app asks of each tower: one at once, and as many as it takes at once."""
    chance = np.random.default_rng(0)
    pixels = chance.integers(0, 256, (8, 224, 224, 3), dtype=np.uint8)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_padding()
    pieces = tokenizer.encode_batch(TEXTS)
    ids = np.array([one.ids for one in pieces])
    mask = np.array([one.attention_mask for one in pieces])
    mel = chance.uniform(-60, 0, (1, 1000, BANDS)).astype(np.float32)
    seen, read, told = ["vector", "patches"], ["vector", "pieces"], ["phones", "meaning"]
    dimension = read_manifest(folder).dimension

    def ear() -> nn.Module:
        return Ear(folder).to(memory_format=torch.channels_last)  # type: ignore[call-overload, no-any-return]

    return {
        "picture": (
            ways(lambda: load_vision(folder, "cpu"), folder / "vision.onnx", threads),
            {"one": Task(seen, {"pixels": pixels[:1]}, 1),
             "each of eight": Task(seen, {"pixels": pixels}, 8)},
        ),
        "text": (
            ways(lambda: load_text(folder, "cpu", dimension), folder / "text.onnx", threads),
            {"one": Task(read, {"ids": ids[:1], "mask": mask[:1]}, 1),
             "each of sixteen": Task(read, {"ids": ids, "mask": mask}, 16)},
        ),
        "sound": (
            ways(ear, folder / SOUND_GRAPH, threads),
            {"one second": Task(told, {"mel": mel[:, :100]}, 1),
             "ten seconds": Task(told, {"mel": mel}, 1)},
        ),
    }  # fmt: skip


def compared(
    towers: Mapping[str, Tower], task: Task, seconds: float, clock: Callable[[], float]
) -> dict[str, Any]:
    """Milliseconds each, and how far the outputs are from those of the first way.

    Rounds go on for so many seconds: on a busy machine few of them are undisturbed.
    """
    made = {name: tower.run(task.outputs, **task.inputs) for name, tower in towers.items()}
    reference = next(iter(made.values()))
    best = dict.fromkeys(towers, float("inf"))
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for name, tower in towers.items():
            begin = clock()
            tower.run(task.outputs, **task.inputs)
            best[name] = min(best[name], clock() - begin)
    off = {
        name: max(float(np.abs(a - b).max()) for a, b in zip(some, reference, strict=True))
        for name, some in made.items()
    }
    return {
        name: {"ms": round(1000 * best[name] / task.each, 2), "off": float(f"{off[name]:.1g}")}
        for name in towers
    }


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


def processor() -> str:
    """What the system calls its processor."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{names[0] if names else 'unknown'}, {os.cpu_count()} cores"


def main() -> None:
    """Read the command line, print the times, and write them down where that is wanted."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--starter", type=Path, default=ROOT / "assets" / "starter")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=20, help="that each row is measured")
    parser.add_argument("--note", action="store_true", help="write them in manifest and README")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    clock = time.process_time if arguments.threads == 1 else time.perf_counter
    results: dict[str, Any] = {
        "date": datetime.date.today().isoformat(),
        "machine": processor(),
        "threads": arguments.threads,
        "seconds": arguments.seconds,
        "torch": torch.__version__,
        "towers": {},
    }
    for name, (towers, some) in tasks(arguments.starter, arguments.threads).items():
        for what, task in some.items():
            row = compared(towers, task, arguments.seconds, clock)
            results["towers"][f"{name}, {what}"] = row
            print(f"{name}, {what}: {json.dumps(row)}", flush=True)
    results["start-up"] = start_up(arguments.starter, 5)
    print(json.dumps(results["start-up"]))
    if arguments.note:
        readme.note(arguments.starter, "runtimes", results)


if __name__ == "__main__":
    main()
