"""What goes wrong from outside: cancelling, a second writer, no room, no permission."""

from __future__ import annotations

import contextlib
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from explorer.collection.collection import Collection
from explorer.collection.tools import Tools
from explorer.core.errors import Cancelled, CollectionBusyError, CollectionError
from explorer.core.query import Query, text
from explorer.jobs import Control, Job
from explorer.store.folder import WriteLock
from explorer.store.tables import Tables

Paint = Callable[..., Path]


def test_cancel_keeps_what_is_done(
    collection: Collection, media: Path, spaces: object, paint: Paint
) -> None:
    for number in range(100):
        paint(media / "many" / f"{number}.png", "red", seed=1000 + number)
    job = Job("index")
    encoder = spaces.encoders["image"]  # type: ignore[attr-defined]
    asked: list[int] = []

    def before() -> None:
        if encoder.encoded >= 40 and not asked:
            asked.append(encoder.encoded)
            job.cancel()

    encoder.before = before
    with pytest.raises(Cancelled):
        collection.index([media], control=Control(job))
    assert encoder.encoded - asked[0] <= encoder.batch_size  # what was under way, and no more
    kept = len(collection.items())
    assert 40 <= kept < 116
    assert len(collection.search(text("red"), 200)) == kept
    encoder.before = lambda: None
    report = collection.index([media])
    assert (report.indexed, report.unchanged) == (116 - kept, kept)
    assert encoder.encoded == 116


def test_search_works_while_indexing(collection: Collection, media: Path, spaces: object) -> None:
    collection.index([media / "a"])
    seen: list[int] = []
    encoder = spaces.encoders["image"]  # type: ignore[attr-defined]
    encoder.before = lambda: seen.append(len(collection.search(Query(where="width > 0"), 100)))
    stored: list[int] = []
    collection.changed.append(lambda: stored.append(len(collection.items())))
    collection.index([media])
    assert seen[0] == 8
    assert stored[-1] == 16


def test_progress_is_told(collection: Collection, media: Path) -> None:
    seen: list[tuple[int, int, str]] = []
    job = Job("index")
    control = Control(job)
    tell = control.progress

    def progress(done: int, total: int = 0, note: str = "") -> None:
        seen.append((done, total, note))
        tell(done, total, note)

    control.progress = progress  # type: ignore[method-assign]
    collection.index([media], control=control)
    assert (16, 16, str(media / "b")) in seen
    done = [one[0] for one in seen if one[1] == 16]
    assert done == sorted(done)


def test_a_second_process_is_told_who_writes(
    collection: Collection, media: Path, tools: Tools
) -> None:
    collection.index([media / "a"])
    script = (
        "import sys\nfrom pathlib import Path\nfrom explorer.store.folder import WriteLock\n"
        "with WriteLock(Path(sys.argv[1])).held('index'):\n"
        "    print('held', flush=True)\n    sys.stdin.readline()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(collection.folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(CollectionBusyError, match=f"process {other.pid}"):
            collection.index([media])
        assert len(collection.search(text("red"), 100)) == 8
        collection.set_marks([str(collection.items().ids[0])], rating=3)
        other.communicate("\n")
    assert collection.index([media]).indexed == 8


def test_threads_of_one_process_wait_for_each_other(collection: Collection, media: Path) -> None:
    errors: list[BaseException] = []

    def index(folder: str) -> None:
        try:
            collection.index([media / folder])
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=index, args=(folder,)) for folder in ("a", "b")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert len(collection.items()) == 16


def test_what_another_process_stores_is_seen(
    collection: Collection, media: Path, tools: Tools
) -> None:
    collection.index([media / "a"])
    reader = Collection.open(collection.folder, tools)
    first = reader.items()
    assert (len(first), len(reader.search(text("red"), 100))) == (8, 8)
    collection.index([media])
    assert (len(reader.items()), len(reader.search(text("red"), 100))) == (16, 16)
    assert reader.items().version > first.version
    assert len(first) == 8
    (media / "a" / "red-one.png").unlink()
    collection.index([media])
    assert len(reader.search(text("red"), 100)) == 15
    reader.close()


