"""Indexing: new, unchanged, changed, moved, copied, removed and returning files."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from explorer.api.encoder import Encoder, Preparation, Purpose
from explorer.collection.collection import Collection
from explorer.collection.tools import Tools
from explorer.core.errors import CollectionError
from explorer.core.query import Query, item, text
from explorer.core.similarity import Vectors
from explorer.media.preparation import AsIs
from explorer.store.tables import Tables
from tests.unit.collection.conftest import DIMENSION, ColourWords

Paint = Callable[..., Path]


def counts(report: object) -> dict[str, int]:
    """The counts of a report that are not zero."""
    data = report.to_dict()  # type: ignore[attr-defined]
    named = ("found", "indexed", "unchanged", "moved", "removed", "skipped")
    result = {name: data[name] for name in named if data[name]}
    if data["failed"]:
        result["failed"] = len(data["failed"])
    return result


def ids_by_name(collection: Collection) -> dict[str, str]:
    """Id of each item by the name of its file."""
    items = collection.items()
    return {Path(path).name: str(one) for path, one in zip(items.paths, items.ids, strict=True)}


def bump(file: Path) -> None:
    """Make a file look as if written a minute later."""
    status = file.stat()
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns + 60_000_000_000))


def test_a_folder_is_indexed_once(collection: Collection, media: Path, spaces: object) -> None:
    assert counts(collection.index([media])) == {"found": 16, "indexed": 16}
    assert counts(collection.index([media])) == {"found": 16, "unchanged": 16}
    assert spaces.encoders["image"].encoded == 16  # type: ignore[attr-defined]
    items = collection.items()
    assert len(items) == 16
    assert items.present.all()
    assert items.modalities == ("pictures",)
    assert (items.width == 24).all()
    assert collection.folders() == [str(media)]
    rows, vectors = collection.vectors()
    assert vectors.shape == (16, 64)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-3)
    assert rows.tolist() == list(range(16))
    pictures = collection.thumbnails([str(items.ids[3])])
    assert pictures[str(items.ids[3])][:2] in (b"\xff\xd8", b"RI")


def test_it_is_there_after_opening_again(collection: Collection, media: Path, tools: Tools) -> None:
    collection.index([media])
    before = ids_by_name(collection)
    again = Collection.open(collection.folder, tools)
    assert ids_by_name(again) == before
    assert len(again.search(text("red"), 3)) == 3
    assert counts(again.index([media])) == {"found": 16, "unchanged": 16}
    again.close()


def test_a_changed_file_keeps_its_item(
    collection: Collection, media: Path, paint: Paint, spaces: object
) -> None:
    collection.index([media])
    before = ids_by_name(collection)
    chosen = before["red-one.png"]
    collection.set_marks([chosen], add_tags=["kept"], rating=4, note="mine")
    paint(media / "a" / "red-one.png", "blue", seed=50)
    bump(media / "a" / "red-one.png")
    assert counts(collection.index([media])) == {"found": 16, "indexed": 1, "unchanged": 15}
    assert ids_by_name(collection) == before
    marks = collection.marks([chosen])[chosen]
    assert (marks.tags, marks.rating, marks.note) == (("kept",), 4, "mine")
    blue = {hit.item for hit in collection.search(text("blue"), 3)}
    assert chosen in blue
    assert chosen not in {hit.item for hit in collection.search(text("red"), 1)}
    assert spaces.encoders["image"].encoded == 17  # type: ignore[attr-defined]


def test_a_touched_file_is_not_decoded(collection: Collection, media: Path, spaces: object) -> None:
    collection.index([media])
    bump(media / "a" / "red-one.png")
    assert counts(collection.index([media])) == {"found": 16, "unchanged": 16}
    assert spaces.encoders["image"].encoded == 16  # type: ignore[attr-defined]
    row = collection.items().row_of(ids_by_name(collection)["red-one.png"])
    modified = (media / "a" / "red-one.png").stat().st_mtime_ns
    assert collection.items().modified_ns[row] == modified


def test_a_change_that_keeps_size_and_time_is_seen_on_request(
    collection: Collection, media: Path
) -> None:
    file = media / "note.txt"
    file.write_text("a red thing")
    collection.index([media])
    status = file.stat()
    file.write_text("a sky thing")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert counts(collection.index([media])) == {"found": 17, "unchanged": 17}
    report = collection.index([media], full_hash=True)
    assert counts(report) == {"found": 17, "indexed": 1, "unchanged": 16}


def test_a_moved_file_is_the_same_item(collection: Collection, media: Path, spaces: object) -> None:
    collection.index([media])
    chosen = ids_by_name(collection)["red-one.png"]
    collection.set_marks([chosen], add_tags=["kept"])
    (media / "c").mkdir()
    (media / "a" / "red-one.png").rename(media / "c" / "crimson.png")
    report = collection.index([media])
    assert counts(report) == {"found": 16, "unchanged": 16, "moved": 1}
    assert ids_by_name(collection)["crimson.png"] == chosen
    moved = collection.item(chosen)
    assert (moved.path, moved.title) == (str(media / "c" / "crimson.png"), "crimson")
    assert collection.marks([chosen])[chosen].tags == ("kept",)
    assert spaces.encoders["image"].encoded == 16  # type: ignore[attr-defined]
    assert [
        hit.item for hit in collection.search(Query(text("crimson").terms, mode="lexical"))
    ] == [chosen]
    assert counts(collection.index([media])) == {"found": 16, "unchanged": 16}


def test_a_file_moved_to_another_folder_is_the_same_item(
    collection: Collection, media: Path, tmp_path: Path
) -> None:
    collection.index([media])
    before = set(ids_by_name(collection).values())
    (media / "a").rename(tmp_path / "elsewhere")
    report = collection.index([tmp_path / "elsewhere"])
    assert counts(report) == {"found": 8, "unchanged": 8, "moved": 8}
    assert set(ids_by_name(collection).values()) == before
    assert counts(collection.index([media])) == {"found": 8, "unchanged": 8}


def test_a_copy_is_an_item_of_its_own_and_is_not_encoded_again(
    collection: Collection, media: Path, spaces: object
) -> None:
    collection.index([media])
    shutil.copy(media / "a" / "red-one.png", media / "copy.png")
    assert counts(collection.index([media])) == {"found": 17, "indexed": 1, "unchanged": 16}
    assert spaces.encoders["image"].encoded == 16  # type: ignore[attr-defined]
    ids = ids_by_name(collection)
    hits = collection.neighbours(ids["copy.png"], 1)
    assert hits[0].item == ids["red-one.png"]
    assert hits[0].score == pytest.approx(1, abs=2e-3)
    assert set(collection.thumbnails([ids["copy.png"]])) == {ids["copy.png"]}
    groups = collection.duplicates()
    assert [sorted(collection.items().titles[group]) for group in groups] == [["copy", "red-one"]]


def test_copies_in_one_run_share_what_is_stored(
    collection: Collection, media: Path, tmp_path: Path
) -> None:
    for number in range(12):
        shutil.copy(media / "a" / "red-one.png", media / f"copy{number}.png")
    assert counts(collection.index([media])) == {"found": 28, "indexed": 28}
    stored = Tables(collection.folder, "colours", 64)
    assert stored.count(stored.vectors_name, "true") == 16
    assert stored.count("thumbnails", "true") == 16
    assert len(collection.search(text("red"), 28)) == 28


def test_a_removed_file_is_marked_and_may_come_back(
    collection: Collection, media: Path, tmp_path: Path, spaces: object
) -> None:
    collection.index([media])
    chosen = ids_by_name(collection)["red-one.png"]
    collection.set_marks([chosen], note="do not lose me")
    (media / "a" / "red-one.png").rename(tmp_path / "away.png")
    assert counts(collection.index([media])) == {"found": 15, "unchanged": 15, "removed": 1}
    assert not collection.items().present[collection.items().row_of(chosen)]
    assert chosen not in {hit.item for hit in collection.search(text("red"), 100)}
    assert collection.item(chosen).state == "removed"
    assert counts(collection.index([media])) == {"found": 15, "unchanged": 15}
    (tmp_path / "away.png").rename(media / "a" / "red-one.png")
    assert counts(collection.index([media])) == {"found": 16, "unchanged": 16}
    assert collection.items().present.all()
    assert collection.marks([chosen])[chosen].note == "do not lose me"
    assert chosen in {hit.item for hit in collection.search(text("red"), 2)}
    assert spaces.encoders["image"].encoded == 16  # type: ignore[attr-defined]


def test_a_removed_file_that_comes_back_elsewhere_is_the_same_item(
    collection: Collection, media: Path, tmp_path: Path
) -> None:
    collection.index([media])
    chosen = ids_by_name(collection)["red-one.png"]
    (media / "a" / "red-one.png").rename(tmp_path / "away.png")
    collection.index([media])
    (tmp_path / "away.png").rename(media / "back.png")
    report = collection.index([media])
    assert counts(report) == {"found": 16, "unchanged": 16, "moved": 1}
    assert ids_by_name(collection)["back.png"] == chosen


def test_a_drive_that_is_not_connected_loses_nothing(
    collection: Collection, media: Path, tmp_path: Path, paint: Paint
) -> None:
    other = tmp_path / "other"
    paint(other / "green.png", "green", seed=9)
    collection.index([media, other])
    media.rename(tmp_path / "unplugged")
    report = collection.index([media, other])
    assert counts(report) == {"found": 2, "unchanged": 1, "failed": 1}
    assert "not there" in report.failed[0].reason
    assert collection.items().present.all()
    with pytest.raises(CollectionError, match="not there"):
        collection.index([media])
    # What lies on the drive has not moved to a copy of it either.
    shutil.copytree(tmp_path / "unplugged" / "a", other / "a")
    assert counts(collection.index([other])) == {"found": 9, "indexed": 8, "unchanged": 1}
    (tmp_path / "unplugged").rename(media)
    assert counts(collection.index([media])) == {"found": 16, "unchanged": 16}


def test_other_folders_are_not_judged(collection: Collection, media: Path) -> None:
    collection.index([media])
    (media / "b" / "red-two.png").unlink()
    assert counts(collection.index([media / "a"])) == {"found": 8, "unchanged": 8}
    assert collection.items().present.all()
    assert counts(collection.index([media])) == {"found": 15, "unchanged": 15, "removed": 1}
    assert collection.folders() == [str(media)]


def test_what_cannot_be_read_is_listed_until_it_can(
    collection: Collection, media: Path, paint: Paint
) -> None:
    (media / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nno picture")
    (media / "empty.jpg").write_bytes(b"")
    (media / "program.xyz").write_bytes(b"\x7fELF\x02\x01")
    (media / "loop.png").symlink_to("loop.png")
    (media / "dangling.png").symlink_to("nowhere.png")
    (media / "circle").symlink_to(media)
    report = collection.index([media])
    assert counts(report) == {"found": 22, "indexed": 16, "skipped": 1, "failed": 5}
    failed = {Path(one.path).name: one.reason for one in report.failed}
    assert set(failed) == {"broken.png", "empty.jpg", "loop.png", "dangling.png", "circle"}
    assert "leads back" in failed["loop.png"]
    assert "not there" in failed["dangling.png"]
    assert {Path(one.path).name for one in collection.failures()} == set(failed)
    again = collection.index([media])
    assert counts(again) == {"found": 22, "unchanged": 16, "skipped": 1, "failed": 5}
    assert len(collection.failures()) == 5
    paint(media / "broken.png", "red", seed=3)
    for name in ("empty.jpg", "loop.png", "dangling.png", "circle"):
        (media / name).unlink()
    assert counts(collection.index([media])) == {
        "found": 18,
        "indexed": 1,
        "unchanged": 16,
        "skipped": 1,
    }
    assert collection.failures() == []


def test_a_known_file_that_breaks_keeps_its_item(collection: Collection, media: Path) -> None:
    collection.index([media])
    file = media / "a" / "red-one.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\nno picture any more")
    report = collection.index([media])
    assert counts(report) == {"found": 16, "unchanged": 15, "failed": 1}
    assert collection.items().present.all()
    assert ids_by_name(collection)["red-one.png"] in {
        hit.item for hit in collection.search(text("red"), 2)
    }
    assert counts(collection.index([media])) == {"found": 16, "unchanged": 15, "failed": 1}


def test_names_that_are_not_unicode(collection: Collection, media: Path, paint: Paint) -> None:
    folder = os.fsencode(media) + b"/"
    odd = [b"caf\xe9.png", "😀 \n\t.png".encode(), b"\xff\xfe.png", "\U0010f880x.png".encode()]
    for number, name in enumerate(odd):
        file = paint(media / "plain.png", "red", seed=200 + number)
        os.rename(file, folder + name)  # noqa: PTH104 - bytes
    assert counts(collection.index([media])) == {"found": 20, "indexed": 20}
    paths = {os.fsencode(str(path)) for path in collection.items().paths}
    assert {folder + name for name in odd} <= paths
    assert counts(collection.index([media])) == {"found": 20, "unchanged": 20}
    os.rename(folder + odd[0], folder + b"caf\xe8.png")  # noqa: PTH104
    assert counts(collection.index([media])) == {"found": 20, "unchanged": 20, "moved": 1}
    where = Query(where="name = 'red-one.png'")
    assert [hit.title for hit in collection.search(where)] == ["red-one"]


def test_rows_of_a_table_are_items(collection: Collection, tmp_path: Path) -> None:
    file = tmp_path / "birds.csv"
    names = [
        f"bird number {number},a {'red' if number % 2 else 'blue'} one" for number in range(700)
    ]
    file.write_text("\n".join(["title,text", *names]) + "\n")
    assert counts(collection.index([file])) == {"found": 700, "indexed": 700}
    ids = list(collection.items().ids)
    assert counts(collection.index([file])) == {"found": 700, "unchanged": 700}
    names[3] = "bird number 3,a yellow one"
    file.write_text("\n".join(["title,text", *names[:-5]]) + "\n")
    report = collection.index([file])
    assert counts(report) == {"found": 695, "indexed": 1, "unchanged": 694, "removed": 5}
    assert list(collection.items().ids) == ids
    assert counts(collection.index([file])) == {"found": 695, "unchanged": 695}
    assert [hit.row for hit in collection.search(text("yellow"), 1)] == [3]
    moved = file.rename(tmp_path / "moved.csv")
    report = collection.index([moved])
    assert counts(report) == {"found": 695, "unchanged": 695, "moved": 695}
    assert list(collection.items().ids) == ids
    names.append("bird number 700,a white one")
    moved.write_text("\n".join(["title,text", *names]) + "\n")
    report = collection.index([moved])
    assert counts(report) == {"found": 701, "indexed": 6, "unchanged": 695}
    assert list(collection.items().ids)[:700] == ids


def test_an_item_without_an_encoder_is_found_by_its_words(
    collection: Collection, media: Path, samples: Path
) -> None:
    sound = next(iter(sorted((samples / "sounds").rglob("*.*"))))
    shutil.copy(sound, media / f"violet thing{sound.suffix}")
    assert counts(collection.index([media])) == {"found": 17, "indexed": 17}
    query = Query(text("violet").terms, where="modality = 'audio'")
    hits = collection.search(query)
    assert [hit.unit["kind"] for hit in hits] == ["description"]
    assert hits[0].title.startswith("violet thing")
    assert collection.units(hits[0].item)[-1].kind == "description"
    assert counts(collection.index([media])) == {"found": 17, "unchanged": 17}


def test_an_encoder_that_comes_later_and_knows_little_leaves_sounds_their_names(
    collection: Collection, media: Path, samples: Path, tools: Tools, spaces: Any
) -> None:
    sound = next(iter(sorted((samples / "sounds").rglob("*.*"))))
    shutil.copy(sound, media / f"violet thing{sound.suffix}")
    collection.index([media])
    pictures = spaces.encoders["image"].encoded
    collection.close()
    spaces.encoders = {**spaces.encoders, "audio": _Yellow()}
    spaces.close()

    with closing(Collection.open(collection.folder, tools)) as again:
        # What was indexed before stays where it is, and only the sound is encoded anew.
        assert len(again.items()) == 17
        assert counts(again.index([media])) == {"found": 17, "indexed": 1, "unchanged": 16}
        assert spaces.encoders["image"].encoded == pictures
        for words, kind in (("yellow", "span"), ("violet", "description")):
            query = Query(text(words).terms, where="modality = 'audio'")
            (hit,) = again.search(query).hits
            assert hit.unit["kind"] == kind
            assert hit.score > 0.5


class _Yellow(Encoder):
    """Takes every sound for something yellow."""

    content, dimension, revision, keeps_names = "audio", DIMENSION, "1", True

    def preparation(self, purpose: Purpose = "vector") -> Preparation:
        return AsIs()

    def encode(self, inputs: Sequence[Any]) -> Vectors:
        return ColourWords().encode(["yellow"] * len(inputs))


def test_another_encoder_makes_all_vectors_anew(
    collection: Collection, media: Path, tools: Tools, spaces: object
) -> None:
    collection.index([media])
    before = ids_by_name(collection)
    collection.close()
    spaces.encoders = {  # type: ignore[attr-defined]
        "image": type(spaces.encoders["image"])("2"),  # type: ignore[attr-defined]
        "text": type(spaces.encoders["text"])("1"),  # type: ignore[attr-defined]
    }
    spaces.close()  # type: ignore[attr-defined]
    again = Collection.open(collection.folder, tools)
    with pytest.raises(CollectionError.__mro__[1], match="Index its folders again"):
        again.search(text("red"))
    assert counts(again.index([media])) == {"found": 16, "indexed": 16}
    assert ids_by_name(again) == before
    assert again.search(text("red"), 1)[0].title.startswith("red")
    assert len(again.vectors()[0]) == 16
    stored = Tables(collection.folder, "colours", 64)
    assert stored.count(stored.vectors_name, "true") == 16
    assert stored.count("units", "true") == 16
    assert counts(again.index([media])) == {"found": 16, "unchanged": 16}
    again.close()


def test_memory_that_runs_out_halves_the_batch(
    collection: Collection, media: Path, spaces: object
) -> None:
    encoder = spaces.encoders["image"]  # type: ignore[attr-defined]
    encoder.room = 3
    assert counts(collection.index([media])) == {"found": 16, "indexed": 16}
    assert encoder.batch_size in (1, 2)


def test_an_encoder_that_fails_on_one_picture_costs_that_one(
    collection: Collection, media: Path, spaces: object
) -> None:
    encoder = spaces.encoders["image"]  # type: ignore[attr-defined]
    whole = encoder.one

    def one(content: np.ndarray) -> np.ndarray:
        if content[0, 0, 2] == 220:  # the blue ones
            raise ValueError("no blue please")
        return np.asarray(whole(content))

    encoder.one = one
    report = collection.index([media])
    assert counts(report) == {"found": 16, "indexed": 14, "failed": 2}
    assert all("no blue please" in failure.reason for failure in report.failed)
    encoder.one = whole
    assert counts(collection.index([media])) == {"found": 16, "indexed": 2, "unchanged": 14}


def test_the_report_is_json_with_fixed_names(collection: Collection, media: Path) -> None:
    (media / "empty.png").write_bytes(b"")
    data = json.loads(json.dumps(collection.index([media]).to_dict()))
    assert list(data) == [
        *("collection", "found", "indexed", "unchanged", "moved", "removed", "skipped"),
        *("failed", "seconds"),
    ]
    assert list(data["failed"][0]) == ["path", "reason"]


def test_the_folder_does_not_grow_by_indexing_again(collection: Collection, media: Path) -> None:
    def size() -> int:
        return sum(file.stat().st_size for file in collection.folder.rglob("*") if file.is_file())

    collection.index([media])
    first = size()
    for _ in range(5):
        collection.index([media])
    assert size() == first


def test_queries_by_item_of_a_removed_file_still_work(collection: Collection, media: Path) -> None:
    collection.index([media])
    chosen = ids_by_name(collection)["red-one.png"]
    (media / "a" / "red-one.png").unlink()
    collection.index([media])
    assert collection.search(item(chosen), 1)[0].title == "red-two"
