"""The starter as a person meets it: real weights, real photos."""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from explorer.bundled import assets_folder
from explorer.core.errors import SpaceError
from explorer.core.media import Pixels
from explorer.core.tokens import GridLayout, WordLayout
from explorer.encoders.space import Space
from explorer.encoders.starter import load_starter, read_starter_info

STARTER = assets_folder() / "starter"
PHOTOS = ("tabby-cat.jpg", "cup-of-espresso.jpg", "giant-panda.jpg", "windmill.jpg")


def picture(path: Path) -> Pixels:
    with Image.open(path) as file:
        return np.asarray(file.convert("RGB"))


@pytest.fixture(scope="module")
def starter() -> Iterator[Space]:
    space = load_starter(STARTER)
    yield space
    space.close()


@pytest.fixture(scope="module")
def photos(samples: Path) -> list[Pixels]:
    return [picture(samples / "pictures" / "photos" / name) for name in PHOTOS]


def test_a_space_is_described_without_its_weights(tmp_path: Path) -> None:
    shutil.copy(STARTER / "manifest.json", tmp_path)

    info = read_starter_info(tmp_path)

    assert info.id == "starter"
    assert info.contents == ("image", "text")
    assert info.location == str(tmp_path)


def test_captions_find_their_photo_and_photos_their_caption(starter: Space, samples: Path) -> None:
    with (samples / "pairs.csv").open(encoding="utf-8", newline="") as file:
        pairs = [(row["a"], row["b"]) for row in csv.DictReader(file) if "/photos/" in row["a"]]

    pictures = starter.encode_contents("image", [picture(samples / path) for path, _ in pairs])
    texts = starter.encode_contents("text", [caption for _, caption in pairs])

    for vectors in (pictures, texts):
        assert vectors.shape == (len(pairs), starter.dimension)
        assert vectors.dtype == np.float32
        np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-4)
    scores = texts @ pictures.T
    for way in (scores, scores.T):
        ranks = (way > np.diag(way)[:, None]).sum(axis=1)
        assert (ranks < 1).mean() > 0.45
        assert (ranks < 10).mean() > 0.85


def test_what_a_picture_looks_like_does_not_change_what_words_find(
    starter: Space, photos: list[Pixels]
) -> None:
    pictures = starter.encode_contents("image", photos)
    texts = starter.encode_contents("text", ["a dog", "a red bird"])

    look = np.abs(texts).max(axis=0) == 0
    assert 0 < look.sum() < starter.dimension
    meaning = np.linalg.norm(pictures[:, ~look], axis=1)
    np.testing.assert_allclose(meaning, meaning[0], atol=1e-3)


def test_a_vector_does_not_depend_on_its_batch(starter: Space, photos: list[Pixels]) -> None:
    texts = ["a cat", "a very long description of a small grey cat " * 6, "", "red", "b" * 400]

    for content, contents in (("image", photos), ("text", texts)):
        together = starter.encode_contents(content, contents)
        alone = np.concatenate([starter.encode_contents(content, [one]) for one in contents])
        backwards = starter.encode_contents(content, contents[::-1])[::-1]
        np.testing.assert_allclose(alone, together, atol=1e-5)
        np.testing.assert_allclose(backwards, together, atol=1e-5)


def test_patches_lie_on_a_grid_over_the_picture(starter: Space, photos: list[Pixels]) -> None:
    wide = photos[0][50:250, :400]

    (tokens,) = starter.encode_content_tokens("image", [wide])

    assert tokens.layout == GridLayout(rows=7, cols=14)
    assert tokens.vectors.shape == (98, starter.dimension)
    np.testing.assert_allclose(np.linalg.norm(tokens.vectors, axis=1), 1, atol=1e-4)


