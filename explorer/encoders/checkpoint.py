"""Checkpoint folders, read with care: nothing in them is run, unpickled or trusted.

All checks here read JSON and the headers of ``.safetensors`` files alone. They come before any
library is asked to load the folder.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from explorer.core.errors import SpaceError

CONFIG = "config.json"
PICKLED = (".bin", ".pt", ".pth", ".ckpt", ".h5", ".msgpack", ".pkl")
_HEADER_LIMIT = 100_000_000
_HEADER_LENGTH = struct.Struct("<Q")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A folder of weights that has passed every check.

    Parameters
    ----------
    folder
        Where it is.
    config
        Content of its ``config.json``.
    weights
        Its ``.safetensors`` files.
    """

    folder: Path
    config: Mapping[str, Any]
    weights: tuple[Path, ...]

    @property
    def model_type(self) -> str:
        """The family's name as `transformers` spells it: ``"clip"``, ``"siglip"``, ..."""
        return str(self.config.get("model_type", ""))

    @property
    def architecture(self) -> str:
        """Class that the weights were saved from, ``""`` where it is not said."""
        named = self.config.get("architectures") or [""]
        return str(named[0])

    @property
    def size(self) -> int:
        """Of the weights, in bytes."""
        return sum(file.stat().st_size for file in self.weights)

    def settings(self, name: str) -> Mapping[str, Any]:
        """Content of another JSON file in the folder; empty where there is none."""
        path = self.folder / name
        return read_json(path) if path.is_file() else {}


def open_checkpoint(folder: Path, stem: str = "model") -> Checkpoint:
    """Check a folder and read its configuration.

    Parameters
    ----------
    stem
        Of the weights' file name.

    Raises
    ------
    SpaceError
        If it is no checkpoint, asks for code of its own, or its weights are pickled, damaged or
        not those its index names.
    """
    if not folder.is_dir():
        raise SpaceError(
            "There is no folder {folder}. Give the folder of a checkpoint.", folder=folder
        )
    if not (folder / CONFIG).is_file():
        raise SpaceError(
            "{folder} is no checkpoint: it has no {config}. Give the folder that holds the "
            "configuration and the .safetensors weights of an encoder.",
            folder=folder,
            config=CONFIG,
        )
    refuse_remote_code(folder)
    return Checkpoint(folder, read_json(folder / CONFIG), checked_weights(folder, stem))


