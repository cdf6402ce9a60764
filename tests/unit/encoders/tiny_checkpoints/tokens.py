"""Tokenizers of each kind, trained on a few sentences."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tokenizers import (
    Tokenizer,
    decoders,
    models,
    normalizers,
    pre_tokenizers,
    processors,
    trainers,
)

SENTENCES = [
    "a photo of a cat", "a red bird sits on a branch", "two dogs run along the beach",
    "the sound of rain on a window", "an old violin", "a small boat on a blue sea",
    "people walk through a city at night", "a cup of coffee and a book", "zebra and striped horse",
    "someone plays the piano", "a plane in the clouds", "green apples in a basket",
]  # fmt: skip

VOCABULARY = 700


def byte_pairs(folder: Path, limit: int = 32, **settings: Any) -> None:
    """CLIP's kind: byte pairs with an end-of-word mark, a start and an end of text."""
    start, end = "<|startoftext|>", "<|endoftext|>"
    trained = Tokenizer(models.BPE(end_of_word_suffix="</w>"))
    tokenizer = Tokenizer(models.BPE())
    for one in (trained, tokenizer):
        one.normalizer = normalizers.Sequence([normalizers.NFC(), normalizers.Lowercase()])
        one.pre_tokenizer = pre_tokenizers.Sequence(
            [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.ByteLevel(add_prefix_space=False)]
        )
    letters = sorted(pre_tokenizers.ByteLevel.alphabet())
    trained.train_from_iterator(SENTENCES, trainers.BpeTrainer(
        vocab_size=350, end_of_word_suffix="</w>", initial_alphabet=letters, show_progress=False,
    ))  # fmt: skip
    merges = [tuple(one) for one in json.loads(trained.to_str())["model"]["merges"]]
    names = [*letters, *(one + "</w>" for one in letters), *("".join(one) for one in merges)]
    names = list(dict.fromkeys([*names, start, end]))  # the marks have the highest numbers
    vocabulary = {name: number for number, name in enumerate(names)}
    tokenizer.model = models.BPE(vocabulary, merges, unk_token=end, end_of_word_suffix="</w>")
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens([start, end])
    ids = {one: tokenizer.token_to_id(one) for one in (start, end)}
    tokenizer.post_processor = processors.RobertaProcessing(
        (end, ids[end]), (start, ids[start]), add_prefix_space=False
    )
    _save(
        folder, tokenizer, "PreTrainedTokenizerFast", limit,
        bos_token=start, eos_token=end, unk_token=end, pad_token=end,
        model_input_names=["input_ids", "attention_mask"], **settings,
    )  # fmt: skip


def word_pieces(folder: Path, limit: int = 32, **settings: Any) -> None:
    """BERT's kind: word pieces between [CLS] and [SEP], with token types."""
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    trainer = trainers.WordPieceTrainer(
        vocab_size=VOCABULARY, special_tokens=special, show_progress=False
    )
    tokenizer.train_from_iterator(SENTENCES, trainer)
    ids = {one: tokenizer.token_to_id(one) for one in special}
    tokenizer.post_processor = processors.BertProcessing(
        ("[SEP]", ids["[SEP]"]), ("[CLS]", ids["[CLS]"])
    )
    _save(
        folder, tokenizer, "PreTrainedTokenizerFast", limit, cls_token="[CLS]", sep_token="[SEP]",
        pad_token="[PAD]", unk_token="[UNK]", mask_token="[MASK]",
        model_input_names=["input_ids", "token_type_ids", "attention_mask"], **settings,
    )  # fmt: skip


def sentence_pieces(folder: Path, limit: int = 32, *, masked: bool = True, **settings: Any) -> None:
    """XLM-R's and Gemma's kind: unigram pieces with a mark for the space before a word."""
    special = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Lowercase()])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.decoder = decoders.Metaspace()
    trainer = trainers.UnigramTrainer(
        vocab_size=VOCABULARY, special_tokens=special, unk_token="<unk>", show_progress=False
    )
    tokenizer.train_from_iterator(SENTENCES, trainer)
    ids = {one: tokenizer.token_to_id(one) for one in special}
    tokenizer.post_processor = processors.RobertaProcessing(
        ("</s>", ids["</s>"]), ("<s>", ids["<s>"]), add_prefix_space=False
    )
    names = ["input_ids", "attention_mask"] if masked else ["input_ids"]
    _save(
        folder, tokenizer, "PreTrainedTokenizerFast", limit, bos_token="<s>", eos_token="</s>",
        cls_token="<s>", sep_token="</s>", pad_token="<pad>", unk_token="<unk>",
        mask_token="<mask>", model_input_names=names, **settings,
    )  # fmt: skip


def _save(folder: Path, tokenizer: Tokenizer, kind: str, limit: int, **settings: Any) -> None:
    tokenizer.save(str(folder / "tokenizer.json"))
    settings = {"tokenizer_class": kind, "model_max_length": limit, **settings}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings))
