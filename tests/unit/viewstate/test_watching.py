"""What appears in a followed folder finds its place and its group without being asked to."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from explorer.app import App
from explorer.viewstate.messages import ClustersChanged, Notice
from explorer.viewstate.session import Session

WAIT = 60


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    app = App(tmp_path / "home")
    app.session.open("followed", create=True).wait(WAIT)
    settle(app.session)
    yield app.session
    app.close()


def settle(session: Session) -> None:
    while running := session.jobs.running:
        for job in running:
            job.wait(WAIT)


def test_new_files_find_places_and_groups_without_moving_the_rest(
    session: Session, samples: Path, tmp_path: Path
) -> None:
    pictures, media = sorted((samples / "pictures").rglob("*.webp"))[:40], tmp_path / "media"
    media.mkdir()
    for file in pictures[:36]:
        shutil.copy(file, media)
    session.index([media])
    settle(session)
    collection = session.collection
    assert collection is not None
    before = session.mapping.coordinates.copy()
    assert np.isfinite(before).all()
    grouped, told = threading.Event(), list[Notice]()

    def follow() -> None:
        clusters = session.clustering.clusters
        if clusters is not None and len(clusters.rows) == 40:
            grouped.set()

    views = [object(), object()]
    session.hub.subscribe(views[0], ClustersChanged, lambda _: follow())
    session.hub.subscribe(views[1], Notice, told.append)
    session.watching.start(collection)
    try:
        for file in pictures[36:]:
            shutil.copy(file, media)
        (media / "broken.webp").write_bytes(b"no picture")
        assert grouped.wait(WAIT)
        settle(session)
    finally:
        session.watching.stop()
        for view in views:
            session.hub.unsubscribe(view)
    after = session.mapping.coordinates
    np.testing.assert_array_equal(after[:36], before)
    assert np.isfinite(after[:40]).all()
    kept = collection.projection("umap")
    assert kept is not None
    assert len(kept.rows) == 40  # it is there at the next start
    assert any(notice.kind == "problem" for notice in told)  # of the broken one
