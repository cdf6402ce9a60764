"""A person indexes files, asks by a file, and looks at one."""

from __future__ import annotations

import importlib
import io
import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from explorer.api.encoder import Preparation
from explorer.api.host import PluginHost
from explorer.bundled import plugins_folder
from explorer.core.errors import MediaError
from explorer.core.media import Unit
from explorer.media.decoded import DecodedItem
from explorer.media.decoder import Decoder
from explorer.media.files import hash_file

FORBIDDEN = ("torch", "lancedb", "PySide6", "transformers", "umap", "pyarrow")


SIZE = """
class Size:
    side = 50

    def __call__(self, content):
        return content.shape

    def __repr__(self):
        return "Size()"
"""


@pytest.fixture
def preparation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Preparation:
    """Tells the shape of what it is given; from a module that decoding processes find."""
    folder = tmp_path / "modules"
    folder.mkdir()
    (folder / "preparation_for_tests.py").write_text(SIZE)
    monkeypatch.syspath_prepend(folder)
    monkeypatch.delitem(sys.modules, "preparation_for_tests", raising=False)
    size: Preparation = importlib.import_module("preparation_for_tests").Size()
    return size


def picture(path: Path, width: int = 300, height: int = 200) -> Path:
    colours = np.linspace(0, 255, width * height * 3).reshape(height, width, 3).astype(np.uint8)
    Image.fromarray(colours).save(path)
    return path


def test_a_picture_comes_back_ready_for_its_encoder(
    decoder: Decoder, preparation: Preparation, tmp_path: Path
) -> None:
    path = picture(tmp_path / "sea view.png")
    assert decoder.modality_for(path) == "pictures"
    decoded = decoder.submit(path, "pictures", {"image": preparation}).result()
    (item,) = decoded.items
    assert (decoded.path, decoded.modality, decoded.next_item) == (path, "pictures", None)
    assert decoded.size == path.stat().st_size
    assert decoded.modified_ns == path.stat().st_mtime_ns
    assert decoded.content_hash == item.content_hash == hash_file(path)
    assert item.title == "sea view"
    assert (item.meta["width"], item.meta["height"]) == (300, 200)
    (piece,) = item.pieces
    assert piece.unit == Unit()
    assert piece.prepared == (100, 150, 3)  # half the size has twice the side that is of use


def test_thumbnails_are_small_jpegs(decoder: Decoder, tmp_path: Path) -> None:
    decoded = decoder.submit(picture(tmp_path / "a.png", 900, 300), "pictures", {}).result()
    (item,) = decoded.items
    assert item.thumbnail is not None
    with Image.open(io.BytesIO(item.thumbnail)) as image:
        assert (image.format, image.size) == ("JPEG", (256, 85))


def test_content_without_an_encoder_is_not_prepared(decoder: Decoder, tmp_path: Path) -> None:
    path = picture(tmp_path / "a.png")
    (item,) = decoder.submit(path, "pictures", {}).result().items
    assert item.pieces[0].prepared is None


def test_a_query_picture_is_read_at_once(
    decoder: Decoder, preparation: Preparation, tmp_path: Path
) -> None:
    path = picture(tmp_path / "a.png")
    assert decoder.content_kind(path) == "image"
    assert decoder.content(path, "image", preparation) == (100, 150, 3)
    assert decoder.content(path, "image").shape == (200, 300, 3)


def test_a_query_of_another_kind_is_refused(decoder: Decoder, tmp_path: Path) -> None:
    path = picture(tmp_path / "a.png")
    with pytest.raises(MediaError, match="no loaded plugin reads it as audio"):
        decoder.content(path, "audio")
    unknown = tmp_path / "a.xyz"
    unknown.write_bytes(b"what is this")
    with pytest.raises(MediaError, match="no loaded plugin"):
        decoder.content_kind(unknown)


def test_a_preview_is_as_large_as_asked(decoder: Decoder, tmp_path: Path) -> None:
    path = picture(tmp_path / "a.png", 1000, 500)
    shown = decoder.preview(path, "pictures", "", Unit(), 400).result()
    assert shown.picture is not None
    assert shown.picture.shape == (200, 400, 3)
    with pytest.raises(MediaError, match="does not exist"):
        decoder.preview(tmp_path / "gone.png", "pictures", "", Unit(), 400).result()


