"""From a folder to a space: which family it is of, and its encoders, their weights not yet read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from explorer.api.encoder import Encoder
from explorer.core.errors import SpaceError
from explorer.encoders.budget import MemoryBudget
from explorer.encoders.checkpoint import (
    Checkpoint,
    checked_weights,
    open_checkpoint,
    read_json,
    read_licence,
    refuse_remote_code,
)
from explorer.encoders.devices import Device
from explorer.encoders.families.dual import FAMILIES, RETRIEVAL_HEADS
from explorer.encoders.families.encoder import Tower
from explorer.encoders.families.family import Family
from explorer.encoders.families.image import ImageEncoder, MatchingImageEncoder, PatchEncoder
from explorer.encoders.families.matching import MATCHING
from explorer.encoders.families.network import (
    Load,
    Network,
    first_line,
    load_transformers,
    quiet_transformers,
)
from explorer.encoders.families.open_clip import CONFIG as OPEN_CLIP
from explorer.encoders.families.open_clip import STEM, read_open_clip
from explorer.encoders.families.perception import PERCEPTION
from explorer.encoders.families.processor_config import ImageSettings, image_settings
from explorer.encoders.families.sentence import (
    MODULES,
    PLAIN_ENCODERS,
    SentenceModules,
    clip_folder,
    load_sentence_network,
    read_modules,
    sentence_side,
)
from explorer.encoders.families.sound import CLAP, SoundEncoder, SpectrogramEncoder
from explorer.encoders.families.sound_preparation import LogMel, Waveform, log_mel, waveform
from explorer.encoders.families.text import TextEncoder
from explorer.encoders.families.tokenizer import OwnTokenizer
from explorer.encoders.families.video import VIDEO_FAMILIES, VideoEncoder, frame_count
from explorer.encoders.families.vision_only import VISION_ONLY, with_registers
from explorer.encoders.space import Space, SpaceInfo

DUAL: dict[str, Family] = {
    **FAMILIES, **RETRIEVAL_HEADS, **VIDEO_FAMILIES, **PERCEPTION, "clap": CLAP,
}  # fmt: skip
"""Families with a text side, by the `model_type` in their configuration."""

_IMAGE_ENCODERS: dict[str, type[ImageEncoder]] = {
    "Siglip2Model": PatchEncoder,
    "BlipForImageTextRetrieval": MatchingImageEncoder,
}
"""Of the networks that need another than `ImageEncoder`."""

# These count places from behind the padding token, so the first few are never used.
_PLACES_AFTER_PADDING = {
    "roberta", "xlm-roberta", "camembert", "mpnet", "clap_text_model", "altclip_text_model",
    "xlm-roberta-xl", "roberta-prelayernorm", "data2vec-text", "longformer", "xmod",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Where:
    """What a network is called, where it runs, and where it asks for how much memory."""

    label: str
    device: Device | None = None
    budget: MemoryBudget | None = None
    size: int = 0

    def network(self, load: Load, *, channels_last: bool = False) -> Network:
        """A network that is loaded at first use."""
        said = self.device.channels_last if self.device is not None else None
        return Network(
            load,
            self.label,
            self.device,
            channels_last=channels_last if said is None else said,
            budget=self.budget,
            size=self.size,
        )


@dataclass(frozen=True, slots=True)
class Found:
    """A folder that has passed all checks, and what is in it.

    Parameters
    ----------
    folder
        Where.
    kind
        What the family is called.
    files
        All its weights.
    build
        Makes the encoders: ``build(revision, where)``.
    description
        For people, "" where there is nothing to add.
    """

    folder: Path
    kind: str
    files: tuple[Path, ...]
    build: Any
    description: str = ""

    @property
    def settings(self) -> tuple[Path, ...]:
        """The small files that vectors depend on beside the weights."""
        folders = {self.folder, *(file.parent for file in self.files)}
        folders |= set(self.folder.glob("*_Pooling"))
        return tuple(
            path
            for folder in sorted(folders)
            for name in ("config.json", MODULES, OPEN_CLIP)
            if (path := folder / name).is_file()
        )

    @property
    def size(self) -> int:
        """Bytes of its weights on disk."""
        return sum(file.stat().st_size for file in self.files)

    def space(
        self,
        space_id: str,
        revision: str,
        device: Device | None = None,
        name: str = "",
        budget: MemoryBudget | None = None,
    ) -> Space:
        """The space, whose weights are read at first use."""
        where = Where(space_id, device, budget, self.size)
        encoders: dict[str, Encoder] = self.build(revision, where)
        dimension = next(iter(encoders.values())).dimension
        info = SpaceInfo(
            id=space_id,
            name=name or self.folder.name,
            dimension=dimension,
            contents=tuple(encoders),
            revision=revision,
            licence=read_licence(self.folder),
            location=str(self.folder),
            description=" ".join(filter(None, (f"{self.kind}.", self.description))),
        )
        return Space(info, encoders)


def find_space(folder: Path) -> Found:
    """Look at a folder and say what it holds; nothing in it is loaded or run.

    Raises
    ------
    SpaceError
        If it is no checkpoint, is damaged, asks for code of its own, has pickled weights only, or
        is of a family that is not known here.
    """
    if (folder / MODULES).is_file():
        refuse_remote_code(folder)
        wrapped = clip_folder(folder)
        if wrapped is not None:
            return find_space(wrapped)
        modules = read_modules(folder)
        build = partial(_sentence_encoders, modules)
        return Found(folder, "A sentence-transformers text encoder", modules.weights, build)
    if _is_open_clip(folder):
        return _found_open_clip(folder)
    checkpoint = open_checkpoint(folder)
    kind = checkpoint.model_type
    family = DUAL.get(kind) or VISION_ONLY.get(kind)
    if kind in RETRIEVAL_HEADS and checkpoint.architecture not in (
        RETRIEVAL_HEADS[kind].network, ""
    ):  # fmt: skip
        raise SpaceError(
            "{folder} holds a {architecture}, which gives no vectors to compare. Use a "
            "checkpoint of {network}.",
            folder=folder,
            architecture=checkpoint.architecture,
            network=RETRIEVAL_HEADS[kind].network,
        )
    if family is not None:
        build = partial(_family_encoders, checkpoint, family)
        return Found(folder, family.name, checkpoint.weights, build, family.description)
    if kind in PLAIN_ENCODERS:
        build = partial(_sentence_encoders, SentenceModules(checkpoint))
        return Found(folder, f"A text encoder ({kind})", checkpoint.weights, build)
    if kind in MATCHING:
        raise SpaceError(
            "{folder} holds a {name}, which gives no vectors to search by; it puts the first "
            "hits in order.",
            folder=folder,
            name=MATCHING[kind].name,
        )
    raise SpaceError(
        "{folder} is of the family '{kind}', which Explorer does not know. It knows {known}, "
        "and text encoders.",
        folder=folder,
        kind=kind,
        known=", ".join(sorted({**DUAL, **VISION_ONLY})),
    )


def _found_open_clip(folder: Path) -> Found:
    refuse_remote_code(folder)
    settings = read_json(folder / OPEN_CLIP)
    found = read_open_clip(Checkpoint(folder, settings, checked_weights(folder, STEM)))

    def build(revision: str, where: Where) -> dict[str, Encoder]:
        network = where.network(found.load, channels_last=found.pictures.channels_last)
        return found.encoders(network, revision)

    return Found(folder, found.name, found.checkpoint.weights, build)


def _is_open_clip(folder: Path) -> bool:
    """Whether only open_clip's weights are of use here; some folders have timm's beside them."""
    if not (folder / OPEN_CLIP).is_file():
        return False
    config = folder / "config.json"
    if not (folder / "model.safetensors").is_file() or not config.is_file():
        return True
    if not (folder / f"{STEM}.safetensors").is_file():
        return False
    return read_json(config).get("model_type") not in DUAL


# --- encoders -------------------------------------------------------------------------------------


def _family_encoders(
    checkpoint: Checkpoint, family: Family, revision: str, where: Where
) -> dict[str, Encoder]:
    config = read_config(checkpoint)
    family = with_registers(family, config)
    only_looks = family.network == "AutoModel"
    unused = "pooler." if only_looks else "\n"
    load = partial(load_transformers, family.network, checkpoint.folder, unused, family.attention)
    pictures = None
    if {"image", "video"} & set(family.sides):
        pictures = image_settings(checkpoint, family.default_processor, patch_side(config))
    return _encoders(checkpoint, family, config, load, pictures, revision, where)


def _encoders(
    checkpoint: Checkpoint,
    family: Family,
    config: Any,
    load: Load,
    pictures: ImageSettings | None,
    revision: str,
    where: Where,
) -> dict[str, Encoder]:
    network = where.network(load, channels_last=family.channels_last)
    dimension = family.dimension(config)
    encoders: dict[str, Encoder] = {}
    for content, side in family.sides.items():
        tower = Tower(network, side, dimension, revision, family.score)
        if content == "image" and pictures is not None:
            kind = _IMAGE_ENCODERS.get(family.network, ImageEncoder)
            encoders[content] = kind(tower, pictures, patch_side(config))
        elif content == "video" and pictures is not None:
            encoders[content] = VideoEncoder(tower, pictures, frame_count(config))
        elif content == "audio":
            encoders[content] = _sound_encoder(tower, _hearing(checkpoint, config))
        else:
            limit = text_limit(config.text_config, family.text_limit)
            tokenizer = OwnTokenizer(checkpoint.folder, limit, family.padding)
            encoders[content] = TextEncoder(tower, tokenizer)
    return encoders


def _sound_encoder(tower: Tower, hearing: LogMel | Waveform) -> Encoder:
    if isinstance(hearing, LogMel):
        return SpectrogramEncoder(tower, hearing)
    return SoundEncoder(tower, hearing)


def _sentence_encoders(modules: SentenceModules, revision: str, where: Where) -> dict[str, Encoder]:
    checkpoint = modules.transformer
    config = read_config(checkpoint)
    network = where.network(partial(load_sentence_network, modules))
    outputs = modules.dense[-1].outputs if modules.dense else config.hidden_size * modules.factor
    side = sentence_side(modules)
    tower = Tower(network, side, int(outputs), revision)
    tokenizer = OwnTokenizer(
        checkpoint.folder, text_limit(config, modules.limit),
        lower=modules.lower, prompt=modules.prompt,
    )  # fmt: skip
    return {"text": TextEncoder(tower, tokenizer)}


def read_config(checkpoint: Checkpoint) -> Any:
    """The checkpoint's configuration with its class's own values for what it leaves out.

    Raises
    ------
    SpaceError
        If this `transformers` does not know the family, or a value is not one it may have.
    """
    from transformers import AutoConfig

    with quiet_transformers():
        try:
            return AutoConfig.from_pretrained(
                str(checkpoint.folder), local_files_only=True, trust_remote_code=False
            )
        # Configurations check themselves with exceptions of several libraries.
        except Exception as error:
            raise SpaceError(
                "The configuration of {folder} cannot be used: {reason}",
                folder=checkpoint.folder,
                reason=first_line(error),
            ) from error


def patch_side(config: Any) -> int:
    """Side in pixels of what one token of a picture stands for; 0 where it is not said."""
    for part in (
        config,
        getattr(config, "vision_config", None),
        getattr(config, "image_config", 0),
    ):
        patch = getattr(part, "patch_size", None)
        if patch is not None:
            return int(patch if isinstance(patch, int) else patch[-1])
    return 0


def text_limit(config: Any, known: int = 0) -> int:
    """The most tokens that a text tower has places for; 0 where it does not say."""
    places = int(getattr(config, "max_position_embeddings", 0) or 0)
    if getattr(config, "model_type", "") in _PLACES_AFTER_PADDING:
        places -= int(getattr(config, "pad_token_id", None) or 0) + 1
    return min(places, known) if places > 0 and known else max(places, known)


def _hearing(checkpoint: Checkpoint, config: Any) -> LogMel | Waveform:
    settings = sound_settings(checkpoint)
    if config.model_type not in PERCEPTION:
        return log_mel(settings)
    joint = config.audio_video_config if config.model_type == "pe_audio_video" else config
    return waveform(settings, int(joint.audio_config.max_position_embeddings))


def sound_settings(checkpoint: Checkpoint) -> Mapping[str, Any]:
    """What a checkpoint says of preparing its sounds.

    Raises
    ------
    SpaceError
        If it says nothing.
    """
    together = checkpoint.settings("processor_config.json").get("feature_extractor")
    settings = together or checkpoint.settings("preprocessor_config.json")
    if not settings:
        raise SpaceError(
            "{folder} does not say how its sounds are prepared: it has no "
            "preprocessor_config.json. Fetch that file too; guessing would make wrong vectors.",
            folder=checkpoint.folder,
        )
    return dict(settings)


__all__ = ["DUAL", "Found", "find_space"]