def read_json(path: Path) -> dict[str, Any]:
    """Read a JSON object.

    Raises
    ------
    SpaceError
        If it cannot be read or is something else.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SpaceError(
            "{file} cannot be read: {reason}.", file=path, reason=error.strerror or error
        ) from error
    except ValueError as error:
        raise SpaceError(
            "{file} is damaged: {reason}. Fetch the checkpoint again.", file=path, reason=error
        ) from error
    if not isinstance(data, dict):
        raise SpaceError(
            "{file} is damaged: it holds no settings. Fetch the checkpoint again.", file=path
        )
    return data


def refuse_remote_code(folder: Path) -> None:
    """Refuse a folder whose settings name Python code of its own.

    Raises
    ------
    SpaceError
        If one of its settings has an ``auto_map``.
    """
    for path in sorted(folder.glob("*config*.json")):
        if _names_code(read_json(path)):
            raise SpaceError(
                "{folder} asks to run Python code of its own (auto_map in {name}), which Explorer "
                "never does. Use a checkpoint of a family that transformers itself has.",
                folder=folder,
                name=path.name,
            )


def _names_code(settings: Mapping[str, Any]) -> bool:
    if settings.get("auto_map"):
        return True
    return any(_names_code(value) for value in settings.values() if isinstance(value, Mapping))


def checked_weights(folder: Path, stem: str = "model") -> tuple[Path, ...]:
    """The ``.safetensors`` files of a folder, whole and as their index says.

    Raises
    ------
    SpaceError
        If there are none, only pickled ones, or they are damaged or differ from the index.
    """
    index = folder / f"{stem}.safetensors.index.json"
    whole = folder / f"{stem}.safetensors"
    if whole.is_file():
        tensor_names(whole)
        return (whole,)
    if index.is_file():
        return _indexed_weights(folder, index)
    pickled = sorted(file.name for file in folder.iterdir() if file.suffix in PICKLED)
    if pickled:
        raise SpaceError(
            "{folder} has its weights in {weights} only, a format that can run code when it is "
            "opened, so Explorer does not. Use a checkpoint with .safetensors weights.",
            folder=folder,
            weights=pickled[0],
        )
    raise SpaceError(
        "{folder} has no weights: there is no {name}. Fetch the checkpoint again.",
        folder=folder,
        name=whole.name,
    )


def _indexed_weights(folder: Path, index: Path) -> tuple[Path, ...]:
    listed = read_json(index).get("weight_map")
    if not isinstance(listed, dict) or not listed:
        raise SpaceError(
            "{file} is damaged: it lists no weights. Fetch the checkpoint again.", file=index
        )
    by_file: dict[str, set[str]] = {}
    for tensor, name in listed.items():
        by_file.setdefault(str(name), set()).add(str(tensor))
    for name, expected in by_file.items():
        if Path(name).name != name or not name.endswith(".safetensors"):
            raise SpaceError(
                "{file} names the weights file '{name}', which is no .safetensors file of this "
                "folder; such a checkpoint is refused.",
                file=index,
                name=name,
            )
        if not (folder / name).is_file():
            raise SpaceError(
                "{folder} lacks {name}, which its index names. Fetch the checkpoint again.",
                folder=folder,
                name=name,
            )
        found = tensor_names(folder / name)
        if found != expected:
            example = sorted(found ^ expected)[0]
            raise SpaceError(
                "{name} is not the file its index describes: they differ about '{example}'. Fetch "
                "the checkpoint again.",
                name=folder / name,
                example=example,
            )
    return tuple(folder / name for name in sorted(by_file))


def tensor_names(path: Path) -> set[str]:
    """Names of the tensors in a ``.safetensors`` file, which has to be whole.

    Raises
    ------
    SpaceError
        As `tensor_shapes`.
    """
    return set(tensor_shapes(path))


def tensor_shapes(path: Path) -> dict[str, tuple[int, ...]]:
    """Shapes of the tensors in a ``.safetensors`` file by their names; it has to be whole.

    Raises
    ------
    SpaceError
        If its header is damaged, or it is longer or shorter than its header says.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            (length,) = _HEADER_LENGTH.unpack(stream.read(_HEADER_LENGTH.size))
            if length > min(_HEADER_LIMIT, size):
                raise ValueError("its header is longer than the file")
            header = json.loads(stream.read(length))
        header.pop("__metadata__", None)
        ends = [int(tensor["data_offsets"][1]) for tensor in header.values()]
        expected = _HEADER_LENGTH.size + length + max(ends, default=0)
        if size != expected:
            raise ValueError(f"it has {size:,} bytes where {expected:,} belong")
        return {name: tuple(tensor["shape"]) for name, tensor in header.items()}
    except OSError as error:
        raise SpaceError(
            "{file} cannot be read: {reason}.", file=path, reason=error.strerror or error
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError, struct.error) as error:
        raise SpaceError(
            "{file} is damaged: {reason}. Fetch the checkpoint again.", file=path, reason=error
        ) from error


def read_licence(folder: Path) -> str:
    """The licence that a checkpoint states in the head of its README, else ``"not stated"``."""
    readme = folder / "README.md"
    if not readme.is_file():
        return "not stated"
    lines = readme.read_text(encoding="utf-8", errors="replace").splitlines()
    if lines[:1] != ["---"]:
        return "not stated"
    for line in lines[1:60]:
        if line.strip() == "---":
            break
        key, _, value = line.partition(":")
        if key.strip() == "license" and value.strip():
            return value.strip().strip("\"'")
    return "not stated"
