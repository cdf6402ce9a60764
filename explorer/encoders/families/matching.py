"""Networks that look at a picture and a text together and say whether they belong to each other.

They give no vectors, so they cannot search; they put the first hits of a search in a better
order. Each is given pictures of one shape at a time: none is padded.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from explorer.api.encoder import Preparation
from explorer.encoders.devices import encode_in_parts
from explorer.encoders.families.dual import accepted, matching_logits
from explorer.encoders.families.encoder import BATCH_ON_ACCELERATOR, BATCH_ON_PROCESSOR
from explorer.encoders.families.family import Inputs, Tensor
from explorer.encoders.families.image import normalised
from explorer.encoders.families.network import Network
from explorer.encoders.families.processor_config import ImageSettings
from explorer.encoders.families.tokenizer import OwnTokenizer


@dataclass(frozen=True, slots=True)
class Matching:
    """The facts of a family of matching networks.

    Parameters
    ----------
    name
        As people call it.
    network
        Name of its class in `transformers`.
    logits
        Of a network and a batch: (n, 2), no and yes, or (n, 1).
    default_processor
        Of pictures, where the checkpoint does not name its class.
    """

    name: str
    network: str
    logits: Callable[[Any, Inputs], Tensor]
    default_processor: str
    text_limit: int = 0


def _blip2(module: Any, batch: Inputs) -> Tensor:
    import torch

    seen = module.vision_model(pixel_values=batch["pixel_values"]).last_hidden_state
    queries = module.query_tokens.expand(seen.shape[0], -1, -1)
    words, mask = batch["input_ids"], batch["attention_mask"]
    ones = torch.ones(queries.shape[:2], dtype=mask.dtype, device=mask.device)
    met = module.qformer(
        query_embeds=module.embeddings(input_ids=words, query_embeds=queries),
        query_length=queries.shape[1],
        attention_mask=torch.cat([ones, mask], dim=1),
        encoder_hidden_states=seen,
    ).last_hidden_state
    return module.itm_head(met[:, : queries.shape[1]]).mean(dim=1)


def _logits(module: Any, batch: Inputs) -> Tensor:
    return module(**accepted(module.forward, batch)).logits


MATCHING: dict[str, Matching] = {
    "blip": Matching("BLIP", "BlipForImageTextRetrieval", matching_logits, "BlipImageProcessor"),
    "blip-2": Matching("BLIP-2", "Blip2ForImageTextRetrieval", _blip2, "BlipImageProcessor"),
    "vilt": Matching("ViLT", "ViltForImageAndTextRetrieval", _logits, "ViltImageProcessor", 40),
    "bridgetower": Matching(
        "BridgeTower", "BridgeTowerForImageAndTextRetrieval", _logits, "BridgeTowerImageProcessor"
    ),
}
"""Families by the `model_type` in their configuration."""

UNMATCHED = {
    "lxmert": (
        "LXMERT reads no pictures but regions that a detector has found in them, and that detector "
        "is not part of its checkpoint. Use a BLIP, ViLT or BridgeTower checkpoint instead."
    ),
}
"""Families of matching networks that cannot be used, and why."""


class Matcher:
    """Says of pairs of a picture and a text how likely they belong together.

    Parameters
    ----------
    network
        Loaded at first use.
    settings
        How pictures are prepared.

    Attributes
    ----------
    id, revision
        Its name, and the hash of its weights.
    """

    def __init__(
        self,
        matcher_id: str,
        revision: str,
        matching: Matching,
        network: Network,
        settings: ImageSettings,
        tokenizer: OwnTokenizer,
    ) -> None:
        self.id, self.revision = matcher_id, revision
        self.network = network
        self._matching, self._settings, self._tokenizer = matching, settings, tokenizer
        self._batch_size = 0

    @property
    def kind(self) -> Literal["softmax", "sigmoid"]:
        """How its logits become probabilities: yes against no, or of each pair by itself."""
        return "sigmoid" if self._matching.network.startswith("Vilt") else "softmax"

    def preparation(self) -> Preparation:
        """What turns a picture (`Pixels`) into input for `scores`; runs in worker processes."""
        return self._settings.preparation

    def scores(self, pictures: Sequence[NDArray[Any]], texts: Sequence[str]) -> NDArray[np.float32]:
        """How likely each picture belongs to the text at the same place: float32 (n,), 0 to 1.

        Raises
        ------
        SpaceError
            If the network cannot be loaded or run.
        """
        found = np.empty(len(texts), np.float32)
        shapes: dict[tuple[int, ...], list[int]] = {}
        for position, picture in enumerate(pictures):
            shapes.setdefault(picture.shape, []).append(position)
        for positions in shapes.values():
            words = self._tokenizer.batches([texts[one] for one in positions])
            for chosen, tokens in words:
                places = [positions[one] for one in chosen]
                found[places] = self._scored([pictures[one] for one in places], tokens)
        return found

    def _scored(
        self, pictures: list[NDArray[Any]], tokens: dict[str, NDArray[np.int64]]
    ) -> NDArray[np.float32]:
        def encode(rows: Sequence[int]) -> NDArray[np.float32]:
            some = {name: values[list(rows)] for name, values in tokens.items()}
            pixels = np.stack([pictures[row] for row in rows])
            return self.network.run(self._probability, {**some, "pixels": pixels}, unit=False)

        self.network.module()  # says what is wrong, and on which device it runs
        usual = BATCH_ON_PROCESSOR if self.network.device.on_processor else BATCH_ON_ACCELERATOR
        wanted = self._batch_size or usual
        values, size = encode_in_parts(range(len(pictures)), wanted, encode)
        self._batch_size = size if size < wanted else self._batch_size
        return values[:, 0]

    def batch_of(self, picture: NDArray[Any], text: str) -> dict[str, Tensor]:
        """One prepared picture and a text as its network takes them."""
        ((_, tokens),) = self._tokenizer.batches([text])
        arrays = {**tokens, "pixels": picture[np.newaxis]}
        tensors = {name: self.network.tensor(array) for name, array in arrays.items()}
        return self._seen(self.network.module(), tensors)

    def match(self, module: Any, batch: Inputs) -> Tensor:
        """How well the one pair of a `batch_of` matches: its logit, against no where it has one."""
        logits = self._matching.logits(module, batch)[0].float()
        return logits[0] if self.kind == "sigmoid" else logits[1] - logits[0]

    def _seen(self, module: Any, batch: Inputs) -> dict[str, Tensor]:
        pixels = normalised(batch["pixels"], self._settings.normalisation).permute(0, 3, 1, 2)
        words = {name: one for name, one in batch.items() if name != "pixels"}
        return {**words, "pixel_values": pixels.to(next(module.parameters()).dtype)}

    def _probability(self, module: Any, batch: Inputs) -> Tensor:
        logits = self._matching.logits(module, self._seen(module, batch)).float()
        if self.kind == "sigmoid":
            return logits.sigmoid()
        return logits.softmax(dim=-1)[:, 1:]

    def close(self) -> None:
        """Give back its memory."""
        self._tokenizer.close()
        self.network.close()
