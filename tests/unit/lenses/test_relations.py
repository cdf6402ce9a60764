"""How two things in a picture are related: sample drawings laid out, asked by their names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from explorer.bundled import assets_folder
from explorer.core.errors import SpaceError
from explorer.core.media import Pixels
from explorer.core.tokens import Tokens, WordLayout
from explorer.encoders.space import Space
from explorer.encoders.starter import load_starter
from explorer.lenses.relations import RELATIONS, has_relations, relations, relations_of

SIDE = 320


@pytest.fixture(scope="module")
def starter() -> Iterator[Space]:
    space = load_starter(assets_folder() / "starter")
    if not has_relations(space):
        pytest.skip("needs trained relations")
    yield space
    space.close()


def scene(samples: Path, *placed: tuple[str, tuple[int, int], int]) -> Pixels:
    """Drawings of the sample media on white: name, middle, longer side."""
    square = Image.new("RGB", (SIDE, SIDE), "white")
    for name, (x, y), side in placed:
        with Image.open(samples / "pictures" / name) as file:
            drawing = file.convert("RGBA")
        drawing.thumbnail((side, side))
        square.paste(drawing, (x - drawing.width // 2, y - drawing.height // 2), drawing)
    return np.asarray(square)


OWL, GUITAR = "drawings/owl.webp", "drawings/acoustic-guitar.webp"


def test_left_and_right_above_and_below(starter: Space, samples: Path) -> None:
    beside = scene(samples, (OWL, (75, 160), 110), (GUITAR, (245, 160), 110))
    over = scene(samples, (OWL, (160, 75), 110), (GUITAR, (160, 245), 110))

    across = {one.text: one for one in relations(starter, beside, ["owl", "guitar"])}
    down = {one.text: one for one in relations(starter, over, ["owl", "guitar"])}

    assert set(across) == {"owl left of guitar", "guitar right of owl"}
    assert set(down) == {"owl above guitar", "guitar below owl"}


def test_every_relation_comes_with_where_it_was_seen(starter: Space, samples: Path) -> None:
    picture = scene(samples, (OWL, (75, 160), 110), (GUITAR, (245, 160), 110))

    found = relations(starter, picture, ["owl", "guitar"])

    assert [one.chance for one in found] == sorted((one.chance for one in found), reverse=True)
    for one in found:
        assert set(one.chances) == set(RELATIONS)
        assert sum(one.chances.values()) == pytest.approx(1, abs=1e-4)
        assert one.chance == max(one.chances.values())
        columns = np.arange(one.layout.cols) / (one.layout.cols - 1)
        for name, looked in ((one.subject, one.subject_map), (one.object, one.object_map)):
            assert looked.shape == (one.layout.rows, one.layout.cols)
            assert looked.sum() == pytest.approx(1, abs=1e-3)
            assert (looked.sum(axis=0) @ columns < 0.5) == (name == "owl")


def test_a_space_without_relations_says_so(starter: Space, samples: Path) -> None:
    plain = Space(starter.info, starter.encoders)
    picture = scene(samples, (OWL, (160, 160), 200))

    assert has_relations(starter)
    assert not has_relations(plain)
    with pytest.raises(SpaceError, match="not trained on relations"):
        relations(plain, picture, ["owl", "guitar"])


def test_tokens_that_lie_on_no_grid_are_refused(starter: Space) -> None:
    words = Tokens(np.eye(2, 512, dtype=np.float32), WordLayout(("a", "b"), ((0, 1), (2, 3))))
    assert starter.relations is not None

    with pytest.raises(SpaceError, match="grid"):
        relations_of(starter.relations, words, ["a", "b"], words.vectors)
