"""The starter as a space: its manifest read, its towers loaded on a device."""

from __future__ import annotations

from pathlib import Path

from explorer.encoders.space import Space, SpaceInfo
from explorer.encoders.starter.encoders import PictureEncoder, TextEncoder, Tower
from explorer.encoders.starter.manifest import StarterManifest, read_manifest
from explorer.encoders.starter.onnx_towers import OnnxTower


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
    return Space(_info(folder, manifest), {"image": pictures, "text": texts})


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
        contents=("image", "text"),
        revision=manifest.revision,
        licence=manifest.licence,
        location=str(folder),
        description=manifest.description,
    )