def test_patches_point_at_what_a_word_names(starter: Space, photos: list[Pixels]) -> None:
    cat, coffee = (
        np.asarray(Image.fromarray(photo).resize((320, 320))) for photo in (photos[0], photos[1])
    )
    (tokens,) = starter.encode_content_tokens("image", [np.concatenate([cat, coffee], axis=1)])
    words = starter.encode_contents("text", ["cat", "coffee cup"])

    assert isinstance(tokens.layout, GridLayout)
    maps = (words @ tokens.vectors.T).reshape(2, tokens.layout.rows, tokens.layout.cols)
    contrast = maps[0] - maps[1]
    half = tokens.layout.cols // 2
    assert contrast[:, :half].mean() > 0 > contrast[:, half:].mean()


def test_words_come_with_the_characters_they_span(starter: Space) -> None:
    text = "A cat, and the zonkey's RED ball!"

    (tokens,) = starter.encode_content_tokens("text", [text])

    assert isinstance(tokens.layout, WordLayout)
    assert tokens.layout.words == ("A", "cat", "and", "the", "zonkey's", "RED", "ball")
    spans = [text[start:end] for start, end in tokens.layout.offsets]
    assert spans == list(tokens.layout.words)
    assert tokens.vectors.shape == (7, starter.dimension)
    (vector,) = starter.encode_contents("text", [text])
    np.testing.assert_allclose(tokens.whole, vector, atol=1e-5)


def test_it_says_what_it_does_not_know_and_where_it_guesses(starter: Space, samples: Path) -> None:
    limits = read_starter_info(STARTER).limits
    assert limits.knows
    assert limits.unknown
    weak = starter.weak_below("image")
    assert weak is not None
    assert starter.weak_below("image", asked="audio") is None

    photos = sorted((samples / "pictures" / "photos").glob("*.jpg"))
    pictures = starter.encode_contents("image", [picture(photo) for photo in photos])
    known, unknown = (
        starter.encode_contents("text", texts) @ pictures.T
        for texts in (
            ["a tabby cat", "giant panda", "espresso"],
            ["tax return form", "the second amendment", "jealousy"],
        )
    )
    assert (known.max(axis=1) > weak).all()
    assert (unknown.max(axis=1) < weak).all()


def test_a_processor_needs_no_torch() -> None:
    script = (
        "import sys; from pathlib import Path\n"
        "from explorer.encoders.starter import load_starter\n"
        f"space = load_starter(Path({str(STARTER)!r}))\n"
        "space.encode_contents('text', ['a cat'])\n"
        "sys.exit('torch' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", script], timeout=60).returncode == 0


def test_the_revision_is_the_hash_of_what_ships() -> None:
    digest = hashlib.sha256()
    for name in ("vision.safetensors", "text.safetensors", "heads.safetensors", "vision.onnx",
                 "text.onnx", "tokenizer.json"):  # fmt: skip
        digest.update((STARTER / name).read_bytes())
    assert read_starter_info(STARTER).revision == digest.hexdigest()[:32]


def test_the_starter_stays_small_enough_to_ship() -> None:
    assert sum(file.stat().st_size for file in STARTER.iterdir()) < 64e6


@pytest.mark.parametrize("missing", ["manifest.json", "vision.safetensors", "text.onnx"])
def test_a_missing_file_is_named(tmp_path: Path, missing: str) -> None:
    folder = tmp_path / "starter"
    folder.mkdir()
    for file in STARTER.iterdir():
        if file.name != missing:
            (folder / file.name).symlink_to(file)

    with pytest.raises(SpaceError, match=missing.split(".")[0]):
        load_starter(folder)


def test_a_manifest_that_lacks_something_is_damaged(tmp_path: Path) -> None:
    manifest = json.loads((STARTER / "manifest.json").read_text(encoding="utf-8"))
    del manifest["dimension"]
    (tmp_path / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")

    with pytest.raises(SpaceError, match=r"damaged.*dimension"):
        read_starter_info(tmp_path)


def test_a_closed_space_says_so() -> None:
    space = load_starter(STARTER)
    space.close()

    with pytest.raises(SpaceError, match="closed"):
        space.encode_contents("text", ["a cat"])
