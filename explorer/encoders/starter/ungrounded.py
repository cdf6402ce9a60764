"""The starter's language stream as it was before it met pictures: a space of text alone.

Zhang et al. 2021, "Explainable Semantic Space by Grounding Language to Vision with Cross-Modal
Contrastive Learning", compare a grounded space with the ungrounded one it came from: what moves
is what sight has taught.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from blake3 import blake3

from explorer.core.wording import Wording
from explorer.encoders.space import Space, SpaceInfo
from explorer.encoders.starter.architecture import WIDTH
from explorer.encoders.starter.encoders import TextEncoder
from explorer.encoders.starter.manifest import read_manifest

UNGROUNDED = "starter-text"
_NAME = Wording("Starter's words, ungrounded")
_DESCRIPTION = Wording(
    "English words alone, all-MiniLM-L6-v2 as it is; compare it with the starter to see what "
    "sight has taught. Pictures are found by their names."
)
_FILES = ("text.safetensors", "tokenizer.json")


def read_ungrounded_info(folder: Path) -> SpaceInfo:
    """What the space is, without loading its weights.

    Raises
    ------
    SpaceError
        If the starter's manifest is missing or damaged.
    """
    manifest = read_manifest(folder)
    return SpaceInfo(
        id=UNGROUNDED,
        name=_NAME,
        dimension=WIDTH,
        contents=("text",),
        revision=_revision(folder),
        licence=manifest.licence,
        location=str(folder),
        description=_DESCRIPTION,
    )


def load_ungrounded(folder: Path, device: str = "cpu") -> Space:
    """Load the language stream without what grounding added to it; torch is imported here.

    Raises
    ------
    SpaceError
        If the starter's manifest is missing or damaged.
    """
    from explorer.encoders.starter import torch_towers

    info, manifest = read_ungrounded_info(folder), read_manifest(folder)
    tower = torch_towers.TorchTower(torch_towers.load_ungrounded_text(folder, device), device)
    own = replace(manifest, id=info.id, dimension=info.dimension, revision=info.revision)
    encoder = TextEncoder(tower, folder / "tokenizer.json", own, 16 if device == "cpu" else 256)
    return Space(info, {"text": encoder})


def _revision(folder: Path) -> str:
    """Hash of the stream's weights and tokenizer: new heads of the starter leave it as it is."""
    stamps = tuple((folder / name).stat().st_mtime_ns for name in _FILES)
    return _hashed(folder, stamps)


@lru_cache(maxsize=4)
def _hashed(folder: Path, stamps: tuple[int, ...]) -> str:
    del stamps  # a file that changed is read again
    hasher = blake3()
    for name in _FILES:
        hasher.update((folder / name).read_bytes())
    return hasher.hexdigest()[:32]
