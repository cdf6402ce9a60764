"""The second question about the same picture or words encodes neither again."""

from __future__ import annotations

import gc
import weakref

import numpy as np
import pytest

from explorer.bundled import assets_folder
from explorer.encoders.starter import load_starter
from explorer.lenses.word_patch import explain_picture


@pytest.fixture
def counted(starter, monkeypatch):
    """How often each encoder of the starter has run."""
    counts = {}
    for content, encoder in starter.encoders.items():
        for name in ("encode", "encode_tokens"):
            run = getattr(encoder, name)

            def counting(inputs, run=run, key=(content, name)):
                counts[key] = counts.get(key, 0) + len(inputs)
                return run(inputs)

            monkeypatch.setattr(encoder, name, counting)
    return counts


def test_a_picture_is_encoded_once_for_all_words(starter, photo, counted):
    random = np.random.default_rng(3)
    picture = photo("windmill") + random.integers(0, 2, (1, 1, 3), dtype=np.uint8)  # a new one
    first = explain_picture(starter, picture, "a windmill by the sea", judged="no")
    assert counted["image", "encode_tokens"] == 1
    before = dict(counted)

    again = explain_picture(starter, picture.copy(), "a windmill by the sea", judged="no")
    assert counted == before
    np.testing.assert_array_equal(again.heat, first.heat)

    explain_picture(starter, picture, "a windmill in the grass", judged="no")
    assert counted["image", "encode_tokens"] == 1
    other = picture.copy()
    other[0, 0] ^= 1
    explain_picture(starter, other, "a windmill by the sea", judged="no")
    assert counted["image", "encode_tokens"] == 2


def test_a_space_that_goes_is_forgotten(photo):
    space = load_starter(assets_folder() / "starter")
    explain_picture(space, photo("windmill"), "a windmill", judged="no")
    seen = weakref.ref(space)
    space.close()
    del space
    gc.collect()
    assert seen() is None
