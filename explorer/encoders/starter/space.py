"""The starter as a space: its manifest read, its towers loaded on a device."""

from __future__ import annotations

from pathlib import Path

from safetensors.numpy import load_file

from explorer.api.encoder import Encoder
from explorer.encoders.relations import RelationOperators
from explorer.encoders.space import Space, SpaceInfo
from explorer.encoders.starter.encoders import PictureEncoder, TextEncoder, Tower
from explorer.encoders.starter.lexicon import Lexicon
from explorer.encoders.starter.manifest import StarterManifest, read_manifest
from explorer.encoders.starter.onnx_towers import OnnxTower
from explorer.encoders.starter.sound import (
    LEXICON_FILE,
    SOUND_GRAPH,
    SOUND_WEIGHTS,
    SoundEncoder,
    sound_revision,
    text_heads,
)

RELATIONS_FILE = "relations.safetensors"


def read_starter_info(folder: Path) -> SpaceInfo:
    """What the starter is, without loading its weights.

    Raises
    ------
    SpaceError
        If its manifest is missing or damaged.
    """
    return _info(folder, read_manifest(folder))


def load_starter(folder: Path, device: str = "cpu", threads: int = 0) -> Space:
    """Load the starter.

    Parameters
    ----------
    folder
        ``assets/starter`` of an installation.
    device
        ``"cpu"`` runs the ONNX graphs and imports no torch; a torch device (``"cuda"``,
        ``"mps"``) runs the same weights by torch.
    threads
        How many threads work on one batch on a processor; 0 for one per core.

    Raises
    ------
    SpaceError
        If a file is missing or damaged.
    """
    manifest = read_manifest(folder)
    vision, text = _towers(folder, manifest, device, threads)
    on_processor = device == "cpu"
    pictures = PictureEncoder(vision, manifest, 8 if on_processor else 128, folder)
    texts = TextEncoder(text, folder / "tokenizer.json", manifest, 16 if on_processor else 256)
    encoders: dict[str, Encoder] = {"image": pictures, "text": texts}
    if _hears(folder):
        encoders["audio"] = _sounds(folder, texts, threads)
    return Space(_info(folder, manifest), encoders, _relations(folder))


def _hears(folder: Path) -> bool:
    """Whether this starter has a sound tower; one made before there was any has none."""
    return all((folder / name).exists() for name in (SOUND_WEIGHTS, SOUND_GRAPH, LEXICON_FILE))


def _sounds(folder: Path, texts: TextEncoder, threads: int) -> SoundEncoder:
    # The tower is so small that a processor is quicker than the way to another device.
    tower = OnnxTower(folder / SOUND_GRAPH, threads)
    revision = sound_revision(folder, texts.revision)
    return SoundEncoder(
        tower, texts, lambda: Lexicon.read(folder / LEXICON_FILE), text_heads(folder), revision
    )


def _relations(folder: Path) -> RelationOperators | None:
    path = folder / RELATIONS_FILE
    return RelationOperators(load_file(path)) if path.exists() else None


def _towers(
    folder: Path, manifest: StarterManifest, device: str, threads: int
) -> tuple[Tower, Tower]:
    if device == "cpu":
        graphs = (folder / "vision.onnx", folder / "text.onnx")
        vision, text = (OnnxTower(graph, threads) for graph in graphs)
        return vision, text
    # The torch twin imports torch, which takes longer than everything else here together.
    from explorer.encoders.starter import torch_towers

    return (
        torch_towers.TorchTower(torch_towers.load_vision(folder, device), device),
        torch_towers.TorchTower(torch_towers.load_text(folder, device, manifest.dimension), device),
    )


def _info(folder: Path, manifest: StarterManifest) -> SpaceInfo:
    return SpaceInfo(
        id=manifest.id,
        name=manifest.name,
        dimension=manifest.dimension,
        contents=("image", "text", "audio") if _hears(folder) else ("image", "text"),
        revision=manifest.revision,
        licence=manifest.licence,
        location=str(folder),
        description=manifest.description,
        limits=manifest.limits,
    )
