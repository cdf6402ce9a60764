"""The media that ship with the app: all there, all readable, all listed, all free to pass on."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PIL import Image

SAMPLES = Path(__file__).resolve().parents[2] / "assets" / "samples"
FREE_TO_SHIP = {
    "Apache-2.0",
    "BSD-3-Clause",
    "CC-BY-1.0",
    "CC-BY-2.0",
    "CC-BY-3.0",
    "CC-BY-4.0",
    "CC0-1.0",
    "public-domain",
}


def read_table(name: str) -> list[dict[str, str]]:
    with (SAMPLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


LISTED = read_table("samples.csv")
PICTURES = [row["path"] for row in LISTED if row["path"].startswith("pictures/")]
SOUNDS = [row["path"] for row in LISTED if row["path"].startswith("sounds/")]


def test_every_file_is_listed_once_and_every_row_has_its_file() -> None:
    found = {
        path.relative_to(SAMPLES).as_posix()
        for folder in ("pictures", "sounds")
        for path in (SAMPLES / folder).rglob("*")
        if path.is_file()
    }
    listed = Counter(row["path"] for row in LISTED)
    assert set(listed) == found
    assert max(listed.values()) == 1


def test_there_is_enough_to_make_a_map_of() -> None:
    assert len(PICTURES) >= 300
    assert len(SOUNDS) >= 40
    kinds = Counter(row["kind"] for row in LISTED)
    assert set(kinds) == {"photo", "drawing", "emoji", "sound", "speech"}
    assert kinds["photo"] >= 60


def test_every_row_says_what_is_there_who_made_it_and_that_it_may_be_shipped() -> None:
    for row in LISTED:
        assert all(value.strip() for value in row.values()), row["path"]
        assert row["licence"] in FREE_TO_SHIP, row["path"]
        assert row["description"].endswith((".", "!", "?")), row["path"]


def test_titles_and_descriptions_tell_the_items_of_a_kind_apart() -> None:
    for column in ("title", "description"):
        shared = Counter((row["kind"], row[column]) for row in LISTED)
        assert [key for key, count in shared.items() if count > 1] == []


def test_the_licence_page_credits_every_author_who_asks_for_it_and_counts_right() -> None:
    page = (SAMPLES / "LICENCES.md").read_text("utf-8")
    for row in LISTED:
        if row["licence"].startswith("CC-BY"):
            line = f"| {Path(row['path']).name} | {row['author']} | [{row['licence']}]"
            assert line in page
            assert row["url"] in page
    for licence, count in Counter(row["licence"] for row in LISTED).items():
        assert f"| {licence} | {count} |" in page


def test_the_whole_folder_is_small() -> None:
    size = sum(path.stat().st_size for path in SAMPLES.rglob("*") if path.is_file())
    assert size < 15_000_000


@pytest.mark.parametrize("path", PICTURES)
def test_picture_opens_and_is_neither_tiny_nor_empty(path: str) -> None:
    with Image.open(SAMPLES / path) as image:
        image.load()
        assert 200 <= max(image.size) <= 512
        assert min(image.size) >= 60
        darkest, lightest = image.convert("L").getextrema()
    assert lightest - darkest > 30


@pytest.mark.parametrize("path", SOUNDS)
def test_sound_opens_is_short_and_can_be_heard(path: str) -> None:
    samples, rate = soundfile.read(SAMPLES / path)
    assert samples.ndim == 1
    assert 0.1 < len(samples) / rate <= 5.0
    assert 0.5 < np.abs(samples).max() <= 1.0


def test_no_picture_is_there_twice() -> None:
    """Not even at another size: 16 x 16 thumbnails differ in at least one place."""
    thumbnails = []
    for path in PICTURES:
        with Image.open(SAMPLES / path) as image:
            thumbnails.append(np.asarray(image.convert("RGB").resize((16, 16)), np.int16).ravel())
    stack = np.stack(thumbnails)
    for index, thumbnail in enumerate(stack[:-1]):
        apart = np.abs(stack[index + 1 :] - thumbnail).mean(axis=1)
        nearest = int(apart.argmin())
        assert apart[nearest] > 4.0, (PICTURES[index], PICTURES[index + 1 + nearest])


def test_pairs_give_one_caption_to_one_picture() -> None:
    pairs = read_table("pairs.csv")
    assert len(pairs) >= 120
    assert {row["a"] for row in pairs} <= set(PICTURES)
    for column in ("a", "b"):
        assert len({row[column] for row in pairs}) == len(pairs)


def test_searches_expect_pictures_that_are_there() -> None:
    searches = read_table("searches.csv")
    assert len(searches) == 20
    assert len({row["query"] for row in searches}) == 20
    for row in searches:
        expected = row["expected"].split(";")
        assert expected
        assert set(expected) <= set(PICTURES), row["query"]


def test_texts_have_a_title_and_several_paragraphs() -> None:
    texts = sorted((SAMPLES / "texts").glob("*.md"))
    assert len(texts) >= 3
    for text in texts:
        heading, *paragraphs = text.read_text("utf-8").strip().split("\n\n")
        assert heading.startswith("# ")
        assert len(paragraphs) >= 3
