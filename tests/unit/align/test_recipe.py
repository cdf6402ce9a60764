"""Recipes are plain data; pairs have to fit together."""

import json
import subprocess
import sys

import numpy as np
import pytest

from explorer.align import AlignmentError, HeadShape, Pairs, Recipe


def test_a_recipe_survives_json():
    recipe = Recipe(loss="sdm", steps=7, picture=HeadShape(64, 0.2))
    assert Recipe.from_dict(json.loads(json.dumps(recipe.to_dict()))) == recipe


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"loss": "hinge"}, "no loss called 'hinge'"),
        ({"speed": 3}, "knows no 'speed'"),
        ({"rate": 0}, "'rate' has to be above 0"),
        ({"anchors": 1.0}, "'anchors' has to be at least 0 and below 1"),
        ({"steps": 0}, "'steps' has to be at least 1"),
    ],
)
def test_an_impossible_recipe_says_what_is_wrong(data, sentence):
    with pytest.raises(AlignmentError, match=sentence):
        Recipe.from_dict(data)


def test_pairs_that_do_not_fit_are_refused():
    with pytest.raises(AlignmentError, match="do not fit"):
        Pairs(np.zeros((2, 1, 3), np.float32), [[0]])
    with pytest.raises(AlignmentError, match="at least one text"):
        Pairs(np.zeros((2, 1, 3), np.float32), [[0], []])


def test_draws_are_different_items_with_their_own_texts():
    views = np.repeat(np.arange(50, dtype=np.float16)[:, None, None], 2, axis=1)
    pairs = Pairs(views, [[row, 100 + row] for row in range(50)], first=0.5)
    batch = pairs.draw(30, np.random.default_rng(0))
    assert len(set(batch.features[:, 0])) == 30
    assert set(batch.texts - batch.features[:, 0].astype(int)) == {0, 100}
    assert len(pairs.draw(80, np.random.default_rng(0)).texts) == 50


def test_an_item_without_weight_is_never_drawn():
    pairs = Pairs(np.zeros((4, 1, 1)), [[0], [1], [2], [3]], weights=np.array([1, 0, 1, 0]))
    drawn = {row for seed in range(20) for row in pairs.draw(2, np.random.default_rng(seed)).texts}
    assert drawn == {0, 2}


def test_importing_the_package_imports_no_torch():
    code = "import sys, explorer.align; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
