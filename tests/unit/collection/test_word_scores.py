"""A word scores every item: by its best patch, or by the whole where no patches are kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from explorer.bundled import assets_folder
from explorer.collection.collection import Collection
from explorer.collection.tools import Tools
from explorer.core.errors import Cancelled, QueryError, SpaceError
from explorer.encoders.catalogue import SpaceCatalogue
from explorer.encoders.regions import merged_regions, region_means
from explorer.jobs import Control, Job


def test_the_items_that_show_the_word_are_the_hottest(collection, media):
    collection.index([media])
    found = collection.word_scores("red")

    titles = collection.items().titles[found.rows]
    assert found.source == "pooled"
    assert sorted(titles[np.argsort(-found.heat)[:2]]) == ["red-one", "red-two"]
    assert found.scores.dtype == found.heat.dtype == np.float32
    assert found.heat.min() == 0
    assert 0.2 < found.heat.max() <= 1


def test_removed_items_have_no_score(collection, media):
    collection.index([media])
    (media / "a" / "red-one.png").unlink()
    collection.index([media])
    found = collection.word_scores("red")
    assert len(found.rows) == 15
    assert "red-one" not in collection.items().titles[found.rows]


def test_an_empty_word_is_refused_and_an_empty_collection_has_no_scores(collection):
    with pytest.raises(QueryError, match="no word"):
        collection.word_scores("  ")
    assert len(collection.word_scores("red").rows) == 0


def test_a_space_without_patches_says_so(collection, media):
    collection.index([media])
    assert collection.patch_counts() == (0, 0)
    with pytest.raises(SpaceError, match="gives no patches"):
        collection.keep_patches()


@pytest.fixture
def photos(tmp_path, samples) -> Path:
    """Four photos, all of them in one picture, and a note."""
    folder = tmp_path / "photos"
    folder.mkdir()
    tiles = []
    for name in ("tabby-cat", "giant-panda", "cup-of-espresso", "windmill"):
        source = samples / "pictures" / "photos" / f"{name}.jpg"
        (folder / source.name).write_bytes(source.read_bytes())
        with Image.open(source) as opened:
            tiles.append(np.asarray(opened.convert("RGB").resize((256, 256))))
    lines = [np.concatenate(tiles[:2], axis=1), np.concatenate(tiles[2:], axis=1)]
    Image.fromarray(np.concatenate(lines)).save(folder / "all.jpg")
    (folder / "note.txt").write_text("A panda eats bamboo.")
    return folder


@pytest.fixture
def shipped() -> Iterator[SpaceCatalogue]:
    """The spaces that come with Explorer."""
    catalogue = SpaceCatalogue(assets_folder())
    yield catalogue
    catalogue.close()


@pytest.fixture
def seen(tmp_path, host, decoder, photos, shipped) -> Iterator[Collection]:
    """The photos in the starter space."""
    tools = Tools(shipped, decoder, host)
    collection = Collection.create(tmp_path / "seen", "seen", tools, "starter")
    collection.index([photos])
    yield collection
    collection.close()


def test_patches_find_what_is_a_part_of_a_picture(seen):
    titles = seen.items().titles

    def ranked(word: str) -> list[str]:
        found = seen.word_scores(word)
        pictures = [seen.items().modality(row) == "pictures" for row in found.rows]
        order = np.argsort(-np.where(pictures, found.scores, -1))
        return [titles[found.rows[one]] for one in order[: sum(pictures)]]

    assert seen.word_scores("panda").source == "pooled"
    assert seen.patch_counts() == (0, 5)

    report = seen.keep_patches()

    assert (report.kept, report.already, report.failed) == (5, 0, [])
    assert seen.patch_counts() == (5, 5)
    found = seen.word_scores("panda")
    assert found.source == "both"  # the note has none
    assert found.by_patches.sum() == 5
    assert set(ranked("panda")[:2]) == {"giant-panda", "all"}
    assert set(ranked("windmill")[:2]) == {"windmill", "all"}


def test_a_patch_scores_as_the_space_says(seen, shipped, photos):
    seen.keep_patches()
    space = shipped.load("starter")
    found = seen.word_scores("cat")
    row = list(seen.items().titles).index("tabby-cat")
    with Image.open(photos / "tabby-cat.jpg") as opened:
        tokens = space.encode_content_tokens("image", [np.asarray(opened.convert("RGB"))])[0]
    regions = region_means(tokens.vectors, merged_regions(tokens.vectors, tokens.layout, 12))
    best = float((regions @ space.encode_contents("text", ["cat"])[0]).max())
    assert found.scores[list(found.rows).index(row)] == pytest.approx(best, abs=0.01)


def test_keeping_patches_goes_on_where_it_was_stopped_and_follows_changes(seen, photos):
    job = Job("patches")
    job.cancel()
    with pytest.raises(Cancelled):
        seen.keep_patches(Control(job))
    assert seen.patch_counts()[0] == 0
    seen.keep_patches()
    (photos / "windmill.jpg").unlink()
    (photos / "again.jpg").write_bytes((photos / "tabby-cat.jpg").read_bytes())
    seen.index([photos])

    report = seen.keep_patches()

    assert (report.kept, report.already) == (0, 5)  # the copy shares its patches
    assert seen.patch_counts() == (5, 5)


def test_a_file_that_has_gone_is_told_and_stops_nothing(seen, photos):
    (photos / "windmill.jpg").unlink()
    report = seen.keep_patches()
    assert report.kept == 4
    assert [Path(path).name for path, _ in report.failed] == ["windmill.jpg"]
