"""Which text tower an open_clip checkpoint has, and how it is built from `transformers`' parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from explorer.core.errors import SpaceError
from explorer.core.wording import Wording
from explorer.encoders.families.dual import NO_CLASS
from explorer.encoders.families.family import Inputs, Padding, Side, Tensor
from explorer.encoders.families.open_clip_names import Rename, as_they_are, text_names
from explorer.encoders.families.open_clip_parts import Shapes
from explorer.encoders.families.text_cleaning import Cleaning

_OWN = {"context_length", "vocab_size", "width", "heads", "layers", "mlp_ratio", "pad_id",
        "hf_tokenizer_name", "tokenizer_kwargs", "no_causal_mask", "pool_type", "eos_id",
        "proj_bias", "proj_type", "norm_kwargs", "act_kwargs", "embed_cls",
        "output_tokens"}  # fmt: skip
_HUGGING_FACE = {"hf_model_name", "hf_tokenizer_name", "hf_pooler_type", "hf_proj_type",
                 "hf_model_pretrained", "context_length", "vocab_size", "width", "heads", "layers",
                 "tokenizer_kwargs", "output_tokens"}  # fmt: skip
_ROBERTA = {"roberta-base": "Roberta", "roberta-large": "Roberta",
            "xlm-roberta-base": "XLMRoberta", "xlm-roberta-large": "XLMRoberta"}  # fmt: skip
_SEPARATOR = 102  # of bert-base-uncased's tokenizer

NOT_LINEAR = Wording("its vector is a mean that goes through a layer which is not linear")


@dataclass(frozen=True, slots=True)
class TextTower:
    """A text tower before its weights are read.

    Parameters
    ----------
    build, renamed, side
        As those of a `PictureTower`.
    limit
        Tokens of a text.
    padding
        How texts are filled up.
    cleaning
        What is done to texts first.
    """

    build: Callable[[], Any]
    renamed: Rename
    side: Side
    limit: int
    padding: Padding = "longest"
    cleaning: Cleaning = ""


def text_tower(model: Mapping[str, Any], shapes: Shapes) -> TextTower:
    """The text tower of a checkpoint.

    Parameters
    ----------
    model
        Its ``model_cfg``.
    shapes
        Of the tower's own weights.

    Raises
    ------
    SpaceError
        If it is of a kind that is not known here.
    """
    text = model.get("text_cfg") or {}
    odd = sorted(set(text) - (_HUGGING_FACE if text.get("hf_model_name") else _OWN))
    if odd:
        raise _unknown(f"'{odd[0]}'")
    if text.get("hf_model_name"):
        return _roberta(model, shapes)
    if text.get("embed_cls"):
        return _caption(model)
    pool, both_ways = text.get("pool_type", "argmax"), bool(text.get("no_causal_mask"))
    if pool not in (("last",) if both_ways else ("argmax", "eos", "last")):
        raise _unknown(f"'{pool}'")
    return _own(model, pool, both_ways)


def _unknown(name: str) -> SpaceError:
    return SpaceError(
        "The text tower of this open_clip checkpoint ({name}) is of a kind that Explorer does not "
        "know: it knows open_clip's own and those of RoBERTa. Use the same model's checkpoint for "
        "transformers, if there is one.",
        name=name,
    )


def _cleaning(text: Mapping[str, Any]) -> Cleaning:
    """What open_clip does to texts before the tokenizer; CLIP's own tokenizer does that itself."""
    if not text.get("hf_tokenizer_name"):
        return ""
    odd = sorted(set(text.get("tokenizer_kwargs") or {}) - {"clean", "strip_sep_token"})
    if odd:
        raise _unknown(f"'{odd[0]}'")
    kinds: dict[str, Cleaning] = {
        "canonicalize": "canonical", "whitespace": "spaces", "lower": "lower"
    }  # fmt: skip
    kind = (text.get("tokenizer_kwargs") or {}).get("clean", "whitespace")
    if kind not in kinds:
        raise _unknown(f"'{kind}'")
    return kinds[kind]


def _vector(module: Any, batch: Inputs) -> Tensor:
    return module.text_model(batch["input_ids"], batch.get("attention_mask"))


def _words(module: Any, batch: Inputs) -> Tensor:
    return module.text_model.tokens(batch["input_ids"], batch.get("attention_mask"))


def _unseparated(module: Any, batch: Inputs) -> Inputs:
    ids = batch["input_ids"]
    return {**batch, "input_ids": ids.masked_fill(ids == _SEPARATOR, 0)}


_PLAIN = Side(_vector, _words)
_UNSEPARATED = Side(
    lambda module, batch: _vector(module, _unseparated(module, batch)),
    lambda module, batch: _words(module, _unseparated(module, batch)),
)


# --- open_clip's own ------------------------------------------------------------------------------


