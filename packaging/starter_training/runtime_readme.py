"""What the starter's README says of the ways to run its towers, from what was timed."""

from __future__ import annotations

from typing import Any

HOW = """
## Runtimes compared

Milliseconds of {clock} on {machine}, {date}, by `packaging/time_starter.py --threads {threads}
--note` (torch {torch}): the best of all rounds in {seconds:.0f} seconds. The four ways took
turns, while other work ran on the machine. The networks alone, without decoding, tokens or
spectrograms; in brackets how far the outputs (vectors, and those of patches, words or phones) are
from those of eager torch.

| tower | {ways} |
|---|{rule}
"""

CHOSEN = """
On a processor the starter runs by ONNX Runtime, the quickest in {quickest} of {rows} rows; it also
spares loading torch: from a fresh interpreter the space is loaded after {loaded} s, the first text
is a vector after {text} s and the first picture after {picture} s. torch runs the same weights on
other devices, and where gradients are asked for. Compiling takes half a minute and more for each
shape of input, and a C++ compiler.
"""


def runtimes_told(runtimes: dict[str, Any]) -> str:
    """The section on runtimes."""
    towers = runtimes["towers"]
    names = list(next(iter(towers.values())))
    clock = "one thread's processor time" if runtimes["threads"] == 1 else "two threads' time"
    text = HOW.format(**runtimes, clock=clock, ways=" | ".join(names), rule="---|" * len(names))
    for what, row in towers.items():
        cells = [f"{row[name]['ms']:.2f}" + _off(row[name]["off"]) for name in names]
        text += f"| {what} | {' | '.join(cells)} |\n"
    quickest = sum(
        min(row, key=lambda name: row[name]["ms"]) == names[-1] for row in towers.values()
    )
    start = runtimes["start-up"]
    return text + CHOSEN.format(
        quickest=quickest, rows=len(towers), loaded=start["loaded"], text=start["first text"],
        picture=start["first picture"],
    )  # fmt: skip


PRECISION = """
## Half precision on disk

The towers lie on disk in half precision and are computed in single. Beside the weights as they
were published, with the same heads (`packaging/measure_precision.py --note`; most of these
drawings were trained on, which makes no difference between the two):

| what | n | R@1 / R@10, published | R@1 / R@10, as it ships |
|---|---|---|---|
"""


def precision_told(precision: dict[str, Any]) -> str:
    """The section on what is stored in half precision."""
    text = PRECISION
    for name, row in precision.items():
        for way in ("text to picture", "picture to text"):
            cells = [f"{row[kept][way]['R@1']:.3f} / {row[kept][way]['R@10']:.3f}"
                     for kept in ("single", "half")]  # fmt: skip
            text += f"| {name}, {way.replace(' to ', '→')} | {row['pictures']} | "
            text += f"{' | '.join(cells)} |\n"
    least = min(row["least cosine"] for row in precision.values())
    return text + f"\nNo vector's cosine with its twin is below {least:.5f}.\n"


def _off(difference: float) -> str:
    return f" ({difference:.0e})" if difference else ""
