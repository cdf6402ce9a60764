"""Which device and precision encoders run on, and what to do when its memory is full."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np

from explorer.core import garbage
from explorer.core.errors import SpaceError
from explorer.core.similarity import Vectors

Precision = Literal["float32", "float16", "bfloat16"]
PRECISIONS: tuple[Precision, ...] = ("float32", "float16", "bfloat16")

_MEMORY_SIGNS = ("out of memory", "failed to allocate", "can't allocate", "bad_alloc")


@dataclass(frozen=True, slots=True)
class Device:
    """Where encoders run.

    Parameters
    ----------
    name
        ``"cuda"``, ``"cuda:1"``, ``"mps"`` or ``"cpu"``.
    precision
        Of weights and arithmetic; vectors are float32 always.
    compiled
        Compile the network at its first use: slow to begin, quicker after on accelerators.
    channels_last
        Memory format of pictures; None as the family likes it.
    """

    name: str = "cpu"
    precision: Precision = "float32"
    compiled: bool = False
    channels_last: bool | None = None

    @property
    def on_processor(self) -> bool:
        """Whether it is the processor, not an accelerator."""
        return self.name == "cpu"


@dataclass(frozen=True, slots=True)
class Running:
    """How a person wants an encoder to run; what is empty is chosen.

    Parameters
    ----------
    device, precision
        As in `Device`; "" for the best there is.
    compiled, channels_last
        As in `Device`.
    """

    device: str = ""
    precision: str = ""
    compiled: bool = False
    channels_last: bool | None = None

    def chosen(self) -> Device:
        """The device with everything that was left open decided.

        Raises
        ------
        SpaceError
            If there is no such device or precision on this machine.
        """
        device = choose_device(self.device, self.precision)
        return replace(device, compiled=self.compiled, channels_last=self.channels_last)


def choose_device(wanted: str = "", precision: str = "") -> Device:
    """The device asked for, else the best there is.

    A processor computes in float32. On accelerators float16 is the default: it keeps three more
    bits of a vector than bfloat16 does, and an encoder that leaves its range is run again in
    float32.

    Parameters
    ----------
    wanted, precision
        Empty to choose; then ``EXPLORER_DEVICE`` and ``EXPLORER_PRECISION`` count.

    Raises
    ------
    SpaceError
        If there is no such device or precision on this machine.
    """
    import torch

    name = wanted or os.environ.get("EXPLORER_DEVICE", "")
    if not name:
        on_metal = torch.backends.mps.is_available()
        name = "cuda" if torch.cuda.is_available() else "mps" if on_metal else "cpu"
    _require_device(name)
    kind = precision or os.environ.get("EXPLORER_PRECISION", "")
    if not kind:
        return Device(name, "float32" if name == "cpu" else "float16")
    for known in PRECISIONS:
        if kind == known:
            return Device(name, known)
    raise SpaceError(
        "There is no precision '{kind}'. There is: {known}.", kind=kind, known=", ".join(PRECISIONS)
    )


def _require_device(name: str) -> None:
    import torch

    kind, _, number = name.partition(":")
    if name == "cpu" or (name == "mps" and torch.backends.mps.is_available()):
        return
    count = torch.cuda.device_count() if kind == "cuda" else 0
    if int(number if number.isdecimal() else 0) < count and (number.isdecimal() or not number):
        return
    raise SpaceError(
        "There is no device '{name}' on this machine. Use 'cpu', or none to choose.", name=name
    )


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an exception says that memory ran out, on whichever device."""
    if isinstance(error, MemoryError) or type(error).__name__ == "OutOfMemoryError":
        return True
    # Processors and mps raise plain RuntimeErrors, which only their words tell apart.
    said = str(error).lower()
    return isinstance(error, RuntimeError) and any(sign in said for sign in _MEMORY_SIGNS)


def available_devices() -> tuple[str, ...]:
    """Names of the devices of this machine, the quickest first."""
    import torch

    found = [f"cuda:{number}" if number else "cuda" for number in range(torch.cuda.device_count())]
    if torch.backends.mps.is_available():
        found.append("mps")
    return (*found, "cpu")


def free_memory() -> None:
    """Give back what nothing refers to any more, on every device and to the system."""
    garbage.collect(_give_back)


def _give_back() -> None:
    if sys.platform == "linux":
        # glibc keeps freed pages for itself otherwise, gigabytes after a large batch.
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)
    if "torch" not in sys.modules:
        return
    import torch

    if torch.cuda.is_available():
        torch.cuda.empty_cache()
    elif torch.backends.mps.is_available():
        torch.mps.empty_cache()


def encode_in_parts(
    inputs: Sequence[Any], size: int, encode: Callable[[Sequence[Any]], Vectors]
) -> tuple[Vectors, int]:
    """Encode in parts that fit the device's memory.

    Parameters
    ----------
    inputs
        At least one.
    size
        How many at once to begin with.
    encode
        Encodes a part (n) to float32 (n, d).

    Returns
    -------
    vectors, size
        float32 (len(inputs), d), and how many at once did fit.

    Raises
    ------
    SpaceError
        If a single input needs more memory than there is.
    """
    parts: list[Vectors] = []
    start = 0
    while start < len(inputs):
        part = inputs[start : start + size]
        try:
            parts.append(encode(part))
            start += len(part)
            continue
        except (MemoryError, RuntimeError) as error:
            if not is_out_of_memory(error):
                raise
            if len(part) == 1:
                raise SpaceError(
                    "One input alone needs more memory than this device has. Close other programs, "
                    "choose a smaller encoder, or set EXPLORER_DEVICE=cpu."
                ) from error
        # Outside the handler: the traceback holds the tensors that have to go.
        size = max(1, len(part) // 2)
        free_memory()
    return np.concatenate(parts), size