def _settings(model: Mapping[str, Any]) -> dict[str, Any]:
    """Arguments that CLIP's and SigLIP's configurations of a text tower share."""
    text = model["text_cfg"]
    words = int(text.get("width", 512))
    activation = "quick_gelu" if model.get("quick_gelu") else "gelu"
    approximate = (text.get("act_kwargs") or {}).get("approximate", "none")
    if approximate == "tanh" and activation == "gelu":
        activation = "gelu_pytorch_tanh"
    elif approximate != "none":
        raise _unknown("'act_kwargs'")
    return {
        "hidden_size": words, "intermediate_size": int(words * text.get("mlp_ratio", 4.0)),
        "num_hidden_layers": int(text.get("layers", 12)),
        "num_attention_heads": int(text.get("heads", 8)),
        "max_position_embeddings": int(text.get("context_length", 77)),
        "vocab_size": int(text.get("vocab_size", 49408)), "hidden_act": activation,
        "layer_norm_eps": float((text.get("norm_kwargs") or {}).get("eps", 1e-5)),
        "bos_token_id": None, "eos_token_id": 2, "pad_token_id": None,  # nothing is read at them
    }  # fmt: skip


def _own(model: Mapping[str, Any], pool: str, both_ways: bool) -> TextTower:
    text, settings = model["text_cfg"], _settings(model)
    dimension = int(model["embed_dim"])
    unprojected = text.get("proj_type", "linear") == "none"

    def build() -> Any:
        from torch import nn
        from transformers import CLIPTextConfig, CLIPTextModel, SiglipTextConfig, SiglipTextModel

        from explorer.encoders.families.open_clip_text_towers import PooledText

        words: Any
        if both_ways:
            words = SiglipTextModel(SiglipTextConfig(**settings, projection_size=1))
            words.head = nn.Identity()
        else:
            words = CLIPTextModel(CLIPTextConfig(**settings))
        width, biased = settings["hidden_size"], bool(text.get("proj_bias"))
        head = nn.Identity() if unprojected else nn.Linear(width, dimension, bias=biased)
        return PooledText(words, head, pool, int(text.get("eos_id", 2)))

    stripped = (text.get("tokenizer_kwargs") or {}).get("strip_sep_token")
    if stripped and text.get("hf_tokenizer_name") != "bert-base-uncased":
        raise _unknown("'strip_sep_token'")
    return TextTower(
        build, text_names, _UNSEPARATED if stripped else _PLAIN,
        settings["max_position_embeddings"], "max_length" if pool == "last" else "longest",
        _cleaning(text),
    )  # fmt: skip


def _caption(model: Mapping[str, Any]) -> TextTower:
    settings = _settings(model)
    limit = settings["max_position_embeddings"]
    settings["max_position_embeddings"] = limit + 1

    def build() -> Any:
        from transformers import CLIPTextConfig, CLIPTextModel

        from explorer.encoders.families.open_clip_text_towers import CaptionText

        return CaptionText(CLIPTextModel(CLIPTextConfig(**settings)), int(model["embed_dim"]))

    side = Side(_vector, why_no_tokens=NO_CLASS)
    return TextTower(build, text_names, side, limit, "max_length", _cleaning(model["text_cfg"]))


# --- RoBERTa's ------------------------------------------------------------------------------------


def _roberta(model: Mapping[str, Any], shapes: Shapes) -> TextTower:
    text = model["text_cfg"]
    name = str(text["hf_model_name"]).removeprefix("FacebookAI/")
    if name not in _ROBERTA or text.get("hf_pooler_type", "mean_pooler") != "mean_pooler":
        raise _unknown(name)
    embeddings = {
        key: shapes[f"transformer.embeddings.{key}_embeddings.weight"]
        for key in ("word", "position", "token_type")
    }
    vocabulary, width = embeddings["word"]
    layers = {one.split(".")[3] for one in shapes if one.startswith("transformer.encoder.layer.")}
    hidden = shapes.get("proj.0.weight", (0,))[0]

    def build() -> Any:
        import transformers

        from explorer.encoders.families.open_clip_text_towers import AveragedText

        config = getattr(transformers, f"{_ROBERTA[name]}Config")(
            vocab_size=vocabulary, hidden_size=width, num_hidden_layers=len(layers),
            num_attention_heads=max(1, width // 64), layer_norm_eps=1e-5, pad_token_id=1,
            intermediate_size=shapes["transformer.encoder.layer.0.intermediate.dense.weight"][0],
            max_position_embeddings=embeddings["position"][0],
            type_vocab_size=embeddings["token_type"][0],
        )  # fmt: skip
        network = getattr(transformers, f"{_ROBERTA[name]}Model")
        return AveragedText(
            network(config, add_pooling_layer=False), int(model["embed_dim"]), hidden
        )

    side = Side(_vector, why_no_tokens=NOT_LINEAR) if hidden else _PLAIN
    limit = int(text.get("context_length", 77))
    return TextTower(build, as_they_are, side, limit, cleaning=_cleaning(text))
