"""A collection with vectors of several spaces: one serves, others are made beside it."""

from __future__ import annotations

import subprocess
import sys
import wave
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from explorer.api.encoder import Preparation, Purpose
from explorer.collection.collection import Collection
from explorer.collection.tools import Tools
from explorer.core.errors import Cancelled, CollectionError, SpaceError
from explorer.core.query import text
from explorer.jobs import Control, Job
from explorer.media.preparation import AsIs

Paint = Callable[..., Path]


def names(collection: Collection, words: str, space: str = "") -> set[str]:
    """File names of the best two pictures for a text."""
    return {Path(hit.path).name for hit in collection.search(text(words), 2, space=space).hits}


def test_a_second_space_is_made_beside_the_first(collection: Collection, media: Path) -> None:
    collection.index([media])
    before = collection.vectors()[1]

    report = collection.embed("means")

    assert (report.wanted, report.embedded, report.failed) == (16, 16, [])
    assert collection.space_id == "colours"
    rows, vectors = collection.vectors(space="means")
    assert (rows.tolist(), vectors.shape) == (list(range(16)), (16, 3))
    np.testing.assert_array_equal(collection.vectors()[1], before)
    held = [(one.id, one.dimension, one.serves, one.embedded, one.whole)
            for one in collection.spaces()]  # fmt: skip
    assert held == [("colours", 64, True, 16, True), ("means", 3, False, 16, True)]
    for space in ("colours", "means"):
        assert names(collection, "red", space) == {"red-one.png", "red-two.png"}
    ids = collection.items().ids
    assert collection.neighbours(str(ids[0]), 1, space="means")[0].score > 0.9


def test_the_first_one_serves_while_the_second_is_made(
    collection: Collection, media: Path, spaces: Any
) -> None:
    collection.index([media])
    seen = []
    spaces.means["image"].before = lambda: seen.append(names(collection, "blue"))

    collection.embed("means")

    assert len(seen) == 2
    assert seen[0] == {"blue-one.png", "blue-two.png"}


def test_nothing_is_embedded_twice_and_cancelling_keeps_what_is_done(
    collection: Collection, media: Path, spaces: Any, paint: Paint
) -> None:
    for number in range(60):
        paint(media / "many" / f"{number}.png", "green", seed=500 + number)
    collection.index([media])
    encoder, job = spaces.means["image"], Job("embed")
    encoder.before = lambda: job.cancel() if encoder.encoded >= 24 else None

    with pytest.raises(Cancelled):
        collection.embed("means", control=Control(job))

    kept = len(collection.vectors(space="means")[0])
    assert 24 <= kept < 76
    assert kept == collection.spaces()[1].embedded
    encoder.before = lambda: None
    report = collection.embed("means")
    assert (report.wanted, report.embedded) == (76 - kept, 76 - kept)
    assert encoder.encoded == 76
    assert collection.embed("means").wanted == 0


def test_new_files_get_vectors_in_every_space(
    collection: Collection, media: Path, paint: Paint
) -> None:
    collection.index([media / "a"])
    collection.embed("means")

    report = collection.index([media])

    assert report.indexed == 8
    assert "In 'means': 8 embedded" in report.sentence
    assert [one.embedded for one in collection.spaces()] == [16, 16]
    paint(media / "a" / "red-one.png", "violet", seed=77)
    assert "1 embedded" in collection.index([media]).sentence
    assert names(collection, "red", "means") != {"red-one.png", "red-two.png"}
    (media / "b" / "red-two.png").unlink()
    assert collection.index([media]).removed == 1
    assert [one.embedded for one in collection.spaces()] == [15, 15]


def test_another_space_serves_and_nothing_is_encoded_again(
    collection: Collection, media: Path, tools: Tools, spaces: Any
) -> None:
    collection.index([media])
    collection.save_projection("pca", np.arange(16), np.ones((16, 2), np.float32))
    collection.embed("means")
    counts = spaces.encoders["image"].encoded, spaces.means["image"].encoded

    collection.use_space("means")

    assert collection.space_id == "means"
    assert collection.projection("pca") is None  # its map is another
    again = Collection.open(collection.folder, tools)
    try:
        assert again.space_id == "means"
        report = again.index([media])
        assert (report.unchanged, report.indexed) == (16, 0)
        assert (spaces.encoders["image"].encoded, spaces.means["image"].encoded) == counts
        assert names(again, "red") == names(again, "red", "colours")
        again.use_space("colours")
        assert again.projection("pca") is not None
        assert again.index([media]).unchanged == 16
    finally:
        again.close()


def test_a_space_that_is_half_done_can_serve(
    collection: Collection, media: Path, spaces: Any, paint: Paint
) -> None:
    collection.index([media / "a"])
    collection.embed("means")
    spaces.means["image"].room = 0  # no memory for what comes now
    report = collection.index([media])
    assert "8 failed" in report.sentence
    assert [one.whole for one in collection.spaces()] == [True, False]

    spaces.means["image"].room = None
    collection.use_space("means")

    assert len(collection.search(text("red"), 20)) == 8
    assert collection.index([media]).indexed == 8  # those without are read again
    assert [one.embedded for one in collection.spaces()] == [16, 16]


def test_a_changed_file_waits_for_the_next_index_run(
    collection: Collection, media: Path, paint: Paint
) -> None:
    collection.index([media])
    paint(media / "a" / "red-one.png", "white", seed=9)
    (media / "a" / "blue-one.png").unlink()

    report = collection.embed("means")

    assert (report.embedded, report.changed) == (14, 1)
    assert [Path(one.path).name for one in report.failed] == ["blue-one.png"]


