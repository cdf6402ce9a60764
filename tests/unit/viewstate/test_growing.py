"""A map appears while files are still being indexed, and grows without losing its shape."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from explorer.app import App
from explorer.collection import store_writer
from explorer.jobs import Job
from explorer.jobs.runner import THREADS
from explorer.viewstate import mapping
from explorer.viewstate.growing import FEWEST
from explorer.viewstate.session import Session

WAIT = 60


@pytest.fixture
def pictures(samples: Path) -> list[Path]:
    every = sorted((samples / "pictures").rglob("*.webp")) + sorted(
        (samples / "pictures").rglob("*.jpg")
    )
    return every[:: max(1, len(every) // 100)][:100]


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """A session on an empty collection, whose map needs no rest between two additions."""
    monkeypatch.setattr(mapping, "LEAST_REST", 0.0)
    monkeypatch.setattr(mapping, "LONGEST_REST", 0.0)
    monkeypatch.setattr(mapping, "ROWS_A_SECOND", 1e9)
    app = App(tmp_path / "home")
    app.session.open("growing", create=True).wait(WAIT)
    settle(app.session)
    yield app.session
    app.close()


def settle(session: Session, but: Job | None = None) -> None:
    while running := [job for job in session.jobs.running if job is not but]:
        for job in running:
            job.wait(WAIT)


def take_in(session: Session, files: list[Path]) -> npt.NDArray[np.float32]:
    """Store files as an index run does that goes on; the places there are then."""
    assert session.collection is not None
    session.collection.index(files)
    settle(session)
    session.refresh_items()  # as the next batch would: this one may have met a map being laid out
    settle(session)
    return session.mapping.coordinates.copy()


def placed(places: npt.NDArray[np.float32]) -> int:
    return int(np.isfinite(places).all(axis=1).sum())


def test_a_few_files_make_no_map(session: Session, pictures: list[Path]) -> None:
    assert placed(take_in(session, pictures[: FEWEST - 2])) == 0
    assert session.mapping.landed == ""


def test_new_items_join_without_moving_the_rest_until_the_map_has_doubled(
    session: Session, pictures: list[Path]
) -> None:
    collection = session.collection
    assert collection is not None
    first = take_in(session, pictures[:36])
    assert placed(first) == 36
    assert session.mapping.landed == "umap"
    assert collection.projection("umap") is None  # what lasts comes at the end
    more = take_in(session, pictures[36:60])
    assert placed(more) == 60
    np.testing.assert_array_equal(more[:36], first)
    low, high = first.min(axis=0), first.max(axis=0)
    assert ((more[36:] >= low) & (more[36:] <= high)).all()  # between those they are like
    doubled = take_in(session, pictures[60:80])
    assert placed(doubled) == 80
    assert not np.array_equal(doubled[:60], more)
    assert turned_by(more, doubled[:60]) > 0.6


def turned_by(before: npt.NDArray[np.float32], after: npt.NDArray[np.float32]) -> float:
    """How far a map is the one before, as it stands: 1 if only its size has changed."""
    a, b = before - before.mean(axis=0), after - after.mean(axis=0)
    return float((a * b).sum() / np.sqrt((a * a).sum() * (b * b).sum()))


def test_the_end_of_indexing_lays_the_whole_out_near_to_what_was_shown(
    session: Session, pictures: list[Path]
) -> None:
    shown = take_in(session, pictures[:80])
    job = session.index(pictures)
    assert job is not None
    settle(session)
    places, collection = session.mapping.coordinates, session.collection
    assert collection is not None
    kept = collection.projection("umap")
    assert kept is not None
    assert placed(places) == len(kept.rows) == 100
    assert session.mapping.quality is not None
    assert session.clustering.clusters is not None
    assert len(session.clustering.clusters.rows) == 100
    assert turned_by(shown[:80], places[:80]) > 0.6


def test_what_was_measured_of_a_map_holds_while_a_few_join(
    session: Session, pictures: list[Path]
) -> None:
    session.index(pictures[:50])
    settle(session)
    before, quality = session.mapping.trust, session.mapping.quality
    assert before is not None
    assert quality is not None
    take_in(session, pictures[50:55])
    after = session.mapping.trust
    assert after is not None
    np.testing.assert_array_equal(after[:50], before[:50])
    assert np.isnan(after[50:55]).all()
    assert session.mapping.quality == quality


def test_the_map_is_there_before_indexing_ends_and_stopping_keeps_it(
    session: Session, pictures: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    collection = session.collection
    assert collection is not None
    monkeypatch.setattr(store_writer, "BATCH_ITEMS", 40)
    seen, go_on = threading.Event(), threading.Event()

    def hold() -> None:
        """Keep the index run at its first whole batch, on its own thread."""
        if collection.count() >= 40 and not seen.is_set():
            seen.set()
            go_on.wait(WAIT)

    collection.changed.append(hold)
    job = session.index(pictures)
    assert job is not None
    try:
        assert seen.wait(WAIT)
        settle(session, but=job)
        session.refresh_items()
        settle(session, but=job)
        assert not job.state.ended
        assert placed(session.mapping.coordinates) >= 40
        job.cancel()
    finally:
        go_on.set()
    settle(session)
    kept = collection.projection("umap")
    assert kept is not None
    assert len(kept.rows) == placed(session.mapping.coordinates) == collection.count()


def test_another_method_of_the_person_is_kept_to(session: Session, pictures: list[Path]) -> None:
    session.mapping.choose("pca", session.items)
    settle(session)
    assert placed(take_in(session, pictures[:40])) == 40
    assert session.mapping.landed == "pca"


def test_closing_ends_a_map_that_grows(session: Session, pictures: list[Path]) -> None:
    collection = session.collection
    assert collection is not None
    collection.index(pictures[:40])
    session.refresh_items()
    session.jobs.close()
    lanes = tuple(f"explorer-{lane}_" for lane in THREADS)
    assert not [each.name for each in threading.enumerate() if each.name.startswith(lanes)]
