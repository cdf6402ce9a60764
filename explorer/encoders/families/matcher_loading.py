"""From a folder to a matching network, its weights not yet read."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from explorer.core.errors import SpaceError
from explorer.encoders.budget import MemoryBudget
from explorer.encoders.checkpoint import CONFIG, Checkpoint, open_checkpoint, read_json
from explorer.encoders.devices import Device
from explorer.encoders.families.loading import Where, patch_side, read_config, text_limit
from explorer.encoders.families.matching import MATCHING, UNMATCHED, Matcher
from explorer.encoders.families.network import load_transformers
from explorer.encoders.families.processor_config import image_settings
from explorer.encoders.families.tokenizer import OwnTokenizer


def is_matcher(folder: Path) -> bool:
    """Whether a folder holds a network that matches pictures with texts."""
    path = folder / CONFIG
    kind = str(read_json(path).get("model_type", "")) if path.is_file() else ""
    return kind in UNMATCHED or (kind in MATCHING and _fits(open_checkpoint(folder)))


def _fits(checkpoint: Checkpoint) -> bool:
    return checkpoint.architecture in (MATCHING[checkpoint.model_type].network, "")


def open_matcher(folder: Path) -> Checkpoint:
    """Check the folder of a matching network; nothing in it is loaded or run.

    Raises
    ------
    SpaceError
        If it is none, is damaged, asks for code of its own, or has pickled weights only.
    """
    checkpoint = open_checkpoint(folder)
    kind = checkpoint.model_type
    if kind in UNMATCHED:
        raise SpaceError("{folder} cannot be used: {why}", folder=folder, why=UNMATCHED[kind])
    if kind not in MATCHING or not _fits(checkpoint):
        known = ", ".join(one.name for one in MATCHING.values())
        raise SpaceError(
            "{folder} holds no network that matches pictures with texts. There are "
            "checkpoints of these: {known}.",
            folder=folder,
            known=known,
        )
    return checkpoint


def load_matcher(
    checkpoint: Checkpoint,
    matcher_id: str,
    revision: str,
    device: Device | None = None,
    budget: MemoryBudget | None = None,
) -> Matcher:
    """A matching network from a checked folder; its weights are read at first use.

    Raises
    ------
    SpaceError
        If its settings cannot be used.
    """
    matching, config = MATCHING[checkpoint.model_type], read_config(checkpoint)
    settings = image_settings(checkpoint, matching.default_processor, patch_side(config))
    limit = text_limit(getattr(config, "text_config", config), matching.text_limit)
    load = partial(load_transformers, matching.network, checkpoint.folder)
    network = Where(matcher_id, device, budget, checkpoint.size).network(load)
    tokenizer = OwnTokenizer(checkpoint.folder, limit)
    return Matcher(matcher_id, revision, matching, network, settings, tokenizer)
