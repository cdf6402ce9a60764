"""Write a trained sound tower beside the starter's other towers."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import save_file

from explorer.encoders.starter.sound import SOUND_WEIGHTS
from starter_graphs import write_sound
from starter_training.sound_network import SoundNetwork


def write_tower(folder: Path, network: SoundNetwork) -> None:
    """``sound.safetensors`` in half precision, and ``sound.onnx``."""
    tensors = {}
    for name, tensor in network.state_dict().items():
        # Convolutions were written for two dimensions of which one is 1.
        flat = tensor.squeeze(2) if tensor.ndim == 4 else tensor
        tensors[name] = flat.to(torch.float16).contiguous()
    path = folder / SOUND_WEIGHTS
    save_file(tensors, path)
    path.chmod(0o644)
    write_sound(folder, network.shape.blocks, network.shape.branch)
