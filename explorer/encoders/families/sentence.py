"""Text encoders by themselves: sentence-transformers folders, and plain ones of BERT's kind.

A space of theirs has one modality: texts are compared with texts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from explorer.core.errors import SpaceError
from explorer.core.wording import Wording
from explorer.encoders.checkpoint import Checkpoint, checked_weights, open_checkpoint, read_json
from explorer.encoders.families.dual import accepted
from explorer.encoders.families.family import Inputs, Side, Tensor
from explorer.encoders.families.network import load_transformers

MODULES = "modules.json"

PLAIN_ENCODERS = {
    "albert", "bert", "big_bird", "camembert", "data2vec-text", "deberta", "deberta-v2",
    "distilbert", "electra", "ernie", "esm", "longformer", "mobilebert", "modernbert", "mpnet",
    "nomic_bert", "nystromformer", "rembert", "roberta", "roberta-prelayernorm", "roformer",
    "squeezebert", "xlm-roberta", "xlm-roberta-xl", "xmod",
}  # fmt: skip
"""Encoders by `model_type` whose tokens' mean is a text's vector, as UniXcoder uses them
(Guo et al. 2022, "UniXcoder: Unified Cross-Modal Pre-training for Code Representation")."""

_ENCODER_HALVES = {"t5": "T5EncoderModel", "mt5": "MT5EncoderModel"}
_POOLINGS = ("cls", "mean", "max", "mean_sqrt_len_tokens", "weightedmean", "lasttoken")
_OLD_NAMES = {
    "cls": "pooling_mode_cls_token",
    "max": "pooling_mode_max_tokens",
    "mean": "pooling_mode_mean_tokens",
    "mean_sqrt_len_tokens": "pooling_mode_mean_sqrt_len_tokens",
    "weightedmean": "pooling_mode_weightedmean_tokens",
    "lasttoken": "pooling_mode_lasttoken",
}
_ACTIVATIONS = ("Identity", "Tanh", "ReLU", "GELU", "Sigmoid", "SiLU")


@dataclass(frozen=True, slots=True)
class Dense:
    """A linear layer behind the pooling, with the name of torch's activation after it."""

    folder: Path
    inputs: int
    outputs: int
    bias: bool
    activation: str


@dataclass(frozen=True, slots=True)
class SentenceModules:
    """What a sentence-transformers folder puts together.

    Parameters
    ----------
    transformer
        The folder of the network and its tokenizer.
    pooling
        From tokens to a vector; several are joined.
    dense
        Layers after that.
    limit
        Tokens of a text, 0 where it is not said.
    lower, prompt
        What is done to a text first.
    """

    transformer: Checkpoint
    pooling: tuple[str, ...] = ("mean",)
    dense: tuple[Dense, ...] = ()
    limit: int = 0
    lower: bool = False
    prompt: str = ""
    weights: tuple[Path, ...] = field(default=())

    @property
    def factor(self) -> int:
        """How many vectors the pooling joins to one."""
        return len(self.pooling)


def clip_folder(folder: Path) -> Path | None:
    """Where a sentence-transformers folder that wraps a CLIP keeps it; None where it does not."""
    for kind, path in _modules(folder):
        if kind == "CLIPModel":
            return path
    return None


def read_modules(folder: Path) -> SentenceModules:
    """What a sentence-transformers folder consists of.

    Raises
    ------
    SpaceError
        If it asks for code of its own or for a kind of layer that is not known here.
    """
    transformer: Path | None = None
    pooling: tuple[str, ...] = ("mean",)
    dense: list[Dense] = []
    for kind, path in _modules(folder):
        if kind == "Transformer":
            transformer = path
        elif kind == "Pooling":
            pooling = _pooling(path)
        elif kind == "Dense":
            dense.append(_dense(path))
        elif kind not in ("Normalize", "Dropout"):
            raise SpaceError(
                "{folder} has a layer '{kind}', which Explorer does not know.",
                folder=folder,
                kind=kind,
            )
    if transformer is None:
        raise SpaceError(
            "{file} names no Transformer. Fetch the checkpoint again.", file=folder / MODULES
        )
    checkpoint = open_checkpoint(transformer)
    shaping = checkpoint.settings("sentence_bert_config.json")
    weights = checkpoint.weights + tuple(
        file for one in dense for file in checked_weights(one.folder)
    )
    return SentenceModules(
        checkpoint, pooling, tuple(dense), int(shaping.get("max_seq_length") or 0),
        bool(shaping.get("do_lower_case")), _prompt(folder), weights,
    )  # fmt: skip