def test_files_of_many_items_come_in_chunks(decoder: Decoder, tmp_path: Path) -> None:
    path = tmp_path / "rows.many"
    path.write_bytes(b"x")
    titles: list[str] = []
    first: int | None = 0
    chunks = 0
    while first is not None:
        decoded = decoder.submit(path, "trouble", {}, first).result()
        titles += [item.title for item in decoded.items]
        first, chunks = decoded.next_item, chunks + 1
    assert titles == [f"number {number}" for number in range(1300)]
    assert chunks > 1


def test_a_slow_picture_is_not_announced_in_two_parts(decoder: Decoder, tmp_path: Path) -> None:
    path = tmp_path / "one.slow"
    path.write_bytes(b"x")
    decoded = decoder.submit(path, "trouble", {}).result()
    assert (len(decoded.items), decoded.next_item) == (1, None)


def test_a_chunk_can_be_had_from_a_decoder_that_has_not_read_the_first(
    decoder: Decoder, tmp_path: Path
) -> None:
    path = tmp_path / "rows.many"
    path.write_bytes(b"x")
    decoded = decoder.submit(path, "trouble", {}, 1290).result()
    assert [item.title for item in decoded.items] == [f"number {n}" for n in range(1290, 1300)]


def test_too_many_items_are_cut_off_and_it_is_said(
    make_decoder: Callable[..., Decoder], tmp_path: Path
) -> None:
    path = tmp_path / "rows.many"
    path.write_bytes(b"x")
    decoded = make_decoder(max_items=7).submit(path, "trouble", {}).result()
    assert len(decoded.items) == 7
    assert decoded.failures == (("", "only its first 7 items were read"),)