def test_a_handle_opened_before_another_space_served_does_not_index(
    collection: Collection, media: Path, tools: Tools
) -> None:
    collection.index([media])
    collection.embed("means")
    other = Collection.open(collection.folder, tools)
    try:
        other.use_space("means")
        assert names(collection, "red") == {"red-one.png", "red-two.png"}
        with pytest.raises(CollectionError, match="Open the collection again"):
            collection.index([media])
    finally:
        other.close()


def test_a_space_is_forgotten(collection: Collection, media: Path) -> None:
    collection.index([media])
    collection.embed("means")
    with pytest.raises(CollectionError, match="serves in this collection"):
        collection.drop_space("colours")

    collection.drop_space("means")

    assert [one.id for one in collection.spaces()] == ["colours"]
    with pytest.raises(CollectionError, match="no vectors of 'means'"):
        collection.search(text("red"), space="means")
    assert collection.embed("means").embedded == 16
    collection.use_space("means")
    collection.drop_space("colours")
    assert len(collection.search(text("red"), 20)) == 16


KILLED = """
import importlib.util, os, sys
from pathlib import Path
from explorer.api.host import PluginHost
from explorer.bundled import plugins_folder
from explorer.collection import embed_run
from explorer.collection.collection import Collection
from explorer.collection.tools import Tools
from explorer.media.decoder import Decoder
from explorer.store.tables import Tables
embed_run.BATCH_ITEMS, embed_run.BATCH_SECONDS = 4, 0.0
spec = importlib.util.spec_from_file_location("made", sys.argv[1])
made = importlib.util.module_from_spec(spec)
sys.modules["made"] = made
spec.loader.exec_module(made)
host = PluginHost(plugins_folder(), entry_points=False)
spaces = made.ColourCatalogue()
encoder = spaces.means["image"]
if int(sys.argv[3]):
    encoder.batch_size = 4
    encoder.before = lambda: os._exit(9) if encoder.encoded >= int(sys.argv[3]) else None
collection = Collection.open(Path(sys.argv[2]), Tools(spaces, Decoder(host, workers=1), host))
if int(sys.argv[3]) < 0:  # in the middle of a batch: its vectors are there, and nothing says so
    Tables.set_items = lambda *rest: os._exit(9)
    encoder.before = lambda: None
collection.embed("means")
"""


@pytest.mark.parametrize("when", [8, -1])
def test_a_program_killed_while_it_embeds_leaves_all_whole(
    when: int, collection: Collection, media: Path, spaces: Any
) -> None:
    collection.index([media])
    conftest = Path(__file__).with_name("conftest.py")
    arguments = [sys.executable, "-c", KILLED, str(conftest), str(collection.folder), str(when)]

    killed = subprocess.run(arguments, check=False, capture_output=True, text=True)

    assert killed.returncode == 9, killed.stderr
    assert names(collection, "blue") == {"blue-one.png", "blue-two.png"}
    kept = collection.spaces()[1].embedded
    assert kept == (8 if when > 0 else 0)
    report = collection.embed("means")
    assert report.embedded == 16 - kept
    assert collection._spaces.of("means").tables.count("vectors_means", "true") == 16
    assert names(collection, "red", "means") == {"red-one.png", "red-two.png"}
    assert collection.index([media]).unchanged == 16


def test_a_space_that_is_not_there_is_named(collection: Collection, media: Path) -> None:
    collection.index([media])
    with pytest.raises(SpaceError, match="no space called 'nothing'"):
        collection.embed("nothing")
    assert [one.id for one in collection.spaces()] == ["colours"]


def test_sounds_found_by_words_in_one_space_are_heard_in_the_other(
    collection: Collection, tmp_path: Path, spaces: Any
) -> None:
    spaces.means["audio"] = _Loudness()
    for name, loud in (("red whisper", 0.01), ("blue shout", 0.9)):
        with wave.open(str(tmp_path / f"{name}.wav"), "wb") as file:
            file.setparams((1, 2, 8000, 0, "NONE", ""))
            tone = loud * 32_000 * np.sin(np.arange(8000) / 5)
            file.writeframes(tone.astype("<i2").tobytes())
    collection.index([tmp_path / "red whisper.wav", tmp_path / "blue shout.wav"])
    assert collection.search(text("red"), 1).hits[0].unit["kind"] == "description"

    assert collection.embed("means").embedded == 2

    assert spaces.means["audio"].encoded >= 2
    hit = collection.search(text("red"), 1, space="means").hits[0]
    assert hit.unit["kind"] != "description"
    # And the other way round: heard first, then found by words in the space beside.
    collection.use_space("means")
    collection.index([tmp_path / "red whisper.wav", tmp_path / "blue shout.wav"])
    collection.drop_space("colours")
    assert collection.embed("colours").embedded == 2
    hit = collection.search(text("red"), 1, space="colours").hits[0]
    assert (hit.title, hit.unit["kind"]) == ("red whisper", "description")


class _Loudness:
    """How loud a sound is, as a direction."""

    content, dimension, revision = "audio", 3, "1"
    batch_size, gives_tokens, keeps_names = 8, False, False

    def __init__(self) -> None:
        self.encoded = 0

    def rest(self) -> None:
        """It has nothing to give back."""

    def preparation(self, purpose: Purpose = "vector") -> Preparation:
        return AsIs()

    def encode(self, inputs: Any) -> np.ndarray:
        self.encoded += len(inputs)
        loud = np.array([np.abs(one.samples).mean() for one in inputs], np.float32)
        return np.stack([np.cos(loud), np.sin(loud), 0 * loud], axis=1)

    def close(self) -> None:
        return None
