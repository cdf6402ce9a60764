"""How pictures are brought to the size the visual stream sees."""

from __future__ import annotations

import pickle

import numpy as np
import pytest

from explorer.encoders.starter.preparation import FillGrid, FitSquare

RED = np.array([200, 30, 20], np.uint8)


def plain(height: int, width: int) -> np.ndarray:
    return np.broadcast_to(RED, (height, width, 3)).copy()


@pytest.mark.parametrize(("height", "width"), [(100, 300), (900, 300), (224, 224), (1, 5000)])
def test_the_whole_picture_lies_in_proportion_on_a_white_square(height: int, width: int) -> None:
    square = FitSquare(224)(plain(height, width))

    assert square.shape == (224, 224, 3)
    assert square.dtype == np.uint8
    red = (square == RED).all(axis=2)
    white = (square == 255).all(axis=2)
    assert (red | white).all()
    rows, cols = red.any(axis=1).sum(), red.any(axis=0).sum()
    scale = 224 / max(height, width)
    assert (rows, cols) == (max(1, round(height * scale)), max(1, round(width * scale)))
    above, below = np.argmax(red.any(axis=1)), np.argmax(red.any(axis=1)[::-1])
    assert abs(int(above) - int(below)) <= 1


@pytest.mark.parametrize(
    ("height", "width", "expected"),
    [
        (500, 500, (320, 320)),
        (480, 640, (288, 384)),
        (300, 1200, (160, 640)),
        (10, 4000, (32, 640)),
        (4000, 10, (640, 32)),
    ],
)
def test_a_grid_of_patches_keeps_the_proportions(
    height: int, width: int, expected: tuple[int, int]
) -> None:
    grid = FillGrid(10)(plain(height, width))

    assert grid.shape == (*expected, 3)
    assert (grid == RED).all()


@pytest.mark.parametrize("preparation", [FitSquare(224), FillGrid(10)])
def test_a_preparation_crosses_to_a_worker_process_unchanged(
    preparation: FitSquare | FillGrid,
) -> None:
    again = pickle.loads(pickle.dumps(preparation))

    assert repr(again) == repr(preparation)
    picture = plain(50, 70)
    np.testing.assert_array_equal(again(picture), preparation(picture))


def test_the_name_of_a_preparation_tells_its_settings() -> None:
    # Vectors are kept under the hash of this name; two settings must not share one.
    assert repr(FitSquare(224)) != repr(FitSquare(256))
    assert repr(FillGrid(10)) != repr(FillGrid(8))