def test_editing_a_row_changes_the_hash_of_that_row_alone(decoder: Decoder, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"

    def read(third: str) -> tuple[DecodedItem, ...]:
        path.write_text(f"id,name\nk1,red bird\nk2,blue bird\nk3,{third}\n")
        return decoder.submit(path, "tables", {}).result().items

    before, after = read("green bird"), read("old cage")
    assert [item.part for item in before] == [item.part for item in after]
    same = [a.content_hash == b.content_hash for a, b in zip(before, after, strict=True)]
    assert same == [True, True, False]


def test_plugins_switched_on_later_are_there_at_once(
    host: PluginHost, decoder: Decoder, tmp_path: Path
) -> None:
    path = tmp_path / "rows.many"
    path.write_bytes(b"x")
    decoder.submit(path, "trouble", {}).result()
    host.unload("trouble")
    assert decoder.modality_for(path) is None
    with pytest.raises(MediaError, match="no loaded plugin reads 'trouble'"):
        decoder.submit(path, "trouble", {}).result()
    host.load("trouble")
    decoder.submit(path, "trouble", {}).result()


def test_what_plugins_print_spoils_nothing(decoder: Decoder, tmp_path: Path) -> None:
    path = tmp_path / "a.print"
    path.write_bytes(b"x")
    assert len(decoder.submit(path, "trouble", {}).result().items) == 1


def test_odd_facts_become_json_and_odd_words_become_unicode(
    decoder: Decoder, tmp_path: Path
) -> None:
    path = tmp_path / "a.odd"
    path.write_bytes(b"x")
    (item,) = decoder.submit(path, "trouble", {}).result().items
    item.title.encode("utf-8")
    assert item.title == "a\ufffdb\ufffd"
    json.dumps(item.meta, allow_nan=False).encode("utf-8")
    assert item.meta == {"list": [1, "\ufffd"]}


def test_a_preparation_that_cannot_be_loaded_is_named(
    decoder: Decoder, preparation: Preparation, tmp_path: Path
) -> None:
    path = picture(tmp_path / "a.png")
    (tmp_path / "modules" / "preparation_for_tests.py").unlink()
    with pytest.raises(MediaError, match="preparation for it cannot be loaded"):
        decoder.submit(path, "pictures", {"image": preparation}).result()
    assert len(decoder.submit(path, "pictures", {}).result().items) == 1


def test_closing_ends_what_waits_and_all_processes(
    make_decoder: Callable[..., Decoder], tmp_path: Path
) -> None:
    decoder = make_decoder(workers=1)
    slow, waiting = tmp_path / "a.hang", tmp_path / "b.hang"
    for path in (slow, waiting):
        path.write_bytes(b"x")
    futures = [decoder.submit(path, "trouble", {}) for path in (slow, waiting)]
    while not futures[0].running():
        pass
    decoder.close()
    for future in futures:
        with pytest.raises(MediaError, match="closing"):
            future.result(timeout=60)
    with pytest.raises(MediaError, match="closing"):
        decoder.submit(slow, "trouble", {}).result()
    decoder.close()


def test_work_that_waits_can_be_cancelled(
    make_decoder: Callable[..., Decoder], tmp_path: Path
) -> None:
    decoder = make_decoder(workers=1, timeout=3.0)
    slow, quick = tmp_path / "a.hang", picture(tmp_path / "b.png")
    slow.write_bytes(b"x")
    first = decoder.submit(slow, "trouble", {})
    second, third = (decoder.submit(quick, "pictures", {}) for _ in range(2))
    assert second.cancel()
    with pytest.raises(MediaError, match="stopped after 3 s"):
        first.result()
    assert len(third.result().items) == 1


def test_a_preview_does_not_wait_behind_a_long_file(
    make_decoder: Callable[..., Decoder], tmp_path: Path
) -> None:
    decoder = make_decoder(workers=1)
    slow, quick = tmp_path / "a.hang", picture(tmp_path / "b.png")
    slow.write_bytes(b"x")
    waiting = decoder.submit(slow, "trouble", {})
    assert (
        decoder.preview(quick, "pictures", "", Unit(), 100).result(timeout=30).picture is not None
    )
    assert not waiting.done()


FORGETFUL = """
import sys
from pathlib import Path
from explorer.api.host import PluginHost
from explorer.bundled import plugins_folder
from explorer.media.decoder import Decoder
decoder = Decoder(PluginHost(plugins_folder(), entry_points=False))
print(decoder.content(Path(sys.argv[1]), "image").shape)
"""


def test_a_script_needs_no_main_guard_and_may_forget_to_close(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(FORGETFUL)
    done = subprocess.run(
        [sys.executable, script, picture(tmp_path / "a.png")],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "(200, 300, 3)\n", "")


SCRIPT = """
import os, sys
from pathlib import Path
from explorer.api.host import PluginHost
from explorer.media.decoder import Decoder
decoder = Decoder(PluginHost(Path(sys.argv[1]), entry_points=False), workers=2)
futures = [decoder.submit(Path(sys.argv[2]), "trouble", {}) for _ in range(2)]
while not all(future.running() for future in futures):
    pass
decoder.content(Path(sys.argv[3]), "text")
print("reading", flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("kind", ["hang", "busy"])
def test_no_process_outlives_a_parent_that_is_killed(
    kind: str, trouble: Path, tmp_path: Path
) -> None:
    slow = tmp_path / f"a.{kind}"
    slow.write_bytes(b"x")
    bundled = tmp_path / "plugins"
    bundled.mkdir()
    (bundled / "trouble").symlink_to(trouble / "trouble")
    (bundled / "text").symlink_to(plugins_folder() / "text")
    words = tmp_path / "a.txt"
    words.write_text("hello")
    parent = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(bundled), str(slow), str(words)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        assert parent.stdout is not None
        assert parent.stdout.readline() == b"reading\n"
        tasks = Path(f"/proc/{parent.pid}/task").glob("*/children")
        children = {int(pid) for listing in tasks for pid in listing.read_text().split()}
        assert len(children) == 3
        handles = [os.pidfd_open(pid) for pid in children]
    finally:
        parent.send_signal(signal.SIGKILL)
        parent.wait()
        for stream in (parent.stdin, parent.stdout):
            stream.close()
    for handle in handles:
        ended, _, _ = select.select([handle], [], [], 10)
        os.close(handle)
        assert ended


def test_decoding_processes_load_nothing_that_is_slow() -> None:
    code = (
        "import pathlib, sys\n"
        "from explorer.media.worker import load_modalities\n"
        "folders = [pathlib.Path(folder) for folder in sys.argv[1:]]\n"
        "assert load_modalities(tuple((folder.name, folder) for folder in folders))\n"
        f"print([name for name in {FORBIDDEN} if name in sys.modules])\n"
    )
    folders = [str(file.parent) for file in plugins_folder().glob("*/plugin.toml")]
    command = [sys.executable, "-c", code, *folders]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
