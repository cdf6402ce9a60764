"""The starter's words without grounding are all-MiniLM-L6-v2 as its authors gave it out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from explorer.bundled import assets_folder
from explorer.core.errors import SpaceError
from explorer.encoders.catalogue import SpaceCatalogue
from explorer.encoders.space import Space
from explorer.encoders.starter import UNGROUNDED

# From sentence-transformers/all-MiniLM-L6-v2 itself, in single precision.
SENTENCES = ("This is an example sentence", "Each sentence is converted")
BEGINNINGS = ((0.0677, 0.0636, 0.0487, 0.0794), (0.0864, 0.1028, 0.0054, 0.0021))


@pytest.fixture(scope="module")
def ungrounded() -> Iterator[Space]:
    catalogue = SpaceCatalogue(assets_folder())
    yield catalogue.load(UNGROUNDED)
    catalogue.close()


def test_its_vectors_are_those_of_the_published_model(ungrounded: Space) -> None:
    vectors = ungrounded.encode_contents("text", SENTENCES)

    assert vectors.shape == (2, 384)
    assert vectors[:, :4] == pytest.approx(np.array(BEGINNINGS), abs=5e-4)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)


def test_it_is_listed_knows_only_words_and_stays(tmp_path: Path) -> None:
    catalogue = SpaceCatalogue(assets_folder(), tmp_path)
    info = catalogue.info(UNGROUNDED)

    assert catalogue.ids[:2] == ("starter", UNGROUNDED)
    assert (info.contents, info.dimension) == (("text",), 384)
    assert info.revision != catalogue.info("starter").revision
    assert catalogue.size(UNGROUNDED) > 40_000_000
    with pytest.raises(SpaceError, match="cannot be removed"):
        catalogue.remove(UNGROUNDED)


def test_each_word_has_a_vector_of_its_own(ungrounded: Space) -> None:
    tokens = ungrounded.encode_content_tokens("text", ["a striped horse"])[0]

    assert tokens.layout.words == ("a", "striped", "horse")
    assert tokens.vectors.shape == (3, 384)
