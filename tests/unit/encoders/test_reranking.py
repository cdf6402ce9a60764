"""The first hits of a search in the order of a network that looks at each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from explorer.app import App
from explorer.collection.collection import Collection
from explorer.collection.reranking import MATCH
from explorer.core.errors import QueryError, SpaceError
from explorer.core.query import image, text


@pytest.fixture
def app(
    explorer_home: Path, checkpoint: Callable[[str], Path], contents: dict[str, list]
) -> Iterator[App]:
    """Pictures, a text and a picture that broke, indexed in a small CLIP; and a small BLIP."""
    folder = explorer_home / "media"
    folder.mkdir()
    for number, picture in enumerate(contents["image"]):
        Image.fromarray(picture).save(folder / f"{number}.png")
    (folder / "words.txt").write_text("a cat and a red bird on the beach")
    app = App(explorer_home)
    app.spaces.add(checkpoint("clip"), "clip")
    app.spaces.add(checkpoint("blip"), "blip")
    collection = app.library.open("media", create=True, space_id="clip")
    collection.index([folder])
    (folder / "3.png").write_bytes(b"broken")
    collection.close()
    yield app
    app.close()


def test_pictures_among_the_first_are_put_in_order(app: App, contents: dict[str, list]) -> None:
    collection = app.library.open("media")
    plain = collection.search(text("a cat"), 10)

    hits = collection.search(text("a cat"), 10, rerank="blip")

    assert {hit.path for hit in hits} == {hit.path for hit in plain}
    matcher = app.spaces.load_matcher("blip")
    readable = [hit for hit in hits if hit.path.endswith(("0.png", "1.png", "2.png"))]
    pictures = [contents["image"][int(Path(hit.path).stem)] for hit in readable]
    prepared = [matcher.preparation()(one) for one in pictures]
    expected = matcher.scores(prepared, ["a cat"] * 3)
    assert np.all(np.diff(expected) <= 0)
    told = [dict(hit.contributions)[MATCH] for hit in readable]
    np.testing.assert_allclose(told, expected, atol=1e-6)
    # What is no picture, or cannot be read, stays where it was.
    for position, hit in enumerate(plain):
        if hit not in readable and not hit.path.endswith(("0.png", "1.png", "2.png")):
            assert hits[position].path == hit.path
            assert dict(hits[position].contributions)[MATCH] == 0
            assert hits[position].score == pytest.approx(hit.score)
    collection.close()


def test_what_is_to_be_kept_away_from_counts_against(app: App, contents: dict[str, list]) -> None:
    collection = app.library.open("media")
    matcher = app.spaces.load_matcher("blip")

    hits = collection.search(text("a cat") - text("a dog"), 10, rerank="blip")

    for hit in hits:
        if hit.path.endswith(("0.png", "1.png", "2.png")):
            picture = matcher.preparation()(contents["image"][int(Path(hit.path).stem)])
            cat, dog = matcher.scores([picture] * 2, ["a cat", "a dog"])
            expected = pytest.approx(float(cat - dog) / 2, abs=1e-5)
            assert dict(hit.contributions)[MATCH] == expected
    collection.close()


def test_it_needs_words_and_a_matching_network(app: App, explorer_home: Path) -> None:
    collection: Collection = app.library.open("media")
    with pytest.raises(QueryError, match="compares pictures with words"):
        collection.search(image(explorer_home / "media" / "0.png"), rerank="blip")
    with pytest.raises(SpaceError, match="no network that matches"):
        collection.search(text("a cat"), rerank="clip")
    collection.close()
