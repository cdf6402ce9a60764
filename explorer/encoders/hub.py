"""Checkpoints by their name on the Hugging Face hub: found on this machine, or fetched when asked.

Nothing is fetched unless a person says so; everything else here looks at the disk alone.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Sequence
from fnmatch import fnmatch
from importlib import import_module
from pathlib import Path
from typing import Any

from explorer.core.errors import Cancelled, ExplorerError, SpaceError
from explorer.core.wording import Wording
from explorer.jobs import Control

NAME = re.compile(r"[\w.-]+/[\w.-]+")
"""A hub name: its owner, a slash, its own name."""

WANTED = ("*.safetensors", "*.json", "*.txt", "*.model", "README.md", "LICENSE*")
UNWANTED = ("onnx/*", "openvino/*", "*/onnx/*", "runs/*", "*.fp16.safetensors", "*adapter*")
_ENTRANCES = ("modules.json", "config.json", "open_clip_config.json")
_BLOCK = 1 << 20


def find_download(name: str, models: Path) -> Path | None:
    """Folder of a hub name that was fetched before, by Explorer or another program; else None."""
    from huggingface_hub import constants, try_to_load_from_cache
    from huggingface_hub.errors import HFValidationError

    for cache in (models, Path(constants.HF_HUB_CACHE)):
        for entrance in _ENTRANCES:
            try:
                found = try_to_load_from_cache(name, entrance, cache_dir=cache)
            except HFValidationError:
                return None
            if isinstance(found, str):
                return Path(found).parent
    return None


def is_offline() -> bool:
    """Whether the person has forbidden this machine's programs to ask the hub."""
    said = (os.environ.get(name, "") for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"))
    return any(one.upper() in ("1", "ON", "YES", "TRUE") for one in said)


def download(
    name: str, models: Path, control: Control | None = None, endpoint: str | None = None
) -> Path:
    """Fetch a checkpoint's settings and ``.safetensors`` weights; goes on where it was stopped.

    Parameters
    ----------
    name
        ``owner/name``.
    models
        Where it is kept, as the hub's own programs keep it.
    control
        For progress in bytes, and to stop.
    endpoint
        Another address of the hub.

    Returns
    -------
    The folder.

    Raises
    ------
    SpaceError
        If there is no such checkpoint, it has no such weights, the hub cannot be reached, or
        what came is not what the hub lists.
    Cancelled
        If the person stops it; what came so far is kept.
    """
    if not NAME.fullmatch(name):
        raise SpaceError(
            "'{name}' is no name on the hub. A name is like owner/checkpoint.", name=name
        )
    if is_offline():
        raise SpaceError(
            "'{name}' was not fetched: HF_HUB_OFFLINE is set. Unset it, or give the folder of a "
            "checkpoint that is on this machine.",
            name=name,
        )
    control = control or Control()
    try:
        files = _listed(name, models, endpoint)
        _require_safe_weights(name, files)
        return _fetched(name, _chosen(files), models, control, endpoint)
    except (Cancelled, ExplorerError):
        raise
    # The library lets the errors of its transport through, whose classes change with it.
    except Exception as error:
        raise SpaceError(_why(name, error)) from error


def _listed(name: str, models: Path, endpoint: str | None) -> list[Any]:
    from huggingface_hub import snapshot_download

    return list(
        snapshot_download(
            name, cache_dir=models, endpoint=endpoint, dry_run=True, tqdm_class=_bar(Control())
        )
    )


def _require_safe_weights(name: str, files: Sequence[Any]) -> None:
    if not any(one.filename.endswith(".safetensors") for one in files):
        raise SpaceError(
            "'{name}' has no .safetensors weights; other formats can run code when they are "
            "opened, so Explorer does not fetch them.",
            name=name,
        )


def _chosen(files: Sequence[Any]) -> list[Any]:
    return [
        one
        for one in files
        if any(fnmatch(one.filename, wanted) for wanted in WANTED)
        and not any(fnmatch(one.filename, unwanted) for unwanted in UNWANTED)
    ]


def _fetched(
    name: str, files: Sequence[Any], models: Path, control: Control, endpoint: str | None
) -> Path:
    from huggingface_hub import hf_hub_download

    total, done = sum(one.file_size or 0 for one in files), 0
    folder = models
    for one in files:
        control.check()
        control.progress(done, total, one.filename)
        bar = _bar(control, done, total, one.filename)
        came = Path(
            hf_hub_download(
                name, one.filename, revision=one.commit_hash, cache_dir=models,
                endpoint=endpoint, tqdm_class=bar,
            )
        )  # fmt: skip
        _verify(came, one.file_size)
        done += one.file_size or 0
        if "/" not in one.filename:
            folder = came.parent
    control.progress(done, total)
    return folder


def _bar(control: Control, before: int = 0, total: int = 0, file: str = "") -> Any:
    """A class that the hub's library takes for its progress bar, and that draws none."""
    tqdm: Any = import_module("tqdm").tqdm  # it has no types

    class Reported(tqdm):  # type: ignore[misc]
        def __init__(self, *arguments: Any, **options: Any) -> None:
            options["disable"] = True
            options.pop("name", None)
            super().__init__(*arguments, **options)
            self._bytes = int(options.get("initial") or 0)

        def update(self, n: float | None = 1) -> None:
            control.check()
            self._bytes += int(n or 0)
            control.progress(before + self._bytes, total, file)

    return Reported


def _verify(file: Path, size: int | None) -> None:
    """Compare a fetched file with what the hub says of it: its size, and its SHA-256 if known."""
    blob = file.resolve()
    right = size is None or blob.stat().st_size == size
    if right and re.fullmatch(r"[0-9a-f]{64}", blob.name):
        digest = hashlib.sha256()
        with blob.open("rb") as stream:
            while block := stream.read(_BLOCK):
                digest.update(block)
        right = digest.hexdigest() == blob.name
    if not right:
        blob.unlink(missing_ok=True)
        raise SpaceError(
            "{name} did not arrive whole: its checksum is not the hub's. Fetch it again.",
            name=file.name,
        )


def _why(name: str, error: Exception) -> Wording:
    # A dry run that reaches nothing hides the reason behind an error of its own.
    while type(error).__name__ == "DryRunError" and isinstance(error.__cause__, Exception):
        error = error.__cause__
    kind = type(error).__name__
    if kind in ("RepositoryNotFoundError", "RevisionNotFoundError"):
        return Wording(
            "There is no checkpoint called '{name}' on the hub, or it is private.", name=name
        )
    if kind == "GatedRepoError":
        return Wording(
            "'{name}' is given only to those who have accepted its terms: do so on its page, and "
            "log in with `hf auth login`.",
            name=name,
        )
    said = (str(error).strip().splitlines() or [kind])[0].rstrip(".")
    return Wording(
        "'{name}' could not be fetched: the hub cannot be reached ({reason}). Check the network "
        "and try again; what came so far is kept.",
        name=name,
        reason=said,
    )