def _modules(folder: Path) -> list[tuple[str, Path]]:
    import json

    try:
        listed = json.loads((folder / MODULES).read_text(encoding="utf-8"))
        found = [(str(one["type"]), str(one["path"])) for one in listed]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SpaceError(
            "{file} is damaged: {reason}. Fetch the checkpoint again.",
            file=folder / MODULES,
            reason=error,
        ) from error
    modules = []
    for kind, path in found:
        inside = (folder / path).resolve()
        if not kind.startswith("sentence_transformers.") or not inside.is_relative_to(
            folder.resolve()
        ):
            raise SpaceError(
                "{folder} asks to run Python code of its own ('{kind}' in {file}), which Explorer "
                "never does. Use a checkpoint made of sentence-transformers' own layers.",
                folder=folder,
                kind=kind,
                file=MODULES,
            )
        modules.append((kind.rpartition(".")[2], folder / path))
    return modules


def _pooling(folder: Path) -> tuple[str, ...]:
    settings = read_json(folder / "config.json")
    said = settings.get("pooling_mode")
    if isinstance(said, str):
        chosen = tuple(said.split("+"))
    elif isinstance(said, list | tuple):
        chosen = tuple(str(one) for one in said)
    else:
        chosen = tuple(name for name in _OLD_NAMES if settings.get(_OLD_NAMES[name]))
    if not chosen or any(one not in _POOLINGS for one in chosen):
        raise SpaceError("{folder} pools tokens in a way Explorer does not know.", folder=folder)
    return chosen


def _dense(folder: Path) -> Dense:
    settings = read_json(folder / "config.json")
    activation = str(settings.get("activation_function", "Identity")).rpartition(".")[2]
    if activation not in _ACTIVATIONS:
        raise SpaceError(
            "{folder} has the activation '{activation}', which is not known here.",
            folder=folder,
            activation=activation,
        )
    return Dense(
        folder, int(settings["in_features"]), int(settings["out_features"]),
        bool(settings.get("bias", True)), activation,
    )  # fmt: skip


def _prompt(folder: Path) -> str:
    path = folder / "config_sentence_transformers.json"
    settings: Mapping[str, Any] = read_json(path) if path.is_file() else {}
    prompts = settings.get("prompts") or {}
    return str(prompts.get(settings.get("default_prompt_name") or "", "") or "")


# --- running --------------------------------------------------------------------------------------


def load_sentence_network(modules: SentenceModules) -> Any:
    """Read the network and its dense layers, in float32 on the processor."""
    import torch
    from safetensors.torch import load_file

    kind = _ENCODER_HALVES.get(modules.transformer.model_type, "AutoModel")
    network = load_transformers(kind, modules.transformer.folder, unused="pooler.")
    layers = torch.nn.ModuleList()
    for dense in modules.dense:
        linear = torch.nn.Linear(dense.inputs, dense.outputs, bias=dense.bias)
        state = load_file(dense.folder / "model.safetensors")
        linear.load_state_dict({name.removeprefix("linear."): one for name, one in state.items()})
        layers.append(torch.nn.Sequential(linear, getattr(torch.nn, dense.activation)()))
    return torch.nn.ModuleDict({"network": network, "dense": layers})


def sentence_side(modules: SentenceModules) -> Side:
    """How texts become vectors, and words too where the pooling is a mean."""

    def vectors(module: Any, batch: Inputs) -> Tensor:
        import torch

        hidden, seen = _hidden(module, batch)
        pooled = torch.cat([pool(hidden, seen, how) for how in modules.pooling], dim=-1)
        for layer in module["dense"]:
            pooled = layer(pooled)
        return pooled

    def words(module: Any, batch: Inputs) -> Tensor:
        hidden, _ = _hidden(module, batch)
        for layer in module["dense"]:
            hidden = layer(hidden)
        return hidden

    linear = all(one.activation == "Identity" for one in modules.dense)
    if modules.pooling == ("mean",) and linear:
        return Side(vectors, words)
    return Side(vectors, why_no_tokens=Wording("its vector is no mean of its tokens"))


def _hidden(module: Any, batch: Inputs) -> tuple[Tensor, Tensor]:
    network = module["network"]
    hidden = network(**accepted(network.forward, batch)).last_hidden_state
    return hidden, batch["attention_mask"]


def pool(hidden: Tensor, seen: Tensor, how: str) -> Tensor:
    """Tokens (n, t, d) with their mask (n, t) to vectors (n, d), as sentence-transformers does.

    ``weightedmean`` is that of Muennighoff 2022, "SGPT: GPT Sentence Embeddings".
    """
    import torch

    mask = seen.to(hidden.dtype)[..., None]
    if how == "cls":
        first = seen.argmax(dim=1)
        return hidden[torch.arange(len(hidden), device=hidden.device), first]
    if how == "lasttoken":
        places = torch.arange(seen.shape[1], device=seen.device)
        last = (seen * places).argmax(dim=1)
        return hidden[torch.arange(len(hidden), device=hidden.device), last]
    if how == "max":
        return hidden.masked_fill(mask == 0, -1e9).max(dim=1).values
    if how == "weightedmean":
        mask = mask * torch.arange(1, seen.shape[1] + 1, device=seen.device)[None, :, None]
    total = (hidden * mask).sum(dim=1)
    count = mask.sum(dim=1).clamp(min=1e-9)
    return total / (count.sqrt() if how == "mean_sqrt_len_tokens" else count)
