"""The checks of `tests/conftest.py` catch what they are there for."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

CONFTEST = Path(__file__).parents[1] / "conftest.py"

OFFENDERS = """
import logging, os, socket, subprocess, sys, threading
import pytest

log = logging.getLogger("explorer.somewhere")
stop = threading.Event()

@pytest.fixture(scope="module", autouse=True)
def tidy():
    yield
    stop.set()

def test_leaves_a_thread():
    threading.Thread(target=stop.wait, name="forgotten").start()

def test_leaves_a_process(request):
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    request.session.stash[pytest.StashKey()] = child

def test_logs_a_warning():
    log.warning("the disk is %s", "full")

def test_expects_a_warning_that_does_not_come(expected_log):
    expected_log("never said")

def test_connects_elsewhere():
    with socket.socket() as away:
        away.connect(("192.0.2.1", 80))

def test_is_good(expected_log):
    expected_log("disk is .ull")
    log.warning("the disk is %s", "full")
    log.info("all else is well")
    thread = threading.Thread(target=lambda: None)
    thread.start()
    subprocess.run([sys.executable, "-c", ""], check=True)
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()
    assert os.listdir(os.environ["EXPLORER_HOME"]) == []
"""


def test_each_guard_fails_the_test_that_offends(tmp_path: Path) -> None:
    shutil.copy(CONFTEST, tmp_path)
    conftest = (tmp_path / "conftest.py").read_text()
    (tmp_path / "conftest.py").write_text(
        conftest.replace("GRACE_SECONDS = 5.0", "GRACE_SECONDS = 0.2")
    )
    (tmp_path / "test_offenders.py").write_text(OFFENDERS)
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "-rA", "-W", "ignore"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    report = done.stdout
    for sentence in (
        "thread forgotten",
        "process ",
        "WARNING explorer.somewhere: the disk is full",
        "expected but not logged: never said",
        "connects to ('192.0.2.1', 80)",
    ):
        assert sentence in report
    assert "PASSED test_offenders.py::test_is_good" in report
    assert "1 failed, 5 passed, 4 errors" in report
