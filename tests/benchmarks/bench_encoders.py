"""Pictures per second from files to vectors, beside sentence-transformers and open_clip.

    python tests/benchmarks/bench_encoders.py [--pictures N] [--rounds R] [--side PIXELS]
        [--peers FOLDER] [--ways limit ours ...]

All have the same ViT-B/32 (its real configuration, weights drawn at random), the same files and the
same device; three files in four are JPEG, one is PNG, `--side` pixels long.

``limit``       the network alone on ready tensors: what the device can reach at most
``ours``        `explorer.load_space(folder).encode("image", files)`
``index``       `Collection.index`: also hashes, thumbnails, facts and storing
``sentence``    `SentenceTransformer.encode` on Pillow's pictures
``open_clip``   its own preprocessing in a `DataLoader` with as many workers as processors

sentence-transformers, open_clip and what they need are in a folder given by `--peers`, made by
``pip install --target FOLDER --no-deps sentence-transformers open_clip_torch timm torchvision ftfy
wcwidth``; ways that are not installed are left out. Each run is a process of its own and the ways
take turns, so that what else the machine does meets all of them. Loading is not counted. At the end
the vectors of all are compared with those of transformers itself.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

WAYS = ("limit", "ours", "index", "sentence", "open_clip")
BATCH = 32
Result = tuple[float, Any]


def make_files(folder: Path, count: int, side: int) -> list[Path]:
    """Photos as cameras save them: those that scikit-image has, cut and enlarged."""
    from PIL import Image
    from skimage import data

    photos = [data.chelsea(), data.coffee(), data.astronaut(), data.rocket()]
    random = np.random.default_rng(0)
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for number in range(count):
        photo = Image.fromarray(photos[number % len(photos)])
        left, top = random.integers(0, 100, 2)
        cut = photo.crop((left, top, photo.width - 20, photo.height - 20))
        size = (side, side * 3 // 4) if number % 3 else (side * 3 // 4, side)
        suffix = "png" if number % 4 == 3 else "jpg"
        file = folder / f"{number:04d}.{suffix}"
        cut.resize(size, Image.Resampling.BICUBIC).save(
            file, quality=90, **({"compress_level": 3} if suffix == "png" else {})
        )
        files.append(file)
    return files


def make_checkpoint(folder: Path) -> None:
    """The real ViT-B/32 with weights drawn at random, for transformers and for open_clip."""
    import torch
    import transformers

    sys.path.insert(0, str(Path(__file__).parents[1] / "unit" / "encoders"))
    import tiny_checkpoints as made

    folder.mkdir(parents=True)
    made.byte_pairs(folder, 77)
    torch.manual_seed(0)
    config = transformers.CLIPConfig(
        projection_dim=512,
        vision_config={"patch_size": 32, "hidden_act": "quick_gelu"},
        text_config={"hidden_act": "quick_gelu"},
    )
    network = transformers.CLIPModel(config).eval()
    network.save_pretrained(folder)
    pictures = {**made.CLIP_PICTURES, "size": {"shortest_edge": 224},
                "crop_size": {"height": 224, "width": 224}}  # fmt: skip
    made.save_pictures(folder, pictures)
    (folder / "open_clip").mkdir()
    made.save_open_clip(folder / "open_clip", network)


# --- the ways: each gives seconds and vectors -----------------------------------------------------


def run_limit(checkpoint: Path, files: list[Path]) -> Result:
    import torch
    import transformers

    network = transformers.CLIPModel.from_pretrained(checkpoint).eval()
    pixels = torch.randn(BATCH, 3, 224, 224)
    with torch.inference_mode():
        network.get_image_features(pixel_values=pixels)
        began = time.perf_counter()
        for _ in range(max(len(files) // BATCH, 1)):
            network.get_image_features(pixel_values=pixels)
        seconds = time.perf_counter() - began
    return seconds * len(files) / (max(len(files) // BATCH, 1) * BATCH), None


def run_ours(checkpoint: Path, files: list[Path]) -> Result:
    import explorer

    with tempfile.TemporaryDirectory() as home:
        space = explorer.load_space(checkpoint, home=home)
        space.encode("image", [files[0]] * 8)  # loads the network, starts the processes
        began = time.perf_counter()
        vectors = space.encode("image", files)
        return time.perf_counter() - began, vectors


def run_index(checkpoint: Path, files: list[Path]) -> Result:
    from explorer.app import App

    with tempfile.TemporaryDirectory() as home:
        app = App(home)
        collection = app.library.open("bench", create=True, space_id=str(checkpoint))
        app.spaces.load(str(checkpoint)).encode_contents("text", ["warm up"])
        began = time.perf_counter()
        report = collection.index(files)
        seconds = time.perf_counter() - began
        assert report.indexed == len(files), report.sentence
        collection.close()
        app.close()
    return seconds, None


def run_sentence(checkpoint: Path, files: list[Path]) -> Result:
    from PIL import Image
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(checkpoint), device="cpu")
    model.encode([Image.open(files[0])], show_progress_bar=False)
    began = time.perf_counter()
    pictures = [Image.open(file) for file in files]
    vectors = model.encode(
        pictures, batch_size=BATCH, show_progress_bar=False, normalize_embeddings=True
    )
    return time.perf_counter() - began, np.asarray(vectors)


def run_open_clip(checkpoint: Path, files: list[Path]) -> Result:
    import open_clip
    import torch
    from PIL import Image
    from safetensors.torch import load_file

    model = open_clip.create_model("ViT-B-32-quickgelu", pretrained=None).eval()
    model.load_state_dict(load_file(checkpoint / "open_clip" / "open_clip_model.safetensors"))
    prepare = open_clip.image_transform(224, is_train=False)

    class Files(torch.utils.data.Dataset):  # type: ignore[type-arg]
        def __len__(self) -> int:
            return len(files)

        def __getitem__(self, at: int) -> Any:
            return prepare(Image.open(files[at]))

    with torch.inference_mode():
        model.encode_image(torch.zeros(1, 3, 224, 224))
        loader = torch.utils.data.DataLoader(Files(), BATCH, num_workers=os.cpu_count() or 1)
        began = time.perf_counter()
        vectors = [model.encode_image(batch, normalize=True) for batch in loader]
    return time.perf_counter() - began, torch.cat(vectors).numpy()


RUNS: dict[str, Callable[[Path, list[Path]], Result]] = {
    "limit": run_limit,
    "ours": run_ours,
    "index": run_index,
    "sentence": run_sentence,
    "open_clip": run_open_clip,
}


def reference(checkpoint: Path, files: list[Path]) -> np.ndarray:
    """Vectors of transformers itself, its own preparation included."""
    import torch
    import transformers
    from PIL import Image

    network = transformers.CLIPModel.from_pretrained(checkpoint).eval()
    processor = transformers.AutoImageProcessor.from_pretrained(checkpoint, backend="pil")
    pictures = [Image.open(file).convert("RGB") for file in files]
    with torch.inference_mode():
        inputs = processor(pictures, return_tensors="pt")
        vectors = network.get_image_features(**inputs).pooler_output.numpy()
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))


# --- one run, and all -----------------------------------------------------------------------------


def run_one(way: str, checkpoint: Path, folder: Path, out: Path) -> None:
    """A single run in this process; its result goes to a file."""
    warnings.simplefilter("ignore")
    files = sorted(folder.iterdir())
    try:
        seconds, vectors = RUNS[way](checkpoint, files)
    except ModuleNotFoundError as error:
        out.write_text(json.dumps({"missing": str(error)}))
        return
    result: dict[str, Any] = {"rate": len(files) / seconds}
    if vectors is not None:
        few = files[:: max(len(files) // 12, 1)]
        expected = reference(checkpoint, few)
        chosen = vectors[[files.index(one) for one in few]]
        result["cosine"] = float((chosen * expected).sum(axis=1).min())
    out.write_text(json.dumps(result))


def main() -> None:
    """Make files and checkpoint, let the ways take turns, print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=int, default=128)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--side", type=int, default=1600)
    parser.add_argument("--peers", type=Path)
    parser.add_argument("--ways", nargs="*", choices=WAYS, default=list(WAYS))
    parser.add_argument("--run", nargs=4, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        way, checkpoint, folder, out = options.run
        run_one(way, Path(checkpoint), Path(folder), Path(out))
        return
    environment = dict(os.environ, HF_HUB_OFFLINE="1", TOKENIZERS_PARALLELISM="false")
    if options.peers:
        path = environment.get("PYTHONPATH", "")
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, (path, str(options.peers))))
    with tempfile.TemporaryDirectory() as made:
        folder, checkpoint, out = Path(made) / "files", Path(made) / "vit", Path(made) / "out.json"
        files = make_files(folder, options.pictures, options.side)
        make_checkpoint(checkpoint)
        size = sum(one.stat().st_size for one in files) / len(files) / 1e6
        print(f"{len(files)} files of {options.side} pixels, {size:.1f} MB each on average")
        rates: dict[str, list[float]] = {way: [] for way in options.ways}
        cosines: dict[str, float] = {}
        for _ in range(options.rounds):
            for way in options.ways:
                command = [sys.executable, __file__, "--run", way, checkpoint, folder, out]
                subprocess.run([str(one) for one in command], check=True, env=environment,
                               stdout=subprocess.DEVNULL)  # fmt: skip
                result = json.loads(out.read_text())
                if "missing" in result:
                    print(f"{way}: {result['missing']}")
                    continue
                rates[way].append(result["rate"])
                if "cosine" in result:
                    cosines[way] = result["cosine"]
                print(f"  {way:10s} {result['rate']:7.2f} pictures/s", flush=True)
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    print(f"load average {load}, {os.cpu_count()} processors")
    middle = {way: statistics.median(some) for way, some in rates.items() if some}
    for way, rate in middle.items():
        share = f"{rate / middle['limit']:6.1%} of the limit" if "limit" in middle else ""
        near = f"   cosine to transformers >= {cosines[way]:.6f}" if way in cosines else ""
        print(f"{way:10s} {rate:7.2f} pictures/s {share}{near}")
    if {"ours", "sentence"} <= set(middle):
        print(f"ours is {middle['ours'] / middle['sentence']:.2f} times sentence-transformers")


if __name__ == "__main__":
    main()
