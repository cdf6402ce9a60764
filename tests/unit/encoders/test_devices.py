"""Devices, precision, and memory that runs out."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from explorer.core.errors import SpaceError
from explorer.encoders.devices import Device, choose_device, encode_in_parts, is_out_of_memory
from explorer.encoders.families import find_space
from explorer.encoders.families.encoder import FamilyEncoder, Tower
from explorer.encoders.families.family import Side
from explorer.encoders.families.network import Network
from explorer.encoders.space import Space, SpaceInfo


class Small(FamilyEncoder):
    """An encoder whose device has room for so many inputs at once."""

    content = "text"

    def __init__(self, room: int) -> None:
        network = Network(torch.nn.Identity, "small", Device())
        super().__init__(Tower(network, Side(lambda module, batch: None), 2, "r"))
        self.room, self.tried = room, []

    def preparation(self, purpose: str = "vector") -> Any:
        return lambda content: content

    def _encode(self, inputs: Sequence[Any]) -> np.ndarray:
        self.tried.append(len(inputs))
        if len(inputs) > self.room:
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB")
        return np.array([[one, 0] for one in inputs], np.float32)


def space_of(encoder: Small) -> Space:
    info = SpaceInfo("small", "small", 2, ("text",), "r", "", "")
    return Space(info, {"text": encoder})


def test_when_memory_runs_out_the_batch_is_halved_and_nothing_is_lost() -> None:
    encoder = Small(room=5)

    vectors = space_of(encoder).encode_prepared("text", list(range(40)))

    np.testing.assert_array_equal(vectors[:, 0], np.arange(40))
    assert encoder.tried[:3] == [16, 8, 4]
    assert set(encoder.tried[2:]) == {4}
    assert encoder.batch_size == 4


def test_one_input_that_does_not_fit_is_told() -> None:
    with pytest.raises(SpaceError, match="more memory than this device has"):
        space_of(Small(room=0)).encode_prepared("text", [1, 2])


def test_other_failures_are_not_taken_for_lack_of_memory() -> None:
    def fail(inputs: Sequence[Any]) -> np.ndarray:
        raise RuntimeError("shape mismatch")

    with pytest.raises(RuntimeError, match="shape mismatch"):
        encode_in_parts([1, 2], 2, fail)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (MemoryError(), True),
        (torch.OutOfMemoryError("CUDA out of memory."), True),
        (RuntimeError("MPS backend out of memory (MPS allocated: 8 GB)"), True),
        (RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory"), True),
        (RuntimeError("mat1 and mat2 shapes cannot be multiplied"), False),
        (ValueError("out of memory"), False),
    ],
)
def test_what_counts_as_lack_of_memory(error: Exception, expected: bool) -> None:
    assert is_out_of_memory(error) == expected


def test_a_real_allocation_that_is_too_large_counts() -> None:
    with pytest.raises(RuntimeError) as caught:
        torch.empty(1 << 60, dtype=torch.uint8)

    assert is_out_of_memory(caught.value)


@pytest.mark.parametrize(
    ("wanted", "precision", "expected"),
    [("cpu", "", Device("cpu", "float32")), ("cpu", "bfloat16", Device("cpu", "bfloat16"))],
)
def test_a_device_and_precision_can_be_chosen(
    wanted: str, precision: str, expected: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert choose_device(wanted, precision) == expected
    monkeypatch.setenv("EXPLORER_DEVICE", wanted)
    monkeypatch.setenv("EXPLORER_PRECISION", precision)
    assert choose_device() == expected


@pytest.mark.parametrize(
    ("wanted", "precision"), [("cuda:97", ""), ("tpu", ""), ("cuda:x", ""), ("cpu", "float8")]
)
def test_what_is_not_there_is_named(wanted: str, precision: str) -> None:
    with pytest.raises(SpaceError, match=f"'{precision or wanted}'"):
        choose_device(wanted, precision)


@pytest.mark.parametrize("name", ["clip", "siglip", "align", "clap", "sentence"])
def test_half_precision_gives_nearly_the_same_vectors(
    name: str, checkpoint: Callable[[str], Path], contents: dict[str, list]
) -> None:
    found = find_space(checkpoint(name))
    full = found.space("full", "r", Device())
    half = found.space("half", "r", Device("cpu", "bfloat16"))

    for content in full.encoders:
        exact = full.encode_contents(content, contents[content])
        rough = half.encode_contents(content, contents[content])
        assert rough.dtype == np.float32
        assert (exact * rough).sum(axis=1).min() > 0.98
        assert not np.array_equal(exact, rough)


def test_half_precision_that_leaves_its_range_is_given_up(
    checkpoint: Callable[[str], Path], contents: dict[str, list]
) -> None:
    def loud(module: Any, batch: Any) -> Any:
        hidden = batch["x"] * 60_000 * 4
        return hidden + module(torch.zeros(1, 1, dtype=hidden.dtype)).sum() * 0

    network = Network(lambda: torch.nn.Linear(1, 1), "loud", Device("cpu", "float16"))

    vectors = network.run(loud, {"x": np.array([[1.0, 1.0]], np.float32)})

    np.testing.assert_allclose(vectors, [[0.7071, 0.7071]], atol=1e-3)
    assert network.device.precision == "float32"


def test_closing_gives_the_memory_back(checkpoint: Callable[[str], Path]) -> None:
    space = find_space(checkpoint("clip")).space("clip", "r", Device())
    space.encode_contents("text", ["a cat"])
    encoder: Any = space.encoder("text")
    module = encoder._network.module()
    parts = [weakref.ref(module), *(weakref.ref(one) for one in module.parameters())]
    del module

    space.close()
    gc.collect()

    assert all(part() is None for part in parts)
    with pytest.raises(SpaceError, match="closed"):
        space.encode_contents("text", ["a cat"])
    space.close()
