"""Token layouts say where each vector lies, and refuse what does not fit."""

import numpy as np
import pytest

from explorer.core.tokens import GridLayout, Tokens, WordLayout


def test_the_centre_of_a_patch_is_in_pixels_of_the_picture():
    layout = GridLayout(2, 4)

    assert layout.centre(0, 400, 100) == (50, 25)
    assert layout.centre(7, 400, 100) == (350, 75)


def test_a_cropped_grid_lies_inside_the_picture():
    layout = GridLayout(1, 1, box=(0.25, 0.0, 0.75, 1.0))

    assert layout.centre(0, 200, 100) == (100, 50)


def test_vectors_that_do_not_fit_the_layout_are_refused():
    with pytest.raises(ValueError, match="do not fit"):
        Tokens(np.zeros((5, 3), np.float32), GridLayout(2, 2))
    with pytest.raises(ValueError, match="do not fit"):
        Tokens(np.zeros((2, 3), np.float32), WordLayout(("a",), ((0, 1),)))
