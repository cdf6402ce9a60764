"""A network of `transformers`: loaded at first use, shared by the encoders of its space."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.core.errors import SpaceError
from explorer.core.similarity import Vectors
from explorer.encoders.budget import MemoryBudget
from explorer.encoders.devices import Device, choose_device, free_memory, is_out_of_memory
from explorer.encoders.families.family import Apply, Tensor

_COMPILER = ("torch._dynamo", "torch._inductor")

Load = Callable[[], Any]
"""Reads a network's weights onto the processor, in float32."""


class _CompilerFailed(Exception):
    """The compiler does not know this network, or there is none on this machine."""


class Network:
    """Runs functions of a network on its device.

    Parameters
    ----------
    load
        Called at first use; gives a torch module.
    label
        What to call it in sentences for the person.
    device
        Where to run; None to choose at first use.
    channels_last
        Memory format of pictures and convolutions.
    budget, size
        Where it asks for room before it is loaded, and for how many bytes: those of its files.
    """

    def __init__(
        self,
        load: Load,
        label: str,
        device: Device | None = None,
        *,
        channels_last: bool = False,
        budget: MemoryBudget | None = None,
        size: int = 0,
    ) -> None:
        self._load, self._label, self._wanted = load, label, device
        self._channels_last = channels_last
        self._budget, self._size = budget, size
        self._module: Any = None
        self._closed = False
        self._lock = Lock()
        self.device = device or Device()

    @property
    def loaded(self) -> bool:
        """Whether its weights are in memory."""
        return self._module is not None

    def module(self) -> Any:
        """The torch module, on its device and ready to run.

        Raises
        ------
        SpaceError
            If it was closed or cannot be loaded.
        """
        # Outside of the lock: making room takes the locks of others.
        if self._budget is not None and not self._closed:
            self._budget.use(self, self._label, self._size)
        with self._lock:
            if self._closed:
                raise SpaceError(
                    "The space '{space}' was closed; load it again.", space=self._label
                )
            if self._module is not None:
                return self._module
            module = self._module = self._ready()
        if self._budget is not None:
            self._budget.use(self, self._label, self._size)
        return module

    def _ready(self) -> Any:
        self.device = self._wanted or choose_device()
        module = self._placed(self._load().requires_grad_(False).eval())
        self._size = sum(one.numel() * one.element_size() for one in module.parameters())
        if self.device.compiled:
            for part in module.children():
                part.compile(dynamic=True)
        return module

    def _placed(self, module: Any) -> Any:
        import torch

        try:
            module.to(self.device.name, getattr(torch, self.device.precision))
            if self._channels_last:
                module.to(memory_format=torch.channels_last)
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error):
                raise
            raise SpaceError(
                "'{space}' does not fit into the memory of {name}. Close other programs, or set "
                "EXPLORER_DEVICE=cpu.",
                space=self._label,
                name=self.device.name,
            ) from error
        return module

    def run(
        self, apply: Apply, inputs: Mapping[str, NDArray[Any]], *, unit: bool = True
    ) -> Vectors:
        """Apply a function to a batch: float32, each vector along the last axis of unit length.

        `unit` False leaves them as long as they are. Half precision that leaves its range is given
        up for float32, from then on.
        """
        try:
            vectors = self._run(apply, inputs, unit)
        except _CompilerFailed:
            self._again(replace(self.device, compiled=False))
            vectors = self._run(apply, inputs, unit)
        if self.device.precision != "float32" and not np.isfinite(vectors).all():
            self._again(replace(self.device, precision="float32"))
            vectors = self._run(apply, inputs, unit)
        return vectors

    def _again(self, device: Device) -> None:
        """Load the weights anew at the next use, in another way."""
        self.device = self._wanted = device
        self.unload()

    def _run(self, apply: Apply, inputs: Mapping[str, NDArray[Any]], unit: bool) -> Vectors:
        import torch

        module = self.module()
        try:
            with torch.inference_mode():
                batch = {name: self.tensor(array) for name, array in inputs.items()}
                vectors = apply(module, batch).float()
                if unit:
                    vectors = torch.nn.functional.normalize(vectors, dim=-1)
                result: Vectors = vectors.cpu().numpy()
        except (RuntimeError, ValueError, IndexError, TypeError, AttributeError) as error:
            if is_out_of_memory(error):
                raise
            if self.device.compiled and type(error).__module__.startswith(_COMPILER):
                raise _CompilerFailed from error
            raise SpaceError(
                "The network of '{space}' failed: {reason} Its files may be of different "
                "checkpoints; fetch them again.",
                space=self._label,
                reason=first_line(error),
            ) from error
        return result

    def tensor(self, array: NDArray[Any]) -> Tensor:
        """An array on the device; floating numbers in its precision."""
        import torch

        writable = array if array.flags.writeable else array.copy()  # torch insists
        tensor = torch.from_numpy(writable).to(self.device.name, non_blocking=True)
        if tensor.is_floating_point():
            return tensor.to(getattr(torch, self.device.precision))
        return tensor

    def unload(self) -> None:
        """Give back the memory; the weights are read again at the next use."""
        with self._lock:
            had_module, self._module = self._module is not None, None
        if self._budget is not None:
            self._budget.leave(self)
        if had_module:
            free_memory()

    def close(self) -> None:
        """Give back the memory for good; safe to call twice."""
        with self._lock:
            self._closed = True
        self.unload()


def load_transformers(
    class_name: str, folder: Path, unused: str = "\n", attention: str | None = None
) -> Any:
    """Read a network of `transformers` from a checked folder, in float32 on the processor.

    Parameters
    ----------
    attention
        Which of the library's attention functions; None for the quickest it has.
    unused
        Beginning of the names of weights that no vector depends on; they may be missing.

    Raises
    ------
    SpaceError
        If weights are missing or of another shape: they would be random numbers otherwise.
    """
    import torch
    import transformers

    with quiet_transformers():
        try:
            module, told = getattr(transformers, class_name).from_pretrained(
                str(folder), dtype=torch.float32, use_safetensors=True, local_files_only=True,
                trust_remote_code=False, attn_implementation=attention, output_loading_info=True,
            )  # fmt: skip
        except (OSError, ValueError, RuntimeError, KeyError, TypeError, ImportError) as error:
            if is_out_of_memory(error):
                raise
            raise SpaceError(
                "{folder} cannot be loaded as a {class_name}: {reason}",
                folder=folder,
                class_name=class_name,
                reason=first_line(error),
            ) from error
    missing = sorted(one for one in told["missing_keys"] if not one.startswith(unused))
    if missing:
        raise SpaceError(
            "{folder} lacks {count} of the weights of a {class_name}, '{example}' among them. It "
            "holds another kind of network, or not all of this one.",
            folder=folder,
            count=len(missing),
            class_name=class_name,
            example=missing[0],
        )
    return module


def first_line(error: BaseException) -> str:
    """What an exception says, in one line that ends with a full stop."""
    said = str(error).strip().splitlines() or [type(error).__name__]
    return said[0].rstrip(". ") + "."


@contextmanager
def quiet_transformers() -> Any:
    """Keep the library's progress bars, warnings and advice off the person's terminal."""
    import transformers

    said: Any = transformers.logging
    level, bars = said.get_verbosity(), said.is_progress_bar_enabled()
    said.set_verbosity(logging.ERROR)
    said.disable_progress_bar()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        said.set_verbosity(level)
        if bars:
            said.enable_progress_bar()
