"""Copies are found among real pictures, and nothing else is taken for one."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageEnhance

from explorer.core.selection import Rows
from explorer.lenses.duplicates import (
    LOOSEST,
    USUAL,
    Copies,
    Keep,
    Worth,
    find_copies,
    group_copies,
)
from explorer.lenses.fingerprint import Fingerprint, fingerprint, likeness


@pytest.fixture(scope="module")
def photos(samples: Path) -> list[Image.Image]:
    files = sorted((samples / "pictures" / "photos").glob("*.jpg"))[:40]
    return [Image.open(file).convert("RGB") for file in files]


def small(image: Image.Image, *, quality: int = 80) -> bytes:
    """The picture as a collection keeps it."""
    copy, stream = image.copy(), io.BytesIO()
    copy.thumbnail((256, 256), Image.Resampling.LANCZOS)
    copy.save(stream, "WEBP", quality=quality)
    return stream.getvalue()


def print_of(image: Image.Image) -> Fingerprint:
    found = fingerprint(small(image))
    assert found is not None
    return found


def poor(image: Image.Image) -> Image.Image:
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=30)
    return Image.open(io.BytesIO(stream.getvalue())).convert("RGB")


def halved(image: Image.Image) -> Image.Image:
    return image.resize((image.width // 2, image.height // 2), Image.Resampling.BICUBIC)


def darker(image: Image.Image) -> Image.Image:
    return ImageEnhance.Brightness(image).enhance(0.9)


@pytest.mark.parametrize("change", [poor, halved, darker])
def test_a_picture_saved_anew_is_like_itself(photos: list[Image.Image], change: object) -> None:
    assert callable(change)
    alike = [likeness(print_of(photo), print_of(change(photo))) for photo in photos]
    assert np.mean(np.array(alike) >= USUAL) >= 0.95


def test_two_photos_are_not_alike(photos: list[Image.Image]) -> None:
    prints = [print_of(photo) for photo in photos]
    pairs = [(a, b) for a in range(len(prints)) for b in range(a)]
    assert len(pairs) > 100
    assert max(likeness(prints[a], prints[b]) for a, b in pairs) < LOOSEST


def test_other_colours_are_another_picture() -> None:
    white = Image.new("RGB", (200, 200), "white")
    assert likeness(print_of(white), print_of(white)) == 1
    assert likeness(print_of(white), print_of(Image.new("RGB", (200, 200), "navy"))) == 0


def test_what_is_no_picture_has_no_fingerprint() -> None:
    assert fingerprint(b"RIFF nothing more") is None
    assert fingerprint(b"") is None


def unit(vectors: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> np.ndarray:
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


def test_only_what_is_close_is_compared_and_only_what_agrees_is_a_copy(
    photos: list[Image.Image],
) -> None:
    # Rows 10 and 11 are one photo twice; 12 another photo that the encoder thinks the same;
    # 13 the same photo again which lies far away.
    pictures = {10: photos[0], 11: halved(photos[0]), 12: photos[1], 13: poor(photos[0])}
    rows = np.array([10, 11, 12, 13])
    vectors = unit(np.array([[1, 0, 0], [1, 0.1, 0], [1, 0, 0.1], [0, 0, 1.0]]))
    asked: list[int] = []

    def read(some: Rows) -> dict[int, Fingerprint]:
        asked.extend(some.tolist())
        return {row: print_of(pictures[row]) for row in some.tolist()}

    copies = find_copies((), rows, vectors, read)
    assert copies.pairs.tolist() == [[10, 11]]
    assert copies.likeness[0] >= USUAL
    assert asked == [10, 11, 12]


def test_no_pictures_are_no_copies() -> None:
    none = find_copies((), np.empty(0, np.int64), np.empty((0, 8), np.float32), lambda _: {})
    assert none.pairs.shape == (0, 2)
    one = find_copies((), np.array([4]), np.ones((1, 8), np.float32), lambda _: {})
    assert group_copies(one, worth(5)) == []


def worth(count: int, **columns: list[float]) -> Worth:
    zeros = np.zeros(count)
    found = {name: np.array(column, float) for name, column in columns.items()}
    return Worth(
        found.get("marks", zeros),
        found.get("pixels", zeros),
        found.get("size", zeros),
        found.get("moment", zeros),
    )


def near(*pairs: tuple[int, int, float], exact: tuple[list[int], ...] = ()) -> Copies:
    return Copies(
        tuple(np.array(group) for group in exact),
        np.array([pair[:2] for pair in pairs], np.int64).reshape(-1, 2),
        np.array([pair[2] for pair in pairs], np.float32),
    )


@pytest.mark.parametrize(
    ("keep", "first"), [("best", 2), ("largest", 0), ("oldest", 1), ("newest", 0), ("marked", 2)]
)
def test_the_one_kept_is_the_one_wanted(keep: Keep, first: int) -> None:
    worthy = worth(3, marks=[0, 0, 2], pixels=[9, 4, 4], moment=[30, 10, 20])
    (group,) = group_copies(near(exact=([0, 1, 2],)), worthy, keep)
    assert group.rows[0] == first
    assert sorted(group.rows.tolist()) == [0, 1, 2]
    assert group.exact


def test_a_group_is_no_chain() -> None:
    chain = near((0, 1, 0.9), (1, 2, 0.9), (2, 3, 0.9))
    groups = group_copies(chain, worth(4, pixels=[4, 3, 2, 1]))
    assert [group.rows.tolist() for group in groups] == [[0, 1], [2, 3]]


def test_copies_of_a_copy_are_in_its_group() -> None:
    copies = near((0, 5, 0.8), exact=([0, 1], [5, 6, 7]))
    (group,) = group_copies(copies, worth(8, pixels=[9, 9, 0, 0, 0, 1, 1, 1]))
    assert group.rows.tolist() == [0, 1, 5, 6, 7]
    assert group.likeness.tolist() == pytest.approx([1, 1, 0.8, 0.8, 0.8])
    assert not group.exact


def test_the_threshold_decides_and_above_one_only_the_same_content_counts() -> None:
    copies = near((0, 1, 0.7), (2, 3, 0.95), exact=([4, 5],))
    assert len(group_copies(copies, worth(6), least=0.6)) == 3
    assert len(group_copies(copies, worth(6), least=0.9)) == 2
    (only,) = group_copies(copies, worth(6), least=1.1)
    assert only.exact
    assert only.rows.tolist() == [4, 5]