def test_a_batch_without_its_items_does_not_count(
    collection: Collection, media: Path, tools: Tools, monkeypatch: pytest.MonkeyPatch
) -> None:
    collection.index([media / "a"])

    def stop(*arguments: object) -> None:
        raise RuntimeError("killed here")

    with monkeypatch.context() as patch:
        patch.setattr(Tables, "_commit_items", stop)
        with pytest.raises(CollectionError, match="killed here"):
            collection.index([media])
    collection.close()
    again = Collection.open(collection.folder, tools)
    assert len(again.items()) == 8
    assert len(again.search(text("red"), 100)) == 8
    assert len(again.vectors()[0]) == 8
    report = again.index([media])
    assert (report.indexed, report.unchanged) == (8, 8)
    tables = Tables(collection.folder, "colours", 64)
    for name in (tables.vectors_name, "units", "thumbnails"):
        assert tables.count(name, "true") == 16, name
    again.close()


def test_a_lost_matrix_is_made_anew(collection: Collection, media: Path, tools: Tools) -> None:
    collection.index([media])
    expected = [hit.item for hit in collection.search(text("red"))]
    collection.close()
    for file in (collection.folder / "scan" / "colours").iterdir():
        file.unlink()
    again = Collection.open(collection.folder, tools)
    assert [hit.item for hit in again.search(text("red"))] == expected
    again.index([media])
    assert (collection.folder / "scan" / "colours" / "state.json").exists()
    again.close()


@contextlib.contextmanager
def limited_files(size: int) -> Iterator[None]:
    """Let this process write no file beyond a size, as on a full disk."""
    import signal

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def test_no_room_is_a_sentence_and_loses_nothing(
    collection: Collection, media: Path, paint: Paint
) -> None:
    collection.index([media])
    for number in range(40):
        paint(media / "more" / f"{number}.png", "green", seed=2000 + number, size=200)
    with limited_files(6000), pytest.raises(CollectionError, match=r"is full.*index again"):
        collection.index([media])
    assert len(collection.items()) == 16
    assert len(collection.search(text("green"), 100)) == 16
    report = collection.index([media])
    assert (report.indexed, report.unchanged) == (40, 16)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")
def test_a_folder_that_cannot_be_written_to(collection: Collection, media: Path) -> None:
    collection.index([media])
    # pytest's own folders are closed to other users.
    place = Path(tempfile.mkdtemp())
    place.chmod(0o755)
    shutil.copytree(collection.folder, place / "collection")
    script = f"""
import os, sys
sys.path.insert(0, {str(Path(__file__).parents[3])!r})
from pathlib import Path
from explorer.core.errors import CollectionError
from explorer.store.folder import WriteLock, read_manifest
from explorer.store.tables import Tables
import lancedb, lancedb.index, pyarrow  # the next user may not read where they are
folder = Path({str(place / "collection")!r})
os.setgroups([])
os.setgid(65534)
os.setuid(65534)
manifest = read_manifest(folder)
tables = Tables(folder, manifest.space, manifest.dimension)
print(tables.count("items", "true"), len(tables.find_words("red", 10)[0]))
try:
    with WriteLock(folder).held("index"):
        pass
except CollectionError as error:
    print(error)
try:
    tables.merge_marks([{{"id": "x", "tags": [], "rating": 1, "note": ""}}])
except CollectionError as error:
    print(error)
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    shutil.rmtree(place)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == "16 2", done.stderr
    assert "read-only or not yours" in lines[1]
    assert "read-only or not yours" in lines[2]


def test_the_lock_notices_a_writer_that_was_stopped(tmp_path: Path) -> None:
    lock = WriteLock(tmp_path)
    with lock.held("index") as unclean:
        assert not unclean
    with pytest.raises(KeyError), lock.held("index"):
        raise KeyError
    with lock.held("index") as unclean:
        assert unclean
    with lock.held("index") as unclean:
        assert not unclean
