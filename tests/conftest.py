"""What every test gets: a home of its own, and a check that it leaves nothing behind."""

from __future__ import annotations

import ipaddress
import logging
import multiprocessing
import os
import re
import select
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from explorer.bundled import assets_folder

GRACE_SECONDS = 5.0
# Started once by multiprocessing for the life of the program, and ended with it.
STANDING_PROCESSES = ("multiprocessing.resource_tracker", "multiprocessing.forkserver")

ExpectLog = Callable[[str], None]


@pytest.fixture(autouse=True)
def explorer_home(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Keep collections, settings and models of each test in a folder of its own."""
    home = tmp_path_factory.mktemp("explorer-home")
    monkeypatch.setenv("EXPLORER_HOME", str(home))
    return home


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of the sample media that ship with Explorer."""
    return assets_folder() / "samples"


@pytest.fixture
def own_trash(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A trash of the test's own in place of the person's; where there is another kind, skip."""
    plain = pytest.importorskip("send2trash.plat_other", reason="the trash of freedesktop.org")
    data = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("HOME", str(data))  # send2trash asks which drive the home folder is on
    monkeypatch.setenv("XDG_DATA_HOME", str(data))
    monkeypatch.setattr(plain, "XDG_DATA_HOME", os.fsencode(data))
    monkeypatch.setattr(plain, "HOMETRASH_B", os.fsencode(data / "Trash"))
    monkeypatch.setattr("send2trash.send2trash", plain.send2trash)
    return data / "Trash"


# --- nothing is left running --------------------------------------------------------------------


@pytest.fixture(autouse=True)
def no_leaks() -> Iterator[None]:
    """Fail a test that leaves a non-daemon thread or a child process behind."""
    threads, children = set(threading.enumerate()), _children()
    yield
    deadline = time.monotonic() + GRACE_SECONDS
    left = [
        f"thread {each.name}"
        for each in threading.enumerate()
        if each not in threads and not each.daemon and not _ended(each, deadline)
    ]
    left += [
        f"process {pid}: {_command_line(pid)}"
        for pid in _children() - children
        if not _is_standing(pid) and not _exited(pid, deadline)
    ]
    if left:
        pytest.fail("The test left running:\n" + "\n".join(left), pytrace=False)


def _ended(thread: threading.Thread, deadline: float) -> bool:
    thread.join(max(0.0, deadline - time.monotonic()))
    return not thread.is_alive()


def _children() -> set[int]:
    """Return the process ids of the direct children that have not ended."""
    tasks = Path("/proc/self/task")
    if not tasks.is_dir():
        return {each.pid for each in multiprocessing.active_children() if each.pid}
    multiprocessing.active_children()  # collects those that have ended
    found: set[int] = set()
    for listing in tasks.glob("*/children"):
        try:
            found.update(map(int, listing.read_text().split()))
        except OSError:  # the thread ended meanwhile
            continue
    return {pid for pid in found if not _is_zombie(pid)}


def _is_zombie(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def _command_line(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ").strip()
    except OSError:
        return "(ended)"


def _is_standing(pid: int) -> bool:
    return any(name in _command_line(pid) for name in STANDING_PROCESSES)


def _exited(pid: int, deadline: float) -> bool:
    if not hasattr(os, "pidfd_open"):
        return pid not in _children()
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        ready, _, _ = select.select([handle], [], [], max(0.0, deadline - time.monotonic()))
        return bool(ready)
    finally:
        os.close(handle)


# --- nothing is logged unexpectedly -------------------------------------------------------------


class _Kept(logging.Handler):
    """Keeps the records of a test that are warnings or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []
        self.expected: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def _log_guard() -> Iterator[_Kept]:
    """Fail a test in which Explorer logs a warning or worse that the test does not expect."""
    kept = _Kept()
    logger = logging.getLogger("explorer")
    logger.addHandler(kept)
    try:
        yield kept
    finally:
        logger.removeHandler(kept)
    said = [record.getMessage() for record in kept.records]
    stray = [
        f"{record.levelname} {record.name}: {message}"
        for record, message in zip(kept.records, said, strict=True)
        if not any(re.search(pattern, message) for pattern in kept.expected)
    ]
    unheard = [
        f"expected but not logged: {pattern}"
        for pattern in kept.expected
        if not any(re.search(pattern, message) for message in said)
    ]
    if stray or unheard:
        pytest.fail("Unexpected log:\n" + "\n".join(stray + unheard), pytrace=False)


@pytest.fixture
def expected_log(_log_guard: _Kept) -> ExpectLog:
    """Return a function that announces a warning by a regular expression for its message.

    The test fails when the warning does not come.
    """
    return _log_guard.expected.append


# --- nothing goes out ---------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection but to this machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_local(address):
            pytest.fail(f"The test connects to {address!r}.")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", guarded)


def _is_local(address: object) -> bool:
    host = str(address[0]) if isinstance(address, tuple) else ""
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return host == "localhost"


# --- nothing needs a screen ---------------------------------------------------------------------


def pytest_configure() -> None:
    """Draw off screen, in every process that a test starts too."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
