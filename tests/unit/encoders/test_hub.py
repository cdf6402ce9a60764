"""Fetching a checkpoint from a hub on this machine: progress, going on, checksums, refusals."""

from __future__ import annotations

import hashlib
import json
import re
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from explorer.core.errors import Cancelled, SpaceError
from explorer.encoders.hub import download, find_download, is_offline
from explorer.jobs import Control, Job

COMMIT = "a" * 40
NAME = "someone/small-clip"


class Hub:
    """Serves the files of one checkpoint as the hub does, from memory.

    Attributes
    ----------
    files
        By name.
    lies
        Names whose content is not what their checksum says.
    cut
        After so many bytes of the weights the line breaks; 0 for never.
    asked
        (file, Range header) of every reading.
    """

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files, self.lies, self.cut = files, set[str](), 0
        self.asked: list[tuple[str, str]] = []
        hub = self

        class Answer(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, format: str, *arguments: object) -> None:
                return None

            def do_HEAD(self) -> None:
                self.answer(body=False)

            def do_GET(self) -> None:
                self.answer(body=True)

            def answer(self, *, body: bool) -> None:
                path = self.path.partition("?")[0]
                if path.startswith("/api/"):
                    self.tell(path)
                    return
                name = re.sub(rf"^/{NAME}/resolve/[^/]+/", "", path)
                if name not in hub.files:
                    self.plain(404, b"", {"X-Error-Code": "EntryNotFound"})
                    return
                self.give(name, body=body)

            def tell(self, path: str) -> None:
                if NAME not in path:
                    self.plain(404, b"{}", {"X-Error-Code": "RepoNotFound"})
                    return
                entries = [
                    {"type": "file", "path": name, "oid": "b" * 40, "size": len(data)}
                    for name, data in hub.files.items()
                ]
                about = {
                    "id": NAME, "sha": COMMIT, "private": False, "tags": [],
                    "siblings": [{"rfilename": name} for name in hub.files],
                }  # fmt: skip
                data = json.dumps(entries if "/tree/" in path else about).encode()
                self.plain(200, data, {"Content-Type": "application/json"})

            def give(self, name: str, *, body: bool) -> None:
                data = hub.files[name]
                digest = hashlib.sha256(data).hexdigest()
                if name in hub.lies:
                    data = data[:-1] + b"?"
                start, status = 0, 200
                span = self.headers.get("Range", "")
                headers = {"ETag": f'"{digest}"', "X-Repo-Commit": COMMIT}
                headers["X-Linked-Etag"], headers["X-Linked-Size"] = f'"{digest}"', str(len(data))
                if body:
                    hub.asked.append((name, span))
                if span and body:
                    start, status = int(span.removeprefix("bytes=").partition("-")[0]), 206
                    headers["Content-Range"] = f"bytes {start}-{len(data) - 1}/{len(data)}"
                part = data[start:]
                if body and hub.cut and name.endswith(".safetensors"):
                    self.head(status, len(part), headers)
                    self.wfile.write(part[: hub.cut])
                    self.wfile.flush()
                    self.close_connection = True
                    self.connection.close()
                    return
                self.plain(status, part if body else b"", headers, length=len(part))

            def head(self, status: int, length: int, headers: dict[str, str]) -> None:
                self.send_response(status)
                for key, value in headers.items():
                    self.send_header(key, value)
                self.send_header("Content-Length", str(length))
                self.end_headers()

            def plain(
                self, status: int, data: bytes, headers: dict[str, str], length: int = -1
            ) -> None:
                self.head(status, len(data) if length < 0 else length, headers)
                self.wfile.write(data)

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.fixture
def hub(checkpoint: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    """A hub with a small CLIP, its pickled weights, and files that nobody needs."""
    monkeypatch.setenv("HF_HUB_DISABLE_XET", "1")
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    files = {one.name: one.read_bytes() for one in checkpoint("clip").iterdir()}
    files["pytorch_model.bin"] = b"pickled"
    files["onnx/model.safetensors"] = b"not wanted"
    hub = Hub(files)
    yield hub
    hub.close()


def fetched(hub: Hub, models: Path, control: Control | None = None) -> Path:
    return download(NAME, models, control, hub.address)


def test_what_is_needed_is_fetched_with_its_progress(hub: Hub, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    control = Control(Job("fetch"))
    control.progress = lambda done, total=0, note="": seen.append((done, total))  # type: ignore[method-assign]

    folder = fetched(hub, tmp_path, control)

    names = {one.name for one in folder.iterdir()}
    assert {"model.safetensors", "config.json", "tokenizer.json"} <= names
    assert "pytorch_model.bin" not in names
    assert not (folder / "onnx").exists()
    assert (folder / "model.safetensors").read_bytes() == hub.files["model.safetensors"]
    assert seen[-1][0] == seen[-1][1] == sum(len(hub.files[name]) for name in names)
    assert [one[0] for one in seen] == sorted(one[0] for one in seen)
    assert find_download(NAME, tmp_path) == folder
    hub.asked.clear()
    assert fetched(hub, tmp_path) == folder
    assert hub.asked == []  # it is all there


def test_it_goes_on_where_it_was_stopped(hub: Hub, tmp_path: Path) -> None:
    job = Job("fetch")
    control = Control(job)
    tell = control.progress

    def progress(done: int, total: int = 0, note: str = "") -> None:
        tell(done, total, note)
        if note == "model.safetensors":
            job.cancel()

    control.progress = progress  # type: ignore[method-assign]
    with pytest.raises(Cancelled):
        fetched(hub, tmp_path, control)
    folder = fetched(hub, tmp_path)

    assert (folder / "model.safetensors").read_bytes() == hub.files["model.safetensors"]


def test_a_line_that_breaks_is_told_and_the_rest_comes_later(hub: Hub, tmp_path: Path) -> None:
    whole = len(hub.files["model.safetensors"])
    hub.cut = whole // 2
    with pytest.raises(SpaceError, match=r"could not be fetched|did not arrive whole"):
        fetched(hub, tmp_path)
    hub.cut = 0
    hub.asked.clear()

    folder = fetched(hub, tmp_path)

    assert (folder / "model.safetensors").read_bytes() == hub.files["model.safetensors"]


def test_what_is_not_what_the_hub_says_is_refused(hub: Hub, tmp_path: Path) -> None:
    hub.lies.add("model.safetensors")
    with pytest.raises(SpaceError, match="checksum is not the hub's"):
        fetched(hub, tmp_path)
    hub.lies.clear()
    folder = fetched(hub, tmp_path)
    assert (folder / "model.safetensors").read_bytes() == hub.files["model.safetensors"]


def test_pickled_weights_alone_are_not_fetched(hub: Hub, tmp_path: Path) -> None:
    del hub.files["model.safetensors"], hub.files["onnx/model.safetensors"]
    with pytest.raises(SpaceError, match=r"has no \.safetensors weights"):
        fetched(hub, tmp_path)
    assert hub.asked == []


def test_what_is_not_there_and_what_is_no_name(hub: Hub, tmp_path: Path) -> None:
    with pytest.raises(SpaceError, match="no checkpoint called 'someone/else'"):
        download("someone/else", tmp_path, None, hub.address)
    with pytest.raises(SpaceError, match="is no name on the hub"):
        download("just-a-word", tmp_path, None, hub.address)


def test_offline_nothing_is_asked(
    hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    assert is_offline()
    with pytest.raises(SpaceError, match="HF_HUB_OFFLINE is set"):
        fetched(hub, tmp_path)
    assert hub.asked == []
